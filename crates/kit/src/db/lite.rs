//! SQLite: many readers, one writer with group commit.
//!
//! Readers and the writer run where they are called (a point read takes microseconds, a group of writes a few
//! milliseconds; a thread hand-over costs more). The writer is one connection behind a fair lock. Whoever holds it runs a closure inside the open transaction;
//! the last one in the queue commits for all, so that under load one `fsync` serves many and
//! `synchronous=FULL` costs next to nothing.

use std::cell::OnceCell;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tokio::sync::{Mutex as AsyncMutex, oneshot};

use super::fate::Fate;
use super::turnstile::Turnstile;
use super::{Conn, Tx};
use crate::{Error, Result};

/// Closures that may share one commit, and how long the first may be kept waiting for the others.
const GROUP_MAX: usize = 512;
const GROUP_AGE_MAX: Duration = Duration::from_millis(5);
const IDLE_READERS_MAX: usize = 16;
const STATEMENTS_KEPT: usize = 256;
const CHECKPOINT_EVERY: Duration = Duration::from_millis(20);
/// Readers map the file into memory and need little beside. The writer finds its pages in the log, which is
/// not mapped.
const READER_CACHE_KB: i64 = 16 * 1024;
const WRITER_CACHE_KB: i64 = 64 * 1024;
/// Of the file: all of it, as far as SQLite was built to (`.cargo/config.toml`).
const MAPPED_MAX: i64 = 1 << 40;
/// Above this many pages (64 MiB) the writer waits until the log could be started anew.
const WAL_PAGES_MAX: i64 = 16_384;
const PASSES_MORE: usize = 2;

/// How sure a commit is to survive the machine's (not the process's) sudden end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Synchronous {
    /// An answered write is on the disk.
    #[default]
    Full,
    /// A power cut may take the last moments; a crash of the process takes nothing.
    Normal,
}

#[derive(Clone)]
pub struct Lite(Arc<Inner>);

struct Inner {
    path: PathBuf,
    readers: Mutex<Vec<Connection>>,
    writer: AsyncMutex<Writer>,
    /// How many wait for the writer: the last one commits.
    waiting: AtomicUsize,
}

struct Writer {
    conn: Connection,
    turnstile: Turnstile,
    open: Option<Group>,
    data_version: i64,
    /// Changes when memory derived from earlier writes may be stale: see [`Tx::epoch`].
    epoch: u64,
}

struct Group {
    since: Instant,
    size: usize,
    waiters: Vec<oneshot::Sender<Result<()>>>,
}

impl Lite {
    pub fn open(path: &Path, synchronous: Synchronous) -> Result<Lite> {
        let conn = connect(path)?;
        conn.pragma_update(None, "cache_size", -WRITER_CACHE_KB).map_err(Error::internal)?;
        let mode = if synchronous == Synchronous::Full { "full" } else { "normal" };
        keep_a_log(&conn)?;
        conn.pragma_update(None, "synchronous", mode).map_err(Error::internal)?;
        conn.pragma_update(None, "wal_autocheckpoint", 0).map_err(Error::internal)?;
        let turnstile = Turnstile::of(path)?;
        let writer = Writer { conn, turnstile, open: None, data_version: -1, epoch: 0 };
        let inner = Arc::new(Inner {
            path: path.to_path_buf(),
            readers: Mutex::default(),
            writer: AsyncMutex::new(writer),
            waiting: AtomicUsize::new(0),
        });
        let (checkpointer, weak) = (connect(path)?, Arc::downgrade(&inner));
        let file = kept_open(path)?;
        std::thread::Builder::new()
            .name("checkpoint".into())
            .spawn(move || keep_log_short(&checkpointer, file, &weak))
            .map_err(Error::internal)?;
        Ok(Lite(inner))
    }

    pub fn path(&self) -> &Path {
        &self.0.path
    }

    pub fn read<T>(&self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        let idle = self.0.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let conn = match idle {
            Some(conn) => conn,
            None => self.reader()?,
        };
        run(&conn, "begin")?;
        let out = f(&Tx::new(Conn::Lite { conn: &conn, epoch: 0, fate: &OnceCell::new() }));
        run(&conn, "commit")?;
        let mut idle = self.0.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_READERS_MAX {
            idle.push(conn);
        }
        out
    }

