//! `cargo x payments`: an order is paid by Stripe, before Stripe's own library.
//!
//! It signs the calls that we must believe, and its types and its own requests judge what we ask of Stripe. The test itself
//! is tests/payments/judge.mjs.

use std::process::Command;

use crate::Outcome;
use crate::install;
use crate::step::{cargo, onedoor, root, run as run_command, step};

pub fn run(_: &[String]) -> Outcome {
    let folder = root().join("tests/payments");
    step("install Stripe's library", || install::npm(&folder))?;
    // All targets, as the tests build them: the same features, so that nothing is compiled twice.
    let build = ["build", "--workspace", "--all-targets"];
    step("build onedoor", || run_command(&mut cargo(&build)))?;
    step("an order is paid by Stripe", || {
        let mut judge = Command::new("node");
        judge
            .args(["--test", "--test-force-exit", "judge.mjs"])
            .current_dir(&folder)
            .env("ONEDOOR_BIN", onedoor()?);
        run_command(&mut judge)
    })
}
