//! The database: one SQL text over two native drivers.
//!
//! Embedded, it is one SQLite file; at scale, a PostgreSQL. The code above does not know which. It gives
//! closures: [`Db::read`] sees one consistent picture, [`Db::write`] holds a change, its event and its jobs,
//! and returns after the commit. A write closure may run again (PostgreSQL, a lost race), so nothing that it
//! does may leave the process.
//!
//! ```text
//! let name = db.read(|tx| {
//!     tx.one(sql!("select name from channels where id = $1"), params![id], |row| row.get::<String>(0))
//! }).await?;
//! ```
//!
//! Start reading at [`Tx`]; then `lite.rs` (group commit) and `pg.rs` (retries, arrays).

mod fate;
mod lite;
mod migrate;
mod others;
mod pg;
mod sql;
mod turnstile;
mod value;

use std::cell::OnceCell;
use std::path::PathBuf;

use tokio::sync::watch;

pub use fate::Fate;
pub use lite::Synchronous;
pub use migrate::{Migration, statements};
pub use others::Hearing;
pub use sql::{Engine, Sql, expand_tokens, prepare_text};
pub use value::{FromColumn, List, Row, ToV, V};

use crate::{Error, Result};

/// Where the data lies.
#[derive(Clone, Debug)]
pub enum Place {
    /// One file, made if it is missing.
    Sqlite { path: PathBuf, synchronous: Synchronous },
    /// `postgres://user:password@host:port/name`
    Postgres { url: String },
}

#[derive(Clone)]
pub struct Db {
    driver: Driver,
    changed: watch::Sender<u64>,
    others: others::Others,
}

#[derive(Clone)]
enum Driver {
    Lite(lite::Lite),
    Pg(pg::Pg),
}

impl Db {
    pub async fn open(place: &Place) -> Result<Db> {
        let driver = match place {
            Place::Sqlite { path, synchronous } => {
                Driver::Lite(lite::Lite::open(path, *synchronous)?)
            }
            Place::Postgres { url } => Driver::Pg(pg::Pg::open(url).await?),
        };
        Ok(Db { driver, changed: watch::Sender::new(0), others: others::Others::default() })
    }

    pub fn engine(&self) -> Engine {
        match self.driver {
            Driver::Lite(_) => Engine::Sqlite,
            Driver::Pg(_) => Engine::Postgres,
        }
    }

    /// The path of a file beside the embedded database, whose name begins with the database's. None where there is none.
    pub fn beside(&self, ending: &str) -> Option<PathBuf> {
        match &self.driver {
            Driver::Lite(lite) => {
                let mut path = lite.path().as_os_str().to_owned();
                path.push(ending);
                Some(PathBuf::from(path))
            }
            Driver::Pg(_) => None,
        }
    }

    /// Reads in one transaction. For short look-ups: on SQLite it runs on the calling thread.
    pub async fn read<T>(&self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        match &self.driver {
            Driver::Lite(lite) => lite.read(f),
            Driver::Pg(pg) => pg.read(f).await,
        }
    }

    /// Reads in one transaction that may take long (search, export): other tasks of this thread go on
    /// elsewhere.
    pub async fn scan<T>(&self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        match &self.driver {
            Driver::Lite(lite) => in_place(|| lite.read(f)),
            Driver::Pg(pg) => pg.read(f).await,
        }
    }

    /// Changes in one transaction; returns when it is durable. An error undoes all that the closure did.
    pub async fn write<T>(&self, f: impl FnMut(&Tx) -> Result<T>) -> Result<T> {
        let out = match &self.driver {
            Driver::Lite(lite) => lite.write(f).await,
            Driver::Pg(pg) => pg.write(f).await,
        };
        if out.is_ok() {
            self.changed.send_modify(|n| *n += 1);
        }
        out
    }

