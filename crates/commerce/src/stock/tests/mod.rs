//! Stories of a shop with a warehouse near Łódź, stores in Kraków and Poznań, and another in Bucharest.

mod counting;
mod filing;
mod moving;
mod oversell;
mod promising;
mod random;
mod sourcing;
mod telling;
mod wishing;

use kit::{Result, Tx, params, sql};

use super::*;
use crate::catalogue::{ProductId, VariantId};
use crate::testing::Market;

/// A thing that is sold, with one variant of this SKU.
async fn thing(market: &Market, sku: &str) -> VariantId {
    let (db, now) = (&market.ctx.customers.db, market.ctx.customers.clock.now());
    let (product, variant) = (ProductId::new(now), VariantId::new(now));
    let write = |tx: &Tx| {
        tx.exec(
            sql!(
                "insert into products
                   (id, handle, status, title, description, tax_class, created_at, updated_at)
                 values ($1, $2, 'active', $2, '', 'standard', $3, $3)"
            ),
            params![product, sku, now],
        )?;
        tx.exec(
            sql!(
                "insert into variants (id, product_id, sku, options, position, updated_at)
                 values ($1, $2, $3, '[]', 0, $4)"
            ),
            params![variant, product, sku, now],
        )
    };
    db.write(write).await.expect("a thing is made");
    variant
}

/// Runs in a transaction of this market.
async fn write<T>(market: &Market, f: impl FnMut(&Tx) -> Result<T>) -> Result<T> {
    market.ctx.customers.db.write(f).await
}

fn now(market: &Market) -> kit::Time {
    market.ctx.customers.clock.now()
}

/// `KRK1 5-2 WAW1 3` is five in Kraków, of which two are promised, and three in Warsaw.
async fn lies(market: &Market, variant: VariantId) -> String {
    let read = |tx: &Tx| {
        let levels = store::levels(tx, &[variant])?;
        let mut told = Vec::new();
        for level in levels {
            let place = store::location(tx, level.location)?;
            let promised = match level.reserved {
                0 => String::new(),
                n => format!("-{n}"),
            };
            told.push(format!("{} {}{promised}", place.code, level.on_hand));
        }
        told.sort();
        Ok(told.join(" "))
    };
    market.ctx.customers.db.read(read).await.expect("reads")
}

/// How many could be ordered.
async fn left(market: &Market, variant: VariantId) -> i64 {
    let read = |tx: &Tx| available(tx, &[variant]);
    market.ctx.customers.db.read(read).await.expect("reads")[0].1
}
