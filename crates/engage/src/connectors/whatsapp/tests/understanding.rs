//! Calls as Meta documents them, and what they say.

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::super::understand::understand;
use super::{call, from_anna, text};
use crate::connectors::Arrival;

/// What a call says, a line for each thing.
fn told(body: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for account in understand(body) {
        for arrival in account.arrivals {
            lines.push(match arrival {
                Arrival::Message(inbound) => {
                    let who: Vec<String> =
                        inbound.sender.proven.iter().map(ToString::to_string).collect();
                    let files: Vec<&str> =
                        inbound.files.iter().map(|file| file.name.as_str()).collect();
                    let claimed = &inbound.sender.claimed;
                    format!(
                        "{} of {} to {}: {:?} {files:?} {:?} {}",
                        inbound.provider_id,
                        who.join(" "),
                        inbound.sender.address.as_deref().unwrap_or("nobody"),
                        inbound.body,
                        inbound.refers_to,
                        claimed.first().map_or(String::new(), |it| format!("says {it}")),
                    )
                    .trim()
                    .to_string()
                }
                Arrival::Report(report) => {
                    let error = report.error.unwrap_or_default();
                    format!("{:?} {} {error}", report.about, report.state.as_str()).trim().into()
                }
            });
        }
        lines.extend(
            account.wishes.iter().map(|wish| format!("{} wants: {}", wish.who, wish.wants)),
        );
    }
    lines
}

#[track_caller]
fn check(body: &Value, expected: Expect) {
    expected.assert_eq(&told(body).join("\n"));
}

#[test]
fn words_pictures_and_answers() {
    check(
        &text("wamid.1", 1_795_262_400, "Czy jest lampa?"),
        expect![[
            r#"wamid.1 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "Czy jest lampa?" [] []"#
        ]],
    );
    let image = json!({ "id": "900", "mime_type": "image/jpeg", "sha256": "x", "caption": "Ta" });
    check(
        &from_anna("wamid.2", 1, json!({ "type": "image", "image": image })),
        expect![[
            r#"wamid.2 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "Ta" ["image.jpeg"] []"#
        ]],
    );
    let document =
        json!({ "id": "901", "mime_type": "application/pdf", "filename": "faktura.pdf" });
    check(
        &from_anna("wamid.3", 1, json!({ "type": "document", "document": document })),
        expect![[
            r#"wamid.3 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "" ["faktura.pdf"] []"#
        ]],
    );
    let chosen = json!({
        "type": "interactive", "context": { "from": "48221234567", "id": "wamid.OURS" },
        "interactive": { "type": "list_reply", "list_reply": { "id": "krk", "title": "Kraków" } },
    });
    check(
        &from_anna("wamid.4", 1, chosen),
        expect![[
            r#"wamid.4 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "Kraków" [] [Provider("wamid.OURS")]"#
        ]],
    );
    let reaction = json!({ "message_id": "wamid.OURS", "emoji": "👍" });
    check(
        &from_anna("wamid.5", 1, json!({ "type": "reaction", "reaction": reaction })),
        expect![[
            r#"wamid.5 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "👍" [] [Provider("wamid.OURS")]"#
        ]],
    );
    let taken_back = json!({ "type": "reaction", "reaction": { "message_id": "wamid.OURS" } });
    check(&from_anna("wamid.6", 1, taken_back), expect![""]);
}

#[test]
fn places_goods_cards_and_what_is_new() {
    let place =
        json!({ "latitude": 50.06, "longitude": 19.94, "name": "Dom", "address": "Długa 5" });
    check(
        &from_anna("wamid.1", 1, json!({ "type": "location", "location": place })),
        expect![[
            r#"wamid.1 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "Dom, Długa 5 (50.06, 19.94)" [] []"#
        ]],
    );
    let order = json!({
        "catalog_id": "c", "text": "Poproszę",
        "product_items": [{ "product_retailer_id": "LAMP", "quantity": 2, "item_price": 99, "currency": "PLN" }],
    });
    check(
        &from_anna("wamid.2", 1, json!({ "type": "order", "order": order })),
        expect![[
            r#"wamid.2 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "Poproszę\n2 × LAMP" [] []"#
        ]],
    );
    let card = json!([{ "name": { "formatted_name": "Anna" }, "phones": [{ "phone": "+48 601 234 567" }] }]);
    let shared = json!({ "type": "contacts", "origin": "contact_request", "contacts": card });
    check(
        &from_anna("wamid.3", 1, shared),
        expect![[
            r#"wamid.3 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "Anna +48 601 234 567" [] [] says phone:+48601234567"#
        ]],
    );
    check(
        &from_anna("wamid.4", 1, json!({ "type": "hologram" })),
        expect![[
            r#"wamid.4 of phone:+48601234567 whatsapp_id:PL.134912 to phone:+48601234567: "hologram" [] []"#
        ]],
    );
}

#[test]
fn one_who_hides_the_number_is_known_by_the_id() {
    let hidden = call(json!({
        "contacts": [{ "profile": { "name": "Ola", "username": "ola.k" }, "user_id": "PL.77" }],
        "messages": [{
            "from_user_id": "PL.77", "id": "wamid.1", "timestamp": "1", "type": "text",
            "text": { "body": "Hej" },
        }],
    }));
    check(&hidden, expect![[r#"wamid.1 of whatsapp_id:PL.77 to whatsapp_id:PL.77: "Hej" [] []"#]]);
    let moved = call(json!({
        "messages": [{
            "from": "48601234567", "id": "wamid.2", "timestamp": "1", "type": "system",
            "system": { "type": "user_changed_number", "wa_id": "48602345678", "body": "Anna changed the number" },
        }],
    }));
    check(
        &moved,
        expect![[
            r#"wamid.2 of phone:+48601234567 phone:+48602345678 to phone:+48602345678: "Anna changed the number" [] []"#
        ]],
    );
}

#[test]
fn reports_name_our_message_and_say_why_it_failed() {
    let report = |status: &str, more: Value| {
        let mut report = json!({ "id": "wamid.9", "status": status, "timestamp": "1", "recipient_id": "48601234567" });
        for (name, value) in more.as_object().unwrap() {
            report[name] = value.clone();
        }
        call(json!({ "statuses": [report] }))
    };
    check(&report("delivered", json!({})), expect![[r#"Provider("wamid.9") delivered"#]]);
    check(&report("read", json!({})), expect![[r#"Provider("wamid.9") read"#]]);
    check(&report("warning", json!({})), expect![""]);
    let failed = json!({ "errors": [{
        "code": 131_047, "title": "Re-engagement message",
        "error_data": { "details": "More than 24 hours have passed." },
    }] });
    check(
        &report("failed", failed),
        expect![[
            r#"Provider("wamid.9") failed The customer's last word here is too old (#131047: More than 24 hours have passed.)"#
        ]],
    );
    let wish = call(json!({ "user_preferences": [{
        "wa_id": "48601234567", "category": "marketing_messages", "value": "stop", "timestamp": 1_795_262_400,
    }] }));
    check(&wish, expect!["phone:+48601234567 wants: false"]);
}
