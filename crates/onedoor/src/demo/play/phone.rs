//! The customer's telephone: SMS, WhatsApp, calls, and the card that they carry.

use axum::Form;
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use kit::{Error, Result};
use serde::Deserialize;

use super::caller::Caller;
use super::page::{Here, go, refused};
use super::phone_pages::{self, Tab};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    tab: String,
}

impl Asked {
    fn tab(&self) -> Tab {
        Tab::ALL.into_iter().find(|tab| tab.word() == self.tab).unwrap_or(Tab::Sms)
    }
}

/// What lies open on the screen has been read.
fn read(caller: &Caller, tab: Tab) {
    match tab {
        Tab::Sms => caller.play.gateway.read(&caller.play.player.phone),
        Tab::Whatsapp => drop(caller.play.whatsapp.read()),
        Tab::Calls | Tab::Card => {}
    }
}

pub async fn show_phone(caller: Caller, Query(asked): Query<Asked>) -> Response {
    read(&caller, asked.tab());
    phone_pages::show(&caller, asked.tab())
}

pub async fn follow_phone(caller: Caller, Query(asked): Query<Asked>) -> Response {
    let (news, db) = (caller.play.news.clone(), caller.app.ctx.db.clone());
    let tab = asked.tab();
    let draw = move || {
        let caller = caller.clone();
        async move {
            read(&caller, tab);
            Ok(phone_pages::screen(&caller, tab))
        }
    };
    news.follow(&db, draw).into_response()
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    text: String,
    deed: String,
    back: String,
}

pub async fn send_sms(caller: Caller, headers: HeaderMap, Form(typed): Form<Typed>) -> Response {
    let sent = caller.play.gateway.send(&caller.play.player.phone, &typed.text).await;
    answer(&caller, &headers, sent, "/demo/phone")
}

pub async fn send_whatsapp(
    caller: Caller,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Response {
    let sent = caller.play.whatsapp.send(&typed.text);
    caller.play.news.tell();
    answer(&caller, &headers, sent, "/demo/phone?tab=whatsapp")
}

/// Rings the shop, answers, hangs up; `lift` is whoever is called, at either side.
pub async fn change_call(caller: Caller, headers: HeaderMap, Form(typed): Form<Typed>) -> Response {
    let (exchange, player) = (&caller.play.exchange, &caller.play.player);
    let done = match typed.deed.as_str() {
        "ring" => exchange.ring(&player.phone, &player.name()).await,
        "lift" => exchange.lift(&player.phone).await,
        "hang-up" => exchange.hang_up(&player.phone).await,
        _ => Err(Error::bad_input("bad_deed", "`deed` is ring, lift or hang-up.")),
    };
    let back = if typed.back == "/demo" { "/demo" } else { "/demo/phone?tab=calls" };
    answer(&caller, &headers, done, back)
}

/// A script only wants to know whether it was done; the page changes by itself.
fn answer(caller: &Caller, headers: &HeaderMap, done: Result<()>, back: &str) -> Response {
    let by_script = headers.get("x-quiet").is_some();
    match done {
        Ok(()) if by_script => axum::http::StatusCode::NO_CONTENT.into_response(),
        Ok(()) => go(back),
        Err(error) if by_script => error.into_response(),
        Err(error) => refused(caller, Here::Phone, &error),
    }
}
