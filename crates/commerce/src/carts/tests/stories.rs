//! One cart at every door.

use customers::identities::graph;
use expect_test::expect;
use kit::time::{minutes, seconds};
use kit::{Result, Tx};
use serde_json::json;

use crate::carts::rules::Action;
use crate::carts::testing::{
    assert_sound, by, cart, count_changes, device, leaf, mug, put, put_by, stop_selling, told,
    try_put,
};
use crate::carts::{ChangeId, Restore, Role, Scope, act, read};
use crate::orders::OrderId;
use crate::testing::{Market, on_each_engine};

fn add(variant: crate::catalogue::VariantId, quantity: i64) -> Action {
    Action::Add { variant, quantity }
}

async fn back(market: &Market, leaf: customers::identities::CustomerId, to: Restore) -> ChangeId {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let actor = by(Role::Customer, None, &market.shop.web);
    let key = format!("back:{to:?}:{}", now.0);
    let write = |tx: &Tx| act::restore(ctx, tx, &actor, &Scope::whole(leaf), to, &key, now);
    ctx.customers.db.write(write).await.unwrap().learn(ctx)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_anna_put_in_on_the_phone_is_there_when_she_signs_in_on_the_laptop() {
    on_each_engine(async |market| {
        let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
        let phone = device(market, "phone").await;
        let laptop = device(market, "laptop").await;
        put(market, phone, "1", add(blue, 1)).await;
        market.ctx.customers.clock.advance(minutes(1));
        put(market, laptop, "2", add(blue, 2)).await;
        put(market, laptop, "3", add(red, 1)).await;
        assert_eq!(told(market, phone).await, "1 × BLUE");
        let (of_phone, of_laptop) = (cart(market, phone).await, cart(market, laptop).await);
        for (n, device) in ["phone", "laptop"].iter().enumerate() {
            let login = json!({"type": "identify", "anonymousId": device, "userId": "anna",
                               "messageId": format!("i{n}")});
            assert_eq!(market.shop.web(&[login]).await.recorded, 1);
        }
        let anna = leaf(market, "user_id:anna").await;
        for who in [phone, laptop, anna] {
            assert_eq!(told(market, who).await, "3 × BLUE, 1 × RED");
            assert_eq!(cart(market, who).await.unwrap().id, of_phone.as_ref().unwrap().id);
        }
        // Any id that the cart ever had leads to it.
        for id in [of_phone.unwrap().id, of_laptop.unwrap().id] {
            let found = market.ctx.customers.db.read(|tx| read::find(tx, id)).await.unwrap();
            assert_eq!(found.1, cart(market, anna).await);
        }
        // Whoever sets a quantity takes from their own first.
        put(market, laptop, "4", Action::Set { variant: blue, quantity: 2 }).await;
        assert_eq!(told(market, anna).await, "2 × BLUE, 1 × RED");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn taken_apart_each_side_has_its_own_again() {
    on_each_engine(async |market| {
        let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
        let (anna, jan) = (device(market, "anna").await, device(market, "jan").await);
        put(market, anna, "1", add(blue, 2)).await;
        put(market, jan, "2", add(blue, 1)).await;
        put(market, jan, "3", add(red, 4)).await;
        let now = market.ctx.customers.clock.now();
        let db = &market.ctx.customers.db;
        let edge = db.write(|tx| graph::merge(tx, anna, jan, "ola", "", now)).await.unwrap();
        assert_eq!(told(market, anna).await, "3 × BLUE, 4 × RED");
        // Anna takes more out than was hers: the rest comes out of Jan's part.
        put(market, anna, "4", Action::Set { variant: red, quantity: 1 }).await;
        put(market, anna, "5", add(blue, 5)).await;
        db.write(|tx| graph::split(tx, anna, edge.id, "ola", "", now)).await.unwrap();
        assert_eq!(told(market, anna).await, "7 × BLUE");
        assert_eq!(told(market, jan).await, "1 × BLUE, 1 × RED");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_comes_again_changes_nothing() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        let (phone, laptop) = (device(market, "phone").await, device(market, "laptop").await);
        let first = put(market, phone, "once", add(blue, 1)).await;
        assert_eq!(put(market, phone, "once", add(blue, 1)).await, first);
        // On another device of the same customer too.
        let now = market.ctx.customers.clock.now();
        let merge = |tx: &Tx| graph::merge(tx, phone, laptop, "ola", "", now);
        market.ctx.customers.db.write(merge).await.unwrap();
        assert_eq!(put(market, laptop, "once", add(blue, 1)).await, first);
        // What changed nothing is known by its key as well.
        let set = Action::Set { variant: blue, quantity: 1 };
        let idle = put(market, phone, "idle", set.clone()).await;
        put(market, phone, "more", add(blue, 1)).await;
        assert_eq!(put(market, phone, "idle", set).await, idle);
        assert_eq!(told(market, phone).await, "2 × BLUE");
        assert_eq!(count_changes(market).await, 3);
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_agent_adds_a_line_and_everybody_can_see_who_it_was() {
    on_each_engine(async |market| {
        let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
        let phone = device(market, "phone").await;
        market.ctx.customers.clock.advance(seconds(1));
        put(market, phone, "1", add(blue, 1)).await;
        let ola = by(Role::Agent, Some("Ola"), &market.shop.server);
        let actions = [add(red, 1), Action::ApplyCoupon { code: "lato".into() }];
        put_by(market, &ola, phone, "2", &actions).await.unwrap();
        let note = Action::Note { text: "As a gift, please.".into() };
        put(market, phone, "3", note).await;
        put(market, phone, "4", Action::SaveForLater { variant: blue }).await;
        let shown = told(market, phone).await;
        expect!["1 × RED; later: 1 × BLUE; coupons: LATO; notes: As a gift, please."]
            .assert_eq(&shown);
        let hands: Vec<_> = cart(market, phone).await.unwrap().lines;
        let last = &hands[0].last;
        assert_eq!((last.role, last.name.as_deref()), (Role::Agent, Some("Ola")));
        assert_eq!(last.channel_id, Some(market.shop.server.channel.id));
        let timeline = market.shop.told(phone).await.join(", ");
        expect!["page, Product Added, Product Added, Coupon Entered, Cart Noted, Product Added to Wishlist"].assert_eq(&timeline);
        let events = market.shop.timeline(phone).await;
        let of_agent = events.iter().find(|event| event.name == "Coupon Entered").unwrap();
        let told: serde_json::Value = serde_json::from_str(of_agent.properties.get()).unwrap();
        assert_eq!(told["changed_by"], "agent");
        assert_eq!(told["changed_by_name"], "Ola");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_earlier_state_can_be_had_again_and_that_undone() {
    on_each_engine(async |market| {
        let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
        let phone = device(market, "phone").await;
        let first = put(market, phone, "1", add(blue, 1)).await;
        let second = put(market, phone, "2", add(red, 3)).await;
        let third = put(market, phone, "3", Action::Remove { variant: blue }).await;
        back(market, phone, Restore::Before(third)).await;
        assert_eq!(told(market, phone).await, "3 × RED, 1 × BLUE");
        market.ctx.customers.clock.advance(seconds(1));
        let emptied = back(market, phone, Restore::Before(first)).await;
        assert_eq!(told(market, phone).await, "nothing");
        back(market, phone, Restore::Before(emptied)).await;
        assert_eq!(told(market, phone).await, "1 × BLUE, 3 × RED");
        back(market, phone, Restore::After(first)).await;
        assert_eq!(told(market, phone).await, "1 × BLUE");
        back(market, phone, Restore::After(second)).await;
        let read = |tx: &Tx| read::states(tx, &[phone]);
        let states = market.ctx.customers.db.read(read).await.unwrap();
        assert_eq!(states.len(), 8);
        assert_eq!(states[0].moved, [(crate::carts::Kind::Item, "Mug RED".to_string(), 3)]);
        // What another has done in a cart that is not seen cannot be led back to.
        let other = device(market, "other").await;
        let foreign = put(market, other, "1", add(blue, 1)).await;
        let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
        let actor = by(Role::Customer, None, &market.shop.web);
        let (scope, to) = (Scope::whole(phone), Restore::After(foreign));
        let write =
            |tx: &Tx| act::restore(ctx, tx, &actor, &scope, to, "k", now).map(|changed| changed.id);
        assert!(ctx.customers.db.write(write).await.unwrap_err().is_not_found());
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_empties_the_cart_but_for_what_was_saved() {
    on_each_engine(async |market| {
        let (blue, red) = (mug(market, "BLUE").await, mug(market, "RED").await);
        let phone = device(market, "phone").await;
        put(market, phone, "1", add(blue, 2)).await;
        put(market, phone, "2", add(red, 1)).await;
        put(market, phone, "3", Action::SaveForLater { variant: red }).await;
        let bought = cart(market, phone).await.unwrap().id;
        let now = market.ctx.customers.clock.now();
        let order = OrderId::new(now);
        let close = |tx: &Tx| act::close(tx, &Scope::whole(phone), order, now);
        let db = &market.ctx.customers.db;
        db.write(close).await.unwrap();
        assert_eq!(told(market, phone).await, "later: 1 × RED");
        let next = cart(market, phone).await.unwrap().id;
        assert_ne!(next, bought);
        put(market, phone, "4", add(blue, 1)).await;
        // The payment's message comes twice.
        db.write(close).await.unwrap();
        assert_eq!(told(market, phone).await, "1 × BLUE; later: 1 × RED");
        assert_eq!(cart(market, phone).await.unwrap().id, next);
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_sold_is_not_put_in_and_what_is_there_can_be_taken_out() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        let phone = device(market, "phone").await;
        put(market, phone, "1", add(blue, 2)).await;
        stop_selling(market, blue).await;
        let refused = try_put(market, phone, "2", add(blue, 1)).await.unwrap_err();
        expect!["“Mug BLUE” (BLUE) is not sold any more. (not_sold)"]
            .assert_eq(&refused.to_string());
        assert!(!cart(market, phone).await.unwrap().lines[0].is_sold);
        put(market, phone, "3", Action::Set { variant: blue, quantity: 1 }).await;
        assert_eq!(told(market, phone).await, "1 × BLUE");
        let nobody = crate::catalogue::VariantId([7; 16]);
        let refused = try_put(market, phone, "4", add(nobody, 1)).await.unwrap_err();
        assert!(refused.is_not_found());
        let bad = try_put(market, phone, "a key", add(blue, 1)).await.unwrap_err();
        assert_eq!(bad.code, "bad_key");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_finds_what_is_wrong() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        let phone = device(market, "phone").await;
        put(market, phone, "1", add(blue, 2)).await;
        let spoil = |tx: &Tx| -> Result<()> { tx.exec_text("update cart_lines set quantity = 3") };
        market.ctx.customers.db.write(spoil).await.unwrap();
        let wrong = market.ctx.customers.db.read(crate::carts::audit::audit).await.unwrap();
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].ends_with("the line has 3, its changes make 2"), "{wrong:?}");
    })
    .await;
}
