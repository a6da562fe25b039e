//! History from elsewhere: JSON lines, each a Segment call. Taken with a secret key only.
//!
//! An import may be sent again, whole or from any line: what is there already is counted and changes nothing
//! (give each line a `messageId` or a `timestamp`). A person who was erased does not come back by it.
//!
//! Over HTTP it is [`import_lines`]; the command line reads its files itself and gives [`import_chunk`] what it
//! made of them.

use kit::{Error, Result, Time, Tx};
use serde::Serialize;

use super::call::Call;
use super::incoming::{self, Incoming};
use super::parse;
use crate::channels::Door;
use crate::privacy::tombstones;
use crate::{Ctx, Defaults};

/// Lines recorded in one transaction.
const CHUNK: usize = 1_000;
/// Bad lines that an answer tells one by one; the rest is counted.
const BAD_TOLD_MAX: usize = 1_000;

#[derive(Debug, Default, Serialize)]
pub struct Imported {
    pub lines: u64,
    pub recorded: u64,
    pub repeated: u64,
    /// Lines of people who were erased.
    pub erased: u64,
    pub bad: u64,
    pub bad_lines: Vec<BadLine>,
}

#[derive(Clone, Debug, Serialize)]
pub struct BadLine {
    /// From 1, as an editor counts.
    pub line: u64,
    pub code: &'static str,
    pub detail: String,
}

impl Imported {
    pub(super) fn reject(&mut self, line: u64, error: Error) {
        self.bad += 1;
        self.bad_lines.push(BadLine { line, code: error.code, detail: error.detail });
    }

    fn add(&mut self, more: Imported) {
        self.recorded += more.recorded;
        self.repeated += more.repeated;
        self.erased += more.erased;
        self.bad += more.bad;
        let room = BAD_TOLD_MAX.saturating_sub(self.bad_lines.len());
        self.bad_lines.extend(more.bad_lines.into_iter().take(room));
    }
}

/// Takes in JSON lines; `first_line` is the number of the first.
pub async fn import_lines(ctx: &Ctx, door: &Door, text: &str, first_line: u64) -> Result<Imported> {
    let lines: Vec<(u64, &str)> =
        (first_line..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    let mut imported = Imported { lines: lines.len() as u64, ..Imported::default() };
    for chunk in lines.chunks(CHUNK) {
        imported.add(import_chunk(ctx, door, chunk, |_| Ok(())).await?);
    }
    imported.bad_lines.sort_by_key(|bad| bad.line);
    Ok(imported)
}

/// Takes in calls, each with the number of its line, in one transaction. `also` writes what shall stand or fall
/// with them.
pub async fn import_chunk(
    ctx: &Ctx,
    door: &Door,
    lines: &[(u64, &str)],
    mut also: impl FnMut(&Tx) -> Result<()>,
) -> Result<Imported> {
    let mut imported = Imported { lines: lines.len() as u64, ..Imported::default() };
    let calls = read(lines, &mut imported);
    let items = prepare(&calls, door, &ctx.defaults, ctx.clock.now(), &mut imported);
    let items = without_the_erased(ctx, items, &mut imported).await?;
    let now = ctx.clock.now();
    let recorded = ctx
        .db
        .write(|tx| {
            also(tx)?;
            ctx.recorder.record(tx, door, &items, now)
        })
        .await?;
    ctx.recorder.learn(recorded.learned);
    imported.recorded = recorded.new;
    imported.repeated = recorded.repeated;
    Ok(imported)
}

/// Looks whether calls could be taken in; nothing is written.
pub fn check_chunk(door: &Door, defaults: &Defaults, lines: &[(u64, &str)], now: Time) -> Imported {
    let mut imported = Imported { lines: lines.len() as u64, ..Imported::default() };
    let calls = read(lines, &mut imported);
    prepare(&calls, door, defaults, now, &mut imported);
    imported
}

fn read<'a>(lines: &[(u64, &'a str)], imported: &mut Imported) -> Vec<(u64, Call<'a>)> {
    let mut calls = Vec::with_capacity(lines.len());
    for &(line, text) in lines {
        match parse::<Call>(text.as_bytes()) {
            // When it was exported says nothing of its clock.
            Ok(call) => calls.push((line, Call { sent_at: None, ..call })),
            Err(error) => imported.reject(line, error),
        }
    }
    calls
}

fn prepare<'a>(
    calls: &'a [(u64, Call<'a>)],
    door: &Door,
    defaults: &Defaults,
    now: Time,
    imported: &mut Imported,
) -> Vec<Incoming<'a>> {
    let mut items = Vec::with_capacity(calls.len());
    for (line, call) in calls {
        match incoming::prepare(call, None, None, door, defaults.borrowed(), now) {
            Ok(item) => items.push(item),
            Err(error) => imported.reject(*line, error),
        }
    }
    items
}

async fn without_the_erased<'a>(
    ctx: &Ctx,
    items: Vec<Incoming<'a>>,
    imported: &mut Imported,
) -> Result<Vec<Incoming<'a>>> {
    let buried = ctx.db.read(|tx| tombstones::buried(tx, &items)).await?;
    let all = items.len();
    let kept: Vec<_> =
        items.into_iter().zip(buried).filter(|(_, buried)| !buried).map(|(item, _)| item).collect();
    imported.erased = (all - kept.len()) as u64;
    Ok(kept)
}
