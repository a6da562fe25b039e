//! What an answer of the sending server means.

use super::super::submit::{Fault, Step, judge};
use crate::connectors::Sent;

#[test]
fn each_answer_has_its_meaning() {
    let judged =
        |step, code, is_ours| match judge(&Fault { step, code, is_ours, text: "said".into() }) {
            Sent::Accepted { .. } => "accepted",
            Sent::Later { .. } => "later",
            Sent::Down { .. } => "down",
            Sent::Unanswered { .. } => "unanswered",
            Sent::Refused { .. } => "refused",
        };
    for (step, code, is_ours, meaning) in [
        // Nobody answers, or hangs up: all wait.
        (Step::Connect, None, false, "down"),
        (Step::Connect, Some(554), false, "down"),
        // It does not let us in: all wait, until somebody has mended the password.
        (Step::SignIn, Some(535), false, "down"),
        (Step::SignIn, Some(454), false, "down"),
        (Step::SignIn, None, true, "down"),
        (Step::Letter, Some(530), false, "down"),
        (Step::Letter, Some(421), false, "down"),
        // Broke in between.
        (Step::Letter, None, false, "down"),
        // This one, not now: grey-listed, mailbox full.
        (Step::Letter, Some(450), false, "later"),
        (Step::Letter, Some(452), false, "later"),
        // This one, never.
        (Step::Letter, Some(550), false, "refused"),
        (Step::Letter, Some(552), false, "refused"),
        (Step::Letter, None, true, "refused"),
    ] {
        assert_eq!(judged(step, code, is_ours), meaning, "{step:?} {code:?}");
    }
}
