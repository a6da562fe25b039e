//! Whoever is erased has no cart any more, nor ever had one; whoever asks is told all of it.

use customers::identities::watch::{ERASED, Erased, QUEUE};
use customers::privacy::chapters::{Chapter as _, START};
use kit::jobs::{Job, JobId, Outcome};
use kit::secrets::Secrets;
use kit::testing::contents;

use crate::Ctx;
use crate::carts::rules::Action;
use crate::carts::testing::{assert_sound, by, device, mug, put, put_by, told};
use crate::carts::{CartChanges, Role, Scope, claim};
use crate::erase_job;

use crate::testing::on_each_engine;
use crate::wishes::{self, Wish, WishKind};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_of_the_cart_of_whoever_was_erased() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        let (anna, jan) = (device(market, "anna").await, device(market, "jan").await);
        for leaf in [anna, jan] {
            put(market, leaf, "1", Action::Add { variant: blue, quantity: 1 }).await;
            put(market, leaf, "2", Action::Note { text: "Leave it at the bakery.".into() }).await;
        }
        let waits = Wish {
            customer: anna,
            variant: blue,
            kind: WishKind::Back,
            channel: market.shop.web.channel.id,
            made_at: market.ctx.customers.clock.now(),
            email: Some("anna@example.pl".into()),
            lang: None,
            price: None,
        };
        market.ctx.customers.db.write(|tx| wishes::wish(tx, &waits)).await.unwrap();
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
            begun_at: None,
        };
        assert_eq!(erase_job(&ctx, &job).await, Outcome::Done);
        let left = ctx.customers.db.read(contents).await.unwrap();
        let hex: String = anna.0.iter().map(|byte| format!("{byte:02x}")).collect();
        let is_theirs = |table: &str| table.starts_with("cart") || table == "wishes";
        for (table, rows) in left.iter().filter(|(table, _)| is_theirs(table)) {
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

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_file_tells_all_that_they_put_in_and_who_of_the_staff_it_was_not() {
    on_each_engine(async |market| {
        let blue = mug(market, "BLUE").await;
        let anna = device(market, "anna").await;
        for n in 0..120 {
            let set = Action::Set { variant: blue, quantity: 1 + n % 2 };
            put(market, anna, &format!("k{n}"), set).await;
        }
        let ola = by(Role::Agent, Some("Ola"), &market.shop.server);
        put_by(market, &ola, anna, "coupon", &[Action::ApplyCoupon { code: "lato".into() }])
            .await
            .unwrap();
        let read = |tx: &kit::Tx| {
            let (mut rows, mut after) = (Vec::new(), Some(START));
            while let Some(place) = after {
                let page = CartChanges.page(tx, anna, place)?;
                rows.extend(page.rows);
                after = page.next;
            }
            Ok(rows)
        };
        let rows = market.ctx.customers.db.read(read).await.unwrap();
        assert_eq!(rows.len(), 121);
        let last = &rows[120].json;
        assert_eq!((&last["item"], &last["by"]), (&"LATO".into(), &"agent".into()));
        assert!(rows.iter().all(|row| !row.json.to_string().contains("Ola")));
    })
    .await;
}
