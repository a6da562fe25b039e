//! Reads the properties of an event as leniently as senders write them: a number may come as text, a text as a
//! number, and `null`, `""`, a script's `"undefined"` and a missing field are the same.
//!
//! The JSON stays text and the fields borrow from it: amounts are read from their own digits, never through
//! a float, and nothing is copied that nobody asks for.

use std::borrow::Cow;
use std::fmt;

use kit::money::{Currency, Money};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The fields of one JSON object in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'a> Fields<'a> {
    /// Anything that is not a JSON object has no fields.
    pub(crate) fn read(json: &'a str) -> Fields<'a> {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// Names and values, JSON `null` left out.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.0.iter().map(|(name, json)| (&**name, *json)).filter(|(_, json)| *json != "null")
    }

    /// The JSON of the first of these names that has a value.
    pub(crate) fn json(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().find_map(|name| {
            self.iter().find(|(field, json)| field == name && *json != "\"\"").map(|(_, json)| json)
        })
    }

    /// A text, or a number as it was written. Each of `names` is tried, because senders differ.
    pub(crate) fn text(&self, names: &[&str]) -> Option<Cow<'a, str>> {
        names.iter().find_map(|name| {
            let text = scalar(self.json(&[name])?)?;
            (!matches!(text.trim(), "" | "null" | "undefined")).then_some(text)
        })
    }

    /// A whole number; `2`, `"2"` and `2.0` are the same.
    pub(crate) fn whole(&self, names: &[&str]) -> Option<i64> {
        let text = self.text(names)?;
        let text = text.trim();
        let digits = text.split_once('.').map_or(text, |(whole, fraction)| {
            if fraction.bytes().all(|b| b == b'0') { whole } else { text }
        });
        digits.parse().ok()
    }

    pub(crate) fn money(&self, names: &[&str], currency: Option<Currency>) -> Option<Money> {
        Money::from_decimal(self.text(names)?.trim(), currency?).ok()
    }

    /// The objects of an array; a single object where an array is expected counts as one.
    pub(crate) fn list(&self, names: &[&str]) -> Vec<Fields<'a>> {
        let json = self.json(names).unwrap_or("[]");
        let entries: Vec<Fields<'a>> = match serde_json::from_str::<Vec<&RawValue>>(json) {
            Ok(entries) => entries.into_iter().map(|entry| Fields::read(entry.get())).collect(),
            Err(_) => vec![Fields::read(json)],
        };
        entries.into_iter().filter(|fields| !fields.0.is_empty()).collect()
    }
}

/// The text of a JSON string or number, `true`, `false`; nothing for null, arrays and objects.
pub(crate) fn scalar(json: &str) -> Option<Cow<'_, str>> {
    match json.as_bytes().first()? {
        b'"' if !json.contains('\\') => Some(Cow::Borrowed(&json[1..json.len() - 1])),
        b'"' => serde_json::from_str(json).ok().map(Cow::Owned),
        b'{' | b'[' | b'n' => None,
        _ => Some(Cow::Borrowed(json)),
    }
}

/// A map by hand, because a derived one would refuse a field that comes twice: here the first counts.
impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields<'a>, D::Error> {
        struct AnObject;

        impl<'de> Visitor<'de> for AnObject {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    fields.push((name, map.next_value::<&RawValue>()?.get()));
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(AnObject)
    }
}

/// A field's name, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
