//! The shop's server says who sits at the browser, before they have said a word: from then on staff know whom they talk
//! with, and may answer by the address and the number that the server vouches for.

use std::collections::BTreeSet;

use axum::body::Bytes;
use axum::extract::State as With;
use axum::http::StatusCode;
use customers::channels::Door;
use customers::identities::{Identity, Kind, graph, store as identities};
use customers::recording::{By, Happening};
use kit::{Error, Result, Tx};
use serde::Deserialize;

use super::Chat;
use super::api::{device_maybe, json_of};
use super::token::Vouched;
use super::visit::Visit;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Told {
    anonymous_id: String,
}

/// Asked on every page where somebody is signed in; it is written down when it is news.
pub async fn confirm_identity(
    With(chat): With<Chat>,
    visit: Visit,
    body: Bytes,
) -> Result<StatusCode> {
    let Some(vouched) = &visit.vouched else {
        let detail = "Only a token of the shop's server (Onedoor-Token) says who somebody is.";
        return Err(Error::unauthorized("no_token", detail));
    };
    visit.may_read(&chat)?;
    let (customers, now) = (&chat.ctx.customers, chat.ctx.customers.clock.now());
    let told: Told = json_of(&body)?;
    let device = match &visit.session {
        Some(session) => Some(session.device.clone()),
        None => customers.db.read(|tx| device_maybe(tx, &told.anonymous_id)).await?,
    };
    let key = format!("identity:{}:{}", vouched.account, device.as_deref().unwrap_or_default());
    let happening = Happening {
        name: "Signed In",
        key: &key,
        at: now,
        by: By::Somebody {
            account: Some(&vouched.account),
            device: device.as_deref(),
            proven: &vouched.proven,
            claimed: &[],
        },
        properties: "{}",
    };
    let door = Door { channel: visit.door.channel.clone(), trusted: true };
    let note = |tx: &Tx| {
        if is_known(tx, vouched, device.as_deref())? {
            return Ok(None);
        }
        customers.recorder.note(tx, &door, &happening, now).map(Some)
    };
    if let Some(noted) = customers.db.write(note).await? {
        customers.recorder.learn(noted.learned);
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Whether all of it is one customer's already.
fn is_known(tx: &Tx, vouched: &Vouched, device: Option<&str>) -> Result<bool> {
    let account = Identity::new(Kind::USER_ID, vouched.account.as_str());
    let device = device.map(|device| Identity::new(Kind::DEVICE, device));
    let mut roots = BTreeSet::new();
    for identity in vouched.proven.iter().chain([&account]).chain(&device) {
        let Some(held) = identities::find_maybe(tx, identity)? else { return Ok(false) };
        if vouched.proven.contains(identity) && !held.verified {
            return Ok(false);
        }
        roots.insert(graph::root(tx, held.customer_id)?);
    }
    Ok(roots.len() == 1)
}
