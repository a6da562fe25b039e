//! What Medusa's goods, people and pieces mean: pure. Its amounts are numbers of major units; they are read by their digits.

use kit::Time;
use kit::money::{Currency, Money};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::super::Trouble;
use super::super::theirs::{Address, Left, Level, Person, Product, Variant};
use super::super::vendure::plain;
use super::shop::Shop;
use crate::catalogue::Choice;

pub fn odd(what: &str, said: impl std::fmt::Display) -> Trouble {
    Trouble::Odd(format!("Medusa's {what}: {said}."))
}

pub fn read<'a, T: Deserialize<'a>>(what: &str, item: &'a Value) -> Result<T, Trouble> {
    T::deserialize(item).map_err(|error| odd(what, error))
}

/// The things of an answer.
pub fn list(answer: &Value, name: &str) -> Result<Vec<Value>, Trouble> {
    read(name, &answer[name])
}

pub fn time(item: &Value, name: &str) -> Result<Time, Trouble> {
    let text = item[name].as_str().unwrap_or_default();
    Time::parse(text).ok_or_else(|| odd("time", text))
}

pub fn some(text: &Value) -> Option<String> {
    text.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_string)
}

/// A number, or one as text.
fn digits(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

/// Minor units.
pub fn amount(value: &Value, currency: Currency) -> Result<i64, Trouble> {
    let money = Money::from_decimal(&digits(value), currency);
    money.map(|money| money.minor).map_err(|error| odd("amount", error.detail))
}

/// Hundredths of a per cent.
pub fn percent(value: &Value) -> Result<i64, Trouble> {
    // A currency of two digits reads what we want: 23.5 are 2,350.
    let rate = Money::from_decimal(&digits(value), Currency::EUR);
    rate.map(|rate| rate.minor).map_err(|error| odd("tax rate", error.detail))
}

#[derive(Deserialize)]
struct RawProduct {
    id: String,
    title: String,
    description: Option<String>,
    handle: String,
    status: String,
    updated_at: Time,
    #[serde(default)]
    variants: Vec<Value>,
}

#[derive(Deserialize)]
struct RawVariant {
    id: String,
    sku: Option<String>,
    ean: Option<String>,
    upc: Option<String>,
    updated_at: Time,
    #[serde(default)]
    prices: Vec<RawPrice>,
    #[serde(default)]
    options: Vec<Value>,
    #[serde(default)]
    inventory_items: Vec<RawItem>,
}

/// One of the prices of a variant; those of price lists are not among them. What tells it from the usual one is a rule or a quantity.
#[derive(Deserialize)]
pub struct RawPrice {
    pub id: String,
    pub currency_code: String,
    amount: Value,
    #[serde(default)]
    pub rules: Map<String, Value>,
    pub min_quantity: Option<Value>,
    pub max_quantity: Option<Value>,
}

impl RawPrice {
    /// What everybody pays for one, in this currency.
    pub fn is_usual(&self, currency_code: &str) -> bool {
        let is_limited = self.min_quantity.is_some() || self.max_quantity.is_some();
        self.currency_code == currency_code && self.rules.is_empty() && !is_limited
    }
}

#[derive(Deserialize)]
struct RawItem {
    inventory_item_id: String,
    required_quantity: i64,
}

pub fn product(item: &Value, shop: &Shop) -> Result<Product, Trouble> {
    let raw: RawProduct = read("product", item)?;
    let variants = raw.variants.iter().map(|one| variant(one, &raw.id, shop));
    let variants = variants.collect::<Result<_, _>>()?;
    Ok(whole(raw, variants))
}

/// Which variants it has now.
pub fn left(product: &Product) -> Left {
    let variants = product.variants.iter().map(|variant| variant.id.clone()).collect();
    Left { product: product.id.clone(), variants, at: product.at }
}

/// A variant with its product's own words; none, if the product is gone.
pub fn product_of_variant(item: &Value, shop: &Shop) -> Result<Option<Product>, Trouble> {
    if item["product"].is_null() {
        return Ok(None);
    }
    let raw: RawProduct = read("product", &item["product"])?;
    let variants = vec![variant(item, &raw.id, shop)?];
    Ok(Some(whole(raw, variants)))
}

fn whole(raw: RawProduct, variants: Vec<Variant>) -> Product {
    Product {
        id: raw.id,
        title: raw.title,
        description: plain(&raw.description.unwrap_or_default()),
        handle: raw.handle,
        is_sold: raw.status == "published",
        at: raw.updated_at,
        variants,
    }
}

fn variant(item: &Value, product: &str, shop: &Shop) -> Result<Variant, Trouble> {
    let raw: RawVariant = read("variant", item)?;
    let choice = |one: &Value| {
        Some(Choice { name: some(&one["option"]["title"])?, value: some(&one["value"])? })
    };
    // A product without options has one that is called so.
    let is_real = |choice: &Choice| choice.name != "Default option";
    let code = shop.currency_code();
    let usual = raw.prices.iter().find(|price| price.is_usual(&code));
    let price = match usual {
        None => None,
        Some(price) => {
            Some(Money::new(shop.with_tax(amount(&price.amount, shop.currency)?), shop.currency))
        }
    };
    // What is put together of several things, or of more than one piece, has no count of its own.
    let item = match raw.inventory_items.as_slice() {
        [one] if one.required_quantity == 1 => one.inventory_item_id.clone(),
        _ => String::new(),
    };
    Ok(Variant {
        id: raw.id,
        sku: raw.sku.unwrap_or_default(),
        gtin: raw.ean.or(raw.upc).filter(|code| !code.is_empty()),
        options: raw.options.iter().filter_map(choice).filter(is_real).collect(),
        price,
        at: raw.updated_at,
        address: Address { product: product.to_string(), item, tax_rate: shop.tax_rate },
    })
}

#[derive(Deserialize)]
struct RawPerson {
    id: String,
    email: Option<String>,
    phone: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    has_account: bool,
    created_at: Time,
    updated_at: Time,
}

/// Whoever has an account there. Who bought without one is told of by the order.
pub fn account(item: &Value) -> Result<Option<Person>, Trouble> {
    person(item).map(|person| Some(person).filter(|person| !person.id.is_empty()))
}

/// Medusa has no address confirmed: it is what was typed.
pub fn person(item: &Value) -> Result<Person, Trouble> {
    let raw: RawPerson = read("customer", item)?;
    let some = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    Ok(Person {
        id: if raw.has_account { raw.id } else { String::new() },
        email: some(raw.email),
        is_email_proven: false,
        phone: some(raw.phone),
        first_name: some(raw.first_name),
        last_name: some(raw.last_name),
        at: raw.updated_at,
        made_at: raw.created_at,
    })
}

/// What lies at our place of theirs; nothing, where it never lay. The item is named: which variant's it is, its product has said.
pub fn level(item: &Value, location: &str, at: Time) -> Result<Level, Trouble> {
    #[derive(Deserialize)]
    struct Raw {
        id: String,
        #[serde(default)]
        location_levels: Vec<RawLevel>,
    }
    #[derive(Deserialize)]
    struct RawLevel {
        location_id: String,
        stocked_quantity: i64,
    }
    let raw: Raw = read("stock", item)?;
    let own = raw.location_levels.iter().find(|level| level.location_id == location);
    let quantity = own.map_or(0, |level| level.stocked_quantity);
    Ok(Level { variant_id: format!("item:{}", raw.id), quantity, at })
}
