//! The repository's files, as the rules read them.

use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use crate::mask::{self, Language};

/// Files that are text of ours. What tools write (lock files, measurements) is not.
const EXTENSIONS: &[&str] = &[
    "rs", "js", "mjs", "css", "sql", "ftl", "toml", "md", "json", "sh", "py", "html", "yml", "txt",
];

/// One file: its text, and the same text with comments and literals blanked out.
pub struct Source {
    /// From the repository's root, with `/`.
    pub path: String,
    /// As it is.
    pub text: String,
    /// Of the same length as the text, byte by byte; only code is left.
    pub code: String,
    /// Where the contents of string literals lie.
    pub strings: Vec<Range<usize>>,
    tests: Vec<Range<usize>>,
}

/// A place that breaks a rule, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl Source {
    /// A file; its path tells its language.
    pub fn new(path: &str, text: &str) -> Self {
        let masked = match extension(path) {
            "rs" => mask::mask(text, Language::Rust),
            "js" | "mjs" => mask::mask(text, Language::JavaScript),
            _ => mask::Masked { code: text.to_owned(), strings: Vec::new() },
        };
        let tests = test_items(path, &masked.code);
        let (path, text) = (path.to_owned(), text.to_owned());
        Self { path, text, code: masked.code, strings: masked.strings, tests }
    }

    /// `rs`, `js`, …, or nothing.
    pub fn extension(&self) -> &str {
        extension(&self.path)
    }

    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// `kit` for `crates/kit/…`.
    pub fn crate_name(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// Whether this place is compiled for tests only.
    pub fn is_test(&self, offset: usize) -> bool {
        self.tests.iter().any(|range| range.contains(&offset))
    }

    /// Where the modules lie that this file declares for tests only, as paths without `.rs`.
    fn test_modules(&self) -> Vec<String> {
        let folder = match self.path.rsplit_once('/') {
            Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder,
            _ => self.path.trim_end_matches(".rs"),
        };
        let declared = self.tests.iter().filter_map(|range| {
            let (_, name) = self.code[range.clone()].rsplit_once("mod ")?;
            (!name.contains('{')).then(|| format!("{folder}/{}", name.trim()))
        });
        declared.collect()
    }

    /// The line of a place, from 1.
    pub fn line(&self, offset: usize) -> usize {
        1 + self.text[..offset].bytes().filter(|&byte| byte == b'\n').count()
    }

    /// Where `wanted` stands in the code as whole words.
    pub fn words<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
        words(&self.code, wanted)
    }

    /// A finding at a place.
    pub fn finding(&self, offset: usize, message: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line: self.line(offset), message: message.into() }
    }
}

/// Where `wanted` stands in the text with no letter, digit or underscore directly before or after
/// it.
pub fn words<'a>(text: &'a str, wanted: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_inside = |c: char| c.is_alphanumeric() || c == '_';
    let starts_open = wanted.starts_with(is_inside);
    let ends_open = wanted.ends_with(is_inside);
    text.match_indices(wanted).map(|(at, _)| at).filter(move |&at| {
        let before = text[..at].chars().next_back().is_some_and(is_inside);
        let after = text[at + wanted.len()..].chars().next().is_some_and(is_inside);
        !(starts_open && before || ends_open && after)
    })
}

/// The end of the bracketed part that opens at `open`: the place of its closing bracket, or the end
/// of the code.
pub fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_i32;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    code.len()
}

/// Every text file that git tracks or would track.
pub fn repository() -> Vec<Source> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2).expect("this crate lies at crates/xtask");
    let arguments = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(arguments).current_dir(root).output();
    let listed = output.expect("git lists the repository's files");
    assert!(listed.status.success(), "git: {}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout).expect("our file names are UTF-8");
    let ours = names.lines().filter(|name| is_text(name));
    // A file that is deleted but not yet committed is still listed.
    let read = |name| Some(Source::new(name, &std::fs::read_to_string(root.join(name)).ok()?));
    let mut sources: Vec<Source> = ours.filter_map(read).collect();
    mark_test_modules(&mut sources);
    sources
}

/// Makes tests of the files that are declared by `#[cfg(test)] mod name;` in another file.
fn mark_test_modules(sources: &mut [Source]) {
    let modules: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    for source in sources {
        let stem = source.path.trim_end_matches(".rs");
        let is_inside = |module: &String| {
            stem.strip_prefix(module.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if modules.iter().any(is_inside) {
            source.tests.push(0..source.text.len());
        }
    }
}

fn is_text(path: &str) -> bool {
    EXTENSIONS.contains(&extension(path)) || path.starts_with(".ci/")
}

fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn is_test_path(path: &str) -> bool {
    let is_test_folder = |part: &str| matches!(part, "tests" | "benches" | "fuzz");
    path.split('/').any(is_test_folder) || path.ends_with("tests.rs")
}

/// The items under `#[cfg(test)]`, or the whole of a test file.
fn test_items(path: &str, code: &str) -> Vec<Range<usize>> {
    if is_test_path(path) {
        return std::iter::once(0..code.len()).collect();
    }
    let marks = ["#[cfg(test)]", "#[cfg(any(test"];
    let starts = marks.iter().flat_map(|mark| code.match_indices(mark));
    starts.map(|(at, _)| at..end_of_item(code, at)).collect()
}

/// An item ends at its `;`, or at the brace that closes its first brace.
fn end_of_item(code: &str, attribute: usize) -> usize {
    let after = closing(code, attribute + 1);
    match code[after..].find([';', '{']) {
        Some(at) if code.as_bytes()[after + at] == b'{' => closing(code, after + at),
        Some(at) => after + at,
        None => code.len(),
    }
}

#[test]
fn what_is_compiled_for_tests_only_is_known() {
    let text =
        "fn a() {}\n#[cfg(test)]\nmod tests {\n  fn b() {}\n}\n#[cfg(test)]\nuse c;\nfn d() {}\n";
    let source = Source::new("crates/kit/src/x.rs", text);
    let is_test = |name: &str| source.is_test(text.find(name).unwrap());
    assert_eq!(["fn a", "fn b", "use c", "fn d"].map(is_test), [false, true, true, false]);
    assert!(Source::new("crates/customers/src/merge/tests.rs", "fn a() {}").is_test(0));
}

#[test]
fn a_file_declared_for_tests_is_a_test() {
    let file = |path| Source::new(path, "fn a() {}");
    let declares = Source::new("crates/kit/src/a/mod.rs", "#[cfg(test)]\nmod proofs;\nmod b;\n");
    let mut sources = [
        declares,
        file("crates/kit/src/a/proofs.rs"),
        file("crates/kit/src/a/proofs/c.rs"),
        file("crates/kit/src/a/b.rs"),
    ];
    mark_test_modules(&mut sources);
    assert_eq!(sources.each_ref().map(|source| source.is_test(0)), [true, true, true, false]);
}

#[test]
fn words_are_whole() {
    let found = |wanted| words("kit toolkit kit::db kits", wanted).collect::<Vec<_>>();
    assert_eq!(found("kit"), [0, 12]);
    assert_eq!(found("kit::"), [12]);
}
