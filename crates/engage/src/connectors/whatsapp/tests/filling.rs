//! Templates: which can be used, and with what in their gaps.

use serde_json::{Value, json};

use super::super::templates::Template;

fn template(body: &str, more: Value) -> Value {
    let mut components = vec![json!({ "type": "BODY", "text": body })];
    components.extend(more.as_array().cloned().unwrap_or_default());
    json!({
        "name": "order_update", "language": "pl", "category": "UTILITY", "status": "APPROVED",
        "components": components,
    })
}

#[track_caller]
fn check(value: &Value, expected: Option<&[&str]>) {
    let found = Template::read(value).map(|template| template.variables);
    let expected: Option<Vec<String>> =
        expected.map(|gaps| gaps.iter().map(ToString::to_string).collect());
    assert_eq!(found, expected, "{value}");
}

#[test]
fn what_cannot_be_filled_by_typing_is_not_offered() {
    check(&template("Zamówienie {{2}} dla {{1}}, {{2}}", json!([])), Some(&["1", "2"]));
    check(&template("Sprawa {{subject}} {{name}}", json!([])), Some(&["subject", "name"]));
    check(&template("Dzień dobry", json!([{ "type": "FOOTER", "text": "Kubek" }])), Some(&[]));
    let header =
        |format: &str, text: &str| json!([{ "type": "HEADER", "format": format, "text": text }]);
    check(&template("Hej", header("TEXT", "Nowość")), Some(&[]));
    check(&template("Hej", header("TEXT", "Dla {{1}}")), None);
    check(&template("Hej", header("IMAGE", "")), None);
    let buttons = |button: Value| json!([{ "type": "BUTTONS", "buttons": [button] }]);
    check(&template("Hej", buttons(json!({ "type": "QUICK_REPLY", "text": "Tak" }))), Some(&[]));
    check(&template("Hej", buttons(json!({ "type": "URL", "url": "https://x/{{1}}" }))), None);
    let mut paused = template("Hej", json!([]));
    paused["status"] = json!("PAUSED");
    check(&paused, None);
}

#[test]
fn every_gap_is_filled_with_one_line() {
    let value = template("Dla {{1}}: {{2}}", json!([{ "type": "FOOTER", "text": "Kubek" }]));
    let template = Template::read(&value).unwrap();
    let fill = |values: &[&str]| {
        let values: Vec<String> = values.iter().map(ToString::to_string).collect();
        template.fill(&values)
    };
    let (chosen, body) = fill(&[" Anny ", "lampa {{1}}"]).unwrap();
    assert_eq!(body, "Dla Anny: lampa {{1}}\n\nKubek");
    assert_eq!(
        chosen.json(),
        json!({
            "name": "order_update", "language": { "code": "pl" },
            "components": [{ "type": "body", "parameters": [
                { "type": "text", "text": "Anny" }, { "type": "text", "text": "lampa {{1}}" },
            ] }],
        })
    );
    for bad in [&["Anny"][..], &["Anny", " "], &["Anny", "dwa\nwiersze"]] {
        assert_eq!(fill(bad).unwrap_err().code, "template_gap", "{bad:?}");
    }
}
