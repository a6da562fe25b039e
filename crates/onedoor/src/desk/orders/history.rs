//! What became of an order, step by step: what, where, by whom.

use commerce::orders::{Step, StepKind};
use kit::i18n::Arg;
use kit::money::Money;
use maud::{Markup, html};
use serde_json::Value;

use super::show::Shown;
use super::tendered;
use crate::desk::customers::naming;
use crate::desk::ui::{Icon, icon, time};
use crate::desk::who::Desk;

pub fn list(desk: &Desk, shown: &Shown) -> Markup {
    html! {
        ol.rows {
            @for step in shown.steps.iter().rev() { (row(desk, shown, step)) }
        }
    }
}

fn row(desk: &Desk, shown: &Shown, step: &Step) -> Markup {
    let tr = &desk.tr;
    // Of somebody who was erased nothing is left in it.
    let details: Value = serde_json::from_str(&step.details).unwrap_or_default();
    let said = said(desk, shown, step.kind, &details);
    html! {
        li {
            (icon(picture(step.kind)))
            div.grow {
                strong { (tr.t(&format!("desk-orders-did-{}", step.kind.as_str()))) }
                @if !said.is_empty() { span { (said.join(" · ")) } }
                small {
                    (time(desk, step.at))
                    // What the product does by itself has nobody who did it.
                    @if step.kind != StepKind::Written {
                        " · "
                        @if let Some(name) = &step.actor_name { (name) ", " }
                        (tr.t(&format!("desk-cart-by-{}", step.actor))) " · "
                        (naming::door(desk, &shown.doors, step.channel_id))
                    }
                }
            }
        }
    }
}

fn picture(kind: StepKind) -> Icon {
    match kind {
        StepKind::Placed => Icon::Cart,
        StepKind::Paid => Icon::Check,
        StepKind::Shipped => Icon::Bag,
        StepKind::HandedOver => Icon::Store,
        StepKind::Cancelled => Icon::Close,
        StepKind::Noted => Icon::Chat,
        StepKind::Refunded => Icon::Return,
        StepKind::Edited => Icon::Settings,
        StepKind::Written => Icon::Mail,
    }
}

fn said(desk: &Desk, shown: &Shown, kind: StepKind, details: &Value) -> Vec<String> {
    let tr = &desk.tr;
    let text = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_string);
    let mut said = Vec::new();
    match kind {
        StepKind::Placed | StepKind::Paid => said.extend(text(&details["paid_by"])),
        StepKind::Shipped => {
            said.extend(pieces(shown, &details["pieces"]));
            said.extend(from(desk, shown, &details["from"]));
            let parcel = &details["parcel"];
            said.extend(text(&parcel["carrier"]));
            said.extend(text(&parcel["tracking"]));
        }
        StepKind::HandedOver => {
            said.extend(pieces(shown, &details["pieces"]));
            said.extend(text(&details["at"]).map(|place| shown.place(&place)));
        }
        StepKind::Cancelled => {
            said.extend(pieces(shown, &details["pieces"]));
            said.extend(text(&details["why"]));
            said.extend(tendered::went_back(desk, &details["back"]));
        }
        StepKind::Edited => said.push(was(desk, &details["was"])),
        StepKind::Refunded => {
            let amount: Option<Money> = serde_json::from_value(details["amount"].clone()).ok();
            said.extend(amount.map(|amount| tr.money(amount)));
            said.extend(text(&details["paid_by"]));
            said.extend(tendered::went_back(desk, &details["back"]));
        }
        StepKind::Written => {
            said.extend(
                text(&details["about"]).map(|about| tr.t(&format!("desk-orders-did-{about}"))),
            );
        }
        StepKind::Noted => {
            said.extend(text(&details["text"]));
            if details["for"] == "customer" {
                said.push(tr.t("desk-orders-note-shown"));
            }
        }
    }
    said
}

/// “before: 2 × BLUE, 1 × RED · 149,70 zł”
fn was(desk: &Desk, was: &Value) -> String {
    let line = |line: &Value| {
        let sku = line["sku"].as_str().unwrap_or_default();
        format!("{} × {sku}", line["quantity"])
    };
    let lines: Vec<String> = was["lines"].as_array().into_iter().flatten().map(line).collect();
    let total: Option<Money> = serde_json::from_value(was["total"].clone()).ok();
    let total = total.map(|total| desk.tr.money(total)).unwrap_or_default();
    let goods = Arg::Text(format!("{} · {total}", lines.join(", ")));
    desk.tr.with("desk-orders-was", &[("goods", goods)])
}

/// “2 × Blue mug”
fn pieces(shown: &Shown, pieces: &Value) -> Vec<String> {
    let Value::Object(pieces) = pieces else { return Vec::new() };
    let title = |position: &str| {
        let line = shown.lines.iter().find(|line| line.position.to_string() == position);
        line.map_or(position.to_string(), |line| line.title.clone())
    };
    pieces.iter().map(|(position, count)| format!("{count} × {}", title(position))).collect()
}

/// “from Łódź, Kraków”
fn from(desk: &Desk, shown: &Shown, from: &Value) -> Option<String> {
    let Value::Object(from) = from else { return None };
    let places: Vec<String> = from.keys().map(|id| shown.place(id)).collect();
    let places = Arg::Text(places.join(", "));
    (!from.is_empty()).then(|| desk.tr.with("desk-orders-went-from", &[("places", places)]))
}
