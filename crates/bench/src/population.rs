//! A shop with a past: many customers and their history, made once and kept under `target/`.
//!
//! The rows are the product's own: calls go through [`customers::recording::batch`], in the order of time, with a
//! clock that runs through a quarter of a year in some minutes. Everybody has an account, a device, and traits; some
//! act often, many rarely (Zipf's law, exponent 0.7). One of two events comes before the person has signed in.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use customers::channels::{self, ChannelKind, Door, NewChannel};
use customers::events::indexing::settle;
use customers::{Ctx, recording};
use kit::db::{Engine, Place as DbPlace, Synchronous, statements};
use kit::{Clock, Db, Time};

use tokio::sync::Mutex;
use tokio::task::JoinSet;

use crate::Outcome;
use crate::random::{Random, mix};
use crate::store::{Place, aside, defaults};

/// Raise this when the data should be made anew although no migration changed.
const EDITION: u64 = 1;
const BATCH: usize = 2_000;
/// Batches that are made and recorded at the same time.
const AT_ONCE: usize = 4;
/// On average.
const EVENTS_EACH: usize = 10;
const EXPONENT: f64 = 0.7;
const HISTORY: i64 = kit::time::days(90);
const STAMP: &str = "made-of";

#[derive(Clone, Copy, Debug)]
pub struct Population {
    pub customers: usize,
    pub events: usize,
}

impl Population {
    pub fn of(customers: usize) -> Population {
        Population { customers, events: customers * EVENTS_EACH }
    }

    /// Everybody has signed in, and that is all that they did.
    pub fn signed_in(customers: usize) -> Population {
        Population { customers, events: customers }
    }

    /// The account of a customer, as in `user_id:…`.
    pub fn account(customer: usize) -> String {
        format!("member-{customer}")
    }

    pub fn email(customer: usize) -> String {
        format!("person{customer}@mail.example")
    }

    /// Puts everybody into a database that is empty.
    pub fn fill(self, place: &Place) -> Outcome {
        let place = place.opened(Synchronous::Normal);
        aside(async move || self.record(&place).await)
    }

    /// The place where this population lives; made if it is missing or was made by other code.
    pub fn at(self, folder: &Path) -> Outcome<Place> {
        let (stamp, file) = (self.stamp(), folder.join(STAMP));
        if std::fs::read_to_string(&file).is_ok_and(|found| found == stamp) {
            return Ok(Place::Sqlite { folder: folder.to_path_buf(), synchronous: "full" });
        }
        let place = Place::new_sqlite(folder.to_path_buf(), "full")?;
        self.fill(&place)?;
        std::fs::write(&file, stamp).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(place)
    }

    /// Changes when the schema does: what is kept is a SQLite file.
    fn stamp(self) -> String {
        let texts = customers::MIGRATIONS.iter().map(|migration| migration.text);
        let texts = texts.flat_map(|text| statements(text, Engine::Sqlite));
        let bytes = texts.flat_map(String::into_bytes);
        let hash = bytes.fold(EDITION, |hash, byte| mix(hash ^ u64::from(byte)));
        format!("{} customers, {} events, schema {hash:016x}\n", self.customers, self.events)
    }

    async fn record(self, place: &DbPlace) -> kit::Result<()> {
        let begin = Clock::System.now().minus(HISTORY);
        let clock = Clock::manual(begin);
        let db = Db::open(place).await?;
        db.migrate(customers::MIGRATIONS, begin).await?;
        let ctx = Ctx::new(db, clock, defaults());
        let new = NewChannel { kind: ChannelKind::Web, name: "Web shop".into() };
        let (channel, _) = ctx.db.write(|tx| channels::create(tx, &new, begin)).await?;
        let door = Door { channel: channel.into(), trusted: false };
        let (next, settling) = (AtomicUsize::new(0), Mutex::new(()));
        let filling = Arc::new(Filling { population: self, ctx, door, next, settling });
        let mut workers = JoinSet::new();
        for _ in 0..AT_ONCE {
            let filling = filling.clone();
            workers.spawn(async move { filling.work().await });
        }
        while let Some(done) = workers.join_next().await {
            done.map_err(kit::Error::internal)??;
        }
        settle(&filling.ctx.db, &filling.ctx.recorder.log).await
    }
}

/// The work, shared by some tasks.
struct Filling {
    population: Population,
    ctx: Ctx,
    door: Door,
    /// The first event that nobody has taken.
    next: AtomicUsize,
    /// Held by the one who writes the index.
    settling: Mutex<()>,
}

