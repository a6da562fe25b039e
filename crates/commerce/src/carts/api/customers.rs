//! What tills, agents and assistants ask of a customer's cart, with the secret key of their door.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State as With};
use axum::http::HeaderMap;
use customers::channels::Door;
use customers::context::Named;
use customers::context::api::door_of;
use customers::identities::{CustomerId, graph};
use kit::{Error, Result, Tx};
use serde::Serialize;

use super::super::priced::{Wanted, priced};
use super::super::{Actor, ChangeId, Role, Scope, act, of_leaves, states};
use super::Shop;
use super::shown::{Shown, ShownStates};
use super::wish::{NewActor, NewChange, NewRestore, change_of, json_of, key_of};

const NAME_LENGTH_MAX: usize = 80;

#[derive(Serialize)]
pub struct Answer {
    #[serde(flatten)]
    shown: Shown,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeId>,
    customer: CustomerId,
}

/// The door of a server. Its key comes before anything that the call says.
pub async fn server(shop: &Shop, headers: &HeaderMap) -> Result<Door> {
    let door = door_of(&shop.ctx.customers, headers).await?;
    door.may_read()?;
    Ok(door)
}

pub fn named(shop: &Shop, text: &str) -> Result<Named> {
    Named::parse(text, shop.ctx.customers.defaults.region.as_deref())
}

/// The leaf that is meant: that of the identity or the id; for a customer as a whole, the one with the account.
pub fn leaf_of(tx: &Tx, named: &Named) -> Result<CustomerId> {
    let leaf = named.leaf(tx)?;
    match named {
        Named::Id(_) if graph::root(tx, leaf)? == leaf => graph::anchor(tx, leaf),
        Named::Id(_) | Named::Identity(_) => Ok(leaf),
    }
}

fn answer(tx: &Tx, leaf: CustomerId, change: ChangeId) -> Result<Answer> {
    let leaves = graph::leaves(tx, leaf)?;
    let shown = Shown::to_server(of_leaves(tx, &leaves)?.as_ref());
    Ok(Answer { shown, change: Some(change), customer: leaves[0] })
}

pub fn actor(door: Door, new: Option<NewActor>) -> Result<Actor> {
    let (role, name) = match new {
        Some(NewActor { role: Role::Shop, .. }) => {
            let detail = "`role` is customer, clerk, agent or assistant.";
            return Err(Error::bad_input("bad_role", detail));
        }
        Some(new) => (new.role, new.name),
        None => (Role::Customer, None),
    };
    let name = name.map(|name| kit::text::clip(name.trim(), NAME_LENGTH_MAX).into_owned());
    Ok(Actor { role, name: name.filter(|name| !name.is_empty()), door })
}

pub async fn show_cart(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Json<Answer>> {
    let door = Some(server(&shop, &headers).await?.channel.id);
    let named = named(&shop, &customer)?;
    let read = |tx: &Tx| {
        let leaves = named.leaves(tx)?;
        let cart = of_leaves(tx, &leaves)?;
        let buyer = Scope::whole(leaves[0]).own;
        let price = |cart| priced(&shop.ctx, tx, cart, buyer, door, &wanted);
        let priced = cart.as_ref().filter(|_| wanted.quote).map(price).transpose()?;
        let shown = Shown::to_server(cart.as_ref()).with(priced);
        Ok(Answer { shown, change: None, customer: leaves[0] })
    };
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

pub async fn list_states(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
) -> Result<Json<ShownStates>> {
    server(&shop, &headers).await?;
    let named = named(&shop, &customer)?;
    let read = |tx: &Tx| states(tx, &named.leaves(tx)?);
    let states = shop.ctx.customers.db.read(read).await?;
    Ok(Json(ShownStates::to_server(&states)))
}

pub async fn change_cart(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>> {
    let door = server(&shop, &headers).await?;
    let named = named(&shop, &customer)?;
    let mut new: NewChange = json_of(&body)?;
    let (actor, key) = (actor(door, new.actor.take())?, key_of(&headers, new.key.as_ref()));
    let (ctx, now) = (&shop.ctx, shop.ctx.customers.clock.now());
    let write = |tx: &Tx| {
        let leaf = leaf_of(tx, &named)?;
        let change = change_of(tx, &new, &key)?;
        let changed = act::change(ctx, tx, &actor, leaf, &change, now)?;
        let answer = answer(tx, leaf, changed.id)?;
        Ok((changed, answer))
    };
    let (changed, answer) = ctx.customers.db.write(write).await?;
    changed.learn(ctx);
    Ok(Json(answer))
}

pub async fn restore_cart(
    With(shop): With<Shop>,
    Path(customer): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>> {
    let door = server(&shop, &headers).await?;
    let named = named(&shop, &customer)?;
    let mut new: NewRestore = json_of(&body)?;
    let (actor, key) = (actor(door, new.actor.take())?, key_of(&headers, new.key.as_ref()));
    let (ctx, now, to) = (&shop.ctx, shop.ctx.customers.clock.now(), new.to()?);
    let write = |tx: &Tx| {
        let leaf = leaf_of(tx, &named)?;
        let changed = act::restore(ctx, tx, &actor, &Scope::whole(leaf), to, &key, now)?;
        let answer = answer(tx, leaf, changed.id)?;
        Ok((changed, answer))
    };
    let (changed, answer) = ctx.customers.db.write(write).await?;
    changed.learn(ctx);
    Ok(Json(answer))
}
