//! Customers, their rights, and the doors.

use serde_json::{Map, Value, json};

use super::parts::{Call, Key, anything, call, list, object, of, one_of, path, text, text_or_null};

pub const CUSTOMER: &str =
    "An id (`cus_…`) or an identity: `email:anna@example.com`, `phone:+48500100200`, `user_id:42`";

fn about(id: &str, summary: &str, key: Key) -> Call {
    call("customers", id, summary, key).path("customer", CUSTOMER)
}

pub fn paths() -> Map<String, Value> {
    let why = || object(&[("reason?", text())]);
    let flag = |noun: &str, set: &str, cleared: &str| {
        let put = about(&format!("set_{noun}"), set, Key::Server).body_maybe(why());
        let delete = about(&format!("clear_{noun}"), cleared, Key::Server).body_maybe(why());
        path([
            ("put", put.gives_nothing(204, "Noted")),
            ("delete", delete.gives_nothing(204, "Noted")),
        ])
    };
    let timeline = about("list_timeline", "What they did, the newest first", Key::Secret)
        .query("channel", "Only by this door", text())
        .query(
            "type",
            "Only of this type",
            one_of(&["track", "identify", "page", "screen", "group", "alias"]),
        )
        .query("name", "Only of this name", text())
        .query("from", "Not before", json!({ "type": "string", "format": "date-time" }))
        .query("before", "The `next` of the page before", text())
        .query("limit", "1 to 500", json!({ "type": "integer", "minimum": 1, "maximum": 500 }))
        .gives(200, "A page", of("Timeline"));
    let context = about("show_context", "Who this is, what is open, what they allow", Key::Secret)
        .gives(200, "The customer", of("Context"));
    let live = about("follow_timeline", "Each new event, as it comes", Key::Secret).gives_as(
        200,
        "Server-sent events `event`",
        "text/event-stream",
    );
    let consent = about("create_consent", "Somebody agreed, or refused", Key::Secret)
        .body(of("NewConsent"))
        .gives(201, "The line of the ledger", anything());
    let export = about("show_export", "All that is known of one person", Key::Server).gives(
        200,
        "One document",
        anything(),
    );
    let erasure = about("create_erasure", "Erases one person for good", Key::Server).gives(
        201,
        "The receipt",
        anything(),
    );
    let channels = call("doors", "list_channels", "All doors", Key::Server).gives(
        200,
        "The doors",
        object(&[("channels", list(of("Channel")))]),
    );
    let kind_and_name = object(&[("kind", text()), ("name", text())]);
    let channel = call("doors", "create_channel", "Makes a door", Key::Server)
        .body(kind_and_name)
        .gives(201, "The door; its secret key is shown this once", of("NewChannel"));
    let all = [
        ("/v1/customers/{customer}/context", path([("get", context)])),
        ("/v1/customers/{customer}/timeline", path([("get", timeline)])),
        ("/v1/customers/{customer}/live", path([("get", live)])),
        ("/v1/customers/{customer}/consents", path([("post", consent)])),
        ("/v1/customers/{customer}/export", path([("get", export)])),
        ("/v1/customers/{customer}/erasure", path([("post", erasure)])),
        (
            "/v1/customers/{customer}/restriction",
            flag("restriction", "Keep, but do not process", "Process again"),
        ),
        (
            "/v1/customers/{customer}/objection",
            flag("objection", "No direct marketing", "They take their objection back"),
        ),
        ("/v1/channels", path([("get", channels), ("post", channel)])),
    ];
    all.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

pub fn schemas() -> Vec<(&'static str, Value)> {
    vec![(
        "NewConsent",
        object(&[
            ("purpose", text()),
            ("channel", text()),
            ("state", one_of(&["granted", "pending", "denied", "withdrawn"])),
            ("identity?", text_or_null()),
            ("basis?", text_or_null()),
            ("wording?", text_or_null()),
            ("at?", text_or_null()),
            ("evidence?", json!({})),
        ]),
    )]
}
