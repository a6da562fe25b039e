//! Events that another Onedoor wrote down, recorded at their own leaves and under their own ids. Nothing is joined
//! or learned by them: whoever carries events carries the customers too (see [`crate::exchange`]).

use kit::id::to_base32;
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;

use super::call::Call;
use super::incoming::{self, Incoming};
use super::{Imported, parse};
use crate::Ctx;
use crate::channels::Door;
use crate::events::EventId;
use crate::identities::{CustomerId, store as identities};

/// What a call says of the event that it was.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Was {
    message_id: EventId,
    customer_id: CustomerId,
    received_at: Time,
}

/// Records calls of [`crate::exchange::calls`], each with the number of its line, in one transaction. `also` writes
/// what shall stand or fall with them.
pub async fn restore_chunk(
    ctx: &Ctx,
    door: &Door,
    lines: &[(u64, &str)],
    mut also: impl FnMut(&Tx) -> Result<()>,
) -> Result<Imported> {
    let mut imported = Imported { lines: lines.len() as u64, ..Imported::default() };
    let mut calls = Vec::with_capacity(lines.len());
    for &(line, text) in lines {
        let read = parse::<Call>(text.as_bytes())
            .and_then(|call| Ok((call, parse::<Was>(text.as_bytes())?)));
        match read {
            Ok((call, was)) => calls.push((line, call, was)),
            Err(error) => imported.reject(line, error),
        }
    }
    let mut placed = Vec::with_capacity(calls.len());
    for (line, call, was) in &calls {
        let defaults = ctx.defaults.borrowed();
        match incoming::prepare(call, None, None, door, defaults, was.received_at) {
            Ok(item) => placed.push((*line, was.customer_id, item.with_what_it_was(was))),
            Err(error) => imported.reject(*line, error),
        }
    }
    let known = ctx.db.read(|tx| are_known(tx, &placed)).await?;
    let (mut leaves, mut items) = (Vec::new(), Vec::new());
    for ((line, leaf, item), is_known) in placed.into_iter().zip(known) {
        if is_known {
            leaves.push(leaf);
            items.push(item);
        } else {
            imported.reject(line, Error::not_found(format!("customer {leaf}")));
        }
    }
    let recorded = ctx
        .db
        .write(|tx| {
            also(tx)?;
            ctx.recorder.restore(tx, door, &items, &leaves)
        })
        .await?;
    ctx.recorder.learn(recorded.learned);
    imported.recorded = recorded.new;
    imported.repeated = recorded.repeated;
    Ok(imported)
}

impl Incoming<'_> {
    fn with_what_it_was(mut self, was: &Was) -> Self {
        if let Some((_, reference)) = &mut self.dealing
            && *reference == to_base32(self.id.0)
        {
            // A dealing without a number is called by its event.
            *reference = to_base32(was.message_id.0);
        }
        self.id = was.message_id;
        self.received_at = was.received_at;
        self
    }
}

fn are_known(tx: &Tx, placed: &[(u64, CustomerId, Incoming)]) -> Result<Vec<bool>> {
    let is_known = |(_, leaf, _): &(u64, CustomerId, Incoming)| {
        Ok(identities::root_maybe(tx, *leaf)?.is_some())
    };
    placed.iter().map(is_known).collect()
}
