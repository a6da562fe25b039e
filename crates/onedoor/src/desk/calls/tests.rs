//! Stories of the telephone on the desk: Zofia calls Anna's shop.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use customers::accounts::Role;
use customers::channels::{self, ChannelId, ChannelKind, NewChannel};
use customers::testing::identity_of;
use engage::conversations::{self, ConversationId, Inbound, Sender};
use expect_test::expect;
use futures_util::StreamExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::desk::tests::World;

const ZOFIA: &str = "+48601234567";

struct Shop {
    anna: World,
    hotline: ChannelId,
    key: String,
}

impl Shop {
    async fn open() -> Shop {
        let anna = World::with_anna().await;
        let ctx = &anna.app.ctx;
        let (now, kind) = (ctx.clock.now(), ChannelKind::Phone);
        let new = NewChannel { kind, name: "Hotline".into() };
        let (door, key) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
        Shop { anna, hotline: door.id, key: key.0 }
    }

    /// Zofia, who wrote before.
    async fn zofia(&self) -> ConversationId {
        let ctx = &self.anna.app.ctx;
        let new = NewChannel { kind: ChannelKind::Sms, name: "Texts".into() };
        let now = ctx.clock.now();
        let (door, _) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
        let number = format!("phone:{ZOFIA}");
        let proven = vec![identity_of(&number)];
        let inbound = Inbound {
            provider_id: "1".into(),
            sender: Sender { proven, address: Some(number), ..Sender::default() },
            at: now,
            body: "Where is my parcel?".into(),
            ..Inbound::default()
        };
        let app = &self.anna.app;
        let received = conversations::receive(&app.engage, &door.into(), &inbound).await;
        received.unwrap().conversation_id
    }

    async fn tells(&self, mut body: Value) -> Value {
        body["call"] = json!("c1");
        let request = Request::builder()
            .method(Method::POST)
            .uri("/v1/calls")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key))
            .body(Body::from(body.to_string()))
            .unwrap();
        let answer = crate::router::router(&self.anna.app).oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let body = axum::body::to_bytes(answer.into_body(), 10_000).await.unwrap();
        serde_json::from_slice(&body).unwrap()
    }
}

/// The texts of a piece of a page.
fn text(html: &str) -> String {
    let texts = html.split('<').filter_map(|piece| piece.split_once('>'));
    let texts = texts.map(|(_, text)| text.trim().replace('\u{a0}', " "));
    texts.filter(|text| !text.is_empty()).map(|text| text + "\n").collect()
}

fn part<'a>(body: &'a str, from: &str, to: &str) -> &'a str {
    let start = body.find(from).unwrap_or_else(|| panic!("no {from} in {body}"));
    let end = body[start..].find(to).map_or(body.len(), |end| start + end);
    &body[start..end]
}

