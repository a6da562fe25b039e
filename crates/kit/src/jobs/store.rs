//! All SQL of the jobs.

use super::{Job, JobId, LEASE, NewJob, pause};
use crate::db::{List, Row};
use crate::{Error, Result, Time, Tx, params, sql};

/// SQLite takes no more than 32,766 parameters.
const KEYS_AT_ONCE: usize = 500;

/// How a queue stands: for whoever looks after the doors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    pub name: String,
    pub waiting: i64,
    pub dead: i64,
    /// When the oldest that waits was due.
    pub oldest_due_at: Option<Time>,
    pub paused_until: Time,
    /// Failures of the other side in a row, and the last of them.
    pub failures: i64,
    pub error: Option<String>,
}

pub fn insert(tx: &Tx, id: JobId, job: &NewJob) -> Result<()> {
    tx.exec(
        sql!(
            "insert into queues (name, leased_until, paused_until, failures) values ($1, 0, 0, 0)
             on conflict (name) do nothing"
        ),
        params![job.queue],
    )?;
    tx.exec(
        sql!(
            "insert into jobs (queue, id, kind, key, body, due_at, attempts)
             values ($1, $2, $3, $4, $5, $6, 0)"
        ),
        params![job.queue, id, job.kind, job.key, job.body, job.due_at],
    )?;
    Ok(())
}

/// Queues that have something to do and nobody who does it. What waits for another of its key is nothing to do.
pub fn ready(tx: &Tx, now: Time) -> Result<Vec<String>> {
    tx.rows(
        sql!(
            "select q.name from queues q
             where q.leased_until <= $1 and q.paused_until <= $1 and exists (
               select 1 from jobs j
               where j.queue = q.name and j.dead_at is null and j.due_at <= $1 and not exists (
                 select 1 from jobs e
                 where e.queue = j.queue and e.key = j.key and e.id < j.id and e.dead_at is null
                   and e.attempts > 0 and e.due_at > $1
               )
             )
             order by q.name"
        ),
        params![now],
        |row| row.get(0),
    )
}

/// Takes a queue that nobody holds, or goes on in one that is held; false when another has it, or it pauses.
pub fn lease(tx: &Tx, queue: &str, hold: &str, now: Time) -> Result<bool> {
    let taken = tx.exec(
        sql!(
            "update queues set leased_until = $1, leased_by = $2
             where name = $3 and (leased_by = $2 or leased_until <= $4) and paused_until <= $4"
        ),
        params![now.plus(LEASE), hold, queue, now],
    )?;
    Ok(taken == 1)
}

/// Holds a queue longer; false when another has it by now.
pub fn renew(tx: &Tx, queue: &str, hold: &str, now: Time) -> Result<bool> {
    let renewed = tx.exec(
        sql!("update queues set leased_until = $1 where name = $2 and leased_by = $3"),
        params![now.plus(LEASE), queue, hold],
    )?;
    Ok(renewed == 1)
}

pub fn release(tx: &Tx, queue: &str, hold: &str) -> Result<()> {
    tx.exec(
        sql!(
            "update queues set leased_until = 0, leased_by = null
             where name = $1 and leased_by = $2"
        ),
        params![queue, hold],
    )?;
    Ok(())
}

/// Frees whatever a process holds.
pub fn release_all(tx: &Tx, holder: &str) -> Result<()> {
    tx.exec(
        // All holds of a process begin with its name and a slash; the character after the slash is the zero.
        sql!(
            "update queues set leased_until = 0, leased_by = null
             where leased_by >= $1 and leased_by < $2"
        ),
        params![format!("{holder}/"), format!("{holder}0")],
    )?;
    Ok(())
}

/// The oldest jobs that are due, and wait for none of their key.
pub fn due(tx: &Tx, queue: &str, at_most: usize, now: Time) -> Result<Vec<Job>> {
    tx.rows(
        sql!(
            "select j.id, j.kind, j.key, j.body, j.attempts, j.due_at, j.error, j.begun_at
             from jobs j
             where j.queue = $1 and j.dead_at is null and j.due_at <= $2 and not exists (
               select 1 from jobs e
               where e.queue = j.queue and e.key = j.key and e.id < j.id and e.dead_at is null
                 and e.attempts > 0 and e.due_at > $2
             )
             order by j.id limit $3"
        ),
        params![queue, now, at_most as i64],
        |row| job(queue, row),
    )
}

fn job(queue: &str, row: &Row) -> Result<Job> {
    Ok(Job {
        id: row.get(0)?,
        queue: queue.to_string(),
        kind: row.get(1)?,
        key: row.get(2)?,
        body: row.get(3)?,
        attempts: row.get(4)?,
        due_at: row.get(5)?,
        error: row.get(6)?,
        begun_at: row.get(7)?,
    })
}

/// What cannot be taken back is about to be done. Whoever takes the job over after a crash sees that it was tried. Each
/// outcome but [`Outcome::Down`](super::Outcome::Down) ends it.
pub fn begin(tx: &Tx, job: &Job, now: Time) -> Result<()> {
    set_begun(tx, job, Some(now))
}

