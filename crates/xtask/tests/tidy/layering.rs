//! A crate uses only the crates below it, `kit` has never heard of a customer, and rules decide
//! without side effects.

use crate::source::{Finding, Source, closing};

/// Each crate of ours and those that it may use. The three in the middle meet on the timeline,
/// never in code.
const LAYERS: &[(&str, &[&str])] = &[
    ("kit", &[]),
    ("customers", &["kit"]),
    ("commerce", &["kit", "customers"]),
    ("engage", &["kit", "customers"]),
    ("insight", &["kit", "customers"]),
    ("onedoor", &["kit", "customers", "commerce", "engage", "insight"]),
    ("bench", &["kit", "customers", "commerce"]),
    ("xtask", &[]),
];

/// What a file of rules may not hold, and what to do instead.
const IMPURE: &[(&str, &str)] = &[
    ("async", "decide on values that the action has loaded"),
    ("await", "decide on values that the action has loaded"),
    ("sql!", "move the statement to the slice's store.rs"),
    ("db", "take the loaded values as arguments"),
    ("Clock", "take the time (kit::Time) as an argument"),
];

/// Checks `Cargo.toml` files and paths in code against [`LAYERS`].
pub fn crates(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        let Some(name) = source.crate_name() else { continue };
        let Some((_, below)) = LAYERS.iter().find(|(layer, _)| *layer == name) else {
            findings.push(
                source.finding(0, format!("crate {name} has no layer; give it a row in LAYERS")),
            );
            continue;
        };
        let above = LAYERS.iter().map(|(layer, _)| *layer);
        for other in above.filter(|other| *other != name && !below.contains(other)) {
            let uses = if source.file_name() == "Cargo.toml" {
                dependency_lines(source, other)
            } else if source.extension() == "rs" {
                crate_paths(source, other)
            } else {
                Vec::new()
            };
            let message =
                format!("{name} may not use {other}; move what both need to a crate below");
            findings.extend(uses.into_iter().map(|at| source.finding(at, &message)));
        }
    }
    findings
}

/// Code of `kit` that speaks of customers.
pub fn vocabulary(sources: &[Source]) -> Vec<Finding> {
    let kit = sources
        .iter()
        .filter(|source| source.crate_name() == Some("kit") && source.extension() == "rs");
    kit.flat_map(|source| {
        let code = source.code.to_lowercase();
        let places: Vec<usize> = code.match_indices("customer").map(|(at, _)| at).collect();
        let message = "kit has never heard of a customer; move this to crates/customers";
        places
            .into_iter()
            .filter(|at| !source.is_test(*at))
            .map(|at| source.finding(at, message))
            .collect::<Vec<_>>()
    })
    .collect()
}

/// `rules.rs` and everything in a folder `rules/`.
pub fn pure_rules(sources: &[Source]) -> Vec<Finding> {
    let rules = sources.iter().filter(|source| {
        source.path.ends_with("/rules.rs")
            || (source.path.contains("/rules/") && source.extension() == "rs")
    });
    let mut findings = Vec::new();
    for source in rules {
        for (word, remedy) in IMPURE {
            let places = source.words(word).filter(|at| !source.is_test(*at));
            findings.extend(
                places.map(|at| source.finding(at, format!("`{word}` in rules; {remedy}"))),
            );
        }
    }
    findings
}

/// Lines such as `kit.workspace = true` and `kit = { … }`.
fn dependency_lines(source: &Source, other: &str) -> Vec<usize> {
    let is_dependency = |at: &usize| {
        let is_first = source.text[..*at].ends_with('\n');
        is_first && source.text[*at + other.len()..].starts_with(['.', ' ', '='])
    };
    source.words(other).filter(is_dependency).collect()
}

/// Paths that begin with the crate: `other::…` and `use other;`. Nothing when the file has a module
/// of that name or imports one, as `crate::events::other`.
fn crate_paths(source: &Source, other: &str) -> Vec<usize> {
    let code = &source.code;
    let is_module = |at: usize| {
        let before = code[..at].trim_end();
        before.ends_with("::") || before.ends_with("mod") || is_in_use_group(code, at)
    };
    if source.words(other).any(is_module) {
        return Vec::new();
    }
    let is_path = |at: &usize| {
        let (before, after) = (code[..*at].trim_end(), code[*at + other.len()..].trim_start());
        let is_imported = before.ends_with("use") && after.starts_with([';', ' ']);
        after.starts_with("::") || is_imported
    };
    source.words(other).filter(is_path).collect()
}

/// Whether the place lies in the braces of `use crate::{…}`, where names are not crates.
fn is_in_use_group(code: &str, at: usize) -> bool {
    let start = code[..at].rfind(';').map_or(0, |semicolon| semicolon + 1);
    let statement = &code[start..];
    match (statement.find("use "), statement.find("::{")) {
        (Some(_), Some(group)) => {
            let open = start + group + 2;
            open < at && at < closing(code, open)
        }
        _ => false,
    }
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
    fn a_lower_crate_does_not_use_a_higher_one() {
        let finding = |line: &str| {
            format!(
                "crates/kit/src/a.rs:{line}: kit may not use customers; move what both need to a crate below"
            )
        };
        let check = |text: &str, lines: &[&str]| {
            let expected: Vec<String> = lines.iter().map(|line| finding(line)).collect();
            let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
            check(crates, "crates/kit/src/a.rs", text, &expected);
        };
        check("fn a() {}\nuse customers::merge;\n", &["2"]);
        check("type A = customers::Customer;\n", &["1"]);
        check("// use customers::merge;\n", &[]);
        check("use crate::{id, customers::merge};\nlet a = crate::customers::merge();\n", &[]);
        check("use super::customers;\nlet a = customers::merge();\n", &[]);
    }

    #[test]
    fn manifests_are_read_too() {
        check(
            crates,
            "crates/engage/Cargo.toml",
            "[dependencies]\nkit.workspace = true\ncommerce.workspace = true\n",
            &[
                "crates/engage/Cargo.toml:3: engage may not use commerce; move what both need to a crate below",
            ],
        );
        check(
            crates,
            "crates/misc/Cargo.toml",
            "[package]\n",
            &["crates/misc/Cargo.toml:1: crate misc has no layer; give it a row in LAYERS"],
        );
    }

    #[test]
    fn kit_does_not_speak_of_customers() {
        let path = "crates/kit/src/a.rs";
        let remedy = "crates/kit/src/a.rs:1: kit has never heard of a customer; move this to crates/customers";
        check(vocabulary, path, "struct CustomerName;\n", &[remedy]);
        check(
            vocabulary,
            path,
            "// The customer.\n#[cfg(test)]\nmod tests { struct Customer; }\n",
            &[],
        );
    }

    #[test]
    fn rules_have_no_side_effects() {
        let path = "crates/customers/src/merge/rules.rs";
        check(pure_rules, path, "fn a(now: Time) -> bool { true }\n", &[]);
        check(
            pure_rules,
            path,
            "fn a(c: &Clock) {}\nuse kit::db::Tx;\n",
            &[
                "crates/customers/src/merge/rules.rs:2: `db` in rules; take the loaded values as arguments",
                "crates/customers/src/merge/rules.rs:1: `Clock` in rules; take the time (kit::Time) as an argument",
            ],
        );
    }
}
