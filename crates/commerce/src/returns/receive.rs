//! It is here: what came, and where it lies now.

use std::collections::BTreeMap;

use customers::recording::Learned;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::steps::{Held, go};
use super::tell::{self, Told};
use super::{Kind, Line, Return, State};
use crate::Ctx;
use crate::carts::Actor;
use crate::catalogue::VariantId;
use crate::stock::{self, LocationId, Movement, MovementKind, bundles};

/// Of one line, by its place in the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// As good as new: it lies on the shelf.
    pub restocked: i64,
    /// It came, but nobody can sell it.
    pub written_off: i64,
    /// It does not come: of a complaint, where the customer keeps it.
    pub kept: i64,
}

/// What came, and to which place. No line named: all that was announced, as good as new.
#[derive(Clone, Debug)]
pub struct Received {
    pub location: LocationId,
    pub lines: BTreeMap<i64, Came>,
}

/// Writes down what came, and puts it where it is.
///
/// # Errors
/// `more_than_asked`, `nothing_came`, `not_kept`, `return_is_over`.
pub fn receive(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    held: Held,
    received: &Received,
    now: Time,
) -> Result<(Return, Vec<Line>, Learned)> {
    let Held { mut back, mut lines, .. } = held;
    let place = stock::store::location(tx, received.location)?;
    take(&mut lines, back.kind, received)?;
    let details = json!({ "location": place.id, "place": place.name });
    go(tx, actor, (&mut back, &lines), (State::Received, &details), now)?;
    let who = actor.name.clone().unwrap_or_else(|| actor.role.as_str().into());
    shelve(tx, &back, &lines, place.id, &who, now)?;
    let told = Told { place: Some(&place.name), ..Told::new("Return Received", &lines) };
    let learned = tell::tell(ctx, tx, actor, &back, &told, now)?;
    Ok((back, lines, learned))
}

/// Notes on each line what came of it.
fn take(lines: &mut [Line], kind: Kind, received: &Received) -> Result<()> {
    let named = &received.lines;
    if let Some(position) = named.keys().find(|at| !lines.iter().any(|one| one.position == **at)) {
        return Err(Error::not_found(format!("line {position} of this return")));
    }
    for line in lines.iter_mut() {
        let all = Came { restocked: line.quantity, ..Came::default() };
        let came = match named.is_empty() {
            true => all,
            false => named.get(&line.position).copied().unwrap_or_default(),
        };
        let parts = [came.restocked, came.written_off, came.kept];
        let sum = parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(*part));
        if parts.iter().any(|part| *part < 0) || sum.is_none_or(|sum| sum > line.quantity) {
            let detail =
                format!("Of line {} only {} were announced.", line.position, line.quantity);
            return Err(Error::conflict("more_than_asked", detail));
        }
        if came.kept > 0 && kind != Kind::Complaint {
            let detail =
                "Only after a complaint can the customer keep what the money goes back for.";
            return Err(Error::conflict("not_kept", detail));
        }
        (line.restocked, line.written_off, line.kept) =
            (came.restocked, came.written_off, came.kept);
    }
    if lines.iter().all(|line| line.settled() == 0) {
        return Err(Error::conflict("nothing_came", "Nothing came: refuse the return instead."));
    }
    Ok(())
}

/// The movements of stock: what is written off comes and goes, so that the books of the place show it.
fn shelve(
    tx: &Tx,
    back: &Return,
    lines: &[Line],
    place: LocationId,
    who: &str,
    now: Time,
) -> Result<()> {
    let came =
        lines.iter().map(|line| (line, MovementKind::Returned, line.restocked + line.written_off));
    let broken = lines.iter().map(|line| (line, MovementKind::WrittenOff, -line.written_off));
    let all: Vec<_> = came.chain(broken).collect();
    move_pieces(tx, back, &all, place, who, now)
}

/// What was put on the shelf goes back to the customer: the return is refused after all.
pub(super) fn unshelve(
    tx: &Tx,
    back: &Return,
    lines: &[Line],
    place: LocationId,
    who: &str,
    now: Time,
) -> Result<()> {
    let out: Vec<_> =
        lines.iter().map(|line| (line, MovementKind::Sold, -line.restocked)).collect();
    move_pieces(tx, back, &out, place, who, now)
}

/// Moves so many pieces of each line; of a bundle, its parts.
fn move_pieces(
    tx: &Tx,
    back: &Return,
    moved: &[(&Line, MovementKind, i64)],
    place: LocationId,
    who: &str,
    now: Time,
) -> Result<()> {
    let variants: Vec<VariantId> = moved.iter().map(|(line, ..)| line.variant).collect();
    let bundles = bundles::parts_of(tx, &variants)?;
    let mut pieces = Vec::new();
    for (line, kind, quantity) in moved.iter().filter(|(.., quantity)| *quantity != 0) {
        let key = format!("{}:{}:{}", back.id, line.position, kind.as_str());
        match bundles.get(&line.variant) {
            Some(parts) => {
                let parts = parts.iter().map(|(part, n)| (*part, n * quantity));
                pieces.extend(parts.map(|(part, n)| (part, *kind, n, key.clone())));
            }
            None => pieces.push((line.variant, *kind, *quantity, key)),
        }
    }
    let movements: Vec<Movement> = pieces
        .iter()
        .map(|(variant, kind, quantity, key)| Movement {
            variant: *variant,
            location: place,
            kind: *kind,
            quantity: *quantity,
            reference: &back.number,
            actor: who,
            key: Some(key),
            at: now,
        })
        .collect();
    stock::record(tx, &movements, now).map(drop)
}
