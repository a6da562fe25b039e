//! Writes the index of the log behind the writers (SQLite), when customers were last seen, and what came in by each
//! door (both engines).

use std::time::{Duration, Instant};

use kit::db::Engine;
use kit::{Db, Result};
use tokio::sync::watch;

use super::log::{Log, SLICE};
use super::store;
use crate::identities;

/// How often it is looked whether there is something to do.
const TICK: Duration = Duration::from_millis(250);
/// A run is written when this many wait, or after so many ticks: the larger the run, the fewer pages of the
/// index are written for each event.
const RUN_MIN: usize = 400_000;
const RUN_TICKS: u32 = 16;
/// Rows written in one go: each dirties a page or two, and whoever records waits as long. They grow with what there
/// is to write, so that it is written before as much again has come.
const SLICE_MIN: usize = 32;
const SLICES: usize = 128;
/// Between two slices.
const PAUSE_MAX: Duration = Duration::from_millis(20);

/// Indexes all that waits, also what a process before this one (killed) or beside it (an import) has left. One at
/// a time: the caller sees to it.
pub async fn settle(db: &Db, log: &Log) -> Result<()> {
    if db.engine() == Engine::Sqlite && (log.pending() > 0 || is_behind(db, log).await?) {
        let written = write_run(db, log).await;
        if written.is_err() {
            log.doubt();
        }
        written?;
    }
    note_counts(db, log).await
}

/// Who was seen, and what came in by which door: small, so it is written at every look.
async fn note_counts(db: &Db, log: &Log) -> Result<()> {
    let seen = log.take_seen();
    for slice in seen.chunks(slice_of(seen.len())) {
        let began = Instant::now();
        db.write(|tx| identities::store::set_seen(tx, slice)).await?;
        make_way(began).await;
    }
    log.arrivals.write_down(db).await
}

/// Does the table hold events that the log has not heard of?
async fn is_behind(db: &Db, log: &Log) -> Result<bool> {
    Ok(db.read(store::last_seq).await? >= log.next_seq())
}

fn slice_of(rows: usize) -> usize {
    (rows / SLICES).clamp(SLICE_MIN, SLICE)
}

/// Whoever records, and the disk, get as long as the slice took.
async fn make_way(began: Instant) {
    tokio::time::sleep(began.elapsed().min(PAUSE_MAX)).await;
}

async fn write_run(db: &Db, log: &Log) -> Result<()> {
    let (mut run, mut forgettings) = (Vec::new(), 0);
    db.write(|tx| {
        // Taken inside the transaction: what failed to commit before it is not among it.
        log.sync(tx)?;
        run = log.take_run();
        forgettings = store::forgettings(tx)?;
        Ok(())
    })
    .await?;
    // As the index is, so that a slice falls on few of its pages.
    run.sort_unstable_by_key(|entry| (entry.customer_id, entry.occurred_at, entry.id));
    let slices = run.chunks(slice_of(run.len())).map(|slice| (slice, None));
    let last = run.iter().map(|entry| entry.seq).max();
    for (slice, indexed) in slices.chain([(&[][..], last)]) {
        let began = Instant::now();
        let is_written = db
            .write(|tx| {
                // Somebody was erased meanwhile, perhaps one of this run: nothing may be written of them.
                if store::forgettings(tx)? != forgettings {
                    return Ok(false);
                }
                store::index(tx, slice)?;
                indexed.map_or(Ok(()), |seq| store::set_indexed_seq(tx, seq))?;
                Ok(true)
            })
            .await?;
        if !is_written {
            log.doubt();
            return Ok(());
        }
        // Unless more comes than could be kept waiting.
        if log.pending() < RUN_MIN {
            make_way(began).await;
        }
    }
    log.run_written(run).await;
    Ok(())
}

/// Before the first reader comes: a crash left a tail of the log that the index does not show, and only a write
/// would have brought it back to memory.
pub async fn catch_up(db: &Db, log: &Log) -> Result<()> {
    match db.engine() {
        Engine::Sqlite => write_run(db, log).await,
        Engine::Postgres => Ok(()),
    }
}

/// Goes on until the server stops, then indexes the rest.
pub async fn keep_up(db: &Db, log: &Log, mut stop: watch::Receiver<bool>) {
    // At once: a process before this one may have left something.
    let (mut ticks, mut stopped) = (RUN_TICKS, false);
    loop {
        let done = if stopped || ticks >= RUN_TICKS || log.pending() >= RUN_MIN {
            ticks = 0;
            settle(db, log).await
        } else {
            note_counts(db, log).await
        };
        if let Err(error) = done {
            tracing::error!(%error, "the index could not be written; will try again");
        }
        if stopped {
            return;
        }
        stopped = tokio::time::timeout(TICK, stop.wait_for(|stop| *stop)).await.is_ok();
        ticks += 1;
    }
}

#[cfg(test)]
mod tests {
    use kit::db::Engine;
    use serde_json::json;

    use crate::testing::Shop;

    #[tokio::test(flavor = "multi_thread")]
    async fn after_a_crash_the_newest_events_are_told_before_anything_is_written() {
        let shop = Shop::open(Engine::Sqlite).await;
        shop.web(&[json!({"type": "track", "event": "Seen", "userId": "anna"})]).await;
        let anna = shop.who("user_id:anna").await.unwrap();
        let next = shop.second_process().await;
        super::catch_up(&next.ctx.db, &next.ctx.recorder.log).await.unwrap();
        assert_eq!(next.told(anna).await, ["Seen"]);
    }
}
