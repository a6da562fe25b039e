//! Who wants to hear when something is back, when only a few are left, or when it costs less.
//!
//! ```text
//! wish ──► it comes back (or runs low) ──► job ──► on the timeline of each who wished, once; the wish is fulfilled
//!                                             └──► a letter to each who gave an address, in the same transaction
//! ```
//!
//! What a letter says, and how it goes, is not known here: whoever puts the product together hands in a [`Write`]. The
//! job looks again before it tells: what was back for a moment only is told to nobody.
//!
//! Kept here:
//! - A wish is told once: it goes in the transaction that tells of it.
//! - None is missed: each wish is looked at by itself a moment after it was made, when whatever moved the stock beside
//!   it, and did not see it yet, is over.

pub mod api;
mod ask;
pub mod cheaper;
mod disclosure;
mod store;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use customers::channels::{ChannelId, Door, store as channels};
use customers::identities::CustomerId;
use customers::recording::{By, Happening, Noted};
use kit::i18n::Lang;
use kit::jobs::{self, Handler, Job, NewJob, Outcome, handler};
use kit::money::Money;
use kit::time::seconds;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use crate::Ctx;
use crate::catalogue::{self, Product, Variant, VariantId};
use crate::stock::available;

pub use ask::{Asked, ask, email};
pub use disclosure::Wishes;
pub use store::counts;

/// The queue, and the kind of its jobs.
pub const QUEUE: &str = "stock";
pub const TELL: &str = "tell_wishes";

/// So many or fewer are few.
pub const FEW: i64 = 3;
/// Told in one transaction.
const TOLD_AT_ONCE: i64 = 200;
/// Longer than a movement of stock takes.
const LOOKED_AT_AFTER: i64 = seconds(5);

kit::words! {
    WishKind:
    /// There is some again.
    Back "back",
    /// Few are left.
    Low "low",
    /// It costs less than when they saw it.
    Cheaper "cheaper",
}

impl WishKind {
    fn is_so(self, left: i64) -> bool {
        match self {
            WishKind::Back | WishKind::Cheaper => left > 0,
            WishKind::Low => (1..=FEW).contains(&left),
        }
    }

    fn event(self) -> &'static str {
        match self {
            WishKind::Back => "Product Back In Stock",
            WishKind::Low => "Product Running Low",
            WishKind::Cheaper => "Price Dropped",
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
    /// Where they want to be written to, and in which language.
    pub email: Option<String>,
    pub lang: Option<Lang>,
    /// What it cost when they wished for a lower price, in minor units.
    pub price: Option<i64>,
}

/// What comes true for somebody.
pub struct Told<'a> {
    pub wish: &'a Wish,
    pub product: &'a Product,
    pub variant: &'a Variant,
    /// What it costs now, for whoever waited for a lower price.
    pub price: Option<Money>,
}

/// Writes to somebody who gave an address.
pub type Write = Arc<dyn Fn(&Tx, &Told) -> Result<()> + Send + Sync>;

/// Somebody wants to hear of it. Said twice, it is one wish; the address is the last one given, and the price the last one seen.
pub fn wish(tx: &Tx, wish: &Wish) -> Result<()> {
    store::insert(tx, wish)?;
    let tell = Tell { variant: wish.variant, kind: wish.kind, customer: Some(wish.customer) };
    enqueue(tx, &tell, wish.made_at, wish.made_at.plus(LOOKED_AT_AFTER))
}

/// Takes away what these leaves wished: they were erased.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    store::erase(tx, leaves)
}

/// Of these there is more or less than before: whoever waits for that is told after the commit.
pub(crate) fn stir(
    tx: &Tx,
    variants: &BTreeSet<VariantId>,
    kind: WishKind,
    now: Time,
) -> Result<()> {
    let variants: Vec<VariantId> = variants.iter().copied().collect();
    let wished = store::wished(tx, &variants, kind)?;
    let tell = |variant| enqueue(tx, &Tell { variant, kind, customer: None }, now, now);
    wished.into_iter().try_for_each(tell)
}

