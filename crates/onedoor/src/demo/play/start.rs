//! `/demo`: where a newcomer begins. Six steps from door to door, each with where to go as the customer and as the shop, and
//! what to look at; a step is ticked off by itself when the server has seen it.

use axum::Json;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use customers::channels::{ChannelKind, store as channels};
use engage::connectors::chat;
use hmac::{Hmac, KeyInit as _, Mac as _};
use kit::i18n::{Arg, Lang, Tr};
use kit::time::hours;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde_json::{Value, json};
use sha2::Sha256;

use super::caller::Caller;
use super::exchange::{Stage, Way};
use super::page::{Here, page};
use super::walk::{self, Step, Walk};

/// How long the shop's server vouches for whoever signed in.
const VOUCHED: i64 = hours(12);
/// The windows in which the two sides are played.
const CUSTOMER: &str = "onedoor-customer";
const SHOP: &str = "onedoor-shop";

pub async fn show_start(caller: Caller) -> Result<Response> {
    let tr = &caller.tr;
    let title = tr.t("demo-title");
    let name = [("name", Arg::Text(caller.play.player.name()))];
    let walk = walk_of(&caller).await?;
    let body = html! {
        main #main.start tabindex="-1" {
            h1 { (title) }
            p.lead { (tr.with("demo-lead", &name)) }
            div.sides {
                section {
                    h2 { (tr.t("demo-you-customer")) }
                    p { (tr.with("demo-you-customer-text", &name)) }
                    ul.places {
                        li { (link(CUSTOMER, "/shop", &tr.t("demo-nav-shop"))) }
                        li { (link(CUSTOMER, "/demo/mail", &tr.t("demo-nav-mail"))) }
                        li { (link(CUSTOMER, "/demo/phone", &tr.t("demo-nav-phone"))) }
                    }
                }
                section {
                    h2 { (tr.t("demo-you-shop")) }
                    p { (tr.t("demo-you-shop-text")) }
                    ul.places {
                        li { (link(SHOP, "/desk/inbox", &tr.t("demo-place-inbox"))) }
                        li { (link(SHOP, "/desk/store", &tr.t("demo-place-store"))) }
                        li { (link(SHOP, "/desk/customers", &tr.t("demo-place-customers"))) }
                    }
                }
            }
            h2 { (tr.t("demo-walk")) }
            p { (tr.t("demo-walk-text")) }
            div data-live="/demo/live" { (walk) }
            (languages(tr))
        }
    };
    Ok(page(&caller, Here::Start, &title, body))
}

pub async fn follow_walk(caller: Caller) -> Response {
    let (news, db) = (caller.play.news.clone(), caller.app.ctx.db.clone());
    let draw = move || {
        let caller = caller.clone();
        async move { walk_of(&caller).await }
    };
    news.follow(&db, draw).into_response()
}

async fn walk_of(caller: &Caller) -> Result<Markup> {
    let play = &caller.play;
    let look = |tx: &Tx| {
        let store = channels::list(tx)?.into_iter().find(|door| door.kind == ChannelKind::Store);
        Ok((walk::look(tx, &play.player, play.started_at)?, store.map(|door| door.id)))
    };
    let (walk, store) = caller.app.ctx.db.read(look).await?;
    let store = store.map_or("/desk/store".to_string(), |store| {
        format!("/desk/store/{store}?q={}", play.player.card)
    });
    Ok(html! {
        (desk_telephone(caller))
        ol.walk { @for step in Step::ALL { (shown(caller, &walk, step, &store)) } }
        p.end role="status" {
            @if walk.is_done() { (tr_count(&caller.tr, "demo-walk-done", walk.messages)) }
        }
    })
}

fn tr_count(tr: &Tr, key: &str, count: usize) -> String {
    tr.with(key, &[("count", Arg::Int(count as i64))])
}

