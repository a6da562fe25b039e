//! A shop of the suite's own (tests/shops): a server whose staff and customers are the test. `cargo x shops` starts it and
//! names it.

use customers::accounts::Permit;
use customers::channels::ChannelId;
use kit::Tx;
use kit::db::Engine;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::super::{Connecting, Settings, System, desk, hooks};
use super::world::*;
use crate::catalogue::store as catalogue;
use crate::stock::LocationId;
use crate::stock::testing::place;
use crate::testing::Market;

/// Our shop and theirs, which are linked.
pub struct Peer {
    pub market: Market,
    pub link: ChannelId,
    pub place: LocationId,
    pub system: System,
    url: String,
    /// Where deliveries are brought.
    door: String,
}

/// A mug in two colours and a kettle.
fn goods() -> Value {
    json!([
        { "title": "Emaliowany kubek", "handle": "emaliowany-kubek",
          "variants": [["MUG-BLUE", "blue", 4990, 10], ["MUG-RED", "red", 4990, 5]] },
        { "title": "Czajnik", "handle": "czajnik", "variants": [["KETTLE", "", 12900, 3]] },
    ])
}

impl Peer {
    /// A shop there with its goods, and ours, which has just been linked to it and read it once.
    #[expect(clippy::disallowed_methods, reason = "the suite says where its servers are")]
    pub async fn open(engine: Engine, system: System, secrets: &[(&str, &str)]) -> Peer {
        let name = format!("ONEDOOR_TEST_{}", system.as_str().to_uppercase());
        let url = std::env::var(name).expect("cargo x shops names a server");
        deed(&url, "open", json!({ "products": goods() })).await;
        let market = market_of_today(engine).await;
        let krakow = place(&market, "W1 Kraków PL").await;
        let new = connecting(system, &url, secrets);
        let settings = Settings { currency: "PLN".into(), ..settings("W1") };
        let new = Connecting { settings, ..new };
        let link = desk::connect(&market.ctx, &Permit::console(), &new).await.unwrap();
        sync(&market, link).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = hooks::routes(market.ctx.clone()).into_router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let door = format!("http://{address}/hooks/{link}/{}", system.as_str());
        Peer { market, link, place: krakow, system, url, door }
    }

    /// Staff or a customer do something there.
    pub async fn does(&self, what: &str, how: Value) -> Value {
        deed(&self.url, what, how).await
    }

    /// Somebody buys there; the order's id and its delivery, which nobody has brought yet.
    pub async fn buys(&self, email: &str, goods: Value) -> (String, i64) {
        let bought = self.does("buy", json!({ "email": email, "goods": goods })).await;
        (bought["order"].as_str().unwrap().to_string(), bought["delivery"].as_i64().unwrap())
    }

    /// Brings these deliveries in this order, and we do what they ask for; which were new.
    pub async fn brings(&self, deliveries: &[i64]) -> Vec<bool> {
        let asked = json!({ "url": self.door, "deliveries": deliveries });
        let said = self.does("bring", asked).await;
        work(&self.market).await;
        let answers = said["answers"].as_array().unwrap().iter();
        answers.map(|one| one["is_kept"].as_bool().unwrap_or_else(|| panic!("{one}"))).collect()
    }

    /// We read it, and tell it.
    pub async fn reads(&self) {
        sync(&self.market, self.link).await;
    }

    /// How many there are, and can be had, of a SKU here; and how many they say there are.
    pub async fn counts(&self, sku: &str) -> (i64, i64, Option<i64>) {
        let (on_hand, _, free) = books(&self.market, sku).await;
        let said = self.does("variant", json!({ "sku": sku })).await;
        (on_hand, free, said["available"].as_i64())
    }

    pub async fn keeps(&self, settings: Settings) {
        let new =
            Connecting { settings, secrets: Vec::new(), ..connecting(self.system, &self.url, &[]) };
        desk::change(&self.market.ctx, &Permit::console(), self.link, &new).await.unwrap();
    }

    /// So many pieces of each line of an order of theirs go out from here.
    pub async fn ships(&self, order: &str, pieces: i64, tracking: &str) {
        let number = order.rsplit('/').next().unwrap();
        ships(&self.market, self.link, number, pieces, tracking).await;
    }

    /// It can be bought here.
    pub async fn is_sold(&self, sku: &str) -> bool {
        let read = |tx: &Tx| {
            let variant = catalogue::by_sku_maybe(tx, sku)?.unwrap();
            Ok(catalogue::sellables(tx, &[variant])?[0].is_sold)
        };
        self.market.ctx.customers.db.read(read).await.unwrap()
    }
}

async fn deed(url: &str, what: &str, how: Value) -> Value {
    let answer = kit::http::post_json(&format!("{url}/_test/{what}"), &[], &how).await.unwrap();
    assert!(answer.is_success(), "{what}: {}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}
