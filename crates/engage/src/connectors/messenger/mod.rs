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
mod media;
mod render;
#[cfg(test)]
mod tests;
mod understand;

use kit::{Result, Tx};
use serde::{Deserialize, Serialize};

use super::learned::{Learned, USERNAME};
use super::setup::Field;
use super::window::{self, Window};
use super::{Link, Outgoing, Provider, Sent, meta, tries};
use crate::Ctx;
use crate::conversations::State;

pub use media::fetch;

/// How the account is reached. Secrets: `access_token`, `app_secret` (signs the webhooks). What Meta asks
/// at first is answered by a word of ours: [`meta::verify_token`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// Of the page, or of the Instagram account.
    pub account_id: String,
    /// Whether Meta lets this app answer for seven days, by a person.
    pub human_agent: YesNo,
    /// Of Instagram: by whose login its token was made.
    #[serde(default)]
    pub login: Login,
    /// With the version, as `https://graph.facebook.com/v23.0`.
    pub api_url: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Login {
    /// Its tokens end and are renewed: see [`super::tokens`].
    Instagram,
    #[default]
    Facebook,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    Yes,
    No,
}

pub const FIELDS: &[Field] = &[
    Field::text("account_id"),
    Field::secret("access_token"),
    Field::secret("app_secret"),
    Field::choice("human_agent", &["no", "yes"]),
    Field::choice("signals", &["no", "yes"]),
    Field::text("api_url").optional(),
];

pub const INSTAGRAM: &[Field] = &[
    Field::choice("login", &["instagram", "facebook"]),
    Field::text("account_id"),
    Field::secret("access_token"),
    Field::secret("app_secret"),
    Field::choice("human_agent", &["no", "yes"]),
    Field::choice("signals", &["no", "yes"]),
    Field::text("api_url").optional(),
];

impl Settings {
    pub fn of(link: &Link) -> Result<Settings> {
        link.settings()
    }

    /// Whether the token was made by Instagram's own login.
    pub fn is_instagram_login(&self) -> bool {
        let is_its_address =
            self.api_url.as_ref().is_some_and(|url| url.contains("graph.instagram.com"));
        self.login == Login::Instagram || is_its_address
    }

    pub fn base(&self) -> &str {
        let usual = if self.is_instagram_login() { meta::INSTAGRAM_GRAPH } else { meta::GRAPH };
        self.api_url.as_deref().unwrap_or(usual)
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.base().trim_end_matches('/'))
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
    for (file, number) in out.attachments.iter().zip(0_u8..) {
        let kind = render::kind_of(&file.media_type);
        let payload = match out.link.provider {
            Provider::Instagram => media::by_link(ctx, out, number)?,
            _ => media::upload(&settings, out, file, kind).await?,
        };
        files.push((kind, payload));
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

/// Where it is told that a message was read.
pub(super) fn signal_url(link: &Link) -> Result<String> {
    let settings = Settings::of(link)?;
    Ok(settings.url(&format!("{}/messages", settings.account_id)))
}

/// The name of the page or account, where it has chosen one; whether Meta lets us in is seen by it, too.
pub async fn learn(link: &Link) -> Result<Learned> {
    let settings = Settings::of(link)?;
    let url = settings.url(&format!("{}?fields=id,username", settings.account_id));
    let shown = meta::get(link, &url).await?;
    let name = meta::text(&shown, "/username").filter(|name| !name.is_empty());
    Ok(name.map(|name| (USERNAME, name.to_string())).into_iter().collect())
}

/// For the tests of all readers.
#[cfg(test)]
pub(super) fn read_anything(call: &serde_json::Value) {
    understand::understand(call);
}
