//! Chats that are open while nobody says anything: each visitor has said one thing, and listens.

use std::net::{Ipv4Addr, SocketAddr};

use serde_json::Value;
use tokio::task::JoinSet;

use super::stream::Stream;
use crate::http::Connection;
use crate::report::Report;
use crate::stage::Stage;
use crate::{Bench, Outcome};

const CHATS: usize = 10_000;
/// One address may say only so much a minute: visitors come from as many as a shop's visitors would.
const FROM_ONE_ADDRESS: usize = 50;
/// What is opened at one time.
const AT_ONCE: usize = 100;

pub async fn measure(bench: &Bench, stage: &Stage, report: &mut Report) -> Outcome {
    println!("\n{CHATS} chats");
    let key = stage.place.add_door_of(&bench.onedoor, "chat")?.write;
    let mut sessions = Vec::with_capacity(CHATS);
    for first in (0..CHATS).step_by(AT_ONCE) {
        let mut saying = JoinSet::new();
        for visitor in first..first + AT_ONCE {
            saying.spawn_local(say(stage.server.address, key.clone(), visitor));
        }
        while let Some(said) = saying.join_next().await {
            sessions.push(said.map_err(|error| error.to_string())??);
        }
    }
    let before = stage.server.memory_mb();
    let mut open = Vec::with_capacity(CHATS);
    for (nth, session) in sessions.iter().enumerate() {
        let request = format!(
            "GET /v1/chat/stream HTTP/1.1\r\nHost: onedoor\r\nAuthorization: Bearer {key}\r\n\
             Onedoor-Session: {session}\r\n\r\n"
        );
        let stream = Stream::open(stage.server.address, address_of(nth), &request).await;
        open.push(stream.map_err(|error| format!("chat {nth}: {error}"))?);
    }
    let after = stage.server.memory_mb();
    let engine = stage.name();
    report.figure(format!("{CHATS} open chats: memory of the server"), &engine, after, "MB");
    let each = (after - before) * 1_024.0 / CHATS as f64;
    report.figure(format!("{CHATS} open chats: memory of each"), &engine, each, "KB");
    drop(open);
    report.tell()
}

fn address_of(visitor: usize) -> Ipv4Addr {
    let [high, low] = (1 + (visitor / FROM_ONE_ADDRESS) as u16).to_be_bytes();
    Ipv4Addr::new(127, 1, high, low)
}

/// A first message; the session that the server gives for it.
async fn say(address: SocketAddr, key: String, visitor: usize) -> Outcome<String> {
    let body = format!(
        "{{\"id\":\"visitor-message-{visitor:06}\",\"anonymousId\":\"visitor-{visitor:06}\",\"text\":\"Do the cups come in blue?\"}}"
    );
    let request = format!(
        "POST /v1/chat/messages HTTP/1.1\r\nHost: onedoor\r\nAuthorization: Bearer {key}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let failed = |error: std::io::Error| format!("visitor {visitor}: {error}");
    let mut connection = Connection::from(address_of(visitor), address).await.map_err(failed)?;
    let answer = connection.ask(request.as_bytes()).await.map_err(failed)?;
    let told: Value =
        serde_json::from_slice(connection.body()).map_err(|error| error.to_string())?;
    let session = told["session"].as_str();
    session
        .map(str::to_string)
        .ok_or_else(|| format!("visitor {visitor}: {} {told}", answer.status))
}
