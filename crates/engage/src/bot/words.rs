//! What the assistant says, in the customer's language.

use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;
use kit::i18n::{Arg, Catalogue, Lang, Tr};

use super::rules::{OrderSeen, Question, Stage, Why};

const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/bot/en.ftl")),
    (Lang::Pl, include_str!("../../locales/bot/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/bot/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/bot/ru.ftl")),
];

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::new(&LOCALES)));

/// A day is told without its hour, so the server's zone is near enough.
pub fn tr(lang: Lang) -> Tr {
    Tr::new(&CATALOGUE, lang, TimeZone::system())
}

pub fn order(tr: &Tr, order: &OrderSeen) -> String {
    let key = match order.stage {
        Stage::Placed => "bot-order-placed",
        Stage::Shipped => "bot-order-shipped",
        Stage::ReturnStarted => "bot-order-return-started",
        Stage::Refunded => "bot-order-refunded",
        Stage::Cancelled => "bot-order-cancelled",
    };
    let args =
        [("number", Arg::Text(order.number.clone())), ("date", Arg::Text(tr.date(order.stage_at)))];
    let mut text = tr.with(key, &args);
    if let (Stage::Shipped, Some(tracking)) = (order.stage, &order.tracking) {
        let args = [("tracking", Arg::Text(tracking.clone()))];
        text = format!("{text} {}", tr.with("bot-order-tracking", &args));
    }
    text
}

pub fn question(tr: &Tr, question: Question) -> String {
    tr.t(match question {
        Question::What => "bot-ask-what",
        Question::WhichOrder => "bot-ask-which-order",
    })
}

pub fn hand_over(tr: &Tr, why: Why) -> String {
    let because = match why {
        Why::Asked => None,
        Why::Unsure => Some("bot-unsure"),
        Why::Unproven => Some("bot-unproven"),
        Why::UnknownOrder => Some("bot-unknown-order"),
        Why::NotKnown => Some("bot-not-known"),
    };
    let because = because.map(|key| format!("{} ", tr.t(key))).unwrap_or_default();
    format!("{because}{}", tr.t("bot-hand-over"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_every_language() {
        CATALOGUE.check().unwrap();
    }
}
