//! The catalogue as a table: one row a variant, out of the shop and back into it (`docs/products.md`).
//!
//! Rows that stand one after another with the same handle are one product. A product is taken whole or, if one of its rows
//! is wrong, left out whole; the others are taken. The same file again changes nothing, and neither does a column that the
//! file does not have.
//!
//! Start reading at [`columns::Column`], then [`import`].

mod columns;
mod table;

use std::io::{Read, Write};

use customers::accounts::{Permit, audit, may};
use kit::{Error, Result, Tx};
use serde_json::json;

use super::categories::Tree;
use super::{Outcome, ProductId, Wanted, save, store};
use crate::Ctx;
pub use table::Wrong;
use table::{Group, Table};

/// Rows that go into one transaction; a product is not taken apart.
const CHUNK_ROWS: usize = 1_000;
const PAGE_SIZE: usize = 500;

/// How far an import has come, in rows and products.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub rows: u64,
    pub created: u64,
    pub changed: u64,
    pub same: u64,
    /// Rows that were left out.
    pub left_out: u64,
}

/// Takes in a table. `told` hears after each chunk how far it is, and of the wrong rows in it.
///
/// # Errors
/// Where the table itself cannot be read; what was taken before that stays.
pub async fn import(
    ctx: &Ctx,
    permit: &Permit<may::ManageCatalogue>,
    read: impl Read + Send,
    mut told: impl FnMut(&Progress, &[Wrong]) -> Result<()>,
) -> Result<Progress> {
    let mut table = Table::open(read)?;
    let mut progress = Progress::default();
    loop {
        let (mut groups, mut wrong) = (Vec::new(), Vec::new());
        let mut rows = 0;
        let mut is_end = false;
        while rows < CHUNK_ROWS && !is_end {
            match table.next()? {
                None => is_end = true,
                Some(group) => {
                    rows += group.rows();
                    match group.wanted() {
                        Ok(wanted) => groups.push((group, wanted)),
                        Err(found) => wrong.extend(found),
                    }
                }
            }
        }
        progress.rows += rows as u64;
        take(ctx, groups, &mut progress, &mut wrong).await?;
        progress.left_out += wrong.iter().map(|one| one.rows).sum::<u64>();
        wrong.sort_by_key(|one| one.line);
        told(&progress, &wrong)?;
        if is_end {
            break;
        }
    }
    if progress.created + progress.changed > 0 {
        write_down(ctx, permit, &progress).await?;
    }
    Ok(progress)
}

async fn take(
    ctx: &Ctx,
    groups: Vec<(Group, Wanted)>,
    progress: &mut Progress,
    wrong: &mut Vec<Wrong>,
) -> Result<()> {
    if groups.is_empty() {
        return Ok(());
    }
    let now = ctx.customers.clock.now();
    let (groups, wanted): (Vec<Group>, Vec<Wanted>) = groups.into_iter().unzip();
    let answers = ctx.customers.db.write(|tx| save(tx, &wanted, now)).await?;
    for (group, answer) in groups.iter().zip(answers) {
        match answer.map(|saved| saved.outcome) {
            Ok(Outcome::Created) => progress.created += 1,
            Ok(Outcome::Changed) => progress.changed += 1,
            Ok(Outcome::Same) => progress.same += 1,
            Err(error) => wrong.push(group.refused(&error)),
        }
    }
    Ok(())
}

async fn write_down(
    ctx: &Ctx,
    permit: &Permit<may::ManageCatalogue>,
    progress: &Progress,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let detail = json!({
        "created": progress.created, "changed": progress.changed, "left_out": progress.left_out,
    });
    let write = |tx: &Tx| audit::record(tx, now, permit.actor(), "products_imported", "", &detail);
    ctx.customers.db.write(write).await
}

/// Writes the whole catalogue as one table, as it stood at one moment. `told` hears how many products are written.
pub async fn export(
    ctx: &Ctx,
    _: &Permit<may::ManageCatalogue>,
    write: impl Write,
    mut told: impl FnMut(u64),
) -> Result<u64> {
    let mut writer = csv::Writer::from_writer(write);
    let mut count = 0;
    let all = |tx: &Tx| {
        let tree = Tree::load(tx)?;
        writer.write_record(columns::HEADER).map_err(unwritable)?;
        let mut after = ProductId([0; 16]);
        loop {
            let ids = store::page_after(tx, after, PAGE_SIZE)?;
            let Some(last) = ids.last() else { break };
            after = *last;
            for product in store::products(tx, &ids)? {
                for row in columns::rows_of(&product, &tree) {
                    writer.write_record(&row).map_err(unwritable)?;
                }
                count += 1;
            }
            told(count);
        }
        writer.flush().map_err(unwritable)?;
        Ok(count)
    };
    ctx.customers.db.scan(all).await
}

fn unwritable(error: impl std::fmt::Display) -> Error {
    Error::bad_input("bad_out", format!("The table cannot be written: {error}."))
}
