//! The load generator: some connections on one thread, each with one request under way at most.
//!
//! At full load a connection sends its next request when it has the answer of the last one. Paced, requests have
//! fixed moments, whatever the server does meanwhile: a request that had to wait for its connection is measured
//! from the moment at which it should have gone out.

use std::cell::{Cell, RefCell};
use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::http::Connection;

/// What is asked, one request after another.
pub trait Requests {
    /// Writes the next request (head and body); returns how many events it brings.
    fn fill(&mut self, out: &mut Vec<u8>) -> u64;

    /// The status that the answers must have.
    fn status(&self) -> u16 {
        200
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub address: SocketAddr,
    pub connections: usize,
    /// Ends at whichever comes first.
    pub lasting: Duration,
    pub requests_max: u64,
    /// Requests a second; `None`: as many as are answered.
    pub pace: Option<f64>,
}

impl Plan {
    pub fn full(address: SocketAddr, connections: usize, lasting: Duration) -> Plan {
        Plan { address, connections, lasting, requests_max: u64::MAX, pace: None }
    }

    pub fn paced(self, pace: f64) -> Plan {
        Plan { pace: Some(pace), ..self }
    }
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Measured {
    pub seconds: f64,
    pub requests: u64,
    pub events: u64,
    /// Answers that asked to come again later (429): nothing was taken.
    pub refused: u64,
    pub body_bytes: u64,
    latencies_ns: Vec<u64>,
}

impl Measured {
    pub fn requests_per_second(&self) -> f64 {
        self.requests as f64 / self.seconds
    }

    pub fn events_per_second(&self) -> f64 {
        self.events as f64 / self.seconds
    }

    /// In milliseconds; `share` 0.99 is what 99 % of the answers came within.
    pub fn percentile_ms(&self, share: f64) -> f64 {
        let last = self.latencies_ns.len().saturating_sub(1);
        let at = (share * last as f64).round() as usize;
        self.latencies_ns.get(at).map_or(f64::NAN, |&ns| ns as f64 / 1e6)
    }

    pub fn p50_ms(&self) -> f64 {
        self.percentile_ms(0.5)
    }

    pub fn p99_ms(&self) -> f64 {
        self.percentile_ms(0.99)
    }
}

const REFUSED_PAUSE: Duration = Duration::from_millis(50);

/// Puts the load on. Inside a `LocalSet`: everything stays on this thread.
pub async fn drive<R: Requests + 'static>(
    plan: Plan,
    requests: &Rc<RefCell<R>>,
) -> io::Result<Measured> {
    let mut open = Vec::new();
    for _ in 0..plan.connections {
        open.push(Connection::open(plan.address).await?);
    }
    let (started, sent) = (Instant::now(), Rc::new(Cell::new(0)));
    let mut tasks = JoinSet::new();
    for connection in open {
        let worker = Worker { plan, started, sent: sent.clone(), requests: requests.clone() };
        tasks.spawn_local(worker.run(connection));
    }
    let mut all = Measured::default();
    while let Some(done) = tasks.join_next().await {
        let one = done.map_err(io::Error::other)??;
        all.requests += one.requests;
        all.events += one.events;
        all.refused += one.refused;
        all.body_bytes += one.body_bytes;
        all.latencies_ns.extend(one.latencies_ns);
    }
    all.seconds = started.elapsed().as_secs_f64();
    all.latencies_ns.sort_unstable();
    Ok(all)
}

struct Worker<R> {
    plan: Plan,
    started: Instant,
    /// Requests that all workers have begun.
    sent: Rc<Cell<u64>>,
    requests: Rc<RefCell<R>>,
}

impl<R: Requests> Worker<R> {
    async fn run(self, mut connection: Connection) -> io::Result<Measured> {
        let (mut measured, mut request) = (Measured::default(), Vec::new());
        let good = self.requests.borrow().status();
        while let Some(due) = self.next_due() {
            let begin = wait_until(due).await;
            request.clear();
            let events = self.requests.borrow_mut().fill(&mut request);
            let answer = connection.ask(&request).await?;
            match answer.status {
                status if status == good => {
                    measured.requests += 1;
                    measured.events += events;
                    measured.body_bytes += answer.body_bytes as u64;
                    measured.latencies_ns.push(begin.elapsed().as_nanos() as u64);
                }
                429 => {
                    measured.refused += 1;
                    tokio::time::sleep(REFUSED_PAUSE).await;
                }
                status => {
                    let body = String::from_utf8_lossy(connection.body()).into_owned();
                    return Err(io::Error::other(format!("answered {status}: {body}")));
                }
            }
        }
        Ok(measured)
    }

    /// When the next request should go out; `None` when it is over.
    fn next_due(&self) -> Option<Instant> {
        let nth = self.sent.get();
        let now = Instant::now();
        let due = match self.plan.pace {
            Some(pace) => self.started + Duration::from_secs_f64(nth as f64 / pace),
            None => now,
        };
        if nth >= self.plan.requests_max || due.max(now) >= self.started + self.plan.lasting {
            return None;
        }
        self.sent.set(nth + 1);
        Some(due)
    }
}

/// Returns the moment from which the request is measured. Who had to sleep until then woke a little later (a
/// timer's tick, this thread's other work): that is not the server's time.
async fn wait_until(due: Instant) -> Instant {
    if due <= Instant::now() {
        return due;
    }
    tokio::time::sleep_until(due.into()).await;
    Instant::now()
}
