//! What a basket costs, and the sale.

use std::collections::BTreeMap;

use axum::extract::{Form, Path};
use axum::response::Response;
use commerce::carts::{Reach, Scope};
use commerce::catalogue::VariantId;
use commerce::orders::{self, Contact, Delivery, Goods, Offered, To};
use commerce::promotions::{AskedLine, Quote, TotalType};
use commerce::shipping::{Kind, Wish};
use commerce::stock::quotas;
use commerce::tenders::{self, Part, Tendered};
use commerce::tills::{self, Paid, Sale, SoldLine, Who};
use customers::accounts::{Permit, may};
use customers::identities::{CustomerId, graph};
use kit::i18n::Lang;
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::open::by_name;
use super::{answer, till_of};
use crate::desk::Desk;

const LINES_MAX: usize = 200;

/// JSON in a form, which carries the session's token as any form of ours.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    body: String,
}

impl Sent {
    fn read<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.body).map_err(|why| {
            Error::bad_input("bad_sale", format!("This sale cannot be read: {why}."))
        })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Basket {
    customer: Option<CustomerId>,
    lines: Vec<BasketLine>,
    coupons: Vec<String>,
    #[serde(default)]
    gift_cards: Vec<String>,
    #[serde(default)]
    points: i64,
}

/// How it would be paid besides money.
#[derive(Serialize)]
struct Paying {
    tenders: Vec<Value>,
    to_pay: i64,
}

#[derive(Debug, Deserialize)]
struct BasketLine {
    variant: VariantId,
    quantity: i64,
    /// Of these, so many are taken along; a page that does not say speaks of all.
    taken: Option<i64>,
}

impl Basket {
    /// Where the rest goes: how, the clerk asks when money is taken.
    fn to(&self, country: &str) -> Option<To> {
        let taken = |line: &BasketLine| (line.variant, line.taken.unwrap_or(line.quantity));
        let taken: BTreeMap<VariantId, i64> = self.lines.iter().map(taken).collect();
        let has_rest = self.lines.iter().any(|line| taken[&line.variant] < line.quantity);
        let wish = Wish { taken, ..Wish::new(Kind::Address, None) };
        has_rest.then(|| To { wish: Some(wish), ..To::country(country) })
    }
}

/// What it costs without the way of the rest; and with each way that there is.
#[derive(Serialize)]
struct Priced {
    #[serde(flatten)]
    quote: Quote,
    #[serde(flatten)]
    paying: Paying,
    ways: Vec<Way>,
    /// Points of the customer, and what all of them pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<Value>,
}

#[derive(Serialize)]
struct Way {
    #[serde(flatten)]
    offered: Offered,
    /// In the clerk's language.
    name: String,
    /// What is to be paid for each line, if it goes this way.
    lines: Vec<i64>,
    #[serde(flatten)]
    paying: Paying,
}

impl Way {
    fn of(quote: Quote, paying: Paying, lang: Lang) -> Option<Way> {
        let lines = quote.lines.iter().map(|line| line.total).collect();
        let offered = Offered::of(quote)?;
        Some(Way { name: offered.title_in(lang).to_owned(), offered, lines, paying })
    }
}

pub async fn quote_basket(
    desk: Desk,
    Path(till): Path<String>,
    Form(sent): Form<Sent>,
) -> Response {
    answer(&desk, quoted(&desk, &till, &sent).await)
}

async fn quoted(desk: &Desk, till: &str, sent: &Sent) -> Result<Priced> {
    let _: Permit<may::SellAtTill> = desk.staff.permit()?;
    let till = till_of(till)?;
    let basket: Basket = sent.read()?;
    let ctx = &desk.app.commerce;
    let to = basket.to(&ctx.country);
    let asked = |line: &BasketLine| AskedLine { variant: line.variant, quantity: line.quantity };
    let goods = Goods {
        lines: basket.lines.iter().map(asked).collect(),
        coupons: basket.coupons,
        is_known: basket.customer.is_some(),
        agreed: None,
    };
    let tendered =
        Tendered { gift_cards: basket.gift_cards, points: basket.points, expected_to_pay: None };
    let look = |tx: &Tx| {
        let till = tills::store::find(tx, till)?;
        let actor = tills::actor(tx, &till, &desk.staff.actor().name)?;
        let buyer = match basket.customer {
            Some(customer) => {
                Some(Scope::whole(graph::anchor(tx, graph::root(tx, customer)?)?).own)
            }
            None => None,
        };
        let door = Some(actor.door.channel.id);
        let ways = |to: &To| orders::ways(ctx, tx, door, buyer, &goods, to);
        let ways = to.as_ref().map(ways).transpose()?.unwrap_or_default();
        let quote = orders::quote(ctx, tx, door, buyer, &goods, &To::country(&ctx.country))?;
        let paying = |quote: &Quote| paying(tx, quote, buyer, &tendered, desk.now);
        let way = |quote: Quote| {
            let paying = paying(&quote)?;
            Ok(Way::of(quote, paying, desk.tr.lang()))
        };
        Ok(Priced {
            paying: paying(&quote)?,
            ways: ways
                .into_iter()
                .filter_map(|quote| way(quote).transpose())
                .collect::<Result<_>>()?,
            held: held(tx, buyer, quote.currency, desk.now)?,
            quote,
        })
    };
    ctx.customers.db.read(look).await
}

