//! What nobody asked for can be refused by one click, and then does not come again.
//!
//! A message that is no direct answer (the question how it was, that a conversation is closed) has a *purpose*. Sent by
//! e-mail it carries `List-Unsubscribe` and `List-Unsubscribe-Post` (RFC 8058) with a link of its own, which we signed. A
//! POST to it, by a mail program or by a person on the page that the link shows, withdraws the consent for that purpose,
//! at that sort of door, to that address.
//!
//! Kept here:
//! - Opening the link changes nothing: scanners of mail open every link.
//! - It is asked before something is written and again before it goes out: what was withdrawn in between does not go.
//! - Answers of people are never held back.
//!
//! Start reading at [`is_refused`]; the page is in `page.rs`.

mod page;
#[cfg(test)]
mod tests;

use customers::channels::{ChannelKind, Door, store as channels};
use customers::consents::{self, Consent, ConsentId, State, Subject};
use customers::identities::{CustomerId, graph};
use customers::recording::{By, Happening};
use kit::id::{from_base32, to_base32};
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use crate::Ctx;
use crate::conversations::{Message, MessageId, store};

pub use page::routes;

kit::words! {
    /// Why something goes to a customer unasked.
    Purpose:
    /// How was it?
    Feedback "feedback",
    /// What happens with their conversation.
    Service "service",
}

const ID_LETTERS: usize = 26;
/// 80 bits.
const MAC_LETTERS: usize = 16;

/// Whether somebody said that they want no such messages there.
pub(crate) fn is_refused(
    tx: &Tx,
    leaf: CustomerId,
    kind: ChannelKind,
    address: Option<&str>,
    purpose: Purpose,
) -> Result<bool> {
    let leaves = graph::leaves(tx, leaf)?;
    let wanted = Subject::new(purpose.as_str(), kind.as_str(), address);
    let standing = consents::standing(&consents::store::list(tx, &leaves)?);
    Ok(standing.iter().any(|one| {
        let is_it = one.subject.purpose == wanted.purpose && one.subject.channel == wanted.channel;
        let is_theirs = one.subject.identity.is_none() || one.subject.identity == wanted.identity;
        is_it && is_theirs && matches!(one.state, State::Denied | State::Withdrawn)
    }))
}

/// Whether a message may not go any more.
pub(crate) fn is_held_back(tx: &Tx, message: &Message, kind: ChannelKind) -> Result<bool> {
    let details: Value = serde_json::from_str(&message.details).unwrap_or_default();
    let purpose = details.get("purpose").and_then(Value::as_str).and_then(|word| word.parse().ok());
    match purpose {
        Some(purpose) => {
            is_refused(tx, message.customer_id, kind, message.address.as_deref(), purpose)
        }
        None => Ok(false),
    }
}

/// The link by which a message and its like are refused; none where nobody knows how people reach this server.
pub(crate) fn url(ctx: &Ctx, message: MessageId) -> Result<Option<String>> {
    let Some(public) = &ctx.public_url else { return Ok(None) };
    // A server without a key signs nothing.
    let Ok(mac) = mac(ctx, message) else { return Ok(None) };
    let token = format!("{}{mac}", to_base32(message.0));
    Ok(Some(format!("{}/u/{token}", public.trim_end_matches('/'))))
}

fn mac(ctx: &Ctx, message: MessageId) -> Result<String> {
    let signed = ctx.secrets.signer("unsubscribe")?.sign(&message.0);
    let text = to_base32(std::array::from_fn(|i| signed[i]));
    // The first letter holds three bits only.
    Ok(text[ID_LETTERS - MAC_LETTERS..].to_string())
}

/// The message whose link this is, if we signed it and it is still there.
fn message_of(ctx: &Ctx, tx: &Tx, token: &str) -> Result<Option<Message>> {
    if !token.is_ascii() || token.len() != ID_LETTERS + MAC_LETTERS {
        return Ok(None);
    }
    let (id, signature) = token.split_at(ID_LETTERS);
    let Some(id) = from_base32(id).map(MessageId) else { return Ok(None) };
    let is_ours = mac(ctx, id)? == signature;
    if is_ours { store::find_message_maybe(tx, id) } else { Ok(None) }
}

/// What was refused, to be shown.
pub(crate) struct Refused {
    pub address: String,
}

/// Withdraws the consent that a link stands for. Doing it again changes nothing.
pub(crate) async fn withdraw(ctx: &Ctx, token: &str, how: &str) -> Result<Refused> {
    let now = ctx.customers.clock.now();
    let withdraw = |tx: &Tx| {
        let message = message_of(ctx, tx, token)?.ok_or_else(gone)?;
        let (refused, learned) = withdraw_in(ctx, tx, &message, how, now)?;
        Ok((refused, learned))
    };
    let (refused, learned) = ctx.customers.db.write(withdraw).await?;
    if let Some(learned) = learned {
        ctx.customers.recorder.learn(learned);
    }
    Ok(refused)
}

fn gone() -> Error {
    Error::not_found("message that this link belongs to")
}

fn withdraw_in(
    ctx: &Ctx,
    tx: &Tx,
    message: &Message,
    how: &str,
    now: Time,
) -> Result<(Refused, Option<customers::recording::Learned>)> {
    let details: Value = serde_json::from_str(&message.details).unwrap_or_default();
    let purpose: Purpose =
        details.get("purpose").and_then(Value::as_str).ok_or_else(gone)?.parse()?;
    let channel = channels::find(tx, message.channel_id)?;
    let address = message.address.as_deref();
    let shown = address.and_then(|address| address.split_once(':')).map_or("", |(_, value)| value);
    let refused = Refused { address: shown.to_string() };
    if is_refused(tx, message.customer_id, channel.kind, address, purpose)? {
        return Ok((refused, None));
    }
    let consent = Consent {
        id: ConsentId::new(now),
        customer_id: message.customer_id,
        at: now,
        subject: Subject::new(purpose.as_str(), channel.kind.as_str(), address),
        state: State::Withdrawn,
        basis: "consent".into(),
        wording: None,
        source_channel_id: channel.id,
        actor: "customer".into(),
        evidence: json!({ "by": how, "message": message.id }),
    };
    consents::store::insert(tx, &consent)?;
    let properties = json!({
        "purpose": purpose,
        "channel": channel.kind.as_str(),
        "identity": address,
    });
    let happening = Happening {
        name: "Consent Withdrawn",
        key: &format!("unsubscribe:{}", message.id),
        at: now,
        by: By::Leaf(message.customer_id),
        properties: &properties.to_string(),
    };
    let door = Door { channel: channel.into(), trusted: true };
    let noted = ctx.customers.recorder.note(tx, &door, &happening, now)?;
    Ok((refused, Some(noted.learned)))
}
