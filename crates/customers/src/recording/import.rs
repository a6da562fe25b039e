//! History from elsewhere: JSON lines, each a Segment call. Taken with a secret key only.
//!
//! An import may be sent again, whole or from any line: what is there already is counted and changes nothing
//! (give each line a `messageId` or a `timestamp`). A person who was erased does not come back by it.

use kit::Result;
use serde::Serialize;

use super::call::Call;
use super::incoming::{self, Incoming};
use super::parse;
use crate::Ctx;
use crate::channels::Door;
use crate::privacy::tombstones;

/// Lines recorded in one transaction.
const CHUNK: usize = 1_000;
/// Bad lines told one by one; the rest is counted.
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
    fn reject(&mut self, line: u64, error: kit::Error) {
        self.bad += 1;
        if self.bad_lines.len() < BAD_TOLD_MAX {
            self.bad_lines.push(BadLine { line, code: error.code, detail: error.detail });
        }
    }
}

/// Takes in JSON lines; `first_line` is the number of the first.
pub async fn import_lines(ctx: &Ctx, door: &Door, text: &str, first_line: u64) -> Result<Imported> {
    let mut imported = Imported::default();
    let lines: Vec<(u64, &str)> =
        (first_line..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    imported.lines = lines.len() as u64;
    for chunk in lines.chunks(CHUNK) {
        let mut calls = Vec::with_capacity(chunk.len());
        for &(number, line) in chunk {
            match parse::<Call>(line.as_bytes()) {
                // When it was exported says nothing of its clock.
                Ok(call) => calls.push((number, Call { sent_at: None, ..call })),
                Err(error) => imported.reject(number, error),
            }
        }
        let mut items = Vec::with_capacity(calls.len());
        for (number, call) in &calls {
            let now = ctx.clock.now();
            match incoming::prepare(call, None, None, door, ctx.defaults.borrowed(), now) {
                Ok(item) => items.push(item),
                Err(error) => imported.reject(*number, error),
            }
        }
        record_chunk(ctx, door, items, &mut imported).await?;
    }
    imported.bad_lines.sort_by_key(|bad| bad.line);
    Ok(imported)
}

async fn record_chunk(
    ctx: &Ctx,
    door: &Door,
    items: Vec<Incoming<'_>>,
    imported: &mut Imported,
) -> Result<()> {
    let all = items.len() as u64;
    let buried = ctx.db.read(|tx| tombstones::buried(tx, &items)).await?;
    let items: Vec<_> =
        items.into_iter().zip(buried).filter(|(_, buried)| !buried).map(|(item, _)| item).collect();
    imported.erased += all - items.len() as u64;
    let now = ctx.clock.now();
    let recorded = ctx.db.write(|tx| ctx.recorder.record(tx, door, &items, now)).await?;
    ctx.recorder.learn(recorded.learned);
    imported.recorded += recorded.new;
    imported.repeated += recorded.repeated;
    Ok(())
}
