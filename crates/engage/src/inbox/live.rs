//! Tells a viewer that what they look at has changed.
//!
//! As with a customer's timeline, a viewer looks again after each commit of this process, a few times a second at most, and
//! every so often for what other processes on the same database did. Looking is one short read; nothing is kept for viewers
//! but a number by which two states are told apart.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use customers::accounts::authority::{Permit, may};
use kit::db::Engine;
use kit::{Result, Time, Tx};
use tokio::sync::watch;

use super::{Asked, counts, page};
use crate::Ctx;
use crate::conversations::{ConversationId, MessageId, store as conversations};

const PAUSE: Duration = Duration::from_millis(200);
/// How long to wait for a commit of this process before looking for those of others.
const OTHERS_AFTER: Duration = Duration::from_millis(500);
const OTHERS_AFTER_EMBEDDED: Duration = Duration::from_secs(5);
/// Of a conversation the newest messages are watched: what changes of older ones is no news.
const MESSAGES_WATCHED: usize = 30;

/// What somebody looks at.
#[derive(Clone, Debug)]
pub enum Watched {
    /// A page of the inbox of this size, and the counts of all views.
    List(Asked, usize),
    Conversation(ConversationId),
}

pub struct Live {
    ctx: Ctx,
    permit: Permit<may::SeeConversations>,
    watched: Watched,
    seen: u64,
    changes: watch::Receiver<u64>,
}

impl Live {
    /// Begins with what is there now.
    pub async fn open(
        ctx: Ctx,
        permit: Permit<may::SeeConversations>,
        watched: Watched,
    ) -> Result<Live> {
        let changes = ctx.customers.db.changes();
        let mut live = Live { ctx, permit, watched, seen: 0, changes };
        live.seen = live.look().await?;
        Ok(live)
    }

    /// What is seen now, as a number: a page that carries it can tell whether something happened before it began to
    /// listen.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Waits until something has changed.
    pub async fn changed(&mut self) -> Result<()> {
        let others_after = match self.ctx.customers.db.engine() {
            Engine::Sqlite => OTHERS_AFTER_EMBEDDED,
            Engine::Postgres => OTHERS_AFTER,
        };
        loop {
            tokio::time::timeout(others_after, self.changes.changed()).await.ok();
            let now = self.look().await?;
            if now != self.seen {
                self.seen = now;
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn look(&self) -> Result<u64> {
        self.ctx.customers.db.read(|tx| mark(tx, &self.permit, &self.watched)).await
    }
}

/// A number that is another one when what is watched is another.
pub fn mark(tx: &Tx, permit: &Permit<may::SeeConversations>, watched: &Watched) -> Result<u64> {
    let text = match watched {
        Watched::List(asked, size) => {
            let page = page(tx, permit, asked, *size)?;
            format!("{:?}{:?}", page.conversations, counts(tx, permit, asked.me)?)
        }
        Watched::Conversation(id) => {
            let parts = conversations::parts(tx, conversations::find(tx, *id)?.root_id)?;
            let ids: Vec<ConversationId> = parts.iter().map(|part| part.id).collect();
            let end = (Time::MAX, MessageId([0xff; 16]));
            let newest = conversations::page(tx, &ids, end, MESSAGES_WATCHED)?;
            let newest: Vec<_> =
                newest.iter().map(|one| (one.id, one.state, one.state_at)).collect();
            format!("{parts:?}{newest:?}")
        }
    };
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    Ok(hasher.finish())
}
