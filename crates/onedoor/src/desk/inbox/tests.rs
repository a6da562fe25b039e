//! Stories of the inbox: Anna, who owns the shop, answers Zofia, who writes by several doors.

use std::sync::Arc;

use axum::http::StatusCode;
use customers::accounts::Role;
use customers::channels::{self, Channel, ChannelKind, NewChannel};
use customers::testing::identity_of;
use engage::conversations::{self, ConversationId, Inbound, NewAttachment, Sender};
use expect_test::expect;

use crate::desk::tests::World;

struct Shop {
    anna: World,
    chat: Arc<Channel>,
    sms: Arc<Channel>,
    phone: Arc<Channel>,
}

impl Shop {
    async fn open() -> Shop {
        let anna = World::with_anna().await;
        let ctx = &anna.app.ctx;
        let make = async |kind, name: &str| {
            let new = NewChannel { kind, name: name.into() };
            let now = ctx.clock.now();
            Arc::new(ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap().0)
        };
        let chat = make(ChannelKind::Chat, "Shop chat").await;
        let sms = make(ChannelKind::Sms, "Texts").await;
        let phone = make(ChannelKind::Phone, "Hotline").await;
        Shop { anna, chat, sms, phone }
    }

    async fn says(&self, door: &Arc<Channel>, who: Sender, body: &str) -> ConversationId {
        self.brings(door, Inbound { sender: who, body: body.into(), ..Inbound::default() }).await
    }

    async fn brings(&self, door: &Arc<Channel>, inbound: Inbound) -> ConversationId {
        let app = &self.anna.app;
        app.ctx.clock.advance(kit::time::minutes(1));
        let inbound =
            Inbound { provider_id: inbound.body.clone(), at: app.ctx.clock.now(), ..inbound };
        conversations::receive(&app.engage, door, &inbound).await.unwrap().conversation_id
    }

    /// The page of a conversation.
    async fn page(&mut self, id: ConversationId) -> String {
        self.anna.get(&format!("/desk/inbox/{id}")).await.body
    }

