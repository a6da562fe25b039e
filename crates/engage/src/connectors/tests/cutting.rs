//! The line to Twilio, to a door of the shop's own making and to a webhook's receiver is cut at each step of a call. Who
//! takes the calls writes them down; docs/sending.md says how often each may stand there. (Messengers: the simulators'
//! tests in `onedoor`. Kannel: `cargo x sms`.)

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Form, State as Shared};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use customers::accounts::Permit;
use customers::channels::ChannelKind;
use kit::jobs::Workers;
use kit::time::minutes;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::Ctx;
use crate::connectors::twilio::signature::sign;
use crate::connectors::{Provider, http, sms};
use crate::conversations::{ConversationId, State};
use crate::testing::{Cut, HttpLine, Talk, connected, on_each_engine, promised, proven};
use crate::webhooks::{self, DeliveryState, EventKind, NewEndpoint};

const TOKEN: &str = "12345";
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

pub async fn serve(routes: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    at
}

/// What arrived: a text, and by which name a repeat of it is known.
type Taken = Arc<Mutex<Vec<(String, String)>>>;

/// What a test cuts: who calls, by which line, and what the other side wrote down.
struct Calls<'a> {
    talk: &'a Talk,
    ctx: Ctx,
    line: HttpLine,
    taken: Taken,
}

