//! A server dies while Twilio has a message and has not answered yet. Whoever takes over waits for the report.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Form, State as Shared};
use axum::routing::post;
use customers::channels::ChannelKind;
use kit::jobs::Workers;
use kit::time::{minutes, seconds};
use serde::Deserialize;
use serde_json::json;

use super::cutting::serve;
use crate::connectors::twilio::signature::sign;
use crate::connectors::{Provider, http, sms};
use crate::conversations::State;
use crate::testing::{Talk, connected, on_each_engine, proven};

const TOKEN: &str = "12345";
/// Longer than a dead process holds a queue, and shorter than a report is waited for.
const TAKEN_OVER_AFTER: i64 = seconds(25);

#[derive(Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sms {
    body: String,
    status_callback: String,
}

type Taken = Arc<Mutex<Vec<Sms>>>;

/// Takes it, and is in no hurry to say so.
async fn take(Shared(taken): Shared<Taken>, Form(sms): Form<Sms>) {
    taken.lock().unwrap().push(sms);
    std::future::pending().await
}

async fn report(sms: &Sms) {
    let report = [("MessageSid", "SM1"), ("MessageStatus", "sent")];
    let pairs = report.map(|(name, value)| (name.to_string(), value.to_string()));
    let signature = sign(TOKEN, &sms.status_callback, &pairs);
    let headers = [(axum::http::HeaderName::from_static("x-twilio-signature"), signature)];
    let answer = http::post_form(&sms.status_callback, &headers, &report).await.unwrap();
    assert!(answer.is_success(), "{}", answer.text());
}

/// Works as a process of its own until there is nothing to do, or until Twilio has so many: then it is killed.
async fn work(talk: &Talk, taken: &Taken, killed_at: usize) {
    let (customers, handlers) = (&talk.ctx.customers, crate::handlers(&talk.ctx));
    let workers = Workers::new(customers.db.clone(), customers.clock.clone(), handlers);
    let killed = async {
        while taken.lock().unwrap().len() < killed_at {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::select! {
        done = workers.finish() => done.unwrap(),
        () = killed => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_dead_server_may_have_sent_waits_for_its_report() {
    on_each_engine(async |talk| {
        let taken = Taken::default();
        let path = "/2010-04-01/Accounts/AC1/Messages.json";
        let twilio = serve(Router::new().route(path, post(take)).with_state(taken.clone())).await;
        let hooks = serve(sms::hooks::routes(talk.ctx.clone()).into_router()).await;
        let settings = json!({
            "account_sid": "AC1", "from": "+15005550006", "public_url": format!("http://{hooks}"),
            "api_url": format!("http://{twilio}"),
        });
        let (kind, secrets) = (ChannelKind::Sms, json!({ "auth_token": TOKEN }));
        let door = connected(&talk.ctx, kind, "SMS", Provider::Twilio, settings, secrets).await;
        let asked = talk.says(&door, &proven("phone:+48601234567"), "1", "Hello?").await;
        let clock = &talk.ctx.customers.clock;
        let texts = || taken.lock().unwrap().iter().map(|sms| sms.body.clone()).collect::<Vec<_>>();

        talk.answers(asked.conversation_id, "Reported").await.unwrap();
        work(talk, &taken, 1).await;
        clock.advance(TAKEN_OVER_AFTER);
        work(talk, &taken, 2).await;
        assert_eq!(texts(), ["Reported"], "a minute has not passed");
        let is_reported = async |nth: usize| {
            let sms = taken.lock().unwrap()[nth].clone();
            report(&sms).await;
            clock.advance(minutes(1));
            work(talk, &taken, nth + 2).await;
        };
        is_reported(0).await;
        assert_eq!(texts(), ["Reported"]);
        let messages = talk.messages(asked.conversation_id).await;
        assert_eq!(messages.last().unwrap().state, State::Sent);

        talk.answers(asked.conversation_id, "Lost").await.unwrap();
        work(talk, &taken, 2).await;
        for _ in 0..2 {
            clock.advance(TAKEN_OVER_AFTER);
            work(talk, &taken, 3).await;
            assert_eq!(texts(), ["Reported", "Lost"]);
        }
        clock.advance(TAKEN_OVER_AFTER);
        work(talk, &taken, 3).await;
        assert_eq!(texts(), ["Reported", "Lost", "Lost"], "nobody reported it within a minute");
        is_reported(2).await;
    })
    .await;
}
