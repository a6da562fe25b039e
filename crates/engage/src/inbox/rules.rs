//! By which doors a conversation can be answered: pure.

use customers::channels::{ChannelId, ChannelKind};
use customers::identities::Kind;
use kit::Time;

use crate::connectors::window::Window;

/// An open door of the shop, and what the customer did with it in this conversation.
#[derive(Clone, Debug)]
pub struct DoorSeen {
    pub id: ChannelId,
    pub kind: ChannelKind,
    /// When the customer wrote by it last, and from which address (`kind:value`).
    pub written: Option<(Time, Option<String>)>,
}

/// Something by which the customer is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub kind: Kind,
    pub value: String,
    pub verified: bool,
}

/// A door by which an answer can go, and where it goes there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub channel_id: ChannelId,
    pub kind: ChannelKind,
    /// `kind:value`; none where the door itself knows.
    pub address: Option<String>,
    /// The customer wrote from there, or it is proven to be theirs.
    pub is_sure: bool,
    /// When the customer wrote last from there, in this conversation.
    pub written_at: Option<Time>,
    /// Whether the door lets the shop write there now.
    pub window: Window,
    /// Since when they want no messages there, where that still holds.
    pub stopped_at: Option<Time>,
}

impl Way {
    pub fn has_subject(&self) -> bool {
        self.kind == ChannelKind::Email
    }

    /// Whether a person may write there freely now.
    pub fn is_open(&self) -> bool {
        self.stopped_at.is_none() && self.window.is_open_to(true)
    }
}

/// The door by which the customer wrote last comes first, then the others by which they wrote; then those where the shop
/// knows an address of theirs, the proven ones first. A form only brings in, and a telephone is not written to.
pub fn ways(doors: &[DoorSeen], addresses: &[Address]) -> Vec<Way> {
    let can_answer =
        |door: &&DoorSeen| !matches!(door.kind, ChannelKind::Form | ChannelKind::Phone);
    let mut written: Vec<(Time, Way)> = Vec::new();
    let mut known: Vec<Way> = Vec::new();
    for door in doors.iter().filter(can_answer) {
        let way = |address: Option<String>, is_sure| Way {
            channel_id: door.id,
            kind: door.kind,
            address,
            is_sure,
            written_at: None,
            window: Window::Always,
            stopped_at: None,
        };
        let from = door.written.as_ref().and_then(|(_, from)| from.clone());
        if let Some((at, _)) = &door.written {
            written.push((*at, Way { written_at: Some(*at), ..way(from.clone(), true) }));
        }
        let Some(kind) = kind_to_write_to(door.kind, from.as_deref(), addresses) else { continue };
        for address in addresses.iter().filter(|address| address.kind == *kind) {
            let to = format!("{}:{}", address.kind, address.value);
            if Some(&to) != from.as_ref() {
                known.push(way(Some(to), address.verified));
            }
        }
    }
    written.sort_by_key(|(at, way)| (std::cmp::Reverse(*at), way.channel_id));
    known.sort_by_key(|way| !way.is_sure);
    written.into_iter().map(|(_, way)| way).chain(known).collect()
}

/// A door by which nothing can be written freely now comes after those by which it can, but before an address that nobody
/// has proven.
pub fn open_first(ways: &mut [Way]) {
    ways.sort_by_key(|way| (!way.is_sure, !way.is_open()));
}

/// Of a door that knows people by several things, one leads to them: that by which they wrote, else the better one that
/// is known.
fn kind_to_write_to(
    door: ChannelKind,
    from: Option<&str>,
    addresses: &[Address],
) -> Option<&'static Kind> {
    let kinds = addressed_by(door);
    let written_from = from.and_then(|from| from.split_once(':')).map(|(kind, _)| kind);
    let used = kinds.iter().find(|kind| Some(kind.as_str()) == written_from);
    used.or_else(|| kinds.iter().find(|kind| addresses.iter().any(|one| one.kind == **kind)))
}

/// What one must know of somebody to write to them first, the better one first.
fn addressed_by(kind: ChannelKind) -> &'static [Kind] {
    match kind {
        ChannelKind::Email => &[Kind::EMAIL],
        ChannelKind::Sms | ChannelKind::Viber => &[Kind::PHONE],
        ChannelKind::Whatsapp => &[Kind::PHONE, Kind::WHATSAPP_ID],
        // Only by an id that the door itself gave: they wrote there before.
        ChannelKind::Messenger => &[Kind::MESSENGER_ID],
        ChannelKind::Instagram => &[Kind::INSTAGRAM_ID],
        ChannelKind::Telegram => &[Kind::TELEGRAM_ID],
        _ => &[],
    }
}
