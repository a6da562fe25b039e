//! What Shopify's things mean (Admin REST, the same in deliveries): pure.

use kit::Time;
use kit::money::{Currency, Money};
use serde::Deserialize;
use serde_json::Value;

use super::super::Trouble;
use super::super::theirs::{Address, Level, Line, Order, Person, Product, Variant};
use super::super::vendure::plain;
use crate::catalogue::Choice;
use crate::orders::{Contact, Delivery};

fn odd(what: &str, said: impl std::fmt::Display) -> Trouble {
    Trouble::Odd(format!("Shopify's {what}: {said}."))
}

fn read<'a, T: Deserialize<'a>>(what: &str, item: &'a Value) -> Result<T, Trouble> {
    T::deserialize(item).map_err(|error| odd(what, error))
}

/// A number as the text of an id.
pub fn id(item: &Value, name: &str) -> String {
    item[name].as_i64().map(|id| id.to_string()).unwrap_or_default()
}

pub fn time(item: &Value, name: &str) -> Option<Time> {
    Time::parse(item[name].as_str()?)
}

fn some(text: &Value) -> Option<String> {
    text.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_string)
}

/// The token of the next page: `<https://…?limit=50&page_info=abc>; rel="next"` (RFC 8288).
pub fn next_page(links: &str) -> Option<String> {
    let next = links.split(',').find(|link| link.contains("rel=\"next\""))?;
    let (_, rest) = next.split_once("page_info=")?;
    let token = rest.split(['&', '>']).next()?;
    Some(token.to_string())
}

pub fn product(item: &Value, currency: Option<Currency>) -> Result<Product, Trouble> {
    let at = time(item, "updated_at").ok_or_else(|| odd("product", "no time of change"))?;
    let own = id(item, "id");
    let names: Vec<String> = item["options"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| some(&one["name"]))
        .collect();
    let variants = item["variants"].as_array().into_iter().flatten();
    let variants = variants.map(|one| variant(one, at, &own, &names, currency));
    Ok(Product {
        title: some(&item["title"]).unwrap_or_default(),
        description: plain(item["body_html"].as_str().unwrap_or_default()),
        handle: some(&item["handle"]).unwrap_or_default(),
        is_sold: item["status"] == "active",
        at,
        variants: variants.collect::<Result<_, _>>()?,
        id: own,
    })
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
    // A product without options has one that is called so.
    let choices = choices.filter_map(|(name, value)| Some(Choice { name, value: value? }));
    let choices = choices.filter(|choice| choice.value != "Default Title");
    let price = some(&item["price"]).zip(currency);
    let price = price.map(|(price, currency)| Money::from_decimal(&price, currency)).transpose();
    Ok(Variant {
        id: id(item, "id"),
        sku: some(&item["sku"]).unwrap_or_default(),
        gtin: some(&item["barcode"]),
        options: choices.collect(),
        price: price.map_err(|error| odd("price", error.detail))?,
        at: time(item, "updated_at").unwrap_or(at),
        address: Address {
            product: product.to_string(),
            item: id(item, "inventory_item_id"),
            tax_rate: 0,
        },
    })
}

/// Levels are of an inventory item: which variant's, its product has said.
pub fn level(item: &Value, at: Time) -> Result<Level, Trouble> {
    let quantity = item["available"].as_i64().unwrap_or(0);
    match id(item, "inventory_item_id") {
        item if item.is_empty() => Err(odd("stock", "no inventory item")),
        item => Ok(Level { variant_id: format!("item:{item}"), quantity, at }),
    }
}

pub fn person(item: &Value) -> Result<Person, Trouble> {
    let made_at = time(item, "created_at").ok_or_else(|| odd("customer", "no time"))?;
    Ok(Person {
        id: id(item, "id"),
        email: some(&item["email"]),
        is_email_proven: item["verified_email"] == true,
        phone: some(&item["phone"]),
        first_name: some(&item["first_name"]),
        last_name: some(&item["last_name"]),
        at: time(item, "updated_at").unwrap_or(made_at),
        made_at,
    })
}

