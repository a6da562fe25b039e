//! What stands in the letters: subject and body, as plain text.

use commerce::orders::letters::Due;
use commerce::orders::{Delivery, Line, Means, Payment};
use commerce::prices::vat::BasisPoints;
use kit::i18n::{Arg, Tr};
use kit::money::Money;
use kit::{Error, Result};
use serde_json::Value;

use super::Beside;

type Said = (String, String);

/// The number of the order and the name of the shop, which each sentence may name.
fn args(due: &Due, beside: &Beside) -> [(&'static str, Arg); 2] {
    [("number", Arg::Text(due.order.number.clone())), ("shop", Arg::Text(beside.shop.clone()))]
}

/// Paragraphs, with an empty line between; those that say nothing are left out.
fn joined(parts: Vec<String>) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("\n\n")
}

/// The order came in: the confirmation on a durable medium (Directive 2011/83, art. 8(7)).
pub fn placed(tr: &Tr, due: &Due, beside: &Beside) -> Said {
    agreed(tr, due, beside, ["letter-placed-subject", "letter-placed"])
}

/// Something else was agreed before it went out: the same of what holds now.
pub fn edited(tr: &Tr, due: &Due, beside: &Beside) -> Said {
    agreed(tr, due, beside, ["letter-edited-subject", "letter-edited"])
}

fn agreed(tr: &Tr, due: &Due, beside: &Beside, [subject, said]: [&str; 2]) -> Said {
    let args = args(due, beside);
    let lines: Vec<String> = due
        .lines
        .iter()
        .map(|line| format!("{} × {}: {}", line.quantity, line.title, tr.money(line.total)))
        .collect();
    let body = joined(vec![
        tr.with(said, &args),
        lines.join("\n"),
        totals(tr, due),
        format!("{}\n{}", tr.t("letter-to"), to(due, beside)),
        payment(tr, due),
        link(tr, due, beside),
        withdrawal(tr, due, beside),
        beside.shop.clone(),
    ]);
    (tr.with(subject, &args), body)
}

fn totals(tr: &Tr, due: &Due) -> String {
    let currency = due.order.total.currency;
    let row = |name: String, minor| format!("{name}: {}", tr.money(Money::new(minor, currency)));
    let mut rows = Vec::new();
    for total in due.agreed.totals.iter().filter(|total| total.kind != "tax") {
        let is_off =
            ["items_discount", "discount", "gift_card", "points"].contains(&total.kind.as_str());
        let way = due.agreed.shipping.as_ref().filter(|_| total.is_delivery());
        match way {
            Some(way) => {
                let name = format!("{} ({})", tr.t(&total.key()), way.title_in(tr.lang()));
                rows.push(row(name, total.amount));
            }
            None if total.amount == 0 && !["total", "to_pay"].contains(&total.kind.as_str()) => {}
            // Said once, where nothing was taken off.
            None if total.kind == "subtotal" => {}
            None => rows
                .push(row(tr.t(&total.key()), if is_off { -total.amount } else { total.amount })),
        }
    }
    for tax in &due.agreed.taxes {
        let rate = [("rate", Arg::Text(BasisPoints(tax.rate).to_string()))];
        rows.push(row(tr.with("shop-tax", &rate), tax.tax));
    }
    rows.join("\n")
}

fn to(due: &Due, beside: &Beside) -> String {
    match &due.order.delivery {
        Delivery::Address { name, street, postcode, city, country } => {
            format!("{name}\n{street}\n{postcode} {city}\n{country}")
        }
        Delivery::Collect { .. } | Delivery::Taken { .. } => {
            beside.place.clone().unwrap_or_default()
        }
    }
}

/// How to pay, or that it is paid.
fn payment(tr: &Tr, due: &Due) -> String {
    let order = &due.order;
    if order.payment != Payment::Awaited {
        return tr.t("letter-paid");
    }
    let total = Arg::Text(tr.money(due.agreed.to_pay(order.total)));
    let args = [("total", total), ("number", Arg::Text(order.number.clone()))];
    let key = match order.means {
        Means::Transfer => "shop-pay-transfer",
        Means::OnDelivery => "shop-pay-on-delivery",
        Means::InStore => "shop-pay-in-store",
        Means::Provider => "shop-pay-provider",
        Means::Tenders => return tr.t("letter-paid"),
    };
    tr.with(key, &args)
}

/// Where the order can be looked at.
fn link(tr: &Tr, due: &Due, beside: &Beside) -> String {
    let Some(url) = &beside.url else { return String::new() };
    format!("{} {url}/shop/orders/{}", tr.t("letter-look"), due.order.number)
}

