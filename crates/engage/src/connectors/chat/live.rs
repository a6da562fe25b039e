//! What is said appears by itself. One watcher for the whole process looks for new messages when something was
//! written, and twice a second for what other processes wrote; it wakes only the streams that it concerns. So
//! thousands of open pages cost no reads while nobody talks with them.

use std::collections::{HashMap, HashSet, VecDeque};
use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::{HeaderName, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use customers::channels::ChannelId;
use futures_util::stream;
use kit::time::seconds;
use kit::{Result, Time, Tx};
use tokio::sync::broadcast::{Receiver, Sender, channel};

use super::visit::Visit;
use super::{Chat, page, store};
use crate::Ctx;
use crate::conversations::MessageId;

/// Proxies cut what is silent for a minute, some sooner.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// A browser that lost us comes back after this.
const RETRY: Duration = Duration::from_secs(2);
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// A burst of writes is looked at once.
const BREATH: Duration = Duration::from_millis(30);
/// Ids are made before their commit, and by clocks that differ: look this far back.
const OVERLAP: i64 = seconds(10);
const LOOK_SIZE: usize = 2_000;
/// Signals that a slow stream may be behind; it then looks for itself.
const BEHIND_MAX: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    Said,
    AgentTypes,
    /// The shop has seen all that the visitor wrote.
    AgentRead,
    VisitorTypes,
}

/// Who listens to what, in this process.
#[derive(Clone, Default)]
pub struct Live {
    topics: Arc<Mutex<HashMap<String, Sender<Signal>>>>,
    is_watched: Arc<AtomicBool>,
}

/// An address at a door: `chn_…/device:…`.
pub fn topic(channel: ChannelId, address: &str) -> String {
    format!("{channel}/{address}")
}

impl Live {
    /// Tells whoever listens; nothing is kept for others.
    pub fn tell(&self, topic: &str, signal: Signal) {
        let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sender) = topics.get(topic)
            && sender.send(signal).is_err()
        {
            topics.remove(topic);
        }
    }

    pub fn listen(&self, topic: String) -> Receiver<Signal> {
        let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
        topics.entry(topic).or_insert_with(|| channel(BEHIND_MAX).0).subscribe()
    }

    fn forget_unheard(&self) {
        let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
        topics.retain(|_, sender| sender.receiver_count() > 0);
    }

    /// Starts the watcher with the first stream.
    fn watch(&self, ctx: &Ctx) {
        if !self.is_watched.swap(true, Ordering::Relaxed) {
            tokio::spawn(watch(self.clone(), ctx.clone()));
        }
    }
}

/// The least id that a message of this moment can have.
fn first_id(at: Time) -> MessageId {
    MessageId((((at.as_ms().max(0)) as u128) << 80).to_be_bytes())
}

async fn watch(live: Live, ctx: Ctx) {
    let db = &ctx.customers.db;
    let mut changes = db.changes();
    let mut told: HashSet<MessageId> = HashSet::new();
    loop {
        let since = first_id(ctx.customers.clock.now().minus(OVERLAP));
        match db.read(|tx| store::said_after(tx, since, LOOK_SIZE)).await {
            Ok(said) => {
                told.retain(|id| *id > since);
                for said in said.into_iter().filter(|said| told.insert(said.id)) {
                    let address = said.address.as_deref().unwrap_or_default();
                    live.tell(&topic(said.channel_id, address), Signal::Said);
                    live.tell(&said.customer_id.to_string(), Signal::Said);
                }
            }
            Err(error) => tracing::warn!(%error, "the chat's watcher could not look"),
        }
        live.forget_unheard();
        tokio::time::timeout(LOOK_EVERY, changes.changed()).await.ok();
        tokio::time::sleep(BREATH).await;
        changes.mark_unchanged();
    }
}

struct Following {
    chat: Chat,
    visit: Visit,
    after: MessageId,
    heard: Vec<Receiver<Signal>>,
    waiting: VecDeque<Event>,
}

/// The stream of one page: `message` with its id, `typing`, `read`.
pub async fn follow(chat: Chat, visit: Visit, after: MessageId) -> Result<Response> {
    chat.live.watch(&chat.ctx);
    let channel = visit.door.channel.id;
    let leaves = chat.ctx.customers.db.read(|tx| page::leaves(tx, &visit)).await?;
    let addresses = visit.addresses();
    let topics = addresses.iter().map(|address| topic(channel, address));
    let topics = topics.chain(leaves.iter().map(ToString::to_string));
    let heard = topics.map(|topic| chat.live.listen(topic)).collect();
    let hello = Event::default().event("hello").data("{}").retry(RETRY);
    let mut following = Following { chat, visit, after, heard, waiting: VecDeque::from([hello]) };
    // What was said before we listened.
    following.look().await?;
    let events = stream::unfold(following, async |mut following| {
        loop {
            if let Some(event) = following.waiting.pop_front() {
                return Some((Ok::<_, Infallible>(event), following));
            }
            match next(&mut following.heard).await {
                Signal::Said => following.look().await.ok()?,
                Signal::AgentTypes => following.say("typing"),
                Signal::AgentRead => following.say("read"),
                Signal::VisitorTypes => {}
            }
        }
    });
    let headers = [
        (HeaderName::from_static("x-accel-buffering"), "no"),
        (header::CACHE_CONTROL, "no-cache, no-transform"),
    ];
    let stream = Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    Ok((headers, stream).into_response())
}

impl Following {
    fn say(&mut self, name: &str) {
        self.waiting.push_back(Event::default().event(name).data("{}"));
    }

    async fn look(&mut self) -> Result<()> {
        let (visit, after) = (&self.visit, self.after);
        let read = |tx: &Tx| page::after(tx, visit, after);
        for shown in self.chat.ctx.customers.db.read(read).await? {
            self.after = self.after.max(shown.id);
            let data = serde_json::to_string(&shown).map_err(kit::Error::internal)?;
            let event = Event::default().event("message").id(shown.id.to_string()).data(data);
            self.waiting.push_back(event);
        }
        Ok(())
    }
}

/// The next signal of any of them; of one that is behind, that something was said.
async fn next(receivers: &mut [Receiver<Signal>]) -> Signal {
    use tokio::sync::broadcast::error::RecvError;
    let all = receivers.iter_mut().map(|receiver| Box::pin(receiver.recv()));
    let (signal, _, _) = futures_util::future::select_all(all).await;
    match signal {
        Ok(signal) => signal,
        Err(RecvError::Lagged(_)) => Signal::Said,
        // All topics live as long as somebody listens; this cannot be reached, and must not spin.
        Err(RecvError::Closed) => std::future::pending().await,
    }
}
