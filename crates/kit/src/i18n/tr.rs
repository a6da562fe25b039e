use std::sync::Arc;

use jiff::tz::TimeZone;

use super::{Arg, Catalogue, Lang, Sentence, formats};
use crate::money::Money;
use crate::time::{Time, hours, minutes};

/// The catalogue as one reader sees it: a language and a time zone. Cheap to clone, made per request.
#[derive(Clone)]
pub struct Tr {
    lang: Lang,
    zone: TimeZone,
    catalogue: Arc<Catalogue>,
}

impl Tr {
    pub fn new(catalogue: &Arc<Catalogue>, lang: Lang, zone: TimeZone) -> Tr {
        Tr { lang, zone, catalogue: Arc::clone(catalogue) }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// A text without variables.
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text that not every such key has.
    pub fn maybe(&self, key: &str) -> Option<String> {
        self.catalogue.has(key).then(|| self.t(key))
    }

    /// A text whose variables are filled: `tr.with("carts", &[("count", Arg::Int(3))])`.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(self.lang, &self.zone, key, args)
    }

    pub fn sentence(&self, sentence: &Sentence) -> String {
        self.with(sentence.key, &sentence.args)
    }

    /// `12 345` in Polish, `12.345` in Romanian, `12,345` in English. The spaces do not break.
    pub fn number(&self, n: i64) -> String {
        formats::number(self.lang, n)
    }

    /// `1234,50 zł` in Polish, `1.234,50 lei` in Romanian, `£1,234.50` in English.
    pub fn money(&self, money: Money) -> String {
        formats::money(self.lang, money)
    }

    /// The day in the reader's zone: `3 lis 2026`.
    pub fn date(&self, at: Time) -> String {
        formats::date(self.lang, self.civil(at).date())
    }

    /// The day and the minute in the reader's zone: `3 lis 2026, 18:06`.
    pub fn date_time(&self, at: Time) -> String {
        formats::date_time(self.lang, self.civil(at))
    }

    /// How long before `now` it was, as short as it stays clear: `3 min ago`, `yesterday`, then the date.
    ///
    /// Yesterday begins at the reader's midnight; yet what is less than six hours old is told in hours,
    /// because at one in the morning “yesterday” would sound far away.
    pub fn ago(&self, now: Time, at: Time) -> String {
        let passed = now.since(at);
        if passed < minutes(-1) {
            return self.date_time(at); // the future, beyond what two clocks may differ
        }
        if passed < minutes(1) {
            return self.t("ago-now");
        }
        if passed < hours(1) {
            return self.count("ago-minutes", passed / minutes(1));
        }
        match self.midnights(at, now) {
            0 => self.count("ago-hours", passed / hours(1)),
            _ if passed < hours(6) => self.count("ago-hours", passed / hours(1)),
            1 => self.t("ago-yesterday"),
            days @ 2..7 => self.count("ago-days", days),
            _ => self.date(at),
        }
    }

    fn count(&self, key: &str, n: i64) -> String {
        self.with(key, &[("count", Arg::Int(n))])
    }

    /// How many midnights of the reader's zone lie between two moments.
    fn midnights(&self, from: Time, to: Time) -> i64 {
        let elapsed = self.civil(from).date().duration_until(self.civil(to).date());
        elapsed.as_hours() / 24
    }

    fn civil(&self, at: Time) -> jiff::civil::DateTime {
        self.zone.to_datetime(at.timestamp())
    }
}
