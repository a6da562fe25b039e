//! Long polling: a shop without a public address asks Telegram what there is.
//!
//! Telegram forgets an update when we ask for those behind it, which we do once it is recorded: at least once; and once, by
//! the message's name. So nothing of our own says how far we are.

use std::sync::Arc;

use customers::channels::Channel;
use kit::error::Kind;
use kit::{Error, Result};
use serde_json::{Value, json};

use super::api::{Bot, Refusal, UPDATES};
use super::hooks::take;
use crate::Ctx;
use crate::connectors::meta::text;

/// How long Telegram keeps a question open; shorter than we wait for any answer.
const WAIT_SECONDS: i64 = 15;

/// Until something fails; then it is begun again after a while.
pub async fn ask_for_ever(ctx: &Ctx, channel: &Arc<Channel>, bot: &Bot) -> Result<()> {
    // As long as a webhook is set, Telegram answers no questions.
    bot.call("deleteWebhook", &json!({})).await.map_err(Refusal::error)?;
    let mut after = 0;
    loop {
        after = ask(ctx, channel, bot, after, WAIT_SECONDS).await?;
    }
}

/// Asks once; returns behind which update to ask next.
pub async fn ask(
    ctx: &Ctx,
    channel: &Arc<Channel>,
    bot: &Bot,
    after: i64,
    wait_seconds: i64,
) -> Result<i64> {
    let asked = json!({ "offset": after, "timeout": wait_seconds, "allowed_updates": UPDATES });
    let updates = bot.call("getUpdates", &asked).await.map_err(Refusal::error)?;
    let mut after = after;
    for update in updates.as_array().into_iter().flatten() {
        match take(ctx, channel, update).await {
            // One that can never be recorded must not stop those behind it.
            Err(error) if matches!(error.kind, Kind::BadInput | Kind::TooLarge) => {
                tracing::error!(door = %channel.id, %error, "an update could not be recorded");
            }
            other => other?,
        }
        if let Some(id) = text(update, "/callback_query/id") {
            // Only so that the button stops turning: too late is no error of ours.
            bot.call("answerCallbackQuery", &json!({ "callback_query_id": id })).await.ok();
        }
        let id = update.get("update_id").and_then(Value::as_i64);
        after = id.ok_or_else(|| Error::internal("an update without a number"))? + 1;
    }
    Ok(after)
}
