//! Webhooks: where the shop's servers listen, and what they hear.

use engage::webhooks::EventKind;
use serde_json::{Map, Value, json};

use super::parts::{Call, Key, call, list, object, of, path};

fn server(id: &str, summary: &str) -> Call {
    call("webhooks", id, summary, Key::Server)
}

fn one(id: &str, summary: &str) -> Call {
    server(id, summary).path("id", "The id of the endpoint (`whe_…`)")
}

pub fn paths() -> Map<String, Value> {
    let all = server("list_webhooks", "Where your servers listen").gives(
        200,
        "All of them",
        object(&[("webhooks", list(of("Webhook")))]),
    );
    let new = server("create_webhook", "Another server listens").body(of("NewWebhook")).gives(
        201,
        "With its secret, shown this once",
        of("Webhook"),
    );
    let gone = one("delete_webhook", "It listens no more").gives_nothing(204, "Removed");
    let secret = one("rotate_webhook_secret", "A new secret; the old one signs along for 24 hours")
        .gives(200, "With its new secret", of("Webhook"));
    let test = one("test_webhook", "Sends `webhook.test`").gives_nothing(202, "On its way");
    let log = one("list_webhook_deliveries", "The last 50 that it was told").gives(
        200,
        "The newest first",
        object(&[("deliveries", list(of("Delivery")))]),
    );
    let again = one("resend_webhook_delivery", "Sends one again, under the same id")
        .path("delivery", "The id of the delivery (`whd_…`)")
        .gives_nothing(202, "On its way");
    let paths = [
        ("/v1/webhooks", path([("get", all), ("post", new)])),
        ("/v1/webhooks/{id}", path([("delete", gone)])),
        ("/v1/webhooks/{id}/secret", path([("post", secret)])),
        ("/v1/webhooks/{id}/test", path([("post", test)])),
        ("/v1/webhooks/{id}/deliveries", path([("get", log)])),
        ("/v1/webhooks/{id}/again/{delivery}", path([("post", again)])),
    ];
    paths.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

/// What is sent to an endpoint, signed as Standard Webhooks says.
pub fn calls() -> Map<String, Value> {
    let shape = |event: EventKind| match event {
        EventKind::MessageCreated => "MessageCreated",
        EventKind::MessageDelivery => "MessageDelivery",
        EventKind::ConversationCreated
        | EventKind::ConversationUpdated
        | EventKind::ConversationClosed => "ConversationChanged",
        EventKind::CustomerMerged => "CustomerMerged",
        EventKind::CustomerSplit => "CustomerSplit",
        EventKind::Test => "WebhookTest",
    };
    let told = EventKind::ALL.iter().map(|event| {
        let call = call("webhooks", &event.as_str().replace('.', "_"), event.as_str(), Key::None)
            .header("webhook-id", "The same at each try")
            .header("webhook-timestamp", "Seconds since 1970")
            .header("webhook-signature", "`v1,` and base64; several with a blank between")
            .body(of(shape(*event)))
            .gives_nothing(
                204,
                "Any 2xx: heard. 410: do not call again. Anything else: it is tried again",
            );
        (event.as_str().to_string(), json!(path([("post", call)])))
    });
    told.collect()
}
