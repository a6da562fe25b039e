//! What comes back, on the desk: a return is begun from an order's number, received at a place, and paid back, exchanged or
//! refused.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `list.rs` | all returns, the way to one by a number, and statements of withdrawal that wait for a person |
//! | `beside.rs` | what comes back of an order, on its page |
//! | `begin.rs` | what of an order can come back, and the form that asks for it |
//! | `show.rs` | one return, with what happened to it |
//! | `act.rs` | the forms beside it, and what they do |
//! | `policy.rs` | what the shop promises, country by country, and what does not come back |

mod act;
mod begin;
pub mod beside;
mod list;
mod policy;
mod show;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use commerce::carts::{Actor, Role};
use customers::accounts::{Permit, Role as StaffRole, may};
use customers::channels::{ChannelId, Door, store as channels};
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};

use super::who::Desk;
use crate::app::App;

/// The words of these pages.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../../locales/returns/en.ftl")),
    (Lang::Pl, include_str!("../../../locales/returns/pl.ftl")),
    (Lang::Ro, include_str!("../../../locales/returns/ro.ftl")),
    (Lang::Ru, include_str!("../../../locales/returns/ru.ftl")),
];

const PATH: &str = "/desk/returns";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/returns", get(list::list_returns))
        .route("/desk/returns/find", get(list::find_return))
        .route("/desk/returns/new", get(begin::show_new_return).post(begin::create_return))
        .route("/desk/returns/policy", get(policy::show_policy).post(policy::set_policy))
        .route("/desk/returns/policy/exclusions", post(policy::create_exclusion))
        .route("/desk/returns/policy/exclusions/{id}/removal", post(policy::delete_exclusion))
        .route("/desk/returns/withdrawals/{id}/settlement", post(list::settle_withdrawal))
        .route("/desk/returns/{number}", get(show::show_return))
        .route("/desk/returns/{number}/receipt", post(act::receive_return))
        .route("/desk/returns/{number}/refund", post(act::refund_return))
        .route("/desk/returns/{number}/exchange", post(act::exchange_return))
        .route("/desk/returns/{number}/refusal", post(act::refuse_return))
}

fn address(number: &str) -> String {
    format!("{PATH}/{number}")
}

/// Whoever of the staff does it, at this door.
fn actor(tx: &Tx, permit: &Permit<may::ManageReturns>, door: ChannelId) -> Result<Actor> {
    let channel = channels::find_maybe(tx, door)?;
    let channel = channel.ok_or_else(|| Error::not_found("door of this order"))?;
    let role = match permit.actor().role {
        StaffRole::Clerk => Role::Clerk,
        _ => Role::Agent,
    };
    let door = Door { channel: channel.into(), trusted: true };
    Ok(Actor { role, name: Some(permit.actor().name.clone()), door })
}

/// One of several fields that a form has by number: `quantity_3`.
fn field(pairs: &[(String, String)], name: &str) -> String {
    let found = pairs.iter().find(|(key, _)| key == name);
    found.map_or(String::new(), |(_, value)| value.trim().to_string())
}

/// Pieces; an empty field is none.
fn pieces(pairs: &[(String, String)], name: &str) -> Result<i64> {
    match field(pairs, name).as_str() {
        "" => Ok(0),
        text => text
            .parse()
            .map_err(|_| Error::bad_input("bad_quantity", "Write a whole number of pieces.")),
    }
}

/// The words of a member of an enum: `desk-returns-kind-withdrawal`.
fn word(desk: &Desk, of: &str, word: &str) -> String {
    desk.tr.t(&format!("desk-returns-{of}-{}", word.replace('_', "-")))
}
