//! The secret key on its way from the form that made it to the one page that shows it.
//!
//! We keep only a hash, so the key travels through the browser: in a cookie that no script reads, that is sent to
//! this door's page only, lives a minute and is taken back when the page was shown. It never stands in an address,
//! a log or the history, and loading the page again does not show it again.

use axum::http::HeaderMap;
use axum::http::header::HeaderValue;
use customers::channels::{ChannelId, SecretKey};

use crate::desk::cookies;
use crate::desk::who::Guest;

pub fn hand_over(guest: &Guest, door: ChannelId, key: &SecretKey) -> HeaderValue {
    cookies::shown_once(&path(door), &key.0, guest.app.https)
}

/// The key, if this page is the one that shows it; and the cookie that takes it back.
pub fn take(
    guest: &Guest,
    door: ChannelId,
    headers: &HeaderMap,
) -> Option<(SecretKey, HeaderValue)> {
    let key = cookies::read(headers, cookies::ONCE).filter(|key| is_key(key))?;
    let gone = cookies::shown(&path(door), guest.app.https);
    Some((SecretKey(key.to_owned()), gone))
}

fn path(door: ChannelId) -> String {
    format!("/desk/doors/{door}")
}

/// It goes into the page: nothing that somebody else planted does.
fn is_key(text: &str) -> bool {
    let letters = text.strip_prefix("sk_").unwrap_or_default();
    !letters.is_empty() && letters.len() <= 80 && letters.bytes().all(|b| b.is_ascii_alphanumeric())
}
