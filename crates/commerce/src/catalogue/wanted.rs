//! How somebody wants a product to be: what the desk, a server or a file says.

use std::collections::{BTreeMap, BTreeSet};

use customers::channels::ChannelId;
use kit::i18n::Lang;
use serde::Deserialize;

use super::{Choice, Medium, ProductId, Status, TaxClass, VariantId};

/// What is `None` stays as it is, or is what a new product begins with. An empty text empties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wanted {
    /// Which product; without it that of the SKUs, else that of the handle, else a new one.
    #[serde(skip)]
    pub id: Option<ProductId>,
    pub handle: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub brand: Option<String>,
    /// A handle, or titles from the root down (`Kitchen > Mugs`), which are made if they are missing.
    pub category: Option<String>,
    pub tax_class: Option<TaxClass>,
    pub status: Option<Status>,
    pub media: Option<Vec<Medium>>,
    /// The languages that are not named stay.
    pub texts: BTreeMap<Lang, WantedText>,
    pub channels: Option<BTreeSet<ChannelId>>,
    /// Those that are not named stay.
    pub variants: Vec<WantedVariant>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WantedText {
    pub title: Option<String>,
    pub description: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WantedVariant {
    /// Only who names a variant by its id can give it another SKU.
    pub id: Option<VariantId>,
    pub sku: String,
    pub gtin: Option<String>,
    pub options: Option<Vec<Choice>>,
    /// 0 empties.
    pub weight_g: Option<i64>,
    pub archived: Option<bool>,
}
