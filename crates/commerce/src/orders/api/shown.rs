//! An order as JSON.

use std::collections::BTreeMap;

use customers::channels::ChannelId;
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::{
    Contact, Delivery, Line, Means, Order, OrderId, Payment, State, StepKind, notes, store,
};
use crate::returns::store as returns;
use crate::steps::ShownStep;
use crate::tenders::{self, Tender};

/// Pieces that came back, by the order and the line's position.
type Back = BTreeMap<(OrderId, i64), i64>;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    id: OrderId,
    number: String,
    /// Of `payment`, `shipments` and `cancellations`.
    version: i64,
    state: State,
    payment: Payment,
    means: Means,
    currency: Currency,
    /// Minor units, as all amounts here.
    total: i64,
    placed_at: Time,
    changed_at: Time,
    /// Sold at.
    channel: ChannelId,
    lines: Vec<ShownLine>,
    /// As agreed: the shape that agents' checkouts share.
    totals: Value,
    taxes: Value,
    coupons: Vec<String>,
    /// What paid for it besides money, and what of that went back.
    #[serde(skip_serializing_if = "Option::is_none")]
    tenders: Option<Vec<Value>>,
    /// In money, for what was neither cancelled nor paid back.
    #[serde(skip_serializing_if = "Option::is_none")]
    to_pay: Option<i64>,
    delivery: Delivery,
    /// The delivery method by which it goes; none, where the shop has none.
    method: Option<String>,
    contact: Contact,
    /// What the shop wrote for the customer to read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<ShownNote>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<ShownStep<StepKind>>>,
}

#[derive(Serialize)]
struct ShownNote {
    at: Time,
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownLine {
    position: i64,
    variant: crate::catalogue::VariantId,
    sku: String,
    title: String,
    quantity: i64,
    unit_amount: i64,
    discount: i64,
    total: i64,
    tax_rate: i64,
    tax: i64,
    shipped: i64,
    cancelled: i64,
    /// Came back.
    returned: i64,
}

/// What is shown of the quote that was agreed.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Sums {
    totals: Value,
    taxes: Value,
    shipping: Option<Way>,
}

#[derive(Deserialize)]
struct Way {
    method: String,
}

#[derive(Default, Serialize)]
pub struct ShownList {
    orders: Vec<Shown>,
}

impl ShownList {
    pub fn of(tx: &Tx, orders: &[Order]) -> Result<ShownList> {
        let mut lines = store::lines_of(tx, orders)?;
        let returns = returns::of_orders(tx, &orders.iter().collect::<Vec<_>>())?;
        let back = returns::came_back(&returns);
        let shown = orders.iter().map(|order| {
            Shown::with_lines(order, lines.remove(&order.id).unwrap_or_default(), &back)
        });
        Ok(ShownList { orders: shown.collect::<Result<_>>()? })
    }
}

impl Shown {
    pub fn of(tx: &Tx, order: &Order) -> Result<Shown> {
        let (lines, returns) = (store::lines(tx, order)?, returns::of_orders(tx, &[order])?);
        let tenders = tenders::of_order(tx, order)?;
        let to_pay = tenders::left_to_pay(order, &lines, &returns, &tenders).minor;
        let shown = Shown::with_lines(order, lines, &returns::came_back(&returns))?;
        let tenders = tenders.iter().map(Tender::told).collect();
        Ok(Shown { tenders: Some(tenders), to_pay: Some(to_pay), ..shown })
    }

    fn with_lines(order: &Order, lines: Vec<Line>, back: &Back) -> Result<Shown> {
        let returned = |line: &Line| back.get(&(order.id, line.position)).copied().unwrap_or(0);
        let Sums { totals, taxes, shipping } =
            serde_json::from_str(&order.quote).map_err(Error::internal)?;
        Ok(Shown {
            id: order.id,
            number: order.number.clone(),
            version: order.version,
            state: order.state,
            payment: order.payment,
            means: order.means,
            currency: order.total.currency,
            total: order.total.minor,
            placed_at: order.placed_at,
            changed_at: order.changed_at,
            channel: order.channel_id,
            lines: lines.into_iter().map(|one| shown_line(returned(&one), one)).collect(),
            totals,
            taxes,
            coupons: order.coupons.clone(),
            tenders: None,
            to_pay: None,
            delivery: order.delivery.clone(),
            method: shipping.map(|way| way.method),
            contact: order.contact.clone(),
            notes: Vec::new(),
            steps: None,
        })
    }

    /// For whoever bought: with what the shop wrote to them.
    pub fn with_notes(tx: &Tx, order: &Order) -> Result<Shown> {
        let notes = notes::for_customer(&store::steps(tx, order)?)?;
        let notes = notes.into_iter().map(|(at, text)| ShownNote { at, text }).collect();
        Ok(Shown { notes, ..Shown::of(tx, order)? })
    }

    /// For the shop's own: with who did what.
    pub fn with_steps(tx: &Tx, order: &Order) -> Result<Shown> {
        let steps = ShownStep::all(store::steps(tx, order)?)?;
        Ok(Shown { steps: Some(steps), ..Shown::of(tx, order)? })
    }
}

fn shown_line(returned: i64, line: Line) -> ShownLine {
    let minor = |money: Money| money.minor;
    ShownLine {
        position: line.position,
        variant: line.variant,
        sku: line.sku,
        title: line.title,
        quantity: line.quantity,
        unit_amount: minor(line.unit),
        discount: minor(line.discount),
        total: minor(line.total),
        tax_rate: line.tax_rate,
        tax: minor(line.tax),
        shipped: line.shipped,
        cancelled: line.cancelled,
        returned,
    }
}
