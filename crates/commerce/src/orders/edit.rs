//! An order is changed before anything of it went out: other goods, another address. Whoever bought has asked for it.
//!
//! Goods or another country are priced again, as a basket is, with the promotions of this moment; a street or a telephone
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
    Contact, Delivery, Line, Order, Payment, address, deal, go_on, place, places, store, tendered,
};
use crate::Ctx;
use crate::carts::{Actor, Scope};
use crate::catalogue::VariantId;
use crate::prices::Buyer;
use crate::promotions::{self, Asked, AskedLine, Quote, TotalType, coupons};
use crate::stock::{self, Holder};

/// What is to be other than it was; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    /// All goods, with how many pieces.
    pub lines: Option<Vec<(VariantId, i64)>>,
    pub delivery: Option<Delivery>,
    pub contact: Option<Contact>,
}

/// # Errors
/// `not_editable`, `no_lines`, `paid_total_would_rise`, `bad_delivery`, `out_of_stock`.
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
    let country = country_of(ctx, &order.delivery);
    order.delivery = edit.delivery.clone().unwrap_or(order.delivery);
    order.contact = edit.contact.clone().unwrap_or(order.contact);
    address::check(&order.delivery, &order.contact)?;
    let is_priced_again = edit.lines.is_some() || country_of(ctx, &order.delivery) != country;
    let lines = if is_priced_again {
        let wanted = edit.lines.clone().unwrap_or_else(|| pieces(&before));
        let lines = priced(ctx, tx, actor, &mut order, &wanted, now)?;
        tendered::follow(tx, actor, &mut order, &lines, now)?;
        tendered::note_again(tx, &mut order)?;
        lines
    } else {
        before
    };
    store::replace(tx, &order, &lines)?;
    steps::note(tx, &order, actor, StepKind::Edited, &json!({ "was": was }), now)?;
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

fn country_of(ctx: &Ctx, delivery: &Delivery) -> String {
    match delivery {
        Delivery::Address { country, .. } => country.clone(),
        Delivery::Collect { .. } | Delivery::Taken { .. } => ctx.country.clone(),
    }
}

/// Prices these goods for the order, and lets it use its codes anew.
fn priced(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    order: &mut Order,
    wanted: &[(VariantId, i64)],
    now: Time,
) -> Result<Vec<Line>> {
    if wanted.is_empty() {
        let detail = "Leave at least one piece, or cancel the order.";
        return Err(Error::bad_input("no_lines", detail));
    }
    for code in &order.coupons {
        coupons::give_back(tx, code, order.customer_id, order.id)?;
    }
    let quote = quote(ctx, tx, actor, order, wanted)?;
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
    order.quote = serde_json::to_string(&quote).map_err(Error::internal)?;
    Ok(deal::lines(&quote))
}

fn quote(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    wanted: &[(VariantId, i64)],
) -> Result<Quote> {
    let leaf = order.customer_id;
    let country = country_of(ctx, &order.delivery);
    let buyer = Buyer { customer: Some(leaf), group: None, country };
    let now = ctx.customers.clock.now();
    let known = shopper_of(tx, Scope::whole(leaf).own, order.id, now)?;
    let line = |(variant, quantity): &(VariantId, i64)| AskedLine {
        variant: *variant,
        quantity: *quantity,
    };
    let asked = Asked {
        coupons: order.coupons.clone(),
        door: Some(actor.door.channel.id),
        ..Asked::new(wanted.iter().map(line).collect(), buyer, order.total.currency).by(known)
    };
    promotions::quote(ctx, tx, &asked)
}

/// How it was, for the steps.
fn shown(order: &Order, lines: &[Line]) -> Value {
    let line = |line: &Line| json!({ "sku": line.sku, "quantity": line.quantity });
    json!({
        "lines": lines.iter().map(line).collect::<Vec<_>>(), "total": order.total,
        "delivery": order.delivery, "contact": order.contact,
    })
}
