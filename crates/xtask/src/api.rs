//! `cargo x api`: other people's judges of our public API.
//!
//! `openapi-spec-validator` judges the document, `jsonschema` the answers of the running server by its schemas,
//! `standardwebhooks` the signatures of our calls: tests/api/judge.py. `schemathesis` tries all that the document allows and
//! much that it does not, and finds no fault of ours (no 5xx): tests/api/stranger.py.

use std::process::Command;

use crate::Outcome;
use crate::install::{self, PYTHON};
use crate::step::{cargo, onedoor, root, run as run_command, scratch, step};

pub fn run(_: &[String]) -> Outcome {
    let folder = root().join("tests/api");
    let venv = scratch()?.join("api-python");
    install::debian(&[PYTHON])?;
    step("install the judges", || install::python(&folder.join("requirements.txt"), &venv))?;
    // All targets, as the tests build them: the same features, so that nothing is compiled twice.
    let build = ["build", "--workspace", "--all-targets"];
    step("build onedoor", || run_command(&mut cargo(&build)))?;
    for (what, file) in [
        ("the public API before its judges", "judge.py"),
        ("a stranger tries everything", "stranger.py"),
    ] {
        step(what, || {
            let mut judge = Command::new(venv.join("bin/python"));
            judge.arg(file).current_dir(&folder).env("ONEDOOR_BIN", onedoor()?);
            run_command(&mut judge)
        })?;
    }
    Ok(())
}
