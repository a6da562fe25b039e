//! A merge that is undone was never there: each side has its own again, with what came in between.

use kit::Tx;
use serde_json::{Value, json};

use super::super::{CustomerId, graph, store};
use super::world::Dice;
use crate::testing::{Shop, defaults, on_each_engine};
use crate::{consents, context, dealings, events, groups, profiles};

const WORLDS: u64 = 25;

/// All rows of a customer, to the last bit: the ids and moments too.
async fn rows(shop: &Shop, who: CustomerId) -> String {
    let log = &shop.ctx.recorder.log;
    let read = |tx: &Tx| {
        let leaves = store::leaves(tx, who)?;
        Ok(format!(
            "{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}",
            context::store::customer(tx, who)?,
            store::list(tx, &leaves)?,
            store::claims(tx, &leaves)?,
            profiles::store::docs(tx, &leaves)?,
            consents::store::list(tx, &leaves)?,
            dealings::store::list(tx, &leaves)?,
            groups::of(tx, &leaves)?,
            events::store::page(tx, log, &events::store::Wanted::newest(&leaves, 1_000))?,
        ))
    };
    shop.ctx.db.read(read).await.expect("reads")
}

/// What of a customer does not depend on ids that are drawn by chance: to compare two shops.
async fn view(shop: &Shop, who: &str) -> String {
    let root = shop.who(who).await.expect("is known");
    let told = shop.told(root).await;
    let read = |tx: &Tx| {
        let leaves = store::leaves(tx, root)?;
        let held: Vec<_> = store::list(tx, &leaves)?
            .into_iter()
            .map(|held| {
                format!("{}:{} {} {:?}", held.kind, held.value, held.verified, held.shared_at)
            })
            .collect();
        let traits = profiles::resolve(&profiles::store::docs(tx, &leaves)?);
        let traits: Vec<_> = traits
            .0
            .iter()
            .map(|(name, said)| format!("{name}={}@{}", said.value, said.at))
            .collect();
        let consents: Vec<_> = consents::standing(&consents::store::list(tx, &leaves)?)
            .into_iter()
            .map(|standing| format!("{} {:?}", standing.subject.channel, standing.state))
            .collect();
        let facts = dealings::facts(&dealings::store::list(tx, &leaves)?, shop.ctx.clock.now());
        let open: Vec<_> = facts.open.iter().map(|open| (open.kind, &open.reference)).collect();
        let facts = format!("{} {:?} {open:?}", facts.orders, facts.spent);
        let groups: Vec<_> = groups::of(tx, &leaves)?.into_iter().map(|group| group.id).collect();
        Ok(format!("{held:?}\n{traits:?}\n{consents:?}\n{facts}\n{groups:?}\n{told:?}"))
    };
    shop.ctx.db.read(read).await.expect("reads")
}

/// Something that one of the two does, by their own account or device, through either door.
fn any_call(dice: &mut Dice, world: &str, message: usize) -> (bool, Value) {
    let name = *dice.pick(&["anna", "bogdan"]);
    let (user, device) = (format!("{world}-{name}"), format!("{world}-{name}-phone"));
    let trusted = dice.below(2) == 0;
    let mut call = match dice.below(7) {
        0 => json!({"type": "page", "name": format!("page {message}")}),
        1 => json!({"type": "identify", "traits": {"firstName": dice.pick(&["Ana", "Bo", "Cyd"])}}),
        2 => json!({"type": "identify",
            "traits": {"email": format!("{user}@example.com"), "email_verified": true}}),
        3 => json!({"type": "track", "event": dice.pick(&["Consent Given", "Consent Withdrawn"]),
            "properties": {"purpose": "marketing", "channel": dice.pick(&["email", "sms"])}}),
        4 => json!({"type": "group", "groupId": format!("{user}-family")}),
        5 => json!({"type": "track", "event": "Order Completed",
            "properties": {"order_id": message, "total": dice.below(90), "currency": "PLN"}}),
        _ => json!({"type": "track", "event": "Product Added",
            "properties": {"cart_id": user, "price": 3, "currency": "PLN"}}),
    };
    match dice.below(3) {
        0 if !trusted => call["anonymousId"] = json!(device),
        _ => call["userId"] = json!(user),
    }
    call["messageId"] = json!(format!("{world}-{message}"));
    (trusted, call)
}

