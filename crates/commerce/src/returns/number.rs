//! Numbers of returns: as those of orders, with an R before them, so that nobody takes one for the other.

use customers::identities::CustomerId;
use kit::{Error, Result, Tx};

use super::{ReturnId, store};
use crate::orders::number as orders;

/// A number that another return has is drawn again.
const TRIED_MAX: usize = 20;

/// As somebody types or says it: `R-7KX4-M2QD`, in either case, with or without the hyphens.
pub fn parse(text: &str) -> Result<String> {
    let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_marked = letters.len() == 9 && letters.starts_with(['R', 'r']);
    let plain = if is_marked { &letters[1..] } else { &letters };
    let number = orders::parse(plain).map_err(|_| {
        let shown = kit::text::clip(text, 20);
        let detail = format!("“{shown}” is no number of a return. It looks like R-7KX4-M2QD.");
        Error::bad_input("bad_return_number", detail)
    })?;
    Ok(format!("R-{number}"))
}

pub fn take(tx: &Tx, leaf: CustomerId, id: ReturnId) -> Result<String> {
    for _ in 0..TRIED_MAX {
        let mut bits = [0; 8];
        getrandom::fill(&mut bits).map_err(Error::internal)?;
        let number = format!("R-{}", orders::of(u64::from_le_bytes(bits)));
        if store::take_number(tx, &number, leaf, id)? {
            return Ok(number);
        }
    }
    Err(Error::internal("no number of a return is free"))
}
