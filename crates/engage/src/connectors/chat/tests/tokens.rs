//! Tokens of the shop's server: which are believed.

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
