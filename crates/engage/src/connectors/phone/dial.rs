//! Click to call: the agent's telephone rings, then the customer's.

use std::sync::Arc;

use customers::accounts::{Permit, may};
use customers::channels::{ChannelId, store as channels};
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use kit::{Error, Result, Tx};

use super::call::{Agent, CallEvent, Happened, Reason, Way};
use super::record::{Belongs, Known, record};
use super::{asterisk, extensions, twilio};
use crate::Ctx;
use crate::connectors::{Link, Provider, link};
use crate::conversations::ConversationId;

/// Whom to call, and from where.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub channel_id: ChannelId,
    pub customer: CustomerId,
    pub conversation: Option<ConversationId>,
    /// `+48…`, one of theirs.
    pub number: String,
}

/// Whether this provider can ring a telephone when asked.
pub fn can_dial(provider: Provider) -> bool {
    matches!(provider, Provider::Asterisk | Provider::TwilioVoice)
}

/// The doors by which somebody can call, each with their telephone there.
pub fn doors(tx: &Tx, agent: Option<customers::accounts::AccountId>) -> Result<Vec<DialDoor>> {
    let mut ways = Vec::new();
    for (channel_id, provider, _) in link::list(tx)? {
        let channel = channels::find(tx, channel_id)?;
        if can_dial(provider) && channel.disabled_at.is_none() {
            let extension = extensions::of(tx, channel_id, agent)?;
            ways.push(DialDoor { channel_id, name: channel.name, extension });
        }
    }
    Ok(ways)
}

/// A door by which calls can go out.
#[derive(Clone, Debug)]
pub struct DialDoor {
    pub channel_id: ChannelId,
    pub name: String,
    /// The telephone of whoever asked; none: they have to say which it is.
    pub extension: Option<String>,
}

/// Rings the agent, then the customer.
pub async fn dial(ctx: &Ctx, by: &Permit<may::Talk>, wanted: &Wanted) -> Result<Known> {
    let actor = by.actor();
    let find = |tx: &Tx| {
        let channel = channels::find(tx, wanted.channel_id)?;
        let link = link::find_maybe(tx, &ctx.secrets, channel.id)?;
        let extension = extensions::of(tx, channel.id, actor.account_id)?;
        let leaf = holder(tx, wanted)?;
        Ok((channel, link, extension, leaf))
    };
    let (channel, link, extension, leaf) = ctx.customers.db.read(find).await?;
    let link = link.filter(|link| can_dial(link.provider) && channel.disabled_at.is_none());
    let link = link.ok_or_else(|| {
        let detail = format!("“{}” rings nobody by itself. Dial on your telephone.", channel.name);
        Error::conflict("door_does_not_dial", detail)
    })?;
    let extension = extension.ok_or_else(|| {
        let detail = format!(
            "Which is your telephone at “{}”? Say so under Settings, Telephone.",
            channel.name
        );
        Error::conflict("no_extension", detail)
    })?;
    let now = ctx.customers.clock.now();
    let call = format!("{}{}", asterisk::OURS, kit::id::to_base32(kit::id::uuid_v7(now)));
    let belongs = Belongs {
        conversation: wanted.conversation,
        leaf: Some(leaf),
        agent: actor.account_id.map(|id| Agent { id, name: actor.name.clone() }),
        ..Belongs::default()
    };
    let begun = CallEvent {
        direction: Some(Way::Outbound),
        to: Some(wanted.number.clone()),
        extension: Some(extension.clone()),
        ..CallEvent::new(Happened::Ringing, now, "asked")
    };
    let channel = Arc::new(channel);
    // First: whatever the telephone system says of it finds it.
    let known = record(ctx, &channel, &call, &[begun], &belongs).await?;
    if let Err(error) = ask(&link, channel.id, &call, &extension, &wanted.number).await {
        let reason = Some(Reason::Failed);
        let end = CallEvent { reason, ..CallEvent::new(Happened::Ended, now, "refused") };
        record(ctx, &channel, &call, &[end], &Belongs::default()).await?;
        return Err(error);
    }
    known.ok_or_else(|| Error::not_found("customer: they were erased"))
}

async fn ask(
    link: &Link,
    door: ChannelId,
    call: &str,
    extension: &str,
    number: &str,
) -> Result<()> {
    match link.provider {
        Provider::TwilioVoice => twilio::call_out(link, door, call, extension, number).await,
        _ => asterisk::originate(link, call, extension, number).await,
    }
}

/// The leaf to which the number belongs: the shop calls nobody else for this customer.
fn holder(tx: &Tx, wanted: &Wanted) -> Result<CustomerId> {
    let number = Identity::new(Kind::PHONE, wanted.number.clone());
    let leaves = graph::leaves(tx, wanted.customer)?;
    let held = identities::find_maybe(tx, &number)?.map(|held| held.customer_id);
    let claims = identities::claims(tx, &leaves)?;
    let claim =
        claims.iter().find(|claim| claim.kind == number.kind && claim.value == number.value);
    let holder = held.filter(|holder| leaves.contains(holder));
    holder.or(claim.map(|claim| claim.customer_id)).ok_or_else(|| {
        let detail = format!("{} is not known to be this customer's number.", wanted.number);
        Error::bad_input("not_their_number", detail)
    })
}
