//! One record and one history of each customer, behind every door.
//!
//! | slice | what it is |
//! | --- | --- |
//! | [`accounts`] | who works here, how they sign in, what each may do |
//! | [`channels`] | the doors, as data, and their keys |
//! | [`recording`] | the Segment HTTP API: how events come in |
//! | [`identities`] | who is who: leaves, edges, merge and split |
//! | [`events`] | the timeline |
//! | [`profiles`] | what the shop knows of a person, and how to find one |
//! | [`consents`] | what a person allows |
//! | [`privacy`] | export, erasure, restriction and objection |
//! | [`dealings`] | orders, carts and returns, as far as the timeline tells |
//! | [`context`] | who is this: the one call of every door |
//! | [`groups`] | households and companies |
//! | [`exchange`] | a whole shop, carried out and in again |
//! | [`imports`] | how far files of history were taken in |

pub mod accounts;
pub mod channels;
pub mod consents;
pub mod context;
pub mod dealings;
pub mod events;
pub mod exchange;
pub mod groups;
pub mod identities;
pub mod imports;
pub mod privacy;
pub mod profiles;
pub mod recording;
pub mod testing;

use std::sync::Arc;

use kit::db::Migration;
use kit::i18n::Lang;
use kit::money::Currency;
use kit::secrets::Secrets;
use kit::{Clock, Db};

/// The words of this crate: what happened on a timeline, and the file that a person gets.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../locales/en.ftl")),
    (Lang::Pl, include_str!("../locales/pl.ftl")),
    (Lang::Ro, include_str!("../locales/ro.ftl")),
    (Lang::Ru, include_str!("../locales/ru.ftl")),
];

pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_spine", text: include_str!("../migrations/0001_spine.sql") },
    Migration { name: "0002_accounts", text: include_str!("../migrations/0002_accounts.sql") },
    Migration { name: "0003_imports", text: include_str!("../migrations/0003_imports.sql") },
    Migration { name: "0004_erasures", text: include_str!("../migrations/0004_erasures.sql") },
    Migration { name: "0005_activity", text: include_str!("../migrations/0005_activity.sql") },
    kit::jobs::MIGRATION,
    kit::jobs::KEY_MIGRATION,
    Migration { name: "0006_watched", text: include_str!("../migrations/0006_watched.sql") },
    Migration { name: "0007_bounces", text: include_str!("../migrations/0007_bounces.sql") },
    Migration { name: "0008_listeners", text: include_str!("../migrations/0008_listeners.sql") },
    kit::jobs::HOLDER_MIGRATION,
    kit::jobs::BEGUN_MIGRATION,
];

/// What every action gets: the world outside comes through here.
#[derive(Clone)]
pub struct Ctx {
    pub db: Db,
    pub clock: Clock,
    pub recorder: Arc<recording::Recorder>,
    pub doors: Arc<channels::Doors>,
    pub defaults: Arc<Defaults>,
    /// Without a key until somebody gives one ([`Ctx::with_secrets`]).
    pub secrets: Secrets,
}

/// What the merchant set for the whole shop.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// How telephone numbers without a country code are dialled (ISO 3166, `PL`).
    pub region: Option<String>,
    /// What prices without a currency are in.
    pub currency: Currency,
}

impl Defaults {
    fn borrowed(&self) -> recording::incoming::Defaults<'_> {
        recording::incoming::Defaults { region: self.region.as_deref(), currency: self.currency }
    }
}

impl Ctx {
    pub fn new(db: Db, clock: Clock, defaults: Defaults) -> Ctx {
        Ctx {
            db,
            clock,
            recorder: Arc::default(),
            doors: Arc::default(),
            defaults: Arc::new(defaults),
            secrets: Secrets::missing(),
        }
    }

    /// With the server's key, by which secrets of staff are sealed.
    #[must_use]
    pub fn with_secrets(self, secrets: Secrets) -> Ctx {
        Ctx { secrets, ..self }
    }
}