impl<'a> Calls<'a> {
    /// Calls to these routes, which write down what they take; calls to this machine are allowed.
    async fn to(talk: &'a Talk, taken: Taken, routes: Router) -> Calls<'a> {
        let line = HttpLine::to(serve(routes).await).await;
        let ctx = Ctx { allow_private_webhooks: true, ..talk.ctx.clone() };
        Calls { talk, ctx, line, taken }
    }

    /// Answers once for each way in which the line can break: each arrives as often as the page says, under one name.
    async fn each_arrives_as_promised(
        &mut self,
        door: &str,
        asked: ConversationId,
        is_known: impl AsyncFn() -> bool,
    ) {
        let clock = &self.ctx.customers.clock;
        for cut in Cut::ALL {
            let (text, times) = (cut.words(), promised(door, cut.words()));
            self.line.cut_next(cut).await;
            self.talk.answers(asked, text).await.unwrap();
            self.work().await;
            self.line.mend().await;
            if times == 1 && matches!(cut, Cut::BeforeAnswer | Cut::InAnswerHead) {
                until(&is_known).await;
            }
            for _ in 0..2 {
                clock.advance(minutes(6));
                self.work().await;
            }
            assert!(is_known().await, "{door}, cut {text}: it is not done");
            let taken = self.taken.lock().unwrap().clone();
            let names: Vec<_> =
                taken.iter().filter(|(said, _)| said == text).map(|(_, name)| name).collect();
            assert_eq!(names.len(), times, "{door}, cut {text}: {taken:?}");
            assert!(names.iter().all(|name| *name == names[0]), "{door}, cut {text}: {names:?}");
        }
    }

    async fn work(&self) {
        let (customers, handlers) = (&self.ctx.customers, crate::handlers(&self.ctx));
        let workers = Workers::new(customers.db.clone(), customers.clock.clone(), handlers);
        workers.finish().await.unwrap();
    }
}

async fn until(is_so: impl AsyncFn() -> bool) {
    for _ in 0..500 {
        if is_so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("nobody reported that it is there");
}

async fn is_sent(talk: &Talk, conversation: ConversationId) -> bool {
    talk.messages(conversation).await.pop().unwrap().state == State::Sent
}

/// Writes down a signed call of ours by its text and its `webhook-id`.
fn listening(taken: &Taken) -> Router {
    let hear = async |Shared(taken): Shared<Taken>, headers: HeaderMap, Json(body): Json<Value>| {
        let text = body["data"]["message"]["text"].as_str().unwrap().to_string();
        let name = headers["webhook-id"].to_str().unwrap().to_string();
        taken.lock().unwrap().push((text, name));
        "heard"
    };
    Router::new().route("/heard", post(hear)).with_state(taken.clone())
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sms {
    body: String,
    status_callback: String,
}

/// Twilio, as far as an SMS needs it: writes down, names, and reports by a signed webhook what it took.
async fn take_sms(Shared(taken): Shared<Taken>, Form(sms): Form<Sms>) -> (StatusCode, Json<Value>) {
    taken.lock().unwrap().push((sms.body, sms.status_callback.clone()));
    let report = [("MessageSid", "SM1"), ("MessageStatus", "sent")];
    let pairs = report.map(|(name, value)| (name.to_string(), value.to_string()));
    let signature = sign(TOKEN, &sms.status_callback, &pairs);
    let headers = [(HeaderName::from_static("x-twilio-signature"), signature)];
    tokio::spawn(async move {
        let answer = http::post_form(&sms.status_callback, &headers, &report).await.unwrap();
        assert!(answer.is_success(), "{}", answer.text());
    });
    (StatusCode::CREATED, Json(json!({ "sid": "SM1" })))
}

#[tokio::test(flavor = "multi_thread")]
async fn twilio_cut_at_each_step() {
    on_each_engine(async |talk| {
        let taken = Taken::default();
        let path = "/2010-04-01/Accounts/AC1/Messages.json";
        let routes = Router::new().route(path, post(take_sms)).with_state(taken.clone());
        let mut calls = Calls::to(talk, taken, routes).await;
        let hooks = serve(sms::hooks::routes(talk.ctx.clone()).into_router()).await;
        let settings = json!({
            "account_sid": "AC1", "from": "+15005550006", "public_url": format!("http://{hooks}"),
            "api_url": format!("http://{}", calls.line.address()),
        });
        let (kind, secrets) = (ChannelKind::Sms, json!({ "auth_token": TOKEN }));
        let door = connected(&talk.ctx, kind, "SMS", Provider::Twilio, settings, secrets).await;
        let asked = talk.says(&door, &proven("phone:+48601234567"), "1", "Hello?").await;
        let asked = asked.conversation_id;
        calls.each_arrives_as_promised("Twilio SMS", asked, || is_sent(talk, asked)).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_of_the_shops_own_making_cut_at_each_step() {
    on_each_engine(async |talk| {
        let taken = Taken::default();
        let mut calls = Calls::to(talk, taken.clone(), listening(&taken)).await;
        let settings = json!({ "url": format!("http://{}/heard", calls.line.address()) });
        let (kind, secrets) = (ChannelKind::Viber, json!({ "secret": SECRET }));
        let door = connected(&talk.ctx, kind, "Viber", Provider::Own, settings, secrets).await;
        let asked = talk.says(&door, &proven("phone:+48601234567"), "1", "Hello?").await;
        let asked = asked.conversation_id;
        calls.each_arrives_as_promised("own door", asked, || is_sent(talk, asked)).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_cut_at_each_step() {
    on_each_engine(async |talk| {
        let taken = Taken::default();
        let mut calls = Calls::to(talk, taken.clone(), listening(&taken)).await;
        let url = format!("http://{}/heard", calls.line.address());
        let ctx = calls.ctx.clone();
        let asked = talk.says(&talk.store, &proven("phone:+48601234567"), "1", "Hello?").await;
        let new = NewEndpoint { url, events: vec![EventKind::MessageCreated] };
        let (endpoint, _) = webhooks::create(&ctx, &Permit::console(), &new).await.unwrap();
        let all_heard = async || {
            let log = webhooks::deliveries(&ctx, &Permit::console(), endpoint.id).await.unwrap();
            log.1.iter().all(|one| one.state == DeliveryState::Delivered)
        };
        calls.each_arrives_as_promised("webhooks", asked.conversation_id, all_heard).await;
    })
    .await;
}
