//! A file of stock from the merchant's other system: a table with a row for each variant and place, as spreadsheets and
//! ERP systems write it.
//!
//! The file speaks of one moment. A row says how many lie there then; what was sold since stays sold. Rows that are not
//! named mean nothing, unless the file is declared full: then the rest of each place that it names is gone. A row that
//! cannot be understood is set aside with its line and why; a full file with such a row takes nothing for gone, for who knows
//! what the row names. The same file a second time changes nothing; one that was cut
//! off half-way is taken again from its beginning, which changes nothing of what was taken.
//!
//! Start reading at [`take`]; what columns and numbers look like is in [`rules`].

pub mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek, SeekFrom};

use csv::{ByteRecord, Reader, ReaderBuilder};
use customers::accounts::{Permit, audit, may};
use kit::{Error, Result, Time, Tx};
use serde_json::json;
use sha2::{Digest, Sha256};

use self::rules::{Columns, delimiter_of, number};
use super::counts::Outcome;
use super::intake::{self, Lying, Snapshot};
use super::store_files;
use crate::Ctx;
use crate::catalogue::VariantId;

/// Rows of one transaction.
const PART: usize = 1_000;
/// Rows set aside that are told one by one; of more, only how many.
const TOLD_MAX: usize = 1_000;
/// Enough for the names of the columns.
const HEAD_BYTES: usize = 4_096;

/// How a file is read.
pub struct File<'a> {
    /// What people call it.
    pub name: &'a str,
    /// The moment for which it holds.
    pub as_of: Time,
    /// It names all that lies in each place that it names.
    pub is_full: bool,
    /// The code of the place, where no column says it.
    pub location: Option<&'a str>,
    /// How bytes become letters; `None` where they are none.
    pub decode: &'a dyn Fn(&[u8]) -> Option<String>,
}

/// A row that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    pub line: u64,
    pub why: String,
}

/// What became of a file.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The same file was taken in then, and this one changed nothing.
    pub taken_before: Option<Time>,
    pub rows: usize,
    pub outcome: Outcome,
    pub aside: Vec<Aside>,
    /// Those above, and those that are not told one by one.
    pub aside_count: usize,
    /// The file is full, and yet nothing was taken for gone: some of its rows could not be read.
    pub is_rest_left: bool,
}

impl Report {
    fn set_aside(&mut self, line: u64, why: String) {
        self.aside_count += 1;
        if self.aside.len() < TOLD_MAX {
            self.aside.push(Aside { line, why });
        }
    }
}

/// Takes a file in, part by part.
///
/// # Errors
/// `bad_stock_file`, where it is no table with the columns that are needed.
pub async fn take(
    ctx: &Ctx,
    permit: &Permit<may::ManageStock>,
    file: &File<'_>,
    mut from: impl Read + Seek,
) -> Result<Report> {
    let hash = hash(file, &mut from)?;
    let db = &ctx.customers.db;
    let taken_before = db.read(|tx| store_files::taken_at(tx, &hash)).await?;
    if taken_before.is_some() {
        return Ok(Report { taken_before, ..Report::default() });
    }
    let (mut table, columns, delimiter) = open(file, &mut from)?;
    let mut taking =
        Taking { ctx, permit, file, report: Report::default(), named: BTreeMap::new() };
    let (mut part, mut record) = (Vec::with_capacity(PART), ByteRecord::new());
    loop {
        let is_row = table.read_byte_record(&mut record).map_err(broken)?;
        let line = record.position().map_or(0, csv::Position::line);
        if is_row && !is_blank(&record) {
            taking.report.rows += 1;
            match row(file, &columns, delimiter, &record) {
                Ok(row) => part.push((line, row)),
                Err(why) => {
                    taking.report.is_rest_left = file.is_full;
                    taking.report.set_aside(line, why);
                }
            }
        }
        if !is_row || part.len() == PART {
            taking.take_part(&std::mem::take(&mut part)).await?;
        }
        if !is_row {
            break;
        }
    }
    taking.finish(&hash).await
}

/// By its bytes, and by what they are taken for.
fn hash(file: &File, from: &mut (impl Read + Seek)) -> Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut buffer = [0_u8; 64 * 1024];
    loop {
        let n = from.read(&mut buffer).map_err(unreadable)?;
        if n == 0 {
            break;
        }
        hash.update(&buffer[..n]);
    }
    from.rewind().map_err(unreadable)?;
    hash.update([u8::from(file.is_full)]);
    hash.update(file.location.unwrap_or_default().as_bytes());
    Ok(hash.finalize().into())
}

