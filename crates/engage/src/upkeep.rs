//! What is due by itself, as time goes by: promises that were not kept, silence that has lasted long enough.

use std::time::Duration;

use tokio::sync::watch;

use crate::{Ctx, presence, routing, sla};

const LOOK_EVERY: Duration = Duration::from_secs(10);
/// Silence is counted in days: once a minute is often enough.
const SILENCE_ROUNDS: u64 = 6;

/// Looks again and again, until the server stops. Several processes may: each thing is done once.
pub async fn keep_up(ctx: Ctx, mut stopped: watch::Receiver<bool>) {
    let mut rounds: u64 = 0;
    while !*stopped.borrow() {
        if let Err(error) = sla::note_broken(&ctx).await {
            tracing::error!(%error, "broken promises could not be noted; the next round tries again");
        }
        if let Err(error) = presence::forget_gone(&ctx).await {
            tracing::error!(%error, "viewers that are gone could not be forgotten");
        }
        if rounds.is_multiple_of(SILENCE_ROUNDS)
            && let Err(error) = routing::close_silent(&ctx).await
        {
            tracing::error!(%error, "what is silent could not be closed; a later round tries again");
        }
        rounds += 1;
        tokio::time::timeout(LOOK_EVERY, stopped.changed()).await.ok();
    }
}
