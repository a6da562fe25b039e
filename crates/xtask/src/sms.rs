//! `cargo x sms`: conversations by real SMS centres.
//!
//! The tests themselves are crates/engage/tests/sms; the SMPP centre is tests/sms/smsc.mjs.

use crate::Outcome;
use crate::install::{self, KANNEL};
use crate::step::{cargo, root, run as run_command, step};

/// Arguments choose tests: `cargo x sms kannel`.
pub fn run(arguments: &[String]) -> Outcome {
    let folder = root().join("tests/sms");
    install::debian(&[KANNEL])?;
    step("install the SMPP centre and the judge", || install::npm(&folder))?;
    step("SMS by real centres", || {
        // One after the other: each starts servers of its own.
        let test = ["test", "--workspace", "--test", "sms", "--", "--ignored", "--test-threads=1"];
        let mut command = cargo(&test);
        command.args(arguments);
        command.env("ONEDOOR_SMS_TESTS", &folder);
        run_command(&mut command)
    })
}
