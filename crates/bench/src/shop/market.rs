//! A shop that is there already: goods by the product's own code, carts as the rows that it would have written.

use commerce::Ctx;
use commerce::carts::{CartId, ChangeId};
use commerce::catalogue::categories::Tree;
use commerce::catalogue::{self, VariantId, Wanted, WantedVariant};
use commerce::prices::{self, ListFields, NewPrice};
use commerce::promotions::{self, Budget, Promotion, PromotionId, Rule};
use commerce::stock::{
    LocationId, LocationKind, Movement, MovementKind, NewLocation, locations, record, store_skus,
};
use customers::accounts::Permit;
use customers::identities::CustomerId;
use kit::db::{Synchronous, ToV, V};
use kit::money::Currency;
use kit::{Clock, Db, Result, Time, Tx, params, sql};
use serde_json::json;

use crate::Outcome;
use crate::population::Population;
use crate::random::Random;
use crate::store::{Place, aside, defaults};

/// The server's own, in which orders are placed.
pub const CURRENCY: Currency = Currency::EUR;
pub const VARIANTS: usize = 10_000;
pub const PROMOTIONS: usize = 200;
/// Lines of a cart that is there.
const LINES: usize = 3;
const CATEGORIES: usize = 40;
/// Of each variant, so that nothing runs out.
const PIECES: i64 = 1_000_000;
const AT_ONCE: usize = 1_000;
const CARTS_AT_ONCE: usize = 10_000;

#[derive(Clone, Copy)]
pub struct Market {
    pub carts: usize,
}

pub fn sku(variant: usize) -> String {
    format!("SKU-{variant:05}")
}

/// The shop as the product's own code sees it, in this process.
pub async fn open(place: &kit::db::Place) -> Result<Ctx> {
    let db = Db::open(place).await?;
    Ok(Ctx::new(customers::Ctx::new(db, Clock::System, defaults())))
}

impl Market {
    pub fn fill(self, place: &Place) -> Outcome {
        Population::signed_in(self.carts).fill(place)?;
        let at = place.opened(Synchronous::Normal);
        aside(async move || {
            let ctx = open(&at).await?;
            ctx.customers.db.migrate(commerce::MIGRATIONS, ctx.customers.clock.now()).await?;
            let variants = goods(&ctx).await?;
            stock(&ctx, &variants).await?;
            deals(&ctx).await?;
            self.fill_carts(&ctx, &variants).await
        })
    }

    async fn fill_carts(self, ctx: &Ctx, variants: &[VariantId]) -> Result<()> {
        let (db, now) = (&ctx.customers.db, ctx.customers.clock.now());
        let mut after = CustomerId([0; 16]);
        let mut random = Random::new(8);
        loop {
            let customers = db.read(|tx| customers_after(tx, after)).await?;
            let Some(last) = customers.last() else { return Ok(()) };
            after = *last;
            let carts: Vec<Filled> = customers
                .iter()
                .map(|customer| Filled::of(*customer, variants, &mut random, now))
                .collect();
            db.write(|tx| write_carts(tx, &carts, now)).await?;
        }
    }
}

async fn goods(ctx: &Ctx) -> Result<Vec<VariantId>> {
    let (db, now) = (&ctx.customers.db, ctx.customers.clock.now());
    let list = ListFields { currency: CURRENCY, ..prices::testing::retail() };
    let mut all = Vec::new();
    for first in (0..VARIANTS).step_by(AT_ONCE) {
        let wanted: Vec<Wanted> = (first..first + AT_ONCE).map(wanted).collect();
        let skus: Vec<String> = (first..first + AT_ONCE).map(sku).collect();
        let written = db.write(|tx| {
            for saved in catalogue::save(tx, &wanted, now)? {
                saved?;
            }
            let skus: Vec<&str> = skus.iter().map(String::as_str).collect();
            let variants: Vec<VariantId> = store_skus::variants(tx, &skus)?.into_values().collect();
            let price = |variant: &VariantId| NewPrice {
                variant: *variant,
                quantity_min: 1,
                amount: Some(999 + i64::from(variant.0[15]) * 100),
            };
            let new: Vec<NewPrice> = variants.iter().map(price).collect();
            let id = prices::save_list(tx, &list, "bench", now)?;
            prices::set(tx, id, &new, "bench", now)?;
            Ok(variants)
        });
        all.extend(written.await?);
    }
    Ok(all)
}

fn wanted(variant: usize) -> Wanted {
    Wanted {
        title: Some(format!("Linen cloth number {variant}")),
        category: Some(format!("Linen > Kind {}", variant % CATEGORIES)),
        variants: vec![WantedVariant { sku: sku(variant), ..WantedVariant::default() }],
        ..Wanted::default()
    }
}

