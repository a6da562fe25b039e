//! The shop's own servers answer in a conversation, over HTTP with the secret key of an `api` door.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use customers::accounts::{Permit, may};
use customers::channels::ChannelId;
use customers::context::api::door_of;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use super::{ConversationId, MessageId, NewReply, reply};
use crate::Ctx;
use crate::choices::Choice;

const KEY_BYTES_MAX: usize = 200;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/conversations/{id}/messages", post(create_message))
        .with_state(ctx)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    text: String,
    /// Two with the same key are one.
    key: Option<String>,
    subject: Option<String>,
    /// The door and the address there; those by which the customer wrote last if none.
    channel: Option<ChannelId>,
    address: Option<String>,
    /// What the customer can choose from.
    #[serde(default)]
    choices: Vec<Choice>,
}

#[derive(Serialize)]
struct Made {
    id: MessageId,
}

async fn create_message(
    With(ctx): With<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<impl Serialize>)> {
    let permit = Permit::<may::Talk>::of_server(&door_of(&ctx.customers, &headers).await?)?;
    let id: ConversationId = id.parse()?;
    let new: New = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    if new.key.as_ref().is_some_and(|key| key.is_empty() || key.len() > KEY_BYTES_MAX) {
        let detail = format!("`key` has 1 to {KEY_BYTES_MAX} bytes.");
        return Err(Error::bad_input("bad_key", detail));
    }
    let answer = NewReply {
        channel_id: new.channel,
        address: new.address,
        subject: new.subject,
        body: new.text,
        key: new.key,
        choices: new.choices,
        ..NewReply::default()
    };
    let id = reply(&ctx, &permit, id, &answer).await?;
    Ok((StatusCode::CREATED, Json(Made { id })))
}