    /// A statement that is a transaction of its own: on PostgreSQL one way there and back. The first row, if there is
    /// one.
    pub async fn at_once<T>(
        &self,
        sql: Sql,
        params: &[V<'_>],
        f: impl Fn(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        let out = match &self.driver {
            Driver::Lite(lite) => lite.write(|tx| tx.one(sql, params, &f)).await,
            Driver::Pg(pg) => pg.at_once(sql, params, f).await,
        };
        if out.is_ok() {
            self.changed.send_modify(|n| *n += 1);
        }
        out
    }

    /// Ticks after each commit of this process: for live views and workers. Of other processes on the same
    /// database see [`Db::hear_others`]; whoever must see their work looks again after a while all the same.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// While what this gives is held, commits of other processes on the same SQLite file tick too, a moment later. On
    /// PostgreSQL they do not.
    pub fn hear_others(&self) -> Hearing {
        match &self.driver {
            Driver::Lite(lite) => self.others.hear(lite, &self.changed),
            Driver::Pg(_) => Hearing::default(),
        }
    }
}

/// Runs what blocks. On a multi-thread runtime the other tasks of this thread move elsewhere.
fn in_place<T>(f: impl FnOnce() -> T) -> T {
    use tokio::runtime::{Handle, RuntimeFlavor};
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(f),
        _ => f(),
    }
}

/// An open transaction.
pub struct Tx<'a> {
    conn: Conn<'a>,
}

enum Conn<'a> {
    Lite { conn: &'a rusqlite::Connection, epoch: u64, fate: &'a OnceCell<Fate> },
    Pg(&'a pg::PgTx<'a>),
}

impl<'a> Tx<'a> {
    fn new(conn: Conn<'a>) -> Tx<'a> {
        Tx { conn }
    }

    pub fn engine(&self) -> Engine {
        match self.conn {
            Conn::Lite { .. } => Engine::Sqlite,
            Conn::Pg(_) => Engine::Postgres,
        }
    }

    /// In a write on SQLite: a number that changes when memory derived from earlier writes may be stale,
    /// because another process wrote (the lower 32 bits) or a commit failed (the upper). Always 0 on PostgreSQL,
    /// where nothing may be remembered that others can change.
    pub fn epoch(&self) -> u64 {
        match self.conn {
            Conn::Lite { epoch, .. } => epoch,
            Conn::Pg(_) => 0,
        }
    }

    /// In a write on SQLite: who changes memory in this closure can see afterwards whether it was undone.
    pub fn fate(&self) -> Fate {
        match self.conn {
            Conn::Lite { fate, .. } => fate.get_or_init(Fate::default).clone(),
            Conn::Pg(_) => Fate::default(),
        }
    }

    /// All rows, each turned into a value.
    pub fn rows<T>(
        &self,
        sql: Sql,
        params: &[V],
        mut f: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        match &self.conn {
            Conn::Lite { conn, .. } => {
                let mut out = Vec::new();
                each_lite(conn, sql, params, |row| {
                    out.push(f(row)?);
                    Ok(())
                })?;
                Ok(out)
            }
            Conn::Pg(tx) => tx.rows(sql, params, f),
        }
    }

    /// The first row, if there is one.
    pub fn one<T>(
        &self,
        sql: Sql,
        params: &[V],
        f: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.rows(sql, params, f)?.into_iter().next())
    }

    /// Runs a statement; returns how many rows it touched.
    pub fn exec(&self, sql: Sql, params: &[V]) -> Result<u64> {
        match &self.conn {
            Conn::Lite { conn, .. } => {
                let mut stmt = bound(conn, sql, params)?;
                Ok(stmt.raw_execute().map_err(Error::internal)? as u64)
            }
            Conn::Pg(tx) => tx.exec(sql, params),
        }
    }

