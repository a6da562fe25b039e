//! Eight letters that open something at another door: shown, scanned, or read out on the telephone. Pure but for the
//! random bytes.

use std::fmt;

use crate::{Error, Result};

/// No letter looks or sounds like another: none of 0 O, 1 I L, 2 Z, 5 S, 8 B, V U, N, G, Q.
const ALPHABET: &[u8; 20] = b"34679ACDEFHJKMPRTWXY";
const LENGTH: usize = 8;
/// The largest multiple of 20 that a byte holds: below it no letter is likelier than another.
const FAIR: u8 = 240;

/// 2.5 × 10¹⁰ of them, of which few are alive at one moment and few may be tried.
#[derive(Clone, PartialEq, Eq)]
pub struct Letters([u8; LENGTH]);

impl Letters {
    pub fn random() -> Result<Letters> {
        let mut letters = [0; LENGTH];
        let mut done = 0;
        while done < LENGTH {
            let mut bytes = [0_u8; 2 * LENGTH];
            getrandom::fill(&mut bytes).map_err(Error::internal)?;
            for byte in bytes.into_iter().filter(|byte| *byte < FAIR).take(LENGTH - done) {
                letters[done] = ALPHABET[usize::from(byte) % ALPHABET.len()];
                done += 1;
            }
        }
        Ok(Letters(letters))
    }

    /// As somebody typed or said them: small letters, blanks and dashes do not matter, nor do the Cyrillic letters that
    /// look like ours.
    pub fn parse(text: &str) -> Option<Letters> {
        let letters = text.trim().chars().filter(|c| !" -\u{2010}\u{2011}\u{2013}".contains(*c));
        let letters: Option<Vec<u8>> = letters.map(letter).collect();
        Some(Letters(letters?.try_into().ok()?))
    }

    /// Those at the end of a link, after `=` or `/`, or alone: what a scanner reads.
    pub fn end_of_link(text: &str) -> Option<&str> {
        text.trim().trim_end_matches('/').rsplit(['/', '=']).next()
    }

    /// Both letters and digits. Letters alone may be words (“made-hard”), digits alone the number of an order.
    pub fn is_mixed(&self) -> bool {
        self.0.iter().any(u8::is_ascii_digit) && self.0.iter().any(u8::is_ascii_alphabetic)
    }

    /// For a link: without the dash.
    pub fn plain(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many letters stand on each side of the dash.
    pub const HALF: usize = LENGTH / 2;
}

fn letter(c: char) -> Option<u8> {
    let c = match c.to_uppercase().next()? {
        'А' => 'A',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        other => other,
    };
    u8::try_from(c).ok().filter(|c| ALPHABET.contains(c))
}

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = self.plain().split_at(Letters::HALF);
        write!(f, "{left}-{right}")
    }
}

/// They open something: they are not for logs.
impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
