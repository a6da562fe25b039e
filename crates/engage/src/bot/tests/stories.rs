//! Zofia asks at night, when nobody of the staff is there.

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use expect_test::expect;
use kit::i18n::Lang;
use kit::jobs::{Job, JobId, Outcome};
use kit::time::{hours, minutes};
use serde_json::json;

use crate::bot;
use crate::connectors::Provider;
use crate::conversations::{self, Status};
use crate::shop::{self, Name};
use crate::testing::{Talk, browser, door, on_each_engine, proven};

async fn switch_on(talk: &Talk, door: &customers::channels::Channel) {
    bot::switch(&talk.ctx, &Permit::console(), door, true).await.unwrap();
}

async fn status(talk: &Talk, id: conversations::ConversationId) -> (Status, bool) {
    let found = talk.ctx.customers.db.read(|tx| conversations::store::find(tx, id)).await.unwrap();
    (found.status, found.waiting_since.is_some())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_proven_hears_where_the_parcel_is() {
    on_each_engine(async |talk| {
        let sms = door(&talk.ctx, ChannelKind::Sms, "Texts", Some(Provider::Chat)).await;
        switch_on(talk, &sms).await;
        let context = json!({ "externalIds": [{ "type": "phone", "id": "+48601234567", "collection": "users", "encoding": "none" }] });
        let shipped = json!({ "order_id": "1042", "tracking_number": "RR123456785PL" });
        talk.shop.server(&[
            json!({ "type": "track", "event": "Order Completed", "userId": "zofia", "messageId": "o1", "properties": { "order_id": "1042" }, "context": context }),
            json!({ "type": "track", "event": "Order Shipped", "userId": "zofia", "messageId": "o2", "properties": shipped }),
            json!({ "type": "identify", "userId": "zofia", "messageId": "o3", "traits": { "phone": "+48601234567", "phone_verified": true } }),
        ]).await;
        let zofia = proven("phone:+48601234567");
        let asked = talk.says(&sms, &zofia, "m1", "Gdzie jest moja paczka?").await;
        talk.work().await;
        assert_eq!(status(talk, asked.conversation_id).await, (Status::Pending, false));
        expect![[r#"
            [
                "customer by Texts: Gdzie jest moja paczka? (received)",
                "bot by Texts: Jestem automatycznym asystentem sklepu. Zamówienie 1042 zostało wysłane 21 lis 2026. Numer przesyłki: RR123456785PL. (sent)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(asked.conversation_id).await.iter().map(|line| line.replace('\u{a0}', " ")).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_hears_of_no_order_and_keeps_waiting_for_people() {
    on_each_engine(async |talk| {
        switch_on(talk, &talk.chat).await;
        let asked =
            talk.says(&talk.chat, &browser("laptop"), "m1", "Where is my order 1042?").await;
        talk.work().await;
        let said = talk.transcript(asked.conversation_id).await;
        assert!(
            said[1].contains("make sure first that it is you")
                && said[1].contains("You need not repeat anything"),
            "{said:?}"
        );
        assert_eq!(status(talk, asked.conversation_id).await, (Status::Open, true));
        // It has handed over: from here on people answer.
        talk.ctx.customers.clock.advance(minutes(1));
        talk.says(&talk.chat, &browser("laptop"), "m2", "When are you open?").await;
        talk.work().await;
        assert_eq!(talk.transcript(asked.conversation_id).await.len(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_are_told_in_the_language_of_the_question_and_nothing_where_an_agent_is() {
    on_each_engine(async |talk| {
        switch_on(talk, &talk.chat).await;
        shop::set(&talk.ctx, &Permit::console(), Name::Hours, Some(Lang::Ro), "Zilnic 9–17.")
            .await
            .unwrap();
        let asked = talk.says(&talk.chat, &browser("laptop"), "m1", "Ce program aveți?").await;
        talk.work().await;
        let id = asked.conversation_id;
        assert_eq!(
            talk.transcript(id).await[1],
            "bot by Chat: Sunt asistentul automat al magazinului. Zilnic 9–17. (sent)"
        );
        talk.answers(id, "Bună ziua, sunt Ilinca.").await.unwrap();
        talk.says(&talk.chat, &browser("laptop"), "m2", "Și duminică ce program aveți?").await;
        talk.work().await;
        assert_eq!(talk.transcript(id).await.len(), 4);
        // The next day nobody is in it any more.
        talk.ctx.customers.clock.advance(hours(25));
        talk.says(&talk.chat, &browser("laptop"), "m3", "Ce program aveți?").await;
        talk.work().await;
        assert_eq!(talk.transcript(id).await.len(), 6);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_off_until_it_is_turned_on_and_only_where_text_goes_both_ways() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.chat, &browser("laptop"), "m1", "When are you open?").await;
        talk.work().await;
        assert_eq!(talk.transcript(asked.conversation_id).await.len(), 1);
        let refused = bot::switch(&talk.ctx, &Permit::console(), &talk.phone, true).await;
        assert_eq!(refused.unwrap_err().code, "no_assistant_here");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_is_done_twice_answers_once() {
    on_each_engine(async |talk| {
        switch_on(talk, &talk.chat).await;
        let asked = talk.says(&talk.chat, &browser("laptop"), "m1", "Hello").await;
        talk.work().await;
        // As after a crash between the answer and the note that the job is done.
        let again = Job {
            id: JobId([0; 16]),
            queue: "assistant".into(),
            kind: bot::ANSWER.into(),
            key: String::new(),
            body: json!({ "message": asked.message_id }).to_string(),
            attempts: 0,
            due_at: talk.ctx.customers.clock.now(),
            error: None,
            begun_at: None,
        };
        assert_eq!(bot::answer_job(&talk.ctx, &again).await, Outcome::Done);
        assert_eq!(talk.transcript(asked.conversation_id).await.len(), 2);
    })
    .await;
}
