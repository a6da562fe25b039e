//! A mapping bound to the header of a file: makes Segment calls of rows.
//!
//! A call is written as JSON text at once, without a tree of values between: the text is what the recorder reads.

use std::fmt::Write;

use customers::events::EventType;
use customers::identities::Kind as IdentityKind;
use kit::{Error, Result};
use sha2::{Digest, Sha256};

use super::cell::{TimeFormat, push_cell, push_text};
use super::feed::Bad;
use super::mapping::{self, Gather, Mapping};
use super::table::Row;
use super::template::Template;
use super::tree::{Node, Tree};

pub struct Plan {
    header: Vec<String>,
    mark: char,
    /// Cells that mean nothing.
    empty: Vec<String>,
    filters: Vec<Filter>,
    /// The columns that make a group, and where its rows stand.
    group: Option<(Vec<usize>, Gather)>,
    kind: EventType,
    /// `event`, `name`, `groupId` …
    texts: Vec<(&'static str, Template<usize>)>,
    message_id: Option<Template<usize>>,
    time: Time,
    identities: Vec<Identity>,
    body: Tree,
    items: Tree,
}

struct Filter {
    column: usize,
    values: Vec<String>,
    is_wanted: bool,
}

enum Time {
    /// RFC 3339
    Fixed(String),
    Columns(Vec<usize>, TimeFormat),
}

struct Identity {
    kind: IdentityKind,
    value: Template<usize>,
    verified: bool,
}

impl Plan {
    /// Finds the columns; says which ones are missing.
    pub fn bind(mapping: &Mapping, header: &[String]) -> Result<Plan> {
        let find = |name: &str| {
            header.iter().position(|column| column == name).ok_or_else(|| {
                let detail =
                    format!("The file has no column “{name}”. It has: {}.", header.join(", "));
                Error::bad_input("no_column", detail)
            })
        };
        let call = &mapping.call;
        let mut texts = Vec::new();
        for (field, text) in [
            ("event", &call.event),
            ("name", &call.name),
            ("groupId", &call.group_id),
            ("previousId", &call.previous_id),
        ] {
            if let Some(text) = text {
                texts.push((field, text.0.bind(find)?));
            }
        }
        let format = TimeFormat::of(&call.time)?;
        let time = match &call.time.value {
            Some(fixed) => {
                let at = format.read(fixed).map_err(|why| Error::bad_input("bad_mapping", why))?;
                Time::Fixed(at.to_string())
            }
            None => Time::Columns(each(&call.time.columns, find)?, format),
        };
        let filter = |filter: &mapping::Where| {
            let (values, is_wanted) = match (&filter.is, &filter.is_not) {
                (Some(values), _) => (values.clone(), true),
                (None, values) => (values.clone().unwrap_or_default(), false),
            };
            Ok(Filter { column: find(&filter.column)?, values, is_wanted })
        };
        let identity = |identity: &mapping::Identity| {
            let (kind, verified) = (identity.kind.clone(), identity.verified);
            Ok(Identity { kind, value: identity.value.0.bind(find)?, verified })
        };
        let mut body = Tree::default();
        for field in mapping.properties.iter().chain(&mapping.traits) {
            body.insert(&field.path, Node::of(field, find)?)?;
        }
        let mut items = Tree::default();
        for field in &mapping.items {
            items.insert(&field.path, Node::of(field, find)?)?;
        }
        if let Some(group) = &mapping.group
            && !mapping.items.is_empty()
        {
            body.insert(&group.into, Node::Items)?;
        }
        Ok(Plan {
            header: header.to_vec(),
            mark: mapping.file.decimal,
            empty: mapping.file.empty.clone(),
            filters: mapping.filters.iter().map(filter).collect::<Result<_>>()?,
            group: match &mapping.group {
                Some(group) => Some((each(&group.by, find)?, group.gather)),
                None => None,
            },
            kind: call.kind,
            texts,
            message_id: call.message_id.as_ref().map(|text| text.0.bind(find)).transpose()?,
            time,
            identities: mapping.identities.iter().map(identity).collect::<Result<_>>()?,
            body,
            items,
        })
    }

    pub fn gather(&self) -> Option<Gather> {
        self.group.as_ref().map(|(_, gather)| *gather)
    }

    /// What is the same in all rows of a group.
    pub fn key(&self, row: &Row) -> String {
        let columns = self.group.as_ref().map_or(&[][..], |(columns, _)| columns);
        let mut key = String::new();
        for &column in columns {
            key.push_str(self.cell(row, column));
            key.push('\u{1f}');
        }
        key
    }

    /// Whether the row is to be taken in at all.
    pub fn wants(&self, row: &Row) -> bool {
        row.problem.is_some()
            || self.filters.iter().all(|filter| {
                let cell = self.cell(row, filter.column);
                filter.values.iter().any(|value| value == cell) == filter.is_wanted
            })
    }

    /// The call of these rows, of which there is at least one.
    pub fn call(&self, rows: &[Row]) -> Result<String, Bad> {
        self.write_call(rows).map_err(|bad| Bad { rows: rows.len() as u64, ..bad })
    }

