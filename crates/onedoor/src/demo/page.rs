//! `/shop`: a page of the demo's shop, with the widget on it, so that a newcomer plays the customer in one window and the
//! agent in the other.

use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use customers::channels::{self, Channel};
use engage::connectors::chat::{self, ChatSettings, Presence};
use kit::i18n::{Arg, Tr};
use kit::web::{Access, Routes};
use kit::{Error, Result};
use maud::{Markup, html};

use super::play::Play;
use super::shop::{self, CATEGORIES, Country, Product};
use crate::app::App;
use crate::desk::who::Guest;
use crate::document::document;

const CSS: &str = include_str!("../../../../web/shop/shop.css");
const JS: &str = include_str!("../../../../web/shop/shop.js");
/// As strict as a careful shop's: nothing inline, nothing from elsewhere.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                   img-src 'self' data: blob:; base-uri 'none'; form-action 'self'";
/// Of each shelf.
const SHOWN_MAX: usize = 4;

pub fn routes(app: App) -> Routes {
    Routes::of(Access::Everybody)
        .route("/shop", get(show_page))
        .route("/shop/shop.css", get(show_style))
        .route("/shop/shop.js", get(show_script))
        .with_state(app)
}

/// Opens the chat of the web shop; somebody is always there.
pub async fn open_chat(app: &App) -> Result<()> {
    let Some(web) = web_shop(app).await? else { return Ok(()) };
    let (keys, now) = (&app.engage.secrets, app.ctx.clock.now());
    let settings = ChatSettings { presence: Presence::Always };
    app.ctx.db.write(|tx| chat::open(tx, keys, &web, Some(settings.clone()), now)).await?;
    app.ctx.doors.forget();
    Ok(())
}

async fn web_shop(app: &App) -> Result<Option<Channel>> {
    let name = shop::DOORS.iter().find(|door| door.slug == shop::WEB).map(|door| door.name);
    let doors = app.ctx.db.read(channels::store::list).await?;
    Ok(doors.into_iter().find(|door| Some(door.name.as_str()) == name))
}

async fn show_page(State(app): State<App>, parts: Parts) -> Result<Response> {
    let no_shop = || Error::not_found("shop here; `onedoor demo` has one");
    if !app.open_desk {
        return Err(no_shop());
    }
    let door = web_shop(&app).await?.ok_or_else(no_shop)?;
    let headers = [
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP)),
        // As the desk has it: so a link of the walk finds the window that is open already.
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    let tr = Guest::of(&app, &parts).tr;
    Ok((headers, page(&tr, &door.write_key, app.play.as_deref())).into_response())
}

async fn show_style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], CSS).into_response()
}

async fn show_script() -> Response {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], JS).into_response()
}

fn page(tr: &Tr, write_key: &str, play: Option<&Play>) -> Markup {
    let head = html! {
        link rel="stylesheet" href="/shop/shop.css";
        script type="module" src="/widget.js" data-key=(write_key) {}
        script type="module" src="/shop/shop.js" {}
    };
    let body = html! {
        header {
            strong { (shop::NAME) }
            nav aria-label=(tr.t("demo-shop-shelves")) {
                @for category in CATEGORIES { a href={ "#" (slug(category)) } { (category) } }
            }
            span.cart { (tr.t("demo-shop-cart")) " " output id="cart" { "0" } }
            @if let Some(play) = play { (account(tr, play)) }
        }
        main {
            section.hero {
                h1 { (tr.t("demo-shop-title")) }
                p { (tr.t("demo-shop-lead")) }
            }
            @for category in CATEGORIES { (shelf(tr, category)) }
        }
        footer {
            (tr.t("demo-shop-invented"))
            @if play.is_some() { " " a href="/demo" { (tr.t("demo-nav-start")) } }
        }
    };
    document(tr.lang(), shop::NAME, head, body)
}

/// Whoever is played has an account: signing in is a click, and the shop's server vouches for it.
fn account(tr: &Tr, play: &Play) -> Markup {
    let name = play.player.name();
    html! {
        span.account data-account {
            button type="button" data-sign-in {
                (tr.with("demo-shop-sign-in", &[("name", Arg::Text(name.clone()))]))
            }
            span data-signed-in hidden {
                (name) " "
                button type="button" data-sign-out { (tr.t("demo-shop-sign-out")) }
            }
        }
    }
}

fn shelf(tr: &Tr, category: &str) -> Markup {
    let products = shop::PRODUCTS.iter().filter(|product| product.category == category);
    html! {
        section.shelf id=(slug(category)) {
            h2 { (category) }
            div.goods { @for product in products.take(SHOWN_MAX) { (card(tr, product)) } }
        }
    }
}

fn card(tr: &Tr, product: &Product) -> Markup {
    let price = product.price(Country::Poland);
    html! {
        article {
            div class={ "picture of-" (slug(product.category)) } aria-hidden="true" {}
            h3 { (product.name) }
            p { (price / 100) "," (format!("{:02}", price % 100)) " zł" }
            button type="button" data-product=(product.json(Country::Poland)) { (tr.t("demo-shop-add")) }
        }
    }
}

fn slug(category: &str) -> String {
    category.to_ascii_lowercase().replace(' ', "-")
}
