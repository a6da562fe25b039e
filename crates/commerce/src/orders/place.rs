//! A cart becomes an order: priced, promised, numbered, told.

use customers::channels::ChannelId;
use customers::identities::{CustomerId, graph, store as identities};
use customers::recording::Learned;
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::steps::{self, StepKind};
use super::{Contact, Delivery, Line, Means, Order, OrderId, Payment, State, number, store, tell};
use crate::Ctx;
use crate::carts::{self, Actor, Cart, Pieces, Scope};
use crate::prices::{Buyer, vat};
use crate::promotions::{self, Asked, AskedLine, Quote, QuotedLine, TotalType, coupons};
use crate::stock::{self, Holder, LocationId, Wanted};

pub const KEY_LENGTH_MAX: usize = 128;
/// A number that another order has is drawn again; of 27 billion not this often.
const NUMBERS_TRIED_MAX: usize = 20;

/// How somebody wants to buy what lies in the cart.
#[derive(Clone, Debug)]
pub struct NewOrder {
    /// Made by whoever asks, new for each order: sent again, it is one order.
    pub key: String,
    pub delivery: Delivery,
    pub contact: Contact,
    pub means: Means,
    /// What whoever took the money calls the payment; with it the order is paid.
    pub paid_by: Option<String>,
    /// What the buyer was shown. Another total is refused and nothing is bought.
    pub expected_total: Option<Money>,
}

#[must_use]
pub struct Placed {
    pub order: Order,
    /// It had been placed before.
    pub is_repeated: bool,
    learned: Option<Learned>,
}

impl Placed {
    /// Call it after the commit.
    pub fn learn(self, ctx: &Ctx) -> Order {
        if let Some(learned) = self.learned {
            ctx.customers.recorder.learn(learned);
        }
        self.order
    }
}

/// Buys what somebody sees in a cart. All of it happens in the caller's transaction, or nothing.
///
/// # Errors
/// `empty_cart`, `total_changed`, `out_of_stock`, and what the coupons refuse.
pub fn place(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    scope: &Scope,
    new: &NewOrder,
    now: Time,
) -> Result<Placed> {
    check(new)?;
    scope.hold(tx)?;
    let leaves = scope.leaves(tx)?;
    if let Some(order) = store::keyed_maybe(tx, &leaves, &new.key)? {
        return Ok(Placed { order, is_repeated: true, learned: None });
    }
    let leaf = scope.own.leaf;
    let cart = carts::of_leaves(tx, &leaves)?.filter(|cart| !cart.lines.is_empty());
    let cart =
        cart.ok_or_else(|| Error::conflict("empty_cart", "There is nothing in the cart."))?;
    let (quote, total) = agreed(ctx, tx, actor, &cart, leaf, new)?;
    let coupons = quote.used_coupons();
    let id = OrderId::new(now);
    let order = Order {
        customer_id: leaf,
        id,
        number: numbered(tx, leaf, id)?,
        cart_id: Some(cart.id),
        channel_id: actor.door.channel.id,
        actor: actor.role.as_str().into(),
        actor_name: actor.name.clone(),
        state: State::Placed,
        means: new.means,
        payment: if new.paid_by.is_some() { Payment::Paid } else { Payment::Awaited },
        total,
        quote: serde_json::to_string(&quote).map_err(Error::internal)?,
        coupons,
        delivery: new.delivery.clone(),
        contact: new.contact.clone(),
        placed_at: now,
        changed_at: now,
        version: 1,
    };
    let lines = lines(&quote);
    store::insert(tx, &order, &new.key)?;
    store::insert_lines(tx, &order, &lines)?;
    let details = json!({ "means": new.means, "paid_by": new.paid_by });
    steps::note(tx, &order, actor, StepKind::Placed, &details, now)?;
    for code in &order.coupons {
        coupons::redeem(tx, code, leaf, id, now)?;
    }
    carts::close(tx, scope, id, now)?;
    let learned = tell::placed(ctx, tx, actor, &order, &lines, now)?;
    // Last, since others wait for the same goods.
    stock::reserve(tx, &Holder::order(id), &wanted(&order, &lines)?, None, now)?;
    Ok(Placed { order, is_repeated: false, learned: Some(learned) })
}

