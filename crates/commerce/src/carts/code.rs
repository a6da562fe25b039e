//! A code that opens a cart at another door: shown, scanned, or read out at the till. Pure but for the random bytes.

use std::fmt;

use kit::Result;
use kit::secrets::Secrets;

/// No letter looks or sounds like another: none of 0 O, 1 I L, 2 Z, 5 S, 8 B, V U, N, G, Q.
const LETTERS: &[u8; 20] = b"34679ACDEFHJKMPRTWXY";
const LENGTH: usize = 8;
const PURPOSE: &str = "cart code";

/// Eight letters: 2.5 × 10¹⁰ codes, of which few are alive at one moment and few may be tried.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    pub fn random() -> Result<Code> {
        let mut letters = [0; LENGTH];
        let mut done = 0;
        while done < LENGTH {
            let random = Secrets::random_hex()?;
            let bytes = (0..random.len() / 2)
                .filter_map(|i| u8::from_str_radix(random.get(2 * i..2 * i + 2)?, 16).ok());
            // 240 is a multiple of 20: no letter is likelier than another.
            for byte in bytes.filter(|byte| *byte < 240).take(LENGTH - done) {
                letters[done] = LETTERS[usize::from(byte) % LETTERS.len()];
                done += 1;
            }
        }
        Ok(Code(letters))
    }

    /// As it was typed, said or scanned: alone, or at the end of a link after `=` or `/`.
    pub fn parse(text: &str) -> Option<Code> {
        let last = text.trim().trim_end_matches('/').rsplit(['/', '=']).next()?;
        let letters: Option<Vec<u8>> = last
            .chars()
            .filter(|c| !" -\u{2010}\u{2011}\u{2013}".contains(*c))
            .map(|c| u8::try_from(c.to_ascii_uppercase()).ok().filter(|c| LETTERS.contains(c)))
            .collect();
        Some(Code(letters?.try_into().ok()?))
    }

    /// For a link: without the dash.
    pub fn plain(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// What the database keeps: whoever reads it there cannot make the code of it.
    pub fn hash(&self, keys: &Secrets) -> Result<[u8; 32]> {
        Ok(keys.signer(PURPOSE)?.sign(&self.0))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = self.plain().split_at(LENGTH / 2);
        write!(f, "{left}-{right}")
    }
}

/// A code opens something: it is not for logs.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}
