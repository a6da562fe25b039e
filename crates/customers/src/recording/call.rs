//! A Segment call as it comes over the wire, borrowed from the request's bytes.
//!
//! What real SDKs post (captured, not guessed): explicit `null` for what is absent, numbers where ids are
//! expected, `originalTimestamp` in place of `timestamp`, traits in `context.traits`.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use serde_json::value::RawValue;

/// From here on, not every whole number is one of the numbers of JSON's readers (2⁵³, IEEE 754).
const EXACT_MAX: f64 = 9_007_199_254_740_992.0;

/// Text that may come as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a>(pub Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Text<'a>, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a number")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_string())))
            }
            fn visit_u64<E>(self, n: u64) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(n.to_string())))
            }
            fn visit_i64<E>(self, n: i64) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(n.to_string())))
            }
            fn visit_f64<E: Error>(self, n: f64) -> Result<Text<'de>, E> {
                // Two ids that differ in the last digits would be read as one.
                if n.abs() >= EXACT_MAX {
                    return Err(E::custom("a number this long is not exact: send it as text"));
                }
                Ok(Text(Cow::Owned(n.to_string())))
            }
        }
        d.deserialize_any(Any)
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Call<'a> {
    #[serde(rename = "type", borrow, default)]
    pub kind: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub user_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub anonymous_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub previous_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub group_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub event: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub name: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub properties: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub traits: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub context: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub timestamp: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub original_timestamp: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub sent_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub message_id: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub write_key: Option<Text<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Batch<'a> {
    #[serde(borrow)]
    pub batch: Vec<Call<'a>>,
    #[serde(borrow, default)]
    pub sent_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub write_key: Option<Text<'a>>,
}

/// The same, call by call: where one of them cannot be read and the others shall be taken.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LooseBatch<'a> {
    #[serde(borrow)]
    pub batch: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    pub sent_at: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub write_key: Option<Text<'a>>,
}

/// What of a context says who it is.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Context<'a> {
    #[serde(borrow, default)]
    pub traits: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub external_ids: Option<Vec<ExternalId<'a>>>,
}

#[derive(Debug, Deserialize)]
pub struct ExternalId<'a> {
    #[serde(rename = "type", borrow)]
    pub kind: Text<'a>,
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(default)]
    pub verified: Option<bool>,
}

/// Absent, `null` and empty are the same.
pub fn present<'a>(text: &'a Option<Text<'_>>) -> Option<&'a str> {
    text.as_ref().map(|text| text.0.as_ref()).filter(|text| !text.is_empty())
}

/// `null` is what some SDKs send for nothing.
pub fn object(raw: Option<&RawValue>) -> Option<&str> {
    raw.map(RawValue::get).filter(|text| text.starts_with('{'))
}
