//! WhatsApp, from the first word to the template a day later.

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use engage::connectors;
use engage::connectors::setup;
use engage::connectors::whatsapp::templates::{self, Filled};
use engage::conversations::{NewAttachment, NewReply, State, reply};
use engage::testing::{Talk, on_each_engine};
use expect_test::expect;
use kit::Tx;
use kit::time::{hours, minutes, seconds};
use serde_json::json;

use super::play::{ACCOUNT, Play, SECRET};
use crate::simulate::whatsapp::PROVIDER;

const ANNA: &str = "phone:+48601234567";

pub(super) async fn open(talk: &Talk) -> Play<'_> {
    let settings = json!({ "phone_number_id": ACCOUNT, "business_account_id": "900800700" });
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "verify_token": "kubek" });
    let door = (ChannelKind::Whatsapp, connectors::Provider::Whatsapp, "whatsapp");
    Play::open(talk, PROVIDER, door, settings, secrets).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_with_a_picture_an_answer_and_its_reports() {
    on_each_engine(async |talk| {
        let play = open(talk).await;
        setup::test(&talk.ctx, &Permit::console(), play.door.id).await.unwrap();
        play.phone("say", &[("text", "Czy ta lampa jest? 🎉")]).await;
        play.until_said(ANNA, 1).await;
        play.picture("Ta", b"not really a picture").await;
        play.until_said(ANNA, 2).await;
        let conversation = talk.conversation_of(ANNA).await;
        let file = NewAttachment {
            name: "cennik.pdf".into(),
            media_type: "application/pdf".into(),
            content_id: None,
            content: b"%PDF".to_vec(),
        };
        let answer =
            NewReply { body: "Jest!".into(), attachments: vec![file], ..NewReply::default() };
        reply(&talk.ctx, &talk.staff(), conversation, &answer).await.unwrap();
        play.until_state(ANNA, State::Delivered).await;
        assert_eq!(play.seen().await, ["Jest! [cennik.pdf] (delivered)"]);
        play.phone("read", &[]).await;
        play.until_state(ANNA, State::Read).await;
        // Everything once more, from the last to the first: nothing changes.
        play.phone("again", &[]).await;
        play.phone("say", &[("text", "Super")]).await;
        play.until_said(ANNA, 4).await;
        expect![[r#"
            [
                "customer by WhatsApp: Czy ta lampa jest? 🎉 (received)",
                "customer by WhatsApp: Ta (received)",
                "agent by WhatsApp: Jest! (read)",
                "customer by WhatsApp: Super (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(conversation).await);
        let messages = talk.messages(conversation).await;
        let files = |tx: &Tx| engage::conversations::store::attachments(tx, &[messages[1].id]);
        let files = talk.ctx.customers.db.read(files).await.unwrap();
        let files: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.size)).collect();
        assert_eq!(files, [("image.jpeg", 20)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_later_only_an_approved_template_goes_out() {
    on_each_engine(async |talk| {
        let play = open(talk).await;
        play.phone("say", &[("text", "Czy ta lampa jest?")]).await;
        play.until_said(ANNA, 1).await;
        let conversation = talk.conversation_of(ANNA).await;
        talk.ctx.customers.clock.advance(hours(25));
        let refused = talk.answers(conversation, "Jest!").await.unwrap_err();
        assert_eq!(refused.code, "window_closed");

        let usable = templates::fetch(&talk.ctx, &Permit::console(), play.door.id).await.unwrap();
        assert_eq!(usable, 3, "neither the refused one nor the one with a picture");
        let filled = Filled {
            channel: Some(play.door.id),
            name: "order_update".into(),
            language: "pl".into(),
            values: vec!["Anno".into(), "KR-42".into()],
            ..Filled::default()
        };
        templates::send(&talk.ctx, &talk.staff(), conversation, &filled).await.unwrap();
        play.until_state(ANNA, State::Delivered).await;
        expect![[r#"
            [
                "Dzień dobry Anno, mamy wiadomość o zamówieniu KR-42. Czy możemy ją przekazać? (delivered)",
            ]
        "#]]
        .assert_debug_eq(&play.seen().await);
        // She answers, and the window is open again.
        play.phone("say", &[("text", "Tak")]).await;
        play.until_said(ANNA, 3).await;
        talk.answers(conversation, "Czeka w Krakowie.").await.unwrap();
        play.until_state(ANNA, State::Delivered).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hides_the_number_is_answered_by_the_id_and_is_the_same() {
    on_each_engine(async |talk| {
        let play = open(talk).await;
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said(ANNA, 1).await;
        let people =
            play.phone("people", &[("person", "7000000001"), ("hides_phone", "true")]).await;
        assert_eq!(people["hides_phone"], true);
        talk.ctx.customers.clock.advance(minutes(1));
        play.phone("say", &[("text", "To znowu ja")]).await;
        play.until_said(ANNA, 2).await;
        let conversation = talk.conversation_of(ANNA).await;
        talk.answers(conversation, "Witamy!").await.unwrap();
        play.until_state(ANNA, State::Delivered).await;
        let last = talk.messages(conversation).await.pop().unwrap();
        assert_eq!(last.address.as_deref(), Some("whatsapp_id:PL.7000000001"));
        assert_eq!(play.seen().await, ["Witamy! (delivered)"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_at_once_wait_and_a_lost_answer_sends_nothing_twice() {
    on_each_engine(async |talk| {
        let play = open(talk).await;
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said(ANNA, 1).await;
        let conversation = talk.conversation_of(ANNA).await;
        play.phone("trouble", &[("kind", "rate"), ("times", "2")]).await;
        talk.answers(conversation, "Jest.").await.unwrap();
        talk.work().await;
        assert!(play.seen().await.is_empty());
        talk.ctx.customers.clock.advance(seconds(1));
        talk.work().await;
        talk.ctx.customers.clock.advance(seconds(4));
        play.until_state(ANNA, State::Delivered).await;

        play.phone("trouble", &[("kind", "lost")]).await;
        talk.ctx.customers.clock.advance(seconds(1));
        talk.answers(conversation, "W Krakowie.").await.unwrap();
        // Meta's report names it before the minute is over.
        play.until_state(ANNA, State::Delivered).await;
        talk.ctx.customers.clock.advance(minutes(2));
        talk.work().await;
        assert_eq!(play.seen().await, ["Jest. (delivered)", "W Krakowie. (delivered)"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_meta_refuses_afterwards_is_said_in_words() {
    on_each_engine(async |talk| {
        let play = open(talk).await;
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said(ANNA, 1).await;
        let conversation = talk.conversation_of(ANNA).await;
        // Meta's clock is ahead of ours: it takes the message, and reports that it was too late.
        play.phone("clock", &[("hours", "25")]).await;
        talk.answers(conversation, "Jest!").await.unwrap();
        play.until_state(ANNA, State::Failed).await;
        let last = talk.messages(conversation).await.pop().unwrap();
        expect!["The customer's last word here is too old (#131047: Message failed to send because more than 24 hours have passed since the customer last replied to this number.)"]
            .assert_eq(&last.error.unwrap());
    })
    .await;
}
