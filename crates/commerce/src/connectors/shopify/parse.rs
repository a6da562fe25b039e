//! What Shopify's things mean, in deliveries and in answers to `queries.rs`, which asks by the same names: pure.
//!
//! They differ in little: a delivery's ids are numbers and its lists are arrays, an answer's ids are texts that end with the
//! number, its lists lie in `nodes`, its words are in capitals.

use kit::Time;
use kit::money::{Currency, Money};
use serde::Deserialize;
use serde_json::Value;

use super::super::Trouble;
use super::super::theirs::{Address, Left, Level, Line, Order, Person, Product, Variant};
use super::super::vendure::plain;
use crate::catalogue::Choice;
use crate::orders::{Contact, Delivery};

fn odd(what: &str, said: impl std::fmt::Display) -> Trouble {
    Trouble::Odd(format!("Shopify's {what}: {said}."))
}

fn read<'a, T: Deserialize<'a>>(what: &str, item: &'a Value) -> Result<T, Trouble> {
    T::deserialize(item).map_err(|error| odd(what, error))
}

/// The number that names a thing, as text: `450789469`, or the end of `gid://shopify/Order/450789469`.
pub fn id(id: &Value) -> String {
    match id {
        Value::Number(number) => number.to_string(),
        Value::String(gid) => gid.rsplit('/').next().unwrap_or_default().to_string(),
        _ => String::new(),
    }
}

/// An array, or the nodes of a connection.
fn list(item: &Value) -> impl Iterator<Item = &Value> {
    item.as_array().or(item["nodes"].as_array()).into_iter().flatten()
}

fn is_word(item: &Value, word: &str) -> bool {
    item.as_str().is_some_and(|said| said.eq_ignore_ascii_case(word))
}

fn time(item: &Value, name: &str) -> Option<Time> {
    Time::parse(item[name].as_str()?)
}

fn some(text: &Value) -> Option<String> {
    text.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_string)
}

pub fn product(item: &Value, currency: Option<Currency>) -> Result<Product, Trouble> {
    let at = time(item, "updated_at").ok_or_else(|| odd("product", "no time of change"))?;
    let own = id(&item["id"]);
    let names: Vec<String> = list(&item["options"]).filter_map(|one| some(&one["name"])).collect();
    let variants = list(&item["variants"]);
    let variants = variants.map(|one| variant(one, at, &own, &names, currency));
    Ok(Product {
        title: some(&item["title"]).unwrap_or_default(),
        description: plain(item["body_html"].as_str().unwrap_or_default()),
        handle: some(&item["handle"]).unwrap_or_default(),
        is_sold: is_word(&item["status"], "active"),
        at,
        variants: variants.collect::<Result<_, _>>()?,
        id: own,
    })
}

/// Which variants it has now. A delivery brings the first hundred whole, and names all of them.
pub fn left(item: &Value, product: &Product) -> Option<Left> {
    const WHOLE_MAX: usize = 100;
    let variants: Vec<String> = match item["variant_gids"].as_array() {
        Some(all) => all.iter().map(|one| id(&one["admin_graphql_api_id"])).collect(),
        None => list(&item["variants"]).map(|one| id(&one["id"])).collect(),
    };
    let is_whole = item["variants"].is_object()
        || item["variant_gids"].is_array()
        || (1..WHOLE_MAX).contains(&variants.len());
    is_whole.then(|| Left { product: product.id.clone(), variants, at: product.at })
}

