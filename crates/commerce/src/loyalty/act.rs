//! Points are earned, taken back and spent; a card is given out.

use customers::accounts::{Permit, audit, may};
use customers::identities::{
    CustomerId, Identity, Kind as IdentityKind, graph, store as identities,
};
use customers::recording::{By, Happening, Learned};
use kit::time::days;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::rules::{Balance, Counted, Program, Tier, balance};
use super::{Kind, Posting, PostingId, card, paying, store};
use crate::Ctx;
use crate::carts::{Actor, Scope};
use crate::orders::{Line, Order, Payment};
use crate::{returns, tenders};

const KEY_LENGTH_MAX: usize = 128;
const REFERENCE_CHARS_MAX: usize = 200;
const CARDS_TRIED_MAX: usize = 20;

/// What a customer has, at whatever door they got it.
#[derive(Clone, Debug)]
pub struct Account {
    pub balance: Balance,
    pub tier: Option<Tier>,
    pub next_tier: Option<Tier>,
    /// The numbers of the cards that the customer holds.
    pub cards: Vec<String>,
    /// The newest first.
    pub postings: Vec<Posting>,
}

pub fn account(tx: &Tx, leaves: &[CustomerId], now: Time) -> Result<Account> {
    let mut postings = store::of_leaves(tx, leaves)?;
    let (balance, program) = (balance(&postings, now), store::program(tx)?);
    postings.reverse();
    let cards = identities::list(tx, leaves)?.into_iter();
    let cards = cards.filter(|held| held.kind == IdentityKind::LOYALTY_CARD);
    Ok(Account {
        tier: program.tier(balance.earned).cloned(),
        next_tier: program.next_tier(balance.earned).cloned(),
        cards: cards.map(|held| held.value).collect(),
        balance,
        postings,
    })
}

pub async fn set_program(
    ctx: &Ctx,
    permit: &Permit<may::SetPrices>,
    program: &Program,
) -> Result<()> {
    program.check()?;
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        store::save_program(tx, program, now)?;
        let detail = json!({ "program": program });
        audit::record(tx, now, permit.actor(), "loyalty_program_set", "loyalty", &detail)
    };
    ctx.customers.db.write(write).await
}

/// Brings the points of an order in step with what of it is paid and kept. The caller holds the customer.
pub fn follow(tx: &Tx, actor: &Actor, order: &Order, lines: &[Line], now: Time) -> Result<()> {
    let mut earlier = store::of_order(tx, order.customer_id, order.id)?;
    earlier.retain(|one| matches!(one.kind, Kind::Earned | Kind::TakenBack));
    let known = earlier.iter().find_map(|one| one.counted.clone());
    let (program, is_first) = (store::program(tx)?, known.is_none());
    let counted = match known {
        Some(text) => serde_json::from_str(&text).map_err(Error::internal)?,
        None => match program.earns.get(&order.total.currency) {
            Some(rate) if order.payment == Payment::Paid => {
                Counted { rate: *rate, percent: percent(tx, order.customer_id, now)? }
            }
            _ => return Ok(()),
        },
    };
    let due = counted.points(worth(tx, order, lines)?);
    let points = due - earlier.iter().map(|one| one.points).sum::<i64>();
    if points == 0 {
        return Ok(());
    }
    let counted = serde_json::to_string(&counted).map_err(Error::internal)?;
    let came = points > 0;
    store::insert(
        tx,
        &Posting {
            key: format!("{}:{}", order.id, order.version),
            kind: if came { Kind::Earned } else { Kind::TakenBack },
            points,
            expires_at: program.expire_days.filter(|_| came).map(|n| now.plus(days(n))),
            order_id: Some(order.id),
            reference: order.number.clone(),
            counted: is_first.then_some(counted),
            ..posting(actor, order.customer_id, now)
        },
    )
}

pub(super) fn posting(actor: &Actor, leaf: CustomerId, now: Time) -> Posting {
    Posting {
        customer_id: leaf,
        id: PostingId::new(now),
        key: String::new(),
        kind: Kind::Earned,
        points: 0,
        at: now,
        expires_at: None,
        order_id: None,
        reference: String::new(),
        counted: None,
        channel_id: actor.door.channel.id,
        actor: actor.role.as_str().into(),
        actor_name: actor.name.clone(),
    }
}

fn percent(tx: &Tx, leaf: CustomerId, now: Time) -> Result<i64> {
    let leaves = graph::leaves(tx, leaf)?;
    Ok(tier(tx, &leaves, now)?.map_or(100, |tier| tier.percent))
}

/// The tier that a customer has reached, if the programme has any.
pub fn tier(tx: &Tx, leaves: &[CustomerId], now: Time) -> Result<Option<Tier>> {
    let program = store::program(tx)?;
    if program.tiers.is_empty() {
        return Ok(None);
    }
    let earned = balance(&store::of_leaves(tx, leaves)?, now).earned;
    Ok(program.tier(earned).cloned())
}

