//! What is due by itself: promises whose time is over.

use std::time::Duration;

use kit::Result;
use tokio::sync::watch;

use super::{free_expired, store_reservations};
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
