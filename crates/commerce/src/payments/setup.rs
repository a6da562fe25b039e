//! How the shop is connected with its payment provider: settings as they are, keys sealed.

use customers::accounts::{Permit, audit, may};
use kit::secrets::Secrets;
use kit::{Error, Result, Tx};
use serde_json::json;

use super::stripe::{Keys, Settings, Stripe};
use super::{Provider, store};
use crate::Ctx;

/// What a key is sealed along with, so that it opens nowhere else.
const SEAL: &[u8] = b"payment_provider:stripe";

/// Stripe as the shop has set it up.
///
/// # Errors
/// `no_provider`, where it has not.
pub fn stripe(tx: &Tx, secrets: &Secrets) -> Result<Stripe> {
    let none = || Error::conflict("no_provider", "The shop is not connected with Stripe.");
    stripe_maybe(tx, secrets)?.ok_or_else(none)
}

pub fn stripe_maybe(tx: &Tx, secrets: &Secrets) -> Result<Option<Stripe>> {
    let Some((settings, sealed)) = store::provider_maybe(tx, Stripe::NAME)? else {
        return Ok(None);
    };
    let settings: Settings = serde_json::from_str(&settings).map_err(Error::internal)?;
    let opened = secrets.open(&sealed, SEAL)?;
    let keys: Keys = serde_json::from_slice(&opened).map_err(Error::internal)?;
    Ok(Some(Stripe { settings, keys }))
}

/// Staff connect the shop. A key that is left empty stays as it is.
pub async fn connect(
    ctx: &Ctx,
    permit: &Permit<may::ManageDoors>,
    settings: &Settings,
    keys: &Keys,
) -> Result<()> {
    settings.check()?;
    let (secrets, now) = (&ctx.customers.secrets, ctx.customers.clock.now());
    let write = |tx: &Tx| {
        let before = stripe_maybe(tx, secrets)?.map(|stripe| stripe.keys).unwrap_or_default();
        let keys = keys.or(before);
        keys.check()?;
        let text = serde_json::to_vec(&keys).map_err(Error::internal)?;
        let sealed = secrets.seal(&text, SEAL)?;
        let settings = serde_json::to_string(settings).map_err(Error::internal)?;
        store::set_provider(tx, Stripe::NAME, &settings, &sealed, now)?;
        let detail = json!({ "provider": Stripe::NAME });
        audit::record(tx, now, permit.actor(), "payments_connected", Stripe::NAME, &detail)
    };
    ctx.customers.db.write(write).await
}

/// Nothing is taken or given back through it any more; what was, stays in the books.
pub async fn disconnect(ctx: &Ctx, permit: &Permit<may::ManageDoors>) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        store::delete_provider(tx, Stripe::NAME)?;
        let detail = json!({ "provider": Stripe::NAME });
        audit::record(tx, now, permit.actor(), "payments_disconnected", Stripe::NAME, &detail)
    };
    ctx.customers.db.write(write).await
}
