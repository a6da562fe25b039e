//! What each sort of door can carry, as data: a limit that a vendor changes is one line here, and the desk can say how old
//! it is.

use customers::channels::ChannelKind;
use kit::time::hours;
use serde::Serialize;

/// Where a fact comes from, and how old that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    pub name: &'static str,
    /// ISO 8601.
    pub date: &'static str,
}

/// Known to everybody who works with it, and not looked up again: check before relying on it.
pub const GENERAL: Source = Source { name: "general knowledge", date: "2026-11-21" };
/// Our own door: we decide.
pub const OURS: Source = Source { name: "this server", date: "2026-11-22" };
const TWILIO: Source =
    Source { name: "Twilio OpenAPI in npm @twilio/cli-core", date: "2026-11-21" };
const INSTAGRAM: Source = Source { name: "Meta, Instagram: sending a message", date: "2026-11-21" };
const INSTAGRAM_MEDIA: Source =
    Source { name: "Meta, Instagram: upload media", date: "2026-06-30" };
const WHATSAPP_MEDIA: Source = Source { name: "Meta, WhatsApp: media", date: "2025-12-11" };
const WHATSAPP_WINDOW: Source =
    Source { name: "Meta, WhatsApp: error 131047, customer service window", date: "2026-11-22" };
const PERSON: Source = Source { name: "Meta, message tags: HUMAN_AGENT", date: "2026-11-22" };
const TELEGRAM: Source =
    Source { name: "Bot API 10.0 by python-telegram-bot 22.8", date: "2026-06-01" };
const BUTTONS: Source =
    Source { name: "Meta, WhatsApp: interactive reply buttons", date: "2025-11-03" };
const LIST: Source =
    Source { name: "Meta, WhatsApp: interactive list messages", date: "2025-11-03" };
const QUICK_REPLIES: Source = Source { name: "Meta: quick replies", date: "2026-06-24" };
const RUN: Source = Source { name: "run against npm smpp 0.5.1", date: "2026-11-22" };

/// A fact with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Fact<T> {
    pub is: T,
    pub source: Source,
}

const fn fact<T: Copy>(is: T, source: Source) -> Fact<T> {
    Fact { is, source }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Markup {
    None,
    Html,
    /// A few signs for bold and italics.
    Signs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Files {
    /// Media types; `*` is whatever.
    pub types: &'static str,
    pub bytes_max: usize,
    /// Of one picture.
    pub image_bytes_max: usize,
}

/// Choices that can be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rows {
    pub count_max: usize,
    /// Characters on each.
    pub title_max: usize,
    /// Characters of the message with them.
    pub text_max: usize,
}

/// How far a door tells that a message got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Receipts {
    None,
    /// Only what could not be delivered comes back.
    Failures,
    Delivered,
    Read,
}

/// How a customer says at this door that it is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OptOut {
    /// They leave, or ask a person.
    None,
    /// A word such as STOP.
    Words,
    /// A link or a header that mail programs know.
    Link,
    /// The door itself tells us: blocked, unsubscribed, gone.
    Signal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Capability {
    pub kind: ChannelKind,
    /// Characters of one message.
    pub text_max: Fact<usize>,
    pub subject: Fact<bool>,
    pub files: Fact<Option<Files>>,
    /// Choices below a message.
    pub buttons: Fact<Option<Rows>>,
    /// Choices behind one button that opens them.
    pub list: Fact<Option<Rows>>,
    pub markup: Fact<Markup>,
    /// How long after the customer's last word the shop may write freely, in microseconds.
    pub window: Fact<Option<i64>>,
    /// How long a person may, where that is longer than a machine may.
    pub person_window: Fact<Option<i64>>,
    /// Texts that the provider approved beforehand go out also when the window is shut.
    pub templates: Fact<bool>,
    pub receipts: Fact<Receipts>,
    pub opt_out: Fact<OptOut>,
}

const MB: usize = 1024 * 1024;
const DAY: i64 = hours(24);
const WEEK: i64 = 7 * DAY;
const ANY_FILE: Option<Files> = files("*", 25 * MB, 25 * MB);
/// As many and as long as we let anybody offer ([`crate::choices`]).
const ALL_CHOICES: Option<Rows> = rows(10, 60, 256 * 1024);
const PICTURES: Option<Files> = files("image/*", 5 * MB, 5 * MB);
const WHATSAPP_FILES: &str = "image/jpeg, image/png, audio/aac, audio/amr, audio/mpeg, audio/mp4, audio/ogg, \
    video/mp4, video/3gpp, application/pdf, text/plain, application/msword, application/vnd.ms-*, \
    application/vnd.openxmlformats-officedocument.*";
