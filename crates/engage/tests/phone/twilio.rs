//! What we ask of Twilio Voice, judged by Twilio's own OpenAPI: Prism answers 201 to a request that it allows, and 422 to
//! others.

use std::process::Command;

use customers::accounts::AccountId;
use customers::channels::ChannelKind;
use engage::connectors::phone::twilio::call_out;
use engage::connectors::{Provider, http, link};
use engage::testing::{door, on_each_engine};
use kit::Tx;
use serde_json::json;

use crate::exchange::{Running, free_port, path_of, until};

const ACCOUNT: &str = "AC00000000000000000000000000000001";
const DESCRIPTION: &str =
    "node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json";

/// Twilio's interface, as its description has it.
async fn judge() -> (Running, String) {
    let port = free_port();
    let mut prism = Command::new("node");
    prism.args(["node_modules/@stoplight/prism-cli/dist/index.js", "mock", "-p"]);
    prism.arg(port.to_string()).arg(DESCRIPTION).current_dir(path_of("ONEDOOR_JUDGE"));
    let running = Running::start(&mut prism);
    until("Prism listens", async || std::net::TcpStream::connect(("127.0.0.1", port)).ok()).await;
    (running, format!("http://127.0.0.1:{port}"))
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node, Prism and Twilio's OpenAPI; cargo x phone runs it"]
async fn what_we_ask_of_twilio_is_what_its_description_allows() {
    let (_judge, api) = judge().await;
    on_each_engine(async |talk| {
        let number = door(&talk.ctx, ChannelKind::Phone, "Twilio", None).await;
        let settings = json!({
            "account_sid": ACCOUNT, "number": "+15005550006", "record": "yes",
            "public_url": "https://shop.example", "api_url": api,
        });
        let (keys, now) = (&talk.ctx.secrets, talk.ctx.customers.clock.now());
        let (id, secrets) = (number.id, json!({"auth_token": "12345"}));
        let save =
            |tx: &Tx| link::save(tx, keys, id, Provider::TwilioVoice, &settings, &secrets, now);
        talk.ctx.customers.db.write(save).await.unwrap();
        let find = |tx: &Tx| link::find_maybe(tx, keys, id);
        let link = talk.ctx.customers.db.read(find).await.unwrap().unwrap();
        let call = format!("onedoor-{}", AccountId([7; 16]));
        for telephone in ["+48500100200", "sip:ewa@shop.example", "client:ewa"] {
            call_out(&link, id, &call, telephone, "+48601234567").await.unwrap();
        }
        // The judge does judge: without a receiver it refuses.
        let url = format!("{api}/2010-04-01/Accounts/{ACCOUNT}/Calls.json");
        let fields = [("From", "+15005550006"), ("Twiml", "<Response/>")];
        let answer =
            http::post_form(&url, &[http::basic(ACCOUNT, "12345")], &fields).await.unwrap();
        assert_eq!(answer.status, 422);
    })
    .await;
}
