//! The same with many at once, by several server processes where the engine allows: eight tasks live, merge and
//! split in one small world, and send some things twice.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kit::db::Engine;
use kit::{Error, Time};
use serde_json::json;

use super::super::{CustomerId, graph, store};
use super::world::{Deed, Dice, assert_nothing_lost, picture};
use crate::testing::{Shop, identity_of, on_each_engine};

const TASKS: u64 = 8;
const STEPS: usize = 60;

/// The processes that serve one database.
async fn processes(shop: Shop) -> Vec<Arc<Shop>> {
    let second = shop.second_process().await;
    let mut all = vec![Arc::new(shop)];
    if all[0].ctx.db.engine() == Engine::Postgres {
        all.push(Arc::new(second));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_lose_nothing_and_join_nobody_wrongly() {
    for engine in kit::testing::engines() {
        let shops = processes(Shop::open(engine).await).await;
        let bystanders = bystanders(&shops[0]).await;
        let recorded = Arc::new(AtomicU64::new(0));
        let tasks: Vec<_> = (0..TASKS)
            .map(|task| {
                let shop = shops[task as usize % shops.len()].clone();
                tokio::spawn(live(shop, task, recorded.clone()))
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let sent = TASKS as usize * STEPS;
        assert_eq!(recorded.load(Ordering::SeqCst), sent as u64, "each once, however often sent");
        shops[0].settle().await;
        if let Some(other) = shops.get(1) {
            other.settle().await;
        }
        let after = picture(&shops[0], Time::MIN).await;
        after.assert_sound();
        assert!(bystanders.iter().all(|(leaf, root)| after.roots[leaf] == *root));
        assert_nothing_lost(&shops[0], sent + 10).await;
    }
}

async fn bystanders(shop: &Shop) -> BTreeMap<CustomerId, CustomerId> {
    for n in 0..5 {
        let (user, device) = (format!("calm-{n}"), format!("calm-phone-{n}"));
        shop.web(&[
            json!({"type": "page", "anonymousId": device, "messageId": format!("p{n}")}),
            json!({"type": "identify", "anonymousId": device, "userId": user, "messageId": format!("i{n}")}),
        ])
        .await;
    }
    picture(shop, Time::MIN).await.roots
}

/// One task: deeds in small batches, the last one sent again; now and then staff merge or split somebody.
async fn live(shop: Arc<Shop>, task: u64, recorded: Arc<AtomicU64>) {
    let mut dice = Dice(task);
    let numbered: Vec<usize> = (0..STEPS).map(|n| task as usize * STEPS + n).collect();
    for messages in numbered.chunks(3) {
        for message in messages {
            let (trusted, call) = Deed::any(&mut dice, 6).call("wz", *message);
            let door = if trusted { &shop.server } else { &shop.web };
            for _ in 0..1 + dice.below(2) {
                let outcome = shop.post(door, std::slice::from_ref(&call)).await.unwrap();
                recorded.fetch_add(outcome.recorded, Ordering::SeqCst);
            }
        }
        let identity = format!("user_id:wz-user-{}", dice.below(6));
        let other = format!("device:wz-device-{}", dice.below(6));
        let (Some(a), Some(b)) = (shop.who(&identity).await, shop.who(&other).await) else {
            continue;
        };
        let out = if dice.below(2) == 0 { merge(&shop, a, b).await } else { split(&shop, a).await };
        // Another was quicker: that is an answer too.
        assert!(
            out.as_ref().err().is_none_or(|e| e.is_not_found() || e.code == "already_merged"),
            "{out:?}"
        );
    }
}

async fn merge(shop: &Shop, a: CustomerId, b: CustomerId) -> Result<(), Error> {
    let now = shop.ctx.clock.now();
    shop.ctx.db.write(|tx| graph::merge(tx, a, b, "staff:ola", "", now).map(drop)).await
}

async fn split(shop: &Shop, of: CustomerId) -> Result<(), Error> {
    let now = shop.ctx.clock.now();
    let standing = |tx: &kit::Tx| {
        let edges = store::edges(tx, &graph::leaves(tx, of)?)?;
        Ok(edges.into_iter().find(|edge| edge.undone.is_none()))
    };
    let Some(edge) = shop.ctx.db.read(standing).await? else { return Ok(()) };
    shop.ctx.db.write(|tx| graph::split(tx, of, edge.id, "staff:ola", "", now).map(drop)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_kiosk_that_twelve_people_use_at_one_moment_is_nobodys() {
    on_each_engine(async |shop| {
        let shops = processes(shop).await;
        for round in 0..5 {
            let kiosk = format!("kiosk-{round}");
            let logins: Vec<_> = (0..12)
                .map(|n| {
                    let shop = shops[n % shops.len()].clone();
                    let login = json!({"type": "identify", "anonymousId": kiosk,
                        "userId": format!("user-{round}-{n}"), "messageId": format!("{round}-{n}")});
                    tokio::spawn(async move { shop.web(&[login]).await.recorded })
                })
                .collect();
            for login in logins {
                assert_eq!(login.await.unwrap(), 1);
            }
            let identity = identity_of(&format!("device:{kiosk}"));
            let (held, set) = shops[0]
                .ctx
                .db
                .read(|tx| {
                    let held = store::find_maybe(tx, &identity)?.unwrap();
                    let set = graph::leaves(tx, held.customer_id)?;
                    Ok((held, set))
                })
                .await
                .unwrap();
            assert!(held.shared_at.is_some());
            assert_eq!(set, [held.customer_id]);
        }
        picture(&shops[0], Time::MIN).await.assert_sound();
    })
    .await;
}
