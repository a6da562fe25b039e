//! Tells a viewer that what they look at has changed.
//!
//! One watcher serves the whole process: after a commit of this process, and every so often for what other processes on
//! the same database did, it asks once which conversations changed of late. While nothing does, two hundred viewers cost
//! that one short read. Beside it, and less often, it looks after the people whose conversations are open. What several
//! look at is looked at once for all of them; nothing is kept but a number by which two states are told apart.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use customers::accounts::authority::{Permit, may};
use customers::context::marks;
use customers::events::log::Log;
use customers::identities::CustomerId;
use kit::db::{Engine, Hearing};
use kit::time::seconds;
use kit::{Db, Result, Time, Tx};
use tokio::sync::watch;

use super::people::People;
use super::{Asked, counts, page, store};
use crate::conversations::{ConversationId, MessageId, store as conversations};
use crate::{Ctx, views};

/// Between two looks passes as long as the last one took: looking never costs more than half of one processor, and a
/// quiet inbox hears at once.
const PAUSE_MIN: Duration = Duration::from_millis(20);
const PAUSE_MAX: Duration = Duration::from_millis(500);
/// How long to wait for a commit of this process before looking for those of others.
const OTHERS_AFTER: Duration = Duration::from_millis(500);
/// Between two looks at those who speak, and for those that other processes change.
const PEOPLE_PAUSE: Duration = Duration::from_millis(250);
const PEOPLE_OTHERS_AFTER: Duration = Duration::from_secs(1);
/// A change is written before it is committed, and by clocks that differ: look this far back.
const OVERLAP: i64 = seconds(10);
/// More changes than this at once, and everybody looks for themselves.
const CHANGES_MAX: usize = 1_000;
/// Of a conversation the newest messages are watched: what changes of older ones is no news.
const MESSAGES_WATCHED: usize = 30;

/// In place of a number, where what is watched is no more.
const GONE: u64 = 1;

/// What somebody looks at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Watched {
    /// A page of the inbox of this size, and the counts of all views.
    List(Asked, usize),
    Conversation(ConversationId),
}

/// Who looks at what in this process.
#[derive(Clone, Default)]
pub struct Watcher(Arc<Shared>);

#[derive(Default)]
struct Shared {
    topics: Mutex<HashMap<Watched, Topic>>,
    people: Mutex<People>,
    runs: AtomicBool,
}

/// What at least one viewer looks at. Its number is 0 until somebody has looked.
#[derive(Clone)]
struct Topic {
    /// Of the first who looked; the others have shown theirs as well.
    permit: Arc<Permit<may::SeeConversations>>,
    state: watch::Sender<Marks>,
    /// While somebody looks, other processes are heard.
    _others: Hearing,
}

/// What was seen last, as numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Marks {
    content: u64,
    /// How often anything happened in a conversation. Whoever came and went between two looks leaves no other trace.
    touches: u64,
}

/// What has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Content,
    /// Something else: perhaps somebody came, went, or began to write.
    Others,
}

pub struct Live {
    seen: Marks,
    state: watch::Receiver<Marks>,
}

impl Live {
    /// Begins with what is there now.
    pub async fn open(
        ctx: Ctx,
        permit: Permit<may::SeeConversations>,
        watched: Watched,
    ) -> Result<Live> {
        let watcher = ctx.watcher.clone();
        // It is listened to before anybody looks: so nothing falls in between.
        let (topic, mut state) = watcher.listen(&ctx.customers.db, &watched, permit);
        if state.borrow().content == 0 {
            let log = &ctx.customers.recorder.log;
            let look = |tx: &Tx| {
                if let Watched::Conversation(id) = &watched {
                    watcher.people().note(tx, log, *id)?;
                }
                mark(tx, log, &topic.permit, &watched)
            };
            let content = ctx.customers.db.read(look).await?;
            topic.state.send_if_modified(|known| {
                let is_first = known.content == 0;
                if is_first {
                    known.content = content;
                }
                is_first
            });
        }
        watcher.start(ctx);
        let seen = *state.borrow_and_update();
        Ok(Live { seen, state })
    }

