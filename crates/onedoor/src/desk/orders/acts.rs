//! What the forms of an order do. Each says which version of the order it was filled in for, so that a form that is sent
//! twice, or that somebody was quicker than, does nothing.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use commerce::carts::{Actor, Role};
use commerce::orders::list::numbered;
use commerce::orders::rules::Parts;
use commerce::orders::{self, Held, Note, Order, Parcel};
use customers::accounts::{self, Role as StaffRole, may};
use customers::channels::{Door, store as channels};
use customers::recording::Learned;
use kit::{Error, Result, Tx};

use super::forms::Typed;
use super::{address, show};
use crate::desk::reply::Go;
use crate::desk::ui::Fault;
use crate::desk::who::Desk;

pub type Pairs = Vec<(String, String)>;
pub type Done = (Order, Option<Learned>);

pub async fn pay_order(
    desk: Desk,
    Path(number): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    let permit: accounts::Permit<may::FulfilOrders> = desk.staff.permit()?;
    let (typed, now) = (Typed(pairs), desk.now);
    let paid_by = typed.get("paid_by").trim().to_string();
    let deed = |tx: &Tx, actor: &Actor, held: Held| {
        if paid_by.is_empty() {
            return Err(Error::bad_input("no_payment_name", "Say how it was paid."));
        }
        Ok((orders::pay(tx, actor, held, &paid_by, now)?, None))
    };
    act(&desk, permit.actor(), &number, &typed, ("paid_by", "order-paid"), deed).await
}

pub async fn ship_order(
    desk: Desk,
    Path(number): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    let permit: accounts::Permit<may::FulfilOrders> = desk.staff.permit()?;
    let (typed, now) = (Typed(pairs), desk.now);
    let said = |name: &str| Some(typed.get(name).trim().to_string()).filter(|v| !v.is_empty());
    let from = said("from").map(|place| place.parse()).transpose()?;
    let parcel = Parcel { from, carrier: said("carrier"), tracking: said("tracking") };
    let deed = |tx: &Tx, actor: &Actor, held: Held| {
        let ctx = &desk.app.commerce;
        let (order, learned) = orders::ship(ctx, tx, actor, held, &parts(&typed)?, &parcel, now)?;
        Ok((order, Some(learned)))
    };
    act(&desk, permit.actor(), &number, &typed, ("pieces", "order-sent"), deed).await
}

pub async fn cancel_order(
    desk: Desk,
    Path(number): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    let permit: accounts::Permit<may::ManageOrders> = desk.staff.permit()?;
    let (typed, now) = (Typed(pairs), desk.now);
    let why = typed.get("why").trim().to_string();
    let deed = |tx: &Tx, actor: &Actor, held: Held| {
        if why.is_empty() {
            return Err(Error::bad_input("no_reason", "Say why."));
        }
        let ctx = &desk.app.commerce;
        let (order, learned) = orders::cancel(ctx, tx, actor, held, &parts(&typed)?, &why, now)?;
        Ok((order, Some(learned)))
    };
    act(&desk, permit.actor(), &number, &typed, ("why", "order-cancelled"), deed).await
}

pub async fn note_order(
    desk: Desk,
    Path(number): Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    let permit: accounts::Permit<may::FulfilOrders> = desk.staff.permit()?;
    let (typed, now) = (Typed(pairs), desk.now);
    let deed = |tx: &Tx, actor: &Actor, held: Held| {
        let note = Note { text: typed.get("text").into(), reader: typed.get("reader").parse()? };
        Ok((orders::note(tx, actor, held, &note, now)?, None))
    };
    act(&desk, permit.actor(), &number, &typed, ("text", "order-noted"), deed).await
}

/// Does it, or shows the page again with what was wrong.
pub async fn act(
    desk: &Desk,
    staff: &accounts::Actor,
    number: &str,
    typed: &Typed,
    (field, said): (&'static str, &str),
    deed: impl Fn(&Tx, &Actor, Held) -> Result<Done>,
) -> Result<Response> {
    let ctx = &desk.app.commerce;
    let write = |tx: &Tx| {
        let order = numbered(tx, number)?;
        let held = orders::hold(tx, &order)?;
        held.must_be_of(version(typed)?)?;
        deed(tx, &actor(tx, staff, &order)?, held)
    };
    let error = match ctx.customers.db.write(write).await {
        Ok((order, learned)) => {
            if let Some(learned) = learned {
                ctx.customers.recorder.learn(learned);
            }
            let own = address(&order.number);
            let back = Some(typed.get("back")).filter(|back| !back.is_empty());
            return Ok(Go::to(back.unwrap_or(&own)).saying(said).into_response());
        }
        Err(error) => error,
    };
    let status = error.status();
    let field = match error.code {
        "order_changed" | "order_is_over" | "nothing_left" | "not_promised" => "",
        "not_so_many_left" | "bad_quantity" | "nothing_chosen" => "pieces",
        _ => field,
    };
    let fault = Fault::of(desk, error, field)?;
    let page = show::page(desk, number, typed, Some(&fault)).await?;
    Ok(page.with_status(status).into_response())
}

fn version(typed: &Typed) -> Result<i64> {
    let bad =
        |_| Error::bad_input("bad_version", "This form does not say what it was filled in for.");
    typed.get("version").parse().map_err(bad)
}

/// Staff do it where the order was bought.
fn actor(tx: &Tx, staff: &accounts::Actor, order: &Order) -> Result<Actor> {
    let channel = channels::find(tx, order.channel_id)?;
    let role = if staff.role == StaffRole::Clerk { Role::Clerk } else { Role::Agent };
    let door = Door { channel: channel.into(), trusted: true };
    Ok(Actor { role, name: Some(staff.name.clone()), door })
}

/// `piece-2=1`: one piece of the second line. A form without such fields means all that are left.
fn parts(typed: &Typed) -> Result<Parts> {
    let bad = || Error::bad_input("bad_quantity", "A whole number of pieces.");
    let mut parts = Parts::new();
    let mut is_asked = false;
    for (name, value) in &typed.0 {
        let Some(position) = name.strip_prefix("piece-") else { continue };
        is_asked = true;
        let value = value.trim();
        let pieces: i64 = if value.is_empty() { 0 } else { value.parse().map_err(|_| bad())? };
        if pieces != 0 {
            parts.insert(position.parse().map_err(|_| bad())?, pieces);
        }
    }
    if is_asked && parts.is_empty() {
        return Err(Error::bad_input("nothing_chosen", "Choose at least one piece."));
    }
    Ok(parts)
}
