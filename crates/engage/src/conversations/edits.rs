//! The customer changed what they had said: the newest words stand, the first ones are kept.

use kit::{Result, Time, Tx};
use serde_json::{Map, Value, json};

use super::receive::BODY_BYTES_MAX;
use super::{Inbound, MessageId, store};

/// Takes the words of a change that came later than those which stand. Changes come late, twice, and in any order.
pub fn note(tx: &Tx, id: MessageId, inbound: &Inbound) -> Result<()> {
    let Some(edited_at) = inbound.edited_at else { return Ok(()) };
    let Some(message) = store::find_message_maybe(tx, id)? else { return Ok(()) };
    let mut details = object(&message.details);
    let is_taken_back = object(inbound.details.as_deref().unwrap_or("{}")).contains_key("deleted");
    let last = details.get("edited_at").and_then(Value::as_i64);
    if last.is_some_and(|last| last >= edited_at.0) || message.body == inbound.body {
        return Ok(());
    }
    if is_taken_back {
        // What the customer took back is not shown again.
        details.remove("first_said");
        details.insert("deleted".into(), json!(true));
    } else {
        details.entry("first_said").or_insert_with(|| json!(message.body));
    }
    details.insert("edited_at".into(), json!(edited_at.0));
    let body = kit::text::clip(&inbound.body, BODY_BYTES_MAX);
    store::set_body(tx, id, &body, &Value::Object(details).to_string(), edited_at)
}

/// The details of a message as it is recorded. One that is heard of first by its change may still come as it was.
pub fn details(inbound: &Inbound) -> String {
    let plain = inbound.details.as_deref().unwrap_or("{}");
    if inbound.edited_at.is_none() && inbound.code.is_none() {
        return plain.to_string();
    }
    let mut details = object(plain);
    if let Some(Time(at)) = inbound.edited_at {
        details.insert("edited_at".into(), json!(at));
    }
    if let Some(code) = &inbound.code {
        details.insert("code".into(), json!(code));
    }
    Value::Object(details).to_string()
}

fn object(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}
