//! Anna has three mugs and a red one, for 10 zł less, sent from Kraków and paid.

use customers::identities::CustomerId;
use kit::{Result, Tx};

use super::super::{Kind, Line, NewReturn, Part, Return, ask, hold, steps::Held};
use crate::carts::rules::Action;
use crate::carts::testing::{by, device, put};
use crate::carts::{Actor, Role, Scope};
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug;
use crate::orders::rules::Parts;
use crate::orders::testing::paid_to_krakow;
use crate::orders::{self, Contact, NewOrder, Order, Parcel};
use crate::prices::testing::costs;
use crate::stock::testing::{has, place};
use crate::stock::{LocationId, available};
use crate::testing::Market;

pub struct Bought {
    pub anna: CustomerId,
    pub blue: VariantId,
    pub red: VariantId,
    pub krakow: LocationId,
    pub lodz: LocationId,
    pub order: Order,
}

pub fn clerk(market: &Market) -> Actor {
    by(Role::Clerk, Some("Ewa"), &market.shop.server)
}

pub fn new_order(key: &str) -> NewOrder {
    let contact = Contact { email: Some("Anna@example.pl".into()), ..Contact::default() };
    NewOrder { contact, ..paid_to_krakow(key) }
}

/// Three blue mugs for 33,34 each and a red one for 50,00; nothing has left yet.
pub async fn bought(market: &Market) -> Bought {
    bought_by(market, None).await
}

async fn bought_by(market: &Market, method: Option<&str>) -> Bought {
    let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
    costs(market, blue, 33_34).await;
    costs(market, red, 50_00).await;
    let krakow = place(market, "W1 Kraków PL").await;
    let lodz = place(market, "LDZ1 Łódź PL").await;
    for variant in [blue, red] {
        has(market, variant, krakow, 5).await;
    }
    let anna = device(market, "phone").await;
    put(market, anna, "1", Action::Add { variant: blue, quantity: 3 }).await;
    put(market, anna, "2", Action::Add { variant: red, quantity: 1 }).await;
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let actor = by(Role::Customer, None, &market.shop.web);
    let new = NewOrder { method: method.map(str::to_owned), ..new_order("o1") };
    let write = |tx: &Tx| orders::place(ctx, tx, &actor, &Scope::whole(anna), &new, now);
    let order = ctx.customers.db.write(write).await.unwrap().learn(ctx);
    Bought { anna, blue, red, krakow, lodz, order }
}

/// The same, sent.
pub async fn sent(market: &Market) -> Bought {
    sent_by(market, None).await
}

/// By this delivery method.
pub async fn sent_by(market: &Market, method: Option<&str>) -> Bought {
    let bought = bought_by(market, method).await;
    let (ctx, now, ewa) = (&market.ctx, market.ctx.customers.clock.now(), clerk(market));
    let write = |tx: &Tx| {
        let held = orders::hold(tx, &bought.order)?;
        orders::ship(ctx, tx, &ewa, held, &Parts::new(), &Parcel::default(), now)
    };
    let (order, learned) = ctx.customers.db.write(write).await.unwrap();
    ctx.customers.recorder.learn(learned);
    Bought { order, ..bought }
}

pub fn wish(key: &str, kind: Kind, parts: &[(i64, i64)]) -> NewReturn {
    let part = |(position, quantity): &(i64, i64)| Part {
        position: *position,
        quantity: *quantity,
        variant: None,
        wanted: None,
    };
    NewReturn {
        key: key.into(),
        kind,
        parts: parts.iter().map(part).collect(),
        reason: "It is too big.".into(),
        goodwill: None,
    }
}

pub async fn asks(market: &Market, order: &Order, new: &NewReturn) -> Result<Return> {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let actor = by(Role::Customer, None, &market.shop.web);
    let write = |tx: &Tx| ask(ctx, tx, &actor, order, new, now);
    Ok(ctx.customers.db.write(write).await?.learn(ctx))
}

/// A clerk does something to a return.
pub async fn does(
    market: &Market,
    back: &Return,
    deed: impl Fn(&Tx, Held) -> Result<(Return, Vec<Line>, customers::recording::Learned)> + Sync,
) -> Result<Return> {
    let write = |tx: &Tx| deed(tx, hold(tx, &back.number)?);
    let (back, _, learned) = market.ctx.customers.db.write(write).await?;
    market.ctx.customers.recorder.learn(learned);
    Ok(back)
}

pub async fn left(market: &Market, variant: VariantId) -> i64 {
    market.ctx.customers.db.read(|tx| available(tx, &[variant])).await.unwrap()[0].1
}

pub async fn order_now(market: &Market, order: &Order) -> Order {
    let read = |tx: &Tx| orders::store::find(tx, order.customer_id, order.id);
    market.ctx.customers.db.read(read).await.unwrap()
}
