//! Anna is known at every door alike: in the trade, a collector, in a segment, who buys for the first time, and gold from then on. A browser
//! that only says that it is Anna's is offered nothing of it.

use std::collections::BTreeMap;

use commerce::carts::priced::{Wanted, priced};
use commerce::carts::testing::{by, leaf, mug, put, put_by};
use commerce::carts::{self, Action, Role, Scope};
use commerce::loyalty::{self, Program, Rate, Tier};
use commerce::orders::testing::paid_to_krakow;
use commerce::orders::{self, Goods, To, place};
use commerce::prices::testing::{costs, retail, sells_at};
use commerce::prices::{Buyer, ListFields};
use commerce::promotions::rule::{Beside, Gives, Needs};
use commerce::promotions::{
    Asked, AskedLine, Budget, Promotion, PromotionId, Rule, TotalType, quote_at, store,
};
use commerce::stock::testing::{has, place as opened};
use commerce::testing::{Market, on_each_engine};
use customers::accounts::Permit;
use customers::identities::CustomerId;
use kit::Tx;
use kit::money::Currency;
use serde_json::json;

use super::doors::{Doors, OneDoor, quoted_for};

const PRICE: i64 = 10_000;
const TRADE: i64 = PRICE - 16_00;

/// Each takes off another amount, so that the price tells which of them held.
async fn promotions(market: &Market) {
    let word = |word: &str| vec![word.to_string()];
    for (n, amount, needs) in [
        (1, 1_00, Needs { segments: word("vip"), ..Needs::default() }),
        (2, 2_00, Needs { segments: word("collector"), ..Needs::default() }),
        (3, 4_00, Needs { first_order: true, ..Needs::default() }),
        (4, 8_00, Needs { tiers: word("Gold"), ..Needs::default() }),
    ] {
        let needs = Needs { currency: Some(Currency::PLN), ..needs };
        let (gives, beside) = (Gives::Amount { amount }, Beside::Others);
        let promotion = Promotion {
            id: PromotionId([n; 16]),
            name: format!("{amount} off"),
            is_active: true,
            starts_at: None,
            ends_at: None,
            priority: 0,
            budget: Budget::default(),
            rule: Rule { gives, goods: Default::default(), needs, beside },
        };
        commerce::promotions::save(&market.ctx, &Permit::console(), &promotion)
            .await
            .expect("kept");
    }
    let gold = Tier { name: "Gold".into(), from: 50, percent: 200 };
    let earns = BTreeMap::from([(Currency::PLN, Rate { points: 1, per: 100 })]);
    let program = Program { earns, tiers: vec![gold], ..Program::default() };
    loyalty::set_program(&market.ctx, &Permit::console(), &program).await.expect("kept");
}

/// What everybody who could say it says that the mug costs this customer.
async fn everywhere(market: &Market, doors: &Doors, anna: CustomerId) -> Vec<(String, i64)> {
    let ctx = &market.ctx;
    let mut said = Vec::new();
    for door in doors.all.iter().filter(|door| door.is_trusted) {
        said.push((door.name.to_string(), quoted_for(door, "BLUE", anna).await));
    }
    let now = ctx.customers.clock.now();
    let look = |tx: &Tx| {
        let (scope, total) = (Scope::whole(anna), TotalType::Total);
        let cart = carts::of(tx, anna)?.expect("a cart");
        let door = Some(doors.all[0].door.channel.id);
        let in_cart =
            priced(ctx, tx, &cart, scope.own, door, &Wanted::default())?.quote.expect("a quote");
        let line = AskedLine { variant: cart.lines[0].variant, quantity: 1 };
        let goods = Goods { lines: vec![line], is_known: true, ..Goods::default() };
        let till = Some(doors.all[2].door.channel.id);
        let at_till = orders::quote(ctx, tx, till, Some(scope.own), &goods, &To::country("PL"))?;
        let buyer = Buyer { customer: Some(anna), group: None, country: "PL".into() };
        let asked = Asked::new(vec![line], buyer, Currency::PLN);
        let asked = asked.by(orders::shopper(tx, scope.own, now)?);
        let on_trial = quote_at(tx, &asked, &store::active(tx, now)?, now)?;
        Ok([in_cart.total(total), at_till.total(total), on_trial.total(total)])
    };
    let amounts = ctx.customers.db.read(look).await.expect("reads");
    said.extend(["cart", "scanned", "on trial"].map(String::from).into_iter().zip(amounts));
    said
}

async fn buys(market: &Market, door: &OneDoor, scope: Scope, key: &str) -> i64 {
    let actor = by(door.role, None, &door.door);
    let new = paid_to_krakow(key);
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let write = |tx: &Tx| place(ctx, tx, &actor, &scope, &new, now);
    ctx.customers.db.write(write).await.expect("bought").learn(ctx).total.minor
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_buyer_is_offered_the_same_at_every_door() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        costs(market, blue, PRICE).await;
        let group = Some("trade".to_string());
        let trade = ListFields { code: "trade".into(), group, ..retail() };
        sells_at(market, &trade, blue, TRADE).await;
        let lodz = opened(market, "WLOD Łódź PL").await;
        has(market, blue, lodz, 99).await;
        promotions(market).await;
        let doors = Doors::open(market).await;
        let traits = json!({
            "segments": ["vip", "other"], "persona": "collector", "customerGroup": "trade",
        });
        let server =
            json!({ "type": "identify", "userId": "anna", "messageId": "m1", "traits": traits });
        market.shop.server(&[server]).await;
        let anna = leaf(market, "user_id:anna").await;
        put(market, anna, "c0", Action::Add { variant: blue, quantity: 1 }).await;
        let check = |said: Vec<(String, i64)>, off: i64| {
            for (who, amount) in said {
                assert_eq!(amount, TRADE - off, "{who}");
            }
        };
        // In both segments, and buys for the first time.
        check(everywhere(market, &doors, anna).await, 1_00 + 2_00 + 4_00);
        assert_eq!(buys(market, &doors.all[0], Scope::whole(anna), "o0").await, TRADE - 7_00);
        // Seventy-seven points came: gold from now on, and no first order any more.
        for (n, door) in doors.all.iter().enumerate() {
            let actor = by(door.role, None, &door.door);
            let add = Action::Add { variant: blue, quantity: 1 };
            put_by(market, &actor, anna, &format!("c{}", n + 1), &[add]).await.expect("put in");
            check(everywhere(market, &doors, anna).await, 1_00 + 2_00 + 8_00);
            let key = format!("o{}", n + 1);
            assert_eq!(buys(market, door, Scope::whole(anna), &key).await, TRADE - 11_00, "{key}");
        }
        said_by_a_page(market, &doors, blue).await;
    })
    .await;
}

/// Somebody's page says that it is Anna's, in the trade and in a segment: none of it is worth anything.
async fn said_by_a_page(market: &Market, doors: &Doors, blue: commerce::catalogue::VariantId) {
    let traits = json!({ "segments": ["vip"], "persona": "collector", "customerGroup": "trade" });
    let page = json!({
        "type": "identify", "userId": "anna", "anonymousId": "phone", "messageId": "m2", "traits": traits,
    });
    market.shop.web(&[page]).await;
    let phone = leaf(market, "device:phone").await;
    let (actor, add) =
        (by(Role::Customer, None, &doors.all[0].door), Action::Add { variant: blue, quantity: 1 });
    put_by(market, &actor, phone, "p1", &[add]).await.expect("put in");
    assert_eq!(buys(market, &doors.all[0], Scope::part(phone), "p1").await, PRICE);
}
