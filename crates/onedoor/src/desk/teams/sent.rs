//! A form some of whose fields come several times, as boxes to tick do.

use axum::extract::Form;
use kit::{Error, Result};

pub type Sent = Form<Vec<(String, String)>>;

/// The first value of a field, without blanks around it; empty where it was not sent.
pub fn value<'a>(sent: &'a Sent, name: &str) -> &'a str {
    let found = sent.0.iter().find(|(field, _)| field == name);
    found.map_or("", |(_, value)| value.trim())
}

pub fn is_ticked(sent: &Sent, name: &str) -> bool {
    !value(sent, name).is_empty()
}

/// All values of a field, as what they stand for.
pub fn values<T>(sent: &Sent, name: &str) -> Result<Vec<T>>
where
    T: std::str::FromStr<Err = Error>,
{
    let found = sent.0.iter().filter(|(field, value)| field == name && !value.is_empty());
    found.map(|(_, value)| value.parse()).collect()
}

/// A number, or nothing where the field is empty.
pub fn number(sent: &Sent, name: &str) -> Result<Option<i64>> {
    match value(sent, name) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| {
            Error::bad_input("bad_number", format!("“{text}” is not a whole number."))
        }),
    }
}
