//! Stories of a shop with a warehouse near Łódź, stores in Kraków and Poznań, and another in Bucharest.

mod counting;
mod filing;
mod moving;
mod oversell;
mod promising;
mod random;
mod sourcing;
mod telling;

use kit::{Result, Tx};

use super::*;
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug as thing;
use crate::testing::Market;

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
