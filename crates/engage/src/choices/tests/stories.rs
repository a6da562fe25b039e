//! Zofia is asked in which store; she presses, or answers with a number.

use std::sync::Arc;

use customers::accounts::Permit;
use customers::channels::{Channel, ChannelKind};
use expect_test::{Expect, expect};
use kit::time::{days, minutes};
use serde_json::Value;

use crate::bot;
use crate::choices::rules::payload;
use crate::choices::{Choice, Chosen};
use crate::connectors::Provider;
use crate::conversations::{ConversationId, Inbound, MessageId, NewReply, reply};
use crate::testing::{Talk, browser, door, on_each_engine, proven};

async fn asks(talk: &Talk, conversation: ConversationId) -> MessageId {
    let new = NewReply {
        body: "W którym sklepie?".into(),
        choices: Choice::of_titles(["Kraków", "Gdańsk", "Wszystko jedno"]),
        ..NewReply::default()
    };
    let id = reply(&talk.ctx, &talk.staff(), conversation, &new).await.unwrap();
    talk.work().await;
    talk.ctx.customers.clock.advance(minutes(1));
    id
}

/// The newest message: what it says, what was chosen by it, and whether it answers this one.
async fn newest(talk: &Talk, conversation: ConversationId, offer: MessageId, expected: Expect) {
    let last = talk.messages(conversation).await.pop().unwrap();
    let chosen = Chosen::of(&last);
    let told = format!("{:?} {chosen:?} {}", last.body, last.reply_to_id == Some(offer));
    expected.assert_eq(&told);
}

async fn sms(talk: &Talk) -> Arc<Channel> {
    door(&talk.ctx, ChannelKind::Sms, "SMS", Some(Provider::Chat)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_understood_while_the_question_stands() {
    on_each_engine(async |talk| {
        let (sms, zofia) = (sms(talk).await, proven("phone:+48601234567"));
        let id = talk.says(&sms, &zofia, "m1", "Czy macie lampę?").await.conversation_id;
        let offer = asks(talk, id).await;
        talk.says(&sms, &zofia, "m2", "Chwileczkę").await;
        newest(talk, id, offer, expect![[r#""Chwileczkę" None false"#]]).await;
        talk.ctx.customers.clock.advance(minutes(1));
        let brought = talk.says(&sms, &zofia, "m3", " 2. ").await;
        assert_eq!(brought.conversation_id, id);
        newest(
            talk,
            id,
            offer,
            expect![[
                r#""Gdańsk" Some(Chosen { id: "2", title: "Gdańsk", typed: Some("2.") }) true"#
            ]],
        )
        .await;
        // Two lamps, that is: she has chosen already.
        talk.ctx.customers.clock.advance(minutes(1));
        talk.says(&sms, &zofia, "m4", "2").await;
        newest(talk, id, offer, expect![[r#""2" None false"#]]).await;
        // What comes twice is one, and understood once.
        assert!(!talk.says(&sms, &zofia, "m3", " 2. ").await.is_new);
        let later = asks(talk, id).await;
        talk.ctx.customers.clock.advance(days(8));
        talk.says(&sms, &zofia, "m5", "1").await;
        newest(talk, id, later, expect![[r#""1" None false"#]]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_may_have_a_signature_below_the_number() {
    on_each_engine(async |talk| {
        let mail = door(&talk.ctx, ChannelKind::Email, "Mail", Some(Provider::Chat)).await;
        let zofia = proven("email:zofia@example.com");
        let id = talk.says(&mail, &zofia, "m1", "Czy macie lampę?").await.conversation_id;
        let offer = asks(talk, id).await;
        talk.says(&mail, &zofia, "m2", "krakow\n\n-- \nZofia").await;
        newest(talk, id, offer, expect![[r#""Kraków\n\n-- \nZofia" Some(Chosen { id: "1", title: "Kraków", typed: Some("krakow") }) true"#]]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pressed_counts_for_whom_it_was_offered_and_nobody_else() {
    on_each_engine(async |talk| {
        let zofia = browser("laptop");
        let id = talk.says(&talk.chat, &zofia, "m1", "Czy macie lampę?").await.conversation_id;
        let offer = asks(talk, id).await;
        let press = |id: &str, who: &crate::conversations::Sender, data: String| Inbound {
            provider_id: id.into(),
            sender: who.clone(),
            at: talk.ctx.customers.clock.now(),
            body: "Co?".into(),
            pressed: Some(data),
            ..Inbound::default()
        };
        let forged = press("p1", &browser("thief"), payload(offer, "1"));
        let elsewhere = talk.brings(&talk.chat, forged).await.conversation_id;
        assert_ne!(elsewhere, id, "who was not asked joins nothing");
        newest(talk, elsewhere, offer, expect![[r#""Co?" None false"#]]).await;
        let unknown = press("p2", &zofia, payload(offer, "9"));
        talk.brings(&talk.chat, unknown).await;
        newest(talk, id, offer, expect![[r#""Co?" None false"#]]).await;
        talk.ctx.customers.clock.advance(minutes(1));
        talk.brings(&talk.chat, press("p3", &zofia, payload(offer, "3"))).await;
        newest(talk, id, offer, expect![[r#""Wszystko jedno" Some(Chosen { id: "3", title: "Wszystko jedno", typed: None }) true"#]]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_need_a_question() {
    on_each_engine(async |talk| {
        let zofia = browser("laptop");
        let id = talk.says(&talk.chat, &zofia, "m1", "Czy macie lampę?").await.conversation_id;
        let refused = async |body: &str, choices: Vec<Choice>| {
            let new = NewReply { body: body.into(), choices, ..NewReply::default() };
            let file = crate::conversations::NewAttachment {
                name: "a.txt".into(),
                media_type: "text/plain".into(),
                content_id: None,
                content: b"a".to_vec(),
            };
            let new = NewReply { attachments: vec![file], ..new };
            reply(&talk.ctx, &talk.staff(), id, &new).await.unwrap_err().code
        };
        assert_eq!(refused("", Choice::of_titles(["Tak"])).await, "choices_without_text");
        assert_eq!(refused("Czy?", Choice::of_titles(["Tak", "tak"])).await, "bad_choices");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_assistant_offers_what_it_can_do_and_understands_what_is_chosen() {
    on_each_engine(async |talk| {
        let sms = sms(talk).await;
        bot::switch(&talk.ctx, &Permit::console(), &sms, true).await.unwrap();
        let zofia = proven("phone:+48601234567");
        let id = talk.says(&sms, &zofia, "m1", "Dzień dobry").await.conversation_id;
        talk.work().await;
        let asked = talk.messages(id).await.pop().unwrap();
        let details: Value = serde_json::from_str(&asked.details).unwrap();
        expect![[r#"{"lang":"pl","of":[{"id":"1","title":"Gdzie moja paczka?"},{"id":"2","title":"Do konsultanta"}]}"#]]
            .assert_eq(&details["choices"].to_string());
        talk.ctx.customers.clock.advance(minutes(1));
        talk.says(&sms, &zofia, "m2", "2").await;
        talk.work().await;
        let said = talk.transcript(id).await;
        assert_eq!(said[2], "customer by SMS: Do konsultanta (received)");
        assert!(said[3].starts_with("bot by SMS: Przekazuję rozmowę"), "{said:?}");
    })
    .await;
}
