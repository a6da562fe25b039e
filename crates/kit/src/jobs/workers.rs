//! Does the work that waits: looks at each commit of this process, and every so often for those of others.

use std::collections::{HashMap, HashSet};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::holder::{self, Holder};
use super::{ATTEMPTS_MAX, BEAT, BREAK_OFF, JOB_TIME_MAX, Job, Outcome, again_after, store};
use crate::{Clock, Db, Error, Result, Time, Tx};

/// Jobs of different keys that a queue does beside each other.
const WIDTH: usize = 8;
/// How often to look for what another process wrote, or for what has become due.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// Does the jobs of one kind.
pub type Handler = Arc<dyn Fn(Job) -> Pin<Box<dyn Future<Output = Outcome> + Send>> + Send + Sync>;

/// Makes a handler of an async function.
pub fn handler<F>(f: impl Fn(Job) -> F + Send + Sync + 'static) -> Handler
where
    F: Future<Output = Outcome> + Send + 'static,
{
    Arc::new(move |job| Box::pin(f(job)))
}

/// Who does the jobs of this process.
#[derive(Clone)]
pub struct Workers {
    db: Db,
    clock: Clock,
    handlers: Arc<HashMap<&'static str, Handler>>,
    holder: Arc<Holder>,
}

impl Workers {
    pub fn new(db: Db, clock: Clock, handlers: HashMap<&'static str, Handler>) -> Workers {
        let holder = Arc::new(Holder::new(&clock));
        Workers { db, clock, handlers: Arc::new(handlers), holder }
    }

    /// Works until the server stops; then finishes what is under way.
    pub async fn keep_working(mut self, mut stop: watch::Receiver<bool>) {
        self.succeed().await;
        let mut changes = self.db.changes();
        let mut at_work: JoinSet<String> = JoinSet::new();
        let mut busy: HashSet<String> = HashSet::new();
        loop {
            match self.ready().await {
                Ok(queues) => {
                    for queue in queues {
                        if busy.insert(queue.clone()) {
                            let (this, stop) = (self.clone(), stop.clone());
                            at_work.spawn(async move { this.work_through(queue, &stop).await });
                        }
                    }
                }
                Err(error) => {
                    tracing::error!(%error, "the queues could not be read; will try again")
                }
            }
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => break,
                Some(done) = at_work.join_next() => {
                    if let Ok(queue) = done {
                        busy.remove(&queue);
                    }
                }
                // Commits come in crowds: one look serves many.
                () = async {
                    tokio::time::timeout(LOOK_EVERY, changes.changed()).await.ok();
                    tokio::time::sleep(Duration::from_millis(5)).await;
                } => {}
            }
        }
        while at_work.join_next().await.is_some() {}
    }

    /// Takes over from whoever worked here and died. Where that cannot be known, their holds end by themselves.
    async fn succeed(&mut self) {
        match holder::free_dead(&self.db).await {
            Ok(0) => {}
            Ok(dead) => tracing::info!(dead, "what processes held that are dead is free"),
            Err(error) => tracing::warn!(%error, "whether others are dead could not be seen"),
        }
        match Holder::locked(&self.db, &self.clock) {
            Ok(holder) => self.holder = Arc::new(holder),
            Err(error) => {
                tracing::warn!(%error, "others will not see at once when this process dies")
            }
        }
    }

    /// Does all that is due now, also what becomes due by it: for tests and commands.
    pub async fn finish(&self) -> Result<()> {
        let (_keep, stop) = watch::channel(false);
        loop {
            let ready = self.ready().await?;
            if ready.is_empty() {
                return Ok(());
            }
            join_all(ready.into_iter().map(|queue| self.work_through(queue, &stop))).await;
        }
    }

    async fn ready(&self) -> Result<Vec<String>> {
        let now = self.clock.now();
        self.db.read(|tx| store::ready(tx, now)).await
    }

    /// One queue, until nothing is due in it or it has to pause. Gives the queue's name back.
    async fn work_through(&self, queue: String, stop: &watch::Receiver<bool>) -> String {
        if let Err(error) = self.try_work_through(&queue, stop).await {
            tracing::error!(%error, queue, "a queue could not be worked on; will try again");
        }
        queue
    }

    async fn try_work_through(&self, queue: &str, stop: &watch::Receiver<bool>) -> Result<()> {
        let hold = self.holder.hold(&self.clock);
        let mut is_held = false;
        while !*stop.borrow() {
            let renewed = Instant::now();
            let Some(jobs) = self.take(queue, &hold).await? else { break };
            is_held = true;
            let first = first_of_each_key(jobs);
            if first.is_empty() {
                break;
            }
            let tries = first.into_iter().map(|job| async {
                let outcome = self.do_one(&job).await;
                (job, outcome)
            });
            match self.while_held(queue, &hold, renewed, join_all(tries)).await {
                Some(done) => self.note(queue, &done).await?,
                None => {
                    tracing::warn!(
                        queue,
                        "a queue could not be held; what was under way is broken off"
                    );
                    return Ok(());
                }
            }
        }
        if !is_held {
            return Ok(());
        }
        // Also where it pauses, so that the pause alone says when to go on.
        self.db.write(|tx| store::release(tx, queue, &hold)).await
    }

    /// What is due in a queue, which is held from now on. None when another has it, or it pauses.
    async fn take(&self, queue: &str, hold: &str) -> Result<Option<Vec<Job>>> {
        let now = self.clock.now();
        let take = |tx: &Tx| {
            if !store::lease(tx, queue, hold, now)? {
                return Ok(None);
            }
            // Whether the other side is back, one job finds out.
            let at_most = if store::failures(tx, queue)? > 0 { 1 } else { 4 * WIDTH };
            store::due(tx, queue, at_most, now).map(Some)
        };
        self.db.write(take).await
    }

    /// Waits for work, and renews the hold meanwhile. None when that was not possible for too long, or another has the
    /// queue: then the work is dropped, which breaks it off.
    async fn while_held<T>(
        &self,
        queue: &str,
        hold: &str,
        mut renewed: Instant,
        work: impl Future<Output = T>,
    ) -> Option<T> {
        let mut work = pin!(work);
        loop {
            let began = Instant::now();
            let renewing = async {
                tokio::time::sleep(BEAT).await;
                // In a task, since a transaction that has begun must not be dropped.
                tokio::spawn(self.clone().renew(queue.to_string(), hold.to_string())).await
            };
            tokio::select! {
                done = &mut work => return Some(done),
                held = renewing => match held {
                    Ok(Ok(true)) => renewed = began,
                    Ok(Ok(false)) => return None,
                    Ok(Err(error)) => tracing::warn!(%error, queue, "a hold could not be renewed"),
                    Err(panic) => tracing::error!(%panic, queue, "a hold could not be renewed"),
                },
                () = tokio::time::sleep_until(renewed + BREAK_OFF) => return None,
            }
        }
    }

    async fn renew(self, queue: String, hold: String) -> Result<bool> {
        let now = self.clock.now();
        self.db.write(|tx| store::renew(tx, &queue, &hold, now)).await
    }

    async fn do_one(&self, job: &Job) -> Outcome {
        let Some(handler) = self.handlers.get(job.kind.as_str()) else {
            return Outcome::Dead {
                error: format!("nobody does jobs of the kind “{}”", job.kind)
            };
        };
        // In a task of its own, so that one that panics takes nobody along; which ends with the set, if we are broken off.
        let mut work = JoinSet::new();
        work.spawn(handler(job.clone()));
        match tokio::time::timeout(JOB_TIME_MAX, work.join_next()).await {
            Ok(Some(Ok(outcome))) => outcome,
            Ok(Some(Err(panic))) => Outcome::Later { after: None, error: panic.to_string() },
            Ok(None) | Err(_) => {
                Outcome::Down { error: format!("no answer in {} s", JOB_TIME_MAX.as_secs()) }
            }
        }
    }

    async fn note(&self, queue: &str, done: &[(Job, Outcome)]) -> Result<()> {
        let now = self.clock.now();
        let note = |tx: &Tx| {
            let mut down = None;
            for (job, outcome) in done {
                match outcome {
                    Outcome::Done => drop(store::delete(tx, queue, job.id)?),
                    Outcome::Down { error } => {
                        down = Some((down.map_or(0, |(rest, _)| rest), error))
                    }
                    Outcome::Unanswered { after, error } => {
                        put_off(tx, job, Some(*after), error, now)?;
                        down = Some((*after, error));
                    }
                    Outcome::Dead { error } => store::bury(tx, job, error, now)?,
                    Outcome::Later { after, error } => put_off(tx, job, *after, error, now)?,
                }
            }
            match down {
                Some((rest, error)) => store::set_down(tx, queue, error, rest, now),
                None => store::set_up(tx, queue),
            }
        };
        self.db.write(note).await
    }
}

fn put_off(tx: &Tx, job: &Job, after: Option<i64>, error: &str, now: Time) -> Result<()> {
    if job.attempts + 1 >= ATTEMPTS_MAX {
        return store::bury(tx, job, error, now);
    }
    let after = after.unwrap_or_else(|| again_after(job.attempts + 1));
    store::put_off(tx, job, now.plus(after), error)
}

/// The oldest of each key, at most [`WIDTH`].
fn first_of_each_key(jobs: Vec<Job>) -> Vec<Job> {
    let mut keys = HashSet::new();
    jobs.into_iter().filter(|job| keys.insert(job.key.clone())).take(WIDTH).collect()
}

impl From<Error> for Outcome {
    /// What fails on our own side is tried again.
    fn from(error: Error) -> Outcome {
        Outcome::Later { after: None, error: error.to_string() }
    }
}
