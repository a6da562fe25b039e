//! Places and pieces, for tests.

use super::movements::{Movement, MovementKind, record};
use super::{LocationId, LocationKind, NewLocation, audit, locations};
use crate::Ctx;
use crate::catalogue::VariantId;
use crate::testing::Market;

/// Opens a place that sends and where customers can fetch: `KRK1 Kraków PL`. A warehouse is a code that begins with `W`.
pub async fn place(market: &Market, described: &str) -> LocationId {
    place_in(&market.ctx, described).await
}

/// The same, in any shop.
pub async fn place_in(ctx: &Ctx, described: &str) -> LocationId {
    let mut words = described.split(' ');
    let mut word = || words.next().expect("code, city, country").to_string();
    let (code, city, country) = (word(), word(), word());
    let is_warehouse = code.starts_with('W');
    let new = NewLocation {
        name: format!("{city} {code}"),
        kind: if is_warehouse { LocationKind::Warehouse } else { LocationKind::Store },
        code,
        country,
        city,
        street: String::new(),
        channel: None,
        sells_online: true,
        ships: true,
        collects: !is_warehouse,
        position: 0,
    };
    let (db, now) = (&ctx.customers.db, ctx.customers.clock.now());
    db.write(|tx| locations::make(tx, &new, now)).await.expect("a place is opened").id
}

/// So many more of a variant lie in a place.
pub async fn has(market: &Market, variant: VariantId, location: LocationId, n: i64) {
    has_in(&market.ctx, variant, location, n).await;
}

/// The same, in any shop.
pub async fn has_in(ctx: &Ctx, variant: VariantId, location: LocationId, n: i64) {
    let (db, now) = (&ctx.customers.db, ctx.customers.clock.now());
    let received = Movement {
        variant,
        location,
        kind: MovementKind::Received,
        quantity: n,
        reference: "delivery",
        actor: "test",
        key: None,
        at: now,
    };
    db.write(|tx| record(tx, &[received], now)).await.expect("goods are received");
}

/// The books agree with what happened.
///
/// # Panics
/// Where a level is not the sum of its movements or reservations.
pub async fn assert_sound(market: &Market) {
    let wrong = market.ctx.customers.db.read(audit).await.expect("reads");
    assert!(wrong.is_empty(), "the books disagree: {wrong:#?}");
}
