//! The cart as people see it.

use std::collections::BTreeMap;

use customers::identities::{CustomerId, graph};
use kit::{Error, Result, Time, Tx};

use super::goods::{self, Goods};
use super::store::{self, CartRow, PartRow};
use super::{Cart, CartId, ChangeId, Hand, Kind, Line, Pieces, Scope, Words};

/// States of a cart that are listed.
pub const STATES_MAX: usize = 50;

/// The cart of the customer to whom this leaf belongs, over all their leaves; `None` where none is open.
pub fn of(tx: &Tx, leaf: CustomerId) -> Result<Option<Cart>> {
    of_leaves(tx, &Scope::whole(leaf).leaves(tx)?)
}

/// The cart that a cart id leads to: that of its customer, whatever it is called there.
pub fn find(tx: &Tx, id: CartId) -> Result<(CustomerId, Option<Cart>)> {
    let leaf = store::leaf_of_cart_maybe(tx, id)?;
    let leaf = leaf.ok_or_else(|| Error::not_found(format!("cart {id}")))?;
    Ok((graph::root(tx, leaf)?, of(tx, leaf)?))
}

/// What these leaves have in their carts, together.
pub fn of_leaves(tx: &Tx, leaves: &[CustomerId]) -> Result<Option<Cart>> {
    let mut open = store::newest_carts(tx, leaves)?;
    open.retain(|cart| cart.is_open);
    let oldest = open.iter().min_by_key(|cart| (cart.opened_at, cart.id)).copied();
    let Some(oldest) = oldest else { return Ok(None) };
    let parts = store::parts(tx, leaves)?;
    let goods = goods::of(tx, parts.iter().map(|part| &part.line))?;
    Ok(Some(cart(oldest, &open, parts, &goods)))
}

/// A line with the parts of all leaves.
struct Whole {
    line: Line,
    added_at: Time,
    quantity: i64,
    last: Hand,
}

fn cart(oldest: CartRow, open: &[CartRow], parts: Vec<PartRow>, goods: &Goods) -> Cart {
    let changed_at = open.iter().map(|cart| cart.changed_at).max();
    let mut cart = Cart {
        id: oldest.id,
        opened_at: oldest.opened_at,
        changed_at: changed_at.unwrap_or(oldest.changed_at),
        lines: Vec::new(),
        saved: Vec::new(),
        coupons: Vec::new(),
        notes: Vec::new(),
    };
    for whole in joined(parts) {
        let words = |whole: Whole| Words { text: whole.line.item, last: whole.last };
        match whole.line.kind {
            Kind::Item => cart.lines.extend(pieces(whole, goods)),
            Kind::Saved => cart.saved.extend(pieces(whole, goods)),
            Kind::Coupon => cart.coupons.push(words(whole)),
            Kind::Note => cart.notes.push(words(whole)),
            Kind::Nothing => {}
        }
    }
    cart
}

/// The parts come in the order in which they were added; so do the lines.
fn joined(parts: Vec<PartRow>) -> Vec<Whole> {
    let mut places: BTreeMap<Line, usize> = BTreeMap::new();
    let mut lines: Vec<Whole> = Vec::new();
    for part in parts {
        match places.get(&part.line).and_then(|place| lines.get_mut(*place)) {
            Some(line) => {
                line.quantity += part.quantity;
                if part.last.change > line.last.change {
                    line.last = part.last;
                }
            }
            None => {
                places.insert(part.line.clone(), lines.len());
                let PartRow { line, quantity, added_at, last, .. } = part;
                lines.push(Whole { line, added_at, quantity, last });
            }
        }
    }
    lines
}

/// A variant that the catalogue has lost is no line that anybody could buy.
fn pieces(whole: Whole, goods: &Goods) -> Option<Pieces> {
    let one = goods.get(&goods::variant(&whole.line)?)?;
    Some(Pieces {
        variant: one.id,
        product: one.product_id,
        sku: one.sku.clone(),
        title: one.title.clone(),
        is_sold: one.is_sold,
        quantity: whole.quantity,
        added_at: whole.added_at,
        last: whole.last,
    })
}

/// The newest change of these leaves.
pub fn newest(tx: &Tx, leaves: &[CustomerId]) -> Result<Option<ChangeId>> {
    Ok(store::newest_changes(tx, leaves, 1)?.first().map(|row| row.hand.change))
}

/// A change, and what it did: for whoever looks for the way back.
#[derive(Clone, Debug)]
pub struct State {
    pub id: ChangeId,
    pub hand: Hand,
    /// What moved, with the title of goods, and by how much.
    pub moved: Vec<(Kind, String, i64)>,
}

/// The newest changes of these leaves, the newest first.
pub fn states(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<State>> {
    let rows = store::newest_changes(tx, leaves, STATES_MAX)?;
    let goods = goods::of(tx, rows.iter().map(|row| &row.line))?;
    let mut states: Vec<State> = Vec::new();
    for row in rows.into_iter().filter(|row| row.line.kind != Kind::Nothing) {
        let variant = goods::variant(&row.line);
        let title = variant.and_then(|id| goods.get(&id)).map(|one| one.title.clone());
        let title = title.unwrap_or(row.line.item);
        if states.last().is_none_or(|state| state.id != row.hand.change) {
            let (id, hand) = (row.hand.change, row.hand.clone());
            states.push(State { id, hand, moved: Vec::new() });
        }
        let Some(state) = states.last_mut() else { continue };
        let known =
            state.moved.iter_mut().find(|(kind, name, _)| *kind == row.line.kind && *name == title);
        match known {
            Some((_, _, by)) => *by += row.delta,
            None => state.moved.push((row.line.kind, title, row.delta)),
        }
    }
    Ok(states)
}
