//! Whoever is erased has no cart any more, nor ever had one.

use customers::identities::watch::{ERASED, Erased, QUEUE};
use kit::jobs::{Job, JobId, Outcome};
use kit::secrets::Secrets;
use kit::testing::contents;

use crate::Ctx;
use crate::carts::rules::Action;
use crate::carts::testing::{assert_sound, device, mug, put, told};
use crate::carts::{Scope, claim, erase_job};
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_the_cart_of_whoever_was_erased() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        let (anna, jan) = (device(market, "anna").await, device(market, "jan").await);
        for leaf in [anna, jan] {
            put(market, leaf, "1", Action::Add { variant: blue, quantity: 1 }).await;
            put(market, leaf, "2", Action::Note { text: "Leave it at the bakery.".into() }).await;
        }
        let keys = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
        let ctx = Ctx::new(market.ctx.customers.clone().with_secrets(keys));
        let now = ctx.customers.clock.now();
        let make = |tx: &kit::Tx| claim::make(&ctx, tx, &Scope::part(anna), now).map(drop);
        ctx.customers.db.write(make).await.unwrap();
        let erased = Erased { leaves: vec![anna], marks: Vec::new() };
        let job = Job {
            id: JobId::new(now),
            queue: QUEUE.into(),
            kind: ERASED.into(),
            key: anna.to_string(),
            body: serde_json::to_string(&erased).unwrap(),
            attempts: 0,
            due_at: now,
            error: None,
        };
        assert_eq!(erase_job(&ctx, &job).await, Outcome::Done);
        let left = ctx.customers.db.read(contents).await.unwrap();
        let hex: String = anna.0.iter().map(|byte| format!("{byte:02x}")).collect();
        for (table, rows) in left.iter().filter(|(table, _)| table.starts_with("cart")) {
            assert!(!rows.to_lowercase().contains(&hex), "{table}: {rows}");
        }
        assert_eq!(told(market, anna).await, "no cart");
        assert_eq!(told(market, jan).await, "1 × BLUE; notes: Leave it at the bakery.");
        // The job comes again after a crash.
        assert_eq!(erase_job(&ctx, &job).await, Outcome::Done);
        assert_sound(market).await;
    })
    .await;
}
