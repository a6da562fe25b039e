//! Events in, over HTTP: batches of 100 and single calls, each answered when it is committed.
//!
//! A round drives the baselines and then the server, one after the other; between them everyone settles. The
//! server's processor time counts until its index is written, which goes on after the last answer.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use crate::baseline::Work;
use crate::load::{Measured, Plan, drive};
use crate::process::Server;
use crate::raw::{self, Rate, Row};
use crate::report::{Report, median};
use crate::stage::{Cpu, Stage};
use crate::store::Place;
use crate::traffic::Traffic;
use crate::{Bench, Outcome};

/// How long and how much.
#[derive(Clone, Copy)]
struct Size {
    rounds: usize,
    /// Recorded before the clock starts: tables have a few levels, most visitors are known.
    events_before: u64,
    lasting: Duration,
    baseline_lasting: Duration,
    raw_rows: usize,
    bodies: usize,
}

const FULL: Size = Size {
    rounds: 3,
    events_before: 500_000,
    lasting: Duration::from_secs(10),
    baseline_lasting: Duration::from_secs(3),
    raw_rows: 300_000,
    bodies: 5_000,
};
/// Half a minute in all.
const QUICK: Size = Size {
    rounds: 3,
    events_before: 200_000,
    lasting: Duration::from_secs(4),
    baseline_lasting: Duration::from_secs(1),
    raw_rows: 100_000,
    bodies: 3_000,
};
/// PostgreSQL takes longer for each event.
const POSTGRES: Size = Size { events_before: 200_000, raw_rows: 100_000, ..FULL };

const BATCH: usize = 100;
const LARGE_COMMIT: usize = 10_000;
/// Enough that a request seldom waits for one; fewer than the server takes at one moment.
const CONNECTIONS_PACED: usize = 128;
/// To get so far before the clock starts; a machine that needs longer is of no use.
const WARM_UP_LIMIT: Duration = Duration::from_secs(600);

/// One way to send.
struct Way {
    name: &'static str,
    connections: usize,
    events_per_request: f64,
    traffic: Rc<RefCell<Traffic>>,
}

/// The server and those that do less.
struct Ingest {
    stage: Stage,
    reads: Server,
    parses: Server,
    size: Size,
}

#[derive(Default)]
struct Round {
    load: Measured,
    cpu: Cpu,
    read_only: Rate,
    parse_only: Rate,
    raw: Option<[Rate; 2]>,
}

/// Batches on SQLite.
pub async fn quick(bench: &Bench, report: &mut Report) -> Outcome {
    let place = Place::new_sqlite(bench.scratch.join("ingest"), "full")?;
    let ingest = Ingest::set_up(bench, place, QUICK).await?;
    let batches = Way::batches(QUICK);
    let rows = ingest.warm_up(&batches).await?;
    let rate = ingest.measure(&batches, &rows, report).await?;
    ingest.half_load(&batches, rate, report).await?;
    ingest.take_down(&batches, report).await
}

pub async fn all(bench: &Bench, report: &mut Report) -> Outcome {
    for synchronous in ["full", "normal"].into_iter().filter(|_| bench.is_on("sqlite")) {
        let folder = bench.scratch.join(format!("ingest-{synchronous}"));
        let place = Place::new_sqlite(folder, synchronous)?;
        both_ways(Ingest::set_up(bench, place, FULL).await?, report).await?;
    }
    match &bench.postgres {
        Some(url) if bench.is_on("postgres") => {
            let place = Place::new_postgres(url, "bench_ingest").await?;
            both_ways(Ingest::set_up(bench, place, POSTGRES).await?, report).await
        }
        _ => Ok(()),
    }
}

async fn both_ways(ingest: Ingest, report: &mut Report) -> Outcome {
    let batches = Way::batches(ingest.size);
    let rows = ingest.warm_up(&batches).await?;
    let rate = ingest.measure(&batches, &rows, report).await?;
    ingest.half_load(&batches, rate, report).await?;
    let singles = Way::singles(ingest.size, &batches);
    let rate = ingest.measure(&singles, &[], report).await?;
    ingest.half_load(&singles, rate, report).await?;
    ingest.take_down(&batches, report).await
}

