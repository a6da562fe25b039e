//! A shop with a door to a simulated messenger, both listening on this machine.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::Method;
use customers::channels::{Channel, ChannelKind};
use engage::connectors::{self, http};
use engage::testing::{HttpLine, Talk, connected};
use kit::time::{minutes, seconds};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::simulate::{Options, Provider, Sim, start};

const PATIENCE: Duration = Duration::from_secs(20);
/// How much of the shop's time passes while a test looks again.
const LATER: i64 = seconds(1) / 10;
pub const ACCOUNT: &str = "100200300";
pub const SECRET: &str = "s3cret";

pub struct Play<'a> {
    pub talk: &'a Talk,
    pub door: Arc<Channel>,
    /// By which the door reaches the simulator.
    pub line: HttpLine,
    sim: Sim,
}

impl<'a> Play<'a> {
    pub async fn open(
        talk: &'a Talk,
        simulated: Provider,
        (kind, provider, hook): (ChannelKind, connectors::Provider, &str),
        settings: Value,
        secrets: Value,
    ) -> Play<'a> {
        let (listener, at) = listen().await;
        let line = HttpLine::to(at).await;
        let (shop, shop_at) = listen().await;
        let mut settings = settings;
        // Meta's addresses have the version in them.
        let version = if kind == ChannelKind::Telegram { "" } else { "/v23.0" };
        settings["api_url"] = json!(format!("http://{}{version}", line.address()));
        if settings["public_url"].is_null() {
            settings["public_url"] = json!(format!("http://{shop_at}"));
        }
        let door = connected(&talk.ctx, kind, simulated.name, provider, settings, secrets).await;
        let routes = connectors::hooks::routes(talk.ctx.clone()).into_router();
        tokio::spawn(async move { axum::serve(shop, routes).await });
        let options = Options {
            webhook: (!hook.is_empty())
                .then(|| format!("http://{shop_at}/hooks/{}/{hook}", door.id)),
            secret: SECRET.into(),
            token: Some("EAAJ".into()),
            account: ACCOUNT.into(),
        };
        let clock = talk.ctx.customers.clock.clone();
        let sim = start(simulated, options, listener, clock).unwrap();
        Play { talk, door, line, sim }
    }

    /// Somebody does something on the phone.
    pub async fn phone(&self, what: &str, fields: &[(&str, &str)]) -> Value {
        let url = format!("{}/phone/{what}", self.sim.own_url);
        let answer = http::post_form(&url, &[], fields).await.unwrap();
        assert!(answer.is_success(), "{what}: {}", answer.text());
        serde_json::from_slice(&answer.body).unwrap()
    }

    /// A picture, from the phone's camera.
    pub async fn picture(&self, caption: &str, content: &[u8]) {
        let url = format!("{}/phone/say", self.sim.own_url);
        let mut body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{caption}\r\n--b\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"lamp.jpg\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--b--\r\n");
        let kind = "multipart/form-data; boundary=b".to_string();
        let headers = [(axum::http::header::CONTENT_TYPE, kind)];
        let answer = http::send(Method::POST, &url, &headers, body).await.unwrap();
        assert!(answer.is_success(), "{}", answer.text());
    }

    /// What stands on the phone, oldest first.
    pub async fn seen(&self) -> Vec<String> {
        let url = format!("{}/phone/state", self.sim.own_url);
        let answer = http::send(Method::GET, &url, &[], Vec::new()).await.unwrap();
        let state: Value = serde_json::from_slice(&answer.body).unwrap();
        let lines = state["lines"].as_array().unwrap().clone();
        let shown = lines.into_iter().filter(|line| line["is_from_shop"] == true).map(|line| {
            let file = line["file"]["name"].as_str().map_or(String::new(), |it| format!(" [{it}]"));
            let text = line["text"].as_str().unwrap().replace('\n', " / ");
            format!("{text}{file} ({})", line["state"].as_str().unwrap())
        });
        shown.collect()
    }

    /// Lets the jobs be done, and the webhooks arrive, until it is so.
    pub async fn until(&self, what: &str, mut is_so: impl AsyncFnMut() -> bool) {
        let give_up = Instant::now() + PATIENCE;
        loop {
            self.talk.work().await;
            if is_so().await {
                return;
            }
            if Instant::now() >= give_up {
                let queues = self.talk.ctx.customers.db.read(kit::jobs::queues).await;
                panic!("waited in vain until {what}: {:?}, {queues:?}", self.seen().await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
            // Who was too busy to answer is asked again, in the shop's own time.
            self.talk.ctx.customers.clock.advance(LATER);
        }
    }

    /// Waits until the conversation of this person reads so long; a minute passes.
    pub async fn until_said(&self, identity: &str, count: usize) {
        self.until(&format!("{count} messages"), async || {
            if self.talk.shop.who(identity).await.is_none() {
                return false;
            }
            let conversation = self.talk.conversation_of(identity).await;
            self.talk.messages(conversation).await.len() >= count
        })
        .await;
        // What is said next is said later.
        self.talk.ctx.customers.clock.advance(minutes(1));
    }

    /// Waits until the newest message has got so far.
    pub async fn until_state(&self, identity: &str, state: engage::conversations::State) {
        self.until(&format!("it is {}", state.as_str()), async || {
            let conversation = self.talk.conversation_of(identity).await;
            let messages = self.talk.messages(conversation).await;
            messages.last().is_some_and(|last| last.state == state)
        })
        .await;
    }
}

async fn listen() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    (listener, at)
}
