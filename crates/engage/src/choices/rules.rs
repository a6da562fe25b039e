//! How choices are shown by a door, and how an answer to them is read: pure.

use kit::text::fold;
use kit::{Error, Result};

use super::{COUNT_MAX, Choice, Choices, ID_BYTES_MAX, TITLE_CHARS_MAX};
use crate::connectors::capabilities::{Capability, Rows};
use crate::conversations::MessageId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Below the message, each one to press.
    Buttons,
    /// Behind one button that opens them.
    List,
    /// In the text, with a number before each.
    Numbers,
}

/// How a sort of door shows these: the first of its ways into which all of them fit, whole.
pub fn shape(door: &Capability, choices: &Choices, text: &str) -> Shape {
    let fits = |rows: Option<Rows>| {
        rows.is_some_and(|rows| {
            choices.of.len() <= rows.count_max
                && length(text) <= rows.text_max
                && choices.of.iter().all(|choice| length(&choice.title) <= rows.title_max)
        })
    };
    if fits(door.buttons.is) {
        Shape::Buttons
    } else if fits(door.list.is) {
        Shape::List
    } else {
        Shape::Numbers
    }
}

/// UTF-16 units: nobody counts more, and Meta does not say what a character is.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Whether these can be offered.
pub fn check(choices: &[Choice]) -> Result<()> {
    let bad = |detail: String| Err(Error::bad_input("bad_choices", detail));
    if choices.len() > COUNT_MAX {
        return bad(format!("A message offers at most {COUNT_MAX} choices."));
    }
    for (n, choice) in choices.iter().enumerate() {
        let length = choice.title.chars().count();
        let is_line = !choice.title.chars().any(char::is_control);
        if choice.title.trim() != choice.title
            || !(1..=TITLE_CHARS_MAX).contains(&length)
            || !is_line
        {
            return bad(format!("A choice is one line of 1 to {TITLE_CHARS_MAX} characters."));
        }
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        if !(1..=ID_BYTES_MAX).contains(&choice.id.len()) || !choice.id.bytes().all(is_plain) {
            return bad(format!("A choice's id is 1 to {ID_BYTES_MAX} letters, digits, - or _."));
        }
        let is_same = |one: &Choice| one.id == choice.id || fold(&one.title) == fold(&choice.title);
        if choices[..n].iter().any(is_same) {
            return bad(format!("“{}” is offered twice.", choice.title));
        }
    }
    Ok(())
}

/// The text with its choices below, numbered.
pub fn numbered(text: &str, choices: &Choices, hint: &str) -> String {
    let lines = choices.of.iter().zip(1..).map(|(choice, n)| format!("{n}. {}", choice.title));
    format!("{}\n\n{}\n\n{hint}", text.trim_end(), lines.collect::<Vec<_>>().join("\n"))
}

/// What a button sends back.
pub fn payload(message: MessageId, choice: &str) -> String {
    format!("{message}/{choice}")
}

/// Of what a button sent back: which message, and which of its choices.
pub fn of_payload(payload: &str) -> Option<(MessageId, &str)> {
    let (message, choice) = payload.split_once('/')?;
    Some((message.parse().ok()?, choice))
}

/// The line that may be an answer, and what follows it.
pub fn first_line(body: &str, may_go_on: bool) -> Option<(&str, &str)> {
    let body = body.trim();
    let end = body.find('\n').unwrap_or(body.len());
    let (line, rest) = (body[..end].trim(), &body[end..]);
    let is_answer = !line.is_empty() && line.chars().count() <= TITLE_CHARS_MAX;
    (is_answer && (may_go_on || rest.is_empty())).then_some((line, rest))
}

/// The choice that somebody means by what they typed: its number, or its words.
pub fn typed<'a>(line: &str, choices: &'a [Choice]) -> Option<&'a Choice> {
    let folded = fold(line);
    if let Some(choice) = choices.iter().find(|choice| fold(&choice.title) == folded) {
        return Some(choice);
    }
    let bare = line.trim_start_matches('#').trim_end_matches(['.', ')', '!']).trim();
    let number: usize = bare.parse().ok()?;
    choices.get(number.checked_sub(1)?)
}
