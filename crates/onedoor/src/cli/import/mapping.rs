//! The mapping file: what the rows of somebody else's table mean, in TOML.
//!
//! ```toml
//! [door]                              # where it happened; made if it is missing
//! name = "Tills"
//! kind = "store"
//!
//! [file]                              # all of it may be left out
//! delimiter = ";"                     # "," unless said; "tab"
//! encoding = "windows-1250"           # utf-8 unless said
//! decimal = ","                       # "." unless said
//! empty = ["NA", "-"]                 # cells that mean nothing
//!
//! [call]
//! type = "track"
//! event = "Order Completed"           # texts may hold columns: "{action}"
//! message_id = "receipt-{receipt}"    # what makes the event itself: the same again is a repeat
//!
//! [call.time]
//! columns = ["date", "time"]          # joined by a blank
//! format = "%d.%m.%Y %H:%M"           # ISO 8601 unless said; "unix" and "unix_ms" too
//! zone = "Europe/Warsaw"              # of times without an offset; UTC unless said
//!
//! [group]                             # several rows are one call
//! by = ["receipt"]
//! into = "products"
//!
//! [[where]]                           # only rows for which all of these hold
//! column = "status"
//! is_not = ["void", "test"]
//!
//! [[identity]]
//! type = "loyalty_card"               # user_id, device, email, phone, …
//! value = "PL-{card}"
//! verified = true                     # the shop vouches for it
//!
//! [[property]]                        # of the call
//! path = "total"                      # "shipping.city" is an object in an object
//! column = "amount"
//! type = "money"                      # text unless said; number, bool
//! sum = true                          # over the rows of the group
//!
//! [[item]]                            # of each row of the group
//! path = "product_id"
//! column = "sku"
//!
//! [[trait]]                           # of the person (identify) or the group (group)
//! path = "firstName"
//! column = "imie"
//! ```

use std::path::Path;

use customers::channels::ChannelKind;
use customers::events::EventType;
use customers::identities::Kind as IdentityKind;
use kit::{Error, Result};
use serde::Deserialize;

use super::encoding::Encoding;
use super::template::Template;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub door: Door,
    #[serde(default)]
    pub file: File,
    pub call: Call,
    pub group: Option<Group>,
    #[serde(default, rename = "where")]
    pub filters: Vec<Where>,
    #[serde(default, rename = "identity")]
    pub identities: Vec<Identity>,
    #[serde(default, rename = "property")]
    pub properties: Vec<Field>,
    #[serde(default, rename = "item")]
    pub items: Vec<Field>,
    #[serde(default, rename = "trait")]
    pub traits: Vec<Field>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Door {
    pub name: String,
    #[serde(deserialize_with = "parsed")]
    pub kind: ChannelKind,
}

#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct File {
    pub delimiter: String,
    pub encoding: Encoding,
    pub decimal: char,
    pub empty: Vec<String>,
}

impl Default for File {
    fn default() -> File {
        File { delimiter: ",".into(), encoding: Encoding::Utf8, decimal: '.', empty: Vec::new() }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    #[serde(rename = "type", deserialize_with = "parsed")]
    pub kind: EventType,
    pub event: Option<Text>,
    pub name: Option<Text>,
    pub message_id: Option<Text>,
    pub group_id: Option<Text>,
    pub previous_id: Option<Text>,
    pub time: Time,
}

/// Columns, or one moment for all rows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    #[serde(default)]
    pub columns: Vec<String>,
    pub value: Option<String>,
    pub format: Option<String>,
    pub zone: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub by: Vec<String>,
    /// The array that the items stand in.
    #[serde(default = "products")]
    pub into: String,
    #[serde(default)]
    pub gather: Gather,
}

fn products() -> String {
    "products".into()
}

/// Where the rows of one group stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gather {
    /// One after another: any size of file.
    #[default]
    Adjacent,
    /// Anywhere: the whole file is held in memory.
    File,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Where {
    pub column: String,
    pub is: Option<Vec<String>>,
    pub is_not: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    #[serde(rename = "type", deserialize_with = "parsed")]
    pub kind: IdentityKind,
    pub value: Text,
    #[serde(default)]
    pub verified: bool,
}