    fn write_call(&self, rows: &[Row]) -> Result<String, Bad> {
        if let Some(problem) = rows.iter().find_map(|row| row.problem.as_ref()) {
            return Err(problem.clone());
        }
        let first = &rows[0];
        let mut out = format!(r#"{{"type":"{}""#, self.kind.as_str());
        for (field, template) in &self.texts {
            self.push_field(&mut out, field, &self.fill(template, first)?);
        }
        let message_id = match &self.message_id {
            Some(template) => self.fill(template, first)?,
            None => hash(rows),
        };
        self.push_field(&mut out, "messageId", &message_id);
        self.push_field(&mut out, "timestamp", &self.time(first)?);
        self.push_identities(&mut out, first);
        let mut body = String::new();
        if self.push_tree(&mut body, &self.body, first, rows)? {
            let is_about_somebody = matches!(self.kind, EventType::Identify | EventType::Group);
            out.push_str(if is_about_somebody { ",\"traits\":" } else { ",\"properties\":" });
            out.push_str(&body);
        }
        out.push('}');
        Ok(out)
    }

    /// A cell; the ones that mean nothing are empty.
    fn cell<'r>(&self, row: &'r Row, column: usize) -> &'r str {
        let cell = row.cells.get(column).map_or("", str::trim);
        if self.empty.iter().any(|empty| empty == cell) { "" } else { cell }
    }

    fn complain(&self, row: &Row, column: usize, detail: String) -> Bad {
        Bad { line: row.line, column: self.header[column].clone(), detail, rows: 1 }
    }

    fn fill(&self, template: &Template<usize>, row: &Row) -> Result<String, Bad> {
        let filled = template.fill(|column| self.cell(row, column));
        filled.map_err(|column| self.complain(row, column, "The cell is empty.".into()))
    }

    fn push_field(&self, out: &mut String, name: &str, text: &str) {
        let separator = if out.ends_with('{') { "" } else { "," };
        write!(out, "{separator}\"{name}\":").expect("a String takes everything");
        push_text(out, text);
    }

    fn time(&self, row: &Row) -> Result<String, Bad> {
        let (columns, format) = match &self.time {
            Time::Fixed(text) => return Ok(text.clone()),
            Time::Columns(columns, format) => (columns, format),
        };
        let cells: Vec<&str> = columns.iter().map(|&column| self.cell(row, column)).collect();
        let read = format.read(&cells.join(" "));
        read.map(|at| at.to_string()).map_err(|why| self.complain(row, columns[0], why))
    }

    /// An account and a device have fields of their own; the others stand in the context.
    fn push_identities(&self, out: &mut String, row: &Row) {
        let mut others = String::new();
        for identity in &self.identities {
            // Somebody without a card is known by something else, or refused by the recorder.
            let Ok(value) = identity.value.fill(|column| self.cell(row, column)) else { continue };
            match identity.kind.as_str() {
                "user_id" => self.push_field(out, "userId", &value),
                "device" => self.push_field(out, "anonymousId", &value),
                kind => {
                    others.push_str(if others.is_empty() { "{" } else { ",{" });
                    self.push_field(&mut others, "type", kind);
                    self.push_field(&mut others, "id", &value);
                    write!(others, ",\"verified\":{}}}", identity.verified)
                        .expect("a String takes everything");
                }
            }
        }
        if !others.is_empty() {
            out.push_str(",\"context\":{\"externalIds\":[");
            out.push_str(&others);
            out.push_str("]}");
        }
    }

    /// Appends an object; `false` when nothing stood in it, and then nothing is appended.
    fn push_tree(
        &self,
        out: &mut String,
        tree: &Tree,
        row: &Row,
        rows: &[Row],
    ) -> Result<bool, Bad> {
        let start = out.len();
        out.push('{');
        for (name, node) in &tree.0 {
            let before = out.len();
            if !out.ends_with('{') {
                out.push(',');
            }
            push_text(out, name);
            out.push(':');
            if !self.push_node(out, node, row, rows)? {
                out.truncate(before);
            }
        }
        if out.len() == start + 1 {
            out.truncate(start);
            return Ok(false);
        }
        out.push('}');
        Ok(true)
    }

    fn push_node(
        &self,
        out: &mut String,
        node: &Node,
        row: &Row,
        rows: &[Row],
    ) -> Result<bool, Bad> {
        match node {
            Node::Object(tree) => return self.push_tree(out, tree, row, rows),
            Node::Constant(json) => out.push_str(json),
            Node::Cell(column, kind) => {
                let cell = self.cell(row, *column);
                if cell.is_empty() {
                    return Ok(false);
                }
                push_cell(out, cell, *kind, self.mark)
                    .map_err(|why| self.complain(row, *column, why))?;
            }
            Node::Sum(column, kind) => {
                let sum = super::tree::sum(rows, *kind, self.mark, |row| self.cell(row, *column))
                    .map_err(|(row, why)| self.complain(row, *column, why))?;
                match sum {
                    Some(sum) => out.push_str(&sum.to_string()),
                    None => return Ok(false),
                }
            }
            Node::Items => {
                out.push('[');
                for row in rows {
                    let before = out.len();
                    if !out.ends_with('[') {
                        out.push(',');
                    }
                    if !self.push_tree(out, &self.items, row, rows)? {
                        out.truncate(before);
                    }
                }
                out.push(']');
            }
        }
        Ok(true)
    }
}

fn each(names: &[String], find: impl Fn(&str) -> Result<usize>) -> Result<Vec<usize>> {
    names.iter().map(|name| find(name)).collect()
}

/// Without a message id of its own, a call is known by all that its rows say.
fn hash(rows: &[Row]) -> String {
    let mut hash = Sha256::new();
    for cell in rows.iter().flat_map(|row| &row.cells) {
        hash.update(cell);
        hash.update([0x1f]);
    }
    let bytes: [u8; 32] = hash.finalize().into();
    let half: [u8; 16] = std::array::from_fn(|i| bytes[i]);
    format!("row-{}", kit::id::to_base32(half))
}
