//! Meta's Graph API, as far as WhatsApp, Messenger and Instagram share it: tokens, refusals, signatures, files.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use super::fields::Fields;
use super::world::Trouble;
use super::{Headers, Sim};

/// Of tokens of Instagram's own login.
pub const TOKEN_LIFE: i64 = kit::time::days(60);
pub const TOKEN_AGE_MIN: i64 = kit::time::hours(24);

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

    pub fn token_over() -> Refusal {
        let message = "Error validating access token: Session has expired";
        Refusal { message: message.into(), subcode: 463, ..Refusal::of(401, 190, "") }
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
    let now = sim.now();
    let tokens = sim.world.things().tokens.clone();
    if tokens.is_empty() {
        return Ok(());
    }
    let (_, made_at) =
        tokens.into_iter().find(|(token, _)| token == given).ok_or_else(Refusal::token)?;
    let is_over = sim.provider.tokens_end && now.since(made_at) >= TOKEN_LIFE;
    if is_over { Err(Refusal::token_over()) } else { Ok(()) }
}

/// `GET /refresh_access_token`: a token that is a day old and not over is renewed for 60 days; the old one lives on to its
/// own end.
pub async fn renew_token(State(sim): State<Sim>, request: Request) -> Result<Json<Value>, Refusal> {
    let fields = Fields::read(request).await.unwrap_or_default();
    let given = fields.get("access_token").unwrap_or_default().to_string();
    let_in(&sim, &HeaderMap::new(), Some(&given))?;
    if !sim.provider.tokens_end || fields.get("grant_type") != Some("ig_refresh_token") {
        return Err(Refusal::of(400, 100, "Unsupported get request."));
    }
    let now = sim.now();
    let number = sim.world.number();
    let mut things = sim.world.things();
    let made_at = things.tokens.iter().find(|(token, _)| *token == given).map(|(_, at)| *at);
    if made_at.is_some_and(|at| now.since(at) < TOKEN_AGE_MIN) {
        return Err(Refusal::of(400, 100, "The access token is not 24 hours old yet."));
    }
    let token = format!("IGAA{number}");
    if made_at.is_some() {
        things.tokens.push((token.clone(), now));
    }
    let seconds = TOKEN_LIFE / 1_000_000;
    Ok(Json(json!({ "access_token": token, "token_type": "bearer", "expires_in": seconds })))
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

/// Any object of which only the name is asked; the account tells how customers reach it.
pub fn object(sim: &Sim, id: &str) -> Json<Value> {
    let mut object = json!({ "id": id });
    if id == sim.account {
        match sim.provider.name {
            "WhatsApp" => object["display_phone_number"] = json!("+48 22 123 45 67"),
            _ => object["username"] = json!("kubek.simulated"),
        }
    }
    Json(object)
}