    async fn post(&mut self, id: ConversationId, what: &str, form: &str) -> String {
        let answer = self.anna.post(&format!("/desk/inbox/{id}/{what}"), form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        answer.location().to_string()
    }
}

fn zofia() -> Sender {
    let proven = vec![identity_of("phone:+48601234567")];
    Sender { proven, address: Some("phone:+48601234567".into()), ..Sender::default() }
}

fn browser(id: &str) -> Sender {
    Sender { device: Some(id.into()), address: Some(format!("device:{id}")), ..Sender::default() }
}

/// What stands on the page between two pieces of its markup, a line for each text.
pub fn text(body: &str, from: &str, to: &str) -> String {
    let start = body.find(from).unwrap_or_else(|| panic!("no {from} in {body}"));
    let end = body[start..].find(to).map_or(body.len(), |end| start + end);
    let texts = body[start..end].split('<').filter_map(|piece| piece.split_once('>'));
    let texts = texts.map(|(_, text)| text.trim().replace('\u{a0}', " "));
    texts.filter(|text| !text.is_empty()).map(|text| text + "\n").collect()
}

#[tokio::test]
async fn who_waits_stands_in_the_list_and_is_counted() {
    let mut shop = Shop::open().await;
    let empty = shop.anna.get("/desk/inbox").await;
    assert!(empty.body.contains("Nobody waits"), "{}", empty.body);
    shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    shop.says(&shop.chat, browser("laptop-7"), "Is the lamp in stock?").await;
    let page = shop.anna.get("/desk/inbox").await;
    expect![[r#"
        Visitor on Shop chat · laptop-7
        Shop chat
        just now
        Is the lamp in stock?
        Asked just now
        +48601234567
        Texts
        1 min ago
        Where is my parcel?
        Asked 1 min ago
    "#]]
    .assert_eq(&text(&page.body, "class=\"conversations\"", "</ol>"));
    expect![[r#"
        Open
        2
        Mine
        Nobody’s
        2
        Customer’s turn
        Resting
        Closed
        All
    "#]]
    .assert_eq(&text(&page.body, "id=\"inbox-views\"", "</nav>"));
    let counted = text(&page.body, "id=\"inbox-count\"", "</b>");
    assert_eq!(counted, "2\n");
    let waiting = shop.anna.get("/desk/inbox?view=open&order=waiting").await.body;
    assert!(waiting.find("parcel?").unwrap() < waiting.find("lamp").unwrap());
    let by_door = shop.anna.get(&format!("/desk/inbox?view=all&door={}", shop.phone.id)).await;
    assert!(by_door.body.contains("Nothing here"));
    let mut maria = shop.anna.join("maria", Role::Marketer).await;
    assert_eq!(maria.get("/desk/inbox").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn all_doors_are_in_one_transcript_and_a_form_that_comes_twice_sends_once() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    let form = format!("kind=answer&way={}&body=It+comes+today.&key=k1", shop.sms.id);
    for _ in 0..2 {
        let location = shop.post(id, "messages", &form).await;
        assert_eq!(location, format!("/desk/inbox/{id}#sent"));
        shop.post(id, "messages", "kind=note&body=Check+the+van&key=k2").await;
    }
    let mut caller = browser("caller");
    caller.claimed = vec![identity_of("phone:+48601234567")];
    assert_eq!(shop.says(&shop.phone, caller, "Called").await, id);
    let page = shop.page(id).await;
    expect![[r#"
        Today
        +
        +48601234567
        Texts
        12:01
        Where is my parcel?
        A
        Anna
        Texts
        12:01
        It comes today.
        On its way
        A
        Anna
        Note
        12:01
        Check the van
        S
        Somebody
        Hotline
        not proven
        This came from somebody who is probably the customer, but nothing proves it: tell them nothing of what only the customer may know.
        12:02
        Called
    "#]]
    .assert_eq(&text(&page, "id=\"thread\"", "</ol>"));
    expect![[r#"
        Texts
        +48601234567
    "#]]
    .assert_eq(&text(&page, "class=\"ways\"", "</fieldset>").replace("By which door\n", ""));
    let refused = shop.anna.post(&format!("/desk/inbox/{id}/messages"), "kind=answer&body=").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("Write something."));
}

#[tokio::test]
async fn a_conversation_is_given_to_somebody_rests_closes_and_opens() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.chat, browser("laptop"), "Hello").await;
    shop.anna.join("olek", Role::Agent).await;
    let page = shop.page(id).await;
    let people = text(&page, "id=\"assignee\"", "</select>");
    assert_eq!(people, "Nobody\nAnna\nolek\n");
    let start = page.find("value=\"acc_").unwrap() + "value=\"".len();
    let anna = page[start..].split('"').next().unwrap();
    shop.post(id, "assignee", &format!("to={anna}")).await;
    shop.post(id, "priority", "priority=urgent").await;
    let mine = shop.anna.get("/desk/inbox?view=mine").await.body;
    assert!(mine.contains("Urgent") && mine.contains("With Anna"), "{mine}");
    assert_eq!(shop.post(id, "rest", "until=tomorrow").await, "/desk/inbox");
    let resting = shop.anna.get("/desk/inbox?view=snoozed").await.body;
    assert!(resting.contains("Rests until 22 Nov 2026, 09:00"), "{resting}");
    assert_eq!(shop.post(id, "closure", "").await, "/desk/inbox");
    let said = shop.anna.get("/desk/inbox?view=closed").await.body;
    assert!(said.contains("If they write again, it opens by itself.") && said.contains("Hello"));
    shop.post(id, "opening", "").await;
    assert!(shop.page(id).await.contains("data-hotkey=\"e\""));
    let past = shop.anna.post(&format!("/desk/inbox/{id}/rest"), "until=yesterday").await;
    assert_eq!(past.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_part_is_taken_out_and_joined_again() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Please call me").await;
    let mut caller = browser("caller");
    caller.claimed = vec![identity_of("phone:+48601234567")];
    shop.says(&shop.phone, caller, "Called").await;
    let page = shop.page(id).await;
    let at = page.find("/removal").expect("can be taken out");
    let part: ConversationId = page[..at].rsplit('/').next().unwrap().parse().unwrap();
    shop.post(id, &format!("parts/{part}/removal"), "").await;
    assert!(!shop.page(id).await.contains("Called"));
    assert!(shop.page(part).await.contains("Called"));
    // They are two people, as far as anybody knows.
    let answer = shop.anna.post(&format!("/desk/inbox/{id}/joins"), &format!("other={part}")).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_file_that_a_customer_sent_cannot_do_anything_here() {
    let mut shop = Shop::open().await;
    let file = NewAttachment {
        name: "rysunek.svg".into(),
        media_type: "image/svg+xml".into(),
        content_id: None,
        content: b"<svg onload='alert(1)'/>".to_vec(),
    };
    let inbound = Inbound {
        sender: zofia(),
        body: "See the drawing".into(),
        attachments: vec![file],
        ..Inbound::default()
    };
    let id = shop.brings(&shop.sms, inbound).await;
    let page = shop.page(id).await;
    let at = page.find("/desk/inbox/files/").expect("a link to the file");
    let href = page[at..].split('"').next().unwrap().to_string();
    let answer = shop.anna.get(&href).await;
    let names = [
        "content-type",
        "content-disposition",
        "content-security-policy",
        "x-content-type-options",
    ];
    let headers = names.map(|name| answer.headers[name].to_str().unwrap().to_string());
    expect![[r#"
        [
            "image/svg+xml",
            "attachment; filename=\"rysunek.svg\"; filename*=UTF-8''rysunek.svg",
            "sandbox; default-src 'none'",
            "nosniff",
        ]
    "#]]
    .assert_debug_eq(&headers);
}

#[tokio::test]
async fn both_pages_hear_of_what_is_new() {
    use futures_util::StreamExt as _;
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "First").await;
    for path in ["/desk/inbox".to_string(), format!("/desk/inbox/{id}")] {
        let page = shop.anna.get(&path).await.body;
        let at = page.find("data-live=\"").unwrap() + "data-live=\"".len();
        let live = page[at..].split('"').next().unwrap().replace("&amp;", "&");
        let mut stream = shop.anna.open_stream(&live).await;
        let quiet = tokio::time::timeout(std::time::Duration::from_millis(300), stream.next());
        assert!(quiet.await.is_err(), "nothing has happened on {path}");
        shop.says(&shop.sms, zofia(), &format!("More, {path}")).await;
        let heard = stream.next().await.unwrap().unwrap();
        let heard = String::from_utf8(heard.to_vec()).unwrap();
        assert!(heard.starts_with("event: stale\n"), "{heard}");
    }
}
