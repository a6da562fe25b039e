//! A gateway takes connections, and says nothing for an hour. Another door's messages go as ever; what waits keeps its
//! order, and goes when the gateway is back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{Query, State};
use axum::routing::get;
use customers::channels::{Channel, ChannelKind};
use engage::connectors::{Provider, link};
use engage::conversations::{self, ConversationId, NewReply};
use engage::outbox;
use engage::testing::{Talk, door, on_each_engine, proven};
use kit::Tx;
use kit::jobs::Workers;
use kit::time::minutes;
use serde::Deserialize;
use serde_json::json;
use std::sync::Mutex;
use tokio::sync::watch;

const CUSTOMERS: usize = 20;
const EACH: usize = 5;
/// Real time in which the gateway hangs: longer than a request may take.
const HANGING: Duration = Duration::from_secs(24);
const SAMPLES: usize = 60;
const PATIENCE: Duration = Duration::from_secs(60);

/// A Kannel that can fall silent.
#[derive(Clone, Default)]
struct Gateway {
    hangs: Arc<AtomicBool>,
    open: Arc<AtomicUsize>,
    open_max: Arc<AtomicUsize>,
    took: Arc<Mutex<Vec<(String, String)>>>,
}

#[derive(Deserialize)]
struct Sms {
    to: String,
    text: String,
}

impl Gateway {
    async fn serve(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let routes = axum::Router::new()
            .route("/", get(async |State(this): State<Gateway>| this.answer().await))
            .route("/cgi-bin/sendsms", get(take))
            .with_state(self.clone());
        tokio::spawn(async { axum::serve(listener, routes).await });
        url
    }

    async fn answer(&self) {
        let open = self.open.fetch_add(1, Ordering::SeqCst) + 1;
        self.open_max.fetch_max(open, Ordering::SeqCst);
        let _closes = Closes(self);
        while self.hangs.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn took(&self) -> Vec<(String, String)> {
        self.took.lock().expect("no panic").clone()
    }
}

struct Closes<'a>(&'a Gateway);

impl Drop for Closes<'_> {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::SeqCst);
    }
}

async fn take(State(this): State<Gateway>, Query(sms): Query<Sms>) -> &'static str {
    this.answer().await;
    this.took.lock().expect("no panic").push((sms.to, sms.text));
    "0: Accepted for delivery"
}

async fn connected(talk: &Talk, name: &str, gateway: &Gateway) -> Arc<Channel> {
    let channel = door(&talk.ctx, ChannelKind::Sms, name, None).await;
    let settings = json!({
        "url": gateway.serve().await, "username": "shop", "from": "7123", "public_url": "http://127.0.0.1:9",
    });
    let secrets = json!({ "password": "any", "hook_secret": "any" });
    let (keys, now) = (&talk.ctx.secrets, talk.ctx.customers.clock.now());
    let save =
        |tx: &Tx| link::save(tx, keys, channel.id, Provider::Kannel, &settings, &secrets, now);
    talk.ctx.customers.db.write(save).await.expect("is connected");
    channel
}

/// One conversation for each customer who wrote there.
async fn asked(talk: &Talk, channel: &Arc<Channel>, prefix: &str) -> Vec<ConversationId> {
    let mut all = Vec::new();
    for n in 0..CUSTOMERS {
        let who = proven(&format!("phone:+4860{prefix}{n:05}"));
        all.push(talk.says(channel, &who, &format!("{n}"), "Is it open?").await.conversation_id);
    }
    all
}

async fn answer(talk: &Talk, conversation: ConversationId, text: String) {
    let new = NewReply { body: text, ..NewReply::default() };
    conversations::reply(&talk.ctx, &talk.staff(), conversation, &new).await.expect("is queued");
}

