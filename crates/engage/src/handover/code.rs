//! A code that a customer can read out at the till or on the telephone, and its link: pure but for the random bytes.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use kit::secrets::Secrets;
use kit::{Error, Result};

/// No letter looks or sounds like another: none of 0 O, 1 I L, 2 Z, 5 S, 8 B, V U, N, G, Q.
const LETTERS: &[u8; 20] = b"34679ACDEFHJKMPRTWXY";
const LENGTH: usize = 8;
/// How far into a message a code is looked for.
const LOOKED_AT_MAX: usize = 500;
const PURPOSE: &str = "hand-over code";
const LINK_PURPOSE: &str = "hand-over link";
/// Of the link's signature: 72 bits, which nobody can guess.
const TAG_BYTES: usize = 9;

/// Eight letters: 2.5 × 10¹⁰ codes, of which few are alive at one moment.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    pub fn random() -> Result<Code> {
        loop {
            let code = Code(Code::random_letters()?);
            if code.is_mixed() {
                return Ok(code);
            }
        }
    }

    /// Letters alone may be words (“made-hard”), digits alone may be the number of an order.
    fn is_mixed(&self) -> bool {
        self.0.iter().any(u8::is_ascii_digit) && self.0.iter().any(u8::is_ascii_alphabetic)
    }

    fn random_letters() -> Result<[u8; LENGTH]> {
        let mut letters = [0; LENGTH];
        let mut done = 0;
        while done < LENGTH {
            let random = Secrets::random_hex()?;
            for pair in random.as_bytes().chunks(2) {
                let byte = std::str::from_utf8(pair)
                    .ok()
                    .and_then(|pair| u8::from_str_radix(pair, 16).ok());
                // 240 is a multiple of 20: no letter is likelier than another.
                let Some(byte) = byte.filter(|byte| *byte < 240 && done < LENGTH) else { continue };
                letters[done] = LETTERS[usize::from(byte) % LETTERS.len()];
                done += 1;
            }
        }
        Ok(letters)
    }

    /// As somebody typed or said it: small letters, blanks and dashes do not matter, nor do the Cyrillic letters that
    /// look like ours.
    pub fn parse(text: &str) -> Option<Code> {
        let letters = text.trim().chars().filter(|c| !" -\u{2010}\u{2011}\u{2013}".contains(*c));
        let letters: Option<Vec<u8>> = letters.map(letter).collect();
        Some(Code(letters?.try_into().ok()?)).filter(Code::is_mixed)
    }

    /// The first code in a message, written as we write it: in two halves with a dash between.
    pub fn in_text(text: &str) -> Option<Code> {
        let start = kit::text::clip(text, LOOKED_AT_MAX);
        let is_apart = |c: char| !(c.is_alphanumeric() || c == '-');
        start.split(is_apart).find_map(|word| {
            let (left, right) = word.split_once('-')?;
            let is_half = |half: &str| half.chars().count() == LENGTH / 2;
            (is_half(left) && is_half(right)).then(|| Code::parse(word)).flatten()
        })
    }

    /// The one in a link of ours, or a code alone: what a scanner reads.
    pub fn in_link(keys: &Secrets, text: &str) -> Option<Code> {
        let last = text.trim().trim_end_matches('/').rsplit(['/', '=']).next()?;
        match last.split_once('.') {
            Some((code, tag)) => {
                let code = Code::parse(code)?;
                (code.tag(keys).ok()? == tag).then_some(code)
            }
            None => Code::parse(last),
        }
    }

    /// For a deep link: without the dash.
    pub fn plain(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The end of a link: the code and our signature, so that a link cannot be guessed.
    pub fn signed(&self, keys: &Secrets) -> Result<String> {
        Ok(format!("{}.{}", self.plain(), self.tag(keys)?))
    }

    /// Reads the end of a link.
    ///
    /// # Errors
    /// `bad_link`, where the signature is not ours.
    pub fn of_signed(keys: &Secrets, text: &str) -> Result<Code> {
        let refused =
            || Error::bad_input("bad_link", "This link is not whole, or not one of ours.");
        let (code, tag) = text.split_once('.').ok_or_else(refused)?;
        let code = Code::parse(code).ok_or_else(refused)?;
        let ours = code.tag(keys)?;
        if crate::connectors::http::is_same_secret(ours.as_bytes(), tag.as_bytes()) {
            Ok(code)
        } else {
            Err(refused())
        }
    }

    /// What the database keeps: whoever reads it there cannot make the code of it.
    pub fn hash(&self, keys: &Secrets) -> Result<[u8; 32]> {
        Ok(keys.signer(PURPOSE)?.sign(&self.0))
    }

    fn tag(&self, keys: &Secrets) -> Result<String> {
        Ok(BASE64.encode(&keys.signer(LINK_PURPOSE)?.sign(&self.0)[..TAG_BYTES]))
    }
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
    u8::try_from(c).ok().filter(|c| LETTERS.contains(c))
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