/// What was paid for the pieces that are neither cancelled nor paid back, without what points paid.
fn worth(tx: &Tx, order: &Order, lines: &[Line]) -> Result<i64> {
    if order.payment == Payment::Awaited {
        return Ok(0);
    }
    let sold = |line: &Line| {
        returns::rules::share(line.total.minor, line.quantity, 0, line.quantity - line.cancelled)
    };
    let back = returns::store::of_orders(tx, &[order])?;
    let back: i64 = back.iter().flat_map(|(_, lines)| lines).map(|line| line.refund).sum();
    let by_points = tenders::in_force(tx, order, Some(tenders::Kind::Points))?;
    Ok(lines.iter().map(sold).sum::<i64>() - back - by_points)
}

/// Points that somebody wants to use.
#[derive(Clone, Debug)]
pub struct Spending {
    /// Made by whoever asks, new for each spending: sent again, it is one.
    pub key: String,
    pub points: i64,
    /// What for: the number of an order, a present.
    pub reference: String,
}

#[must_use]
pub struct Spent {
    pub account: Account,
    learned: Option<Learned>,
}

impl Spent {
    /// Call it after the commit.
    pub fn learn(self, ctx: &Ctx) -> Account {
        if let Some(learned) = self.learned {
            ctx.customers.recorder.learn(learned);
        }
        self.account
    }
}

/// Takes points, all or nothing: the own leaf's first, then those of the customer's others.
///
/// # Errors
/// `too_few_points`, `key_used`, `bad_points`, `bad_key`.
pub fn spend(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    leaf: CustomerId,
    wanted: &Spending,
    now: Time,
) -> Result<Spent> {
    check(wanted)?;
    let scope = Scope::whole(leaf);
    scope.hold(tx)?;
    let leaves = scope.leaves(tx)?;
    let all = store::of_leaves(tx, &leaves)?;
    let key = format!("spend:{}", wanted.key);
    let known: i64 = all.iter().filter(|one| one.key == key).map(|one| -one.points).sum();
    if known > 0 {
        if known != wanted.points {
            let detail = format!("With this key {known} points were spent already.");
            return Err(Error::conflict("key_used", detail));
        }
        return Ok(Spent { account: account(tx, &leaves, now)?, learned: None });
    }
    let there = balance(&all, now).points;
    if there < wanted.points {
        return Err(paying::too_few(there, wanted.points));
    }
    for (of, points) in paying::split(&all, &leaves, wanted.points, now) {
        let reference = kit::text::clip(wanted.reference.trim(), REFERENCE_CHARS_MAX).into_owned();
        let (kind, key) = (Kind::Spent, key.clone());
        store::insert(
            tx,
            &Posting { key, kind, points: -points, reference, ..posting(actor, of, now) },
        )?;
    }
    let properties = json!({ "points": wanted.points, "reference": wanted.reference });
    let happening = Happening {
        name: "Points Spent",
        key: &format!("points:{}:{key}", leaf),
        at: now,
        by: By::Leaf(leaf),
        properties: &properties.to_string(),
    };
    let learned = ctx.customers.recorder.note(tx, &actor.door, &happening, now)?.learned;
    Ok(Spent { account: account(tx, &leaves, now)?, learned: Some(learned) })
}

fn check(wanted: &Spending) -> Result<()> {
    let is_key = wanted.key.bytes().all(|byte| byte.is_ascii_graphic());
    if wanted.key.is_empty() || wanted.key.len() > KEY_LENGTH_MAX || !is_key {
        let detail = format!("Send a key of 1 to {KEY_LENGTH_MAX} letters, new for each spending.");
        return Err(Error::bad_input("bad_key", detail));
    }
    if wanted.points < 1 {
        return Err(Error::bad_input("bad_points", "Points are a whole number above zero."));
    }
    Ok(())
}

/// The customer's card; a new one, where they have none.
pub fn issue_card(tx: &Tx, actor: &Actor, leaf: CustomerId, now: Time) -> Result<String> {
    let scope = Scope::whole(leaf);
    scope.hold(tx)?;
    let held = identities::list(tx, &scope.leaves(tx)?)?;
    if let Some(known) = held.into_iter().find(|held| held.kind == IdentityKind::LOYALTY_CARD) {
        return Ok(known.value);
    }
    for _ in 0..CARDS_TRIED_MAX {
        let mut bits = [0; 8];
        getrandom::fill(&mut bits).map_err(Error::internal)?;
        let number = card::number(u64::from_le_bytes(bits));
        let identity = Identity::new(IdentityKind::LOYALTY_CARD, number.clone());
        let channel = actor.door.channel.id;
        if identities::insert_new(tx, &[(&identity, leaf)], true, channel, now)? == 1 {
            return Ok(number);
        }
    }
    Err(Error::internal("no number of a card is free"))
}
