//! Somebody wants to send something back.

use customers::recording::Learned;
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::law::Law;
use super::policy::{self, Policy, Why};
use super::rules::{self, AtHand, Deadlines};
use super::steps::{self, StepKind};
use super::tell::{self, Told};
use super::{Kind, Line, Return, ReturnId, State, number, store};
use crate::Ctx;
use crate::carts::Actor;
use crate::catalogue::categories::Tree;
use crate::catalogue::{self, Sellable, VariantId};
use crate::orders::{self, Delivery, Order, StepKind as OrderStep};

pub const KEY_LENGTH_MAX: usize = 128;
const REASON_CHARS_MAX: usize = 1_000;

/// What somebody wants to send back.
#[derive(Clone, Debug)]
pub struct NewReturn {
    /// Made by whoever asks, new for each return: sent again, it is one return.
    pub key: String,
    pub kind: Kind,
    /// None: all that the customer has of the order.
    pub parts: Vec<Part>,
    /// In the customer's words.
    pub reason: String,
    /// Why staff take it although the policy says no.
    pub goodwill: Option<String>,
}

/// Some pieces of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub position: i64,
    pub quantity: i64,
    /// Where the line was exchanged: which of both. Else what the line says.
    pub variant: Option<VariantId>,
    /// What is wanted instead.
    pub wanted: Option<VariantId>,
}

#[must_use]
pub struct Asked {
    pub back: Return,
    pub lines: Vec<Line>,
    /// It had been asked for before.
    pub is_repeated: bool,
    learned: Option<Learned>,
}

impl Asked {
    /// Call it after the commit.
    pub fn learn(self, ctx: &Ctx) -> Return {
        if let Some(learned) = self.learned {
            ctx.customers.recorder.learn(learned);
        }
        self.back
    }

    pub(super) fn learned(self) -> Option<Learned> {
        self.learned
    }
}

/// What can come back of an order, and until when.
#[derive(Clone, Debug)]
pub struct Chances {
    pub law: Law,
    pub policy: Policy,
    /// None, while nothing has left.
    pub deadlines: Option<Deadlines>,
    pub goods: Vec<Chance>,
}

/// Pieces that are with the customer.
#[derive(Clone, Debug)]
pub struct Chance {
    pub position: i64,
    pub goods: Sellable,
    pub quantity: i64,
    /// Why it comes back only if something is wrong with it.
    pub excluded: Option<Why>,
}

pub fn chances(ctx: &Ctx, tx: &Tx, order: &Order) -> Result<Chances> {
    let lines = orders::store::lines(tx, order)?;
    let returns = store::of_orders(tx, &[order])?;
    let returns: Vec<_> = returns.into_iter().map(|(one, lines)| (one.state, lines)).collect();
    let (country, from_afar) = match &order.delivery {
        Delivery::Address { country, .. } => (country.as_str(), true),
        Delivery::Collect { .. } => (ctx.country.as_str(), true),
        Delivery::Taken { .. } => (ctx.country.as_str(), false),
    };
    let (law, policy) = policy::of(tx, country)?;
    let came = came(tx, order, &lines, &policy)?;
    let deadlines = came.map(|came| Deadlines::of(&law, &policy, came, from_afar));
    let goods = goods(tx, &rules::at_hand(&lines, &returns))?;
    Ok(Chances { law, policy, deadlines, goods })
}

/// When the customer had the last of it: after the last parcel left, and had its time.
fn came(tx: &Tx, order: &Order, lines: &[orders::Line], policy: &Policy) -> Result<Option<Time>> {
    if lines.iter().all(|line| line.shipped == 0) {
        return Ok(None);
    }
    let steps = orders::store::steps(tx, order)?;
    let sent =
        steps.iter().filter(|step| step.kind == OrderStep::Shipped).map(|step| step.at).max();
    let left = sent.unwrap_or(order.placed_at);
    let on_its_way = match order.delivery {
        Delivery::Address { .. } => kit::time::days(policy.transit_days),
        Delivery::Collect { .. } | Delivery::Taken { .. } => 0,
    };
    Ok(Some(left.plus(on_its_way)))
}

fn goods(tx: &Tx, at_hand: &AtHand) -> Result<Vec<Chance>> {
    let variants: Vec<VariantId> = at_hand.keys().map(|(_, variant)| *variant).collect();
    let sellables = catalogue::store::sellables(tx, &variants)?;
    let (exclusions, tree) = (policy::exclusions(tx)?, Tree::load(tx)?);
    let chance = |((position, variant), pieces): (&(i64, VariantId), &i64)| {
        let goods = sellables.iter().find(|one| one.id == *variant)?.clone();
        let excluded = policy::excluded(&exclusions, &tree, &goods);
        Some(Chance { position: *position, goods, quantity: *pieces, excluded })
    };
    Ok(at_hand.iter().filter_map(chance).collect())
}