fn paying(
    tx: &Tx,
    quote: &Quote,
    buyer: Option<Reach>,
    tendered: &Tendered,
    now: Time,
) -> Result<Paying> {
    let total = Money::new(quote.total(TotalType::Total), quote.currency);
    let offer = tenders::offer(tx, buyer, total, tendered, now)?;
    let part = |part: &Part| {
        json!({ "type": part.source.kind(), "ending": part.ending, "points": part.points,
                "amount": part.amount.minor })
    };
    Ok(Paying { tenders: offer.parts.iter().map(part).collect(), to_pay: offer.to_pay.minor })
}

fn held(tx: &Tx, buyer: Option<Reach>, currency: Currency, now: Time) -> Result<Option<Value>> {
    let Some(buyer) = buyer else { return Ok(None) };
    let held = tenders::held_points(tx, buyer, currency, now)?;
    Ok(held.map(|held| json!({ "points": held.points, "amount": held.pays.minor })))
}

/// A sale as the till wrote it down, perhaps hours ago.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    key: String,
    customer: Option<CustomerId>,
    lines: Vec<WrittenLine>,
    coupons: Vec<String>,
    paid: WrittenPayment,
    #[serde(default)]
    gift_cards: Vec<String>,
    #[serde(default)]
    points: i64,
    /// What they left to pay, as the clerk saw it.
    to_pay: Option<i64>,
    rest: Option<Rest>,
    /// How the rest goes, and what was asked for it.
    #[serde(default)]
    method: Option<String>,
    #[serde(default)]
    shipping: i64,
    /// Milliseconds since 1970, by the till's clock.
    at: i64,
    done: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLine {
    variant: VariantId,
    quantity: i64,
    taken: i64,
    unit: i64,
    total: i64,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "means", rename_all = "snake_case", deny_unknown_fields)]
enum WrittenPayment {
    Cash { given: i64 },
    Card { reference: String },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rest {
    delivery: Delivery,
    contact: Contact,
}

impl Written {
    fn sale(self) -> Result<Sale> {
        if self.lines.len() > LINES_MAX {
            let detail = format!("A sale has at most {LINES_MAX} lines.");
            return Err(Error::too_large("too_many_lines", detail));
        }
        let line = |line: WrittenLine| SoldLine {
            variant: line.variant,
            quantity: line.quantity,
            taken: line.taken,
            unit: line.unit,
            total: line.total,
        };
        Ok(Sale {
            key: self.key,
            who: self.customer.map_or(Who::Stranger, Who::Customer),
            lines: self.lines.into_iter().map(line).collect(),
            coupons: self.coupons,
            paid: match self.paid {
                WrittenPayment::Cash { given } => Paid::Cash { given },
                WrittenPayment::Card { reference } => Paid::Card { reference },
            },
            tendered: Tendered {
                gift_cards: self.gift_cards,
                points: self.points,
                expected_to_pay: self.to_pay,
            },
            rest: self.rest.map(|rest| (rest.delivery, rest.contact)),
            method: self.method,
            shipping: self.shipping,
            at: Time(self.at.saturating_mul(kit::time::MICROS_PER_MS)),
            is_done: self.done,
        })
    }
}

pub async fn make_sale(desk: Desk, Path(till): Path<String>, Form(sent): Form<Sent>) -> Response {
    answer(&desk, sold(&desk, &till, &sent).await)
}

async fn sold(desk: &Desk, till: &str, sent: &Sent) -> Result<Value> {
    let permit: Permit<may::SellAtTill> = desk.staff.permit()?;
    let till = till_of(till)?;
    let written: Written = sent.read()?;
    let ctx = &desk.app.commerce;
    let told = tills::sell(ctx, &permit, till, &written.sale()?).await?;
    let held = |tx: &Tx| quotas::all_held(tx, &commerce::stock::Holder::till(till));
    let held = ctx.customers.db.read(held).await?;
    Ok(json!({
        "number": told.order.number,
        "total": told.order.total.minor,
        "change": told.taking.change.minor,
        "is_repeated": told.is_repeated,
        "held": by_name(held),
    }))
}
