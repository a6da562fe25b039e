//! What a call is, made of what was said of it: pure.
//!
//! A telephone system tells of a call in pieces, twice, late and in any order. All pieces are kept, and the call is made
//! anew of all of them: [`fold`] gives the same for every order and for every repeat.

use std::collections::BTreeMap;

use customers::accounts::AccountId;
use kit::Time;
use kit::time::{hours, minutes, seconds};
use serde::{Deserialize, Serialize};

/// After so long nobody lets it ring: the end was lost.
pub const RINGING_MAX: i64 = minutes(5);
/// After so long nobody talks any more: likewise.
pub const TALKING_MAX: i64 = hours(4);

kit::words! {
    /// What a telephone system says.
    Happened:
    /// It rings at our side; at the customer's, if we call.
    Ringing "ringing",
    /// One telephone stopped to ring, the call goes on: to the next one, or because another was quicker.
    Unanswered "unanswered",
    /// Two people talk.
    Answered "answered",
    /// The caller talks to a machine that listens.
    Voicemail "voicemail",
    Ended "ended",
    /// There is something to listen to.
    Recorded "recorded",
}

kit::words! {
    Way:
    /// The customer called.
    Inbound "inbound",
    /// We called.
    Outbound "outbound",
}

kit::words! {
    CallState:
    Ringing "ringing",
    Answered "answered",
    /// Over, and nobody talked.
    Missed "missed",
    /// Over, and somebody talked.
    Ended "ended",
    /// Nobody of us answered; the caller left word with a machine.
    Voicemail "voicemail",
}

kit::words! {
    /// Why nobody talked.
    Reason:
    NoAnswer "no_answer",
    Busy "busy",
    /// The caller did not wait.
    Cancelled "cancelled",
    /// The number does not exist, the line broke.
    Failed "failed",
    /// The telephone system went away, and did not know of the call afterwards.
    Lost "lost",
}

impl CallState {
    pub fn is_over(self) -> bool {
        matches!(self, CallState::Missed | CallState::Ended | CallState::Voicemail)
    }
}

/// A piece of what was said of a call.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CallEvent {
    pub at: Time,
    pub what: Happened,
    /// By which a repeat is known.
    pub id: String,
    pub direction: Option<Way>,
    pub from: Option<String>,
    pub to: Option<String>,
    /// What the network says of the caller's name.
    pub name: Option<String>,
    /// Whose telephone, at our side.
    pub extension: Option<String>,
    /// How long they talked, where the telephone system counts itself.
    pub duration_s: Option<i64>,
    pub recording_url: Option<String>,
    pub reason: Option<Reason>,
}

impl CallEvent {
    pub fn new(what: Happened, at: Time, id: impl Into<String>) -> CallEvent {
        CallEvent {
            at,
            what,
            id: id.into(),
            direction: None,
            from: None,
            to: None,
            name: None,
            extension: None,
            duration_s: None,
            recording_url: None,
            reason: None,
        }
    }
}

impl CallEvent {
    /// Whether it tells of the whole call, and not only of one telephone in it.
    pub fn says_who(&self) -> bool {
        let is_whole = self.what == Happened::Ringing && self.extension.is_none();
        is_whole || self.direction.is_some() || self.from.is_some() || self.to.is_some()
    }
}

/// Who of the shop talked, as it was when they did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    pub id: AccountId,
    pub name: String,
}

/// A call, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub direction: Way,
    pub from: Option<String>,
    pub to: Option<String>,
    pub name: Option<String>,
    pub state: CallState,
    pub started_at: Time,
    pub answered_at: Option<Time>,
    pub ended_at: Option<Time>,
    /// How long they talked; none as long as they do, and where nobody counted.
    pub duration_s: Option<i64>,
    /// The telephones at our side that ring now.
    pub ringing: Vec<String>,
    /// At our side: the telephone that answered first, or that calls.
    pub extension: Option<String>,
    /// Whose extension it is.
    pub agent: Option<Agent>,
    /// Staff wrote it down; no telephone system told of it.
    #[serde(default)]
    pub by_hand: bool,
    pub recording_url: Option<String>,
    pub reason: Option<Reason>,
}

