//! How fast Onedoor is: the finished server as a process, driven over HTTP, beside baselines that do less in the
//! same run. `cargo x bench` builds it, starts PostgreSQL and calls it.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`ingest`] | events in: batches and single calls |
//! | [`lookup`], [`joining`] | one customer's context, and one event that joins two, among a million |
//! | [`population`] | the million and their history, made once |
//! | [`talk`] | the inbox among ten million messages, messages on their way to it, open chats |
//! | [`shop`] | carts, prices and orders among a million carts; sixty-four buyers of one thing |
//! | [`traffic`] | what a shop's pages post, made before the clock runs |
//! | [`load`], [`http`] | the load generator |
//! | [`stage`], [`process`], [`store`] | the server as a process, and where its data lies |
//! | [`baseline`], [`raw`] | what the figures are compared with |
//! | [`report`] | the table and `docs/bench.tsv` |
//!
//! Every figure is the median of three rounds; each round measures the baselines beside it, because a machine is
//! never the same twice.

mod baseline;
mod http;
mod ingest;
mod joining;
mod load;
mod lookup;
mod population;
mod process;
mod random;
mod raw;
mod report;
mod shop;
mod stage;
mod store;
mod talk;
mod traffic;

use std::path::PathBuf;
use std::process::ExitCode;

use population::Population;
use report::Report;
use stage::Stage;
use store::Place;

/// As the server has: what the baselines do must not cost more than in it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Nothing, or one sentence that says what failed.
type Outcome<T = ()> = Result<T, String>;

const CUSTOMERS: usize = 1_000_000;
/// PostgreSQL's are made anew in each run: so many as it takes in within a minute or two.
const CUSTOMERS_POSTGRES: usize = 100_000;

const MESSAGES: usize = 10_000_000;

const USAGE: &str =
    "Usage: cargo x bench [WHAT…] [--quick] [--on ENGINE] [--customers N] [--messages N]

  ingest     events in, over HTTP: batches of 100 and single calls
  lookup     one customer's context, and an event that joins two, among 1,000,000 customers
  shop       carts, prices, orders: 10,000 variants, 1,000,000 carts, 200 promotions
  peers      carts of Vendure and Medusa servers (cargo x bench peers starts them); only when named
  talk       the inbox among 10,000,000 messages, a message's way to the agent, 10,000 open chats

Without WHAT: all of it, about 20 minutes. --quick: batches on SQLite only, half a minute.
--on sqlite or postgres: only there. --customers, --messages: fewer, for a try.";

/// What was asked for.
struct Bench {
    what: Vec<String>,
    engine: Option<String>,
    quick: bool,
    onedoor: PathBuf,
    scratch: PathBuf,
    tsv: Option<PathBuf>,
    postgres: Option<String>,
    customers: usize,
    messages: usize,
    /// Carts of other shops: files made by tests/shops/carts.mjs.
    peers: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("serve") => baseline::serve(arguments.get(1).map_or("", String::as_str)),
        _ => Bench::read(&arguments).and_then(|bench| bench.run()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

impl Bench {
    fn read(arguments: &[String]) -> Outcome<Bench> {
        let here = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut bench = Bench {
            what: Vec::new(),
            engine: None,
            quick: false,
            onedoor: here.with_file_name("onedoor"),
            scratch: "target/bench-data".into(),
            tsv: None,
            postgres: None,
            customers: CUSTOMERS,
            messages: MESSAGES,
            peers: Vec::new(),
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--quick" => bench.quick = true,
                "--on" => bench.engine = Some(value()?.clone()),
                "--onedoor" => bench.onedoor = value()?.into(),
                "--scratch" => bench.scratch = value()?.into(),
                "--tsv" => bench.tsv = Some(value()?.into()),
                "--customers" => bench.customers = number(argument, value()?)?,
                "--messages" => bench.messages = number(argument, value()?)?,
                "--peer" => bench.peers.push(value()?.into()),
                "--postgres" => bench.postgres = Some(value()?.clone()),
                "ingest" | "lookup" | "shop" | "peers" | "talk" => {
                    bench.what.push(argument.clone())
                }
                _ => return Err(USAGE.to_string()),
            }
        }
        Ok(bench)
    }

    fn wants(&self, what: &str) -> bool {
        self.what.is_empty() || self.what.iter().any(|wanted| wanted == what)
    }

    fn is_on(&self, engine: &str) -> bool {
        self.engine.as_deref().is_none_or(|only| only == engine)
    }

    fn run(&self) -> Outcome {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        let mut report = Report::new(self.tsv.clone());
        tokio::task::LocalSet::new().block_on(&runtime, self.measure(&mut report))
    }

    async fn measure(&self, report: &mut Report) -> Outcome {
        if self.quick {
            return ingest::quick(self, report).await;
        }
        if self.wants("ingest") {
            ingest::all(self, report).await?;
        }
        if self.wants("lookup") {
            self.among_many(report).await?;
        }
        if self.wants("shop") {
            shop::measure(self, report).await?;
        }
        if !self.peers.is_empty() {
            shop::peers::measure(self, report).await?;
        }
        if self.wants("talk") && self.is_on("sqlite") {
            talk::measure(self, report).await?;
        }
        Ok(())
    }

    /// Everything that is measured among many customers; each engine with as many as it takes in a few minutes.
    async fn among_many(&self, report: &mut Report) -> Outcome {
        if self.is_on("sqlite") {
            let population = Population::of(self.customers);
            println!("\nSQLite: {} customers and their history (made once)", self.customers);
            let place =
                population.at(&self.scratch.join(format!("customers-{}", self.customers)))?;
            among(&Stage::set_up(self, place).await?, population, report).await?;
        }
        let Some(url) = self.postgres.as_ref().filter(|_| self.is_on("postgres")) else {
            return Ok(());
        };
        let population = Population::of(self.customers.min(CUSTOMERS_POSTGRES));
        println!("\nPostgreSQL: {} customers and their history", population.customers);
        let place = Place::new_postgres(url, "bench_customers").await?;
        population.fill(&place)?;
        among(&Stage::set_up(self, place).await?, population, report).await
    }
}

fn number(flag: &str, value: &str) -> Outcome<usize> {
    value.parse().map_err(|_| format!("{flag} needs a number"))
}

async fn among(stage: &Stage, population: Population, report: &mut Report) -> Outcome {
    lookup::measure(stage, population, report).await?;
    joining::measure(stage, population, report).await?;
    let what = format!("memory of the server, {} customers", population.customers);
    report.figure(what, &stage.name(), stage.server.memory_mb(), "MB");
    let (bytes, events) = (raw::bytes(&stage.place).await?, raw::count(&stage.place).await?);
    let what = format!("room on the disk, {} customers", population.customers);
    report.figure(what, &stage.name(), bytes as f64 / events as f64, "bytes/event");
    report.tell()
}
