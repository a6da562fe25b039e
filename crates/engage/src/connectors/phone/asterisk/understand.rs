//! What Asterisk says of its channels, as what happens in calls. Decides without asking anybody.
//!
//! Asterisk tells of *channels*: the caller's, and one for each telephone that rings. All channels of one call have one
//! `Linkedid`, the name of the first: that is the call. Which side is ours is told by the names: a telephone of the shop is called by
//! its extension (`PJSIP/101-…`), a line to the world is not.

use std::collections::HashMap;

use kit::Time;

use super::ami::Packet;
use crate::connectors::phone::call::{CallEvent, Happened, Reason, Way};

/// Calls that we asked for ourselves begin so; their first channel is the agent's.
pub const OURS: &str = "onedoor-";
/// The longest number of a telephone inside the shop.
const EXTENSION_DIGITS_MAX: usize = 6;

/// What is known of the calls that go on.
#[derive(Debug, Default)]
pub struct Heard {
    /// The call of each channel.
    channels: HashMap<String, String>,
    calls: HashMap<String, Way>,
    /// Why the last try to reach somebody outside failed.
    reasons: HashMap<String, Reason>,
    recordings_url: Option<String>,
}

/// Something that happened, and in which call.
pub type Said = (String, CallEvent);

impl Heard {
    /// Knows of no call. Recordings can be listened to below this address; nowhere if none.
    pub fn new(recordings_url: Option<String>) -> Heard {
        Heard { recordings_url, ..Heard::default() }
    }

    /// What a block says. What is not about a call with somebody outside says nothing.
    pub fn hear(&mut self, packet: &Packet, now: Time) -> Vec<Said> {
        let at = moment(packet).unwrap_or(now);
        let event = packet.get("Event").unwrap_or_default();
        let mut said = self.follow(packet, at);
        said.extend(match event {
            "Newchannel" | "CoreShowChannel" => self.begun(packet, at),
            "DialBegin" => self.rings(packet, at),
            "DialEnd" => self.dialled(packet, at),
            "Newexten" if packet.get("Application") == Some("VoiceMail") => {
                self.of_call(packet, Happened::Voicemail, at, "voicemail")
            }
            "VarSet" if packet.get("Variable") == Some("MIXMONITOR_FILENAME") => {
                self.recorded(packet, at)
            }
            "Hangup" => self.hung_up(packet, at),
            _ => None,
        });
        said
    }

    /// The calls of which channels are there.
    pub fn calls(&self) -> impl Iterator<Item = &str> {
        self.calls.keys().map(String::as_str)
    }

