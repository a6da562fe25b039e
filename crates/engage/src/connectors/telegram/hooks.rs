//! Telegram's calls for a bot of ours.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use customers::channels::Channel;
use kit::{Error, Result};
use serde_json::{Value, json};

use super::secret_token;
use super::understand::{Understood, understand};
use crate::Ctx;
use crate::connectors::hooks::door;
use crate::connectors::meta::text;
use crate::connectors::{Arrival, Provider, arrive, http, wishes};

pub async fn receive(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>> {
    let (channel, _) = door(&ctx, &channel, Provider::Telegram).await?;
    let given = headers.get("x-telegram-bot-api-secret-token").map(|value| value.as_bytes());
    let ours = secret_token(&ctx, channel.id)?;
    if !given.is_some_and(|given| http::is_same_secret(ours.as_bytes(), given)) {
        return Err(http::not_signed());
    }
    let update: Value = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    take(&ctx, &channel, &update).await?;
    // A button goes on turning until it is answered. The answer to the call may be a call itself.
    Ok(Json(match text(&update, "/callback_query/id") {
        Some(id) => json!({ "method": "answerCallbackQuery", "callback_query_id": id }),
        None => json!({}),
    }))
}

/// Records what an update says, whichever way it came.
pub async fn take(ctx: &Ctx, channel: &Arc<Channel>, update: &Value) -> Result<()> {
    match understand(update) {
        Understood::Message(mut inbound) => {
            inbound.at = inbound.at.min(ctx.customers.clock.now());
            arrive(ctx, channel, vec![Arrival::Message(inbound)]).await.map(drop)
        }
        // Who lets the bot write again has not asked for marketing: that is no consent.
        Understood::Wish(wish) if wish.wants => Ok(()),
        Understood::Wish(wish) => {
            let evidence = json!({ "telegram": "my_chat_member", "status": "kicked" });
            wishes::heed(ctx, channel, &wish, evidence).await
        }
        Understood::Ignored => {
            tracing::debug!(door = %channel.id, "an update that is not for people");
            Ok(())
        }
    }
}
