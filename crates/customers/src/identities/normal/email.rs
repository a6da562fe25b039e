//! E-mail addresses.
//!
//! Lower case on both sides: RFC 5321 lets a server tell `Anna@` from `anna@`, no mail provider of today does.
//! Nothing cleverer. `anna.nowak@gmail.com` and `annanowak+shop@gmail.com` reach one mailbox today, but that
//! is Google's rule and not the address's; elsewhere they are two persons, and who adds a tag wants the two
//! kept apart. A likeness like that may be proposed to the staff, it never decides.
//!
//! A domain in letters outside ASCII stays in letters: it is what the customer typed and the staff can read.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Refusal, blocked};

const ADDRESS_BYTES_MAX: usize = 254;
const LOCAL_BYTES_MAX: usize = 64;
const LABEL_BYTES_MAX: usize = 63;

pub(super) fn normalise(raw: &str) -> Result<Cow<'_, str>, Refusal> {
    // Before the work of normalising, which can triple a text's length at most.
    if raw.len() > 4 * ADDRESS_BYTES_MAX {
        return Err(Refusal::TooLong);
    }
    let address = fold(raw);
    if address.len() > ADDRESS_BYTES_MAX {
        return Err(Refusal::TooLong);
    }
    let (local, domain) = address.split_once('@').ok_or(Refusal::Malformed)?;
    if !is_local_part(local) || !is_domain(domain) {
        return Err(Refusal::Malformed);
    }
    if blocked::is_no_mailbox(local) {
        return Err(Refusal::Blocked);
    }
    Ok(address)
}

/// Lower case in composed form (NFC). Lower-casing can undo the composing (`İ`), hence the order.
fn fold(raw: &str) -> Cow<'_, str> {
    let is_ascii_normal = raw.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if is_ascii_normal {
        return Cow::Borrowed(raw);
    }
    let lower = raw.nfc().collect::<String>().to_lowercase();
    if is_nfc(&lower) && lower == raw {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(lower.nfc().collect())
}

/// `dot-atom` of RFC 5322 with the letters of RFC 6531. Quoted local parts are legal and never seen.
fn is_local_part(local: &str) -> bool {
    local.len() <= LOCAL_BYTES_MAX
        && local.split('.').all(|atom| {
            !atom.is_empty()
                && atom.chars().all(|c| is_letter_or_digit(c) || "!#$%&'*+-/=?^_`{|}~".contains(c))
        })
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= LABEL_BYTES_MAX
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| is_letter_or_digit(c) || c == '-')
    };
    // A last label of digits is an IP address, or the start of one.
    domain.split('.').all(is_label)
        && domain.rsplit_once('.').is_some_and(|(_, top)| top.bytes().any(|b| !b.is_ascii_digit()))
}

/// Combining marks count: not every letter of every script has a composed form.
fn is_letter_or_digit(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}
