//! The customer changed what they had said, or took it back: the newest words stand, and whatever shows them follows. Of
//! what was changed the first words are kept; of what was taken back nothing is.

use customers::events::amended::{self, Said};
use customers::identities::graph;
use kit::{Result, Time, Tx};
use serde_json::{Map, Value, json};

use super::receive::{BODY_BYTES_MAX, preview};
use super::{Author, ConversationId, Direction, Inbound, Message, MessageId, save, store};
use crate::{Ctx, facts};

/// Of what was said last, so much is looked at to know which message the inbox shows.
const LOOKED_AT: usize = 30;

/// Takes the words of a change that came later than those which stand. Changes come late, twice, and in any order.
pub fn note(ctx: &Ctx, tx: &Tx, id: MessageId, inbound: &Inbound, now: Time) -> Result<()> {
    let Some(edited_at) = inbound.edited_at else { return Ok(()) };
    let Some(message) = store::find_message_maybe(tx, id)? else { return Ok(()) };
    let mut details = object(&message.details);
    let takes_back = object(inbound.details.as_deref().unwrap_or("{}")).contains_key("deleted");
    let last = details.get("edited_at").and_then(Value::as_i64);
    if last.is_some_and(|last| last >= edited_at.0) || message.body == inbound.body {
        return Ok(());
    }
    if takes_back {
        // What the customer took back is not shown again.
        details.remove("first_said");
        details.insert("deleted".into(), json!(true));
    } else {
        details.entry("first_said").or_insert_with(|| json!(message.body));
    }
    details.insert("edited_at".into(), json!(edited_at.0));
    let after = Message {
        body: kit::text::clip(&inbound.body, BODY_BYTES_MAX).into_owned(),
        details: Value::Object(details).to_string(),
        ..message.clone()
    };
    let root = store::find(tx, message.conversation_id)?.root_id;
    let parts: Vec<_> = store::parts(tx, root)?.iter().map(|part| part.id).collect();
    follow_in_inbox(tx, root, &parts, &message, &after, now)?;
    store::set_body(tx, id, &after.body, &after.details, edited_at, now)?;
    if takes_back {
        store::delete_attachments(tx, id)?;
    }
    let said = Said { leaf: message.customer_id, about: message.at, id: &id.to_string() };
    let words = Some(preview(&after.body)).filter(|_| !takes_back);
    amended::set_words(tx, &ctx.customers.recorder.log, said, words.as_deref())?;
    facts::renew(ctx, tx, graph::root(tx, message.customer_id)?, &parts, &after)
}

/// The line of the inbox shows what was said last; if that is what was changed, it changes too.
fn follow_in_inbox(
    tx: &Tx,
    root: ConversationId,
    parts: &[ConversationId],
    before: &Message,
    after: &Message,
    now: Time,
) -> Result<()> {
    let mut root = store::lock(tx, root)?;
    if root.last_author != Author::Customer || root.last_text != preview(&before.body) {
        return Ok(());
    }
    // They may have said the same twice.
    let newest = store::page(tx, parts, (Time::MAX, MessageId([0xff; 16])), LOOKED_AT)?;
    let is_shown =
        |one: &&Message| one.direction == Direction::In && preview(&one.body) == root.last_text;
    if newest.iter().find(is_shown).is_some_and(|shown| shown.id == before.id) {
        root.last_text = preview(&after.body);
        save(tx, &mut root, now)?;
    }
    Ok(())
}

/// Whether the customer took it back.
pub fn is_taken_back(message: &Message) -> bool {
    message.direction == Direction::In && object(&message.details).contains_key("deleted")
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
