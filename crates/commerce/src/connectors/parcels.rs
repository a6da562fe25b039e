//! They are told what of their orders was sent from here: the difference between what is still to go here and there.
//!
//! Only orders of which they still wait for pieces are looked at. What they say is left to send is asked for before they are
//! told, so that a parcel is told once, although we may die between telling and writing it down.

use kit::{Result, Tx};
use serde_json::Value;

use super::feeds::Session;
use super::store_records::{self as records, Details, Kind, Record};
use super::theirs::Sent;
use super::{Link, Trouble, store, store_variants};
use crate::Ctx;
use crate::orders::{self, Line, OrderId, StepKind};

/// Looked at together.
const PAGE_SIZE: i64 = 100;

/// Tells what went out here and was not heard of there.
pub async fn tell(ctx: &Ctx, link: &Link, session: &Session) -> Result<Result<(), Trouble>> {
    if !link.settings.tells_parcels || !link.system.hears_of_parcels() {
        return Ok(Ok(()));
    }
    let mut after = String::new();
    loop {
        let read = |tx: &Tx| {
            let page = records::open_orders(tx, link.id(), &after, PAGE_SIZE)?;
            let last = page.last().map(|(id, _)| id.clone());
            let mut due = Vec::new();
            for (id, record) in page {
                due.extend(sent(tx, id, &record)?.map(|sent| (sent, record)));
            }
            Ok((last, due))
        };
        let (last, due) = ctx.customers.db.read(read).await?;
        let Some(last) = last else { return Ok(Ok(())) };
        after = last;
        for (sent, record) in due {
            if let Err(trouble) = session.tell_sent(&sent).await {
                return Ok(Err(trouble));
            }
            let write = |tx: &Tx| note_told(tx, link, &sent, &record);
            ctx.customers.db.write(write).await?;
        }
    }
}

/// What of an order they have not heard of; none if they have.
fn sent(tx: &Tx, order_id: String, record: &Record<OrderId>) -> Result<Option<Sent>> {
    let order = orders::store::find(tx, record.details.customer.parse()?, record.our_id)?;
    let ours = orders::store::lines(tx, &order)?;
    let lines = rest(&ours, &record.details);
    if lines.is_empty() {
        return Ok(None);
    }
    let steps = orders::store::steps(tx, &order)?;
    let parcel = steps.iter().rev().find(|step| step.kind == StepKind::Shipped);
    let parcel: Value =
        parcel.and_then(|step| serde_json::from_str(&step.details).ok()).unwrap_or_default();
    let text = |name: &str| parcel["parcel"][name].as_str().map(str::to_string);
    let is_all = ours.iter().all(|line| line.open() == 0);
    let (carrier, tracking) = (text("carrier"), text("tracking"));
    Ok(Some(Sent { order_id, lines, is_all, carrier, tracking }))
}

/// Of each of their lines, how many were sent here, are not known to be sent there, and are still waited for.
fn rest(ours: &[Line], told: &Details) -> Vec<(String, i64)> {
    let of = |(id, place, open): &(String, i64, i64)| {
        let own = ours.iter().find(|line| line.position == *place)?;
        let sent = (own.shipped - told.sent_of(id)).min(*open);
        (sent > 0).then(|| (id.clone(), sent))
    };
    told.lines.iter().filter_map(of).collect()
}

/// They wait for so many fewer. Read anew, since an answer of theirs may have been taken in meanwhile.
fn note_told(tx: &Tx, link: &Link, sent: &Sent, told: &Record<OrderId>) -> Result<()> {
    store::take_turn(tx, link.id())?;
    let known = records::find::<OrderId>(tx, link.id(), Kind::Order, &sent.order_id)?;
    let Some(mut record) = known.filter(|known| known.version_at == told.version_at) else {
        return Ok(());
    };
    let order = orders::store::find(tx, record.details.customer.parse()?, record.our_id)?;
    let ours = orders::store::lines(tx, &order)?;
    for (line, pieces) in &sent.lines {
        let before = record.details.sent_of(line);
        record.details.sent.retain(|(id, _)| id != line);
        record.details.sent.push((line.clone(), before + pieces));
        let Some((_, place, open)) = record.details.lines.iter_mut().find(|one| one.0 == *line)
        else {
            continue;
        };
        *open -= pieces;
        if let Some(own) = ours.iter().find(|own| own.position == *place) {
            store_variants::add_open(tx, link.id(), own.variant, -pieces)?;
        }
    }
    records::save(tx, link.id(), Kind::Order, &sent.order_id, &record)
}
