//! Takes in what a reader feeds: a thread reads and understands the file while this one records.

use std::path::Path;

use customers::channels::Door;
use customers::events::indexing;
use customers::imports::{self, Work};
use customers::recording::{check_chunk, import_chunk, restore_chunk};
use customers::{Ctx, recording};
use indicatif::{ProgressBar, ProgressStyle};
use kit::{Error, Result};

use super::feed::{Bad, Call, Chunk, Feeder};
use super::report::{Report, grouped};
use super::source::{self, Source};

/// Calls shown by a dry run, and lines of each.
const SHOWN_CALLS: u64 = 2;
const SHOWN_LINES_MAX: usize = 40;
/// Events that may wait for their index before it is written.
const WAITING_MAX: usize = 100_000;

/// What the calls of a file are believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// As a server of the shop: they say who is who, by the rules.
    SecretKey,
    /// As events of this very shop: they hang on the customers that are there.
    AsItWas,
}

/// How files are taken in.
pub struct Job<'a> {
    pub ctx: &'a Ctx,
    pub door: Door,
    pub trust: Trust,
    /// Tells this way of reading a file from others.
    pub plan_hash: [u8; 32],
    pub dry_run: bool,
    pub resume: bool,
}

impl Job<'_> {
    /// Takes in one file, which `feed` reads on a thread of its own.
    pub async fn take(
        &self,
        path: &Path,
        source: &Source,
        feed: impl FnOnce(&mut Feeder) -> Result<()> + Send + 'static,
        report: &mut Report<'_>,
    ) -> Result<()> {
        let started = self.ctx.clock.now();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        report.begin(&name);
        let channel = &self.door.channel;
        let how = if self.dry_run { " (dry run: nothing is recorded)" } else { "" };
        report.say(&format!("{name} → {} ({}){how}", channel.name, channel.kind))?;
        let owned = path.to_path_buf();
        let file_hash = match self.dry_run {
            true => [0; 32],
            false => tokio::task::spawn_blocking(move || source::hash(&owned))
                .await
                .map_err(Error::internal)??,
        };
        let work = Work { file_hash: &file_hash, plan_hash: &self.plan_hash, name: &name };
        let skip = if self.resume && !self.dry_run {
            self.ctx.db.read(|tx| imports::done(tx, work)).await?
        } else {
            0
        };
        if skip > 0 {
            report.say(&format!("  goes on after {} calls", grouped(skip)))?;
        }
        let (mut feeder, mut chunks) = Feeder::new(skip, source.bytes_read.clone());
        let reader = tokio::task::spawn_blocking(move || feed(&mut feeder));
        let bar = progress_bar(source.bytes);
        while let Some(chunk) = chunks.recv().await {
            self.take_chunk(work, &chunk, report).await?;
            bar.set_position(chunk.bytes);
            bar.set_message(format!("{} rows", grouped(report.counts.rows)));
        }
        // If the file breaks off, what was read before is recorded and told all the same.
        let read = reader.await.map_err(Error::internal)?;
        indexing::settle(&self.ctx.db, &self.ctx.recorder.log).await?;
        bar.finish_and_clear();
        report.end(self.dry_run, self.ctx.clock.now().since(started))?;
        read
    }

    async fn take_chunk(
        &self,
        work: Work<'_>,
        chunk: &Chunk,
        report: &mut Report<'_>,
    ) -> Result<()> {
        let ctx = self.ctx;
        let lines: Vec<(u64, &str)> =
            chunk.calls.iter().map(|call| (call.line, call.text.as_str())).collect();
        let now = ctx.clock.now();
        let imported = if self.dry_run {
            show_first(&chunk.calls, report)?;
            check_chunk(&self.door, &ctx.defaults, &lines, now)
        } else {
            let advance = |tx: &kit::Tx| imports::advance(tx, work, chunk.done, now);
            match self.trust {
                Trust::SecretKey => import_chunk(ctx, &self.door, &lines, advance).await?,
                Trust::AsItWas => restore_chunk(ctx, &self.door, &lines, advance).await?,
            }
        };
        report.counts.rows += chunk.rows;
        report.counts.left_out += chunk.left_out;
        report.counts.calls += chunk.calls.len() as u64;
        report.counts.add(&imported);
        let mut bad = chunk.bad.clone();
        bad.extend(imported.bad_lines.iter().map(|refused| refusal(refused, &chunk.calls)));
        bad.sort_by_key(|bad| bad.line);
        bad.iter().try_for_each(|bad| report.problem(bad))?;
        if ctx.recorder.log.pending() > WAITING_MAX {
            indexing::settle(&ctx.db, &ctx.recorder.log).await?;
        }
        Ok(())
    }
}

/// A call that the recorder refused, with the rows that it was made of.
fn refusal(refused: &recording::BadLine, calls: &[Call]) -> Bad {
    let call = calls.binary_search_by_key(&refused.line, |call| call.line);
    let rows = call.map_or(1, |at| calls[at].rows);
    Bad { rows, ..Bad::of_line(refused.line, refused.detail.clone()) }
}

fn show_first(calls: &[Call], report: &mut Report<'_>) -> Result<()> {
    let room = SHOWN_CALLS.saturating_sub(report.counts.calls) as usize;
    for call in calls.iter().take(room) {
        report.say(&format!("line {}:", call.line))?;
        let pretty = serde_json::from_str::<serde_json::Value>(&call.text)
            .and_then(|value| serde_json::to_string_pretty(&value))
            .unwrap_or_else(|_| call.text.clone());
        for line in pretty.lines().take(SHOWN_LINES_MAX) {
            report.say(&format!("  {line}"))?;
        }
        if pretty.lines().count() > SHOWN_LINES_MAX {
            report.say("  …")?;
        }
    }
    Ok(())
}

/// On a terminal; elsewhere it draws nothing.
pub fn progress_bar(bytes: u64) -> ProgressBar {
    let template = "{bar:30} {percent:>3} %  {msg}  {eta} left";
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(bytes).with_style(style)
}
