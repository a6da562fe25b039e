//! Links are read by themselves, each every minute; and the jobs of links.

use std::collections::HashMap;
use std::time::Duration;

use kit::Result;
use kit::jobs::{Handler, handler};
use kit::time::minutes;
use tokio::sync::watch;

use super::{store, sync};
use crate::Ctx;

const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How often each link is read: what a webhook did not bring is known after so long.
pub const SYNC_EVERY: i64 = minutes(1);

/// Asks for the readings that are due, until the server stops. Several processes may: each reading is asked for once.
pub async fn keep_up(ctx: Ctx, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = ask_due(&ctx).await {
            tracing::error!(%error, "links that are due could not be read; will try again");
        }
        tokio::time::timeout(LOOK_EVERY, stopped.changed()).await.ok();
    }
}

pub(super) async fn ask_due(ctx: &Ctx) -> Result<()> {
    let (db, now) = (&ctx.customers.db, ctx.customers.clock.now());
    if !db.read(|tx| store::has_due(tx, now)).await? {
        return Ok(());
    }
    db.write(|tx| {
        for link in store::take_due(tx, now, now.plus(SYNC_EVERY))? {
            sync::enqueue(tx, link, now)?;
        }
        Ok(())
    })
    .await
}

/// The jobs of this slice, by their kind.
pub fn handlers(ctx: &Ctx) -> HashMap<&'static str, Handler> {
    let (reading, taking) = (ctx.clone(), ctx.clone());
    let sync = handler(move |job| {
        let ctx = reading.clone();
        async move { sync::sync_job(&ctx, &job).await }
    });
    let delivery = handler(move |job| {
        let ctx = taking.clone();
        async move { sync::delivery_job(&ctx, &job).await }
    });
    HashMap::from([(sync::SYNC, sync), (sync::DELIVERY, delivery)])
}
