//! What the form of a product sends, and the same form of a product that is there.

use std::collections::BTreeSet;

use commerce::catalogue::categories::Tree;
use commerce::catalogue::{
    Choice, Medium, Product, ProductId, Variant, Wanted, WantedText, WantedVariant,
};
use kit::i18n::Lang;
use kit::{Error, Result};

/// What makes a row of the form a variant.
const FILLED: [&str; 5] = ["variant", "sku", "gtin", "options", "weight_g"];

/// The fields in their order: each `variant` begins another one.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    fields: Vec<(String, String)>,
}

/// One variant of the form.
#[derive(Clone, Copy, Debug)]
pub struct SentVariant<'a> {
    fields: &'a [(String, String)],
}

fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
}

impl SentVariant<'_> {
    pub fn get(&self, name: &str) -> &str {
        value(self.fields, name)
    }

    /// A row that nobody filled.
    fn is_blank(&self) -> bool {
        FILLED.iter().all(|name| self.get(name).trim().is_empty())
    }

    fn wanted(&self) -> Result<WantedVariant> {
        let id = self.get("variant");
        let weight = self.get("weight_g").trim();
        let bad_weight = |_| Error::bad_input("bad_weight", "A weight is a number of grams.");
        Ok(WantedVariant {
            id: if id.is_empty() { None } else { Some(id.parse()?) },
            sku: self.get("sku").to_string(),
            gtin: Some(self.get("gtin").to_string()),
            options: Some(choices(self.get("options"))?),
            weight_g: Some(if weight.is_empty() {
                0
            } else {
                weight.parse().map_err(bad_weight)?
            }),
            archived: Some(self.get("archived") == "yes"),
        })
    }
}

/// `Colour: blue; Size: M`
fn choices(text: &str) -> Result<Vec<Choice>> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let choice = |part: &str| {
        let bad =
            || Error::bad_input("bad_options", "Options look like this: Colour: blue; Size: M");
        let (name, value) = part.split_once(':').ok_or_else(bad)?;
        Ok(Choice { name: name.trim().into(), value: value.trim().into() })
    };
    parts.map(choice).collect()
}

impl Sent {
    pub fn new(fields: Vec<(String, String)>) -> Sent {
        Sent { fields }
    }

    pub fn get(&self, name: &str) -> &str {
        value(&self.fields, name)
    }

    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn variants(&self) -> Vec<SentVariant<'_>> {
        let begins: Vec<usize> = (0..self.fields.len())
            .filter(|place| self.fields[*place].0 == "variant")
            .chain([self.fields.len()])
            .collect();
        begins
            .windows(2)
            .map(|ends| SentVariant { fields: &self.fields[ends[0]..ends[1]] })
            .collect()
    }

    pub fn wanted(&self, id: Option<ProductId>) -> Result<Wanted> {
        let text = |name: &str| Some(self.get(name).to_string());
        let media = self.get("images").lines().map(str::trim).filter(|url| !url.is_empty());
        let text_in = |lang: Lang| WantedText {
            title: text(&format!("title_{lang}")),
            description: text(&format!("description_{lang}")),
        };
        let doors: Result<BTreeSet<_>> = self.all("door").map(str::parse).collect();
        let filled = self.variants().into_iter().filter(|variant| !variant.is_blank());
        Ok(Wanted {
            id,
            handle: text("handle"),
            title: text("title"),
            description: text("description"),
            brand: text("brand"),
            category: text("category"),
            tax_class: Some(self.get("tax_class").parse()?),
            status: Some(self.get("status").parse()?),
            media: Some(
                media.map(|url| Medium { url: url.into(), alt: Default::default() }).collect(),
            ),
            texts: Lang::ALL.map(|lang| (lang, text_in(lang))).into_iter().collect(),
            channels: Some(doors?),
            variants: filled.map(|variant| variant.wanted()).collect::<Result<_>>()?,
        })
    }

    /// The form that would send this product.
    pub fn of(product: &Product, tree: &Tree) -> Sent {
        let mut fields = Vec::new();
        let mut add = |name: &str, value: String| fields.push((name.to_string(), value));
        add("handle", product.handle.clone());
        add("title", product.title.clone());
        add("description", product.description.clone());
        add("brand", product.brand.clone().unwrap_or_default());
        add("category", product.category_id.map_or(String::new(), |id| tree.path_text(id)));
        add("tax_class", product.tax_class.as_str().into());
        add("status", product.status.as_str().into());
        let urls: Vec<&str> = product.media.iter().map(|medium| medium.url.as_str()).collect();
        add("images", urls.join("\n"));
        for (lang, text) in &product.texts {
            add(&format!("title_{lang}"), text.title.clone());
            add(&format!("description_{lang}"), text.description.clone());
        }
        for door in &product.channels {
            add("door", door.to_string());
        }
        for variant in &product.variants {
            add_variant(&mut add, variant);
        }
        Sent { fields }
    }
}

fn add_variant(add: &mut impl FnMut(&str, String), variant: &Variant) {
    let choice = |choice: &Choice| format!("{}: {}", choice.name, choice.value);
    let options: Vec<String> = variant.options.iter().map(choice).collect();
    let is_archived = variant.archived_at.is_some();
    add("variant", variant.id.to_string());
    add("sku", variant.sku.clone());
    add("gtin", variant.gtin.clone().unwrap_or_default());
    add("options", options.join("; "));
    add("weight_g", variant.weight_g.map_or(String::new(), |grams| grams.to_string()));
    add("archived", if is_archived { "yes" } else { "no" }.into());
}
