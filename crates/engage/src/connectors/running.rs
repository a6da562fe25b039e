//! The long-lived work of doors: a mailbox that is watched, a session that is kept open. One task for each; started when
//! its door is connected, started anew when that was changed, ended when the door is shut.
//!
//! A task that fails, panics or returns is started again after a pause that grows, and hurts no other. One that hangs
//! holds up nothing but its own door.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use customers::channels::{ChannelId, store as channels};
use kit::{Result, Time, Tx};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::email;
use super::link::{self, Provider};
use super::phone::asterisk;
use super::sms::smpp;
use super::{telegram, tokens, whatsapp};
use crate::Ctx;

const LOOK_EVERY: Duration = Duration::from_secs(2);
const PAUSE_MIN: Duration = Duration::from_secs(1);
const PAUSE_MAX: Duration = Duration::from_secs(300);
/// To say goodbye to the other side.
const FAREWELL: Duration = Duration::from_secs(3);
/// Whoever worked so long did not fail at the start: its next pause is the shortest again.
const WORKED: Duration = Duration::from_secs(60);

type Work = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// Starts the work of a door, which ends when it is asked to.
type Start = fn(Ctx, ChannelId, watch::Receiver<bool>) -> Work;

/// What is to run for a door as long as it is connected: one line for each provider that needs it.
fn work_of(provider: Provider) -> Option<Start> {
    match provider {
        Provider::Email => Some(|ctx, door, _| Box::pin(email::listen(ctx, door))),
        Provider::Smpp => Some(|ctx, door, stop| Box::pin(smpp::keep(ctx, door, stop))),
        Provider::Telegram => Some(|ctx, door, stop| Box::pin(telegram::keep(ctx, door, stop))),
        Provider::Whatsapp => {
            Some(|ctx, door, stop| Box::pin(whatsapp::templates::keep(ctx, door, stop)))
        }
        Provider::Instagram => Some(|ctx, door, stop| Box::pin(tokens::keep(ctx, door, stop))),
        Provider::Asterisk => Some(|ctx, door, stop| Box::pin(asterisk::keep(ctx, door, stop))),
        _ => None,
    }
}

struct Running {
    changed_at: Time,
    started: Instant,
    task: Option<JoinHandle<Result<()>>>,
    stop: watch::Sender<bool>,
    failures: u32,
    again_at: Instant,
}

/// Keeps all of it running until the server stops.
pub async fn keep_running(ctx: Ctx, mut stop: watch::Receiver<bool>) {
    let mut all: HashMap<ChannelId, Running> = HashMap::new();
    loop {
        match ctx.customers.db.read(wanted).await {
            Ok(wanted) => look_after(&ctx, &mut all, wanted).await,
            Err(error) => tracing::error!(%error, "the doors could not be read; will try again"),
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => break,
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
    for (_, running) in all {
        end(running).await;
    }
}

/// The open doors for which something has to run.
fn wanted(tx: &Tx) -> Result<HashMap<ChannelId, (Provider, Time)>> {
    let open = channels::list(tx)?.into_iter().filter(|door| door.disabled_at.is_none());
    let open: Vec<ChannelId> = open.map(|door| door.id).collect();
    let links = link::list(tx)?.into_iter();
    let links = links.filter(|(id, provider, _)| open.contains(id) && work_of(*provider).is_some());
    Ok(links.map(|(id, provider, changed_at)| (id, (provider, changed_at))).collect())
}

async fn look_after(
    ctx: &Ctx,
    all: &mut HashMap<ChannelId, Running>,
    wanted: HashMap<ChannelId, (Provider, Time)>,
) {
    let is_over = |id: &ChannelId, running: &Running| {
        wanted.get(id).is_none_or(|(_, changed_at)| *changed_at != running.changed_at)
    };
    let over: Vec<ChannelId> =
        all.iter().filter(|(id, running)| is_over(id, running)).map(|(id, _)| *id).collect();
    for id in over {
        if let Some(running) = all.remove(&id) {
            end(running).await;
        }
    }
    for (id, (provider, changed_at)) in wanted {
        let Some(work) = work_of(provider) else { continue };
        let now = Instant::now();
        let running = all.entry(id).or_insert(Running {
            changed_at,
            started: now,
            task: None,
            stop: watch::Sender::new(false),
            failures: 0,
            again_at: now,
        });
        if running.task.as_ref().is_some_and(JoinHandle::is_finished) {
            note_end(id, running).await;
        }
        if running.task.is_none() && running.again_at <= now {
            running.started = now;
            running.task = Some(tokio::spawn(work(ctx.clone(), id, running.stop.subscribe())));
        }
    }
}

/// It ended by itself: why, and when to try again.
async fn note_end(door: ChannelId, running: &mut Running) {
    let Some(task) = running.task.take() else { return };
    let why = match task.await {
        Ok(Ok(())) => "it ended".to_string(),
        Ok(Err(error)) => error.to_string(),
        Err(panic) => panic.to_string(),
    };
    running.failures = if running.started.elapsed() > WORKED { 1 } else { running.failures + 1 };
    let pause = pause(running.failures);
    running.again_at = Instant::now() + pause;
    tracing::warn!(%door, why, seconds = pause.as_secs(), "a door's connection ended; will try again");
}

fn pause(failures: u32) -> Duration {
    PAUSE_MIN.saturating_mul(1 << failures.saturating_sub(1).min(16)).min(PAUSE_MAX)
}

/// Asks it to end, and makes it where it does not. Whoever only listens has nothing to finish.
async fn end(running: Running) {
    let Some(mut task) = running.task else { return };
    if running.stop.send(true).is_ok() && tokio::time::timeout(FAREWELL, &mut task).await.is_ok() {
        return;
    }
    task.abort();
    task.await.ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_five_minutes() {
        let seconds = |failures| pause(failures).as_secs();
        assert_eq!([1, 2, 3, 9, 10, 99].map(seconds), [1, 2, 4, 256, 300, 300]);
    }
}
