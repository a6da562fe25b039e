//! Processes that write to one SQLite file go in turn.
//!
//! SQLite has no queue: whoever finds the file taken sleeps and looks again, and against one who writes without a pause
//! never looks at the right moment. So whoever wants to write passes here first, and stands in the way of the next until
//! he has the file. Who dies here leaves it open.

use std::fs::File;
use std::path::Path;

use crate::{Error, Result};

pub struct Turnstile(File);

impl Turnstile {
    pub fn of(database: &Path) -> Result<Turnstile> {
        let mut path = database.as_os_str().to_owned();
        path.push("-turn");
        let file = File::options().create(true).truncate(false).write(true).open(path);
        Ok(Turnstile(file.map_err(Error::internal)?))
    }

    /// `enter` waits until the file is free, and takes it.
    pub fn pass<T>(&self, enter: impl FnOnce() -> Result<T>) -> Result<T> {
        self.0.lock().map_err(Error::internal)?;
        let entered = enter();
        self.0.unlock().map_err(Error::internal)?;
        entered
    }
}
