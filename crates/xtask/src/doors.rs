//! `cargo x doors`: the doors that talk, against the real servers with which merchants run them.
//!
//! The tests themselves are in crates/engage/tests/doors; they get the servers' addresses from here.

use crate::Outcome;
use crate::install;
use crate::mail::{MAIL, Mail};
use crate::step::{cargo, run as run_command, step};
use crate::test::{TEST_POSTGRES, with_postgres};

/// Arguments go to the test program: `cargo x doors email`.
pub fn run(arguments: &[String]) -> Outcome {
    install::debian(&[install::POSTGRES, MAIL])?;
    let mail = step("start a mail server and a mailbox", Mail::start)?;
    with_postgres(|postgres| {
        step("the doors against real servers", || {
            let mut command = cargo(&["test", "--workspace", "--test", "doors", "--"]);
            // One after the other: they share the servers.
            command.args(["--ignored", "--test-threads=1", "--nocapture"]).args(arguments);
            command.env(TEST_POSTGRES, postgres).envs(mail.environment());
            run_command(&mut command)
        })
    })
}
