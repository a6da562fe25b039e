//! Who answers together: teams of the staff, what each promises to customers, and which doors lead to it.
//!
//! A team has a name, members, hours and [`Settings`]. A conversation can belong to a team, to a person, to both or to
//! nobody. A door may lead to a team: what is begun there belongs to it at once. An *agent* is somebody of the staff as
//! the rules see them: on or away, with skills and languages.
//!
//! ```text
//! (new) ──► there ──► removed: its open conversations belong to no team, its doors to nobody
//! ```
//!
//! Kept here:
//! - Two teams that are there have two names.
//! - Removing a team loses nothing: what is over keeps its name.
//! - Every change of a team is in the audit log.
//!
//! Start reading at [`Settings`].

mod actions;
pub mod settings;
pub mod store;
#[cfg(test)]
mod tests;

use customers::accounts::AccountId;
use customers::channels::ChannelId;
use kit::Time;
use kit::i18n::Lang;

pub use crate::conversations::TeamId;
pub use actions::{
    create, remove, rename, set_agent, set_doors, set_members, set_on, set_settings,
};
pub use settings::Settings;

/// More than this is no team but a company.
pub const MEMBERS_MAX: usize = 500;
pub const TEAMS_MAX: usize = 200;
pub const NAME_CHARS_MAX: usize = 60;
pub const WORDS_MAX: usize = 20;
pub const WORD_CHARS_MAX: usize = 40;

#[derive(Clone, Debug)]
pub struct Team {
    pub id: TeamId,
    pub name: String,
    pub settings: Settings,
    pub created_at: Time,
    pub removed_at: Option<Time>,
}

/// A team with who and what belongs to it, as its page shows it.
#[derive(Clone, Debug)]
pub struct Whole {
    pub team: Team,
    pub members: Vec<AccountId>,
    pub doors: Vec<ChannelId>,
}

/// Somebody who answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    pub account_id: AccountId,
    pub is_on: bool,
    /// In lower case.
    pub skills: Vec<String>,
    pub languages: Vec<Lang>,
}

impl Agent {
    /// Of whom nothing was said: they are there, with no special skills.
    pub fn plain(account_id: AccountId) -> Agent {
        Agent { account_id, is_on: true, skills: Vec::new(), languages: Vec::new() }
    }
}
