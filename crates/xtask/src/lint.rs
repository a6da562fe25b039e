//! The format and the lints.

use crate::Outcome;
use crate::step::{cargo, run as run_command, step};

/// `cargo x fmt`: formats.
pub fn format(_: &[String]) -> Outcome {
    run_command(&mut cargo(&["fmt", "--all"]))
}

/// `cargo x lint`: changes nothing, refuses everything.
pub fn run(_: &[String]) -> Outcome {
    step("format", || {
        run_command(&mut cargo(&["fmt", "--all", "--check"]))
            .map_err(|error| format!("{error}; `cargo x fmt` formats"))
    })?;
    step("clippy", || {
        let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
        run_command(&mut cargo(&clippy))
    })
}
