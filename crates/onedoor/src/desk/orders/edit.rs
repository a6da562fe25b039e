//! The form by which an order is changed before it goes out: how many of what, where to, whom to call.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use commerce::carts;
use commerce::catalogue::VariantId;
use commerce::orders::{self, Contact, Delivery, Edit, Held, Line};
use commerce::shipping::Kind;
use customers::accounts::{Permit, may};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::acts::{Pairs, act};
use super::forms::{self, Typed};
use super::show::Shown;
use crate::desk::ui::{Fault, Field, Icon, Tone, button, select};
use crate::desk::who::Desk;

const ADDRESS: [&str; 5] = ["name", "street", "postcode", "city", "country"];

pub async fn edit_order(
    desk: Desk,
    Path(number): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    let permit: Permit<may::ManageOrders> = desk.staff.permit()?;
    let (typed, now) = (Typed(pairs), desk.now);
    let deed = |tx: &Tx, actor: &carts::Actor, held: Held| {
        let edit = wanted(tx, &typed, &held)?;
        let (order, learned) = orders::edit(&desk.app.commerce, tx, actor, held, &edit, now)?;
        Ok((order, Some(learned)))
    };
    act(&desk, permit.actor(), &number, &typed, ("edit", "order-edited"), deed).await
}

/// What the form says is to be other than it is.
fn wanted(tx: &Tx, typed: &Typed, held: &Held) -> Result<Edit> {
    let said = |name: &str| typed.get(name).trim().to_string();
    let maybe = |name: &str| Some(said(name)).filter(|text| !text.is_empty());
    let delivery = match &held.order.delivery {
        Delivery::Address { .. } => Delivery::Address {
            name: said("name"),
            street: said("street"),
            postcode: said("postcode"),
            city: said("city"),
            country: said("country").to_uppercase(),
        },
        other => other.clone(),
    };
    let name = held.order.contact.name.clone();
    let lang = held.order.contact.lang;
    let contact = Contact { name, email: maybe("email"), phone: maybe("phone"), lang };
    let lines = goods(tx, typed, &held.lines)?;
    let before: Vec<(VariantId, i64)> =
        held.lines.iter().map(|line| (line.variant, line.quantity)).collect();
    Ok(Edit {
        lines: (lines != before).then_some(lines),
        delivery: (delivery != held.order.delivery).then_some(delivery),
        method: maybe("method"),
        contact: (contact != held.order.contact).then_some(contact),
    })
}

fn goods(tx: &Tx, typed: &Typed, lines: &[Line]) -> Result<Vec<(VariantId, i64)>> {
    let pieces = |text: &str| -> Result<i64> {
        let bad = |_| Error::bad_input("bad_quantity", "A whole number of pieces.");
        text.trim().parse().map_err(bad)
    };
    let mut goods = Vec::new();
    for line in lines {
        goods.push((line.variant, pieces(typed.get(&format!("line-{}", line.position)))?));
    }
    let sku = typed.get("sku").trim();
    if !sku.is_empty() {
        let (variant, more) = (carts::variant_of_code(tx, sku)?, pieces(typed.get("add"))?);
        match goods.iter_mut().find(|(known, _)| *known == variant) {
            Some((_, quantity)) => *quantity += more,
            None => goods.push((variant, more)),
        }
    }
    goods.retain(|(_, quantity)| *quantity != 0);
    Ok(goods)
}

pub fn section(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let fault = fault.filter(|fault| fault.field == "edit");
    let body = html! {
        p.hint { (tr.t("desk-orders-edit-hint")) }
        ul.rows { @for line in &shown.lines { (pieces(desk, line, typed)) } }
        div.order-pair {
            (field(desk, "sku", "desk-orders-add", "", typed))
            (field(desk, "add", "desk-orders-add-pieces", "1", typed))
        }
        (address(desk, shown, typed))
        (method(desk, shown, typed))
        @if let Some(fault) = fault { p.fault role="alert" { (fault.text) } }
        (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-orders-edit-save")))
    };
    html! {
        details.card open[fault.is_some()] {
            summary { (tr.t("desk-orders-edit")) }
            (forms::form(desk, shown, "edit", None, body))
        }
    }
}

fn field(desk: &Desk, name: &'static str, key: &str, kept: &str, typed: &Typed) -> Markup {
    let said = typed.get(name);
    let value = if said.is_empty() { kept } else { said };
    let field = Field { is_required: false, ..Field::text(name, desk.tr.t(key), value) };
    field.of("-edit".into()).show(None)
}

fn pieces(desk: &Desk, line: &Line, typed: &Typed) -> Markup {
    let name = format!("line-{}", line.position);
    let said = typed.get(&name);
    let label = desk.tr.with("desk-orders-how-many", &[("goods", Arg::Text(line.title.clone()))]);
    html! {
        li {
            div.grow { strong { (line.title) } small { (line.sku) } }
            input.pieces type="number" name=(name) min="0" max="9999" inputmode="numeric"
                aria-label=(label)
                value=(if said.is_empty() { line.quantity.to_string() } else { said.to_string() });
        }
    }
}

/// Another way, if the shop has several.
fn method(desk: &Desk, shown: &Shown, typed: &Typed) -> Markup {
    let kind = match shown.order.delivery {
        Delivery::Address { .. } => Kind::Address,
        Delivery::Collect { .. } | Delivery::Taken { .. } => Kind::Collect,
    };
    let lang = desk.tr.lang();
    let fitting = shown.methods.iter().filter(|one| one.kind == kind && one.is_active);
    let mut options = vec![(String::new(), desk.tr.t("desk-orders-method-as-agreed"))];
    options.extend(fitting.map(|one| (one.code.clone(), one.title_in(lang).to_string())));
    html! {
        @if options.len() > 1 {
            (select("method", &desk.tr.t("desk-orders-method"), &options, typed.get("method"), None))
        }
    }
}

fn address(desk: &Desk, shown: &Shown, typed: &Typed) -> Markup {
    let order = &shown.order;
    let kept = match &order.delivery {
        Delivery::Address { name, street, postcode, city, country } => {
            Some([name, street, postcode, city, country])
        }
        Delivery::Collect { .. } | Delivery::Taken { .. } => None,
    };
    let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
    html! {
        div.order-pair {
            @if let Some(kept) = kept {
                @for (name, value) in ADDRESS.into_iter().zip(kept) {
                    (field(desk, name, &format!("desk-orders-{name}"), value, typed))
                }
            }
            (field(desk, "email", "desk-orders-email", &maybe(&order.contact.email), typed))
            (field(desk, "phone", "desk-orders-phone", &maybe(&order.contact.phone), typed))
        }
    }
}
