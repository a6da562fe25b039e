//! Who sees what.

use std::time::Duration;

use axum::body::BodyDataStream;
use futures_util::StreamExt as _;

use super::*;
use crate::conversations::{self, NewReply};
use crate::testing::{on_each_engine, proven};

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_who_knows_the_id_of_a_device_sees_nothing_of_it() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        anna.writes("laptop", "1", "My address is Długa 5").await;
        let mut stranger = Browser::at(talk);
        assert_eq!(stranger.reads().await, "401 no_session");
        // Writing does not help: who comes without the session is another device.
        let (status, answer) = stranger.writes("laptop", "2", "I am Anna").await;
        assert_eq!(status, 201, "{answer}");
        assert_eq!(stranger.reads().await, "you: I am Anna");
        assert_eq!(anna.reads().await, "you: My address is Długa 5");
        for made_up in ["", "bGFwdG9w", "YSBsYXB0b3A.AAAA", "YSBsYXB0b3A."] {
            stranger.session = Some(made_up.into());
            assert!(stranger.reads().await.starts_with("401 "), "with {made_up:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_one_door_opens_no_other() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        anna.writes("laptop", "1", "Hello").await;
        let kind = customers::channels::ChannelKind::Chat;
        let other = crate::testing::door(&talk.ctx, kind, "Outlet", None).await;
        anna.key.clone_from(&other.write_key);
        assert_eq!(anna.reads().await, "401 bad_session");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_whom_the_shop_vouches_for_sees_what_was_said_elsewhere() {
    on_each_engine(async |talk| {
        let secret = signing(talk).await;
        talk.says(&talk.store, &proven("user_id:anna"), "1", "Do you have it in blue?").await;
        let mut anna = Browser::at(talk);
        anna.writes("laptop", "2", "It is me again").await;
        assert_eq!(anna.reads().await, "you: It is me again");
        anna.token = Some(vouching(talk, "anna", &secret));
        let (_, made) = anna.writes("laptop", "3", "Signed in now").await;
        let conversation = made["conversation"].as_str().unwrap().parse().unwrap();
        talk.answers(conversation, "Blue comes on Monday.").await.unwrap();
        talk.work().await;
        assert_eq!(
            anna.reads().await,
            "you by store: Do you have it in blue?\nyou: It is me again\nyou: Signed in now\n\
             agent: Blue comes on Monday."
        );
        // Whoever sits there after she signed out sees what was said before she signed in.
        anna.token = None;
        assert_eq!(anna.reads().await, "you: It is me again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_appears_by_itself() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        let (_, made) = anna.writes("laptop", "1", "Hello").await;
        let last = made["id"].as_str().unwrap();
        let mut request = anna.request("GET", "/v1/chat/stream", String::new());
        request.headers_mut().insert("last-event-id", last.parse().unwrap());
        let stream = anna.send(request).await;
        assert_eq!(stream.headers()["x-accel-buffering"], "no");
        let mut stream = stream.into_body().into_data_stream();
        let conversation = made["conversation"].as_str().unwrap().parse().unwrap();
        talk.answers(conversation, "Good morning!").await.unwrap();
        let told = until(&mut stream, "Good morning!").await;
        assert!(!told.contains("Hello"), "what was there already is not told again: {told}");
        assert!(told.contains("event: message\n") && told.contains("id: msg_"), "{told}");
        // An agent at another server of the same database.
        let customers = talk.shop.second_process().await.ctx.clone();
        let elsewhere = crate::Ctx::new(customers, talk.ctx.secrets.clone());
        let new = NewReply { body: "Are you there?".into(), ..NewReply::default() };
        conversations::reply(&elsewhere, &talk.staff(), conversation, &new).await.unwrap();
        until(&mut stream, "Are you there?").await;
        talk.work().await;
    })
    .await;
}

/// What the stream tells until it has told this.
async fn until(stream: &mut BodyDataStream, wanted: &str) -> String {
    let mut told = String::new();
    while !told.contains(wanted) {
        let next = tokio::time::timeout(Duration::from_secs(5), stream.next());
        let bytes = next.await.expect("in time").expect("goes on").unwrap();
        told.push_str(std::str::from_utf8(&bytes).unwrap());
    }
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn no_way_leads_to_the_session_of_another() {
    on_each_engine(async |talk| {
        let secret = signing(talk).await;
        // Anna's first words in this browser are said signed in, so that nothing was said with the device itself.
        let mut anna = Browser::at(talk);
        anna.token = Some(vouching(talk, "anna", &secret));
        anna.writes("laptop", "1", "Signed in").await;
        // Ewa has an account of her own, and knows the id of Anna's device. She repeats what she said, without a session.
        let mut ewa = Browser::at(talk);
        ewa.token = Some(vouching(talk, "ewa", &secret));
        ewa.writes("laptop", "2", "I am Ewa").await;
        (ewa.token, ewa.session) = (None, None);
        ewa.writes("laptop", "2", "I am Ewa").await;
        anna.token = None;
        anna.writes("laptop", "3", "My address is Długa 5").await;
        assert_eq!(anna.reads().await, "you: My address is Długa 5");
        assert_eq!(ewa.reads().await, "");
        talk.work().await;
    })
    .await;
}
