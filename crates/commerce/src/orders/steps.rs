//! What happened to an order, step by step, for whoever asks later.

use customers::channels::ChannelId;
use kit::{Result, Time, Tx};
use serde_json::Value;

use super::{Order, StepId, store};
use crate::carts::Actor;

kit::words! {
    StepKind:
    Placed "placed",
    Paid "paid",
    Shipped "shipped",
    /// Taken along from a counter; the details say of which location.
    HandedOver "handed_over",
    Cancelled "cancelled",
    /// Money went back for what came back.
    Refunded "refunded",
    Noted "noted",
    Edited "edited",
}

#[derive(Clone, Debug)]
pub struct Step {
    pub id: StepId,
    pub at: Time,
    /// Where it was done.
    pub channel_id: ChannelId,
    pub actor: String,
    pub actor_name: Option<String>,
    pub kind: StepKind,
    /// JSON: which pieces, which parcel, which payment.
    pub details: String,
}

pub(super) fn note(
    tx: &Tx,
    order: &Order,
    actor: &Actor,
    kind: StepKind,
    details: &Value,
    now: Time,
) -> Result<()> {
    let step = Step {
        id: StepId::new(now),
        at: now,
        channel_id: actor.door.channel.id,
        actor: actor.role.as_str().into(),
        actor_name: actor.name.clone(),
        kind,
        details: details.to_string(),
    };
    store::insert_step(tx, order, &step)
}
