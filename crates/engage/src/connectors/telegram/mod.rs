//! Telegram: the shop's bot talks with whoever has started it.
//!
//! ```text
//!  Telegram ──webhook with our secret──► hooks ─┐
//!  Telegram ◄──getUpdates (long polling)── poll ─┴─► understand (pure) ──► messages, edits, who blocked the bot
//!  outbox ──► render (pure) ──► sendMessage, sendPhoto, sendDocument
//! ```
//!
//! A customer is known by the id of their Telegram account (`telegram_id`), which Telegram vouches for; a user name is
//! nobody's. A telephone number is proven only when somebody shares their own by Telegram's button. There are no
//! reports: how far a message got, nobody says.
//!
//! A shop with a public address chooses the webhook, which is set when the door is connected; one without chooses polling.
//! Both bring the same updates, and Telegram keeps them for a day while nobody takes them.
//!
//! **How often a message goes out.** At least once. The Bot API has no key for a second try, brings no report of what
//! it sent, and has no call that lists it: when an answer is lost, or we die between it and our commit, there is nobody
//! to ask. Losing an answer to a customer is worse than giving it twice, so it is tried again, at most twice; then a
//! person decides. What Telegram refused, what never reached it whole, and what it began to say yes to goes out exactly
//! once: docs/sending.md.
//!
//! Text goes as it was typed, without `parse_mode`: no sign in it can be taken for markup.
//!
//! Start reading at [`understand::understand`] and [`render::calls`].

mod api;
pub mod hooks;
mod poll;
mod render;
#[cfg(test)]
mod tests;
mod understand;

use customers::channels::{ChannelId, store as channels};
use kit::{Error, Result, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::files::Fetched;
use super::meta::text;
use super::setup::Field;
use super::{Link, Outgoing, Sent, link, tries};
use crate::Ctx;
use crate::conversations::{FILES_BYTES_MAX, RemoteFile, State};

use api::Bot;

/// How updates come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Webhook,
    Polling,
}

/// How the bot is reached. The secret is `token`, as @BotFather gave it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    pub mode: Mode,
    /// As Telegram sees this server; of a webhook.
    pub public_url: Option<String>,
    #[serde(default = "api_url")]
    pub api_url: String,
}

fn api_url() -> String {
    "https://api.telegram.org".into()
}

pub const FIELDS: &[Field] = &[
    Field::secret("token"),
    Field::choice("mode", &["polling", "webhook"]),
    Field::text("public_url").optional(),
    Field::text("api_url").optional(),
];

impl Settings {
    /// The settings of a link, if they can be right.
    pub fn of(link: &Link) -> Result<Settings> {
        let settings: Settings = link.settings()?;
        if settings.mode == Mode::Webhook && settings.public_url.is_none() {
            let detail =
                "A webhook needs this server's public address. Without one, choose polling.";
            return Err(Error::bad_input("bad_settings", detail));
        }
        Ok(settings)
    }
}

/// What stands in the header of each call of Telegram for a door: only we and Telegram can know it.
pub fn secret_token(ctx: &Ctx, channel: ChannelId) -> Result<String> {
    let signed = ctx.secrets.signer("telegram webhook")?.sign(&channel.0);
    Ok(signed.iter().map(|byte| format!("{byte:02x}")).collect())
}

pub async fn send(out: &Outgoing) -> Sent {
    match try_send(out).await {
        Ok(names) => Sent::Accepted { names, state: State::Sent },
        Err(sent) => sent,
    }
}

async fn try_send(out: &Outgoing) -> Result<Vec<String>, Sent> {
    let bot = Bot::of(&out.link).map_err(|error| Sent::Refused { error: error.detail })?;
    if out.to.is_empty() {
        let error = "This customer has not started the bot yet.".to_string();
        return Err(Sent::Refused { error });
    }
    let calls = render::calls(out).map_err(|error| Sent::Refused { error })?;
    let mut names = Vec::new();
    for (sent, call) in calls.iter().enumerate() {
        match bot.send(call, out).await {
            Ok(message) => names.extend(name_of(&message)),
            Err(why) => return Err(tries::partly(sent, calls.len(), why)),
        }
    }
    Ok(names)
}

/// A message's number is its own only within its chat.
fn name_of(message: &Value) -> Option<String> {
    let number = |pointer| message.pointer(pointer).and_then(Value::as_i64);
    Some(format!("{}:{}", number("/chat/id")?, number("/message_id")?))
}

/// Fetches a file of the customer's.
pub async fn fetch(link: &Link, file: &RemoteFile) -> Fetched {
    let bot = match Bot::of(link) {
        Ok(bot) => bot,
        Err(error) => return Fetched::Later { after: None, error: error.detail },
    };
    match bot.call("getFile", &json!({ "file_id": file.reference })).await {
        Ok(found) => match text(&found, "/file_path") {
            Some(path) => bot.download(path, FILES_BYTES_MAX).await,
            None => Fetched::Gone { error: "Telegram keeps it no longer".into() },
        },
        Err(refusal) => refusal.fetched(),
    }
}

/// Whether Telegram knows the bot; and of a webhook, whether Telegram's calls arrive here.
pub async fn test(link: &Link) -> Result<()> {
    let settings = Settings::of(link)?;
    let bot = Bot::of(link)?;
    bot.call("getMe", &json!({})).await.map_err(api::Refusal::error)?;
    if settings.mode == Mode::Polling {
        return Ok(());
    }
    let hook = bot.call("getWebhookInfo", &json!({})).await.map_err(api::Refusal::error)?;
    match text(&hook, "/last_error_message") {
        Some(error) => {
            let detail = format!("Telegram's last call did not succeed: {error}.");
            Err(Error::conflict("telegram_webhook", detail))
        }
        None => Ok(()),
    }
}

/// From the moment when the door is connected: tells Telegram where to bring updates, or asks for them.
pub async fn keep(ctx: Ctx, channel: ChannelId, mut stop: watch::Receiver<bool>) -> Result<()> {
    let find = |tx: &Tx| {
        let link = link::find_maybe(tx, &ctx.secrets, channel)?;
        let link = link.ok_or_else(|| Error::not_found("link of this door"))?;
        Ok((channels::find(tx, channel)?, link))
    };
    let (door, link) = ctx.customers.db.read(find).await?;
    let settings = Settings::of(&link)?;
    let bot = Bot::of(&link)?;
    if settings.mode == Mode::Polling {
        let door = door.into();
        let asking = poll::ask_for_ever(&ctx, &door, &bot);
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
            ended = asking => return ended,
        }
    }
    let public = settings.public_url.unwrap_or_default();
    let webhook = json!({
        "url": format!("{}/hooks/{channel}/telegram", public.trim_end_matches('/')),
        "secret_token": secret_token(&ctx, channel)?,
        "allowed_updates": api::UPDATES,
    });
    bot.call("setWebhook", &webhook).await.map_err(api::Refusal::error)?;
    stop.wait_for(|stop| *stop).await.ok();
    Ok(())
}

/// For the tests of all readers.
#[cfg(test)]
pub(super) fn read_anything(call: &Value) {
    understand::understand(call);
}
