//! `onedoor import`: takes in the history that a shop brings along from elsewhere.
//!
//! A file becomes Segment calls, and these go the way of every call, with the trust of a door's secret key: so a
//! file may be imported again, whole or in part, and changes nothing that is there. A row that cannot be taken in
//! is told with its line and column, and the others are taken.
//!
//! Two threads: one reads rows (`table.rs`, `lines.rs`) and makes calls of them (`mapping.rs` → `plan.rs`), one
//! records thousands of calls in one transaction (`take.rs`), together with the mark from which `--resume` goes on.

mod cell;
mod decimal;
mod doors;
pub mod encoding;
mod exported;
mod feed;
mod lines;
mod mapping;
mod plan;
mod report;
pub mod source;
mod table;
mod take;
mod template;
#[cfg(test)]
mod tests;
mod tree;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use customers::Ctx;
use kit::Result;
use sha2::{Digest, Sha256};

use mapping::Mapping;
use plan::Plan;
use report::Report;
pub use report::grouped;
use table::Table;
pub use take::progress_bar;
use take::{Job, Trust};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tables of any shape; a mapping file says what their rows mean
    Csv {
        /// What the rows mean (TOML; see examples/)
        #[arg(long, value_name = "FILE")]
        map: PathBuf,
        #[command(flatten)]
        how: How,
    },
    /// Segment calls, one a line
    Jsonl {
        /// The door they came by: its name or id
        #[arg(long, value_name = "NAME|ID")]
        channel: String,
        #[command(flatten)]
        how: How,
    },
    /// What `onedoor export` wrote, into an empty database, as it was
    Exported {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

#[derive(Args, Debug)]
pub struct How {
    /// Files, plain or gzip
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Look at everything and show the first calls, but record nothing
    #[arg(long)]
    dry_run: bool,
    /// Write every problem to this CSV file
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Go on where an earlier import of the same file with the same mapping stopped
    #[arg(long)]
    resume: bool,
}

pub async fn run(ctx: &Ctx, command: Command, out: &mut (dyn Write + Send)) -> Result<()> {
    match command {
        Command::Csv { map, how } => {
            let (mapping, text) = Mapping::load(&map)?;
            import_tables(ctx, &mapping, &text, &how, out).await
        }
        Command::Jsonl { channel, how } => import_lines(ctx, &channel, &how, out).await,
        Command::Exported { folder } => {
            exported::import(ctx, &folder, &mut Report::new(out, None, false)?).await
        }
    }
}

async fn import_tables(
    ctx: &Ctx,
    mapping: &Mapping,
    text: &str,
    how: &How,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let mut report = Report::new(out, how.errors.as_deref(), how.resume)?;
    // Every header fits before the first row is taken.
    let mut opened = Vec::new();
    for path in &how.files {
        let (source, read) = source::open(path)?;
        let table = Table::open(read, &mapping.file)?;
        let plan = Plan::bind(mapping, &table.header)?;
        opened.push((path, source, table, plan));
    }
    let door = doors::find_or_make(ctx, &mapping.door, how.dry_run).await?;
    let plan_hash = hash(&[text, &door.channel.id.to_string()]);
    let (dry_run, resume) = (how.dry_run, how.resume);
    let job = Job { ctx, door, trust: Trust::SecretKey, plan_hash, dry_run, resume };
    for (path, source, table, plan) in opened {
        let feed = move |feeder: &mut feed::Feeder| table::feed(table, &plan, feeder);
        job.take(path, &source, feed, &mut report).await?;
    }
    Ok(())
}

async fn import_lines(
    ctx: &Ctx,
    channel: &str,
    how: &How,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let mut report = Report::new(out, how.errors.as_deref(), how.resume)?;
    let door = doors::find(ctx, channel).await?;
    let plan_hash = hash(&["jsonl", &door.channel.id.to_string()]);
    let (dry_run, resume) = (how.dry_run, how.resume);
    let job = Job { ctx, door, trust: Trust::SecretKey, plan_hash, dry_run, resume };
    for path in &how.files {
        let (source, read) = source::open(path)?;
        let feed = move |feeder: &mut feed::Feeder| lines::feed(read, feeder);
        job.take(path, &source, feed, &mut report).await?;
    }
    Ok(())
}

fn hash(parts: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
        hash.update([0]);
    }
    hash.finalize().into()
}
