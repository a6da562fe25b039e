//! They are told how many there are and what each costs: only what differs from what they say.

use std::collections::HashMap;

use kit::money::{Currency, Money};
use kit::{Result, Time, Tx};

use super::feeds::Session;
use super::store_variants::{self as variants, Linked};
use super::theirs::Change;
use super::{Keeper, Link, Trouble, aside, rules};
use crate::Ctx;
use crate::catalogue::VariantId;
use crate::prices::{self, Ask};
use crate::stock;

/// Looked at together, and told in one call.
const PAGE_SIZE: i64 = 100;

/// Tells the difference. What was told is written down after they took it: if we die between, it is told again.
pub async fn tell(ctx: &Ctx, link: &Link, session: &Session) -> Result<Result<(), Trouble>> {
    if !link.settings.tells_stock && link.settings.goods == Keeper::Theirs {
        return Ok(Ok(()));
    }
    let mut after = VariantId([0; 16]);
    loop {
        let read = |tx: &Tx| variants::page(tx, link.id(), after, PAGE_SIZE);
        let page = ctx.customers.db.read(read).await?;
        let Some(last) = page.last() else { return Ok(Ok(())) };
        after = last.variant;
        let now = ctx.customers.clock.now();
        let offered = offered(ctx, link, &page, now).await?;
        let changes = ctx.customers.db.read(|tx| changes(ctx, tx, link, &page, &offered)).await?;
        if changes.is_empty() {
            continue;
        }
        let told: Vec<Change> = changes.iter().map(|(_, change)| change.clone()).collect();
        let other = match session.tell(&told).await {
            Ok(other) => other,
            Err(trouble) => return Ok(Err(trouble)),
        };
        let write = |tx: &Tx| {
            for (variant, change) in &changes {
                let price = change.price.map(|price| price.minor);
                let said = other.iter().find(|counted| counted.their_id == change.their_id);
                let stock = said.map_or(change.stock, |counted| Some(counted.quantity));
                variants::set_said(tx, link.id(), *variant, stock, price, Some(now))?;
            }
            Ok(())
        };
        ctx.customers.db.write(write).await?;
    }
}

/// How many of each may be sold there. What is still to be counted in is not among them: they would hear that they have
/// none.
pub(super) type Offered = HashMap<VariantId, i64>;

pub(super) async fn offered(ctx: &Ctx, link: &Link, page: &[Linked], now: Time) -> Result<Offered> {
    let db = &ctx.customers.db;
    if !link.settings.tells_stock {
        return Ok(Offered::new());
    }
    let is_counted =
        |linked: &&Linked| link.settings.location.is_none() || linked.counted_at.is_some();
    let counted: Vec<&Linked> = page.iter().filter(is_counted).collect();
    if link.settings.aside_max() == 0 {
        let ids: Vec<VariantId> = counted.iter().map(|linked| linked.variant).collect();
        return Ok(db.read(|tx| stock::available(tx, &ids)).await?.into_iter().collect());
    }
    let look =
        |tx: &Tx| counted.iter().map(|one| aside::look(tx, link, one)).collect::<Result<Vec<_>>>();
    let mut offered = Offered::new();
    for (linked, found) in counted.iter().zip(db.read(look).await?) {
        let told = match found.is_settled() {
            true => Ok(found.rule.told),
            false => db.write(|tx| aside::settle(tx, link, linked, now)).await,
        };
        match told {
            Ok(told) => offered.insert(linked.variant, told),
            // Others were quicker. What is held is theirs, and the next reading tries again.
            Err(error) if error.code == "out_of_stock" => {
                offered.insert(linked.variant, found.held)
            }
            Err(error) => return Err(error),
        };
    }
    Ok(offered)
}

/// What of these is otherwise here than they say.
fn changes(
    ctx: &Ctx,
    tx: &Tx,
    link: &Link,
    page: &[Linked],
    offered: &Offered,
) -> Result<Vec<(VariantId, Change)>> {
    let ids: Vec<VariantId> = page.iter().map(|linked| linked.variant).collect();
    let currency = ctx.customers.defaults.currency;
    let costs = match link.settings.goods {
        Keeper::Ours => costs(ctx, tx, &ids, currency)?,
        Keeper::Theirs => HashMap::new(),
    };
    let change = |linked: &Linked| {
        let target = offered.get(&linked.variant);
        let target = target.map(|some| rules::target(link.system, *some, linked.open));
        let stock = target.filter(|target| linked.stock != Some(*target));
        let price = costs.get(&linked.variant).copied();
        let price = price.filter(|price| linked.price != Some(*price));
        let change = Change {
            their_id: linked.their_id.clone(),
            address: linked.address.clone(),
            stock,
            stock_before: linked.stock,
            price: price.map(|price| Money::new(price, currency)),
        };
        (stock.is_some() || price.is_some()).then_some((linked.variant, change))
    };
    Ok(page.iter().filter_map(change).collect())
}

/// What each costs here for everybody, one piece, now.
fn costs(
    ctx: &Ctx,
    tx: &Tx,
    ids: &[VariantId],
    currency: Currency,
) -> Result<HashMap<VariantId, i64>> {
    let at = ctx.customers.clock.now();
    let ask = |&variant: &VariantId| Ask { variant, group: None, currency, quantity: 1, at };
    let asks: Vec<Ask> = ids.iter().map(ask).collect();
    let prices = prices::of(tx, &asks)?;
    let minor = |(id, price): (&VariantId, Option<prices::Price>)| Some((*id, price?.unit.minor));
    Ok(ids.iter().zip(prices).filter_map(minor).collect())
}
