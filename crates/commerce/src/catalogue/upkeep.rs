//! What staff and the shop's servers do with products one by one, written down in the audit log.

use customers::accounts::{Permit, audit, may};
use kit::{Error, Result, Tx};
use serde_json::json;

use super::{Outcome, Product, ProductId, Status, Wanted, save, store};
use crate::Ctx;

/// Makes a product, or changes it to what is wanted.
pub async fn keep(
    ctx: &Ctx,
    permit: &Permit<may::ManageCatalogue>,
    wanted: &Wanted,
) -> Result<(Product, Outcome)> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let saved = save(tx, std::slice::from_ref(wanted), now)?;
        let unanswered = || Error::internal("a product was neither taken nor refused");
        let saved = saved.into_iter().next().ok_or_else(unanswered)??;
        let product = store::find(tx, saved.id)?;
        let action = match saved.outcome {
            Outcome::Created => "product_created",
            Outcome::Changed if wanted.status == Some(Status::Archived) => "product_archived",
            Outcome::Changed => "product_changed",
            Outcome::Same => return Ok((product, saved.outcome)),
        };
        let detail = json!({ "title": product.title });
        audit::record(tx, now, permit.actor(), action, &product.id.to_string(), &detail)?;
        Ok((product, saved.outcome))
    };
    ctx.customers.db.write(write).await
}

/// Takes a product out of the shop. What was sold of it can still be looked up.
pub async fn archive(
    ctx: &Ctx,
    permit: &Permit<may::ManageCatalogue>,
    id: ProductId,
) -> Result<Product> {
    let status = Some(Status::Archived);
    let wanted = Wanted { id: Some(id), status, ..Wanted::default() };
    keep(ctx, permit, &wanted).await.map(|(product, _)| product)
}
