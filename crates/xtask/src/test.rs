//! `cargo x test`: all that must hold, on both engines, on a machine that has only Rust and Node.
//!
//! In order: format, lints, Rust tests (SQLite and a real PostgreSQL), doc tests, then the
//! [`SUITES`] that drive the finished program from outside. The first thing that fails ends the
//! run.

use std::process::Command;

use crate::install::{self, BROWSER, POPPLER, POSTGRES, PYTHON};
use crate::postgres::{Durability, Postgres};
use crate::step::{cargo, run as run_command, step, succeeds};
use crate::{
    Outcome, Run, api, clients, doors, fuzz, lint, payments, phone, shops, sms, social, story,
};

/// Where the tests look for the second engine: each makes a database of its own there.
pub const TEST_POSTGRES: &str = "ONEDOOR_TEST_POSTGRES";

/// What drives the finished program from outside. `--fast` leaves these out.
const SUITES: &[(&str, Run)] = &[
    ("clients", clients::run),
    ("api", api::run),
    ("doors", doors::run),
    ("sms", sms::run),
    ("social", social::run),
    ("payments", payments::run),
    ("phone", phone::run),
    ("shops", shops::run),
    ("fuzz", fuzz::run),
    ("retail", story::retail_sample),
    ("omnichannel", story::omnichannel),
    ("chat", story::chat),
    ("elsewhere", story::elsewhere),
    ("conversation", story::conversation),
    ("telephone", story::phone),
    ("demo", story::demo),
    ("now", story::now),
    ("till", story::till),
    ("shop", story::shop),
];

/// `cargo x test [--fast] [FILTER…]`: with a filter only the Rust tests that it names.
pub fn run(arguments: &[String]) -> Outcome {
    let fast = arguments.iter().any(|argument| argument == "--fast");
    let filter: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|&argument| argument != "--fast").collect();
    if !filter.is_empty() {
        install::debian(&[POSTGRES, POPPLER])?;
        return with_postgres(|postgres| rust_tests(postgres, &filter));
    }
    let needs: &[_] =
        if fast { &[POSTGRES, POPPLER] } else { &[POSTGRES, POPPLER, BROWSER, PYTHON] };
    install::debian(needs)?;
    lint::run(&[])?;
    with_postgres(|postgres| {
        rust_tests(postgres, &[])?;
        let suites = if fast { &[] } else { SUITES };
        suites.iter().try_for_each(|(name, suite)| step(name, || suite(&[])))
    })
}

/// Lends the work an engine: the one that the developer names, else one of our own that ends with
/// the work.
pub fn with_postgres(work: impl FnOnce(&str) -> Outcome) -> Outcome {
    if let Some(url) = std::env::var_os(TEST_POSTGRES) {
        let url = url.into_string().map_err(|_| format!("{TEST_POSTGRES} is not text"))?;
        println!("tests use the PostgreSQL that {TEST_POSTGRES} names");
        return work(&url);
    }
    let postgres = step("start PostgreSQL", || Postgres::start(Durability::Memory))?;
    work(postgres.url())
}

fn rust_tests(postgres: &str, filter: &[&str]) -> Outcome {
    let prepared = |arguments: &[&str]| {
        let mut command = cargo(arguments);
        command.env(TEST_POSTGRES, postgres);
        command
    };
    // `cargo test` runs the doc tests too; nextest, which is faster for the rest, cannot.
    if !has_nextest() {
        return step("tests", || run_command(prepared(&["test", "--workspace"]).args(filter)));
    }
    step("tests", || run_command(prepared(&["nextest", "run", "--workspace"]).args(filter)))?;
    if filter.is_empty() {
        step("doc tests", || {
            run_command(&mut prepared(&["test", "--workspace", "--doc", "--quiet"]))
        })?;
    }
    Ok(())
}

fn has_nextest() -> bool {
    succeeds(Command::new("cargo").args(["nextest", "--version"]))
}
