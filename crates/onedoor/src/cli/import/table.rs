//! Reads a delimited file row by row, and gathers the rows that are one call.

use std::io::Read;
use std::sync::Arc;

use csv::{ByteRecord, ErrorKind, ReaderBuilder, StringRecord};
use kit::{Error, Result};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::encoding::Encoding;
use super::feed::{Bad, Feeder};
use super::mapping::{File, Gather};
use super::plan::Plan;

/// A call of more rows would be too large anyway.
const ROWS_PER_CALL_MAX: usize = 5_000;
/// Rows held in memory where those of a group may stand anywhere.
const ROWS_IN_MEMORY_MAX: usize = 5_000_000;

pub struct Row {
    /// From 1, as an editor counts; the header is the first.
    pub line: u64,
    pub cells: StringRecord,
    /// Why the row cannot be read.
    pub problem: Option<Bad>,
}

pub struct Table {
    reader: csv::Reader<Box<dyn Read + Send>>,
    encoding: Encoding,
    pub header: Arc<[String]>,
    record: ByteRecord,
}

fn unreadable(error: csv::Error) -> Error {
    Error::bad_input("bad_file", format!("The file cannot be read: {error}."))
}

impl Table {
    pub fn open(read: Box<dyn Read + Send>, file: &File) -> Result<Table> {
        let delimiter = match file.delimiter.as_str() {
            "tab" => b'\t',
            text => match text.as_bytes() {
                [byte] => *byte,
                _ => {
                    let detail = format!("“{text}” is no delimiter: one letter, or tab.");
                    return Err(Error::bad_input("bad_mapping", detail));
                }
            },
        };
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(read);
        let header = reader.byte_headers().map_err(unreadable)?;
        let decode = |cell| {
            let name = file.encoding.decode(cell).ok_or_else(|| {
                let detail = "The header is written in another encoding than the mapping says.";
                Error::bad_input("bad_encoding", detail)
            })?;
            Ok(name.trim().to_string())
        };
        let header = header.iter().map(decode).collect::<Result<_>>()?;
        Ok(Table { reader, encoding: file.encoding, header, record: ByteRecord::new() })
    }

    /// The next row; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Row>> {
        let before = self.reader.position().line();
        match self.reader.read_byte_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) if matches!(error.kind(), ErrorKind::Io(_)) => {
                return Err(unreadable(error));
            }
            Err(error) => {
                let problem = Bad::of_line(before, error.to_string());
                let cells = StringRecord::new();
                return Ok(Some(Row { line: before, cells, problem: Some(problem) }));
            }
        }
        let line = self.record.position().map_or(before, csv::Position::line);
        let (cells, mut problem) = self.decoded(line);
        if self.record.len() != self.header.len() && problem.is_none() {
            let (is, due) = (self.record.len(), self.header.len());
            let detail = format!("The row has {is} cells, the header {due}.");
            problem = Some(Bad::of_line(line, detail));
        }
        Ok(Some(Row { line, cells, problem }))
    }

    fn decoded(&self, line: u64) -> (StringRecord, Option<Bad>) {
        if self.encoding == Encoding::Utf8
            && let Ok(cells) = StringRecord::from_byte_record(self.record.clone())
        {
            return (cells, None);
        }
        let mut problem = None;
        let cells = self.record.iter().enumerate().map(|(i, cell)| {
            self.encoding.decode(cell).unwrap_or_else(|| {
                let column = self.header.get(i).cloned().unwrap_or_default();
                let detail = "The cell is written in another encoding than the mapping says.";
                problem = Some(Bad { line, column, detail: detail.into(), rows: 1 });
                String::from_utf8_lossy(cell).into_owned()
            })
        });
        (cells.collect::<Vec<_>>().into(), problem)
    }
}

/// Reads the whole file and feeds its calls.
pub fn feed(mut table: Table, plan: &Plan, feeder: &mut Feeder) -> Result<()> {
    match plan.gather() {
        None => {
            while let Some(row) = table.next()? {
                if plan.wants(&row) {
                    feeder.unit(row.line, 1, || plan.call(std::slice::from_ref(&row)))?;
                } else {
                    feeder.left_out();
                }
            }
        }
        Some(Gather::Adjacent) => feed_neighbours(&mut table, plan, feeder)?,
        Some(Gather::File) => {
            for rows in gather_all(&mut table, plan, feeder)? {
                feed_group(&rows, plan, feeder)?;
            }
        }
    }
    feeder.finish()
}

fn feed_group(rows: &[Row], plan: &Plan, feeder: &mut Feeder) -> Result<()> {
    match rows.first() {
        Some(first) => feeder.unit(first.line, rows.len() as u64, || plan.call(rows)),
        None => Ok(()),
    }
}

/// The rows of a group stand one after another.
fn feed_neighbours(table: &mut Table, plan: &Plan, feeder: &mut Feeder) -> Result<()> {
    let mut group: Vec<Row> = Vec::new();
    let mut key = String::new();
    let mut seen: FxHashSet<u64> = FxHashSet::default();
    while let Some(mut row) = table.next()? {
        if !plan.wants(&row) {
            feeder.left_out();
            continue;
        }
        let next_key = plan.key(&row);
        if group.is_empty() || next_key != key {
            feed_group(&group, plan, feeder)?;
            group.clear();
            if !seen.insert(hash(&next_key)) && row.problem.is_none() {
                let detail = "Other rows of this group stand elsewhere in the file. Sort it, or \
                              set `gather = \"file\"`.";
                row.problem = Some(Bad::of_line(row.line, detail.into()));
            }
            key = next_key;
        }
        push(&mut group, row);
    }
    feed_group(&group, plan, feeder)
}

fn hash(key: &str) -> u64 {
    use std::hash::BuildHasher;
    FxBuildHasher.hash_one(key)
}

/// The rows of a group stand anywhere; groups come in the order of their first rows.
fn gather_all(table: &mut Table, plan: &Plan, feeder: &mut Feeder) -> Result<Vec<Vec<Row>>> {
    let mut groups: Vec<Vec<Row>> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut count = 0;
    while let Some(row) = table.next()? {
        if !plan.wants(&row) {
            feeder.left_out();
            continue;
        }
        count += 1;
        if count > ROWS_IN_MEMORY_MAX {
            let detail = format!(
                "More than {ROWS_IN_MEMORY_MAX} rows: sort the file by its groups, then the rows \
                 need not all be held in memory."
            );
            return Err(Error::too_large("too_many_rows", detail));
        }
        let place = *places.entry(plan.key(&row)).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        push(&mut groups[place], row);
    }
    Ok(groups)
}

fn push(group: &mut Vec<Row>, row: Row) {
    if group.len() < ROWS_PER_CALL_MAX {
        group.push(row);
    } else if let Some(last) = group.last_mut() {
        let detail = format!("More than {ROWS_PER_CALL_MAX} rows are one call.");
        last.problem = Some(Bad::of_line(row.line, detail));
    }
}