    /// A connection that only reads.
    pub fn reader(&self) -> Result<Connection> {
        let conn = connect(&self.0.path)?;
        conn.pragma_update(None, "query_only", true).map_err(Error::internal)?;
        Ok(conn)
    }

    pub async fn write<T>(&self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        let place = Place::queue(&self.0);
        let mut writer = self.0.writer.lock().await;
        place.leave();
        let out = writer.run(f)?;
        let last = self.0.waiting.load(Ordering::SeqCst) == 0;
        let committed = writer.settle(last)?;
        drop(writer);
        if let Some(committed) = committed {
            committed.await.map_err(Error::internal)??;
        }
        Ok(out)
    }
}

impl Writer {
    /// Runs one closure inside the group's transaction; one that fails or panics is undone alone.
    fn run<T>(&mut self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        if self.open.is_none() {
            self.turnstile.pass(|| run(&self.conn, "begin immediate"))?;
            self.open = Some(Group { since: Instant::now(), size: 0, waiters: Vec::new() });
            self.notice_others()?;
        }
        run(&self.conn, "savepoint one")?;
        let fate = OnceCell::<Fate>::new();
        let out = catch_unwind(AssertUnwindSafe(|| {
            f(&Tx::new(Conn::Lite { conn: &self.conn, epoch: self.epoch, fate: &fate }))
        }));
        if !matches!(out, Ok(Ok(_))) {
            // It may have noted somewhere in memory what is undone now.
            fate.get().into_iter().for_each(Fate::undo);
            run(&self.conn, "rollback to one")?;
        }
        run(&self.conn, "release one")?;
        match out {
            Ok(Ok(out)) => Ok(out),
            Ok(Err(error)) => {
                // Others of the group may be waiting for a commit that this closure would have made.
                self.settle(true)?;
                Err(error)
            }
            Err(panic) => {
                self.settle(true).ok();
                resume_unwind(panic)
            }
        }
    }

    /// Another process on the same file has written since our last look.
    fn notice_others(&mut self) -> Result<()> {
        let mut stmt = self.conn.prepare_cached("pragma data_version").map_err(Error::internal)?;
        let version: i64 = stmt.query_row([], |row| row.get(0)).map_err(Error::internal)?;
        if version != self.data_version {
            self.data_version = version;
            self.epoch += 1;
        }
        Ok(())
    }

    /// Commits if this was the last of the group; else leaves it to the next and returns what to wait for.
    fn settle(&mut self, last: bool) -> Result<Option<oneshot::Receiver<Result<()>>>> {
        let Some(group) = &mut self.open else { return Ok(None) };
        group.size += 1;
        if !last && group.size < GROUP_MAX && group.since.elapsed() < GROUP_AGE_MAX {
            let (done, wait) = oneshot::channel();
            group.waiters.push(done);
            return Ok(Some(wait));
        }
        self.commit()?;
        Ok(None)
    }

    fn commit(&mut self) -> Result<()> {
        let Some(group) = self.open.take() else { return Ok(()) };
        let out = run(&self.conn, "commit");
        if out.is_err() {
            // The disk is full or failing: nothing of the group happened.
            self.epoch += 1 << 32;
            run(&self.conn, "rollback").ok();
        }
        for waiter in group.waiters {
            // One who went away does not hear the answer; the write stands.
            waiter.send(out.clone()).ok();
        }
        out
    }
}

/// A place in the writer's queue. If the one who waits goes away as the last, a task commits what others
/// left to him.
struct Place<'a> {
    inner: &'a Arc<Inner>,
    left: bool,
}

impl Place<'_> {
    fn queue(inner: &Arc<Inner>) -> Place<'_> {
        inner.waiting.fetch_add(1, Ordering::SeqCst);
        Place { inner, left: false }
    }

    fn leave(mut self) {
        self.left = true;
        self.inner.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if self.left || self.inner.waiting.fetch_sub(1, Ordering::SeqCst) > 1 {
            return;
        }
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let inner = self.inner.clone();
            runtime.spawn(async move { inner.writer.lock().await.commit() });
        }
    }
}