fn open<R: Read + Seek>(file: &File, mut from: R) -> Result<(Reader<R>, Columns, u8)> {
    let mut head = Vec::new();
    from.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(unreadable)?;
    let bom = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    from.seek(SeekFrom::Start(bom)).map_err(unreadable)?;
    let delimiter = delimiter_of(&head);
    let mut table = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        // A `\r` before it is a blank of the last cell. Taken together, the two would count as a line too late.
        .terminator(csv::Terminator::Any(b'\n'))
        .from_reader(from);
    let names = table.byte_headers().map_err(broken)?;
    let names: Option<Vec<String>> = names.iter().map(|name| (file.decode)(name)).collect();
    let names = names.ok_or_else(|| bad_file("Its first line is not in this encoding."))?;
    let columns = Columns::of(&names, file.location.is_some())
        .map_err(|missing| bad_file(&format!("It has no column “{missing}”.")))?;
    Ok((table, columns, delimiter))
}

fn bad_file(detail: &str) -> Error {
    Error::bad_input("bad_stock_file", detail)
}

fn unreadable(error: std::io::Error) -> Error {
    bad_file(&format!("It cannot be read: {error}."))
}

fn broken(error: csv::Error) -> Error {
    bad_file(&format!("It is no table: {error}."))
}

fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|cell| cell.trim_ascii().is_empty())
}

/// A row as it was understood: the place, and what lies there.
type Row = (String, Lying);

fn row(
    file: &File,
    columns: &Columns,
    delimiter: u8,
    record: &ByteRecord,
) -> std::result::Result<Row, String> {
    let cell = |column: usize| -> std::result::Result<String, String> {
        let bytes = record.get(column).ok_or("The row is too short.")?;
        let text = (file.decode)(bytes).ok_or("It is not in this encoding.")?;
        Ok(text.trim().to_string())
    };
    let sku = cell(columns.sku)?;
    if sku.is_empty() {
        return Err("There is no SKU.".into());
    }
    let location = match columns.location {
        Some(column) => cell(column)?,
        None => file.location.unwrap_or_default().to_string(),
    };
    let quantity = number(&cell(columns.quantity)?, delimiter)?;
    Ok((location, Lying { sku, quantity }))
}

struct Taking<'a> {
    ctx: &'a Ctx,
    permit: &'a Permit<may::ManageStock>,
    file: &'a File<'a>,
    report: Report,
    /// Of each place what the file names.
    named: BTreeMap<String, BTreeSet<VariantId>>,
}

impl Taking<'_> {
    fn snapshot<'a>(&'a self, location: &'a str, levels: &'a [Lying]) -> Snapshot<'a> {
        let (as_of, reference) = (self.file.as_of, self.file.name);
        Snapshot { location, as_of, levels, reference, actor: &self.permit.actor().name }
    }

    async fn take_part(&mut self, part: &[(u64, Row)]) -> Result<()> {
        let mut places: BTreeMap<&str, (Vec<u64>, Vec<Lying>)> = BTreeMap::new();
        for (line, (location, lying)) in part {
            let (lines, levels) = places.entry(location).or_default();
            lines.push(*line);
            levels.push(lying.clone());
        }
        let (db, now) = (&self.ctx.customers.db, self.ctx.customers.clock.now());
        for (location, (lines, levels)) in places {
            let snapshot = self.snapshot(location, &levels);
            match db.write(|tx| intake::compare(tx, &snapshot, now)).await {
                Ok(compared) => {
                    for refused in compared.refused {
                        self.report.set_aside(lines[refused.row], refused.detail);
                    }
                    self.report.outcome.add(compared.outcome);
                    self.named.entry(location.to_string()).or_default().extend(compared.named);
                }
                Err(error) if error.is_not_found() => {
                    for line in lines {
                        self.report.set_aside(line, error.detail.clone());
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    async fn finish(mut self, hash: &[u8; 32]) -> Result<Report> {
        let (db, now) = (&self.ctx.customers.db, self.ctx.customers.clock.now());
        let write = |tx: &Tx| {
            let mut rest = Outcome::default();
            let is_full = self.file.is_full && !self.report.is_rest_left;
            for (location, named) in self.named.iter().filter(|_| is_full) {
                rest.add(intake::compare_rest(tx, &self.snapshot(location, &[]), named, now)?);
            }
            let (rows, aside) = (self.report.rows, self.report.aside_count);
            store_files::insert(tx, hash, self.file.name, rows - aside, aside, now)?;
            let detail = json!({ "rows": rows, "aside": aside, "full": self.file.is_full });
            let actor = self.permit.actor();
            audit::record(tx, now, actor, "stock_imported", self.file.name, &detail)?;
            Ok(rest)
        };
        let rest = db.write(write).await?;
        self.report.outcome.add(rest);
        Ok(self.report)
    }
}
