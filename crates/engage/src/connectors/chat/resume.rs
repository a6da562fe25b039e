//! The talk goes on elsewhere: a link that opens it in another browser of the same person.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State as With;
use axum::http::{HeaderMap, header};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Chat;
use super::api::json_of;
use super::limits::Deed;
use super::session::{LINK_LIFE, Session};
use super::visit::Visit;
use crate::handover::Qr;

/// What follows the `#` of the link: it stays in the browser, and in no log of any server.
pub const FRAGMENT: &str = "onedoor-chat=";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// A page with the widget.
    page: String,
}

pub async fn create_link(
    With(chat): With<Chat>,
    visit: Visit,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    visit.may_read(&chat)?;
    let Some(session) = &visit.session else {
        let detail = "Only a browser that has talked here can hand the talk over.";
        return Err(Error::unauthorized("no_session", detail));
    };
    let now = chat.ctx.customers.clock.now();
    chat.limits.take(Deed::Link, &visit.counted(&session.visit), now)?;
    let asked: Asked = json_of(&body)?;
    let page = asked.page.split('#').next().unwrap_or_default();
    let is_web = page.starts_with("https://") || page.starts_with("http://");
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    let is_theirs = origin.is_none_or(|origin| {
        page.strip_prefix(origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    });
    if !is_web || !is_theirs {
        let detail = "`page` is the http address of a page of this shop with the widget.";
        return Err(Error::bad_input("bad_page", detail));
    }
    let link = session.link(&chat.ctx.secrets, visit.door.channel.id, now)?;
    let url = format!("{page}#{FRAGMENT}{link}");
    let qr = Qr::of(&url)?;
    Ok(Json(json!({ "url": url, "expiresAt": now.plus(LINK_LIFE), "qr": qr })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opened {
    link: String,
}

pub async fn create_session(
    With(chat): With<Chat>,
    visit: Visit,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    let now = chat.ctx.customers.clock.now();
    chat.limits.take_from(Deed::Link, visit.from, now)?;
    let opened: Opened = json_of(&body)?;
    let (keys, door) = (&chat.ctx.secrets, visit.door.channel.id);
    let session = Session::of_link(keys, door, &opened.link, now)?;
    Ok(Json(json!({ "session": session.reveal(keys, door)? })))
}