impl Way {
    fn batches(size: Size) -> Way {
        let traffic = Rc::new(RefCell::new(Traffic::batches(size.bodies)));
        Way { name: "batches of 100", connections: 16, events_per_request: BATCH as f64, traffic }
    }

    fn singles(size: Size, after: &Way) -> Way {
        let mut traffic = Traffic::singles(size.bodies * 20);
        traffic.continue_after(&after.traffic.borrow());
        let traffic = Rc::new(RefCell::new(traffic));
        Way { name: "single calls", connections: 64, events_per_request: 1.0, traffic }
    }
}

impl Ingest {
    async fn set_up(bench: &Bench, place: Place, size: Size) -> Outcome<Ingest> {
        let this = std::env::current_exe().map_err(|error| error.to_string())?;
        let stage = Stage::set_up(bench, place).await?;
        let (reads, parses) = (start(&this, Work::Read)?, start(&this, Work::Parse)?);
        Ok(Ingest { stage, reads, parses, size })
    }

    /// Fills the database and gives back some of its rows.
    async fn warm_up(&self, way: &Way) -> Outcome<Vec<Row>> {
        way.traffic.borrow_mut().set_key(&self.stage.keys.write);
        let plan = Plan::full(self.stage.server.address, way.connections, WARM_UP_LIMIT);
        let requests_max = self.size.events_before / BATCH as u64;
        self.stage.drive(Plan { requests_max, ..plan }, &way.traffic).await?;
        raw::rows(&self.stage.place, self.size.raw_rows).await
    }

    /// All rounds at full load; returns the events a second.
    async fn measure(&self, way: &Way, rows: &[Row], report: &mut Report) -> Outcome<f64> {
        let bytes = way.traffic.borrow().bytes_per_event();
        println!("\n{}, {} of {bytes:.0} bytes", self.stage.name(), way.name);
        let before = self.stage.recorded();
        let mut rounds = Vec::new();
        for _ in 0..self.size.rounds {
            rounds.push(self.round(way, rows).await?);
        }
        println!("  from {before} events to {}", self.stage.recorded());
        self.tell(way, &rounds, report)
    }

    async fn round(&self, way: &Way, rows: &[Row]) -> Outcome<Round> {
        let read_only = self.baseline(&self.reads, way).await?;
        let parse_only = self.baseline(&self.parses, way).await?;
        let raw = if rows.is_empty() {
            None
        } else {
            let place = &self.stage.place;
            let small = raw::rate(place, rows, BATCH).await?;
            Some([small, raw::rate(place, rows, LARGE_COMMIT).await?])
        };
        let plan = Plan::full(self.stage.server.address, way.connections, self.size.lasting);
        let (load, cpu) = self.stage.drive(plan, &way.traffic).await?;
        println!(
            "  {:.0} events/s, ack p50 {:.2} ms, p99 {:.2} ms, server {:.1} µs/event; others used {:.2} processors",
            load.events_per_second(),
            load.p50_ms(),
            load.p99_ms(),
            cpu.server / load.events as f64 * 1e6,
            cpu.others() / load.seconds
        );
        Ok(Round { load, cpu, read_only, parse_only, raw })
    }

    async fn baseline(&self, server: &Server, way: &Way) -> Outcome<Rate> {
        let cpu_before = server.cpu_seconds();
        let plan = Plan::full(server.address, way.connections, self.size.baseline_lasting);
        let load = drive(plan, &way.traffic).await.map_err(|error| error.to_string())?;
        let cpu_us = (server.cpu_seconds() - cpu_before) / load.events as f64 * 1e6;
        Ok(Rate { per_second: load.events_per_second(), cpu_us })
    }

