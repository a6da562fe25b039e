//! What comes back of an order, on the order's own page: each return, and the way to a new one.

use commerce::orders::{Line, Order};
use commerce::returns::Return;
use customers::accounts::Permission;
use maud::{Markup, html};

use super::list::state_badge;
use super::{PATH, address, word};
use crate::desk::ui::{Icon, Tone, card, link_button, time};
use crate::desk::who::Desk;

/// Nothing, for whom returns are none of their business, and where there is nothing that could come back.
pub fn of_order(desk: &Desk, order: &Order, lines: &[Line], returns: &[Return]) -> Markup {
    let is_sent = lines.iter().any(|line| line.shipped > 0);
    if !desk.staff.can(Permission::ManageReturns) || (returns.is_empty() && !is_sent) {
        return html! {};
    }
    let tr = &desk.tr;
    let begin = format!("{PATH}/new?order={}", order.number);
    card(
        &tr.t("desk-returns"),
        html! {
            @if !returns.is_empty() { ul.rows { @for back in returns { (row(desk, back)) } } }
            @if is_sent {
                (link_button(Tone::Plain, Some(Icon::Return), &tr.t("desk-returns-begin"), &begin))
            }
        },
    )
}

fn row(desk: &Desk, back: &Return) -> Markup {
    html! {
        li {
            div.grow {
                a href=(address(&back.number)) { strong { (back.number) } }
                small { (word(desk, "kind", back.kind.as_str())) " · " (time(desk, back.asked_at)) }
                span.marks { (state_badge(desk, back.state)) }
            }
        }
    }
}
