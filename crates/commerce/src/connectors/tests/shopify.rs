//! A Shopify shop is linked: its Admin API judged by Shopify's own schema, its deliveries by Shopify's own library.

use expect_test::expect;
use kit::testing::engines;
use serde_json::json;

use super::super::{Keeper, Settings, System};
use super::peer::Peer;
use super::world::*;
use crate::stock::testing::assert_sound;

const SECRETS: [(&str, &str); 3] =
    [("client_id", "app_1"), ("client_secret", "secret_1"), ("webhook_secret", "hush")];
const ANNA: &str = "email:anna@example.pl";

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a Shopify shop: cargo x shops"]
async fn a_shopify_shop_sells_from_our_shelf() {
    for engine in engines() {
        let peer = Peer::open(engine, System::Shopify, &SECRETS).await;
        taken_in(&peer).await;
        brought(&peer).await;
        dropped(&peer).await;
        told(&peer).await;
        bought_meanwhile(&peer).await;
        reconciled(&peer).await;
        sent_from_here(&peer).await;
        deleted(&peer).await;
        assert_sound(&peer.market).await;
    }
}

/// What they have stands in our books once, however often it is read.
async fn taken_in(peer: &Peer) {
    for _ in 0..2 {
        let now = shown(&peer.market, peer.link).await;
        assert_eq!(now.linked, [2, 3, 0, 0]);
        assert_eq!(peer.counts("MUG-BLUE").await, (10, 10, Some(10)));
        assert_eq!(price_of(&peer.market, "MUG-BLUE").await, Some(49_90));
        sync_from_start(&peer.market, peer.link).await;
    }
}