async fn post(shop: &Shop, (trusted, call): &(bool, Value)) {
    let door = if *trusted { &shop.server } else { &shop.web };
    assert_eq!(shop.post(door, std::slice::from_ref(call)).await.unwrap().recorded, 1);
}

async fn begin(shop: &Shop, world: &str) {
    for name in ["anna", "bogdan"] {
        let (user, phone) = (format!("{world}-{name}"), format!("{world}-{name}-phone"));
        let login = json!({"type": "identify", "userId": user, "anonymousId": phone,
            "messageId": format!("{world}-login-{name}")});
        shop.ctx.clock.advance(kit::time::ms(1));
        post(shop, &(false, login)).await;
    }
}

async fn merge(shop: &Shop, world: &str) -> super::super::Edge {
    let anna = shop.who(&format!("user_id:{world}-anna")).await.unwrap();
    let bogdan = shop.who(&format!("user_id:{world}-bogdan")).await.unwrap();
    let now = shop.ctx.clock.now();
    let merge = |tx: &Tx| graph::merge(tx, bogdan, anna, "staff:ola", "looked the same", now);
    shop.ctx.db.write(merge).await.unwrap()
}

async fn split(shop: &Shop, edge: &super::super::Edge) {
    let now = shop.ctx.clock.now();
    let split = |tx: &Tx| graph::split(tx, edge.b, edge.id, "staff:ola", "two people", now);
    shop.ctx.db.write(split).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_split_restores_each_side_bit_for_bit() {
    on_each_engine(async |shop| {
        for seed in 0..WORLDS {
            let (mut dice, world, others) = (Dice(seed), format!("w{seed}"), format!("o{seed}"));
            begin(&shop, &world).await;
            begin(&shop, &others).await;
            for message in 0..20 {
                shop.ctx.clock.advance(kit::time::seconds(1));
                post(&shop, &any_call(&mut dice, &world, message)).await;
            }
            shop.settle().await;
            let anna = shop.who(&format!("user_id:{world}-anna")).await.unwrap();
            let bogdan = shop.who(&format!("user_id:{world}-bogdan")).await.unwrap();
            let before = (rows(&shop, anna).await, rows(&shop, bogdan).await);

            let merged = merge(&shop, &world).await;
            assert_eq!(shop.who(&format!("user_id:{world}-anna")).await, Some(anna.min(bogdan)));
            let both = shop.told(anna).await.len();
            for message in 0..10 {
                shop.ctx.clock.advance(kit::time::seconds(1));
                post(&shop, &any_call(&mut dice, &others, message)).await;
            }
            assert_eq!(shop.told(anna).await.len(), both);
            shop.settle().await;
            split(&shop, &merged).await;
            assert_eq!(before.0, rows(&shop, anna).await, "seed {seed}");
            assert_eq!(before.1, rows(&shop, bogdan).await, "seed {seed}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_while_they_were_one_is_on_its_own_side_after() {
    on_each_engine(async |shop| {
        // A shop where nobody is ever merged, to compare with.
        let calm = Shop::open(shop.ctx.db.engine()).await;
        assert_eq!(calm.ctx.defaults.region, defaults().region);
        for seed in 0..WORLDS {
            let (mut dice, world) = (Dice(seed), format!("w{seed}"));
            begin(&calm, &world).await;
            begin(&shop, &world).await;
            let (from, to) = (dice.below(10), 10 + dice.below(20));
            let mut merged = None;
            for message in 0..30 {
                let call = any_call(&mut dice, &world, message);
                for shop in [&calm, &shop] {
                    shop.ctx.clock.advance(kit::time::seconds(1));
                    post(shop, &call).await;
                }
                if message == from {
                    merged = Some(merge(&shop, &world).await);
                }
                if message == to {
                    split(&shop, merged.as_ref().unwrap()).await;
                }
            }
            for name in ["anna", "bogdan"] {
                let who = format!("user_id:{world}-{name}");
                assert_eq!(view(&calm, &who).await, view(&shop, &who).await, "seed {seed}: {name}");
            }
        }
    })
    .await;
}
