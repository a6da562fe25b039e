//! Meta's calls for a page or an Instagram account of ours.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use customers::channels::Channel;
use kit::{Error, Result};
use serde_json::Value;
use std::sync::Arc;

use super::understand::{Account, understand};
use crate::Ctx;
use crate::connectors::hooks::door;
use crate::connectors::meta::{self, Challenge};
use crate::connectors::{Link, Provider, arrive};

async fn either(ctx: &Ctx, channel: &str) -> Result<(Arc<Channel>, Link)> {
    match door(ctx, channel, Provider::Messenger).await {
        Err(error) if error.is_not_found() => door(ctx, channel, Provider::Instagram).await,
        found => found,
    }
}

/// Meta asks once, when its app is told this address.
pub async fn confirm(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    Query(challenge): Query<Challenge>,
) -> Result<String> {
    let (_, link) = either(&ctx, &channel).await?;
    challenge.answer(&ctx, &link)
}

pub async fn receive(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode> {
    let here = either(&ctx, &channel).await?;
    meta::verify(&here.1, &headers, &body)?;
    let body: Value = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    for Account { provider, account_id, arrivals } in understand(&body) {
        let account = ("account_id", account_id.as_str());
        let door = meta::door_of(&ctx, (&here.0, &here.1), provider, account).await?;
        let Some((channel, _)) = door else { continue };
        arrive(&ctx, &channel, arrivals).await?;
    }
    Ok(StatusCode::OK)
}
