//! Returns as JSON.

use customers::channels::ChannelId;
use kit::money::Currency;
use kit::{Result, Time, Tx};
use serde::Serialize;

use super::super::policy::{Payer, Why};
use super::super::{
    Chance, Chances, Kind, Line, Return, ReturnId, State, StepKind, chances, store,
};
use crate::Ctx;
use crate::catalogue::VariantId;
use crate::orders::Order;
use crate::steps::ShownStep;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    id: ReturnId,
    number: String,
    order: String,
    /// Of what is done next.
    version: i64,
    kind: Kind,
    state: State,
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    goodwill: Option<String>,
    currency: Currency,
    /// Minor units, as all amounts here: all that went back, …
    refund: i64,
    /// … of it for the way to the customer, …
    delivery: i64,
    /// … and what was kept.
    deduction: i64,
    asked_at: Time,
    changed_at: Time,
    /// Asked for at.
    channel: ChannelId,
    lines: Vec<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<ShownStep<StepKind>>>,
}

impl Shown {
    pub fn of(back: &Return, lines: &[Line]) -> Shown {
        Shown {
            id: back.id,
            number: back.number.clone(),
            order: back.order_number.clone(),
            version: back.version,
            kind: back.kind,
            state: back.state,
            reason: back.reason.clone(),
            goodwill: None,
            currency: back.refund.currency,
            refund: back.refund.minor,
            delivery: back.delivery.minor,
            deduction: back.deduction.minor,
            asked_at: back.asked_at,
            changed_at: back.changed_at,
            channel: back.channel_id,
            lines: lines.to_vec(),
            steps: None,
        }
    }

    /// For the shop's own: with who did what.
    pub fn with_steps(tx: &Tx, back: &Return, lines: &[Line]) -> Result<Shown> {
        let steps = Some(ShownStep::all(store::steps(tx, back)?)?);
        Ok(Shown { goodwill: back.goodwill.clone(), steps, ..Shown::of(back, lines) })
    }
}

/// The returns of an order, and what can still come back.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ShownAll {
    returns: Vec<Shown>,
    /// Until when each kind is taken; none while nothing has left, or where the law gives no such right.
    withdrawal_until: Option<Time>,
    return_until: Option<Time>,
    complaint_until: Option<Time>,
    /// Who pays for the way back of a withdrawal or return.
    way_back: Payer,
    /// Days in which the money is back.
    refund_days: i64,
    lines: Vec<ShownChance>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ShownChance {
    position: i64,
    variant: VariantId,
    sku: String,
    title: String,
    quantity: i64,
    /// It comes back only if something is wrong with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    excluded: Option<Why>,
}

impl ShownAll {
    pub fn of(ctx: &Ctx, tx: &Tx, order: &Order) -> Result<ShownAll> {
        let Chances { policy, deadlines, goods, .. } = chances(ctx, tx, order)?;
        let returns = store::of_orders(tx, &[order])?;
        let until = |kind| deadlines.as_ref().and_then(|all| all.until(kind));
        let chance = |one: Chance| ShownChance {
            position: one.position,
            variant: one.goods.id,
            sku: one.goods.sku,
            title: one.goods.title,
            quantity: one.quantity,
            excluded: one.excluded,
        };
        Ok(ShownAll {
            returns: returns.iter().map(|(back, lines)| Shown::of(back, lines)).collect(),
            withdrawal_until: until(Kind::Withdrawal),
            return_until: until(Kind::Return),
            complaint_until: until(Kind::Complaint),
            way_back: policy.way_back,
            refund_days: policy.refund_days,
            lines: goods.into_iter().map(chance).collect(),
        })
    }
}
