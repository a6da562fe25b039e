//! One shop behind every door: what is sold, for how much, what lies where, and who has put what into the cart.
//!
//! | slice | what it is |
//! | --- | --- |
//! | [`catalogue`] | products and their variants |
//! | [`prices`] | what a variant costs, and why |
//! | [`promotions`] | what is taken off a basket, and why |
//! | [`shipping`] | how goods get to the buyer, and what that costs |
//! | [`stock`] | what lies where, and what is promised to whom |
//! | [`wishes`] | who wants to hear that something is back |
//! | [`carts`] | what somebody means to buy, at whatever door |
//! | [`orders`] | what somebody bought |
//! | [`returns`] | what of it came back |
//! | [`loyalty`] | the points that buying brings |
//! | [`tenders`] | the gift cards and points that it is paid with |
//! | [`payments`] | what a provider took for it, and gave back |
//! | [`tills`] | what is sold across a counter, also without a network |
//! | [`connectors`] | other shop systems that sell from the same shelf |

pub mod carts;
pub mod catalogue;
pub mod connectors;
mod erasure;
pub mod loyalty;
pub mod orders;
pub mod payments;
pub mod prices;
pub mod promotions;
pub mod returns;
pub mod shipping;
mod steps;
pub mod stock;
pub mod tenders;
pub mod testing;
pub mod tills;
pub mod wishes;

use std::sync::Arc;

use kit::db::Migration;
use kit::i18n::Lang;

pub use erasure::erase_job;

pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "commerce_0001_catalogue",
        text: include_str!("../migrations/0001_catalogue.sql"),
    },
    Migration { name: "commerce_0001_prices", text: include_str!("../migrations/0001_prices.sql") },
    Migration {
        name: "commerce_0001_promotions",
        text: include_str!("../migrations/0001_promotions.sql"),
    },
    Migration { name: "commerce_0001_stock", text: include_str!("../migrations/0001_stock.sql") },
    Migration { name: "commerce_0001_carts", text: include_str!("../migrations/0001_carts.sql") },
    Migration { name: "commerce_0001_orders", text: include_str!("../migrations/0001_orders.sql") },
    Migration {
        name: "commerce_0002_returns",
        text: include_str!("../migrations/0002_returns.sql"),
    },
    Migration {
        name: "commerce_0002_loyalty",
        text: include_str!("../migrations/0002_loyalty.sql"),
    },
    Migration {
        name: "commerce_0002_promotions",
        text: include_str!("../migrations/0002_promotions.sql"),
    },
    Migration { name: "commerce_0002_orders", text: include_str!("../migrations/0002_orders.sql") },
    Migration {
        name: "commerce_0002_payments",
        text: include_str!("../migrations/0002_payments.sql"),
    },
    Migration { name: "commerce_0002_tills", text: include_str!("../migrations/0002_tills.sql") },
    Migration {
        name: "commerce_0002_connectors",
        text: include_str!("../migrations/0002_connectors.sql"),
    },
    Migration {
        name: "commerce_0003_tenders",
        text: include_str!("../migrations/0003_tenders.sql"),
    },
    Migration { name: "commerce_0003_links", text: include_str!("../migrations/0003_links.sql") },
    Migration {
        name: "commerce_0003_shipping",
        text: include_str!("../migrations/0003_shipping.sql"),
    },
    Migration { name: "commerce_0004_stock", text: include_str!("../migrations/0004_stock.sql") },
    Migration { name: "commerce_0004_wishes", text: include_str!("../migrations/0004_wishes.sql") },
];

/// What this crate says to people.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../locales/en.ftl")),
    (Lang::Pl, include_str!("../locales/pl.ftl")),
    (Lang::Ro, include_str!("../locales/ro.ftl")),
    (Lang::Ru, include_str!("../locales/ru.ftl")),
];

/// What every action gets.
#[derive(Clone)]
pub struct Ctx {
    pub customers: customers::Ctx,
    /// Where the shop sells from: its country's VAT and rules hold (ISO 3166, `PL`).
    pub country: String,
    /// The promotions, as far as this process has read them.
    pub promotions: Arc<promotions::Remembered>,
}

impl Ctx {
    pub fn new(customers: customers::Ctx) -> Ctx {
        let country = customers.defaults.region.clone().unwrap_or_else(|| "PL".into());
        Ctx { customers, country, promotions: Arc::default() }
    }
}
