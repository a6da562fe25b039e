//! What a cart becomes: parts and wishes in, parts and deltas out.

use std::collections::{BTreeMap, BTreeSet};

use customers::identities::CustomerId;
use kit::{Error, Result};

use super::{Kind, Line};
use crate::catalogue::VariantId;

/// Different goods in one cart, with those saved for later.
pub const LINES_MAX: usize = 200;
/// Pieces of one line.
pub const QUANTITY_MAX: i64 = 9_999;
pub const COUPONS_MAX: usize = 10;
pub const COUPON_LENGTH_MAX: usize = 64;
pub const NOTE_LENGTH_MAX: usize = 500;
/// In one change.
pub const ACTIONS_MAX: usize = 50;

/// How much of each line each leaf has. What is not there is zero; nothing is below.
pub type Parts = BTreeMap<(Line, CustomerId), i64>;

/// What somebody wants with a cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// So many more.
    Add {
        variant: VariantId,
        quantity: i64,
    },
    /// That many, whatever there is now; 0 takes it out.
    Set {
        variant: VariantId,
        quantity: i64,
    },
    Remove {
        variant: VariantId,
    },
    /// Not now, but it is not forgotten.
    SaveForLater {
        variant: VariantId,
    },
    TakeBack {
        variant: VariantId,
    },
    ApplyCoupon {
        code: String,
    },
    DropCoupon {
        code: String,
    },
    /// What the shop should know; an empty one takes it away.
    Note {
        text: String,
    },
}

/// What is done to one leaf's part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    pub leaf: CustomerId,
    pub line: Line,
    pub by: i64,
}

impl Line {
    pub fn of_item(variant: VariantId) -> Line {
        Line { kind: Kind::Item, item: variant.to_string() }
    }

    pub fn of_saved(variant: VariantId) -> Line {
        Line { kind: Kind::Saved, item: variant.to_string() }
    }

    /// Coupons are read out and typed in: their case does not matter.
    pub fn of_coupon(code: &str) -> Line {
        Line { kind: Kind::Coupon, item: code.trim().to_uppercase() }
    }
}

/// The carts of two as one. A leaf that both have is the same leaf: in whatever order, however often.
pub fn union(a: &Parts, b: &Parts) -> Parts {
    let mut all = a.clone();
    for (key, quantity) in b {
        let part = all.entry(key.clone()).or_default();
        *part = (*part).max(*quantity);
    }
    all
}

/// The quantity that people see.
pub fn total(parts: &Parts, line: &Line) -> i64 {
    of_line(parts, line).map(|(_, quantity)| quantity).sum()
}

fn of_line<'a>(parts: &'a Parts, line: &Line) -> impl Iterator<Item = (CustomerId, i64)> + 'a {
    let first = (line.clone(), CustomerId([0; 16]));
    let last = (line.clone(), CustomerId([0xff; 16]));
    parts.range(first..=last).map(|((_, leaf), quantity)| (*leaf, *quantity))
}

/// What must be done to which parts so that all of this holds, for somebody whose own part is that of `own`.
///
/// # Errors
/// `bad_quantity`, `bad_coupon`, `note_too_long`, `too_many_actions` for what no cart can hold; `cart_full`,
/// `too_many_pieces`, `too_many_coupons` where it would grow beyond its limits.
pub fn decide(parts: &Parts, own: CustomerId, actions: &[Action]) -> Result<Vec<Delta>> {
    if actions.is_empty() || actions.len() > ACTIONS_MAX {
        let detail = format!("A change is of 1 to {ACTIONS_MAX} actions.");
        return Err(Error::bad_input("too_many_actions", detail));
    }
    let mut wanted = parts.clone();
    for action in actions {
        act(&mut wanted, own, action)?;
    }
    may_grow(parts, &wanted)?;
    Ok(way(parts, &wanted))
}

/// The deltas that lead from one state to another.
pub fn way(from: &Parts, to: &Parts) -> Vec<Delta> {
    let keys: BTreeSet<_> = from.keys().chain(to.keys()).collect();
    let of = |parts: &Parts, key| parts.get(key).copied().unwrap_or(0);
    keys.into_iter()
        .map(|key| Delta { leaf: key.1, line: key.0.clone(), by: of(to, key) - of(from, key) })
        .filter(|delta| delta.by != 0)
        .collect()
}

/// The state after these.
pub fn after(parts: &Parts, deltas: &[Delta]) -> Parts {
    let mut after = parts.clone();
    for delta in deltas {
        *after.entry((delta.line.clone(), delta.leaf)).or_default() += delta.by;
    }
    after.retain(|_, quantity| *quantity != 0);
    after
}

/// What remains of a cart that was bought: nothing but what was saved for later.
pub fn bought(parts: &Parts) -> Parts {
    let is_kept = |line: &Line| line.kind == Kind::Saved;
    let kept = parts.iter().filter(|((line, _), _)| is_kept(line));
    kept.map(|(key, quantity)| (key.clone(), *quantity)).collect()
}

