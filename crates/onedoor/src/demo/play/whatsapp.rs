//! The customers' WhatsApp: the simulator of `onedoor simulate whatsapp`, inside the demo.

use kit::{Error, Result, Time};

use super::Player;
use crate::demo::people::Person;
use crate::simulate::phone::{reads, says};
use crate::simulate::world::{Line, Person as Known};
use crate::simulate::{self, Sim};

const TEXT_CHARS_MAX: usize = 4_096;

pub struct Whatsapp {
    sim: Sim,
    player: Known,
}

impl Whatsapp {
    /// Everybody who talks in the inbox wrote a moment ago, as far as the simulator knows: so they can be answered.
    pub fn open(sim: Sim, player: &Player, people: &[Person], now: Time) -> Whatsapp {
        // Each number is known once: what goes to it goes to one person.
        for person in people.iter().filter(|person| person.phone != player.phone) {
            let known = sim.world.meet(&person.name(), digits(&person.phone));
            sim.world.change_person(&known.id, |known| known.wrote_at = Some(now));
        }
        let player = sim.world.meet(&player.name(), digits(&player.phone));
        Whatsapp { sim, player }
    }

    /// Where the shop's door finds it.
    pub fn url(&self) -> &str {
        &self.sim.own_url
    }

    /// What was said with the player, the oldest first.
    pub fn lines(&self) -> Vec<Line> {
        let things = self.sim.world.things();
        things.lines.iter().filter(|line| line.person == self.player.id).cloned().collect()
    }

    pub fn unread(&self) -> usize {
        let is_new = |line: &&Line| line.is_from_shop && line.state < simulate::world::State::Read;
        self.lines().iter().filter(is_new).count()
    }

    pub fn read(&self) -> usize {
        reads(&self.sim, &self.player)
    }

    pub fn send(&self, text: &str) -> Result<()> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX {
            let detail = format!("A message has 1 to {TEXT_CHARS_MAX} characters.");
            return Err(Error::bad_input("bad_message", detail));
        }
        says(&self.sim, &self.player, text);
        Ok(())
    }
}

/// As WhatsApp writes numbers.
fn digits(number: &str) -> &str {
    number.trim_start_matches('+')
}
