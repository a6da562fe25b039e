//! In the store: the page that a clerk holds in the hand. Scan, see who it is and what was said, go on.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `scan.rs` | which store; what the scanner reads; who fits; whom nobody knows |
//! | `person.rs` | who it is, what is open, the talk so far |
//! | `talk.rs` | what was said across the counter |
//! | `known.rs` | a card or a number is added; an address is proven by a code |

mod known;
mod person;
mod scan;
mod talk;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::routing::{get, post};
use customers::channels::{Channel, ChannelId};
use customers::identities::CustomerId;
use engage::counter;
use kit::web::{Access, Routes};
use kit::{Error, Result};

use crate::app::App;
use crate::desk::who::Desk;

pub use person::{Person, find as find_person, so_far};

const START: &str = "/desk/store";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route(START, get(scan::choose_store))
        .route("/desk/store/{door}", get(scan::show_scanner))
        .route("/desk/store/{door}/scans", post(scan::create_scan))
        .route("/desk/store/{door}/customers", post(known::create_customer))
        .route("/desk/store/{door}/{id}", get(person::show_person))
        .route("/desk/store/{door}/{id}/visits", post(scan::create_visit))
        .route("/desk/store/{door}/{id}/messages", post(talk::create_message))
        .route("/desk/store/{door}/{id}/identities", post(known::add_identity))
        .route("/desk/store/{door}/{id}/proofs", post(known::send_code))
        .route("/desk/store/{door}/{id}/proofs/{proof}", post(known::answer_code))
}

/// The store in an address.
async fn store_of(desk: &Desk, id: &str) -> Result<Arc<Channel>> {
    let id: ChannelId = id.parse().map_err(|_| Error::not_found("store of this id"))?;
    desk.app.ctx.db.read(|tx| counter::door(tx, id)).await
}

fn customer_of(id: &str) -> Result<CustomerId> {
    id.parse().map_err(|_| Error::not_found("customer of this id"))
}

fn store_address(door: ChannelId) -> String {
    format!("{START}/{door}")
}

fn person_address(door: ChannelId, customer: CustomerId) -> String {
    format!("{START}/{door}/{customer}")
}
