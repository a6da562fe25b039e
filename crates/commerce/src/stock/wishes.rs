//! Who wants to hear when something is back, or when only a few are left.
//!
//! ```text
//! wish ──► it comes back (or runs low) ──► job ──► on the timeline of each who wished, once; the wish is fulfilled
//! ```
//!
//! What follows from the event (a letter, a message, nothing without consent) is decided by whoever listens to the
//! timeline. The job looks again before it tells: what was back for a moment only is told to nobody.

use std::collections::BTreeSet;
use std::sync::Arc;

use customers::channels::{ChannelId, Door, store as channels};
use customers::identities::CustomerId;
use customers::recording::{By, Happening, Noted};
use kit::jobs::{self, Job, NewJob, Outcome};
use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::{available, store_wishes as rows};
use crate::Ctx;
use crate::catalogue::{self, Sellable, VariantId};

/// The queue, and the kind of its jobs.
pub const QUEUE: &str = "stock";
pub const TELL: &str = "tell_wishes";

/// So many or fewer are few.
pub const FEW: i64 = 3;
/// Told in one transaction.
const TOLD_AT_ONCE: i64 = 200;

kit::words! {
    WishKind:
    /// There is some again.
    Back "back",
    /// Few are left.
    Low "low",
}

impl WishKind {
    fn is_so(self, left: i64) -> bool {
        match self {
            WishKind::Back => left > 0,
            WishKind::Low => (1..=FEW).contains(&left),
        }
    }

    fn event(self) -> &'static str {
        match self {
            WishKind::Back => "Product Back In Stock",
            WishKind::Low => "Product Running Low",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub customer: CustomerId,
    pub variant: VariantId,
    pub kind: WishKind,
    /// The door at which they said so.
    pub channel: ChannelId,
    pub made_at: Time,
}

/// Somebody wants to hear of it. Said twice, it is one wish.
pub fn wish(tx: &Tx, wish: &Wish) -> Result<()> {
    rows::insert(tx, wish)
}

pub fn forget(tx: &Tx, leaves: &[CustomerId], variant: VariantId, kind: WishKind) -> Result<()> {
    rows::delete(tx, leaves, variant, kind)
}

/// Takes away what these leaves wished: they were erased.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    rows::erase(tx, leaves)
}

/// Of these there is more or less than before: whoever waits for that is told after the commit.
pub(super) fn stir(
    tx: &Tx,
    variants: &BTreeSet<VariantId>,
    kind: WishKind,
    now: Time,
) -> Result<()> {
    let variants: Vec<VariantId> = variants.iter().copied().collect();
    for variant in rows::wished(tx, &variants, kind)? {
        let body = serde_json::to_string(&Tell { variant, kind }).map_err(kit::Error::internal)?;
        let key = variant.to_string();
        let job = NewJob { queue: QUEUE, kind: TELL, key: &key, body: &body, due_at: now };
        jobs::enqueue(tx, &job, now)?;
    }
    Ok(())
}

#[derive(Serialize, Deserialize)]
struct Tell {
    variant: VariantId,
    kind: WishKind,
}

pub async fn tell_job(ctx: &Ctx, job: &Job) -> Outcome {
    let tell: Tell = match serde_json::from_str(&job.body) {
        Ok(tell) => tell,
        Err(error) => return Outcome::Dead { error: error.to_string() },
    };
    match tell_all(ctx, &tell).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Later { after: None, error: error.to_string() },
    }
}

async fn tell_all(ctx: &Ctx, tell: &Tell) -> Result<()> {
    loop {
        let now = ctx.customers.clock.now();
        let told = ctx.customers.db.write(|tx| tell_some(ctx, tx, tell, now)).await?;
        let is_all = (told.len() as i64) < TOLD_AT_ONCE;
        for noted in told.into_iter().flatten() {
            ctx.customers.recorder.learn(noted.learned);
        }
        if is_all {
            return Ok(());
        }
    }
}

/// Fulfils some wishes: each an event on the timeline, and the wish is gone.
fn tell_some(ctx: &Ctx, tx: &Tx, tell: &Tell, now: Time) -> Result<Vec<Option<Noted>>> {
    let left = available(tx, &[tell.variant])?.first().map_or(0, |(_, left)| *left);
    let sellables = catalogue::store::sellables(tx, &[tell.variant])?;
    let Some(sold) = sellables.first().filter(|sold| sold.is_sold && tell.kind.is_so(left)) else {
        return Ok(Vec::new());
    };
    let wishes = rows::hold_some(tx, tell.variant, tell.kind, TOLD_AT_ONCE)?;
    let leaves: Vec<CustomerId> = wishes.iter().map(|wish| wish.customer).collect();
    rows::delete(tx, &leaves, tell.variant, tell.kind)?;
    wishes.iter().map(|wish| note(ctx, tx, wish, sold, now)).collect()
}

/// `None`, where the door is no more.
fn note(ctx: &Ctx, tx: &Tx, wish: &Wish, sold: &Sellable, now: Time) -> Result<Option<Noted>> {
    let Some(channel) = channels::find_maybe(tx, wish.channel)? else { return Ok(None) };
    let door = Door { channel: Arc::new(channel), trusted: true };
    let properties = serde_json::json!({
        "product_id": sold.product_id.to_string(),
        "variant": sold.id.to_string(),
        "sku": sold.sku,
        "name": sold.title,
    });
    let key = format!("{} {} {} {}", wish.kind.as_str(), wish.variant, wish.customer, wish.made_at);
    let what = Happening {
        name: wish.kind.event(),
        key: &key,
        at: now,
        by: By::Leaf(wish.customer),
        properties: &properties.to_string(),
    };
    ctx.customers.recorder.note(tx, &door, &what, now).map(Some)
}
