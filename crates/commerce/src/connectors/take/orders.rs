//! Their orders stand in our book, and take their pieces once.

use customers::identities::CustomerId;
use customers::recording::Learned;
use kit::money::Money;
use kit::{Error, Result, Time, Tx};

use super::super::store_records::{self as records, Details, Kind, Record};
use super::super::theirs::{Line as TheirLine, Order as TheirOrder};
use super::super::{Link, State, aside, rules, store_variants};
use super::people;
use crate::Ctx;
use crate::carts::{Actor, Role};
use crate::catalogue::{self, Status, VariantId, Wanted, WantedVariant, store as catalogue_store};
use crate::orders::elsewhere::{self, Elsewhere};
use crate::orders::{self, Line, Order, OrderId, Parcel};
use crate::prices::vat::{self, BasisPoints};
use crate::stock::{self, Location, LocationId};

/// Takes in an order as it stands there: made if it is new, and brought forward by what happened to it there.
pub fn take(ctx: &Ctx, tx: &Tx, link: &Link, told: &TheirOrder, now: Time) -> Result<Vec<Learned>> {
    let known = records::find::<OrderId>(tx, link.id(), Kind::Order, &told.id)?;
    if !rules::is_news(known.as_ref().map(|known| known.version_at), told.at) {
        return Ok(Vec::new());
    }
    let mut learned = Vec::new();
    let mut record = match known {
        Some(known) => known,
        None => {
            let (record, made) = make(ctx, tx, link, told, now)?;
            learned.push(made);
            record
        }
    };
    let leaf: CustomerId = record.details.customer.parse()?;
    let order = orders::store::find(tx, leaf, record.our_id)?;
    learned.extend(bring_forward(ctx, tx, link, told, (&order, &mut record), now)?);
    note_open(tx, link, told, &order, &mut record)?;
    record.version_at = told.at;
    records::save(tx, link.id(), Kind::Order, &told.id, &record)?;
    Ok(learned)
}

fn make(
    ctx: &Ctx,
    tx: &Tx,
    link: &Link,
    told: &TheirOrder,
    now: Time,
) -> Result<(Record<OrderId>, Learned)> {
    let who = people::who(ctx, link, &told.person)?;
    let mut lines = Vec::new();
    for (position, line) in (1..).zip(&told.lines) {
        lines.push(own_line(tx, link, told, line, position, now)?);
    }
    let made = Elsewhere {
        door: link.door(),
        key: format!("link:{}:{}", link.id(), told.id),
        number: &told.number,
        by: who.by(),
        lines,
        currency: told.currency,
        total: told.total,
        shipping: told.shipping,
        paid_by: told.is_paid.then_some(told.paid_by.as_str()),
        delivery: told.delivery.clone(),
        contact: told.contact.clone(),
        coupons: told.coupons.clone(),
        placed_at: told.placed_at.min(now),
        location: place(tx, link)?,
    };
    aside::draw(tx, link, &made.lines, now)?;
    let taken = elsewhere::take_from(ctx, tx, &made, now)?;
    // While they are taken in, what lies there is counted after the orders that hold it.
    let is_short = !taken.short.is_empty() && link.state != State::Importing;
    let problem = is_short.then(|| format!("short:{}", taken.short.join(", ")));
    let details = Details {
        customer: taken.order.customer_id.to_string(),
        lines: (1..).zip(&told.lines).map(|(place, line)| (line.id.clone(), place, 0)).collect(),
        ..Details::default()
    };
    let (number, version_at) = (told.number.clone(), told.at);
    let record = Record { our_id: taken.order.id, number, version_at, details, problem };
    Ok((record, taken.learned))
}

/// From where pieces go of which our books know too few: the link's own place, else the first that sends.
fn place(tx: &Tx, link: &Link) -> Result<Option<LocationId>> {
    let all = stock::store::locations(tx)?;
    let own = link.settings.location.as_deref();
    let own = all.iter().find(|one| Some(one.code.as_str()) == own && one.is_open());
    let found = own.or_else(|| all.iter().find(|one| Location::sends(one)));
    Ok(found.or_else(|| all.iter().find(|one| one.is_open())).map(|one| one.id))
}

