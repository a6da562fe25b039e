//! The line to a messenger is cut at each step of a send. The messenger's own record says how often the message arrived;
//! docs/sending.md says how often it may.

use engage::conversations::State;
use engage::testing::{Cut, on_each_engine, promised};
use kit::time::minutes;

use super::play::Play;
use super::{messenger, telegram, whatsapp};
use crate::simulate::messenger::{INSTAGRAM, MESSENGER};

/// Somebody writes, and is answered once for each way in which the line can break.
async fn each_arrives_as_promised(mut play: Play<'_>, door: &str, anna: &str) {
    let clock = &play.talk.ctx.customers.clock;
    play.phone("say", &[("text", "Hej")]).await;
    play.until_said(anna, 1).await;
    let conversation = play.talk.conversation_of(anna).await;
    for cut in Cut::ALL {
        let (text, times) = (cut.words(), promised(door, cut.words()));
        play.line.cut_next(cut).await;
        play.talk.answers(conversation, text).await.unwrap();
        play.talk.work().await;
        play.line.mend().await;
        if times == 1 && matches!(cut, Cut::BeforeAnswer | Cut::InAnswerHead) {
            until_sent(&play, anna).await;
        }
        clock.advance(minutes(2));
        until_sent(&play, anna).await;
        clock.advance(minutes(5));
        play.talk.work().await;
        let seen = play.seen().await;
        let arrived = seen.iter().filter(|line| line.starts_with(text)).count();
        assert_eq!(arrived, times, "{door}, cut {text}: {seen:?}");
    }
}

/// By the answer to our request, or by what the messenger tells of it.
async fn until_sent(play: &Play<'_>, anna: &str) {
    play.until("it is sent", async || {
        let conversation = play.talk.conversation_of(anna).await;
        let last = play.talk.messages(conversation).await.pop();
        last.is_some_and(|last| matches!(last.state, State::Sent | State::Delivered))
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatsapp_cut_at_each_step() {
    on_each_engine(async |talk| {
        let play = whatsapp::open(talk).await;
        each_arrives_as_promised(play, "WhatsApp", "phone:+48601234567").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn messenger_cut_at_each_step() {
    on_each_engine(async |talk| {
        let play = messenger::open(talk, MESSENGER).await;
        each_arrives_as_promised(play, "Messenger", "messenger_id:7000000001").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn instagram_cut_at_each_step() {
    on_each_engine(async |talk| {
        let play = messenger::open(talk, INSTAGRAM).await;
        each_arrives_as_promised(play, "Instagram", "instagram_id:7000000001").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn telegram_cut_at_each_step() {
    on_each_engine(async |talk| {
        let (play, stop) = telegram::open(talk, "webhook").await;
        each_arrives_as_promised(play, "Telegram", "telegram_id:7000000001").await;
        stop.send(true).unwrap();
    })
    .await;
}