/// A delivery again, late ones after newer ones, and the same read by the API: all end alike.
async fn brought(peer: &Peer) {
    let goods = json!([["MUG-BLUE", 2], ["KETTLE", 1]]);
    let bought = json!({ "email": "anna@example.pl", "goods": goods, "discount": 500 });
    let bought = peer.does("buy", bought).await;
    let (order, placed) = (&bought["order"], bought["delivery"].as_i64().unwrap());
    assert_eq!(peer.brings(&[placed, placed, placed]).await, [true, false, false]);
    assert_eq!(peer.counts("MUG-BLUE").await, (10, 8, Some(8)));
    let told = orders(&peer.market, ANNA).await;
    expect![[
        r##"["#1001 placed paid: 2 × MUG-BLUE = 94.80 PLN, 1 × KETTLE = 124.00 PLN; 233.80 PLN"]"##
    ]]
    .assert_eq(&format!("{told:?}"));
    peer.reads().await;
    assert_eq!(orders(&peer.market, ANNA).await, told);

    // One piece of each goes out there, and then what was not sent is cancelled: we hear of it the other way round.
    let sent = peer.does("ship", json!({ "order": order, "pieces": 1, "tracking": "PL1" })).await;
    a_second_later().await;
    let gone = peer.does("cancel", json!({ "order": order })).await;
    let late = [gone["delivery"].as_i64().unwrap(), sent["delivery"].as_i64().unwrap(), placed];
    assert_eq!(peer.brings(&late).await, [true, true, false]);
    assert_eq!(peer.counts("MUG-BLUE").await, (9, 9, Some(9)));
    assert_eq!(peer.counts("KETTLE").await, (2, 2, Some(2)));
    let told = orders(&peer.market, ANNA).await;
    expect![[r##"["#1001 fulfilled paid: 2 × MUG-BLUE = 94.80 PLN (1 sent, 1 cancelled), 1 × KETTLE = 124.00 PLN (1 sent, 0 cancelled); 233.80 PLN"]"##]]
        .assert_eq(&format!("{told:?}"));
    sync_from_start(&peer.market, peer.link).await;
    assert_eq!(orders(&peer.market, ANNA).await, told);
}

/// No delivery comes, and their points are spent: it is found, a little later.
async fn dropped(peer: &Peer) {
    peer.buys("jan@example.pl", json!([["MUG-RED", 2]])).await;
    peer.does("asked", json!({})).await;
    peer.does("points", json!({ "left": -300 })).await;
    peer.reads().await;
    peer.does("points", json!({ "left": 20_000 })).await;
    assert_eq!(peer.counts("MUG-RED").await, (5, 3, Some(3)));
    let asked = peer.does("asked", json!({})).await;
    let mut asked: Vec<&str> =
        asked["asked"].as_array().unwrap().iter().filter_map(|one| one.as_str()).collect();
    assert_eq!(asked[0], "throttled");
    asked.retain(|one| *one != "throttled");
    assert_eq!(asked, ["shop", "products", "customers", "orders"]);
}

/// From now on ours holds: what our till sells is gone there, and our price stands there.
async fn told(peer: &Peer) {
    let ours = Settings { goods: Keeper::Ours, tells_stock: true, ..settings("W1") };
    peer.keeps(Settings { tells_parcels: true, ..ours }).await;
    sells(&peer.market, "MUG-BLUE", peer.place).await;
    costs(&peer.market, "MUG-BLUE", 55_00).await;
    peer.reads().await;
    assert_eq!(peer.counts("MUG-BLUE").await, (8, 8, Some(8)));
    let said = peer.does("variant", json!({ "sku": "MUG-BLUE" })).await;
    assert_eq!(said["price"], "55.00");
    // Somebody buys there at the same moment as here: what is told brings nothing back.
    sells(&peer.market, "MUG-BLUE", peer.place).await;
    let (order, placed) = peer.buys("ewa@example.pl", json!([["MUG-BLUE", 1]])).await;
    peer.reads().await;
    assert_eq!(peer.counts("MUG-BLUE").await, (7, 6, Some(6)));
    assert_eq!(peer.brings(&[placed]).await, [true]);
    // Told or not, the next reading finds nothing to tell.
    peer.does("asked", json!({})).await;
    peer.reads().await;
    let asked = peer.does("asked", json!({})).await;
    expect![[r#"["shop","products","customers","orders"]"#]].assert_eq(&asked["asked"].to_string());
    peer.does("cancel", json!({ "order": order })).await;
    peer.reads().await;
    assert_eq!(peer.counts("MUG-BLUE").await, (7, 7, Some(7)));
}

/// Between our look and our word somebody buys two there: their number is left alone until we know of it.
async fn bought_meanwhile(peer: &Peer) {
    let two = json!({ "email": "ewa@example.pl", "goods": [["MUG-BLUE", 2]] });
    peer.does("meanwhile", two).await;
    sells(&peer.market, "MUG-BLUE", peer.place).await;
    peer.reads().await;
    assert_eq!(peer.counts("MUG-BLUE").await, (6, 6, Some(5)));
    peer.reads().await;
    assert_eq!(peer.counts("MUG-BLUE").await, (6, 4, Some(4)));
}

/// Somebody there writes other numbers by hand: set right when all are looked at.
async fn reconciled(peer: &Peer) {
    for (sku, pieces) in [("MUG-BLUE", 99), ("KETTLE", 0)] {
        peer.does("count", json!({ "sku": sku, "pieces": pieces })).await;
    }
    sync_from_start(&peer.market, peer.link).await;
    assert_eq!(peer.counts("MUG-BLUE").await, (6, 4, Some(4)));
    assert_eq!(peer.counts("KETTLE").await, (2, 2, Some(2)));
}

/// What is packed here is told there, piece by piece and once.
async fn sent_from_here(peer: &Peer) {
    let (order, _) = peer.buys("jan@example.pl", json!([["MUG-BLUE", 2], ["KETTLE", 1]])).await;
    peer.reads().await;
    peer.ships(&order, 1, "PL71").await;
    peer.reads().await;
    peer.ships(&order, 1, "PL72").await;
    for _ in 0..2 {
        peer.reads().await;
        let there = peer.does("parcels", json!({ "order": order })).await;
        expect![[r#"["PL71: 1 × MUG-BLUE, 1 × KETTLE","PL72: 1 × MUG-BLUE"]"#]]
            .assert_eq(&there["parcels"].to_string());
    }
    assert_eq!(peer.counts("MUG-BLUE").await, (4, 2, Some(2)));
}

/// What is deleted there is sold here no more, if they keep the goods; of nothing that is gone they are told.
async fn deleted(peer: &Peer) {
    let theirs = Settings { tells_stock: true, ..settings("W1") };
    peer.keeps(theirs).await;
    peer.does("remove_variant", json!({ "sku": "MUG-RED" })).await;
    peer.reads().await;
    assert!(!peer.is_sold("MUG-RED").await && peer.is_sold("MUG-BLUE").await);
    sells(&peer.market, "MUG-RED", peer.place).await;
    let gone = peer.does("remove_product", json!({ "sku": "KETTLE" })).await;
    peer.brings(&[gone["delivery"].as_i64().unwrap()]).await;
    assert!(!peer.is_sold("KETTLE").await);
    peer.does("asked", json!({})).await;
    peer.reads().await;
    let asked = peer.does("asked", json!({})).await;
    assert!(!asked["asked"].to_string().contains("nodes"), "{asked}");
}

/// Their times have no parts of a second.
async fn a_second_later() {
    tokio::time::sleep(std::time::Duration::from_millis(1_050)).await;
}
