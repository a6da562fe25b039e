//! The house rules, as a test.
//!
//! Each rule reads the repository's own files and names every place that breaks it, as `file:line`,
//! with the remedy. A rule is a pure function from [`source::Source`]s to [`source::Finding`]s, in
//! a module with tests of its own:
//!
//! | module | holds |
//! | --- | --- |
//! | [`layering`] | a crate uses only the crates below it; rules decide without database or clock |
//! | [`tables`] | a table is written by one slice |
//! | [`sizes`] | files and functions fit on a screen or a few |
//! | [`words`] | what may not be written anywhere |

mod layering;
mod mask;
mod sizes;
mod source;
mod tables;
mod words;

use source::{Finding, Source};

#[test]
fn a_crate_uses_only_the_crates_below_it() {
    hold(layering::crates);
}

#[test]
fn kit_has_never_heard_of_a_customer() {
    hold(layering::vocabulary);
}

#[test]
fn rules_decide_without_database_or_clock() {
    hold(layering::pure_rules);
}

#[test]
fn a_table_is_written_by_one_slice() {
    hold(tables::owners);
}

#[test]
fn files_and_functions_are_short() {
    hold(sizes::files);
    hold(sizes::functions);
}

#[test]
fn nothing_is_written_that_may_not_be() {
    hold(words::code);
    hold(words::text);
    hold(words::module_docs);
}

/// Fails with everything that the rule finds in the repository, one line each.
fn hold(rule: fn(&[Source]) -> Vec<Finding>) {
    let findings = rule(&source::repository());
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(findings.is_empty(), "\n\n{}\n", lines.join("\n"));
}
