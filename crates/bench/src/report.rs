//! What was measured: a table for the eye, and a line of `docs/bench.tsv` for each figure.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use kit::Clock;

use crate::Outcome;

const HEADER: &str = "date\trevision\twhat\tengine\tvalue\tunit\tbaseline\tratio\n";

struct Figure {
    what: String,
    engine: String,
    value: f64,
    unit: &'static str,
    baseline: Option<(String, f64)>,
}

pub struct Report {
    figures: Vec<Figure>,
    /// How many of the figures are in the table and the file already.
    told: usize,
    file: Option<PathBuf>,
    date: String,
    revision: String,
}

impl Report {
    /// Lines go to `file`, if there is one.
    pub fn new(file: Option<PathBuf>) -> Report {
        let date = Clock::System.now().to_string();
        let date = date.get(..16).unwrap_or(&date).to_string();
        Report { figures: Vec::new(), told: 0, file, date, revision: revision() }
    }

    pub fn figure(
        &mut self,
        what: impl Into<String>,
        engine: &str,
        value: f64,
        unit: &'static str,
    ) {
        let (what, engine) = (what.into(), engine.to_string());
        self.figures.push(Figure { what, engine, value, unit, baseline: None });
    }

    /// What the last figure is compared with, in the same unit.
    pub fn against(&mut self, baseline: impl Into<String>, value: f64) {
        let figure = self.figures.last_mut().expect("a figure comes before its baseline");
        figure.baseline = Some((baseline.into(), value));
    }

    /// Prints the figures that are new as a table and writes them down.
    pub fn tell(&mut self) -> Outcome {
        let new = &self.figures[self.told..];
        let width = |of: fn(&Figure) -> &str| {
            new.iter().map(|figure| of(figure).chars().count()).max().unwrap_or(0)
        };
        let (what, engine) = (width(|figure| &figure.what), width(|figure| &figure.engine));
        println!();
        for figure in new {
            let (value, unit) = (shown(figure.value), figure.unit);
            let compared = figure.baseline.as_ref().map_or(String::new(), |(name, base)| {
                format!("= {:.3} × {} ({name})", figure.value / base, shown(*base))
            });
            let line = format!(
                "{:what$}  {:engine$}  {value:>9} {unit:<10} {compared}",
                figure.what, figure.engine
            );
            println!("{}", line.trim_end());
        }
        if let Some(file) = &self.file {
            let lines: String = new.iter().map(|figure| self.line(figure)).collect();
            append(file, &lines).map_err(|error| format!("{}: {error}", file.display()))?;
        }
        self.told = self.figures.len();
        Ok(())
    }

    fn line(&self, figure: &Figure) -> String {
        let Figure { what, engine, value, unit, baseline } = figure;
        let mut line = format!("{}\t{}\t{what}\t{engine}\t", self.date, self.revision);
        write!(line, "{}\t{unit}\t", plain(*value)).expect("writing to a String does not fail");
        match baseline {
            Some((name, base)) => line + &format!("{name}\t{:.3}\n", value / base),
            None => line + "\t\n",
        }
    }
}

fn append(file: &Path, lines: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let is_new = !file.exists();
    let mut out = std::fs::OpenOptions::new().create(true).append(true).open(file)?;
    if is_new {
        out.write_all(HEADER.as_bytes())?;
    }
    out.write_all(lines.as_bytes())
}

/// Three digits that count.
fn plain(value: f64) -> String {
    match value.abs() {
        large if large >= 100.0 => format!("{value:.0}"),
        middle if middle >= 10.0 => format!("{value:.1}"),
        middle if middle >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

/// The same with commas between the thousands.
fn shown(value: f64) -> String {
    let text = plain(value);
    if value < 1_000.0 {
        return text;
    }
    let mut out = String::new();
    for (i, digit) in text.chars().enumerate() {
        if i > 0 && (text.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The commit that is measured; a plus sign says that there are changes on top of it.
fn revision() -> String {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
    };
    let Some(commit) = git(&["rev-parse", "--short", "HEAD"]) else { return "unknown".into() };
    let changed = git(&["status", "--porcelain", "--untracked-files=no", "--", "crates"]);
    if changed.is_none_or(|changed| changed.is_empty()) { commit } else { commit + "+" }
}

/// The middle one.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_digits_that_count() {
        let shown: Vec<String> =
            [0.0123, 1.234, 56.78, 999.4, 123_456.7].into_iter().map(shown).collect();
        assert_eq!(shown, ["0.012", "1.23", "56.8", "999", "123,457"]);
    }

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median([3.0, 1.0, 2.0]), 2.0);
    }
}
