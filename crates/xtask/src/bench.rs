//! `cargo x bench`: how fast it is, against baselines that do less; the figures go to docs/bench.tsv.
//!
//! What is measured and how: crates/bench.

use std::process::Command;

use crate::Outcome;
use crate::install::{self, POSTGRES};
use crate::postgres::{Durability, Postgres};
use crate::step::{cargo, root, run as run_command, scratch, step};

/// Arguments go to the program: `cargo x bench --quick`, `cargo x bench lookup`.
pub fn run(arguments: &[String]) -> Outcome {
    let build = ["build", "--release", "--package", "onedoor", "--package", "bench"];
    step("build onedoor and the benchmarks", || run_command(&mut cargo(&build)))?;
    let target = scratch()?;
    let mut bench = Command::new(target.join("release/bench"));
    bench.args(arguments).current_dir(root());
    bench.arg("--scratch").arg(target.join("bench-data"));
    let is_quick = arguments.iter().any(|argument| argument == "--quick");
    if is_quick {
        return run_command(&mut bench);
    }
    bench.arg("--tsv").arg(root().join("docs/bench.tsv"));
    install::debian(&[POSTGRES])?;
    let postgres = step("start PostgreSQL", || Postgres::start(Durability::Disk))?;
    run_command(bench.args(["--postgres", postgres.url()]))
}
