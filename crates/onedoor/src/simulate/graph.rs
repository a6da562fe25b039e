//! Meta's Graph API, as far as WhatsApp, Messenger and Instagram share it: tokens, refusals, signatures, files.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use super::world::Trouble;
use super::{Headers, Sim};

/// A refusal as Meta writes it.
#[derive(Debug)]
pub struct Refusal {
    pub status: u16,
    pub code: i64,
    pub subcode: i64,
    pub message: String,
    /// What stands in `error_data.details` of WhatsApp.
    pub details: String,
}

impl Refusal {
    pub fn of(status: u16, code: i64, message: &str) -> Refusal {
        let message = format!("(#{code}) {message}");
        Refusal { status, code, subcode: 0, details: String::new(), message }
    }

    #[must_use]
    pub fn with_subcode(self, subcode: i64) -> Refusal {
        Refusal { subcode, ..self }
    }

    #[must_use]
    pub fn with_details(self, details: &str) -> Refusal {
        Refusal { details: details.into(), ..self }
    }

    pub fn token() -> Refusal {
        let message = "Invalid OAuth access token - Cannot parse access token";
        Refusal { message: message.into(), ..Refusal::of(401, 190, "") }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut error = json!({
            "message": self.message, "type": "OAuthException", "code": self.code,
            "fbtrace_id": "simulated",
        });
        if self.subcode != 0 {
            error["error_subcode"] = json!(self.subcode);
        }
        if !self.details.is_empty() {
            error["error_data"] =
                json!({ "messaging_product": "whatsapp", "details": self.details });
        }
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        (status, Json(json!({ "error": error }))).into_response()
    }
}

/// Lets in who has the token; in the header, or in the address as older callers do.
pub fn let_in(sim: &Sim, headers: &HeaderMap, in_address: Option<&str>) -> Result<(), Refusal> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer ")).or(in_address);
    let given = given.filter(|given| !given.is_empty()).ok_or_else(Refusal::token)?;
    let is_ours = sim.token.as_ref().is_none_or(|token| token == given);
    if is_ours { Ok(()) } else { Err(Refusal::token()) }
}

/// The trouble that a call that sends was told to have.
pub fn trouble(sim: &Sim) -> Result<bool, Refusal> {
    match sim.world.trouble() {
        Some(Trouble::Rate) => Err(Refusal::of(400, 130_429, "Rate limit hit")
            .with_details("Message failed to send because there were too many messages")),
        Some(Trouble::Down) => Err(Refusal::of(500, 131_000, "Something went wrong")),
        Some(Trouble::LostAnswer) => Ok(true),
        None => Ok(false),
    }
}

/// `X-Hub-Signature-256`.
pub fn sign(sim: &Sim, body: &[u8]) -> Headers {
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(sim.secret.as_bytes()) else {
        return Vec::new();
    };
    mac.update(body);
    let digits = mac.finalize().into_bytes();
    let digits: String = digits.iter().map(|byte| format!("{byte:02x}")).collect();
    vec![(HeaderName::from_static("x-hub-signature-256"), format!("sha256={digits}"))]
}

/// A file's bytes.
pub async fn show_file(
    State(sim): State<Sim>,
    Path((id, _name)): Path<(String, String)>,
) -> Response {
    match sim.world.file(&id) {
        Some(file) => ([(header::CONTENT_TYPE, file.media_type)], file.content).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Any object of which only the name is asked.
pub fn object(id: &str) -> Json<Value> {
    Json(json!({ "id": id }))
}
