//! One spelling for each identity, whoever typed it: `Anna@Sklep.PL ` and `anna@sklep.pl` are one
//! customer, `0500 100 200` and `+48 500 100 200` one telephone, and `null` is nobody.
//!
//! A value is normalised before it is stored and before it is looked up, so that two spellings meet on one
//! row. Values that stand for nobody ([`blocked`]) are refused here, because one `undefined` that is taken
//! for a user id joins thousands of strangers.
//!
//! Kept by the tests: normalising twice is normalising once; no text makes it panic.

mod blocked;
mod email;
mod kind;
mod phone;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;

pub use blocked::Blocklist;
pub use kind::Kind;

/// Bytes of the longest value of any kind; an e-mail has 254 (RFC 5321, erratum 1690).
pub const VALUE_BYTES_MAX: usize = 255;

/// Why a value is no identity. The event that brought it is recorded all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It stands for nobody, or for everybody.
    Blocked,
    /// It is not what this kind looks like.
    Malformed,
    TooLong,
}

impl Refusal {
    /// The stable code for programs.
    pub fn code(self) -> &'static str {
        match self {
            Refusal::Blocked => "identity_blocked",
            Refusal::Malformed => "identity_malformed",
            Refusal::TooLong => "identity_too_long",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::Blocked => {
                "the value stands for nobody in particular, so it identifies no one"
            }
            Refusal::Malformed => "the value does not look like one of this kind",
            Refusal::TooLong => "the value is too long",
        })
    }
}

/// The one spelling of `raw`, or why it is refused; the blocked values of [`Blocklist::default`] apply.
///
/// `default_region` (ISO 3166, `PL`) tells how a telephone number without a country code is dialled.
/// A value that is normal already is borrowed: nearly every user id and device of the ingest path.
pub fn normalise<'a>(
    kind: &Kind,
    raw: &'a str,
    default_region: Option<&str>,
) -> Result<Cow<'a, str>, Refusal> {
    let trimmed = trim(raw);
    if blocked::is_nobody(trimmed) {
        return Err(Refusal::Blocked);
    }
    match kind.as_str() {
        "email" => email::normalise(trimmed),
        "phone" => phone::normalise(trimmed, default_region),
        "loyalty_card" => loyalty_card(trimmed),
        _ => opaque(trimmed).map(Cow::Borrowed),
    }
}

/// Cuts white space and the invisible characters that come along when text is copied from a page or a PDF.
fn trim(raw: &str) -> &str {
    match raw.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => raw,
        _ => raw.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)),
    }
}

/// Zero-width characters, bidirectional controls and the byte order mark: two values that differ only by
/// them look the same to the staff.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// An id that somebody else's system made (user id, device, channel id): upper and lower case differ there.
fn opaque(value: &str) -> Result<&str, Refusal> {
    if value.len() > VALUE_BYTES_MAX {
        return Err(Refusal::TooLong);
    }
    let is_plain = value.bytes().all(|b| b.is_ascii_graphic());
    if !is_plain && value.chars().any(|c| c.is_control() || is_invisible(c)) {
        return Err(Refusal::Malformed);
    }
    Ok(value)
}

/// The number on the card as a scanner reads it: the groups of four are there for the eye.
fn loyalty_card(value: &str) -> Result<Cow<'_, str>, Refusal> {
    if value.len() > VALUE_BYTES_MAX {
        return Err(Refusal::TooLong);
    }
    let is_normal = |c: char| c.is_ascii_graphic() && c != '-' && !c.is_ascii_lowercase();
    let card = if value.chars().all(is_normal) {
        Cow::Borrowed(value)
    } else {
        let is_part = |c: &char| !c.is_whitespace() && !is_dash(*c);
        Cow::Owned(value.chars().filter(is_part).map(|c| c.to_ascii_uppercase()).collect())
    };
    if !card.chars().all(is_normal) {
        return Err(Refusal::Malformed);
    }
    if blocked::is_one_character_repeated(&card) {
        return Err(Refusal::Blocked);
    }
    Ok(card)
}

/// The hyphen and what word processors make of it.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