fn variant(
    item: &Value,
    at: Time,
    product: &str,
    names: &[String],
    currency: Option<Currency>,
) -> Result<Variant, Trouble> {
    let values = ["option1", "option2", "option3"].into_iter().map(|name| some(&item[name]));
    let choices = names.iter().cloned().zip(values);
    let choices = choices.filter_map(|(name, value)| Some(Choice { name, value: value? }));
    let selected = list(&item["selected_options"])
        .filter_map(|one| Some(Choice { name: some(&one["name"])?, value: some(&one["value"])? }));
    // A product without options has one that is called so.
    let choices = choices.chain(selected).filter(|choice| choice.value != "Default Title");
    let stocked = &item["inventory_item"]["id"];
    let stocked = if stocked.is_null() { &item["inventory_item_id"] } else { stocked };
    let price = some(&item["price"]).zip(currency);
    let price = price.map(|(price, currency)| Money::from_decimal(&price, currency)).transpose();
    Ok(Variant {
        id: id(&item["id"]),
        sku: some(&item["sku"]).unwrap_or_default(),
        gtin: some(&item["barcode"]),
        options: choices.collect(),
        price: price.map_err(|error| odd("price", error.detail))?,
        at: time(item, "updated_at").unwrap_or(at),
        address: Address { product: product.to_string(), item: id(stocked), tax_rate: 0 },
    })
}

/// Levels are of an inventory item: which variant's, its product has said.
pub fn level(item: &Value, quantities: &Value, at: Time) -> Option<Level> {
    let quantity = quantities.pointer("/0/quantity").and_then(Value::as_i64)?;
    Some(Level { variant_id: format!("item:{}", id(item)), quantity, at })
}

pub fn person(item: &Value) -> Result<Person, Trouble> {
    let made_at = time(item, "created_at").ok_or_else(|| odd("customer", "no time"))?;
    Ok(Person {
        id: id(&item["id"]),
        email: some(&item["email"]).or_else(|| some(&item["email"]["emailAddress"])),
        is_email_proven: item["verified_email"] == true,
        phone: some(&item["phone"]).or_else(|| some(&item["phone"]["phoneNumber"])),
        first_name: some(&item["first_name"]),
        last_name: some(&item["last_name"]),
        at: time(item, "updated_at").unwrap_or(made_at),
        made_at,
    })
}

#[derive(Deserialize)]
struct RawOrder {
    id: Value,
    name: String,
    created_at: Time,
    processed_at: Option<Time>,
    updated_at: Time,
    cancelled_at: Option<Time>,
    currency: Currency,
    taxes_included: bool,
    financial_status: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    customer: Value,
    #[serde(default)]
    shipping_address: Value,
    line_items: Value,
    #[serde(default)]
    fulfillments: Vec<Value>,
    #[serde(default)]
    discount_codes: Vec<Value>,
    #[serde(default)]
    payment_gateway_names: Vec<String>,
}

pub fn order(item: &Value) -> Result<Order, Trouble> {
    let raw: RawOrder = read("order", item)?;
    let sent = raw.fulfillments.iter().filter(|one| is_word(&one["status"], "success"));
    let sent: Vec<&Value> = sent.collect();
    let lines = list(&raw.line_items).map(|one| line(one, &raw, &sent));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let person = buyer(&raw)?;
    let address = &raw.shipping_address;
    let paid = ["paid", "partially_refunded", "refunded"];
    let status = raw.financial_status.as_deref().unwrap_or_default().to_ascii_lowercase();
    let tracking = |one: &&Value| {
        some(&one["tracking_number"]).or_else(|| some(&one["tracking_info"][0]["number"]))
    };
    Ok(Order {
        id: id(&raw.id),
        number: raw.name.clone(),
        at: raw.updated_at,
        placed_at: raw.processed_at.unwrap_or(raw.created_at),
        currency: raw.currency,
        total: amount(item, "total_price", raw.currency)?,
        shipping: amount(item, "total_shipping_price", raw.currency)?,
        lines,
        is_paid: paid.contains(&status.as_str()),
        paid_by: raw.payment_gateway_names.first().cloned().unwrap_or_default(),
        delivery: delivery(address),
        contact: Contact {
            name: some(&address["name"]),
            email: raw.email.clone(),
            phone: raw.phone.clone().or_else(|| some(&address["phone"])),
            ..Contact::default()
        },
        coupons: raw
            .discount_codes
            .iter()
            .filter_map(|one| some(one).or_else(|| some(&one["code"])))
            .collect(),
        tracking: sent.iter().find_map(tracking),
        person,
    })
}

