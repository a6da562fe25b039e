//! `cargo x crash`: kill -9 during ingest, on both engines, many times.
//!
//! The test itself is crates/onedoor/tests/crash; the ordinary run of all tests does a few rounds of it.

use crate::Outcome;
use crate::install::{self, POSTGRES};
use crate::step::{cargo, number, run as run_command, step};
use crate::test::{TEST_POSTGRES, with_postgres};

/// Over both engines together.
const ROUNDS: u64 = 100;

/// `cargo x crash [--rounds N]`
pub fn run(arguments: &[String]) -> Outcome {
    let rounds = number(arguments, "--rounds", ROUNDS)?;
    install::debian(&[POSTGRES])?;
    with_postgres(|postgres| {
        step(&format!("{rounds} rounds of kill -9"), || {
            // One engine after the other: each gets the whole machine, and the output stays readable.
            let test = ["test", "--workspace", "--test", "crash", "--", "--nocapture"];
            let mut command = cargo(&test);
            command.arg("--test-threads=1");
            command.env(TEST_POSTGRES, postgres);
            command.env("ONEDOOR_CRASH_ROUNDS", rounds.div_ceil(2).to_string());
            run_command(&mut command)
        })
    })
}
