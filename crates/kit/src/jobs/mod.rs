//! Work to be done after a commit: a row, written in the transaction of the change that asks for it.
//!
//! A job lies in a *queue*: one for each door that sends, one for each sort of inner work. Queues know nothing of
//! each other, so one that stands still delays nobody else. A queue is leased by one process at a time, which does
//! its jobs in the order in which they were written; those of different *keys* beside each other.
//!
//! ```text
//! waiting ─► done (the row goes)
//!    ▲  └──► dead (a person looks: again, or drop)
//!    └ later (this job), or the whole queue pauses (the other side is down)
//! ```
//!
//! Kept here:
//! - What was committed is done, also after a crash: at least once. Whoever does it makes “at least” exact where
//!   the other side allows.
//! - A side that is down costs its jobs no attempts, and they keep their order until it is back. One job alone finds
//!   out whether it is.
//! - A job that was put off holds back those of its key that came after it.
//! - Every wait has an end: a job that takes longer than [`JOB_TIME_MAX`] counts as a side that is down.
//!
//! - A queue is held by one process, which renews its hold while it works; who could not renew breaks off. What a dead
//!   process held is free after [`LEASE`], and at once where it can be known that it is dead (`holder.rs`).
//!
//! Start reading at [`enqueue`] and [`Outcome`]; `workers.rs` does the work.

mod holder;
mod store;
#[cfg(test)]
mod tests;
mod workers;

use std::time::Duration;

use crate::db::Migration;
use crate::time::{minutes, seconds};
use crate::{Result, Time, Tx};

pub use store::{Queue, begin, dead, drop_dead, end, forget, queues, revive};
pub use workers::{Handler, Workers, handler};

crate::id_type!(JobId, "job");

pub const MIGRATION: Migration =
    Migration { name: "kit_0001_jobs", text: include_str!("../../migrations/0001_jobs.sql") };
pub const KEY_MIGRATION: Migration = Migration {
    name: "kit_0002_jobs_key",
    text: include_str!("../../migrations/0002_jobs_key.sql"),
};

pub const HOLDER_MIGRATION: Migration = Migration {
    name: "kit_0003_jobs_holder",
    text: include_str!("../../migrations/0003_jobs_holder.sql"),
};

pub const BEGUN_MIGRATION: Migration = Migration {
    name: "kit_0004_jobs_begun",
    text: include_str!("../../migrations/0004_jobs_begun.sql"),
};

/// Tries of one job, until a person is asked.
pub const ATTEMPTS_MAX: i64 = 12;
/// Longer than any protocol's own time limits should be.
pub const JOB_TIME_MAX: Duration = Duration::from_secs(45);
/// A process that works renews its hold on a queue long before it ends; one that was killed does not.
const LEASE: i64 = seconds(20);
/// How often it renews. What is left until the end is for clocks that differ.
const BEAT: Duration = Duration::from_millis(if cfg!(test) { 50 } else { 4_000 });
/// Who could not renew for so long breaks off what it does, before another begins with it.
const BREAK_OFF: Duration = Duration::from_secs(15);
const PAUSE_MIN: i64 = seconds(1);
const PAUSE_MAX: i64 = minutes(1);
const AGAIN_MIN: i64 = seconds(5);
const AGAIN_MAX: i64 = minutes(30);

/// Work as its maker asks for it.
#[derive(Clone, Debug)]
pub struct NewJob<'a> {
    pub queue: &'a str,
    /// Which handler does it.
    pub kind: &'a str,
    /// Jobs of one key are done one after the other.
    pub key: &'a str,
    /// JSON, for the handler.
    pub body: &'a str,
    pub due_at: Time,
}

/// Work as its handler gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    pub queue: String,
    pub kind: String,
    pub key: String,
    pub body: String,
    /// Tries before this one that failed for the job's own sake.
    pub attempts: i64,
    pub due_at: Time,
    pub error: Option<String>,
    /// Somebody [began](begin) with it, and died before it was known how that ended.
    pub begun_at: Option<Time>,
}

/// What became of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// This one cannot be done now, others can. Without a wish the pause grows with the attempts.
    Later {
        after: Option<i64>,
        error: String,
    },
    /// Nobody answers there: the queue waits, the job keeps its place.
    Down {
        error: String,
    },
    /// It was asked for, and nobody answered: this try counts, and the queue waits at least so long.
    Unanswered {
        after: i64,
        error: String,
    },
    /// Will never succeed as it is.
    Dead {
        error: String,
    },
}

/// Writes a job into the open transaction; it is done after the commit.
pub fn enqueue(tx: &Tx, job: &NewJob, now: Time) -> Result<JobId> {
    let id = JobId::new(now);
    store::insert(tx, id, job)?;
    Ok(id)
}

/// How long a queue rests after so many failures of the other side in a row.
fn pause(failures: i64) -> i64 {
    grown(PAUSE_MIN, PAUSE_MAX, failures)
}

/// When a job is tried again after so many attempts.
fn again_after(attempts: i64) -> i64 {
    grown(AGAIN_MIN, AGAIN_MAX, attempts)
}

/// Doubles each time, up to a bound.
fn grown(least: i64, most: i64, times: i64) -> i64 {
    let doublings = (times - 1).clamp(0, 32) as u32;
    least.saturating_mul(1 << doublings).min(most)
}
