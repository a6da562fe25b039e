//! The SQL of tenders.

use customers::identities::CustomerId;
use kit::db::Row;
use kit::money::{Currency, Money};
use kit::{Result, Tx, params, sql};

use super::{Kind, Source, Tender};
use crate::orders::Order;
use crate::promotions::gift_cards::GiftCardId;

pub fn insert(tx: &Tx, order: &Order, one: &Tender) -> Result<()> {
    let source = match one.source {
        Source::Card(GiftCardId(id)) | Source::Leaf(CustomerId(id)) => id,
    };
    tx.exec(
        sql!(
            "insert into order_tenders (customer_id, order_id, position, kind, source, ending, amount, points,
               amount_back, points_back)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            order.customer_id,
            order.id,
            one.position,
            one.source.kind().as_str(),
            source,
            one.ending,
            one.amount.minor,
            one.points,
            one.amount_back,
            one.points_back
        ],
    )?;
    Ok(())
}

/// What pays for an order besides money, in the order in which it pays.
pub fn of_order(tx: &Tx, order: &Order) -> Result<Vec<Tender>> {
    tx.rows(
        sql!(
            "select position, kind, source, ending, amount, points, amount_back, points_back
             from order_tenders where customer_id = $1 and order_id = $2 order by position"
        ),
        params![order.customer_id, order.id],
        |row| tender(row, order.total.currency),
    )
}

fn tender(row: &Row, currency: Currency) -> Result<Tender> {
    let source: [u8; 16] = row.get(2)?;
    Ok(Tender {
        position: row.get(0)?,
        source: match row.text(1)?.parse()? {
            Kind::GiftCard => Source::Card(GiftCardId(source)),
            Kind::Points => Source::Leaf(CustomerId(source)),
        },
        ending: row.get(3)?,
        amount: Money::new(row.get(4)?, currency),
        points: row.get(5)?,
        amount_back: row.get(6)?,
        points_back: row.get(7)?,
    })
}

/// So much of it has gone back.
pub fn set_back(tx: &Tx, order: &Order, one: &Tender) -> Result<()> {
    tx.exec(
        sql!(
            "update order_tenders set amount_back = $4, points_back = $5
             where customer_id = $1 and order_id = $2 and position = $3"
        ),
        params![order.customer_id, order.id, one.position, one.amount_back, one.points_back],
    )?;
    Ok(())
}
