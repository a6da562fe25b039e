//! Telephone numbers, as E.164: `+48500100200`.
//!
//! The numbering plans are those of the `phonenumber` crate, which reads them at the first use; text that is no
//! telephone number at all never gets that far. We take its plans but read the digits ourselves: its reader finds
//! numbers in any prose (`order 500100200`), turns letters into digits (`0800 PIZZA`), and takes the 8 of
//! `+7 812 …` (Saint Petersburg) for the 8 that is dialled before a number inside Russia.

use std::borrow::Cow;

use phonenumber::metadata::DATABASE;
use phonenumber::{Metadata, Mode, Type};

use super::{Refusal, blocked, is_dash, is_invisible};

/// E.164 allows 15; five more for `00` and a trunk prefix.
const DIGITS_MAX: usize = 20;
/// The shortest numbers of a whole country (Saint Helena: +290 and 4 digits, Niue: +683 and 4).
const DIGITS_MIN: usize = 6;

/// What a number that people have can be: the plan's own list goes on with emergency and short codes.
const TYPES: [Type; 10] = [
    Type::Mobile,
    Type::FixedLine,
    Type::TollFree,
    Type::SharedCost,
    Type::Voip,
    Type::PersonalNumber,
    Type::Uan,
    Type::PremiumRate,
    Type::Pager,
    Type::Voicemail,
];

pub(super) fn normalise<'a>(raw: &'a str, region: Option<&str>) -> Result<Cow<'a, str>, Refusal> {
    let dialled = digits(raw)?;
    if blocked::is_made_up_phone(dialled.trim_start_matches('+')) {
        return Err(Refusal::Blocked);
    }
    let e164 = match dialled.strip_prefix('+') {
        // A number that names its country means the same everywhere: the region must not bend it.
        Some(digits) => international(digits),
        None => region
            .and_then(|region| DATABASE.by_id(&region.to_ascii_uppercase()))
            .and_then(|plan| national(plan, &dialled)),
    };
    let e164 = e164.ok_or(Refusal::Malformed)?;
    if blocked::is_made_up_phone(&e164[1..]) {
        return Err(Refusal::Blocked);
    }
    Ok(if e164 == raw { Cow::Borrowed(raw) } else { Cow::Owned(e164) })
}

/// Country code and number. Who keeps the trunk prefix (`+44 020 …`) is forgiven, unless the number exists
/// as it stands.
fn international(digits: &str) -> Option<String> {
    if digits.starts_with('0') {
        return None;
    }
    let (code, number, plans) = (1..=3).find_map(|length| {
        let (code, number) = digits.split_at_checked(length)?;
        Some((code, number, DATABASE.by_code(&code.parse().ok()?)?))
    })?;
    let exists = |number: &str| plans.iter().any(|plan| is_assigned(plan, number));
    let number = if exists(number) {
        number
    } else {
        let without_trunk =
            plans.first()?.national_prefix().and_then(|p| number.strip_prefix(p))?;
        exists(without_trunk).then_some(without_trunk)?
    };
    Some(format!("+{code}{number}"))
}

/// As dialled inside the country: the bare number, with the trunk prefix, or with the country code and no `+`.
fn national(plan: &Metadata, digits: &str) -> Option<String> {
    let code = plan.country_code().to_string();
    let without_trunk = plan.national_prefix().and_then(|prefix| digits.strip_prefix(prefix));
    let number = [Some(digits), without_trunk, digits.strip_prefix(&code)]
        .into_iter()
        .flatten()
        .find(|number| is_assigned(plan, number));
    if let Some(number) = number {
        return Some(format!("+{code}{number}"));
    }
    // Argentina, Brazil and Mexico dial more than a prefix before a number: the crate knows their rules.
    let parsed = phonenumber::parse(plan.id().parse().ok(), digits).ok()?;
    let e164 = parsed.format().mode(Mode::E164).to_string();
    international(e164.strip_prefix('+')?).filter(|again| *again == e164)
}

fn is_assigned(plan: &Metadata, number: &str) -> bool {
    let kinds = plan.descriptors();
    kinds.general().is_match(number)
        && TYPES.iter().any(|kind| kinds.get(*kind).is_some_and(|kind| kind.is_match(number)))
}

/// The digits, with a `+` before them where the number has a country code: `+48 (0) 12 / 345-67-89` is
/// `+48123456789`. Extensions are refused: who answers there is the switchboard.
fn digits(raw: &str) -> Result<String, Refusal> {
    let raw = raw.strip_prefix("tel:").unwrap_or(raw).trim_start();
    let (is_international, rest) = match raw.strip_prefix(['+', '＋']) {
        Some(rest) => (true, rest),
        None => match raw.strip_prefix("00") {
            Some(rest) => (true, rest),
            None => (false, raw),
        },
    };
    let mut digits = String::with_capacity(DIGITS_MAX + 1);
    if is_international {
        digits.push('+');
    }
    // The zero in parentheses is dialled only by those who leave out the country code.
    let (head, tail) = rest.split_once("(0)").filter(|_| is_international).unwrap_or((rest, ""));
    for c in head.chars().chain(tail.chars()) {
        match c {
            '0'..='9' if digits.len() < DIGITS_MAX => digits.push(c),
            '0'..='9' => return Err(Refusal::TooLong),
            '(' | ')' | '.' | '/' => {}
            _ if c.is_whitespace() || is_dash(c) || is_invisible(c) => {}
            _ => return Err(Refusal::Malformed),
        }
    }
    if digits.trim_start_matches('+').len() < DIGITS_MIN {
        return Err(Refusal::Malformed);
    }
    Ok(digits)
}
