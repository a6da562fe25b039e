//! What Vendure's answers mean: pure.

use kit::Time;
use kit::money::{Currency, Money};
use serde::Deserialize;
use serde_json::Value;

use super::super::Trouble;
use super::super::theirs::{Address, Level, Line, Order, Person, Product, Variant};
use crate::catalogue::Choice;
use crate::orders::{Contact, Delivery};

fn odd(what: &str, said: impl std::fmt::Display) -> Trouble {
    Trouble::Odd(format!("Vendure's {what}: {said}."))
}

fn read<'a, T: Deserialize<'a>>(what: &str, item: &'a Value) -> Result<T, Trouble> {
    T::deserialize(item).map_err(|error| odd(what, error))
}

pub fn time(item: &Value, at: &str) -> Result<Time, Trouble> {
    let text = item.pointer(at).and_then(Value::as_str).unwrap_or_default();
    Time::parse(text).ok_or_else(|| odd("time", text))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawProduct {
    id: String,
    name: String,
    slug: String,
    description: String,
    enabled: bool,
    updated_at: Time,
    #[serde(default)]
    variants: Vec<RawVariant>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawVariant {
    id: String,
    sku: String,
    enabled: bool,
    updated_at: Time,
    currency_code: Currency,
    price_with_tax: i64,
    tax_rate_applied: RawRate,
    options: Vec<RawOption>,
}

#[derive(Deserialize)]
struct RawRate {
    /// In per cent.
    value: serde_json::Number,
}

#[derive(Deserialize)]
struct RawOption {
    name: String,
    group: RawGroup,
}

#[derive(Deserialize)]
struct RawGroup {
    name: String,
}

pub fn product(item: &Value) -> Result<Product, Trouble> {
    let raw: RawProduct = read("product", item)?;
    let variants =
        raw.variants.iter().map(|one| variant(one, &raw.id)).collect::<Result<_, _>>()?;
    Ok(whole(raw, variants))
}

/// A variant with its product's own words.
pub fn product_of_variant(item: &Value) -> Result<Product, Trouble> {
    let raw: RawVariant = read("variant", item)?;
    let product: RawProduct = read("product", &item["product"])?;
    let variants = vec![variant(&raw, &product.id)?];
    Ok(whole(product, variants))
}

fn whole(raw: RawProduct, variants: Vec<Variant>) -> Product {
    Product {
        id: raw.id,
        title: raw.name,
        description: plain(&raw.description),
        handle: raw.slug,
        is_sold: raw.enabled,
        at: raw.updated_at,
        variants,
    }
}

fn variant(raw: &RawVariant, product: &str) -> Result<Variant, Trouble> {
    let choice = |one: &RawOption| Choice { name: one.group.name.clone(), value: one.name.clone() };
    let tax_rate = percent(&raw.tax_rate_applied.value)?;
    Ok(Variant {
        id: raw.id.clone(),
        // A variant that is not sold has no number of ours: it is passed over.
        sku: if raw.enabled { raw.sku.clone() } else { String::new() },
        gtin: None,
        options: raw.options.iter().map(choice).collect(),
        price: Some(Money::new(raw.price_with_tax, raw.currency_code)),
        at: raw.updated_at,
        address: Address { product: product.to_string(), item: String::new(), tax_rate },
    })
}

/// Hundredths of a per cent.
fn percent(value: &serde_json::Number) -> Result<i64, Trouble> {
    let per_cent = Money::from_decimal(&value.to_string(), Currency::EUR);
    per_cent.map(|rate| rate.minor).map_err(|error| odd("tax rate", error.detail))
}

/// Without the marks of HTML: ours is text.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut is_mark = false;
    for c in html.chars() {
        match c {
            '<' => is_mark = true,
            '>' if is_mark => is_mark = false,
            c if !is_mark => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&amp;", "&").trim().to_string()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawPerson {
    id: String,
    created_at: Time,
    updated_at: Time,
    first_name: String,
    last_name: String,
    email_address: String,
    phone_number: Option<String>,
    user: Option<RawUser>,
}

#[derive(Deserialize)]
struct RawUser {
    verified: bool,
}

pub fn person(item: &Value) -> Result<Person, Trouble> {
    let raw: RawPerson = read("customer", item)?;
    let some = |text: String| Some(text).filter(|text| !text.trim().is_empty());
    Ok(Person {
        id: raw.id,
        email: some(raw.email_address),
        is_email_proven: raw.user.is_some_and(|user| user.verified),
        phone: raw.phone_number.and_then(some),
        first_name: some(raw.first_name),
        last_name: some(raw.last_name),
        at: raw.updated_at,
        made_at: raw.created_at,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawOrder {
    id: String,
    code: String,
    state: String,
    updated_at: Time,
    order_placed_at: Option<Time>,
    currency_code: Currency,
    total_with_tax: i64,
    shipping_with_tax: i64,
    coupon_codes: Vec<String>,
    customer: Option<Value>,
    shipping_address: Option<RawAddress>,
    lines: Vec<RawLine>,
    #[serde(default)]
    payments: Option<Vec<RawPayment>>,
    #[serde(default)]
    fulfillments: Option<Vec<RawFulfillment>>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct RawAddress {
    full_name: Option<String>,
    street_line1: Option<String>,
    street_line2: Option<String>,
    city: Option<String>,
    postal_code: Option<String>,
    country_code: Option<String>,
    phone_number: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawLine {
    id: String,
    quantity: i64,
    order_placed_quantity: i64,
    tax_rate: serde_json::Number,
    unit_price_with_tax: i64,
    prorated_unit_price_with_tax: i64,
    prorated_line_price_with_tax: i64,
    product_variant: RawSold,
}

#[derive(Deserialize)]
struct RawSold {
    id: String,
    sku: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawPayment {
    state: String,
    method: String,
    transaction_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawFulfillment {
    state: String,
    tracking_code: Option<String>,
    lines: Vec<RawSent>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawSent {
    order_line_id: String,
    quantity: i64,
}

/// An order; none while it is being put together.
pub fn order(item: &Value) -> Result<Option<Order>, Trouble> {
    let raw: RawOrder = read("order", item)?;
    let Some(placed_at) = raw.order_placed_at else { return Ok(None) };
    let person = raw.customer.as_ref().map(person).transpose()?.unwrap_or_default();
    let sent: Vec<&RawFulfillment> = raw
        .fulfillments
        .iter()
        .flatten()
        .filter(|one| matches!(one.state.as_str(), "Shipped" | "Delivered"))
        .collect();
    let is_cancelled = raw.state == "Cancelled";
    let lines = raw.lines.iter().map(|one| line(one, &sent, is_cancelled));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let settled = raw.payments.iter().flatten().find(|payment| payment.state == "Settled");
    let address = raw.shipping_address.unwrap_or_default();
    let contact = Contact {
        name: address.full_name.clone(),
        email: person.email.clone(),
        phone: address.phone_number.clone().or_else(|| person.phone.clone()),
        ..Contact::default()
    };
    Ok(Some(Order {
        number: raw.code,
        at: raw.updated_at,
        placed_at,
        currency: raw.currency_code,
        total: raw.total_with_tax,
        shipping: raw.shipping_with_tax,
        is_paid: settled.is_some(),
        paid_by: settled.map(name_of).unwrap_or_default(),
        delivery: delivery(address),
        contact,
        coupons: raw.coupon_codes,
        tracking: sent.iter().find_map(|one| one.tracking_code.clone()).filter(|t| !t.is_empty()),
        id: raw.id,
        person,
        lines,
    }))
}

fn name_of(payment: &RawPayment) -> String {
    payment.transaction_id.clone().unwrap_or_else(|| payment.method.clone())
}

/// Its total is that of all that was ordered: what was cancelled later is paid back, and changes no line.
fn line(raw: &RawLine, sent: &[&RawFulfillment], is_cancelled: bool) -> Result<Line, Trouble> {
    let quantity = raw.order_placed_quantity.max(raw.quantity);
    let of_line = sent.iter().flat_map(|one| &one.lines).filter(|one| one.order_line_id == raw.id);
    let shipped: i64 = of_line.map(|one| one.quantity).sum();
    let left = if is_cancelled { shipped } else { raw.quantity };
    Ok(Line {
        id: raw.id.clone(),
        variant_id: raw.product_variant.id.clone(),
        sku: raw.product_variant.sku.clone(),
        title: raw.product_variant.name.clone(),
        quantity,
        cancelled: quantity - left,
        shipped,
        unit: raw.unit_price_with_tax,
        total: match quantity == raw.quantity {
            true => raw.prorated_line_price_with_tax,
            false => raw.prorated_unit_price_with_tax * quantity,
        },
        tax_rate: percent(&raw.tax_rate)?,
    })
}

fn delivery(address: RawAddress) -> Delivery {
    let lines = [address.street_line1, address.street_line2].into_iter().flatten();
    let lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).collect();
    Delivery::Address {
        name: address.full_name.unwrap_or_default(),
        street: lines.join(", "),
        postcode: address.postal_code.unwrap_or_default(),
        city: address.city.unwrap_or_default(),
        country: address.country_code.unwrap_or_default().to_ascii_uppercase(),
    }
}

/// What lies at our place of theirs.
pub fn level(item: &Value, location: &str, at: Time) -> Result<Option<Level>, Trouble> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Raw {
        id: String,
        stock_levels: Vec<RawLevel>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct RawLevel {
        stock_location_id: String,
        stock_on_hand: i64,
    }
    let raw: Raw = read("stock", item)?;
    let own = raw.stock_levels.iter().find(|level| level.stock_location_id == location);
    Ok(own.map(|level| Level { variant_id: raw.id.clone(), quantity: level.stock_on_hand, at }))
}
