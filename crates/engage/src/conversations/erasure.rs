//! After a customer was erased: what they said, and what was said to them, goes too.

use customers::accounts::{Actor, audit};
use customers::identities::watch;
use kit::jobs::{Job, Outcome};
use kit::{Error, Result, Tx};
use serde_json::json;

use super::store;
use crate::connectors::phone;
use crate::{Ctx, away, drafts, facts, handover, mentions, proofs, search, sla, surveys, webhooks};

/// Does one job of the kind [`watch::ERASED`].
pub async fn erase_job(ctx: &Ctx, job: &Job) -> Outcome {
    try_erase(ctx, job).await.map_or_else(Outcome::from, |()| Outcome::Done)
}

async fn try_erase(ctx: &Ctx, job: &Job) -> Result<()> {
    let erased: watch::Erased = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let now = ctx.customers.clock.now();
    let erase = |tx: &Tx| {
        facts::erase(tx, &erased.leaves)?;
        drafts::erase(tx, &erased.leaves)?;
        search::erase(tx, &erased.leaves)?;
        sla::store::erase(tx, &erased.leaves)?;
        away::store::erase(tx, &erased.leaves)?;
        mentions::store::erase(tx, &erased.leaves)?;
        surveys::store::erase(tx, &erased.leaves)?;
        phone::store::erase(tx, &erased.leaves)?;
        let gone = store::erase(tx, &erased.leaves)?;
        handover::store::erase(tx, &erased.leaves)?;
        proofs::store::erase(tx, &erased.leaves)?;
        webhooks::store::erase(tx, &erased.leaves)?;
        // Beside the receipt of the erasure, which was written before this could be counted.
        let detail = json!({ "messages": gone.messages, "files": gone.files, "conversations": gone.conversations });
        let about = erased.leaves.first().map(ToString::to_string).unwrap_or_default();
        audit::record(tx, now, &Actor::console(), "conversations_erased", &about, &detail)
    };
    ctx.customers.db.write(erase).await
}
