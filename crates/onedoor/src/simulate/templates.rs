//! What Meta has approved for this account.

use serde_json::{Value, json};

use super::graph::Refusal;
use super::phone::text;
use super::whatsapp::bad;

pub fn all() -> Value {
    let body = |text: &str| json!({ "type": "BODY", "text": text });
    let of = |name: &str, language: &str, category: &str, components: Vec<Value>| {
        json!({
            "id": format!("{name}-{language}"), "name": name, "language": language,
            "category": category, "status": "APPROVED", "components": components,
            "parameter_format": if name == "still_there" { "NAMED" } else { "POSITIONAL" },
        })
    };
    let footer = json!({ "type": "FOOTER", "text": "Kubek, ul. Długa 5" });
    let example = json!({ "header_handle": ["https://shop.example/collection.jpg"] });
    let picture = json!({ "type": "HEADER", "format": "IMAGE", "example": example });
    let mut refused = of("spring_sale", "pl", "MARKETING", vec![body("Wyprzedaż!")]);
    refused["status"] = json!("REJECTED");
    json!([
        of(
            "order_update",
            "en",
            "UTILITY",
            vec![
                body("Hello {{1}}, there is news about your order {{2}}. Shall we tell you more?"),
                footer.clone(),
            ]
        ),
        of(
            "order_update",
            "pl",
            "UTILITY",
            vec![
                body(
                    "Dzień dobry {{1}}, mamy wiadomość o zamówieniu {{2}}. Czy możemy ją przekazać?"
                ),
                footer,
            ]
        ),
        of(
            "still_there",
            "pl",
            "UTILITY",
            vec![body("Czy sprawa „{{subject}}” jest jeszcze aktualna?"),]
        ),
        of("new_collection", "pl", "MARKETING", vec![picture, body("Nowa kolekcja!")]),
        refused,
    ])
}

/// The text with its gaps filled, or why not.
pub fn filled(content: &Value) -> Result<String, Refusal> {
    let (name, language) = (text(content, "/name"), text(content, "/language/code"));
    let all = all();
    let mut known = all.as_array().into_iter().flatten();
    let found = known.find(|one| {
        text(one, "/name") == name
            && text(one, "/language") == language
            && text(one, "/status").as_deref() == Some("APPROVED")
    });
    let found = found.ok_or_else(|| {
        let message = "Template name does not exist in the translation";
        Refusal::of(404, 132_001, message).with_details("template name does not exist")
    })?;
    let components = found["components"].as_array().into_iter().flatten();
    let bodies = components.filter(|one| one["type"] == "BODY");
    let mut body: String = bodies.filter_map(|one| text(one, "/text")).collect();
    let parameters = content.pointer("/components/0/parameters").and_then(Value::as_array);
    for (n, parameter) in parameters.into_iter().flatten().enumerate() {
        let name = text(parameter, "/parameter_name").unwrap_or_else(|| (n + 1).to_string());
        let value = text(parameter, "/text").ok_or_else(|| bad("A parameter has no text."))?;
        body = body.replace(&format!("{{{{{name}}}}}"), &value);
    }
    if body.contains("{{") {
        let message = "Number of parameters does not match the expected number of params";
        return Err(Refusal::of(400, 132_000, message));
    }
    Ok(body)
}
