//! WhatsApp without Meta: what a call says, what we ask, and what is refused, on both engines. Against the simulator it is
//! tried in crates/onedoor/src/simulate/tests.

mod filling;
mod understanding;
mod webhooks;

use std::sync::Arc;

use customers::channels::{Channel, ChannelKind};
use serde_json::{Value, json};

use crate::connectors::Provider;
use crate::testing::{Talk, connected};

const NUMBER: &str = "100200300";

async fn whatsapp(talk: &Talk) -> Arc<Channel> {
    let settings = json!({
        "phone_number_id": NUMBER, "business_account_id": "900800700", "api_url": "http://127.0.0.1:1",
    });
    let secrets =
        json!({ "access_token": "EAAJ", "app_secret": "s3cret", "verify_token": "kubek" });
    let kind = ChannelKind::Whatsapp;
    connected(&talk.ctx, kind, "WhatsApp", Provider::Whatsapp, settings, secrets).await
}

/// A call of Meta about one number.
fn call(mut value: Value) -> Value {
    value["messaging_product"] = json!("whatsapp");
    value["metadata"] = json!({ "display_phone_number": "48221234567", "phone_number_id": NUMBER });
    json!({
        "object": "whatsapp_business_account",
        "entry": [{ "id": "900800700", "changes": [{ "field": "messages", "value": value }] }],
    })
}

/// A message of Anna's, with this in it.
fn from_anna(id: &str, at: i64, message: Value) -> Value {
    let mut whole = json!({
        "from": "48601234567", "from_user_id": "PL.134912", "id": id, "timestamp": at.to_string(),
    });
    for (name, value) in message.as_object().unwrap() {
        whole[name] = value.clone();
    }
    call(json!({
        "contacts": [{
            "profile": { "name": "Anna Nowak" }, "wa_id": "48601234567", "user_id": "PL.134912",
        }],
        "messages": [whole],
    }))
}

fn text(id: &str, at: i64, body: &str) -> Value {
    from_anna(id, at, json!({ "type": "text", "text": { "body": body } }))
}
