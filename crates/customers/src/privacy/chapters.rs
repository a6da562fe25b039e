//! What others keep of a person, for the file that the person gets: a chapter each. This crate knows no more of them
//! than that they have rows; whoever builds the product hands them to [`super::Export`].
//!
//! A chapter is read leaf by leaf and page by page, so that the longest costs no more memory than the shortest.

use kit::{Result, Time, Tx};
use serde_json::Value;

use crate::channels::ChannelId;
use crate::identities::CustomerId;

/// All that the product knows of.
pub type Chapters = &'static [&'static dyn Chapter];

pub trait Chapter: Send + Sync {
    /// The member of the JSON document (`hand_overs`); in the catalogue, `export-hand-overs` is its title.
    fn name(&self) -> &'static str;

    /// What stands above the columns of the page: keys of the catalogue.
    fn heads(&self) -> &'static [&'static str];

    /// The rows of a leaf after a place, in the order of their places.
    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page>;
}

/// Where a page of rows ended: the id of its last one.
pub type Place = [u8; 16];

/// Before the first row.
pub const START: Place = [0; 16];

#[derive(Clone, Debug, Default)]
pub struct Page {
    pub rows: Vec<Row>,
    /// Where to go on; none when that was all of this leaf.
    pub next: Option<Place>,
}

impl Page {
    /// Of a chapter that never has many rows.
    pub fn whole(rows: Vec<Row>) -> Page {
        Page { rows, next: None }
    }

    /// Of rows that were asked for `size` at a time, each with its place.
    pub fn of(rows: Vec<(Place, Row)>, size: usize) -> Page {
        let next = if rows.len() < size { None } else { rows.last().map(|(place, _)| *place) };
        Page { rows: rows.into_iter().map(|(_, row)| row).collect(), next }
    }
}

/// The same twice: for machines, and for people.
#[derive(Clone, Debug)]
pub struct Row {
    /// An object; a file's content is added to it as `content`, in base64.
    pub json: Value,
    /// A cell for each of [`Chapter::heads`].
    pub cells: Vec<Cell>,
    pub file: Option<File>,
}

impl Row {
    pub fn new(json: Value, cells: Vec<Cell>) -> Row {
        Row { json, cells, file: None }
    }
}

#[derive(Clone, Debug)]
pub enum Cell {
    Nothing,
    Time(Time),
    Door(ChannelId),
    /// As somebody wrote it.
    Text(String),
    /// A key of the catalogue.
    Word(&'static str),
    Number(i64),
    /// A link to the row's file.
    File,
}

impl Cell {
    pub fn text(text: Option<&str>) -> Cell {
        text.map_or(Cell::Nothing, |text| Cell::Text(text.to_string()))
    }

    pub fn time(at: Option<Time>) -> Cell {
        at.map_or(Cell::Nothing, Cell::Time)
    }
}

#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub content: Vec<u8>,
}
