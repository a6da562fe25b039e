//! What a person's file tells of their orders: all that was agreed, and what became of it.

use customers::identities::CustomerId;
use customers::privacy::chapters::{Cell, Chapter, Page, Place, Row};
use kit::{Error, Result, Tx};
use serde_json::{Value, json};

use super::{Line, Order, OrderId, State, store};
use crate::tenders::{self, Tender};

const PAGE_SIZE: usize = 100;

pub struct Orders;

impl Chapter for Orders {
    fn name(&self) -> &'static str {
        "orders"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-where", "export-order-number", "export-what", "export-order-total"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let orders = store::after(tx, leaf, OrderId(after), PAGE_SIZE)?;
        let lines = store::lines_of(tx, &orders)?;
        let lines = |order: &Order| lines.get(&order.id).map_or(&[][..], Vec::as_slice);
        let rows = orders.iter().map(|order| Ok((order.id.0, row(tx, order, lines(order))?)));
        Ok(Page::of(rows.collect::<Result<_>>()?, PAGE_SIZE))
    }
}

fn row(tx: &Tx, order: &Order, lines: &[Line]) -> Result<Row> {
    let quote: Value = serde_json::from_str(&order.quote).map_err(Error::internal)?;
    let steps = store::steps(tx, order)?.into_iter().map(|step| {
        let details: Value = serde_json::from_str(&step.details).map_err(Error::internal)?;
        let (at, channel, kind) = (step.at, step.channel_id, step.kind);
        Ok(json!({ "at": at, "channel_id": channel, "kind": kind, "details": details }))
    });
    let steps: Vec<Value> = steps.collect::<Result<_>>()?;
    let json = json!({
        "customer_id": order.customer_id, "id": order.id, "number": order.number,
        "placed_at": order.placed_at, "channel_id": order.channel_id, "state": order.state,
        "payment": order.payment, "means": order.means, "total": order.total, "agreed": quote,
        "delivery": order.delivery, "contact": order.contact, "steps": steps,
        "tenders": tenders::of_order(tx, order)?.iter().map(Tender::told).collect::<Vec<_>>(),
    });
    let what = |line: &Line| format!("{} × {}", line.quantity, line.title);
    let what: Vec<String> = lines.iter().map(what).collect();
    let number = match order.state {
        State::Cancelled => format!("({})", order.number),
        State::Placed | State::PartlyFulfilled | State::Fulfilled => order.number.clone(),
    };
    let cells = vec![
        Cell::Time(order.placed_at),
        Cell::Door(order.channel_id),
        Cell::Text(number),
        Cell::Text(what.join(", ")),
        Cell::Text(order.total.to_string()),
    ];
    Ok(Row::new(json, cells))
}
