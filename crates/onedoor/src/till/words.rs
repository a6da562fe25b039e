//! The words that the script says, in the clerk's language: the page carries them, so that they are there without a line.

use std::collections::BTreeMap;

use kit::i18n::Tr;

/// Ends of keys `till-…`.
const WORDS: &[&str] = &[
    "alone",
    "asking",
    "asking-text",
    "card",
    "cash",
    "change",
    "closing-ask",
    "closing-waits",
    "coupon-bad",
    "delivered",
    "done",
    "done-offline",
    "done-offline-text",
    "elsewhere",
    "exact",
    "fewer",
    "found-nothing",
    "found-nothing-offline",
    "gift-card-ending",
    "held",
    "here",
    "more",
    "needs-line",
    "needs-look",
    "next",
    "offline",
    "online",
    "order",
    "piece-remove",
    "pieces",
    "points-count",
    "points-use",
    "print",
    "refused",
    "refused-again",
    "repeated",
    "saved",
    "send",
    "sending",
    "sign-in",
    "signed-out",
    "taken-now",
    "tenders-need-line",
    "too-little",
    "total",
    "waiting",
];

pub fn all(tr: &Tr) -> BTreeMap<&'static str, String> {
    WORDS.iter().map(|word| (*word, tr.t(&format!("till-{word}")))).collect()
}
