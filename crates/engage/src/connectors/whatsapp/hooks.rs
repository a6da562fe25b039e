//! Meta's calls for a number of ours.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use kit::{Error, Result};
use serde_json::{Value, json};

use super::understand::{Account, understand};
use crate::Ctx;
use crate::connectors::hooks::door;
use crate::connectors::meta::{self, Challenge};
use crate::connectors::{Provider, arrive, wishes};

/// Meta asks once, when its app is told this address.
pub async fn confirm(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    Query(challenge): Query<Challenge>,
) -> Result<String> {
    let (_, link) = door(&ctx, &channel, Provider::Whatsapp).await?;
    challenge.answer(&ctx, &link)
}

pub async fn receive(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode> {
    let here = door(&ctx, &channel, Provider::Whatsapp).await?;
    meta::verify(&here.1, &headers, &body)?;
    let body: Value = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    for Account { phone_number_id, arrivals, wishes } in understand(&body) {
        let account = ("phone_number_id", phone_number_id.as_str());
        let door = meta::door_of(&ctx, (&here.0, &here.1), Provider::Whatsapp, account).await?;
        let Some((channel, _)) = door else { continue };
        arrive(&ctx, &channel, arrivals).await?;
        for wish in &wishes {
            let evidence = json!({ "whatsapp": "user_preferences" });
            wishes::heed(&ctx, &channel, wish, evidence).await?;
        }
    }
    Ok(StatusCode::OK)
}
