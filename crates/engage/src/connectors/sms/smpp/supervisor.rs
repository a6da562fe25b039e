//! Keeps a session for each door that SMPP carries, as the doors are now.

use std::collections::HashMap;
use std::time::Duration;

use customers::channels::ChannelId;
use kit::{Result, Time, Tx};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::session::asked_to;
use crate::Ctx;
use crate::connectors::{Link, Provider, link};

/// How soon a changed door is connected anew.
const LOOK_EVERY: Duration = Duration::from_secs(2);

struct Running {
    changed_at: Time,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Running {
    fn start(ctx: &Ctx, link: Link) -> Running {
        let (stop, stopped) = watch::channel(false);
        let (ctx, changed_at) = (ctx.clone(), link.changed_at);
        let task = tokio::spawn(async move { super::run(&ctx, &link, stopped).await });
        Running { changed_at, stop, task }
    }

    async fn end(self) {
        self.stop.send(true).ok();
        self.task.await.ok();
    }
}

/// Runs until the server stops.
pub async fn keep_running(ctx: Ctx, mut stop: watch::Receiver<bool>) {
    let mut running: HashMap<ChannelId, Running> = HashMap::new();
    while !*stop.borrow() {
        match wanted(&ctx).await {
            Ok(links) => follow(&ctx, &mut running, links).await,
            Err(error) => tracing::error!(%error, "the doors could not be read; will try again"),
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = asked_to(&mut stop) => {}
        }
    }
    for (_, session) in running {
        session.end().await;
    }
}

async fn follow(ctx: &Ctx, running: &mut HashMap<ChannelId, Running>, links: Vec<Link>) {
    let is_as_it_was = |id: &ChannelId, one: &Running| {
        let same = |link: &Link| link.channel_id == *id && link.changed_at == one.changed_at;
        links.iter().any(same) && !one.task.is_finished()
    };
    let gone: Vec<ChannelId> =
        running.iter().filter(|(id, one)| !is_as_it_was(id, one)).map(|(id, _)| *id).collect();
    for id in gone {
        if let Some(session) = running.remove(&id) {
            session.end().await;
        }
    }
    for link in links {
        running.entry(link.channel_id).or_insert_with(|| Running::start(ctx, link));
    }
}

async fn wanted(ctx: &Ctx) -> Result<Vec<Link>> {
    let read = |tx: &Tx| {
        let mut links = Vec::new();
        for id in link::of_provider(tx, Provider::Smpp)? {
            let channel = customers::channels::store::find(tx, id)?;
            if channel.disabled_at.is_none() {
                links.extend(link::find_maybe(tx, &ctx.secrets, id)?);
            }
        }
        Ok(links)
    };
    ctx.customers.db.read(read).await
}