fn act(parts: &mut Parts, own: CustomerId, action: &Action) -> Result<()> {
    match action {
        Action::Add { variant, quantity } => {
            let line = Line::of_item(*variant);
            let more = pieces(*quantity, 1)?;
            let wanted = total(parts, &line) + more;
            set(parts, own, &line, wanted);
        }
        Action::Set { variant, quantity } => {
            set(parts, own, &Line::of_item(*variant), pieces(*quantity, 0)?);
        }
        Action::Remove { variant } => set(parts, own, &Line::of_item(*variant), 0),
        Action::SaveForLater { variant } => {
            shift(parts, &Line::of_item(*variant), &Line::of_saved(*variant));
        }
        Action::TakeBack { variant } => {
            shift(parts, &Line::of_saved(*variant), &Line::of_item(*variant));
        }
        Action::ApplyCoupon { code } => set(parts, own, &coupon(code)?, 1),
        Action::DropCoupon { code } => set(parts, own, &coupon(code)?, 0),
        Action::Note { text } => note(parts, own, text.trim())?,
    }
    Ok(())
}

fn pieces(quantity: i64, least: i64) -> Result<i64> {
    if (least..=QUANTITY_MAX).contains(&quantity) {
        return Ok(quantity);
    }
    let detail = format!("`quantity` is {least} to {QUANTITY_MAX}.");
    Err(Error::bad_input("bad_quantity", detail))
}

fn coupon(code: &str) -> Result<Line> {
    let line = Line::of_coupon(code);
    let is_one = !line.item.is_empty()
        && line.item.len() <= COUPON_LENGTH_MAX
        && !line.item.chars().any(|c| c.is_control() || c.is_whitespace());
    if is_one {
        return Ok(line);
    }
    let detail = format!("A coupon's code is 1 to {COUPON_LENGTH_MAX} characters without blanks.");
    Err(Error::bad_input("bad_coupon", detail))
}

fn note(parts: &mut Parts, own: CustomerId, text: &str) -> Result<()> {
    if text.chars().count() > NOTE_LENGTH_MAX {
        let detail = format!("A note has at most {NOTE_LENGTH_MAX} characters.");
        return Err(Error::bad_input("note_too_long", detail));
    }
    parts.retain(|(line, _), _| line.kind != Kind::Note);
    if !text.is_empty() {
        set(parts, own, &Line { kind: Kind::Note, item: text.to_string() }, 1);
    }
    Ok(())
}

/// Makes the sum what is wanted: more goes to the own part; less comes out of it first, then out of the others'.
fn set(parts: &mut Parts, own: CustomerId, line: &Line, wanted: i64) {
    let have = total(parts, line);
    if wanted > have {
        *parts.entry((line.clone(), own)).or_default() += wanted - have;
        return;
    }
    let mut surplus = have - wanted;
    let others: Vec<CustomerId> =
        of_line(parts, line).map(|(leaf, _)| leaf).filter(|leaf| *leaf != own).collect();
    for leaf in std::iter::once(own).chain(others) {
        let key = (line.clone(), leaf);
        let part = parts.get(&key).copied().unwrap_or(0);
        let taken = part.min(surplus);
        surplus -= taken;
        if taken == part {
            parts.remove(&key);
        } else {
            parts.insert(key, part - taken);
        }
    }
}

/// Each leaf's part stays that leaf's.
fn shift(parts: &mut Parts, from: &Line, to: &Line) {
    let moved: Vec<(CustomerId, i64)> = of_line(parts, from).collect();
    for (leaf, quantity) in moved {
        parts.remove(&(from.clone(), leaf));
        *parts.entry((to.clone(), leaf)).or_default() += quantity;
    }
}

/// Only what grows can be too much: carts that met may hold more than anybody could have put in.
fn may_grow(before: &Parts, after: &Parts) -> Result<()> {
    let grown = |line: &Line| total(after, line) > total(before, line);
    let lines =
        |parts: &Parts| -> BTreeSet<Line> { parts.keys().map(|(line, _)| line.clone()).collect() };
    let (before, after_lines) = (lines(before), lines(after));
    for line in after_lines.iter().filter(|line| total(after, line) > QUANTITY_MAX) {
        if grown(line) {
            let detail = format!("A line has at most {QUANTITY_MAX} pieces.");
            return Err(Error::conflict("too_many_pieces", detail));
        }
    }
    let count = |lines: &BTreeSet<Line>, kinds: &[Kind]| {
        lines.iter().filter(|line| kinds.contains(&line.kind)).count()
    };
    let goods = [Kind::Item, Kind::Saved];
    let now = count(&after_lines, &goods);
    if now > LINES_MAX && now > count(&before, &goods) {
        let detail = format!("A cart has at most {LINES_MAX} lines.");
        return Err(Error::conflict("cart_full", detail));
    }
    let now = count(&after_lines, &[Kind::Coupon]);
    if now > COUPONS_MAX && now > count(&before, &[Kind::Coupon]) {
        let detail = format!("A cart has at most {COUPONS_MAX} coupons.");
        return Err(Error::conflict("too_many_coupons", detail));
    }
    Ok(())
}