    /// What is seen now, as a number: a page that carries it can tell whether something happened before it began to
    /// listen.
    pub fn seen(&self) -> u64 {
        self.seen.content
    }

    /// Waits until something has changed.
    pub async fn changed(&mut self) -> Result<News> {
        self.state.changed().await.map_err(kit::Error::internal)?;
        let now = *self.state.borrow_and_update();
        let before = std::mem::replace(&mut self.seen, now);
        Ok(if now.content == before.content { News::Others } else { News::Content })
    }
}

impl Watcher {
    fn topics(&self) -> MutexGuard<'_, HashMap<Watched, Topic>> {
        self.0.topics.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listen(
        &self,
        db: &Db,
        watched: &Watched,
        permit: Permit<may::SeeConversations>,
    ) -> (Topic, watch::Receiver<Marks>) {
        let mut topics = self.topics();
        let topic = topics.entry(watched.clone()).or_insert_with(|| Topic {
            permit: Arc::new(permit),
            state: watch::Sender::new(Marks::default()),
            _others: db.hear_others(),
        });
        (topic.clone(), topic.state.subscribe())
    }

    fn people(&self) -> MutexGuard<'_, People> {
        self.0.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts with the first viewer.
    fn start(&self, ctx: Ctx) {
        if !self.0.runs.swap(true, Ordering::Relaxed) {
            let (watcher, theirs) = (self.clone(), ctx.clone());
            tokio::spawn(async move { watcher.follow_people(theirs).await });
            let watcher = self.clone();
            tokio::spawn(async move { watcher.run(ctx).await });
        }
    }

    /// Looks after those whose conversations are open: less often than after what is said, and not in its way.
    async fn follow_people(&self, ctx: Ctx) {
        let mut changes = ctx.customers.db.changes();
        loop {
            tokio::time::timeout(PEOPLE_OTHERS_AFTER, changes.changed()).await.ok();
            if let Err(error) = self.look_at_people(&ctx).await {
                tracing::warn!(%error, "those who speak could not be looked at; it is tried again");
            }
            tokio::time::sleep(PEOPLE_PAUSE).await;
        }
    }

    async fn look_at_people(&self, ctx: &Ctx) -> Result<()> {
        if self.conversations().is_empty() {
            return Ok(());
        }
        let log = &ctx.customers.recorder.log;
        let look = |tx: &Tx| {
            // Whoever begins to look is listed first and noted then: with the notes in the hand, the list misses nobody.
            let mut people = self.people();
            let watched = self.conversations();
            let mut news = Vec::new();
            for id in people.changed(tx, log, &watched.keys().copied().collect())? {
                let Some(topic) = watched.get(&id).cloned() else { continue };
                // What is gone is told by the look at what is said.
                let mark = mark(tx, log, &topic.permit, &Watched::Conversation(id)).unwrap_or(GONE);
                news.push((topic, mark));
            }
            Ok(news)
        };
        for (topic, mark) in ctx.customers.db.read(look).await? {
            let tell = |known: &mut Marks| std::mem::replace(&mut known.content, mark) != mark;
            topic.state.send_if_modified(tell);
        }
        Ok(())
    }

    /// The conversations that somebody looks at.
    fn conversations(&self) -> HashMap<ConversationId, Topic> {
        let topics = self.topics();
        let looked_at = topics.iter().filter(|(_, topic)| topic.state.receiver_count() > 0);
        let conversations = looked_at.filter_map(|(watched, topic)| match watched {
            Watched::Conversation(id) => Some((*id, topic.clone())),
            Watched::List(..) => None,
        });
        conversations.collect()
    }

