//! A marketplace of a buyer's own: it shows so many of each thing as we told it, and sells them without asking. What it sold it
//! has written down before we hear of it.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use commerce::catalogue::VariantId;
use commerce::connectors::{Link, testing};
use commerce::testing::Market;
use customers::channels::ChannelId;
use kit::Tx;
use kit::testing::NOON;

/// So many of each are kept aside for it at most.
const ASIDE: i64 = 3;

pub struct Marketplace {
    link: Link,
    /// Its own book, one order a line. It outlives whoever is killed.
    book: PathBuf,
    shows: BTreeMap<VariantId, i64>,
}

impl Marketplace {
    /// Opens the link again. What was sold there meanwhile is read before it is told anything.
    pub async fn open(market: &Market, id: ChannelId, folder: &Path) -> Marketplace {
        let db = &market.ctx.customers.db;
        let link = db.read(|tx| testing::link(tx, id, ASIDE)).await.expect("a link");
        let book = folder.join(id.to_string());
        let it = Marketplace { link, book, shows: BTreeMap::new() };
        it.read_last_order(market).await;
        it
    }

    async fn read_last_order(&self, market: &Market) {
        let book = std::fs::read_to_string(&self.book).unwrap_or_default();
        // Each was told before the next was sold: only of the last nobody may have heard.
        let Some(order) = book.lines().last() else { return };
        let (key, variant) = order.split_once(' ').expect("a key and what was bought");
        self.tell(market, key, variant.parse().expect("a variant")).await;
    }

    async fn tell(&self, market: &Market, key: &str, variant: VariantId) {
        let ctx = &market.ctx;
        let take = |tx: &Tx| testing::bought(ctx, tx, &self.link, key, variant);
        ctx.customers.db.write(take).await.expect("an order is taken in").learn(ctx);
    }

    /// Sells one piece if it shows any, else asks how many it may show.
    pub async fn sells(
        &mut self,
        market: &Market,
        key: &str,
        what: VariantId,
    ) -> kit::Result<bool> {
        if self.shows.get(&what).copied().unwrap_or(0) == 0 {
            let db = &market.ctx.customers.db;
            let told = db.write(|tx| testing::offer(tx, &self.link, what, NOON)).await?;
            self.shows.insert(what, told);
        }
        let left = self.shows.get_mut(&what).expect("told just now");
        if *left == 0 {
            return Ok(false);
        }
        *left -= 1;
        let mut book =
            std::fs::OpenOptions::new().create(true).append(true).open(&self.book).expect("a book");
        book.write_all(format!("{key} {what}\n").as_bytes()).expect("it is written down");
        self.tell(market, key, what).await;
        Ok(true)
    }

    /// All that it sold is in our books, and nothing is kept for it any more. The keys of what it sold.
    pub async fn close(self, market: &Market, what: &[VariantId]) -> Vec<String> {
        let end = |tx: &Tx| testing::end(tx, &self.link, what, NOON);
        market.ctx.customers.db.write(end).await.expect("it is closed");
        let book = std::fs::read_to_string(&self.book).unwrap_or_default();
        book.lines().filter_map(|line| Some(line.split_once(' ')?.0.to_string())).collect()
    }
}
