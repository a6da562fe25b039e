//! Who there is, what was said, and what time it is: in memory, gone with the process.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use kit::time::{hours, seconds};
use kit::{Clock, Time};
use serde::Serialize;

pub const FILE_BYTES_MAX: usize = 32 * 1024 * 1024;
/// What is older is forgotten.
const LINES_MAX: usize = 2_000;

/// Somebody with a phone.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// By which the provider knows them.
    pub id: String,
    pub name: String,
    /// The digits of the international number.
    pub phone: String,
    /// The provider does not tell the number (WhatsApp's user names).
    pub hides_phone: bool,
    pub has_blocked: bool,
    /// When they wrote last.
    pub wrote_at: Option<Time>,
    /// When they saw last that somebody of the shop writes.
    pub sees_typing_at: Option<Time>,
}

/// Something that was said.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// The provider's name for it.
    pub id: String,
    pub person: String,
    pub is_from_shop: bool,
    pub text: String,
    pub file: Option<File>,
    /// What can be pressed below it: what is sent, what stands on it.
    pub buttons: Vec<(String, String)>,
    /// They are behind one button.
    pub is_list: bool,
    /// The button that this presses.
    pub pressed: Option<(String, String)>,
    pub reply_to: Option<String>,
    /// What a deep link brought along.
    pub payload: Option<String>,
    pub at: Time,
    pub edited_at: Option<Time>,
    pub state: State,
    /// The provider's code, of what failed.
    pub error: Option<i64>,
    /// What the shop wants to hear again in reports.
    pub opaque: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Sent,
    Delivered,
    Read,
    Failed,
}

#[derive(Clone, Debug, Serialize)]
pub struct File {
    pub id: String,
    pub name: String,
    pub media_type: String,
    #[serde(skip)]
    pub content: Vec<u8>,
}

/// How the next calls that send are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Too many at once.
    Rate,
    /// The provider's own failure.
    Down,
    /// It is done, and the answer gets lost.
    LostAnswer,
}

#[derive(Default)]
pub struct Things {
    pub people: Vec<Person>,
    pub lines: Vec<Line>,
    pub files: BTreeMap<String, File>,
    /// What and how many times.
    pub trouble: Option<(Trouble, u32)>,
    /// Telegram: where updates go, and the secret that goes along.
    pub webhook: Option<(String, String)>,
    pub webhook_error: Option<String>,
    /// The access tokens that are let in, and when each was made; any, if there is none.
    pub tokens: Vec<(String, Time)>,
    moved: i64,
    numbers: i64,
}

pub struct World {
    clock: Clock,
    things: Mutex<Things>,
}

impl World {
    pub fn new(clock: Clock) -> World {
        World { clock, things: Mutex::default() }
    }

    pub fn now(&self) -> Time {
        let moved = self.things().moved;
        self.clock.now().plus(moved)
    }

    pub fn move_clock(&self, by: i64) {
        self.things().moved += by.max(0);
    }

    pub fn things(&self) -> MutexGuard<'_, Things> {
        self.things.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A number that was not used before.
    pub fn number(&self) -> i64 {
        let mut things = self.things();
        things.numbers += 1;
        things.numbers
    }

    pub fn meet(&self, name: &str, phone: &str) -> Person {
        let id = (7_000_000_000 + self.number()).to_string();
        let person = Person {
            id,
            name: name.into(),
            phone: phone.into(),
            hides_phone: false,
            has_blocked: false,
            wrote_at: None,
            sees_typing_at: None,
        };
        self.things().people.push(person.clone());
        person
    }

    pub fn person(&self, id: &str) -> Option<Person> {
        let things = self.things();
        things.people.iter().find(|person| person.id == id).cloned()
    }

    pub fn person_of(&self, is_it: impl Fn(&Person) -> bool) -> Option<Person> {
        self.things().people.iter().find(|person| is_it(person)).cloned()
    }

    pub fn change_person(&self, id: &str, change: impl FnOnce(&mut Person)) -> Option<Person> {
        let mut things = self.things();
        let person = things.people.iter_mut().find(|person| person.id == id)?;
        change(person);
        Some(person.clone())
    }

    /// Somebody of the shop is writing to them.
    pub fn see_typing(&self, id: &str) {
        let now = self.now();
        self.change_person(id, |person| person.sees_typing_at = Some(now));
    }

    /// The shop has read what they wrote.
    pub fn see_read(&self, id: &str) {
        let mut things = self.things();
        let theirs = things.lines.iter_mut().filter(|line| line.person == id && !line.is_from_shop);
        theirs.for_each(|line| line.state = State::Read);
    }

    pub fn line(&self, id: &str) -> Option<Line> {
        self.things().lines.iter().find(|line| line.id == id).cloned()
    }

    pub fn change_line(&self, id: &str, change: impl FnOnce(&mut Line)) -> Option<Line> {
        let mut things = self.things();
        let line = things.lines.iter_mut().find(|line| line.id == id)?;
        change(line);
        Some(line.clone())
    }

    /// Something was said; a customer's word opens the window.
    pub fn say(&self, line: Line) -> Line {
        let mut things = self.things();
        if !line.is_from_shop {
            let at = line.at;
            let speaker = things.people.iter_mut().find(|person| person.id == line.person);
            if let Some(speaker) = speaker {
                speaker.wrote_at = Some(at);
            }
        }
        if things.lines.len() >= LINES_MAX {
            things.lines.remove(0);
        }
        things.lines.push(line.clone());
        line
    }

    /// A line of the shop's, fresh from its call.
    pub fn line_of_shop(&self, id: String, person: &Person, text: &str) -> Line {
        Line {
            id,
            person: person.id.clone(),
            is_from_shop: true,
            text: text.into(),
            file: None,
            buttons: Vec::new(),
            is_list: false,
            pressed: None,
            reply_to: None,
            payload: None,
            at: self.now(),
            edited_at: None,
            state: State::Sent,
            error: None,
            opaque: None,
        }
    }

    /// Keeps a file; returns it with its name here.
    pub fn keep(&self, name: &str, media_type: &str, content: Vec<u8>) -> File {
        let id = format!("{}", 900_000 + self.number());
        let file =
            File { id: id.clone(), name: name.into(), media_type: media_type.into(), content };
        self.things().files.insert(id, file.clone());
        file
    }

    pub fn file(&self, id: &str) -> Option<File> {
        self.things().files.get(id).cloned()
    }

    /// The trouble of this call, if there is any left.
    pub fn trouble(&self) -> Option<Trouble> {
        let mut things = self.things();
        let (trouble, times) = things.trouble?;
        things.trouble = (times > 1).then_some((trouble, times - 1));
        Some(trouble)
    }

    /// Whether the customer wrote within so many hours.
    pub fn is_open(&self, person: &Person, within_hours: i64) -> bool {
        let now = self.now();
        person.wrote_at.is_some_and(|at| now.since(at) < hours(within_hours))
    }

    /// How much the shop sent to somebody (or to all) in the last seconds.
    pub fn sent_lately(&self, to: Option<&str>, within_seconds: i64) -> usize {
        let since = self.now().minus(seconds(within_seconds));
        let things = self.things();
        let is_counted = |line: &&Line| {
            line.is_from_shop && line.at > since && to.is_none_or(|person| line.person == person)
        };
        things.lines.iter().filter(is_counted).count()
    }
}
