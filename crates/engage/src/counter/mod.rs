//! In the store: the clerk finds who stands before them, sees what was said before, and goes on with the talk.
//!
//! A customer is found by what a scanner reads or a person says: a loyalty card, a number, an address, a hand-over code. Who
//! it is the clerk decides, so what is noted hangs on the customer whom the clerk has before them. That alone proves nothing:
//! an address becomes proven by a code that was sent there, a card by lying on the counter.
//!
//! Kept here:
//! - Each scan is a store visit on the customer's timeline.
//! - What was said is a message by the store's door, with the time and the clerk's name, in the talk that goes on.
//! - A card that is another's joins by the ordinary rules of identity or not at all; the clerk is told which.
//!
//! Start reading at [`look_up`], then [`visit`], [`note`] and [`attach`].

mod attach;
mod lookup;
#[cfg(test)]
mod tests;
mod visit;

use std::sync::Arc;

use customers::channels::{Channel, ChannelId, ChannelKind, store as channels};
use kit::{Error, Result, Tx};

pub use attach::{NewCustomer, attach, create};
pub use lookup::{How, LookUp, look_up, talk_of_code};
pub use visit::{Noted, Spoke, Visited, note, talk_of, visit};

/// The doors behind which there is a counter: stores, and stands at fairs.
pub fn doors(tx: &Tx) -> Result<Vec<Channel>> {
    let all = channels::list(tx)?.into_iter();
    Ok(all
        .filter(|door| is_counter(door.kind) && door.talk && door.disabled_at.is_none())
        .collect())
}

fn is_counter(kind: ChannelKind) -> bool {
    matches!(kind, ChannelKind::Store | ChannelKind::Event)
}

/// An open store.
pub fn door(tx: &Tx, id: ChannelId) -> Result<Arc<Channel>> {
    let found = doors(tx)?.into_iter().find(|door| door.id == id);
    found.map(Arc::new).ok_or_else(|| Error::not_found("store of this id"))
}
