//! What is typed, and what is shown.

use expect_test::{Expect, expect};

use crate::search::query::Query;
use crate::search::snippet::snippet;

#[test]
fn what_is_typed_becomes_words_and_phrases() {
    let check = |typed: &str, sqlite: &str, postgres: &str| {
        let query = Query::parse(typed);
        assert_eq!(
            (query.for_sqlite().as_str(), query.for_postgres().as_str()),
            (sqlite, postgres)
        );
    };
    check("Żółw kawa", "\"zolw\"* AND \"kawa\"*", "'zolw':* & 'kawa':*");
    check(
        "„do wtorku” W-1042",
        "\"do wtorku\" AND \"w\" AND \"1042\"*",
        "('do' <-> 'wtorku') & ('w') & '1042':*",
    );
    check(
        "ceai \"lăsat la ușă",
        "\"ceai\"* AND \"lasat la usa\"",
        "'ceai':* & ('lasat' <-> 'la' <-> 'usa')",
    );
    check(
        "NEAR(a b) OR * -x",
        "\"near\"* AND \"a\" AND \"b\" AND \"or\"* AND \"x\"",
        "'near':* & ('a') & ('b') & 'or':* & ('x')",
    );
    check(" \"\" … '", "", "");
}

#[test]
fn the_words_are_shown_where_they_stand() {
    let check = |text: &str, typed: &str, expected: Expect| {
        let pieces = snippet(text, &Query::parse(typed));
        let marked = pieces.iter().map(|piece| {
            if piece.is_hit { format!("[{}]", piece.text) } else { piece.text.clone() }
        });
        expected.assert_eq(&marked.collect::<String>());
    };
    check("Czy żółwie\nsą w sklepie?", "zolw", expect!["Czy [żółwie] są w sklepie?"]);
    check("Nothing of it", "kawa", expect!["Nothing of it"]);
    let long = format!("{}the grinder is broken {}", "and so on ".repeat(20), "and on ".repeat(40));
    check(
        &long,
        "grinder",
        expect![
            "…so on and so on and so on and so on and so on the [grinder] is broken and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on and on …"
        ],
    );
    check("", "x", expect![""]);
}