fn connect(path: &Path) -> Result<Connection> {
    let mut conn = Connection::open(path)
        .map_err(|e| Error::internal(format!("cannot open {}: {e}", path.display())))?;
    conn.busy_handler(Some(waits)).map_err(Error::internal)?;
    let set = |name, value: i64| conn.pragma_update(None, name, value).map_err(Error::internal);
    // Else a cached statement is planned anew whenever a bound value changes (bundled SQLite has STAT4).
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(Error::internal)?;
    set("cache_size", -READER_CACHE_KB)?;
    // Else every savepoint writes the pages that it may have to restore into a file.
    set("temp_store", 2)?;
    set("mmap_size", MAPPED_MAX)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(conn)
}

/// While another process holds the file: whether to look again.
fn waits(looks: i32) -> bool {
    const PAUSE: Duration = Duration::from_millis(1);
    const LOOKS_MAX: i32 = 10_000;
    std::thread::sleep(PAUSE);
    looks < LOOKS_MAX
}

/// Turns the write-ahead log on. Where several processes meet a new file at once, all but one are told
/// “locked” without the patience that other statements have.
fn keep_a_log(conn: &Connection) -> Result<()> {
    const PAUSE: Duration = Duration::from_millis(10);
    const TRIES_MAX: u32 = 500;
    let mut tries = 0;
    loop {
        match conn.pragma_update(None, "journal_mode", "wal") {
            Ok(()) => return Ok(()),
            Err(error) if is_busy(&error) && tries < TRIES_MAX => {
                tries += 1;
                std::thread::sleep(PAUSE);
            }
            Err(error) => return Err(Error::internal(error)),
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
    matches!(error.sqlite_error_code(), Some(DatabaseBusy | DatabaseLocked))
}

fn run(conn: &Connection, sql: &str) -> Result<()> {
    conn.prepare_cached(sql).and_then(|mut stmt| stmt.execute([])).map_err(Error::internal)?;
    Ok(())
}

/// A handle of the file by which to sync it. It is never closed: with any handle that a process closes, it loses all locks
/// that SQLite holds on that file for it.
fn kept_open(path: &Path) -> Result<&'static File> {
    let file = File::options().write(true).open(path).map_err(Error::internal)?;
    Ok(Box::leak(Box::new(file)))
}

/// Copies the log back into the file beside the writer, who is held only for the rest when the log is long.
///
/// SQLite syncs the file when nothing of the log is left to copy. While there is always more, that would be when the writer is
/// held: so what was copied is synced here each time, and little is left to wait for.
fn keep_log_short(conn: &Connection, file: &File, inner: &Weak<Inner>) {
    let mut copied_before = 0;
    loop {
        std::thread::sleep(CHECKPOINT_EVERY);
        let Some(inner) = inner.upgrade() else { return };
        let mut pass = || -> Result<i64> {
            let (pages, copied) = checkpoint(conn, "passive")?;
            if std::mem::replace(&mut copied_before, copied) != copied {
                file.sync_data().map_err(Error::internal)?;
            }
            Ok(pages)
        };
        // Each time only what came meanwhile is left, until it is so little that the writer may wait for it.
        let passes = match pass() {
            Ok(pages) if pages <= WAL_PAGES_MAX => continue,
            Ok(_) => (0..PASSES_MORE).try_for_each(|_| pass().map(drop)),
            Err(error) => Err(error),
        };
        if let Err(error) = passes {
            tracing::warn!(%error, "checkpoint failed; will try again");
            continue;
        }
        let mut writer = inner.writer.blocking_lock();
        if writer.commit().is_ok() {
            writer.turnstile.pass(|| checkpoint(conn, "restart")).ok();
        }
    }
}

/// The pages of the log, and how many of them have been copied.
fn checkpoint(conn: &Connection, mode: &str) -> Result<(i64, i64)> {
    conn.query_row(&format!("pragma wal_checkpoint({mode})"), [], |row| {
        Ok((row.get(1)?, row.get(2)?))
    })
    .map_err(Error::internal)
}
