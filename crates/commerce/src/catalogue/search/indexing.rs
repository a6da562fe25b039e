//! By what a product is found: written beside it whenever it changes.

use std::collections::{BTreeMap, BTreeSet};

use kit::text::words;

use super::{BRAND, CATEGORY, OPTION};
use crate::catalogue::Product;
use crate::catalogue::rules::typos::WORD_CHARS_MAX;

const OF_TITLE: i64 = 4;
const OF_NUMBER: i64 = 3;
const OF_BRAND: i64 = 2;
const OF_OPTION: i64 = 2;
/// A product of 250 variants has more numbers than people look for.
const TERMS_MAX: usize = 600;
/// In words where a slip of the finger is forgiven.
const GRAM_CHARS_MIN: usize = 3;

/// The folded words of the title in all languages, the brand, the options and the numbers. The description is left out:
/// it names what goes well with the product, too.
pub fn terms(product: &Product) -> BTreeMap<String, i64> {
    let mut terms = BTreeMap::new();
    let mut add = |text: &str, weight: i64| {
        for word in words(text) {
            if word.chars().count() <= WORD_CHARS_MAX && terms.len() < TERMS_MAX {
                let known = terms.entry(word).or_insert(weight);
                *known = weight.max(*known);
            }
        }
    };
    add(&product.title, OF_TITLE);
    for text in product.texts.values() {
        add(&text.title, OF_TITLE);
    }
    if let Some(brand) = &product.brand {
        add(brand, OF_BRAND);
    }
    for variant in &product.variants {
        add(&variant.sku, OF_NUMBER);
        for choice in &variant.options {
            add(&choice.value, OF_OPTION);
        }
    }
    terms
}

/// A word, and no number.
pub fn is_word(term: &str) -> bool {
    term.chars().count() >= GRAM_CHARS_MIN && term.chars().all(char::is_alphabetic)
}

/// Kinds and values by which a product that is sold can be chosen.
pub fn facets(product: &Product) -> BTreeSet<(String, String)> {
    let mut facets = BTreeSet::new();
    if !product.is_sold() {
        return facets;
    }
    if let Some(category) = product.category_id {
        facets.insert((CATEGORY.to_string(), category.to_string()));
    }
    if let Some(brand) = &product.brand {
        facets.insert((BRAND.to_string(), brand.clone()));
    }
    for choice in product.live().flat_map(|variant| &variant.options) {
        facets.insert((format!("{OPTION}{}", choice.name), choice.value.clone()));
    }
    facets
}
