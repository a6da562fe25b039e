//! The last part of an address, made of a title in any of the shop's languages.

use kit::text::fold;
use kit::{Error, Result};

pub const HANDLE_CHARS_MAX: usize = 80;

/// `Kubek „Łąka” 300 ml` → `kubek-laka-300-ml`. A title without a letter that can be written so is a `product`.
pub fn of(title: &str) -> String {
    let mut handle = String::new();
    for c in fold(title).chars() {
        if c.is_ascii_alphanumeric() {
            handle.push(c);
        } else if let Some(letters) = latin(c) {
            handle.push_str(letters);
        } else if !matches!(c, '\'' | '’') && !handle.is_empty() && !handle.ends_with('-') {
            handle.push('-');
        }
    }
    if handle.len() > HANDLE_CHARS_MAX {
        handle.truncate(HANDLE_CHARS_MAX);
        // Whole words, unless the first is longer than all that fits.
        if let Some(end) = handle.rfind('-') {
            handle.truncate(end);
        }
    }
    let handle = handle.trim_end_matches('-');
    if handle.is_empty() { "product".into() } else { handle.into() }
}

/// The nth of those that would have the same.
pub fn numbered(handle: &str, n: usize) -> String {
    let ending = format!("-{n}");
    let room = HANDLE_CHARS_MAX - ending.len();
    let kept = &handle[..handle.len().min(room)];
    format!("{}{ending}", kept.trim_end_matches('-'))
}

/// Russian as passports have it (ICAO Doc 9303), but for the hard and the soft sign, which are left out. `fold` has made
/// ё an е already.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// One that somebody chose.
pub fn checked(handle: &str) -> Result<String> {
    let handle = handle.trim();
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_whole = !handle.starts_with('-') && !handle.ends_with('-');
    if handle.is_empty()
        || handle.len() > HANDLE_CHARS_MAX
        || !handle.chars().all(is_plain)
        || !is_whole
    {
        let detail = format!(
            "The end of an address has 1 to {HANDLE_CHARS_MAX} small letters a to z, digits and dashes."
        );
        return Err(Error::bad_input("bad_handle", detail));
    }
    Ok(handle.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_become_addresses() {
        let check = |title: &str, handle: &str| assert_eq!(of(title), handle, "{title}");
        check("Blue mug, 300 ml", "blue-mug-300-ml");
        check("Barista’s jug", "baristas-jug");
        check("Kubek „Zażółć gęślą jaźń”", "kubek-zazolc-gesla-jazn");
        check("Ceașcă pentru țuică", "ceasca-pentru-tuica");
        check("Чашка «Подъём» с ёлкой", "chashka-podem-s-elkoi");
        check("  --- ", "product");
        check("杯子", "product");
        check(&"very long ".repeat(20), &"very-long-".repeat(8)[..79]);
    }

    #[test]
    fn one_that_is_chosen_must_fit() {
        let check = |handle: &str| checked(handle).map_err(|error| error.code);
        assert_eq!(check(" blue-mug "), Ok("blue-mug".into()));
        for bad in ["", "Blue", "kubek łąka", "-a", "a-", "a/b", &"a".repeat(81)] {
            assert_eq!(check(bad), Err("bad_handle"), "{bad}");
        }
        assert_eq!(numbered("blue-mug", 2), "blue-mug-2");
        assert_eq!(numbered(&"a".repeat(80), 12).len(), 80);
    }

    proptest! {
        #[test]
        fn what_is_made_is_what_may_be_chosen(title in any::<String>(), n in 2_usize..1000) {
            prop_assert!(checked(&of(&title)).is_ok(), "{}", of(&title));
            prop_assert!(checked(&numbered(&of(&title), n)).is_ok());
        }
    }
}
