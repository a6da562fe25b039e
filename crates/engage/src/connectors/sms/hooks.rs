//! The addresses by which providers bring SMS and reports. They verify by themselves: what is not signed changes nothing.

use std::sync::Arc;

use axum::routing::{get, post};
use customers::channels::{self, Channel, ChannelId};
use kit::web::{Access, Routes};
use kit::{Error, Result, Tx};

use super::{kannel, twilio};
use crate::Ctx;
use crate::connectors::{Link, Provider, link};

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody)
        .route(
            "/hooks/{channel_id}/kannel/{secret}",
            get(kannel::receive_sms).post(kannel::receive_sms),
        )
        .route("/hooks/{channel_id}/kannel/{secret}/dlr", get(kannel::receive_report))
        .route("/hooks/{channel_id}/twilio", post(twilio::receive_sms))
        .route("/hooks/{channel_id}/twilio/{message_id}", post(twilio::receive_status))
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
