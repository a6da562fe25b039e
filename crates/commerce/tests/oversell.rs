//! Never sold twice, although the processes that sell are killed with -9 in the middle of it.
//!
//! This program starts itself again and again as a seller: a process that opens the same database and promises pieces to
//! buyers until there are none, eight at a time. It prints each promise after the commit. Some sellers are killed. In the end
//! there are as many promises as pieces, all that were printed among them, and the books agree.
//!
//! `ONEDOOR_OVERSELL_PIECES` says how many (`cargo x story oversell` sets it).

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use commerce::catalogue::VariantId;
use commerce::catalogue::testing::mug as thing;
use commerce::stock::testing::{assert_sound, has, place};
use commerce::stock::{Holder, Wanted, bundles, reserve};
use commerce::testing::Market;
use kit::db::{Place, Synchronous};
use kit::testing::{NOON, engines};
use kit::{Db, Tx, params, sql};

/// In the ordinary run of all tests.
const PIECES: i64 = 600;
/// Tasks of one seller.
const AT_ONCE: usize = 8;
const SELLERS: usize = 2;
/// How a seller is told its work.
const PLACE: &str = "ONEDOOR_OVERSELL_PLACE";
const WHAT: &str = "ONEDOOR_OVERSELL_WHAT";

#[expect(clippy::disallowed_methods, reason = "this is the test's configuration")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_piece_is_sold_once_although_sellers_are_killed() {
    if setting(PLACE).is_some() {
        return;
    }
    let pieces = setting("ONEDOOR_OVERSELL_PIECES").map_or(PIECES, |n| n.parse().unwrap());
    for engine in engines() {
        let market = Market::open(engine).await;
        let (mug, tea) = (thing(&market, "MUG").await, thing(&market, "TEA").await);
        let set = thing(&market, "SET").await;
        let db = &market.ctx.customers.db;
        db.write(|tx| bundles::set_parts(tx, set, &[(mug, 1), (tea, 1)])).await.unwrap();
        let lodz = place(&market, "WLOD Łódź PL").await;
        has(&market, mug, lodz, pieces).await;
        has(&market, tea, lodz, pieces).await;
        let printed = sell_out(&market.shop.place, &[mug, set]);
        let promised = db.read(|tx| holders(tx, mug)).await.unwrap();
        assert_eq!(promised.len() as i64, pieces, "{engine:?}");
        let lost: Vec<_> = printed.iter().filter(|holder| !promised.contains(*holder)).collect();
        assert!(lost.is_empty(), "{engine:?}: promised, and not there: {lost:?}");
        assert_sound(&market).await;
        println!("{engine:?}: {pieces} pieces, {} were heard of", printed.len());
    }
}

/// Who holds a piece; each holds one.
fn holders(tx: &Tx, variant: VariantId) -> kit::Result<BTreeSet<String>> {
    let select = sql!("select holder, quantity from reservations where variant_id = $1");
    let held: Vec<(String, i64)> =
        tx.rows(select, params![variant], |row| Ok((row.get(0)?, row.get(1)?)))?;
    assert!(held.iter().all(|(_, quantity)| *quantity == 1), "{held:?}");
    Ok(held.into_iter().map(|(holder, _)| holder).collect())
}

/// Sellers come and are killed, until one finds nothing left to sell. What was printed.
fn sell_out(place: &Place, what: &[VariantId]) -> BTreeSet<String> {
    let printed = Arc::new(Mutex::new(BTreeSet::new()));
    let mut born = 0;
    let mut running: Vec<Child> = Vec::new();
    loop {
        while running.len() < SELLERS {
            born += 1;
            running.push(seller(place, what, born, &printed));
        }
        std::thread::sleep(Duration::from_millis(150 + 70 * (born % 5)));
        // The oldest dies, unless it has sold out.
        let mut oldest = running.remove(0);
        if let Some(status) = oldest.try_wait().expect("a seller can be asked") {
            assert!(status.success(), "a seller failed by itself");
            break;
        }
        // From time to time one may finish, however slow the machine is.
        if born.is_multiple_of(4) {
            assert!(oldest.wait().expect("it ends").success());
            break;
        }
        oldest.kill().expect("a process of ours can be killed");
        oldest.wait().expect("it ends");
    }
    for mut seller in running {
        assert!(seller.wait().expect("it ends").success());
    }
    // Whoever listens has heard the end of each line by now or a moment later.
    std::thread::sleep(Duration::from_millis(100));
    printed.lock().expect("nobody panics with it").clone()
}

fn seller(
    place: &Place,
    what: &[VariantId],
    number: u64,
    printed: &Arc<Mutex<BTreeSet<String>>>,
) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("this program lies somewhere"));
    command.args(["a_seller", "--exact", "--nocapture"]).stdout(Stdio::piped());
    let place = match place {
        Place::Sqlite { path, .. } => path.display().to_string(),
        Place::Postgres { url } => url.clone(),
    };
    let what: Vec<String> = what.iter().map(VariantId::to_string).collect();
    command.env(PLACE, place).env(WHAT, format!("{number} {}", what.join(" ")));
    let mut child = command.spawn().expect("a seller starts");
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let printed = printed.clone();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if let Some(holder) = line.strip_prefix("sold ") {
                printed.lock().expect("nobody panics with it").insert(holder.to_string());
            }
        }
    });
    child
}

/// The work of one seller; nothing in the ordinary run.
#[tokio::test(flavor = "multi_thread")]
async fn a_seller() {
    let (Some(place), Some(what)) = (setting(PLACE), setting(WHAT)) else { return };
    let place = if place.starts_with("postgres") {
        Place::Postgres { url: place }
    } else {
        Place::Sqlite { path: place.into(), synchronous: Synchronous::Normal }
    };
    let db = Db::open(&place).await.unwrap();
    let mut words = what.split(' ');
    let number = words.next().unwrap().to_string();
    let what: Vec<VariantId> = words.map(|id| id.parse().unwrap()).collect();
    let tasks: Vec<_> = (0..AT_ONCE)
        .map(|task| tokio::spawn(sell(db.clone(), format!("{number}-{task}"), what.clone())))
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}

async fn sell(db: Db, name: String, what: Vec<VariantId>) {
    for round in 0.. {
        let holder = Holder::order(format!("{name}-{round}"));
        // Every third is promised for no time at all, so that whoever is short takes it.
        let expires_at = (round % 3 == 2).then_some(NOON);
        let wanted = [Wanted::new(what[round % what.len()], 1)];
        match db.write(|tx| reserve(tx, &holder, &wanted, expires_at, NOON)).await {
            Ok(_) if expires_at.is_none() => println!("sold {holder}"),
            Ok(_) => {}
            Err(error) => {
                assert_eq!(error.code, "out_of_stock", "{error}");
                if expires_at.is_none() {
                    return;
                }
            }
        }
    }
}