impl Call {
    /// The number at the other side, as the telephone system has it.
    pub fn number(&self) -> Option<&str> {
        match self.direction {
            Way::Inbound => self.from.as_deref(),
            Way::Outbound => self.to.as_deref(),
        }
    }

    pub fn was_talked(&self) -> bool {
        self.answered_at.is_some() || self.duration_s.is_some_and(|seconds| seconds > 0)
    }

    /// How long it rang, where that has an end.
    pub fn rang_s(&self) -> Option<i64> {
        let end = self.answered_at.or(self.ended_at)?;
        Some(end.since(self.started_at).max(0) / seconds(1))
    }

    /// What is to be believed of it now: one of which no end was heard is over one day.
    pub fn state_at(&self, now: Time) -> CallState {
        match self.state {
            CallState::Ringing if now.since(self.started_at) > RINGING_MAX => CallState::Missed,
            CallState::Answered if now.since(self.started_at) > TALKING_MAX => CallState::Ended,
            state => state,
        }
    }
}

/// The call that these pieces tell of; none where nothing was said.
pub fn fold(events: &[CallEvent]) -> Option<Call> {
    let mut events: Vec<&CallEvent> = events.iter().collect();
    events.sort();
    events.dedup_by(|a, b| a.id == b.id);
    let of = |what: Happened| events.iter().copied().filter(move |event| event.what == what);
    let answered = of(Happened::Answered).next();
    let ended_at = of(Happened::Ended).map(|event| event.at).max();
    // Who says how long they talked counts the talk; else it is from the answer to the end.
    let counted = of(Happened::Ended).filter_map(|event| event.duration_s).max();
    let passed = || Some(ended_at?.since(answered?.at).max(0) / seconds(1));
    let mut call = Call {
        direction: said(&events, |event| event.direction).unwrap_or(Way::Inbound),
        from: said(&events, |event| event.from.clone()),
        to: said(&events, |event| event.to.clone()),
        name: said(&events, |event| event.name.clone()),
        state: CallState::Ringing,
        started_at: events.first()?.at,
        answered_at: answered.map(|event| event.at),
        ended_at,
        duration_s: counted.or_else(passed),
        ringing: Vec::new(),
        extension: of(Happened::Answered).find_map(|event| event.extension.clone()),
        agent: None,
        by_hand: false,
        recording_url: of(Happened::Recorded).filter_map(|e| e.recording_url.clone()).next_back(),
        reason: of(Happened::Ended).filter_map(|event| event.reason).next_back(),
    };
    if call.direction == Way::Outbound && call.extension.is_none() {
        call.extension = said(&events, |event| event.extension.clone());
    }
    let has_word = of(Happened::Voicemail).next().is_some();
    call.state = match (ended_at.is_some(), call.was_talked(), has_word) {
        (true, true, _) => CallState::Ended,
        (false, true, _) => CallState::Answered,
        (_, false, true) => CallState::Voicemail,
        (true, false, false) => CallState::Missed,
        (false, false, false) => CallState::Ringing,
    };
    if call.state == CallState::Ringing {
        call.ringing = ringing(&events);
    }
    Some(call)
}

/// The first word about something.
fn said<T>(events: &[&CallEvent], what: impl Fn(&CallEvent) -> Option<T>) -> Option<T> {
    events.iter().find_map(|event| what(event))
}

/// The telephones that rang last and have not stopped.
fn ringing(events: &[&CallEvent]) -> Vec<String> {
    let mut rings: BTreeMap<&str, bool> = BTreeMap::new();
    for event in events {
        let Some(extension) = event.extension.as_deref() else { continue };
        match event.what {
            Happened::Ringing => rings.insert(extension, true),
            Happened::Unanswered => rings.insert(extension, false),
            _ => None,
        };
    }
    rings.into_iter().filter(|(_, rings)| *rings).map(|(one, _)| one.to_string()).collect()
}
