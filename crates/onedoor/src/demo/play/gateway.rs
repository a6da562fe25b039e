//! SMS on their way: the side of a Kannel that the shop's SMS door speaks with (user guide of 1.4.5, chapters 9 and 10).
//!
//! The shop sends by `GET /cgi-bin/sendsms`; the telephone has it a moment later, and the gateway reports so where it was
//! told to. What the customer sends is brought to the address that the door gave.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::{Method, StatusCode};
use engage::connectors::http::{self, is_same_secret};
use kit::{Clock, Error, Result, Time};
use serde::Deserialize;

use super::news::News;
use crate::app::App;

/// What is older is forgotten.
const TEXTS_MAX: usize = 500;
const TEXT_CHARS_MAX: usize = 1_000;
/// As long as a message takes through the air.
const AIR: Duration = Duration::from_millis(600);
/// What a report says: the centre has it; the telephone has it.
const ACCEPTED: &str = "8";
const DELIVERED: &str = "1";

#[derive(Clone, Debug)]
pub struct Text {
    /// The customer's number.
    pub number: String,
    pub is_from_shop: bool,
    pub text: String,
    pub at: Time,
    pub is_read: bool,
}

pub struct Gateway {
    clock: Clock,
    news: News,
    /// By which the shop is let in.
    pub password: String,
    /// The shop's number.
    pub number: String,
    /// Where the shop takes what customers send; known once its door is connected.
    hook: Mutex<String>,
    texts: Mutex<Vec<Text>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Gateway {
    pub fn new(clock: Clock, news: News, number: &str, password: String) -> Gateway {
        let (hook, texts) = (Mutex::default(), Mutex::default());
        Gateway { clock, news, password, number: number.into(), hook, texts }
    }

    pub fn set_hook(&self, hook: String) {
        *locked(&self.hook) = hook;
    }

    /// What went to and from this number, the oldest first.
    pub fn texts(&self, number: &str) -> Vec<Text> {
        locked(&self.texts).iter().filter(|text| text.number == number).cloned().collect()
    }

    pub fn unread(&self, number: &str) -> usize {
        self.texts(number).iter().filter(|text| text.is_from_shop && !text.is_read).count()
    }

    pub fn read(&self, number: &str) {
        let mut texts = locked(&self.texts);
        let new = texts.iter_mut().filter(|text| text.number == number && !text.is_read);
        let count = new.map(|text| text.is_read = true).count();
        drop(texts);
        if count > 0 {
            self.news.tell();
        }
    }

    fn keep(&self, number: &str, is_from_shop: bool, text: &str) {
        let is_read = !is_from_shop;
        let (number, text, at) = (number.to_string(), text.to_string(), self.clock.now());
        let mut texts = locked(&self.texts);
        if texts.len() == TEXTS_MAX {
            texts.remove(0);
        }
        texts.push(Text { number, is_from_shop, text, at, is_read });
        drop(texts);
        self.news.tell();
    }

    /// The customer sends an SMS.
    pub async fn send(&self, number: &str, text: &str) -> Result<()> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX {
            let detail = format!("An SMS has 1 to {TEXT_CHARS_MAX} characters here.");
            return Err(Error::bad_input("bad_sms", detail));
        }
        let id = kit::id::to_base32(kit::id::uuid_v7(self.clock.now()));
        let fields = [("from", number), ("to", &self.number), ("id", &id), ("text", text)];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let url = format!("{}?{query}", locked(&self.hook));
        match http::send(Method::GET, &url, &[], Vec::new()).await {
            Ok(answer) if answer.is_success() => {
                self.keep(number, false, text);
                Ok(())
            }
            Ok(answer) => Err(Error::conflict("sms_refused", answer.text())),
            Err(failure) => Err(Error::conflict("sms_lost", String::from(failure))),
        }
    }
}

#[derive(Deserialize)]
pub struct Sending {
    #[serde(default)]
    password: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    text: String,
    #[serde(rename = "dlr-url")]
    report_to: Option<String>,
}

/// The shop sends an SMS.
pub async fn take_sms(
    State(app): State<App>,
    Query(sending): Query<Sending>,
) -> Result<(StatusCode, &'static str)> {
    let play = app.play.ok_or_else(|| Error::not_found("gateway here"))?;
    let gateway = &play.gateway;
    if !is_same_secret(sending.password.as_bytes(), gateway.password.as_bytes()) {
        return Ok((StatusCode::FORBIDDEN, "Authorization failed for sendsms"));
    }
    if sending.to.is_empty() {
        return Ok((StatusCode::BAD_REQUEST, "Missing receiver number, rejected"));
    }
    tokio::spawn(async move {
        report(sending.report_to.as_deref(), ACCEPTED).await;
        tokio::time::sleep(AIR).await;
        play.gateway.keep(&sending.to, true, &sending.text);
        report(sending.report_to.as_deref(), DELIVERED).await;
    });
    Ok((StatusCode::ACCEPTED, "0: Accepted for delivery"))
}

/// `%d` and `%A` are the gateway's to fill.
async fn report(to: Option<&str>, kind: &str) {
    let Some(to) = to else { return };
    let url = to.replace("%d", kind).replace("%A", "");
    if let Err(failure) = http::send(Method::GET, &url, &[], Vec::new()).await {
        tracing::warn!(reason = String::from(failure), "a report of an SMS was lost");
    }
}
