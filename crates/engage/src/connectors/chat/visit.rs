//! Who asks: by which door, from where, and what they can prove.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use customers::channels::Door;
use customers::context::api::door_of;
use kit::{Error, Result, Time};

use super::Chat;
use super::limits::Deed;
use super::session::Session;
use super::settings::{self, ChatSettings, is_chat};
use super::token::{self, Vouched};
use crate::Ctx;

pub struct Visit {
    pub door: Door,
    pub settings: ChatSettings,
    pub session: Option<Session>,
    /// Who it is, by the word of the shop's server.
    pub vouched: Option<Vouched>,
    pub from: Option<IpAddr>,
    pub now: Time,
}

impl FromRequestParts<Chat> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, chat: &Chat) -> Result<Visit> {
        let (ctx, headers) = (&chat.ctx, &parts.headers);
        let door = door_of(&ctx.customers, headers).await?;
        may_talk(&door)?;
        if !is_chat(door.channel.kind) {
            let detail = "A chat comes by a door of the kind chat, web or app.";
            return Err(Error::forbidden("not_a_chat", detail));
        }
        let read = |tx: &kit::Tx| settings::read(tx, &ctx.secrets, &door.channel);
        let (secret, settings) = ctx.customers.db.read(read).await?;
        let session = match text(headers, "onedoor-session") {
            Some(text) => Some(Session::read(&ctx.secrets, door.channel.id, text)?),
            None => None,
        };
        let vouched = match text(headers, "onedoor-token") {
            Some(text) => Some(vouched(ctx, secret, text)?),
            None => None,
        };
        let now = ctx.customers.clock.now();
        Ok(Visit { door, settings, session, vouched, from: address(parts), now })
    }
}

impl Visit {
    /// Reading needs a proof; without one there is nothing that could be shown.
    pub fn may_read(&self, chat: &Chat) -> Result<()> {
        let who = match (&self.vouched, &self.session) {
            (Some(vouched), _) => &vouched.account,
            (None, Some(session)) => &session.visit,
            (None, None) => {
                return Err(Error::unauthorized(
                    "no_session",
                    "A write key reads nothing. Send the session that was given with the first \
                     message (Onedoor-Session), or a token of the shop's server (Onedoor-Token).",
                ));
            }
        };
        chat.limits.take(Deed::Read, &self.counted(who), chat.ctx.customers.clock.now())
    }

    /// Under which name somebody is counted at this door.
    pub fn counted(&self, who: &str) -> String {
        format!("{}/{who}", self.door.channel.id)
    }

    /// Where the shop's answers to this visitor go.
    pub fn addresses(&self) -> Vec<String> {
        let visit = self.session.iter().map(|session| of_visit(&session.visit));
        visit.chain(self.vouched.iter().map(|vouched| of_account(&vouched.account))).collect()
    }
}

fn vouched(ctx: &Ctx, secret: Option<String>, text: &str) -> Result<Vouched> {
    let secret = secret.ok_or_else(|| {
        let detail = "The door has no secret that signs tokens yet: see `onedoor channel chat`.";
        Error::unauthorized("bad_token", detail)
    })?;
    token::read(text, &secret, ctx.customers.defaults.region.as_deref(), ctx.customers.clock.now())
}

/// For whom a token of the shop's server vouches at this door, outside of the chat too.
pub async fn vouched_at(ctx: &Ctx, door: &Door, text: &str) -> Result<Vouched> {
    let read = |tx: &kit::Tx| settings::read(tx, &ctx.secrets, &door.channel);
    let (secret, _) = ctx.customers.db.read(read).await?;
    vouched(ctx, secret, text)
}

pub fn of_visit(visit: &str) -> String {
    format!("visit:{visit}")
}

pub fn of_account(account: &str) -> String {
    format!("user_id:{account}")
}

pub fn may_talk(door: &Door) -> Result<()> {
    if door.channel.talk {
        return Ok(());
    }
    Err(Error::forbidden(
        "door_does_not_talk",
        "Talk does not pass through this door. `onedoor channel chat` or the page Doors of the desk can change that.",
    ))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().filter(|text| !text.is_empty())
}

/// Behind a proxy of our own network, the address that it saw; else the peer's. Others may write what they like.
pub fn address(parts: &Parts) -> Option<IpAddr> {
    let ConnectInfo(peer) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
    let peer = peer.ip().to_canonical();
    let is_near = match peer {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local(),
    };
    let told = text(&parts.headers, "x-forwarded-for").filter(|_| is_near);
    let last = told.and_then(|told| told.rsplit(',').next()?.trim().parse().ok());
    Some(last.unwrap_or(peer))
}
