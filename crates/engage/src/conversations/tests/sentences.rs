//! Whatever this crate writes on a customer's timeline can be read there by people.

use std::collections::BTreeSet;
use std::path::Path;

use customers::events::commerce::ShopEvent;
use expect_test::expect;

/// Texts that look like the name of an event and are none.
const OTHERS: &[&str] = &["Asterisk Call Manager"];

#[test]
fn every_event_that_is_written_has_its_sentence() {
    let mut names = BTreeSet::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut names);
    let silent = names.iter().filter(|name| ShopEvent::find(name).is_none());
    let silent: Vec<_> = silent.filter(|name| !OTHERS.contains(&name.as_str())).collect();
    assert!(
        silent.is_empty(),
        "{silent:?}: give each a row in customers' vocabulary and a sentence in its catalogues"
    );
    names.retain(|name| ShopEvent::find(name).is_some());
    expect![[r#"
        {
            "Call Ended",
            "Call Started",
            "Consent Withdrawn",
            "Contact Form Submitted",
            "Customer Met",
            "Identity Added",
            "Identity Proven",
            "Message Received",
            "Message Sent",
            "Signed In",
            "Store Visited",
            "Survey Answered",
        }
    "#]]
    .assert_debug_eq(&names);
}

/// All texts of the sources that are written like the name of an event: “Message Sent”.
fn collect(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.starts_with("tests") || name == "testing.rs" {
            continue;
        }
        if path.is_dir() {
            collect(&path, names);
        } else if name.ends_with(".rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            // What follows the tests of a file are its tests.
            let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
            names.extend(source.split('"').filter(|text| is_name(text)).map(str::to_string));
        }
    }
}

fn is_name(text: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.len() > 1
            && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
    };
    text.contains(' ') && text.split(' ').all(is_word)
}
