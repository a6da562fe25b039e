//! What somebody changes, or takes back, at the door by which they had said it: that something was said stays on the
//! timeline, with the words that hold now. The one change that an event ever sees.

use kit::{Error, Result, Time, Tx, params, sql};
use serde_json::{Map, Value, json};

use super::log::Log;
use super::store::{self, Wanted};
use super::{Event, EventId};
use crate::identities::CustomerId;

/// An event stands where its door said; so many before that moment are looked at.
const LOOKED_AT: usize = 100;

/// A message that stands on the timeline of this leaf, about then. `id` is what its event's properties call `message_id`.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub leaf: CustomerId,
    pub about: Time,
    pub id: &'a str,
}

/// Puts other words into the event of a message; none take it back.
pub fn set_words(tx: &Tx, log: &Log, said: Said, words: Option<&str>) -> Result<()> {
    let end = (said.about.plus(kit::time::seconds(1)), EventId([0xff; 16]));
    let leaves = [said.leaf];
    let wanted = Wanted { before: Some(end), ..Wanted::newest(&leaves, LOOKED_AT) };
    for event in store::page(tx, log, &wanted)? {
        let mut properties: Map<String, Value> =
            serde_json::from_str(event.properties.get()).unwrap_or_default();
        if properties.get("message_id").and_then(Value::as_str) != Some(said.id) {
            continue;
        }
        match words {
            Some(words) => drop(properties.insert("text".into(), json!(words))),
            None => ["text", "subject"].into_iter().for_each(|name| drop(properties.remove(name))),
        }
        let text = serde_json::to_string(&properties).map_err(Error::internal)?;
        set_properties(tx, log, &event, &text)?;
    }
    Ok(())
}

fn set_properties(tx: &Tx, log: &Log, event: &Event, properties: &str) -> Result<()> {
    if let Some(seq) = log.seq_of(event.customer_id, event.occurred_at, event.id) {
        let update = sql!(
            sqlite: "update events set properties = $2 where seq = $1",
            postgres: "select 1"
        );
        tx.exec(update, params![seq, properties])?;
        return Ok(());
    }
    tx.exec(
        sql!(
            sqlite: "update events set properties = $4
                     where seq = (select seq from timeline
                                  where customer_id = $1 and occurred_at = $2 and id = $3)",
            postgres: "update events set properties = $4
                       where customer_id = $1 and occurred_at = $2 and id = $3"
        ),
        params![event.customer_id, event.occurred_at, event.id, properties],
    )?;
    Ok(())
}
