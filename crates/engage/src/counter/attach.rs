//! A card nobody knows, a number the customer tells: given to the customer before the clerk, or to a new one.

use std::sync::Arc;

use customers::accounts::audit;
use customers::accounts::authority::{Permit, may};
use customers::channels::{Channel, Door};
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use customers::profiles;
use customers::recording::{By, Happening, Learned};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use crate::Ctx;
use crate::proofs;

const NAME_CHARS_MAX: usize = 100;

/// What the clerk has seen is proven (a card on the counter); what they were told is a claim (a number, an address).
fn is_seen(identity: &Identity) -> bool {
    identity.kind == Kind::LOYALTY_CARD
}

/// Gives a customer something by which they are known. Returns the customer that they are then: who lays another's card
/// on the counter is that one, where the rules of identity let the two be joined.
///
/// # Errors
/// `held_by_another`, where they do not.
pub async fn attach(
    ctx: &Ctx,
    by: &Permit<may::EditCustomers>,
    store: &Arc<Channel>,
    customer: CustomerId,
    identity: &Identity,
) -> Result<CustomerId> {
    let now = ctx.customers.clock.now();
    let door = Door { channel: store.clone(), trusted: true };
    let write = |tx: &Tx| {
        let root = graph::root(tx, customer)?;
        let one = [identity.clone()];
        let (proven, claimed): (&[Identity], &[Identity]) =
            if is_seen(identity) { (&one, &[]) } else { (&[], &one) };
        let brought = proofs::Brought { name: "Identity Added", proven, claimed };
        let learned = proofs::bring(ctx, tx, &door, graph::anchor(tx, root)?, &brought, now)?;
        let detail = json!({ "kind": identity.kind, "store": store.name });
        audit::record(tx, now, by.actor(), "identity_added", &root.to_string(), &detail)?;
        Ok((graph::root(tx, root)?, is_theirs(tx, root, identity)?, learned))
    };
    let (root, is_theirs, learned) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    if is_seen(identity) && !is_theirs {
        let detail = "This card belongs to another customer who is known. Nothing was joined: an agent can look at both.";
        return Err(Error::conflict("held_by_another", detail));
    }
    Ok(root)
}

fn is_theirs(tx: &Tx, customer: CustomerId, identity: &Identity) -> Result<bool> {
    match identities::leaf_maybe(tx, identity)? {
        Some(leaf) => Ok(graph::root(tx, leaf)? == graph::root(tx, customer)?),
        None => Ok(false),
    }
}

/// A customer whom nobody knows yet.
#[derive(Clone, Debug, Default)]
pub struct NewCustomer {
    pub name: String,
    pub card: Option<Identity>,
    /// As the customer says.
    pub claimed: Vec<Identity>,
}

pub async fn create(
    ctx: &Ctx,
    by: &Permit<may::EditCustomers>,
    store: &Arc<Channel>,
    new: &NewCustomer,
) -> Result<CustomerId> {
    let name = kit::text::clip(new.name.trim(), NAME_CHARS_MAX).into_owned();
    if name.is_empty() && new.card.is_none() && new.claimed.is_empty() {
        let detail = "Give a name, a card, a number or an address.";
        return Err(Error::bad_input("nothing_known", detail));
    }
    let now = ctx.customers.clock.now();
    let door = Door { channel: store.clone(), trusted: true };
    let proven: Vec<Identity> = new.card.iter().cloned().collect();
    // Somebody without a card still needs something to hang on.
    let place = format!("counter:{}", kit::id::to_base32(kit::id::uuid_v7(now)));
    let device = proven.is_empty().then_some(place.as_str());
    let write = |tx: &Tx| {
        let happening = Happening {
            name: "Customer Met",
            key: &place,
            at: now,
            by: By::Somebody { account: None, device, proven: &proven, claimed: &new.claimed },
            properties: "{}",
        };
        let noted = ctx.customers.recorder.note(tx, &door, &happening, now)?;
        learn_name(tx, noted.leaf, &door, &name, now)?;
        let root = graph::root(tx, noted.leaf)?;
        let detail = json!({ "store": store.name });
        audit::record(tx, now, by.actor(), "customer_created", &root.to_string(), &detail)?;
        Ok::<(CustomerId, Learned), Error>((root, noted.learned))
    };
    let (root, learned) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    Ok(root)
}

fn learn_name(tx: &Tx, leaf: CustomerId, door: &Door, name: &str, now: Time) -> Result<()> {
    if name.is_empty() {
        return Ok(());
    }
    // A clerk writes down what they hear.
    let door = Door { trusted: false, ..door.clone() };
    profiles::learn(tx, leaf, &door, &json!({ "name": name }).to_string(), now)
}
