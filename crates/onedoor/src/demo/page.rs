//! `/shop`: a page of the demo's shop, with the widget on it, so that a newcomer plays the customer in one window and the
//! agent in the other.

use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use customers::channels::{self, Channel};
use engage::connectors::chat::{self, ChatSettings, Presence};
use kit::web::{Access, Routes};
use kit::{Error, Result};
use maud::{DOCTYPE, Markup, html};

use super::shop::{self, CATEGORIES, Country, Product};
use crate::app::App;

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

async fn show_page(State(app): State<App>) -> Result<Response> {
    let no_shop = || Error::not_found("shop here; `onedoor demo` has one");
    if !app.open_desk {
        return Err(no_shop());
    }
    let door = web_shop(&app).await?.ok_or_else(no_shop)?;
    Ok(([(CONTENT_SECURITY_POLICY, CSP)], page(&door.write_key)).into_response())
}

async fn show_style() -> Response {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], CSS).into_response()
}

async fn show_script() -> Response {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], JS).into_response()
}

fn page(write_key: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (shop::NAME) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/shop/shop.css";
                script type="module" src="/widget.js" data-key=(write_key) {}
                script type="module" src="/shop/shop.js" {}
            }
            body {
                header {
                    strong { (shop::NAME) }
                    nav aria-label="Shelves" {
                        @for category in CATEGORIES { a href={ "#" (slug(category)) } { (category) } }
                    }
                    span.cart { "Cart: " output id="cart" { "0" } }
                }
                main {
                    section.hero {
                        h1 { "Coffee for the hearth" }
                        p { "Roasted in Kraków and Cluj-Napoca, sent the same day. Ask us anything in the chat." }
                    }
                    @for category in CATEGORIES { (shelf(category)) }
                }
                footer { "An invented shop: nothing here can be bought." }
            }
        }
    }
}

fn shelf(category: &str) -> Markup {
    let products = shop::PRODUCTS.iter().filter(|product| product.category == category);
    html! {
        section.shelf id=(slug(category)) {
            h2 { (category) }
            div.goods { @for product in products.take(SHOWN_MAX) { (card(product)) } }
        }
    }
}

fn card(product: &Product) -> Markup {
    let price = product.price(Country::Poland);
    html! {
        article {
            div class={ "picture of-" (slug(product.category)) } aria-hidden="true" {}
            h3 { (product.name) }
            p { (price / 100) "," (format!("{:02}", price % 100)) " zł" }
            button type="button" data-product=(product.json(Country::Poland)) { "Put in the cart" }
        }
    }
}

fn slug(category: &str) -> String {
    category.to_ascii_lowercase().replace(' ', "-")
}
