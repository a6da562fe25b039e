//! The shop that `onedoor demo` shows: Vatra & Ziarno, coffee and things for the home in Poland and Romania, four
//! hundred customers, half a year of their history over ten doors, and then a story that goes on live.
//!
//! Everything here is invented and comes out of a seed: the same seed and the same `now` give the same calls to
//! the byte. Nothing is stored or sent; the calls are fed to the recorder like anybody's.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`shop`], `catalogue` | the doors, the products, what an order costs |
//! | [`goods`], `shelves`, `deals`, `ways`, [`art`] | the shelves: goods with their words, prices, stock, promotions, delivery, pictures |
//! | [`book`] | what was bought in the last days, at each point that an order can come to |
//! | [`people`], `names` | who the customers are |
//! | `calendar` | when things happen: opening hours, evenings, November |
//! | `lives` | what a customer does in half a year; the scenes of it are `visits`, `orders`, `talks` |
//! | `cast` | the stories worth looking for: a kiosk, an impersonator, a couple, a new phone number |
//! | [`live`] | what happens while you watch |
//! | [`conversations`] | what the inbox holds at the start, and the one that goes on |
//! | [`page`] | the shop's pages, with whom they show signed in |
//! | [`play`] | the customer whom a newcomer plays: mailbox, telephone, a walk from door to door |
//! | [`help`], [`team`] | articles, ready answers, an assistant; who answers |
//! | `pen`, `random` | how a call is written; where chance comes from |
//!
//! Invariants, all tested: nobody does a thing before the shop meets them or after `now`; every `messageId` is
//! unique; an order's total is the sum of its products, less the discount, plus the parcel; no newsletter goes to
//! somebody who has not agreed to it.

use kit::Time;
use kit::i18n::Lang;
use kit::time::{MICROS_PER_MS, days};
use serde_json::Value;

pub mod art;
pub mod book;
mod calendar;
mod cast;
mod catalogue;
pub mod conversations;
mod deals;
pub mod goods;
pub mod help;
pub mod live;
mod lives;
mod names;
mod orders;
pub mod page;
mod pen;
pub mod people;
mod phrases;
pub mod play;
mod random;
mod shelves;
pub mod shop;
mod talks;
pub mod team;
mod visits;
mod ways;

#[cfg(test)]
mod tests;

use calendar::Span;
pub use cast::KIOSK;
use random::Random;

/// The words of the pages on which the customer is played.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/demo/en.ftl")),
    (Lang::Pl, include_str!("../../locales/demo/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/demo/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/demo/ru.ftl")),
];

/// The shop that everybody sees.
pub const SEED: u64 = 1683;

const HISTORY_DAYS: i64 = 183;

/// One call to the recording API.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The slug of the door ([`shop::DOORS`]).
    pub door: &'static str,
    /// Sent with the door's secret key, so that what it calls verified is.
    pub trusted: bool,
    pub at: Time,
    /// The call's body, in Segment's form.
    pub json: Value,
}

/// Half a year of calls up to `now`, oldest first.
pub fn history(seed: u64, now: Time) -> Vec<Call> {
    let (random, span) = (Random::new(seed), span(now));
    let people = people::everyone(&random, span);
    let mut calls = lives::histories(&random, &people, span);
    calls.extend(lives::passers_by(&random, span));
    calls.extend(cast::stories(&random, &people, span));
    calls.retain(|call| call.at < span.to);
    // Stable, so that calls of one millisecond keep the order in which their story tells them.
    calls.sort_by_key(|call| call.at);
    calls
}

/// The same people as in [`history`].
pub fn everyone(seed: u64, now: Time) -> Vec<people::Person> {
    people::everyone(&Random::new(seed), span(now))
}

fn span(now: Time) -> Span {
    let now = Time(now.as_ms() * MICROS_PER_MS);
    Span::new(now.minus(days(HISTORY_DAYS)), now)
}
