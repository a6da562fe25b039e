//! Other shops on the same machine, and the same load generator before each.
//!
//! `cargo x bench peers` starts them and has carts made in them (tests/shops/carts.mjs). They sell three things and know no
//! promotion; ours has its ten thousand variants and two hundred promotions.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use serde::Deserialize;

use super::asking::{Ask, Asking, READING, median_rate};
use super::market::Market;
use crate::load::{Plan, Requests, drive};
use crate::report::Report;
use crate::stage::Stage;
use crate::store::Place;
use crate::{Bench, Outcome};

const CARTS: usize = 1_000;

/// A shop with carts, and what is asked of each.
#[derive(Deserialize)]
struct Peer {
    name: String,
    address: String,
    read: Vec<String>,
    add: Vec<String>,
}

/// One after the other, so that no cart is asked for twice at the same moment: Medusa answers 500 then.
struct Prepared {
    all: Vec<String>,
    next: usize,
}

impl Requests for Prepared {
    fn fill(&mut self, out: &mut Vec<u8>) -> u64 {
        self.next = (self.next + 1) % self.all.len();
        out.extend_from_slice(self.all[self.next].as_bytes());
        0
    }
}

impl Peer {
    fn read(path: &Path) -> Outcome<Peer> {
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read(path).map_err(|error| told(&error))?;
        serde_json::from_slice(&text).map_err(|error| told(&error))
    }

    async fn rate(&self, all: &[String]) -> Outcome<f64> {
        let address = self.address.parse().map_err(|_| format!("{} lies nowhere", self.name))?;
        let prepared = Prepared { all: all.to_vec(), next: 0 };
        let prepared = Rc::new(RefCell::new(prepared));
        median_rate(async |lasting| {
            let plan = Plan::full(address, READING, lasting);
            drive(plan, &prepared).await.map_err(|error| format!("{}: {error}", self.name))
        })
        .await
    }
}

pub async fn measure(bench: &Bench, report: &mut Report) -> Outcome {
    let url = bench.postgres.as_ref().ok_or("peers are measured on PostgreSQL: --postgres URL")?;
    let place = Place::new_postgres(url, "bench_peers").await?;
    let market = Market { carts: CARTS };
    market.fill(&place)?;
    let stage = Stage::set_up(bench, place).await?;
    let ours = Rc::new(RefCell::new(Asking::of(&stage, market)));
    let rate = async |ask: Ask| {
        ours.borrow_mut().ask = ask;
        let plan = |lasting| Plan::full(stage.server.address, READING, lasting);
        median_rate(async |lasting| Ok(stage.drive(plan(lasting), &ours).await?.0)).await
    };
    let (read, add) = (rate(Ask::Read).await?, rate(Ask::Add).await?);
    let engine = stage.name();
    drop(stage);
    for peer in &bench.peers {
        let peer = Peer::read(peer)?;
        for (what, all, ours) in
            [("a cart is read", &peer.read, read), ("one more in a cart", &peer.add, add)]
        {
            report.figure(
                format!("{}: {what}", peer.name),
                &engine,
                peer.rate(all).await?,
                "requests/s",
            );
            report.against("Onedoor", ours);
        }
        report.tell()?;
    }
    Ok(())
}
