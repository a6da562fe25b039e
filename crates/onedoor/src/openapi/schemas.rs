//! The shapes of what goes in and out.

use engage::webhooks::EventKind;
use serde_json::{Map, Value, json};

use super::parts::{
    anything, list, moment, moment_or_null, object, of, one_of, text, text_or_null, whole,
};
use super::{
    cart, customers, gift_cards, loyalty, money, orders, returns, shipping, shop, stock, tenders,
};

pub fn all() -> Map<String, Value> {
    let areas = [
        general(),
        doors(),
        context(),
        chat(),
        elsewhere(),
        conversations(),
        told(),
        webhooks(),
        customers::schemas(),
        money::schemas(),
        shipping::schemas(),
        gift_cards::schemas(),
        cart::schemas(),
        orders::schemas(),
        returns::schemas(),
        loyalty::schemas(),
        tenders::schemas(),
        stock::schemas(),
        shop::schemas(),
    ];
    areas.into_iter().flatten().map(|(name, schema)| (name.to_string(), schema)).collect()
}

type Named = Vec<(&'static str, Value)>;

fn general() -> Named {
    vec![
        (
            "Problem",
            object(&[
                ("type", text()),
                ("title", text()),
                ("status", whole()),
                ("code", text()),
                ("detail", text()),
                ("message", text()),
            ]),
        ),
        (
            "Call",
            json!({
                "type": "object",
                "description": "As the Segment specification has it; it names somebody by `userId` or `anonymousId`.",
                "properties": {
                    "type": one_of(&["track", "identify", "page", "screen", "group", "alias"]),
                    "event": text(), "userId": text_or_null(), "anonymousId": text_or_null(),
                    "messageId": text(), "timestamp": moment(), "properties": anything(),
                    "traits": anything(), "context": anything(),
                },
            }),
        ),
        (
            "Recorded",
            object(&[("success", json!({ "const": true })), ("rejected?", list(anything()))]),
        ),
    ]
}

fn doors() -> Named {
    vec![
        (
            "Channel",
            object(&[
                ("id", text()),
                ("kind", text()),
                ("name", text()),
                ("track", json!({ "type": "boolean" })),
                ("talk", json!({ "type": "boolean" })),
                ("sell", json!({ "type": "boolean" })),
                ("write_key", text()),
                ("created_at", moment()),
                ("disabled_at", moment_or_null()),
            ]),
        ),
        ("NewChannel", json!({ "allOf": [of("Channel"), object(&[("secret_key", text())])] })),
    ]
}

fn context() -> Named {
    vec![
        (
            "Context",
            object(&[
                (
                    "customer",
                    object(&[
                        ("id", text()),
                        ("name", text_or_null()),
                        ("known", json!({ "type": "boolean" })),
                    ]),
                ),
                (
                    "identities",
                    list(object(&[
                        ("kind", text()),
                        ("value", text()),
                        ("verified", json!({ "type": "boolean" })),
                    ])),
                ),
                ("claims?", list(anything())),
                (
                    "bounces?",
                    list(object(&[
                        ("kind", text()),
                        ("value", text()),
                        ("state", one_of(&["undeliverable", "delayed"])),
                        ("reason", text()),
                        ("at", moment()),
                        ("letters", whole()),
                    ])),
                ),
                ("traits", anything()),
                ("consents", list(anything())),
                ("groups", list(anything())),
                ("facts", anything()),
                ("last_events", list(of("Event"))),
                ("channels", anything()),
            ]),
        ),
        ("Timeline", object(&[("events", list(of("Event"))), ("next", text_or_null())])),
        (
            "Event",
            object(&[
                ("id", text()),
                ("type", text()),
                ("name", text()),
                ("occurred_at", moment()),
                ("received_at", moment()),
                ("properties?", json!({})),
            ]),
        ),
    ]
}

fn chat() -> Named {
    let file = object(&[("id", text()), ("name", text()), ("type", text()), ("size", whole())]);
    vec![
        (
            "NewChatMessage",
            object(&[
                ("id", json!({ "type": "string", "minLength": 16, "maxLength": 64 })),
                ("text", json!({ "type": "string", "maxLength": 4000 })),
                ("anonymousId", text()),
                ("at?", moment()),
                ("name?", text()),
                ("email?", text()),
                ("page?", text()),
                ("files?", list(object(&[("name", text()), ("content", text())]))),
                ("code?", text()),
                ("choice?", object(&[("message", text()), ("id", text())])),
            ]),
        ),
        (
            "ChatMessageTaken",
            object(&[
                ("id", text()),
                ("conversation", text()),
                ("session", text()),
                ("at", moment()),
            ]),
        ),
        (
            "ChatMessage",
            object(&[
                ("id", text()),
                ("key?", text()),
                ("at", moment()),
                ("from", one_of(&["you", "agent", "bot", "system"])),
                ("name?", text()),
                ("text", text()),
                ("door?", text()),
                ("state", of("State")),
                ("files?", list(file)),
                ("survey?", text()),
                ("choices?", list(of("Choice"))),
            ]),
        ),
        (
            "ChatSettings",
            object(&[
                ("online", json!({ "type": "boolean" })),
                ("limits", object(&[("text", whole()), ("files", whole()), ("bytes", whole())])),
                ("elsewhere", list(text())),
            ]),
        ),
    ]
}

fn elsewhere() -> Named {
    let qr = object(&[("size", whole()), ("path", text())]);
    vec![
        ("ChatLink", object(&[("url", text()), ("expiresAt", moment()), ("qr", of("Qr"))])),
        ("Qr", qr),
        (
            "HandOver",
            object(&[
                ("code", json!({ "type": "string", "pattern": "^[0-9A-Z]{4}-[0-9A-Z]{4}$" })),
                ("url", text()),
                ("expiresAt", moment()),
                ("qr", of("Qr")),
                (
                    "ways",
                    list(object(&[
                        ("channel", text()),
                        ("kind", text()),
                        ("name", text()),
                        ("href", text_or_null()),
                    ])),
                ),
                ("message?", text()),
            ]),
        ),
        ("HandOverShown", object(&[("line", text()), ("door", text()), ("at", moment())])),
        ("Proof", object(&[("id", text()), ("expiresAt", moment())])),
        ("State", one_of(&["received", "queued", "sent", "delivered", "read", "failed"])),
    ]
}

fn conversations() -> Named {
    let person = object(&[
        ("id", text()),
        ("userId?", text()),
        ("name?", text()),
        ("email?", text()),
        ("emailVerified?", json!({ "type": "boolean" })),
        ("phone?", text()),
        ("phoneVerified?", json!({ "type": "boolean" })),
    ]);
    vec![
        (
            "NewReply",
            object(&[
                ("text", text()),
                ("key?", text_or_null()),
                ("subject?", text_or_null()),
                ("channel?", text_or_null()),
                ("address?", text_or_null()),
                ("choices?", list(of("Choice"))),
            ]),
        ),
        (
            "Choice",
            object(&[
                ("id", json!({ "type": "string", "pattern": "^[0-9A-Za-z_-]{1,24}$" })),
                ("title", json!({ "type": "string", "minLength": 1, "maxLength": 60 })),
            ]),
        ),
        (
            "NewOwnMessage",
            object(&[
                ("id", text()),
                ("from", person),
                ("text", text()),
                ("subject?", text()),
                ("at?", moment()),
                ("replyTo?", text()),
                ("choice?", text()),
                ("code?", text()),
            ]),
        ),
        ("OwnMessageTaken", object(&[("id", text()), ("conversation", text())])),
    ]
}

fn told() -> Named {
    let author = object(&[
        ("kind", one_of(&["customer", "agent", "bot", "system"])),
        ("name", text_or_null()),
    ]);
    let channel = object(&[("id", text()), ("kind", text()), ("name", text())]);
    vec![
        (
            "Message",
            object(&[
                ("id", text()),
                ("conversation", text()),
                ("customer", text()),
                ("channel", channel),
                ("direction", one_of(&["in", "out"])),
                ("author", author),
                ("address", text_or_null()),
                ("subject", text_or_null()),
                ("text", text()),
                ("state", of("State")),
                ("at", moment()),
                ("files", list(anything())),
                ("choices?", list(of("Choice"))),
                (
                    "chosen?",
                    object(&[("message", text_or_null()), ("id", text()), ("title", text())]),
                ),
            ]),
        ),
        (
            "Conversation",
            object(&[
                ("id", text()),
                ("customer", text()),
                ("status", one_of(&["open", "pending", "snoozed", "closed"])),
                ("subject", text_or_null()),
                ("priority", one_of(&["low", "normal", "high", "urgent"])),
                ("assignee", text_or_null()),
                ("team", text_or_null()),
                ("channel", text()),
                ("openedAt", moment()),
                ("lastAt", moment()),
                ("waitingSince", moment_or_null()),
                ("closedAt", moment_or_null()),
            ]),
        ),
    ]
}

fn webhooks() -> Named {
    let kinds: Vec<&str> = EventKind::ALL.iter().map(|event| event.as_str()).collect();
    let told =
        |data: Value| object(&[("type", one_of(&kinds)), ("timestamp", moment()), ("data", data)]);
    let delivery = object(&[
        ("id", text()),
        ("conversation", text()),
        ("state", of("State")),
        ("at", moment()),
        ("error", text_or_null()),
    ]);
    vec![
        ("NewWebhook", object(&[("url", text()), ("events?", list(one_of(&kinds)))])),
        (
            "Webhook",
            object(&[
                ("id", text()),
                ("url", text()),
                ("events", list(one_of(&kinds))),
                ("createdAt", moment()),
                ("failingSince", moment_or_null()),
                ("disabledAt", moment_or_null()),
                ("secret?", text()),
            ]),
        ),
        (
            "Delivery",
            object(&[
                ("id", text()),
                ("event", one_of(&kinds)),
                ("at", moment()),
                ("state", one_of(&["waiting", "delivered", "failed"])),
                ("tries", whole()),
                ("triedAt", moment_or_null()),
                ("status", json!({ "type": ["integer", "null"] })),
                ("error", text_or_null()),
            ]),
        ),
        ("MessageCreated", told(object(&[("message", of("Message"))]))),
        ("MessageDelivery", told(object(&[("message", delivery)]))),
        ("ConversationChanged", told(object(&[("conversation", of("Conversation"))]))),
        ("CustomerMerged", told(object(&[("customer", text()), ("merged", text())]))),
        ("CustomerSplit", told(object(&[("customers", list(text()))]))),
        ("WebhookTest", told(anything())),
    ]
}