/// How long an answer takes to its gateway: the slowest but one of a hundred, and the middle one.
async fn measured(
    talk: &Talk,
    gateway: &Gateway,
    asked: &[ConversationId],
    what: &str,
) -> Duration {
    let mut taken = Vec::new();
    for n in 0..SAMPLES {
        let (started, text) = (Instant::now(), format!("{what} {n}"));
        answer(talk, asked[n % asked.len()], text.clone()).await;
        until("an answer went out", || gateway.took().iter().any(|(_, said)| *said == text)).await;
        taken.push(started.elapsed());
    }
    taken.sort();
    let (p50, p99) = (taken[SAMPLES / 2], taken[SAMPLES * 99 / 100]);
    println!("{what}: p50 {p50:?}, p99 {p99:?}");
    p99
}

async fn until(what: &str, mut look: impl FnMut() -> bool) {
    let give_up = Instant::now() + PATIENCE;
    while !look() {
        assert!(Instant::now() < give_up, "waited in vain until {what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a minute; `cargo x doors` runs it"]
async fn a_gateway_that_hangs_for_an_hour_hurts_its_own_queue_only() {
    on_each_engine(async |talk| {
        let (good, bad) = (Gateway::default(), Gateway::default());
        let (quick, slow) =
            (connected(talk, "Good", &good).await, connected(talk, "Bad", &bad).await);
        let (by_quick, by_slow) = (asked(talk, &quick, "12").await, asked(talk, &slow, "34").await);
        let customers = &talk.ctx.customers;
        let workers = Workers::new(
            customers.db.clone(),
            customers.clock.clone(),
            engage::handlers(&talk.ctx),
        );
        let (stop, stopped) = watch::channel(false);
        let working = tokio::spawn(workers.keep_working(stopped));
        let before = measured(talk, &good, &by_quick, "both answer").await;

        bad.hangs.store(true, Ordering::SeqCst);
        for nth in 0..EACH {
            for conversation in &by_slow {
                answer(talk, *conversation, nth.to_string()).await;
            }
        }
        let hung = Instant::now();
        let while_hanging = measured(talk, &good, &by_quick, "one hangs").await;
        assert!(
            while_hanging < before * 5 + Duration::from_millis(200),
            "{while_hanging:?} while the other hangs, {before:?} before"
        );
        // The hour goes by while requests run into their time limit.
        for _ in 0..6 {
            tokio::time::sleep(HANGING.saturating_sub(hung.elapsed()) / 3).await;
            customers.clock.advance(minutes(10));
        }
        measured(talk, &good, &by_quick, "one hangs for an hour").await;
        assert!(
            bad.open_max.load(Ordering::SeqCst) <= 8,
            "so many requests hang: {bad_open:?}",
            bad_open = bad.open_max
        );
        let all = (CUSTOMERS * EACH) as i64;
        assert_eq!(waiting(talk, &slow).await, (all, 0), "all of it waits, none is given up");

        bad.hangs.store(false, Ordering::SeqCst);
        for _ in 0..100 {
            customers.clock.advance(minutes(1));
            tokio::time::sleep(Duration::from_millis(100)).await;
            if waiting(talk, &slow).await == (0, 0) {
                break;
            }
        }
        stop.send(true).expect("it works");
        working.await.expect("no panic");
        assert_eq!(waiting(talk, &slow).await, (0, 0));
        let took = bad.took();
        assert_eq!(took.len(), CUSTOMERS * EACH, "each once");
        for n in 0..CUSTOMERS {
            let to = format!("+486034{n:05}");
            let texts: Vec<_> =
                took.iter().filter(|(who, _)| *who == to).map(|(_, text)| text.as_str()).collect();
            assert_eq!(texts, ["0", "1", "2", "3", "4"], "{to}");
        }
    })
    .await;
}

/// What waits at a door, and what was given up there.
async fn waiting(talk: &Talk, door: &Channel) -> (i64, i64) {
    let queues = talk.ctx.customers.db.read(kit::jobs::queues).await.expect("reads");
    let name = outbox::queue_of(door.id);
    let queue = queues.into_iter().find(|queue| queue.name == name).expect("it sends");
    (queue.waiting, queue.dead)
}
