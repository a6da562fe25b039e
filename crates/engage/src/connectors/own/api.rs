//! What the server of a door of the shop's own brings, with the secret key of that door.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use customers::channels::Door;
use customers::context::api::door_of;
use customers::identities::normal::normalise;
use customers::identities::{Identity, Kind};
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::Ctx;
use crate::choices::rules::payload;
use crate::conversations::{
    self, ConversationId, Inbound, MessageId, Reference, Report, Reported, Sender, State, store,
};

/// The most of a person's id at the door's own server.
const ID_BYTES_MAX: usize = 200;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::SecretKey)
        .route("/v1/messages", post(create_message))
        .route("/v1/messages/{id}/reports", post(create_report))
        .with_state(ctx)
}

/// The person who writes, as the door's server knows them. What it vouches for is believed: it holds the secret key.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct From {
    /// The door's own id of the person: answers go there.
    id: String,
    user_id: Option<String>,
    name: Option<String>,
    email: Option<String>,
    email_verified: bool,
    phone: Option<String>,
    phone_verified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct New {
    /// The door's own id of the message: the same one is recorded once.
    id: String,
    from: From,
    text: String,
    subject: Option<String>,
    at: Option<Time>,
    /// A message of ours that this one answers.
    reply_to: Option<MessageId>,
    /// The id of what was chosen, of the choices that the message offered which this one answers.
    choice: Option<String>,
    /// Of a hand-over.
    code: Option<String>,
}

#[derive(Serialize)]
struct Taken {
    id: MessageId,
    conversation: ConversationId,
}

fn json_of<T: DeserializeOwned>(body: &Bytes) -> Result<T> {
    serde_json::from_slice(body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))
}

async fn door(ctx: &Ctx, headers: &HeaderMap) -> Result<Door> {
    let door = door_of(&ctx.customers, headers).await?;
    door.may_read()?;
    if !door.channel.talk {
        let detail =
            "Talk does not pass through this door. The page Doors of the desk can change that.";
        return Err(Error::forbidden("door_does_not_talk", detail));
    }
    Ok(door)
}

async fn create_message(
    With(ctx): With<Ctx>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<impl Serialize>)> {
    let door = door(&ctx, &headers).await?;
    let new: New = json_of(&body)?;
    if new.text.trim().is_empty() {
        return Err(Error::bad_input("empty_message", "Write something."));
    }
    let now = ctx.customers.clock.now();
    let inbound = Inbound {
        provider_id: format!("own:{}", new.id),
        sender: sender(&ctx, &door, new.from)?,
        at: new.at.unwrap_or(now).min(now),
        subject: new.subject,
        body: new.text,
        pressed: new.reply_to.zip(new.choice).map(|(message, id)| payload(message, &id)),
        refers_to: new.reply_to.map(Reference::Message).into_iter().collect(),
        code: new.code,
        ..Inbound::default()
    };
    let received = conversations::receive(&ctx, &door.channel, &inbound).await?;
    let status = if received.is_new { StatusCode::CREATED } else { StatusCode::OK };
    let taken = Taken { id: received.message_id, conversation: received.conversation_id };
    Ok((status, Json(taken)))
}

fn sender(ctx: &Ctx, door: &Door, from: From) -> Result<Sender> {
    if from.id.trim().is_empty() || from.id.len() > ID_BYTES_MAX {
        let detail = format!("`from.id` has 1 to {ID_BYTES_MAX} bytes: answers go there.");
        return Err(Error::bad_input("bad_sender", detail));
    }
    let region = ctx.customers.defaults.region.as_deref();
    let identity = |kind: Kind, value: &str| {
        let value = normalise(&kind, value, region);
        let value =
            value.map_err(|why| Error::bad_input("bad_sender", format!("The {kind}: {why}.")))?;
        Ok::<_, Error>(Identity::new(kind, value.into_owned()))
    };
    // Its own id says nothing beyond this door: it is a device of the door's.
    let device = identity(Kind::DEVICE, &format!("{}:{}", door.channel.id, from.id.trim()))?;
    let mut sender = Sender {
        address: Some(device.to_string()),
        device: Some(device.value),
        name: from.name.map(|name| kit::text::clip(name.trim(), 100).into_owned()),
        ..Sender::default()
    };
    if let Some(account) = from.user_id {
        sender.account = Some(identity(Kind::USER_ID, &account)?.value);
    }
    let said = [
        (Kind::EMAIL, from.email, from.email_verified),
        (Kind::PHONE, from.phone, from.phone_verified),
    ];
    for (kind, value, is_verified) in said {
        let Some(value) = value else { continue };
        let known = if is_verified { &mut sender.proven } else { &mut sender.claimed };
        known.push(identity(kind, &value)?);
    }
    Ok(sender)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewReport {
    state: String,
    error: Option<String>,
    at: Option<Time>,
}

async fn create_report(
    With(ctx): With<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode> {
    let door = door(&ctx, &headers).await?;
    let id: MessageId = id.parse()?;
    let new: NewReport = json_of(&body)?;
    let state = match new.state.as_str() {
        "sent" => State::Sent,
        "delivered" => State::Delivered,
        "read" => State::Read,
        "failed" => State::Failed,
        _ => {
            let detail = "`state` is sent, delivered, read or failed.";
            return Err(Error::bad_input("bad_state", detail));
        }
    };
    let now = ctx.customers.clock.now();
    let at = new.at.unwrap_or(now).min(now);
    let channel = door.channel.id;
    let is_theirs = |tx: &Tx| {
        let message = store::find_message_maybe(tx, id)?;
        Ok(message.is_some_and(|message| message.channel_id == channel))
    };
    // Of what went by other doors, this one does not even learn that it is there.
    if !ctx.customers.db.read(is_theirs).await? {
        return Err(Error::not_found(format!("message {id}")));
    }
    let report = Report { about: Reported::Message(id), state, at, error: new.error };
    conversations::report(&ctx, channel, &report).await?;
    Ok(StatusCode::NO_CONTENT)
}
