//! Tablets, tills and tired staff: where careless rules would make one customer of many.

use serde_json::{Value, json};

use super::super::*;
use crate::testing::{Shop, identity_of, on_each_engine};

/// A call about whoever holds a card.
fn card(number: &str, message: &str, mut call: Value) -> Value {
    call["context"] =
        json!({"externalIds": [{"type": "loyalty_card", "id": number, "verified": true}]});
    call["messageId"] = json!(message);
    call
}

async fn edges_of(shop: &Shop, who: CustomerId) -> Vec<Edge> {
    shop.ctx.db.read(|tx| store::edges(tx, &store::leaves(tx, who)?)).await.unwrap()
}

async fn merge(shop: &Shop, a: &str, b: &str) -> Edge {
    let (a, b) = (shop.who(a).await.unwrap(), shop.who(b).await.unwrap());
    let now = shop.ctx.clock.now();
    shop.ctx.db.write(|tx| graph::merge(tx, a, b, "staff:ola", "same", now)).await.unwrap()
}

async fn split(shop: &Shop, edge: &Edge) {
    let now = shop.ctx.clock.now();
    let split = |tx: &kit::Tx| graph::split(tx, edge.a, edge.id, "staff:ola", "not so", now);
    shop.ctx.db.write(split).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_that_tells_its_own_id_makes_nobody_one_with_the_next_in_the_queue() {
    on_each_engine(async |shop| {
        let receipt = |number: &str, message: &str| {
            let call = json!({"type": "track", "event": "Receipt Issued", "anonymousId": "till-1"});
            card(number, message, call)
        };
        shop.server(&[receipt("2900 0001", "r1"), receipt("2900 0002", "r2")]).await;
        shop.server(&[receipt("2900 0001", "r3")]).await;
        shop.server(&[json!({"type": "identify", "userId": "bogdan", "anonymousId": "till-1", "messageId": "i"})])
            .await;

        let first = shop.who("loyalty_card:29000001").await.unwrap();
        let second = shop.who("loyalty_card:29000002").await.unwrap();
        let (till, bogdan) =
            (shop.who("device:till-1").await.unwrap(), shop.who("user_id:bogdan").await.unwrap());
        assert_eq!(shop.told(first).await, ["Receipt Issued", "Receipt Issued"]);
        assert_eq!(shop.told(second).await, ["Receipt Issued"]);
        assert_eq!(shop.told(bogdan).await, ["bogdan"]);
        assert!(shop.told(till).await.is_empty());
        let till = identity_of("device:till-1");
        let till = shop.ctx.db.read(|tx| store::find_maybe(tx, &till)).await.unwrap().unwrap();
        assert!(till.shared_at.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_a_server_reports_is_still_a_stranger_and_may_log_in() {
    on_each_engine(async |shop| {
        shop.server(&[
            json!({"type": "track", "event": "Price Shown", "anonymousId": "d", "messageId": "1"}),
        ])
        .await;
        shop.web(&[
            json!({"type": "identify", "anonymousId": "d", "userId": "anna", "messageId": "2"}),
        ])
        .await;
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.who("device:d").await, Some(anna));
        assert_eq!(shop.told(anna).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guest_who_registers_is_the_same_when_the_server_vouches_for_the_e_mail() {
    on_each_engine(async |shop| {
        let email = json!({"email": "anna@example.com", "email_verified": true});
        shop.web(&[json!({"type": "page", "anonymousId": "d", "messageId": "0"})]).await;
        shop.server(&[
            json!({"type": "identify", "anonymousId": "d", "traits": email, "messageId": "1"}),
        ])
        .await;
        shop.server(&[
            json!({"type": "identify", "anonymousId": "d", "userId": "anna", "traits": email,
            "messageId": "2"}),
        ])
        .await;
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.who("email:anna@example.com").await, Some(anna));
        assert_eq!(shop.who("device:d").await, Some(anna));
        assert_eq!(shop.told(anna).await.len(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_at_a_kiosk_goes_with_whom_it_is_proven_of() {
    on_each_engine(async |shop| {
        let (typed, proven) = (
            json!({"email": "anna@example.com"}),
            json!({"email": "anna@example.com", "email_verified": true}),
        );
        shop.web(&[
            json!({"type": "identify", "anonymousId": "kiosk", "traits": typed, "messageId": "1"}),
            json!({"type": "identify", "anonymousId": "kiosk", "userId": "anna", "messageId": "2"}),
        ])
        .await;
        shop.server(&[json!({"type": "identify", "userId": "anna", "traits": proven, "messageId": "3"})])
            .await;
        shop.web(&[json!({"type": "identify", "anonymousId": "kiosk", "userId": "bogdan", "messageId": "4"})])
            .await;
        let anna = shop.who("user_id:anna").await;
        assert_ne!(shop.who("device:kiosk").await, anna);
        assert_eq!(shop.who("email:anna@example.com").await, anna);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_everybody_fills_in_holds_no_more_e_mails_than_a_person_has() {
    on_each_engine(async |shop| {
        for n in 0..30 {
            let traits = json!({"email": format!("guest-{n}@example.com")});
            shop.web(&[json!({"type": "identify", "anonymousId": "form", "traits": traits, "messageId": n})])
                .await;
        }
        let form = shop.who("device:form").await.unwrap();
        let (held, claims) = shop
            .ctx
            .db
            .read(|tx| Ok((store::list(tx, &[form])?.len(), store::claims(tx, &[form])?.len())))
            .await
            .unwrap();
        assert_eq!((held, claims), (1 + 10, 20));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_by_hand_holds_when_a_device_leaves() {
    on_each_engine(async |shop| {
        // The device is met first: its leaf is the root.
        shop.web(&[json!({"type": "page", "anonymousId": "tablet", "messageId": "0"})]).await;
        shop.ctx.clock.advance(kit::time::seconds(1));
        shop.web(&[
            json!({"type": "identify", "anonymousId": "tablet", "userId": "anna", "messageId": "1"}),
            json!({"type": "identify", "userId": "anna-at-work", "messageId": "2"}),
        ])
        .await;
        merge(&shop, "user_id:anna", "user_id:anna-at-work").await;
        shop.web(&[json!({"type": "identify", "anonymousId": "tablet", "userId": "bogdan", "messageId": "3"})])
            .await;
        let anna = shop.who("user_id:anna").await;
        assert_eq!(shop.who("user_id:anna-at-work").await, anna);
        assert_ne!(shop.who("device:tablet").await, anna);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_staff_took_apart_no_rule_joins_by_way_of_a_third() {
    on_each_engine(async |shop| {
        let login = |device: &str, message: &str| json!({"type": "identify", "userId": "anna", "anonymousId": device, "messageId": message});
        shop.web(&[login("phone", "1")]).await;
        let anna = shop.who("user_id:anna").await.unwrap();
        split(&shop, &edges_of(&shop, anna).await[0]).await;

        // The phone's owner has a card, which the server then says to be Anna's.
        let scan = json!({"type": "track", "event": "Receipt Issued", "anonymousId": "phone"});
        shop.server(&[card("29000001", "2", scan)]).await;
        assert_eq!(shop.who("device:phone").await, shop.who("loyalty_card:29000001").await);
        let identify = json!({"type": "identify", "userId": "anna"});
        shop.server(&[card("29000001", "3", identify)]).await;
        assert_ne!(shop.who("loyalty_card:29000001").await, shop.who("user_id:anna").await);
        shop.web(&[login("laptop", "4")]).await;
        assert_ne!(shop.who("device:phone").await, shop.who("device:laptop").await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_saw_two_as_one_looks_again_after_they_were_split() {
    on_each_engine(async |shop| {
        let login = |user: &str, message: &str| json!({"type": "identify", "userId": user, "anonymousId": "d", "messageId": message});
        shop.web(&[login("anna", "1"), json!({"type": "identify", "userId": "adam", "messageId": "2"})])
            .await;
        let merged = merge(&shop, "user_id:anna", "user_id:adam").await;
        shop.web(&[login("adam", "3")]).await;
        split(&shop, &merged).await;
        // The device is Anna's by her login. Adam's next login shows that it is both's.
        assert_eq!(shop.who("device:d").await, shop.who("user_id:anna").await);
        shop.web(&[login("adam", "4")]).await;
        let device = shop.who("device:d").await;
        assert_ne!(device, shop.who("user_id:anna").await);
        assert_ne!(device, shop.who("user_id:adam").await);
    })
    .await;
}
