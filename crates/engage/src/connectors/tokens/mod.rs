//! Access tokens that end: renewed by itself long before, and told of in time when that does not work.
//!
//! Only Instagram's own login has such: a token lives for 60 days, can be renewed once it is a day old, and when it has ended
//! a person must sign in again. When it ends Meta tells only with a renewal, so the first one is tried at once.
//!
//! ```text
//!  put in ──► unknown ──renewed──► good for 60 days ──after 30──► renewed …
//!                │  refused: too young, again after a day
//!                └──────────────── refused: again each day, and staff are told ◄──┘
//! ```
//!
//! Kept here:
//! - Of several processes one tries.
//! - A token that staff put in meanwhile is not overwritten.
//!
//! Start reading at [`rules`] (pure) and [`renew`].

pub mod rules;
mod store;

use std::time::Duration;

use customers::channels::{ChannelId, store as channels};
use hyper::{Method, Uri};
use kit::{Error, Result, Time, Tx};
use serde_json::Value;
use tokio::sync::watch;

use super::http;
use super::meta::{errors, text};
use super::{Link, Provider, link, messenger};
use crate::Ctx;

pub use rules::{Standing, Worry};
pub(crate) use store::forget;
pub use store::{find_maybe, list};

/// Due days before the end: an hour more or less is nothing.
const LOOK_EVERY: Duration = Duration::from_secs(3_600);

/// Whether the token of this door ends.
pub fn ends(link: &Link) -> bool {
    link.provider == Provider::Instagram
        && messenger::Settings::of(link).is_ok_and(|settings| settings.is_instagram_login())
}

/// Looks after the token of a door until it is asked to stop.
pub async fn keep(ctx: Ctx, channel: ChannelId, mut stop: watch::Receiver<bool>) -> Result<()> {
    loop {
        renew(&ctx, channel).await?;
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

/// Renews the token of a door if it is time.
pub async fn renew(ctx: &Ctx, channel: ChannelId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let claim = |tx: &Tx| {
        let Some(link) = link::find_maybe(tx, &ctx.secrets, channel)?.filter(ends) else {
            return Ok(None);
        };
        let standing = find_maybe(tx, channel)?;
        if rules::due_at(standing.as_ref(), link.changed_at) > now {
            return Ok(None);
        }
        Ok(store::claim(tx, channel, standing.as_ref(), now)?.then_some((link, standing)))
    };
    let Some((link, before)) = ctx.customers.db.write(claim).await? else { return Ok(()) };
    let renewed = ask(&link).await;
    let now = ctx.customers.clock.now();
    let note = |tx: &Tx| {
        let known = link::find_maybe(tx, &ctx.secrets, channel)?;
        let Some(known) = known.filter(|known| known.changed_at == link.changed_at) else {
            return Ok(());
        };
        match &renewed {
            Ok((token, life)) => {
                let mut secrets = known.secrets.clone();
                secrets["access_token"] = token.as_str().into();
                link::set_secrets(tx, &ctx.secrets, channel, &secrets)?;
                store::set(tx, channel, Some(now.plus(*life)), Some(now), None)
            }
            Err(_) if rules::is_too_young(before.as_ref(), link.changed_at, now) => Ok(()),
            Err(error) => {
                let (ends_at, renewed_at) =
                    before.as_ref().map_or((None, None), |it| (it.ends_at, it.renewed_at));
                store::set(tx, channel, ends_at, renewed_at, Some(error))
            }
        }
    };
    ctx.customers.db.write(note).await
}

/// The new token and how long it lives; or what Meta said.
async fn ask(link: &Link) -> Result<(String, i64), String> {
    let token = link.secret("access_token").map_err(|error| error.detail)?;
    let settings = messenger::Settings::of(link).map_err(|error| error.detail)?;
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "ig_refresh_token")
        .append_pair("access_token", token)
        .finish();
    let host = host_of(settings.base()).map_err(|error| error.detail)?;
    let url = format!("{host}/refresh_access_token?{query}");
    let answer = http::send(Method::GET, &url, &[], Vec::new()).await;
    let answer =
        answer.map_err(|failure| format!("Meta does not answer: {}", String::from(failure)))?;
    if !answer.is_success() {
        return Err(errors::read(&answer).words());
    }
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let seconds = body.get("expires_in").and_then(Value::as_i64).filter(|life| *life > 0);
    let token = text(&body, "/access_token").filter(|token| !token.is_empty());
    let (token, seconds) = token.zip(seconds).ok_or("Meta's answer names no token")?;
    Ok((token.to_string(), kit::time::seconds(seconds)))
}

/// The address of this call has no version in it.
fn host_of(api_url: &str) -> Result<String> {
    let bad = || Error::bad_input("bad_settings", "The API address is none.");
    let uri: Uri = api_url.parse().map_err(|_| bad())?;
    let (scheme, host) = uri.scheme_str().zip(uri.authority()).ok_or_else(bad)?;
    Ok(format!("{scheme}://{host}"))
}

/// The open doors whose token needs a person, with what is the matter.
pub fn worrying(tx: &Tx, now: Time) -> Result<Vec<(String, Worry)>> {
    let mut all = Vec::new();
    for (id, standing) in list(tx)? {
        let door = channels::find(tx, id)?;
        if let Some(worry) = rules::worry(&standing, now).filter(|_| door.disabled_at.is_none()) {
            all.push((door.name, worry));
        }
    }
    Ok(all)
}
