use std::sync::{Mutex, PoisonError};

use jiff::tz::TimeZone;
use rustc_hash::FxHashSet;

use super::resolve::Resolver;
use super::texts::Texts;
use super::{Arg, LOCALES, Lang, check};

/// Keys are ours, so this many different faults would be a fault of another kind: stop logging them.
const REPORTS_MAX: usize = 1_000;

/// The texts of all crates in all languages. Made once at start, then shared by every [`super::Tr`].
pub struct Catalogue {
    /// In the order of [`Lang::ALL`].
    languages: [Texts; Lang::ALL.len()],
    reported: Mutex<FxHashSet<(Lang, String)>>,
}

impl Catalogue {
    /// Joins kit's own texts and `sources`: Fluent files, any number of them per language.
    ///
    /// What cannot be read is left out here and named by [`Catalogue::check`].
    pub fn new(sources: &[(Lang, &'static str)]) -> Catalogue {
        let languages = Lang::ALL.map(|lang| {
            let all = LOCALES.iter().chain(sources);
            Texts::read(all.filter(|(of, _)| *of == lang).map(|(_, source)| *source))
        });
        Catalogue { languages, reported: Mutex::default() }
    }

    /// Names everything that a translator must mend, a line each: for the test of each crate.
    pub fn check(&self) -> Result<(), String> {
        let faults = check::faults(Lang::ALL.map(|lang| (lang, self.texts(lang))));
        if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
    }

    pub(super) fn texts(&self, lang: Lang) -> &Texts {
        &self.languages[lang as usize]
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.texts(Lang::En).messages.contains_key(key)
    }

    /// The text of `key` in `lang`, else in English, else the key itself.
    pub(super) fn text(
        &self,
        lang: Lang,
        zone: &TimeZone,
        key: &str,
        args: &[(&str, Arg)],
    ) -> String {
        for lang in [lang, Lang::En] {
            if let Some(pattern) = self.texts(lang).messages.get(key) {
                let mut resolver = Resolver::new(self, lang, zone, args);
                let text = resolver.resolve(pattern);
                if let Some(fault) = resolver.fault {
                    self.report(lang, key, &fault);
                }
                return text;
            }
            self.report(lang, key, "the catalogue has no such text");
        }
        key.to_owned()
    }

    /// Logs a fault of the catalogue once, not once a page.
    fn report(&self, lang: Lang, key: &str, fault: &str) {
        let mut reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        if reported.len() < REPORTS_MAX && reported.insert((lang, key.to_owned())) {
            tracing::warn!(%lang, key, fault, "a text is missing or broken");
        }
    }

    #[cfg(test)]
    pub(super) fn faults_reported(&self) -> Vec<(Lang, String)> {
        let mut faults: Vec<_> = self.reported.lock().unwrap().iter().cloned().collect();
        faults.sort();
        faults
    }
}
