//! Every provider's call three times, the later before the earlier; and before that from somebody who does not know the
//! secret, after whom nothing in the database is different.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use axum::Router;
use expect_test::expect;
use kit::time::minutes;
use kit::{Tx, params, sql};
use tower::ServiceExt as _;

use super::calls::{self, Call, Signer, Way};
use crate::connectors::chat::{self, Live};
use crate::connectors::phone::{self, call_of};
use crate::connectors::{hooks, own, sms};
use crate::conversations::store;
use crate::testing::{Talk, on_each_engine};

fn routes(talk: &Talk) -> Router {
    let ctx = || talk.ctx.clone();
    let all = [
        hooks::routes(ctx()),
        sms::hooks::routes(ctx()),
        phone::twilio::routes(ctx()),
        phone::api::routes(ctx()),
        own::routes(ctx()),
        chat::routes(ctx(), Live::default()),
    ];
    all.into_iter().fold(Router::new(), |router, routes| router.merge(routes.into_router()))
}

async fn answered(routes: &Router, call: &Call, signer: Signer) -> u16 {
    routes.clone().oneshot(call(signer)).await.unwrap().status().as_u16()
}

async fn rows(talk: &Talk) -> BTreeMap<String, String> {
    talk.ctx.customers.db.read(kit::testing::contents).await.unwrap()
}

/// What stands at a door: who said what, and how far it got.
async fn said(talk: &Talk, way: &Way) -> Vec<String> {
    let list = |tx: &Tx| {
        let rows = sql!("select id from messages where channel_id = $1 order by at, id");
        let ids = tx.rows(rows, params![way.door], |row| row.get(0))?;
        ids.into_iter().map(|id| store::find_message(tx, id)).collect::<kit::Result<Vec<_>>>()
    };
    let messages = talk.ctx.customers.db.read(list).await.unwrap();
    let line = messages.iter().map(|message| match call_of(message) {
        Some(call) => format!("a call, {}, {:?} s", call.state.as_str(), call.duration_s),
        None => {
            format!("{}: {} ({})", message.author.as_str(), message.body, message.state.as_str())
        }
    });
    line.collect()
}

/// Strangers first, then the provider: what each of them is answered.
async fn is_called(talk: &Talk, way: &Way) -> (Vec<u16>, Vec<u16>) {
    let routes = routes(talk);
    let before = rows(talk).await;
    let (mut strangers, mut provider) = (Vec::new(), Vec::new());
    for call in &way.calls {
        strangers.push(answered(&routes, call, Signer::Stranger).await);
    }
    let after = rows(talk).await;
    for (table, rows) in &after {
        assert_eq!(Some(rows), before.get(table), "{}: a stranger changed {table}", way.name);
    }
    let later_first = way.calls.iter().rev();
    for call in later_first.clone().chain(&way.calls).chain(later_first) {
        provider.push(answered(&routes, call, Signer::Provider).await);
    }
    provider.sort_unstable();
    provider.dedup();
    strangers.dedup();
    (strangers, provider)
}

#[tokio::test(flavor = "multi_thread")]
async fn each_call_three_times_reordered_and_forged() {
    on_each_engine(async |talk| {
        let mut told = String::new();
        for way in calls::all(talk).await {
            let (strangers, provider) = is_called(talk, &way).await;
            writeln!(told, "{}: strangers {strangers:?}, itself {provider:?}", way.name).unwrap();
            for line in said(talk, &way).await {
                writeln!(told, "  {line}").unwrap();
            }
        }
        talk.ctx.customers.clock.advance(minutes(2));
        talk.work().await;
        expect![[r#"
            WhatsApp: strangers [401], itself [200]
              customer: Czy jest lampa? (received)
              customer: Niebieska (received)
            Messenger: strangers [401], itself [200]
              customer: Czy jest lampa? (received)
              customer: Niebieska (received)
            Instagram: strangers [401], itself [200]
              customer: Czy jest lampa? (received)
              customer: Niebieska (received)
            Telegram: strangers [401], itself [200]
              customer: Czy jest lampa? (received)
              customer: Niebieska (received)
            Twilio SMS: strangers [401], itself [200, 204]
              customer: Hej (received)
              agent: Jest. (delivered)
              customer: Czy jest lampa? (received)
            Twilio Voice: strangers [401], itself [200, 204]
              a call, ended, Some(192) s
            Kannel: strangers [401], itself [200]
              customer: Hej (received)
              agent: Jest. (delivered)
              customer: Czy jest lampa? (received)
            own door: strangers [401], itself [200, 201]
              customer: Czy jest lampa? (received)
              customer: Niebieska (received)
            call events: strangers [401], itself [200]
              a call, ended, Some(15) s
            contact form: strangers [401], itself [202]
              customer: Czy jest lampa? (received)
        "#]]
        .assert_eq(&told);
    })
    .await;
}
