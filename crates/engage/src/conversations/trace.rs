//! What happened with a conversation by itself, told in its transcript: data, which the desk puts into the reader's words.

use customers::accounts::AccountId;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::out::queued;
use super::store::{self, Located};
use super::{Author, Conversation, Direction, Message, MessageId, Priority, State, TeamId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Trace {
    /// A rule gave it to somebody.
    Given { to: AccountId, rule: String },
    /// A rule gave it to a team.
    Team { team: TeamId, rule: String },
    /// A rule made it more or less urgent.
    Priority { priority: Priority, rule: String },
    /// A rule closed it after so many days of silence.
    Closed { days: i64, rule: String },
    /// The customer said how it was, from 1 to 5.
    Rated { score: i64, comment: String },
    /// The customer was not asked or told: they want no such messages.
    NotSent { purpose: String },
}

#[derive(Deserialize)]
struct Details {
    trace: Trace,
}

impl Trace {
    /// What a message of a transcript tells of this kind.
    pub fn of(message: &Message) -> Option<Trace> {
        if message.author != Author::System || message.direction != Direction::Note {
            return None;
        }
        serde_json::from_str::<Details>(&message.details).ok().map(|details| details.trace)
    }
}

/// Writes it into the transcript, as a note that goes nowhere.
pub(crate) fn trace(tx: &Tx, root: &Conversation, what: &Trace, now: Time) -> Result<()> {
    let details = serde_json::to_string(&json!({ "trace": what })).map_err(Error::internal)?;
    let at = Located {
        customer_id: root.customer_id,
        conversation_id: root.id,
        message_id: MessageId::new(now),
    };
    let note = Message {
        direction: Direction::Note,
        state: State::Received,
        details,
        ..queued(at, root.last_channel_id, Author::System, now)
    };
    store::insert_message(tx, &note)
}
