//! Messenger and Instagram's direct messages: people write to the shop's page or account, and the shop answers.
//!
//! ```text
//!  Meta ──signed webhook──► hooks ──► understand (pure) ──► messages, edits, reports
//!  outbox ──► window ──► render (pure) ──► POST /{account}/messages
//! ```
//!
//! A customer is known by an id that Meta makes for them and this page (`messenger_id`) or account (`instagram_id`): it
//! vouches for that, and for nothing else of theirs. Both ways are the same to us but for their names, their length of a
//! text, and their reports: Messenger tells what was delivered, Instagram only what was read.
//!
//! Kept here:
//! - 24 hours after the customer's last word only a person answers (the tag `HUMAN_AGENT`, where Meta granted it to the
//!   app), after seven days nobody does; what waited too long in the queue is refused here, before it goes out.
//!
//! **How often a message goes out.** Meta knows no second try for one. Each try carries our message's id as `metadata`,
//! which comes back in the echo of what the page sent: a try whose answer was lost waits a minute for its echo, and then
//! there is no second try. So a customer gets a message twice only if we died, or the answer was lost, *and* no echo came
//! within that minute. (Instagram's echoes carry no `metadata`: there it is at least once.)
//!
//! In Meta's app: webhook `PUBLIC_URL/hooks/DOOR/messenger`, the fields `messages`, `messaging_postbacks`,
//! `message_deliveries`, `message_reads`, `message_echoes`, `message_edits`, `messaging_referrals`; of Instagram
//! `messages`, `messaging_postbacks`, `messaging_seen`, `messaging_referral`.
//!
//! Start reading at [`understand::understand`] and [`render::bodies`].

pub mod hooks;
mod render;
#[cfg(test)]
mod tests;
mod understand;

use kit::{Result, Tx};
use serde::{Deserialize, Serialize};

use super::files::Fetched;
use super::http::{self, Failure};
use super::setup::Field;
use super::window::{self, Window};
use super::{Link, Outgoing, Sent, meta, multipart, tries};
use crate::Ctx;
use crate::conversations::{FILES_BYTES_MAX, NewAttachment, RemoteFile, State};

/// How the account is reached. Secrets: `access_token`, `app_secret` (signs the webhooks), `verify_token`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// Of the page, or of the Instagram account.
    pub account_id: String,
    /// Whether Meta lets this app answer for seven days, by a person.
    pub human_agent: YesNo,
    /// With the version, as `https://graph.facebook.com/v23.0`; of an Instagram login `https://graph.instagram.com/…`.
    #[serde(default = "graph")]
    pub api_url: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    Yes,
    No,
}

fn graph() -> String {
    meta::GRAPH.into()
}

pub const FIELDS: &[Field] = &[
    Field::text("account_id"),
    Field::secret("access_token"),
    Field::secret("app_secret"),
    Field::secret("verify_token"),
    Field::choice("human_agent", &["no", "yes"]),
    Field::text("api_url").optional(),
];

impl Settings {
    pub fn of(link: &Link) -> Result<Settings> {
        link.settings()
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.api_url.trim_end_matches('/'))
    }
}

pub async fn send(ctx: &Ctx, out: &Outgoing) -> Sent {
    match try_send(ctx, out).await {
        Ok(names) => Sent::Accepted { names, state: State::Sent },
        Err(sent) => sent,
    }
}

async fn try_send(ctx: &Ctx, out: &Outgoing) -> Result<Vec<String>, Sent> {
    let settings = Settings::of(&out.link).map_err(meta::refused)?;
    if out.to.is_empty() {
        let error = "This customer has not written here yet.".to_string();
        return Err(Sent::Refused { error });
    }
    let window = still_open(ctx, out).await?;
    let mut files = Vec::new();
    for file in &out.attachments {
        let (kind, id) = upload(&settings, out, file).await?;
        files.push((kind, id));
    }
    let is_late = matches!(window, Window::Person { .. });
    let bodies = render::bodies(out, is_late, &files);
    let url = settings.url(&format!("{}/messages", settings.account_id));
    let mut names = Vec::new();
    for (sent, body) in bodies.iter().enumerate() {
        match meta::post(&out.link, &url, body, out).await {
            Ok(answer) => names.extend(meta::text(&answer, "/message_id").map(str::to_string)),
            Err(why) => return Err(tries::partly(sent, bodies.len(), why)),
        }
    }
    Ok(names)
}

/// It may have waited too long in the queue.
async fn still_open(ctx: &Ctx, out: &Outgoing) -> Result<Window, Sent> {
    let (now, address) = (ctx.customers.clock.now(), out.message.address.as_deref());
    let find = |tx: &Tx| window::find(tx, &out.channel, address, now);
    let window = ctx.customers.db.read(find).await.map_err(|error| tries::ours(&error))?;
    if window.is_open_to(window::is_by_person(&out.message)) {
        return Ok(window);
    }
    Err(Sent::Refused { error: window::words(&out.channel, window) })
}

/// Lays a file down with Meta (“Attachment upload”). The customer sees nothing of it yet, so it can be tried again.
async fn upload(
    settings: &Settings,
    out: &Outgoing,
    file: &NewAttachment,
) -> Result<(&'static str, String), Sent> {
    let kind = render::kind_of(&file.media_type);
    let token = out.link.secret("access_token").map_err(meta::refused)?;
    let message = serde_json::json!({
        "attachment": { "type": kind, "payload": { "is_reusable": false } }
    });
    let part = ("filedata", file.name.as_str(), file.media_type.as_str());
    let (content, body) =
        multipart::form(&[("message", &message.to_string())], part, &file.content);
    let url = settings.url(&format!("{}/message_attachments", settings.account_id));
    let headers = [http::bearer(token), (hyper::header::CONTENT_TYPE, content)];
    let answered = http::send(hyper::Method::POST, &url, &headers, body).await;
    let answered = answered.map_err(|failure| Failure::NotSent(failure.into()));
    let answer = meta::read(answered, out)?;
    let id = meta::text(&answer, "/attachment_id").map(str::to_string);
    let id = id.ok_or_else(|| Sent::Later { after: None, error: "Meta named no file".into() })?;
    Ok((kind, id))
}

/// Fetches a file of the customer's, at an address that Meta signed.
pub async fn fetch(file: &RemoteFile) -> Fetched {
    match http::download(&file.reference, &[], FILES_BYTES_MAX).await {
        Ok(answer) if answer.is_success() => Fetched::Content(answer.body),
        Ok(answer) if answer.status >= 500 || answer.status == 429 => {
            let error = format!("Meta answered {}", answer.status);
            Fetched::Later { after: answer.retry_after(), error }
        }
        Ok(answer) => Fetched::Gone { error: format!("Meta answered {}", answer.status) },
        Err(failure) => Fetched::Later { after: None, error: failure.into() },
    }
}

/// Whether Meta lets us in, for this account.
pub async fn test(link: &Link) -> Result<()> {
    let settings = Settings::of(link)?;
    meta::get(link, &settings.url(&format!("{}?fields=id", settings.account_id))).await.map(drop)
}

/// For the tests of all readers.
#[cfg(test)]
pub(super) fn read_anything(call: &serde_json::Value) {
    understand::understand(call);
}
