//! Links to other shop systems: what is sold at Vendure, Medusa, Shopify or WooCommerce is sold from the same shelf.
//!
//! A link is a door (a [`customers::channels::Channel`]) behind which another shop system stands. Its products, customers and
//! orders come in; how many there are and what they cost goes out.
//!
//! ```text
//!  connected ──► importing ──all feeds at their end──► running ◄──staff──► paused
//!                                                        │ key refused ──► paused, with the reason
//!  a delivery (signed)  ─┐
//!  a page of a feed     ─┴─► parsed (pure) ──► taken in, once ──► told: the difference
//! ```
//!
//! Kept here:
//! - What is theirs has their id ([`store_records`]); the same state again changes nothing, and an older one that comes late
//!   never overwrites a newer one ([`rules::is_news`]).
//! - A webhook is kept and answered at once; a job does the work. One that is lost is found by the next reading of the
//!   feed, whose cursor is stored with each page ([`rules::Cursor`]): after a crash it goes on where it was.
//! - An order takes its pieces once, whatever the books say: it has happened ([`crate::stock::promise_told`]). A replay takes
//!   nothing more.
//! - Their stock is counted into our books once, when a variant is seen first. From then on our books hold and are told to
//!   them, so that nothing that was sold here comes back by what they say ([`rules::target`]).
//! - What they may sell before we hear of it can be kept aside for them ([`aside`]): then nothing is sold twice.
//! - Whether what they say of goods and prices holds, or what we say, is a setting of the link ([`Keeper`]).
//!
//! Start reading at [`theirs`] (what any of them says), [`rules`] (pure), [`take`], then [`sync`] and [`tell`].

mod aside;
pub mod desk;
pub mod feeds;
pub mod hooks;
mod link;
pub mod medusa;
mod parcels;
pub mod rules;
pub mod shopify;
mod store;
mod store_records;
mod store_variants;
pub mod sync;
mod take;
mod tell;
pub mod testing;
#[cfg(test)]
mod tests;
pub mod theirs;
pub mod upkeep;
pub mod vendure;
pub mod woocommerce;

pub use desk::{Connecting, Progress, Shown};
pub use link::{Keeper, Link, Settings};

kit::words! {
    /// Which shop system.
    System:
    Vendure "vendure",
    Medusa "medusa",
    Shopify "shopify",
    Woocommerce "woocommerce",
}

impl System {
    /// As its makers write it.
    pub fn name(self) -> &'static str {
        match self {
            System::Vendure => "Vendure",
            System::Medusa => "Medusa",
            System::Shopify => "Shopify",
            System::Woocommerce => "WooCommerce",
        }
    }

    /// It brings by itself what happens, with a signature; the others are asked.
    pub fn has_webhooks(self) -> bool {
        matches!(self, System::Shopify | System::Woocommerce)
    }

    /// It can be told what of its orders was sent from here.
    pub fn hears_of_parcels(self) -> bool {
        matches!(self, System::Medusa | System::Shopify | System::Woocommerce)
    }

    /// Which secrets it takes to talk to it.
    pub fn secrets(self) -> &'static [&'static str] {
        match self {
            System::Vendure => &["username", "password"],
            System::Medusa => &["api_key"],
            System::Shopify => &["client_id", "client_secret", "access_token", "webhook_secret"],
            System::Woocommerce => &["consumer_key", "consumer_secret", "webhook_secret"],
        }
    }

    /// A secret that not every shop of the kind has: apps of Shopify sign in with id and secret; those of before 2026 may have
    /// a token for ever instead.
    pub fn does_without(self, secret: &str) -> bool {
        self == System::Shopify && secret != "webhook_secret"
    }

    /// Its stock counts what is ordered and not yet sent as lying there; the others count what can be sold.
    pub fn counts_on_hand(self) -> bool {
        matches!(self, System::Vendure | System::Medusa)
    }
}

kit::words! {
    State:
    /// What it has is being taken in for the first time.
    Importing "importing",
    Running "running",
    /// By staff, or since it does not let us in.
    Paused "paused",
}

kit::words! {
    /// What is read of it, in this order.
    Feed:
    Products "products",
    Variants "variants",
    Customers "customers",
    Orders "orders",
    /// How many of each it says there are: the first time they are counted in, later what was changed there is set right.
    Levels "levels",
}

/// Why it could not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody answers, or it is busy: later.
    Away(String),
    /// It does not let us in: a person must look.
    Refused(String),
    /// It answers what we do not understand.
    Odd(String),
}

impl Trouble {
    pub fn words(&self) -> &str {
        match self {
            Trouble::Away(words) | Trouble::Refused(words) | Trouble::Odd(words) => words,
        }
    }
}
