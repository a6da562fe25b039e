//! What a variant costs, and why.

use customers::identities::CustomerId;
use kit::Time;
use kit::money::{Currency, Money};

use crate::catalogue::{TaxClass, VariantId};

kit::id_type!(PriceListId, "prl");

/// What is asked. The door is not in it: the price is the same at each.
#[derive(Clone, Debug)]
pub struct Ask {
    pub variant: VariantId,
    /// The customer's group (`trade`), if any.
    pub group: Option<String>,
    pub currency: Currency,
    pub quantity: i64,
    pub at: Time,
}

/// What one piece costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// With value added tax.
    pub unit: Money,
    pub tax_class: TaxClass,
    /// From which price list.
    pub list: PriceListId,
}

/// For whom a basket is priced.
#[derive(Clone, Debug)]
pub struct Buyer {
    pub customer: Option<CustomerId>,
    pub group: Option<String>,
    /// ISO 3166, `PL`: whose value added tax is paid.
    pub country: String,
}
