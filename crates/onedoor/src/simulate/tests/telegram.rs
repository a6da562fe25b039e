//! Telegram, by the webhook and by asking.

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use engage::connectors;
use engage::connectors::{setup, telegram};
use engage::conversations::{NewAttachment, NewReply, State, reply};
use engage::testing::{Talk, on_each_engine};
use expect_test::expect;
use kit::time::{minutes, seconds};
use serde_json::json;
use tokio::sync::watch;

use super::play::{Play, SECRET};
use crate::simulate::telegram::PROVIDER;

const ANNA: &str = "telegram_id:7000000001";

pub(super) async fn open<'a>(talk: &'a Talk, mode: &str) -> (Play<'a>, watch::Sender<bool>) {
    let settings = json!({ "mode": mode });
    let door = (ChannelKind::Telegram, connectors::Provider::Telegram, "");
    let play = Play::open(talk, PROVIDER, door, settings, json!({ "token": SECRET })).await;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(telegram::keep(talk.ctx.clone(), play.door.id, stopped));
    (play, stop)
}

async fn goes_both_ways(talk: &Talk, mode: &str) {
    let (play, stop) = open(talk, mode).await;
    setup::test(&talk.ctx, &Permit::console(), play.door.id).await.unwrap();
    play.phone("say", &[("payload", "K7-PQ")]).await;
    play.until_said(ANNA, 1).await;
    let line = play.phone("say", &[("text", "Czy ta lmapa jest?")]).await;
    play.until_said(ANNA, 2).await;
    let edit = [("line", line["id"].as_str().unwrap()), ("text", "Czy ta lampa jest?")];
    play.phone("edit", &edit).await;
    play.picture("Ta", b"not really a picture").await;
    play.until_said(ANNA, 3).await;
    let conversation = talk.conversation_of(ANNA).await;
    let file = NewAttachment {
        name: "lampa.jpg".into(),
        media_type: "image/jpeg".into(),
        content_id: None,
        content: vec![0xff, 0xd8],
    };
    let answer = NewReply {
        body: "<b>Jest</b> & czeka".into(),
        attachments: vec![file],
        ..NewReply::default()
    };
    reply(&talk.ctx, &talk.staff(), conversation, &answer).await.unwrap();
    play.until_state(ANNA, State::Sent).await;
    assert_eq!(play.seen().await, ["<b>Jest</b> & czeka [lampa.jpg] (sent)"]);
    expect![[r#"
        [
            "customer by Telegram: /start K7-PQ (received)",
            "customer by Telegram: Czy ta lampa jest? (received)",
            "customer by Telegram: Ta (received)",
            "agent by Telegram: <b>Jest</b> & czeka (sent)",
        ]
    "#]]
    .assert_debug_eq(&talk.transcript(conversation).await);
    stop.send(true).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn by_the_webhook_that_is_set_when_the_door_is_connected() {
    on_each_engine(async |talk| goes_both_ways(talk, "webhook").await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn by_asking_without_a_public_address() {
    on_each_engine(async |talk| goes_both_ways(talk, "polling").await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_waits_a_lost_answer_is_tried_again_and_a_block_is_told() {
    on_each_engine(async |talk| {
        let (play, stop) = open(talk, "webhook").await;
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said(ANNA, 1).await;
        let conversation = talk.conversation_of(ANNA).await;
        play.phone("trouble", &[("kind", "rate")]).await;
        talk.answers(conversation, "Jest.").await.unwrap();
        talk.work().await;
        assert!(play.seen().await.is_empty());
        talk.ctx.customers.clock.advance(seconds(3));
        play.until_state(ANNA, State::Sent).await;

        // Nobody can say whether it went out: at least once.
        play.phone("trouble", &[("kind", "lost")]).await;
        talk.ctx.customers.clock.advance(seconds(30));
        talk.answers(conversation, "W Krakowie.").await.unwrap();
        talk.work().await;
        talk.ctx.customers.clock.advance(minutes(1));
        play.until_state(ANNA, State::Sent).await;
        assert_eq!(play.seen().await, ["Jest. (sent)", "W Krakowie. (sent)", "W Krakowie. (sent)"]);

        play.phone("people", &[("person", "7000000001"), ("blocked", "true")]).await;
        talk.ctx.customers.clock.advance(seconds(30));
        talk.answers(conversation, "Halo?").await.unwrap();
        play.until_state(ANNA, State::Failed).await;
        expect![[r#"
            [
                "The customer has blocked the bot (403: Forbidden: bot was blocked by the user)",
            ]
        "#]]
        .assert_debug_eq(&talk.drop_dead(&play.door).await);
        stop.send(true).unwrap();
    })
    .await;
}
