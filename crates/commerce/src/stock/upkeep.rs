//! What is due by itself: promises whose time is over. And the jobs of stock.

use std::collections::HashMap;
use std::time::Duration;

use kit::Result;
use kit::jobs::{Handler, handler};
use tokio::sync::watch;

use super::{free_expired, store_reservations, wishes};
use crate::Ctx;

const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Frees what is promised no more, until the server stops. Several processes may: each promise is freed once.
pub async fn keep_up(ctx: Ctx, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = free_due(&ctx).await {
            tracing::error!(%error, "promises that are over could not be freed; will try again");
        }
        tokio::time::timeout(LOOK_EVERY, stopped.changed()).await.ok();
    }
}

async fn free_due(ctx: &Ctx) -> Result<()> {
    let (db, now) = (&ctx.customers.db, ctx.customers.clock.now());
    if !db.read(|tx| store_reservations::has_due(tx, now)).await? {
        return Ok(());
    }
    while db.write(|tx| free_expired(tx, now)).await? {}
    Ok(())
}

/// The jobs of this slice, by their kind.
pub fn handlers(ctx: &Ctx) -> HashMap<&'static str, Handler> {
    let ctx = ctx.clone();
    let tell = handler(move |job| {
        let ctx = ctx.clone();
        async move { wishes::tell_job(&ctx, &job).await }
    });
    HashMap::from([(wishes::TELL, tell)])
}