fn enqueue(tx: &Tx, tell: &Tell, now: Time, due_at: Time) -> Result<()> {
    let body = serde_json::to_string(tell).map_err(Error::internal)?;
    let key = tell.variant.to_string();
    let job = NewJob { queue: QUEUE, kind: TELL, key: &key, body: &body, due_at };
    jobs::enqueue(tx, &job, now).map(drop)
}

#[derive(Serialize, Deserialize)]
struct Tell {
    variant: VariantId,
    kind: WishKind,
    /// Whom alone it concerns.
    #[serde(default)]
    customer: Option<CustomerId>,
}

/// The jobs of this slice, by their kind.
pub fn handlers(ctx: &Ctx, write: Write) -> HashMap<&'static str, Handler> {
    let ctx = ctx.clone();
    let tell = handler(move |job| {
        let (ctx, write) = (ctx.clone(), write.clone());
        async move { tell_all(&ctx, &job, &write).await.map_or_else(Outcome::from, |()| Outcome::Done) }
    });
    HashMap::from([(TELL, tell)])
}

async fn tell_all(ctx: &Ctx, job: &Job, write: &Write) -> Result<()> {
    let tell: Tell = serde_json::from_str(&job.body).map_err(Error::internal)?;
    loop {
        let now = ctx.customers.clock.now();
        let told = ctx.customers.db.write(|tx| tell_some(ctx, tx, &tell, write, now)).await?;
        let is_all = (told.len() as i64) < TOLD_AT_ONCE;
        for noted in told.into_iter().flatten() {
            ctx.customers.recorder.learn(noted.learned);
        }
        if is_all {
            return Ok(());
        }
    }
}

/// Fulfils some wishes: each an event on the timeline, a letter to whoever gave an address, and the wish is gone.
fn tell_some(
    ctx: &Ctx,
    tx: &Tx,
    tell: &Tell,
    write: &Write,
    now: Time,
) -> Result<Vec<Option<Noted>>> {
    let mut wishes = store::hold_some(tx, tell, TOLD_AT_ONCE)?;
    if tell.kind == WishKind::Cheaper {
        wishes = cheaper::come_true(ctx, tx, wishes, now)?;
    }
    let left = available(tx, &[tell.variant])?.first().map_or(0, |(_, left)| *left);
    if wishes.is_empty() || !tell.kind.is_so(left) {
        return Ok(Vec::new());
    }
    let product = catalogue::store::product_of(tx, tell.variant)?;
    let products = catalogue::store::products(tx, product.as_slice())?;
    let product = products.first().filter(|product| product.is_sold());
    let variant = product.and_then(|one| one.live().find(|one| one.id == tell.variant));
    let (Some(product), Some(variant)) = (product, variant) else { return Ok(Vec::new()) };
    let leaves: Vec<CustomerId> = wishes.iter().map(|wish| wish.customer).collect();
    store::delete(tx, &leaves, tell.variant, tell.kind)?;
    let tell = |wish: &Wish| {
        let price = cheaper::price(ctx, tx, wish, now)?;
        let told = Told { wish, product, variant, price };
        if wish.email.is_some() {
            write(tx, &told)?;
        }
        note(ctx, tx, &told, now)
    };
    wishes.iter().map(tell).collect()
}

/// `None`, where the door is no more.
fn note(ctx: &Ctx, tx: &Tx, told: &Told, now: Time) -> Result<Option<Noted>> {
    let Told { wish, product, variant, price } = told;
    let Some(channel) = channels::find_maybe(tx, wish.channel)? else { return Ok(None) };
    let door = Door { channel: Arc::new(channel), trusted: true };
    let mut properties = serde_json::json!({
        "product_id": product.id,
        "variant": variant.id,
        "sku": variant.sku,
        "name": variant.named(&product.title),
    });
    if let Some(price) = price {
        properties["price"] = price.to_decimal().into();
        properties["currency"] = price.currency.code().into();
    }
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
