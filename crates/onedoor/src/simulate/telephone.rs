//! `onedoor simulate phone`: a page on which one calls the shop. It tells the server of the call by `POST /v1/calls`, as any
//! telephone system can (docs/phone.md); the page shows what was told.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clap::Args;
use engage::connectors::http;
use jiff::tz::TimeZone;
use kit::i18n::{Catalogue, Lang, Tr};
use kit::{Error, Result};
use maud::{Markup, html};
use tokio::sync::watch;

use crate::desk;
use crate::document::document;
use crate::listen;
use crate::serve::{bind, until_asked_to_stop};
use crate::web::Limits;

const CSS: &str = include_str!("../../../../web/simulate/phone.css");
const JS: &str = include_str!("../../../../web/simulate/phone.js");
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                   base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

#[derive(Args, Debug)]
pub struct Options {
    /// The server whose shop is called
    #[arg(long, default_value = "http://127.0.0.1:8080", value_name = "URL")]
    server: String,
    /// Secret key of a telephone door (`onedoor channel add --kind phone --name Hotline`)
    #[arg(long, env = "ONEDOOR_PHONE_KEY", value_name = "KEY", hide_env_values = true)]
    key: String,
    /// Where the telephone is shown
    #[arg(long, default_value = "127.0.0.1:7710", value_name = "ADDRESS")]
    at: SocketAddr,
}

struct Telephone {
    server: String,
    key: String,
    catalogue: Arc<Catalogue>,
}

pub async fn run(options: Options) -> Result<()> {
    if !options.at.ip().is_loopback() {
        let detail = "The telephone holds a secret key: it is shown on this machine only.";
        return Err(Error::bad_input("not_loopback", detail));
    }
    let listener = bind(options.at).await?;
    let at = listener.local_addr().map_err(Error::internal)?;
    println!("a telephone: http://{at}");
    let (stop, stopped) = watch::channel(false);
    let serving = tokio::spawn(listen::serve(listener, router(options), Limits::DEFAULT, stopped));
    until_asked_to_stop().await;
    stop.send(true).ok();
    serving.await.map_err(Error::internal)
}

fn router(options: Options) -> Router {
    let telephone = Telephone {
        server: options.server.trim_end_matches('/').to_string(),
        key: options.key,
        catalogue: Arc::new(Catalogue::new(&desk::LOCALES)),
    };
    Router::new()
        .route("/", get(show_telephone))
        .route("/phone.css", get(async || ([(CONTENT_TYPE, "text/css; charset=utf-8")], CSS)))
        .route("/phone.js", get(async || ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], JS)))
        .route("/calls", post(tell))
        .with_state(Arc::new(telephone))
}

async fn show_telephone(State(telephone): State<Arc<Telephone>>, headers: HeaderMap) -> Response {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = Lang::from_accept_language(asked.unwrap_or_default()).unwrap_or_default();
    let tr = Tr::new(&telephone.catalogue, lang, TimeZone::UTC);
    ([(CONTENT_SECURITY_POLICY, CSP)], page(&tr)).into_response()
}

/// Passes on what the page says, with the key that the page does not know.
async fn tell(
    State(telephone): State<Arc<Telephone>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_ours = text(ORIGIN)
        .and_then(|origin| origin.split_once("://"))
        .is_some_and(|(_, place)| Some(place) == text(HOST));
    if !is_ours {
        return Err(Error::forbidden("foreign_page", "Only the telephone's own page may call."));
    }
    let url = format!("{}/v1/calls", telephone.server);
    let key = [(AUTHORIZATION, format!("Bearer {}", telephone.key))];
    let answer = http::send(Method::POST, &url, &key, body.to_vec()).await.map_err(|failure| {
        let why = String::from(failure);
        Error::conflict("no_server", format!("{} does not answer: {why}", telephone.server))
    })?;
    let status = StatusCode::from_u16(answer.status).map_err(Error::internal)?;
    Ok((status, [(CONTENT_TYPE, "application/json")], answer.body).into_response())
}

fn page(tr: &Tr) -> Markup {
    let title = tr.t("simulate-phone");
    let field = |name: &str, value: &str, kind: &str| {
        let label = tr.t(&format!("simulate-phone-{name}"));
        html! {
            label {
                span { (label) }
                input name=(name) type=(kind) value=(value) autocomplete="off";
            }
        }
    };
    let buttons =
        [("ring", "idle"), ("answer", "ringing"), ("machine", "ringing"), ("hang-up", "on")];
    let head = html! {
        link rel="stylesheet" href="/phone.css";
        script type="module" src="/phone.js" {}
    };
    let body = html! {
        main {
            h1 { (title) }
            p { (tr.t("simulate-phone-lead")) }
            form #telephone data-state="idle" {
                (field("number", "+48601234567", "tel"))
                (field("name", "", "text"))
                (field("extension", "", "text"))
                p #state role="status"
                    data-idle=(tr.t("simulate-phone-idle"))
                    data-ringing=(tr.t("simulate-phone-ringing"))
                    data-talking=(tr.t("simulate-phone-talking"))
                    data-machine=(tr.t("simulate-phone-recording")) {
                    (tr.t("simulate-phone-idle"))
                }
                div.buttons {
                    @for (deed, when) in buttons {
                        button type="button" data-deed=(deed) data-when=(when)
                            disabled[when != "idle"] {
                            (tr.t(&format!("simulate-phone-do-{deed}")))
                        }
                    }
                }
            }
            h2 { (tr.t("simulate-phone-told")) }
            ol #told aria-live="polite" {}
        }
    };
    document(tr.lang(), &title, head, body)
}
