//! Who is at the desk: [`Guest`] for any request, [`Desk`] for somebody who is signed in. A handler that
//! takes a `Desk` cannot be reached without signing in.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::Deref;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Account, Staff, Token, Visit};
use engage::inbox;
use kit::i18n::{Lang, Tr};
use kit::{Error, Result, Time};

use super::cookies::{self, Theme};
use super::reply::{Go, Page};
use super::ui::{self, Nav};
use crate::app::App;

kit::id_type!(RequestId, "req");

/// Somebody at the door: what any page needs.
#[derive(Clone)]
pub struct Guest {
    pub app: App,
    pub tr: Tr,
    pub now: Time,
    pub theme: Option<Theme>,
    /// Path and query of this request.
    pub path: String,
    /// What the last action left to be said.
    pub flash: Option<String>,
    pub visit: Visit,
    host: String,
    /// The session that the browser holds, good or not.
    pub token: Option<Token>,
    /// The demo's desk, asked for from this machine.
    pub is_open_desk: bool,
}

impl Guest {
    pub fn of(app: &App, parts: &Parts) -> Guest {
        let headers = &parts.headers;
        let now = app.ctx.clock.now();
        let asked = header_text(headers, header::ACCEPT_LANGUAGE);
        let lang = cookies::read(headers, cookies::LANG)
            .and_then(Lang::parse)
            .or_else(|| Lang::from_accept_language(asked))
            .unwrap_or_default();
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let peer = peer(parts);
        let is_open_desk = app.open_desk && is_this_machine(headers, peer);
        let token = if is_open_desk {
            Some(app.open_desk_token.clone())
        } else {
            cookies::read_session(headers, app.https)
        };
        Guest {
            app: app.clone(),
            tr: Tr::new(&app.catalogue, lang, app.zone.clone()),
            now,
            theme: cookies::read(headers, cookies::THEME).and_then(Theme::parse),
            path: path.to_owned(),
            flash: cookies::read(headers, cookies::FLASH).filter(|f| is_key(f)).map(str::to_owned),
            visit: Visit {
                ip: peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
                user_agent: header_text(headers, header::USER_AGENT).to_owned(),
                request_id: request_id(headers, now),
            },
            host: header_text(headers, header::HOST).to_owned(),
            token,
            is_open_desk,
        }
    }

    /// A value of the query string.
    pub fn query(&self, name: &str) -> Option<String> {
        let (_, query) = self.path.split_once('?')?;
        let uri = format!("/?{query}").parse().ok()?;
        let pairs: axum::extract::Query<Vec<(String, String)>> =
            axum::extract::Query::try_from_uri(&uri).ok()?;
        pairs.0.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// How the browser reached us: the start of a link to take elsewhere.
    pub fn own_url(&self) -> String {
        let scheme = if self.app.https { "https" } else { "http" };
        format!("{scheme}://{}", self.host)
    }

    /// A page before the door.
    pub fn door_page(&self, title: &str, body: maud::Markup) -> Page {
        Page::new(ui::layout::door_page(self, title, body), self.flash.is_some())
    }

    fn speak(&mut self, account: &Account) {
        if let Some(lang) = account.lang.as_deref().and_then(Lang::parse) {
            self.tr = Tr::new(&self.app.catalogue, lang, self.app.zone.clone());
        }
        if let Some(theme) = account.theme.as_deref().and_then(Theme::parse) {
            self.theme = Some(theme);
        }
    }
}

fn is_key(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

fn header_text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The id that the layers around us gave this request, so that the audit log and the server's log agree.
fn request_id(headers: &HeaderMap, now: Time) -> String {
    match headers.get("x-request-id").and_then(|value| value.to_str().ok()) {
        Some(id) if id.len() <= 64 => id.to_owned(),
        _ => RequestId::new(now).to_string(),
    }
}

fn peer(parts: &Parts) -> Option<IpAddr> {
    let ConnectInfo(peer) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
    Some(peer.ip().to_canonical())
}

/// Whether somebody at this very machine asks for this very machine. The peer alone is not enough: a page on
/// the web can resolve its own name to 127.0.0.1 (DNS rebinding), and a proxy beside us makes all peers local.
fn is_this_machine(headers: &HeaderMap, peer: Option<IpAddr>) -> bool {
    let host = header_text(headers, header::HOST);
    let name = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let is_local_name = name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    let is_proxied = ["forwarded", "x-forwarded-for", "x-real-ip", "via"]
        .iter()
        .any(|name| headers.contains_key(*name));
    peer.is_some_and(|ip| ip.is_loopback()) && is_local_name && !is_proxied
}

impl FromRequestParts<App> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Guest, Infallible> {
        Ok(Guest::of(app, parts))
    }
}

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Desk {
    guest: Guest,
    pub staff: Staff,
    /// Their account; none in the demo's open desk.
    pub account: Option<Account>,
    /// What every form must carry.
    pub form_token: String,
    /// Conversations that wait for the shop, for those who may see them; counted to a bound.
    pub open_conversations: i64,
}

impl Deref for Desk {
    type Target = Guest;

