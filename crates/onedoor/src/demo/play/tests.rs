//! Anna writes by mail and by SMS, calls and is called: everything goes over the wire, and all of it is one conversation.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderName, Method, header};
use customers::accounts::{self, NewAccount, Permit, Role, may};
use customers::channels::{self, ChannelKind, NewChannel};
use customers::identities::{Identity, Kind, store as identities};
use engage::connectors;
use engage::connectors::http::{self, Answer};
use engage::connectors::phone::{CallState, call_of, dial, pop};
use engage::conversations::{self, ConversationId, Message, NewReply, State};
use engage::inbox;
use kit::i18n::Catalogue;
use kit::jobs::Workers;
use kit::secrets::Secrets;
use kit::testing::Folder;
use kit::{Clock, Tx};
use serde_json::json;
use tokio::sync::watch;

use super::exchange::Way;
use super::letter::{self, New};
use super::walk::{self, Step};
use super::{Play, Player, connect};
use crate::app::{App, migrations};
use crate::demo::{LOCALES, page, shop};
use crate::listen;
use crate::router::router;
use crate::web::Limits;

const AGENT: &str = "Marta";
const PATIENCE: Duration = Duration::from_secs(20);

struct World {
    app: App,
    play: Arc<Play>,
    url: String,
    _stop: watch::Sender<bool>,
    _folder: Folder,
}

fn anna() -> Player {
    Player {
        first: "Anna".into(),
        last: "Nowak".into(),
        email: "anna.nowak@example.com".into(),
        phone: "+48530012345".into(),
        card: "2900000104075".into(),
        account: "u10001".into(),
    }
}

async fn world() -> World {
    let folder = Folder::new();
    let place = kit::db::Place::Sqlite {
        path: folder.0.join("demo.db"),
        synchronous: kit::db::Synchronous::Normal,
    };
    let db = kit::Db::open(&place).await.unwrap();
    let ctx = customers::Ctx::new(db, Clock::System, customers::testing::defaults());
    ctx.db.migrate(&migrations(), ctx.clock.now()).await.unwrap();
    for door in &shop::DOORS {
        let new = NewChannel { kind: door.kind.parse().unwrap(), name: door.name.into() };
        ctx.db.write(|tx| channels::create(tx, &new, ctx.clock.now())).await.unwrap();
    }
    let agent = NewAccount::checked(AGENT, "marta@vatra-ziarno.example", Role::Agent).unwrap();
    let (_, link) = accounts::invite(&ctx, &Permit::console(), agent).await.unwrap();
    let visit = accounts::Visit {
        ip: std::net::Ipv4Addr::LOCALHOST.into(),
        user_agent: String::new(),
        request_id: String::new(),
    };
    let password = "trzy filiżanki kawy".to_string();
    accounts::set_password_by_link(&ctx, &link, password, &visit).await.unwrap();

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let secrets = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
    let mut app = App { open_desk: true, ..App::new(ctx, secrets).unwrap() };
    app.engage.public_url = Some(format!("http://{at}"));
    page::open_chat(&app).await.unwrap();
    let play = connect::open(&app, anna(), &[], at).await.unwrap();
    app.open_desk_as = connect::telephone_of(&app, AGENT).await.unwrap();
    app.play = Some(Arc::clone(&play));

    let (stop, stopped) = watch::channel(false);
    tokio::spawn(listen::serve(listener, router(&app), Limits::DEFAULT, stopped.clone()));
    let workers =
        Workers::new(app.ctx.db.clone(), app.ctx.clock.clone(), engage::handlers(&app.engage));
    tokio::spawn(workers.keep_working(stopped.clone()));
    tokio::spawn(connectors::keep_running(app.engage.clone(), stopped));
    let world = World { app, play, url: format!("http://{at}"), _stop: stop, _folder: folder };
    world.knows_her().await;
    world
}

impl World {
    /// The shop has vouched for her address and her number before.
    async fn knows_her(&self) {
        let secret = self.app.ctx.db.write(|tx: &Tx| {
            let doors = channels::store::list(tx)?;
            let web = doors.iter().find(|door| door.kind == ChannelKind::Web);
            channels::rotate_secret(tx, web.unwrap().id)
        });
        let secret = secret.await.unwrap().0;
        let Player { account, email, phone, .. } = anna();
        let call = json!({ "userId": account, "traits": {
            "email": email, "email_verified": true, "phone": phone, "phone_verified": true,
        }});
        let url = format!("{}/v1/identify", self.url);
        let answer = http::post_json(&url, &[http::bearer(&secret)], &call).await.unwrap();
        assert_eq!(answer.status, 200, "{}", answer.text());
    }

    async fn get(&self, path: &str) -> String {
        let url = format!("{}{path}", self.url);
        let answer = http::send(Method::GET, &url, &[], Vec::new()).await.unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.text()
    }

