//! Stories of the desk over HTTP: Anna opens it, Maria may see less, strangers see nothing.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use customers::Ctx;
use customers::accounts::{self, NewAccount, Role};
use customers::channels::{self, ChannelKind, Door, NewChannel};
use customers::identities::CustomerId;
use expect_test::expect;
use http_body_util::BodyExt;
use kit::Tx;
use kit::i18n::Catalogue;
use kit::testing::Folder;
use serde_json::json;
use tower::ServiceExt;

use super::{App, LOCALES, assets};

const PASSWORD: &str = "trzy filizanki kawy";

/// A desk and one browser before it.
pub struct World {
    pub app: App,
    peer: SocketAddr,
    pub cookies: Vec<(String, String)>,
    _folder: Folder,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }
}

impl World {
    async fn new() -> World {
        let folder = Folder::new();
        let place = kit::db::Place::Sqlite {
            path: folder.0.join("desk.db"),
            synchronous: kit::db::Synchronous::Normal,
        };
        let db = kit::Db::open(&place).await.unwrap();
        let ctx = Ctx::new(db, kit::testing::clock(), customers::testing::defaults());
        ctx.db.migrate(&crate::app::migrations(), ctx.clock.now()).await.unwrap();
        let mut app = App::new(ctx, kit::secrets::Secrets::missing()).unwrap();
        app.zone = jiff::tz::TimeZone::UTC;
        let peer = "203.0.113.9:50000".parse().unwrap();
        World { app, peer, cookies: Vec::new(), _folder: folder }
    }

    pub async fn with_anna() -> World {
        let mut world = World::new().await;
        let form = format!("name=Anna&email=anna@kubek.pl&password={PASSWORD}");
        assert_eq!(world.post("/desk/set-up", &form).await.status, StatusCode::SEE_OTHER);
        world
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path, String::new())).await
    }

    /// Posts a form as a page of the desk does; the token of the session is added.
    pub async fn post(&mut self, path: &str, form: &str) -> Answer {
        let token = self.token().map(|token| format!("&_token={}", token.form_token()));
        let form = format!("{form}{}", token.unwrap_or_default());
        let mut request = self.request(Method::POST, path, form);
        request.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
        self.send(request).await
    }

    /// Posts a form with files: (name, type, content).
    pub async fn post_files(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &str)],
        with_token: bool,
    ) -> Answer {
        let token = self.token().filter(|_| with_token).map(|token| token.form_token());
        let token = token.iter().map(|token| ("_token", token.as_str()));
        let mut body = String::new();
        for (name, value) in token.chain(fields.iter().copied()) {
            body.push_str(&format!(
                "--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        for (name, kind, content) in files {
            body.push_str(&format!(
                "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 content-type: {kind}\r\n\r\n{content}\r\n"
            ));
        }
        body.push_str("--edge--\r\n");
        let mut request = self.request(Method::POST, path, body);
        let kind = "multipart/form-data; boundary=edge".parse().unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
        request.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
        self.send(request).await
    }

    fn token(&self) -> Option<accounts::Token> {
        let session = self.cookies.iter().find(|(name, _)| name == "onedoor_session");
        session.and_then(|(_, value)| accounts::Token::parse(value))
    }

    fn request(&self, method: Method, path: &str, body: String) -> Request<Body> {
        let cookies: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "desk.kubek.pl")
            .header(header::ACCEPT, "text/html")
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(ConnectInfo(self.peer))
            .body(Body::from(body))
            .unwrap()
    }

    async fn send(&mut self, request: Request<Body>) -> Answer {
        let response = crate::router::router(&self.app).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, _) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8(bytes.to_vec()).unwrap();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Somebody on a laptop who looked into the web shop, and its door.
    pub async fn visitor(&self) -> (CustomerId, Door) {
        let ctx = &self.app.ctx;
        let new = NewChannel { kind: ChannelKind::Web, name: "Web shop".into() };
        let now = ctx.clock.now();
        let channel = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap().0;
        let door = Door { channel: channel.into(), trusted: false };
        let seen = json!({"batch": [{"type": "page", "anonymousId": "laptop", "messageId": "1"}]});
        customers::recording::batch(ctx, &door, seen.to_string().as_bytes()).await.unwrap();
        let laptop = customers::testing::identity_of("device:laptop");
        let find = |tx: &Tx| customers::identities::store::leaf_maybe(tx, &laptop);
        (ctx.db.read(find).await.unwrap().unwrap(), door)
    }

    /// What a page that listens hears.
    pub async fn open_stream(&self, path: &str) -> axum::body::BodyDataStream {
        let request = self.request(Method::GET, path, String::new());
        let response = crate::router::router(&self.app).oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.into_body().into_data_stream()
    }

    /// Somebody of this role, signed in in a browser of their own.
    pub async fn join(&self, name: &str, role: Role) -> World {
        let ctx = &self.app.ctx;
        let new = NewAccount::checked(name, &format!("{name}@kubek.pl"), role).unwrap();
        let (_, link) = accounts::invite(ctx, &accounts::Permit::console(), new).await.unwrap();
        let mut theirs = World {
            app: self.app.clone(),
            peer: self.peer,
            cookies: Vec::new(),
            _folder: Folder::new(),
        };
        let path = format!("/desk/password/{}", link.reveal());
        let answer = theirs.post(&path, &format!("password={PASSWORD}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        theirs
    }
}

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&LOCALES).check().unwrap();
}

