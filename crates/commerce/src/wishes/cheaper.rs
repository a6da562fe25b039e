//! Who waits until something costs less than when they saw it. Prices change by themselves, when a sale begins: so they
//! are looked at every few minutes.

use std::time::Duration;

use kit::money::Money;
use kit::{Result, Time, Tx};
use tokio::sync::watch;

use super::{Tell, Wish, WishKind, enqueue, store};
use crate::Ctx;
use crate::carts::Scope;
use crate::orders;
use crate::promotions::{Shelf, offers};
use crate::stock::available;

const LOOK_EVERY: Duration = Duration::from_secs(300);
/// Looked at in one transaction.
const PAGE_SIZE: usize = 500;

/// Tells whoever waited, until the server stops. Several processes may look: a wish is told once.
pub async fn keep_up(ctx: Ctx, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        if let Err(error) = look(&ctx).await {
            tracing::error!(%error, "who waits for a lower price could not be found; will try again");
        }
        tokio::time::timeout(LOOK_EVERY, stopped.changed()).await.ok();
    }
}

/// Finds those for whom it came true; a job tells each.
pub async fn look(ctx: &Ctx) -> Result<()> {
    let (db, mut after) = (&ctx.customers.db, None);
    loop {
        let now = ctx.customers.clock.now();
        let page = db.read(|tx| store::waiting(tx, WishKind::Cheaper, after, PAGE_SIZE)).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some((last.customer, last.variant));
        let due = db.read(|tx| due(ctx, tx, page.clone(), now)).await?;
        let tell = |tx: &Tx| due.iter().try_for_each(|tell| enqueue(tx, tell, now, now));
        if !due.is_empty() {
            db.write(tell).await?;
        }
    }
}

fn due(ctx: &Ctx, tx: &Tx, wishes: Vec<Wish>, now: Time) -> Result<Vec<Tell>> {
    let tell =
        |wish: Wish| Tell { variant: wish.variant, kind: wish.kind, customer: Some(wish.customer) };
    Ok(come_true(ctx, tx, wishes, now)?.into_iter().map(tell).collect())
}

/// Of these: it costs less than when they saw it, and there is some.
pub(super) fn come_true(ctx: &Ctx, tx: &Tx, wishes: Vec<Wish>, now: Time) -> Result<Vec<Wish>> {
    let mut found = Vec::new();
    for wish in wishes {
        let price = price(ctx, tx, &wish, now)?;
        let is_less = price.is_some_and(|price| wish.price.is_some_and(|then| price.minor < then));
        if is_less && available(tx, &[wish.variant])?.iter().any(|(_, left)| *left > 0) {
            found.push(wish);
        }
    }
    Ok(found)
}

/// What they see at their door; nothing, for whoever waits for something else. As the group that this leaf is proven to be
/// of, and no more: the letter goes where they said.
pub(super) fn price(ctx: &Ctx, tx: &Tx, wish: &Wish, at: Time) -> Result<Option<Money>> {
    if wish.kind != WishKind::Cheaper {
        return Ok(None);
    }
    let group = orders::group(tx, Scope::part(wish.customer).own)?;
    let currency = ctx.customers.defaults.currency;
    let shelf = Shelf { door: wish.channel, group: group.as_deref(), currency, at };
    let offers = offers(tx, &shelf, &[wish.variant])?;
    Ok(offers.get(&wish.variant).map(|offer| Money::new(offer.unit, currency)))
}
