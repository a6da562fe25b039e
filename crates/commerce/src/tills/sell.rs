//! A till has sold something, told now or later.

use std::collections::BTreeMap;

use customers::accounts::{Permit, may};
use customers::channels::{Door, store as channels};
use customers::identities::{CustomerId, graph};
use customers::recording::{By, Happening, Learned};
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::{Means, Taking, Till, TillId, store};
use crate::Ctx;
use crate::carts::{Actor, Role, Scope};
use crate::catalogue::VariantId;
use crate::orders::{
    self, AtCounter, Contact, Delivery, Goods, NewOrder, Order, PaidGoods, PaidLine, Placed, Taken,
};
use crate::prices::AMOUNT_MAX;
use crate::promotions::AskedLine;
use crate::tenders::{self, Tendered};

const KEY_LENGTH_MAX: usize = 64;
const REFERENCE_CHARS_MAX: usize = 64;

/// A line as the till has sold it. Amounts are minor units, with tax.
#[derive(Clone, Copy, Debug)]
pub struct SoldLine {
    pub variant: VariantId,
    pub quantity: i64,
    /// Of these, so many are taken along; the rest is sent, or fetched later.
    pub taken: i64,
    pub unit: i64,
    pub total: i64,
}

/// Who buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Customer(CustomerId),
    /// Somebody whom the shop does not know.
    Stranger,
}

#[derive(Clone, Debug)]
pub enum Paid {
    Cash {
        given: i64,
    },
    Card {
        /// What the terminal calls it.
        reference: String,
    },
}

#[derive(Clone, Debug)]
pub struct Sale {
    /// Made by the till when the sale begins: sent again, it is the same sale.
    pub key: String,
    pub who: Who,
    pub lines: Vec<SoldLine>,
    pub coupons: Vec<String>,
    /// How the rest is paid that gift cards and points leave.
    pub paid: Paid,
    /// Gift cards and points: the server must be asked for them.
    pub tendered: Tendered,
    /// Where to what is not taken along.
    pub rest: Option<(Delivery, Contact)>,
    /// How that goes: the code of a delivery method; and what was asked for it, in minor units with tax.
    pub method: Option<String>,
    pub shipping: i64,
    /// By the till's clock.
    pub at: Time,
    /// Nobody could be asked: it is paid and gone, and stands as it is.
    pub is_done: bool,
}

/// What became of a sale.
#[derive(Clone, Debug)]
pub struct Told {
    pub order: Order,
    pub taking: Taking,
    /// It was known already.
    pub is_repeated: bool,
}

/// Who sells, at which door.
pub fn actor(tx: &Tx, till: &Till, name: &str) -> Result<Actor> {
    let channel = channels::find_maybe(tx, till.channel)?;
    let channel = channel.ok_or_else(|| Error::not_found("door of this till"))?;
    let door = Door { channel: channel.into(), trusted: true };
    Ok(Actor { role: Role::Clerk, name: Some(name.into()), door })
}

/// Writes a sale down: one order, one payment, however often it is told.
///
/// # Errors
/// `too_little_cash`, `tenders_need_line`; where it is not done yet, `total_changed` and what pricing and tenders refuse;
/// `out_of_stock`.
pub async fn sell(
    ctx: &Ctx,
    by: &Permit<may::SellAtTill>,
    till: TillId,
    sale: &Sale,
) -> Result<Told> {
    check(sale)?;
    let now = ctx.customers.clock.now();
    let Sold { told, news } =
        ctx.customers.db.write(|tx| sold(ctx, tx, by, till, sale, now)).await?;
    if let Some((placed, learned)) = news {
        learned.into_iter().for_each(|learned| ctx.customers.recorder.learn(learned));
        placed.learn(ctx);
    }
    Ok(told)
}

struct Sold {
    told: Told,
    /// What is learned after the commit, if the sale was new.
    news: Option<(Placed, Option<Learned>)>,
}

fn sold(
    ctx: &Ctx,
    tx: &Tx,
    by: &Permit<may::SellAtTill>,
    till: TillId,
    sale: &Sale,
    now: Time,
) -> Result<Sold> {
    // Whoever tells the same at the same moment waits here.
    let till = store::hold(tx, till)?;
    if let Some(taking) = store::sale_maybe(tx, till.id, &sale.key)? {
        let order = orders::store::find(tx, taking.customer_id, taking.order_id)?;
        return Ok(Sold { told: Told { order, taking, is_repeated: true }, news: None });
    }
    if till.closed_at.is_some() && !sale.is_done {
        return Err(Error::conflict("till_closed", "This till was closed. Open one anew."));
    }
    // A clock that runs ahead sells nothing tomorrow.
    let at = sale.at.min(now);
    let actor = actor(tx, &till, &by.actor().name)?;
    let (leaf, learned) = buyer(ctx, tx, &actor.door, &till, sale, at)?;
    let (new, counter) = order_of(ctx, &till, sale, at);
    let placed = orders::sell(ctx, tx, &actor, &Scope::whole(leaf), &new, &counter, now)?;
    let order = placed.order();
    let due = order.total.minor - tenders::in_force(tx, order, None)?;
    enough(&sale.paid, due)?;
    let taking = taking(&till, sale, (order, due), (&by.actor().name, at), now);
    store::insert_sale(tx, &taking)?;
    store::set_seen(tx, till.id, now)?;
    let told = Told { order: placed.order().clone(), taking, is_repeated: false };
    Ok(Sold { told, news: Some((placed, learned)) })
}

