//! Messenger and Instagram: within a day anybody answers, within a week a person.

use std::net::Ipv4Addr;

use customers::accounts::{self, Permit, Visit, may};
use customers::channels::ChannelKind;
use engage::connectors;
use engage::connectors::setup;
use engage::conversations::{ConversationId, NewReply, State, reply};
use engage::testing::{Talk, on_each_engine};
use kit::time::{days, hours, minutes};
use serde_json::json;

use super::play::{ACCOUNT, Play, SECRET};
use crate::simulate::Provider;
use crate::simulate::messenger::{INSTAGRAM, MESSENGER};

pub(super) async fn open(talk: &Talk, simulated: Provider) -> Play<'_> {
    let settings = json!({ "account_id": ACCOUNT, "human_agent": "yes" });
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "verify_token": "kubek" });
    let (kind, provider) = match simulated.name {
        "Instagram" => (ChannelKind::Instagram, connectors::Provider::Instagram),
        _ => (ChannelKind::Messenger, connectors::Provider::Messenger),
    };
    Play::open(talk, simulated, (kind, provider, "messenger"), settings, secrets).await
}

/// Somebody of the staff, who has an account.
async fn ola(talk: &Talk) -> Permit<may::Talk> {
    let ctx = &talk.ctx.customers;
    let visit = Visit {
        ip: Ipv4Addr::LOCALHOST.into(),
        user_agent: String::new(),
        request_id: String::new(),
    };
    let password = "herbata z cytryną i miodem".to_string();
    let entry = accounts::set_up_owner(ctx, "Ola", "ola@kubek.pl", password, &visit).await.unwrap();
    let (staff, _) = accounts::recognise(ctx, &entry.token, "").await.unwrap().unwrap();
    staff.permit().unwrap()
}

async fn answers(
    talk: &Talk,
    by: &Permit<may::Talk>,
    conversation: ConversationId,
    body: &str,
) -> kit::Result<()> {
    let new = NewReply { body: body.into(), ..NewReply::default() };
    reply(&talk.ctx, by, conversation, &new).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_answers_for_a_week_and_a_program_for_a_day() {
    on_each_engine(async |talk| {
        let play = open(talk, MESSENGER).await;
        setup::test(&talk.ctx, &Permit::console(), play.door.id).await.unwrap();
        let anna = "messenger_id:7000000001";
        play.phone("say", &[("text", "Czy ta lampa jest?")]).await;
        play.until_said(anna, 1).await;
        let conversation = talk.conversation_of(anna).await;
        let (program, person) = (talk.staff(), ola(talk).await);
        talk.ctx.customers.clock.advance(minutes(1));
        answers(talk, &program, conversation, "Sprawdzamy.").await.unwrap();
        play.until_state(anna, State::Delivered).await;
        play.phone("read", &[]).await;
        play.until_state(anna, State::Read).await;

        talk.ctx.customers.clock.advance(hours(25));
        let refused = answers(talk, &program, conversation, "Jest.").await.unwrap_err();
        assert_eq!(refused.code, "window_closed");
        answers(talk, &person, conversation, "Jest, zapraszam.").await.unwrap();
        play.until_state(anna, State::Delivered).await;
        talk.ctx.customers.clock.advance(days(6));
        let refused = answers(talk, &person, conversation, "Halo?").await.unwrap_err();
        assert_eq!(refused.code, "window_closed");
        assert_eq!(play.seen().await, ["Sprawdzamy. (read)", "Jest, zapraszam. (delivered)"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_found_by_its_echo() {
    on_each_engine(async |talk| {
        let play = open(talk, MESSENGER).await;
        let anna = "messenger_id:7000000001";
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said(anna, 1).await;
        let conversation = talk.conversation_of(anna).await;
        play.phone("trouble", &[("kind", "lost")]).await;
        talk.answers(conversation, "Dzień dobry!").await.unwrap();
        play.until("the echo came", async || {
            let messages = talk.messages(conversation).await;
            messages.last().is_some_and(|last| last.state >= State::Sent)
        })
        .await;
        talk.ctx.customers.clock.advance(minutes(2));
        talk.work().await;
        assert_eq!(play.seen().await.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn instagram_brings_pictures_and_takes_a_thousand_bytes() {
    on_each_engine(async |talk| {
        let play = open(talk, INSTAGRAM).await;
        let anna = "instagram_id:7000000001";
        play.picture("Ta?", b"not really a picture").await;
        play.until_said(anna, 1).await;
        let conversation = talk.conversation_of(anna).await;
        let refused = talk.answers(conversation, &"ł".repeat(501)).await.unwrap_err();
        assert_eq!(refused.code, "too_long_here");
        talk.ctx.customers.clock.advance(minutes(1));
        talk.answers(conversation, "Ta.").await.unwrap();
        play.until_state(anna, State::Sent).await;
        play.phone("read", &[]).await;
        play.until_state(anna, State::Read).await;
        play.phone("again", &[]).await;
        play.phone("say", &[("text", "Biorę")]).await;
        play.until_said(anna, 3).await;
        assert_eq!(talk.messages(conversation).await.len(), 3);
    })
    .await;
}
