//! What the shop sells: products, and of each the variants that can be bought.
//!
//! A variant is what has a price, lies in a store and goes into a cart; a product is what people look at. A product
//! without sizes or colours has one variant.
//!
//! ```text
//! product:  draft ──staff, a server──► active ──► archived (and back)
//! variant:  live ──► archived (and back); never deleted: carts, orders and returns name it
//! ```
//!
//! Kept here:
//! - A SKU and a handle belong to one, a GTIN to one live variant. Whoever writes holds the catalogue's turn
//!   (`store_write::take_turn`), so that no two can take the same.
//! - The live variants of a product have the same options and differ in their values.
//! - One way to write ([`save`]) for the desk, servers and files: what is not named stays as it is, and the same again
//!   changes nothing.
//! - What can be searched is written in the transaction of the change.
//!
//! Start reading at [`Wanted`] and [`rules::decide`] (pure), then [`save`] and [`search::find`].

pub mod api;
pub mod categories;
pub mod files;
pub mod rules;
mod save;
pub mod search;
pub mod shop_api;
pub mod store;
mod store_search;
mod store_write;
pub mod testing;
#[cfg(test)]
mod tests;
mod upkeep;
pub mod views;
mod wanted;

use std::collections::{BTreeMap, BTreeSet};

use customers::channels::ChannelId;
use kit::i18n::Lang;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

pub use categories::Category;
pub use save::{Outcome, Saved, save};
pub use upkeep::{archive, keep};
pub use wanted::{Wanted, WantedText, WantedVariant};

kit::id_type!(ProductId, "prd");
kit::id_type!(VariantId, "var");
kit::id_type!(CategoryId, "cat");

/// Which rate of value added tax holds, whatever it is in a country and at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxClass {
    #[default]
    Standard,
    Reduced,
    /// The lower one, where there are two.
    SuperReduced,
    Zero,
}

impl TaxClass {
    pub const ALL: [TaxClass; 4] =
        [TaxClass::Standard, TaxClass::Reduced, TaxClass::SuperReduced, TaxClass::Zero];

    pub fn as_str(self) -> &'static str {
        match self {
            TaxClass::Standard => "standard",
            TaxClass::Reduced => "reduced",
            TaxClass::SuperReduced => "super_reduced",
            TaxClass::Zero => "zero",
        }
    }
}

impl std::str::FromStr for TaxClass {
    type Err = Error;

    fn from_str(text: &str) -> Result<TaxClass> {
        TaxClass::ALL.into_iter().find(|class| class.as_str() == text).ok_or_else(|| {
            let known = TaxClass::ALL.map(TaxClass::as_str).join(", ");
            Error::bad_input("bad_tax_class", format!("A tax class is one of {known}."))
        })
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being written; nobody outside sees it.
    Draft,
    #[default]
    Active,
    /// Sold no more; what was sold can still be looked up and come back.
    Archived,
}

impl Status {
    pub const ALL: [Status; 3] = [Status::Draft, Status::Active, Status::Archived];

    pub fn as_str(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Active => "active",
            Status::Archived => "archived",
        }
    }
}

impl std::str::FromStr for Status {
    type Err = Error;

    fn from_str(text: &str) -> Result<Status> {
        Status::ALL.into_iter().find(|status| status.as_str() == text).ok_or_else(|| {
            let known = Status::ALL.map(Status::as_str).join(", ");
            Error::bad_input("bad_status", format!("A status is one of {known}."))
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    /// The last part of its address.
    pub handle: String,
    pub status: Status,
    pub title: String,
    pub description: String,
    pub brand: Option<String>,
    pub category_id: Option<CategoryId>,
    pub tax_class: TaxClass,
    pub media: Vec<Medium>,
    pub texts: BTreeMap<Lang, Text>,
    /// The only doors where it is sold; each, when empty.
    pub channels: BTreeSet<ChannelId>,
    pub created_at: Time,
    pub updated_at: Time,
    /// In the order in which they are shown, the archived among them.
    pub variants: Vec<Variant>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    pub id: VariantId,
    pub sku: String,
    /// 14 digits.
    pub gtin: Option<String>,
    pub options: Vec<Choice>,
    pub weight_g: Option<i64>,
    pub archived_at: Option<Time>,
}

impl Variant {
    /// With what tells it from its kind: `Mug, blue`.
    pub fn named(&self, title: &str) -> String {
        let values = self.options.iter().map(|choice| choice.value.as_str());
        std::iter::once(title).chain(values).collect::<Vec<_>>().join(", ")
    }
}

/// `Colour: blue`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub name: String,
    pub value: String,
}

/// A picture or a film.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Medium {
    pub url: String,
    /// What is to be seen, for those who do not see it.
    #[serde(default)]
    pub alt: BTreeMap<Lang, String>,
}

/// What a product says in another language. An empty one says what the shop's own says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    pub title: String,
    pub description: String,
}

impl Product {
    pub fn live(&self) -> impl Iterator<Item = &Variant> {
        self.variants.iter().filter(|variant| variant.archived_at.is_none())
    }

    pub fn is_sold(&self) -> bool {
        self.status == Status::Active && self.live().next().is_some()
    }

    pub fn is_sold_at(&self, channel: ChannelId) -> bool {
        self.is_sold() && (self.channels.is_empty() || self.channels.contains(&channel))
    }

    pub fn title_in(&self, lang: Lang) -> &str {
        let text = self.texts.get(&lang).map(|text| text.title.as_str());
        text.filter(|title| !title.is_empty()).unwrap_or(&self.title)
    }

    pub fn description_in(&self, lang: Lang) -> &str {
        let text = self.texts.get(&lang).map(|text| text.description.as_str());
        text.filter(|description| !description.is_empty()).unwrap_or(&self.description)
    }
}

/// A variant with what pricing, stock and carts need to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sellable {
    pub id: VariantId,
    pub product_id: ProductId,
    pub category_id: Option<CategoryId>,
    pub sku: String,
    /// The product's title and the options: `Mug, blue`.
    pub title: String,
    pub tax_class: TaxClass,
    pub weight_g: Option<i64>,
    /// It is in the shop's window: the product is active, the variant not archived.
    pub is_sold: bool,
}

/// The variant that a code means: a SKU as it is typed, a GTIN of any length, or what a scanner read. One that is
/// archived is found too, after those that are live: it may come back to the till.
pub fn find_by_code(tx: &Tx, code: &str) -> Result<Option<VariantId>> {
    let read = rules::codes::read(code);
    if let Some(sku) = read.sku
        && let Some(id) = store::by_sku_maybe(tx, sku)?
    {
        return Ok(Some(id));
    }
    match read.gtin {
        Some(gtin) => store::by_gtin_maybe(tx, &gtin),
        None => Ok(None),
    }
}
