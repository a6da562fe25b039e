//! What a customer and the shop say to each other, whichever door it goes through.
//!
//! A conversation belongs to a customer, not to a door; each of its messages says by which door it came or went. Like
//! all history it hangs on *leaves*: a *part* is what was said with one leaf, and never moves. Parts of one *root* are
//! one conversation. So when two customers turn out to be one, their open conversations become one; and when that was
//! wrong, each side has its own again, with every message.
//!
//! ```text
//!          customer writes            agent answers             agent closes
//!  (new) ─────────────────► open ───────────────────► pending ───────────────► closed
//!                            ▲  ◄───────────────────────┘  customer writes       │
//!                            │  ◄── the time has come ── snoozed                  │
//!                            └──────────── customer comes back within 7 days ─────┘
//! ```
//!
//! Kept here:
//! - A provider's message is recorded once, however often it is delivered.
//! - What staff took apart, no rule joins again.
//! - A message, its place on the customer's timeline and the job that sends it are one transaction.
//!
//! Start reading at [`rules::place`] (pure), then [`receive`] and [`reply`].

mod actions;
pub mod api;
mod automatic;
mod edits;
mod erasure;
mod out;
mod own_words;
mod receive;
mod regroup;
mod reply;
pub mod rules;
mod settle;
mod speak;
pub mod store;
#[cfg(test)]
mod tests;
mod trace;

use customers::accounts::AccountId;
use customers::channels::ChannelId;
use customers::identities::{CustomerId, Identity};
use kit::{Result, Time};
use serde::{Deserialize, Serialize};

pub use actions::{
    assign, close, keep_waking, merge, note, note_once, reopen, set_priority, snooze, split, wake,
};
pub(crate) use automatic::{Said, reached, say, say_closing};
pub use edits::is_taken_back;
pub use erasure::erase_job;
pub(crate) use out::beside;
pub(crate) use own_words::{OwnWords, say_there};
pub(crate) use receive::receive_in;
pub use receive::{BODY_BYTES_MAX, FILES_BYTES_MAX, FILES_MAX, Received, receive};
pub use regroup::{regroup, regroup_job};
pub use reply::{NewReply, reply, report};
pub(crate) use reply::{enqueue, note_state, report_in, talked_in};
pub(crate) use settle::{end, save};
pub(crate) use speak::{Spoken, speak};
pub use trace::Trace;
pub(crate) use trace::trace;

kit::id_type!(ConversationId, "cnv");
kit::id_type!(MessageId, "msg");
kit::id_type!(AttachmentId, "att");
kit::id_type!(TeamId, "tea");

kit::words! {
    Status:
    /// Waits for the shop.
    Open "open",
    /// Waits for the customer.
    Pending "pending",
    /// Comes back by itself.
    Snoozed "snoozed",
    Closed "closed",
}

kit::words! {
    Direction:
    In "in",
    Out "out",
    /// Among staff; goes nowhere.
    Note "note",
}

kit::words! {
    Author:
    Customer "customer",
    Agent "agent",
    Bot "bot",
    System "system",
}

kit::words! {
    /// How far a message got. A later word never takes back an earlier one: see [`State::after`].
    State:
    Received "received",
    Queued "queued",
    Sent "sent",
    Delivered "delivered",
    Read "read",
    Failed "failed",
}

impl State {
    /// Reports come late, twice, and in any order: what is known after another one. Only a send that nobody has
    /// confirmed can fail, and one that failed may still turn out to have arrived.
    #[must_use]
    pub fn after(self, report: State) -> State {
        let rank = |state: State| match state {
            State::Received => 9,
            State::Queued => 0,
            State::Sent => 1,
            State::Failed => 2,
            State::Delivered => 3,
            State::Read => 4,
        };
        if rank(report) > rank(self) { report } else { self }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Low = -1,
    #[default]
    Normal = 0,
    High = 1,
    Urgent = 2,
}

impl Priority {
    pub const ALL: [Priority; 4] =
        [Priority::Low, Priority::Normal, Priority::High, Priority::Urgent];

    pub fn as_str(self) -> &'static str {
        match self {
            Priority::Low => "low",
            Priority::Normal => "normal",
            Priority::High => "high",
            Priority::Urgent => "urgent",
        }
    }

    fn of(number: i64) -> Priority {
        let found = Priority::ALL.into_iter().find(|one| *one as i64 == number);
        found.unwrap_or_default()
    }
}

