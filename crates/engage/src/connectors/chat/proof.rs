//! A visitor shows who they are by a code that we send, and sees what was said with them before.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::StatusCode;
use customers::identities::{CustomerId, Identity, Kind, store as identities};
use kit::i18n::Lang;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::Chat;
use super::api::json_of;
use super::hand_over::{admit, identity};
use super::session::Session;
use super::visit::Visit;
use crate::proofs::{self, ProofId};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct New {
    email: Option<String>,
    phone: Option<String>,
    lang: Option<Lang>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    id: ProofId,
    expires_at: Time,
}

pub async fn create_proof(
    With(chat): With<Chat>,
    visit: Visit,
    body: Bytes,
) -> Result<(StatusCode, Json<impl Serialize>)> {
    visit.may_read(&chat)?;
    let ctx = &chat.ctx;
    let now = ctx.customers.clock.now();
    let new: New = json_of(&body)?;
    let identity = match (&new.email, &new.phone) {
        (Some(email), _) => identity(ctx, Kind::EMAIL, email)?,
        (None, Some(phone)) => identity(ctx, Kind::PHONE, phone)?,
        (None, None) => {
            let detail = "Send `email` or `phone`: the code goes there.";
            return Err(Error::bad_input("no_address", detail));
        }
    };
    admit(ctx, &visit, &identity.to_string(), now).await?;
    let leaf = leaf_of(&chat, session(&visit)?).await?;
    let (channel, lang) = (visit.door.channel.id, new.lang.unwrap_or_default());
    let proof = proofs::ask(ctx, leaf, channel, &identity, lang).await?;
    let asked = Asked { id: proof.id, expires_at: proof.expires_at };
    Ok((StatusCode::ACCEPTED, Json(asked)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    code: String,
}

#[derive(Serialize)]
struct Proven {
    /// Takes the place of the one that asked: it shows all that was said with this person.
    session: String,
}

pub async fn answer_proof(
    With(chat): With<Chat>,
    visit: Visit,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Json<impl Serialize>> {
    visit.may_read(&chat)?;
    let answer: Answer = json_of(&body)?;
    let session = session(&visit)?;
    let leaf = leaf_of(&chat, session).await?;
    let id: ProofId = id.parse()?;
    proofs::answer(&chat.ctx, id, leaf, &answer.code).await?;
    let session = Session { proof: Some(id), ..session.clone() };
    let session = session.reveal(&chat.ctx.secrets, visit.door.channel.id)?;
    Ok(Json(Proven { session }))
}

fn session(visit: &Visit) -> Result<&Session> {
    visit.session.as_ref().ok_or_else(|| {
        let detail = "Only a browser that has talked here can show who sits at it.";
        Error::unauthorized("no_session", detail)
    })
}

async fn leaf_of(chat: &Chat, session: &Session) -> Result<CustomerId> {
    let device = Identity::new(Kind::DEVICE, session.device.as_str());
    let read = |tx: &Tx| identities::leaf_maybe(tx, &device);
    let leaf = chat.ctx.customers.db.read(read).await?;
    leaf.ok_or_else(|| Error::not_found("visitor of this session"))
}
