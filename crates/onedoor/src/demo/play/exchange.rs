//! Calls on their way: the side of Twilio Voice that the shop's telephone door speaks with. What happens is told to the door
//! by signed webhooks at the addresses that it gave in its own TwiML; the door's calls out come in by Twilio's API.
//!
//! ```text
//!  customer rings ─► POST voice ─► TwiML: dial client:… ─► leg: ringing ─► somebody lifts ─► leg: in-progress ─► dialled
//!  the shop calls ─► POST Calls.json ─► its own telephone lifts ─► TwiML: dial +48… ─► it rings here ─► customer, dialled
//! ```
//!
//! One line: who is called while they talk hears that it is busy.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use engage::connectors::http;
use engage::connectors::twilio::signature::sign;
use kit::time::seconds;
use kit::{Clock, Error, Result, Time};
use serde_json::json;

use super::Play;
use super::news::News;
use crate::app::App;

/// The account at which the shop's number is, in the form that Twilio gives them.
pub const ACCOUNT: &str = "AC00000000000000000000000000000000";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    ToShop,
    ToCustomer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Ringing,
    Talking,
}

/// The call that goes on.
#[derive(Clone, Debug)]
pub struct Call {
    sid: String,
    /// The customer's number.
    pub number: String,
    pub way: Way,
    pub stage: Stage,
    pub since: Time,
    /// Where the door wants to hear of the telephones that ring; of those outside one is rung.
    legs: Vec<String>,
    /// Where it wants to hear that dialling is over.
    dialled: String,
}