/// A conversation, or a part of one: the row.
#[derive(Clone, Debug, Serialize)]
pub struct Conversation {
    pub customer_id: CustomerId,
    pub id: ConversationId,
    pub root_id: ConversationId,
    pub status: Status,
    pub subject: Option<String>,
    pub priority: Priority,
    pub assignee_id: Option<AccountId>,
    pub team_id: Option<TeamId>,
    pub opened_at: Time,
    pub last_at: Time,
    pub last_channel_id: ChannelId,
    pub last_author: Author,
    pub last_text: String,
    pub waiting_since: Option<Time>,
    pub snoozed_until: Option<Time>,
    pub closed_at: Option<Time>,
    /// When the next promise is due, and which it is: see [`crate::sla`].
    pub due_at: Option<Time>,
    pub due_for: Option<crate::sla::Kind>,
}

/// Something that was said.
#[derive(Clone, Debug, Serialize)]
pub struct Message {
    pub customer_id: CustomerId,
    pub conversation_id: ConversationId,
    pub id: MessageId,
    pub at: Time,
    pub channel_id: ChannelId,
    pub direction: Direction,
    pub author: Author,
    pub author_id: Option<AccountId>,
    pub author_name: Option<String>,
    pub address: Option<String>,
    pub subject: Option<String>,
    pub body: String,
    pub html: Option<String>,
    pub state: State,
    pub state_at: Time,
    pub error: Option<String>,
    pub reply_to_id: Option<MessageId>,
    /// JSON, for the door that carried it.
    pub details: String,
}

/// A file that goes along with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAttachment {
    pub name: String,
    pub media_type: String,
    pub content_id: Option<String>,
    pub content: Vec<u8>,
}

/// A file as lists show it.
#[derive(Clone, Debug, Serialize)]
pub struct Attachment {
    pub id: AttachmentId,
    pub message_id: MessageId,
    pub name: String,
    pub media_type: String,
    pub content_id: Option<String>,
    pub size: i64,
}

/// Who speaks, as a door knows them.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// A leaf of the customer whom staff see before them: then nothing else is looked at.
    pub known: Option<CustomerId>,
    /// An account that the shop's server vouched for.
    pub account: Option<String>,
    /// A browser, or whatever else says nothing of who it is: an address that nobody proved is one too
    /// (`mail:anna@example.com`).
    pub device: Option<String>,
    /// What the door vouches for: the number an SMS came from, the id that a messenger gives.
    pub proven: Vec<Identity>,
    /// What they say of themselves.
    pub claimed: Vec<Identity>,
    /// As they call themselves.
    pub name: Option<String>,
    /// Where an answer goes, as `kind:value`.
    pub address: Option<String>,
}

/// A message as a door brings it in.
#[derive(Clone, Debug, Default)]
pub struct Inbound {
    /// The door's own name for it: the same message has the same one, however often it comes.
    pub provider_id: String,
    pub sender: Sender,
    pub at: Time,
    pub subject: Option<String>,
    pub body: String,
    pub html: Option<String>,
    pub attachments: Vec<NewAttachment>,
    /// What it answers, the best hint first.
    pub refers_to: Vec<Reference>,
    /// JSON, for the door: headers, a location, a call.
    pub details: Option<String>,
    /// What it is called on the customer's timeline; a message if nothing else.
    pub event: Option<&'static str>,
    /// What a deep link brought along (`t.me/shop?start=…`, `m.me/shop?ref=…`): perhaps a hand-over code.
    pub code: Option<String>,
    /// A button was pressed, and this is what it sends back: see [`crate::choices`].
    pub pressed: Option<String>,
    /// The customer changed what they had said, at this moment. The body is the new one.
    pub edited_at: Option<Time>,
    /// Files that still lie with the provider: a job fetches each after the commit.
    pub files: Vec<RemoteFile>,
    /// It was the shop who began: a call to the customer. Then nobody waits.
    pub by_shop: Option<ByShop>,
}

/// A file that lies with a door's provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteFile {
    /// By which the door's connector finds it: an id, an address.
    pub reference: String,
    /// No two of a message have the same.
    pub name: String,
    pub media_type: String,
}

/// Who of the shop it was, where that is known.
#[derive(Clone, Debug, Default)]
pub struct ByShop {
    pub account_id: Option<AccountId>,
    pub name: Option<String>,
}

/// What a message says of the one that it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Proven by our own signature.
    Conversation(ConversationId),
    Message(MessageId),
    /// The door's name of an earlier message.
    Provider(String),
    /// Brought along from another door, likewise proven.
    HandOver(ConversationId),
}

/// What a door says of a message that it carried.
#[derive(Clone, Debug)]
pub struct Report {
    pub about: Reported,
    pub state: State,
    pub at: Time,
    pub error: Option<String>,
}

#[derive(Clone, Debug)]
pub enum Reported {
    Message(MessageId),
    Provider(String),
    /// Everything that went to this address up to the moment of the report.
    UpTo {
        address: String,
    },
}
