//! The inbox: which conversations wait for the shop, whose they are, and the whole of one on a page.
//!
//! A line of the inbox is a *root*: however many doors and parts a conversation has, it stands here once, with the status,
//! the assignee and the newest word of the whole. Nothing is decided or written here; what staff do with a conversation
//! is in [`crate::conversations`].
//!
//! Kept here:
//! - Every list is a page by keyset, every count stops at [`COUNTED_MAX`]: an inbox of a million opens as fast as one of ten.
//! - Whoever reads shows a permit.
//!
//! Start reading at [`page`]; `thread.rs` has one conversation, `rules.rs` the doors by which it can be answered, `live.rs`
//! tells a viewer that something changed, in a conversation or (`people.rs`) of those who speak in it.

mod live;
mod people;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;
mod thread;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use customers::channels::ChannelId;
use kit::{Result, Time, Tx};

use crate::conversations::{self, Conversation, ConversationId, Status, TeamId};
use crate::mentions;

pub use live::{Live, News, Watched, Watcher, mark};
pub use thread::{MESSAGES_SHOWN, Part, Thread, read};

/// Counts go no further: beyond it there is a “+”.
pub const COUNTED_MAX: i64 = 99;

kit::words! {
    /// The sorts of conversations between which staff switch.
    View:
    Open "open",
    /// Given to whoever looks, and not closed.
    Mine "mine",
    /// Nobody's, and not at rest.
    Unassigned "unassigned",
    /// Where a colleague called whoever looks.
    Mentions "mentions",
    Pending "pending",
    Snoozed "snoozed",
    Closed "closed",
    All "all",
}

kit::words! {
    Order:
    Newest "newest",
    /// Who waits longest stands first.
    Waiting "waiting",
    /// What is promised soonest stands first, what nobody promised anything of last.
    Due "due",
}

impl View {
    fn statuses(self) -> &'static [Status] {
        match self {
            View::Open => &[Status::Open],
            View::Mentions => &[],
            View::Mine => &[Status::Open, Status::Pending, Status::Snoozed],
            View::Unassigned => &[Status::Open, Status::Pending],
            View::Pending => &[Status::Pending],
            View::Snoozed => &[Status::Snoozed],
            View::Closed => &[Status::Closed],
            View::All => Status::ALL,
        }
    }
}

/// Where a page ends: the next one begins after it.
pub type Place = (Time, ConversationId);

/// Which conversations somebody wants to see.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    pub view: View,
    /// Whose desk it is; none at the open desk of the demo.
    pub me: Option<AccountId>,
    /// Only those whose newest message went by this door.
    pub channel: Option<ChannelId>,
    /// Only those of this team.
    pub team: Option<TeamId>,
    pub order: Order,
    pub after: Option<Place>,
}

impl Asked {
    /// As an address has it that was kept (`view=open&order=due&door=chn_…&team=tea_…`), for this desk.
    pub fn of_query(query: &str, me: Option<AccountId>) -> Result<Asked> {
        let fields = || query.split('&').filter_map(|field| field.split_once('='));
        // Ids and words stand in it as they are.
        let value = |name| fields().find(|(key, value)| *key == name && !value.is_empty());
        let value = |name| value(name).map(|(_, value)| value);
        Ok(Asked {
            view: value("view").map(str::parse).transpose()?.unwrap_or(View::Open),
            me,
            channel: value("door").map(str::parse).transpose()?,
            team: value("team").map(str::parse).transpose()?,
            order: value("order").map(str::parse).transpose()?.unwrap_or(Order::Newest),
            after: None,
        })
    }
}

#[derive(Clone, Debug, Default)]
pub struct Page {
    pub conversations: Vec<Conversation>,
    pub next: Option<Place>,
}