#[derive(Deserialize)]
struct RawOrder {
    id: i64,
    name: String,
    created_at: Time,
    processed_at: Option<Time>,
    updated_at: Time,
    cancelled_at: Option<Time>,
    currency: Currency,
    total_price: String,
    #[serde(default)]
    total_shipping_price_set: Value,
    taxes_included: bool,
    financial_status: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    customer: Value,
    #[serde(default)]
    shipping_address: Value,
    line_items: Vec<Value>,
    #[serde(default)]
    fulfillments: Vec<Value>,
    #[serde(default)]
    discount_codes: Vec<Value>,
    #[serde(default)]
    payment_gateway_names: Vec<String>,
}

pub fn order(item: &Value) -> Result<Order, Trouble> {
    let raw: RawOrder = read("order", item)?;
    let amount = |text: &Value| match text.as_str() {
        None => Ok(0),
        Some(text) => Money::from_decimal(text, raw.currency)
            .map(|money| money.minor)
            .map_err(|error| odd("amount", error.detail)),
    };
    let sent = raw.fulfillments.iter().filter(|one| one["status"] == "success");
    let sent: Vec<&Value> = sent.collect();
    let lines = raw.line_items.iter().map(|one| line(one, &raw, &sent, &amount));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let person = buyer(&raw)?;
    let address = &raw.shipping_address;
    Ok(Order {
        id: raw.id.to_string(),
        number: raw.name.clone(),
        at: raw.updated_at,
        placed_at: raw.processed_at.unwrap_or(raw.created_at),
        currency: raw.currency,
        total: amount(&Value::String(raw.total_price.clone()))?,
        shipping: amount(&raw.total_shipping_price_set["shop_money"]["amount"])?,
        lines,
        is_paid: matches!(
            raw.financial_status.as_deref(),
            Some("paid" | "partially_refunded" | "refunded")
        ),
        paid_by: raw.payment_gateway_names.first().cloned().unwrap_or_default(),
        delivery: delivery(address),
        contact: Contact {
            name: some(&address["name"]),
            email: raw.email.clone(),
            phone: raw.phone.clone().or_else(|| some(&address["phone"])),
            ..Contact::default()
        },
        coupons: raw.discount_codes.iter().filter_map(|one| some(&one["code"])).collect(),
        tracking: sent.iter().find_map(|one| some(&one["tracking_number"])),
        person,
    })
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

fn line(
    item: &Value,
    order: &RawOrder,
    sent: &[&Value],
    amount: &impl Fn(&Value) -> Result<i64, Trouble>,
) -> Result<Line, Trouble> {
    let quantity = item["quantity"].as_i64().unwrap_or(0).max(1);
    let own = &item["id"];
    let pieces = |lines: &Value| {
        let of_line = lines.as_array().into_iter().flatten().filter(|line| line["id"] == *own);
        of_line.filter_map(|line| line["quantity"].as_i64()).sum::<i64>()
    };
    let shipped: i64 = sent.iter().map(|one| pieces(&one["line_items"])).sum();
    let shipped = shipped.min(quantity);
    // What was taken out or refunded is no longer “current”; what was sent and came back stays sent.
    let current = item["current_quantity"].as_i64().unwrap_or(quantity);
    let left = if order.cancelled_at.is_some() { shipped } else { current.max(shipped) };
    let taxes = item["tax_lines"].as_array().into_iter().flatten();
    let (mut tax, mut rate) = (0, 0);
    for one in taxes {
        tax += amount(&one["price"])?;
        let per_one = Money::from_decimal(&one["rate"].to_string(), Currency::EUR);
        // The rate is of one: 0.23. A percentage has two more digits, its hundredths again two.
        let part = per_one.map(|rate| rate.minor * 100).unwrap_or(0);
        rate += part;
    }
    let mut unit = amount(&item["price"])?;
    let mut total = unit * quantity;
    for one in item["discount_allocations"].as_array().into_iter().flatten() {
        total -= amount(&one["amount"])?;
    }
    if !order.taxes_included {
        total += tax;
        unit += tax / quantity;
    }
    Ok(Line {
        id: id(item, "id"),
        variant_id: id(item, "variant_id"),
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
