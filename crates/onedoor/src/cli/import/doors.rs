//! The door that a file is imported through, with the trust of its secret key: who may run the command line holds
//! the data anyway.

use std::sync::Arc;

use customers::Ctx;
use customers::channels::{self, Channel, ChannelId, Door, NewChannel, store};
use kit::{Error, Result};

use super::mapping;

/// The door of this name or id.
pub async fn find(ctx: &Ctx, named: &str) -> Result<Door> {
    if let Ok(id) = named.parse::<ChannelId>() {
        return ctx.db.read(|tx| store::find(tx, id)).await.map(trusted);
    }
    find_by_name(ctx, named).await?.map(trusted).ok_or_else(|| {
        let detail = format!("There is no door “{named}”. See `onedoor channel list`.");
        Error { detail, ..Error::not_found("door") }
    })
}

/// The door of the mapping; a dry run does not make it.
pub async fn find_or_make(ctx: &Ctx, wanted: &mapping::Door, dry_run: bool) -> Result<Door> {
    if let Some(channel) = find_by_name(ctx, &wanted.name).await? {
        if channel.kind != wanted.kind {
            let detail = format!(
                "The door “{}” is of kind {}, the mapping says {}.",
                channel.name, channel.kind, wanted.kind
            );
            return Err(Error::conflict("other_kind", detail));
        }
        return Ok(trusted(channel));
    }
    let new = NewChannel { kind: wanted.kind, name: wanted.name.clone() };
    let now = ctx.clock.now();
    if dry_run {
        let (track, talk, sell) = new.kind.passes();
        let (id, write_key, disabled_at) = (ChannelId::new(now), String::new(), None);
        let (kind, name, created_at) = (new.kind, new.name, now);
        return Ok(trusted(Channel {
            id,
            kind,
            name,
            track,
            talk,
            sell,
            write_key,
            created_at,
            disabled_at,
        }));
    }
    let (channel, _) = ctx.db.write(|tx| channels::create(tx, &new, now)).await?;
    Ok(trusted(channel))
}

async fn find_by_name(ctx: &Ctx, name: &str) -> Result<Option<Channel>> {
    let all = ctx.db.read(store::list).await?;
    let mut named = all.into_iter().filter(|channel| channel.name == name);
    match (named.next(), named.next()) {
        (Some(one), Some(other)) => {
            let detail = format!("Two doors are called “{name}”: {} and {}.", one.id, other.id);
            Err(Error::conflict("two_doors", detail))
        }
        (found, _) => Ok(found),
    }
}

fn trusted(channel: Channel) -> Door {
    Door { channel: Arc::new(channel), trusted: true }
}
