//! Finding people as the staff type them.

use serde_json::json;

use crate::profiles::search;
use crate::testing::{Shop, on_each_engine};

async fn known(shop: &Shop, user: &str, name: &str, phone: &str, card: &str) {
    let traits = json!({"name": name, "email": format!("{}@example.com", user.to_lowercase()),
        "email_verified": true, "phone": phone, "phone_verified": true,
        "loyalty_card": card, "loyalty_card_verified": true});
    let call = json!({"type": "identify", "userId": user, "traits": traits, "messageId": user});
    assert_eq!(shop.server(&[call]).await.recorded, 1);
}

/// The accounts that a query finds.
async fn found(shop: &Shop, query: &str) -> String {
    let roots = shop.ctx.db.read(|tx| search::find(tx, query, 20)).await.unwrap();
    let mut accounts = Vec::new();
    for root in roots {
        let line = shop.ctx.db.read(|tx| crate::context::list::line(tx, root)).await.unwrap();
        let account = line.identities.into_iter().find(|held| held.kind.as_str() == "user_id");
        accounts.push(account.map_or("?".into(), |held| held.value));
    }
    accounts.sort();
    accounts.join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_as_they_are_typed() {
    on_each_engine(async |shop| {
        known(&shop, "u-1", "Zofia Łąkowska-Nowak", "+48 500 100 200", "2900-0001").await;
        known(&shop, "u-2", "Ștefan O'Brien", "+40 721 234 567", "AB 12").await;
        known(&shop, "USR-3", "Алёна Краева", "+7 916 123-45-67", "2900 0033").await;
        for (query, expected) in [
            ("zof", "u-1"),
            ("lakow", "u-1"),
            ("ŁĄKOWSKA zofia", "u-1"),
            ("Łąkowska-Nowak", "u-1"),
            ("nowak", "u-1"),
            ("stefan o'brien", "u-2"),
            ("алена", "USR-3"),
            ("зофия", ""),
            ("zofia brien", ""),
            // E-mails and accounts, by their beginning.
            ("u-1@ex", "u-1"),
            ("U-2@example.com", "u-2"),
            ("USR-3", "USR-3"),
            ("usr-3", "USR-3"),
            // Telephones with and without the country, as one dials at home and abroad.
            ("500 100", "u-1"),
            ("+48 500", "u-1"),
            ("48500100200", "u-1"),
            ("0048 500 100 200", "u-1"),
            ("0721 234 567", "u-2"),
            ("721234", "u-2"),
            ("916 123", "USR-3"),
            ("8 (916) 123-45-67", "USR-3"),
            // Cards as they are printed.
            ("2900", "USR-3 u-1"),
            ("2900-0001", "u-1"),
            ("2900 0033", "USR-3"),
            ("ab12", "u-2"),
            ("", ""),
        ] {
            assert_eq!(found(&shop, query).await, expected, "{query:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_very_many_of_the_same_first_name_is_found() {
    on_each_engine(async |shop| {
        let call = |n: usize| {
            json!({"type": "identify", "userId": format!("u{n}"), "messageId": n, "traits":
                {"firstName": "Anna", "lastName": if n == 1_000 { "Zielińska".into() } else { format!("Nowak{n}") }}})
        };
        let calls: Vec<_> = (0..1_500).map(call).collect();
        assert_eq!(shop.web(&calls).await.recorded, 1_500);
        assert_eq!(found(&shop, "anna zielinska").await, "u1000");
    })
    .await;
}
