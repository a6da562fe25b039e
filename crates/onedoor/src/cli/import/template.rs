//! Texts with columns in them: `basket-{basket_id}`. A brace itself is written twice: `{{`.

use kit::{Error, Result};

/// A text whose columns are named (`T = String`) or numbered (`T = usize`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template<T>(Vec<Part<T>>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part<T> {
    Text(String),
    Column(T),
}

impl Template<String> {
    pub fn parse(text: &str) -> Result<Template<String>> {
        let mut parts = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let (brace, after) = rest[at..].split_at(1);
            if let Some(doubled) = after.strip_prefix(brace) {
                plain.push_str(brace);
                rest = doubled;
                continue;
            }
            let (column, after) =
                after.split_once('}').filter(|_| brace == "{").ok_or_else(|| {
                    let detail = format!("“{text}”: a column is written {{name}}, a brace {{{{.");
                    Error::bad_input("bad_template", detail)
                })?;
            if !plain.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut plain)));
            }
            parts.push(Part::Column(column.to_string()));
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Ok(Template(parts))
    }

    /// Numbers the columns by the file's header.
    pub fn bind(&self, find: impl Fn(&str) -> Result<usize>) -> Result<Template<usize>> {
        let bind = |part: &Part<String>| match part {
            Part::Text(text) => Ok(Part::Text(text.clone())),
            Part::Column(name) => find(name).map(Part::Column),
        };
        Ok(Template(self.0.iter().map(bind).collect::<Result<_>>()?))
    }
}

impl Template<usize> {
    /// The text of a row; `Err` with the column whose cell is empty.
    pub fn fill<'r>(&self, cell: impl Fn(usize) -> &'r str) -> Result<String, usize> {
        let mut out = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Column(column) => match cell(*column) {
                    "" => return Err(*column),
                    text => out.push_str(text),
                },
            }
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str) -> String {
        let columns = ["id", "shop name", "nothing"];
        let find = |name: &str| {
            let found = columns.iter().position(|column| *column == name);
            found.ok_or_else(|| Error::not_found(format!("column {name}")))
        };
        let bound = Template::parse(template).and_then(|template| template.bind(find));
        match bound {
            Ok(bound) => bound
                .fill(|column| ["42", "Kraków", ""][column])
                .unwrap_or_else(|column| format!("{} is empty", columns[column])),
            Err(error) => error.detail,
        }
    }

    #[test]
    fn columns_stand_in_braces() {
        assert_eq!(filled("Order Completed"), "Order Completed");
        assert_eq!(filled("basket-{id} in {shop name}"), "basket-42 in Kraków");
        assert_eq!(filled("{{{id}}}"), "{42}");
        assert_eq!(filled("{id}{nothing}"), "nothing is empty");
        assert_eq!(filled("{price}"), "There is no column price.");
        assert_eq!(filled("{id"), "“{id”: a column is written {name}, a brace {{.");
        assert_eq!(filled("id}"), "“id}”: a column is written {name}, a brace {{.");
    }
}
