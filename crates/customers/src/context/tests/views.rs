//! What one door sees of what the others know: traits and consents, before a merge, in it, and after.

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use crate::context::{Named, of};
use crate::identities::graph;
use crate::testing::{Shop, on_each_engine};

fn says(user: &str, traits: Value, at: &str) -> Value {
    json!({"type": "identify", "userId": user, "traits": traits, "timestamp": at,
        "messageId": format!("{user}{traits}{at}")})
}

/// The traits of a customer, each with the moment and what the other doors say.
async fn traits(shop: &Shop, who: &str, expected: Expect) {
    let named = Named::parse(who, None).unwrap();
    let context = of(&shop.ctx, &named).await.unwrap();
    let mut told = String::new();
    for (name, best) in &context.traits.0 {
        let others: Vec<_> = best.others.iter().map(|other| other.value.to_string()).collect();
        let sure = if best.verified { "verified" } else { "said" };
        told += &format!("{name}: {} {sure} {} {others:?}\n", best.value, best.at);
    }
    for standing in &context.consents {
        let subject = &standing.subject;
        told +=
            &format!("{} by {}: {}\n", subject.purpose, subject.channel, standing.state.as_str());
    }
    expected.assert_eq(&told);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_verified_word_is_shown_with_the_others_beside_it() {
    on_each_engine(async |shop| {
        shop.server(&[says("anna", json!({"city": "Kraków", "size": 38}), "2026-11-01T00:00:00Z")])
            .await;
        shop.web(&[says("anna", json!({"city": "Warszawa", "size": 39}), "2026-11-02T00:00:00Z")])
            .await;
        let expected = expect![[r#"
            city: "Kraków" verified 2026-11-01T00:00:00Z ["\"Warszawa\""]
            size: 38 verified 2026-11-01T00:00:00Z ["39"]
        "#]];
        traits(&shop, "user_id:anna", expected).await;
        // The page of the same door, which anybody can post from, does not overrule its server.
        let mut page_of_the_store = shop.server.clone();
        page_of_the_store.trusted = false;
        let word = says("anna", json!({"city": "Łódź"}), "2026-11-03T00:00:00Z");
        shop.post(&page_of_the_store, &[word]).await.unwrap();
        shop.server(&[says("anna", json!({"size": null}), "2026-11-04T00:00:00Z")]).await;
        // An older word that comes late changes nothing.
        shop.server(&[says("anna", json!({"size": 36, "city": "Gdańsk"}), "2026-10-01T00:00:00Z")])
            .await;
        let expected = expect![[r#"
            city: "Kraków" verified 2026-11-01T00:00:00Z ["\"Warszawa\""]
            size: 39 said 2026-11-02T00:00:00Z []
        "#]];
        traits(&shop, "user_id:anna", expected).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_in_any_order_end_the_same() {
    on_each_engine(async |shop| {
        let words = [
            (json!({"a": 1, "b": 1}), "2026-11-01T00:00:00Z"),
            (json!({"a": null}), "2026-11-02T00:00:00Z"),
            (json!({"b": 2}), "2026-11-03T00:00:00Z"),
        ];
        for (n, order) in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
            .into_iter()
            .enumerate()
        {
            let user = format!("u{n}");
            for word in order {
                let (traits, at) = &words[word];
                shop.web(&[says(&user, traits.clone(), at)]).await;
            }
            let expected = expect![[r#"
                b: 2 said 2026-11-03T00:00:00Z []
            "#]];
            traits(&shop, &format!("user_id:{user}"), expected).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stricter_consent_holds_while_two_are_one() {
    on_each_engine(async |shop| {
        let word = |user: &str, event: &str, channel: &str, at: &str| {
            json!({"type": "track", "event": event, "userId": user, "timestamp": at,
                "properties": {"purpose": "marketing", "channel": channel},
                "messageId": format!("{user}{event}{channel}")})
        };
        shop.web(&[
            word("anna", "Consent Withdrawn", "email", "2026-11-02T00:00:00Z"),
            word("anna", "Consent Given", "email", "2026-11-01T00:00:00Z"),
            word("anna", "Consent Given", "sms", "2026-11-01T00:00:00Z"),
            word("work", "Consent Given", "email", "2026-11-03T00:00:00Z"),
            word("work", "Consent Denied", "sms", "2026-11-03T00:00:00Z"),
        ])
        .await;
        let annas = || expect!["marketing by email: withdrawn\nmarketing by sms: granted\n"];
        let works = || expect!["marketing by email: granted\nmarketing by sms: denied\n"];
        traits(&shop, "user_id:anna", annas()).await;
        traits(&shop, "user_id:work", works()).await;
        let (anna, work) =
            (shop.who("user_id:anna").await.unwrap(), shop.who("user_id:work").await.unwrap());
        let now = shop.ctx.clock.now();
        let merge = |tx: &kit::Tx| graph::merge(tx, anna, work, "staff:ola", "same", now);
        let edge = shop.ctx.db.write(merge).await.unwrap();
        let expected = expect!["marketing by email: withdrawn\nmarketing by sms: denied\n"];
        traits(&shop, "user_id:work", expected).await;
        let split = |tx: &kit::Tx| graph::split(tx, anna, edge.id, "staff:ola", "not so", now);
        shop.ctx.db.write(split).await.unwrap();
        traits(&shop, "user_id:anna", annas()).await;
        traits(&shop, "user_id:work", works()).await;
    })
    .await;
}
