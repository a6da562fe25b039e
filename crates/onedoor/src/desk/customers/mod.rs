//! The customers: find one, see the whole way they came, say who is who.
//!
//! | file | what it shows |
//! | --- | --- |
//! | `list.rs` | everybody, and those that fit a search |
//! | `page.rs` | one customer: puts together the parts that follow |
//! | `head.rs` | who they are, in figures; what is open |
//! | `known_by.rs` | identities, claims, who may be the same |
//! | `facts.rs`, `consent.rs` | traits, doors, households; what they allow |
//! | `points.rs`, `group.rs` | what they have earned; whose prices are theirs |
//! | `why_one.rs` | the merges, in words |
//! | `timeline.rs`, `live.rs`, `event.rs` | what happened, as it happens, and in every detail |
//! | `merge.rs`, `split.rs`, `sides.rs` | saying that two are one, or that one is two, with a preview |
//! | `privacy.rs` | their file, restriction and objection, erasure with its receipt |
//! | `naming.rs` | what people, doors and identities are called |

mod consent;
mod event;
pub mod facts;
mod filter;
mod group;
pub mod head;
pub mod known_by;
mod list;
mod live;
mod merge;
pub mod naming;
mod page;
pub mod points;
mod privacy;
mod sides;
mod split;
#[cfg(test)]
mod tests;
pub mod timeline;
mod why_one;

use axum::routing::{get, post};
use customers::channels::{Door, store as channels};
use customers::context::store as context;
use customers::identities::{CustomerId, graph};
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};

use super::who::Desk;
use crate::app::App;

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/customers", get(list::list_customers))
        .route("/desk/customers/{id}", get(page::show_customer))
        .route("/desk/customers/{id}/live", get(live::follow_customer))
        .route("/desk/customers/{id}/events/{place}", get(event::show_event))
        .route("/desk/customers/{id}/merge", get(merge::show_merge).post(merge::merge_customers))
        .route("/desk/customers/{id}/group", post(group::set_group))
        .route("/desk/customers/{id}/export", get(privacy::export_customer))
        .route("/desk/customers/{id}/objection", post(privacy::change_objection))
        .route("/desk/customers/{id}/restriction", post(privacy::change_restriction))
        .route(
            "/desk/customers/{id}/erasure",
            get(privacy::show_erase).post(privacy::erase_customer),
        )
        .route("/desk/customers/erasures/{id}", get(privacy::show_erasure))
        .route("/desk/customers/{id}/dismissals/{other}", post(merge::dismiss_proposal))
        .route(
            "/desk/customers/{id}/splits/{edge}",
            get(split::show_split).post(split::split_customer),
        )
}

/// An id in an address. What is no id leads nowhere, as an id that nobody has.
fn parse_id(text: &str) -> Result<CustomerId> {
    text.parse().map_err(|_| Error::not_found("customer of this id"))
}

pub fn address(id: CustomerId) -> String {
    format!("/desk/customers/{id}")
}

/// The door by which a customer came last; what staff say of them is said there.
pub fn last_door(tx: &Tx, root: CustomerId) -> Result<Door> {
    let channel = channels::find_maybe(tx, context::customer(tx, root)?.last_channel_id)?;
    let channel = channel.ok_or_else(|| Error::not_found("door by which they came"))?;
    Ok(Door { channel: channel.into(), trusted: true })
}

/// The customer that this leaf belongs to now.
async fn root_of(desk: &Desk, leaf: CustomerId) -> Result<CustomerId> {
    desk.app.ctx.db.read(|tx| graph::root(tx, leaf)).await
}
