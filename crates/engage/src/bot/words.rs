//! What the assistant says, in the customer's language.

use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;
use kit::i18n::{Arg, Catalogue, Lang, Tr};

use super::rules::{OrderSeen, Question, Seen, Stage, Why};
use super::understand::Intent;

const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/bot/en.ftl")),
    (Lang::Pl, include_str!("../../locales/bot/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/bot/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/bot/ru.ftl")),
];

/// The newest ones; nobody looks for last year's among buttons.
const ORDERS_OFFERED: usize = 5;
const WISHES: &[(Intent, &str)] = &[
    (Intent::Status, "bot-choice-status"),
    (Intent::Hours, "bot-choice-hours"),
    (Intent::Returns, "bot-choice-returns"),
    (Intent::Human, "bot-choice-human"),
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

/// What can be pressed in answer. Each text is understood as what it says: a test holds it to that.
pub fn choices(tr: &Tr, question: Question, seen: &Seen) -> Vec<String> {
    match question {
        Question::WhichOrder => {
            let numbers = seen.orders.iter().map(|order| order.number.clone());
            numbers.take(ORDERS_OFFERED).collect()
        }
        Question::What => WISHES
            .iter()
            .filter(|(intent, _)| match intent {
                Intent::Hours => seen.knows_hours,
                Intent::Returns => seen.knows_returns,
                _ => true,
            })
            .map(|(_, key)| tr.t(key))
            .collect(),
    }
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
    use crate::bot::understand::understand;

    #[test]
    fn every_word_is_there_in_every_language() {
        CATALOGUE.check().unwrap();
    }

    #[test]
    fn what_can_be_pressed_is_understood_and_fits_on_a_button() {
        for (lang, _) in LOCALES {
            for (intent, key) in WISHES {
                let said = tr(lang).t(key);
                assert_eq!(understand(&said).intent, Some(*intent), "{said}");
                assert!(said.chars().count() <= 20, "{said}");
            }
        }
    }
}
