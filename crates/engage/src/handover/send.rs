//! A hand-over by e-mail or SMS: the link stands in a message of the conversation, and goes out as any other.

use customers::channels::{Channel, ChannelKind, store as channels};
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use kit::{Error, Result, Time, Tx};

use super::{Asked, Made, line, make_in};
use crate::Ctx;
use crate::connectors::{Provider, link};
use crate::conversations::{self, Author, MessageId};

/// What is known to be this customer's: held by them and proven.
pub(super) fn is_proven(tx: &Tx, leaf: CustomerId, address: &str) -> Result<bool> {
    let Some((kind, value)) = address.split_once(':') else { return Ok(false) };
    let held = identities::find_maybe(tx, &Identity::new(kind.parse()?, value))?;
    let Some(held) = held.filter(|held| held.verified && held.shared_at.is_none()) else {
        return Ok(false);
    };
    Ok(graph::root(tx, held.customer_id)? == graph::root(tx, leaf)?)
}

/// Makes a code and sends it to its address by the first door that reaches such.
///
/// `base` is the server's own address; without it only the code is sent: an address that the sender of a request could
/// have chosen is not put into other people's mail.
pub fn send_in(
    ctx: &Ctx,
    tx: &Tx,
    asked: &Asked,
    base: Option<&str>,
    now: Time,
) -> Result<(Made, MessageId)> {
    let none = || Error::bad_input("no_address", "Say to which address: `email:…` or `phone:…`.");
    let address = asked.address.as_deref().ok_or_else(none)?;
    let channel = door_to(ctx, tx, address)?;
    let made = make_in(ctx, tx, asked, now)?;
    let part = conversations::store::find(tx, asked.conversation)?;
    let root = conversations::store::find(tx, part.root_id)?;
    let url = base.map(|base| format!("{base}{}", made.path));
    let (subject, body) =
        line::letter(asked.by, asked.lang, url.as_deref(), &made.code.to_string());
    let said = conversations::OwnWords {
        author: Author::System,
        subject: Some(subject),
        body: &body,
        address: Some(address.to_string()),
    };
    let leaf = part.customer_id;
    let sent = conversations::say_there(ctx, tx, &root, &channel, leaf, &said, now)?;
    let sent = sent.ok_or_else(|| unreachable(address))?;
    Ok((made, sent))
}

/// An open, connected door that reaches such an address.
pub(crate) fn door_to(ctx: &Ctx, tx: &Tx, address: &str) -> Result<Channel> {
    let kind = match address.split_once(':') {
        Some((kind, _)) if kind == Kind::EMAIL.as_str() => ChannelKind::Email,
        Some((kind, _)) if kind == Kind::PHONE.as_str() => ChannelKind::Sms,
        _ => return Err(unreachable(address)),
    };
    for channel in channels::list(tx)? {
        let is_open = channel.kind == kind && channel.talk && channel.disabled_at.is_none();
        if is_open && is_connected(ctx, tx, &channel)? {
            return Ok(channel);
        }
    }
    Err(unreachable(address))
}

/// The kinds of doors by which a link can be sent to somebody who is not there yet.
pub fn sends_to(ctx: &Ctx, tx: &Tx) -> Result<Vec<ChannelKind>> {
    let mut kinds = Vec::new();
    for (kind, address) in [(ChannelKind::Email, "email:"), (ChannelKind::Sms, "phone:")] {
        match door_to(ctx, tx, address) {
            Ok(_) => kinds.push(kind),
            Err(error) if error.code == "no_such_door" => {}
            Err(error) => return Err(error),
        }
    }
    Ok(kinds)
}

/// Whether something can be sent by this door.
pub(crate) fn is_connected(ctx: &Ctx, tx: &Tx, channel: &Channel) -> Result<bool> {
    Ok(Provider::default_of(channel.kind).is_some()
        || link::find_maybe(tx, &ctx.secrets, channel.id)?.is_some())
}

fn unreachable(address: &str) -> Error {
    let kind = address.split(':').next().unwrap_or_default();
    let detail =
        format!("The shop has no connected door that reaches an address of the kind “{kind}”.");
    Error::conflict("no_such_door", detail)
}