impl Filling {
    async fn work(&self) -> kit::Result<()> {
        let Population { events, .. } = self.population;
        loop {
            let first = self.next.fetch_add(BATCH, Ordering::Relaxed);
            if first >= events {
                return Ok(());
            }
            if first.is_multiple_of(1_000_000) {
                println!("  {first} of {events} events");
            }
            self.ctx.clock.advance(HISTORY * BATCH as i64 / events as i64);
            let body = self.batch(first, (first + BATCH).min(events));
            recording::batch(&self.ctx, &self.door, body.as_bytes()).await?;
            // Whoever comes while another does it goes on.
            if first.is_multiple_of(50 * BATCH)
                && let Ok(_turn) = self.settling.try_lock()
            {
                settle(&self.ctx.db, &self.ctx.recorder.log).await?;
            }
        }
    }

    fn batch(&self, first: usize, end: usize) -> String {
        let (mut random, now) = (Random::new(first as u64), self.ctx.clock.now());
        let mut text = String::with_capacity(BATCH * 600);
        text.push_str("{\"batch\":[");
        for event in first..end {
            if event > first {
                text.push(',');
            }
            self.call(&mut text, event, &mut random, now);
        }
        text.push_str("]}");
        text
    }

    /// One of so many events that everybody signs in once, in no order.
    fn call(&self, text: &mut String, event: usize, random: &mut Random, now: Time) {
        let Population { customers, events } = self.population;
        let each = events / customers;
        let write = |text: &mut String, part: std::fmt::Arguments| {
            text.write_fmt(part).expect("writing to a String does not fail");
        };
        if event.is_multiple_of(each) {
            let customer = scattered(event / each, customers);
            write(
                text,
                format_args!(
                    "{{\"type\":\"identify\",\"userId\":\"{}\",\"traits\":{{\"email\":\"{}\",\"firstName\":\"Anna{}\",\
                 \"lastName\":\"Kowalska{}\",\"phone\":\"+48601{:06}\",\"address\":{{\"city\":\"Kraków\"}}}}",
                    Population::account(customer),
                    Population::email(customer),
                    customer % 700,
                    customer % 9_000,
                    customer % 1_000_000
                ),
            );
            self.finish(text, customer, event, now);
            return;
        }
        let customer = scattered(random.zipf(customers, EXPONENT), customers);
        let product = random.below(2_000);
        let account = if random.below(2) == 0 {
            format!("\"userId\":\"{}\",", Population::account(customer))
        } else {
            String::new()
        };
        match random.below(50) {
            0 => write(
                text,
                format_args!(
                    "{{\"type\":\"track\",{account}\"event\":\"Order Completed\",\"properties\":{{\"order_id\":\"O-{event}\",\
                 \"total\":{},\"currency\":\"PLN\",\"products\":[{{\"product_id\":\"P-{product}\",\"name\":\"Ibric\",\
                 \"price\":{},\"quantity\":1}}]}}",
                    product + 10,
                    product + 10
                ),
            ),
            1 => write(
                text,
                format_args!(
                    "{{\"type\":\"track\",{account}\"event\":\"Consent Given\",\"properties\":{{\"purpose\":\"marketing\",\
                 \"channel\":\"email\",\"wording\":\"newsletter-3\"}}"
                ),
            ),
            2..26 => write(
                text,
                format_args!(
                    "{{\"type\":\"track\",{account}\"event\":\"Product Viewed\",\"properties\":{{\"product_id\":\"P-{product}\",\
                 \"name\":\"Filiżanka espresso\",\"price\":{}.90,\"currency\":\"PLN\",\"category\":\"kawa\"}}",
                    product + 10
                ),
            ),
            _ => write(
                text,
                format_args!(
                    "{{\"type\":\"page\",{account}\"name\":\"Product\",\"properties\":{{\"path\":\"/p/{product}\",\
                 \"title\":\"Obrus lniany\",\"url\":\"https://shop.example/p/{product}\"}}"
                ),
            ),
        }
        self.finish(text, customer, event, now);
    }

    fn finish(&self, text: &mut String, customer: usize, event: usize, now: Time) {
        let device = mix(customer as u64 ^ 0x00de_11ce);
        write!(
            text,
            ",\"anonymousId\":\"0b7f2c11-{device:016x}\",\"messageId\":\"ajs-{event:016x}\",\"timestamp\":\"{now}\",\
             \"context\":{{\"library\":{{\"name\":\"analytics.js\",\"version\":\"npm:next-1.81.0\"}},\
             \"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0\",\
             \"locale\":\"pl-PL\",\"timezone\":\"Europe/Warsaw\"}}}}"
        )
        .expect("writing to a String does not fail");
    }
}

/// Ranks and customers in no order: the busiest are not the first.
fn scattered(rank: usize, customers: usize) -> usize {
    // A prime that divides no size that is used here: each rank has a customer of its own.
    (rank * 7_368_787 + 12_345) % customers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_somebody() {
        let mut seen = vec![false; 100_000];
        (0..100_000).for_each(|rank| seen[scattered(rank, 100_000)] = true);
        assert!(seen.into_iter().all(|seen| seen));
    }
}
