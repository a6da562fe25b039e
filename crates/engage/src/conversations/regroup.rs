//! After customers were joined or taken apart: their conversations follow.

use std::collections::BTreeSet;

use customers::identities::{ACTOR_RULE, CustomerId, graph, store as identities, watch};
use kit::jobs::{Job, Outcome};
use kit::{Result, Time, Tx};

use super::rules::{self, Join, Part};
use super::{Conversation, ConversationId, store};
use crate::Ctx;
use crate::webhooks::{self, Event};

/// Does one job of the kind [`watch::REGROUPED`].
pub async fn regroup_job(ctx: &Ctx, job: &Job) -> Outcome {
    let regrouped: Result<watch::Regrouped> =
        serde_json::from_str(&job.body).map_err(kit::Error::internal);
    let now = ctx.customers.clock.now();
    let done = match regrouped {
        Ok(regrouped) => {
            let write = |tx: &Tx| {
                regroup(tx, regrouped.customer, now)?;
                match &regrouped.change {
                    Some(change) => webhooks::tell(tx, &event_of(change), now),
                    None => Ok(()),
                }
            };
            ctx.customers.db.write(write).await
        }
        Err(error) => Err(error),
    };
    done.map_or_else(Outcome::from, |()| Outcome::Done)
}

fn event_of(change: &watch::Change) -> Event<'_> {
    match change {
        watch::Change::Merged { customer, other } => {
            Event::CustomerMerged { customer: *customer, other: *other }
        }
        watch::Change::Split { customers } => Event::CustomerSplit { customers },
    }
}

/// Makes the conversations of a customer one where the customer is, and apart where not. Doing it again changes
/// nothing.
pub fn regroup(tx: &Tx, leaf: CustomerId, now: Time) -> Result<()> {
    let Some(root) = identities::root_maybe(tx, leaf)? else { return Ok(()) };
    let [customer] = graph::lock(tx, [root])?;
    let rows = with_relatives(tx, store::of_leaves(tx, &identities::leaves(tx, customer)?)?)?;
    if rows.is_empty() {
        return Ok(());
    }
    let ids: Vec<ConversationId> = rows.iter().map(|row| row.id).collect();
    let (joins, apart) = store::joins(tx, &ids)?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in &rows {
        let customer = graph::root(tx, row.customer_id)?;
        parts.push(Part { id: row.id, root: row.root_id, customer, status: row.status });
    }
    let change = rules::regroup(&parts, &joins, &apart);
    for join in &change.undone {
        store::undo_join(tx, join, now)?;
    }
    for join in &change.joined {
        store::insert_join(tx, join, ACTOR_RULE, now)?;
    }
    let mut standing: Vec<Join> = joins;
    standing.retain(|join| !change.undone.contains(join));
    standing.extend(&change.joined);
    set_roots(tx, &ids, &standing, now)?;
    // Also where all stay as they were, they are somebody else's now: another name stands above them.
    let roots: BTreeSet<ConversationId> =
        store::list(tx, &ids)?.into_iter().map(|row| row.root_id).collect();
    roots.into_iter().try_for_each(|root| store::touch(tx, root, now))
}

/// Writes down which conversation each part belongs to.
pub(super) fn set_roots(
    tx: &Tx,
    ids: &[ConversationId],
    standing: &[Join],
    now: Time,
) -> Result<()> {
    for (id, root) in rules::components(ids.iter().copied(), standing.iter()) {
        store::set_root(tx, id, root, now)?;
    }
    Ok(())
}

/// Also what is joined with these now, though it may be another customer's.
fn with_relatives(tx: &Tx, mut rows: Vec<Conversation>) -> Result<Vec<Conversation>> {
    let roots: BTreeSet<ConversationId> = rows.iter().map(|row| row.root_id).collect();
    for root in roots {
        for part in store::parts(tx, root)? {
            if rows.iter().all(|row| row.id != part.id) {
                rows.push(part);
            }
        }
    }
    Ok(rows)
}
