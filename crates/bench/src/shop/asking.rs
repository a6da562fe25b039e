//! What doors ask of the shop over HTTP, each by itself at full load; and carts that are filled at the pace that is promised.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use super::market::{Market, PROMOTIONS, VARIANTS, sku};
use crate::Outcome;
use crate::baseline::Work;
use crate::load::{Measured, Plan, Requests, drive};
use crate::lookup::same;
use crate::population::Population;
use crate::process::Server;
use crate::random::Random;
use crate::report::{Report, median};
use crate::stage::{Cpu, Stage};

const ROUNDS: usize = 3;
const LASTING: Duration = Duration::from_secs(4);
/// Who reads needs no other; who writes waits for the disk together with others.
pub const READING: usize = 16;
const WRITING: usize = 64;
/// Changes of carts a second that are promised.
const PACE: f64 = 2_000.0;
const LINES: usize = 20;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    Read,
    Add,
    Price,
    Order,
}

pub struct Asking {
    pub ask: Ask,
    head: String,
    carts: usize,
    random: Random,
    /// Each customer orders once: what lay in the cart is bought then.
    next: usize,
}

impl Requests for Asking {
    fn fill(&mut self, out: &mut Vec<u8>) -> u64 {
        self.next += 1;
        let anybody = Population::account(self.random.below(self.carts));
        let (method, path, body) = match self.ask {
            Ask::Read => ("GET", format!("/v1/customers/user_id:{anybody}/cart"), String::new()),
            Ask::Add => {
                let (key, sku) = (self.random.next(), sku(self.random.below(VARIANTS)));
                let body = format!(
                    "{{\"key\":\"{key:016x}\",\"changes\":[{{\"action\":\"add\",\"sku\":\"{sku}\"}}]}}"
                );
                ("POST", format!("/v1/customers/user_id:{anybody}/cart/changes"), body)
            }
            Ask::Price => ("POST", "/v1/shop/quote".to_string(), self.basket()),
            Ask::Order => {
                let account = Population::account(self.next % self.carts);
                let body = format!(
                    "{{\"key\":\"order-{}\",\"means\":\"on_delivery\",\"contact\":{{\"email\":\"{}\"}},\
                     \"delivery\":{{\"type\":\"address\",\"name\":\"Anna Kowalska\",\"street\":\"Długa 7\",\
                     \"postcode\":\"31-147\",\"city\":\"Kraków\",\"country\":\"PL\"}}}}",
                    self.next,
                    Population::email(self.next % self.carts)
                );
                ("POST", format!("/v1/customers/user_id:{account}/orders"), body)
            }
        };
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\n{}Content-Length: {length}\r\n\r\n{body}",
            self.head
        );
        out.extend_from_slice(request.as_bytes());
        0
    }

    fn status(&self) -> u16 {
        if self.ask == Ask::Order { 201 } else { 200 }
    }
}

impl Asking {
    pub fn of(stage: &Stage, market: Market) -> Asking {
        let head = format!("Host: onedoor\r\nAuthorization: Bearer {}\r\n", stage.keys.secret);
        Asking { ask: Ask::Read, head, carts: market.carts, random: Random::new(77), next: 0 }
    }

    fn basket(&mut self) -> String {
        let line =
            |_| format!("{{\"sku\":\"{}\",\"quantity\":2}}", sku(self.random.below(VARIANTS)));
        let lines: Vec<String> = (0..LINES).map(line).collect();
        format!("{{\"lines\":[{}]}}", lines.join(","))
    }
}

type Sample = (Measured, Cpu);

pub async fn measure(stage: &Stage, market: Market, report: &mut Report) -> Outcome {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let empty = Server::start(&this, &["serve".to_string(), Work::Read.name().to_string()])?;
    let carts = market.carts;
    let asking = Rc::new(RefCell::new(Asking::of(stage, market)));
    let basket = format!("a basket of {LINES} lines is priced, {PROMOTIONS} promotions");
    for (ask, connections, what) in [
        (Ask::Read, READING, "a cart is read"),
        (Ask::Add, WRITING, "one more in a cart"),
        (Ask::Price, READING, basket.as_str()),
        (Ask::Order, WRITING, "an order of three lines"),
    ] {
        asking.borrow_mut().ask = ask;
        let plan = |server: &Server| Plan::full(server.address, connections, LASTING);
        let (mut full, mut bare) = (Vec::new(), Vec::new());
        stage.drive(plan(&stage.server), &asking).await?;
        for _ in 0..ROUNDS {
            let nothing = same("/empty", 200);
            let load = drive(plan(&empty), &nothing).await.map_err(|error| error.to_string())?;
            bare.push((load, Cpu::default()));
            full.push(stage.drive(plan(&stage.server), &asking).await?);
        }
        let name = format!("shop: {what}, {carts} carts");
        tell(stage, &name, &full, &bare, report);
        if ask == Ask::Add {
            let mut paced = Vec::new();
            for _ in 0..ROUNDS {
                paced.push(stage.drive(plan(&stage.server).paced(PACE), &asking).await?);
            }
            let p99 = median(paced.iter().map(|(load, _)| load.p99_ms()));
            report.figure(format!("{name}, {PACE} a second: p99"), &stage.name(), p99, "ms");
        }
        report.tell()?;
    }
    Ok(())
}

/// Requests a second of the median round, after one that warms up.
pub async fn median_rate(round: impl AsyncFn(Duration) -> Outcome<Measured>) -> Outcome<f64> {
    round(LASTING).await?;
    let mut rates = Vec::new();
    for _ in 0..ROUNDS {
        rates.push(round(LASTING).await?.requests_per_second());
    }
    Ok(median(rates))
}

fn tell(stage: &Stage, name: &str, full: &[Sample], bare: &[Sample], report: &mut Report) {
    let engine = stage.name();
    let rate = |of: &[Sample]| median(of.iter().map(|(load, _)| load.requests_per_second()));
    report.figure(name, &engine, rate(full), "requests/s");
    report.against("empty handler", rate(bare));
    let cpu_us = |(load, cpu): &Sample| (cpu.server + cpu.engine) / load.requests as f64 * 1e6;
    let mut took = |what: &str, get: fn(&Sample) -> f64| {
        report.figure(format!("{name}: {what}"), &engine, median(full.iter().map(get)), "ms");
    };
    took("p50", |(load, _)| load.p50_ms());
    took("p99", |(load, _)| load.p99_ms());
    let cpu = median(full.iter().map(cpu_us));
    report.figure(format!("{name}: processor time"), &engine, cpu, "µs/request");
}
