//! Finds the messages in which something was said, whatever its accents, by whichever door.
//!
//! Words are folded before they are indexed and before they are looked for ([`kit::text::fold`]), so `zolw` finds „Żółw”.
//! A word finds all that begin with it; what stands in quotation marks is found as it stands. All words must be there.
//!
//! The index is written in the transaction of its message, so nothing can be said that is not found. Measured on SQLite, a
//! message of 25 words that has a commit of its own costs 70 µs of processor time more; in a job, a hundred at once, it
//! would cost 16. It holds no texts (150 bytes for such a message): they are read from the messages when a page is shown.
//!
//! Kept here:
//! - Whoever looks shows a permit; notes among staff are found as well, visitors have no search.
//! - A page ends at a message ([`Asked::before`]), so what is new does not move it.
//! - What is erased is gone from the index in the same transaction.
//!
//! Start reading at [`query::Query`], then [`page`]. `snippet.rs` shows where the words are; `earlier.rs` indexes what was
//! recorded before there was an index.

mod earlier;
pub mod query;
pub mod snippet;
mod store;
#[cfg(test)]
mod tests;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::text::words;
use kit::{Result, Time, Tx};

use crate::conversations::{
    Conversation, ConversationId, Message, MessageId, Status, store as conversations,
};
pub use earlier::{batch, catch_up};
use query::Query;

/// Words of one message that are indexed; behind them lie letters that machines wrote.
const WORDS_MAX: usize = 5_000;

/// What somebody looks for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub query: Query,
    pub channel: Option<ChannelId>,
    /// Who of the shop said it.
    pub agent: Option<AccountId>,
    pub status: Option<Status>,
    pub from: Option<Time>,
    pub to: Option<Time>,
    /// Only messages before this one: where the page before ended.
    pub before: Option<MessageId>,
}

/// A message that was found, and the conversation in which it stands.
#[derive(Clone, Debug)]
pub struct Hit {
    pub message: Message,
    /// The root.
    pub conversation: Conversation,
}

#[derive(Clone, Debug, Default)]
pub struct Page {
    pub hits: Vec<Hit>,
    pub next: Option<MessageId>,
}

/// The newest messages that fit.
pub fn page(
    tx: &Tx,
    _: &Permit<may::SeeConversations>,
    asked: &Asked,
    size: usize,
) -> Result<Page> {
    if asked.query.is_empty() {
        return Ok(Page::default());
    }
    let mut found = store::find(tx, asked, size + 1)?;
    let has_more = found.len() > size;
    found.truncate(size);
    let next = found.last().copied().filter(|_| has_more);
    let mut hits = Vec::with_capacity(found.len());
    for id in found {
        let message = conversations::find_message(tx, id)?;
        let root: ConversationId = conversations::find(tx, message.conversation_id)?.root_id;
        hits.push(Hit { message, conversation: conversations::find(tx, root)? });
    }
    Ok(Page { hits, next })
}

/// Makes a message findable: part of writing it.
pub fn index(tx: &Tx, message: &Message) -> Result<()> {
    let words = words_of(message);
    if words.is_empty() { Ok(()) } else { store::insert(tx, message, &words) }
}

/// Before a message is changed or goes: it is no longer found.
pub fn forget(tx: &Tx, message: &Message) -> Result<()> {
    store::delete(tx, message, &words_of(message))
}

/// Takes all that was said with these leaves out of the index. The messages must still be there: their words tell what
/// to take out.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    for id in store::of_leaves(tx, leaves)? {
        if let Some(message) = conversations::find_message_maybe(tx, id)? {
            forget(tx, &message)?;
        }
    }
    Ok(())
}

/// The folded words by which a message is found, in order.
fn words_of(message: &Message) -> Vec<String> {
    let subject = message.subject.as_deref().unwrap_or_default();
    let all = words(subject).into_iter().chain(words(&message.body));
    all.map(query::clipped).take(WORDS_MAX).collect()
}
