//! What somebody takes back at the door by which they had said it: that something was said stays on the timeline, the
//! words go. The one change that an event ever sees.

use kit::{Error, Result, Time, Tx, params, sql};
use serde_json::{Map, Value};

use super::log::Log;
use super::store::{self, Wanted};
use super::{Event, EventId};
use crate::identities::CustomerId;

/// An event stands where its door said; so many before that moment are looked at.
const LOOKED_AT: usize = 100;

/// Takes the words out of the event of a message of this leaf that was said about then. `message` is what stands in its
/// properties as `message_id`.
pub fn take_words(tx: &Tx, log: &Log, leaf: CustomerId, about: Time, message: &str) -> Result<()> {
    let end = (about.plus(kit::time::seconds(1)), EventId([0xff; 16]));
    let leaves = [leaf];
    let wanted = Wanted { before: Some(end), ..Wanted::newest(&leaves, LOOKED_AT) };
    for event in store::page(tx, log, &wanted)? {
        let mut properties: Map<String, Value> =
            serde_json::from_str(event.properties.get()).unwrap_or_default();
        if properties.get("message_id").and_then(Value::as_str) == Some(message) {
            properties.remove("text");
            properties.remove("subject");
            let text = serde_json::to_string(&properties).map_err(Error::internal)?;
            set_properties(tx, log, &event, &text)?;
        }
    }
    Ok(())
}

fn set_properties(tx: &Tx, log: &Log, event: &Event, properties: &str) -> Result<()> {
    let unindexed = log.seq_of(event.customer_id, event.occurred_at, event.id);
    if let Some(seq) = unindexed {
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
