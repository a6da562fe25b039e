//! A shop with goods, for tests: the doors of [`customers::testing::Shop`], and a few mugs.

use customers::testing::Shop;
use kit::db::{Engine, Place};
use kit::testing::{clock, engines};

use crate::Ctx;

pub struct Market {
    pub shop: Shop,
    pub ctx: Ctx,
}

impl Market {
    pub async fn open(engine: Engine) -> Market {
        let shop = Shop::open(engine).await;
        shop.ctx.db.migrate(crate::MIGRATIONS, shop.ctx.clock.now()).await.expect("migrates");
        Market::of(shop)
    }

    /// Another server process on the same database.
    pub async fn second_process(&self) -> Market {
        Market::of(self.shop.second_process().await)
    }

    /// A shop that another process has opened.
    pub async fn reopen(place: &Place) -> Market {
        Market::of(Shop::reopen(place, clock()).await)
    }

    fn of(shop: Shop) -> Market {
        let ctx = Ctx::new(shop.ctx.clone());
        Market { shop, ctx }
    }
}

/// Runs the test once on each engine, each time on an empty database.
pub async fn on_each_engine(test: impl AsyncFn(&Market)) {
    for engine in engines() {
        test(&Market::open(engine).await).await;
    }
}
