use std::fmt;

use serde::{Deserialize, Serialize};

/// A language of the desk and of what customers read.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    En,
    Pl,
    Ro,
    Ru,
}

impl Lang {
    pub const ALL: [Lang; 4] = [Lang::En, Lang::Pl, Lang::Ro, Lang::Ru];

    /// BCP 47, as `<html lang>` and the database have it.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Pl => "pl",
            Lang::Ro => "ro",
            Lang::Ru => "ru",
        }
    }

    /// What its speakers call it: in the menu of languages each stands under its own name.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Pl => "Polski",
            Lang::Ro => "Română",
            Lang::Ru => "Русский",
        }
    }

    /// Reads a language tag by its first part: `pl`, `pl-PL`, `RO_md`.
    pub fn parse(tag: &str) -> Option<Lang> {
        let language = tag.split(['-', '_']).next()?;
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
    }

    /// The language that the browser asks for most (RFC 9110 12.5.4), if it is one of ours.
    pub fn from_accept_language(header: &str) -> Option<Lang> {
        let mut best: Option<(Lang, f32)> = None;
        for range in header.split(',') {
            let (tag, weight) = match range.split_once(';') {
                Some((tag, parameter)) => (tag, parse_weight(parameter)),
                None => (range, 1.0),
            };
            let Some(lang) = Lang::parse(tag.trim()) else { continue };
            // Of equals the first wins: browsers write the preferred one first.
            if weight > best.map_or(0.0, |(_, weight)| weight) {
                best = Some((lang, weight));
            }
        }
        best.map(|(lang, _)| lang)
    }
}

/// `q=0.8`; what cannot be read counts as nothing.
fn parse_weight(parameter: &str) -> f32 {
    let value = parameter.trim().strip_prefix("q=");
    value.and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags() {
        let check = |tag: &str, expected: Option<Lang>| assert_eq!(Lang::parse(tag), expected);
        check("pl", Some(Lang::Pl));
        check("ro-MD", Some(Lang::Ro));
        check("RU_ru", Some(Lang::Ru));
        check("en-US-u-hc-h12", Some(Lang::En));
        check("plx", None);
        check("*", None);
        check("", None);
        assert_eq!(serde_json::to_string(&Lang::Pl).unwrap(), r#""pl""#);
    }

    #[test]
    fn takes_the_language_that_the_browser_wants_most() {
        let check = |header: &str, expected: Option<Lang>| {
            assert_eq!(Lang::from_accept_language(header), expected, "{header}");
        };
        check("pl-PL,pl;q=0.9,en-US;q=0.8,en;q=0.7", Some(Lang::Pl));
        check("de-DE, ro;q=0.5, en;q=0.4", Some(Lang::Ro));
        check("en;q=0.1, ru ;q=0.9", Some(Lang::Ru));
        check("ru, pl", Some(Lang::Ru));
        check("pl;q=0, en;q=0.3", Some(Lang::En));
        check("pl;q=nonsense", None);
        check("de", None);
        check("*", None);
        check("", None);
    }
}