    async fn post(&self, path: &str, kind: &str, body: String) -> Answer {
        let headers = [
            (header::CONTENT_TYPE, kind.to_string()),
            (HeaderName::from_static("sec-fetch-site"), "same-origin".into()),
        ];
        let url = format!("{}{path}", self.url);
        http::send(Method::POST, &url, &headers, body.into_bytes()).await.unwrap()
    }

    async fn form(&self, path: &str, body: &str) {
        let kind = "application/x-www-form-urlencoded";
        let answer = self.post(path, kind, body.into()).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    }

    /// A letter as a browser sends it, with a file.
    async fn letter(&self, subject: &str, body: &str) {
        let parts = [("to", self.play.post.shop()), ("subject", subject), ("body", body)];
        let mut form = String::new();
        for (name, value) in parts {
            form += &format!(
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
        }
        form += "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cup.txt\"\r\n\
                 Content-Type: text/plain\r\n\r\nbroken\r\n--x--\r\n";
        let answer = self.post("/demo/mail", "multipart/form-data; boundary=x", form).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }

    async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let began = std::time::Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some(found) = look().await {
                return found;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("waited in vain: {what}");
    }

    async fn walk(&self) -> walk::Walk {
        let look = |tx: &Tx| walk::look(tx, &self.play.player, self.play.started_at);
        self.app.ctx.db.read(look).await.unwrap()
    }

    async fn conversation(&self) -> ConversationId {
        self.until("a conversation", async || self.walk().await.conversation).await
    }

    async fn messages(&self) -> Vec<Message> {
        let id = self.conversation().await;
        let see: Permit<may::SeeConversations> = Permit::console();
        let read = |tx: &Tx| inbox::read(tx, &see, id, None);
        self.app.ctx.db.read(read).await.unwrap().messages
    }

    /// Waits until the shop has heard or said this.
    async fn said(&self, words: &str) -> Message {
        self.until(words, async || {
            self.messages().await.into_iter().find(|one| one.body.contains(words))
        })
        .await
    }

    async fn answers(&self, words: &str) {
        let by: Permit<may::Talk> = Permit::console();
        let new = NewReply { body: words.into(), ..NewReply::default() };
        let id = self.conversation().await;
        conversations::reply(&self.app.engage, &by, id, &new).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_and_sms_go_both_ways_and_are_one_conversation() {
    let world = world().await;
    assert!(world.get("/demo/mail").await.contains("No letters yet."));
    // Whoever watches a new mailbox begins with the next letter.
    tokio::time::sleep(Duration::from_millis(300)).await;
    world.letter("A broken cup", "One of six is broken.").await;
    let heard = world.said("One of six is broken.").await;
    assert_eq!(heard.address.as_deref(), Some("email:anna.nowak@example.com"));
    world.answers("A new one leaves today.").await;
    let email = &world.play.player.email;
    let letter = world
        .until("a letter", async || {
            world.play.post.letters(email).into_iter().find(|one| !one.is_read)
        })
        .await;
    let list = world.get("/demo/mail").await;
    assert!(list.contains("Re: A broken cup") && list.contains("1 new"), "{list}");
    let shown = world.get(&format!("/demo/mail/{}", letter.number)).await;
    assert!(shown.contains("A new one leaves today.") && shown.contains("cup.txt"), "{shown}");
    assert_eq!(world.play.post.unread(email), 0);
    let answer = world.get(&format!("/demo/mail/new?answer={}", letter.number)).await;
    assert!(answer.contains("&gt; A new one leaves today."), "{answer}");
    assert!(answer.contains("hello+t"), "the shop's address with its token");

    world.form("/demo/phone/sms", "text=Where+is+it%3F").await;
    world.said("Where is it?").await;
    world.answers("With the courier.").await;
    world
        .until("delivered", async || {
            (world.said("With the courier.").await.state == State::Delivered).then_some(())
        })
        .await;
    assert!(world.get("/demo/phone").await.contains("With the courier."));
    assert_eq!(world.walk().await.gone, [Step::Mail, Step::Sms]);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_rings_on_either_side() {
    let world = world().await;
    world.form("/demo/phone/sms", "text=Please+call+me").await;
    world.said("Please call me").await;
    let (exchange, number) = (&world.play.exchange, &world.play.player.phone);
    let see: Permit<may::SeeConversations> = Permit::console();
    let marta = world.app.open_desk_as.clone().map(|(id, _)| id);
    let cards = async || {
        let shown = |tx: &Tx| pop::shown(tx, &world.app.engage, &see, marta);
        let shown = world.app.ctx.db.read(shown).await.unwrap();
        shown.iter().map(|one| one.state).collect::<Vec<_>>()
    };
    world.form("/demo/phone/call", "deed=ring").await;
    assert_eq!(cards().await, [CallState::Ringing]);
    assert!(world.get("/demo/phone?tab=calls").await.contains("It rings at Vatra &amp; Ziarno"));
    world.form("/demo/phone/call", "deed=lift&back=/demo").await;
    assert_eq!(cards().await, [CallState::Answered]);
    world.form("/demo/phone/call", "deed=hang-up").await;
    assert_eq!(cards().await, []);

    let by: Permit<may::Talk> = accounts_permit(&world).await;
    let wanted = world.app.ctx.db.read(|tx: &Tx| {
        let held = identities::find_maybe(tx, &Identity::new(Kind::PHONE, number.clone()))?;
        let doors = channels::store::list(tx)?;
        let phone = doors.iter().find(|door| door.kind == ChannelKind::Phone);
        Ok(dial::Wanted {
            channel_id: phone.unwrap().id,
            customer: held.unwrap().customer_id,
            conversation: None,
            number: number.clone(),
        })
    });
    dial::dial(&world.app.engage, &by, &wanted.await.unwrap()).await.unwrap();
    assert_eq!(exchange.call_of(number).map(|call| call.way), Some(Way::ToCustomer));
    assert!(world.get("/demo/phone").await.contains("calls you"));
    world.form("/demo/phone/call", "deed=lift").await;
    world.form("/demo/phone/call", "deed=hang-up").await;
    let calls = world.messages().await.iter().filter_map(call_of).collect::<Vec<_>>();
    let told: Vec<_> = calls.iter().map(|call| (call.direction.as_str(), call.state)).collect();
    assert_eq!(told, [("inbound", CallState::Ended), ("outbound", CallState::Ended)]);
    assert_eq!(world.walk().await.gone, [Step::Call]);
}

/// As whoever sits at the open desk.
async fn accounts_permit(world: &World) -> Permit<may::Talk> {
    let colleague = world.app.open_desk_as.clone();
    accounts::Staff::of_open_desk("req_1".into(), colleague).permit().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn another_sites_form_and_a_stranger_at_the_gateway_do_nothing() {
    let world = world().await;
    let url = format!("{}/demo/phone/sms", world.url);
    let answer = http::post_form(&url, &[], &[("text", "hi")]).await.unwrap();
    assert_eq!((answer.status, answer.text().contains("foreign_form")), (403, true));
    let url = format!("{}/demo/gateway/cgi-bin/sendsms?password=guess&to=1&text=hi", world.url);
    assert_eq!(http::send(Method::GET, &url, &[], Vec::new()).await.unwrap().status, 403);
    let call = "/demo/line/2010-04-01/Accounts/AC1/Calls.json";
    assert_eq!(world.post(call, "text/plain", String::new()).await.status, 401);
}

#[test]
fn a_letter_is_written_and_read() {
    let answered = letter::Read {
        message_id: "1@shop.example".into(),
        references: vec!["0@shop.example".into()],
        ..letter::Read::default()
    };
    let written = letter::write(New {
        from: ("Łucja".into(), "lucja@example.com"),
        to: "hello@shop.example",
        subject: "Re: Kawa\r\nBcc: all@example.com",
        body: "Dziękuję.",
        answers: Some(&answered),
        files: Vec::new(),
        message_id: "2@example.com".into(),
        at: kit::testing::NOON,
    })
    .unwrap();
    let read = letter::read(&written);
    let said = [&read.from_name, &read.from, &read.subject, &read.text, &read.message_id];
    assert_eq!(
        said,
        [
            "Łucja",
            "lucja@example.com",
            "Re: Kawa  Bcc: all@example.com",
            "Dziękuję.",
            "2@example.com"
        ]
    );
    assert_eq!(read.references, ["0@shop.example", "1@shop.example"]);
    assert_eq!(read.thread(), "0@shop.example");
}

#[test]
fn one_click_and_nothing_that_runs() {
    let letter = "From: Shop <a@shop.example>\r\nSubject: How was it?\r\nMessage-ID: <1@x>\r\n\
                  List-Unsubscribe: <mailto:no@shop.example>, <http://shop.example/u/1>\r\n\
                  List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\nContent-Type: text/html\r\n\r\n\
                  <p>Well? <script>alert(1)</script><img src=http://spy.example/x></p>\r\n";
    let read = letter::read(letter.as_bytes());
    assert_eq!(read.unsubscribe.as_deref(), Some("http://shop.example/u/1"));
    assert_eq!(read.html.as_deref().map(str::trim), Some("<p>Well? <img></p>"));
    let without = letter.replace("List-Unsubscribe-Post", "X-Other");
    assert_eq!(letter::read(without.as_bytes()).unsubscribe, None);
}

#[test]
fn addresses_in_a_text_lead_there() {
    let pieces = letter::pieces("See http://a.example/s/1, or (https://b.example). Bye");
    let links: Vec<_> =
        pieces.iter().filter(|(is_link, _)| *is_link).map(|piece| piece.1).collect();
    assert_eq!(links, ["http://a.example/s/1", "https://b.example"]);
    let all: String = pieces.iter().map(|piece| piece.1).collect();
    assert_eq!(all, "See http://a.example/s/1, or (https://b.example). Bye");
}

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&LOCALES).check().unwrap();
}
