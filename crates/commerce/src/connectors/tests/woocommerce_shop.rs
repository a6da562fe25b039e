//! A WooCommerce shop is linked, which WooCommerce's own client takes for one.

use expect_test::expect;
use kit::testing::engines;
use serde_json::json;

use super::super::{Keeper, Settings, System};
use super::peer::Peer;
use super::world::*;
use crate::stock::testing::assert_sound;

const SECRETS: [(&str, &str); 3] =
    [("consumer_key", "ck_1"), ("consumer_secret", "cs_1"), ("webhook_secret", "hush")];

fn woo(settings: Settings) -> Settings {
    Settings { currency: "PLN".into(), ..settings }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a WooCommerce shop: cargo x shops"]
async fn a_woocommerce_shop_sells_from_our_shelf() {
    for engine in engines() {
        let peer = Peer::open(engine, System::Woocommerce, &SECRETS).await;
        taken_in(&peer).await;
        brought(&peer).await;
        dropped_and_told(&peer).await;
        sent_from_here(&peer).await;
        deleted(&peer).await;
        assert_sound(&peer.market).await;
    }
}

async fn taken_in(peer: &Peer) {
    for _ in 0..2 {
        assert_eq!(shown(&peer.market, peer.link).await.linked, [2, 3, 0, 0]);
        assert_eq!(peer.counts("MUG-BLUE").await, (10, 10, Some(10)));
        assert_eq!(price_of(&peer.market, "KETTLE").await, Some(12_900));
        sync_from_start(&peer.market, peer.link).await;
    }
}

fn guest(peer: &Peer, email: &str) -> String {
    format!("woocommerce_guest:{}:{email}", peer.link)
}

/// A delivery again, late ones after newer ones, and the same read by the API: all end alike.
async fn brought(peer: &Peer) {
    let ion = guest(peer, "ion@example.ro");
    let (order, placed) =
        peer.buys("ion@example.ro", json!([["MUG-BLUE", 2], ["KETTLE", 1]])).await;
    assert_eq!(peer.brings(&[placed, placed]).await, [true, false]);
    assert_eq!(peer.counts("MUG-BLUE").await, (10, 8, Some(8)));
    let told = orders(&peer.market, &ion).await;
    assert!(
        told[0]
            .contains("placed paid: 2 × MUG-BLUE = 99.80 PLN, 1 × KETTLE = 129.00 PLN; 243.80 PLN"),
        "{told:?}"
    );
    peer.reads().await;
    assert_eq!(orders(&peer.market, &ion).await, told);

    let waits = peer.does("status", json!({ "order": order, "status": "on-hold" })).await;
    tokio::time::sleep(std::time::Duration::from_millis(1_050)).await;
    let gone = peer.does("status", json!({ "order": order, "status": "cancelled" })).await;
    let late = [gone["delivery"].as_i64().unwrap(), waits["delivery"].as_i64().unwrap()];
    assert_eq!(peer.brings(&late).await, [true, true]);
    assert_eq!(peer.counts("MUG-BLUE").await, (10, 10, Some(10)));
    let told = orders(&peer.market, &ion).await;
    assert!(told[0].contains("cancelled paid: 2 × MUG-BLUE"), "{told:?}");
}

/// No delivery comes; it is found. Ours holds from now on, and is told; what somebody writes there by hand is set right.
async fn dropped_and_told(peer: &Peer) {
    peer.buys("ana@example.ro", json!([["MUG-RED", 2]])).await;
    peer.reads().await;
    assert_eq!(peer.counts("MUG-RED").await, (5, 3, Some(3)));
    let ours = Settings { goods: Keeper::Ours, tells_stock: true, ..settings("W1") };
    peer.keeps(woo(Settings { tells_parcels: true, ..ours })).await;
    sells(&peer.market, "MUG-BLUE", peer.place).await;
    costs(&peer.market, "MUG-BLUE", 55_00).await;
    peer.reads().await;
    assert_eq!(peer.counts("MUG-BLUE").await, (9, 9, Some(9)));
    let said = peer.does("variant", json!({ "sku": "MUG-BLUE" })).await;
    assert_eq!(said["price"], "55.00");
    peer.does("count", json!({ "sku": "KETTLE", "pieces": 99 })).await;
    sync_from_start(&peer.market, peer.link).await;
    assert_eq!(peer.counts("KETTLE").await, (3, 3, Some(3)));
}

/// WooCommerce knows no parcels: whoever bought reads each number, and the order is completed with the last piece.
async fn sent_from_here(peer: &Peer) {
    let (order, _) = peer.buys("ion@example.ro", json!([["MUG-BLUE", 2]])).await;
    peer.reads().await;
    let mut seen = Vec::new();
    for tracking in ["PL71", "PL72"] {
        peer.ships(&order, 1, tracking).await;
        for _ in 0..2 {
            peer.reads().await;
            let there = peer.does("order", json!({ "order": order })).await;
            seen.push(there["words"].to_string());
        }
    }
    expect![[r#"
        [
            "[\"processing\",\"PL71\"]",
            "[\"processing\",\"PL71\"]",
            "[\"completed\",\"PL72\",\"PL71\"]",
            "[\"completed\",\"PL72\",\"PL71\"]",
        ]
    "#]]
    .assert_debug_eq(&seen);
    assert_eq!(peer.counts("MUG-BLUE").await, (7, 7, Some(7)));
}

/// A variation that is deleted there changes nothing else: it is missed when all are looked at.
async fn deleted(peer: &Peer) {
    peer.keeps(woo(Settings { tells_stock: true, ..settings("W1") })).await;
    peer.does("remove_variant", json!({ "sku": "MUG-RED" })).await;
    sync_from_start(&peer.market, peer.link).await;
    assert!(!peer.is_sold("MUG-RED").await && peer.is_sold("MUG-BLUE").await);
    sells(&peer.market, "MUG-RED", peer.place).await;
    peer.reads().await;
}
