//! WhatsApp's interactive messages: reply buttons and lists, with Meta's limits (“Interactive reply buttons messages”,
//! “Interactive list messages”, 2025-11-03).

use serde_json::Value;

use super::graph::Refusal;
use super::phone::{pairs, text};

/// What can be chosen: what comes back, what stands on it; and whether it is behind one button.
#[derive(Debug, Default)]
pub struct Interactive {
    pub body: String,
    pub choices: Vec<(String, String)>,
    pub is_list: bool,
}

fn bad(details: &str) -> Refusal {
    Refusal::of(400, 131_009, "Parameter value is not valid").with_details(details)
}

fn within(what: &str, text: &str, most: usize) -> Result<(), Refusal> {
    if (1..=most).contains(&text.chars().count()) {
        return Ok(());
    }
    Err(bad(&format!("{what} length invalid. Min length: 1, Max length: {most}")))
}

pub fn read(content: &Value) -> Result<Interactive, Refusal> {
    let body = text(content, "/body/text").unwrap_or_default();
    let (choices, is_list) = match text(content, "/type").as_deref() {
        Some("button") => (buttons(content, &body)?, false),
        Some("list") => (rows(content, &body)?, true),
        _ => return Err(bad("Unexpected value for interactive['type'].")),
    };
    for (n, (id, title)) in choices.iter().enumerate() {
        if choices[..n].iter().any(|(other, words)| other == id || words == title) {
            return Err(bad("Duplicated id or title."));
        }
    }
    Ok(Interactive { body, choices, is_list })
}

fn buttons(content: &Value, body: &str) -> Result<Vec<(String, String)>, Refusal> {
    within("Body text", body, 1_024)?;
    let buttons = pairs(content, "/action/buttons", "/reply/id", "/reply/title");
    if !(1..=3).contains(&buttons.len()) {
        return Err(bad("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3"));
    }
    for (id, title) in &buttons {
        within("Button id", id, 256)?;
        within("Button title", title, 20)?;
    }
    Ok(buttons)
}

fn rows(content: &Value, body: &str) -> Result<Vec<(String, String)>, Refusal> {
    within("Body text", body, 4_096)?;
    within("Button label", &text(content, "/action/button").unwrap_or_default(), 20)?;
    let sections = content.pointer("/action/sections").and_then(Value::as_array);
    let sections: Vec<&Value> = sections.into_iter().flatten().collect();
    let has_titles = sections.iter().all(|section| text(section, "/title").is_some());
    if sections.len() > 10 || sections.len() > 1 && !has_titles {
        return Err(bad("Section title is required when there is more than one section."));
    }
    let rows: Vec<(String, String)> =
        sections.iter().flat_map(|section| pairs(section, "/rows", "/id", "/title")).collect();
    if !(1..=10).contains(&rows.len()) {
        return Err(bad("Total row count exceed max allowed count: 10"));
    }
    for (id, title) in &rows {
        within("Row id", id, 200)?;
        within("Row title", title, 24)?;
    }
    Ok(rows)
}