/// A page of the inbox.
pub fn page(
    tx: &Tx,
    _: &Permit<may::SeeConversations>,
    asked: &Asked,
    size: usize,
) -> Result<Page> {
    if matches!(asked.view, View::Mine | View::Mentions) && asked.me.is_none() {
        return Ok(Page::default());
    }
    if let (View::Mentions, Some(me)) = (asked.view, asked.me) {
        return mentioned(tx, me, asked.after, size);
    }
    // What is over waits for nobody and has nothing due.
    let order = if asked.view == View::Closed { Order::Newest } else { asked.order };
    let asked = &Asked { order, ..asked.clone() };
    let is_skipped = |status: &&Status| order == Order::Due && **status == Status::Closed;
    // Each status is one stretch of an index; what several have is laid together here.
    let mut all = Vec::new();
    for status in asked.view.statuses().iter().filter(|status| !is_skipped(status)) {
        all.extend(store::stretch(tx, asked, *status, size + 1)?);
    }
    all.sort_by_key(|one| place_of(one, asked.order));
    if asked.order == Order::Newest {
        all.reverse();
    }
    let has_more = all.len() > size;
    all.truncate(size);
    let next = all.last().filter(|_| has_more).map(|last| place_of(last, asked.order));
    Ok(Page { conversations: all, next })
}

/// Where somebody was called, the newest call first.
fn mentioned(tx: &Tx, me: AccountId, after: Option<Place>, size: usize) -> Result<Page> {
    let mut calls = mentions::store::page(tx, me, after, size + 1)?;
    let has_more = calls.len() > size;
    calls.truncate(size);
    let next = calls.last().copied().filter(|_| has_more);
    let mut conversations: Vec<Conversation> = Vec::new();
    for (_, id) in calls {
        let Some(part) = conversations::store::find_maybe(tx, id)? else { continue };
        let root = conversations::store::find(tx, part.root_id)?;
        // Two that became one stand here once.
        if conversations.iter().all(|one| one.id != root.id) {
            conversations.push(root);
        }
    }
    Ok(Page { conversations, next })
}

/// How many conversations somebody would see in all, at most [`COUNTED_MAX`] and one.
pub fn count(tx: &Tx, _: &Permit<may::SeeConversations>, asked: &Asked) -> Result<i64> {
    let max = COUNTED_MAX as usize + 1;
    let asked = &Asked { order: Order::Newest, after: None, ..asked.clone() };
    if let (View::Mentions, Some(me)) = (asked.view, asked.me) {
        return mentions::store::count_unseen(tx, me, COUNTED_MAX + 1);
    }
    let mut sum = 0;
    for status in asked.view.statuses() {
        if asked.view != View::Mine || asked.me.is_some() {
            sum += store::stretch_ids(tx, asked, *status, max)?.len();
        }
    }
    Ok(sum.min(max) as i64)
}

fn place_of(conversation: &Conversation, order: Order) -> Place {
    let at = match order {
        Order::Newest => conversation.last_at,
        Order::Waiting => conversation.waiting_since.unwrap_or(conversation.last_at),
        Order::Due => conversation.due_at.unwrap_or(Time::MAX),
    };
    (at, conversation.id)
}

/// How many conversations each view has, at most [`COUNTED_MAX`] and one.
pub fn counts(
    tx: &Tx,
    _: &Permit<may::SeeConversations>,
    me: Option<AccountId>,
) -> Result<Vec<(View, i64)>> {
    let count = |view: View| -> Result<(View, i64)> {
        let mut sum = 0;
        for status in view.statuses() {
            sum += match (view, me) {
                (View::Mine | View::Mentions, None) => 0,
                (View::Mine, Some(me)) => store::count_of(tx, *status, me, COUNTED_MAX + 1)?,
                (View::Unassigned, _) => store::count_unassigned(tx, *status, COUNTED_MAX + 1)?,
                _ => store::count(tx, *status, COUNTED_MAX + 1)?,
            };
        }
        if let (View::Mentions, Some(me)) = (view, me) {
            sum = mentions::store::count_unseen(tx, me, COUNTED_MAX + 1)?;
        }
        Ok((view, sum.min(COUNTED_MAX + 1)))
    };
    // Of what lies behind, nobody needs to know how much it is.
    let views = View::ALL.iter().filter(|view| !matches!(view, View::Closed | View::All));
    views.map(|view| count(*view)).collect()
}

/// How many conversations are open, at most [`COUNTED_MAX`] and one.
pub fn open_count(tx: &Tx, _: &Permit<may::SeeConversations>) -> Result<i64> {
    store::count(tx, Status::Open, COUNTED_MAX + 1)
}
