//! What holds of what they say and what we tell: pure.

use kit::Time;
use kit::time::ms;
use serde::{Deserialize, Serialize};

use super::theirs::Line as TheirLine;
use super::{Feed, System};
use crate::orders::Line;
use crate::prices::vat::{self, BasisPoints};

/// Whether a state of theirs may change ours: it is not older than the newest that was taken in. Of the same moment it may,
/// since some of them know no parts of a second; taking in the same again changes nothing.
pub fn is_news(known: Option<Time>, told: Time) -> bool {
    known.is_none_or(|known| told >= known)
}

/// How far a feed was read. Feeds come in the order of their times of change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cursor {
    /// What changed at this moment or later is read next.
    pub since: Time,
    /// Of those of exactly that moment (or, of a feed without times, of all), so many are passed over.
    pub skip: i64,
    /// Theirs, where they have one.
    pub token: Option<String>,
}

impl Cursor {
    /// After a page whose things changed at these times; `is_last`: there is nothing behind it.
    pub fn after(&self, times: &[Time], token: Option<String>, is_last: bool) -> Cursor {
        let last = times.iter().copied().max().unwrap_or(self.since).max(self.since);
        if is_last {
            // What changed in the same moment after we looked is seen with the next reading.
            return Cursor { since: last, skip: 0, token: None };
        }
        if token.is_some() {
            return Cursor { since: self.since, skip: 0, token };
        }
        let same = times.iter().filter(|at| **at == last).count() as i64;
        let skip = if last == self.since { self.skip + times.len() as i64 } else { same };
        Cursor { since: last, skip, token: None }
    }

    /// The moment just before, for who only knows “after”.
    pub fn just_before(&self) -> Time {
        Time((self.since.0 - ms(1)).max(0))
    }
}

/// The feed that is read after this one.
pub fn next_feed(feed: Feed) -> Option<Feed> {
    let place = Feed::ALL.iter().position(|one| *one == feed)?;
    Feed::ALL.get(place + 1).copied()
}

/// What they shall say there is: what can be promised at any door. Who counts what is ordered as lying there hears of those
/// orders too, but only of those that we have heard of: one that is still on its way to us lowers what can be sold there.
pub fn target(system: System, available: i64, open: i64) -> i64 {
    if system.counts_on_hand() { (available + open).max(0) } else { available.max(0) }
}

/// What is kept aside for them of a variant, and how many they are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aside {
    pub held: i64,
    pub told: i64,
}

/// At most half of what there is. What they were told of (`said`) they may have sold by now, so as much stays held as they
/// were told of last, until they were told of fewer.
pub fn aside(max: i64, free: i64, held: i64, said: Option<i64>) -> Aside {
    let told = max.min((free.max(0) + held) / 2);
    let may_be_sold = said.unwrap_or(held).clamp(0, held);
    Aside { held: told.max(may_be_sold), told }
}

/// How many lie there, by what they say, when their stock is counted in.
pub fn on_hand(system: System, told: i64, open: i64) -> i64 {
    if system.counts_on_hand() { told.max(0) } else { told.max(0) + open }
}

/// What is still to be done in our order so that it stands as theirs: pieces by the place of the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub ships: crate::orders::rules::Parts,
    pub cancels: crate::orders::rules::Parts,
    /// Lines were added or made larger there, which an order of ours does not do by itself.
    pub is_edited: bool,
}

/// Only forward: what was sent or cancelled stays so, whatever an older word says.
pub fn progress(ours: &[Line], theirs: &[TheirLine], places: &[(String, i64)]) -> Progress {
    let mut found = Progress::default();
    for line in theirs {
        let place = places.iter().find(|(id, _)| *id == line.id).map(|(_, place)| *place);
        let Some(own) = place.and_then(|place| ours.iter().find(|own| own.position == place))
        else {
            found.is_edited = true;
            continue;
        };
        found.is_edited |= line.quantity > own.quantity;
        // Some take pieces out of the line instead of calling them cancelled.
        let left = line.quantity - line.cancelled;
        let cancels = (own.quantity - own.cancelled - left).clamp(0, own.open());
        let ships = (line.shipped - own.shipped).clamp(0, own.open() - cancels);
        if cancels > 0 {
            found.cancels.insert(own.position, cancels);
        }
        if ships > 0 {
            found.ships.insert(own.position, ships);
        }
    }
    for (id, place) in places.iter().filter(|(id, _)| !theirs.iter().any(|line| line.id == *id)) {
        // They took the line out.
        let open = ours.iter().find(|own| own.position == *place).map_or(0, Line::open);
        if open > 0 && !id.is_empty() {
            found.cancels.insert(*place, open);
        }
    }
    found
}

/// What a price without tax is with it, rounded as a till does.
pub fn gross_of(net: i64, rate: BasisPoints) -> i64 {
    (net * (10_000 + rate.0) + 5_000) / 10_000
}

/// What to write where prices stand without tax, so that this comes out with it; and whether it does, to the cent.
pub fn net_for(gross: i64, rate: BasisPoints) -> (i64, bool) {
    let net = vat::split(gross, rate).net;
    let comes_out = |net: i64| gross_of(net, rate);
    // Of two that are as near the lower: nobody pays more there than here.
    let near = [net - 1, net, net + 1].map(|net| net.max(0));
    let best = near.into_iter().min_by_key(|net| (comes_out(*net) - gross).abs()).unwrap_or(net);
    (best, comes_out(best) == gross)
}
