//! `cargo x social`: unmodified clients of Telegram and WhatsApp take our simulators for the real thing.
//!
//! The tests themselves are in tests/social. That our own doors work with the simulators is a Rust test
//! (crates/onedoor/src/simulate/tests): so what our doors are tried against is what others' clients understand.

use std::process::Command;

use crate::Outcome;
use crate::install::{self, PYTHON};
use crate::step::{cargo, onedoor, root, run as run_command, scratch, step};

/// Arguments choose tests: `cargo x social -k refusals`.
pub fn run(arguments: &[String]) -> Outcome {
    let folder = root().join("tests/social");
    let venv = scratch()?.join("social-python");
    install::debian(&[PYTHON])?;
    step("install the clients", || install::python(&folder.join("requirements.txt"), &venv))?;
    // All targets, as the tests build them: the same features, so that nothing is compiled twice.
    let build = ["build", "--workspace", "--all-targets"];
    step("build onedoor", || run_command(&mut cargo(&build)))?;
    step("clients against the simulators", || {
        let mut python = Command::new(venv.join("bin/python"));
        python.args(["-m", "unittest", "discover", "--pattern", "*_test.py"]).args(arguments);
        python.current_dir(&folder).env("ONEDOOR_BIN", onedoor()?);
        run_command(&mut python)
    })
}
