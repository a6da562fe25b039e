//! What the staff does with doors: make one, name it, replace its secret key, shut it. Each takes the permit, and is
//! in the audit log in its own transaction; keys are never in it.

use kit::{Result, Tx};
use serde_json::{Value, json};

use super::{Channel, ChannelId, NewChannel, Passes, SecretKey, create, rotate_secret, store};
use crate::Ctx;
use crate::accounts::{Permit, audit, may};

/// Every door, the oldest first.
pub async fn list(ctx: &Ctx, _: &Permit<may::SeeDoors>) -> Result<Vec<Channel>> {
    ctx.db.read(store::list).await
}

pub async fn find(ctx: &Ctx, _: &Permit<may::SeeDoors>, id: ChannelId) -> Result<Channel> {
    ctx.db.read(|tx| store::find(tx, id)).await
}

/// Makes a door through which `passes` goes. The secret key is shown this once.
pub async fn open_new(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    new: &NewChannel,
    passes: Passes,
) -> Result<(Channel, SecretKey)> {
    let now = ctx.clock.now();
    let make = |tx: &Tx| {
        let (channel, secret) = create(tx, new, now)?;
        store::set_passes(tx, channel.id, passes)?;
        let detail = json!({ "name": channel.name, "kind": channel.kind });
        let subject = channel.id.to_string();
        audit::record(tx, now, permit.actor(), "door_made", &subject, &detail)?;
        Ok((channel, secret))
    };
    let made = ctx.db.write(make).await?;
    // Somebody may have tried the key before it was there.
    ctx.doors.forget();
    Ok(made)
}

pub async fn rename(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    id: ChannelId,
    name: &str,
) -> Result<()> {
    change(ctx, permit, id, "door_renamed", |tx, before| {
        super::rename(tx, id, name)?;
        Ok(((), json!({ "name": name.trim(), "was": before.name })))
    })
    .await
}

pub async fn set_passes(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    id: ChannelId,
    passes: Passes,
) -> Result<()> {
    change(ctx, permit, id, "door_passes_changed", |tx, before| {
        store::set_passes(tx, id, passes)?;
        let Passes { track, talk, sell } = passes;
        Ok(((), json!({ "name": before.name, "track": track, "talk": talk, "sell": sell })))
    })
    .await
}

/// Gives the door a new secret key, shown this once; the old one stops working.
pub async fn replace_secret(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    id: ChannelId,
) -> Result<SecretKey> {
    change(ctx, permit, id, "door_secret_replaced", |tx, before| {
        Ok((rotate_secret(tx, id)?, json!({ "name": before.name })))
    })
    .await
}

/// Its keys stop working, its history stays.
pub async fn shut(ctx: &Ctx, permit: &Permit<may::ManageDoors>, id: ChannelId) -> Result<()> {
    let now = ctx.clock.now();
    change(ctx, permit, id, "door_shut", |tx, before| {
        store::set_disabled(tx, id, Some(before.disabled_at.unwrap_or(now)))?;
        Ok(((), json!({ "name": before.name })))
    })
    .await
}

pub async fn reopen(ctx: &Ctx, permit: &Permit<may::ManageDoors>, id: ChannelId) -> Result<()> {
    change(ctx, permit, id, "door_opened", |tx, before| {
        store::set_disabled(tx, id, None)?;
        Ok(((), json!({ "name": before.name })))
    })
    .await
}

/// Changes a door that exists; the keys that this process remembers are looked up anew.
async fn change<T>(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    id: ChannelId,
    action: &str,
    deed: impl Fn(&Tx, &Channel) -> Result<(T, Value)>,
) -> Result<T> {
    let now = ctx.clock.now();
    let changed = ctx
        .db
        .write(|tx| {
            let before = store::find(tx, id)?;
            let (out, detail) = deed(tx, &before)?;
            audit::record(tx, now, permit.actor(), action, &id.to_string(), &detail)?;
            Ok(out)
        })
        .await;
    ctx.doors.forget();
    changed
}
