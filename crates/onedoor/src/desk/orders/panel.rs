//! A customer's orders as a part of a page: the newest, and what is done most.

use commerce::carts::Scope;
use commerce::orders::{Line, Order, Payment, State, store};
use customers::accounts::Permission;
use customers::dealings::{self, Dealing, DealingKind};
use customers::identities::CustomerId;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::{address, list, payment_badge, state_badge};
use crate::desk::ui::forms::token;
use crate::desk::ui::{Icon, icon, time};
use crate::desk::who::Desk;

const SHOWN_MAX: usize = 5;

/// A customer's newest orders, of one moment.
pub struct Panel {
    newest: Vec<(Order, Vec<Line>)>,
    /// None is in the book, but events tell of some: of a shop whose orders another system keeps.
    are_elsewhere: bool,
}

impl Panel {
    pub fn read(tx: &Tx, customer: CustomerId) -> Result<Panel> {
        let leaves = Scope::whole(customer).leaves(tx)?;
        let orders = store::of_leaves(tx, &leaves, SHOWN_MAX)?;
        let mut lines = store::lines_of(tx, &orders)?;
        let whole = orders.into_iter().map(|order| {
            let lines = lines.remove(&order.id).unwrap_or_default();
            (order, lines)
        });
        let newest: Vec<_> = whole.collect();
        let is_order = |one: &Dealing| one.kind == DealingKind::Order;
        let are_elsewhere =
            newest.is_empty() && dealings::store::list(tx, &leaves)?.iter().any(is_order);
        Ok(Panel { newest, are_elsewhere })
    }

    /// `back` is the page on which it stands.
    pub fn section(&self, desk: &Desk, back: &str) -> Markup {
        if !desk.staff.can(Permission::SeeOrders) {
            return html! {};
        }
        let tr = &desk.tr;
        html! {
            section.card.part id="orders" {
                h2 { (tr.t("desk-nav-orders")) }
                @if self.are_elsewhere {
                    p.quiet { (tr.t("desk-orders-customer-elsewhere")) }
                } @else if self.newest.is_empty() {
                    p.quiet { (tr.t("desk-orders-customer-none")) }
                }
                ul.rows {
                    @for (order, lines) in &self.newest { (row(desk, order, lines, back)) }
                }
            }
        }
    }
}

fn row(desk: &Desk, order: &Order, lines: &[Line], back: &str) -> Markup {
    let tr = &desk.tr;
    let may_pay = desk.staff.can(Permission::FulfilOrders);
    let is_unpaid = order.payment == Payment::Awaited && order.state != State::Cancelled;
    html! {
        li {
            div.grow {
                a href=(address(&order.number)) { strong { (order.number) } " · " (tr.money(order.total)) }
                small { (list::goods(desk, lines)) }
                span.marks { (state_badge(desk, order.state)) " " (payment_badge(desk, order.payment)) }
                small { (time(desk, order.placed_at)) }
                @if may_pay && is_unpaid { (pay(desk, order, back)) }
            }
        }
    }
}

/// The money has come.
fn pay(desk: &Desk, order: &Order, back: &str) -> Markup {
    let tr = &desk.tr;
    let label = tr.t("desk-orders-paid-by");
    html! {
        form.inline.cart-form method="post" action={ (address(&order.number)) "/payment" } {
            (token(desk))
            input type="hidden" name="version" value=(order.version);
            input type="hidden" name="back" value=(back);
            input.grow type="text" name="paid_by" required autocomplete="off" placeholder=(label)
                aria-label=(label);
            button.button.plain.small type="submit" {
                (icon(Icon::Check)) (tr.t("desk-orders-mark-paid"))
            }
        }
    }
}
