//! `cargo x bench`: how fast it is, against baselines that do less; the figures go to docs/bench.tsv.
//!
//! What is measured and how: crates/bench.

use std::process::Command;

use crate::Outcome;
use crate::install::{self, POSTGRES};
use crate::postgres::{Durability, Postgres};
use crate::shops::Server;
use crate::step::{cargo, root, run as run_command, scratch, step};

/// Of each other shop.
const CARTS: &str = "64";

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
    bench.args(["--postgres", postgres.url()]);
    if arguments.iter().any(|argument| argument == "peers") {
        return before_peers(&mut bench, postgres.url());
    }
    run_command(&mut bench)
}

/// Other shops are started beside us, with carts in them.
fn before_peers(bench: &mut Command, postgres: &str) -> Outcome {
    let folder = root().join("tests/shops");
    step("install Vendure", || install::npm(&folder))?;
    step("install Medusa", || install::npm_without_optional(&folder.join("medusa")))?;
    let mut servers = Vec::new();
    for (name, script) in [("vendure", "vendure.mjs"), ("medusa", "medusa/server.mjs")] {
        let server = step(&format!("start {name}"), || Server::start(script, postgres))?;
        let file = scratch()?.join(format!("carts-of-{name}.json"));
        step(&format!("carts of {name}"), || {
            let out = std::fs::File::create(&file);
            let out = out.map_err(|error| format!("{}: {error}", file.display()))?;
            let mut carts = Command::new("node");
            carts.args(["carts.mjs", name, &server.url, CARTS]).current_dir(&folder);
            run_command(carts.stdout(out))
        })?;
        bench.arg("--peer").arg(&file);
        servers.push(server);
    }
    run_command(bench)
}
