//! How goods get to whoever bought them, and what that costs: a courier, a parcel locker, or fetched in a store.
//!
//! A method is data: for whom it is (an address in some countries, or whoever comes), a table of costs by what is bought
//! and by what it weighs, free from a sum on. Which methods are possible for an order and what each costs is a pure
//! function ([`rules`]) that says of every method why. What is given off it is a matter of promotions.
//!
//! ```text
//! method:  to come ──starts_at──► holds ──ends_at──► over;   active ◄──staff──► inactive
//! ```
//!
//! Kept here:
//! - The door makes no difference: who quotes asks with the kind, the country and perhaps a method, nothing else.
//! - Whoever names no method gets the cheapest that is possible; of equals, the one that stands first.
//! - A shop that never had a method of a kind asks nothing for it. One whose methods do not fit refuses: nothing is
//!   sent for free by mistake.
//! - What counts is what the goods cost before anything is taken off, as promotions count it too: so neither waits for
//!   the other.
//! - What the cheapest way would have cost stands in the quote: a whole withdrawal gives back no more (Directive 2011/83,
//!   art. 13(2)).
//!
//! Start reading at [`rules::choose`].

pub mod api;
mod check;
pub mod rules;
pub mod store;
pub mod testing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use customers::accounts::{Permit, audit, may};
use kit::i18n::Lang;
use kit::money::Currency;
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::Ctx;
use crate::catalogue::{TaxClass, VariantId};
pub use rules::{Chosen, Outcome, Parcel, Told, Why};

kit::id_type!(MethodId, "shm");

/// How many a shop has.
pub const METHODS_MAX: usize = 50;

kit::words! {
    /// Who goes to whom.
    Kind:
    /// The goods are brought to an address.
    Address "address",
    /// Somebody comes for them.
    Collect "collect",
}

/// A way for the goods. Amounts are minor units of its currency, with tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Method {
    /// What orders and servers call it: `courier`.
    #[serde(skip_deserializing)]
    pub code: String,
    pub title: String,
    /// In other languages.
    #[serde(default)]
    pub titles: BTreeMap<Lang, String>,
    pub kind: Kind,
    /// ISO 3166, `PL`. None: everywhere.
    #[serde(default)]
    pub countries: Vec<String>,
    pub currency: Currency,
    pub tiers: Vec<Tier>,
    /// Goods of so much travel for nothing.
    #[serde(default)]
    pub free_from: Option<i64>,
    #[serde(default)]
    pub tax_class: TaxClass,
    /// The lower stands first.
    #[serde(default)]
    pub position: i64,
    #[serde(default = "yes")]
    pub is_active: bool,
    #[serde(default)]
    pub starts_at: Option<Time>,
    /// The first moment at which it no longer holds.
    #[serde(default)]
    pub ends_at: Option<Time>,
}

fn yes() -> bool {
    true
}

/// What it costs from an amount of goods on, up to a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Tier {
    #[serde(default)]
    pub amount_min: i64,
    /// Grams. None: of any weight.
    #[serde(default)]
    pub weight_max_g: Option<i64>,
    pub cost: i64,
}

impl Method {
    pub fn title_in(&self, lang: Lang) -> &str {
        title_in(&self.title, &self.titles, lang)
    }
}

pub(crate) fn title_in<'a>(
    title: &'a str,
    titles: &'a BTreeMap<Lang, String>,
    lang: Lang,
) -> &'a str {
    titles.get(&lang).filter(|title| !title.is_empty()).map_or(title, String::as_str)
}

/// How somebody wants to get the goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub kind: Kind,
    /// The code of a method. None: the cheapest that is possible.
    pub method: Option<String>,
    /// Of these goods, so many pieces are taken along at the counter and weigh nothing on the way.
    pub taken: BTreeMap<VariantId, i64>,
}

impl Wish {
    pub fn new(kind: Kind, method: Option<String>) -> Wish {
        Wish { kind, method, taken: BTreeMap::new() }
    }
}

/// Makes a method, or changes the one of this code.
///
/// # Errors
/// `bad_shipping_method`, `too_many_methods`.
pub async fn save(ctx: &Ctx, permit: &Permit<may::SetPrices>, new: &Method) -> Result<MethodId> {
    check::check(new)?;
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let known = store::id_maybe(tx, &new.code)?;
            let id = known.unwrap_or_else(|| MethodId::new(now));
            store::save(tx, id, new, now)?;
            if store::list(tx)?.len() > METHODS_MAX {
                let detail = format!("A shop has at most {METHODS_MAX} delivery methods.");
                return Err(Error::conflict("too_many_methods", detail));
            }
            let detail = json!({ "code": new.code, "tiers": new.tiers, "active": new.is_active });
            let subject = id.to_string();
            audit::record(tx, now, permit.actor(), "shipping_method_saved", &subject, &detail)?;
            Ok(id)
        })
        .await
}
