//! What can be done with an order: its money came, pieces go out, pieces are not wanted, somebody writes a note.

use commerce::orders::{Line, NoteFor, Payment, State};
use customers::accounts::Permission;
use kit::i18n::Arg;
use maud::{Markup, html};

use super::show::Shown;
use super::{address, edit};
use crate::desk::ui::forms::token;
use crate::desk::ui::{Fault, Field, Icon, Tone, button, card, lines, note as notice, select};
use crate::desk::who::Desk;

/// What a form sent, to be shown again beside what was wrong.
#[derive(Clone, Debug, Default)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }
}

pub fn section(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let (may_fulfil, may_manage) =
        (desk.staff.can(Permission::FulfilOrders), desk.staff.can(Permission::ManageOrders));
    let is_unpaid = shown.order.payment == Payment::Awaited;
    let is_over = shown.order.state == State::Cancelled;
    html! {
        @if let Some(fault) = fault.filter(|fault| fault.field.is_empty()) {
            (notice(Tone::Bad, html! { (fault.text) }))
        }
        @if may_fulfil && is_unpaid && !is_over { (pay(desk, shown, typed, fault)) }
        @if may_fulfil && shown.is_open() { (ship(desk, shown, typed, fault)) }
        @if may_manage && shown.is_open() { (edit::section(desk, shown, typed, fault)) }
        @if may_manage && shown.is_open() { (cancel(desk, shown, typed, fault)) }
    }
}

/// A form of this order; it counts once, and only if nobody was quicker.
pub fn form(desk: &Desk, shown: &Shown, act: &str, confirm: Option<&str>, body: Markup) -> Markup {
    html! {
        form.form method="post" action={ (address(&shown.order.number)) "/" (act) }
            data-confirm=[confirm] data-confirm-verb=[confirm.map(|_| desk.tr.t("desk-orders-cancel"))]
            data-confirm-tone=[confirm.map(|_| "bad")] {
            (token(desk))
            input type="hidden" name="version" value=(shown.order.version);
            (body)
        }
    }
}

fn pay(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let paid_by = Field::text("paid_by", tr.t("desk-orders-paid-by"), typed.get("paid_by"));
    let left = [("amount", Arg::Text(tr.money(shown.to_pay)))];
    let body = html! {
        @if shown.to_pay != shown.order.total { p { (tr.with("desk-tenders-left", &left)) } }
        (paid_by.hint(tr.t("desk-orders-paid-by-hint")).show(fault))
        (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-orders-mark-paid")))
    };
    card(&tr.t("desk-orders-pay"), form(desk, shown, "payment", None, body))
}

fn ship(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let field = |name: &'static str| Field {
        is_required: false,
        ..Field::text(name, tr.t(&format!("desk-orders-{name}")), typed.get(name))
    };
    let body = html! {
        (pieces(desk, shown, "ship", typed, fault))
        div.order-pair { (field("carrier").show(fault)) (field("tracking").show(fault)) }
        (button(Tone::Accent, Some(Icon::Bag), &tr.t("desk-orders-ship")))
    };
    card(&tr.t("desk-orders-send"), form(desk, shown, "shipments", None, body))
}

fn cancel(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let why = Field::text("why", tr.t("desk-orders-reason"), typed.get("why"));
    let body = html! {
        (pieces(desk, shown, "drop", typed, fault))
        (why.hint(tr.t("desk-orders-reason-hint")).show(fault))
        (button(Tone::Bad, Some(Icon::Close), &tr.t("desk-orders-cancel")))
    };
    html! {
        details.card open[fault.is_some_and(|fault| fault.field == "why")] {
            summary { (tr.t("desk-orders-cancel-some")) }
            (form(desk, shown, "cancellations", Some(&tr.t("desk-orders-cancel-ask")), body))
        }
    }
}

/// How many of each line that is open.
fn pieces(desk: &Desk, shown: &Shown, what: &str, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let open = shown.lines.iter().filter(|line| line.open() > 0);
    html! {
        ul.rows {
            @for line in open {
                li {
                    div.grow { strong { (line.title) } small { (line.sku) } }
                    (quantity(desk, line, what, typed))
                }
            }
        }
        @if let Some(fault) = fault.filter(|fault| fault.field == "pieces") {
            p.fault { (fault.text) }
        }
    }
}

fn quantity(desk: &Desk, line: &Line, what: &str, typed: &Typed) -> Markup {
    let name = format!("piece-{}", line.position);
    let said = typed.get(&name);
    let of = desk.tr.with("desk-orders-of", &[("count", Arg::Int(line.open()))]);
    let label = desk.tr.with("desk-orders-how-many", &[("goods", Arg::Text(line.title.clone()))]);
    html! {
        input.pieces id={ (what) "-" (line.position) } type="number" name=(name) min="0" max=(line.open())
            inputmode="numeric" aria-label=(label)
            value=(if said.is_empty() { line.open().to_string() } else { said.to_string() });
        span.quiet { (of) }
    }
}

/// A note can be written on any order, whatever became of it.
pub fn note(desk: &Desk, shown: &Shown, fault: Option<&Fault>) -> Markup {
    if !desk.staff.can(Permission::FulfilOrders) {
        return html! {};
    }
    let tr = &desk.tr;
    let readers: Vec<(String, String)> = NoteFor::ALL
        .iter()
        .map(|one| (one.as_str().into(), tr.t(&format!("desk-orders-note-for-{}", one.as_str()))))
        .collect();
    let body = html! {
        (lines("text", &tr.t("desk-orders-note"), &tr.t("desk-orders-note-hint"), ""))
        @if let Some(fault) = fault.filter(|fault| fault.field == "text") { p.fault { (fault.text) } }
        (select("reader", &tr.t("desk-orders-note-reader"), &readers, NoteFor::Staff.as_str(), None))
        (button(Tone::Plain, Some(Icon::Chat), &tr.t("desk-orders-note-write")))
    };
    card(&tr.t("desk-orders-notes"), form(desk, shown, "notes", None, body))
}
