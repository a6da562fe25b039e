//! Orders in the desk: all of them in a list, one with everything that became of it, and what has to be picked and packed.
//!
//! | file | shows |
//! | --- | --- |
//! | `list.rs` | all orders, the newest first, by state, payment, door, place, words |
//! | `show.rs` | one order: lines, totals and why, where it goes, whose it is |
//! | `history.rs` | its steps: sold at, served by, fulfilled at |
//! | `forms.rs` | what can be done with it, as forms |
//! | `acts.rs` | what those forms do |
//! | `edit.rs` | other goods, another address, before it goes out |
//! | `tendered.rs` | the gift cards and points that paid for it |
//! | `papers.rs` | confirmation, pick list, packing slip and return slip as PDF |
//! | `money.rs` | what a payment provider took and gave back |
//! | `provider.rs` | how the shop is connected with that provider |
//! | `picking.rs` | what waits at a place, to be fetched with a scanner and packed |
//! | `panel.rs` | a customer's orders, on their page and beside a conversation |

mod acts;
mod edit;
mod forms;
mod history;
mod list;
mod money;
mod panel;
mod papers;
mod picking;
mod provider;
mod show;
mod tendered;
#[cfg(test)]
pub(crate) mod tests;

use axum::routing::{get, post};
use commerce::orders::{Payment, State};
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use maud::Markup;

pub use panel::Panel;
pub use provider::PATH as PROVIDER;
pub use tendered::went_back;

use super::ui::{Icon, Tone, badge};
use super::who::Desk;
use crate::app::App;

/// The words of these pages.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../../locales/orders/en.ftl")),
    (Lang::Pl, include_str!("../../../locales/orders/pl.ftl")),
    (Lang::Ro, include_str!("../../../locales/orders/ro.ftl")),
    (Lang::Ru, include_str!("../../../locales/orders/ru.ftl")),
];

const PATH: &str = "/desk/orders";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/orders", get(list::list_orders))
        .route("/desk/orders/live", get(list::live_orders))
        .route("/desk/orders/picking", get(picking::show_picking))
        .route("/desk/orders/{number}", get(show::show_order))
        .route("/desk/orders/{number}/papers", get(papers::show_paper))
        .route(
            "/desk/settings/payments",
            get(provider::show_provider).post(provider::connect_provider),
        )
        .route("/desk/settings/payments/removal", post(provider::disconnect_provider))
        .route("/desk/orders/{number}/payments", post(money::start_payment))
        .route("/desk/orders/{number}/payments/look", post(money::look_at_payment))
        .route("/desk/orders/{number}/refunds", post(money::refund_order))
        .route("/desk/orders/{number}/payment", post(acts::pay_order))
        .route("/desk/orders/{number}/shipments", post(acts::ship_order))
        .route("/desk/orders/{number}/cancellations", post(acts::cancel_order))
        .route("/desk/orders/{number}/edit", post(edit::edit_order))
        .route("/desk/orders/{number}/notes", post(acts::note_order))
}

pub fn address(number: &str) -> String {
    format!("{PATH}/{number}")
}

fn state_badge(desk: &Desk, state: State) -> Markup {
    let words = desk.tr.t(&format!("desk-orders-state-{}", state.as_str().replace('_', "-")));
    match state {
        State::Placed => badge(Tone::Accent, Some(Icon::Clock), &words),
        State::PartlyFulfilled => badge(Tone::Warn, Some(Icon::Clock), &words),
        State::Fulfilled => badge(Tone::Good, Some(Icon::Check), &words),
        State::Cancelled => badge(Tone::Plain, Some(Icon::Close), &words),
    }
}

fn payment_badge(desk: &Desk, payment: Payment) -> Markup {
    let words = desk.tr.t(&format!("desk-orders-payment-{}", payment.as_str()));
    match payment {
        Payment::Awaited => badge(Tone::Warn, Some(Icon::Clock), &words),
        Payment::Paid => badge(Tone::Good, Some(Icon::Check), &words),
        Payment::Refunded => badge(Tone::Plain, Some(Icon::Return), &words),
    }
}