/// Nothing of it was done.
pub fn end(tx: &Tx, job: &Job) -> Result<()> {
    set_begun(tx, job, None)
}

fn set_begun(tx: &Tx, job: &Job, at: Option<Time>) -> Result<()> {
    tx.exec(
        sql!("update jobs set begun_at = $3 where queue = $1 and id = $2"),
        params![job.queue, job.id, at],
    )?;
    Ok(())
}

pub fn delete(tx: &Tx, queue: &str, id: JobId) -> Result<u64> {
    tx.exec(sql!("delete from jobs where queue = $1 and id = $2"), params![queue, id])
}

pub fn put_off(tx: &Tx, job: &Job, due_at: Time, error: &str) -> Result<()> {
    tx.exec(
        sql!(
            "update jobs set attempts = attempts + 1, due_at = $3, error = $4, begun_at = null
             where queue = $1 and id = $2"
        ),
        params![job.queue, job.id, due_at, error],
    )?;
    Ok(())
}

pub fn bury(tx: &Tx, job: &Job, error: &str, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update jobs set attempts = attempts + 1, dead_at = $3, error = $4, begun_at = null
             where queue = $1 and id = $2"
        ),
        params![job.queue, job.id, now, error],
    )?;
    Ok(())
}

/// The other side answered: whatever it failed before is forgotten.
pub fn set_up(tx: &Tx, queue: &str) -> Result<()> {
    tx.exec(
        sql!("update queues set failures = 0, error = null where name = $1 and failures > 0"),
        params![queue],
    )?;
    Ok(())
}

/// How often in a row the other side did not answer.
pub fn failures(tx: &Tx, queue: &str) -> Result<i64> {
    let failures = sql!("select failures from queues where name = $1");
    Ok(tx.one(failures, params![queue], |row| row.get(0))?.unwrap_or(0))
}

/// The other side is down: the queue rests, at least so long.
pub fn set_down(tx: &Tx, queue: &str, error: &str, at_least: i64, now: Time) -> Result<()> {
    let failures = failures(tx, queue)? + 1;
    let rest = pause(failures).max(at_least);
    tx.exec(
        sql!("update queues set failures = $2, error = $3, paused_until = $4 where name = $1"),
        params![queue, failures, error, now.plus(rest)],
    )?;
    Ok(())
}

/// How all queues stand.
pub fn queues(tx: &Tx) -> Result<Vec<Queue>> {
    tx.rows(
        sql!(
            "select q.name, q.paused_until, q.failures, q.error,
               (select count(*) from jobs j where j.queue = q.name and j.dead_at is null),
               (select count(*) from jobs j where j.queue = q.name and j.dead_at is not null),
               (select min(j.due_at) from jobs j where j.queue = q.name and j.dead_at is null)
             from queues q order by q.name"
        ),
        params![],
        |row| {
            Ok(Queue {
                name: row.get(0)?,
                paused_until: row.get(1)?,
                failures: row.get(2)?,
                error: row.get(3)?,
                waiting: row.get(4)?,
                dead: row.get(5)?,
                oldest_due_at: row.get(6)?,
            })
        },
    )
}

/// Jobs that were given up, newest first.
pub fn dead(tx: &Tx, queue: &str, at_most: usize) -> Result<Vec<Job>> {
    tx.rows(
        sql!(
            "select id, kind, key, body, attempts, due_at, error, begun_at from jobs
             where queue = $1 and dead_at is not null order by id desc limit $2"
        ),
        params![queue, at_most as i64],
        |row| job(queue, row),
    )
}

/// Takes away the jobs of these keys, in whichever queue, also those that were given up, whose body names one of these
/// things: for whoever no longer exists.
pub fn forget(tx: &Tx, keys: &[&str], names: &[&str]) -> Result<u64> {
    let queues: Vec<String> =
        tx.rows(sql!("select name from queues order by name"), params![], |row| row.get(0))?;
    let mut gone = 0;
    for queue in queues {
        for keys in keys.chunks(KEYS_AT_ONCE) {
            let found: Vec<(JobId, String)> = tx.rows(
                sql!("select id, body from jobs where queue = $1 and key in ($2)"),
                params![queue, List(keys)],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            for (id, body) in found {
                if names.iter().any(|name| body.contains(name)) {
                    gone += delete(tx, &queue, id)?;
                }
            }
        }
    }
    Ok(gone)
}

/// Tries a job anew that was given up.
pub fn revive(tx: &Tx, queue: &str, id: JobId, now: Time) -> Result<()> {
    let revived = tx.exec(
        sql!(
            "update jobs set dead_at = null, attempts = 0, due_at = $3
             where queue = $1 and id = $2 and dead_at is not null"
        ),
        params![queue, id, now],
    )?;
    if revived == 0 { Err(Error::not_found(format!("dead job {id}"))) } else { Ok(()) }
}

/// Forgets a job that was given up.
pub fn drop_dead(tx: &Tx, queue: &str, id: JobId) -> Result<()> {
    match delete(tx, queue, id)? {
        0 => Err(Error::not_found(format!("dead job {id}"))),
        _ => Ok(()),
    }
}
