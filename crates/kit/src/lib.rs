//! Vocabulary and machinery that has never heard of a customer.
//!
//! | module | what it gives |
//! | --- | --- |
//! | [`db`] | one SQL text over SQLite and PostgreSQL: read and write closures |
//! | [`error`] | the few named errors, and the one place where they become an answer |
//! | [`http`] | asking another server, with limits of time and size |
//! | [`id`] | ids that sort by time and show a prefix (`cus_…`) |
//! | [`time`] | microseconds UTC, and the clock you hold in your hand in tests |
//! | [`money`] | minor units and a currency, never a float |
//! | [`text`] | text as people search for it: folded, in words, clipped |
//! | [`i18n`] | words, numbers, money and dates in the reader's language |
//! | [`qr`] | a code to be scanned, as one path of an SVG |
//! | [`jobs`] | work to be done after a commit, in queues that do not hinder each other |
//! | [`limits`] | how much one visitor may do in a while |
//! | [`secrets`] | what a stolen database must not tell |
//! | [`web`] | routes that say who may call them |
//! | [`words!`] | enums that are stored and sent as words |

pub mod db;
pub mod error;
pub mod http;
pub mod i18n;
pub mod id;
pub mod jobs;
pub mod limits;
pub mod money;
pub mod qr;
pub mod secrets;
pub mod testing;
pub mod text;
pub mod time;
pub mod web;
mod words;

pub use db::{Db, Tx};
pub use error::{Error, Result};
pub use time::{Clock, Time};
