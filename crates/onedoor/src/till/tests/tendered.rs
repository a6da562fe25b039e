//! Ewa pays at Ola's till with a gift card, with points, and with cash.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use commerce::loyalty::{self, Program, Rate};
use commerce::promotions::gift_cards::{self, GiftCardId};
use customers::accounts::{Permit, may};
use kit::money::{Currency, Money};
use serde_json::{Value, json};

use super::{Store, open, read};

fn form(body: &Value) -> String {
    let text = body.to_string();
    format!("body={}", form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>())
}

/// A card with 20 zł, and Ewa with a hundred points that pay a grosz each.
async fn furnish(store: &mut Store) -> (String, String) {
    let ctx = store.anna.app.commerce.clone();
    let (id, permit) = (GiftCardId([1; 16]), Permit::<may::SetPrices>::console());
    let amount = Money::new(20_00, Currency::PLN);
    let code = gift_cards::issue(&ctx, &permit, id, amount, None).await.unwrap();
    let pays = BTreeMap::from([(Currency::PLN, Rate { points: 1, per: 1 })]);
    let program = Program { pays, ..Program::default() };
    loyalty::set_program(&ctx, &permit, &program).await.unwrap();
    let met = format!("/desk/store/{}/customers", store.door);
    let met = store.ola.post(&met, "name=Ewa+Lis&card=2900000001234&key=k1").await;
    let ewa = met.location().rsplit('/').next().unwrap().to_owned();
    let ledger = format!("/desk/loyalty/customers/{ewa}/corrections");
    let corrected = store.anna.post(&ledger, "key=c1&points=100&reason=a+birthday").await;
    assert_eq!(corrected.status, StatusCode::SEE_OTHER, "{}", corrected.body);
    (code, ewa)
}

#[tokio::test]
async fn a_gift_card_is_scanned_and_points_are_used() {
    let mut store = open().await;
    let (code, ewa) = furnish(&mut store).await;
    let (ola, till, mug) = (&mut store.ola, &store.till, store.mug);
    let scanned = read(&ola.get(&format!("{till}/scans?q={code}")).await);
    assert_eq!(scanned["gift_card"]["code"], json!(code), "{scanned}");

    let basket = json!({
        "customer": ewa, "lines": [{ "variant": mug, "quantity": 1 }], "coupons": [],
        "gift_cards": [code], "points": 100,
    });
    let quoted = read(&ola.post(&format!("{till}/quotes"), &form(&basket)).await);
    assert_eq!(
        (&quoted["to_pay"], &quoted["held"]),
        (&json!(28_90), &json!({ "points": 100, "amount": 100 }))
    );

    let sale = |key: &str, given: i64, to_pay: i64| {
        let line =
            json!({ "variant": mug, "quantity": 1, "taken": 1, "unit": 49_90, "total": 49_90 });
        form(&json!({
            "key": key, "customer": ewa, "lines": [line], "coupons": [],
            "gift_cards": [code], "points": 100, "to_pay": to_pay,
            "paid": { "means": "cash", "given": given }, "rest": null,
            "at": 1_700_000_000_000_i64, "done": false,
        }))
    };
    let sales = format!("{till}/sales");
    let little = ola.post(&sales, &sale("s1", 28_00, 28_90)).await;
    assert_eq!(little.status, StatusCode::BAD_REQUEST, "{}", little.body);
    let sold = read(&ola.post(&sales, &sale("s1", 30_00, 28_90)).await);
    assert_eq!((&sold["total"], &sold["change"]), (&json!(49_90), &json!(1_10)));
    let again = read(&ola.post(&sales, &sale("s1", 30_00, 28_90)).await);
    assert_eq!(again["is_repeated"], json!(true));
    let paper = ola.get(&format!("/till/receipts/{}", sold["number"].as_str().unwrap())).await;
    for words in ["Gift card …", "100 points", "20.00", "To pay", "28.90", "1.10"] {
        assert!(paper.body.contains(words), "{words} in {}", paper.body);
    }
    // The card is empty now; without a line it would not have been asked at all.
    let empty = ola.post(&sales, &sale("s2", 50_00, 28_90)).await;
    assert!(empty.body.contains("Nothing is left on this gift card."), "{}", empty.body);
    let done = sale("s3", 50_00, 28_90).replace("%22done%22%3Afalse", "%22done%22%3Atrue");
    let done = ola.post(&sales, &done).await;
    assert!(done.body.contains("pay only with a network"), "{}", done.body);
}