fn check(new: &NewOrder) -> Result<()> {
    let is_key = |key: &str| key.bytes().all(|byte| byte.is_ascii_graphic());
    if new.key.is_empty() || new.key.len() > KEY_LENGTH_MAX || !is_key(&new.key) {
        let detail = format!(
            "Send a key of 1 to {KEY_LENGTH_MAX} letters, digits and signs, new for each order."
        );
        return Err(Error::bad_input("bad_key", detail));
    }
    super::address::check(&new.delivery, &new.contact)
}

/// What a cart costs whoever sees it, at this door, sent to this country: as an order of it will be priced.
pub fn quoted(
    ctx: &Ctx,
    tx: &Tx,
    door: ChannelId,
    cart: &Cart,
    leaf: CustomerId,
    country: &str,
) -> Result<Quote> {
    let line = |line: &Pieces| AskedLine { variant: line.variant, quantity: line.quantity };
    let buyer = Buyer { customer: Some(leaf), group: None, country: country.to_string() };
    // Also what this browser may not see.
    let all = identities::leaves(tx, graph::root(tx, leaf)?)?;
    let asked = Asked {
        coupons: cart.coupons.iter().map(|coupon| coupon.text.clone()).collect(),
        is_first_order: store::of_leaves(tx, &all, 1)?.is_empty(),
        door: Some(door),
        ..Asked::new(cart.lines.iter().map(line).collect(), buyer, ctx.customers.defaults.currency)
    };
    promotions::quote(ctx, tx, &asked)
}

/// How the cart is priced now, and what is to be paid, if that is what the buyer was shown.
fn agreed(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    cart: &Cart,
    leaf: CustomerId,
    new: &NewOrder,
) -> Result<(Quote, Money)> {
    let country = match &new.delivery {
        Delivery::Address { country, .. } => country,
        Delivery::Collect { .. } | Delivery::Taken { .. } => &ctx.country,
    };
    let quote = quoted(ctx, tx, actor.door.channel.id, cart, leaf, country)?;
    let total = Money::new(quote.total(TotalType::Total), quote.currency);
    match new.expected_total {
        Some(expected) if expected != total => {
            let detail = format!("The total is {total} now, not {expected}. Look again.");
            Err(Error::conflict("total_changed", detail))
        }
        _ => Ok((quote, total)),
    }
}

fn numbered(tx: &Tx, leaf: CustomerId, id: OrderId) -> Result<String> {
    for _ in 0..NUMBERS_TRIED_MAX {
        let mut bits = [0; 8];
        getrandom::fill(&mut bits).map_err(Error::internal)?;
        let number = number::of(u64::from_le_bytes(bits));
        if store::take_number(tx, &number, leaf, id)? {
            return Ok(number);
        }
    }
    Err(Error::internal("no order number is free"))
}

fn lines(quote: &Quote) -> Vec<Line> {
    let money = |minor| Money::new(minor, quote.currency);
    let line = |(position, line): (i64, &QuotedLine)| Line {
        position,
        variant: line.variant,
        sku: line.sku.clone(),
        title: line.title.clone(),
        quantity: line.quantity,
        unit: money(line.unit_amount),
        discount: money(line.base_amount - line.total),
        total: money(line.total),
        tax_rate: line.tax_rate.0,
        tax: money(vat::split(line.total, line.tax_rate).tax),
        shipped: 0,
        cancelled: 0,
    };
    (1..).zip(&quote.lines).map(line).collect()
}

fn wanted(order: &Order, lines: &[Line]) -> Result<Vec<Wanted>> {
    let one = |line: &Line| {
        let (variant, quantity) = (line.variant, line.quantity);
        Ok(match &order.delivery {
            Delivery::Address { country, .. } => Wanted::to_country(variant, quantity, country),
            Delivery::Collect { location } => {
                let location: LocationId = location.parse()?;
                Wanted::collected_at(variant, quantity, location)
            }
            Delivery::Taken { location } => {
                Wanted::at_counter(variant, quantity, location.parse()?)
            }
        })
    };
    lines.iter().map(one).collect()
}
