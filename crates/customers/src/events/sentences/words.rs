//! Text from outside, made fit for one line of a timeline.

use kit::text::clip;

use crate::events::commerce::fields::{Fields, scalar};

/// An order number, a SKU, a coupon: what people read out on the telephone. Longer ones are for machines.
const SHORT_ID_CHARS_MAX: usize = 19;
const DETAILS_MAX: usize = 3;
const DETAIL_CHARS_MAX: usize = 24;

/// On one line, without invisible characters (a bidirectional control would turn around the words after it), and
/// not longer than `chars_max`.
pub(super) fn clean(text: &str, chars_max: usize) -> String {
    // Read no more of a long text than could be shown.
    let head: String = text.chars().take(8 * chars_max).collect();
    let visible: String = head.chars().filter(|c| !is_hidden(*c)).collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    clip(&line, chars_max).into_owned()
}

fn is_hidden(c: char) -> bool {
    let is_format = matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    is_format || (c.is_control() && !c.is_whitespace())
}

/// The id if a person could use it.
pub(super) fn short_id(id: &str) -> Option<String> {
    let id = clean(id, SHORT_ID_CHARS_MAX + 1);
    (!id.is_empty() && id.chars().count() <= SHORT_ID_CHARS_MAX).then_some(id)
}

/// The path of an address, without the query: that may carry a token, and says nothing to people.
pub(super) fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or(url);
    let Some((_, rest)) = url.split_once("://") else { return url };
    rest.find('/').map_or("/", |slash| &rest[slash..])
}

/// Up to three short properties of an event that we do not know: `roast: light, score: 7`.
pub(super) fn details(properties: &Fields<'_>) -> Option<String> {
    let shown: Vec<String> =
        properties.iter().filter_map(|(name, json)| detail(name, json)).take(DETAILS_MAX).collect();
    (!shown.is_empty()).then(|| shown.join(", "))
}

fn detail(name: &str, json: &str) -> Option<String> {
    let value = scalar(json)?;
    let value = value.trim();
    let fits = |text: &str| !text.is_empty() && text.chars().count() <= DETAIL_CHARS_MAX;
    let is_private = is_id_or_secret(name) || value.contains("://") || value.contains('@');
    if !fits(name) || !fits(value) || is_private || is_machine_made(value) {
        return None;
    }
    Some(format!(
        "{}: {}",
        clean(&name.replace('_', " "), DETAIL_CHARS_MAX),
        clean(value, DETAIL_CHARS_MAX)
    ))
}

/// `id`, `quiz_id`, `quizId`, `api_key`, but neither `paid` nor `keyboard`.
fn is_id_or_secret(name: &str) -> bool {
    let last_word = name.rsplit(['_', '-', '.', ' ']).next().unwrap_or(name);
    let is_camel_id = name.ends_with("Id") || name.ends_with("ID");
    let words = ["id", "uuid", "hash", "token", "secret", "password", "key", "session"];
    is_camel_id || words.iter().any(|word| last_word.eq_ignore_ascii_case(word))
}

/// A UUID, a hash, a long number: sixteen characters and more in one piece, some of them digits.
fn is_machine_made(value: &str) -> bool {
    value.len() >= 16
        && !value.contains(char::is_whitespace)
        && value.bytes().any(|b| b.is_ascii_digit())
}
