//! After a customer was erased: what they said, and what was said to them, goes too, and whatever else this crate keeps of
//! them. `tests/erasing.rs` seeds every table and looks through all of them afterwards: a new table has to be thought of
//! there, and here.

use std::collections::BTreeSet;

use customers::accounts::{Actor, audit};
use customers::identities::{CustomerId, watch};
use customers::privacy::tombstones::Theirs;
use kit::jobs::{self, Job, Outcome};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::store::{self, Gone};
use crate::connectors::{phone, sms};
use crate::{
    Ctx, away, drafts, facts, handover, mentions, proofs, search, sla, surveys, tries, webhooks,
};

/// Does one job of the kind [`watch::ERASED`].
pub async fn erase_job(ctx: &Ctx, job: &Job) -> Outcome {
    try_erase(ctx, job).await.map_or_else(Outcome::from, |()| Outcome::Done)
}

async fn try_erase(ctx: &Ctx, job: &Job) -> Result<()> {
    let erased: watch::Erased = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let now = ctx.customers.clock.now();
    let erase = |tx: &Tx| {
        let gone = erase(tx, &erased, now)?;
        if gone == Gone::default() {
            return Ok(());
        }
        // Beside the receipt of the erasure, which was written before this could be counted.
        let detail = json!({ "messages": gone.messages, "files": gone.files, "conversations": gone.conversations });
        let about = erased.leaves.first().map(ToString::to_string).unwrap_or_default();
        audit::record(tx, now, &Actor::console(), "conversations_erased", &about, &detail)
    };
    ctx.customers.db.write(erase).await
}

fn erase(tx: &Tx, erased: &watch::Erased, now: Time) -> Result<Gone> {
    let leaves = erased.leaves.as_slice();
    let theirs = Theirs::open(tx, &erased.marks)?;
    // What goes by way of the messages and conversations, while they are there.
    facts::erase(tx, leaves)?;
    drafts::erase(tx, leaves)?;
    search::erase(tx, leaves)?;
    sms::store::erase(tx, leaves, &theirs)?;
    let ids = ids(tx, leaves)?;
    forget_jobs(tx, leaves, &ids)?;
    sla::store::erase(tx, leaves)?;
    away::store::erase(tx, leaves)?;
    mentions::store::erase(tx, leaves)?;
    surveys::store::erase(tx, leaves)?;
    phone::store::erase(tx, leaves)?;
    let gone = store::erase(tx, leaves, now)?;
    handover::store::erase(tx, leaves, &theirs)?;
    proofs::store::erase(tx, leaves, &theirs)?;
    tries::erase(tx, &theirs, &ids)?;
    webhooks::store::erase(tx, leaves)?;
    Ok(gone)
}

/// What their leaves and their talks are called, as keys and names have it.
fn ids(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<String>> {
    let mut ids: BTreeSet<String> = leaves.iter().map(ToString::to_string).collect();
    for part in store::of_leaves(tx, leaves)? {
        ids.extend([part.id.to_string(), part.root_id.to_string()]);
    }
    Ok(ids.into_iter().collect())
}

/// A job that waits, or was given up, may hold the name of a file, or in its error the number to which it could not send. A
/// send goes by its conversation, which may be somebody else's too; a file by its message.
fn forget_jobs(tx: &Tx, leaves: &[CustomerId], ids: &[String]) -> Result<()> {
    let messages: Vec<String> =
        store::ids_of(tx, leaves)?.iter().map(ToString::to_string).collect();
    let keys: Vec<&str> = messages.iter().chain(ids).map(String::as_str).collect();
    let names: Vec<&str> = messages.iter().map(String::as_str).collect();
    jobs::forget(tx, &keys, &names).map(drop)
}
