//! Whether a method can be kept: pure.

use kit::{Error, Result};

use super::{Method, Tier};
use crate::prices::AMOUNT_MAX;

const TITLE_CHARS_MAX: usize = 100;
const CODE_LENGTH_MAX: usize = 40;
const COUNTRIES_MAX: usize = 100;
const TIERS_MAX: usize = 20;
/// Ten tonnes.
const WEIGHT_MAX_G: i64 = 10_000_000;

pub fn check(new: &Method) -> Result<()> {
    let refused = |detail: &str| Err(Error::bad_input("bad_shipping_method", detail));
    if !is_code(&new.code) {
        return refused(
            "A code has 1 to 40 small letters, digits, `-` and `_`, and begins with a letter.",
        );
    }
    let is_title = |title: &str| title.chars().count() <= TITLE_CHARS_MAX;
    if new.title.trim().is_empty()
        || !is_title(&new.title)
        || !new.titles.values().all(|t| is_title(t))
    {
        return refused("A delivery method has a name, of up to 100 letters.");
    }
    let is_country =
        |code: &String| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
    if new.countries.len() > COUNTRIES_MAX || !new.countries.iter().all(is_country) {
        return refused("Countries are two letters of ISO 3166: PL, RO.");
    }
    if new.starts_at.zip(new.ends_at).is_some_and(|(start, end)| start >= end) {
        return refused("The method must begin before it ends.");
    }
    if new.free_from.is_some_and(|from| !(1..=AMOUNT_MAX).contains(&from)) {
        return refused("Free from an amount above zero.");
    }
    if new.position.abs() > 1_000_000 {
        return refused("A position lies between -1000000 and 1000000.");
    }
    check_tiers(&new.tiers)
}

fn check_tiers(tiers: &[Tier]) -> Result<()> {
    let refused = |detail: &str| Err(Error::bad_input("bad_shipping_tiers", detail));
    if !(1..=TIERS_MAX).contains(&tiers.len()) {
        return refused("A delivery method has 1 to 20 costs.");
    }
    let is_sound = |tier: &Tier| {
        (0..=AMOUNT_MAX).contains(&tier.amount_min)
            && (0..=AMOUNT_MAX).contains(&tier.cost)
            && tier.weight_max_g.is_none_or(|grams| (1..=WEIGHT_MAX_G).contains(&grams))
    };
    if !tiers.iter().all(is_sound) {
        return refused("Amounts are not below zero, a weight is 1 g to 10 t.");
    }
    let mut keys: Vec<_> = tiers.iter().map(|tier| (tier.amount_min, tier.weight_max_g)).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.len() != tiers.len() {
        return refused("For one amount and weight there is one cost.");
    }
    Ok(())
}

fn is_code(code: &str) -> bool {
    let is_sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    (1..=CODE_LENGTH_MAX).contains(&code.len())
        && code.bytes().all(is_sign)
        && code.starts_with(|first: char| first.is_ascii_lowercase())
}