/// That goods can be sent back, by when, and how.
fn withdrawal(tr: &Tr, due: &Due, beside: &Beside) -> String {
    let days = [("days", Arg::Int(beside.withdrawal_days))];
    let said = tr.with("letter-withdraw", &days);
    match &beside.url {
        Some(url) => format!("{said} {url}/withdraw?order={}", due.order.number),
        None => said,
    }
}

/// How many pieces of a line the step is about.
fn pieces(details: &Value, line: &Line) -> i64 {
    details["pieces"][line.position.to_string()].as_i64().unwrap_or(0)
}

/// What the step is about, a row for each line.
fn goods(due: &Due, details: &Value) -> String {
    let some = due.lines.iter().map(|line| (pieces(details, line), line));
    let rows = some.filter(|(count, _)| *count > 0);
    rows.map(|(count, line)| format!("{count} × {}", line.title)).collect::<Vec<_>>().join("\n")
}

/// A parcel is on its way.
pub fn shipped(tr: &Tr, due: &Due, beside: &Beside) -> Result<Said> {
    let args = args(due, beside);
    let details = due.details()?;
    let open: i64 = due.lines.iter().map(|line| line.open()).sum();
    let rest = match open {
        0 => String::new(),
        count => tr.with("letter-rest", &[("count", Arg::Int(count))]),
    };
    let parcel = |name: &str| details["parcel"][name].as_str().filter(|text| !text.is_empty());
    let said: Vec<&str> = ["carrier", "tracking"].into_iter().filter_map(parcel).collect();
    let parcel = match said.as_slice() {
        [] => String::new(),
        said => tr.with("letter-parcel", &[("parcel", Arg::Text(said.join(", ")))]),
    };
    let body = joined(vec![
        tr.with("letter-shipped", &args),
        goods(due, &details),
        parcel,
        rest,
        link(tr, due, beside),
        withdrawal(tr, due, beside),
        beside.shop.clone(),
    ]);
    Ok((tr.with("letter-shipped-subject", &args), body))
}

/// It does not come, all of it or some pieces; and what becomes of what was paid.
pub fn cancelled(tr: &Tr, due: &Due, beside: &Beside) -> Result<Said> {
    let args = args(due, beside);
    let details = due.details()?;
    let is_whole = due.lines.iter().all(|line| pieces(&details, line) == line.quantity);
    let (subject, said, which) = match is_whole {
        true => ("letter-cancelled-subject", "letter-cancelled", String::new()),
        false => ("letter-less-subject", "letter-less", goods(due, &details)),
    };
    let is_paid = due.order.payment == Payment::Paid && due.order.means != Means::Tenders;
    let body = joined(vec![
        tr.with(said, &args),
        which,
        went_back(tr, &details)?,
        if is_paid { tr.t("letter-pays-back") } else { String::new() },
        link(tr, due, beside),
        beside.shop.clone(),
    ]);
    Ok((tr.with(subject, &args), body))
}

/// What is on gift cards again, and what points came back.
pub(super) fn went_back(tr: &Tr, details: &Value) -> Result<String> {
    let row = |back: &Value| {
        if let Some(points) = back["points"].as_i64() {
            return Ok(tr.with("letter-points-back", &[("points", Arg::Int(points))]));
        }
        let amount: Money =
            serde_json::from_value(back["amount"].clone()).map_err(Error::internal)?;
        let ending = back["ending"].as_str().unwrap_or_default().to_string();
        let args = [("amount", Arg::Money(amount)), ("ending", Arg::Text(ending))];
        Ok(tr.with("letter-card-back", &args))
    };
    let rows = details["back"].as_array().into_iter().flatten().map(row);
    Ok(rows.collect::<Result<Vec<_>>>()?.join("\n"))
}

/// Money goes back: how much, and why not all of it.
pub fn refunded(tr: &Tr, due: &Due, beside: &Beside) -> Result<Said> {
    let details = due.details()?;
    let amount: Money =
        serde_json::from_value(details["amount"].clone()).map_err(Error::internal)?;
    let [number, shop] = args(due, beside);
    let args = [number, shop, ("amount", Arg::Money(amount))];
    let kept = match details["deduction"].as_i64().filter(|kept| *kept > 0) {
        None => String::new(),
        Some(kept) => {
            let why = details["why"].as_str().unwrap_or_default().to_string();
            let kept = Arg::Money(Money::new(kept, amount.currency));
            tr.with("letter-kept", &[("amount", kept), ("why", Arg::Text(why))])
        }
    };
    let body = joined(vec![
        tr.with("letter-refunded", &args),
        kept,
        link(tr, due, beside),
        beside.shop.clone(),
    ]);
    Ok((tr.with("letter-refunded-subject", &args), body))
}
