//! A shop with mugs for 50 zł, points that pay a grosz each, and gift cards.

use std::collections::BTreeMap;

use customers::accounts::{Permit, may};
use customers::identities::CustomerId;
use kit::Tx;
use kit::money::{Currency, Money};

use super::super::{Kind, Tendered, of_order, to_pay};
use crate::carts::rules::Action;
use crate::carts::testing::{by, device, put};
use crate::carts::{Actor, Role};
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug;
use crate::loyalty::{self, Correction, Program, Rate};
use crate::orders::testing::to_krakow;
use crate::orders::{Agreed, NewOrder, Order};
use crate::prices::testing::costs;
use crate::promotions::gift_cards::{self, GiftCardId};
use crate::stock::testing::{has, place};
use crate::testing::Market;

pub fn zloty(minor: i64) -> Money {
    Money::new(minor, Currency::PLN)
}

pub fn ewa(market: &Market) -> Actor {
    by(Role::Clerk, Some("Ewa"), &market.shop.server)
}

/// Mugs, and a programme: a point for each zloty, a grosz for each point.
pub async fn open(market: &Market, mugs: i64) -> VariantId {
    let blue = mug(market, "BLUE").await;
    costs(market, blue, 50_00).await;
    let krakow = place(market, "W1 Kraków PL").await;
    has(market, blue, krakow, mugs).await;
    let rate = |points, per| BTreeMap::from([(Currency::PLN, Rate { points, per })]);
    let program =
        Program { earns: rate(1, 100), pays: rate(1, 1), expire_days: None, tiers: Vec::new() };
    loyalty::set_program(&market.ctx, &Permit::console(), &program).await.unwrap();
    blue
}

/// Somebody with so many mugs in the cart.
pub async fn with_mugs(market: &Market, name: &str, blue: VariantId, mugs: i64) -> CustomerId {
    let leaf = device(market, name).await;
    put(market, leaf, "1", Action::Add { variant: blue, quantity: mugs }).await;
    leaf
}

/// A gift card with so much on it: its id and its code.
pub async fn card(market: &Market, n: u8, minor: i64) -> (GiftCardId, String) {
    let (id, permit) = (GiftCardId([n; 16]), Permit::<may::SetPrices>::console());
    let code = gift_cards::issue(&market.ctx, &permit, id, zloty(minor), None).await.unwrap();
    (id, code)
}

pub async fn gets_points(market: &Market, leaf: CustomerId, points: i64) {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let (permit, actor) = (Permit::<may::SetPrices>::console(), ewa(market));
    let wanted = Correction { key: "gift".into(), points, reason: "a birthday".into() };
    let write = |tx: &Tx| loyalty::correct(ctx, tx, (&permit, &actor), leaf, &wanted, now);
    if let Some(learned) = ctx.customers.db.write(write).await.unwrap() {
        ctx.customers.recorder.learn(learned);
    }
}

pub fn paying(key: &str, cards: &[&str], points: i64) -> NewOrder {
    let gift_cards = cards.iter().map(|code| (*code).to_string()).collect();
    let tendered = Tendered { gift_cards, points, expected_to_pay: None };
    NewOrder { tendered, ..to_krakow(key) }
}

/// “placed, awaited: 100.00; card 60.00 (back 0), points 5.00 (back 0); to pay 35.00”
pub async fn stand(market: &Market, order: &Order) -> String {
    let read = |tx: &Tx| {
        let order = crate::orders::store::find(tx, order.customer_id, order.id)?;
        Ok((of_order(tx, &order)?, to_pay(tx, &order)?, order))
    };
    let (tenders, to_pay, order) = market.ctx.customers.db.read(read).await.unwrap();
    let one = |one: &super::super::Tender| {
        let what = match one.source.kind() {
            Kind::GiftCard => "card".to_string(),
            Kind::Points => format!("{} points", one.points),
        };
        format!("{what} {} (back {})", one.amount.to_decimal(), one.amount_back)
    };
    let tenders: Vec<String> = tenders.iter().map(one).collect();
    format!(
        "{} {} by {}: {}; {}; to pay {}",
        order.state.as_str(),
        order.payment.as_str(),
        order.means.as_str(),
        order.total.to_decimal(),
        tenders.join(", "),
        to_pay.to_decimal()
    )
}

/// What is on a card, and the points of a customer.
pub async fn left(market: &Market, card: GiftCardId, leaf: CustomerId) -> (i64, i64) {
    let now = market.ctx.customers.clock.now();
    let read = |tx: &Tx| {
        let card = crate::promotions::gift_cards_by_hand::find(tx, card)?;
        Ok((card.balance.minor, loyalty::there(tx, leaf, now)?))
    };
    market.ctx.customers.db.read(read).await.unwrap()
}

/// The totals of an order below its total.
pub fn below(order: &Order) -> Vec<(String, i64)> {
    let agreed = Agreed::of(order).unwrap();
    let after = agreed.totals.iter().skip_while(|total| total.kind != "total").skip(1);
    after.map(|total| (total.kind.clone(), total.amount)).collect()
}
