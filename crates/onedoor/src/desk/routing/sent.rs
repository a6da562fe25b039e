//! What the form of a rule sends.

use engage::conversations::Priority;
use engage::routing::{Actions, Close, Conditions, Give, How, What, When};
use kit::i18n::Lang;
use kit::{Error, Result};
use serde::Deserialize;

/// As the browser sends it: what was not chosen is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    pub name: String,
    pub is_on: String,
    pub when: String,
    pub days: String,
    pub door: String,
    pub team: String,
    pub language: String,
    pub words: String,
    pub their_turn: String,
    pub to_team: String,
    pub give: String,
    pub skill: String,
    pub same_language: String,
    pub priority: String,
    pub close: String,
}

fn chosen(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

impl Sent {
    pub fn what(&self) -> Result<What> {
        let is_silence = self.when == "silent";
        let when = if is_silence {
            let days = self.days.trim().parse();
            let days = days.map_err(|_| Error::bad_input("bad_silent_days", "1 to 3650 days."))?;
            When::Silent { days }
        } else {
            When::Begins
        };
        Ok(What {
            when,
            conditions: self.conditions(is_silence)?,
            actions: self.actions(is_silence)?,
        })
    }

    fn conditions(&self, is_silence: bool) -> Result<Conditions> {
        let words = self.words.split(',').filter_map(chosen).map(str::to_string);
        Ok(Conditions {
            door: chosen(&self.door).map(str::parse).transpose()?,
            team: chosen(&self.team).map(str::parse).transpose()?,
            language: Lang::parse(&self.language),
            words: words.collect(),
            is_their_turn: is_silence && !self.their_turn.is_empty(),
        })
    }

    fn actions(&self, is_silence: bool) -> Result<Actions> {
        if is_silence {
            let close = match self.close.as_str() {
                "say" => Some(Close { says_so: true }),
                "close" => Some(Close { says_so: false }),
                _ => None,
            };
            return Ok(Actions { close, ..Actions::default() });
        }
        let one_of = |how| Give::OneOf {
            how,
            skill: chosen(&self.skill).map(str::to_lowercase),
            same_language: !self.same_language.is_empty(),
        };
        let give = match self.give.as_str() {
            "" => None,
            "turns" => Some(one_of(How::Turns)),
            "load" => Some(one_of(How::Load)),
            account => Some(Give::To(account.parse()?)),
        };
        Ok(Actions {
            team: chosen(&self.to_team).map(str::parse).transpose()?,
            give,
            priority: Priority::ALL.into_iter().find(|one| one.as_str() == self.priority),
            close: None,
        })
    }

    /// The form that would send this rule.
    pub fn of(name: &str, is_on: bool, what: &What) -> Sent {
        let on = |is_on: bool| if is_on { "on" } else { "" }.to_string();
        let (conditions, actions) = (&what.conditions, &what.actions);
        let mut sent = Sent {
            name: name.into(),
            is_on: on(is_on),
            when: "begins".into(),
            door: conditions.door.map(|door| door.to_string()).unwrap_or_default(),
            team: conditions.team.map(|team| team.to_string()).unwrap_or_default(),
            language: conditions.language.map(|lang| lang.code().to_string()).unwrap_or_default(),
            words: conditions.words.join(", "),
            their_turn: on(conditions.is_their_turn),
            to_team: actions.team.map(|team| team.to_string()).unwrap_or_default(),
            priority: actions.priority.map(|one| one.as_str().to_string()).unwrap_or_default(),
            ..Sent::default()
        };
        if let When::Silent { days } = what.when {
            sent.when = "silent".into();
            sent.days = days.to_string();
        }
        if let Some(Close { says_so }) = actions.close {
            sent.close = if says_so { "say" } else { "close" }.into();
        }
        match &actions.give {
            Some(Give::To(account)) => sent.give = account.to_string(),
            Some(Give::OneOf { how, skill, same_language }) => {
                sent.give = how.as_str().into();
                sent.skill = skill.clone().unwrap_or_default();
                sent.same_language = on(*same_language);
            }
            None => {}
        }
        sent
    }
}
