//! What a product may be. Pure: how it is and how somebody wants it in, how it will be or a refusal out.

pub mod codes;
pub mod handles;
pub mod typos;

use std::collections::BTreeSet;

use kit::i18n::Lang;
use kit::{Error, Result, Time};

use super::{
    Choice, Medium, Product, ProductId, Status, TaxClass, Text, Variant, VariantId, Wanted,
    WantedText, WantedVariant,
};

pub const TITLE_CHARS_MAX: usize = 200;
pub const DESCRIPTION_CHARS_MAX: usize = 20_000;
pub const BRAND_CHARS_MAX: usize = 100;
pub const SKU_CHARS_MAX: usize = 64;
pub const VARIANTS_MAX: usize = 250;
pub const OPTIONS_MAX: usize = 3;
pub const OPTION_NAME_CHARS_MAX: usize = 50;
pub const OPTION_VALUE_CHARS_MAX: usize = 100;
pub const MEDIA_MAX: usize = 50;
pub const URL_CHARS_MAX: usize = 2_000;
pub const ALT_CHARS_MAX: usize = 500;
/// 10 tonnes.
pub const WEIGHT_G_MAX: i64 = 10_000_000;

/// The product as it will be. Its category and a free address are found by the action.
pub fn decide(known: Option<&Product>, wanted: &Wanted, now: Time) -> Result<Product> {
    let mut product = known.cloned().unwrap_or_else(|| blank(now));
    if let Some(title) = &wanted.title {
        product.title = line("bad_title", "The title", title, TITLE_CHARS_MAX)?;
    }
    if product.title.is_empty() {
        return Err(Error::bad_input("no_title", "A product needs a title."));
    }
    if let Some(description) = &wanted.description {
        product.description =
            text("bad_description", "The description", description, DESCRIPTION_CHARS_MAX)?;
    }
    if let Some(brand) = &wanted.brand {
        let brand = line("bad_brand", "The brand", brand, BRAND_CHARS_MAX)?;
        product.brand = Some(brand).filter(|brand| !brand.is_empty());
    }
    if let Some(handle) = wanted.handle.as_deref().filter(|handle| !handle.is_empty()) {
        product.handle = handles::checked(handle)?;
    }
    product.tax_class = wanted.tax_class.unwrap_or(product.tax_class);
    product.status = wanted.status.unwrap_or(product.status);
    if let Some(media) = &wanted.media {
        product.media = checked_media(&product.media, media)?;
    }
    for (lang, text) in &wanted.texts {
        translate(&mut product, *lang, text)?;
    }
    if let Some(channels) = &wanted.channels {
        product.channels = channels.clone();
    }
    for variant in &wanted.variants {
        put(&mut product.variants, variant, now)?;
    }
    check_variants(&product)?;
    Ok(product)
}

fn blank(now: Time) -> Product {
    Product {
        id: ProductId::new(now),
        handle: String::new(),
        status: Status::default(),
        title: String::new(),
        description: String::new(),
        brand: None,
        category_id: None,
        tax_class: TaxClass::default(),
        media: Vec::new(),
        texts: Default::default(),
        channels: BTreeSet::new(),
        created_at: now,
        updated_at: now,
        variants: Vec::new(),
    }
}

/// Without the blanks around it, and not too long.
pub fn text(code: &'static str, what: &str, text: &str, chars_max: usize) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > chars_max {
        let detail = format!("{what} has at most {chars_max} characters.");
        return Err(Error::bad_input(code, detail));
    }
    Ok(text.replace("\r\n", "\n"))
}

/// The same, on one line.
pub fn line(code: &'static str, what: &str, words: &str, chars_max: usize) -> Result<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    text(code, what, &words.join(" "), chars_max)
}

fn translate(product: &mut Product, lang: Lang, wanted: &WantedText) -> Result<()> {
    let mut words = product.texts.remove(&lang).unwrap_or_default();
    if let Some(title) = &wanted.title {
        words.title = line("bad_title", "The title", title, TITLE_CHARS_MAX)?;
    }
    if let Some(description) = &wanted.description {
        words.description =
            text("bad_description", "The description", description, DESCRIPTION_CHARS_MAX)?;
    }
    if words != Text::default() {
        product.texts.insert(lang, words);
    }
    Ok(())
}

fn checked_media(known: &[Medium], media: &[Medium]) -> Result<Vec<Medium>> {
    if media.len() > MEDIA_MAX {
        let detail = format!("A product has at most {MEDIA_MAX} pictures.");
        return Err(Error::bad_input("too_many_media", detail));
    }
    media.iter().map(|medium| checked_medium(known, medium)).collect()
}

/// What a picture shows stays, where it is not said anew.
fn checked_medium(known: &[Medium], medium: &Medium) -> Result<Medium> {
    let url = text("bad_media_url", "The address of a picture", &medium.url, URL_CHARS_MAX)?;
    // A path of the shop's own pages, or an address of the web: nothing that a page would run.
    let is_address = ["https://", "http://"].iter().any(|start| url.starts_with(start));
    let is_path = url.starts_with('/') && !url.starts_with("//");
    if !(is_address || is_path) || url.contains(char::is_whitespace) {
        let detail = "The address of a picture begins with https:// or with /.";
        return Err(Error::bad_input("bad_media_url", detail));
    }
    let mut alt = known
        .iter()
        .find(|one| one.url == url)
        .map_or_else(Default::default, |one| one.alt.clone());
    for (lang, words) in &medium.alt {
        let words = text("bad_alt", "The description of a picture", words, ALT_CHARS_MAX)?;
        alt.remove(lang);
        if !words.is_empty() {
            alt.insert(*lang, words);
        }
    }
    Ok(Medium { url, alt })
}

