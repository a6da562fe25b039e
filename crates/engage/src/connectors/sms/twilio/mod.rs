//! Twilio: carries a shop's SMS over its own interface (REST 2010-04-01, “Messages”), and brings them by signed webhooks.
//!
//! Twilio has no key by which it would recognise a second try. So the address for its reports names our message: when
//! an answer is lost but Twilio has the message, its report comes within the minute that we wait, and there is no second try.
//!
//! In Twilio's console, the number's webhook for messages is `PUBLIC_URL/hooks/DOOR/twilio`.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::IntoResponse;
use kit::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::hooks::door;
use super::inbound::{self, Sms};
use super::{Common, message_of, opted_out, ready, somebody_answers, unknown};
use crate::Ctx;
use crate::connectors::http::{self, Answer, Failure};
use crate::connectors::twilio::{Signed, refusal, verified};
use crate::connectors::{Arrival, Outgoing, Provider, Sent, arrive};
use crate::conversations::{Report, Reported, State as MessageState};

/// How to reach it. The secret is `auth_token`, which also signs the webhooks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    pub account_sid: String,
    /// A number, a short code or a name; or else `messaging_service_sid`.
    pub from: Option<String>,
    pub messaging_service_sid: Option<String>,
    /// As Twilio sees this server. Behind a proxy nothing else tells it, and the signature covers it.
    pub public_url: String,
    #[serde(default = "api_url")]
    pub api_url: String,
    #[serde(flatten)]
    pub common: Common,
}

fn api_url() -> String {
    "https://api.twilio.com".into()
}

/// An empty answer: no message goes back.
const NOTHING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
/// “Attempt to send to unsubscribed recipient”.
const OPTED_OUT: i64 = 21610;

pub async fn send(ctx: &Ctx, out: &Outgoing) -> Sent {
    match try_send(ctx, out).await {
        Ok(names) => Sent::Accepted { names, state: MessageState::Sent },
        Err(sent) => sent,
    }
}

async fn try_send(ctx: &Ctx, out: &Outgoing) -> Result<Vec<String>, Sent> {
    let refused = |error: kit::Error| Sent::Refused { error: error.detail };
    let settings: Settings = out.link.settings().map_err(refused)?;
    let token = out.link.secret("auth_token").map_err(refused)?;
    let text = ready(ctx, out, &settings.common).await?;
    let (door, message) = (out.channel.id, out.message.id);
    let public = settings.public_url.trim_end_matches('/');
    let report_to = format!("{public}/hooks/{door}/twilio/{message}");
    let sender = match (&settings.messaging_service_sid, &settings.from) {
        (Some(service), _) => ("MessagingServiceSid", service.as_str()),
        (None, Some(from)) => ("From", from.as_str()),
        (None, None) => {
            return Err(Sent::Refused { error: "The door has no number to send from.".into() });
        }
    };
    let fields = [("To", out.to.as_str()), sender, ("Body", &text), ("StatusCallback", &report_to)];
    let api = settings.api_url.trim_end_matches('/');
    let url = format!("{api}/2010-04-01/Accounts/{}/Messages.json", settings.account_sid);
    let headers = [http::basic(&settings.account_sid, token)];
    somebody_answers(out, api).await?;
    match http::post_form(&url, &headers, &fields).await {
        Ok(answer) if answer.is_success() => {
            let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
            let name = body.get("sid").and_then(Value::as_str);
            let name = name.ok_or_else(|| unknown(out, "Twilio's answer names no message"))?;
            Ok(vec![name.to_string()])
        }
        Ok(answer) => Err(match read_refusal(&answer) {
            Refusal::OptedOut(reason) => opted_out(ctx, out, &reason).await,
            Refusal::Other(sent) => sent,
        }),
        // It has it; only its name for it got lost. Its reports name it as we do.
        Err(Failure::Taken { .. }) => Ok(Vec::new()),
        Err(Failure::NotSent(error)) => Err(Sent::Down { error }),
        Err(Failure::Unknown(error)) => Err(unknown(out, &error)),
    }
}

enum Refusal {
    OptedOut(String),
    Other(Sent),
}

/// By classes, since Twilio's codes change; people see the code.
fn read_refusal(answer: &Answer) -> Refusal {
    let (code, error) = refusal(answer);
    if code == Some(OPTED_OUT) {
        return Refusal::OptedOut(format!("Twilio {OPTED_OUT}"));
    }
    Refusal::Other(match answer.status {
        // Our own account: nobody's message goes.
        401 | 403 => Sent::Down { error },
        429 => Sent::Later { after: answer.retry_after(), error },
        500.. => Sent::Later { after: answer.retry_after(), error },
        _ => Sent::Refused { error },
    })
}

pub async fn receive_sms(
    State(ctx): State<Ctx>,
    Path(channel): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<impl IntoResponse> {
    let (channel, link) = door(&ctx, &channel, Provider::Twilio).await?;
    let settings: Settings = link.settings()?;
    let signed = verified(&link, &settings.public_url, &uri, &headers, &body)?;
    let field = |name: &str| {
        signed.get(name).map(str::to_string).ok_or_else(|| {
            kit::Error::bad_input("bad_sms", format!("The parameter {name} is missing."))
        })
    };
    let sms = Sms {
        id: field("MessageSid")?,
        from: field("From")?,
        text: field("Body")?,
        at: ctx.customers.clock.now(),
        details: json!({ "to": signed.get("To"), "segments": signed.get("NumSegments"), "media": media(&signed) }),
        is_answered: signed.get("OptOutType").is_some(),
    };
    inbound::take(&ctx, &channel, &settings.common, &sms).await?;
    Ok(([(header::CONTENT_TYPE, "text/xml")], NOTHING))
}

/// Where the files of an MMS lie at Twilio.
fn media(signed: &Signed) -> Vec<&str> {
    (0..10).map_while(|number| signed.get(&format!("MediaUrl{number}"))).collect()
}

pub async fn receive_status(
    State(ctx): State<Ctx>,
    Path((channel, message)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode> {
    let (channel, link) = door(&ctx, &channel, Provider::Twilio).await?;
    let settings: Settings = link.settings()?;
    let signed = verified(&link, &settings.public_url, &uri, &headers, &body)?;
    let Some(state) = signed.get("MessageStatus").and_then(state_of) else {
        return Ok(StatusCode::NO_CONTENT);
    };
    let code = signed.get("ErrorCode").unwrap_or("without a code");
    let error = (state == MessageState::Failed).then(|| format!("Twilio: error {code}"));
    let about = Reported::Message(message_of(&message)?);
    let report = Report { about, state, at: ctx.customers.clock.now(), error };
    arrive(&ctx, &channel, vec![Arrival::Report(report)]).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whatever Twilio says of a message says that it has it.
fn state_of(status: &str) -> Option<MessageState> {
    match status {
        "accepted" | "scheduled" | "queued" | "sending" | "sent" => Some(MessageState::Sent),
        "delivered" => Some(MessageState::Delivered),
        "read" => Some(MessageState::Read),
        "failed" | "undelivered" | "canceled" => Some(MessageState::Failed),
        _ => None,
    }
}
