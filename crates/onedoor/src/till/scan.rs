//! What a scanner read, or a clerk typed: goods first, then an order, a cart's code, a gift card, somebody.

use axum::extract::Path;
use axum::response::Response;
use commerce::orders::{Goods, To};
use commerce::promotions::{AskedLine, gift_cards};
use commerce::{carts, catalogue, orders, tills};
use customers::accounts::{Permit, may};
use customers::context::list::Line;
use customers::identities::CustomerId;
use engage::counter::{self, LookUp};
use kit::{Error, Result, Tx};
use serde_json::{Value, json};

use super::{answer, till_of};
use crate::desk::Desk;

const TEXT_CHARS_MAX: usize = 300;
/// People among whom a clerk chooses.
const CHOICES_MAX: usize = 8;

pub async fn read_scan(desk: Desk, Path(till): Path<String>) -> Response {
    let text = desk.query("q").unwrap_or_default();
    let found = find(&desk, &till, kit::text::clip(text.trim(), TEXT_CHARS_MAX).as_ref()).await;
    answer(&desk, found)
}

async fn find(desk: &Desk, till: &str, text: &str) -> Result<Value> {
    let _: Permit<may::SellAtTill> = desk.staff.permit()?;
    let see: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let (till, ctx, now) = (till_of(till)?, &desk.app.commerce, desk.now);
    let look = |tx: &Tx| {
        let till = tills::store::find(tx, till)?;
        if let Some(variant) = catalogue::find_by_code(tx, text)? {
            return goods(desk, tx, &till, variant);
        }
        if let Ok(number) = orders::number_of(text)
            && orders::store::numbered_maybe(tx, &number)?.is_some()
        {
            return Ok(json!({ "order": number }));
        }
        if let Some(code) = carts::Code::parse(text)
            && let Some((customer, _)) = carts::look_at_code(ctx, tx, &code, now)?
        {
            return Ok(json!({ "customer": customer }));
        }
        if let Some(card) = gift_cards::find_maybe(tx, text)? {
            return Ok(json!({ "gift_card": { "code": text, "ending": card.ending } }));
        }
        Ok(match counter::look_up(&desk.app.engage, tx, &see, text, now)? {
            LookUp::One { customer, .. } => json!({ "customer": customer }),
            LookUp::Some(lines) => {
                json!({ "people": lines.iter().take(CHOICES_MAX).map(choice).collect::<Vec<_>>() })
            }
            LookUp::Nobody(_) => json!({ "nothing": text }),
        })
    };
    ctx.customers.db.scan(look).await
}

fn choice(line: &Line) -> Value {
    let known: Vec<&str> = line.identities.iter().map(|held| held.value.as_str()).take(2).collect();
    let id: CustomerId = line.customer.id;
    json!({ "customer": id, "name": line.customer.name, "known": known.join(" · ") })
}

/// Goods as the till knows its own, also of what does not lie here.
fn goods(desk: &Desk, tx: &Tx, till: &tills::Till, variant: catalogue::VariantId) -> Result<Value> {
    let ctx = &desk.app.commerce;
    let actor = tills::actor(tx, till, &desk.staff.actor().name)?;
    let one = Goods { lines: vec![AskedLine { variant, quantity: 1 }], ..Goods::default() };
    let to = To::country(&ctx.country);
    let quote = orders::quote(ctx, tx, Some(actor.door.channel.id), None, &one, &to)?;
    let line = quote.lines.first().ok_or_else(|| Error::internal("a quote without its line"))?;
    let levels = commerce::stock::store::levels(tx, &[variant])?;
    let here = levels.iter().find(|level| level.location == till.location);
    let elsewhere = commerce::stock::available(tx, &[variant])?;
    let held = commerce::stock::quotas::held(tx, &till.holder(), variant)?;
    Ok(json!({ "goods": {
        "variant": variant, "sku": line.sku, "title": line.title,
        "unit": line.unit_amount, "alone": line.total, "held": held,
        "here": here.map_or(0, |level| level.free_at_counter()) + held,
        "elsewhere": elsewhere.first().map_or(0, |(_, pieces)| *pieces),
    } }))
}
