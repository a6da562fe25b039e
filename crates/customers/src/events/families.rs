//! What sort of thing happened, coarsely enough to choose from: shopping, looking, talking.

use kit::{Error, Result};

use super::{EventType, sentences};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Carts, orders, receipts, returns, coupons.
    Shopping,
    /// Pages, products, searches, wish lists.
    Looking,
    /// Messages, calls, e-mails.
    Talking,
    /// Who they are and what they allow.
    Person,
    /// The merchant's own events.
    Other,
}

impl Family {
    pub const ALL: [Family; 5] =
        [Family::Shopping, Family::Looking, Family::Talking, Family::Person, Family::Other];

    pub fn code(self) -> &'static str {
        match self {
            Family::Shopping => "shopping",
            Family::Looking => "looking",
            Family::Talking => "talking",
            Family::Person => "person",
            Family::Other => "other",
        }
    }

    pub fn parse(code: &str) -> Result<Family> {
        Family::ALL.into_iter().find(|family| family.code() == code).ok_or_else(|| {
            let detail = "Known are: shopping, looking, talking, person, other.";
            Error::bad_input("bad_family", format!("“{code}” is no sort of event. {detail}"))
        })
    }

    /// By the picture that stands beside its sentence: whoever adds an event there has sorted it here.
    pub fn of(kind: EventType, name: &str) -> Family {
        match sentences::icon(kind, name) {
            "cart" | "bag" | "return" | "tag" | "store" => Family::Shopping,
            "eye" | "search" | "heart" | "star" => Family::Looking,
            "chat" | "phone" | "mail" => Family::Talking,
            "user" => Family::Person,
            _ => Family::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::commerce::ShopEvent;

    #[test]
    fn each_event_that_we_understand_has_a_family() {
        for event in ShopEvent::ALL {
            assert_ne!(Family::of(EventType::Track, event.name()), Family::Other, "{event:?}");
        }
        assert_eq!(Family::of(EventType::Track, "Quiz Finished"), Family::Other);
        assert_eq!(Family::of(EventType::Screen, "Cups"), Family::Looking);
        assert_eq!(Family::parse("talking").unwrap(), Family::Talking);
    }
}
