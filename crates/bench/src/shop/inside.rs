//! Without HTTP, by the product's own code in this process: what pricing a basket costs, and how many promises a second one
//! thing bears when sixty-four want it at the same moment.

use std::time::{Duration, Instant};

use commerce::Ctx;
use commerce::catalogue::VariantId;
use commerce::prices::Buyer;
use commerce::promotions::{self, Asked, AskedLine};
use commerce::stock::{Holder, Wanted, reserve, store_skus};
use kit::db::Synchronous;
use kit::{Result, Time, Tx, params, sql};
use tokio::task::JoinSet;

use super::market::{self, CURRENCY, PROMOTIONS, VARIANTS, sku};
use crate::Outcome;
use crate::random::Random;
use crate::report::{Report, median};
use crate::store::{Place, aside};

const ROUNDS: usize = 3;
const LASTING: Duration = Duration::from_secs(4);
const BUYERS: usize = 64;
const LINES: usize = 20;
const BASKETS: usize = 2_000;

#[derive(Clone, Copy)]
enum Work {
    /// The same row is changed and committed: what the engine bears.
    Row(VariantId),
    /// One piece is promised.
    Reserve(VariantId),
}

pub fn measure(place: &Place, report: &mut Report) -> Outcome {
    let at = place.opened(Synchronous::Full);
    let (priced, promised, rows) = aside(async move || {
        let ctx = market::open(&at).await?;
        let skus: Vec<String> = (0..VARIANTS).map(sku).collect();
        let skus: Vec<&str> = skus.iter().map(String::as_str).collect();
        let found = ctx.customers.db.read(|tx| store_skus::variants(tx, &skus)).await?;
        let variants: Vec<VariantId> = found.into_values().collect();
        let (mut priced, mut promised, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            priced.push(price_baskets(&ctx, &variants).await?);
            rows.push(many(&ctx, Work::Row(variants[0])).await?);
            promised.push(many(&ctx, Work::Reserve(variants[0])).await?);
        }
        Ok((median(priced), median(promised), median(rows)))
    })?;
    let engine = place.engine();
    let what =
        format!("shop: a basket of {LINES} lines is priced, {PROMOTIONS} promotions, no HTTP");
    report.figure(what, &engine, priced, "µs");
    let what = format!("shop: one variant is promised to {BUYERS} buyers, no HTTP");
    report.figure(what, &engine, promised, "promises/s");
    report.against("one row changed by as many", rows);
    report.tell()
}

/// Microseconds of one, with the reading of prices.
async fn price_baskets(ctx: &Ctx, variants: &[VariantId]) -> Result<f64> {
    let mut random = Random::new(21);
    let buyer = || Buyer { customer: None, group: None, country: "PL".into() };
    let started = Instant::now();
    for _ in 0..BASKETS {
        let line = |_| AskedLine { variant: variants[random.below(variants.len())], quantity: 2 };
        let asked = Asked::new((0..LINES).map(line).collect(), buyer(), CURRENCY);
        ctx.customers.db.read(|tx| promotions::quote(ctx, tx, &asked)).await?;
    }
    Ok(started.elapsed().as_secs_f64() / BASKETS as f64 * 1e6)
}

/// How often a second all buyers together do it, each commit durable.
async fn many(ctx: &Ctx, work: Work) -> Result<f64> {
    let started = Instant::now();
    let mut buyers = JoinSet::new();
    for buyer in 0..BUYERS {
        let ctx = ctx.clone();
        buyers.spawn(async move {
            let mut done = 0;
            while started.elapsed() < LASTING {
                let now = ctx.customers.clock.now();
                let holder = Holder::cart(format!("bench-{buyer}-{done}-{}", now.0));
                ctx.customers.db.write(|tx| do_one(tx, work, &holder, now)).await?;
                done += 1;
            }
            Ok::<_, kit::Error>(done)
        });
    }
    let mut done = 0;
    while let Some(one) = buyers.join_next().await {
        done += one.map_err(kit::Error::internal)??;
    }
    Ok(f64::from(done) / started.elapsed().as_secs_f64())
}

fn do_one(tx: &Tx, work: Work, holder: &Holder, now: Time) -> Result<()> {
    match work {
        Work::Row(variant) => {
            let update = sql!("update stock_levels set safety = safety where variant_id = $1");
            tx.exec(update, params![variant])?;
        }
        Work::Reserve(variant) => {
            reserve(tx, holder, &[Wanted::new(variant, 1)], None, now)?;
        }
    }
    Ok(())
}