    fn deref(&self) -> &Guest {
        &self.guest
    }
}

impl Desk {
    pub fn page(&self, here: Nav, title: &str, body: maud::Markup) -> Page {
        Page::new(ui::layout::page(self, here, title, body), self.flash.is_some())
    }

    /// For what outlives a request, such as live rows: the same person now, if they still may be here.
    ///
    /// # Errors
    /// `sign_in_again`, where the session has ended meanwhile.
    pub async fn renewed(&self) -> Result<Desk> {
        let mut guest = self.guest.clone();
        guest.now = guest.app.ctx.clock.now();
        Desk::find(guest).await?.map_err(|_| Error::unauthorized("sign_in_again", "Sign in first."))
    }

    async fn find(mut guest: Guest) -> Result<Result<Desk, Guest>> {
        let request_id = guest.visit.request_id.clone();
        let Some(token) = guest.token.clone() else { return Ok(Err(guest)) };
        let (staff, account) = if guest.is_open_desk {
            (Staff::of_open_desk(request_id, guest.app.open_desk_as.clone()), None)
        } else {
            match accounts::recognise(&guest.app.ctx, &token, &request_id).await? {
                Some((staff, account)) => (staff, Some(account)),
                None => return Ok(Err(guest)),
            }
        };
        if let Some(account) = &account {
            guest.speak(account);
        }
        let open_conversations = match staff.permit() {
            Ok(permit) => guest.app.ctx.db.read(|tx| inbox::open_count(tx, &permit)).await?,
            Err(_) => 0,
        };
        let form_token = token.form_token();
        Ok(Ok(Desk { guest, staff, account, form_token, open_conversations }))
    }
}

impl FromRequestParts<App> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Desk, Response> {
        let guest = Guest::of(app, parts);
        match Desk::find(guest).await {
            Ok(Ok(desk)) => Ok(desk),
            Ok(Err(guest)) => Err(to_sign_in(&guest, parts).await),
            Err(error) => Err(error.into_response()),
        }
    }
}

/// A person is led to the door; a script or a form is told.
async fn to_sign_in(guest: &Guest, parts: &Parts) -> Response {
    let wants_page = header_text(&parts.headers, header::ACCEPT).contains("text/html");
    if parts.method != Method::GET || !wants_page {
        return Error::unauthorized("sign_in_again", "Sign in first.").into_response();
    }
    match accounts::is_set_up(&guest.app.ctx).await {
        Ok(true) => Go::to(&format!("/desk/sign-in?back={}", guest.path.replace('&', "%26")))
            .into_response(),
        Ok(false) => Go::to("/desk/set-up").into_response(),
        Err(error) => error.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_by_its_own_name() {
        let check = |peer: &str, host: &'static str, proxied: bool| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            if proxied {
                headers.insert("x-forwarded-for", "203.0.113.9".parse().unwrap());
            }
            is_this_machine(&headers, Some(peer.parse().unwrap()))
        };
        assert!(check("127.0.0.1", "localhost:7700", false));
        assert!(check("127.0.0.1", "127.0.0.1:7700", false));
        assert!(check("::1", "[::1]:7700", false));
        assert!(!check("127.0.0.1", "evil.example:7700", false), "DNS rebinding");
        assert!(!check("127.0.0.1", "localhost.evil.example", false));
        assert!(!check("192.168.1.5", "localhost:7700", false));
        assert!(!check("127.0.0.1", "localhost:7700", true), "a proxy beside us");
    }
}
