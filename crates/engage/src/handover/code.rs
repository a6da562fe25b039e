//! A code that a customer can read out at the till or on the telephone, and its link.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use kit::secrets::Secrets;
use kit::spoken::Letters;
use kit::{Error, Result};

/// How far into a message a code is looked for.
const LOOKED_AT_MAX: usize = 500;
const PURPOSE: &str = "hand-over code";
const LINK_PURPOSE: &str = "hand-over link";
/// Of the link's signature: 72 bits, which nobody can guess.
const TAG_BYTES: usize = 9;

/// Letters and digits: never a word, never the number of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(Letters);

impl Code {
    pub fn random() -> Result<Code> {
        loop {
            let letters = Letters::random()?;
            if letters.is_mixed() {
                return Ok(Code(letters));
            }
        }
    }

    /// As somebody typed or said it.
    pub fn parse(text: &str) -> Option<Code> {
        Letters::parse(text).filter(Letters::is_mixed).map(Code)
    }

    /// The first code in a message, written as we write it: in two halves with a dash between.
    pub fn in_text(text: &str) -> Option<Code> {
        let start = kit::text::clip(text, LOOKED_AT_MAX);
        let is_apart = |c: char| !(c.is_alphanumeric() || c == '-');
        start.split(is_apart).find_map(|word| {
            let (left, right) = word.split_once('-')?;
            let is_half = |half: &str| half.chars().count() == Letters::HALF;
            (is_half(left) && is_half(right)).then(|| Code::parse(word)).flatten()
        })
    }

    /// The one in a link of ours, or a code alone: what a scanner reads.
    pub fn in_link(keys: &Secrets, text: &str) -> Option<Code> {
        let last = Letters::end_of_link(text)?;
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
        self.0.plain()
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
        Ok(keys.signer(PURPOSE)?.sign(self.0.plain().as_bytes()))
    }

    fn tag(&self, keys: &Secrets) -> Result<String> {
        Ok(BASE64.encode(&keys.signer(LINK_PURPOSE)?.sign(self.0.plain().as_bytes())[..TAG_BYTES]))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
