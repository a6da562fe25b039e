//! What is done to carts: changed, led back, closed. Each in the transaction of whoever asks.

use std::collections::{BTreeMap, BTreeSet};

use customers::identities::CustomerId;
use kit::{Error, Result, Time, Tx};

use super::rules::{self, Delta, Parts};
use super::store::{self, CartRow, Made};
use super::{Actor, CartId, Change, ChangeId, Changed, Kind, Role, Scope, goods, tell};
use crate::Ctx;
use crate::orders::OrderId;

pub const KEY_LENGTH_MAX: usize = 128;
/// Between two changes of one cart, so that all that the timeline is told of the first stands before the second.
const STEP: i64 = kit::time::ms(1);

/// Changes the customer's cart. More goes to the part of `leaf`, whose timeline is told.
pub fn change(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    leaf: CustomerId,
    change: &Change,
    now: Time,
) -> Result<Changed> {
    change_in(ctx, tx, actor, &Scope::whole(leaf), change, now)
}

/// Changes what somebody sees of a cart.
pub fn change_in(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    scope: &Scope,
    change: &Change,
    now: Time,
) -> Result<Changed> {
    may_be_key(&change.key)?;
    let held = Held::open(tx, scope)?;
    if let Some(id) = store::change_of_key_maybe(tx, &held.leaves, &change.key)? {
        return Ok(Changed { id, is_repeated: true, learned: Vec::new() });
    }
    let deltas = rules::decide(&held.parts, scope.own.leaf, &change.actions)?;
    let goods = goods::of(tx, deltas.iter().map(|delta| &delta.line))?;
    let more = deltas.iter().filter(|delta| delta.by > 0).map(|delta| &delta.line);
    goods::must_be_sold(&goods, more)?;
    let step = Step { actor, key: &change.key, deltas: &deltas, goods: &goods };
    held.save(ctx, tx, &step, now)
}

/// An earlier state that somebody wants back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restore {
    /// As it was when this change had been made.
    After(ChangeId),
    /// As it was before it: this one and all later ones are taken back.
    Before(ChangeId),
}

/// Leads back to an earlier state of all that is seen, by a change like any other.
pub fn restore(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    scope: &Scope,
    to: Restore,
    key: &str,
    now: Time,
) -> Result<Changed> {
    may_be_key(key)?;
    let held = Held::open(tx, scope)?;
    if let Some(id) = store::change_of_key_maybe(tx, &held.leaves, key)? {
        return Ok(Changed { id, is_repeated: true, learned: Vec::new() });
    }
    let (Restore::After(named) | Restore::Before(named)) = to;
    if !store::is_change(tx, &held.leaves, named)? {
        return Err(Error::not_found(format!("change {named} of this cart")));
    }
    let last = match to {
        Restore::After(id) => id,
        Restore::Before(id) => ChangeId(u128::from_be_bytes(id.0).saturating_sub(1).to_be_bytes()),
    };
    let wanted = store::parts_at(tx, &held.leaves, last)?;
    let deltas = rules::way(&held.parts, &wanted);
    // What was sold then may be had back, whether or not it is sold now: the cart says so.
    let goods = goods::of(tx, deltas.iter().map(|delta| &delta.line))?;
    held.save(ctx, tx, &Step { actor, key, deltas: &deltas, goods: &goods }, now)
}

/// What somebody sees of a cart became an order: it is closed, and what was saved for later goes on in a new one. Coming again
/// with the same order changes nothing. The caller holds the customers ([`Scope::hold`]).
pub fn close(tx: &Tx, scope: &Scope, order: OrderId, now: Time) -> Result<()> {
    let held = Held::read(tx, scope)?;
    let key = format!("order:{order}");
    if store::change_of_key_maybe(tx, &held.leaves, &key)?.is_some() {
        return Ok(());
    }
    let at = held.next_moment(now);
    let id = ChangeId::new(at);
    let made = Made { id, key: &key, at, channel: None, role: Role::Shop, name: None };
    let kept = rules::bought(&held.parts);
    held.write(tx, &made, &rules::way(&held.parts, &kept))?;
    store::close_carts(tx, &held.leaves, order, at)?;
    let keepers: BTreeSet<CustomerId> = kept.keys().map(|(_, leaf)| *leaf).collect();
    let new: Vec<_> = keepers.into_iter().map(|leaf| (leaf, CartId::new(at))).collect();
    store::save_carts(tx, &new, at)
}

