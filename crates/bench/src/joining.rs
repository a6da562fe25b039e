//! One event that says who somebody is, among many customers: `identify` with a proven e-mail, which joins a visitor's
//! device with an account.
//!
//! Beside it, an event of the same size that joins nobody: what is left is what joining costs.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use kit::Clock;

use crate::Outcome;
use crate::load::{Measured, Plan, Requests};
use crate::population::Population;
use crate::random::{Random, mix};
use crate::report::{Report, median};
use crate::stage::Stage;

const ROUNDS: usize = 3;
const REQUESTS: u64 = 2_000;
/// Connections by which the visitors come for the first time, before the clock runs.
const VISITING: usize = 64;
/// A machine that needs longer for one step is of no use.
const LIMIT: Duration = Duration::from_secs(120);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Call {
    /// A visitor comes for the first time; nobody knows who it is.
    Visit,
    /// The visitor turns out to be a customer.
    Join,
    /// The same visitor looks at another page.
    Return,
}

/// Visitors and whom they turn out to be, each step in the same order.
struct Visitors {
    key: String,
    population: Population,
    call: Call,
    /// Of this run; in a database that is kept, no visitor comes twice.
    run: u64,
    next: u64,
    clock: Clock,
}

impl Requests for Visitors {
    fn fill(&mut self, out: &mut Vec<u8>) -> u64 {
        let (n, now) = (self.next, self.clock.now());
        self.next += 1;
        let device = mix(self.run.wrapping_add(n));
        let customer = Random::new(device).below(self.population.customers);
        let (path, what) = match self.call {
            Call::Visit | Call::Return => ("page", "\"name\":\"Home\"".to_string()),
            Call::Join => {
                let account = Population::account(customer);
                let email = Population::email(customer);
                let traits = format!("{{\"email\":\"{email}\",\"email_verified\":true}}");
                ("identify", format!("\"userId\":\"{account}\",\"traits\":{traits}"))
            }
        };
        let message = mix(device ^ self.call as u64);
        let body = format!(
            "{{{what},\"anonymousId\":\"77aa1c52-{device:016x}\",\"messageId\":\"{message:016x}\",\"timestamp\":\"{now}\",\
             \"context\":{{\"library\":{{\"name\":\"server\",\"version\":\"1\"}},\"locale\":\"pl-PL\"}}}}"
        );
        let head = format!(
            "POST /v1/{path} HTTP/1.1\r\nHost: onedoor\r\nAuthorization: Bearer {}\r\nContent-Length: {}\r\n\r\n",
            self.key,
            body.len()
        );
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(body.as_bytes());
        1
    }
}

/// One by one, then eight at a time.
pub async fn measure(stage: &Stage, population: Population, report: &mut Report) -> Outcome {
    let clock = Clock::System;
    let (key, run) = (stage.keys.secret.clone(), mix(clock.now().0 as u64));
    let visitors = Visitors { key, population, call: Call::Visit, run, next: 0, clock };
    let visitors = Rc::new(RefCell::new(visitors));
    let mut first = 0;
    for (connections, at_once) in [(1, "one at a time"), (8, "eight at a time")] {
        let (mut joins, mut returns) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            send(stage, &visitors, Call::Visit, first, VISITING).await?;
            joins.push(send(stage, &visitors, Call::Join, first, connections).await?);
            returns.push(send(stage, &visitors, Call::Return, first, connections).await?);
            first += REQUESTS;
        }
        tell(stage, population, at_once, &joins, &returns, report);
    }
    report.tell()
}

/// The same visitors each time: those from `first` on.
async fn send(
    stage: &Stage,
    visitors: &Rc<RefCell<Visitors>>,
    call: Call,
    first: u64,
    connections: usize,
) -> Outcome<Measured> {
    {
        let mut visitors = visitors.borrow_mut();
        (visitors.call, visitors.next) = (call, first);
    }
    let plan = Plan::full(stage.server.address, connections, LIMIT);
    Ok(stage.drive(Plan { requests_max: REQUESTS, ..plan }, visitors).await?.0)
}

fn tell(
    stage: &Stage,
    population: Population,
    at_once: &str,
    joins: &[Measured],
    returns: &[Measured],
    report: &mut Report,
) {
    let what = format!("joining event, {} customers, {at_once}", population.customers);
    for (name, share) in [("p50", 0.5), ("p99", 0.99)] {
        let get = |load: &Measured| load.percentile_ms(share);
        let joined = median(joins.iter().map(get));
        report.figure(format!("{what}: {name}"), &stage.name(), joined, "ms");
        report.against("event that joins nobody", median(returns.iter().map(get)));
    }
}
