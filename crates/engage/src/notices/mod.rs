//! What one of the staff should hear of although they look elsewhere: a customer of theirs wrote, one wrote whom nobody has
//! taken yet, a colleague called them.
//!
//! ```text
//! a conversation changed ─► whom does it concern? (rules, pure) ─► every desk that listens ─► theirs, and not away? ─► told
//! ```
//!
//! One look serves the whole process: after a commit, twice a second at most, it reads what changed of late, however many
//! desks listen. Nothing is kept: whoever was not there finds it in the inbox.
//!
//! Kept here:
//! - The same message is told once, also when its conversation changes again.
//! - Whoever is away is told nothing.
//!
//! Start reading at [`rules::notices`] (pure), then [`Live`].

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use customers::channels::ChannelId;
use customers::context::list as people;
use customers::identities::{CustomerId, graph};
use kit::db::Hearing;
use kit::error::Kind;
use kit::time::seconds;
use kit::{Error, Result, Time, Tx};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use crate::conversations::{ConversationId, TeamId};
use crate::{Ctx, teams};

const PAUSE: Duration = Duration::from_millis(500);
/// How long to wait for a commit of this process before looking for those of others.
const OTHERS_AFTER: Duration = Duration::from_secs(2);
/// A change is written before it is committed, and by clocks that differ: look this far back.
const OVERLAP: i64 = seconds(10);
/// Of more changes at once, the newest are told.
const CHANGES_MAX: usize = 500;
/// A desk that is further behind than this misses the oldest.
const BEHIND_MAX: usize = 256;

/// Why somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// A customer of theirs wrote.
    Mine,
    /// A customer wrote whom nobody has taken.
    Nobodys,
    /// A colleague called them into it.
    Called,
}

impl Why {
    pub fn as_str(self) -> &'static str {
        match self {
            Why::Mine => "mine",
            Why::Nobodys => "nobodys",
            Why::Called => "called",
        }
    }
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum To {
    Account(AccountId),
    Team(TeamId),
    Everybody,
}

#[derive(Clone, Debug)]
pub struct Notice {
    pub why: Why,
    pub to: To,
    /// The root.
    pub conversation_id: ConversationId,
    pub customer_id: CustomerId,
    /// As the customer is called, where that is known.
    pub name: Option<String>,
    /// The door of the newest message, and its first words.
    pub channel_id: ChannelId,
    pub text: String,
    pub at: Time,
}

/// Who listens in this process.
#[derive(Clone, Default)]
pub struct Notices(Arc<Shared>);

struct Shared {
    told: broadcast::Sender<Arc<Notice>>,
    runs: AtomicBool,
}

impl Default for Shared {
    fn default() -> Shared {
        Shared { told: broadcast::Sender::new(BEHIND_MAX), runs: AtomicBool::new(false) }
    }
}

/// The notices of one desk, as they come.
pub struct Live {
    ctx: Ctx,
    me: Option<AccountId>,
    /// What is older is no news here.
    since: Time,
    heard: broadcast::Receiver<Arc<Notice>>,
    _others: Hearing,
}

impl Live {
    /// Begins with what comes from now on.
    pub fn open(ctx: Ctx, by: &Permit<may::SeeConversations>) -> Live {
        let (heard, since) = (ctx.notices.0.told.subscribe(), ctx.customers.clock.now());
        let _others = ctx.customers.db.hear_others();
        if !ctx.notices.0.runs.swap(true, Ordering::Relaxed) {
            let (notices, ctx) = (ctx.notices.clone(), ctx.clone());
            tokio::spawn(async move { notices.run(ctx).await });
        }
        Live { me: by.actor().account_id, ctx, since, heard, _others }
    }

    /// The next notice that anybody here is told; perhaps not this desk. Nothing is lost by not waiting for it to the end.
    pub async fn next(&mut self) -> Result<Arc<Notice>> {
        loop {
            match self.heard.recv().await {
                Ok(notice) => return Ok(notice),
                Err(RecvError::Lagged(missed)) => tracing::debug!(missed, "a desk is behind"),
                Err(RecvError::Closed) => return Err(Error::internal("nobody tells any more")),
            }
        }
    }

    /// Whether it is for this desk, where somebody is at work.
    pub async fn is_for_me(&self, notice: &Notice) -> Result<bool> {
        if notice.at <= self.since {
            return Ok(false);
        }
        let Some(me) = self.me else { return Ok(notice.to == To::Everybody) };
        let look = |tx: &Tx| {
            let is_mine = match notice.to {
                To::Account(account) => account == me,
                To::Team(team) => teams::store::teams_of(tx, me)?.contains(&team),
                To::Everybody => true,
            };
            Ok(is_mine && teams::store::agents(tx, &[me])?.iter().all(|agent| agent.is_on))
        };
        self.ctx.customers.db.read(look).await
    }
}

impl Notices {
    async fn run(&self, ctx: Ctx) {
        let mut changes = ctx.customers.db.changes();
        let mut told = HashSet::new();
        loop {
            if self.0.told.receiver_count() > 0
                && let Err(error) = self.look(&ctx, &mut told).await
            {
                tracing::warn!(%error, "what staff should hear of could not be read; it is tried again");
            }
            tokio::time::sleep(PAUSE).await;
            tokio::time::timeout(OTHERS_AFTER, changes.changed()).await.ok();
        }
    }

    async fn look(&self, ctx: &Ctx, told: &mut HashSet<rules::Key>) -> Result<()> {
        let since = ctx.customers.clock.now().minus(OVERLAP);
        let read = |tx: &Tx| {
            let changed = store::changed_since(tx, since, CHANGES_MAX)?;
            let customers: Vec<CustomerId> = changed.iter().map(|one| one.customer_id).collect();
            let calls = store::calls_since(tx, &customers, since)?;
            let mut found = rules::notices(&changed, &calls);
            found.retain(|notice| notice.at > since && !told.contains(&rules::key(notice)));
            found.iter_mut().try_for_each(|notice| named(tx, notice))?;
            Ok(found)
        };
        let found = ctx.customers.db.read(read).await?;
        told.retain(|key| key.at > since);
        for notice in found {
            told.insert(rules::key(&notice));
            // Nobody listens any more: then nobody misses it.
            self.0.told.send(Arc::new(notice)).ok();
        }
        Ok(())
    }
}

fn named(tx: &Tx, notice: &mut Notice) -> Result<()> {
    match people::line(tx, graph::root(tx, notice.customer_id)?) {
        Ok(line) => notice.name = line.customer.name,
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(error),
    }
    Ok(())
}
