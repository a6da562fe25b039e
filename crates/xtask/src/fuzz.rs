//! `cargo x fuzz`: libFuzzer against all that reads bytes of strangers, from the corpus in fuzz/corpus.
//!
//! Runs on stable Rust: what is under test is safe Rust, so no sanitizer is wanted, and the coverage that
//! libFuzzer steers by is made by flags that stable has. What it finds new is kept in target/fuzz and goes on from
//! there the next time; an input that crashes is named in the output and belongs, once it is mended, in the corpus.

use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::step::{number, root, run as run_command, scratch, step, succeeds};

const CARGO_FUZZ_VERSION: &str = "0.13.2";
const TARGETS: &[&str] = &["ingest", "identities", "events"];
/// For each target.
const SECONDS: u64 = 20;
/// One input may take so long, in seconds: whoever can send it could hold a thread.
const INPUT_SECONDS_MAX: u64 = 5;
/// Somewhat above what one call may have.
const INPUT_BYTES_MAX: u64 = 40 * 1024;

/// `cargo x fuzz [--seconds N] [TARGET]`
pub fn run(arguments: &[String]) -> Outcome {
    let seconds = number(arguments, "--seconds", SECONDS)?;
    let named = arguments.last().map(String::as_str).filter(|last| TARGETS.contains(last));
    let cargo_fuzz = cargo_fuzz()?;
    let scratch = scratch()?.join("fuzz");
    let fuzz = |arguments: &[&str], target: &str| {
        let mut command = Command::new(&cargo_fuzz);
        command.args(["fuzz", arguments[0], "--sanitizer=none", "--target-dir"]);
        command.arg(scratch.join("build")).args(&arguments[1..]).arg(target).current_dir(root());
        command
    };
    step("build the fuzz targets", || {
        TARGETS.iter().try_for_each(|target| run_command(&mut fuzz(&["build"], target)))
    })?;
    for target in TARGETS.iter().filter(|target| named.is_none_or(|named| named == **target)) {
        let found = scratch.join("found").join(target);
        std::fs::create_dir_all(&found).map_err(|error| format!("{}: {error}", found.display()))?;
        step(&format!("fuzz {target} for {seconds} s"), || {
            let mut command = fuzz(&["run"], target);
            command.arg(&found).arg(root().join("fuzz/corpus").join(target)).arg("--");
            command.arg(format!("-max_total_time={seconds}"));
            command.arg(format!("-timeout={INPUT_SECONDS_MAX}"));
            command.arg(format!("-max_len={INPUT_BYTES_MAX}"));
            command.arg(format!("-dict={}", root().join("fuzz/words.dict").display()));
            command.args(["-print_final_stats=1", "-verbosity=0", "-print_funcs=0"]);
            run_command(&mut command)
        })?;
    }
    Ok(())
}

/// The program cargo-fuzz: the developer's own, or one that is installed under target/.
fn cargo_fuzz() -> Outcome<PathBuf> {
    if succeeds(Command::new("cargo-fuzz").arg("--version")) {
        return Ok("cargo-fuzz".into());
    }
    let tools = scratch()?.join("tools");
    let program = tools.join("bin/cargo-fuzz");
    if !program.exists() {
        step("install cargo-fuzz", || {
            let mut install = Command::new("cargo");
            install.args(["install", "--locked", "--version", CARGO_FUZZ_VERSION, "cargo-fuzz"]);
            install.arg("--root").arg(&tools).current_dir(root());
            run_command(&mut install)
        })?;
    }
    Ok(program)
}
