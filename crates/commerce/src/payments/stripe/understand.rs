//! What Stripe's objects say of a payment: pure.

use kit::{Error, Result};
use serde_json::Value;

use super::amount::from_stripe;
use crate::payments::provider::{Told, ToldKind};

/// A call. What it does not speak of is nothing.
pub fn event(event: &Value) -> Result<Option<Told>> {
    let object = &event["data"]["object"];
    match event["type"].as_str().unwrap_or_default() {
        "checkout.session.completed" | "checkout.session.async_payment_succeeded" => {
            session(object)
        }
        "checkout.session.async_payment_failed" | "checkout.session.expired" => failed(object),
        "refund.created" | "refund.updated" | "refund.failed" | "charge.refund.updated" => {
            refund(object)
        }
        _ => Ok(None),
    }
}

/// A session that was paid; one that only ended (a bank transfer is on its way) says nothing yet.
pub fn session(session: &Value) -> Result<Option<Told>> {
    if session["payment_status"] != "paid" {
        return Ok(None);
    }
    let payment = text(session, "payment_intent")?;
    told(ToldKind::Captured, &payment, &payment, session, "amount_total").map(Some)
}

fn failed(session: &Value) -> Result<Option<Told>> {
    let id = text(session, "id")?;
    told(ToldKind::Failed, &id, &id, session, "amount_total").map(Some)
}

/// One that is pending is on its way; one that fails later is told again.
pub fn refund(refund: &Value) -> Result<Option<Told>> {
    let kind = match refund["status"].as_str().unwrap_or_default() {
        "succeeded" | "pending" => ToldKind::Refunded,
        "failed" | "canceled" => ToldKind::RefundFailed,
        _ => return Ok(None),
    };
    let payment = text(refund, "payment_intent")?;
    told(kind, &text(refund, "id")?, &payment, refund, "amount").map(Some)
}

fn told(
    kind: ToldKind,
    reference: &str,
    payment: &str,
    object: &Value,
    amount: &str,
) -> Result<Told> {
    let number = [&object["client_reference_id"], &object["metadata"]["order"]];
    let units = object[amount].as_i64().ok_or_else(|| missing(amount))?;
    Ok(Told {
        kind,
        reference: reference.to_string(),
        payment: payment.to_string(),
        number: number.into_iter().find_map(Value::as_str).map(str::to_string),
        amount: from_stripe(units, &text(object, "currency")?)?,
    })
}

/// Objects stand by their id, or, where Stripe was asked to, as a whole.
fn text(object: &Value, name: &str) -> Result<String> {
    let value = &object[name];
    let found = value.as_str().or_else(|| value["id"].as_str());
    found.map(str::to_string).ok_or_else(|| missing(name))
}

fn missing(name: &str) -> Error {
    Error::bad_input("bad_event", format!("The object of this call has no `{name}`."))
}
