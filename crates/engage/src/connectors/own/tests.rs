//! A door of the shop's own making, through the real routes and a real server on this machine.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, header};
use axum::routing::post;
use customers::channels::{self, Channel, ChannelKind, NewChannel};
use expect_test::expect;
use kit::Tx;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tower::ServiceExt as _;

use crate::choices::Choice;
use crate::connectors::{Provider, link};
use crate::conversations::{NewReply, reply};
use crate::testing::{Talk, on_each_engine};
use crate::webhooks::sign;

/// A server that writes down what it is called with, and answers as it is told.
pub async fn listening(
    status: u16,
    answer: &'static str,
) -> (String, UnboundedReceiver<(HeaderMap, String)>) {
    let (heard, hears) = unbounded_channel();
    let hear = move |headers: HeaderMap, body: Bytes| {
        let heard = heard.clone();
        async move {
            let body = String::from_utf8(body.to_vec()).unwrap();
            heard.send((headers, body)).unwrap();
            (axum::http::StatusCode::from_u16(status).unwrap(), answer)
        }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/heard", listener.local_addr().unwrap());
    let router = Router::new().route("/heard", post(hear));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (url, hears)
}

async fn open(talk: &Talk, url: &str, secret: &str) -> (Arc<Channel>, String) {
    let now = talk.ctx.customers.clock.now();
    let new = NewChannel { kind: ChannelKind::Viber, name: "Viber".into() };
    let make = |tx: &Tx| {
        let (channel, key) = channels::create(tx, &new, now)?;
        let (settings, secrets) = (json!({ "url": url }), json!({ "secret": secret }));
        link::save(tx, &talk.ctx.secrets, channel.id, Provider::Own, &settings, &secrets, now)?;
        Ok((Arc::new(channel), key.0))
    };
    talk.ctx.customers.db.write(make).await.unwrap()
}

async fn call(talk: &Talk, key: &str, path: &str, body: Value) -> (u16, Value) {
    let router = super::routes(talk.ctx.clone()).into_router();
    let request = Request::post(path).header(header::AUTHORIZATION, format!("Bearer {key}"));
    let request = request.body(Body::from(body.to_string())).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), 100_000).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

