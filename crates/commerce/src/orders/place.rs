//! A cart becomes an order: priced, promised, numbered, told.

use customers::identities::CustomerId;
use customers::recording::Learned;
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::deal::{self, Deal, Goods};
use super::steps::{self, StepKind};
use super::taken::Taken;
use super::{Contact, Delivery, Line, Means, Order, OrderId, Payment, To};
use super::{emptying, letters, number, places, rules, store, tell, tendered};
use crate::Ctx;
use crate::carts::{self, Actor, Cart, Changed, Scope};
use crate::loyalty;
use crate::promotions::{budgets, coupons};
use crate::stock::{self, Holder, LocationId, Wanted};
use crate::tenders::{Tender, Tendered};

pub const KEY_LENGTH_MAX: usize = 128;
/// A number that another order has is drawn again; of 27 billion not this often.
const NUMBERS_TRIED_MAX: usize = 20;

/// How somebody wants to buy what lies in the cart.
#[derive(Clone, Debug)]
pub struct NewOrder {
    /// Made by whoever asks, new for each order: sent again, it is one order.
    pub key: String,
    pub delivery: Delivery,
    /// The code of a delivery method. None: the cheapest that is possible.
    pub method: Option<String>,
    pub contact: Contact,
    pub means: Means,
    /// What whoever took the money calls the payment; with it the order is paid.
    pub paid_by: Option<String>,
    /// What the buyer was shown. Another total is refused and nothing is bought.
    pub expected_total: Option<Money>,
    /// Gift cards and points; `means` is how the rest is paid.
    pub tendered: Tendered,
}

#[must_use]
pub struct Placed {
    pub order: Order,
    /// It had been placed before.
    pub is_repeated: bool,
    learned: Option<Learned>,
    changed: Option<Changed>,
}

impl Placed {
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// Call it after the commit.
    pub fn learn(self, ctx: &Ctx) -> Order {
        if let Some(learned) = self.learned {
            ctx.customers.recorder.learn(learned);
        }
        if let Some(changed) = self.changed {
            changed.learn(ctx);
        }
        self.order
    }
}

pub fn empty_cart() -> Error {
    Error::conflict("empty_cart", "There is nothing in the cart.")
}

/// What a counter adds to an order.
#[derive(Clone, Debug, Default)]
pub struct AtCounter {
    /// These, and not what lies in the cart; what of it lies there is taken out. None: all that lies there.
    pub goods: Option<Goods>,
    /// Goes out of the door at once. The rest goes where the order says.
    pub taken: Option<Taken>,
}

/// Buys what somebody sees in a cart. All of it happens in the caller's transaction, or nothing.
///
/// # Errors
/// `empty_cart`, `total_changed`, `not_covered`, `out_of_stock`, `shipping_not_possible`, `not_sent_there`, and what coupons,
/// gift cards and points refuse.
pub fn place(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    scope: &Scope,
    new: &NewOrder,
    now: Time,
) -> Result<Placed> {
    sell(ctx, tx, actor, scope, new, &AtCounter::default(), now)
}