/// A value at its place in the JSON: of a column, or the same for all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub path: String,
    pub column: Option<String>,
    pub value: Option<toml::Value>,
    #[serde(default, rename = "type")]
    pub kind: Kind,
    #[serde(default)]
    pub sum: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    #[default]
    Text,
    Number,
    /// A number in which blanks, a currency sign or its letters may stand: `1 299,00 zł`.
    Money,
    Bool,
}

/// A text in which columns may stand.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Text(pub Template<String>);

impl TryFrom<String> for Text {
    type Error = String;

    fn try_from(text: String) -> Result<Text, String> {
        Template::parse(&text).map(Text).map_err(|error| error.detail)
    }
}

fn parsed<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: std::str::FromStr<Err = Error>,
{
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|error: Error| serde::de::Error::custom(error.detail))
}

fn bad(detail: impl Into<String>) -> Error {
    Error::bad_input("bad_mapping", detail)
}

impl Mapping {
    pub fn load(path: &Path) -> Result<(Mapping, String)> {
        let shown = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|error| bad(format!("The mapping {shown}: {error}.")))?;
        let mapping = Mapping::parse(&text).map_err(|error| Error {
            detail: format!("The mapping {shown}: {}", error.detail),
            ..error
        })?;
        Ok((mapping, text))
    }

    pub fn parse(text: &str) -> Result<Mapping> {
        let mapping: Mapping =
            toml::from_str(text).map_err(|error| bad(error.to_string().trim_end()))?;
        mapping.check()?;
        Ok(mapping)
    }

    /// What TOML alone does not say.
    fn check(&self) -> Result<()> {
        use EventType::{Alias, Group, Identify, Page, Screen, Track};
        let kind = self.call.kind;
        let needed = match kind {
            Track => self.call.event.is_some().then_some(()).ok_or("event"),
            Group => self.call.group_id.is_some().then_some(()).ok_or("group_id"),
            Alias => self.call.previous_id.is_some().then_some(()).ok_or("previous_id"),
            Identify | Page | Screen => Ok(()),
        };
        if let Err(missing) = needed {
            return Err(bad(format!("A call of type {} needs `{missing}`.", kind.as_str())));
        }
        if self.identities.is_empty() {
            return Err(bad("Say who it was: at least one [[identity]]."));
        }
        if !matches!(kind, Identify | Group) && !self.traits.is_empty() {
            return Err(bad("Only calls of type identify and group have a [[trait]]."));
        }
        if matches!(kind, Identify | Group) && !self.properties.is_empty() {
            return Err(bad("Calls of type identify and group have a [[trait]], no [[property]]."));
        }
        if self.group.is_none() && !self.items.is_empty() {
            return Err(bad("An [[item]] needs a [group]."));
        }
        if self.group.as_ref().is_some_and(|group| group.by.is_empty()) {
            return Err(bad("Say which columns make a [group]: `by`."));
        }
        match (self.call.time.columns.is_empty(), &self.call.time.value) {
            (true, None) => {
                return Err(bad("Say when it was: `columns` or `value` of [call.time]."));
            }
            (false, Some(_)) => {
                return Err(bad("A time has `columns` or a `value`, not both."));
            }
            _ => {}
        }
        self.filters.iter().try_for_each(Where::check)?;
        let fields = self.properties.iter().chain(&self.items).chain(&self.traits);
        fields.into_iter().try_for_each(|field| field.check(self.group.is_some()))
    }
}

impl Where {
    fn check(&self) -> Result<()> {
        if self.is.is_some() == self.is_not.is_some() {
            return Err(bad(format!("[[where]] of column {}: `is` or `is_not`.", self.column)));
        }
        Ok(())
    }
}

impl Field {
    fn check(&self, is_grouped: bool) -> Result<()> {
        let path = &self.path;
        if path.split('.').any(str::is_empty) {
            return Err(bad(format!("“{path}” is no path: names with points between them.")));
        }
        if self.column.is_some() == self.value.is_some() {
            return Err(bad(format!("“{path}” has a `column` or a `value`.")));
        }
        if self.sum && (!is_grouped || !matches!(self.kind, Kind::Number | Kind::Money)) {
            return Err(bad(format!("“{path}”: numbers and money of a [group] have a `sum`.")));
        }
        Ok(())
    }
}
