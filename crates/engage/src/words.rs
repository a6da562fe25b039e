//! What a team's customers read of us by themselves: that nobody is there, how it was, why something came.

use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;
use kit::i18n::{Arg, Catalogue, Lang, Tr};

use crate::Ctx;

/// Catalogues in the four languages.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../locales/teams/en.ftl")),
    (Lang::Pl, include_str!("../locales/teams/pl.ftl")),
    (Lang::Ro, include_str!("../locales/teams/ro.ftl")),
    (Lang::Ru, include_str!("../locales/teams/ru.ftl")),
];

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::new(&LOCALES)));

/// A text in the customer's language.
pub fn in_language(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    Tr::new(&CATALOGUE, lang, TimeZone::UTC).with(key, args)
}

/// What most of the shop's customers speak: for those of whom nothing is known.
pub fn usual(ctx: &Ctx) -> Lang {
    match ctx.customers.defaults.region.as_deref() {
        Some("PL") => Lang::Pl,
        Some("RO" | "MD") => Lang::Ro,
        Some("RU" | "BY" | "KZ") => Lang::Ru,
        _ => Lang::En,
    }
}

/// The reader of a public page: their language, the team's time zone.
pub fn reader(lang: Lang, zone: TimeZone) -> Tr {
    Tr::new(&CATALOGUE, lang, zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_everything() {
        CATALOGUE.check().unwrap();
    }
}
