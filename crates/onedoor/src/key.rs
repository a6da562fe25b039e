//! The server's key, with which secrets in the database are sealed: from the configuration, else a file of its own
//! beside the embedded database, made at the first start. Whoever copies only the database has no secrets.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use kit::db::Place;
use kit::secrets::Secrets;
use kit::{Error, Result};

use crate::config::Config;

const FILE: &str = "onedoor.key";

pub fn secrets(config: &Config) -> Result<Secrets> {
    match (&config.key, &config.place) {
        (Some(key), _) => Secrets::of_hex(key),
        (None, Place::Sqlite { path, .. }) => beside(path.parent().unwrap_or(Path::new("."))),
        // Several servers must have the same.
        (None, Place::Postgres { .. }) => Ok(Secrets::missing()),
    }
}

fn beside(folder: &Path) -> Result<Secrets> {
    let path = folder.join(FILE);
    let bad = |error: std::io::Error| {
        Error::bad_input("bad_key_file", format!("The server's key {}: {error}.", path.display()))
    };
    // Made only if nobody else was quicker, and readable by nobody else.
    let new = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
    match new {
        Ok(mut file) => file.write_all(Secrets::random_hex()?.as_bytes()).map_err(bad)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(bad(error)),
    }
    Secrets::of_hex(&std::fs::read_to_string(&path).map_err(bad)?)
}
