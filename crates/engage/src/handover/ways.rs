//! How a customer goes on by each door of the shop: a link that opens the right program with the code in it.

use customers::channels::{Channel, ChannelId, ChannelKind, store as channels};
use kit::{Result, Tx};
use serde::Serialize;
use serde_json::Value;

use super::Code;
use crate::Ctx;
use crate::connectors::link;

/// A door by which the talk can go on.
#[derive(Clone, Debug, Serialize)]
pub struct Elsewhere {
    pub channel: ChannelId,
    pub kind: ChannelKind,
    pub name: String,
    /// Opens it with the code; none where the code is said.
    pub href: Option<String>,
}

/// In which setting of its connection a door says where it is reached, the best first.
const ADDRESSES: &[(ChannelKind, &[&str])] = &[
    (ChannelKind::Email, &["address"]),
    (ChannelKind::Sms, &["from"]),
    (ChannelKind::Whatsapp, &["number"]),
    (ChannelKind::Telegram, &["username"]),
    (ChannelKind::Messenger, &["username", "account_id"]),
    (ChannelKind::Instagram, &["username"]),
    (ChannelKind::Phone, &["number", "phone_number", "from"]),
];

/// The doors by which the customer can go on with this code.
pub fn all(ctx: &Ctx, tx: &Tx, code: &Code) -> Result<Vec<Elsewhere>> {
    let mut ways = Vec::new();
    for channel in channels::list(tx)? {
        if !channel.talk || channel.disabled_at.is_some() {
            continue;
        }
        let href = match reached_at(ctx, tx, &channel)? {
            Some(address) => href(channel.kind, &address, code),
            None => None,
        };
        // A code is said in the store and on the telephone, whatever is known of these.
        let is_said = matches!(channel.kind, ChannelKind::Store | ChannelKind::Phone);
        if href.is_some() || is_said {
            let Channel { id, kind, name, .. } = channel;
            ways.push(Elsewhere { channel: id, kind, name, href });
        }
    }
    Ok(ways)
}

/// Opens the door in the program that customers have for it, without a code: to be printed, put on a page, scanned.
pub fn plain(ctx: &Ctx, tx: &Tx, channel: &Channel) -> Result<Option<String>> {
    let Some(address) = reached_at(ctx, tx, channel)? else { return Ok(None) };
    Ok(base(channel.kind, &address))
}

fn reached_at(ctx: &Ctx, tx: &Tx, channel: &Channel) -> Result<Option<String>> {
    let Some((_, names)) = ADDRESSES.iter().find(|(kind, _)| *kind == channel.kind) else {
        return Ok(None);
    };
    let link = link::find_maybe(tx, &ctx.secrets, channel.id)?;
    let text = |name: &&str| {
        link.as_ref()?.settings.get(*name).and_then(Value::as_str).map(str::to_string)
    };
    Ok(names.iter().find_map(text).filter(|address| !address.trim().is_empty()))
}

/// Each program's own way to be opened with a word that it brings along.
pub(super) fn href(kind: ChannelKind, address: &str, code: &Code) -> Option<String> {
    let base = base(kind, address)?;
    Some(match kind {
        ChannelKind::Email => format!("{base}?subject={code}"),
        ChannelKind::Sms => format!("{base}?body={code}"),
        ChannelKind::Whatsapp => format!("{base}?text={code}"),
        ChannelKind::Telegram => format!("{base}?start={}", code.plain()),
        ChannelKind::Messenger | ChannelKind::Instagram => format!("{base}?ref={}", code.plain()),
        _ => base,
    })
}

/// … and without one.
fn base(kind: ChannelKind, address: &str) -> Option<String> {
    let digits: String = address.chars().filter(char::is_ascii_digit).collect();
    let name = address.trim_start_matches('@');
    let is_name = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    match kind {
        // RFC 6068
        ChannelKind::Email => Some(format!("mailto:{address}")),
        // RFC 5724; a sender made of letters takes no answers.
        ChannelKind::Sms if digits.len() >= 4 => Some(format!("sms:{}", dialled(address, &digits))),
        ChannelKind::Phone if digits.len() >= 4 => {
            Some(format!("tel:{}", dialled(address, &digits)))
        }
        ChannelKind::Whatsapp if digits.len() >= 7 => Some(format!("https://wa.me/{digits}")),
        ChannelKind::Telegram if is_name => Some(format!("https://t.me/{name}")),
        ChannelKind::Messenger if is_name => Some(format!("https://m.me/{name}")),
        ChannelKind::Instagram if is_name => Some(format!("https://ig.me/m/{name}")),
        _ => None,
    }
}

fn dialled(address: &str, digits: &str) -> String {
    if address.trim_start().starts_with('+') { format!("+{digits}") } else { digits.to_string() }
}
