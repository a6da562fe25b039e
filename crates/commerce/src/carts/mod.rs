//! What somebody means to buy, at whatever door they put it in.
//!
//! A cart is never copied from one door to another. Each change hangs on a *leaf* of the customer, for ever, and says how
//! many pieces it put into or took out of that leaf's *part* of a line. The customer's cart is the union of the parts of
//! all their leaves: a line's quantity is the sum. So when two customers turn out to be one, their carts are one, with
//! nothing to run; and when they are taken apart, each side has its own again.
//!
//! ```text
//!             first change                       order
//!  (nothing) ──────────────► open ──── change ───────────► closed; saved lines go on in a new cart
//!                             ▲            │
//!                             └────────────┘
//! ```
//!
//! Kept here:
//! - The parts (`cart_lines`) are the sum of the changes (`cart_changes`), which are only ever added to: [`audit`].
//! - No part is below zero. Whoever sets a quantity takes from their own part first, then from the others'.
//! - A change that comes again with its key changes nothing.
//! - The way back is a change too: any earlier state can be had again, and that can be undone.
//! - Any cart id of a customer leads to the same cart, which goes by the oldest of them ([`Cart::id`]).
//! - Joining loses nothing: what is too much for a cart is refused when it is put in, never when carts meet.
//! - Whoever only claims to be somebody never sees that one's cart ([`Scope`]).
//!
//! Start reading at [`rules`] (pure), then `act.rs` (change, restore, close) and `read.rs`. What a browser may do is in
//! [`api`], beginning with `visit.rs`; how a cart goes from the telephone to the till, in `code.rs` and `claim.rs`.

mod act;
pub mod api;
pub mod audit;
mod claim;
mod code;
mod disclosure;
mod erasure;
mod goods;
mod limits;
pub mod live;
pub mod priced;
mod read;
pub mod rules;
mod scope;
mod session;
pub mod store;
mod store_codes;
mod tell;
pub mod testing;
#[cfg(test)]
mod tests;
mod visit;

use customers::channels::{ChannelId, Door};
use customers::recording::Learned;
use kit::Time;

use crate::Ctx;
use crate::catalogue::{ProductId, VariantId};

pub use act::{Restore, change, change_in, close, restore};
pub use claim::{
    Made as MadeCode, look as look_at_code, make as make_code, unknown as unknown_code,
};
pub use code::Code;
pub use disclosure::CartChanges;
pub use erasure::erase;
pub use goods::by_code as variant_of_code;
pub use limits::Deed;
pub use read::{State, find, newest, of, of_leaves, states};
pub use rules::Action;
pub use scope::{Reach, Scope};
pub use session::Session;
pub use visit::{Visit, Visitors, Vouching, account_identity};

kit::id_type!(CartId, "crt");
kit::id_type!(ChangeId, "cch");

kit::words! {
    /// Of what a line is.
    Kind:
    /// So many pieces of a variant.
    Item "item",
    /// The same, but not to be bought now.
    Saved "saved",
    Coupon "coupon",
    Note "note",
    /// Stands for a change that changed nothing, so that its key is known.
    Nothing "nothing",
}

/// A line, whoever has a part in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line {
    pub kind: Kind,
    /// The variant's id, the coupon's code, the note's words.
    pub item: String,
}

kit::words! {
    /// What somebody is to the cart that they change.
    Role:
    Customer "customer",
    /// At a till.
    Clerk "clerk",
    /// On the telephone, in a chat.
    Agent "agent",
    /// A program that acts for the customer.
    Assistant "assistant",
    /// An order was made of it.
    Shop "shop",
}

/// Who changes a cart, and by which door. Stands on every change.
#[derive(Clone, Debug)]
pub struct Actor {
    pub role: Role,
    /// Of a clerk or an agent.
    pub name: Option<String>,
    pub door: Door,
}

/// What somebody wants done, all of it or nothing.
#[derive(Clone, Debug)]
pub struct Change {
    /// Made by whoever asks, new for each change: sent again, it is done once.
    pub key: String,
    pub actions: Vec<Action>,
}

/// What became of it.
#[must_use]
pub struct Changed {
    pub id: ChangeId,
    /// It had been done before.
    pub is_repeated: bool,
    learned: Vec<Learned>,
}

impl Changed {
    /// Call it after the commit.
    pub fn learn(self, ctx: &Ctx) -> ChangeId {
        self.learned.into_iter().for_each(|learned| ctx.customers.recorder.learn(learned));
        self.id
    }
}

/// Who did something to a line last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    pub role: Role,
    pub name: Option<String>,
    pub channel_id: Option<ChannelId>,
    pub at: Time,
    pub change: ChangeId,
}

/// So many of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pieces {
    pub variant: VariantId,
    pub product: ProductId,
    pub sku: String,
    pub title: String,
    /// The shop still sells it.
    pub is_sold: bool,
    pub quantity: i64,
    pub added_at: Time,
    pub last: Hand,
}

/// A coupon or a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub text: String,
    pub last: Hand,
}

/// What somebody means to buy. Each list is in the order in which things came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cart {
    /// The oldest of the open carts of which it is made.
    pub id: CartId,
    pub opened_at: Time,
    pub changed_at: Time,
    pub lines: Vec<Pieces>,
    pub saved: Vec<Pieces>,
    pub coupons: Vec<Words>,
    pub notes: Vec<Words>,
}
