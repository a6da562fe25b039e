//! A talk goes from door to door.

use std::sync::Arc;

use customers::channels::{Channel, ChannelKind};
use customers::testing::identity_of;
use expect_test::expect;
use kit::Tx;
use kit::i18n::Lang;
use kit::time::{hours, minutes};

use crate::connectors::Provider;
use crate::conversations::{ConversationId, Inbound, Sender};
use crate::handover::{self, Asked, Code, Made, MadeBy, peek};
use crate::testing::{Talk, browser, door, on_each_engine, proven};

/// A door of messages that needs no outside server in these stories.
async fn messenger(talk: &Talk) -> Arc<Channel> {
    door(&talk.ctx, ChannelKind::Whatsapp, "WhatsApp", Some(Provider::Store)).await
}

async fn make(talk: &Talk, conversation: ConversationId, by: MadeBy) -> Made {
    let asked = Asked {
        conversation,
        channel: talk.chat.id,
        by,
        lang: Lang::En,
        page: None,
        address: None,
    };
    let now = talk.ctx.customers.clock.now();
    let write = |tx: &Tx| handover::make_in(&talk.ctx, tx, &asked, now);
    talk.ctx.customers.db.write(write).await.unwrap()
}

fn bringing(who: &Sender, id: &str, body: &str, code: Option<&Code>) -> Inbound {
    Inbound {
        provider_id: id.into(),
        sender: who.clone(),
        at: kit::testing::clock().now(),
        body: body.into(),
        code: code.map(|code| code.plain().to_string()),
        ..Inbound::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_brings_the_talk_along_and_the_door_says_what_it_knows() {
    on_each_engine(async |talk| {
        let whatsapp = messenger(talk).await;
        let asked = talk.says(&talk.chat, &browser("laptop"), "c1", "Where is order 1042?").await;
        talk.shop.ctx.clock.advance(minutes(5));
        let made = make(talk, asked.conversation_id, MadeBy::Customer).await;
        let anna = proven("phone:+48601234567");
        let text = format!("Hello! {}", made.code);
        let came = talk.brings(&whatsapp, bringing(&anna, "w1", &text, None)).await;
        assert_eq!(came.conversation_id, asked.conversation_id);
        talk.work().await;
        let code = made.code.to_string();
        let told = talk.transcript(asked.conversation_id).await.join("\n").replace(&code, "F4KM-7RPA");
        expect![[r#"
            customer by Chat: Where is order 1042? (received)
            customer by WhatsApp: Hello! F4KM-7RPA (received)
            system by WhatsApp: We continue the conversation from the chat on our website (5 min ago). You wrote there: “Where is order 1042?” (sent)"#]]
        .assert_eq(&told);
        // A code joins the talk, not two customers: nothing is proven.
        assert_ne!(talk.who("device:laptop").await, talk.who("phone:+48601234567").await);
        // What they say next stays here, and the door says nothing again.
        let next = talk.brings(&whatsapp, bringing(&anna, "w2", &text, None)).await;
        assert_eq!(next.conversation_id, asked.conversation_id);
        talk.work().await;
        assert_eq!(talk.messages(asked.conversation_id).await.len(), 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_used_is_nothing_to_another() {
    on_each_engine(async |talk| {
        let whatsapp = messenger(talk).await;
        let asked = talk.says(&talk.chat, &browser("laptop"), "c1", "My secret is tea").await;
        let made = make(talk, asked.conversation_id, MadeBy::Customer).await;
        let (anna, friend) = (proven("phone:+48601234567"), proven("phone:+48601234568"));
        let first = talk.brings(&whatsapp, bringing(&anna, "w1", "Hi", Some(&made.code))).await;
        assert_eq!(first.conversation_id, asked.conversation_id);
        let later = talk.brings(&whatsapp, bringing(&friend, "w2", "Hi", Some(&made.code))).await;
        assert_ne!(later.conversation_id, asked.conversation_id);
        let signed = made.path.strip_prefix("/go/").unwrap();
        assert!(
            peek(&talk.ctx, signed).await.unwrap().is_none(),
            "nor does the link show anything"
        );
        talk.work().await;
        assert_eq!(
            talk.transcript(later.conversation_id).await,
            ["customer by WhatsApp: Hi (received)"]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_ends_after_a_day_and_looking_uses_nothing_up() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.chat, &browser("laptop"), "c1", "Hello").await;
        let made = make(talk, asked.conversation_id, MadeBy::Staff).await;
        let signed = made.path.strip_prefix("/go/").unwrap();
        for _ in 0..3 {
            let peeked = peek(&talk.ctx, signed).await.unwrap().unwrap();
            assert_eq!(peeked.known.topic.as_deref(), Some("Hello"));
        }
        talk.shop.ctx.clock.advance(hours(24));
        assert!(peek(&talk.ctx, signed).await.unwrap().is_none());
        let late = bringing(&proven("phone:+48601234567"), "s1", &made.code.to_string(), None);
        let late = Inbound { at: talk.shop.ctx.clock.now(), ..late };
        assert_ne!(talk.brings(&talk.store, late).await.conversation_id, asked.conversation_id);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_is_not_listened_to_any_more() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.chat, &browser("laptop"), "c1", "Hello").await;
        let made = make(talk, asked.conversation_id, MadeBy::Customer).await;
        let guesser = proven("phone:+48601234567");
        for n in 0..10 {
            let wrong = if made.code.plain() == "3AAAAAAA" { "3CCC-CCCC" } else { "3AAA-AAAA" };
            talk.brings(&talk.store, bringing(&guesser, &format!("g{n}"), wrong, None)).await;
        }
        let right = bringing(&guesser, "right", &made.code.to_string(), None);
        let guessed = talk.brings(&talk.store, right).await;
        assert_ne!(guessed.conversation_id, asked.conversation_id);
        // Others are.
        let other = bringing(&proven("phone:+48601234568"), "o1", &made.code.to_string(), None);
        assert_eq!(talk.brings(&talk.store, other).await.conversation_id, asked.conversation_id);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_leaves_no_code_behind() {
    on_each_engine(async |talk| {
        let anna = proven("phone:+48601234567");
        let asked = talk.says(&talk.store, &anna, "1", "Hello").await;
        let made = make(talk, asked.conversation_id, MadeBy::Customer).await;
        let customers = &talk.ctx.customers;
        let named = customers::context::Named::parse("phone:+48601234567", None).unwrap();
        let permit = customers::accounts::Permit::console();
        customers::privacy::erase(customers, &permit, &named).await.unwrap();
        talk.work().await;
        let hash = made.code.hash(&talk.ctx.secrets).unwrap();
        let left = customers.db.read(|tx| handover::store::find_maybe(tx, &hash)).await.unwrap();
        assert!(left.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_sent_only_where_a_door_reaches() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.chat, &browser("laptop"), "c1", "Hello").await;
        let send = async |address: &str| {
            let asked = Asked {
                conversation: asked.conversation_id,
                channel: talk.chat.id,
                by: MadeBy::Customer,
                lang: Lang::Pl,
                page: None,
                address: Some(address.into()),
            };
            let now = talk.ctx.customers.clock.now();
            let write = |tx: &Tx| handover::send_in(&talk.ctx, tx, &asked, None, now);
            talk.ctx.customers.db.write(write).await
        };
        assert_eq!(send("phone:+48601234567").await.unwrap_err().code, "no_such_door");
        // A door that needs no outside server carries it.
        door(&talk.ctx, ChannelKind::Sms, "Texts", Some(Provider::Store)).await;
        let (made, _) = send("phone:+48601234567").await.unwrap();
        talk.work().await;
        let told = talk.transcript(asked.conversation_id).await.join("\n");
        let told = told.replace(&made.code.to_string(), "F4KM-7RPA");
        expect![[r#"
            customer by Chat: Hello (received)
            system by Texts: Ktoś poprosił na naszym czacie, aby rozmowa toczyła się dalej tutaj. Jeśli to pomyłka, wystarczy zignorować tę wiadomość.

            Aby kontynuować, prosimy odpowiedzieć tym kodem: F4KM-7RPA

            Ważny 24 godziny. Prosimy nikomu go nie przekazywać. (sent)"#]]
        .assert_eq(&told);
        // The number is nobody's proven one: whoever opens the link learns nothing of what was asked.
        let signed = made.path.strip_prefix("/go/").unwrap();
        assert_eq!(peek(&talk.ctx, signed).await.unwrap().unwrap().known.topic, None);
        // An answer with the code goes on in the same talk.
        let anna = Sender {
            proven: vec![identity_of("phone:+48601234567")],
            ..proven("phone:+48601234567")
        };
        let answer = bringing(&anna, "t1", &made.code.to_string(), None);
        let came = talk.brings(&talk.store, answer).await;
        assert_eq!(came.conversation_id, asked.conversation_id);
    })
    .await;
}
