//! Orders over all customers, as staff look for them: the newest first, page by page.

use std::collections::{BTreeMap, HashMap};

use customers::channels::ChannelId;
use kit::{Error, Result, Tx};

use super::store_list::{self, Key};
use super::{Line, Order, OrderId, Payment, State, number, store, words};
use crate::stock::LocationId;

pub const PAGE_SIZE: usize = 50;
/// How far orders are counted; beyond it there is a “+”.
pub const COUNTED_MAX: i64 = 1_000;

/// What somebody looks for. What is empty does not matter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<State>,
    pub payment: Option<Payment>,
    /// Sold at.
    pub door: Option<ChannelId>,
    /// Goes out of here, or went.
    pub place: Option<LocationId>,
    /// A number, a name, an e-mail address, a telephone number.
    pub text: String,
    /// Only what was placed before this one.
    pub before: Option<OrderId>,
}

impl Filter {
    pub(super) fn before(&self) -> OrderId {
        self.before.unwrap_or(OrderId([0xff; 16]))
    }

    pub(super) fn state(&self) -> Option<&'static str> {
        self.state.map(State::as_str)
    }

    pub(super) fn payment(&self) -> Option<&'static str> {
        self.payment.map(Payment::as_str)
    }

    /// Something is asked for besides the state.
    pub fn is_narrow(&self) -> bool {
        let Filter { payment, door, place, text, .. } = self;
        payment.is_some() || door.is_some() || place.is_some() || !text.trim().is_empty()
    }
}

#[derive(Default)]
pub struct Found {
    /// With their lines.
    pub orders: Vec<(Order, Vec<Line>)>,
    /// After which order the next page begins.
    pub next: Option<OrderId>,
}

pub fn page(tx: &Tx, filter: &Filter) -> Result<Found> {
    let mut keys = keys(tx, filter)?;
    let is_more = keys.len() > PAGE_SIZE;
    keys.truncate(PAGE_SIZE);
    let next = keys.last().map(|(_, id)| *id).filter(|_| is_more);
    Ok(Found { orders: of_keys(tx, &keys)?, next })
}

fn keys(tx: &Tx, filter: &Filter) -> Result<Vec<Key>> {
    let size = PAGE_SIZE as i64 + 1;
    let text = filter.text.trim();
    if let Ok(number) = number::parse(text) {
        let named = store::numbered_maybe(tx, &number)?;
        return Ok(named.filter(|(_, id)| *id < filter.before()).into_iter().collect());
    }
    let words = words::asked(text);
    if !words.is_empty() {
        return store_list::by_word(tx, &words, filter, size);
    }
    match (filter.place, filter.state, filter.payment) {
        (Some(place), _, _) => store_list::by_place(tx, place, filter, size),
        (None, Some(state), _) => store_list::by_state(tx, state, filter, size),
        (None, None, Some(payment)) => store_list::by_payment(tx, payment.as_str(), filter, size),
        (None, None, None) => store_list::newest(tx, filter, size),
    }
}

/// These orders with their lines, in this order.
pub fn of_keys(tx: &Tx, keys: &[Key]) -> Result<Vec<(Order, Vec<Line>)>> {
    let orders = store::of_keys(tx, keys)?;
    let mut lines = store::lines_of(tx, &orders)?;
    let mut by_id: HashMap<OrderId, Order> =
        orders.into_iter().map(|order| (order.id, order)).collect();
    let ids = keys.iter().map(|(_, id)| id);
    let whole =
        ids.filter_map(|id| Some((by_id.remove(id)?, lines.remove(id).unwrap_or_default())));
    Ok(whole.collect())
}

/// How many there are of each state, each counted to [`COUNTED_MAX`] and one more.
pub fn counts(tx: &Tx) -> Result<BTreeMap<&'static str, i64>> {
    let count =
        |state: &State| Ok((state.as_str(), store_list::count_of(tx, *state, COUNTED_MAX + 1)?));
    State::ALL.iter().map(count).collect()
}

/// The order of this number, as people say it.
pub fn numbered(tx: &Tx, text: &str) -> Result<Order> {
    let number = number::parse(text)?;
    let found = store::numbered_maybe(tx, &number)?;
    let (leaf, id) = found.ok_or_else(|| Error::not_found(format!("order {number}")))?;
    store::find(tx, leaf, id)
}
