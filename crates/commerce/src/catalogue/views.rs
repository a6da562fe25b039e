//! Products as the API tells them: to shops in one language, to the shop's servers whole.

use std::collections::{BTreeMap, BTreeSet};

use customers::channels::ChannelId;
use kit::Time;
use kit::i18n::Lang;
use serde::Serialize;

use super::categories::{Category, Tree};
use super::search::{self, Facet, Found};
use super::{
    CategoryId, Choice, Medium, Product, ProductId, Status, TaxClass, Text, Variant, VariantId,
};

/// In the language of whoever asks; in the shop's own where there is none.
pub type Spoken = Option<Lang>;

#[derive(Serialize)]
pub struct ShopProduct<'a> {
    id: ProductId,
    handle: &'a str,
    title: &'a str,
    /// Of one product only; lists leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    brand: Option<&'a str>,
    category: Option<CategoryRef<'a>>,
    tax_class: TaxClass,
    media: Vec<ShopMedium<'a>>,
    options: Vec<OptionValues<'a>>,
    variants: Vec<ShopVariant<'a>>,
}

#[derive(Serialize)]
struct CategoryRef<'a> {
    id: CategoryId,
    handle: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct ShopMedium<'a> {
    url: &'a str,
    alt: &'a str,
}

/// The values that can be chosen, in the order of the variants.
#[derive(Serialize)]
struct OptionValues<'a> {
    name: &'a str,
    values: Vec<&'a str>,
}

#[derive(Serialize)]
struct ShopVariant<'a> {
    id: VariantId,
    sku: &'a str,
    gtin: Option<&'a str>,
    options: &'a [Choice],
    weight_g: Option<i64>,
}

impl<'a> ShopProduct<'a> {
    pub fn of(product: &'a Product, tree: &'a Tree, lang: Spoken, is_whole: bool) -> Self {
        let title = lang.map_or(product.title.as_str(), |lang| product.title_in(lang));
        let description =
            lang.map_or(product.description.as_str(), |lang| product.description_in(lang));
        let category = product.category_id.and_then(|id| tree.find(id));
        ShopProduct {
            id: product.id,
            handle: &product.handle,
            title,
            description: is_whole.then_some(description),
            brand: product.brand.as_deref(),
            category: category.map(|category| CategoryRef {
                id: category.id,
                handle: &category.handle,
                title: title_of(category, lang),
            }),
            tax_class: product.tax_class,
            media: product.media.iter().map(|medium| shop_medium(medium, lang)).collect(),
            options: option_values(product),
            variants: product.live().map(shop_variant).collect(),
        }
    }
}

fn title_of(category: &Category, lang: Spoken) -> &str {
    lang.map_or(category.title.as_str(), |lang| category.title_in(lang))
}

/// Its description in the language that is asked for, or else in any.
fn shop_medium(medium: &Medium, lang: Spoken) -> ShopMedium<'_> {
    let spoken = lang.and_then(|lang| medium.alt.get(&lang));
    let alt = spoken.or_else(|| medium.alt.values().next());
    ShopMedium { url: &medium.url, alt: alt.map_or("", String::as_str) }
}

fn shop_variant(variant: &Variant) -> ShopVariant<'_> {
    ShopVariant {
        id: variant.id,
        sku: &variant.sku,
        gtin: variant.gtin.as_deref(),
        options: &variant.options,
        weight_g: variant.weight_g,
    }
}

fn option_values(product: &Product) -> Vec<OptionValues<'_>> {
    let mut options: Vec<OptionValues> = Vec::new();
    for choice in product.live().flat_map(|variant| &variant.options) {
        let place = options.iter().position(|option| option.name == choice.name);
        let place = place.unwrap_or_else(|| {
            options.push(OptionValues { name: &choice.name, values: Vec::new() });
            options.len() - 1
        });
        if !options[place].values.contains(&choice.value.as_str()) {
            options[place].values.push(&choice.value);
        }
    }
    options
}

/// A page of a list or a search.
#[derive(Serialize)]
pub struct ShopPage<'a> {
    products: Vec<ShopProduct<'a>>,
    total: i64,
    next: Option<String>,
    facets: Vec<ShopFacet<'a>>,
    /// Typed, and the words that stand for it.
    meant: BTreeMap<&'a str, &'a [String]>,
    /// Typed, and found nowhere.
    ignored: &'a [String],
}

