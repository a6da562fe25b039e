//! After a customer was erased: what they meant to buy goes too, what they waited for, and where their orders went.

use customers::identities::watch;
use kit::jobs::{Job, Outcome};
use kit::{Error, Result, Tx};

use crate::{Ctx, carts, loyalty, orders, returns, wishes};

/// Does one job of the kind [`watch::ERASED`].
pub async fn erase_job(ctx: &Ctx, job: &Job) -> Outcome {
    try_erase(ctx, job).await.map_or_else(Outcome::from, |()| Outcome::Done)
}

async fn try_erase(ctx: &Ctx, job: &Job) -> Result<()> {
    let erased: watch::Erased = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let erase = |tx: &Tx| {
        wishes::erase(tx, &erased.leaves)?;
        orders::store::erase(tx, &erased.leaves)?;
        returns::erase(tx, &erased.leaves)?;
        loyalty::erase(tx, &erased.leaves)?;
        carts::erase(tx, &erased.leaves)
    };
    ctx.customers.db.write(erase).await
}