/// Asks to send something back. Nothing moves yet.
///
/// # Errors
/// `too_late`, `does_not_come_back`, `bought_at_counter`, `not_so_many_to_return`, `nothing_to_return`, `other_product`.
pub fn ask(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    new: &NewReturn,
    now: Time,
) -> Result<Asked> {
    check(new)?;
    let held = orders::hold(tx, order)?;
    let order = &held.order;
    if let Some(back) = store::keyed_maybe(tx, order.customer_id, &new.key)? {
        let lines = store::lines(tx, &back)?;
        return Ok(Asked { back, lines, is_repeated: true, learned: None });
    }
    let lines = lines(tx, &chances(ctx, tx, order)?, new, now)?;
    let (id, none) = (ReturnId::new(now), Money::new(0, order.total.currency));
    let back = Return {
        customer_id: order.customer_id,
        id,
        order_id: order.id,
        number: number::take(tx, order.customer_id, id)?,
        order_number: order.number.clone(),
        kind: new.kind,
        state: State::Asked,
        channel_id: actor.door.channel.id,
        actor: actor.role.as_str().into(),
        actor_name: actor.name.clone(),
        reason: kit::text::clip(new.reason.trim(), REASON_CHARS_MAX).into_owned(),
        goodwill: new.goodwill.clone(),
        delivery: none,
        deduction: none,
        refund: none,
        asked_at: now,
        changed_at: now,
        version: 1,
    };
    store::insert(tx, &back, &new.key, &lines)?;
    let details = json!({ "goodwill": new.goodwill });
    steps::note(tx, &back, actor, StepKind::Asked, &details, now)?;
    let learned = tell::tell(ctx, tx, actor, &back, &Told::new("Return Asked", &lines), now)?;
    Ok(Asked { back, lines, is_repeated: false, learned: Some(learned) })
}

fn check(new: &NewReturn) -> Result<()> {
    let is_key = new.key.bytes().all(|byte| byte.is_ascii_graphic());
    if new.key.is_empty() || new.key.len() > KEY_LENGTH_MAX || !is_key {
        let detail = format!(
            "Send a key of 1 to {KEY_LENGTH_MAX} letters, digits and signs, new for each return."
        );
        return Err(Error::bad_input("bad_key", detail));
    }
    let mut places: Vec<i64> = new.parts.iter().map(|part| part.position).collect();
    places.sort_unstable();
    if places.windows(2).any(|two| two[0] == two[1]) {
        return Err(Error::bad_input("line_repeats", "Name each line of the order once."));
    }
    Ok(())
}

/// The lines of the new return, if each of them may come.
fn lines(tx: &Tx, chances: &Chances, new: &NewReturn, now: Time) -> Result<Vec<Line>> {
    let nothing =
        || Error::conflict("nothing_to_return", "The customer has nothing of this order.");
    let deadlines = chances.deadlines.as_ref().ok_or_else(nothing)?;
    let all = |chance: &Chance| Part {
        position: chance.position,
        quantity: chance.quantity,
        variant: Some(chance.goods.id),
        wanted: None,
    };
    let parts = match new.parts.as_slice() {
        [] => chances.goods.iter().map(all).collect(),
        named => named.to_vec(),
    };
    if parts.is_empty() {
        return Err(nothing());
    }
    let line = |part: &Part| {
        let named = |one: &&Chance| {
            one.position == part.position && part.variant.is_none_or(|it| it == one.goods.id)
        };
        let chance = chances.goods.iter().find(named);
        let there = chance.map_or(0, |chance| chance.quantity);
        let Some(chance) = chance.filter(|_| (1..=there).contains(&part.quantity)) else {
            return Err(rules::not_so_many(part.position, there, part.quantity));
        };
        if new.goodwill.is_none() {
            rules::may_come(new.kind, deadlines, chance.excluded, now)?;
        }
        let wanted = wanted(tx, new.kind, part, &chance.goods)?;
        Ok(Line {
            position: part.position,
            variant: chance.goods.id,
            wanted,
            sku: chance.goods.sku.clone(),
            title: chance.goods.title.clone(),
            quantity: part.quantity,
            restocked: 0,
            written_off: 0,
            kept: 0,
            refund: 0,
        })
    };
    parts.iter().map(line).collect()
}

/// What goes out instead: another of the same product, for the price that was paid.
fn wanted(tx: &Tx, kind: Kind, part: &Part, goods: &Sellable) -> Result<Option<VariantId>> {
    let wanted = match (kind, part.wanted) {
        (Kind::Exchange, Some(wanted)) => wanted,
        (Kind::Exchange, None) => {
            let detail = format!("Say what is wanted instead of line {}.", part.position);
            return Err(Error::bad_input("nothing_wanted", detail));
        }
        (_, None) => return Ok(None),
        (_, Some(_)) => {
            let detail = "Only an exchange wants something instead.";
            return Err(Error::bad_input("no_exchange", detail));
        }
    };
    let found = catalogue::store::sellables(tx, &[wanted])?;
    if found.iter().any(|one| one.product_id == goods.product_id && one.is_sold) {
        return Ok(Some(wanted));
    }
    let detail = "An exchange is for another size or colour of the same product. For something else, return it and buy anew.";
    Err(Error::conflict("other_product", detail))
}
