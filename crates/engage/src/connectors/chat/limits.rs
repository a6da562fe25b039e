//! How much one visitor, and one address, may ask of us.

use kit::limits;
use kit::time::seconds;

const WINDOW: i64 = seconds(60);

pub type Limiter = limits::Limiter<Deed>;

/// What is counted, and how much of it a minute may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// By one visitor.
    Message,
    /// By one address: an office, a school.
    MessageFromAddress,
    FormFromAddress,
    Read,
    Typing,
    Link,
}

impl limits::Deed for Deed {
    const REFUSED: &'static str = "too_many_messages";

    fn limit(self) -> (u32, i64) {
        let a_minute = match self {
            Deed::Message => 20,
            Deed::MessageFromAddress => 120,
            Deed::FormFromAddress => 10,
            Deed::Read => 120,
            Deed::Typing => 60,
            Deed::Link => 10,
        };
        (a_minute, WINDOW)
    }
}
