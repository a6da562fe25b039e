//! How much one visitor, and one address, may ask of the shop.

use std::net::IpAddr;

use kit::limits;
use kit::time::minutes;

pub type Limiter = limits::Limiter<Deed>;

/// What is counted, and how often it may be done in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    Read,
    Change,
    /// By somebody who has no session yet, from one address: an office, a school.
    First,
    Code,
    /// A code that opened nothing.
    WrongCode,
}

impl limits::Deed for Deed {
    const REFUSED: &'static str = "too_many_requests";

    fn limit(self) -> (u32, i64) {
        match self {
            Deed::Read => (240, minutes(1)),
            Deed::Change => (120, minutes(1)),
            Deed::First => (120, minutes(1)),
            Deed::Code => (10, minutes(1)),
            Deed::WrongCode => (10, minutes(60)),
        }
    }
}

/// Where nobody knows the address (a test), all are counted as one.
pub fn name_of(from: Option<IpAddr>) -> String {
    from.map_or_else(|| "somewhere".into(), |from| from.to_string())
}
