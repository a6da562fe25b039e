//! Who is played.

use crate::demo::people::{Habit, Person};

/// One of the shop's customers, whom it knows by an account, an address, a number and a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    pub first: String,
    pub last: String,
    pub email: String,
    pub phone: String,
    pub card: String,
    pub account: String,
}

/// The first of them talk in the inbox already, and should not hear what is played.
const TALKING: usize = 2;

impl Player {
    /// Somebody who reads English, uses every door and has not said a word yet; where there is none, anybody with a card.
    pub fn of(people: &[Person]) -> Option<Player> {
        let quiet = people.iter().filter(|person| !person.is_cast() && person.language == "en");
        let quiet = quiet.skip(TALKING).find(|person| person.habit == Habit::Everywhere);
        let anybody = || people.iter().find(|person| person.has_account() && person.card.is_some());
        let person = quiet.or_else(anybody)?;
        Some(Player {
            first: person.first.into(),
            last: person.last.into(),
            email: person.email.clone(),
            phone: person.phone.clone(),
            card: person.card.clone()?,
            account: person.user_id(),
        })
    }

    pub fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}
