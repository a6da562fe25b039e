//! Never sold twice: at the web shop, by an agent, at a till that asks and at one that has its quota, at a marketplace that sells
//! before we hear of it, one piece or a set, by one buyer or a thousand, although the processes that sell are killed with -9 in the middle of it.
//!
//! This program starts itself again and again as a [`seller`]: a process that opens the same database and buys for half of
//! the buyers, all at once, until it is killed. It prints each purchase after the commit. When enough was tried, the tills
//! and marketplaces are closed, the rest is sold, and then every piece was sold once, all that was printed among it, and the books agree.
//!
//! `ONEDOOR_OVERSELL_ATTEMPTS` says how often each crowd tries (`cargo x story oversell` sets it).

mod marketplace;
mod seller;

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use commerce::catalogue::VariantId;
use commerce::catalogue::testing::mug as thing;
use commerce::connectors::testing;
use commerce::orders::store::numbered_maybe;
use commerce::prices::testing::costs;
use commerce::stock::testing::{assert_sound, has, place};
use commerce::stock::{LocationId, bundles, release};
use commerce::testing::Market;
use customers::channels::ChannelId;
use kit::db::{Engine, Place};
use kit::testing::{Folder, NOON, engines};
use kit::{Tx, params, sql};
use serde_json::json;

use marketplace::Marketplace;
use seller::{Order, till};

/// How many want the same at the same moment.
const CROWDS: [usize; 4] = [1, 2, 64, 1_000];
/// Of each crowd.
const ATTEMPTS: usize = 250;
/// In the ordinary run of all tests the largest crowd stays at home.
const BUYERS_MAX: usize = 64;
/// Of ten who try, so many can have one.
const PIECES_OF_TEN: usize = 4;
const SELLERS: usize = 2;
/// So often a seller is killed while the crowd buys.
const KILLS: usize = 10;

#[expect(clippy::disallowed_methods, reason = "this is the test's configuration")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_piece_is_sold_once_although_sellers_are_killed() {
    if setting(seller::ORDER).is_some() {
        return;
    }
    let long = setting("ONEDOOR_OVERSELL_ATTEMPTS").map(|n| n.parse().expect("a number"));
    let (attempts, buyers_max) = long.map_or((ATTEMPTS, BUYERS_MAX), |n| (n, usize::MAX));
    let crowds = CROWDS.into_iter().filter(move |buyers| *buyers <= buyers_max);
    let on = |engine| tokio::spawn(crowds_come(engine, crowds.clone(), attempts));
    // Both at once: the one waits for the disk, the other for the processors.
    let selling: Vec<_> = engines().into_iter().map(on).collect();
    for engine in selling {
        engine.await.expect("nothing was sold twice");
    }
}

async fn crowds_come(engine: Engine, crowds: impl Iterator<Item = usize>, attempts: usize) {
    for buyers in crowds {
        let market = Market::open(engine).await;
        let crowd = Crowd::gather(&market, buyers, attempts).await;
        let mut heard = tokio::task::block_in_place(|| crowd.buy(&market.shop.place));
        crowd.close(&market, &mut heard).await;
        crowd.check(&market, &heard).await;
        println!(
            "{engine:?}: {buyers} buyers, {} attempts, {} pieces, {} purchases were heard of, \
             {} of marketplaces",
            heard.attempts,
            crowd.pieces,
            heard.bought.len(),
            heard.there.len()
        );
    }
}

/// Those who want one of the things that there are.
struct Crowd {
    buyers: usize,
    attempts: usize,
    pieces: i64,
    /// A mug, and a set of this mug and tea.
    what: Vec<VariantId>,
    store: LocationId,
    /// A marketplace for each buyer, and where these have their books.
    links: Vec<ChannelId>,
    books: Folder,
}

/// What the sellers printed.
#[derive(Default)]
struct Heard {
    attempts: usize,
    /// Numbers of orders, keys of receipts.
    bought: BTreeSet<String>,
    /// What marketplaces sold, by their own books.
    there: BTreeSet<String>,
}

impl Crowd {
    async fn gather(market: &Market, buyers: usize, attempts: usize) -> Crowd {
        let (mug, tea) = (thing(market, "MUG").await, thing(market, "TEA").await);
        let set = thing(market, "SET").await;
        let db = &market.ctx.customers.db;
        db.write(|tx| bundles::set_parts(tx, set, &[(mug, 1), (tea, 1)])).await.expect("a set");
        costs(market, mug, 49_90).await;
        costs(market, set, 79_90).await;
        let store = place(market, "KRK Kraków PL").await;
        let pieces = (attempts * PIECES_OF_TEN).div_ceil(10) as i64;
        has(market, mug, store, pieces).await;
        has(market, tea, store, pieces).await;
        let visit = |buyer: usize| {
            let name = seller::device(buyer);
            json!({ "type": "page", "anonymousId": name, "messageId": format!("m-{name}") })
        };
        market.shop.web(&(0..buyers).map(visit).collect::<Vec<_>>()).await;
        let what = vec![mug, set];
        let connect = |tx: &Tx| {
            let name = |buyer| format!("Marketplace {buyer}");
            (0..buyers)
                .map(|buyer| testing::connect(tx, &name(buyer), &what))
                .collect::<Result<_, _>>()
        };
        let links = db.write(connect).await.expect("marketplaces");
        Crowd { buyers, attempts, pieces, what, store, links, books: Folder::new() }
    }