fn says(id: &str, text: &str) -> Value {
    json!({ "id": id, "text": text, "from": { "id": "vb-17", "name": "Anna", "phone": "+48601234567" } })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_comes_in_and_the_answer_goes_out_signed() {
    on_each_engine(async |talk| {
        let mut talk_ctx = talk.ctx.clone();
        talk_ctx.allow_private_webhooks = true;
        let (url, mut hears) = listening(200, r#"{"id": "their-9"}"#).await;
        let secret = sign::random_secret().unwrap();
        let (viber, key) = open(talk, &url, &secret).await;
        let (status, taken) = call(talk, &key, "/v1/messages", says("m-1", "Hello")).await;
        assert_eq!(status, 201);
        let (again, same) = call(talk, &key, "/v1/messages", says("m-1", "Hello")).await;
        assert_eq!((again, &same), (200, &taken), "the same id is the same message");
        let conversation = taken["conversation"].as_str().unwrap().parse().unwrap();
        let sent = talk.answers(conversation, "Good morning!").await.unwrap();
        let workers = kit::jobs::Workers::new(
            talk_ctx.customers.db.clone(),
            talk_ctx.customers.clock.clone(),
            crate::handlers(&talk_ctx),
        );
        workers.finish().await.unwrap();
        let (headers, body) = hears.recv().await.unwrap();
        assert_eq!(headers["webhook-id"].to_str().unwrap(), sent.to_string());
        let now = talk.ctx.customers.clock.now();
        let expected = sign::headers(&[&secret], &sent.to_string(), now, &body).unwrap();
        assert_eq!(headers["webhook-signature"].to_str().unwrap(), expected[2].1);
        let body: Value = serde_json::from_str(&body).unwrap();
        let message = &body["data"]["message"];
        let shown = json!({ "type": body["type"], "to": message["to"], "text": message["text"], "by": message["author"]["kind"] });
        expect![[r#"{"type":"message.send","to":"vb-17","text":"Good morning!","by":"agent"}"#]]
            .assert_eq(&shown.to_string());

        let path = format!("/v1/messages/{sent}/reports");
        let report = json!({ "state": "read" });
        assert_eq!(call(talk, &key, &path, report.clone()).await.0, 204);
        expect![[r#"
            [
                "customer by Viber: Hello (received)",
                "agent by Viber: Good morning! (read)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(conversation).await);
        // Another door's key reports nothing about it.
        let (_, other) = open(talk, &url, &secret).await;
        assert_eq!(call(talk, &other, &path, report).await.0, 404);
        assert_eq!(call(talk, &viber.write_key, "/v1/messages", says("m-2", "Hi")).await.0, 403);
        let nobody = json!({ "id": "m-3", "text": "Hi", "from": { "id": " " } });
        assert_eq!(call(talk, &key, "/v1/messages", nobody).await.1["code"], "bad_sender");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_chosen_goes_along_and_the_choice_comes_back() {
    on_each_engine(async |talk| {
        let mut ctx = talk.ctx.clone();
        ctx.allow_private_webhooks = true;
        let (url, mut hears) = listening(200, "").await;
        let (_, key) = open(talk, &url, &sign::random_secret().unwrap()).await;
        let (_, taken) = call(talk, &key, "/v1/messages", says("m-1", "Hello")).await;
        let conversation = taken["conversation"].as_str().unwrap().parse().unwrap();
        let choices = Choice::of_titles(["Kraków", "Gdańsk"]);
        let new = NewReply { body: "In which store?".into(), choices, ..NewReply::default() };
        let offer = reply(&talk.ctx, &talk.staff(), conversation, &new).await.unwrap();
        let (db, clock) = (ctx.customers.db.clone(), ctx.customers.clock.clone());
        kit::jobs::Workers::new(db, clock, crate::handlers(&ctx)).finish().await.unwrap();
        let body: Value = serde_json::from_str(&hears.recv().await.unwrap().1).unwrap();
        let told = &body["data"]["message"];
        assert_eq!(told["text"], "In which store?");
        assert_eq!(told["choices"][1], json!({ "id": "2", "title": "Gdańsk" }));
        talk.ctx.customers.clock.advance(kit::time::minutes(1));
        let mut chosen = says("m-2", "The second one");
        chosen["replyTo"] = json!(offer);
        chosen["choice"] = json!("2");
        assert_eq!(call(talk, &key, "/v1/messages", chosen).await.0, 201);
        let last = talk.messages(conversation).await.pop().unwrap();
        let tell = |tx: &Tx| crate::webhooks::events::told(tx, &last);
        let told = talk.ctx.customers.db.read(tell).await.unwrap();
        let shown = json!({ "text": told["text"], "chosen": told["chosen"] });
        let expected = json!({
            "text": "Gdańsk", "chosen": { "message": offer, "id": "2", "title": "Gdańsk" },
        });
        assert_eq!(shown, expected);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_server_refuses_is_shown_to_people() {
    on_each_engine(async |talk| {
        let mut ctx = talk.ctx.clone();
        ctx.allow_private_webhooks = true;
        let (url, mut hears) = listening(422, "no such person").await;
        let (viber, key) = open(talk, &url, &sign::random_secret().unwrap()).await;
        let (_, taken) = call(talk, &key, "/v1/messages", says("m-1", "Hello")).await;
        let conversation = taken["conversation"].as_str().unwrap().parse().unwrap();
        talk.answers(conversation, "Good morning!").await.unwrap();
        let (db, clock) = (ctx.customers.db.clone(), ctx.customers.clock.clone());
        kit::jobs::Workers::new(db, clock, crate::handlers(&ctx)).finish().await.unwrap();
        hears.recv().await.unwrap();
        let last = talk.messages(conversation).await.pop().unwrap();
        assert_eq!(last.error.as_deref(), Some("the door's server answered 422"));
        assert_eq!(talk.drop_dead(&viber).await, ["the door's server answered 422"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_to_this_machine_unless_it_is_allowed() {
    on_each_engine(async |talk| {
        let (url, mut hears) = listening(200, "").await;
        let (viber, key) = open(talk, &url, &sign::random_secret().unwrap()).await;
        let (_, taken) = call(talk, &key, "/v1/messages", says("m-1", "Hello")).await;
        let conversation = taken["conversation"].as_str().unwrap().parse().unwrap();
        talk.answers(conversation, "Good morning!").await.unwrap();
        talk.work().await;
        assert!(hears.try_recv().is_err());
        let queue = crate::outbox::queue_of(viber.id);
        let queues = talk.ctx.customers.db.read(kit::jobs::queues).await.unwrap();
        let waiting = queues.iter().find(|one| one.name == queue).unwrap();
        let why = waiting.error.clone().unwrap_or_default();
        assert!(why.contains("https://"), "{why}");
        // It goes when somebody has mended it.
        let mut ctx = talk.ctx.clone();
        ctx.allow_private_webhooks = true;
        talk.ctx.customers.clock.advance(kit::time::minutes(2));
        let (db, clock) = (ctx.customers.db.clone(), ctx.customers.clock.clone());
        kit::jobs::Workers::new(db, clock, crate::handlers(&ctx)).finish().await.unwrap();
        assert!(hears.try_recv().is_ok());
    })
    .await;
}
