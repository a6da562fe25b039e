//! Messages that were recorded before there was an index: read backwards, a batch at a time, while the server serves.

use std::time::Duration;

use kit::{Result, Tx};
use tokio::sync::watch;

use super::{index, store};
use crate::Ctx;
use crate::conversations::{MessageId, store as conversations};

const BATCH: usize = 200;
/// Others write meanwhile.
const PAUSE: Duration = Duration::from_millis(20);

/// Indexes what is older than the oldest message of the index, until there is no more or the server stops. Whoever comes
/// back goes on where the index ends.
pub async fn catch_up(ctx: Ctx, stopped: watch::Receiver<bool>) {
    let mut before = None;
    while !*stopped.borrow() {
        match batch(&ctx, before).await {
            Ok(None) => return,
            Ok(next) => before = next,
            Err(error) => {
                tracing::error!(%error, "earlier messages could not be indexed; the next start tries again");
                return;
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// The next older messages; the oldest of them, or none when all are there.
pub async fn batch(ctx: &Ctx, before: Option<MessageId>) -> Result<Option<MessageId>> {
    let db = &ctx.customers.db;
    let find = |tx: &Tx| {
        let end = before.map_or_else(|| store::oldest(tx), |before| Ok(Some(before)))?;
        store::unindexed_before(tx, end.unwrap_or(MessageId([0xff; 16])), BATCH)
    };
    let ids = db.read(find).await?;
    let Some(oldest) = ids.last().copied() else { return Ok(None) };
    let write = |tx: &Tx| {
        for id in ids.iter().rev() {
            // Somebody may have been erased in between, and another process may have been quicker.
            if !store::is_indexed(tx, *id)?
                && let Some(message) = conversations::find_message_maybe(tx, *id)?
            {
                index(tx, &message)?;
            }
        }
        Ok(())
    };
    db.write(write).await?;
    Ok(Some(oldest))
}