    /// Runs a statement for each row of parameters, in the cheapest way of the engine; returns how many
    /// rows it touched in all. Within one call no two rows may meet the same `on conflict do update`.
    pub fn many<const N: usize>(&self, sql: Sql, rows: &[[V<'_>; N]]) -> Result<u64> {
        if rows.is_empty() {
            return Ok(0);
        }
        match &self.conn {
            Conn::Lite { conn, .. } => {
                let mut stmt =
                    conn.prepare_cached(&sql.for_sqlite().text).map_err(Error::internal)?;
                let mut touched = 0;
                for row in rows {
                    bind(&mut stmt, row)?;
                    touched += stmt.raw_execute().map_err(Error::internal)? as u64;
                }
                Ok(touched)
            }
            Conn::Pg(tx) => tx.many(sql, rows),
        }
    }

    /// Prepares the text of a [`sql!`](crate::sql) without running it: how a test reads all of them.
    pub fn prepare(&self, text: &str) -> Result<()> {
        let ready = prepare_text(text, self.engine());
        match &self.conn {
            Conn::Lite { conn, .. } => {
                let lengths = vec![2; ready.lists.len()];
                conn.prepare(&ready.with_lists(&lengths)).map(drop).map_err(Error::internal)
            }
            Conn::Pg(tx) => tx.check(&ready.text),
        }
    }

    /// Schema changes and test helpers: a text that is made at run time.
    pub fn exec_text(&self, text: &str) -> Result<()> {
        match &self.conn {
            Conn::Lite { conn, .. } => {
                conn.execute_batch(text).map_err(|e| Error::internal(format!("{e} in: {text}")))
            }
            Conn::Pg(tx) => tx.simple(text),
        }
    }
}

fn bind(stmt: &mut rusqlite::Statement<'_>, params: &[V]) -> Result<()> {
    for (i, value) in params.iter().enumerate() {
        stmt.raw_bind_parameter(i + 1, value).map_err(Error::internal)?;
    }
    Ok(())
}

/// A cached statement with its parameters, lists expanded.
fn bound<'c>(
    conn: &'c rusqlite::Connection,
    sql: Sql,
    params: &[V],
) -> Result<rusqlite::CachedStatement<'c>> {
    let ready = sql.for_sqlite();
    let prepare = |text: &str| {
        conn.prepare_cached(text).map_err(|e| Error::internal(format!("{e} in: {text}")))
    };
    if ready.lists.is_empty() {
        let mut stmt = prepare(&ready.text)?;
        bind(&mut stmt, params)?;
        return Ok(stmt);
    }
    let list = |number: usize| match params.get(number - 1) {
        Some(V::List(items)) => Ok(items),
        _ => Err(Error::internal(format!("parameter {number} must be a List: {}", ready.text))),
    };
    let lists = ready.lists.iter().map(|&n| list(n)).collect::<Result<Vec<_>>>()?;
    let lengths: Vec<usize> = lists.iter().map(|items| items.len()).collect();
    let mut stmt = prepare(&ready.with_lists(&lengths))?;
    let mut next = ready.params;
    for (&number, items) in ready.lists.iter().zip(lists) {
        let value = |i: usize| items.get(i).or(items.last()).unwrap_or(&V::Null);
        stmt.raw_bind_parameter(number, value(0)).map_err(Error::internal)?;
        for i in 1..sql::padded(items.len()) {
            next += 1;
            stmt.raw_bind_parameter(next, value(i)).map_err(Error::internal)?;
        }
    }
    for (i, value) in params.iter().enumerate() {
        if !matches!(value, V::List(_)) {
            stmt.raw_bind_parameter(i + 1, value).map_err(Error::internal)?;
        }
    }
    Ok(stmt)
}

fn each_lite(
    conn: &rusqlite::Connection,
    sql: Sql,
    params: &[V],
    mut f: impl FnMut(&Row) -> Result<()>,
) -> Result<()> {
    let mut stmt = bound(conn, sql, params)?;
    let mut rows = stmt.raw_query();
    while let Some(row) = rows.next().map_err(Error::internal)? {
        f(&Row::Lite(row))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