/// A line of ours. What was sent or cancelled before their pieces were counted into our books is no matter of ours: the
/// count did not find it. What was cancelled before we heard of the order was never promised here.
fn own_line(
    tx: &Tx,
    link: &Link,
    order: &TheirOrder,
    told: &TheirLine,
    position: i64,
    now: Time,
) -> Result<Line> {
    let variant = variant_of(tx, link, told, now)?;
    let linked = store_variants::find(tx, link.id(), variant)?;
    let is_counted = linked
        .and_then(|linked| linked.counted_at)
        .is_some_and(|counted| order.placed_at >= counted);
    let money = |minor| Money::new(minor, order.currency);
    Ok(Line {
        position,
        variant,
        sku: told.sku.clone(),
        title: told.title.clone(),
        quantity: told.quantity,
        unit: money(told.unit),
        discount: money(told.unit * told.quantity - told.total),
        total: money(told.total),
        tax_rate: told.tax_rate,
        tax: money(vat::split(told.total, BasisPoints(told.tax_rate)).tax),
        shipped: if is_counted { 0 } else { told.shipped.min(told.quantity - told.cancelled) },
        cancelled: told.cancelled,
    })
}

/// The variant of ours: by their id, by its SKU, else one that is made for it, which nobody sees until staff say so.
fn variant_of(tx: &Tx, link: &Link, told: &TheirLine, now: Time) -> Result<VariantId> {
    let known = records::find::<VariantId>(tx, link.id(), Kind::Variant, &told.variant_id)?;
    if let Some(known) = known {
        return Ok(known.our_id);
    }
    let sku = match told.sku.trim() {
        "" => format!("{}-{}", link.system.as_str(), told.variant_id),
        sku => sku.to_string(),
    };
    if let Some(ours) = catalogue_store::by_sku_maybe(tx, &sku)? {
        return Ok(ours);
    }
    let wanted = Wanted {
        title: Some(told.title.clone()),
        status: Some(Status::Draft),
        variants: vec![WantedVariant { sku: sku.clone(), ..WantedVariant::default() }],
        ..Wanted::default()
    };
    catalogue::save(tx, &[wanted], now)?.pop().transpose()?;
    let made = catalogue_store::by_sku_maybe(tx, &sku)?;
    made.ok_or_else(|| Error::internal("a variant that was made is not there"))
}

/// Ships, cancels and pays what was there, as far as ours is behind.
fn bring_forward(
    ctx: &Ctx,
    tx: &Tx,
    link: &Link,
    told: &TheirOrder,
    (order, record): (&Order, &mut Record<OrderId>),
    now: Time,
) -> Result<Vec<Learned>> {
    let actor =
        Actor { role: Role::Shop, name: Some(link.system.name().to_string()), door: link.door() };
    let mut learned = Vec::new();
    let held = orders::hold(tx, order)?;
    let places: Vec<(String, i64)> =
        record.details.lines.iter().map(|(id, place, _)| (id.clone(), *place)).collect();
    let progress = rules::progress(&held.lines, &told.lines, &places);
    let takes_money = held.order.payment == orders::Payment::Awaited
        && held.order.state != orders::State::Cancelled;
    if told.is_paid && takes_money {
        orders::pay(tx, &actor, held, &told.paid_by, now)?;
    }
    if !progress.cancels.is_empty() {
        let held = orders::hold(tx, order)?;
        let why = format!("Cancelled at {}.", link.channel.name);
        let done = orders::cancel(ctx, tx, &actor, held, &progress.cancels, &why, now)?;
        learned.push(done.1);
    }
    if !progress.ships.is_empty() {
        let held = orders::hold(tx, order)?;
        let parcel = Parcel { tracking: told.tracking.clone(), ..Parcel::default() };
        let done = orders::ship(ctx, tx, &actor, held, &progress.ships, &parcel, now)?;
        learned.push(done.1);
    }
    if progress.is_edited && record.problem.is_none() {
        record.problem = Some("edited:".into());
    }
    Ok(learned)
}

/// How many of each they still hold for this order and know to be sent, as far as we heard.
fn note_open(
    tx: &Tx,
    link: &Link,
    told: &TheirOrder,
    order: &Order,
    record: &mut Record<OrderId>,
) -> Result<()> {
    let ours = orders::store::lines(tx, order)?;
    for (id, place, before) in &mut record.details.lines {
        let open = told.lines.iter().find(|line| line.id == *id).map_or(0, TheirLine::open);
        let variant = ours.iter().find(|line| line.position == *place).map(|line| line.variant);
        if let Some(variant) = variant.filter(|_| open != *before) {
            store_variants::add_open(tx, link.id(), variant, open - *before)?;
            if !link.system.counts_on_hand() {
                store_variants::lower_said(tx, link.id(), variant, (open - *before).max(0))?;
            }
        }
        *before = open;
    }
    record.details.sent = told.lines.iter().map(|line| (line.id.clone(), line.shipped)).collect();
    Ok(())
}
