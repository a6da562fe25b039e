//! The shop's own servers make a hand-over, with the secret key of an `api` door.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State as With};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::post;
use customers::accounts::{Permit, may};
use customers::context::api::door_of;
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::ways::{self, Elsewhere};
use super::{Asked, Made, MadeBy, Qr, make_in, send_in};
use crate::Ctx;
use crate::conversations::{ConversationId, MessageId};

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::ServerKey)
        .route("/v1/conversations/{id}/hand-overs", post(create_hand_over))
        .with_state(ctx)
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct New {
    /// `email:…` or `phone:…`: it is sent there.
    address: Option<String>,
    lang: Option<Lang>,
    page: Option<String>,
}

/// A hand-over as those who asked for it are told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    pub code: String,
    pub url: String,
    pub expires_at: Time,
    pub qr: Qr,
    pub ways: Vec<Elsewhere>,
    /// The message that carries it, where it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
}

impl Told {
    pub fn of(
        ctx: &Ctx,
        tx: &Tx,
        made: &Made,
        base: &str,
        message: Option<MessageId>,
    ) -> Result<Told> {
        let url = format!("{base}{}", made.path);
        Ok(Told {
            code: made.code.to_string(),
            expires_at: made.expires_at,
            qr: Qr::of(&url)?,
            ways: ways::all(ctx, tx, &made.code)?,
            url,
            message,
        })
    }
}

async fn create_hand_over(
    With(ctx): With<Ctx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Told>)> {
    let door = door_of(&ctx.customers, &headers).await?;
    let _: Permit<may::Talk> = Permit::of_server(&door)?;
    let conversation: ConversationId = id.parse()?;
    let bad = |error| Error::bad_input("bad_json", format!("The body: {error}."));
    let new: New = if body.is_empty() {
        New::default()
    } else {
        serde_json::from_slice(&body).map_err(bad)?
    };
    let asked = Asked {
        conversation,
        channel: door.channel.id,
        by: MadeBy::Server,
        lang: new.lang.unwrap_or_default(),
        page: new.page,
        address: new.address,
    };
    let base = own_url(&ctx, &headers);
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let asked = Asked { channel: last_door(tx, conversation)?, ..asked.clone() };
        let (made, message) = match asked.address {
            Some(_) => {
                let (made, message) = send_in(&ctx, tx, &asked, Some(&base), now)?;
                (made, Some(message))
            }
            None => (make_in(&ctx, tx, &asked, now)?, None),
        };
        Told::of(&ctx, tx, &made, &base, message)
    };
    let told = ctx.customers.db.write(write).await?;
    Ok((StatusCode::CREATED, Json(told)))
}

/// Where the talk was last: that is what the receiving door will tell.
fn last_door(tx: &Tx, id: ConversationId) -> Result<customers::channels::ChannelId> {
    use crate::conversations::store;
    Ok(store::find(tx, store::find(tx, id)?.root_id)?.last_channel_id)
}

/// The server's own address: as it was configured, else as this request reached us.
pub fn own_url(ctx: &Ctx, headers: &HeaderMap) -> String {
    if let Some(url) = &ctx.public_url {
        return url.trim_end_matches('/').to_string();
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let scheme = text("x-forwarded-proto").filter(|scheme| *scheme == "https").unwrap_or("http");
    format!("{scheme}://{}", text(header::HOST.as_str()).unwrap_or("localhost"))
}