/// In the shop's currency: `price_set`, or the `price` that deliveries have beside it. Nothing where neither is.
fn amount(item: &Value, name: &str, currency: Currency) -> Result<i64, Trouble> {
    let set = &item[format!("{name}_set")]["shop_money"]["amount"];
    let Some(text) = set.as_str().or(item[name].as_str()) else { return Ok(0) };
    let money = Money::from_decimal(text, currency);
    money.map(|money| money.minor).map_err(|error| odd("amount", error.detail))
}

fn buyer(raw: &RawOrder) -> Result<Person, Trouble> {
    let known = match raw.customer.is_object() {
        true => person(&raw.customer)?,
        false => Person { at: raw.updated_at, made_at: raw.created_at, ..Person::default() },
    };
    let is_same = known.email.is_none() || known.email == raw.email;
    Ok(Person {
        email: known.email.or_else(|| raw.email.clone()),
        is_email_proven: known.is_email_proven && is_same,
        phone: known.phone.or_else(|| raw.phone.clone()),
        ..known
    })
}

fn line(item: &Value, order: &RawOrder, sent: &[&Value]) -> Result<Line, Trouble> {
    let quantity = item["quantity"].as_i64().unwrap_or(0).max(1);
    // What was taken out or refunded is no longer “current”; what was sent and came back stays sent.
    let current = item["current_quantity"].as_i64().unwrap_or(quantity);
    let shipped = match item["unfulfilled_quantity"].as_i64() {
        Some(waiting) => current - waiting,
        None => sent.iter().map(|one| pieces(one, &item["id"])).sum(),
    };
    let shipped = shipped.clamp(0, quantity);
    let left = if order.cancelled_at.is_some() { shipped } else { current.max(shipped) };
    let (mut tax, mut rate) = (0, 0);
    for one in list(&item["tax_lines"]) {
        tax += amount(one, "price", order.currency)?;
        let per_one = Money::from_decimal(&one["rate"].to_string(), Currency::EUR);
        // The rate is of one: 0.23. A percentage has two more digits, its hundredths again two.
        rate += per_one.map(|rate| rate.minor * 100).unwrap_or(0);
    }
    let mut unit = amount(item, "price", order.currency)?;
    let mut total = unit * quantity;
    for one in list(&item["discount_allocations"]) {
        total -= amount(one, "amount", order.currency)?;
    }
    if !order.taxes_included {
        total += tax;
        unit += tax / quantity;
    }
    let variant = &item["variant"]["id"];
    Ok(Line {
        id: id(&item["id"]),
        variant_id: id(if variant.is_null() { &item["variant_id"] } else { variant }),
        sku: some(&item["sku"]).unwrap_or_default(),
        title: some(&item["name"]).or_else(|| some(&item["title"])).unwrap_or_default(),
        quantity,
        cancelled: quantity - left,
        shipped,
        unit,
        total,
        tax_rate: rate,
    })
}

/// How many of a line were sent with this parcel.
fn pieces(sent: &Value, line: &Value) -> i64 {
    let of_line = list(&sent["line_items"]).filter(|one| one["id"] == *line);
    of_line.filter_map(|one| one["quantity"].as_i64()).sum()
}

fn delivery(address: &Value) -> Delivery {
    let lines = [some(&address["address1"]), some(&address["address2"])];
    let text = |name: &str| some(&address[name]).unwrap_or_default();
    Delivery::Address {
        name: text("name"),
        street: lines.into_iter().flatten().collect::<Vec<_>>().join(", "),
        postcode: text("zip"),
        city: text("city"),
        country: text("country_code").to_ascii_uppercase(),
    }
}
