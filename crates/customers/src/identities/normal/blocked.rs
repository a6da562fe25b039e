//! Values that stand for nobody. A shop's script that prints `undefined` for every visitor, an export that
//! writes `NULL`, a cashier who types `000 000 000` to get past the form: linked by such a value, thousands
//! of strangers would become one customer.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Kind, Refusal, normalise};

/// What programs and spreadsheets print where there is no value. Compared without regard to case.
const WORDS: [&str; 24] = [
    "null",
    "undefined",
    "none",
    "nil",
    "n/a",
    "#n/a",
    "na",
    "nan",
    "unknown",
    "guest",
    "anonymous",
    "anon",
    "true",
    "false",
    "-1",
    "(null)",
    "<null>",
    "\\n",
    "(none)",
    "not set",
    "(not set)",
    "nobody",
    "empty",
    "[object object]",
];

/// Local parts of addresses that nobody reads, or that people type instead of their own. `info@` and `biuro@`
/// are not among them: a small company buys by them. Written without dots, dashes and underscores.
const NO_MAILBOX: [&str; 15] = [
    "noreply",
    "donotreply",
    "mailerdaemon",
    "test",
    "null",
    "undefined",
    "none",
    "nobody",
    "unknown",
    "guest",
    "anonymous",
    "noemail",
    "nomail",
    "brak",
    "fara",
];

/// A perfect hash of [`WORDS`], made at compile time: every id of every event is asked, and nearly all of
/// them are told no by one look into a slot.
const SLOTS: usize = 64;
static WORD_OF_SLOT: [&str; SLOTS] = {
    let mut table = [""; SLOTS];
    let mut i = 0;
    while i < WORDS.len() {
        let slot = slot(WORDS[i].as_bytes());
        assert!(table[slot].is_empty(), "two words share a slot: try other factors");
        table[slot] = WORDS[i];
        i += 1;
    }
    table
};

/// From the first, middle and last byte and the length; setting bit 5 lowers a letter.
const fn slot(word: &[u8]) -> usize {
    let first = (word[0] | 0x20) as usize;
    let middle = (word[word.len() / 2] | 0x20) as usize;
    let last = (word[word.len() - 1] | 0x20) as usize;
    (3 * first + 13 * middle + 13 * last + word.len()) % SLOTS
}

/// Whether a trimmed value of any kind is empty, only zeros and signs, a word of [`WORDS`], or a place-holder
/// that a template has not filled in.
pub(super) fn is_nobody(value: &str) -> bool {
    let Some(&first) = value.as_bytes().first() else { return true };
    WORD_OF_SLOT[slot(value.as_bytes())].eq_ignore_ascii_case(value)
        || (!first.is_ascii_alphabetic() && (has_no_content(value) || is_place_holder(value)))
}

/// `0`, `-`, `0000-00`, `…`, the UUID of zeros.
fn has_no_content(value: &str) -> bool {
    !value.chars().any(|c| c.is_alphanumeric() && c != '0')
}

/// `{{ user.id }}`, `${userId}`, `<%= id %>`, `%%EMAIL%%`, `*|EMAIL|*`.
fn is_place_holder(value: &str) -> bool {
    [("{{", "}}"), ("${", "}"), ("<%", "%>"), ("%%", "%%"), ("*|", "|*")]
        .iter()
        .any(|(open, close)| value.starts_with(open) && value.ends_with(close))
}

pub(super) fn is_no_mailbox(local_part: &str) -> bool {
    let name = local_part.split('+').next().unwrap_or(local_part);
    let letters = name.bytes().filter(|b| !b"._-".contains(b));
    NO_MAILBOX.iter().any(|word| letters.clone().eq(word.bytes()))
}

/// Digits as a cashier types them who has no number: one digit held down, or the row of keys from 1 to 9.
/// A few real numbers end that way; each of them is worth less than the strangers whom it would join.
pub(super) fn is_made_up_phone(digits: &str) -> bool {
    let tail = digits.len().saturating_sub(7);
    digits.get(tail..).is_some_and(is_one_character_repeated)
        || digits.ends_with("123456789")
        || digits.ends_with("1234567890")
}

pub(super) fn is_one_character_repeated(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|first| chars.all(|c| c == first))
}

/// The blocked values of everybody and the merchant's own: the shop's telephone that cashiers type in, the card at
/// the till, all addresses of the staff.
#[derive(Clone, Debug, Default)]
pub struct Blocklist {
    own: FxHashMap<Kind, FxHashSet<String>>,
}

impl Blocklist {
    /// Adds one of the merchant's own values. An e-mail may be a pattern: `@sklep.pl` is everybody there,
    /// `kasa@` is that name at any domain.
    ///
    /// # Errors
    /// Where the value is no value of that kind; one that is blocked anyway is accepted.
    pub fn add(&mut self, kind: Kind, raw: &str, region: Option<&str>) -> Result<(), Refusal> {
        let is_pattern = kind == Kind::EMAIL && (raw.starts_with('@') || raw.ends_with('@'));
        let value = if is_pattern {
            raw.trim().to_lowercase()
        } else {
            match normalise(&kind, raw, region) {
                Ok(value) => value.into_owned(),
                Err(Refusal::Blocked) => return Ok(()),
                Err(refusal) => return Err(refusal),
            }
        };
        self.own.entry(kind).or_default().insert(value);
        Ok(())
    }

    /// [`normalise`], and then the merchant's own blocked values.
    ///
    /// # Errors
    /// The reason why the value identifies nobody.
    pub fn normalise<'a>(
        &self,
        kind: &Kind,
        raw: &'a str,
        default_region: Option<&str>,
    ) -> Result<Cow<'a, str>, Refusal> {
        let value = normalise(kind, raw, default_region)?;
        if !self.own.is_empty() && self.is_own(kind, &value) {
            return Err(Refusal::Blocked);
        }
        Ok(value)
    }

    fn is_own(&self, kind: &Kind, value: &str) -> bool {
        let Some(values) = self.own.get(kind) else { return false };
        if values.contains(value) {
            return true;
        }
        let Some(at) = value.find('@').filter(|_| *kind == Kind::EMAIL) else { return false };
        values.contains(&value[at..]) || values.contains(&value[..=at])
    }
}
