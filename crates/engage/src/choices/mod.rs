//! What a message offers to choose from: “Kraków or Gdańsk?” – the customer presses one and need not type it.
//!
//! A door with buttons shows buttons. One without gets a numbered list in the text, and the number is understood.
//!
//! ```text
//!  message with choices ─► rules::shape ─┬─► buttons, a list ─► pressed: our payload ─┐
//!                          (what the     └─► “1. … 2. …”     ─► typed: “2”           ─┴─► understood: an answer
//!                           door carries)                                                with the chosen words
//! ```
//!
//! Kept here:
//! - What was chosen is a message with the words of the choice, which answers the message that offered it; what was
//!   typed instead stands beside it.
//! - A payload that somebody made up chooses nothing: the offer must have gone to whoever presses.
//! - A number is a choice only as long as the offer is the shop's last word there, and nothing was chosen yet.
//!
//! An offer is a part of its message's details, so that only those who show it know of it. Start reading at
//! [`rules::shape`] and [`understood`].

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use customers::channels::{ChannelKind, Door};
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use kit::i18n::Lang;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::conversations::{
    Direction, Inbound, Message, MessageId, Reference, Sender, store as conversations,
};
use crate::words;

/// How a door shows them is [`rules::shape`]'s matter; more than this nobody reads.
pub const COUNT_MAX: usize = 10;
pub const TITLE_CHARS_MAX: usize = 60;
/// So that with our message's id it fits into 64 bytes, which is all that Telegram carries.
pub const ID_BYTES_MAX: usize = 24;
/// A number that comes later means something else.
const TYPED_WITHIN: i64 = kit::time::days(7);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Comes back with the answer.
    pub id: String,
    pub title: String,
}

/// What a message offers, in its details as `choices`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// In which the little words around them are.
    pub lang: Lang,
    pub of: Vec<Choice>,
}

/// What was chosen, in the details of the answer as `chosen`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    pub id: String,
    pub title: String,
    /// Where nothing was pressed: what stood in the place of the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<String>,
}

impl Choice {
    /// Choices of which only the words are known: their places are their ids.
    pub fn of_titles<'a>(titles: impl IntoIterator<Item = &'a str>) -> Vec<Choice> {
        let titles = titles.into_iter().map(str::trim).filter(|title| !title.is_empty());
        titles
            .enumerate()
            .map(|(n, title)| Choice { id: (n + 1).to_string(), title: title.into() })
            .collect()
    }
}

impl Choices {
    /// What a message of the shop offers.
    pub fn of(message: &Message) -> Option<Choices> {
        if message.direction != Direction::Out {
            return None;
        }
        of_details(&message.details, "choices").filter(|choices: &Choices| !choices.of.is_empty())
    }

    pub fn put_into(&self, details: &mut Map<String, Value>) {
        if !self.of.is_empty() {
            details.insert("choices".into(), json!(self));
        }
    }
}

impl Chosen {
    pub fn of(message: &Message) -> Option<Chosen> {
        if message.direction != Direction::In {
            return None;
        }
        of_details(&message.details, "chosen")
    }
}

fn of_details<T: serde::de::DeserializeOwned>(details: &str, name: &str) -> Option<T> {
    // Most messages have neither: they are not read as JSON.
    if !details.contains(&format!("\"{name}\":")) {
        return None;
    }
    let mut details: Map<String, Value> = serde_json::from_str(details).ok()?;
    serde_json::from_value(details.remove(name)?).ok()
}

/// An offer as a door shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub shape: rules::Shape,
    pub choices: Choices,
}

impl Offer {
    /// Its choices with what comes back when they are pressed.
    pub fn buttons(&self, message: MessageId) -> impl Iterator<Item = (String, &str)> {
        let choices = self.choices.of.iter();
        choices.map(move |choice| (rules::payload(message, &choice.id), choice.title.as_str()))
    }

    /// What stands on a button that opens the list.
    pub fn list_title(&self) -> String {
        words::in_language(self.choices.lang, "choices-open", &[])
    }
}