pub struct Exchange {
    clock: Clock,
    news: News,
    /// The account's token: signs webhooks, and lets the shop in.
    pub token: String,
    /// The shop's number.
    pub number: String,
    /// Where the shop hears of calls; known once its door is connected.
    hook: Mutex<String>,
    line: Mutex<Option<Call>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Exchange {
    pub fn new(clock: Clock, news: News, number: &str, token: String) -> Exchange {
        let (hook, line) = (Mutex::default(), Mutex::default());
        Exchange { clock, news, token, number: number.into(), hook, line }
    }

    pub fn set_hook(&self, hook: String) {
        *locked(&self.hook) = hook;
    }

    /// The call of this number that goes on.
    pub fn call_of(&self, number: &str) -> Option<Call> {
        locked(&self.line).clone().filter(|call| call.number == number)
    }

    fn set(&self, call: Option<Call>) {
        *locked(&self.line) = call;
        self.news.tell();
    }

    fn sid(&self) -> String {
        let id = kit::id::uuid_v7(self.clock.now());
        format!("CA{}", id.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    }

    /// The customer calls the shop.
    pub async fn ring(&self, number: &str, name: &str) -> Result<()> {
        if locked(&self.line).is_some() {
            return Err(Error::conflict("line_busy", "The line is busy. Hang up first."));
        }
        let (sid, hook) = (self.sid(), locked(&self.hook).clone());
        let told = [
            ("CallSid", sid.as_str()),
            ("From", number),
            ("To", &self.number),
            ("CallerName", name),
            ("CallStatus", "ringing"),
            ("Direction", "inbound"),
        ];
        let script = self.tell(&hook, &told).await?;
        let legs = values(&script, "statusCallback");
        let Some(dialled) = values(&script, "action").pop() else {
            return Err(Error::conflict("nobody_there", "The shop has no telephone that rings."));
        };
        self.set(Some(Call {
            sid,
            number: number.into(),
            way: Way::ToShop,
            stage: Stage::Ringing,
            since: self.clock.now(),
            legs: legs.clone(),
            dialled,
        }));
        for (n, leg) in legs.iter().enumerate() {
            self.tell_leg(leg, n, "ringing").await?;
        }
        Ok(())
    }

    /// Whoever is called lifts the receiver.
    pub async fn lift(&self, number: &str) -> Result<()> {
        let Some(call) = self.call_of(number) else { return Ok(()) };
        if call.stage == Stage::Talking {
            return Ok(());
        }
        if let Some(leg) = call.legs.first() {
            self.tell_leg(leg, 0, "in-progress").await?;
        }
        self.set(Some(Call { stage: Stage::Talking, since: self.clock.now(), ..call }));
        Ok(())
    }

    /// Either side hangs up, or does not want the call.
    pub async fn hang_up(&self, number: &str) -> Result<()> {
        let Some(call) = self.call_of(number) else { return Ok(()) };
        let lasted = (self.clock.now().since(call.since) / seconds(1)).to_string();
        let (status, lasted) = match (call.stage, call.way) {
            (Stage::Talking, _) => ("completed", lasted.as_str()),
            (Stage::Ringing, Way::ToShop) => ("no-answer", ""),
            (Stage::Ringing, Way::ToCustomer) => ("busy", ""),
        };
        let direction = if call.way == Way::ToShop { "inbound" } else { "outbound-api" };
        self.set(None);
        let told = [
            ("CallSid", call.sid.as_str()),
            ("CallStatus", "completed"),
            ("Direction", direction),
            ("DialCallStatus", status),
            ("DialCallDuration", lasted),
        ];
        self.tell(&call.dialled, &told).await.map(drop)
    }

    async fn tell_leg(&self, leg: &str, n: usize, status: &str) -> Result<()> {
        let told = [("CallSid", format!("CAleg{n}")), ("CallStatus", status.to_string())];
        let told = told.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.tell(leg, &told).await.map(drop)
    }

    /// Calls a webhook; its answer is what is to be done.
    async fn tell(&self, url: &str, fields: &[(&str, &str)]) -> Result<String> {
        let owned: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let name = HeaderName::from_static("x-twilio-signature");
        let signed = [(name, sign(&self.token, url, &owned))];
        match http::post_form(url, &signed, fields).await {
            Ok(answer) if answer.is_success() => Ok(answer.text()),
            Ok(answer) => Err(Error::conflict("call_refused", answer.text())),
            Err(failure) => Err(Error::conflict("call_lost", String::from(failure))),
        }
    }
}

/// The shop asks for a call. Its own telephone lifts at once, as if the agent had it in hand; then the customer's rings.
pub async fn begin_call(
    State(app): State<App>,
    Path(what): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let play: Arc<Play> = app.play.ok_or_else(|| Error::not_found("exchange here"))?;
    let exchange = &play.exchange;
    let (_, right) = http::basic(ACCOUNT, &exchange.token);
    let given = headers.get(header::AUTHORIZATION).map(|value| value.as_bytes());
    let is_let_in = given.is_some_and(|given| http::is_same_secret(given, right.as_bytes()));
    if !is_let_in || what != format!("2010-04-01/Accounts/{ACCOUNT}/Calls.json") {
        let refusal = json!({ "code": 20003, "message": "Authenticate" });
        return Ok((StatusCode::UNAUTHORIZED, axum::Json(refusal)).into_response());
    }
    let fields: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
    let script = fields.iter().find(|(name, _)| name == "Twiml").map(|(_, value)| value.as_str());
    let script = script.unwrap_or_default();
    let number = script.split("</Number>").next().and_then(|text| text.rsplit('>').next());
    let (Some(number), Some(dialled)) = (number, values(script, "action").pop()) else {
        let refusal = json!({ "code": 21205, "message": "Url is not a valid URL" });
        return Ok((StatusCode::BAD_REQUEST, axum::Json(refusal)).into_response());
    };
    let call = Call {
        sid: exchange.sid(),
        number: number.into(),
        way: Way::ToCustomer,
        stage: Stage::Ringing,
        since: exchange.clock.now(),
        legs: values(script, "statusCallback"),
        dialled,
    };
    let sid = call.sid.clone();
    if locked(&exchange.line).is_some() {
        let refusal = json!({ "code": 21211, "message": "The line is busy" });
        return Ok((StatusCode::BAD_REQUEST, axum::Json(refusal)).into_response());
    }
    exchange.set(Some(call));
    Ok((StatusCode::CREATED, axum::Json(json!({ "sid": sid, "status": "queued" }))).into_response())
}

/// The values of an attribute in TwiML of the shop's making, which escapes as XML does.
fn values(script: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    let found = script.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    found
        .map(|value| {
            value
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_twiml() {
        let script = "<Response><Dial timeout=\"25\" action=\"http://a/dialled\" callerId=\"+48\"><Client \
                      statusCallback=\"http://a/leg?extension=x&amp;y=1\">x</Client></Dial></Response>";
        assert_eq!(values(script, "statusCallback"), ["http://a/leg?extension=x&y=1"]);
        assert_eq!(values(script, "action"), ["http://a/dialled"]);
        assert_eq!(values(script, "recording"), [""; 0]);
    }
}
