//! An order is changed before anything of it went out: other goods, another address. Whoever bought has asked for it.
//!
//! Other goods, another country or another way are priced again, as a basket is, with the promotions of this moment; a street or a telephone
//! number changes no price. The promises follow, all in one transaction, and how it was stands in the steps. What is paid
//! may become less (the rest is given back apart), never more: for more, the customer buys again.

use customers::recording::Learned;
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::buyer::shopper_of;
use super::go_on::Held;
use super::rules::Parts;
use super::steps::{self, StepKind};
use super::tell::{self, Told};
use super::{
    Agreed, Contact, Delivery, Line, Order, Payment, To, address, deal, go_on, letters, place,
    places, store, tendered,
};
use crate::Ctx;
use crate::carts::{Actor, Scope};
use crate::catalogue::VariantId;
use crate::prices::Buyer;
use crate::promotions::{self, Asked, AskedLine, Quote, TotalType, Way, coupons};
use crate::shipping::Wish;
use crate::stock::{self, Holder};

/// What is to be other than it was; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    /// All goods, with how many pieces.
    pub lines: Option<Vec<(VariantId, i64)>>,
    pub delivery: Option<Delivery>,
    /// The code of a delivery method.
    pub method: Option<String>,
    pub contact: Option<Contact>,
}

/// # Errors
/// `not_editable`, `no_lines`, `paid_total_would_rise`, `bad_delivery`, `out_of_stock`, `shipping_not_possible`,
/// `not_sent_there`.
pub fn edit(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    edit: &Edit,
    now: Time,
) -> Result<(Order, Learned)> {
    let Held { mut order, lines: before } = held;
    editable(&order, &before)?;
    let was = shown(&order, &before);
    let went = To::of(ctx, &order.delivery, None);
    order.delivery = edit.delivery.clone().unwrap_or(order.delivery);
    order.contact = edit.contact.clone().unwrap_or(order.contact);
    address::check(&order.delivery, &order.contact)?;
    let goes = To::of(ctx, &order.delivery, edit.method.as_deref());
    let goes_as_before = goes == went;
    let lines = if edit.lines.is_some() || !goes_as_before {
        let wanted = edit.lines.clone().unwrap_or_else(|| pieces(&before));
        let way = way(&order, goes, goes_as_before)?;
        let lines = priced(ctx, tx, actor, &mut order, (&wanted, &way), now)?;
        tendered::follow(tx, actor, &mut order, &lines, now)?;
        tendered::note_again(tx, &mut order)?;
        lines
    } else {
        before
    };
    store::replace(tx, &order, &lines)?;
    let edited = steps::note(tx, &order, actor, StepKind::Edited, &json!({ "was": was }), now)?;
    letters::ask(tx, &order, edited, now)?;
    go_on::save(tx, &mut order, now)?;
    let parts: Parts = lines.iter().map(|line| (line.position, line.quantity)).collect();
    let key = order.version.to_string();
    let told = Told { name: "Order Updated", key: &key, lines: &lines, parts: &parts };
    let learned = tell::tell(ctx, tx, actor, &order, &told, now)?;
    // Last, since others wait for the same goods.
    let holder = Holder::order(order.id);
    stock::release(tx, &holder, now)?;
    stock::reserve(tx, &holder, &place::wanted(&order, &lines)?, None, now)?;
    places::refresh(tx, &order)?;
    Ok((order, learned))
}

fn editable(order: &Order, lines: &[Line]) -> Result<()> {
    let is_whole = lines.iter().all(|line| line.shipped == 0 && line.cancelled == 0);
    let is_taken = matches!(order.delivery, Delivery::Taken { .. });
    if !is_whole || is_taken || order.payment == Payment::Refunded {
        let detail = format!(
            "Order {} cannot be changed any more: something of it went out or back.",
            order.number
        );
        return Err(Error::conflict("not_editable", detail));
    }
    Ok(())
}

fn pieces(lines: &[Line]) -> Vec<(VariantId, i64)> {
    lines.iter().map(|line| (line.variant, line.quantity)).collect()
}

/// Where and how it goes now. What was agreed for a way of which the shop has no method stays.
struct Goes {
    country: String,
    way: Way,
    /// Nobody has asked for the method: it is the one that was agreed on.
    is_kept: bool,
}

fn way(order: &Order, goes: To, goes_as_before: bool) -> Result<Goes> {
    let To { country, wish } = goes;
    let agreed = Agreed::of(order)?;
    let Some(wish) = wish.filter(|_| !goes_as_before || agreed.shipping.is_some()) else {
        let cost = if goes_as_before { agreed.delivery() } else { 0 };
        return Ok(Goes { country, way: Way::Costs(cost), is_kept: false });
    };
    let is_kept = wish.method.is_none();
    let method = wish.method.clone().or(agreed.shipping.map(|way| way.method));
    Ok(Goes { country, way: Way::By(Wish { method, ..wish }), is_kept })
}

/// Prices these goods for the order, and lets it use its codes anew.
fn priced(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    order: &mut Order,
    (wanted, goes): (&[(VariantId, i64)], &Goes),
    now: Time,
) -> Result<Vec<Line>> {
    if wanted.is_empty() {
        let detail = "Leave at least one piece, or cancel the order.";
        return Err(Error::bad_input("no_lines", detail));
    }
    for code in &order.coupons {
        coupons::give_back(tx, code, order.customer_id, order.id)?;
    }
    let mut quote = quote(ctx, tx, actor, order, (wanted, goes))?;
    let total = Money::new(quote.total(TotalType::Total), order.total.currency);
    if order.payment == Payment::Paid && total.minor > order.total.minor {
        let detail = format!(
            "{} is paid, and it would cost {total} now. Let the customer buy the rest as another order.",
            order.total
        );
        return Err(Error::conflict("paid_total_would_rise", detail));
    }
    order.coupons = quote.used_coupons();
    for code in &order.coupons {
        coupons::redeem(tx, code, order.customer_id, order.id, now)?;
    }
    order.total = total;
    order.quote = quote.to_keep()?;
    Ok(deal::lines(&quote))
}

fn quote(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    (wanted, goes): (&[(VariantId, i64)], &Goes),
) -> Result<Quote> {
    let leaf = order.customer_id;
    let buyer = Buyer { customer: Some(leaf), group: None, country: goes.country.clone() };
    let now = ctx.customers.clock.now();
    let known = shopper_of(tx, Scope::whole(leaf).own, order.id, now)?;
    let line = |(variant, quantity): &(VariantId, i64)| AskedLine {
        variant: *variant,
        quantity: *quantity,
    };
    let asked = Asked {
        coupons: order.coupons.clone(),
        door: Some(actor.door.channel.id),
        way: goes.way.clone(),
        ..Asked::new(wanted.iter().map(line).collect(), buyer, order.total.currency).by(known)
    };
    match (promotions::quote(ctx, tx, &asked), &goes.way) {
        // It does not go that way any more, and nobody has asked that it should.
        (Err(error), Way::By(wish)) if goes.is_kept && error.code == "shipping_not_possible" => {
            let way = Way::By(Wish { method: None, ..wish.clone() });
            promotions::quote(ctx, tx, &Asked { way, ..asked })
        }
        (quoted, _) => quoted,
    }
}

/// How it was, for the steps.
fn shown(order: &Order, lines: &[Line]) -> Value {
    let line = |line: &Line| json!({ "sku": line.sku, "quantity": line.quantity });
    json!({
        "lines": lines.iter().map(line).collect::<Vec<_>>(), "total": order.total,
        "delivery": order.delivery, "contact": order.contact,
    })
}