    fn tell(&self, way: &Way, rounds: &[Round], report: &mut Report) -> Outcome<f64> {
        let engine = self.stage.name();
        let of = |get: &dyn Fn(&Round) -> f64| median(rounds.iter().map(get));
        let rate = of(&|round| round.load.events_per_second());
        let cpu_us =
            of(&|round| (round.cpu.server + round.cpu.engine) / round.load.events as f64 * 1e6);
        let what = format!("ingest, {}", way.name);
        let mut compare = |name: &str, get: &dyn Fn(&Round) -> Rate| {
            report.figure(what.clone(), &engine, rate, "events/s");
            report.against(name, of(&|round| get(round).per_second));
            report.figure(format!("{what}: processor time"), &engine, cpu_us, "µs/event");
            report.against(name, of(&|round| get(round).cpu_us));
        };
        if rounds.iter().all(|round| round.raw.is_some()) {
            let raw = |round: &Round, nth: usize| round.raw.map_or(Rate::default(), |raw| raw[nth]);
            compare("raw insert, 100 a commit", &|round| raw(round, 0));
            compare("raw insert, 10,000 a commit", &|round| raw(round, 1));
        }
        compare("server that only parses", &|round| round.parse_only);
        compare("server that only reads", &|round| round.read_only);
        let mut figure = |name: &str, get: &dyn Fn(&Round) -> f64, unit| {
            report.figure(format!("{what}: {name}"), &engine, of(get), unit);
        };
        let per_event = |seconds: f64, round: &Round| seconds / round.load.events as f64 * 1e6;
        figure("ack p50, full load", &|round| round.load.p50_ms(), "ms");
        figure("ack p99, full load", &|round| round.load.p99_ms(), "ms");
        figure("generator's processor time", &|r| per_event(r.cpu.generator, r), "µs/event");
        if matches!(self.stage.place, Place::Postgres { .. }) {
            figure("of it PostgreSQL's", &|r| per_event(r.cpu.engine, r), "µs/event");
        }
        figure("refused (429)", &|round| round.load.refused as f64, "requests");
        figure("used by others", &|r| r.cpu.others() / r.load.seconds, "processors");
        report.tell()?;
        Ok(rate)
    }

    /// Answers while half of what is possible comes, evenly.
    async fn half_load(&self, way: &Way, rate: f64, report: &mut Report) -> Outcome {
        let engine = self.stage.name();
        let pace = rate / 2.0 / way.events_per_request;
        let plan = Plan::full(self.stage.server.address, CONNECTIONS_PACED, self.size.lasting);
        let plan = plan.paced(pace);
        let mut loads = Vec::new();
        for _ in 0..self.size.rounds {
            loads.push(self.stage.drive(plan, &way.traffic).await?.0);
        }
        let of = |get: fn(&Measured) -> f64| median(loads.iter().map(get));
        let mut figure = |name: &str, value: f64, unit| {
            report.figure(format!("ingest, {}: {name}", way.name), &engine, value, unit);
        };
        figure("rate at half load", of(Measured::events_per_second), "events/s");
        figure("ack p50, half load", of(Measured::p50_ms), "ms");
        figure("ack p99, half load", of(Measured::p99_ms), "ms");
        report.tell()
    }

    /// Sees that everything that was answered is there, how much room it takes, and stops.
    async fn take_down(self, way: &Way, report: &mut Report) -> Outcome {
        let Stage { place, server, .. } = &self.stage;
        let (answered, stored) = (self.stage.recorded(), raw::count(place).await?);
        if answered != stored {
            return Err(format!("{answered} events were answered with 200, {stored} are stored"));
        }
        let engine = self.stage.name();
        report.figure("ingest: memory of the server", &engine, server.memory_mb(), "MB");
        let place = place.clone();
        self.stage.server.stop()?;
        let bytes = raw::bytes(&place).await? as f64 / stored as f64;
        report.figure("ingest: room on the disk", &engine, bytes, "bytes/event");
        report.against("size of a call", way.traffic.borrow().bytes_per_event());
        report.tell()?;
        place.remove()
    }
}

fn start(this: &Path, work: Work) -> Outcome<Server> {
    Server::start(this, &["serve".to_string(), work.name().to_string()])
}
