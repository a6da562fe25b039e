//! The customer sees that their message was read and that somebody writes, where the shop wants that.

use customers::channels::ChannelKind;
use engage::connectors;
use engage::connectors::signals::{self, Signal};
use engage::testing::on_each_engine;
use serde_json::{Value, json};

use super::play::{ACCOUNT, Play, SECRET};
use crate::simulate::messenger::MESSENGER;
use crate::simulate::{telegram, whatsapp};

/// Whether Anna sees her message as read, and that somebody writes.
async fn seen(play: &Play<'_>) -> (bool, bool) {
    let state: Value = play.state().await;
    let lines = state["lines"].as_array().unwrap();
    let is_read = lines.iter().any(|line| line["is_from_shop"] == false && line["state"] == "read");
    (is_read, !state["people"][0]["sees_typing_at"].is_null())
}

async fn goes(play: &Play<'_>, who: &str, after_reading: (bool, bool)) {
    let talk = play.talk;
    play.phone("say", &[("text", "Hej")]).await;
    play.until_said(who, 1).await;
    let conversation = talk.conversation_of(who).await;
    assert_eq!(seen(play).await, (false, false));
    signals::tell(&talk.ctx, conversation, Signal::Read).await.unwrap();
    assert_eq!(seen(play).await, after_reading);
    signals::tell(&talk.ctx, conversation, Signal::Typing).await.unwrap();
    assert_eq!(seen(play).await, (after_reading.0, true));
}

fn secrets() -> Value {
    json!({ "access_token": "EAAJ", "app_secret": SECRET, "token": SECRET })
}

#[tokio::test(flavor = "multi_thread")]
async fn each_messenger_in_its_own_way() {
    on_each_engine(async |talk| {
        let number =
            json!({ "phone_number_id": ACCOUNT, "business_account_id": "1", "signals": "yes" });
        let door = (ChannelKind::Whatsapp, connectors::Provider::Whatsapp, "whatsapp");
        let play = Play::open(talk, whatsapp::PROVIDER, door, number, secrets()).await;
        goes(&play, "phone:+48601234567", (true, false)).await;

        let page = json!({ "account_id": ACCOUNT, "human_agent": "no", "signals": "yes" });
        let door = (ChannelKind::Messenger, connectors::Provider::Messenger, "messenger");
        let play = Play::open(talk, MESSENGER, door, page, secrets()).await;
        goes(&play, "messenger_id:7000000001", (true, false)).await;

        // Telegram has no such thing as “read” for bots.
        let bot = json!({ "mode": "polling", "signals": "yes" });
        let door = (ChannelKind::Telegram, connectors::Provider::Telegram, "telegram");
        let play = Play::open(talk, telegram::PROVIDER, door, bot, secrets()).await;
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let keep = connectors::telegram::keep(talk.ctx.clone(), play.door.id, stopped);
        tokio::spawn(keep);
        goes(&play, "telegram_id:7000000001", (false, false)).await;
        stop.send(true).unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_where_nobody_chose_it() {
    on_each_engine(async |talk| {
        let page = json!({ "account_id": ACCOUNT, "human_agent": "no" });
        let door = (ChannelKind::Messenger, connectors::Provider::Messenger, "messenger");
        let play = Play::open(talk, MESSENGER, door, page, secrets()).await;
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said("messenger_id:7000000001", 1).await;
        let conversation = talk.conversation_of("messenger_id:7000000001").await;
        for signal in [Signal::Read, Signal::Typing] {
            signals::tell(&talk.ctx, conversation, signal).await.unwrap();
        }
        assert_eq!(seen(&play).await, (false, false));
    })
    .await;
}