const INSTAGRAM_FILES: &str = "image/png, image/jpeg, image/gif, audio/aac, audio/mp4, audio/x-m4a, audio/wav, \
    video/mp4, video/ogg, video/quicktime, video/webm, application/pdf";

const fn files(types: &'static str, bytes_max: usize, image_bytes_max: usize) -> Option<Files> {
    Some(Files { types, bytes_max, image_bytes_max })
}

const fn rows(count_max: usize, title_max: usize, text_max: usize) -> Option<Rows> {
    Some(Rows { count_max, title_max, text_max })
}

/// A door that carries nothing of what is said.
const fn plain(kind: ChannelKind, source: Source) -> Capability {
    Capability {
        kind,
        text_max: fact(0, source),
        subject: fact(false, source),
        files: fact(None, source),
        buttons: fact(None, source),
        list: fact(None, source),
        markup: fact(Markup::None, source),
        window: fact(None, source),
        person_window: fact(None, source),
        templates: fact(false, source),
        receipts: fact(Receipts::None, source),
        opt_out: fact(OptOut::None, source),
    }
}

/// A door that carries text; only its length is vouched for by the source.
const fn text(kind: ChannelKind, text_max: usize, source: Source) -> Capability {
    Capability { text_max: fact(text_max, source), ..plain(kind, GENERAL) }
}

const TABLE: &[Capability] = &[
    Capability { buttons: fact(ALL_CHOICES, OURS), ..plain(ChannelKind::Web, OURS) },
    Capability { buttons: fact(ALL_CHOICES, OURS), ..plain(ChannelKind::App, OURS) },
    Capability {
        subject: fact(true, GENERAL),
        files: fact(ANY_FILE, GENERAL),
        markup: fact(Markup::Html, GENERAL),
        receipts: fact(Receipts::Failures, GENERAL),
        opt_out: fact(OptOut::Link, GENERAL),
        ..text(ChannelKind::Email, 256 * 1024, OURS)
    },
    Capability {
        files: fact(None, OURS),
        receipts: fact(Receipts::Delivered, RUN),
        opt_out: fact(OptOut::Words, GENERAL),
        // Of all three ways the shortest.
        ..text(ChannelKind::Sms, 1_600, TWILIO)
    },
    Capability {
        files: fact(files(WHATSAPP_FILES, 16 * MB, 5 * MB), WHATSAPP_MEDIA),
        buttons: fact(rows(3, 20, 1_024), BUTTONS),
        list: fact(rows(10, 24, 4_096), LIST),
        markup: fact(Markup::Signs, GENERAL),
        window: fact(Some(DAY), WHATSAPP_WINDOW),
        templates: fact(true, WHATSAPP_WINDOW),
        receipts: fact(Receipts::Read, GENERAL),
        opt_out: fact(OptOut::Signal, GENERAL),
        ..text(ChannelKind::Whatsapp, 4_096, GENERAL)
    },
    Capability {
        files: fact(ANY_FILE, GENERAL),
        // What is longer is cut off.
        buttons: fact(rows(13, 20, 2_000), QUICK_REPLIES),
        window: fact(Some(DAY), PERSON),
        person_window: fact(Some(WEEK), PERSON),
        receipts: fact(Receipts::Read, GENERAL),
        opt_out: fact(OptOut::Signal, GENERAL),
        ..text(ChannelKind::Messenger, 2_000, GENERAL)
    },
    Capability {
        files: fact(files(INSTAGRAM_FILES, 25 * MB, 8 * MB), INSTAGRAM_MEDIA),
        buttons: fact(rows(13, 20, 1_000), QUICK_REPLIES),
        window: fact(Some(DAY), INSTAGRAM),
        person_window: fact(Some(WEEK), INSTAGRAM),
        receipts: fact(Receipts::Read, GENERAL),
        opt_out: fact(OptOut::Signal, GENERAL),
        ..text(ChannelKind::Instagram, 1_000, INSTAGRAM)
    },
    Capability {
        files: fact(files("*", 50 * MB, 50 * MB), TELEGRAM),
        // 64 bytes of data each; for their words Telegram names no limit.
        buttons: fact(rows(100, 60, 4_096), TELEGRAM),
        markup: fact(Markup::Html, GENERAL),
        opt_out: fact(OptOut::Signal, GENERAL),
        ..text(ChannelKind::Telegram, 4_096, TELEGRAM)
    },
    Capability {
        files: fact(PICTURES, GENERAL),
        buttons: fact(ALL_CHOICES, OURS),
        receipts: fact(Receipts::Read, GENERAL),
        opt_out: fact(OptOut::Signal, GENERAL),
        ..text(ChannelKind::Viber, 7_000, GENERAL)
    },
    plain(ChannelKind::Phone, GENERAL),
    Capability {
        files: fact(ANY_FILE, OURS),
        buttons: fact(ALL_CHOICES, OURS),
        receipts: fact(Receipts::Read, OURS),
        ..text(ChannelKind::Chat, 256 * 1024, OURS)
    },
    plain(ChannelKind::Form, OURS),
    text(ChannelKind::Store, 256 * 1024, OURS),
    Capability {
        buttons: fact(ALL_CHOICES, OURS),
        ..text(ChannelKind::Marketplace, 2_000, GENERAL)
    },
    plain(ChannelKind::Print, OURS),
    plain(ChannelKind::Ads, OURS),
    plain(ChannelKind::Partner, OURS),
    text(ChannelKind::Event, 256 * 1024, OURS),
    Capability {
        buttons: fact(ALL_CHOICES, OURS),
        ..text(ChannelKind::Assistant, 256 * 1024, OURS)
    },
    Capability {
        receipts: fact(Receipts::Failures, GENERAL),
        opt_out: fact(OptOut::Signal, GENERAL),
        buttons: fact(ALL_CHOICES, OURS),
        ..text(ChannelKind::Push, 1_000, GENERAL)
    },
    plain(ChannelKind::Import, OURS),
    Capability {
        files: fact(ANY_FILE, OURS),
        buttons: fact(ALL_CHOICES, OURS),
        receipts: fact(Receipts::Read, OURS),
        ..text(ChannelKind::Api, 256 * 1024, OURS)
    },
];

