//! An order that was placed in another shop system: it has happened, so it is written down as they tell it. Nothing is
//! priced again, no coupon of ours is redeemed, and the pieces are promised whatever our books say.

use customers::channels::Door;
use customers::identities::CustomerId;
use customers::recording::{By, Happening, Learned};
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::steps::{self, StepKind};
use super::{
    Contact, Delivery, Line, Means, Order, OrderId, Payment, number, places, rules, store,
};
use crate::Ctx;
use crate::carts::{Actor, Role};
use crate::loyalty;
use crate::prices::vat::{self, BasisPoints};
use crate::stock::{Holder, LocationId, Wanted, promise_told};

/// What they tell. Of its lines `shipped` and `cancelled` say what had happened before our books began.
#[derive(Clone, Debug)]
pub struct Elsewhere<'a> {
    pub door: Door,
    /// Names it among all orders of its buyer: theirs, with the link.
    pub key: String,
    /// As their people call it.
    pub number: &'a str,
    pub by: By<'a>,
    pub lines: Vec<Line>,
    pub currency: Currency,
    pub total: i64,
    pub shipping: i64,
    /// How they call the payment, once it is paid.
    pub paid_by: Option<&'a str>,
    pub delivery: Delivery,
    pub contact: Contact,
    pub coupons: Vec<String>,
    pub placed_at: Time,
    /// From where pieces go of which our books know too few.
    pub location: Option<LocationId>,
}

/// The order, whether there was enough of everything, and what is to be learned after the commit.
#[must_use]
pub struct Taken {
    pub order: Order,
    pub short: Vec<String>,
    pub learned: Learned,
}

/// Writes it down and promises what is still open of it. The caller knows that it is new.
pub fn take_from(ctx: &Ctx, tx: &Tx, told: &Elsewhere, now: Time) -> Result<Taken> {
    let id = OrderId::new(now);
    let mut bits = [0; 8];
    getrandom::fill(&mut bits).map_err(Error::internal)?;
    let number = number::of(u64::from_le_bytes(bits));
    let (leaf, learned) = tell(ctx, tx, told, (id, &number), now)?;
    if !store::take_number(tx, &number, leaf, id)? {
        // Of 27 billion: whoever asks tries again.
        return Err(Error::conflict(
            "number_taken",
            "The number of the order was taken. Try again.",
        ));
    }
    let actor = Actor { role: Role::Customer, name: None, door: told.door.clone() };
    let order = Order {
        customer_id: leaf,
        id,
        number,
        cart_id: None,
        channel_id: told.door.channel.id,
        actor: actor.role.as_str().into(),
        actor_name: None,
        state: rules::state(&told.lines),
        means: Means::Provider,
        payment: if told.paid_by.is_some() { Payment::Paid } else { Payment::Awaited },
        total: Money::new(told.total, told.currency),
        quote: agreed(told).to_string(),
        coupons: Vec::new(),
        delivery: told.delivery.clone(),
        contact: told.contact.clone(),
        placed_at: told.placed_at,
        changed_at: now,
        version: 1,
    };
    store::insert(tx, &order, &told.key)?;
    store::insert_lines(tx, &order, &told.lines)?;
    let details = json!({
        "number_there": told.number, "paid_by": told.paid_by, "coupons_there": told.coupons,
    });
    steps::note(tx, &order, &actor, StepKind::Placed, &details, now)?;
    loyalty::follow(tx, &actor, &order, &told.lines, now)?;
    let short = promise(tx, told, &order, now)?;
    places::refresh(tx, &order)?;
    Ok(Taken { order, short, learned })
}

/// The SKUs of which there were too few.
fn promise(tx: &Tx, told: &Elsewhere, order: &Order, now: Time) -> Result<Vec<String>> {
    let mut short = Vec::new();
    let country = match &told.delivery {
        Delivery::Address { country, .. } => Some(country.as_str()),
        Delivery::Collect { .. } | Delivery::Taken { .. } => None,
    };
    let mut open: Vec<&Line> = told.lines.iter().filter(|line| line.open() > 0).collect();
    // In one order, as everybody takes levels: nobody waits for another for ever.
    open.sort_by_key(|line| line.variant);
    for line in open {
        let wanted = match country {
            Some(country) => Wanted::to_country(line.variant, line.open(), country),
            None => Wanted::new(line.variant, line.open()),
        };
        let location = told.location.ok_or_else(|| {
            Error::conflict("no_location", "No place is open from which orders could be sent.")
        })?;
        if !promise_told(tx, &Holder::order(order.id), &wanted, location, now)? {
            short.push(line.sku.clone());
        }
    }
    Ok(short)
}

/// On the timeline at the moment at which it was placed there; the event brings the customer.
fn tell(
    ctx: &Ctx,
    tx: &Tx,
    told: &Elsewhere,
    (id, number): (OrderId, &str),
    now: Time,
) -> Result<(CustomerId, Learned)> {
    let products: Vec<Value> = told
        .lines
        .iter()
        .map(|line| {
            json!({
                "product_id": line.variant, "sku": line.sku, "name": line.title,
                "quantity": line.quantity, "price": line.unit.to_decimal(),
            })
        })
        .collect();
    let properties = json!({
        "order_id": number,
        "number_there": told.number,
        "total": Money::new(told.total, told.currency).to_decimal(),
        "currency": told.currency,
        "products": products,
    });
    let happening = Happening {
        name: "Order Completed",
        key: &format!("order:{id}:placed"),
        at: told.placed_at,
        by: told.by.clone(),
        properties: &properties.to_string(),
    };
    let noted = ctx.customers.recorder.note(tx, &told.door, &happening, now)?;
    Ok((noted.leaf, noted.learned))
}

/// In the shape of a quote of ours, as far as they tell.
fn agreed(told: &Elsewhere) -> Value {
    let base: i64 = told.lines.iter().map(|line| line.unit.minor * line.quantity).sum();
    let lines: i64 = told.lines.iter().map(|line| line.total.minor).sum();
    // What stands between the lines and the total and has no name with us: fees, roundings, discounts of the order.
    let rest = told.total - lines - told.shipping;
    let taxes = vat::by_rate(
        &told.lines.iter().map(|l| (l.total.minor, BasisPoints(l.tax_rate))).collect::<Vec<_>>(),
    );
    let total = |kind: &str, amount: i64| json!({ "type": kind, "amount": amount });
    json!({
        "currency": told.currency,
        "totals": [
            total("items_base_amount", base),
            total("items_discount", base - lines),
            total("subtotal", lines),
            total("discount", -rest),
            total("fulfillment", told.shipping),
            total("tax", taxes.iter().map(|of| of.tax).sum()),
            total("total", told.total),
        ],
        "taxes": taxes,
        "number_there": told.number,
    })
}
