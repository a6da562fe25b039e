//! The SQL of the index of words: the two engines truly differ here.

use customers::identities::CustomerId;
use kit::db::{Engine, List, Row};
use kit::{Result, Time, Tx, params, sql};

use super::Asked;
use crate::conversations::{Message, MessageId};

fn id(row: &Row) -> Result<MessageId> {
    row.get(0)
}

pub fn insert(tx: &Tx, message: &Message, words: &[String]) -> Result<()> {
    match tx.engine() {
        Engine::Sqlite => insert_sqlite(tx, message, words),
        Engine::Postgres => insert_postgres(tx, message, words),
    }
}

fn insert_sqlite(tx: &Tx, message: &Message, words: &[String]) -> Result<()> {
    let number = free_number(tx, message.id)?;
    tx.exec(
        sql!(
            sqlite: "insert into searched
                       (number, message_id, customer_id, conversation_id, channel_id, author_id, at)
                     values ($1, $2, $3, $4, $5, $6, $7)",
            postgres: "select 1"
        ),
        params![
            number,
            message.id,
            message.customer_id,
            message.conversation_id,
            message.channel_id,
            message.author_id,
            message.at
        ],
    )?;
    tx.exec(
        sql!(
            sqlite: "insert into message_words (rowid, words) values ($1, $2)",
            postgres: "select 1"
        ),
        params![number, words.join(" ")],
    )?;
    Ok(())
}

/// The microsecond at which the message was recorded; of two in one microsecond the second takes the next.
fn free_number(tx: &Tx, id: MessageId) -> Result<i64> {
    let first_half = id.0.first_chunk::<8>().map_or(0, |half| u64::from_be_bytes(*half));
    let (ms, micros) = (first_half >> 16, first_half & 0x0fff);
    let mut number = ((ms << 12) | micros) as i64;
    let is_taken = |number: i64| {
        tx.one(
            sql!(sqlite: "select 1 from searched where number = $1", postgres: "select 1"),
            params![number],
            |_| Ok(()),
        )
    };
    while is_taken(number)?.is_some() {
        number += 1;
    }
    Ok(number)
}

fn insert_postgres(tx: &Tx, message: &Message, words: &[String]) -> Result<()> {
    tx.exec(
        sql!(
            sqlite: "select 1",
            postgres: "insert into searched
                         (customer_id, message_id, conversation_id, channel_id, author_id, at, words)
                       select cast($1 as bytea), cast($2 as bytea), cast($3 as bytea),
                         cast($4 as bytea), cast($5 as bytea), cast($6 as bigint),
                         cast(cast($7 as text) as tsvector)
                       on conflict (customer_id, message_id) do update set words = excluded.words"
        ),
        params![
            message.customer_id,
            message.id,
            message.conversation_id,
            message.channel_id,
            message.author_id,
            message.at,
            vector(words)
        ],
    )?;
    Ok(())
}

/// Words with their places, as a `tsvector` is written. Words are letters and digits only.
fn vector(words: &[String]) -> String {
    let placed = words.iter().zip(1..).map(|(word, place)| format!("'{word}':{place}"));
    placed.collect::<Vec<_>>().join(" ")
}

pub fn delete(tx: &Tx, message: &Message, words: &[String]) -> Result<()> {
    if tx.engine() == Engine::Sqlite {
        // An index that keeps no texts is told which words were in it.
        tx.exec(
            sql!(
                sqlite: "insert into message_words (message_words, rowid, words)
                         select 'delete', number, $2 from searched where message_id = $1",
                postgres: "select 1"
            ),
            params![message.id, words.join(" ")],
        )?;
    }
    tx.exec(
        sql!("delete from searched where customer_id = $1 and message_id = $2"),
        params![message.customer_id, message.id],
    )?;
    Ok(())
}

/// The oldest message of the index.
pub fn oldest(tx: &Tx) -> Result<Option<MessageId>> {
    tx.one(sql!("select message_id from searched order by message_id limit 1"), params![], id)
}

pub fn is_indexed(tx: &Tx, message: MessageId) -> Result<bool> {
    let found =
        tx.one(sql!("select 1 from searched where message_id = $1"), params![message], |_| Ok(()))?;
    Ok(found.is_some())
}

/// Messages before one, the newest first.
pub fn unindexed_before(tx: &Tx, end: MessageId, size: usize) -> Result<Vec<MessageId>> {
    tx.rows(
        sql!("select id from messages where id < $1 order by id desc limit $2"),
        params![end, size as i64],
        id,
    )
}

pub fn of_leaves(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<MessageId>> {
    tx.rows(
        sql!("select message_id from searched where customer_id in ($1)"),
        params![List(leaves)],
        id,
    )
}

/// The newest messages that fit, by their filters.
pub fn find(tx: &Tx, asked: &Asked, size: usize) -> Result<Vec<MessageId>> {
    let words = match tx.engine() {
        Engine::Sqlite => asked.query.for_sqlite(),
        Engine::Postgres => asked.query.for_postgres(),
    };
    tx.rows(
        sql!(
            sqlite: "select s.message_id from message_words w
                       join searched s on s.number = w.rowid
                       join conversations c on c.id = s.conversation_id
                       join conversations r on r.id = c.root_id
                     where message_words match $1
                       and w.rowid < coalesce((select number from searched where message_id = $2),
                                              9223372036854775807)
                       and ($3 is null or s.channel_id = $3)
                       and ($4 is null or s.author_id = $4)
                       and s.at >= $5 and s.at < $6
                       and ($7 is null or r.status = $7)
                     order by w.rowid desc limit $8",
            postgres: "select s.message_id from searched s
                         join conversations c on c.id = s.conversation_id
                         join conversations r on r.id = c.root_id
                       where s.words @@ cast(cast($1 as text) as tsquery)
                         and s.message_id < coalesce(cast($2 as bytea), '\\xffffffffffffffffffffffffffffffff'::bytea)
                         and (cast($3 as bytea) is null or s.channel_id = $3)
                         and (cast($4 as bytea) is null or s.author_id = $4)
                         and s.at >= $5 and s.at < $6
                         and (cast($7 as text) is null or r.status = $7)
                       order by s.message_id desc limit $8"
        ),
        params![
            words,
            asked.before,
            asked.channel,
            asked.agent,
            asked.from.unwrap_or(Time::MIN),
            asked.to.unwrap_or(Time::MAX),
            asked.status.map(crate::conversations::Status::as_str),
            size as i64
        ],
        id,
    )
}
