//! What somebody writes on an order: for colleagues, or for the customer to read. A step like any other, so it stays.

use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::go_on::{Held, save};
use super::steps::{self, StepKind};
use super::{Order, Step};
use crate::carts::Actor;

const TEXT_CHARS_MAX: usize = 1_000;

kit::words! {
    /// Who reads a note.
    NoteFor:
    Staff "staff",
    Customer "customer",
}

#[derive(Clone, Debug)]
pub struct Note {
    pub text: String,
    pub reader: NoteFor,
}

/// # Errors
/// `bad_note`, where it says nothing or too much.
pub fn note(tx: &Tx, actor: &Actor, held: Held, note: &Note, now: Time) -> Result<Order> {
    let text = note.text.trim();
    if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX {
        let detail = format!("A note has 1 to {TEXT_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_note", detail));
    }
    let Held { mut order, .. } = held;
    let details = json!({ "text": text, "for": note.reader });
    steps::note(tx, &order, actor, StepKind::Noted, &details, now)?;
    save(tx, &mut order, now)?;
    Ok(order)
}

/// The notes among these steps that the customer may read.
pub fn for_customer(steps: &[Step]) -> Result<Vec<(Time, String)>> {
    let mut notes = Vec::new();
    for step in steps.iter().filter(|step| step.kind == StepKind::Noted) {
        let details: serde_json::Value =
            serde_json::from_str(&step.details).map_err(Error::internal)?;
        if details["for"] == NoteFor::Customer.as_str() {
            notes.push((step.at, details["text"].as_str().unwrap_or_default().to_string()));
        }
    }
    Ok(notes)
}
