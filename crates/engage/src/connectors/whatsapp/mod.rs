//! WhatsApp, by Meta's Cloud API: the shop's number writes to the customer's, and back.
//!
//! ```text
//!  Meta ──signed webhook──► hooks ──► understand (pure) ──► messages, reports, wishes
//!  outbox ──► window ──► media (uploads files) ──► render (pure) ──► POST /{number}/messages
//! ```
//!
//! A customer is known by their telephone number or, since they may hide it behind a user name, by a *business-scoped
//! id* (`PL.13491208655302741918`), of which Meta says that it is the same for all numbers of one merchant and ends when
//! they change their number. WhatsApp vouches for both, so both are proven; a user name is nobody's. An answer goes to the
//! number while we know it (`to`), else to the id (`recipient`): an id in `to` would be lost without an error.
//!
//! Kept here:
//! - 24 hours after the customer's last word nothing leaves but a template that Meta approved ([`templates`]); what waited
//!   too long in the queue is refused here, before it goes out.
//! - Which message a report is about stands in the report: our id goes along (`biz_opaque_callback_data`).
//!
//! **How often a message goes out.** Meta knows no second try for one. Each try carries our message's id, which Meta's
//! report `sent` brings back: a try whose answer was lost waits a minute for it, and then there is no second try. So a
//! customer gets a message twice only if we died, or the answer was lost, *and* no report came within that minute.
//!
//! In Meta's app: webhook `PUBLIC_URL/hooks/DOOR/whatsapp`, the field `messages` (and `user_preferences`).
//!
//! Start reading at [`understand::understand`] and [`render::bodies`].

pub mod hooks;
mod media;
mod render;
pub mod templates;
#[cfg(test)]
mod tests;
mod understand;

use kit::{Result, Tx};
use serde::{Deserialize, Serialize};

use super::setup::Field;
use super::{Link, Outgoing, Sent, meta, tries, window};
use crate::Ctx;
use crate::conversations::State;

pub use media::fetch;

/// How the number is reached. Secrets: `access_token`, `app_secret` (signs the webhooks), `verify_token`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    pub phone_number_id: String,
    /// The account that the number and the templates belong to.
    pub business_account_id: String,
    /// With the version, as `https://graph.facebook.com/v23.0`.
    #[serde(default = "graph")]
    pub api_url: String,
}

fn graph() -> String {
    meta::GRAPH.into()
}

pub const FIELDS: &[Field] = &[
    Field::text("phone_number_id"),
    Field::text("business_account_id"),
    Field::secret("access_token"),
    Field::secret("app_secret"),
    Field::secret("verify_token"),
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
    let refused = |error: &str| Err(Sent::Refused { error: error.to_string() });
    if out.to.is_empty() {
        return refused("This customer has no WhatsApp here.");
    }
    let template = templates::of_message(&out.message);
    if template.is_none() {
        still_open(ctx, out).await?;
    }
    let mut files = Vec::new();
    for file in &out.attachments {
        files.push(media::upload(&settings, out, file).await?);
    }
    let bodies = render::bodies(out, template.as_ref(), &files);
    let url = settings.url(&format!("{}/messages", settings.phone_number_id));
    let mut names = Vec::new();
    for (sent, body) in bodies.iter().enumerate() {
        match meta::post(&out.link, &url, body, out).await {
            Ok(answer) => names.extend(meta::text(&answer, "/messages/0/id").map(str::to_string)),
            Err(why) => return Err(tries::partly(sent, bodies.len(), why)),
        }
    }
    Ok(names)
}

/// It may have waited too long in the queue.
async fn still_open(ctx: &Ctx, out: &Outgoing) -> Result<(), Sent> {
    let is_person = window::is_by_person(&out.message);
    let (now, address) = (ctx.customers.clock.now(), out.message.address.as_deref());
    let check = |tx: &Tx| window::check(tx, &out.channel, address, is_person, now);
    match ctx.customers.db.read(check).await {
        Ok(()) => Ok(()),
        Err(error) if error.code == "window_closed" => Err(meta::refused(error)),
        Err(error) => Err(tries::ours(&error)),
    }
}

/// Whether Meta lets us in, for this number.
pub async fn test(link: &Link) -> Result<()> {
    let settings = Settings::of(link)?;
    meta::get(link, &settings.url(&format!("{}?fields=id", settings.phone_number_id))).await?;
    meta::get(link, &settings.url(&format!("{}?fields=id", settings.business_account_id))).await?;
    Ok(())
}

/// For the tests of all readers.
#[cfg(test)]
pub(super) fn read_anything(call: &serde_json::Value) {
    understand::understand(call);
}
