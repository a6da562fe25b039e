//! What messengers bring is read piece by piece: whatever a piece is instead, the reader goes on.

mod calls;
mod cutting;
mod killed;
mod replayed;

use serde_json::{Value, json};

use super::{messenger, telegram, whatsapp};

/// Every place in a value.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_string());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| places(inner, &format!("{at}/{name}"), found));
        }
        Value::Array(inner) => {
            let numbered = inner.iter().enumerate();
            numbered.for_each(|(n, inner)| places(inner, &format!("{at}/{n}"), found));
        }
        _ => {}
    }
}

/// Each piece is replaced by each odd thing; nothing panics.
fn read_all_that_is_odd(sample: &Value, read: impl Fn(&Value)) {
    let odd = [
        json!(null),
        json!([]),
        json!({}),
        json!([[]]),
        json!(""),
        json!("ł"),
        json!(i64::MIN),
        json!(1e300),
    ];
    let mut found = Vec::new();
    places(sample, "", &mut found);
    for at in found {
        for instead in &odd {
            let mut changed = sample.clone();
            if let Some(piece) = changed.pointer_mut(&at) {
                *piece = instead.clone();
            }
            read(&changed);
        }
    }
}

#[test]
fn whatever_comes_is_read_without_a_panic() {
    let contact =
        json!({ "profile": { "name": "Anna" }, "wa_id": "48601234567", "user_id": "PL.1" });
    let message = |kind: &str, content: Value| {
        json!({ "id": "w", "from": "48601234567", "timestamp": "1", "type": kind, kind: content,
            "context": { "id": "w0" } })
    };
    let call = json!({ "entry": [{ "changes": [{ "value": {
        "metadata": { "phone_number_id": "1" }, "contacts": [contact],
        "messages": [
            message("text", json!({ "body": "x" })),
            message("image", json!({ "id": "9", "mime_type": "image/png" })),
            message("location", json!({ "latitude": 1.0, "longitude": 2.0, "name": "x" })),
            message("order", json!({ "text": "x", "product_items": [{ "quantity": 1 }] })),
            message("contacts", json!([{ "phones": [{ "phone": "+48601234567" }] }])),
            message("interactive", json!({ "list_reply": { "title": "x" } })),
            message("system", json!({ "wa_id": "48602345678", "body": "x" })),
        ],
        "statuses": [{ "id": "w", "status": "failed", "timestamp": "1", "errors": [{ "code": 1 }] }],
        "user_preferences": [{ "wa_id": "48601234567", "value": "stop", "timestamp": 1 }],
    } }] }] });
    read_all_that_is_odd(&call, whatsapp::read_anything);

    let call = json!({ "object": "page", "entry": [{ "id": "1", "messaging": [
        { "sender": { "id": "7" }, "timestamp": 1, "message": { "mid": "m", "text": "x",
            "attachments": [{ "type": "file", "payload": { "url": "https://x/a.pdf?b" } }] } },
        { "sender": { "id": "7" }, "timestamp": 1, "postback": { "title": "x", "referral": { "ref": "K" } } },
        { "sender": { "id": "7" }, "timestamp": 1, "delivery": { "mids": ["m"], "watermark": 1 } },
        { "sender": { "id": "7" }, "timestamp": 1, "read": { "watermark": 1 } },
        { "sender": { "id": "7" }, "timestamp": 1, "message_edit": { "mid": "m", "text": "y" } },
    ] }] });
    read_all_that_is_odd(&call, messenger::read_anything);

    let chat = json!({ "id": 7, "type": "private" });
    let from = json!({ "id": 7, "first_name": "Anna" });
    for part in ["message", "edited_message"] {
        let update = json!({ "update_id": 1, part: {
            "message_id": 1, "date": 1, "edit_date": 2, "chat": chat, "from": from, "text": "/start K",
            "photo": [{ "file_id": "x" }], "contact": { "phone_number": "48601234567", "user_id": 7 },
            "venue": { "title": "x", "location": { "latitude": 1.0 } },
            "reply_to_message": { "message_id": 1, "chat": chat },
        } });
        read_all_that_is_odd(&update, telegram::read_anything);
    }
    let press = json!({ "callback_query": { "id": "1", "from": from, "data": "x", "message": {
        "message_id": 1, "chat": chat, "reply_markup": { "inline_keyboard": [[{ "text": "x" }]] },
    } } });
    read_all_that_is_odd(&press, telegram::read_anything);
}