fn shown(caller: &Caller, walk: &Walk, step: Step, store: &str) -> Markup {
    let (tr, player) = (&caller.tr, &caller.play.player);
    let talk = match walk.conversation {
        Some(id) => format!("/desk/inbox/{id}"),
        None => "/desk/inbox".to_string(),
    };
    let (customer, shop) = match step {
        Step::Chat | Step::SignIn => (Some("/shop"), talk.as_str()),
        Step::Mail => (Some("/demo/mail"), talk.as_str()),
        Step::Sms => (Some("/demo/phone"), talk.as_str()),
        Step::Call => (Some("/demo/phone?tab=calls"), talk.as_str()),
        Step::Store => (Some("/demo/phone?tab=card"), store),
    };
    let text = |part: &str| {
        let args =
            [("name", Arg::Text(player.first.clone())), ("card", Arg::Text(player.card.clone()))];
        tr.with(&format!("demo-step-{}{part}", step.word()), &args)
    };
    let (is_gone, is_next) = (walk.is_gone(step), walk.next() == Some(step));
    html! {
        li.is-gone[is_gone].is-next[is_next] aria-current=[is_next.then_some("step")] {
            span.tick aria-hidden="true" { @if is_gone { "✓" } }
            div {
                h3 {
                    (text(""))
                    @if is_gone { " " small { (tr.t("demo-step-gone")) } }
                }
                p { (text("-do")) }
                p.look { (text("-look")) }
                p.ways {
                    @if let Some(customer) = customer {
                        (link(CUSTOMER, customer, &tr.t("demo-as-customer")))
                    }
                    (link(SHOP, shop, &tr.t("demo-as-shop")))
                }
            }
        }
    }
}

fn link(window: &str, href: &str, text: &str) -> Markup {
    html! { a.button target=(window) href=(href) { (text) } }
}

/// The telephone on the desk of whoever plays the shop: the desk itself only sees that it rings.
fn desk_telephone(caller: &Caller) -> Markup {
    let play = &caller.play;
    let call = play.exchange.call_of(&play.player.phone).filter(|call| call.way == Way::ToShop);
    let Some(call) = call else { return html! {} };
    let (key, deed) = match call.stage {
        Stage::Ringing => ("demo-desk-rings", "lift"),
        Stage::Talking => ("demo-desk-talks", "hang-up"),
    };
    html! {
        form.rings method="post" action="/demo/phone/call" data-quiet {
            input type="hidden" name="back" value="/demo";
            p role="status" { (caller.tr.t(key)) }
            button name="deed" value=(deed) { (caller.tr.t(&format!("demo-desk-{deed}"))) }
        }
    }
}

fn languages(tr: &Tr) -> Markup {
    html! {
        nav.languages aria-label=(tr.t("demo-languages")) {
            @for lang in Lang::ALL {
                a href={ "?lang=" (lang.code()) } hreflang=(lang.code()) lang=(lang.code())
                    aria-current=[(lang == tr.lang()).then_some("true")] { (lang.own_name()) }
            }
        }
    }
}

/// What the shop's own server tells the shop's page of whoever signed in: here there is one account, and its password is a
/// click. The token is what [`chat::token`] reads.
pub async fn sign_in(caller: Caller) -> Result<Json<Value>> {
    let player = &caller.play.player;
    let keys = &caller.app.engage.secrets;
    let secret = |tx: &Tx| {
        let web = channels::list(tx)?.into_iter().find(|door| door.kind == ChannelKind::Web);
        let web = web.ok_or_else(|| Error::not_found("web shop"))?;
        chat::open(tx, keys, &web, None, caller.now)
    };
    let secret = caller.app.ctx.db.write(secret).await?;
    let claims = json!({
        "sub": player.account,
        "name": player.name(),
        "email": player.email,
        "phone": player.phone,
        "exp": caller.now.plus(VOUCHED).as_ms() / 1_000,
    });
    Ok(Json(json!({
        "user": player.account,
        "name": player.name(),
        "traits": { "firstName": player.first, "lastName": player.last },
        "token": signed(&claims, &secret)?,
    })))
}

/// A JSON Web Token (RFC 7519), HS256.
fn signed(claims: &Value, secret: &str) -> Result<String> {
    let part = |value: &Value| BASE64.encode(value.to_string());
    let text = format!("{}.{}", part(&json!({ "alg": "HS256", "typ": "JWT" })), part(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Error::internal)?;
    mac.update(text.as_bytes());
    Ok(format!("{text}.{}", BASE64.encode(mac.finalize().into_bytes())))
}
