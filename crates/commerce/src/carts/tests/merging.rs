//! Logins and merges at any moment, by two server processes: every piece is accounted for.

use std::collections::BTreeMap;
use std::sync::Arc;

use customers::identities::{CustomerId, graph, store as identities};
use kit::{Result, Tx};
use serde_json::json;

use crate::carts::rules::Action;
use crate::carts::testing::{assert_sound, by, cart, leaf, mug, put_by};
use crate::carts::{Role, audit};
use crate::catalogue::VariantId;
use crate::testing::Market;

/// In the ordinary run of all tests; `ONEDOOR_CART_LOGINS` asks for more.
const LOGINS: u64 = 240;
const DEVICES: u64 = 3;
const TASKS: u64 = 8;
/// Each customer is busy in two tasks, one in each process.
const LOGINS_OF_ONE: u64 = 2 * DEVICES;

/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed tells the same story.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the test's configuration")]
fn customers_wanted() -> u64 {
    let wanted = std::env::var("ONEDOOR_CART_LOGINS").ok();
    let logins = wanted.map_or(LOGINS, |wanted| wanted.parse().expect("a number"));
    logins.div_ceil(LOGINS_OF_ONE)
}

/// What was put in on a device, in pieces of each mug.
type Put = BTreeMap<(u64, u64), [i64; 2]>;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn logins_and_changes_in_any_order_lose_nothing() {
    for engine in kit::testing::engines() {
        let first = Market::open(engine).await;
        let second = Arc::new(first.second_process().await);
        let first = Arc::new(first);
        let mugs = [mug(&first, "BLUE").await, mug(&first, "RED").await];
        let customers = customers_wanted();
        let tasks: Vec<_> = (0..TASKS)
            .map(|task| {
                let market = if task % 2 == 0 { first.clone() } else { second.clone() };
                tokio::spawn(live(market, task, customers, mugs))
            })
            .collect();
        let mut put = Put::new();
        for task in tasks {
            for (device, pieces) in task.await.unwrap() {
                let all = put.entry(device).or_default();
                (all[0], all[1]) = (all[0] + pieces[0], all[1] + pieces[1]);
            }
        }
        assert_sound(&first).await;
        assert_all_there(&first, customers, &put, mugs).await;
        assert_apart_again(&first, &put, mugs).await;
    }
}

/// One task: for its customers, every device sees the shop, fills its cart and signs in, in an order that the dice
/// choose; some changes are sent again, and some by the other process.
async fn live(market: Arc<Market>, task: u64, customers: u64, mugs: [VariantId; 2]) -> Put {
    let mut dice = Dice(task);
    let mut put = Put::new();
    let web = by(Role::Customer, None, &market.shop.web);
    let mut deeds: Vec<(u64, u64, u64)> = (0..customers)
        .filter(|customer| customer % (TASKS / 2) == task / 2)
        .flat_map(|customer| {
            (0..DEVICES).flat_map(move |device| (0..4).map(move |deed| (customer, device, deed)))
        })
        .collect();
    for n in (1..deeds.len()).rev() {
        deeds.swap(n, dice.below(n as u64 + 1) as usize);
    }
    for (customer, device, deed) in deeds {
        let name = format!("device-{customer}-{device}");
        let message = format!("{task}-{customer}-{device}-{deed}");
        if deed == 0 {
            let login = json!({"type": "identify", "anonymousId": name,
                "userId": format!("user-{customer}"), "messageId": message});
            assert_eq!(market.shop.web(&[login]).await.recorded, 1);
            continue;
        }
        let seen = json!({"type": "page", "anonymousId": name, "messageId": message});
        assert_eq!(market.shop.web(&[seen]).await.recorded, 1);
        let leaf = leaf(&market, &format!("device:{name}")).await;
        let (which, quantity) = (dice.below(2) as usize, 1 + dice.below(3) as i64);
        let add = [Action::Add { variant: mugs[which], quantity }];
        for _ in 0..1 + dice.below(2) {
            put_by(&market, &web, leaf, &message, &add).await.unwrap();
        }
        put.entry((customer, device)).or_default()[which] += quantity;
    }
    put
}

fn pieces(cart: Option<crate::carts::Cart>, mugs: [VariantId; 2]) -> [i64; 2] {
    let lines = cart.map(|cart| cart.lines).unwrap_or_default();
    mugs.map(|mug| lines.iter().filter(|line| line.variant == mug).map(|l| l.quantity).sum())
}

/// Each customer's cart holds all that was put in on any of their devices, and has one id from wherever one asks.
async fn assert_all_there(market: &Market, customers: u64, put: &Put, mugs: [VariantId; 2]) {
    for customer in 0..customers {
        let account = leaf(market, &format!("user_id:user-{customer}")).await;
        let whole = cart(market, account).await;
        let mut wanted = [0, 0];
        for device in 0..DEVICES {
            let pieces = put.get(&(customer, device)).copied().unwrap_or_default();
            (wanted[0], wanted[1]) = (wanted[0] + pieces[0], wanted[1] + pieces[1]);
            let leaf = leaf(market, &format!("device:device-{customer}-{device}")).await;
            assert_eq!(cart(market, leaf).await, whole);
        }
        assert_eq!(pieces(whole, mugs), wanted, "customer {customer}");
    }
}

/// Every edge is undone: each device has what was put in on it, exactly.
async fn assert_apart_again(market: &Market, put: &Put, mugs: [VariantId; 2]) {
    for (customer, device) in put.keys() {
        let leaf = leaf(market, &format!("device:device-{customer}-{device}")).await;
        take_apart(market, leaf).await.unwrap();
        let own = cart(market, leaf).await;
        assert_eq!(pieces(own, mugs), put[&(*customer, *device)]);
    }
    assert!(market.ctx.customers.db.read(audit::audit).await.unwrap().is_empty());
}

/// Undoes edges until this leaf stands alone.
async fn take_apart(market: &Market, leaf: CustomerId) -> Result<()> {
    let now = market.ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let edges = identities::edges(tx, &[leaf])?;
        for edge in edges.iter().filter(|edge| edge.undone.is_none()) {
            graph::split(tx, leaf, edge.id, "ola", "", now)?;
        }
        Ok(())
    };
    market.ctx.customers.db.write(write).await
}
