//! What Medusa's orders mean: pure.

use kit::Time;
use kit::money::Currency;
use serde::Deserialize;
use serde_json::Value;

use super::super::Trouble;
use super::super::theirs::{Line, Order, Person};
use super::parse::{amount, odd, percent, person, read, some};
use crate::orders::{Contact, Delivery};
use crate::prices::vat::BasisPoints;

#[derive(Deserialize)]
struct RawOrder {
    id: String,
    display_id: i64,
    custom_display_id: Option<String>,
    status: String,
    email: Option<String>,
    currency_code: String,
    created_at: Time,
    updated_at: Time,
    total: Value,
    shipping_total: Value,
    #[serde(default)]
    customer: Value,
    #[serde(default)]
    shipping_address: Value,
    items: Vec<RawItem>,
    #[serde(default)]
    payment_collections: Vec<RawCollection>,
    #[serde(default)]
    fulfillments: Vec<RawFulfillment>,
}

#[derive(Deserialize)]
struct RawItem {
    id: String,
    variant_id: Option<String>,
    variant_sku: Option<String>,
    product_title: Option<String>,
    variant_title: Option<String>,
    title: String,
    quantity: i64,
    unit_price: Value,
    is_tax_inclusive: bool,
    /// With tax, and without what was taken off.
    total: Value,
    detail: RawDetail,
    #[serde(default)]
    tax_lines: Vec<Value>,
    #[serde(default)]
    adjustments: Vec<Value>,
}

#[derive(Deserialize)]
struct RawDetail {
    fulfilled_quantity: i64,
}

#[derive(Deserialize)]
struct RawCollection {
    #[serde(default)]
    payments: Vec<RawPayment>,
}

#[derive(Deserialize)]
struct RawPayment {
    id: String,
    captured_at: Option<Time>,
}

#[derive(Deserialize)]
struct RawFulfillment {
    canceled_at: Option<Time>,
    #[serde(default)]
    labels: Vec<Value>,
}

/// An order; what is still a cart there is none, and is not among these.
pub fn order(item: &Value) -> Result<Order, Trouble> {
    let raw: RawOrder = read("order", item)?;
    let code = raw.currency_code.to_ascii_uppercase();
    let currency = Currency::parse(&code).ok_or_else(|| odd("currency", &code))?;
    let is_cancelled = raw.status == "canceled";
    let lines = raw.items.iter().map(|one| line(one, currency, is_cancelled));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let paid = raw.payment_collections.iter().flat_map(|one| &one.payments);
    let paid = paid.into_iter().find(|payment| payment.captured_at.is_some());
    let person = buyer(&raw)?;
    let address = &raw.shipping_address;
    let labels = raw.fulfillments.iter().filter(|one| one.canceled_at.is_none());
    let tracking = labels.flat_map(|one| &one.labels).find_map(|one| some(&one["tracking_number"]));
    Ok(Order {
        number: raw.custom_display_id.unwrap_or_else(|| format!("#{}", raw.display_id)),
        at: raw.updated_at,
        placed_at: raw.created_at,
        currency,
        total: amount(&raw.total, currency)?,
        shipping: amount(&raw.shipping_total, currency)?,
        is_paid: paid.is_some(),
        paid_by: paid.map(|payment| payment.id.clone()).unwrap_or_default(),
        contact: Contact {
            name: name(address),
            email: person.email.clone(),
            phone: some(&address["phone"]).or_else(|| person.phone.clone()),
            lang: None,
        },
        delivery: delivery(address),
        coupons: coupons(&raw.items),
        tracking,
        id: raw.id,
        person,
        lines,
    })
}

fn buyer(raw: &RawOrder) -> Result<Person, Trouble> {
    let known = match raw.customer.is_object() {
        true => person(&raw.customer)?,
        false => Person { at: raw.updated_at, made_at: raw.created_at, ..Person::default() },
    };
    Ok(Person { email: known.email.or_else(|| raw.email.clone()), ..known })
}

/// What is packed there has left their stock, whether it is on its way or not: so it counts as sent.
fn line(raw: &RawItem, currency: Currency, is_cancelled: bool) -> Result<Line, Trouble> {
    let shipped = raw.detail.fulfilled_quantity.min(raw.quantity);
    let mut tax_rate = 0;
    for tax in &raw.tax_lines {
        tax_rate += percent(&tax["rate"])?;
    }
    let price = amount(&raw.unit_price, currency)?;
    let words = [&raw.product_title, &raw.variant_title].into_iter().flatten();
    let words: Vec<&str> = words.map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    Ok(Line {
        id: raw.id.clone(),
        variant_id: raw.variant_id.clone().unwrap_or_default(),
        sku: raw.variant_sku.clone().unwrap_or_default(),
        title: if words.is_empty() { raw.title.clone() } else { words.join(" – ") },
        quantity: raw.quantity,
        cancelled: if is_cancelled { raw.quantity - shipped } else { 0 },
        shipped,
        unit: match raw.is_tax_inclusive {
            true => price,
            false => super::super::rules::gross_of(price, BasisPoints(tax_rate)),
        },
        total: amount(&raw.total, currency)?,
        tax_rate,
    })
}

fn coupons(items: &[RawItem]) -> Vec<String> {
    let all = items.iter().flat_map(|item| &item.adjustments);
    let mut codes: Vec<String> = all.filter_map(|one| some(&one["code"])).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn name(address: &Value) -> Option<String> {
    let names = [some(&address["first_name"]), some(&address["last_name"])];
    let names: Vec<String> = names.into_iter().flatten().collect();
    Some(names.join(" ")).filter(|name| !name.is_empty())
}

fn delivery(address: &Value) -> Delivery {
    let text = |name: &str| some(&address[name]).unwrap_or_default();
    let lines = [some(&address["address_1"]), some(&address["address_2"])];
    Delivery::Address {
        name: name(address).unwrap_or_default(),
        street: lines.into_iter().flatten().collect::<Vec<_>>().join(", "),
        postcode: text("postal_code"),
        city: text("city"),
        country: text("country_code").to_ascii_uppercase(),
    }
}
