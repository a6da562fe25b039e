//! Saying what is done, doing it, and saying how long it took.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Instant;

use crate::Outcome;

/// Does one named piece of work; its time is printed whether it succeeds or not.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("\n» {name}");
    let started = Instant::now();
    let outcome = work();
    let seconds = started.elapsed().as_secs_f64();
    match outcome {
        Ok(_) => println!("✓ {name}: {seconds:.1} s"),
        Err(_) => println!("✗ {name}: failed after {seconds:.1} s"),
    }
    outcome
}

/// Prints the command line and runs it with this terminal; an exit status other than 0 is an error.
pub fn run(command: &mut Command) -> Outcome {
    let line = line_of(command);
    println!("$ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` ended with {status}")),
        Err(error) => Err(format!("`{line}` could not be started: {error}")),
    }
}

/// Whether the program is there and agrees; it prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// `cargo …` in the workspace's root folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root());
    command
}

/// The workspace's root folder: where cargo says it is now, since a folder may have been moved after the build.
pub fn root() -> &'static Path {
    static HERE: LazyLock<PathBuf> = LazyLock::new(|| {
        let built = || env!("CARGO_MANIFEST_DIR").into();
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(built, PathBuf::from)
    });
    HERE.ancestors().nth(2).expect("this crate lies at crates/xtask")
}

/// The program `onedoor` as `cargo build` leaves it: beside this program.
pub fn onedoor() -> Outcome<PathBuf> {
    Ok(this_program()?.with_file_name("onedoor"))
}

/// The folder for what the commands make and may be deleted: `target/`, or where cargo was told to
/// build.
pub fn scratch() -> Outcome<PathBuf> {
    let program = this_program()?;
    let target = program.ancestors().nth(2).expect("cargo builds into target/PROFILE/");
    Ok(target.to_path_buf())
}

fn this_program() -> Outcome<PathBuf> {
    std::env::current_exe().map_err(|error| format!("where this program lies is unknown: {error}"))
}

fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The number that follows a flag (`--rounds 20`), or else this one.
pub fn number(arguments: &[String], flag: &str, otherwise: u64) -> Outcome<u64> {
    let Some(at) = arguments.iter().position(|argument| argument == flag) else {
        return Ok(otherwise);
    };
    let number = arguments.get(at + 1).and_then(|number| number.parse().ok());
    number.ok_or_else(|| format!("{flag} needs a number"))
}
