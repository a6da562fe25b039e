//! One record and one history of each customer, behind every door.

pub mod events;
pub mod identities;
