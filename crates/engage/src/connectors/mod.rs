//! The doors that talk. Each is one module with four verbs: understand what comes in (and refuse what is not signed),
//! render what goes out for what the door can carry, send it, read what the door says of it afterwards.
//!
//! A *link* is a door's connection to its provider: which connector, its settings, its secrets (sealed). A connector
//! never touches a conversation: it gives [`Arrival`]s to [`arrive`] and takes [`Outgoing`]s from the outbox.
//!
//! Kept here:
//! - What is not signed as the provider signs is answered 401 and changes nothing.
//! - What came is recorded before the provider hears 2xx; what the provider repeats is recorded once.
//! - A connector that hangs or fails hurts its own queue only.
//!
//! Start reading at [`Outgoing`] and [`Sent`], then any one connector. What a connector asks staff for is in [`setup`]; what it
//! keeps running, in [`keep_running`].

mod arrive;
pub mod capabilities;
pub mod chat;
pub mod email;
pub(crate) mod files;
pub mod hooks;
mod learned;
pub mod link;
pub(crate) mod media_type;
pub mod messenger;
mod meta;
mod multipart;
pub mod own;
pub mod phone;
mod running;
pub mod setup;
pub mod signals;
pub mod sms;
pub mod telegram;
#[cfg(test)]
mod tests;
pub mod tokens;
pub mod trial;
mod tries;
pub mod twilio;
pub mod whatsapp;
pub mod window;
mod wishes;

use customers::channels::Channel;
use kit::jobs::Outcome;

use crate::Ctx;
use crate::choices::Offer;
use crate::conversations::{Inbound, Message, NewAttachment, Report, State};

pub use arrive::arrive;
pub use kit::http;
pub use link::{Link, Provider};
pub use running::keep_running;

/// Something that a door brings in.
#[derive(Clone, Debug)]
pub enum Arrival {
    Message(Box<Inbound>),
    Report(Report),
}

/// A message on its way out, with all that its door may need.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub channel: Channel,
    pub link: Link,
    pub message: Message,
    /// The value of the message's address at this door: an e-mail address, a number, a chat's id.
    pub to: String,
    pub attachments: Vec<NewAttachment>,
    /// What can be chosen, where this door shows it; else it stands in the text.
    pub offer: Option<Offer>,
    /// How the door named earlier messages of the conversation that went through it, the newest first: for reply headers.
    pub earlier: Vec<String>,
    /// Tries before this one. The message's id is the key by which a provider can recognise a second try.
    pub attempts: i64,
}

impl Outgoing {
    /// Words alone, to where they are addressed.
    pub fn new(channel: Channel, link: Link, message: Message) -> Outgoing {
        let to = message.address.as_deref().and_then(|address| address.split_once(':'));
        let to = to.map_or(String::new(), |(_, value)| value.to_string());
        Outgoing {
            channel,
            link,
            message,
            to,
            attachments: Vec::new(),
            offer: None,
            earlier: Vec::new(),
            attempts: 0,
        }
    }
}

/// What became of a try to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The door has it, and calls it by these names (an SMS may be several).
    Accepted { names: Vec<String>, state: State },
    /// Not now, but others may go: a mailbox is full, this number gets too many.
    Later { after: Option<i64>, error: String },
    /// Nobody answers there, or nobody may send: all wait.
    Down { error: String },
    /// It was handed over, and nobody said whether it was taken: all wait, and then it is tried again.
    Unanswered { error: String },
    /// Never, as it is; people must know why.
    Refused { error: String },
}

impl From<Sent> for Outcome {
    fn from(sent: Sent) -> Outcome {
        match sent {
            Sent::Accepted { .. } => Outcome::Done,
            Sent::Later { after, error } => Outcome::Later { after, error },
            Sent::Down { error } => Outcome::Down { error },
            Sent::Unanswered { error } => Outcome::Unanswered { after: UNANSWERED_PAUSE, error },
            Sent::Refused { error } => Outcome::Dead { error },
        }
    }
}

/// A provider that did not answer may still report meanwhile that it has the message.
pub const UNANSWERED_PAUSE: i64 = kit::time::minutes(1);

/// Sends by the connector of the message's door.
pub async fn send(ctx: &Ctx, out: &Outgoing) -> Sent {
    if let Some(error) = capabilities::too_long(out.channel.kind, &out.message.body) {
        return Sent::Refused { error };
    }
    match out.link.provider {
        Provider::Email => email::send(ctx, out).await,
        Provider::Own => own::send(ctx, out).await,
        // The customer's page fetches what is there for it.
        Provider::Chat | Provider::Store | Provider::Form => {
            Sent::Accepted { names: Vec::new(), state: State::Sent }
        }
        Provider::Smpp => sms::smpp::send(ctx, out).await,
        Provider::Kannel => sms::kannel::send(ctx, out).await,
        Provider::Twilio => sms::twilio::send(ctx, out).await,
        Provider::Whatsapp => whatsapp::send(ctx, out).await,
        Provider::Messenger | Provider::Instagram => messenger::send(ctx, out).await,
        Provider::Telegram => telegram::send(out).await,
        Provider::Asterisk | Provider::TwilioVoice => Sent::Refused {
            error: "A telephone carries no messages. Call, or choose another door.".into(),
        },
    }
}
