//! Events in, over HTTP: batches of 100 and single calls, each answered when it is committed.
//!
//! A round drives the baselines and then the server, one after the other; between them everyone settles. The
//! server's processor time counts until its index is written, which goes on after the last answer.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use kit::Clock;

use crate::baseline::Work;
use crate::http::Connection;
use crate::load::{Measured, Plan, drive};
use crate::process::{Server, machine_cpu_seconds, own_cpu_seconds};
use crate::raw::{self, Row};
use crate::report::{Report, median};
use crate::store::{Engine, Keys, Place};
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

const BATCH: f64 = 100.0;
const SETTLE_LIMIT: Duration = Duration::from_secs(120);

/// One way to send.
struct Way {
    name: &'static str,
    connections: usize,
    events_per_request: f64,
    traffic: Rc<RefCell<Traffic>>,
}

/// What is running during a measurement.
struct Stage {
    place: Place,
    engine: Engine,
    server: Server,
    reads: Server,
    parses: Server,
    keys: Keys,
    size: Size,
    /// Events that the server has answered for so far.
    recorded: Cell<u64>,
}

/// One round.
#[derive(Default)]
struct Round {
    load: Measured,
    server_cpu: f64,
    engine_cpu: f64,
    own_cpu: f64,
    others_cores: f64,
    read_only: f64,
    parse_only: f64,
    raw_small: f64,
    raw_large: f64,
}

/// Batches on SQLite.
pub async fn quick(bench: &Bench, report: &mut Report) -> Outcome {
    let place = Place::new_sqlite(bench.scratch.join("ingest"), "full")?;
    let stage = Stage::set_up(bench, place, QUICK).await?;
    let mut batches = Way::batches(QUICK);
    let rows = stage.warm_up(&mut batches).await?;
    stage.measure(&batches, &rows, report).await?;
    stage.take_down().await
}

pub async fn all(bench: &Bench, report: &mut Report) -> Outcome {
    for synchronous in ["full", "normal"] {
        let folder = bench.scratch.join(format!("ingest-{synchronous}"));
        let place = Place::new_sqlite(folder, synchronous)?;
        both_ways(Stage::set_up(bench, place, FULL).await?, report).await?;
    }
    match &bench.postgres {
        Some(url) => {
            let place = Place::new_postgres(url, "bench_ingest").await?;
            both_ways(Stage::set_up(bench, place, POSTGRES).await?, report).await
        }
        None => Ok(()),
    }
}

async fn both_ways(stage: Stage, report: &mut Report) -> Outcome {
    let mut batches = Way::batches(stage.size);
    let rows = stage.warm_up(&mut batches).await?;
    let rate = stage.measure(&batches, &rows, report).await?;
    stage.half_load(&batches, rate, report).await?;
    let singles = Way::singles(stage.size, &batches);
    let rate = stage.measure(&singles, &[], report).await?;
    stage.half_load(&singles, rate, report).await?;
    stage.take_down().await
}

impl Way {
    fn batches(size: Size) -> Way {
        let traffic = Rc::new(RefCell::new(Traffic::batches(size.bodies)));
        Way { name: "batches of 100", connections: 16, events_per_request: BATCH, traffic }
    }

    fn singles(size: Size, after: &Way) -> Way {
        let mut traffic = Traffic::singles(size.bodies * 20);
        traffic.continue_after(&after.traffic.borrow());
        let traffic = Rc::new(RefCell::new(traffic));
        Way { name: "single calls", connections: 64, events_per_request: 1.0, traffic }
    }
}

impl Stage {
    async fn set_up(bench: &Bench, place: Place, size: Size) -> Outcome<Stage> {
        let this = std::env::current_exe().map_err(|error| error.to_string())?;
        let baseline = |work: Work| start_baseline(&this, work);
        let keys = place.add_door(&bench.onedoor)?;
        Ok(Stage {
            engine: place.engine_process().await?,
            server: place.serve(&bench.onedoor)?,
            reads: baseline(Work::Read)?,
            parses: baseline(Work::Parse)?,
            place,
            keys,
            size,
            recorded: Cell::new(0),
        })
    }

    /// Fills the database and gives back some of its rows.
    async fn warm_up(&self, way: &mut Way) -> Outcome<Vec<Row>> {
        way.traffic.borrow_mut().set_key(&self.keys.write);
        let bytes = way.traffic.borrow().bytes_per_event();
        println!("\n{}: {bytes:.0} bytes a call", self.place.engine());
        let plan = Plan::full(self.server.address, way.connections, Duration::from_secs(600));
        let requests_max = self.size.events_before / way.events_per_request as u64;
        self.drive(Plan { requests_max, ..plan }, way).await?;
        settle(&self.server).await?;
        raw::rows(&self.place, self.size.raw_rows).await
    }

    async fn drive(&self, plan: Plan, way: &Way) -> Outcome<Measured> {
        let load = drive(plan, &way.traffic).await;
        let load = load.map_err(|error| format!("{}: {error}", way.name))?;
        if plan.address == self.server.address {
            self.recorded.set(self.recorded.get() + load.events);
        }
        Ok(load)
    }

    /// All rounds at full load; returns the events a second.
    async fn measure(&self, way: &Way, rows: &[Row], report: &mut Report) -> Outcome<f64> {
        let before = self.recorded.get();
        let mut rounds = Vec::new();
        for _ in 0..self.size.rounds {
            rounds.push(self.round(way, rows).await?);
        }
        println!("{}: {before} to {} events were there", way.name, self.recorded.get());
        self.tell(way, &rounds, report)
    }

