//! What a shop and its customers say to each other, by any door.
//!
//! | slice | what it is |
//! | --- | --- |
//! | [`conversations`] | what is said, by whom, by which door: one conversation, however many doors |
//! | [`outbox`] | messages on their way out |

pub mod conversations;
pub mod outbox;

use kit::db::Migration;

pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "engage_0001_conversations",
    text: include_str!("../migrations/0001_conversations.sql"),
}];

/// What every action gets.
#[derive(Clone)]
pub struct Ctx {
    pub customers: customers::Ctx,
}
