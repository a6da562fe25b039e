//! What an import says: the counts, the first problems, and all of them in a file.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use customers::recording::Imported;
use kit::{Error, Result};

use super::feed::Bad;

/// Problems shown on the terminal.
const SHOWN_MAX: usize = 10;

#[derive(Debug, Default)]
pub struct Counts {
    pub rows: u64,
    pub left_out: u64,
    pub calls: u64,
    pub recorded: u64,
    pub repeated: u64,
    pub erased: u64,
    /// Rows that could not be taken in.
    pub bad: u64,
}

impl Counts {
    pub fn add(&mut self, imported: &Imported) {
        self.recorded += imported.recorded;
        self.repeated += imported.repeated;
        self.erased += imported.erased;
    }
}

pub struct Report<'o> {
    pub out: &'o mut (dyn Write + Send),
    errors: Option<csv::Writer<File>>,
    file: String,
    shown: Vec<String>,
    problems: usize,
    pub counts: Counts,
}

fn unwritable(error: impl std::fmt::Display) -> Error {
    Error::bad_input("bad_error_file", format!("The output cannot be written: {error}."))
}

impl<'o> Report<'o> {
    /// `resume` goes on writing the error file of the run before.
    pub fn new(
        out: &'o mut (dyn Write + Send),
        errors: Option<&Path>,
        resume: bool,
    ) -> Result<Report<'o>> {
        let errors = match errors {
            None => None,
            Some(path) => {
                let mut options = OpenOptions::new();
                options.create(true).write(true).append(resume).truncate(!resume);
                let file = options.open(path).map_err(|error| {
                    let detail = format!("The error file {}: {error}.", path.display());
                    Error::bad_input("bad_error_file", detail)
                })?;
                let is_new = file.metadata().map_err(unwritable)?.len() == 0;
                let mut writer = csv::Writer::from_writer(file);
                if is_new {
                    writer
                        .write_record(["file", "line", "column", "rows_left_out", "problem"])
                        .map_err(unwritable)?;
                }
                Some(writer)
            }
        };
        let (file, shown, counts) = (String::new(), Vec::new(), Counts::default());
        Ok(Report { out, errors, file, shown, problems: 0, counts })
    }

    pub fn say(&mut self, line: &str) -> Result<()> {
        writeln!(self.out, "{line}").map_err(unwritable)
    }

    pub fn begin(&mut self, file: &str) {
        self.file = file.to_string();
        self.counts = Counts::default();
        self.shown.clear();
        self.problems = 0;
    }

    pub fn problem(&mut self, bad: &Bad) -> Result<()> {
        self.counts.bad += bad.rows;
        self.problems += 1;
        if self.shown.len() < SHOWN_MAX {
            let column =
                if bad.column.is_empty() { String::new() } else { format!(", {}", bad.column) };
            let rows = match bad.rows {
                1 => String::new(),
                rows => format!(" ({rows} rows are left out)"),
            };
            self.shown.push(format!("  line {}{column}: {}{rows}", bad.line, bad.detail));
        }
        match &mut self.errors {
            Some(errors) => errors
                .write_record([
                    &self.file,
                    &bad.line.to_string(),
                    &bad.column,
                    &bad.rows.to_string(),
                    &bad.detail,
                ])
                .map_err(unwritable),
            None => Ok(()),
        }
    }

    /// Tells the problems and the counts of a file.
    pub fn end(&mut self, dry_run: bool, micros: i64) -> Result<()> {
        for line in std::mem::take(&mut self.shown) {
            self.say(&line)?;
        }
        if let Some(errors) = &mut self.errors {
            errors.flush().map_err(unwritable)?;
        }
        if self.problems > SHOWN_MAX {
            let more = self.problems - SHOWN_MAX;
            let place =
                if self.errors.is_some() { "the error file has all" } else { "--errors FILE" };
            self.say(&format!("  … and {more} more problems: {place}"))?;
        }
        let counts = &self.counts;
        let mut lines = vec![("rows", counts.rows)];
        if counts.left_out > 0 {
            lines.push(("left out", counts.left_out));
        }
        lines.push(("bad", counts.bad));
        lines.push(("calls", counts.calls));
        if !dry_run {
            lines.extend([("recorded", counts.recorded), ("repeated", counts.repeated)]);
        }
        if counts.erased > 0 {
            lines.push(("of erased", counts.erased));
        }
        for (name, count) in lines {
            let line = format!("  {name:<10}{:>12}", grouped(count));
            self.say(&line)?;
        }
        if micros > 0 {
            let seconds = micros as f64 / 1e6;
            let speed = (self.counts.rows as f64 / seconds) as u64;
            self.say(&format!("  in {seconds:.1} s, {} rows/s", grouped(speed)))?;
        }
        Ok(())
    }
}

/// `1,469,307`
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
