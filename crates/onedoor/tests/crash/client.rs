//! Somebody who posts calls, and remembers what was answered: what was not is sent again, as SDKs do.

use std::net::SocketAddr;

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpStream;

use crate::server::Doors;

/// Few, so that clients meet on the same people.
const PEOPLE: u64 = 40;
const BATCH_CALLS_MAX: u64 = 30;

/// xorshift64*: enough for a test, and the same on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, end: u64) -> u64 {
        // A first step away from small seeds.
        let mut x = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        x ^= x >> 12;
        x ^= x << 25;
        x ^= x >> 27;
        self.0 = x;
        (x.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % end
    }
}

/// One call, as far as the checks ask.
#[derive(Clone, Debug)]
pub struct Sent {
    /// What it carries, and no other call.
    pub mark: String,
    pub round: u64,
    pub person: u64,
    /// It says that the account and the device are one person's.
    pub signs_in: bool,
    /// And it came with the secret key, so that the e-mail is theirs too.
    pub proves_email: bool,
    pub is_order: bool,
}

/// One request as it stands on the wire, and its calls.
struct Post {
    path: &'static str,
    trusted: bool,
    body: Bytes,
    calls: Vec<Sent>,
    answered: bool,
}

pub struct Client {
    name: u64,
    random: Random,
    doors: Doors,
    posts: Vec<Post>,
    calls_made: u64,
    round: u64,
}

impl Client {
    pub fn new(name: u64, seed: u64, doors: Doors) -> Client {
        Client { name, random: Random(seed), doors, posts: Vec::new(), calls_made: 0, round: 0 }
    }

    /// Every call that left here.
    pub fn sent(&self) -> impl Iterator<Item = &Sent> {
        self.posts.iter().flat_map(|post| &post.calls)
    }

    /// Those whose request was answered with 2xx.
    pub fn answered(&self) -> impl Iterator<Item = &Sent> {
        self.posts.iter().filter(|post| post.answered).flat_map(|post| &post.calls)
    }

    /// Posts to one server after another, until one of them does not answer.
    pub async fn post_until_broken(&mut self, servers: &[SocketAddr]) {
        self.round += 1;
        let mut lines = Vec::new();
        for &server in servers {
            lines.push(Line::open(server).await);
        }
        loop {
            let post = self.make_post();
            let at = self.random.below(lines.len() as u64) as usize;
            self.posts.push(post);
            let post = self.posts.last_mut().expect("just pushed");
            let Some(line) = &mut lines[at] else { return };
            match line.post(post, &self.doors).await {
                Some(StatusCode::OK) => post.answered = true,
                Some(status) => panic!("{status} for {:?}", post.body),
                None => return,
            }
        }
    }

    /// Sends again what was not answered, and some of what was: the answer may have been lost on its way.
    pub async fn send_again(&mut self, servers: &[SocketAddr]) {
        let recent = self.posts.len().saturating_sub(3);
        let again = self.posts.iter_mut().enumerate();
        for (_, post) in again.filter(|(at, post)| !post.answered || *at >= recent) {
            let at = self.random.below(servers.len() as u64) as usize;
            let mut line = Line::open(servers[at]).await.expect("the server is there again");
            assert_eq!(line.post(post, &self.doors).await, Some(StatusCode::OK));
            post.answered = true;
        }
    }

    fn make_post(&mut self) -> Post {
        let single = self.random.below(3) == 0;
        let count = if single { 1 } else { 1 + self.random.below(BATCH_CALLS_MAX) };
        // What is proven joins, what is typed in does not: both happen.
        let trusted = self.random.below(2) == 0;
        let made: Vec<(Sent, Value)> = (0..count).map(|_| self.make_call(trusted)).collect();
        let (calls, bodies): (Vec<Sent>, Vec<Value>) = made.into_iter().unzip();
        let (path, body) = match (single, &bodies[0]["type"]) {
            (true, kind) if kind == "identify" => ("/v1/identify", bodies[0].to_string()),
            (true, _) => ("/v1/track", bodies[0].to_string()),
            (false, _) => ("/v1/batch", json!({ "batch": bodies }).to_string()),
        };
        Post { path, trusted, body: body.into(), calls, answered: false }
    }

    fn make_call(&mut self, trusted: bool) -> (Sent, Value) {
        self.calls_made += 1;
        let mark = format!("{}-{}", self.name, self.calls_made);
        let person = self.random.below(PEOPLE);
        let (account, device) = (format!("account-{person}"), format!("device-{person}"));
        let kind = self.random.below(10);
        let mut call = match kind {
            0..4 => json!({ "type": "track", "event": "Product Viewed", "anonymousId": device,
                "properties": { "mark": mark } }),
            4..7 => json!({ "type": "track", "event": "Cart Shared", "userId": account,
                "properties": { "mark": mark } }),
            7 => json!({ "type": "track", "event": "Order Completed", "userId": account,
                "properties": { "mark": mark, "order_id": format!("order-{mark}"), "total": 73.5 } }),
            _ => json!({ "type": "identify", "userId": account, "anonymousId": device,
                "traits": { "mark": mark, "email": format!("p{person}@example.com"), "email_verified": true } }),
        };
        call["messageId"] = json!(mark);
        // Some clients tell their time, others leave it to us.
        if self.random.below(2) == 0 {
            call["timestamp"] = json!(kit::Clock::System.now());
        }
        let (is_order, signs_in) = (kind == 7, kind > 7);
        let proves_email = signs_in && trusted;
        (Sent { mark, round: self.round, person, signs_in, proves_email, is_order }, call)
    }
}

/// A connection that is kept.
pub struct Line {
    server: SocketAddr,
    sender: SendRequest<Full<Bytes>>,
}

impl Line {
    pub async fn open(server: SocketAddr) -> Option<Line> {
        let stream = TcpStream::connect(server).await.ok()?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(connection);
        Some(Line { server, sender })
    }

    async fn post(&mut self, post: &Post, doors: &Doors) -> Option<StatusCode> {
        let key = if post.trusted { &doors.secret_key } else { &doors.write_key };
        self.ask("POST", post.path, key, post.body.clone()).await.map(|(status, _)| status)
    }

    /// The whole answer; `None` when the line broke before its end.
    pub async fn ask(
        &mut self,
        method: &str,
        path: &str,
        key: &str,
        body: Bytes,
    ) -> Option<(StatusCode, Bytes)> {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(header::HOST, self.server.to_string());
        let request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
        let request = request.body(Full::new(body)).expect("a request of ours is well formed");
        let answer = self.sender.send_request(request).await.ok()?;
        let status = answer.status();
        Some((status, answer.into_body().collect().await.ok()?.to_bytes()))
    }
}
