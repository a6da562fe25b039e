//! What a team promises and says.

use std::collections::BTreeMap;

use kit::i18n::Lang;
use kit::time::minutes;
use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use crate::hours::Hours;

/// A target longer than this many minutes is none.
const TARGET_MINUTES_MAX: i64 = 60 * 24 * 365;
const TEXT_CHARS_MAX: usize = 1_000;
const QUIET_DAYS_MAX: i64 = 3_650;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// None: always there.
    pub hours: Option<Hours>,
    pub targets: Targets,
    pub away: Away,
    pub survey: Survey,
}

/// How soon customers hear, in minutes of the team's hours; none where nothing is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Targets {
    pub first: Option<i64>,
    pub next: Option<i64>,
    pub resolution: Option<i64>,
    /// The way to the end stands still while it is the customer's turn.
    pub stands_pending: bool,
    /// Everything stands still while the conversation rests.
    pub stands_snoozed: bool,
}

impl Default for Targets {
    fn default() -> Targets {
        Targets {
            first: None,
            next: None,
            resolution: None,
            stands_pending: true,
            stands_snoozed: true,
        }
    }
}

/// What whoever writes outside the hours hears at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Away {
    pub is_on: bool,
    /// The team's own words in a language; ours where there are none.
    pub texts: BTreeMap<Lang, String>,
}

/// The question how it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Survey {
    pub is_on: bool,
    /// Who was asked is left in peace for so many days.
    pub quiet_days: i64,
}

impl Default for Survey {
    fn default() -> Survey {
        Survey { is_on: false, quiet_days: 30 }
    }
}

impl Settings {
    pub fn check(&self) -> Result<()> {
        let targets = [self.targets.first, self.targets.next, self.targets.resolution];
        if targets.iter().flatten().any(|target| !(1..=TARGET_MINUTES_MAX).contains(target)) {
            let detail = format!("A target is 1 to {TARGET_MINUTES_MAX} minutes.");
            return Err(Error::bad_input("bad_target", detail));
        }
        if self.away.texts.values().any(|text| text.chars().count() > TEXT_CHARS_MAX) {
            let detail = format!("At most {TEXT_CHARS_MAX} characters.");
            return Err(Error::bad_input("away_text_too_long", detail));
        }
        if !(0..=QUIET_DAYS_MAX).contains(&self.survey.quiet_days) {
            let detail = format!("0 to {QUIET_DAYS_MAX} days.");
            return Err(Error::bad_input("bad_quiet_days", detail));
        }
        Ok(())
    }
}

impl Targets {
    /// In microseconds.
    pub fn of(&self, kind: crate::sla::Kind) -> Option<i64> {
        use crate::sla::Kind;
        let target = match kind {
            Kind::First => self.first,
            Kind::Next => self.next,
            Kind::Resolution => self.resolution,
        };
        target.map(minutes)
    }
}
