//! What we ask of Twilio, judged by Twilio's own OpenAPI: Prism answers 201 to a request that it allows, and 422 to others.

use std::process::Command;

use customers::channels::ChannelKind;
use engage::connectors::sms::Common;
use engage::connectors::sms::inbound::{self, Sms};
use engage::connectors::{Provider, http, link};
use engage::conversations::{NewReply, reply, store};
use engage::testing::{door, on_each_engine};
use expect_test::expect;
use kit::Tx;
use serde_json::json;

use crate::centre::{Running, free_port, scripts, until};

const ACCOUNT: &str = "AC00000000000000000000000000000001";
const DESCRIPTION: &str =
    "node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json";

/// Twilio's interface, as its description has it.
async fn judge() -> (Running, String) {
    let port = free_port();
    let mut prism = Command::new("node");
    prism.args(["node_modules/@stoplight/prism-cli/dist/index.js", "mock", "-p"]);
    prism.arg(port.to_string()).arg(DESCRIPTION).current_dir(scripts());
    let running = Running::start(&mut prism);
    until("Prism listens", async || std::net::TcpStream::connect(("127.0.0.1", port)).ok()).await;
    (running, format!("http://127.0.0.1:{port}"))
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node, Prism and Twilio's OpenAPI; cargo x sms runs it"]
async fn what_we_ask_of_twilio_is_what_its_description_allows() {
    on_each_engine(async |talk| {
        let (_judge, api) = judge().await;
        let sms = door(&talk.ctx, ChannelKind::Sms, "SMS", None).await;
        let settings = json!({
            "account_sid": ACCOUNT, "from": "+15005550006", "public_url": "https://shop.example",
            "api_url": api,
        });
        let (keys, now) = (&talk.ctx.secrets, talk.ctx.customers.clock.now());
        let secrets = json!({"auth_token": "12345"});
        let save =
            |tx: &Tx| link::save(tx, keys, sms.id, Provider::Twilio, &settings, &secrets, now);
        talk.ctx.customers.db.write(save).await.unwrap();
        let asked = Sms {
            id: "SM1".into(),
            from: "+48601234567".into(),
            text: "Czy jest lampa?".into(),
            at: now,
            details: json!({}),
            is_answered: false,
        };
        inbound::take(&talk.ctx, &sms, &Common::default(), &asked).await.unwrap();
        let named = |tx: &Tx| store::named_maybe(tx, sms.id, "SM1");
        let named = talk.ctx.customers.db.read(named).await.unwrap().unwrap();
        let new = NewReply { body: "Jest, zapraszamy! 🎉".into(), ..NewReply::default() };
        let id = reply(&talk.ctx, &talk.staff(), named.conversation_id, &new).await.unwrap();
        talk.work().await;
        expect![[r#"
            [
                "customer by SMS: Czy jest lampa? (received)",
                "agent by SMS: Jest, zapraszamy! 🎉 (sent)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(named.conversation_id).await);
        let names = talk.ctx.customers.db.read(|tx| store::names_of(tx, id)).await.unwrap();
        assert!(names.iter().any(|name| name.starts_with("SM")), "{names:?}");

        // The judge does judge: without a receiver it refuses.
        let url = format!("{api}/2010-04-01/Accounts/{ACCOUNT}/Messages.json");
        let fields = [("From", "+15005550006"), ("Body", "x")];
        let answer =
            http::post_form(&url, &[http::basic(ACCOUNT, "12345")], &fields).await.unwrap();
        assert_eq!(answer.status, 422);
    })
    .await;
}
