//! A person's file as text, piece by piece: JSON for machines, a page for people.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kit::{Error, Result};
use serde::Serialize;
use serde_json::Value;

use super::chapters::{Chapter, Row};
use super::document::Document;
use super::export::{Format, Head};
use crate::channels::ChannelId;
use crate::context::Door;
use crate::events::Event;

pub enum Writer {
    Json { is_first: bool },
    Html { document: Box<Document>, is_first: bool },
}

impl Writer {
    pub fn new(format: Format, head: &Head, doors: &BTreeMap<ChannelId, Door>) -> Writer {
        match format {
            Format::Json => Writer::Json { is_first: true },
            Format::Html(tr) => {
                let document = Box::new(Document::new(tr, head, doors));
                Writer::Html { document, is_first: true }
            }
        }
    }

    /// All but the timeline, whose rows come next.
    pub fn head(&self, head: &Head) -> Result<String> {
        match self {
            Writer::Json { .. } => {
                let mut text = json_text(head)?;
                // The timeline is the object's next member.
                text.pop();
                Ok(text + ",\"timeline\":[")
            }
            Writer::Html { document, .. } => Ok(document.head.clone()),
        }
    }

    pub fn events(&mut self, events: &[Event]) -> Result<String> {
        match self {
            Writer::Json { is_first } => {
                let events = events.iter().map(json_text).collect::<Result<Vec<_>>>()?;
                Ok(listed(events, is_first))
            }
            Writer::Html { document, .. } => Ok(document.events(events)),
        }
    }

    pub fn end_of_events(&self) -> String {
        match self {
            Writer::Json { .. } => "]".into(),
            Writer::Html { .. } => Document::END_OF_TABLE.into(),
        }
    }

    /// What stands before the rows of a chapter.
    pub fn chapter(&mut self, chapter: &dyn Chapter) -> Result<String> {
        match self {
            Writer::Json { is_first } => {
                *is_first = true;
                Ok(format!(",\n{}:[", json_text(&chapter.name())?))
            }
            Writer::Html { document, is_first } => {
                *is_first = true;
                Ok(document.chapter(chapter))
            }
        }
    }

    pub fn rows(&mut self, rows: Vec<Row>) -> Result<String> {
        match self {
            Writer::Json { is_first } => {
                let rows = rows.into_iter().map(|row| json_text(&with_content(row)));
                Ok(listed(rows.collect::<Result<Vec<_>>>()?, is_first))
            }
            Writer::Html { document, is_first } => {
                *is_first &= rows.is_empty();
                Ok(document.rows(&rows))
            }
        }
    }

    pub fn end_of_chapter(&self) -> String {
        match self {
            Writer::Json { .. } => "]".into(),
            Writer::Html { document, is_first } => document.end_of_chapter(*is_first),
        }
    }

    pub fn tail(&self, doors: &BTreeMap<ChannelId, Door>) -> Result<String> {
        match self {
            Writer::Json { .. } => Ok(format!(",\"channels\":{}}}\n", json_text(doors)?)),
            Writer::Html { document, .. } => Ok(document.tail.clone()),
        }
    }
}

/// Members of a list that has begun.
fn listed(all: Vec<String>, is_first: &mut bool) -> String {
    let mut text = String::new();
    for one in all {
        text += if std::mem::take(is_first) { "\n" } else { ",\n" };
        text += &one;
    }
    text
}

fn with_content(row: Row) -> Value {
    let mut json = row.json;
    if let (Some(file), Some(object)) = (&row.file, json.as_object_mut()) {
        object.insert("content".into(), BASE64.encode(&file.content).into());
    }
    json
}

fn json_text(value: &(impl Serialize + ?Sized)) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}