#[derive(Serialize)]
struct ShopFacet<'a> {
    kind: &'static str,
    /// Of an option.
    name: Option<&'a str>,
    values: Vec<ShopValue<'a>>,
}

#[derive(Serialize)]
struct ShopValue<'a> {
    value: &'a str,
    title: &'a str,
    count: i64,
}

impl<'a> ShopPage<'a> {
    pub fn of(found: &'a Found, products: &'a [Product], tree: &'a Tree, lang: Spoken) -> Self {
        let shown = products.iter().map(|product| ShopProduct::of(product, tree, lang, false));
        ShopPage {
            products: shown.collect(),
            total: found.total,
            next: found.next.map(|place| place.to_string()),
            facets: found.facets.iter().map(|facet| shop_facet(facet, tree, lang)).collect(),
            meant: found.meant.iter().map(|(typed, words)| (&typed[..], &words[..])).collect(),
            ignored: &found.ignored,
        }
    }
}

fn shop_facet<'a>(facet: &'a Facet, tree: &'a Tree, lang: Spoken) -> ShopFacet<'a> {
    let (kind, name) = match facet.kind.strip_prefix(search::OPTION) {
        Some(name) => ("option", Some(name)),
        None if facet.kind == search::CATEGORY => (search::CATEGORY, None),
        None => (search::BRAND, None),
    };
    let title = |value: &'a str| match tree.by_handle(value) {
        Some(category) if kind == search::CATEGORY => title_of(category, lang),
        _ => value,
    };
    let values = facet.values.iter().map(|(value, count)| ShopValue {
        value,
        title: title(value),
        count: *count,
    });
    ShopFacet { kind, name, values: values.collect() }
}

#[derive(Serialize)]
pub struct ShopCategory<'a> {
    id: CategoryId,
    handle: &'a str,
    title: &'a str,
    /// How many products lie in it and below it.
    count: i64,
    children: Vec<ShopCategory<'a>>,
}

/// The categories that are not empty, as a tree.
pub fn shop_categories<'a>(
    tree: &'a Tree,
    counts: &BTreeMap<String, i64>,
    parent: Option<CategoryId>,
    lang: Spoken,
) -> Vec<ShopCategory<'a>> {
    let shown = tree.children(parent).filter_map(|category| {
        let count = *counts.get(&category.handle)?;
        let children = shop_categories(tree, counts, Some(category.id), lang);
        let title = title_of(category, lang);
        Some(ShopCategory { id: category.id, handle: &category.handle, title, count, children })
    });
    shown.collect()
}

/// A product whole, as the shop's servers get it.
#[derive(Serialize)]
pub struct WholeProduct {
    id: ProductId,
    handle: String,
    status: Status,
    title: String,
    description: String,
    brand: Option<String>,
    /// The path of titles.
    category: Option<String>,
    tax_class: TaxClass,
    media: Vec<Medium>,
    texts: BTreeMap<Lang, Text>,
    channels: BTreeSet<ChannelId>,
    variants: Vec<WholeVariant>,
    created_at: Time,
    updated_at: Time,
}

#[derive(Serialize)]
struct WholeVariant {
    id: VariantId,
    sku: String,
    gtin: Option<String>,
    options: Vec<Choice>,
    weight_g: Option<i64>,
    archived: bool,
}

impl WholeProduct {
    pub fn of(product: Product, tree: &Tree) -> WholeProduct {
        let whole = |variant: Variant| WholeVariant {
            id: variant.id,
            sku: variant.sku,
            gtin: variant.gtin,
            options: variant.options,
            weight_g: variant.weight_g,
            archived: variant.archived_at.is_some(),
        };
        WholeProduct {
            id: product.id,
            handle: product.handle,
            status: product.status,
            title: product.title,
            description: product.description,
            brand: product.brand,
            category: product.category_id.map(|id| tree.path_text(id)),
            tax_class: product.tax_class,
            media: product.media,
            texts: product.texts,
            channels: product.channels,
            variants: product.variants.into_iter().map(whole).collect(),
            created_at: product.created_at,
            updated_at: product.updated_at,
        }
    }
}
