//! Where the values of a mapping stand in the JSON: paths become objects in objects, once for all rows.

use kit::{Error, Result};

use super::cell::number;
use super::decimal::Decimal;
use super::mapping::{Field, Kind};
use super::table::Row;

/// An object: names and what stands there, in the order of the mapping.
#[derive(Debug, Default)]
pub struct Tree(pub Vec<(String, Node)>);

#[derive(Debug)]
pub enum Node {
    Object(Tree),
    /// JSON, the same for all rows.
    Constant(String),
    Cell(usize, Kind),
    /// Over the rows of the group.
    Sum(usize, Kind),
    /// One object for each row of the group.
    Items,
}

impl Node {
    pub fn of(field: &Field, find: impl Fn(&str) -> Result<usize>) -> Result<Node> {
        match (&field.column, &field.value) {
            (Some(column), _) if field.sum => Ok(Node::Sum(find(column)?, field.kind)),
            (Some(column), _) => Ok(Node::Cell(find(column)?, field.kind)),
            (None, value) => serde_json::to_string(value).map(Node::Constant).map_err(|error| {
                Error::bad_input("bad_mapping", format!("“{}”: {error}.", field.path))
            }),
        }
    }
}

impl Tree {
    pub fn insert(&mut self, path: &str, node: Node) -> Result<()> {
        let taken = || {
            let detail = format!("Two values stand at “{path}”.");
            Error::bad_input("bad_mapping", detail)
        };
        let (name, rest) = path.split_once('.').map_or((path, None), |(a, b)| (a, Some(b)));
        let at = self.0.iter().position(|(known, _)| known == name);
        match (at, rest) {
            (None, None) => self.0.push((name.to_string(), node)),
            (None, Some(rest)) => {
                let mut tree = Tree::default();
                tree.insert(rest, node)?;
                self.0.push((name.to_string(), Node::Object(tree)));
            }
            (Some(at), Some(rest)) => match &mut self.0[at].1 {
                Node::Object(tree) => tree.insert(rest, node)?,
                _ => return Err(taken()),
            },
            (Some(_), None) => return Err(taken()),
        }
        Ok(())
    }
}

/// The sum of a column, `None` when all its cells are empty. `Err` with the row that cannot be added.
pub fn sum<'r>(
    rows: &'r [Row],
    kind: Kind,
    mark: char,
    cell: impl Fn(&'r Row) -> &'r str,
) -> Result<Option<Decimal>, (&'r Row, String)> {
    let mut sum = None;
    for row in rows {
        let text = cell(row);
        if text.is_empty() {
            continue;
        }
        let value = number(text, kind, mark).map_err(|why| (row, why))?;
        let so_far = sum.unwrap_or(Decimal::ZERO);
        let next = so_far.checked_add(value);
        sum = Some(next.ok_or_else(|| (row, "The sum has too many digits.".to_string()))?);
    }
    Ok(sum)
}
