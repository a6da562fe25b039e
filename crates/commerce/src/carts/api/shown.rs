//! A cart as JSON.

use customers::channels::ChannelId;
use kit::Time;
use serde::Serialize;

use super::super::priced::Priced;
use super::super::{Cart, CartId, ChangeId, Hand, Kind, Pieces, Role, State, Words};
use crate::catalogue::{ProductId, VariantId};

/// The cart, where there is one; and what it costs, where that was asked.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    cart: Option<ShownCart>,
    #[serde(flatten)]
    priced: Option<Priced>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownCart {
    id: CartId,
    opened_at: Time,
    changed_at: Time,
    /// In all lines together.
    pieces: i64,
    lines: Vec<ShownPieces>,
    saved: Vec<ShownPieces>,
    coupons: Vec<ShownWords>,
    notes: Vec<ShownWords>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownPieces {
    variant: VariantId,
    product: ProductId,
    sku: String,
    title: String,
    quantity: i64,
    is_sold: bool,
    added_at: Time,
    last_change: ShownHand,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownWords {
    text: String,
    last_change: ShownHand,
}

#[derive(Clone, Debug, Serialize)]
struct ShownHand {
    id: ChangeId,
    by: Role,
    at: Time,
    /// Who of the staff it was, and by which door, is not told to browsers.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<ChannelId>,
}

#[derive(Clone, Copy)]
enum To {
    Visitor,
    Server,
}

impl Shown {
    pub fn to_visitor(cart: Option<&Cart>) -> Shown {
        Shown { cart: cart.map(|cart| ShownCart::of(cart, To::Visitor)), priced: None }
    }

    pub fn to_server(cart: Option<&Cart>) -> Shown {
        Shown { cart: cart.map(|cart| ShownCart::of(cart, To::Server)), priced: None }
    }

    #[must_use]
    pub fn with(self, priced: Option<Priced>) -> Shown {
        Shown { priced, ..self }
    }
}

impl ShownCart {
    fn of(cart: &Cart, to: To) -> ShownCart {
        let pieces = |all: &[Pieces]| all.iter().map(|one| ShownPieces::of(one, to)).collect();
        let words = |all: &[Words]| {
            let shown = |one: &Words| ShownWords {
                text: one.text.clone(),
                last_change: ShownHand::of(&one.last, to),
            };
            all.iter().map(shown).collect()
        };
        ShownCart {
            id: cart.id,
            opened_at: cart.opened_at,
            changed_at: cart.changed_at,
            pieces: cart.lines.iter().map(|line| line.quantity).sum(),
            lines: pieces(&cart.lines),
            saved: pieces(&cart.saved),
            coupons: words(&cart.coupons),
            notes: words(&cart.notes),
        }
    }
}

impl ShownPieces {
    fn of(one: &Pieces, to: To) -> ShownPieces {
        ShownPieces {
            variant: one.variant,
            product: one.product,
            sku: one.sku.clone(),
            title: one.title.clone(),
            quantity: one.quantity,
            is_sold: one.is_sold,
            added_at: one.added_at,
            last_change: ShownHand::of(&one.last, to),
        }
    }
}

impl ShownHand {
    fn of(hand: &Hand, to: To) -> ShownHand {
        let (name, channel) = match to {
            To::Visitor => (None, None),
            To::Server => (hand.name.clone(), hand.channel_id),
        };
        ShownHand { id: hand.change, by: hand.role, at: hand.at, name, channel }
    }
}

/// The changes that led to a cart, the newest first: each a state that can be had again.
#[derive(Clone, Debug, Serialize)]
pub struct ShownStates {
    states: Vec<ShownState>,
}

#[derive(Clone, Debug, Serialize)]
struct ShownState {
    #[serde(flatten)]
    hand: ShownHand,
    moved: Vec<ShownMove>,
}

#[derive(Clone, Debug, Serialize)]
struct ShownMove {
    kind: Kind,
    what: String,
    by: i64,
}

impl ShownStates {
    pub fn to_visitor(states: &[State]) -> ShownStates {
        ShownStates::of(states, To::Visitor)
    }

    pub fn to_server(states: &[State]) -> ShownStates {
        ShownStates::of(states, To::Server)
    }

    fn of(states: &[State], to: To) -> ShownStates {
        let moved = |state: &State| -> Vec<ShownMove> {
            let moved = state.moved.iter().filter(|(_, _, by)| *by != 0);
            let shown = |(kind, what, by): &(Kind, String, i64)| ShownMove {
                kind: *kind,
                what: what.clone(),
                by: *by,
            };
            moved.map(shown).collect()
        };
        let shown = |state: &State| ShownState {
            hand: ShownHand::of(&state.hand, to),
            moved: moved(state),
        };
        ShownStates { states: states.iter().map(shown).collect() }
    }
}
