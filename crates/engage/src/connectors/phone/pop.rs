//! The screen pop: who calls, on every desk where the telephone rings, before anybody answers.
//!
//! As with the inbox, a viewer looks again after each commit of this process, and every half second for those of others:
//! nobody waits longer for a telephone. A look reads the few calls that go on, and no more.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use customers::channels::ChannelId;
use customers::identities::{CustomerId, Identity, graph, store as identities};
use kit::db::Hearing;
use kit::{Result, Tx};
use tokio::sync::watch;

use super::call::{Call, CallState, TALKING_MAX};
use super::record::call_of;
use super::rules::is_shown;
use super::store;
use crate::Ctx;
use crate::conversations::{ConversationId, MessageId, store as messages};

const PAUSE: Duration = Duration::from_millis(100);
const OTHERS_AFTER: Duration = Duration::from_millis(500);

/// A call that goes on, for somebody at the desk.
#[derive(Clone, Debug)]
pub struct Shown {
    pub channel_id: ChannelId,
    pub message_id: MessageId,
    pub conversation_id: ConversationId,
    pub call: Call,
    pub state: CallState,
    /// `phone:+48…`, if it is a number.
    pub address: Option<String>,
    /// On whom the call hangs.
    pub caller: CustomerId,
    /// Whose number it is: who calls if the number tells the truth.
    pub holder: Option<CustomerId>,
}

/// The calls that this person is shown now, the newest first.
pub fn shown(
    tx: &Tx,
    ctx: &Ctx,
    _: &Permit<may::SeeConversations>,
    viewer: Option<AccountId>,
) -> Result<Vec<Shown>> {
    let now = ctx.customers.clock.now();
    let live = store::live(tx, now.minus(TALKING_MAX))?;
    if live.is_empty() {
        return Ok(Vec::new());
    }
    let extensions = store::extensions(tx)?;
    let mut all = Vec::new();
    for one in live {
        let message = messages::find_message(tx, one.message_id)?;
        let Some(call) = call_of(&message) else { continue };
        let state = call.state_at(now);
        let of_door: Vec<_> =
            extensions.iter().filter(|known| known.channel_id == one.channel_id).cloned().collect();
        if !is_shown(&call, state, viewer, &of_door) {
            continue;
        }
        let caller = graph::root(tx, one.customer_id)?;
        all.push(Shown {
            channel_id: one.channel_id,
            message_id: one.message_id,
            conversation_id: messages::find(tx, message.conversation_id)?.root_id,
            call,
            state,
            holder: holder(tx, message.address.as_deref(), caller)?,
            address: message.address,
            caller,
        });
    }
    Ok(all)
}

/// The known customer whose number this is; else the only one who says that it is theirs.
fn holder(tx: &Tx, address: Option<&str>, caller: CustomerId) -> Result<Option<CustomerId>> {
    let Some((kind, value)) = address.and_then(|address| address.split_once(':')) else {
        return Ok(None);
    };
    let number = Identity::new(kind.parse()?, value);
    if let Some(held) = identities::find_maybe(tx, &number)?
        && held.shared_at.is_none()
    {
        let holder = graph::root(tx, held.customer_id)?;
        return Ok(Some(holder).filter(|holder| *holder != caller));
    }
    let mut claimants = Vec::new();
    for claim in identities::claimants(tx, &number)? {
        let claimant = graph::root(tx, claim.customer_id)?;
        if claimant != caller && !claimants.contains(&claimant) {
            claimants.push(claimant);
        }
    }
    Ok(match claimants.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// Follows the calls of one desk.
pub struct Live {
    ctx: Ctx,
    viewer: Option<AccountId>,
    permit: Permit<may::SeeConversations>,
    seen: Option<u64>,
    changes: watch::Receiver<u64>,
    _others: Hearing,
}

impl Live {
    /// Has shown nothing yet.
    pub fn open(
        ctx: Ctx,
        permit: Permit<may::SeeConversations>,
        viewer: Option<AccountId>,
    ) -> Live {
        let changes = ctx.customers.db.changes();
        let _others = ctx.customers.db.hear_others();
        Live { ctx, viewer, permit, seen: None, changes, _others }
    }

    /// The calls that are there, at once; then waits until others are to be shown, or other things of them.
    pub async fn changed(&mut self) -> Result<Vec<Shown>> {
        loop {
            self.changes.mark_unchanged();
            let look = |tx: &Tx| shown(tx, &self.ctx, &self.permit, self.viewer);
            let found = self.ctx.customers.db.read(look).await?;
            let now = mark(&found);
            if self.seen != Some(now) {
                self.seen = Some(now);
                return Ok(found);
            }
            tokio::time::sleep(PAUSE).await;
            tokio::time::timeout(OTHERS_AFTER, self.changes.changed()).await.ok();
        }
    }
}

fn mark(shown: &[Shown]) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{shown:?}").hash(&mut hasher);
    hasher.finish()
}
