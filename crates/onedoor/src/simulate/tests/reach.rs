//! Where a door is reached is learned from its provider: nobody types it, and links lead there.

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use engage::connectors::{self, setup, trial};
use engage::handover::ways;
use engage::testing::{Talk, on_each_engine};
use kit::Tx;
use serde_json::{Value, json};

use super::play::{ACCOUNT, Play, SECRET};
use crate::simulate::messenger::{INSTAGRAM, MESSENGER};
use crate::simulate::{Provider, telegram, whatsapp};

async fn link(play: &Play<'_>) -> Option<String> {
    let ctx = &play.talk.ctx;
    ctx.customers.db.read(|tx: &Tx| ways::plain(ctx, tx, &play.door)).await.unwrap()
}

async fn check(
    talk: &Talk,
    simulated: Provider,
    door: (ChannelKind, connectors::Provider, &str),
    settings: Value,
    (before, after): (Option<&str>, &str),
) {
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "token": SECRET });
    let play = Play::open(talk, simulated, door, settings, secrets).await;
    assert_eq!(link(&play).await.as_deref(), before);
    setup::test(&talk.ctx, &Permit::console(), play.door.id).await.unwrap();
    assert_eq!(link(&play).await.as_deref(), Some(after));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_provider_tells_how_customers_open_a_door() {
    on_each_engine(async |talk| {
        use connectors::Provider::{Instagram, Messenger, Telegram, Whatsapp};
        let number = json!({ "phone_number_id": ACCOUNT, "business_account_id": "1" });
        let door = (ChannelKind::Whatsapp, Whatsapp, "whatsapp");
        let learned = (None, "https://wa.me/48221234567");
        check(talk, whatsapp::PROVIDER, door, number, learned).await;
        let account = json!({ "account_id": ACCOUNT, "human_agent": "no" });
        let door = (ChannelKind::Messenger, Messenger, "messenger");
        // A page without a name of its own is opened by its number.
        let learned = (Some("https://m.me/100200300"), "https://m.me/kubek.simulated");
        check(talk, MESSENGER, door, account.clone(), learned).await;
        let door = (ChannelKind::Instagram, Instagram, "messenger");
        let learned = (None, "https://ig.me/m/kubek.simulated");
        check(talk, INSTAGRAM, door, account, learned).await;
        let door = (ChannelKind::Telegram, Telegram, "");
        let learned = (None, "https://t.me/simulated_bot");
        check(talk, telegram::PROVIDER, door, json!({ "mode": "polling" }), learned).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_goes_back_to_whoever_has_just_written() {
    on_each_engine(async |talk| {
        let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET });
        let account = json!({ "account_id": ACCOUNT, "human_agent": "no" });
        let door = (ChannelKind::Messenger, connectors::Provider::Messenger, "messenger");
        let play = Play::open(talk, MESSENGER, door, account, secrets).await;
        let send = async || {
            let text = "Działa.".to_string();
            trial::send(&talk.ctx, &Permit::console(), play.door.id, "", text).await
        };
        assert_eq!(send().await.unwrap_err().code, "nobody_wrote");
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said("messenger_id:7000000001", 1).await;
        send().await.unwrap();
        assert_eq!(play.seen().await, ["Działa. (delivered)"]);
        play.phone("trouble", &[("kind", "down")]).await;
        let refused = send().await.unwrap_err();
        assert_eq!(refused.code, "trial_not_sent");
        assert!(refused.detail.contains("Something went wrong"), "{}", refused.detail);
        // It stands in no conversation.
        let conversation = talk.conversation_of("messenger_id:7000000001").await;
        assert_eq!(talk.messages(conversation).await.len(), 1);
        talk.ctx.customers.clock.advance(kit::time::hours(2));
        assert_eq!(send().await.unwrap_err().code, "nobody_wrote");
    })
    .await;
}
