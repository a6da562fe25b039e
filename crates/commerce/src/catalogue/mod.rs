//! What the shop sells: products, and of each the variants that can be bought.
//!
//! A variant is what has a price, lies in a store and goes into a cart; a product is what people look at. A product
//! without sizes or colours has one variant.

pub mod store;

use kit::Error;
use serde::{Deserialize, Serialize};

kit::id_type!(ProductId, "prd");
kit::id_type!(VariantId, "var");
kit::id_type!(CategoryId, "cat");

/// Which rate of value added tax holds, whatever it is in a country and at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxClass {
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

    fn from_str(text: &str) -> kit::Result<TaxClass> {
        TaxClass::ALL.into_iter().find(|class| class.as_str() == text).ok_or_else(|| {
            let known = TaxClass::ALL.map(TaxClass::as_str).join(", ");
            Error::bad_input("bad_tax_class", format!("A tax class is one of {known}."))
        })
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
    /// It is in the shop's window: the product is active, the variant not archived.
    pub is_sold: bool,
}
