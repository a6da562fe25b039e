//! The shop over HTTP: ten thousand variants, a million carts, two hundred promotions that hold.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`market`] | the goods, what they cost, what lies there, and who has put what into the cart; made once |
//! | [`asking`] | carts are read and filled, baskets are priced, orders placed |
//! | [`inside`] | without HTTP: what a price costs, and sixty-four buyers of one thing |
//! | [`peers`] | other shops on the same machine |

mod asking;
mod inside;
mod market;
pub mod peers;

use market::Market;

use crate::report::Report;
use crate::stage::Stage;
use crate::store::Place;
use crate::{Bench, Outcome};

const CARTS: usize = 1_000_000;
/// PostgreSQL's are made anew in each run.
const CARTS_POSTGRES: usize = 100_000;

pub async fn measure(bench: &Bench, report: &mut Report) -> Outcome {
    if bench.is_on("sqlite") {
        let market = Market { carts: bench.customers.min(CARTS) };
        println!("\nSQLite: {} carts", market.carts);
        let place = Place::new_sqlite(bench.scratch.join("shop"), "full")?;
        at(bench, market, place, report).await?;
    }
    if let Some(url) = bench.postgres.as_ref().filter(|_| bench.is_on("postgres")) {
        let market = Market { carts: bench.customers.min(CARTS_POSTGRES) };
        println!("\nPostgreSQL: {} carts", market.carts);
        let place = Place::new_postgres(url, "bench_shop").await?;
        at(bench, market, place, report).await?;
    }
    Ok(())
}

async fn at(bench: &Bench, market: Market, place: Place, report: &mut Report) -> Outcome {
    market.fill(&place)?;
    inside::measure(&place, report)?;
    let stage = Stage::set_up(bench, place).await?;
    asking::measure(&stage, market, report).await?;
    stage.place.remove()
}