    /// Sellers come and are killed, until enough was tried.
    fn buy(&self, place: &Place) -> Heard {
        let heard = Arc::new(Mutex::new(Heard::default()));
        let sellers = SELLERS.min(self.buyers);
        let attempts = || heard.lock().expect("nobody panics with it").attempts;
        let mut running: Vec<(usize, Child)> = Vec::new();
        for kill in 1.. {
            while running.len() < sellers {
                let part = (0..sellers).find(|part| running.iter().all(|(of, _)| of != part));
                let part = part.expect("one of them is not running");
                running.push((part, self.seller(place, part, &heard)));
            }
            while attempts() < self.attempts * kill / KILLS {
                std::thread::sleep(Duration::from_millis(5));
                let ended = |(_, one): &mut (_, Child)| one.try_wait().expect("asked").is_some();
                assert!(!running.iter_mut().any(ended), "a seller failed by itself");
            }
            if kill == KILLS {
                break;
            }
            let (_, mut oldest) = running.remove(0);
            oldest.kill().expect("a process of ours can be killed");
            oldest.wait().expect("it ends");
        }
        for (_, mut seller) in running {
            seller.kill().expect("a process of ours can be killed");
            seller.wait().expect("it ends");
        }
        // Whoever listens has heard the end of each line by now or a moment later.
        std::thread::sleep(Duration::from_millis(100));
        std::mem::take(&mut *heard.lock().expect("nobody panics with it"))
    }

    fn seller(&self, place: &Place, part: usize, heard: &Arc<Mutex<Heard>>) -> Child {
        let order = Order {
            place: place.clone(),
            buyers: (part..self.buyers).step_by(SELLERS.min(self.buyers)).collect(),
            what: self.what.clone(),
            store: self.store,
            links: self.links.clone(),
            folder: self.books.0.clone(),
        };
        let mut command =
            Command::new(std::env::current_exe().expect("this program lies somewhere"));
        command.args(["seller::a_seller", "--exact", "--nocapture"]).stdout(Stdio::piped());
        let mut child = command.env(seller::ORDER, order.text()).spawn().expect("a seller starts");
        let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let heard = heard.clone();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let mut heard = heard.lock().expect("nobody panics with it");
                if let Some(bought) = line.strip_prefix("bought ") {
                    heard.bought.insert(bought.to_string());
                }
                heard.attempts += usize::from(line == "none" || line.starts_with("bought "));
            }
        });
        child
    }

    /// The tills give back what they have not sold, as do the marketplaces, and whoever is left buys that.
    async fn close(&self, market: &Market, heard: &mut Heard) {
        let db = &market.ctx.customers.db;
        for link in &self.links {
            let there = Marketplace::open(market, *link, &self.books.0).await;
            heard.there.extend(there.close(market, &self.what).await);
        }
        for buyer in 0..self.buyers {
            db.write(|tx| release(tx, &till(buyer), NOON)).await.expect("a till is closed");
        }
        let there = Marketplace::open(market, self.links[0], &self.books.0).await;
        let market = Arc::new(Market::reopen(&market.shop.place).await);
        let last = seller::Buyer::at(market, 0, self.what.clone(), self.store, there);
        let mut last = last.await;
        while last.tries(0, self.what[0]).await.is_some() {}
    }

    async fn check(&self, market: &Market, heard: &Heard) {
        let db = &market.ctx.customers.db;
        let mug = self.what[0];
        let (promised, gone) = db.read(|tx| sold(tx, mug)).await.expect("reads");
        assert_eq!(promised + gone, self.pieces, "{} buyers", self.buyers);
        let ordered = db.read(|tx| ordered(tx, &self.what)).await.expect("reads");
        let receipts = db.read(receipts).await.expect("reads");
        assert_eq!(ordered + receipts.len() as i64, self.pieces, "{} buyers", self.buyers);
        for bought in &heard.bought {
            let found = db.read(|tx| numbered_maybe(tx, bought)).await.expect("reads");
            assert!(
                found.is_some() || receipts.contains(bought) || heard.there.contains(bought),
                "{bought} was bought, and is lost"
            );
        }
        // Each order of a marketplace once, and of none there was too little.
        let taken = db.read(taken_in).await.expect("reads");
        assert_eq!(taken, (heard.there.len() as i64, 0), "{} buyers", self.buyers);
        assert_sound(market).await;
    }
}

/// Orders of marketplaces, and those with which something is the matter.
fn taken_in(tx: &Tx) -> kit::Result<(i64, i64)> {
    let all = sql!("select count(*), count(problem) from shop_link_records where kind = 'order'");
    Ok(tx.one(all, params![], |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// Pieces that are promised to orders, and pieces that went over the counter.
fn sold(tx: &Tx, variant: VariantId) -> kit::Result<(i64, i64)> {
    let promised = sql!(
        "select cast(coalesce(sum(quantity), 0) as bigint) from reservations
         where variant_id = $1 and holder like 'order:%'"
    );
    let gone = sql!(
        "select cast(coalesce(sum(-quantity), 0) as bigint) from stock_movements
         where variant_id = $1 and kind = 'sold'"
    );
    let one = |select| tx.one(select, params![variant], |row| row.get::<i64>(0));
    Ok((one(promised)?.unwrap_or(0), one(gone)?.unwrap_or(0)))
}

/// Pieces in orders.
fn ordered(tx: &Tx, what: &[VariantId]) -> kit::Result<i64> {
    let select = sql!(
        "select cast(coalesce(sum(quantity - cancelled), 0) as bigint) from order_lines
         where variant_id in ($1)"
    );
    let sum = tx.one(select, params![kit::db::List(what)], |row| row.get(0))?;
    Ok(sum.unwrap_or(0))
}

/// Keys of what tills sold of their quotas, one piece each.
fn receipts(tx: &Tx) -> kit::Result<BTreeSet<String>> {
    let select = sql!("select distinct key from stock_movements where key like 'receipt-%'");
    Ok(tx.rows(select, params![], |row| row.get(0))?.into_iter().collect())
}
