//! Files and functions stay short enough to be read in one go.

use std::ops::Range;

use crate::source::{Finding, Source, closing};

/// Lines of a file by its kind; the whole file counts.
const FILE_LINES_MAX: &[(&str, usize)] = &[("rs", 400), ("js", 400), ("mjs", 400), ("css", 600)];

/// Lines of a function that hold code: comments and quoted text are free, so that a test may show
/// whole answers.
const FUNCTION_LINES_MAX: usize = 70;

/// JavaScript's words that stand before `(…) {` without making a function.
const STATEMENTS: &[&str] = &["if", "for", "while", "switch", "catch", "with", "await"];

pub fn files(sources: &[Source]) -> Vec<Finding> {
    let over = sources.iter().filter_map(|source| {
        let (_, limit) = FILE_LINES_MAX.iter().find(|(kind, _)| *kind == source.extension())?;
        let lines = source.text.lines().count();
        let message =
            format!("{lines} lines, {limit} are allowed; split the file by what its parts do");
        (lines > *limit).then(|| source.finding(source.text.len(), message))
    });
    over.collect()
}

pub fn functions(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        let functions = match source.extension() {
            "rs" => rust_functions(&source.code),
            "js" | "mjs" => javascript_functions(&source.code),
            _ => continue,
        };
        for range in functions {
            let lines =
                source.code[range.clone()].lines().filter(|line| !line.trim().is_empty()).count();
            if lines > FUNCTION_LINES_MAX {
                let message = format!(
                    "a function of {lines} lines, {FUNCTION_LINES_MAX} are allowed; give its steps names of their own"
                );
                findings.push(source.finding(range.start, message));
            }
        }
    }
    findings
}

/// From `fn` to the closing brace. A declaration without a body is no function.
fn rust_functions(code: &str) -> Vec<Range<usize>> {
    let starts = crate::source::words(code, "fn").filter(|at| code[at + 2..].starts_with(' '));
    starts.filter_map(|start| Some(start..body_end(code, start)?)).collect()
}

/// The end of the first braces outside other brackets; `None` if `;` comes first.
fn body_end(code: &str, start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        match code.as_bytes().get(at)? {
            b'{' => return Some(after_closing(code, at)),
            b';' | b'}' | b')' => return None,
            b'(' | b'[' => at = closing(code, at),
            _ => {}
        }
        at += 1;
    }
}

fn after_closing(code: &str, open: usize) -> usize {
    (closing(code, open) + 1).min(code.len())
}

/// Braces that follow `=>`, or `(…)` unless a word such as `if` stands before that.
fn javascript_functions(code: &str) -> Vec<Range<usize>> {
    let bodies = code.match_indices('{').map(|(at, _)| at);
    let bodies = bodies.filter(|&at| {
        let before = code[..at].trim_end();
        before.ends_with("=>") || (before.ends_with(')') && !follows_statement(before))
    });
    bodies.map(|at| at..after_closing(code, at)).collect()
}

/// Whether the parentheses that end this code belong to an `if`, a `for`, …
fn follows_statement(code: &str) -> bool {
    let mut depth = 0_i32;
    let open = code.bytes().rposition(|byte| {
        depth += i32::from(byte == b')') - i32::from(byte == b'(');
        depth == 0
    });
    let before = code[..open.unwrap_or(0)].trim_end();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = before.rsplit(|c: char| !is_word(c)).next().unwrap_or_default();
    STATEMENTS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rule: fn(&[Source]) -> Vec<Finding>, path: &str, text: &str) -> Vec<String> {
        rule(&[Source::new(path, text)]).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn a_long_file_is_found() {
        assert_eq!(found(files, "a.rs", &"\n".repeat(400)), [""; 0]);
        assert_eq!(
            found(files, "a.rs", &"\n".repeat(401)),
            ["a.rs:402: 401 lines, 400 are allowed; split the file by what its parts do"]
        );
        assert_eq!(found(files, "a.css", &"\n".repeat(401)), [""; 0]);
    }

    #[test]
    fn a_long_function_is_found_and_text_is_free() {
        let function =
            |body: &str| format!("struct A;\nfn a(x: [u8; 2]) {{\n{body}}}\nfn b() {{}}\n");
        assert_eq!(found(functions, "a.rs", &function(&"a();\n".repeat(68))), [""; 0]);
        assert_eq!(
            found(functions, "a.rs", &function(&"a();\n".repeat(69))),
            ["a.rs:2: a function of 71 lines, 70 are allowed; give its steps names of their own"]
        );
        let text = format!("let a = \"{}\";\n", "text\n".repeat(90));
        assert_eq!(found(functions, "a.rs", &function(&text)), [""; 0]);
        assert_eq!(
            found(functions, "a.rs", "trait A { fn a(); }\ntype F = fn() -> u8;\n"),
            [""; 0]
        );
    }

    #[test]
    fn functions_of_javascript_are_found() {
        let long = "a();\n".repeat(80);
        let count = |text: String| found(functions, "a.js", &text).len();
        assert_eq!(count(format!("function a(b) {{\n{long}}}\n")), 1);
        assert_eq!(count(format!("const a = (b) => {{\n{long}}};\n")), 1);
        assert_eq!(count(format!("if (a(b)) {{\n{long}}}\n")), 0);
        assert_eq!(count(format!("class A {{ method(b) {{\n{long}}} }}\n")), 1);
    }
}
