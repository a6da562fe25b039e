//! Ola's till over HTTP: what she scans, what it costs, what is sold, and the paper.

mod tendered;

use axum::http::StatusCode;
use commerce::catalogue::VariantId;
use commerce::catalogue::testing::mug_in;
use commerce::prices::NewPrice;
use commerce::stock::{LocationKind, MovementKind, NewLocation, locations, movements};
use customers::accounts::Role;
use customers::channels::{self, ChannelKind, NewChannel};
use kit::Tx;
use kit::i18n::Catalogue;
use serde_json::{Value, json};

use crate::desk::tests::{Answer, World};

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}

struct Store {
    anna: World,
    ola: World,
    mug: VariantId,
    door: String,
    /// The till's address.
    till: String,
}

/// A store with four mugs at 49.90, and Ola's till, which holds two of them.
async fn open() -> Store {
    let anna = World::with_anna().await;
    let ctx = &anna.app.commerce;
    let mug = mug_in(ctx, "MUG-1").await;
    let now = ctx.customers.clock.now();
    let price = NewPrice { variant: mug, quantity_min: 1, amount: Some(49_90) };
    let list = commerce::prices::testing::retail();
    let door = NewChannel { kind: ChannelKind::Store, name: "Kraków".into() };
    let place = NewLocation {
        code: "KRK".into(),
        name: "Kraków".into(),
        kind: LocationKind::Store,
        country: "PL".into(),
        city: "Kraków".into(),
        street: String::new(),
        channel: None,
        sells_online: true,
        ships: true,
        collects: true,
        position: 0,
    };
    let make = |tx: &Tx| {
        let list = commerce::prices::save_list(tx, &list, "test", now)?;
        commerce::prices::set(tx, list, std::slice::from_ref(&price), "test", now)?;
        let door = channels::create(tx, &door, now)?.0;
        let place = locations::make(tx, &place, now)?;
        let received = movements::Movement {
            variant: mug,
            location: place.id,
            kind: MovementKind::Received,
            quantity: 4,
            reference: "PZ 1",
            actor: "test",
            key: None,
            at: now,
        };
        movements::record(tx, &[received], now)?;
        Ok((door.id, place.id))
    };
    let (door, place) = ctx.customers.db.write(make).await.unwrap();
    let mut ola = anna.join("ola", Role::Clerk).await;
    let form = format!("key=k1&name=Till+1&door={door}&location={place}");
    let opened = read(&ola.post("/till/tills", &form).await);
    let till = format!("/till/{}", opened["id"].as_str().unwrap());
    Store { anna, ola, mug, till, door: door.to_string() }
}

