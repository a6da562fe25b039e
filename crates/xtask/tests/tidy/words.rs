//! What may not be written: in code, and in any text.

use crate::source::{Finding, Source, words};

/// Not in Rust code, and the remedy. The second column tells whether tests may.
const CODE: &[(&str, bool, &str)] = &[
    (".unwrap()", true, "return an error, or `expect(…)` with why it cannot fail"),
    ("#[allow(", false, "use #[expect(…, reason = \"…\")], which says when it is no longer needed"),
    (
        "#![allow(",
        false,
        "use #![expect(…, reason = \"…\")], which says when it is no longer needed",
    ),
];

/// Not in any text: whole words, whatever their case. They are split here so that this file passes
/// too.
const TEXT: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "do it, or file an issue"),
    (concat!("FIX", "ME"), "fix it, or file an issue"),
    (concat!("/wo", "rk/"), "name the path from the repository's root"),
    (concat!("/ro", "ot/"), "name the path from the repository's root"),
    (concat!("registry.", "npmjs.org"), "name the package, not where it is served"),
    (concat!("files.", "pythonhosted.org"), "name the package, not where it is served"),
    (concat!("pypi.", "org"), "name the package, not where it is served"),
    (concat!("static.", "crates.io"), "name the package, not where it is served"),
    (concat!("clau", "de"), "name no tool that a text was written with"),
    (concat!("anth", "ropic"), "name no tool that a text was written with"),
    (concat!("chat", "gpt"), "name no tool that a text was written with"),
    (concat!("copi", "lot"), "name no tool that a text was written with"),
];

/// Words of [`CODE`] in Rust.
pub fn code(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.extension() == "rs") {
        for (word, tests_may, remedy) in CODE {
            let places = source.words(word).filter(|at| !(*tests_may && source.is_test(*at)));
            findings.extend(places.map(|at| source.finding(at, format!("`{word}`; {remedy}"))));
        }
    }
    findings
}

/// Words of [`TEXT`], tabs, and blanks at the end of a line, in every file.
pub fn text(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        // Only ASCII changes its case, so that places stay the same.
        let lower = source.text.to_ascii_lowercase();
        for (word, remedy) in TEXT {
            let wanted = word.to_ascii_lowercase();
            let is_shouted = word.bytes().all(|byte| byte.is_ascii_uppercase());
            let places = words(&lower, &wanted)
                .filter(|at| !is_shouted || source.text[*at..].starts_with(word));
            findings.extend(places.map(|at| source.finding(at, format!("`{word}`; {remedy}"))));
        }
        let mut at = 0;
        for line in source.text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            if content.ends_with([' ', '\t']) {
                findings.push(source.finding(at, "blanks at the end of the line; remove them"));
            } else if content.contains('\t') {
                findings.push(source.finding(at, "a tab; use spaces"));
            }
            at += line.len();
        }
    }
    findings
}

/// A folder's first file says what the folder is.
pub fn module_docs(sources: &[Source]) -> Vec<Finding> {
    let first = sources.iter().filter(|source| matches!(source.file_name(), "mod.rs" | "lib.rs"));
    let bare = first.filter(|source| !source.text.starts_with("//!"));
    let message = "no description; begin with `//!` and one sentence that a shopkeeper understands";
    bare.map(|source| source.finding(0, message)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: fn(&[Source]) -> Vec<Finding>, path: &str, text: &str, expected: &[&str]) {
        let findings = rule(&[Source::new(path, text)]);
        let found: Vec<String> = findings.iter().map(Finding::to_string).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn unwrap_is_for_tests() {
        let text = "fn a() {\n  b().unwrap();\n  // .unwrap()\n}\n#[cfg(test)]\nmod tests { fn c() { d().unwrap() } }\n";
        check(
            code,
            "crates/kit/src/a.rs",
            text,
            &[
                "crates/kit/src/a.rs:2: `.unwrap()`; return an error, or `expect(…)` with why it cannot fail",
            ],
        );
        check(code, "crates/kit/tests/a.rs", text, &[]);
    }

    #[test]
    fn allow_is_for_nobody() {
        check(
            code,
            "crates/kit/tests/a.rs",
            concat!("#[all", "ow(dead_code)]\n"),
            &[
                "crates/kit/tests/a.rs:1: `#[allow(`; use #[expect(…, reason = \"…\")], which says when it is no longer needed",
            ],
        );
    }

    #[test]
    fn words_and_blanks_are_found_in_any_text() {
        check(
            text,
            "a.md",
            concat!("todo\nTO", "DO: x\n"),
            &[concat!("a.md:2: `TO", "DO`; do it, or file an issue")],
        );
        check(
            text,
            "a.md",
            concat!("see /ro", "ot/a\n"),
            &[concat!("a.md:1: `/ro", "ot/`; name the path from the repository's root")],
        );
        check(
            text,
            "a.css",
            "a \n\tb\nc\n",
            &["a.css:1: blanks at the end of the line; remove them", "a.css:2: a tab; use spaces"],
        );
    }

    #[test]
    fn a_folder_says_what_it_is() {
        let path = "crates/kit/src/db/mod.rs";
        check(module_docs, path, "//! One text for two engines.\n", &[]);
        check(
            module_docs,
            path,
            "use a;\n",
            &[
                "crates/kit/src/db/mod.rs:1: no description; begin with `//!` and one sentence that a shopkeeper understands",
            ],
        );
    }
}
