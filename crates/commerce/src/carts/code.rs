//! A code that opens a cart at another door: shown, scanned, or read out at the till.

use std::fmt;

use kit::Result;
use kit::secrets::Secrets;
use kit::spoken::Letters;

const PURPOSE: &str = "cart code";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(Letters);

impl Code {
    pub fn random() -> Result<Code> {
        Ok(Code(Letters::random()?))
    }

    /// As it was typed, said or scanned: alone, or at the end of a link.
    pub fn parse(text: &str) -> Option<Code> {
        Letters::parse(Letters::end_of_link(text)?).map(Code)
    }

    /// For a link: without the dash.
    pub fn plain(&self) -> &str {
        self.0.plain()
    }

    /// What the database keeps: whoever reads it there cannot make the code of it.
    pub fn hash(&self, keys: &Secrets) -> Result<[u8; 32]> {
        Ok(keys.signer(PURPOSE)?.sign(self.0.plain().as_bytes()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