fn read(answer: &Answer) -> Value {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

fn sale(mug: VariantId, key: &str, pieces: i64) -> String {
    let total = 49_90 * pieces;
    let line = json!({ "variant": mug, "quantity": pieces, "taken": pieces, "unit": 49_90, "total": total });
    let body = json!({
        "key": key, "customer": null, "lines": [line], "coupons": [],
        "paid": { "means": "cash", "given": 60_00 }, "rest": null, "at": 1_700_000_000_000_i64, "done": false,
    });
    format!(
        "body={}",
        form_urlencoded::byte_serialize(body.to_string().as_bytes()).collect::<String>()
    )
}

#[tokio::test]
async fn a_mug_is_scanned_sold_and_printed() {
    let mut store = open().await;
    let (ola, till) = (&mut store.ola, &store.till);
    let page = ola.get("/till").await.body;
    for words in ["id=\"scan\"", "id=\"pay-cash\"", "Till 1", "/till/assets/"] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let goods = read(&ola.get(&format!("{till}/goods")).await);
    assert_eq!(
        (&goods["goods"][0]["sku"], &goods["goods"][0]["held"]),
        (&json!("MUG-1"), &json!(2))
    );
    let scanned = read(&ola.get(&format!("{till}/scans?q=mug-1")).await);
    let scanned = &scanned["goods"];
    assert_eq!((&scanned["unit"], &scanned["here"]), (&json!(49_90), &json!(4)), "{scanned}");
    assert_eq!(read(&ola.get(&format!("{till}/scans?q=xyz")).await), json!({ "nothing": "xyz" }));

    let sold = read(&ola.post(&format!("{till}/sales"), &sale(store.mug, "s1", 1)).await);
    assert_eq!((&sold["total"], &sold["change"]), (&json!(49_90), &json!(10_10)));
    assert_eq!(sold["held"], json!({ store.mug.to_string(): 1 }));
    let again = read(&ola.post(&format!("{till}/sales"), &sale(store.mug, "s1", 1)).await);
    assert_eq!((&again["number"], &again["is_repeated"]), (&sold["number"], &json!(true)));

    let number = sold["number"].as_str().unwrap();
    let receipt = format!("/till/receipts/{number}");
    let paper = ola.get(&receipt).await.body;
    for words in ["1 × ", "49.90", "10.10", "Served by ola", number] {
        assert!(paper.contains(words), "{words} in {paper}");
    }
    let refused = ola.post(&format!("{till}/sales"), &sale(store.mug, "s2", 9)).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.body);
    assert!(refused.body.contains("That is less than the total."), "{}", refused.body);
    // Who sells nothing, has no till.
    let mut agent = store.anna.join("igor", Role::Agent).await;
    assert_eq!(agent.get("/till").await.status, StatusCode::FORBIDDEN);
    let sold = agent.post(&format!("{till}/sales"), &sale(store.mug, "s3", 1)).await;
    assert_eq!(sold.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_was_ordered_is_paid_and_handed_over() {
    let mut store = open().await;
    let (ola, till) = (&mut store.ola, &store.till);
    let body = sale(store.mug, "s1", 1);
    let collected = json!({ "delivery": { "type": "collect", "location": place(ola).await },
                            "contact": { "phone": "+48601234567" } });
    let rest = form_urlencoded::byte_serialize(format!("\"rest\":{collected}").as_bytes())
        .collect::<String>();
    let body =
        body.replace("%22rest%22%3Anull", &rest).replace("%22taken%22%3A1", "%22taken%22%3A0");
    let sold = read(&ola.post(&format!("{till}/sales"), &body).await);
    let number = sold["number"].as_str().unwrap().to_owned();
    let found = read(&ola.get(&format!("{till}/scans?q={}", number.to_lowercase())).await);
    assert_eq!(found, json!({ "order": number }));
    let order = format!("{till}/collections/{number}");
    let shown = ola.get(&order).await.body;
    assert!(shown.contains("Hand over") && shown.contains("Paid"), "{shown}");
    let given = ola.post(&format!("{order}/handing-over"), "version=1").await;
    assert_eq!(read(&given), json!({ "number": number }));
    let shown = ola.get(&order).await.body;
    assert!(shown.contains("Nothing of this order is left"), "{shown}");
    // The same form once more.
    let again = ola.post(&format!("{order}/handing-over"), "version=1").await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.body);
}

#[tokio::test]
async fn a_card_shows_who_it_is_and_what_lies_in_the_cart() {
    let mut store = open().await;
    let (ola, till) = (&mut store.ola, &store.till);
    let met = format!("/desk/store/{}/customers", store.door);
    let met = ola.post(&met, "name=Ewa+Lis&card=2900000001234&key=k1").await;
    let ewa = met.location().rsplit('/').next().unwrap().to_owned();
    let cart = format!("/desk/customers/{ewa}/cart");
    ola.post(&cart, "action=add&sku=MUG-1&quantity=2&key=c1").await;
    let found = read(&ola.get(&format!("{till}/scans?q=2900000001234")).await);
    assert_eq!(found, json!({ "customer": ewa }));
    let shown = ola.get(&format!("{till}/customers/{ewa}")).await.body;
    for words in ["Ewa Lis", "data-take=", "MUG-1", "Take the cart over"] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    let nobody = ola.get(&format!("{till}/customers/nobody")).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}

async fn place(ola: &World) -> String {
    let find = |tx: &Tx| commerce::stock::store::location_by_code(tx, "KRK");
    ola.app.ctx.db.read(find).await.unwrap().unwrap().id.to_string()
}

#[tokio::test]
async fn the_browser_keeps_what_it_needs_without_a_network() {
    let mut store = open().await;
    let worker = store.ola.get("/till/worker.js").await;
    assert_eq!(worker.headers["service-worker-allowed"], "/till");
    let start = worker.body.find("[\"/till/assets/").unwrap();
    let end = start + worker.body[start..].find(']').unwrap();
    let files: Vec<String> = serde_json::from_str(&worker.body[start..=end]).unwrap();
    for file in files {
        assert_eq!(store.ola.get(&file).await.status, StatusCode::OK, "{file}");
    }
    let session = read(&store.ola.get("/till/session").await);
    assert_eq!(session["clerk"], "ola");
}