    async fn round(&self, way: &Way, rows: &[Row]) -> Outcome<Round> {
        let mut round = Round::default();
        let baseline = |server: &Server| {
            Plan::full(server.address, way.connections, self.size.baseline_lasting)
        };
        round.read_only = self.drive(baseline(&self.reads), way).await?.events_per_second();
        round.parse_only = self.drive(baseline(&self.parses), way).await?.events_per_second();
        if !rows.is_empty() {
            round.raw_small = raw::rate(&self.place, rows, BATCH as usize).await?;
            round.raw_large = raw::rate(&self.place, rows, 10_000).await?;
        }
        let before = self.cpu();
        let plan = Plan::full(self.server.address, way.connections, self.size.lasting);
        round.load = self.drive(plan, way).await?;
        let own_after = own_cpu_seconds();
        settle(&self.server).await?;
        let after = self.cpu();
        let [server, engine, own, machine] = std::array::from_fn(|i| after[i] - before[i]);
        (round.server_cpu, round.engine_cpu) = (server, engine);
        round.own_cpu = own_after - before[2];
        round.others_cores = (machine - server - engine - own) / round.load.seconds;
        println!(
            "  {:>8.0} events/s, p50 {:.2} ms, p99 {:.2} ms; parse only {:.0}; others used {:.2} processors",
            round.load.events_per_second(),
            round.load.p50_ms(),
            round.load.p99_ms(),
            round.parse_only,
            round.others_cores
        );
        Ok(round)
    }

    /// Processor seconds so far: server, engine, this process, the whole machine.
    fn cpu(&self) -> [f64; 4] {
        let engine = self.engine.cpu_seconds();
        [self.server.cpu_seconds(), engine, own_cpu_seconds(), machine_cpu_seconds()]
    }

    fn tell(&self, way: &Way, rounds: &[Round], report: &mut Report) -> Outcome<f64> {
        let engine = self.place.engine();
        let of = |get: fn(&Round) -> f64| median(rounds.iter().map(get));
        let rate = of(|round| round.load.events_per_second());
        let (what, unit) = (format!("ingest, {}", way.name), "events/s");
        if of(|round| round.raw_small) > 0.0 {
            report.figure(what.clone(), &engine, rate, unit);
            report.against("raw insert, 100 a commit", of(|round| round.raw_small));
            report.figure(what.clone(), &engine, rate, unit);
            report.against("raw insert, 10,000 a commit", of(|round| round.raw_large));
        }
        report.figure(what.clone(), &engine, rate, unit);
        report.against("server that only parses", of(|round| round.parse_only));
        report.figure(what.clone(), &engine, rate, unit);
        report.against("server that only reads", of(|round| round.read_only));
        let mut figure = |name: &str, value: f64, unit| {
            report.figure(format!("{what}: {name}"), &engine, value, unit);
        };
        figure("ack p50, full load", of(|round| round.load.p50_ms()), "ms");
        figure("ack p99, full load", of(|round| round.load.p99_ms()), "ms");
        let per_event = |get: fn(&Round) -> f64| {
            median(rounds.iter().map(|round| get(round) / round.load.events as f64 * 1e6))
        };
        figure("server's processor time", per_event(|round| round.server_cpu), "µs/event");
        if of(|round| round.engine_cpu) > 0.0 {
            figure("PostgreSQL's processor time", per_event(|round| round.engine_cpu), "µs/event");
        }
        figure("generator's processor time", per_event(|round| round.own_cpu), "µs/event");
        figure("refused (429)", of(|round| round.load.refused as f64), "requests");
        figure("processors used by others", of(|round| round.others_cores), "cores");
        figure("memory of the server", self.server.memory_mb(), "MB");
        report.tell()?;
        Ok(rate)
    }

    /// Answers while half of what is possible comes, evenly.
    async fn half_load(&self, way: &Way, rate: f64, report: &mut Report) -> Outcome {
        let engine = self.place.engine();
        let pace = rate / 2.0 / way.events_per_request;
        let plan = Plan::full(self.server.address, 4 * way.connections, self.size.lasting);
        let mut loads = Vec::new();
        for _ in 0..self.size.rounds {
            loads.push(self.drive(plan.paced(pace), way).await?);
            settle(&self.server).await?;
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

    /// Sees that everything that was answered is there, and stops.
    async fn take_down(self) -> Outcome {
        let (answered, stored) = (self.recorded.get(), raw::count(&self.place).await?);
        if answered != stored {
            return Err(format!("{answered} events were answered with 200, {stored} are stored"));
        }
        self.server.stop()?;
        if let Place::Sqlite { folder, .. } = &self.place {
            std::fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

fn start_baseline(this: &Path, work: Work) -> Outcome<Server> {
    Server::start(this, &["serve".to_string(), work.name().to_string()])
}

/// Waits until all events are in the index.
pub async fn settle(server: &Server) -> Outcome {
    let failed = |error: std::io::Error| format!("/health: {error}");
    let mut connection = Connection::open(server.address).await.map_err(failed)?;
    let started = Clock::System.now();
    loop {
        connection.ask(b"GET /health HTTP/1.1\r\nHost: onedoor\r\n\r\n").await.map_err(failed)?;
        let told: serde_json::Value =
            serde_json::from_slice(connection.body()).map_err(|error| error.to_string())?;
        if told["waiting_for_index"] == 0 {
            return Ok(());
        }
        if Clock::System.now().since(started) > SETTLE_LIMIT.as_micros() as i64 {
            return Err(format!("the index is behind for ever: {told}"));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