/// The same across a counter: also of goods that lie in no cart, some or all of which are taken along.
///
/// # Errors
/// As [`place`], and `bad_taken`.
pub fn sell(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    scope: &Scope,
    new: &NewOrder,
    counter: &AtCounter,
    now: Time,
) -> Result<Placed> {
    check(new)?;
    scope.hold(tx)?;
    let leaves = scope.leaves(tx)?;
    if let Some(order) = store::keyed_maybe(tx, &leaves, &new.key)? {
        return Ok(Placed { order, is_repeated: true, learned: None, changed: None });
    }
    let leaf = scope.own.leaf;
    let cart = carts::of_leaves(tx, &leaves)?.filter(|cart| !cart.lines.is_empty());
    let goods = match (&counter.goods, &cart) {
        (Some(goods), _) if !goods.lines.is_empty() => goods.clone(),
        (None, Some(cart)) => deal::of_cart(cart),
        _ => return Err(empty_cart()),
    };
    let to = To::of(ctx, &new.delivery, new.method.as_deref()).without(counter.taken.as_ref());
    let mut deal = deal::strike(ctx, tx, actor, scope.own, &goods, &to, new)?;
    let cart = cart.filter(|cart| emptying::concerns(cart, &goods));
    let parts = counter.taken.as_ref().map(|taken| taken.mark(&mut deal.lines)).transpose()?;
    let mut order = order(tx, actor, leaf, new, &deal, cart.as_ref(), now)?;
    let wanted = wanted(&order, &deal.lines)?;
    // What is sold out is asked for most: nothing is written then, which would have to be taken back.
    stock::look_for(tx, &wanted, now)?;
    let tenders = tendered::take(tx, actor, scope.own, &mut order, new, now)?;
    store::insert(tx, &order, &new.key)?;
    store::insert_lines(tx, &order, &deal.lines)?;
    let mut details = json!({ "means": order.means, "paid_by": new.paid_by });
    if !tenders.is_empty() {
        details["tenders"] = tenders.iter().map(Tender::told).collect();
    }
    if let Some(stands) = &deal.stands {
        details["price_stands"] = stands.clone();
    }
    let placed = steps::note(tx, &order, actor, StepKind::Placed, &details, now)?;
    letters::ask(tx, &order, placed, now)?;
    for code in &order.coupons {
        coupons::redeem(tx, code, leaf, order.id, now)?;
    }
    loyalty::follow(tx, actor, &order, &deal.lines, now)?;
    let changed = match &cart {
        Some(cart) => emptying::take_out(ctx, tx, actor, scope, (cart, &goods), order.id, now)?,
        None => None,
    };
    let learned = Some(tell::placed(ctx, tx, actor, &order, &deal.lines, now)?);
    // Last, since others wait for the same budgets and the same goods.
    if let Some(quote) = &deal.priced {
        budgets::spend(tx, quote, leaf, order.id, now)?;
    }
    if let (Some(taken), Some(parts)) = (&counter.taken, &parts) {
        taken.hand_over(tx, &order, actor, now)?;
        let details = json!({ "pieces": parts, "at": taken.location });
        // Steps are read by their moments.
        let then = now.plus(kit::time::ms(1));
        steps::note(tx, &order, actor, StepKind::HandedOver, &details, then)?;
    }
    let promised = stock::reserve(tx, &Holder::order(order.id), &wanted, None, now)?;
    places::keep(tx, &order, &promised)?;
    Ok(Placed { order, is_repeated: false, learned, changed })
}

fn order(
    tx: &Tx,
    actor: &Actor,
    leaf: CustomerId,
    new: &NewOrder,
    deal: &Deal,
    cart: Option<&Cart>,
    now: Time,
) -> Result<Order> {
    let id = OrderId::new(now);
    Ok(Order {
        customer_id: leaf,
        id,
        number: numbered(tx, leaf, id)?,
        cart_id: cart.map(|cart| cart.id),
        channel_id: actor.door.channel.id,
        actor: actor.role.as_str().into(),
        actor_name: actor.name.clone(),
        state: rules::state(&deal.lines),
        means: new.means,
        payment: if new.paid_by.is_some() { Payment::Paid } else { Payment::Awaited },
        total: deal.total,
        quote: deal.quote.clone(),
        coupons: deal.coupons.clone(),
        delivery: new.delivery.clone(),
        contact: new.contact.clone(),
        placed_at: now,
        changed_at: now,
        version: 1,
    })
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

pub(super) fn wanted(order: &Order, lines: &[Line]) -> Result<Vec<Wanted>> {
    let one = |line: &Line| {
        let (variant, quantity) = (line.variant, line.open());
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
    lines.iter().filter(|line| line.open() > 0).map(one).collect()
}