/// Changes the variant that is meant, or adds one.
fn put(variants: &mut Vec<Variant>, wanted: &WantedVariant, now: Time) -> Result<()> {
    let place = match wanted.id {
        Some(id) => {
            let found = variants.iter().position(|variant| variant.id == id);
            let missing = || {
                Error::bad_input("unknown_variant", format!("This product has no variant {id}."))
            };
            Some(found.ok_or_else(missing)?)
        }
        None => {
            let sku = wanted.sku.trim();
            variants.iter().position(|variant| variant.sku == sku)
        }
    };
    let place = match place {
        Some(place) => place,
        None => {
            variants.push(Variant {
                id: VariantId::new(now),
                sku: checked_sku(&wanted.sku)?,
                gtin: None,
                options: Vec::new(),
                weight_g: None,
                archived_at: None,
            });
            variants.len() - 1
        }
    };
    change(&mut variants[place], wanted, now)
}

fn change(variant: &mut Variant, wanted: &WantedVariant, now: Time) -> Result<()> {
    if wanted.id.is_some() && !wanted.sku.trim().is_empty() {
        variant.sku = checked_sku(&wanted.sku)?;
    }
    if let Some(gtin) = wanted.gtin.as_deref().map(str::trim) {
        let gtin = if gtin.is_empty() { None } else { Some(codes::gtin(gtin)?) };
        variant.gtin = gtin;
    }
    if let Some(options) = &wanted.options {
        variant.options = checked_options(options)?;
    }
    if let Some(weight_g) = wanted.weight_g {
        if !(0..=WEIGHT_G_MAX).contains(&weight_g) {
            let detail = format!("A weight is 0 to {WEIGHT_G_MAX} grams.");
            return Err(Error::bad_input("bad_weight", detail));
        }
        variant.weight_g = Some(weight_g).filter(|weight| *weight > 0);
    }
    match wanted.archived {
        Some(true) => variant.archived_at = variant.archived_at.or(Some(now)),
        Some(false) => variant.archived_at = None,
        None => {}
    }
    Ok(())
}

pub fn checked_sku(sku: &str) -> Result<String> {
    let sku = sku.trim();
    let is_plain = !sku.chars().any(char::is_control);
    if sku.is_empty() || sku.chars().count() > SKU_CHARS_MAX || !is_plain {
        let detail = format!("A SKU has 1 to {SKU_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_sku", detail));
    }
    Ok(sku.to_string())
}

fn checked_options(options: &[Choice]) -> Result<Vec<Choice>> {
    if options.len() > OPTIONS_MAX {
        let detail = format!("A variant has at most {OPTIONS_MAX} options.");
        return Err(Error::bad_input("too_many_options", detail));
    }
    let mut checked: Vec<Choice> = Vec::new();
    for choice in options {
        let name =
            line("bad_options", "The name of an option", &choice.name, OPTION_NAME_CHARS_MAX)?;
        let value =
            line("bad_options", "The value of an option", &choice.value, OPTION_VALUE_CHARS_MAX)?;
        if name.is_empty() || value.is_empty() || checked.iter().any(|one| one.name == name) {
            let detail = "Each option of a variant has a name of its own and a value.";
            return Err(Error::bad_input("bad_options", detail));
        }
        checked.push(Choice { name, value });
    }
    Ok(checked)
}

/// What only shows when all variants are looked at.
fn check_variants(product: &Product) -> Result<()> {
    if product.variants.is_empty() {
        let detail = "A product needs a variant with a SKU, also where it has no sizes or colours.";
        return Err(Error::bad_input("no_variants", detail));
    }
    if product.variants.len() > VARIANTS_MAX {
        let detail = format!("A product has at most {VARIANTS_MAX} variants.");
        return Err(Error::bad_input("too_many_variants", detail));
    }
    let mut skus = BTreeSet::new();
    if let Some(twice) = product.variants.iter().find(|variant| !skus.insert(&variant.sku)) {
        let detail = format!("Two variants have the SKU “{}”.", twice.sku);
        return Err(Error::bad_input("sku_repeats", detail));
    }
    let names = |variant: &Variant| -> Vec<String> {
        variant.options.iter().map(|choice| choice.name.clone()).collect()
    };
    let mut first: Option<&Variant> = None;
    let mut values = BTreeSet::new();
    for variant in product.live() {
        let first = *first.get_or_insert(variant);
        if names(first) != names(variant) {
            let detail = format!(
                "The variants “{}” and “{}” have different options.",
                first.sku, variant.sku
            );
            return Err(Error::bad_input("options_differ", detail));
        }
        if !values.insert(&variant.options) {
            let detail = format!("Another variant has the same options as “{}”.", variant.sku);
            return Err(Error::bad_input("options_repeat", detail));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
