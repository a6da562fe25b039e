//! What happened to an order or to a return, step by step, for whoever asks later: who did what, when, by which door.

use customers::channels::ChannelId;
use kit::db::{FromColumn, Row};
use kit::{Error, Result, Time};
use serde::Serialize;
use serde_json::Value;

use crate::carts::Actor;

#[derive(Clone, Debug)]
pub struct Step<Id, Kind> {
    pub id: Id,
    pub at: Time,
    /// Where it was done.
    pub channel_id: ChannelId,
    pub actor: String,
    pub actor_name: Option<String>,
    pub kind: Kind,
    /// JSON: which pieces, which parcel, which payment, why.
    pub details: String,
}

impl<Id, Kind> Step<Id, Kind> {
    pub fn new(id: Id, actor: &Actor, kind: Kind, details: &Value, now: Time) -> Step<Id, Kind> {
        Step {
            id,
            at: now,
            channel_id: actor.door.channel.id,
            actor: actor.role.as_str().into(),
            actor_name: actor.name.clone(),
            kind,
            details: details.to_string(),
        }
    }
}

impl<Id: FromColumn, Kind: std::str::FromStr<Err = Error>> Step<Id, Kind> {
    /// `id, at, channel_id, actor, actor_name, kind, details`
    pub fn read(row: &Row) -> Result<Step<Id, Kind>> {
        Ok(Step {
            id: row.get(0)?,
            at: row.get(1)?,
            channel_id: row.get(2)?,
            actor: row.get(3)?,
            actor_name: row.get(4)?,
            kind: row.text(5)?.parse()?,
            details: row.get(6)?,
        })
    }
}

/// As the shop's own servers see it.
#[derive(Serialize)]
pub struct ShownStep<Kind> {
    at: Time,
    kind: Kind,
    channel: ChannelId,
    role: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    details: Value,
}

impl<Kind> ShownStep<Kind> {
    pub fn all<Id>(steps: Vec<Step<Id, Kind>>) -> Result<Vec<ShownStep<Kind>>> {
        let shown = steps.into_iter().map(|step| {
            Ok(ShownStep {
                at: step.at,
                kind: step.kind,
                channel: step.channel_id,
                role: step.actor,
                name: step.actor_name,
                details: serde_json::from_str(&step.details).map_err(Error::internal)?,
            })
        });
        shown.collect()
    }
}
