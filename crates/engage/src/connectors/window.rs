//! Whether the shop may write freely at a door now. Some doors let it only answer: for a while after the customer's last
//! word, and after that with a text that the provider approved beforehand, or as a person and not as a machine.
//!
//! How long, and since when that is known, stands in [`super::capabilities`].

use customers::channels::Channel;
use kit::{Error, Result, Time, Tx};

use super::capabilities::{self, Capability};
use super::link;
use crate::conversations::{Author, Message, store};

/// How a door stands towards one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// This door has none.
    Always,
    /// Anybody may write until then.
    Open { until: Time },
    /// Until then a person may, and no machine.
    Person { until: Time },
    /// Only what was approved beforehand. `last` is the customer's last word here, if there ever was one.
    Shut { last: Option<Time> },
}

impl Window {
    pub fn is_open_to(self, is_person: bool) -> bool {
        match self {
            Window::Always | Window::Open { .. } => true,
            Window::Person { .. } => is_person,
            Window::Shut { .. } => false,
        }
    }
}

/// `last` is when the customer wrote last by this door, from this address.
pub fn window(of: &Capability, last: Option<Time>, now: Time) -> Window {
    let Some(length) = of.window.is else { return Window::Always };
    let Some(last) = last else { return Window::Shut { last: None } };
    let (until, person_until) = (last.plus(length), of.person_window.is.map(|is| last.plus(is)));
    match person_until {
        _ if now < until => Window::Open { until },
        Some(until) if now < until => Window::Person { until },
        _ => Window::Shut { last: Some(last) },
    }
}

/// The window of a door towards an address now.
pub fn find(tx: &Tx, channel: &Channel, address: Option<&str>, now: Time) -> Result<Window> {
    let mut capability = *capabilities::of(channel.kind);
    if capability.window.is.is_none() {
        return Ok(Window::Always);
    }
    // The provider grants answers by a person only to whom it has examined.
    if capability.person_window.is.is_some()
        && link::setting_maybe(tx, channel.id, "human_agent")?.as_deref() != Some("yes")
    {
        capability.person_window.is = None;
    }
    let last = match address {
        Some(address) => store::last_from(tx, channel.id, address)?,
        None => None,
    };
    Ok(window(&capability, last, now))
}

/// Refuses what may not be written freely now.
pub fn check(
    tx: &Tx,
    channel: &Channel,
    address: Option<&str>,
    is_person: bool,
    now: Time,
) -> Result<()> {
    let window = find(tx, channel, address, now)?;
    if window.is_open_to(is_person) {
        return Ok(());
    }
    Err(Error::conflict("window_closed", words(channel, window)))
}

/// Whether somebody of the staff wrote it, and no program.
pub fn is_by_person(message: &Message) -> bool {
    message.author == Author::Agent && message.author_id.is_some()
}

/// Why not, and what else is possible.
pub fn words(channel: &Channel, window: Window) -> String {
    let capability = capabilities::of(channel.kind);
    let since = match window {
        Window::Shut { last: None } => "The customer has not written here yet",
        Window::Person { .. } => {
            "The customer's last word here is so old that only a person may answer"
        }
        _ => "The customer's last word here is too old",
    };
    let instead = if capability.templates.is {
        "send an approved template, or write by another door"
    } else {
        "write by another door"
    };
    format!("{since}: {instead}.")
}

#[cfg(test)]
mod tests {
    use customers::channels::ChannelKind;
    use kit::time::{days, hours, seconds};

    use super::*;

    const WROTE: Time = Time(1_795_262_400_000_000);

    #[track_caller]
    fn check(kind: ChannelKind, later: i64, expected: Window) {
        let of = capabilities::of(kind);
        assert_eq!(window(of, Some(WROTE), WROTE.plus(later)), expected, "{kind} after {later}");
    }

    #[test]
    fn whatsapp_answers_for_a_day_and_messenger_for_a_week_by_a_person() {
        let until = |length| WROTE.plus(length);
        let shut = Window::Shut { last: Some(WROTE) };
        let open = Window::Open { until: until(hours(24)) };
        let person = Window::Person { until: until(days(7)) };
        check(ChannelKind::Whatsapp, 0, open);
        check(ChannelKind::Whatsapp, hours(24) - 1, open);
        check(ChannelKind::Whatsapp, hours(24), shut);
        for kind in [ChannelKind::Messenger, ChannelKind::Instagram] {
            check(kind, hours(24) - 1, open);
            check(kind, hours(24), person);
            check(kind, days(7) - seconds(1), person);
            check(kind, days(7), shut);
        }
        for kind in [ChannelKind::Telegram, ChannelKind::Sms, ChannelKind::Email] {
            check(kind, days(400), Window::Always);
        }
        let whatsapp = capabilities::of(ChannelKind::Whatsapp);
        assert_eq!(window(whatsapp, None, WROTE), Window::Shut { last: None });
    }

    #[test]
    fn who_may_write() {
        let until = WROTE;
        let table = [
            (Window::Always, [true, true]),
            (Window::Open { until }, [true, true]),
            (Window::Person { until }, [true, false]),
            (Window::Shut { last: None }, [false, false]),
        ];
        for (window, allowed) in table {
            assert_eq!([true, false].map(|is_person| window.is_open_to(is_person)), allowed);
        }
    }
}
