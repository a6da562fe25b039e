//! What staff and the merchant's own servers do with gift cards: look at them, put money back, block them.

use customers::accounts::{Permit, audit, may};
use kit::db::Row;
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx, params, sql};
use serde_json::json;

use super::gift_cards::{self, GiftCard, GiftCardId};
use crate::Ctx;

pub fn find(tx: &Tx, id: GiftCardId) -> Result<GiftCard> {
    let found = tx.one(
        sql!(
            "select id, ending, currency, balance, issued_at, ends_at, disabled_at
             from gift_cards where id = $1"
        ),
        params![id],
        card,
    )?;
    found.ok_or_else(|| Error::not_found(format!("gift card {id}")))
}

/// Page by page, the newest first.
pub fn page(tx: &Tx, before: Option<GiftCardId>, limit: usize) -> Result<Vec<GiftCard>> {
    tx.rows(
        sql!(
            "select id, ending, currency, balance, issued_at, ends_at, disabled_at
             from gift_cards where cast($1 as {blob}) is null or id < $1
             order by id desc limit $2"
        ),
        params![before, limit as i64],
        card,
    )
}

pub(super) fn card(row: &Row) -> Result<GiftCard> {
    let currency: Currency = row.text(2)?.parse()?;
    Ok(GiftCard {
        id: row.get(0)?,
        ending: row.get(1)?,
        balance: Money::new(row.get(3)?, currency),
        issued_at: row.get(4)?,
        ends_at: row.get(5)?,
        disabled_at: row.get(6)?,
    })
}

/// Puts money onto a card again; the same reference twice is once. Gives the card as it is then.
pub async fn put_back(
    ctx: &Ctx,
    permit: &Permit<may::SetPrices>,
    id: GiftCardId,
    amount: Money,
    reference: &str,
) -> Result<GiftCard> {
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            if find(tx, id)?.balance.currency != amount.currency {
                let detail = "This gift card holds another currency.";
                return Err(Error::bad_input("other_currency", detail));
            }
            gift_cards::put_back(tx, id, amount, reference, now)?;
            let detail = json!({ "amount": amount.to_string(), "reference": reference });
            let (actor, subject) = (permit.actor(), id.to_string());
            audit::record(tx, now, actor, "gift_card_put_back", &subject, &detail)?;
            find(tx, id)
        })
        .await
}

/// Nobody can pay with it any more; what is on it stays.
pub async fn block(ctx: &Ctx, permit: &Permit<may::SetPrices>, id: GiftCardId) -> Result<GiftCard> {
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let card = find(tx, id)?;
            if card.disabled_at.is_some() {
                return Ok(card);
            }
            tx.exec(
                sql!("update gift_cards set disabled_at = $2 where id = $1"),
                params![id, now],
            )?;
            let subject = id.to_string();
            audit::record(tx, now, permit.actor(), "gift_card_blocked", &subject, &json!({}))?;
            find(tx, id)
        })
        .await
}

impl GiftCard {
    /// Somebody can pay with it.
    pub fn is_valid(&self, now: Time) -> bool {
        self.disabled_at.is_none() && self.ends_at.is_none_or(|end| now < end)
    }
}
