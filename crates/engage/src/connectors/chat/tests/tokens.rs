//! Tokens of the shop's server: which are believed.

use customers::context::timeline::{self, Asked};

use super::*;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_not_the_shops_shows_nothing() {
    on_each_engine(async |talk| {
        let secret = signing(talk).await;
        let now = talk.ctx.customers.clock.now().0 / 1_000_000;
        let hs256 = json!({"alg": "HS256"});
        let good = json!({"sub": "anna", "exp": now + 3_600});
        let whole = jwt(&hs256, &good, &secret);
        let (signed, signature) = whole.rsplit_once('.').unwrap();
        let (header, _) = signed.split_once('.').unwrap();
        let other = BASE64.encode(json!({"sub": "boss", "exp": now + 3_600}).to_string());
        let refused = [
            ("another secret", jwt(&hs256, &good, "guessed")),
            ("no algorithm", jwt(&json!({"alg": "none"}), &good, &secret)),
            (
                "no algorithm, unsigned",
                format!("{}.", jwt(&json!({"alg": "none"}), &good, "").rsplit_once('.').unwrap().0),
            ),
            ("another algorithm", jwt(&json!({"alg": "HS512"}), &good, &secret)),
            ("expired", jwt(&hs256, &json!({"sub": "anna", "exp": now - 120}), &secret)),
            ("for ever", jwt(&hs256, &json!({"sub": "anna", "exp": now + 90_000}), &secret)),
            ("no end", jwt(&hs256, &json!({"sub": "anna"}), &secret)),
            ("nobody", jwt(&hs256, &json!({"sub": "", "exp": now + 60}), &secret)),
            ("changed", format!("{header}.{other}.{signature}")),
            ("cut", whole[..whole.len() - 2].to_string()),
            ("not one", "a.b".into()),
        ];
        let mut browser = Browser::at(talk);
        for (what, token) in refused {
            browser.token = Some(token);
            assert_eq!(browser.reads().await, "401 bad_token", "{what}");
            assert_eq!(browser.writes("laptop", "1", "Hello").await.0, 401, "{what}");
        }
        browser.token = Some(whole);
        assert_eq!(browser.reads().await, "");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_without_a_secret_believes_nobody() {
    on_each_engine(async |talk| {
        let mut browser = Browser::at(talk);
        browser.token = Some(vouching(talk, "anna", ""));
        assert_eq!(browser.reads().await, "401 bad_token");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_is_made_once() {
    on_each_engine(async |talk| {
        assert_eq!(signing(talk).await, signing(talk).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_the_shop_vouches_for_is_known_before_the_next_word() {
    on_each_engine(async |talk| {
        let secret = signing(talk).await;
        let mut browser = Browser::at(talk);
        browser.writes("laptop", "1", "Do the cups come in blue?").await;
        let told = json!({"anonymousId": "laptop"});
        assert_eq!(browser.ask("POST", "/v1/chat/identity", told.clone()).await.0, 401);

        let soon = talk.ctx.customers.clock.now().0 / 1_000_000 + 3_600;
        let claims = json!({"sub": "anna", "exp": soon, "email": "Anna@example.com"});
        browser.token = Some(jwt(&json!({"alg": "HS256"}), &claims, &secret));
        talk.ctx.customers.clock.advance(kit::time::minutes(1));
        for _ in 0..2 {
            assert_eq!(browser.ask("POST", "/v1/chat/identity", told.clone()).await.0, 204);
        }
        talk.work().await;
        assert_eq!(talk.who("device:laptop").await, talk.who("email:anna@example.com").await);
        assert_eq!(happened(talk, "user_id:anna").await, ["Signed In", "Message Received"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_takes_no_device_over_that_somebody_else_talked_with() {
    on_each_engine(async |talk| {
        let secret = signing(talk).await;
        Browser::at(talk).writes("laptop", "1", "My order is 1042").await;
        let mut other = Browser::at(talk);
        other.token = Some(vouching(talk, "mallory", &secret));
        let told = json!({"anonymousId": "laptop"});
        assert_eq!(other.ask("POST", "/v1/chat/identity", told).await.0, 204);
        assert_eq!(other.reads().await, "");
        assert_ne!(talk.who("device:laptop").await, talk.who("user_id:mallory").await);
    })
    .await;
}

/// What is on somebody's timeline, the newest first.
async fn happened(talk: &Talk, identity: &str) -> Vec<String> {
    let customers = &talk.ctx.customers;
    let customer = talk.who(identity).await;
    let read = |tx: &kit::Tx| {
        let leaves = customers::identities::store::leaves(tx, customer)?;
        timeline::page(tx, &customers.recorder.log, &leaves, &Asked::default(), 50)
    };
    let page = customers.db.read(read).await.unwrap();
    page.events.iter().map(|event| event.name.clone()).collect()
}