async fn stock(ctx: &Ctx, variants: &[VariantId]) -> Result<()> {
    let (db, now) = (&ctx.customers.db, ctx.customers.clock.now());
    let places = [("W1", LocationKind::Warehouse), ("KRK", LocationKind::Store)];
    for (position, (code, kind)) in (0..).zip(places) {
        let new = NewLocation {
            code: code.into(),
            name: code.into(),
            kind,
            country: "PL".into(),
            city: "Kraków".into(),
            street: String::new(),
            channel: None,
            sells_online: true,
            ships: true,
            collects: kind == LocationKind::Store,
            position,
        };
        let location = db.write(|tx| locations::make(tx, &new, now)).await?.id;
        for some in variants.chunks(AT_ONCE) {
            let moved: Vec<Movement> =
                some.iter().map(|one| received(*one, location, now)).collect();
            db.write(|tx| record(tx, &moved, now)).await?;
        }
    }
    Ok(())
}

fn received(variant: VariantId, location: LocationId, at: Time) -> Movement<'static> {
    Movement {
        variant,
        location,
        kind: MovementKind::Received,
        quantity: PIECES,
        reference: "bench",
        actor: "bench",
        key: None,
        at,
    }
}

/// Of all kinds: for one category each, for everybody, by coupon, from a sum on, and for others than who asks.
async fn deals(ctx: &Ctx) -> Result<()> {
    let tree = ctx.customers.db.read(Tree::load).await?;
    let categories = tree.all();
    for nth in 0..PROMOTIONS {
        let category = &categories[nth % categories.len()];
        let goods = json!({ "categories": [category.id] });
        let rule = match nth % 5 {
            0 => json!({ "gives": { "type": "percentage", "basis_points": 500 }, "goods": goods }),
            1 => {
                json!({ "gives": { "type": "buy_get", "buy": 3, "get": 1, "basis_points": 10_000 },
                "goods": goods, "beside": { "best_of": "sets" } })
            }
            2 => json!({ "gives": { "type": "percentage", "basis_points": 1_000 },
                "needs": { "coupon": true } }),
            3 => json!({ "gives": { "type": "amount", "amount": 500 }, "goods": goods,
                "needs": { "currency": CURRENCY, "amount_min": 20_000 } }),
            _ => json!({ "gives": { "type": "percentage", "basis_points": 700 }, "goods": goods,
                "needs": { "groups": ["trade"] } }),
        };
        let promotion = Promotion {
            id: PromotionId::new(ctx.customers.clock.now()),
            name: format!("Deal {nth}"),
            is_active: true,
            starts_at: None,
            ends_at: None,
            priority: 0,
            budget: Budget::default(),
            rule: Rule::parse(&rule.to_string())?,
        };
        promotions::save(ctx, &Permit::console(), &promotion).await?;
    }
    Ok(())
}

/// In the order of the tables.
fn customers_after(tx: &Tx, after: CustomerId) -> Result<Vec<CustomerId>> {
    tx.rows(
        sql!(
            "select distinct customer_id from identities where kind = 'user_id' and customer_id > $1
             order by customer_id limit $2"
        ),
        params![after, CARTS_AT_ONCE as i64],
        |row| row.get(0),
    )
}

/// A cart with what lies in it, and the changes that put it there.
struct Filled {
    customer: CustomerId,
    cart: CartId,
    lines: Vec<(ChangeId, String, i64)>,
}

impl Filled {
    fn of(customer: CustomerId, variants: &[VariantId], random: &mut Random, now: Time) -> Filled {
        let first = random.below(variants.len());
        let line = |nth: usize| {
            let variant = variants[(first + nth * 31) % variants.len()];
            (ChangeId::new(now), variant.to_string(), 1 + nth as i64)
        };
        Filled { customer, cart: CartId::new(now), lines: (0..LINES).map(line).collect() }
    }
}

fn write_carts(tx: &Tx, carts: &[Filled], now: Time) -> Result<()> {
    let rows: Vec<[V; 3]> =
        carts.iter().map(|one| [one.customer.to_v(), one.cart.to_v(), now.to_v()]).collect();
    tx.many(
        sql!("insert into carts (customer_id, id, opened_at, changed_at) values ($1, $2, $3, $3)"),
        &rows,
    )?;
    let mut lines: Vec<[V; 5]> = Vec::new();
    for one in carts {
        for (change, item, quantity) in &one.lines {
            lines.push([
                one.customer.to_v(),
                change.to_v(),
                V::Text(item),
                V::Int(*quantity),
                now.to_v(),
            ]);
        }
    }
    tx.many(
        sql!(
            "insert into cart_changes (customer_id, id, kind, item, delta, key, at, actor)
             values ($1, $2, 'item', $3, $4, $3, $5, 'customer')"
        ),
        &lines,
    )?;
    tx.many(
        sql!(
            "insert into cart_lines (customer_id, kind, item, quantity, added_at, changed_at, change_id, actor)
             values ($1, 'item', $3, $4, $5, $5, $2, 'customer')"
        ),
        &lines,
    )?;
    Ok(())
}
