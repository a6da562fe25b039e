//! Rows and what they say.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};

use customers::channels::ChannelId;
use kit::{Error, Result};

use super::columns::{Column, HEADER};
use crate::catalogue::rules::{OPTIONS_MAX, VARIANTS_MAX, checked_sku, codes};
use crate::catalogue::{Choice, Medium, Wanted, WantedVariant};

/// An empty cell says nothing; this one empties.
const NOTHING: &str = "-";
const BUFFER_BYTES: usize = 1 << 20;
/// Problems of one product that are told.
const PROBLEMS_MAX: usize = 20;

/// Rows that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// As an editor counts; the header is 1.
    pub line: u64,
    pub detail: String,
    /// How many rows are left out because of it.
    pub rows: u64,
}

struct Row {
    line: u64,
    /// In the order of the header; or why the row cannot be read.
    cells: Result<Vec<String>, String>,
}

pub struct Table<R> {
    reader: csv::Reader<BufReader<R>>,
    columns: Vec<Column>,
    /// Read already, and of the product after.
    ahead: Option<Row>,
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::bad_input("bad_table", format!("The table cannot be read: {error}."))
}

impl<R: Read> Table<R> {
    pub fn open(read: R) -> Result<Table<R>> {
        let mut read = BufReader::with_capacity(BUFFER_BYTES, read);
        let delimiter = delimiter_of(read.fill_buf().map_err(unreadable)?);
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(read);
        let mut columns = Vec::new();
        for name in reader.headers().map_err(unreadable)? {
            let name = name.trim_start_matches('\u{feff}').trim().to_lowercase();
            let column = Column::parse(&name).ok_or_else(|| unknown_column(&name))?;
            if columns.contains(&column) {
                let detail = format!("The column “{name}” is there twice.");
                return Err(Error::bad_input("bad_columns", detail));
            }
            columns.push(column);
        }
        if !columns.contains(&Column::Sku) {
            let detail = "The table needs a column “sku”: it says which variant a row is.";
            return Err(Error::bad_input("bad_columns", detail));
        }
        Ok(Table { reader, columns, ahead: None })
    }

    /// The rows of the next product; none at the end.
    pub fn next(&mut self) -> Result<Option<Group>> {
        let first = match self.ahead.take() {
            Some(row) => row,
            None => match self.read()? {
                Some(row) => row,
                None => return Ok(None),
            },
        };
        let handle = self.handle(&first);
        let mut rows = vec![first];
        // A variant too many is refused with its product; a file of one product does not fill the memory.
        while !handle.is_empty() && rows.len() <= VARIANTS_MAX {
            match self.read()? {
                None => break,
                Some(row) if self.handle(&row) == handle => rows.push(row),
                Some(row) => {
                    self.ahead = Some(row);
                    break;
                }
            }
        }
        Ok(Some(Group { columns: self.columns.clone(), rows }))
    }

