//! The visitor goes on elsewhere: a code to say, to scan or to send, and what a page shows that was opened with one.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use customers::identities::normal::normalise;
use customers::identities::{Identity, Kind};
use kit::i18n::Lang;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::Chat;
use super::api::json_of;
use super::limits::Deed;
use super::page;
use super::visit::Visit;
use crate::Ctx;
use crate::conversations::{ConversationId, Status, store};
use crate::handover::{self, Asked, MadeBy, Told};
use crate::tries;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct New {
    /// Where the link goes; at most one. Without any, the code is only shown.
    email: Option<String>,
    phone: Option<String>,
    lang: Option<Lang>,
    /// The page on which the visitor is.
    page: Option<String>,
}

pub async fn create_hand_over(
    With(chat): With<Chat>,
    visit: Visit,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Told>)> {
    visit.may_read(&chat)?;
    let ctx = &chat.ctx;
    let now = ctx.customers.clock.now();
    let who = visit.addresses().first().cloned().unwrap_or_default();
    chat.limits.take(Deed::Link, &visit.counted(&who), now)?;
    let new: New = json_of(&body)?;
    let address = address_of(ctx, &new)?;
    if let Some(address) = &address {
        admit(ctx, &visit, &address.to_string(), now).await?;
    }
    let base = handover::own_url(ctx, &headers);
    // Where a stranger could have chosen our name, other people's mail holds the code only.
    let sent_base = ctx.public_url.as_ref().map(|_| base.as_str());
    let write = |tx: &Tx| {
        let asked = Asked {
            conversation: conversation_of(tx, &visit)?,
            channel: visit.door.channel.id,
            by: MadeBy::Customer,
            lang: new.lang.unwrap_or_default(),
            page: new.page.clone(),
            address: address.as_ref().map(ToString::to_string),
        };
        let (made, message) = match &asked.address {
            Some(_) => {
                let (made, message) = handover::send_in(ctx, tx, &asked, sent_base, now)?;
                (made, Some(message))
            }
            None => (handover::make_in(ctx, tx, &asked, now)?, None),
        };
        Told::of(ctx, tx, &made, &base, message)
    };
    let told = ctx.customers.db.write(write).await?;
    Ok((StatusCode::CREATED, Json(told)))
}

fn address_of(ctx: &Ctx, new: &New) -> Result<Option<Identity>> {
    let said = [(Kind::EMAIL, &new.email), (Kind::PHONE, &new.phone)];
    let Some((kind, value)) =
        said.into_iter().find_map(|(kind, value)| Some((kind, value.as_deref()?)))
    else {
        return Ok(None);
    };
    identity(ctx, kind, value).map(Some)
}

pub(super) fn identity(ctx: &Ctx, kind: Kind, value: &str) -> Result<Identity> {
    let region = ctx.customers.defaults.region.as_deref();
    let value = normalise(&kind, value, region)
        .map_err(|why| Error::bad_input("bad_address", format!("The {kind}: {why}.")))?
        .into_owned();
    Ok(Identity::new(kind, value))
}

/// Counts what is sent to others at a visitor's wish.
pub(super) async fn admit(ctx: &Ctx, visit: &Visit, address: &str, now: Time) -> Result<()> {
    let who = visit.addresses().first().cloned().unwrap_or_default();
    tries::admit_letter(ctx, address, &visit.counted(&who), visit.from, now).await
}

/// The talk of this session; of whoever is vouched for, the one that goes on.
pub(super) fn conversation_of(tx: &Tx, visit: &Visit) -> Result<ConversationId> {
    if let Some(session) = &visit.session {
        let first = format!("chat:{}", session.visit);
        if let Some(named) = store::named_maybe(tx, visit.door.channel.id, &first)? {
            return Ok(named.conversation_id);
        }
    }
    let parts = store::of_leaves(tx, &page::leaves(tx, visit)?)?;
    let open = parts.iter().filter(|part| part.status != Status::Closed);
    let newest = open.max_by_key(|part| (part.last_at, part.id));
    newest.map(|part| part.id).ok_or_else(|| {
        Error::conflict("nothing_said", "Nothing was said here yet that could go on elsewhere.")
    })
}

#[derive(Serialize)]
struct Shown {
    line: String,
    door: &'static str,
    at: Time,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Reader {
    lang: Option<Lang>,
}

/// What a page tells that was opened by a link. Nothing is used up by it.
pub async fn show_hand_over(
    With(chat): With<Chat>,
    visit: Visit,
    Path(signed): Path<String>,
    axum::extract::Query(reader): axum::extract::Query<Reader>,
) -> Result<Json<impl Serialize>> {
    let now = chat.ctx.customers.clock.now();
    chat.limits.take_from(Deed::Link, visit.from, now)?;
    let Some(peeked) = handover::peek(&chat.ctx, &signed).await? else {
        return Err(Error::not_found("hand-over that can be used"));
    };
    let line = handover::say(reader.lang.unwrap_or(peeked.hand_over.lang), &peeked.known);
    Ok(Json(Shown { line, door: peeked.known.door.as_str(), at: peeked.known.at }))
}
