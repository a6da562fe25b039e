//! What can be chosen, in each messenger: offered as it can, pressed on the phone, and understood.

use customers::channels::ChannelKind;
use engage::choices::{Choice, Chosen};
use engage::connectors;
use engage::connectors::telegram;
use engage::conversations::{MessageId, NewReply, State, reply};
use engage::testing::{Talk, on_each_engine};
use expect_test::{Expect, expect};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::play::{ACCOUNT, Play, SECRET};
use crate::simulate::messenger::{INSTAGRAM, MESSENGER};
use crate::simulate::{telegram as telegrams, whatsapp as whatsapps};

async fn of_meta<'a>(talk: &'a Talk, kind: ChannelKind) -> Play<'a> {
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "verify_token": "kubek" });
    let account = json!({ "account_id": ACCOUNT, "human_agent": "no" });
    let number = json!({ "phone_number_id": ACCOUNT, "business_account_id": "900800700" });
    use connectors::Provider::{Instagram, Messenger, Whatsapp};
    let (simulated, provider, hook, settings) = match kind {
        ChannelKind::Whatsapp => (whatsapps::PROVIDER, Whatsapp, "whatsapp", number),
        ChannelKind::Messenger => (MESSENGER, Messenger, "messenger", account),
        _ => (INSTAGRAM, Instagram, "messenger", account),
    };
    Play::open(talk, simulated, (kind, provider, hook), settings, secrets).await
}

/// Anna asks, is offered these, presses or types, and is understood.
async fn chooses(play: &Play<'_>, who: &str, titles: &[&str], answer: Answer<'_>, told: Expect) {
    let talk = play.talk;
    play.phone("say", &[("text", "Czy ta lampa jest?")]).await;
    play.until_said(who, 1).await;
    let conversation = talk.conversation_of(who).await;
    let new = NewReply {
        body: "W którym sklepie?".into(),
        choices: Choice::of_titles(titles.iter().copied()),
        ..NewReply::default()
    };
    let offer: MessageId = reply(&talk.ctx, &talk.staff(), conversation, &new).await.unwrap();
    play.until("it is out", async || {
        let messages = talk.messages(conversation).await;
        messages[1].state >= State::Sent && messages[1].state != State::Queued
    })
    .await;
    talk.ctx.customers.clock.advance(kit::time::minutes(1));
    let line: Value = play.lines().await.pop().unwrap();
    match answer {
        Press(title) => {
            let buttons = line["buttons"].as_array().unwrap();
            let button = buttons.iter().find(|button| button[1] == title).unwrap();
            let fields = [
                ("press", button[0].as_str().unwrap()),
                ("reply_to", line["id"].as_str().unwrap()),
            ];
            play.phone("say", &fields).await;
        }
        Type(text) => {
            play.phone("say", &[("text", text)]).await;
        }
    }
    play.until_said(who, 3).await;
    let last = talk.messages(conversation).await.pop().unwrap();
    let chosen = Chosen::of(&last).map(|chosen| (chosen.id, chosen.typed));
    let shown = format!(
        "{} | list: {} | {} {chosen:?} answers it: {}",
        line["text"].as_str().unwrap().replace('\n', " / "),
        line["is_list"],
        last.body,
        last.reply_to_id == Some(offer)
    );
    told.assert_eq(&shown);
}

enum Answer<'a> {
    Press(&'a str),
    Type(&'a str),
}

use Answer::{Press, Type};

const SHORT: &[&str] = &["Kraków", "Gdańsk", "Łódź"];
const MORE: &[&str] = &["Kraków", "Gdańsk", "Łódź", "Poznań", "Wrocław"];
const LONG: &[&str] = &["Kraków, ulica Grodzka 15", "Gdańsk, ulica Długa 5, przy ratuszu"];

#[tokio::test(flavor = "multi_thread")]
async fn whatsapp_has_three_buttons() {
    on_each_engine(async |talk| {
        let play = of_meta(talk, ChannelKind::Whatsapp).await;
        let told = expect![[
            r#"W którym sklepie? | list: false | Gdańsk Some(("2", None)) answers it: true"#
        ]];
        chooses(&play, "phone:+48601234567", SHORT, Press("Gdańsk"), told).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatsapp_has_a_list_for_more() {
    on_each_engine(async |talk| {
        let play = of_meta(talk, ChannelKind::Whatsapp).await;
        let told = expect![[
            r#"W którym sklepie? | list: true | Wrocław Some(("5", None)) answers it: true"#
        ]];
        chooses(&play, "phone:+48601234567", MORE, Press("Wrocław"), told).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fits_on_no_button_is_numbered() {
    on_each_engine(async |talk| {
        let play = of_meta(talk, ChannelKind::Whatsapp).await;
        let told = expect![[r#"W którym sklepie? /  / 1. Kraków, ulica Grodzka 15 / 2. Gdańsk, ulica Długa 5, przy ratuszu /  / Wystarczy odpisać numerem. | list: false | Gdańsk, ulica Długa 5, przy ratuszu Some(("2", Some("2"))) answers it: true"#]];
        chooses(&play, "phone:+48601234567", LONG, Type("2"), told).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn messenger_and_instagram_have_quick_replies() {
    on_each_engine(async |talk| {
        let play = of_meta(talk, ChannelKind::Messenger).await;
        let told = expect![[
            r#"W którym sklepie? | list: false | Poznań Some(("4", None)) answers it: true"#
        ]];
        chooses(&play, "messenger_id:7000000001", MORE, Press("Poznań"), told).await;
        let play = of_meta(talk, ChannelKind::Instagram).await;
        let told = expect![[
            r#"W którym sklepie? | list: false | Łódź Some(("3", None)) answers it: true"#
        ]];
        chooses(&play, "instagram_id:7000000001", MORE, Press("Łódź"), told).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn telegram_has_a_keyboard_below_the_message() {
    on_each_engine(async |talk| {
        let door = (ChannelKind::Telegram, connectors::Provider::Telegram, "");
        let (settings, secrets) = (json!({ "mode": "webhook" }), json!({ "token": SECRET }));
        let play = Play::open(talk, telegrams::PROVIDER, door, settings, secrets).await;
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(telegram::keep(talk.ctx.clone(), play.door.id, stopped));
        let told = expect![[r#"W którym sklepie? | list: false | Gdańsk, ulica Długa 5, przy ratuszu Some(("2", None)) answers it: true"#]];
        chooses(&play, "telegram_id:7000000001", LONG, Press(LONG[1]), told).await;
        stop.send(true).unwrap();
    })
    .await;
}
