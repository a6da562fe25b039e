//! Years of talk: conversations of ten messages each, nearly all of them closed, made once and kept under `target/`.
//!
//! The customers are recorded by the product's own code; the messages are written as rows as the product writes them, since
//! ten million calls would take an hour. The indexes are made afterwards, which is what makes it fast.

use std::path::Path;

use kit::Clock;
use kit::time::{days, minutes};
use rusqlite::types::Value;
use rusqlite::{Connection, params};

use crate::Outcome;
use crate::population::Population;
use crate::random::Random;
use crate::store::Place;

const EACH: usize = 10;
/// Conversations of one customer, on average.
const EACH_CUSTOMER: usize = 10;
const HISTORY: i64 = days(720);
/// Written when all is there; another name whenever other things are.
const STAMP: &str = "made-with-words";

const SAID: &[&str] = &[
    "Dzień dobry, gdzie jest moja paczka?",
    "Good morning! It left our warehouse yesterday and should arrive tomorrow by noon.",
    "Aș dori să returnez cănile de espresso, una a ajuns spartă.",
    "Oczywiście, wyślemy nową filiżankę. Czy może Pani przysłać zdjęcie?",
    "Подскажите, пожалуйста, есть ли такая же скатерть большего размера?",
    "Thank you, that was quick. I will come to the store in Kraków on Saturday.",
];

#[derive(Clone, Copy)]
pub struct Archive {
    pub messages: usize,
}

impl Archive {
    pub fn of(messages: usize) -> Archive {
        Archive { messages }
    }

    pub fn conversations(self) -> usize {
        self.messages / EACH
    }

    /// The place where it lies; made if it is missing.
    pub fn at(self, onedoor: &Path, folder: &Path) -> Outcome<Place> {
        let done = folder.join(STAMP);
        let place = Place::Sqlite { folder: folder.to_path_buf(), synchronous: "full" };
        if done.exists() {
            return Ok(place);
        }
        Place::new_sqlite(folder.to_path_buf(), "full")?;
        Population::of((self.conversations() / EACH_CUSTOMER).max(1)).fill(&place)?;
        // This brings the tables of conversations, too.
        place.add_door(onedoor)?;
        let file = place.file().ok_or("messages lie in a file")?;
        self.write(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        std::fs::write(&done, "").map_err(|error| format!("{}: {error}", done.display()))?;
        Ok(place)
    }

    fn write(self, file: &Path) -> rusqlite::Result<()> {
        let mut db = Connection::open(file)?;
        db.execute_batch(
            "pragma synchronous = off; pragma cache_size = -400000; pragma temp_store = memory;",
        )?;
        let indexes = indexes(&db)?;
        for (name, _) in &indexes {
            db.execute(&format!("drop index {name}"), [])?;
        }
        let tx = db.transaction()?;
        self.rows(&tx)?;
        tx.commit()?;
        println!("  indexes");
        for (_, text) in &indexes {
            db.execute(text, [])?;
        }
        let tx = db.transaction()?;
        self.words(&tx)?;
        tx.commit()?;
        db.execute_batch("analyze; pragma wal_checkpoint(truncate);")
    }

    fn rows(self, db: &Connection) -> rusqlite::Result<()> {
        let door: Vec<u8> =
            db.query_row("select id from channels limit 1", [], |row| row.get(0))?;
        let mut found = db.prepare(
            "select customer_id from identities where kind = 'user_id' order by customer_id",
        )?;
        let customers: Vec<Vec<u8>> =
            found.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut conversation = db.prepare(CONVERSATION)?;
        let mut message = db.prepare(MESSAGE)?;
        let (mut random, now) = (Random::new(5), Clock::System.now());
        // In the order of the table, as it is clustered.
        for n in 0..self.conversations() {
            if n.is_multiple_of(200_000) {
                println!("  {} of {} messages", n * EACH, self.messages);
            }
            let customer = &customers[n / EACH_CUSTOMER % customers.len()];
            let begin = now.minus(days(1) + (random.share() * HISTORY as f64) as i64);
            let id = kit::id::uuid_v7(begin);
            let (mut last, mut text) = (begin, String::new());
            for nth in 0..EACH {
                last = begin.plus(minutes(7) * nth as i64);
                text = match nth {
                    0 => format!("{} {}", random.one_of(SAID), order(n)),
                    _ => random.one_of(SAID).to_string(),
                };
                let own = kit::id::uuid_v7(last);
                let (direction, author, state) = if nth % 2 == 0 {
                    ("in", "customer", "received")
                } else {
                    ("out", "agent", "sent")
                };
                message.execute(params![
                    customer, id, own, last.0, door, direction, author, text, state
                ])?;
            }
            let (status, waiting, closed) = match random.below(100) {
                0..3 => ("open", Some(last.0), None),
                3..5 => ("pending", None, None),
                _ => ("closed", None, Some(last.0)),
            };
            conversation.execute(params![
                customer, id, status, begin.0, last.0, door, text, waiting, closed
            ])?;
        }
        Ok(())
    }

    /// The index of words, in the order in which things were said.
    fn words(self, db: &Connection) -> rusqlite::Result<()> {
        let mut said = db.prepare(
            "select id, customer_id, conversation_id, channel_id, at, body from messages order by id",
        )?;
        let mut searched = db.prepare(SEARCHED)?;
        let mut words = db.prepare("insert into message_words (rowid, words) values (?1, ?2)")?;
        let mut rows = said.query([])?;
        let mut number: i64 = 0;
        while let Some(row) = rows.next()? {
            if number % 2_000_000 == 0 {
                println!("  words of {number} of {} messages", self.messages);
            }
            number += 1;
            let column = |i: usize| row.get::<_, Value>(i);
            searched.execute(params![
                number,
                column(0)?,
                column(1)?,
                column(2)?,
                column(3)?,
                column(4)?
            ])?;
            words
                .execute(params![number, kit::text::words(row.get_ref(5)?.as_str()?).join(" ")])?;
        }
        Ok(())
    }
}

/// The order that a conversation is about: nobody else names it.
pub fn order(conversation: usize) -> String {
    format!("KC-{}", 1_000_000 + conversation)
}

/// The indexes that are not part of their tables, and their definitions.
fn indexes(db: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut found = db.prepare(
        "select name, sql from sqlite_master
         where type = 'index' and sql is not null and tbl_name in ('conversations', 'messages')",
    )?;
    found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

const CONVERSATION: &str = "insert into conversations (customer_id, id, root_id, status, priority, opened_at, last_at, \
     last_channel_id, last_author, last_text, waiting_since, closed_at) \
     values (?1, ?2, ?2, ?3, 1, ?4, ?5, ?6, 'agent', ?7, ?8, ?9)";

const SEARCHED: &str = "insert into searched (number, message_id, customer_id, conversation_id, channel_id, at) \
     values (?1, ?2, ?3, ?4, ?5, ?6)";

const MESSAGE: &str = "insert into messages (customer_id, conversation_id, id, at, channel_id, direction, author, body, \
     state, state_at, details) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?4, '{}')";
