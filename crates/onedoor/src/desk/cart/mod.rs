//! What a customer means to buy, beside whatever staff see of them: the lines, who changed what last, and a few forms.
//!
//! `panel.rs` shows it on the customer's page and beside a conversation; the forms lead back to where they were. What is
//! changed beside a conversation hangs on the leaf that talks, so that the page on which the customer sits shows it.

mod panel;
#[cfg(test)]
mod tests;

use axum::extract::{Form, Path};
use axum::routing::post;
use commerce::carts::{self, Action, Actor, Change, ChangeId, Restore, Role, Scope};
use customers::accounts::{Permit, Role as StaffRole, may};
use customers::channels::{Door, store as channels};
use customers::context::store as context;
use customers::identities::{CustomerId, graph};
use engage::conversations::{ConversationId, store as conversations};
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};
use serde::Deserialize;

pub use panel::Panel;

use super::customers::address;
use super::inbox;
use super::reply::Go;
use super::who::Desk;
use crate::app::App;

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/customers/{id}/cart", post(change_cart))
        .route("/desk/customers/{id}/cart/undo", post(undo_change))
}

/// What the forms of the panel say; each says a part of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The conversation beside which the panel stands.
    talk: String,
    /// New on each page: a form that is sent twice counts once.
    key: String,
    action: String,
    sku: String,
    quantity: String,
    code: String,
    change: String,
}

/// Where a change is made, and by whom.
struct Place {
    leaf: CustomerId,
    actor: Actor,
    back: String,
}

pub async fn change_cart(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Go> {
    let permit: Permit<may::EditCustomers> = desk.staff.permit()?;
    let (ctx, now) = (&desk.app.commerce, desk.now);
    let write = |tx: &Tx| {
        let place = place(&desk, &permit, tx, &id, &wanted)?;
        let change = Change { key: wanted.key.clone(), actions: vec![action(tx, &wanted)?] };
        let changed = carts::change(ctx, tx, &place.actor, place.leaf, &change, now)?;
        Ok((changed, place.back))
    };
    let (changed, back) = ctx.customers.db.write(write).await?;
    changed.learn(ctx);
    Ok(Go::to(&back).saying("cart-changed"))
}

pub async fn undo_change(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Go> {
    let permit: Permit<may::EditCustomers> = desk.staff.permit()?;
    let (ctx, now) = (&desk.app.commerce, desk.now);
    let change: ChangeId = wanted.change.parse()?;
    let write = |tx: &Tx| {
        let place = place(&desk, &permit, tx, &id, &wanted)?;
        let (scope, to) = (Scope::whole(place.leaf), Restore::Before(change));
        let changed = carts::restore(ctx, tx, &place.actor, &scope, to, &wanted.key, now)?;
        Ok((changed, place.back))
    };
    let (changed, back) = ctx.customers.db.write(write).await?;
    changed.learn(ctx);
    Ok(Go::to(&back).saying("cart-undone"))
}

fn place(
    desk: &Desk,
    permit: &Permit<may::EditCustomers>,
    tx: &Tx,
    id: &str,
    wanted: &Wanted,
) -> Result<Place> {
    let customer: CustomerId = id.parse().map_err(|_| Error::not_found("customer of this id"))?;
    let root = graph::root(tx, customer)?;
    let (leaf, channel, back) = match wanted.talk.as_str() {
        "" => {
            let last = context::customer(tx, root)?.last_channel_id;
            (graph::anchor(tx, root)?, last, address(root))
        }
        talk => {
            let talk: ConversationId = talk.parse()?;
            let talk = conversations::find(tx, talk)?;
            if graph::root(tx, talk.customer_id)? != root {
                return Err(Error::not_found("conversation with this customer"));
            }
            (talk.customer_id, talk.last_channel_id, inbox::address(talk.id))
        }
    };
    let channel = channels::find_maybe(tx, channel)?;
    let channel = channel.ok_or_else(|| Error::not_found("door by which they came"))?;
    let door = Door { channel: channel.into(), trusted: true };
    let role = match desk.staff.role() {
        StaffRole::Clerk => Role::Clerk,
        _ => Role::Agent,
    };
    Ok(Place { leaf, actor: Actor { role, name: Some(permit.actor().name.clone()), door }, back })
}

fn action(tx: &Tx, wanted: &Wanted) -> Result<Action> {
    let variant = || carts::variant_of_code(tx, &wanted.sku);
    let bad = |_| Error::bad_input("bad_quantity", "Type a whole number.");
    let quantity = || wanted.quantity.trim().parse::<i64>().map_err(bad);
    Ok(match wanted.action.as_str() {
        "add" => Action::Add { variant: variant()?, quantity: quantity()? },
        "set" => Action::Set { variant: variant()?, quantity: quantity()? },
        "remove" => Action::Remove { variant: variant()? },
        "apply-coupon" => Action::ApplyCoupon { code: wanted.code.clone() },
        "drop-coupon" => Action::DropCoupon { code: wanted.code.clone() },
        _ => return Err(Error::bad_input("bad_action", "This form does not say what to do.")),
    })
}
