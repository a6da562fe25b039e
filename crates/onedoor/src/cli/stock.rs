//! `onedoor stock`: files of stock on the command line.

use std::fs::File as Opened;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use commerce::stock::files::{self, File, Report};
use customers::Ctx;
use customers::accounts::Permit;
use kit::{Error, Result, Time};

use super::import::encoding::Encoding;

/// Rows set aside that are shown.
const SHOWN_MAX: usize = 20;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take in a table of what lies where (CSV: sku, location, quantity)
    Import {
        file: PathBuf,
        /// It names all that lies in each place that it names: the rest is gone
        #[arg(long)]
        full: bool,
        /// The code of the place of all rows
        #[arg(long, value_name = "CODE")]
        location: Option<String>,
        /// utf-8, windows-1250, windows-1251, windows-1252 or iso-8859-2
        #[arg(long, default_value = "utf-8", value_parser = encoding)]
        encoding: Encoding,
        /// The moment for which it holds, in RFC 3339; the file's own time unless said
        #[arg(long, value_name = "TIME", value_parser = moment)]
        as_of: Option<Time>,
    },
}

fn encoding(name: &str) -> Result<Encoding, String> {
    serde_json::from_value(name.into()).map_err(|_| "it is none of the known".into())
}

fn moment(text: &str) -> Result<Time, String> {
    Time::parse(text).ok_or_else(|| "send 2026-11-21T20:06:46Z".into())
}

pub async fn run(ctx: &Ctx, command: Command, out: &mut dyn Write) -> Result<()> {
    let Command::Import { file, full, location, encoding, as_of } = command;
    let opened = Opened::open(&file).map_err(|error| unreadable(&file, &error))?;
    let as_of = match as_of {
        Some(as_of) => as_of,
        None => changed_at(&opened).map_err(|error| unreadable(&file, &error))?,
    };
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let how = File {
        name: &name,
        as_of: as_of.min(ctx.clock.now()),
        is_full: full,
        location: location.as_deref(),
        decode: &|bytes| encoding.decode(bytes),
    };
    let commerce = commerce::Ctx::new(ctx.clone());
    let report = files::take(&commerce, &Permit::console(), &how, opened).await?;
    tell(&report, out).map_err(Error::internal)
}

fn changed_at(file: &Opened) -> std::io::Result<Time> {
    let changed = file.metadata()?.modified()?;
    let since = changed.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Ok(Time(i64::try_from(since.as_micros()).unwrap_or(i64::MAX)))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::bad_input("bad_stock_file", format!("{}: {error}", path.display()))
}

fn tell(report: &Report, out: &mut dyn Write) -> std::io::Result<()> {
    if let Some(at) = report.taken_before {
        return writeln!(out, "This file was taken in before ({at}); nothing has changed.");
    }
    let outcome = &report.outcome;
    writeln!(
        out,
        "{} rows: {} corrected, {} as before, {} outdated, {} set aside",
        report.rows, outcome.corrected, outcome.as_before, outcome.outdated, report.aside_count
    )?;
    for aside in report.aside.iter().take(SHOWN_MAX) {
        writeln!(out, "line {}: {}", aside.line, aside.why)?;
    }
    if report.is_rest_left {
        writeln!(out, "What the file does not name was left: some of its rows could not be read.")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use commerce::stock::{LocationKind, NewLocation, locations};
    use expect_test::expect;
    use kit::Db;
    use kit::db::Engine;
    use kit::testing::{Folder, clock, place};

    use super::*;

    /// A warehouse, and a mug that is sold.
    async fn open() -> (Ctx, Folder) {
        let (place, folder) = place(Engine::Sqlite).await;
        let db = Db::open(&place).await.unwrap();
        let ctx = Ctx::new(db, clock(), customers::testing::defaults());
        let now = ctx.clock.now();
        ctx.db.migrate(&crate::app::migrations(), now).await.unwrap();
        let warehouse = NewLocation {
            code: "WLOD".into(),
            name: "Łódź".into(),
            kind: LocationKind::Warehouse,
            country: "PL".into(),
            city: "Łódź".into(),
            street: String::new(),
            channel: None,
            sells_online: true,
            ships: true,
            collects: false,
            position: 0,
        };
        commerce::catalogue::testing::mug_in(&commerce::Ctx::new(ctx.clone()), "KUBEK-Ż").await;
        let make = |tx: &kit::Tx| locations::make(tx, &warehouse, now);
        ctx.db.write(make).await.unwrap();
        (ctx, folder)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_file_of_a_polish_system_is_taken_in_once() {
        let (ctx, folder) = open().await;
        let file = folder.0.join("stany.csv");
        std::fs::write(&file, b"Symbol;Ilo\x9c\xe6\r\nKUBEK-\xaf;12,00\r\nTALERZ;3\r\n").unwrap();
        let import = async || {
            let mut out = Vec::new();
            let command = Command::Import {
                file: file.clone(),
                full: true,
                location: Some("WLOD".into()),
                encoding: encoding("windows-1250").unwrap(),
                as_of: Some(ctx.clock.now()),
            };
            run(&ctx, command, &mut out).await.unwrap();
            String::from_utf8(out).unwrap()
        };
        expect![[r#"
            2 rows: 1 corrected, 0 as before, 0 outdated, 1 set aside
            line 3: There is no variant “TALERZ”.
        "#]]
        .assert_eq(&import().await);
        expect![[r#"
            This file was taken in before (2026-11-21T12:00:00Z); nothing has changed.
        "#]]
        .assert_eq(&import().await);
    }
}
