//! `cargo x clients`: real tracking SDKs and a real browser, unmodified, against this build.
//!
//! The tests themselves are in tests/clients; start at its story.mjs.

use std::process::Command;

use crate::Outcome;
use crate::install::{self, BROWSER, PYTHON};
use crate::step::{cargo, onedoor, root, run as run_command, scratch, step};

/// Arguments go to Node's test runner: `cargo x clients --test-name-pattern=Chromium`.
pub fn run(arguments: &[String]) -> Outcome {
    let folder = root().join("tests/clients");
    let venv = scratch()?.join("clients-python");
    install::debian(&[BROWSER, PYTHON])?;
    step("install the SDKs", || {
        install::npm(&folder)?;
        install::python(&folder.join("requirements.txt"), &venv)
    })?;
    // All targets, as the tests build them: the same features, so that nothing is compiled twice.
    let build = ["build", "--workspace", "--all-targets"];
    step("build onedoor", || run_command(&mut cargo(&build)))?;
    step("SDKs against onedoor", || {
        let mut node = Command::new("node");
        node.arg("--test-reporter=spec").args(arguments).arg("run.mjs").current_dir(&folder);
        node.env("ONEDOOR_BIN", onedoor()?);
        node.env("ONEDOOR_PYTHON", venv.join("bin/python"));
        run_command(&mut node)
    })
}
