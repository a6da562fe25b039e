//! All SQL of hand-overs.

use customers::channels::ChannelId;
use customers::identities::CustomerId;
use customers::privacy::tombstones::Theirs;
use kit::db::{List, Row};
use kit::{Result, Time, Tx, params, sql};

use super::{HandOver, HandOverId};

pub fn insert(tx: &Tx, hash: &[u8; 32], h: &HandOver) -> Result<()> {
    tx.exec(
        sql!(
            "insert into hand_overs (code_hash, id, customer_id, conversation_id, channel_id, made_by,
               address, is_address_proven, lang, page, made_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        params![
            hash.as_slice(),
            h.id,
            h.customer_id,
            h.conversation_id,
            h.channel_id,
            h.made_by.as_str(),
            h.address,
            i64::from(h.is_address_proven),
            h.lang.code(),
            h.page,
            h.made_at,
            h.expires_at
        ],
    )?;
    Ok(())
}

/// Nobody else may use it until the end of the transaction.
pub fn lock_maybe(tx: &Tx, hash: &[u8; 32]) -> Result<Option<HandOver>> {
    tx.one(
        sql!(
            "select id, customer_id, conversation_id, channel_id, made_by, address, is_address_proven,
               lang, page, made_at, expires_at, used_at, used_channel_id, used_leaf
             from hand_overs where code_hash = $1{for_update}"
        ),
        params![hash.as_slice()],
        hand_over,
    )
}

pub fn find_maybe(tx: &Tx, hash: &[u8; 32]) -> Result<Option<HandOver>> {
    tx.one(
        sql!(
            "select id, customer_id, conversation_id, channel_id, made_by, address, is_address_proven,
               lang, page, made_at, expires_at, used_at, used_channel_id, used_leaf
             from hand_overs where code_hash = $1"
        ),
        params![hash.as_slice()],
        hand_over,
    )
}

pub fn set_used(
    tx: &Tx,
    hash: &[u8; 32],
    leaf: CustomerId,
    channel: ChannelId,
    now: Time,
) -> Result<()> {
    tx.exec(
        sql!(
            "update hand_overs set used_at = $2, used_channel_id = $3, used_leaf = $4
             where code_hash = $1 and used_at is null"
        ),
        params![hash.as_slice(), now, channel, leaf],
    )?;
    Ok(())
}

/// Those whose time is over are of no use to anybody.
pub fn delete_expired(tx: &Tx, before: Time) -> Result<u64> {
    tx.exec(sql!("delete from hand_overs where expires_at < $1"), params![before])
}

/// Takes away all that leads to these leaves, was used by them, or was sent to an address of theirs. All rows are of the
/// last day.
pub fn erase(tx: &Tx, leaves: &[CustomerId], theirs: &Theirs) -> Result<()> {
    tx.exec(
        sql!("delete from hand_overs where customer_id in ($1) or used_leaf in ($1)"),
        params![List(leaves)],
    )?;
    let sent: Vec<String> = tx.rows(
        sql!("select distinct address from hand_overs where address is not null"),
        params![],
        |row| row.get(0),
    )?;
    for address in sent {
        if theirs.has_address(&address)? {
            tx.exec(sql!("delete from hand_overs where address = $1"), params![address])?;
        }
    }
    Ok(())
}

fn hand_over(row: &Row) -> Result<HandOver> {
    Ok(HandOver {
        id: row.get::<HandOverId>(0)?,
        customer_id: row.get(1)?,
        conversation_id: row.get(2)?,
        channel_id: row.get(3)?,
        made_by: row.text(4)?.parse()?,
        address: row.get(5)?,
        is_address_proven: row.get(6)?,
        lang: kit::i18n::Lang::parse(row.text(7)?).unwrap_or_default(),
        page: row.get(8)?,
        made_at: row.get(9)?,
        expires_at: row.get(10)?,
        used_at: row.get(11)?,
        used_channel_id: row.get(12)?,
        used_leaf: row.get(13)?,
    })
}
