//! What the assistant does: pure.

use kit::Time;
use kit::time::days;
use serde::{Deserialize, Serialize};

use super::understand::{Intent, Understood};

/// How an order of the customer's stands, as far as the timeline tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderSeen {
    pub number: String,
    pub placed_at: Time,
    pub stage: Stage,
    pub stage_at: Time,
    pub tracking: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Placed,
    Shipped,
    ReturnStarted,
    Refunded,
    Cancelled,
}

/// What the assistant asked back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// What it is about.
    What,
    /// Which of several orders.
    WhichOrder,
}

/// What it remembers of a conversation, by its own messages of the last day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    pub has_spoken: bool,
    pub asked: Option<Question>,
    pub has_handed_over: bool,
}

/// Everything that counts for one message.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub understood: Understood,
    pub memory: Memory,
    /// Staff are in the conversation.
    pub has_people: bool,
    /// The door has proven that it is the customer.
    pub is_proven: bool,
    /// A number of an order that was named.
    pub named_order: Option<String>,
    /// The customer's, the newest first.
    pub orders: Vec<OrderSeen>,
    pub knows_hours: bool,
    pub knows_returns: bool,
    /// An article that answers the words.
    pub has_article: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    Asked,
    Unsure,
    /// Nothing proves who it is.
    Unproven,
    /// There is no such order.
    UnknownOrder,
    /// The shop has not said it.
    NotKnown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Silent,
    Order(OrderSeen),
    Hours,
    Returns,
    Article,
    Welcome,
    Ask(Question),
    HandOver(Why),
}

/// Orders of so many days may be the one that somebody means.
const RECENT: i64 = days(21);

/// What to do about a message.
pub fn decide(seen: &Seen, now: Time) -> Deed {
    if seen.has_people || seen.memory.has_handed_over {
        return Deed::Silent;
    }
    let intent = match (seen.understood.intent, seen.memory.asked, &seen.named_order) {
        // The answer to “which order?” is a number.
        (None, Some(Question::WhichOrder), Some(_)) => Some(Intent::Status),
        // A number and nothing else is the question how it stands.
        (None, None, Some(_)) => Some(Intent::Status),
        (intent, ..) => intent,
    };
    match intent {
        Some(Intent::Human) => Deed::HandOver(Why::Asked),
        Some(Intent::Status) => status(seen, now),
        Some(Intent::Hours) if seen.knows_hours => Deed::Hours,
        Some(Intent::Returns) if seen.knows_returns => Deed::Returns,
        _ if seen.has_article => Deed::Article,
        Some(Intent::Hours | Intent::Returns) => Deed::HandOver(Why::NotKnown),
        Some(Intent::Thanks) if seen.memory.has_spoken => Deed::Welcome,
        Some(Intent::Thanks) => Deed::Silent,
        _ if seen.memory.asked.is_none() && asks_back(seen, intent) => Deed::Ask(Question::What),
        _ => Deed::HandOver(Why::Unsure),
    }
}

/// A greeting wants to be asked; so does what was half understood. What was not understood at all is for people.
fn asks_back(seen: &Seen, intent: Option<Intent>) -> bool {
    intent == Some(Intent::Greeting) || seen.understood.has_hint
}

fn status(seen: &Seen, now: Time) -> Deed {
    if !seen.is_proven {
        return Deed::HandOver(Why::Unproven);
    }
    if let Some(number) = &seen.named_order {
        let order = seen.orders.iter().find(|order| order.number.eq_ignore_ascii_case(number));
        return order.cloned().map_or(Deed::HandOver(Why::UnknownOrder), Deed::Order);
    }
    let is_recent = |order: &&OrderSeen| now.since(order.placed_at) < RECENT;
    let recent: Vec<&OrderSeen> = seen.orders.iter().filter(is_recent).collect();
    match (recent.as_slice(), seen.orders.first()) {
        ([_, _, ..], _) if seen.memory.asked.is_none() => Deed::Ask(Question::WhichOrder),
        (_, Some(newest)) => Deed::Order(newest.clone()),
        (_, None) => Deed::HandOver(Why::UnknownOrder),
    }
}