    async fn run(&self, ctx: Ctx) {
        let mut changes = ctx.customers.db.changes();
        let mut told: HashSet<(ConversationId, i64)> = HashSet::new();
        // What others write into the same file is heard; on PostgreSQL only asking tells.
        let others_after = match ctx.customers.db.engine() {
            Engine::Sqlite => 4 * OTHERS_AFTER,
            Engine::Postgres => OTHERS_AFTER,
        };
        loop {
            tokio::time::timeout(others_after, changes.changed()).await.ok();
            let began = Instant::now();
            self.topics().retain(|_, topic| topic.state.receiver_count() > 0);
            if let Err(error) = self.look(&ctx, &mut told).await {
                tracing::warn!(%error, "the inbox could not be looked at; the next round tries again");
            }
            // What is committed meanwhile is looked at after the pause.
            tokio::time::sleep(began.elapsed().clamp(PAUSE_MIN, PAUSE_MAX)).await;
        }
    }

    async fn look(&self, ctx: &Ctx, told: &mut HashSet<(ConversationId, i64)>) -> Result<()> {
        let since = ctx.customers.clock.now().minus(OVERLAP);
        let read = |tx: &Tx| store::changed_since(tx, since, CHANGES_MAX);
        let changed = ctx.customers.db.read(read).await?;
        let is_all = changed.len() == CHANGES_MAX;
        let now: HashSet<(ConversationId, i64)> =
            changed.iter().map(|one| (one.id, one.version)).collect();
        let news = changed.iter().filter(|one| !told.contains(&(one.id, one.version)));
        let news: HashSet<ConversationId> = news.flat_map(|one| [one.id, one.root_id]).collect();
        *told = now;
        if news.is_empty() {
            return Ok(());
        }
        let log = &ctx.customers.recorder.log;
        let mut topics: Vec<(Watched, Topic)> =
            self.topics().iter().map(|(watched, topic)| (watched.clone(), topic.clone())).collect();
        // Whoever talks with a customer hears before those who look at a list.
        topics.sort_by_key(|(watched, _)| matches!(watched, Watched::List(..)));
        for (watched, topic) in topics {
            if matches!(&watched, Watched::Conversation(id) if !is_all && !news.contains(id)) {
                continue;
            }
            let look = |tx: &Tx| mark(tx, log, &topic.permit, &watched);
            // What is gone is news too: the page that asks again is told.
            let content = ctx.customers.db.read(look).await.unwrap_or(GONE);
            let is_list = matches!(watched, Watched::List(..));
            topic.state.send_if_modified(|known| {
                let is_same = std::mem::replace(&mut known.content, content) == content;
                known.touches += u64::from(!is_list);
                !(is_list && is_same)
            });
        }
        Ok(())
    }
}

/// A number that is another one when what is watched is another.
pub fn mark(
    tx: &Tx,
    log: &Log,
    permit: &Permit<may::SeeConversations>,
    watched: &Watched,
) -> Result<u64> {
    let text = match watched {
        Watched::List(asked, size) => {
            let page = page(tx, permit, asked, *size)?.conversations;
            let counts = (counts(tx, permit, asked.me)?, views::counted(tx, permit)?);
            let leaves: Vec<CustomerId> = page.iter().map(|one| one.customer_id).collect();
            format!("{page:?}{counts:?}{:?}", marks::names(tx, &leaves)?)
        }
        Watched::Conversation(id) => {
            let parts = conversations::parts(tx, conversations::find(tx, *id)?.root_id)?;
            let leaves: Vec<CustomerId> = parts.iter().map(|part| part.customer_id).collect();
            let people = marks::marks(tx, log, &leaves)?;
            let ids: Vec<ConversationId> = parts.iter().map(|part| part.id).collect();
            let end = (Time::MAX, MessageId([0xff; 16]));
            let newest = conversations::page(tx, &ids, end, MESSAGES_WATCHED)?;
            let newest: Vec<_> =
                newest.iter().map(|one| (one.id, one.state, one.state_at)).collect();
            format!("{parts:?}{newest:?}{people:?}")
        }
    };
    Ok(number(&text))
}

fn number(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    // 0 stands for not yet, 1 for gone.
    hasher.finish().max(2)
}