#[tokio::test]
async fn the_first_visit_leads_to_the_set_up_and_then_in() {
    let mut world = World::new().await;
    assert_eq!(world.get("/").await.location(), "/desk");
    assert_eq!(world.get("/desk").await.location(), "/desk/set-up");
    let page = world.get("/desk/set-up").await;
    assert!(page.body.contains("Make the owner’s account"), "{}", page.body);
    let refused = world.post("/desk/set-up", "name=Anna&email=anna@kubek.pl&password=kawa").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("The password needs at least 10 characters."));
    let form = format!("name=Anna&email=anna@kubek.pl&password={PASSWORD}");
    assert_eq!(world.post("/desk/set-up", &form).await.location(), "/desk");
    let audit = world.get("/desk/audit").await;
    assert!(audit.body.contains("The desk is yours."), "what was done is said once");
    assert!(!world.get("/desk/audit").await.body.contains("The desk is yours."));
    world.cookies.clear();
    assert_eq!(world.post("/desk/set-up", &form).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn anna_comes_back_to_where_she_was_going() {
    let mut world = World::with_anna().await;
    world.post("/desk/sign-out", "").await;
    let way = world.get("/desk/audit?action=x").await;
    assert_eq!(way.location(), "/desk/sign-in?back=/desk/audit?action=x");
    let form = format!("email=anna@kubek.pl&password={PASSWORD}&back=/desk/audit?action=x");
    assert_eq!(world.post("/desk/sign-in", &form).await.location(), "/desk/audit?action=x");
    let form = format!("email=anna@kubek.pl&password={PASSWORD}&back=//evil.example");
    assert_eq!(world.post("/desk/sign-in", &form).await.location(), "/desk");
}

#[tokio::test]
async fn nothing_runs_here_but_our_own_files() {
    let mut world = World::with_anna().await;
    let page = world.get("/desk/audit").await;
    let mut lines: Vec<String> = [
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
        "cross-origin-opener-policy",
        "cache-control",
    ]
    .iter()
    .map(|name| format!("{name}: {}", page.headers[*name].to_str().unwrap()))
    .collect();
    lines.push(String::new());
    expect![[r#"
        content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        x-content-type-options: nosniff
        referrer-policy: same-origin
        cross-origin-opener-policy: same-origin
        cache-control: no-store
    "#]]
    .assert_eq(&lines.join("\n"));
    for inline in [" style=\"", "<style", "<script>", " onclick", "javascript:"] {
        assert!(!page.body.contains(inline), "{inline}");
    }
    let css = world.get(assets::css_url()).await;
    assert_eq!(css.headers["cache-control"], "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_twice() {
    let mut world = World::with_anna().await;
    let token = world.token().unwrap().form_token();
    let mut request = world.request(Method::POST, "/desk/sign-out", format!("_token={token}"));
    request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    let answer = world.send(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("not sent from a page of this desk"));
    let mut request = world.request(Method::POST, "/desk/sign-out", "_token=guess".into());
    request.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
    let answer = world.send(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("from an older session"));
    assert_eq!(world.get("/desk/settings").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_demos_desk_is_open_to_this_machine_only() {
    let mut world = World::new().await;
    world.app.open_desk = true;
    assert_eq!(world.get("/desk/audit").await.location(), "/desk/set-up", "from the network");
    world.peer = "127.0.0.1:50000".parse().unwrap();
    assert_eq!(world.get("/desk/audit").await.location(), "/desk/set-up", "DNS rebinding");
    let mut request = world.request(Method::GET, "/desk/audit", String::new());
    request.headers_mut().insert(header::HOST, "localhost:7700".parse().unwrap());
    let page = world.send(request).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Demo"));
}

#[tokio::test]
async fn who_may_open_which_page() {
    let anna = World::with_anna().await;
    let mut table = String::new();
    for path in ["/desk/settings", "/desk/team", "/desk/audit"] {
        table.push_str(&format!("{path}:"));
        for role in Role::ALL {
            let name = format!("{}{}", role.code(), path.len());
            let mut theirs = anna.join(&name, role).await;
            table.push_str(&format!(" {} {}", role.code(), theirs.get(path).await.status.as_u16()));
        }
        let mut stranger = World { cookies: Vec::new(), ..World::new().await };
        stranger.app = anna.app.clone();
        table.push_str(&format!(" nobody {}\n", stranger.get(path).await.status.as_u16()));
    }
    expect![[r#"
        /desk/settings: owner 200 admin 200 agent 200 clerk 200 marketer 200 analyst 200 nobody 303
        /desk/team: owner 200 admin 200 agent 403 clerk 403 marketer 403 analyst 403 nobody 303
        /desk/audit: owner 200 admin 200 agent 403 clerk 403 marketer 403 analyst 403 nobody 303
    "#]]
    .assert_eq(&table);
}

#[tokio::test]
async fn maria_is_told_what_to_do_at_a_closed_door() {
    let anna = World::with_anna().await;
    let mut maria = anna.join("maria", Role::Clerk).await;
    let page = maria.get("/desk/audit").await;
    assert!(page.body.contains("This door is closed to you"));
    assert!(page.body.contains("ask an owner or admin to change your role"));
    let page = maria.get("/desk/nowhere").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.body.contains("Nothing behind this door"));
    let mut request = maria.request(Method::GET, "/desk/audit", String::new());
    request.headers_mut().insert(header::ACCEPT, "application/json".parse().unwrap());
    let answer = maria.send(request).await;
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
}

#[tokio::test]
async fn language_and_colours_stay_chosen() {
    let mut world = World::with_anna().await;
    world.post("/desk/preferences", "lang=ro&theme=dark&back=/desk/team").await;
    world.cookies.retain(|(name, _)| name == "onedoor_session");
    let page = world.get("/desk/team").await;
    assert!(page.body.contains(r#"<html lang="ro" data-theme="dark">"#), "{}", page.body);
    assert!(page.body.contains("Cine lucrează aici"));
}

#[tokio::test]
async fn a_guesser_is_told_how_long_to_wait() {
    let mut world = World::with_anna().await;
    world.cookies.clear();
    world.peer = "198.51.100.66:50000".parse().unwrap();
    for _ in 0..5 {
        world.post("/desk/sign-in", "email=anna@kubek.pl&password=guess").await;
    }
    let answer = world.post("/desk/sign-in", "email=anna@kubek.pl&password=guess").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.body.contains("Too many attempts. Try again in 2 seconds."), "{}", answer.body);
}
