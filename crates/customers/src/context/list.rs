//! Customers one after another, the last seen first; and those that fit a search.

use kit::{Result, Time, Tx, params, sql};

use super::{Customer, store};
use crate::identities::{CustomerId, Held, store as identities};
use crate::profiles::{self, Profile, search};

pub const PAGE_SIZE: usize = 50;
pub const SEARCH_SIZE: usize = 20;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Line {
    pub customer: Customer,
    pub identities: Vec<Held>,
    pub traits: Profile,
}

/// Where a page of the list ends: the next one begins after it.
pub type Cursor = (Time, CustomerId);

/// The customers last seen before the cursor. By the moment that was written down: one who is seen all the
/// time may stand up to a minute too low.
pub fn page(tx: &Tx, before: Option<Cursor>, size: usize) -> Result<(Vec<Line>, Option<Cursor>)> {
    let (at, id) = before.unwrap_or((Time::MAX, CustomerId([0xff; 16])));
    // A customer stands where the leaf that was seen last stands.
    let rows: Vec<(CustomerId, Cursor)> = tx.rows(
        sql!(
            "select c.root_id, c.last_seen_at, c.id from customers c
             where (c.last_seen_at, c.id) < ($1, $2) and c.erased_at is null
               and not exists (
                 select 1 from customers d where d.root_id = c.root_id and d.erased_at is null
                   and (d.last_seen_at, d.id) > (c.last_seen_at, c.id))
             order by c.last_seen_at desc, c.id desc limit $3"
        ),
        params![at, id, size as i64],
        |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))),
    )?;
    let next = if rows.len() == size { rows.last().map(|(_, cursor)| *cursor) } else { None };
    let lines = rows.iter().map(|(root, _)| line(tx, *root)).collect::<Result<_>>()?;
    Ok((lines, next))
}

/// Customers by the beginning of names and identities.
pub fn search(tx: &Tx, query: &str) -> Result<Vec<Line>> {
    let roots = search::find(tx, query, SEARCH_SIZE)?;
    let mut lines: Vec<Line> = roots.iter().map(|root| line(tx, *root)).collect::<Result<_>>()?;
    lines.sort_by_key(|line| std::cmp::Reverse((line.customer.known, line.customer.last_seen_at)));
    Ok(lines)
}

/// One line, by the root.
pub fn line(tx: &Tx, root: CustomerId) -> Result<Line> {
    let mut customer = store::customer(tx, root)?;
    let held = identities::list(tx, &customer.leaves)?;
    let traits = profiles::resolve(&profiles::store::docs(tx, &customer.leaves)?);
    customer.name = traits.name();
    customer.known = held.iter().any(Held::makes_known);
    Ok(Line { customer, identities: held, traits })
}

/// How many customers there are, counted no further than `max`; erased ones are not counted.
pub fn count(tx: &Tx, max: i64) -> Result<i64> {
    let select = sql!(
        "select count(*) from (
           select 1 from customers where id = root_id and erased_at is null limit $1) c"
    );
    Ok(tx.one(select, params![max], |row| row.get(0))?.unwrap_or(0))
}
