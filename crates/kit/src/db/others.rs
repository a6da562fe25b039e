//! What other processes write into the same SQLite file: heard while somebody listens.
//!
//! A connection of its own asks a few times a second whether any other has written (`pragma data_version`: microseconds,
//! and nobody waits for it). If so, everybody who follows [`super::Db::changes`] looks, as after a commit of this process.
//! PostgreSQL has no question of that price; whoever must see what others do there looks again after a while.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::watch;

use super::lite::Lite;
use crate::{Error, Result};

const EVERY: Duration = Duration::from_millis(150);

/// While somebody holds this, commits of other processes tick too.
#[derive(Clone, Default)]
pub struct Hearing {
    _held: Option<Arc<()>>,
}

/// Who listens in this process: one for all.
#[derive(Clone, Default)]
pub struct Others(Arc<Mutex<Weak<()>>>);

impl Others {
    pub fn hear(&self, lite: &Lite, changed: &watch::Sender<u64>) -> Hearing {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = known.upgrade() {
            return Hearing { _held: Some(held) };
        }
        let held = Arc::new(());
        *known = Arc::downgrade(&held);
        tokio::spawn(listen(lite.clone(), changed.clone(), Arc::downgrade(&held)));
        Hearing { _held: Some(held) }
    }
}

/// Until nobody holds it any more.
async fn listen(lite: Lite, changed: watch::Sender<u64>, held: Weak<()>) {
    let mut heard = None;
    while held.strong_count() > 0 {
        match look(&lite, &mut heard) {
            Ok(true) => changed.send_modify(|n| *n += 1),
            Ok(false) => {}
            Err(error) => {
                // Whoever listens looks now and then all the same.
                tracing::warn!(%error, "what other processes write is not heard for the moment");
                heard = None;
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Whether anybody has written since the last look. This process has, too: that cannot be told apart, and one look more
/// does no harm.
fn look(lite: &Lite, heard: &mut Option<(Connection, i64)>) -> Result<bool> {
    let Some((conn, before)) = heard else {
        let conn = lite.reader()?;
        let version = version(&conn)?;
        *heard = Some((conn, version));
        return Ok(false);
    };
    let now = version(conn)?;
    Ok(std::mem::replace(before, now) != now)
}

fn version(conn: &Connection) -> Result<i64> {
    let mut stmt = conn.prepare_cached("pragma data_version").map_err(Error::internal)?;
    stmt.query_row([], |row| row.get(0)).map_err(Error::internal)
}