fn may_be_key(key: &str) -> Result<()> {
    if (1..=KEY_LENGTH_MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
    {
        return Ok(());
    }
    let detail = format!(
        "Send a key of 1 to {KEY_LENGTH_MAX} letters, digits and signs, new for each change: in \
         the header Idempotency-Key or as `key`."
    );
    Err(Error::bad_input("bad_key", detail))
}

/// What will be done, once it is decided.
struct Step<'a> {
    actor: &'a Actor,
    key: &'a str,
    deltas: &'a [Delta],
    goods: &'a goods::Goods,
}

/// A cart that nobody else changes until the end of the transaction.
struct Held {
    own: CustomerId,
    leaves: Vec<CustomerId>,
    carts: Vec<CartRow>,
    parts: Parts,
}

impl Held {
    fn open(tx: &Tx, scope: &Scope) -> Result<Held> {
        scope.hold(tx)?;
        Held::read(tx, scope)
    }

    /// Of customers that are held already.
    fn read(tx: &Tx, scope: &Scope) -> Result<Held> {
        let leaves = scope.leaves(tx)?;
        let carts = store::newest_carts(tx, &leaves)?;
        let parts = store::parts(tx, &leaves)?;
        let parts = parts.into_iter().map(|part| ((part.line, part.leaf), part.quantity)).collect();
        Ok(Held { own: scope.own.leaf, leaves, carts, parts })
    }

    /// Later than all that happened to this cart, whatever another server's clock says: changes are read by their ids.
    fn next_moment(&self, now: Time) -> Time {
        let last = self.carts.iter().map(|cart| cart.changed_at).max();
        last.map_or(now, |last| now.max(last.plus(STEP)))
    }

    fn save(&self, ctx: &Ctx, tx: &Tx, step: &Step, now: Time) -> Result<Changed> {
        let Step { actor, key, deltas, goods } = *step;
        let at = self.next_moment(now);
        let (channel, name) = (Some(actor.door.channel.id), actor.name.as_deref());
        let made = Made { id: ChangeId::new(at), key, at, channel, role: actor.role, name };
        self.write(tx, &made, deltas)?;
        let carts = self.open_carts(deltas, at);
        store::save_carts(tx, &carts, at)?;
        let cart = self.shown_id(&carts);
        let told = tell::Told { actor, leaf: self.own, cart, change: made.id, goods };
        let learned = tell::tell(ctx, tx, &told, deltas, at)?;
        Ok(Changed { id: made.id, is_repeated: false, learned })
    }

    /// Writes the ledger and the parts.
    fn write(&self, tx: &Tx, made: &Made, deltas: &[Delta]) -> Result<()> {
        let mut rows: Vec<_> = deltas
            .iter()
            .map(|delta| (delta.leaf, delta.line.kind, delta.line.item.as_str(), delta.by))
            .collect();
        if rows.is_empty() {
            rows.push((self.own, Kind::Nothing, "", 0));
        }
        store::insert_changes(tx, made, &rows)?;
        let after = rules::after(&self.parts, deltas);
        let left =
            |delta: &Delta| after.get(&(delta.line.clone(), delta.leaf)).copied().unwrap_or(0);
        let parts: Vec<_> =
            deltas.iter().map(|delta| (delta.leaf, &delta.line, left(delta))).collect();
        store::save_parts(tx, made, &parts)
    }

    /// The cart of each leaf that changes: the open one, or a new one.
    fn open_carts(&self, deltas: &[Delta], at: Time) -> Vec<(CustomerId, CartId)> {
        let open: BTreeMap<CustomerId, CartId> = self
            .carts
            .iter()
            .filter(|cart| cart.is_open)
            .map(|cart| (cart.leaf, cart.id))
            .collect();
        let touched: BTreeSet<CustomerId> = deltas.iter().map(|delta| delta.leaf).collect();
        let cart =
            |leaf: CustomerId| (leaf, open.get(&leaf).copied().unwrap_or_else(|| CartId::new(at)));
        touched.into_iter().map(cart).collect()
    }

    /// What the cart is called now: as [`super::read`] will say.
    fn shown_id(&self, saved: &[(CustomerId, CartId)]) -> Option<CartId> {
        let oldest = self.carts.iter().filter(|cart| cart.is_open);
        let oldest = oldest.min_by_key(|cart| (cart.opened_at, cart.id)).map(|cart| cart.id);
        oldest.or_else(|| saved.iter().map(|(_, id)| *id).min())
    }
}
