//! What may be asked of a cart, as JSON.

use axum::body::Bytes;
use axum::http::HeaderMap;
use kit::{Error, Result, Tx};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::super::{Action, Change, ChangeId, Restore, Role, goods};
use crate::catalogue::VariantId;

/// One thing to be done.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    action: String,
    /// One of both says of what.
    variant: Option<VariantId>,
    sku: Option<String>,
    quantity: Option<i64>,
    /// Of a coupon.
    code: Option<String>,
    /// Of a note.
    text: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct NewChange {
    pub key: Option<String>,
    /// The device's id, with a browser's first change.
    pub anonymous_id: Option<String>,
    pub changes: Vec<Wish>,
    pub actor: Option<NewActor>,
}

/// Who changes a cart by a server of the shop.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewActor {
    pub role: Role,
    pub name: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewRestore {
    pub key: Option<String>,
    pub after: Option<ChangeId>,
    pub before: Option<ChangeId>,
    pub actor: Option<NewActor>,
}

impl NewRestore {
    pub fn to(&self) -> Result<Restore> {
        match (self.after, self.before) {
            (Some(id), None) => Ok(Restore::After(id)),
            (None, Some(id)) => Ok(Restore::Before(id)),
            _ => {
                let detail = "Send `after` or `before` with the id of a change (`cch_…`).";
                Err(Error::bad_input("bad_state", detail))
            }
        }
    }
}

pub fn json_of<T: DeserializeOwned>(body: &Bytes) -> Result<T> {
    let bad = |error| Error::bad_input("bad_json", format!("The body: {error}."));
    serde_json::from_slice(body).map_err(bad)
}

/// The header wins over the body; what has neither has no key, and is refused by the action.
pub fn key_of(headers: &HeaderMap, key: Option<&String>) -> String {
    let header = headers.get("idempotency-key").and_then(|key| key.to_str().ok());
    header.or(key.map(String::as_str)).unwrap_or_default().to_string()
}

/// The change with its goods found.
pub fn change_of(tx: &Tx, new: &NewChange, key: &str) -> Result<Change> {
    let actions = new.changes.iter().map(|wish| wish.action(tx)).collect::<Result<_>>()?;
    Ok(Change { key: key.to_string(), actions })
}

impl Wish {
    fn action(&self, tx: &Tx) -> Result<Action> {
        let quantity = |unsaid: Option<i64>| {
            self.quantity.or(unsaid).ok_or_else(|| lacks(&self.action, "quantity"))
        };
        let text =
            |name, value: &Option<String>| value.clone().ok_or_else(|| lacks(&self.action, name));
        Ok(match self.action.as_str() {
            "add" => Action::Add { variant: self.variant(tx)?, quantity: quantity(Some(1))? },
            "set" => Action::Set { variant: self.variant(tx)?, quantity: quantity(None)? },
            "remove" => Action::Remove { variant: self.variant(tx)? },
            "save_for_later" => Action::SaveForLater { variant: self.variant(tx)? },
            "take_back" => Action::TakeBack { variant: self.variant(tx)? },
            "apply_coupon" => Action::ApplyCoupon { code: text("code", &self.code)? },
            "drop_coupon" => Action::DropCoupon { code: text("code", &self.code)? },
            "note" => Action::Note { text: text("text", &self.text)? },
            other => {
                let detail = format!(
                    "“{other}” is no action. Known are add, set, remove, save_for_later, take_back, \
                     apply_coupon, drop_coupon, note."
                );
                return Err(Error::bad_input("bad_action", detail));
            }
        })
    }

    fn variant(&self, tx: &Tx) -> Result<VariantId> {
        match (&self.variant, &self.sku) {
            (Some(variant), _) => Ok(*variant),
            (None, Some(sku)) => goods::by_code(tx, sku),
            (None, None) => Err(lacks(&self.action, "variant` or `sku")),
        }
    }
}

fn lacks(action: &str, field: &str) -> Error {
    Error::bad_input("bad_action", format!("The action “{action}” needs `{field}`."))
}
