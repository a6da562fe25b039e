//! Doors over HTTP, for the merchant's own servers: listed, and made.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::get;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Channel, NewChannel, create, store};
use crate::Ctx;
use crate::accounts::{Permit, audit, may};
use crate::context::api::door_of;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/channels", get(list_channels).post(create_channel))
        .with_state(ctx)
}

#[derive(Serialize)]
struct Listed {
    channels: Vec<Channel>,
}

async fn list_channels(State(ctx): State<Ctx>, headers: HeaderMap) -> Result<Json<Listed>> {
    Permit::<may::SeeDoors>::of_server(&door_of(&ctx, &headers).await?)?;
    Ok(Json(Listed { channels: ctx.db.read(store::list).await? }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    kind: String,
    name: String,
}

#[derive(Serialize)]
struct Made {
    #[serde(flatten)]
    channel: Channel,
    /// Shown this once.
    secret_key: String,
}

async fn create_channel(
    State(ctx): State<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Made>)> {
    let door = door_of(&ctx, &headers).await?;
    let permit = Permit::<may::ManageDoors>::of_server(&door)?;
    let wanted: Wanted = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    let (new, now) =
        (NewChannel { kind: wanted.kind.parse()?, name: wanted.name }, ctx.clock.now());
    let (channel, secret) = ctx
        .db
        .write(|tx| {
            let made = create(tx, &new, now)?;
            let (subject, detail) = (made.0.id.to_string(), json!({ "name": made.0.name }));
            audit::record(tx, now, permit.actor(), "channel_created", &subject, &detail)?;
            Ok(made)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(Made { channel, secret_key: secret.0 })))
}
