//! The columns of the table, and what stands in them of a product that goes out.

use kit::i18n::Lang;

use crate::catalogue::categories::Tree;
use crate::catalogue::rules::OPTIONS_MAX;
use crate::catalogue::{Product, Variant};

/// What an export writes, in this order. An import takes any of them, in any order; `sku` must be there.
pub const HEADER: [&str; COLUMNS] = [
    "handle",
    "title",
    "status",
    "description",
    "brand",
    "category",
    "tax_class",
    "images",
    "doors",
    "title_en",
    "title_pl",
    "title_ro",
    "title_ru",
    "description_en",
    "description_pl",
    "description_ro",
    "description_ru",
    "sku",
    "gtin",
    "option1_name",
    "option1_value",
    "option2_name",
    "option2_value",
    "option3_name",
    "option3_value",
    "weight_g",
    "archived",
];
const COLUMNS: usize = 27;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Handle,
    Title,
    Status,
    Description,
    Brand,
    Category,
    TaxClass,
    /// Addresses, with blanks between.
    Images,
    /// Ids of doors, with blanks between.
    Doors,
    TitleIn(Lang),
    DescriptionIn(Lang),
    Sku,
    Gtin,
    OptionName(usize),
    OptionValue(usize),
    Weight,
    /// `yes` or `no`.
    Archived,
}

impl Column {
    pub fn parse(name: &str) -> Option<Column> {
        let plain = match name {
            "handle" => Column::Handle,
            "title" => Column::Title,
            "status" => Column::Status,
            "description" => Column::Description,
            "brand" => Column::Brand,
            "category" => Column::Category,
            "tax_class" => Column::TaxClass,
            "images" => Column::Images,
            "doors" => Column::Doors,
            "sku" => Column::Sku,
            "gtin" => Column::Gtin,
            "weight_g" => Column::Weight,
            "archived" => Column::Archived,
            other => return Column::parse_numbered(other),
        };
        Some(plain)
    }

    fn parse_numbered(name: &str) -> Option<Column> {
        if let Some(code) = name.strip_prefix("title_") {
            return Lang::parse(code).map(Column::TitleIn);
        }
        if let Some(code) = name.strip_prefix("description_") {
            return Lang::parse(code).map(Column::DescriptionIn);
        }
        let (number, what) = name.strip_prefix("option")?.split_once('_')?;
        let number = number.parse().ok().filter(|n| (1..=OPTIONS_MAX).contains(n))?;
        match what {
            "name" => Some(Column::OptionName(number - 1)),
            "value" => Some(Column::OptionValue(number - 1)),
            _ => None,
        }
    }
}

/// A product as rows of the export. What is of the product stands in the first.
pub fn rows_of(product: &Product, tree: &Tree) -> Vec<[String; COLUMNS]> {
    let mut rows = Vec::new();
    for (place, variant) in product.variants.iter().enumerate() {
        let mut row = <[String; COLUMNS]>::default();
        for (cell, name) in row.iter_mut().zip(HEADER) {
            let Some(column) = Column::parse(name) else { continue };
            *cell = match of_variant(column, variant) {
                Some(text) => text,
                None if place == 0 || column == Column::Handle => of_product(column, product, tree),
                None => String::new(),
            };
        }
        rows.push(row);
    }
    rows
}

fn of_variant(column: Column, variant: &Variant) -> Option<String> {
    let option = |n: usize| variant.options.get(n);
    Some(match column {
        Column::Sku => variant.sku.clone(),
        Column::Gtin => variant.gtin.clone().unwrap_or_default(),
        Column::OptionName(n) => option(n).map_or(String::new(), |choice| choice.name.clone()),
        Column::OptionValue(n) => option(n).map_or(String::new(), |choice| choice.value.clone()),
        Column::Weight => variant.weight_g.map_or(String::new(), |grams| grams.to_string()),
        Column::Archived if variant.archived_at.is_some() => "yes".into(),
        Column::Archived => "no".into(),
        _ => return None,
    })
}

fn of_product(column: Column, product: &Product, tree: &Tree) -> String {
    let text = |lang: &Lang| product.texts.get(lang);
    match column {
        Column::Handle => product.handle.clone(),
        Column::Title => product.title.clone(),
        Column::Status => product.status.as_str().into(),
        Column::Description => product.description.clone(),
        Column::Brand => product.brand.clone().unwrap_or_default(),
        Column::Category => product.category_id.map_or(String::new(), |id| tree.path_text(id)),
        Column::TaxClass => product.tax_class.as_str().into(),
        Column::Images => {
            let urls: Vec<&str> = product.media.iter().map(|medium| &medium.url[..]).collect();
            urls.join(" ")
        }
        Column::Doors => {
            let ids: Vec<String> = product.channels.iter().map(ToString::to_string).collect();
            ids.join(" ")
        }
        Column::TitleIn(lang) => text(&lang).map_or(String::new(), |text| text.title.clone()),
        Column::DescriptionIn(lang) => {
            text(&lang).map_or(String::new(), |text| text.description.clone())
        }
        _ => String::new(),
    }
}