/// The cards that a desk shows next.
async fn next(stream: &mut axum::body::BodyDataStream) -> String {
    let wait = tokio::time::timeout(Duration::from_secs(5), stream.next());
    let chunk = wait.await.expect("in time").expect("goes on").expect("is read");
    let said = String::from_utf8(chunk.to_vec()).unwrap();
    assert!(said.starts_with("event: calls"), "{said}");
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_calls_is_on_every_page_before_anybody_answers() {
    let mut shop = Shop::open().await;
    let conversation = shop.zofia().await;
    let page = shop.anna.get("/desk/audit").await.body;
    assert!(page.contains("data-calls=\"/desk/calls/live\""));
    let mut stream = shop.anna.open_stream("/desk/calls/live").await;
    assert_eq!(text(&next(&mut stream).await), "");
    shop.tells(json!({"event": "ringing", "from": ZOFIA, "name": "ZOFIA K"})).await;
    let card = next(&mut stream).await;
    expect![[r#"
        Incoming call
        +48601234567
        +48601234567
        not proven
        The number says who it is; numbers can be faked. Tell the caller nothing of what only the customer may know before you have asked.
        Last seen
        Texts
        just now
        Open the customer
        Open the conversation
    "#]]
    .assert_eq(&text(&card));
    assert!(card.contains(&format!("/desk/inbox/{conversation}")), "{card}");
    shop.tells(json!({"event": "ended"})).await;
    assert_eq!(text(&next(&mut stream).await), "");
    let mut maria = shop.anna.join("maria", Role::Marketer).await;
    assert!(!maria.get("/desk/customers").await.body.contains("data-calls"));
    assert_eq!(maria.get("/desk/calls/live").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_call_stands_in_the_conversation_with_what_was_said() {
    let mut shop = Shop::open().await;
    let conversation = shop.zofia().await;
    let account = shop.anna.get("/desk/settings/telephone").await.body;
    let account = part(&account, "name=\"account\" value=\"", "\">").rsplit('"').next().unwrap();
    let form = format!("channel={}&account={account}&extension=101", shop.hotline);
    let set = shop.anna.post("/desk/settings/telephone", &form).await;
    assert_eq!(set.location(), "/desk/settings/telephone");
    shop.tells(json!({"event": "ringing", "from": ZOFIA})).await;
    shop.tells(json!({"event": "answered", "extension": "101"})).await;
    shop.anna.app.ctx.clock.advance(kit::time::seconds(192));
    shop.tells(json!({"event": "ended"})).await;
    let link = "https://pbx.example/1.wav";
    let told = shop.tells(json!({"event": "recorded", "recording_url": link})).await;
    assert_eq!(told["answered_by"]["name"], "Anna");
    let message = told["message"].as_str().unwrap();
    let words = format!("/desk/inbox/{conversation}/calls/{message}/words");
    shop.anna.post(&words, "words=The+parcel+comes+on+Friday.").await;
    let page = shop.anna.get(&format!("/desk/inbox/{conversation}")).await.body;
    let call = part(&page, &format!("id=\"{message}\""), "</li>");
    expect![[r#"
        S
        Somebody
        Hotline
        not proven
        This came from somebody who is probably the customer, but nothing proves it: tell them nothing of what only the customer may know.
        12:00
        Incoming call · 3 min 12 s · answered by Anna
        +48601234567
        The parcel comes on Friday.
        Listen to the recording
        pbx.example
        Change what was written down
        What was said
        The parcel comes on Friday.
        Save
    "#]]
    .assert_eq(&text(call));
    assert!(call.contains("rel=\"noopener noreferrer\""), "{call}");
    // Answered: nobody waits any more.
    assert!(page.contains("Customer’s turn"), "{page}");
}

#[tokio::test]
async fn a_call_is_written_down_by_hand() {
    let mut shop = Shop::open().await;
    let conversation = shop.zofia().await;
    let page = shop.anna.get(&format!("/desk/inbox/{conversation}")).await.body;
    let way = part(&page, "/desk/customers/cus_", "\"").to_string();
    let customer = way.split('/').nth(3).unwrap().to_string();
    let calls = format!("/desk/customers/{customer}/calls");
    let form = shop.anna.get(&format!("{calls}?conversation={conversation}")).await.body;
    assert!(form.contains(ZOFIA) && form.contains("To call from here, connect"), "{form}");
    let typed = |minutes: &str| {
        format!(
            "key=k1&conversation={conversation}&channel={}&direction=outbound&began=2026-11-21T11:30\
            &outcome=talked&minutes={minutes}&words=We+agreed.",
            shop.hotline
        )
    };
    let (wrong, right) = (typed("many"), typed("4"));
    let refused = shop.anna.post(&calls, &wrong).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("A call lasts 0 to 1440 minutes."), "{}", refused.body);
    for _ in 0..2 {
        let logged = shop.anna.post(&calls, &right).await;
        assert_eq!(logged.location(), format!("/desk/inbox/{conversation}"));
    }
    let page = shop.anna.get(&format!("/desk/inbox/{conversation}")).await.body;
    assert_eq!(page.matches("We called · 4 min 0 s · written down by hand").count(), 1, "{page}");
}
