//! Forgetting somebody.

use std::collections::BTreeMap;
use std::time::Duration;

use kit::{Result, Time, Tx};
use serde_json::json;
use tokio::sync::watch;

use super::{Erasure, ErasureId, Kept, Receipt, store, tombstones};
use crate::Ctx;
use crate::accounts::{Permit, audit, may};
use crate::consents::erasure::Became;
use crate::context::Named;
use crate::events::log::Log;
use crate::events::store as events;
use crate::identities::{
    CustomerId, Identity, bounces, erasure, graph, store as identities, watch as watching,
};
use crate::recording::rejections;
use crate::{consents, dealings, groups, profiles};

/// How long an event may have been in flight when its person was erased.
const IN_FLIGHT_MAX: i64 = kit::time::hours(1);
const SWEPT_EVERY: Duration = Duration::from_secs(60);

/// Values shorter than this are found in too many calls that are not about the person.
const MENTION_LENGTH_MIN: usize = 6;

/// Forgets a customer: everything of all their leaves.
///
/// # Errors
/// `not_found`, also for one who was erased before.
pub async fn erase(
    ctx: &Ctx,
    permit: &Permit<may::EraseCustomers>,
    named: &Named,
) -> Result<Erasure> {
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let [root] = graph::lock(tx, [named.leaf(tx)?])?;
            if erasure::is_erased(tx, root)? {
                return Err(kit::Error::not_found(format!("customer {root}")));
            }
            let leaves = identities::leaves(tx, root)?;
            let erasure = Erasure {
                id: ErasureId::new(now),
                at: now,
                by: permit.actor().name.clone(),
                receipt: forget(tx, ctx, &leaves, now)?,
            };
            store::insert(tx, &erasure, &leaves)?;
            let detail = json!({ "erasure": erasure.id });
            audit::record(tx, now, permit.actor(), "customer_erased", &root.to_string(), &detail)?;
            Ok(erasure)
        })
        .await
}

fn forget(tx: &Tx, ctx: &Ctx, leaves: &[CustomerId], now: Time) -> Result<Receipt> {
    // What is shared is others' too: neither their claims nor their imports may suffer.
    let own: Vec<Identity> = identities::list(tx, leaves)?
        .into_iter()
        .filter(|held| held.shared_at.is_none())
        .map(|held| Identity::new(held.kind, held.value))
        .collect();
    tombstones::set(tx, &own, now)?;
    let marks = tombstones::Marks::open(tx)?;
    let marks = own.iter().map(|identity| marks.mark(identity).map(|mark| mark.value));
    let marks: Vec<String> = marks.collect::<Result<_>>()?;
    let (mut went, ledger) = take_away(tx, &ctx.recorder.log, leaves, &own)?;
    *went.entry("claims").or_default() += erasure::erase_claims_of(tx, &own)?;
    let values = own.iter().map(|identity| identity.value.to_lowercase());
    let telling: Vec<String> = values.filter(|text| text.len() >= MENTION_LENGTH_MIN).collect();
    went.insert("rejections", rejections::erase_mentions(tx, &telling)?);
    let shells = erasure::set_erased(tx, leaves, now)?;
    events::forget_settled(tx)?;
    watching::announce_erased(tx, &watching::Erased { leaves: leaves.to_vec(), marks }, now)?;
    went.retain(|_, rows| *rows > 0);
    Ok(Receipt {
        went: went.into_iter().map(|(table, rows)| (table.to_string(), rows)).collect(),
        kept: kept(shells, own.len() as u64, ledger.kept),
    })
}

/// Takes away whatever hangs on these leaves. May be repeated.
fn take_away(
    tx: &Tx,
    log: &Log,
    leaves: &[CustomerId],
    own: &[Identity],
) -> Result<(BTreeMap<&'static str, u64>, Became)> {
    let ledger = consents::erasure::reduce(tx, leaves, own)?;
    let gone = erasure::erase(tx, leaves)?;
    let went = BTreeMap::from([
        ("bounces", bounces::store::erase(tx, leaves, own)?),
        ("events", events::erase(tx, log, leaves)?),
        ("traits", profiles::store::erase(tx, leaves)?),
        ("search_terms", profiles::search::erase(tx, leaves)?),
        ("dealings", dealings::store::erase(tx, leaves)?),
        ("memberships", groups::erase(tx, leaves)?),
        ("consents", ledger.gone),
        ("identities", gone.identities),
        ("claims", gone.claims),
        ("edges", gone.edges),
        ("proposals", gone.proposals),
    ]);
    Ok((went, ledger))
}

fn kept(shells: u64, stones: u64, lines: u64) -> Vec<Kept> {
    let all = [
        (
            "customers",
            shells,
            "Empty rows: the ids are never given to anybody else, and nothing new is written to them.",
        ),
        (
            "tombstones",
            stones,
            "Salted hashes of what they were known by, so that an import does not bring them back.",
        ),
        (
            "consents",
            lines,
            "What was allowed and refused, when and where, with a salted hash in place of the address: \
             the proof that messages were lawful (GDPR art. 7 (1), 17 (3) (e)).",
        ),
        (
            "audit_log",
            1,
            "That this id was erased, when and by whom: the proof that the request was met (art. 5 (2)).",
        ),
    ];
    let some = all.into_iter().filter(|(_, count, _)| *count > 0);
    some.map(|(what, count, why)| Kept { what: what.into(), count, why: why.into() }).collect()
}

/// Takes away what events in flight wrote to leaves that were erased lately: another server may have looked a
/// leaf up before it was erased and written after. Returns how many rows went.
pub async fn sweep(ctx: &Ctx) -> Result<u64> {
    let since = ctx.clock.now().minus(IN_FLIGHT_MAX);
    let leaves = ctx.db.read(|tx| store::leaves_since(tx, since)).await?;
    if leaves.is_empty() || !ctx.db.read(|tx| is_littered(tx, &leaves)).await? {
        return Ok(0);
    }
    let sweep = |tx: &Tx| {
        let (went, _) = take_away(tx, &ctx.recorder.log, &leaves, &[])?;
        // An identity that came with it may be remembered as the empty leaf's.
        events::forget_settled(tx)?;
        Ok(went.values().sum())
    };
    ctx.db.write(sweep).await
}

fn is_littered(tx: &Tx, leaves: &[CustomerId]) -> Result<bool> {
    Ok(events::count(tx, leaves)? > 0
        || !identities::list(tx, leaves)?.is_empty()
        || !identities::claims(tx, leaves)?.is_empty()
        || !identities::edges(tx, leaves)?.is_empty()
        || !profiles::store::docs(tx, leaves)?.is_empty()
        || !dealings::store::list(tx, leaves)?.is_empty()
        || !groups::of(tx, leaves)?.is_empty()
        || consents::erasure::is_pending(tx, leaves)?)
}

/// Sweeps each minute until the server stops.
pub async fn keep_swept(ctx: &Ctx, mut stop: watch::Receiver<bool>) {
    while tokio::time::timeout(SWEPT_EVERY, stop.wait_for(|stop| *stop)).await.is_err() {
        match sweep(ctx).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "swept up what came in for erased customers"),
            Err(error) => tracing::error!(%error, "erased customers could not be swept up after"),
        }
    }
}
