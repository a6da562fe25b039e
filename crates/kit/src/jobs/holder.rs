//! Who holds a queue, and whether that process still lives.
//!
//! Anywhere, a hold that is not renewed ends by itself after [`super::LEASE`]. But whoever restarts after a crash should
//! not wait for its own dead predecessor. On SQLite all processes are on one machine, whose system knows who is dead: each
//! process that works has a file of its own beside the database and holds the system's lock on it, which ends with the
//! process, however it ends. Whose file can be locked by another is dead, and what it held is free. A file that is missing
//! says nothing.
//!
//! On PostgreSQL the processes are on many machines, and what a lost connection says of its process is not sure: see
//! `docs/decisions/0017-leases.md`.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use super::store;
use crate::id::{to_base32, uuid_v7};
use crate::{Clock, Db, Error, Result};

const MARK: &str = "-worker-";

/// A process, as it is named where it holds a queue.
pub struct Holder {
    name: String,
    /// Its lock, as long as it works.
    lock: Option<(File, PathBuf)>,
}

impl Holder {
    /// One of whom nobody can tell whether it lives.
    pub fn new(clock: &Clock) -> Holder {
        Holder { name: to_base32(uuid_v7(clock.now())), lock: None }
    }

    /// One whose end the others on this machine will see.
    pub fn locked(db: &Db, clock: &Clock) -> Result<Holder> {
        let mut holder = Holder::new(clock);
        let Some(path) = db.beside(&format!("{MARK}{}", holder.name)) else { return Ok(holder) };
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let file = file.map_err(Error::internal)?;
        file.try_lock().map_err(Error::internal)?;
        holder.lock = Some((file, path));
        Ok(holder)
    }

    /// The name of a new hold: no other has the same.
    pub fn hold(&self, clock: &Clock) -> String {
        format!("{}/{}", self.name, to_base32(uuid_v7(clock.now())))
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        if let Some((_, path)) = &self.lock {
            // One that stays is found unlocked, and taken away by who works next.
            std::fs::remove_file(path).ok();
        }
    }
}

/// Frees what processes held that are dead; returns how many those were.
pub async fn free_dead(db: &Db) -> Result<usize> {
    let dead = dead(db)?;
    for (name, _lock, path) in &dead {
        db.write(|tx| store::release_all(tx, name)).await?;
        std::fs::remove_file(path).ok();
    }
    Ok(dead.len())
}

/// Names of dead processes, with the locks that prove it, and their files.
fn dead(db: &Db) -> Result<Vec<(String, File, PathBuf)>> {
    let Some(mark) = db.beside(MARK) else { return Ok(Vec::new()) };
    let (Some(folder), Some(mark)) =
        (mark.parent(), mark.file_name().and_then(|name| name.to_str()))
    else {
        return Ok(Vec::new());
    };
    let mut dead = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Error::internal)? {
        let path = entry.map_err(Error::internal)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) = name.and_then(|name| name.strip_prefix(mark)) else { continue };
        if let Some(lock) = lock_of_dead(&path) {
            dead.push((name.to_string(), lock, path));
        }
    }
    Ok(dead)
}

/// The lock of a process that does not hold it any more.
fn lock_of_dead(path: &Path) -> Option<File> {
    let file = OpenOptions::new().write(true).open(path).ok()?;
    file.try_lock().ok().map(|()| file)
}
