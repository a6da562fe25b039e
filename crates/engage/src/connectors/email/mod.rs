//! The door of e-mail: a mailbox that is watched, and a server that takes what the shop answers.
//!
//! ```text
//!  mailbox ──IMAP IDLE──► listen ──► understand (pure) ──► message, report of a bounce, or nothing
//!  outbox ──► letter (pure) ──► submit ──SMTP──► the customer's server
//! ```
//!
//! An answer finds its conversation by what we wrote into the letter to which it answers: the address that it goes to
//! (`shop+t<token>@…`) and its Message-ID, both signed ([`names`]). Only then come other Message-IDs that we know.
//!
//! Kept here:
//! - A mail is recorded before the mailbox's place moves on: at least once; and once, by its Message-ID.
//! - A From that nobody vouched for proves nothing. Its sender is a *device* of its own (`mail:anna@example.com`) that only
//!   claims the address; no customer is found or joined by it. See [`origin`].
//! - What a machine wrote (an absence note, a list, ourselves) starts no conversation, so no two machines write to each
//!   other for ever.
//! - What comes as HTML is cleaned before it is kept; nothing in it is fetched from elsewhere.
//!
//! **How often a letter goes out.** SMTP says that the server has a letter by its answer to the dot after DATA. A
//! connection that breaks between the dot and the answer leaves the outcome unknown, and the protocol has no question
//! to ask it (RFC 5321, 4.1.1.4; RFC 1047 describes it). We then send again: losing is worse. Each try carries the same
//! Message-ID, by which most mailboxes show one letter; at every other moment of a try it is exactly once
//! (docs/sending.md).
//!
//! Start reading at [`understand::understand`] and [`letter::write`].

mod automatic;
mod bounce;
mod fields;
mod files;
mod letter;
mod listen;
mod mailbox;
mod markup;
mod names;
mod origin;
mod quotes;
mod store;
mod submit;
#[cfg(test)]
mod tests;
mod trust;
mod understand;

use kit::{Error, Result};
use serde::{Deserialize, Serialize};

use super::{Link, Outgoing, Sent};
use crate::Ctx;

pub use fields::FIELDS;
pub use listen::listen;
pub use markup::clean as clean_html;
pub use store::is_watched;

/// How a connection is kept from listeners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tls {
    /// From the first byte: ports 465 and 993 (RFC 8314).
    Tls,
    /// Asked for after the greeting, and insisted on: ports 587 and 143.
    Starttls,
    /// Not at all: inside the merchant's own network only.
    None,
}

/// How a mailbox and its sending server are reached.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// The shop's address: what customers write to.
    pub address: String,
    /// The name beside it.
    pub name: Option<String>,
    /// The server takes `shop+anything@…` for `shop@…`.
    pub plus: YesNo,
    pub imap_host: String,
    pub imap_port: u16,
    pub imap_tls: Tls,
    pub imap_user: String,
    pub smtp_host: String,
    pub smtp_port: u16,
    pub smtp_tls: Tls,
    /// Without one, the server takes our letters as they are.
    pub smtp_user: Option<String>,
    /// Certificates (PEM) of the shop's own authority, where the servers' certificates are signed by none of the web.
    pub authority: Option<String>,
    /// By which name the receiving server signs its `Authentication-Results` (RFC 8601). Without it nobody's From is
    /// believed.
    pub authserv_id: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    Yes,
    No,
}

impl Settings {
    /// The settings of a link, if they can be right.
    pub fn of(link: &Link) -> Result<Settings> {
        let settings: Settings = link.settings()?;
        let parsed: Result<lettre::Address, _> = settings.address.parse();
        if parsed.is_err() {
            let detail = format!("“{}” is not an e-mail address.", settings.address);
            return Err(Error::bad_input("bad_address", detail));
        }
        trust::own(&settings)?;
        Ok(settings)
    }
}

/// Sends one letter.
pub async fn send(ctx: &Ctx, out: &Outgoing) -> Sent {
    let written = Settings::of(&out.link).and_then(|settings| {
        let names = names::Names::of(&ctx.secrets, &settings)?;
        let conversation = out.message.conversation_id;
        Ok((letter::write(out, conversation, &settings, &names)?, settings))
    });
    match written {
        Ok((letter, settings)) => submit::submit(&out.link, &settings, &letter).await,
        // The door's settings, not the letter: it waits until somebody has mended them.
        Err(error)
            if matches!(
                error.code,
                "bad_settings" | "bad_address" | "bad_authority" | "no_server_key"
            ) =>
        {
            Sent::Down { error: error.detail }
        }
        Err(error) => Sent::Refused { error: error.detail },
    }
}

/// Whether both servers let us in.
pub async fn test(link: &Link) -> Result<()> {
    let settings = Settings::of(link)?;
    submit::test(link, &settings).await?;
    mailbox::test(link, &settings).await
}
