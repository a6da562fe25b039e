//! A day after Zofia's last word on WhatsApp, Anna sends her an approved template.

use std::sync::Arc;

use axum::http::StatusCode;
use customers::channels::{self, ChannelKind, NewChannel};
use customers::testing::identity_of;
use engage::connectors::whatsapp::templates::{Template, store};
use engage::conversations::{self, Direction, Inbound, MessageId, Report, Reported, Sender, State};
use expect_test::expect;
use kit::Tx;
use kit::time::{hours, minutes};

use super::tests::text;
use crate::desk::tests::World;

fn template() -> Template {
    Template {
        name: "order_update".into(),
        language: "pl".into(),
        category: "utility".into(),
        header: String::new(),
        body: "Dzień dobry {{1}}, mamy wiadomość o zamówieniu {{2}}.".into(),
        footer: "Kubek".into(),
        variables: vec!["1".into(), "2".into()],
    }
}

/// Anna's desk, and the page of a conversation by WhatsApp.
async fn a_conversation() -> (World, String, Arc<channels::Channel>) {
    let anna = World::with_anna().await;
    let ctx = anna.app.ctx.clone();
    let new = NewChannel { kind: ChannelKind::Whatsapp, name: "WhatsApp".into() };
    let now = ctx.clock.now();
    let make = |tx: &Tx| {
        let (door, _) = channels::create(tx, &new, now)?;
        store::replace(tx, door.id, &[template()], now)?;
        Ok(door)
    };
    let door = Arc::new(ctx.db.write(make).await.unwrap());
    let zofia = Sender {
        proven: vec![identity_of("phone:+48601234567")],
        address: Some("phone:+48601234567".into()),
        ..Sender::default()
    };
    let inbound = Inbound {
        provider_id: "wamid.1".into(),
        sender: zofia,
        at: now,
        body: "Where is my parcel?".into(),
        ..Inbound::default()
    };
    let received = conversations::receive(&anna.app.engage, &door, &inbound).await.unwrap();
    (anna, format!("/desk/inbox/{}", received.conversation_id), door)
}

#[tokio::test]
async fn what_meta_refused_is_said_in_the_readers_words() {
    let (mut anna, page, door) = a_conversation().await;
    let sent = anna.post(&format!("{page}/messages"), "kind=answer&body=On+its+way&key=k").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let id: conversations::ConversationId = page.rsplit('/').next().unwrap().parse().unwrap();
    let end = (kit::Time::MAX, MessageId([0xff; 16]));
    let find = |tx: &Tx| conversations::store::page(tx, &[id], end, 10);
    let messages = anna.app.ctx.db.read(find).await.unwrap();
    let message = messages.iter().find(|message| message.direction == Direction::Out).unwrap().id;
    let error = "The customer's last word here is too old (#131047: Message failed to send.)";
    let report = Report {
        about: Reported::Message(message),
        state: State::Failed,
        at: anna.app.ctx.clock.now(),
        error: Some(error.into()),
    };
    conversations::report(&anna.app.engage, door.id, &report).await.unwrap();
    let shown = anna.get(&page).await.body;
    assert!(shown.contains("too long ago for a free answer (#131047)"), "{shown}");
}

#[tokio::test]
async fn within_a_day_she_answers_freely_and_reads_until_when() {
    let (mut anna, page, _) = a_conversation().await;
    anna.app.ctx.clock.advance(minutes(5));
    let body = anna.get(&page).await.body;
    assert!(text(&body, "class=\"ways\"", "</fieldset>").contains("until "), "{body}");
    assert!(!body.contains("Approved templates"));
    let sent = anna.post(&format!("{page}/messages"), "kind=answer&body=On+its+way&key=k").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_day_later_she_sends_an_approved_template() {
    let (mut anna, page, door) = a_conversation().await;
    anna.app.ctx.clock.advance(hours(25));
    let body = anna.get(&page).await.body;
    expect![[r#"
        By which door
        WhatsApp
        +48601234567
        shut now
    "#]]
    .assert_eq(&text(&body, "class=\"ways\"", "</fieldset>"));
    expect![[r#"
        Approved templates: WhatsApp, +48601234567
        order update
        pl
        Dzień dobry {{1}}, mamy wiadomość o zamówieniu {{2}}.
        In place of {{1}}
        In place of {{2}}
        Send the template
    "#]]
    .assert_eq(&text(&body, "class=\"templates\"", "</section>"));
    assert!(body.contains("too long ago for a free answer"));

    // Without script a browser may send the hidden field all the same.
    let late = anna.post(&format!("{page}/messages"), "kind=answer&body=Too+late&key=k").await;
    assert_eq!(late.status, StatusCode::BAD_REQUEST);
    assert!(late.body.contains("too old to answer freely"), "{}", late.body);

    let way = format!("{}+phone%3A%2B48601234567", door.id);
    let form = format!("way={way}&name=order_update&language=pl&key=t1&value-0=Zofio");
    let templates = format!("{page}/templates");
    let gap = anna.post(&templates, &form).await;
    assert_eq!(gap.status, StatusCode::BAD_REQUEST);
    assert!(gap.body.contains("Fill each gap"), "{}", gap.body);
    // Sent twice, it goes out once.
    for _ in 0..2 {
        let sent = anna.post(&templates, &format!("{form}&value-1=KR-42")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    let shown = text(&anna.get(&page).await.body, "id=\"thread\"", "</ol>");
    let said = "Dzień dobry Zofio, mamy wiadomość o zamówieniu KR-42.";
    assert_eq!(shown.matches(said).count(), 1, "{shown}");
}
