//! The permission matrix: every route × every method × every sort of caller. A new route shows here, because
//! [`Routes`] lists all that it has; a new sort of caller is a line of [`by_key`] or [`by_role`].

mod keys;
mod roles;

use axum::http::StatusCode;
use customers::accounts::{self, AccountId, NewAccount, Permit, Role, SessionId, Visit};
use customers::channels::{ChannelId, Passes};
use engage::conversations::{ConversationId, MessageId};

use super::*;

/// Somebody who calls, and what they bring.
struct Caller {
    name: &'static str,
    /// Of a door.
    key: Option<String>,
    /// Of a signed-in member of the staff.
    session: Option<accounts::Token>,
}

/// Understood by every route of the doors that takes a body.
const CALL: &str = r#"{"type": "track", "event": "Seen", "userId": "ana", "groupId": "popescu", "previousId": "tablet", "batch": []}"#;
/// Understood by every form of the desk. Nobody has this password.
const FORM: &str = "name=Ola&role=clerk&password=herbata&old=herbata&new=herbata&code=000000";

fn is_of_desk(path: &str) -> bool {
    path == "/" || path.starts_with("/desk") || path.starts_with("/till")
}

/// Pages, to which forms are sent from themselves.
fn has_forms(path: &str) -> bool {
    is_of_desk(path) || path == "/shop" || path.starts_with("/shop/")
}

struct Table {
    text: String,
}

impl Table {
    fn new(callers: &[Caller]) -> Table {
        let names: Vec<_> = callers.iter().map(|caller| caller.name).collect();
        Table { text: format!("{:<47}{}\n", "", names.join(" | ")) }
    }

    /// A line for each method that the route takes.
    async fn add(&mut self, app: &App, path: &str, access: Access, callers: &[Caller]) {
        // Making it costs more than a hundred answers; what it counts of guesses begins anew with each route.
        let router = router(app);
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let mut cells = Vec::new();
            for caller in callers {
                let status = status(&router, &method, path, caller).await;
                assert_access(access, caller, status, &format!("{method} {path}"));
                cells.push(format!("{:<1$}", status.as_str(), caller.name.len()));
            }
            if cells.iter().all(|cell| cell.starts_with("405")) {
                continue;
            }
            let line = format!("{:<7}{path:<40}{}", method.as_str(), cells.join("   "));
            self.text.push_str(&format!("{}\n", line.trim_end()));
        }
    }
}

/// What the table of routes says is what happens.
fn assert_access(access: Access, caller: &Caller, status: StatusCode, what: &str) {
    if status == StatusCode::METHOD_NOT_ALLOWED {
        return;
    }
    let expected = match (access, caller.name) {
        (Access::Everybody, _) => return,
        // What they prove besides decides; the stories of the chat tell.
        (Access::Visitor, "write key" | "secret key" | "server's key") => return,
        (Access::AnyKey, "write key" | "secret key" | "server's key")
        | (Access::SecretKey, "secret key" | "server's key")
        | (Access::ServerKey, "server's key") => {
            let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status);
            return assert!(!refused, "{what} by {}: {status}", caller.name);
        }
        (Access::SecretKey, "write key") => StatusCode::FORBIDDEN,
        (Access::ServerKey, "write key" | "secret key") => StatusCode::FORBIDDEN,
        (Access::Staff, _) if caller.session.is_some() => {
            return assert_ne!(status, StatusCode::UNAUTHORIZED, "{what} by {}", caller.name);
        }
        // (A browser, which asks for a page, is shown the way to the sign-in.)
        (_, _) => StatusCode::UNAUTHORIZED,
    };
    assert_eq!(status, expected, "{what} by {}", caller.name);
}

async fn by_key(ctx: &Ctx) -> Vec<Caller> {
    let now = ctx.clock.now();
    let make = |kind: ChannelKind, name: &str| {
        let new = NewChannel { kind, name: name.into() };
        ctx.db.write(move |tx| channels::create(tx, &new, now))
    };
    let (open, open_secret) = make(ChannelKind::Web, "Shop").await.unwrap();
    let (shut, shut_secret) = make(ChannelKind::Web, "Old shop").await.unwrap();
    let (_, server) = make(ChannelKind::Api, "Back office").await.unwrap();
    let passes = Passes { track: true, talk: true, sell: true };
    ctx.db.write(|tx| channels::store::set_passes(tx, open.id, passes)).await.unwrap();
    ctx.db.write(|tx| channels::store::set_disabled(tx, shut.id, Some(now))).await.unwrap();
    let caller = |name, key: &str| Caller { name, key: Some(key.to_string()), session: None };
    vec![
        Caller { name: "no key", key: None, session: None },
        caller("unknown key", "sk_0000"),
        caller("write key", &open.write_key),
        caller("secret key", &open_secret.0),
        caller("server's key", &server.0),
        caller("shut door's write key", &shut.write_key),
        caller("its secret key", &shut_secret.0),
    ]
}

/// A stranger, a server of the shop, and somebody of each role, signed in.
async fn by_role(ctx: &Ctx, round: &str) -> Vec<Caller> {
    let mut callers = by_key(ctx).await;
    callers.retain(|caller| ["no key", "secret key"].contains(&caller.name));
    let ip = std::net::Ipv4Addr::LOCALHOST.into();
    let visit = Visit { ip, user_agent: String::new(), request_id: "matrix".into() };
    for role in Role::ALL {
        let email = format!("{}-{round}@kubek.pl", role.code());
        let new = NewAccount::checked(role.code(), &email, role).unwrap();
        let (_, link) = accounts::invite(ctx, &Permit::console(), new).await.unwrap();
        let password = "trzy filizanki kawy".to_string();
        let entry = accounts::set_password_by_link(ctx, &link, password, &visit).await.unwrap();
        callers.push(Caller { name: role.code(), key: None, session: Some(entry.token) });
    }
    callers
}

async fn status(router: &Router, method: &Method, path: &str, caller: &Caller) -> StatusCode {
    let key = caller.key.as_deref().unwrap_or("");
    let path = path
        .replace("{key}", if key.is_empty() { "none" } else { key })
        .replace("{customer}", "user_id:ana");
    let path = path
        // Ids of the right form, of nobody.
        .replace("sessions/{id}", &format!("sessions/{}", SessionId([0; 16])))
        .replace("team/{id}", &format!("team/{}", AccountId([0; 16])))
        .replace("agents/{id}", &format!("agents/{}", AccountId([0; 16])))
        .replace("conversations/{id}", &format!("conversations/{}", ConversationId([0; 16])))
        .replace("{channel_id}", &ChannelId([0; 16]).to_string())
        .replace("{message_id}", &MessageId([0; 16]).to_string())
        .replace("{secret}", "guessed")
        .replace("{file}", "desk.css")
        .replace("{link}", "1");
    let mut request = Request::builder().method(method).uri(&path).header(header::HOST, "kubek.pl");
    if !key.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
    }
    let mut body = CALL.to_string();
    if has_forms(&path) {
        body = format!("{FORM}&email=ola-{}@kubek.pl", caller.name.replace(' ', "-"));
        let form = "application/x-www-form-urlencoded";
        request =
            request.header(header::CONTENT_TYPE, form).header("sec-fetch-site", "same-origin");
    }
    if let Some(session) = &caller.session {
        body.push_str(&format!("&_token={}", session.form_token()));
        request = request.header(header::COOKIE, format!("onedoor_session={}", session.reveal()));
    }
    router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap().status()
}
