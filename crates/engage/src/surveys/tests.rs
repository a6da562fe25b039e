//! How was it: asked once, answered by a button, by a page, twice.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use customers::accounts::{Permit, may};
use customers::channels::ChannelKind;
use expect_test::expect;
use kit::time::{days, minutes};
use serde_json::Value;
use tower::ServiceExt as _;

use super::{Result5, report, routes, store};
use crate::connectors::Provider;
use crate::conversations::{self, ConversationId, Message, Trace};
use crate::teams::settings::Survey;
use crate::teams::{self, Settings};
use crate::testing::{Talk, browser, door, on_each_engine, proven};

/// A team that asks.
async fn team(talk: &Talk, doors: &[customers::channels::ChannelId]) {
    let boss = Permit::console();
    let id = teams::create(&talk.ctx, &boss, "Support").await.unwrap();
    let survey = Survey { is_on: true, quiet_days: 30 };
    let settings = Settings { survey, ..Settings::default() };
    teams::set_settings(&talk.ctx, &boss, id, &settings).await.unwrap();
    teams::set_doors(&talk.ctx, &boss, id, doors).await.unwrap();
}

async fn answered_and_closed(talk: &Talk, id: ConversationId) {
    talk.answers(id, "Here it is").await.unwrap();
    conversations::close(&talk.ctx, &talk.staff(), id).await.unwrap();
    talk.work().await;
}

/// What was asked, and the token of the question.
async fn asked(talk: &Talk, id: ConversationId) -> Vec<(Message, String)> {
    let messages = talk.messages(id).await.into_iter();
    let asked = messages.filter_map(|message| {
        let details: Value = serde_json::from_str(&message.details).unwrap();
        let token = details.get("survey")?.as_str()?.to_string();
        Some((message, token))
    });
    asked.collect()
}

async fn call(talk: &Talk, method: &str, path: &str, body: &str) -> (StatusCode, String) {
    let request = Request::builder().method(method).uri(path);
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.header(header::ACCEPT_LANGUAGE, "pl");
    let request = request.body(Body::from(body.to_string())).unwrap();
    let answer = routes(talk.ctx.clone()).into_router().oneshot(request).await.unwrap();
    let status = answer.status();
    let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_chat_it_is_asked_once_and_answered_by_a_button() {
    on_each_engine(async |talk| {
        team(talk, &[talk.chat.id]).await;
        let anna = browser("anna");
        let id = talk.says(&talk.chat, &anna, "1", "Where is my parcel?").await.conversation_id;
        answered_and_closed(talk, id).await;
        let questions = asked(talk, id).await;
        assert_eq!(questions.len(), 1);
        assert_eq!(questions[0].0.body, "How was our help?");
        let path = format!("/v1/surveys/{}", questions[0].1);
        let (status, _) = call(talk, "POST", &path, r#"{"score": 6}"#).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        for _ in 0..2 {
            let (status, _) = call(talk, "POST", &path, r#"{"score": 5}"#).await;
            assert_eq!(status, StatusCode::NO_CONTENT);
        }
        let traces: Vec<_> = talk.messages(id).await.iter().filter_map(Trace::of).collect();
        assert_eq!(traces, [Trace::Rated { score: 5, comment: String::new() }]);
        // Opened and closed again, it is the same conversation; and the next is too soon.
        talk.says(&talk.chat, &anna, "2", "Thank you!").await;
        answered_and_closed(talk, id).await;
        assert_eq!(asked(talk, id).await.len(), 1);
        talk.shop.ctx.clock.advance(days(20));
        let next = talk.says(&talk.chat, &anna, "3", "Something else").await.conversation_id;
        assert_ne!(next, id);
        answered_and_closed(talk, next).await;
        assert!(asked(talk, next).await.is_empty());
        talk.shop.ctx.clock.advance(days(20));
        let last = talk.says(&talk.chat, &anna, "4", "And again").await.conversation_id;
        answered_and_closed(talk, last).await;
        assert_eq!(asked(talk, last).await.len(), 1);
        let see: Permit<may::SeeConversations> = Permit::console();
        let read = |tx: &kit::Tx| report(tx, &see, kit::Time(0));
        let result = talk.ctx.customers.db.read(read).await.unwrap();
        let expected = Result5 { channel_id: talk.chat.id, asked: 2, scores: [0, 0, 0, 0, 1] };
        assert_eq!(result, [expected]);
        assert_eq!(result[0].average(), Some(500));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn by_mail_goes_a_link_to_a_page_without_script() {
    on_each_engine(async |talk| {
        let mail = door(&talk.ctx, ChannelKind::Email, "Mail", Some(Provider::Store)).await;
        team(talk, &[mail.id]).await;
        let anna = proven("email:anna@example.com");
        let id = talk.says(&mail, &anna, "1", "Gdzie jest moja paczka?").await.conversation_id;
        talk.shop.ctx.clock.advance(minutes(1));
        answered_and_closed(talk, id).await;
        talk.shop.ctx.clock.advance(minutes(1));
        let questions = asked(talk, id).await;
        let (question, token) = &questions[0];
        let link = format!("https://talk.kubek.pl/s/{token}");
        assert!(question.body.contains(&link), "{}", question.body);
        let path = format!("/s/{token}");
        let (status, page) = call(talk, "GET", &path, "").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("<html lang=\"pl\">") && page.contains("Bardzo dobrze"), "{page}");
        assert!(!page.contains("<script"), "it works without");
        let read = |tx: &kit::Tx| store::of_conversation(tx, id);
        let survey = talk.ctx.customers.db.read(read).await.unwrap().unwrap();
        assert_eq!(survey.score, None, "opening it answers nothing");
        let (status, page) = call(talk, "POST", &path, "score=2&comment=Za+wolno").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("Dziękujemy!"));
        talk.shop.ctx.clock.advance(minutes(1));
        call(talk, "POST", &path, "score=4&comment=").await;
        let survey = talk.ctx.customers.db.read(read).await.unwrap().unwrap();
        assert_eq!((survey.score, survey.comment.as_deref()), (Some(4), Some("Za wolno")));
        let other = if token.ends_with('0') { '1' } else { '0' };
        let forged = format!("/s/{}{other}", &token[..token.len() - 1]);
        assert_eq!(call(talk, "GET", &forged, "").await.0, StatusCode::NOT_FOUND);
        let who = talk.who("email:anna@example.com").await;
        let events: Vec<String> = talk.shop.told(who).await;
        expect![[r#"
            [
                "Message Received",
                "Message Sent",
                "Survey Answered",
                "Survey Answered",
            ]
        "#]]
        .assert_debug_eq(&events);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_got_no_answer_is_not_asked_how_it_was() {
    on_each_engine(async |talk| {
        team(talk, &[talk.chat.id]).await;
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        conversations::close(&talk.ctx, &talk.staff(), id).await.unwrap();
        assert!(asked(talk, id).await.is_empty());
    })
    .await;
}
