//! Twilio Voice: a number at Twilio rings the shop's telephones, and tells of it by signed webhooks.
//!
//! ```text
//! customer ─► Twilio ─► POST voice ─► TwiML: dial the shop's telephones ─► one answers, or a machine listens
//!                 └─► POST voice/CALL/leg, …/dialled, …/recording, …/status: what became of it, in any order
//! ```
//!
//! Every address that Twilio is given names the call, as Twilio does (`CA…`) or, if we asked for it, as we do. So whatever comes
//! first finds its call.
//!
//! In Twilio's console, the number's webhook for calls is `PUBLIC_URL/hooks/DOOR/voice`, that for status changes
//! `PUBLIC_URL/hooks/DOOR/voice/status`.

mod call_out;
mod twiml;
mod webhooks;

use serde::{Deserialize, Serialize};

use crate::connectors::setup::Field;

pub use call_out::call_out;
pub use webhooks::routes;

const VOICEMAIL: &[&str] = &["no", "yes"];
const RECORD: &[&str] = &["no", "yes"];

pub const FIELDS: &[Field] = &[
    Field::text("account_sid"),
    Field::secret("auth_token"),
    Field::text("number"),
    Field::text("dial").optional(),
    Field::number("rings", "25"),
    Field::choice("voicemail", VOICEMAIL),
    Field::text("greeting").optional(),
    Field::choice("record", RECORD),
    Field::text("public_url"),
];

/// How the door is connected. The secret is `auth_token`, which also signs the webhooks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    pub account_sid: String,
    /// The shop's number at Twilio.
    pub number: String,
    /// What rings when somebody calls: numbers and SIP addresses, with commas between; all extensions of the door if none.
    pub dial: Option<String>,
    /// How many seconds.
    #[serde(default = "rings")]
    pub rings: i64,
    #[serde(default)]
    pub voicemail: YesNo,
    /// Said before the tone.
    pub greeting: Option<String>,
    #[serde(default)]
    pub record: YesNo,
    /// As Twilio sees this server.
    pub public_url: String,
    #[serde(default = "api_url")]
    pub api_url: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesNo {
    #[default]
    No,
    Yes,
}

fn rings() -> i64 {
    25
}

fn api_url() -> String {
    "https://api.twilio.com".into()
}
