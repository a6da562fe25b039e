//! By what staff find an order: the words of a name, an e-mail address, a telephone number. Pure.

use std::collections::BTreeSet;

use super::{Contact, Delivery, Order};

/// Words of one order: a name that is longer is found by its beginning.
const WORDS_MAX: usize = 20;
const WORD_CHARS_MAX: usize = 100;
/// Shorter numbers would be house numbers.
const PHONE_DIGITS_MIN: usize = 6;

/// All words under which this order is kept.
pub fn of(order: &Order) -> BTreeSet<String> {
    let Contact { name, email, phone, .. } = &order.contact;
    let addressee = match &order.delivery {
        Delivery::Address { name, .. } => Some(name.as_str()),
        Delivery::Collect { .. } | Delivery::Taken { .. } => None,
    };
    let names = [name.as_deref(), addressee].into_iter().flatten().flat_map(kit::text::words);
    let email = email.as_deref().map(whole);
    let phone = phone.as_deref().and_then(digits);
    let all = names.chain(email).chain(phone).filter(|word| !word.is_empty());
    all.map(clip).take(WORDS_MAX).collect()
}

/// The words for which somebody looks who types this.
pub fn asked(text: &str) -> Vec<String> {
    if text.contains('@') {
        return vec![clip(whole(text))];
    }
    let is_phone = text.chars().all(|c| c.is_ascii_digit() || " +-()/".contains(c));
    match digits(text).filter(|_| is_phone) {
        Some(phone) => vec![clip(phone)],
        None => kit::text::words(text).into_iter().map(clip).take(WORDS_MAX).collect(),
    }
}

fn whole(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The last nine digits: with and without the country's number it is the same telephone.
fn digits(phone: &str) -> Option<String> {
    const TOLD_APART_BY: usize = 9;
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let start = digits.len().saturating_sub(TOLD_APART_BY);
    (digits.len() >= PHONE_DIGITS_MIN).then(|| digits[start..].to_string())
}

fn clip(word: String) -> String {
    kit::text::clip(&word, WORD_CHARS_MAX).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_looked_for_as_it_is_kept() {
        for (typed, words) in [
            ("Anna NOWAK", &["anna", "nowak"][..]),
            (" Łukasz Żółty", &["lukasz", "zolty"]),
            ("Anna.Nowak@Example.PL ", &["anna.nowak@example.pl"]),
            ("+48 500 100 200", &["500100200"]),
            ("500-100-200", &["500100200"]),
            ("12", &["12"]),
            ("", &[]),
        ] {
            assert_eq!(asked(typed), words, "{typed}");
        }
    }
}
