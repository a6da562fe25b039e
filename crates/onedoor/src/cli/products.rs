//! `onedoor products`: the catalogue as a table, in and out (`docs/products.md`).

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use clap::Subcommand;
use commerce::catalogue::files::{self, Wrong};
use customers::Ctx;
use customers::accounts::Permit;
use indicatif::ProgressBar;
use kit::{Error, Result};

use super::import::{grouped, progress_bar, source};

/// Wrong rows shown on the terminal.
const SHOWN_MAX: usize = 20;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take in a table, one row a variant: CSV, plain or gzip. The same again changes nothing
    Import {
        file: PathBuf,
        /// Write every wrong row to this CSV file
        #[arg(long, value_name = "FILE")]
        errors: Option<PathBuf>,
    },
    /// Write all products as such a table
    Export {
        /// Where to; without it to the terminal
        file: Option<PathBuf>,
    },
}

pub async fn run(ctx: &Ctx, command: Command, out: &mut (dyn Write + Send)) -> Result<()> {
    let ctx = commerce::Ctx::new(ctx.clone());
    match command {
        Command::Import { file, errors } => import(&ctx, &file, errors.as_deref(), out).await,
        Command::Export { file: Some(file) } => export(&ctx, &file, out).await,
        Command::Export { file: None } => {
            files::export(&ctx, &Permit::console(), out, |_| {}).await.map(drop)
        }
    }
}

/// The rows that were left out: the first on the terminal, all in the file.
struct WrongRows {
    shown: Vec<String>,
    count: usize,
    file: Option<csv::Writer<File>>,
}

impl WrongRows {
    fn open(path: Option<&Path>) -> Result<WrongRows> {
        let create = |path: &Path| {
            let mut file = csv::Writer::from_path(path).map_err(|error| unwritable(path, error))?;
            let header = file.write_record(["line", "rows_left_out", "problem"]);
            header.map_err(|error| unwritable(path, error))?;
            Ok(file)
        };
        let file = path.map(create).transpose()?;
        Ok(WrongRows { shown: Vec::new(), count: 0, file })
    }

    fn take(&mut self, wrong: &[Wrong]) -> Result<()> {
        for one in wrong {
            self.count += 1;
            if self.shown.len() < SHOWN_MAX {
                let rows = match one.rows {
                    0 | 1 => String::new(),
                    rows => format!(" ({rows} rows are left out)"),
                };
                self.shown.push(format!("  line {}: {}{rows}", one.line, one.detail));
            }
            if let Some(file) = &mut self.file {
                let row = [one.line.to_string(), one.rows.to_string(), one.detail.clone()];
                file.write_record(row).map_err(unsaid)?;
            }
        }
        Ok(())
    }
}

async fn import(
    ctx: &commerce::Ctx,
    path: &Path,
    errors: Option<&Path>,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let started = ctx.customers.clock.now();
    let (source, read) = source::open(path)?;
    let mut wrong_rows = WrongRows::open(errors)?;
    let bar = progress_bar(source.bytes);
    let told = |progress: &files::Progress, wrong: &[Wrong]| {
        bar.set_position(source.bytes_read.load(Ordering::Relaxed));
        bar.set_message(format!("{} rows", grouped(progress.rows)));
        wrong_rows.take(wrong)
    };
    let taken = files::import(ctx, &Permit::console(), read, told).await;
    bar.finish_and_clear();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    writeln!(out, "{name}").map_err(unsaid)?;
    for line in &wrong_rows.shown {
        writeln!(out, "{line}").map_err(unsaid)?;
    }
    if wrong_rows.count > SHOWN_MAX {
        let more = wrong_rows.count - SHOWN_MAX;
        let place = if errors.is_some() { "the error file has all" } else { "--errors FILE" };
        writeln!(out, "  … and {more} more problems: {place}").map_err(unsaid)?;
    }
    let progress = taken?;
    for (name, count) in [
        ("rows", progress.rows),
        ("left out", progress.left_out),
        ("created", progress.created),
        ("changed", progress.changed),
        ("same", progress.same),
    ] {
        writeln!(out, "  {name:<10}{:>12}", grouped(count)).map_err(unsaid)?;
    }
    let micros = ctx.customers.clock.now().since(started);
    if micros > 0 {
        let seconds = micros as f64 / 1e6;
        let speed = grouped((progress.rows as f64 / seconds) as u64);
        writeln!(out, "  in {seconds:.1} s, {speed} rows/s").map_err(unsaid)?;
    }
    Ok(())
}