/// How a message goes out by a sort of door: the offer where that shows it, else the text with a numbered list.
pub fn for_door(kind: ChannelKind, message: &mut Message) -> Option<Offer> {
    let choices = Choices::of(message)?;
    let shape = rules::shape(crate::connectors::capabilities::of(kind), &choices, &message.body);
    if shape == rules::Shape::Numbers {
        let hint = words::in_language(choices.lang, "choices-by-number", &[]);
        message.body = rules::numbered(&message.body, &choices, &hint);
        return None;
    }
    Some(Offer { shape, choices })
}

/// What came, as an answer to an offer; none where it is no such answer.
pub(crate) fn understood(
    tx: &Tx,
    door: &Door,
    inbound: &Inbound,
    now: Time,
) -> Result<Option<Inbound>> {
    if inbound.edited_at.is_some() || inbound.by_shop.is_some() {
        return Ok(None);
    }
    let found = match &inbound.pressed {
        Some(payload) => pressed(tx, &inbound.sender, payload)?,
        None => typed(tx, door, inbound, now)?,
    };
    let Some((offer, chosen, body)) = found else { return Ok(None) };
    let mut details: Map<String, Value> = inbound
        .details
        .as_deref()
        .map_or(Ok(Map::new()), serde_json::from_str)
        .map_err(Error::internal)?;
    details.insert("chosen".into(), json!(chosen));
    let mut refers_to = vec![Reference::Message(offer)];
    refers_to.extend(inbound.refers_to.iter().cloned());
    let details = Some(Value::Object(details).to_string());
    Ok(Some(Inbound { body, refers_to, details, ..inbound.clone() }))
}

type Found = Option<(MessageId, Chosen, String)>;

fn pressed(tx: &Tx, sender: &Sender, payload: &str) -> Result<Found> {
    let Some((id, choice)) = rules::of_payload(payload) else { return Ok(None) };
    let Some(message) = conversations::find_message_maybe(tx, id)? else { return Ok(None) };
    if !went_to(tx, &message, sender)? {
        return Ok(None);
    }
    let choices = Choices::of(&message).unwrap_or_default();
    let Some(choice) = choices.of.into_iter().find(|one| one.id == choice) else { return Ok(None) };
    let body = choice.title.clone();
    Ok(Some((id, Chosen { id: choice.id, title: choice.title, typed: None }, body)))
}

/// Whether a message went to this person: to this address, or to whom the door proves to be the same. By whichever door:
/// the chat shows its customer what was offered by e-mail, too.
fn went_to(tx: &Tx, message: &Message, sender: &Sender) -> Result<bool> {
    if message.address.is_some() && message.address == sender.address {
        return Ok(true);
    }
    let account = sender.account.as_deref().map(|id| Identity::new(Kind::USER_ID, id));
    let device = sender.device.as_deref().map(|id| Identity::new(Kind::DEVICE, id));
    let receiver: CustomerId = graph::root(tx, message.customer_id)?;
    for identity in sender.proven.iter().cloned().chain(account).chain(device) {
        if let Some(leaf) = identities::leaf_maybe(tx, &identity)?
            && graph::root(tx, leaf)? == receiver
        {
            return Ok(true);
        }
    }
    Ok(false)
}

fn typed(tx: &Tx, door: &Door, inbound: &Inbound, now: Time) -> Result<Found> {
    let Some(address) = &inbound.sender.address else { return Ok(None) };
    // A letter has a signature below; elsewhere a number with more behind it is no answer.
    let may_go_on = door.channel.kind == ChannelKind::Email;
    let Some((line, rest)) = rules::first_line(&inbound.body, may_go_on) else { return Ok(None) };
    let Some((offer, choices)) = store::open_offer(tx, door.channel.id, address, now)? else {
        return Ok(None);
    };
    let Some(choice) = rules::typed(line, &choices.of) else { return Ok(None) };
    let body = format!("{}{rest}", choice.title);
    let typed = (line != choice.title).then(|| line.to_string());
    let chosen = Chosen { id: choice.id.clone(), title: choice.title.clone(), typed };
    Ok(Some((offer, chosen, body)))
}