    /// A channel that was put into another call leaves the old one.
    fn follow(&mut self, packet: &Packet, at: Time) -> Vec<Said> {
        let (Some(channel), Some(call)) = (packet.get("Uniqueid"), packet.get("Linkedid")) else {
            return Vec::new();
        };
        match self.channels.get_mut(channel) {
            Some(known) if known != call => {
                let left = std::mem::replace(known, call.to_string());
                self.end_if_empty(&left, at, None).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// A channel is there. The first of a call tells who calls whom.
    fn begun(&mut self, packet: &Packet, at: Time) -> Option<Said> {
        let (channel, call) = (packet.get("Uniqueid")?, packet.get("Linkedid")?);
        self.channels.insert(channel.to_string(), call.to_string());
        if channel != call {
            return None;
        }
        let name = packet.get("Channel").unwrap_or_default();
        let (caller, dialled) = (packet.get("CallerIDNum"), packet.get("Exten"));
        let own = extension(name).or(caller).filter(|number| is_extension(number));
        let event = match own {
            Some(own) => {
                let outside = dialled.filter(|number| is_outside(number));
                if outside.is_none() && !call.starts_with(OURS) {
                    return None; // two of the shop among themselves
                }
                self.calls.insert(call.to_string(), Way::Outbound);
                CallEvent {
                    direction: Some(Way::Outbound),
                    extension: Some(own.to_string()),
                    to: outside.map(str::to_string),
                    ..CallEvent::new(Happened::Ringing, at, format!("begin/{channel}"))
                }
            }
            None => {
                self.calls.insert(call.to_string(), Way::Inbound);
                CallEvent {
                    direction: Some(Way::Inbound),
                    from: caller.map(str::to_string),
                    name: packet.get("CallerIDName").map(str::to_string),
                    to: dialled
                        .filter(|to| to.bytes().any(|b| b.is_ascii_digit()))
                        .map(str::to_string),
                    ..CallEvent::new(Happened::Ringing, at, format!("begin/{channel}"))
                }
            }
        };
        Some((call.to_string(), event))
    }

    /// A telephone of ours rings.
    fn rings(&mut self, packet: &Packet, at: Time) -> Option<Said> {
        let (call, channel) = (packet.get("DestLinkedid")?, packet.get("DestUniqueid")?);
        if self.calls.get(call) != Some(&Way::Inbound) {
            return None;
        }
        let own = own(packet)?;
        let event = CallEvent {
            extension: Some(own),
            ..CallEvent::new(Happened::Ringing, at, format!("ring/{channel}"))
        };
        Some((call.to_string(), event))
    }

    /// What became of it: of a telephone of ours if we are called, of the customer's if we call.
    fn dialled(&mut self, packet: &Packet, at: Time) -> Option<Said> {
        let (call, channel) = (packet.get("DestLinkedid")?, packet.get("DestUniqueid")?);
        let status = packet.get("DialStatus")?;
        let own = own(packet);
        let is_answer = status == "ANSWER";
        match (self.calls.get(call)?, &own) {
            (Way::Inbound, None) | (Way::Outbound, Some(_)) => return None,
            (Way::Outbound, None) if !is_answer => {
                self.reasons.insert(call.to_string(), reason_of(status));
                return None;
            }
            _ => {}
        }
        let (what, word) = match is_answer {
            true => (Happened::Answered, "answer"),
            false => (Happened::Unanswered, "pass"),
        };
        let event =
            CallEvent { extension: own, ..CallEvent::new(what, at, format!("{word}/{channel}")) };
        Some((call.to_string(), event))
    }

    fn of_call(&self, packet: &Packet, what: Happened, at: Time, word: &str) -> Option<Said> {
        let (call, channel) = (packet.get("Linkedid")?, packet.get("Uniqueid")?);
        self.calls.get(call)?;
        Some((call.to_string(), CallEvent::new(what, at, format!("{word}/{channel}"))))
    }

    /// The folder of recordings is served somewhere: below it the file lies as it lies on the disk.
    fn recorded(&self, packet: &Packet, at: Time) -> Option<Said> {
        let base = self.recordings_url.as_deref()?.trim_end_matches('/');
        let file = packet.get("Value")?;
        let file = file.split_once("/monitor/").map_or(file, |(_, below)| below);
        let path: String = form_urlencoded::byte_serialize(file.trim_start_matches('/').as_bytes())
            .collect::<String>()
            .replace("%2F", "/")
            .replace('+', "%20");
        let (call, event) = self.of_call(packet, Happened::Recorded, at, "recording")?;
        Some((call, CallEvent { recording_url: Some(format!("{base}/{path}")), ..event }))
    }

    fn hung_up(&mut self, packet: &Packet, at: Time) -> Option<Said> {
        let call = self.channels.remove(packet.get("Uniqueid")?)?;
        let reason = match packet.get("Cause") {
            Some("16") => Reason::Cancelled,
            Some("17") => Reason::Busy,
            Some("18" | "19") => Reason::NoAnswer,
            _ => Reason::Failed,
        };
        let reason = self.reasons.get(&call).copied().unwrap_or(reason);
        self.end_if_empty(&call, at, Some(reason))
    }

    /// A call is over when its last channel has gone.
    fn end_if_empty(&mut self, call: &str, at: Time, reason: Option<Reason>) -> Option<Said> {
        if self.channels.values().any(|one| one == call) {
            return None;
        }
        self.reasons.remove(call);
        self.calls.remove(call)?;
        let event = CallEvent { reason, ..CallEvent::new(Happened::Ended, at, "end") };
        Some((call.to_string(), event))
    }
}

/// With `timestampevents = yes` Asterisk says when; the bytes before the point are seconds.
fn moment(packet: &Packet) -> Option<Time> {
    let (seconds, fraction) = packet.get("Timestamp")?.split_once('.')?;
    let micros = format!("{fraction:0<6}").get(..6)?.parse::<i64>().ok()?;
    Some(Time(seconds.parse::<i64>().ok()?.checked_mul(1_000_000)?.checked_add(micros)?))
}

/// `PJSIP/101-0000001f` → `101`; `Local/101@from-queue-0001;2` → `101`.
fn extension(channel: &str) -> Option<&str> {
    let (_, name) = channel.split_once('/')?;
    let name = match name.split_once('@') {
        Some((name, _)) => name,
        None => name.rsplit_once('-').map_or(name, |(name, _)| name),
    };
    is_extension(name).then_some(name)
}

/// The extension whose telephone is dialled, if it is one of ours.
fn own(packet: &Packet) -> Option<String> {
    extension(packet.get("DestChannel")?).map(str::to_string)
}

fn is_extension(number: &str) -> bool {
    (1..=EXTENSION_DIGITS_MAX).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

fn is_outside(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits > EXTENSION_DIGITS_MAX
        && number.bytes().all(|b| b.is_ascii_digit() || b"+*#".contains(&b))
}

fn reason_of(status: &str) -> Reason {
    match status {
        "BUSY" => Reason::Busy,
        "NOANSWER" => Reason::NoAnswer,
        "CANCEL" => Reason::Cancelled,
        _ => Reason::Failed,
    }
}