async fn export(ctx: &commerce::Ctx, path: &Path, out: &mut (dyn Write + Send)) -> Result<()> {
    let file = File::create_new(path).map_err(|error| unwritable(path, error))?;
    let bar = ProgressBar::new_spinner();
    let told = |count: u64| {
        bar.set_message(format!("{} products", grouped(count)));
        bar.tick();
    };
    let count = files::export(ctx, &Permit::console(), BufWriter::new(file), told).await?;
    bar.finish_and_clear();
    writeln!(out, "{}: {} products", path.display(), grouped(count)).map_err(unsaid)
}

fn unwritable(path: &Path, error: impl std::fmt::Display) -> Error {
    Error::bad_input("bad_out", format!("{}: {error}.", path.display()))
}

fn unsaid(error: impl std::fmt::Display) -> Error {
    Error::bad_input("bad_out", format!("The output cannot be written: {error}."))
}

#[cfg(test)]
mod tests {
    use customers::testing::Shop;
    use expect_test::expect;
    use kit::db::Engine;
    use kit::testing::Folder;

    use super::*;

    async fn said(shop: &Shop, command: Command) -> String {
        let mut out = Vec::new();
        let outcome = run(&shop.ctx, command, &mut out).await;
        let mut said = String::from_utf8(out).unwrap();
        if let Err(error) = outcome {
            said.push_str(&format!("onedoor: {}\n", error.detail));
        }
        said
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_table_goes_in_and_comes_out() {
        let shop = Shop::open(Engine::Sqlite).await;
        shop.ctx.db.migrate(&crate::app::migrations(), shop.ctx.clock.now()).await.unwrap();
        let folder = Folder::new();
        let (table, errors) = (folder.0.join("mugs.csv"), folder.0.join("wrong.csv"));
        let rows = "handle,title,sku,gtin\nmug,Mug,MUG-1,5901234123457\ncup,Cup,CUP-1,123\n";
        std::fs::write(&table, rows).unwrap();
        let import = || Command::Import { file: table.clone(), errors: Some(errors.clone()) };
        expect![[r#"
            mugs.csv
              line 3: “123” is no GTIN: it has 8, 12, 13 or 14 digits.
              rows                 2
              left out             1
              created              1
              changed              0
              same                 0
        "#]]
        .assert_eq(&said(&shop, import()).await);
        expect![[r#"
            line,rows_left_out,problem
            3,1,"“123” is no GTIN: it has 8, 12, 13 or 14 digits."
        "#]]
        .assert_eq(&std::fs::read_to_string(&errors).unwrap());
        expect![[r#"
            mugs.csv
              line 3: “123” is no GTIN: it has 8, 12, 13 or 14 digits.
              rows                 2
              left out             1
              created              0
              changed              0
              same                 1
        "#]]
        .assert_eq(&said(&shop, import()).await);
        let out = folder.0.join("out.csv");
        let told = said(&shop, Command::Export { file: Some(out.clone()) }).await;
        assert!(told.ends_with("out.csv: 1 products\n"), "{told}");
        let written = std::fs::read_to_string(&out).unwrap();
        assert_eq!(written, said(&shop, Command::Export { file: None }).await);
        assert!(written.contains("mug,Mug,active"), "{written}");
        let again = said(&shop, Command::Export { file: Some(out) }).await;
        assert!(again.contains("exists"), "a file that is there is not written over: {again}");
        let missing = Command::Import { file: folder.0.join("none.csv"), errors: None };
        assert!(said(&shop, missing).await.contains("none.csv"));
    }
}