    fn handle(&self, row: &Row) -> String {
        let place = self.columns.iter().position(|column| *column == Column::Handle);
        match (&row.cells, place) {
            (Ok(cells), Some(place)) => said(&cells[place]).unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn read(&mut self) -> Result<Option<Row>> {
        let mut record = csv::ByteRecord::new();
        if !self.reader.read_byte_record(&mut record).map_err(unreadable)? {
            return Ok(None);
        }
        let line = record.position().map_or(0, csv::Position::line);
        let cells = if record.len() == self.columns.len() {
            let text = csv::StringRecord::from_byte_record(record);
            text.map(|cells| cells.iter().map(|cell| cell.trim().to_string()).collect())
                .map_err(|_| "The row is not UTF-8 text.".to_string())
        } else {
            let (is, due) = (record.len(), self.columns.len());
            Err(format!("The row has {is} cells, the header {due}."))
        };
        Ok(Some(Row { line, cells }))
    }
}

/// Spreadsheets write `;` where the comma is for decimals.
fn delimiter_of(start: &[u8]) -> u8 {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    if count(b';') > count(b',') { b';' } else { b',' }
}

fn unknown_column(name: &str) -> Error {
    let known = HEADER.join(", ");
    let detail = format!("There is no column “{}”. There are {known}.", kit::text::clip(name, 40));
    Error::bad_input("bad_columns", detail)
}

/// The rows of one product.
pub struct Group {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Group {
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    fn line(&self) -> u64 {
        self.rows.first().map_or(0, |row| row.line)
    }

    /// What the catalogue has against it.
    pub fn refused(&self, error: &Error) -> Wrong {
        Wrong {
            line: self.line(),
            detail: error.public_detail().to_string(),
            rows: self.rows.len() as u64,
        }
    }

    /// What the rows say together.
    ///
    /// # Errors
    /// Each wrong row; the first of them leaves out the whole product, as its `rows` say.
    pub fn wanted(&self) -> Result<Wanted, Vec<Wrong>> {
        let mut wanted = Wanted::default();
        let mut wrong = Vec::new();
        for row in &self.rows {
            let read = match &row.cells {
                Ok(cells) => self.read(cells, &mut wanted).map_err(|error| error.detail),
                Err(detail) => Err(detail.clone()),
            };
            if let Err(detail) = read
                && wrong.len() < PROBLEMS_MAX
            {
                wrong.push(Wrong { line: row.line, detail, rows: 0 });
            }
        }
        match wrong.first_mut() {
            None => Ok(wanted),
            Some(first) => {
                first.rows = self.rows.len() as u64;
                Err(wrong)
            }
        }
    }

    /// Of the product the first row that says something counts.
    fn read(&self, cells: &[String], wanted: &mut Wanted) -> Result<()> {
        let mut variant = WantedVariant::default();
        let mut options = vec![(String::new(), String::new()); OPTIONS_MAX];
        let has_options = self
            .columns
            .iter()
            .any(|column| matches!(column, Column::OptionName(_) | Column::OptionValue(_)));
        for (column, cell) in self.columns.iter().zip(cells) {
            match column {
                Column::Sku => variant.sku = checked_sku(cell)?,
                Column::Gtin => {
                    variant.gtin = said(cell);
                    if let Some(gtin) = variant.gtin.as_deref().filter(|gtin| !gtin.is_empty()) {
                        codes::gtin(gtin)?;
                    }
                }
                Column::OptionName(n) => options[*n].0 = cell.clone(),
                Column::OptionValue(n) => options[*n].1 = cell.clone(),
                Column::Weight => variant.weight_g = weight(cell)?,
                Column::Archived => variant.archived = yes_or_no(cell)?,
                of_product => read_product(*of_product, cell, wanted)?,
            }
        }
        if has_options {
            variant.options = Some(
                options
                    .into_iter()
                    .filter(|(name, value)| !name.is_empty() || !value.is_empty())
                    .map(|(name, value)| Choice { name, value })
                    .collect(),
            );
        }
        wanted.variants.push(variant);
        Ok(())
    }
}

/// None where the cell says nothing, an empty text where it empties.
fn said(cell: &str) -> Option<String> {
    match cell {
        "" => None,
        NOTHING => Some(String::new()),
        text => Some(text.to_string()),
    }
}

fn read_product(column: Column, cell: &str, wanted: &mut Wanted) -> Result<()> {
    let Some(text) = said(cell) else { return Ok(()) };
    match column {
        Column::Handle => wanted.handle.get_or_insert(text),
        Column::Title => wanted.title.get_or_insert(text),
        Column::Description => wanted.description.get_or_insert(text),
        Column::Brand => wanted.brand.get_or_insert(text),
        Column::Category => wanted.category.get_or_insert(text),
        Column::TitleIn(lang) => wanted.texts.entry(lang).or_default().title.get_or_insert(text),
        Column::DescriptionIn(lang) => {
            wanted.texts.entry(lang).or_default().description.get_or_insert(text)
        }
        Column::Status => {
            wanted.status.get_or_insert(text.parse()?);
            return Ok(());
        }
        Column::TaxClass => {
            wanted.tax_class.get_or_insert(text.parse()?);
            return Ok(());
        }
        Column::Images => {
            let medium = |url: &str| Medium { url: url.into(), alt: Default::default() };
            let all = text.split_whitespace().map(medium).collect();
            wanted.media.get_or_insert(all);
            return Ok(());
        }
        Column::Doors => {
            let ids = text.split_whitespace().map(str::parse::<ChannelId>);
            wanted.channels.get_or_insert(ids.collect::<Result<BTreeSet<_>>>()?);
            return Ok(());
        }
        // Of the variant.
        _ => return Ok(()),
    };
    Ok(())
}

fn weight(cell: &str) -> Result<Option<i64>> {
    let Some(text) = said(cell) else { return Ok(None) };
    if text.is_empty() {
        return Ok(Some(0));
    }
    let bad = || Error::bad_input("bad_weight", format!("“{text}” is no weight in whole grams."));
    text.parse().map(Some).map_err(|_| bad())
}

fn yes_or_no(cell: &str) -> Result<Option<bool>> {
    match cell {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        other => {
            let detail = format!("“{other}” in “archived”: write yes or no.");
            Err(Error::bad_input("bad_archived", detail))
        }
    }
}
