//! The addresses by which messengers bring what their customers write. They verify by themselves: what is not signed
//! changes nothing.

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use customers::channels::{self, Channel, ChannelId};
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};

use super::{Link, Provider, link, messenger, telegram, whatsapp};
use crate::Ctx;

/// Meta puts many messages into one call, of up to 3 MB.
const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody)
        .route(
            "/hooks/{channel_id}/whatsapp",
            get(whatsapp::hooks::confirm).post(whatsapp::hooks::receive),
        )
        .route(
            "/hooks/{channel_id}/messenger",
            get(messenger::hooks::confirm).post(messenger::hooks::receive),
        )
        .route("/hooks/{channel_id}/telegram", post(telegram::hooks::receive))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(ctx)
}

/// An open door that this provider carries, and its connection.
pub async fn door(ctx: &Ctx, channel: &str, provider: Provider) -> Result<(Arc<Channel>, Link)> {
    let none = || Error::not_found("such a door");
    let id: ChannelId = channel.parse().map_err(|_| none())?;
    let read = |tx: &Tx| {
        let channel = channels::store::find_maybe(tx, id)?;
        let link = link::find_maybe(tx, &ctx.secrets, id)?;
        Ok(channel.zip(link))
    };
    let found = ctx.customers.db.read(read).await?;
    let found =
        found.filter(|(channel, link)| link.provider == provider && channel.disabled_at.is_none());
    let (channel, link) = found.ok_or_else(none)?;
    Ok((Arc::new(channel), link))
}
