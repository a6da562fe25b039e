//! Who is this? `GET /v1/customers/user_id:…/context` among many customers, at random and by popularity.
//!
//! Beside it, with as many connections: a handler that answers with nothing (same HTTP stack, other process) and a
//! path that the same server does not have.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use crate::Outcome;
use crate::baseline::Work;
use crate::load::{Measured, Plan, Requests, drive};
use crate::population::Population;
use crate::process::Server;
use crate::random::Random;
use crate::report::{Report, median};
use crate::stage::{Cpu, Stage};

const CONNECTIONS: usize = 16;
const ROUNDS: usize = 3;
const LASTING: Duration = Duration::from_secs(4);
/// Popular customers: Zipf's law with the exponent that benchmarks of caches use.
const EXPONENT: f64 = 0.99;

/// Asks for contexts.
struct Contexts {
    head: String,
    customers: usize,
    popular: bool,
    random: Random,
}

impl Requests for Contexts {
    fn fill(&mut self, out: &mut Vec<u8>) -> u64 {
        let customer = if self.popular {
            self.random.zipf(self.customers, EXPONENT)
        } else {
            self.random.below(self.customers)
        };
        let account = Population::account(customer);
        out.extend_from_slice(
            format!("GET /v1/customers/user_id:{account}/context HTTP/1.1\r\n{}", self.head)
                .as_bytes(),
        );
        0
    }
}

/// Asks for the same again and again.
pub struct Same {
    request: String,
    status: u16,
}

impl Requests for Same {
    fn fill(&mut self, out: &mut Vec<u8>) -> u64 {
        out.extend_from_slice(self.request.as_bytes());
        0
    }

    fn status(&self) -> u16 {
        self.status
    }
}

pub fn same(path: &str, status: u16) -> Rc<RefCell<Same>> {
    let request = format!("GET {path} HTTP/1.1\r\nHost: onedoor\r\n\r\n");
    Rc::new(RefCell::new(Same { request, status }))
}

/// All rounds of one population.
pub async fn measure(stage: &Stage, population: Population, report: &mut Report) -> Outcome {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let empty = Server::start(&this, &["serve".to_string(), Work::Read.name().to_string()])?;
    let contexts = |popular: bool| {
        let head = format!("Host: onedoor\r\nAuthorization: Bearer {}\r\n\r\n", stage.keys.secret);
        let (customers, random) = (population.customers, Random::new(11));
        Rc::new(RefCell::new(Contexts { head, customers, popular, random }))
    };
    let (uniform, popular) = (contexts(false), contexts(true));
    let (empty_route, no_route) = (same("/empty", 200), same("/no-such-path", 404));
    let plan = |server: &Server| Plan::full(server.address, CONNECTIONS, LASTING);
    let mut rounds: [Vec<Sample>; 4] = Default::default();
    // Once before the clock runs: the pages of the index come into memory.
    stage.drive(plan(&stage.server), &uniform).await?;
    for _ in 0..ROUNDS {
        let cpu_before = empty.cpu_seconds();
        let load = drive(plan(&empty), &empty_route).await.map_err(|error| error.to_string())?;
        let cpu = Cpu::of_server(empty.cpu_seconds() - cpu_before);
        rounds[0].push((load, cpu));
        rounds[1].push(stage.drive(plan(&stage.server), &no_route).await?);
        rounds[2].push(stage.drive(plan(&stage.server), &uniform).await?);
        rounds[3].push(stage.drive(plan(&stage.server), &popular).await?);
    }
    tell(stage, population, &rounds, report)
}

type Sample = (Measured, Cpu);

fn tell(
    stage: &Stage,
    population: Population,
    rounds: &[Vec<Sample>; 4],
    report: &mut Report,
) -> Outcome {
    let of = |nth: usize, get: fn(&Sample) -> f64| median(rounds[nth].iter().map(get));
    let rate = |nth: usize| of(nth, |(load, _)| load.requests_per_second());
    let cpu_us =
        |nth: usize| of(nth, |(load, cpu)| (cpu.server + cpu.engine) / load.requests as f64 * 1e6);
    let engine = stage.name();
    let Population { customers, events } = population;
    let what = format!("context, {customers} customers, {events} events");
    for (nth, who) in [(2, "anybody"), (3, "popular ones")] {
        let what = format!("{what}, {who}");
        for (baseline, name) in [(0, "empty handler"), (1, "same server, no such path")] {
            report.figure(what.clone(), &engine, rate(nth), "requests/s");
            report.against(name, rate(baseline));
            report.figure(format!("{what}: processor time"), &engine, cpu_us(nth), "µs/request");
            report.against(name, cpu_us(baseline));
        }
        let mut figure = |name: &str, get: fn(&Sample) -> f64, unit| {
            report.figure(format!("{what}: {name}"), &engine, of(nth, get), unit);
        };
        figure("p50", |(load, _)| load.p50_ms(), "ms");
        figure("p99", |(load, _)| load.p99_ms(), "ms");
        figure("size", |(load, _)| load.body_bytes as f64 / load.requests as f64, "bytes");
        figure("used by others", |(load, cpu)| cpu.others() / load.seconds, "processors");
    }
    report.tell()
}
