//! Addresses to which letters do not get, in words: on the customer's page and where somebody writes there.

use customers::identities::bounces::{Bounced, Trouble};
use kit::i18n::Arg;

use super::ui::Tone;
use super::who::Guest;

/// In a word or two.
pub fn words(guest: &Guest, bounced: &Bounced) -> (Tone, String) {
    let (tone, key) = match bounced.state {
        Trouble::Undeliverable => (Tone::Bad, "desk-bounced-undeliverable"),
        Trouble::Delayed => (Tone::Warn, "desk-bounced-delayed"),
    };
    (tone, guest.tr.t(key))
}

/// Since when, and what the server said.
pub fn why(guest: &Guest, bounced: &Bounced) -> String {
    let key = match bounced.state {
        Trouble::Undeliverable => "desk-bounced-undeliverable-why",
        Trouble::Delayed => "desk-bounced-delayed-why",
    };
    let count = i64::try_from(bounced.letters).unwrap_or(i64::MAX);
    let about = [
        ("address", Arg::Text(bounced.value.clone())),
        ("day", Arg::Text(guest.tr.date(bounced.at))),
        ("count", Arg::Int(count)),
        ("reason", Arg::Text(bounced.reason.clone())),
    ];
    guest.tr.with(key, &about)
}