/// The leaf that buys. A stranger's is made for this sale.
fn buyer(
    ctx: &Ctx,
    tx: &Tx,
    door: &Door,
    till: &Till,
    sale: &Sale,
    at: Time,
) -> Result<(CustomerId, Option<Learned>)> {
    if let Who::Customer(customer) = sale.who {
        return Ok((graph::anchor(tx, graph::root(tx, customer)?)?, None));
    }
    let place = format!("till:{}:{}", till.id, sale.key);
    let properties = json!({ "how": "sale", "till": till.name }).to_string();
    let happening = Happening {
        name: "Store Visited",
        key: &place,
        // They came before they bought.
        at: at.minus(kit::time::ms(1)),
        by: By::Somebody { account: None, device: Some(&place), proven: &[], claimed: &[] },
        properties: &properties,
    };
    let noted = ctx.customers.recorder.note(tx, door, &happening, at)?;
    Ok((noted.leaf, Some(noted.learned)))
}

fn order_of(ctx: &Ctx, till: &Till, sale: &Sale, at: Time) -> (NewOrder, AtCounter) {
    let currency = ctx.customers.defaults.currency;
    let location = till.location.to_string();
    let (delivery, contact) =
        sale.rest.clone().unwrap_or_else(|| (Delivery::Taken { location }, Contact::default()));
    let new = NewOrder {
        key: format!("{}:{}", till.id, sale.key),
        delivery,
        method: sale.method.clone(),
        contact,
        means: orders::Means::InStore,
        paid_by: Some(match &sale.paid {
            Paid::Cash { .. } => format!("cash at {}", till.name),
            Paid::Card { reference } => format!("card {reference} at {}", till.name),
        }),
        expected_total: Some(Money::new(total(sale), currency)),
        tendered: sale.tendered.clone(),
    };
    let asked = |line: &SoldLine| AskedLine { variant: line.variant, quantity: line.quantity };
    let agreed = |line: &SoldLine| PaidLine {
        variant: line.variant,
        quantity: line.quantity,
        unit: line.unit,
        total: line.total,
    };
    let goods = Goods {
        lines: sale.lines.iter().map(asked).collect(),
        coupons: sale.coupons.clone(),
        is_known: sale.who != Who::Stranger,
        agreed: sale.is_done.then(|| PaidGoods {
            lines: sale.lines.iter().map(agreed).collect(),
            shipping: sale.shipping,
            at,
        }),
    };
    let pieces: BTreeMap<VariantId, i64> =
        sale.lines.iter().filter(|line| line.taken > 0).map(|l| (l.variant, l.taken)).collect();
    let taken = Taken { location: till.location, pieces, till: Some(till.holder()) };
    let taken = Some(taken).filter(|taken| !taken.pieces.is_empty());
    (new, AtCounter { goods: Some(goods), taken })
}

fn taking(
    till: &Till,
    sale: &Sale,
    (order, due): (&Order, i64),
    (sold_by, sold_at): (&str, Time),
    now: Time,
) -> Taking {
    let money = |minor| Money::new(minor, order.total.currency);
    let (means, given, reference) = match &sale.paid {
        Paid::Cash { given } => (Means::Cash, *given, None),
        Paid::Card { reference } => {
            let reference = kit::text::clip(reference.trim(), REFERENCE_CHARS_MAX).into_owned();
            (Means::Card, due, Some(reference))
        }
    };
    Taking {
        till: till.id,
        key: sale.key.clone(),
        customer_id: order.customer_id,
        order_id: order.id,
        sold_at,
        recorded_at: now,
        sold_by: sold_by.to_string(),
        means,
        total: money(due),
        given: money(given),
        change: money(given - due),
        reference,
    }
}

fn total(sale: &Sale) -> i64 {
    sale.lines.iter().fold(sale.shipping, |sum, line| sum.saturating_add(line.total))
}

fn enough(paid: &Paid, due: i64) -> Result<()> {
    match paid {
        Paid::Cash { given } if *given < due => {
            Err(Error::bad_input("too_little_cash", "That is less than is to be paid."))
        }
        Paid::Cash { .. } | Paid::Card { .. } => Ok(()),
    }
}

fn check(sale: &Sale) -> Result<()> {
    let is_key = sale.key.bytes().all(|byte| byte.is_ascii_graphic());
    if sale.key.is_empty() || sale.key.len() > KEY_LENGTH_MAX || !is_key {
        let detail = format!("Send a key of 1 to {KEY_LENGTH_MAX} letters, digits and signs.");
        return Err(Error::bad_input("bad_key", detail));
    }
    let mut variants: Vec<VariantId> = sale.lines.iter().map(|line| line.variant).collect();
    variants.sort_unstable();
    variants.dedup();
    if variants.len() != sale.lines.len() {
        return Err(Error::bad_input("line_repeats", "Each variant stands in one line."));
    }
    if sale.is_done && !sale.tendered.is_empty() {
        let detail = "Gift cards and points pay only where the server can be asked.";
        return Err(Error::bad_input("tenders_need_line", detail));
    }
    let is_sent = sale.rest.is_some();
    if !(0..=AMOUNT_MAX).contains(&sale.shipping) || (sale.shipping > 0 && !is_sent) {
        return Err(Error::bad_input(
            "bad_amount",
            "Nothing is sent for which this could be paid.",
        ));
    }
    // What is ordered costs what the till says, or is not sold.
    if sale.tendered.is_empty() {
        enough(&sale.paid, total(sale))?;
    }
    let is_all_taken = sale.lines.iter().all(|line| line.taken == line.quantity);
    if !is_all_taken && sale.rest.is_none() {
        let detail = "Say where to what is not taken along.";
        return Err(Error::bad_input("bad_delivery", detail));
    }
    Ok(())
}