/// For a sort of door that the table forgot; a test sees to it that there is none.
static UNKNOWN: Capability = plain(ChannelKind::Import, OURS);

/// What this sort of door can carry.
pub fn of(kind: ChannelKind) -> &'static Capability {
    TABLE.iter().find(|capability| capability.kind == kind).unwrap_or(&UNKNOWN)
}

/// Why this text does not go out by such a door in one piece, if so. Messengers only: an SMS has parts of its own.
pub fn too_long(kind: ChannelKind, text: &str) -> Option<String> {
    let length = match kind {
        ChannelKind::Whatsapp | ChannelKind::Messenger => text.chars().count(),
        // UTF-16 units.
        ChannelKind::Telegram => text.encode_utf16().count(),
        // Bytes.
        ChannelKind::Instagram => text.len(),
        _ => return None,
    };
    let most = of(kind).text_max.is;
    (length > most)
        .then(|| format!("This text is {length} long; at most {most} go out by this door."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sort_of_door_has_its_row() {
        let kinds: Vec<_> = TABLE.iter().map(|capability| capability.kind).collect();
        assert_eq!(kinds, ChannelKind::ALL);
        for kind in ChannelKind::ALL {
            assert_eq!(of(*kind).kind, *kind);
        }
    }

    #[test]
    fn each_messenger_measures_a_text_in_its_own_way() {
        let is_too_long = |kind, text: String| too_long(kind, &text).is_some();
        for kind in [ChannelKind::Whatsapp, ChannelKind::Telegram, ChannelKind::Messenger] {
            let most = of(kind).text_max.is;
            assert!(!is_too_long(kind, "ł".repeat(most)), "{kind}");
            assert!(is_too_long(kind, "ł".repeat(most + 1)), "{kind}");
        }
        assert!(is_too_long(ChannelKind::Telegram, "🎉".repeat(2_049)));
        assert!(is_too_long(ChannelKind::Instagram, "ł".repeat(501)));
        assert!(!is_too_long(ChannelKind::Email, "ł".repeat(100_000)));
    }

    #[test]
    fn a_door_that_says_how_long_has_room_for_a_word() {
        assert_eq!(of(ChannelKind::Sms).text_max, fact(1_600, TWILIO));
        assert_eq!(of(ChannelKind::Whatsapp).window.is, Some(DAY));
        assert_eq!(of(ChannelKind::Email).opt_out.is, OptOut::Link);
    }
}
