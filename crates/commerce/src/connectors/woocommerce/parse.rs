//! What WooCommerce's things mean (`wc/v3`, the same in deliveries): pure.

use kit::Time;
use kit::money::{Currency, Money};
use serde::Deserialize;
use serde_json::Value;

use super::super::theirs::{Address, Left, Level, Line, Order, Person, Product, Variant};
use super::super::vendure::plain;
use super::super::{Settings, Trouble};
use crate::catalogue::Choice;
use crate::orders::{Contact, Delivery};

/// What its things do not say of themselves.
pub struct Shop {
    currency: Option<Currency>,
}

impl Shop {
    pub fn of(settings: &Settings) -> Shop {
        Shop { currency: Currency::parse(&settings.currency) }
    }
}

fn odd(what: &str, said: impl std::fmt::Display) -> Trouble {
    Trouble::Odd(format!("WooCommerce's {what}: {said}."))
}

fn read<'a, T: Deserialize<'a>>(what: &str, item: &'a Value) -> Result<T, Trouble> {
    T::deserialize(item).map_err(|error| odd(what, error))
}

/// A number as the text of an id.
pub fn id(item: &Value, name: &str) -> String {
    match &item[name] {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// `2026-11-21T12:00:00`, of Greenwich.
fn gmt(text: &str) -> Option<Time> {
    Time::parse(&format!("{text}Z"))
}

pub fn time(item: &Value, name: &str) -> Option<Time> {
    gmt(item[name].as_str()?)
}

fn some(text: &Value) -> Option<String> {
    text.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_string)
}

/// A product; none, if it has variations of which nothing is said.
pub fn product(
    item: &Value,
    variations: &[Value],
    shop: &Shop,
) -> Result<Option<Product>, Trouble> {
    let at = time(item, "date_modified_gmt").ok_or_else(|| odd("product", "no time of change"))?;
    let own = id(item, "id");
    let variants: Vec<Variant> = if item["type"] == "variable" {
        let of = |one: &Value| variant(one, at, &own, shop);
        variations.iter().map(of).collect::<Result<_, _>>()?
    } else {
        vec![variant(item, at, "", shop)?]
    };
    if variants.is_empty() {
        return Ok(None);
    }
    Ok(Some(Product {
        title: some(&item["name"]).unwrap_or_default(),
        description: plain(item["description"].as_str().unwrap_or_default()),
        handle: some(&item["slug"]).unwrap_or_default(),
        is_sold: item["status"] == "publish",
        at,
        variants,
        id: own,
    }))
}

/// Which variations a product has now.
pub fn left(item: &Value) -> Option<Left> {
    let all = item["variations"].as_array().filter(|_| item["type"] == "variable")?;
    let variants = all.iter().filter_map(Value::as_i64).map(|id| id.to_string()).collect();
    Some(Left { product: id(item, "id"), variants, at: time(item, "date_modified_gmt")? })
}

fn variant(item: &Value, at: Time, product: &str, shop: &Shop) -> Result<Variant, Trouble> {
    let price = item["regular_price"].as_str().filter(|price| !price.is_empty());
    let price =
        price.zip(shop.currency).map(|(price, currency)| Money::from_decimal(price, currency));
    // A simple product's attributes are a table of facts; a variation's are what was chosen.
    let choices =
        item["attributes"].as_array().into_iter().flatten().filter_map(|one| {
            Some(Choice { name: some(&one["name"])?, value: some(&one["option"])? })
        });
    Ok(Variant {
        id: id(item, "id"),
        sku: some(&item["sku"]).unwrap_or_default(),
        gtin: some(&item["global_unique_id"]),
        options: if product.is_empty() { Vec::new() } else { choices.collect() },
        price: price.transpose().map_err(|error| odd("price", error.detail))?,
        at: time(item, "date_modified_gmt").unwrap_or(at),
        address: Address { product: product.to_string(), ..Address::default() },
    })
}

/// How many can be sold, where it counts them.
pub fn level(item: &Value, at: Time) -> Option<Level> {
    let quantity = item["stock_quantity"].as_i64().filter(|_| item["manage_stock"] == true)?;
    Some(Level { variant_id: id(item, "id"), quantity, at })
}

pub fn person(item: &Value) -> Result<Person, Trouble> {
    let made_at = time(item, "date_created_gmt").ok_or_else(|| odd("customer", "no time"))?;
    Ok(Person {
        id: id(item, "id"),
        email: some(&item["email"]),
        // Nobody has been asked to show that they read it.
        is_email_proven: false,
        phone: some(&item["billing"]["phone"]),
        first_name: some(&item["first_name"]),
        last_name: some(&item["last_name"]),
        at: time(item, "date_modified_gmt").unwrap_or(made_at),
        made_at,
    })
}

#[derive(Deserialize)]
struct RawOrder {
    id: i64,
    number: String,
    status: String,
    currency: Currency,
    date_created_gmt: String,
    date_modified_gmt: Option<String>,
    date_paid_gmt: Option<String>,
    total: String,
    shipping_total: String,
    shipping_tax: String,
    customer_id: i64,
    billing: Value,
    shipping: Value,
    payment_method: String,
    transaction_id: String,
    line_items: Vec<RawLine>,
    #[serde(default)]
    coupon_lines: Vec<Value>,
}

#[derive(Deserialize)]
struct RawLine {
    id: i64,
    name: String,
    product_id: i64,
    variation_id: i64,
    quantity: i64,
    sku: Option<String>,
    subtotal: String,
    subtotal_tax: String,
    total: String,
    total_tax: String,
}

/// What became of the pieces, by the order's state.
enum Pieces {
    Open,
    Sent,
    Cancelled,
}

/// An order; none, while it waits for its first payment or is in the bin.
pub fn order(item: &Value) -> Result<Option<Order>, Trouble> {
    let raw: RawOrder = read("order", item)?;
    let pieces = match raw.status.as_str() {
        "processing" | "on-hold" => Pieces::Open,
        "completed" => Pieces::Sent,
        // Refunded as a whole; of a part the order stays as it was, and the refunds say how much money went back.
        "cancelled" | "refunded" | "failed" => Pieces::Cancelled,
        _ => return Ok(None),
    };
    let amount = |text: &str| {
        let money = Money::from_decimal(text, raw.currency);
        money.map(|money| money.minor).map_err(|error| odd("amount", error.detail))
    };
    let gmt = |text: &str| gmt(text).ok_or_else(|| odd("time", text));
    let placed_at = gmt(&raw.date_created_gmt)?;
    let at = raw.date_modified_gmt.as_deref().map_or(Ok(placed_at), gmt)?;
    let lines = raw.line_items.iter().map(|one| line(one, &pieces, &amount));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let address =
        if some(&raw.shipping["address_1"]).is_some() { &raw.shipping } else { &raw.billing };
    let paid = raw.date_paid_gmt.as_deref().filter(|paid| !paid.is_empty());
    let named = [&raw.transaction_id, &raw.payment_method].into_iter().find(|one| !one.is_empty());
    Ok(Some(Order {
        id: raw.id.to_string(),
        number: raw.number,
        at,
        placed_at,
        person: Person {
            id: if raw.customer_id > 0 { raw.customer_id.to_string() } else { String::new() },
            email: some(&raw.billing["email"]),
            is_email_proven: false,
            phone: some(&raw.billing["phone"]),
            first_name: some(&raw.billing["first_name"]),
            last_name: some(&raw.billing["last_name"]),
            at,
            made_at: placed_at,
        },
        currency: raw.currency,
        total: amount(&raw.total)?,
        shipping: amount(&raw.shipping_total)? + amount(&raw.shipping_tax)?,
        lines,
        is_paid: paid.is_some(),
        paid_by: named.cloned().unwrap_or_default(),
        delivery: delivery(address),
        contact: Contact {
            name: Some(name(&raw.billing)).filter(|name| !name.is_empty()),
            email: some(&raw.billing["email"]),
            phone: some(&raw.billing["phone"]),
            ..Contact::default()
        },
        coupons: raw.coupon_lines.iter().filter_map(|one| some(&one["code"])).collect(),
        tracking: None,
    }))
}

fn line(
    raw: &RawLine,
    pieces: &Pieces,
    amount: &impl Fn(&str) -> Result<i64, Trouble>,
) -> Result<Line, Trouble> {
    let quantity = raw.quantity.max(1);
    let net = amount(&raw.total)?;
    let tax = amount(&raw.total_tax)?;
    let before = amount(&raw.subtotal)? + amount(&raw.subtotal_tax)?;
    let bought = if raw.variation_id > 0 { raw.variation_id } else { raw.product_id };
    Ok(Line {
        id: raw.id.to_string(),
        variant_id: bought.to_string(),
        sku: raw.sku.clone().unwrap_or_default(),
        title: raw.name.clone(),
        quantity,
        cancelled: if matches!(pieces, Pieces::Cancelled) { quantity } else { 0 },
        shipped: if matches!(pieces, Pieces::Sent) { quantity } else { 0 },
        unit: before / quantity,
        total: net + tax,
        // It tells amounts, no rates: to the nearest half per cent.
        tax_rate: if net > 0 { (tax * 200 + net / 2) / net * 50 } else { 0 },
    })
}

fn name(address: &Value) -> String {
    let names = [some(&address["first_name"]), some(&address["last_name"])];
    names.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn delivery(address: &Value) -> Delivery {
    let lines = [some(&address["address_1"]), some(&address["address_2"])];
    let text = |name: &str| some(&address[name]).unwrap_or_default();
    Delivery::Address {
        name: name(address),
        street: lines.into_iter().flatten().collect::<Vec<_>>().join(", "),
        postcode: text("postcode"),
        city: text("city"),
        country: text("country").to_ascii_uppercase(),
    }
}
