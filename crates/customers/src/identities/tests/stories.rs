use serde_json::json;

use super::super::*;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn what_a_visitor_did_before_login_is_theirs_in_the_same_call() {
    on_each_engine(async |shop| {
        shop.web(&[
            json!({"type": "page", "anonymousId": "phone-1", "name": "Coffee", "messageId": "m1"}),
            json!({"type": "page", "anonymousId": "laptop-1", "name": "Cups", "messageId": "m2"}),
        ])
        .await;
        assert_ne!(shop.who("device:phone-1").await, shop.who("device:laptop-1").await);
        shop.web(&[
            json!({"type": "identify", "anonymousId": "phone-1", "userId": "anna", "messageId": "m3"}),
            json!({"type": "identify", "anonymousId": "laptop-1", "userId": "anna", "messageId": "m4"}),
        ])
        .await;
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.who("device:phone-1").await, Some(anna));
        assert_eq!(shop.who("device:laptop-1").await, Some(anna));
        let mut told = shop.told(anna).await;
        told.sort();
        assert_eq!(told, ["Coffee", "Cups", "anna", "anna"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_the_shops_server_saw_first_is_nobody_until_login() {
    on_each_engine(async |shop| {
        shop.server(&[json!({"type": "page", "anonymousId": "phone-1", "name": "Coffee", "messageId": "m1"})])
            .await;
        shop.web(&[json!({"type": "identify", "anonymousId": "phone-1", "userId": "anna", "messageId": "m2"})])
            .await;
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.who("device:phone-1").await, Some(anna));
        let mut told = shop.told(anna).await;
        told.sort();
        assert_eq!(told, ["Coffee", "anna"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kiosk_links_nobody_once_two_people_have_used_it() {
    on_each_engine(async |shop| {
        let login = |user: &str, n: u32| {
            json!({"type": "identify", "anonymousId": "kiosk", "userId": user, "messageId": format!("l{n}")})
        };
        let look = |n: u32| json!({"type": "page", "anonymousId": "kiosk", "name": format!("P{n}"), "messageId": format!("p{n}")});
        shop.web(&[look(1), login("anna", 1), look(2)]).await;
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.told(anna).await.len(), 3);

        shop.web(&[login("bogdan", 2), look(3), login("celina", 3), login("anna", 4)]).await;
        let anna = shop.who("user_id:anna").await.unwrap();
        let bogdan = shop.who("user_id:bogdan").await.unwrap();
        let celina = shop.who("user_id:celina").await.unwrap();
        let kiosk = shop.who("device:kiosk").await.unwrap();
        assert_eq!(shop.told(anna).await, ["anna", "anna"]);
        assert_eq!(shop.told(bogdan).await, ["bogdan"]);
        assert_eq!(shop.told(celina).await, ["celina"]);
        let mut told = shop.told(kiosk).await;
        told.sort();
        assert_eq!(told, ["P1", "P2", "P3"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_who_claims_anothers_e_mail_joins_nobody() {
    on_each_engine(async |shop| {
        shop.server(&[json!({"type": "identify", "userId": "anna", "messageId": "1",
            "traits": {"email": "anna@example.com", "email_verified": true}})])
            .await;
        shop.web(&[json!({"type": "identify", "anonymousId": "thief", "messageId": "2",
            "traits": {"email": "Anna@Example.com", "email_verified": true}})])
            .await;
        let (anna, thief) =
            (shop.who("user_id:anna").await.unwrap(), shop.who("device:thief").await);
        assert_ne!(thief, Some(anna));
        assert_eq!(shop.who("email:anna@example.com").await, Some(anna));
        let email = crate::testing::identity_of("email:anna@example.com");
        let claims = shop.ctx.db.read(|tx| store::claimants(tx, &email)).await.unwrap();
        assert_eq!(claims.iter().map(|c| c.customer_id).collect::<Vec<_>>(), [thief.unwrap()]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_proven_owner_takes_an_e_mail_from_one_who_only_claimed_it() {
    on_each_engine(async |shop| {
        shop.web(&[json!({"type": "identify", "anonymousId": "squatter", "messageId": "1",
            "traits": {"email": "anna@example.com"}})])
            .await;
        let squatter = shop.who("device:squatter").await.unwrap();
        assert_eq!(shop.who("email:anna@example.com").await, Some(squatter));
        shop.server(&[json!({"type": "identify", "userId": "anna", "messageId": "2",
            "traits": {"email": "anna@example.com", "email_verified": true}})])
            .await;
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_ne!(anna, squatter);
        assert_eq!(shop.who("email:anna@example.com").await, Some(anna));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_at_the_till_is_the_person_who_registered_it() {
    on_each_engine(async |shop| {
        shop.server(&[
            json!({"type": "identify", "userId": "anna", "messageId": "1",
                "traits": {"loyalty_card": "2900 0001", "loyalty_card_verified": true}}),
            json!({"type": "track", "event": "Receipt Issued", "messageId": "2",
                "context": {"externalIds": [{"type": "loyalty_card", "id": "29000001", "verified": true}]}}),
        ])
        .await;
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.told(anna).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_accounts_are_never_joined_by_a_rule_and_the_shared_e_mail_links_nobody() {
    on_each_engine(async |shop| {
        for (n, user) in ["anna", "adam"].iter().enumerate() {
            shop.server(&[json!({"type": "identify", "userId": user, "messageId": n,
                "traits": {"email": "family@example.com", "email_verified": true}})])
                .await;
        }
        let (anna, adam) = (shop.who("user_id:anna").await, shop.who("user_id:adam").await);
        assert_ne!(anna, adam);
        let email = crate::testing::identity_of("email:family@example.com");
        let held = shop.ctx.db.read(|tx| store::find_maybe(tx, &email)).await.unwrap().unwrap();
        assert!(held.shared_at.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_by_hand_can_be_undone_and_no_rule_joins_again() {
    on_each_engine(async |shop| {
        shop.web(&[
            json!({"type": "page", "anonymousId": "d", "name": "before", "messageId": "1"}),
            json!({"type": "identify", "anonymousId": "d", "userId": "anna", "messageId": "2"}),
        ])
        .await;
        let anna = shop.who("user_id:anna").await.unwrap();
        let leaves = shop.ctx.db.read(|tx| store::leaves(tx, anna)).await.unwrap();
        let edges = shop.ctx.db.read(|tx| store::edges(tx, &leaves)).await.unwrap();
        assert_eq!((edges.len(), edges[0].rule), (1, Rule::Login));
        let now = shop.ctx.clock.now();
        let sets = shop
            .ctx
            .db
            .write(|tx| graph::split(tx, anna, edges[0].id, "staff:ola", "not hers", now))
            .await
            .unwrap();
        assert_eq!(sets.len(), 2);
        let fresh = shop.second_process().await;
        fresh
            .web(&[
                json!({"type": "identify", "anonymousId": "d", "userId": "anna", "messageId": "3"}),
            ])
            .await;
        assert_ne!(shop.who("device:d").await, shop.who("user_id:anna").await);
    })
    .await;
}
