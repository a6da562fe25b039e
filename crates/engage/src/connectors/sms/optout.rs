//! A customer wrote STOP, or START: it holds at once, on every SMS door of the shop.

use customers::channels::{Channel, ChannelId};
use customers::consents::{self, Consent, ConsentId, Subject};
use customers::identities::Identity;
use kit::{Result, Time, Tx};
use serde_json::json;

use super::store;
use super::words::{self, Wish, Word};
use crate::Ctx;
use crate::conversations::{
    self, Author, Direction, Message, MessageId, State, store as conversation_store,
};

/// In a message's details: it goes to a suppressed number, since it says that the number is.
const CONFIRMS: &str = r#"{"sms":"stop_confirmation"}"#;

/// Does what the message wishes. Done again for the same message, it changes nothing: each row is keyed by the message
/// or compared with its time.
///
/// `is_answered`: the provider has confirmed the word itself.
pub async fn heed(
    ctx: &Ctx,
    channel: &Channel,
    message: MessageId,
    number: &Identity,
    word: &'static Word,
    is_answered: bool,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let message = conversation_store::find_message(tx, message)?;
        let changed = match word.wish {
            Wish::Stop => store::suppress(tx, &number.value, channel.id, word.word, message.at)?,
            Wish::Start => store::lift(tx, &number.value, message.at)?,
        };
        // “Yes” of somebody who never stopped is an answer, and no consent to anything.
        if !changed {
            return Ok(());
        }
        consents::store::insert(tx, &line(&message, number, word, channel))?;
        // Whoever is just writing an answer sees it.
        conversation_store::touch(tx, message.conversation_id, now)?;
        if word.wish == Wish::Stop && !is_answered {
            confirm(tx, &message, number, word, now)?;
        }
        Ok(())
    };
    ctx.customers.db.write(write).await
}

fn line(message: &Message, number: &Identity, word: &Word, channel: &Channel) -> Consent {
    let subject = Subject {
        purpose: "marketing".into(),
        channel: "sms".into(),
        identity: Some(number.clone()),
    };
    let state = match word.wish {
        Wish::Stop => consents::State::Withdrawn,
        Wish::Start => consents::State::Granted,
    };
    Consent {
        id: ConsentId(message.id.0),
        customer_id: message.customer_id,
        at: message.at,
        subject,
        state,
        basis: "consent".into(),
        wording: None,
        source_channel_id: channel.id,
        actor: "customer".into(),
        evidence: json!({ "message_id": message.id, "word": word.word }),
    }
}

fn confirm(tx: &Tx, stop: &Message, number: &Identity, word: &Word, now: Time) -> Result<()> {
    let id = MessageId::new(now);
    let body = words::confirmation(word.lang, words::region_of(&number.value)).to_string();
    let confirmation = Message {
        id,
        at: now,
        direction: Direction::Out,
        author: Author::System,
        author_name: None,
        body,
        state: State::Queued,
        state_at: now,
        reply_to_id: Some(stop.id),
        details: CONFIRMS.into(),
        ..stop.clone()
    };
    conversation_store::insert_message(tx, &confirmation)?;
    let root = conversation_store::find(tx, stop.conversation_id)?.root_id;
    conversations::enqueue(tx, stop.channel_id, root, id, now)
}

/// Since when this number wants nothing by this door, unless they have asked something since.
pub fn stopped_since(tx: &Tx, channel: ChannelId, number: &str) -> Result<Option<Time>> {
    let Some(suppression) = store::suppression_maybe(tx, number)? else { return Ok(None) };
    let last = conversation_store::last_from(tx, channel, &format!("phone:{number}"))?;
    let has_asked = last.is_some_and(|last| last > suppression.since);
    Ok(Some(suppression.since).filter(|_| !has_asked))
}

/// Why this message may not go out, if so. A suppressed number gets answers to what it asked afterwards, and the one
/// message that says that it is suppressed.
pub fn refusal(tx: &Tx, out: &Message, number: &str) -> Result<Option<String>> {
    let Some(suppression) = store::suppression_maybe(tx, number)? else { return Ok(None) };
    let asked = match out.reply_to_id {
        Some(id) => conversation_store::find_message_maybe(tx, id)?,
        None => None,
    };
    let is_answer = asked.is_some_and(|asked| {
        asked.direction == Direction::In
            && asked.address == out.address
            && asked.at > suppression.since
    });
    if is_answer || out.details == CONFIRMS {
        return Ok(None);
    }
    Ok(Some(format!(
        "{number} wants no messages (“{}”). Only what they ask from now on may be answered.",
        suppression.reason
    )))
}
