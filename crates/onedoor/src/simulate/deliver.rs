//! Webhooks on their way: one after the other, each again until it is taken, as the providers do.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Method, header};
use engage::connectors::http;
use serde_json::Value;
use tokio::sync::mpsc;

use super::Sim;

/// Pauses between tries; after the last one it is given up. Real providers go on for hours.
const PAUSES_MS: &[u64] = &[100, 500, 1_000, 2_000, 4_000, 8_000, 16_000];
const REMEMBERED_MAX: usize = 1_000;

pub struct Courier {
    webhook: Option<String>,
    send: mpsc::UnboundedSender<Value>,
    receive: Mutex<Option<mpsc::UnboundedReceiver<Value>>>,
    /// All that went, for those who want it again.
    went: Mutex<Vec<Value>>,
    /// What had nowhere to go yet.
    held: Mutex<Vec<Value>>,
}

impl Courier {
    pub fn new(webhook: Option<String>) -> Courier {
        let (send, receive) = mpsc::unbounded_channel();
        let receive = Mutex::new(Some(receive));
        Courier { webhook, send, receive, went: Mutex::default(), held: Mutex::default() }
    }

    pub fn bring(&self, call: Value) {
        let mut went = self.went.lock().unwrap_or_else(PoisonError::into_inner);
        if went.len() < REMEMBERED_MAX {
            went.push(call.clone());
        }
        // The receiver lives as long as the process.
        self.send.send(call).ok();
    }

    /// There is a webhook now: what was held goes to it.
    pub fn release(&self) {
        let held = std::mem::take(&mut *self.held.lock().unwrap_or_else(PoisonError::into_inner));
        for call in held {
            self.send.send(call).ok();
        }
    }

    fn hold(&self, call: &Value) {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).push(call.clone());
    }

    /// Brings all of it once more, from the last to the first: providers promise no order.
    pub fn bring_again(&self) -> usize {
        let went = self.went.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for call in went.iter().rev() {
            self.send.send(call.clone()).ok();
        }
        went.len()
    }

    /// What nobody has fetched yet, of those that are fetched and not brought.
    pub fn waiting(&self) -> Vec<Value> {
        self.went.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn forget_up_to(&self, is_old: impl Fn(&Value) -> bool) {
        let mut went = self.went.lock().unwrap_or_else(PoisonError::into_inner);
        went.retain(|call| !is_old(call));
    }
}

pub async fn keep_delivering(sim: Sim) {
    let receive = sim.courier.receive.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(mut receive) = receive else { return };
    while let Some(call) = receive.recv().await {
        sim.news.notify_waiters();
        deliver(&sim, &call).await;
    }
}

async fn deliver(sim: &Sim, call: &Value) {
    let body = body_of(call);
    for pause in PAUSES_MS {
        let set = sim.world.things().webhook.clone().map(|(url, _)| url);
        let Some(url) = set.or(sim.courier.webhook.clone()) else {
            return sim.courier.hold(call);
        };
        let mut headers = (sim.provider.sign)(sim, &body);
        headers.push((header::CONTENT_TYPE, "application/json".into()));
        let answered = http::send(Method::POST, &url, &headers, body.clone()).await;
        let error = match answered {
            Ok(answer) if answer.is_success() => {
                sim.world.things().webhook_error = None;
                return;
            }
            Ok(answer) => format!("Wrong response from the webhook: {}", answer.status),
            Err(http::Failure::Taken { .. }) => return,
            Err(failure) => failure.into(),
        };
        tracing::warn!(url, error, "the webhook did not take it; will try again");
        sim.world.things().webhook_error = Some(error);
        tokio::time::sleep(Duration::from_millis(*pause)).await;
    }
    tracing::error!("a webhook was given up");
}

/// Meta writes all but ASCII as escapes: who signs a rewritten body finds out here.
fn body_of(call: &Value) -> Vec<u8> {
    let mut escaped = String::new();
    for c in call.to_string().chars() {
        if c.is_ascii() {
            escaped.push(c);
        } else {
            let mut units = [0; 2];
            let written = c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}"));
            escaped.extend(written);
        }
    }
    escaped.into_bytes()
}
