//! Where the measured server keeps its data, and how it is started there.

use std::path::{Path, PathBuf};
use std::process::Command;

use customers::Defaults;
use kit::db::{Place as DbPlace, Synchronous};
use kit::money::Currency;

use crate::process::{Server, family_cpu_seconds, parent};
use crate::{Outcome, raw};

#[derive(Clone, Debug)]
pub enum Place {
    Sqlite { folder: PathBuf, synchronous: &'static str },
    Postgres { url: String },
}

/// A door and its keys.
#[derive(Clone, Debug)]
pub struct Keys {
    pub id: String,
    pub write: String,
    pub secret: String,
}

impl Place {
    /// An empty place on SQLite; what another run left there is removed.
    pub fn new_sqlite(folder: PathBuf, synchronous: &'static str) -> Outcome<Place> {
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        Ok(Place::Sqlite { folder, synchronous })
    }

    /// A new database of this name in the cluster at `url`.
    pub async fn new_postgres(url: &str, name: &str) -> Outcome<Place> {
        let client = raw::postgres::connect(url).await?;
        for text in [format!("drop database if exists {name}"), format!("create database {name}")] {
            client.batch_execute(&text).await.map_err(|e| format!("{text}: {e}"))?;
        }
        let (cluster, _) = url.rsplit_once('/').ok_or("the URL names no database")?;
        Ok(Place::Postgres { url: format!("{cluster}/{name}") })
    }

    /// As the product opens it, inside this process.
    pub fn opened(&self, synchronous: Synchronous) -> DbPlace {
        match self {
            Place::Sqlite { folder, .. } => {
                DbPlace::Sqlite { path: folder.join("onedoor.db"), synchronous }
            }
            Place::Postgres { url } => DbPlace::Postgres { url: url.clone() },
        }
    }

    /// As it stands in the table.
    pub fn engine(&self) -> String {
        match self {
            Place::Sqlite { synchronous, .. } => format!("SQLite {synchronous}"),
            Place::Postgres { .. } => "PostgreSQL".to_string(),
        }
    }

    pub fn file(&self) -> Option<PathBuf> {
        match self {
            Place::Sqlite { folder, .. } => Some(folder.join("onedoor.db")),
            Place::Postgres { .. } => None,
        }
    }

    /// Removes the files; a PostgreSQL ends with the run.
    pub fn remove(&self) -> Outcome {
        let Place::Sqlite { folder, .. } = self else { return Ok(()) };
        std::fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
    }

    fn options(&self) -> Vec<String> {
        let options: &[&str] = match self {
            Place::Sqlite { folder, synchronous } => {
                &["--data", &folder.to_string_lossy(), "--synchronous", synchronous]
            }
            Place::Postgres { url } => &["--database", url],
        };
        options.iter().map(|option| option.to_string()).collect()
    }

    /// Makes the door of the web shop.
    pub fn add_door(&self, onedoor: &Path) -> Outcome<Keys> {
        self.add_door_of(onedoor, "web")
    }

    /// Makes a door of this kind.
    pub fn add_door_of(&self, onedoor: &Path, kind: &str) -> Outcome<Keys> {
        let mut command = Command::new(onedoor);
        command.args(["channel", "add", "--kind", kind, "--name", kind]);
        let output = command.args(self.options()).output();
        let output = output.map_err(|error| format!("{}: {error}", onedoor.display()))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let key = |name: &str| {
            let found = text.split_whitespace().find_map(|word| word.strip_prefix(name));
            found.map(str::to_string).ok_or_else(|| {
                format!("`channel add`: {text}{}", String::from_utf8_lossy(&output.stderr))
            })
        };
        Ok(Keys { id: key("id=")?, write: key("write_key=")?, secret: key("secret_key=")? })
    }

    /// Starts the server here.
    pub fn serve(&self, onedoor: &Path) -> Outcome<Server> {
        let mut arguments = vec!["serve".to_string(), "--listen".into(), "127.0.0.1:0".into()];
        arguments.extend(self.options());
        Server::start(onedoor, &arguments)
    }

    /// The process of the database engine, where it is not the server's own.
    pub async fn engine_process(&self) -> Outcome<Engine> {
        let Place::Postgres { url } = self else { return Ok(Engine(None)) };
        let client = raw::postgres::connect(url).await?;
        let row = client.query_one("select pg_backend_pid()", &[]).await;
        let pid: i32 = row.map_err(|e| e.to_string())?.get(0);
        Ok(Engine(Some(parent(pid))))
    }
}

/// What every shop that is measured begins with.
pub fn defaults() -> Defaults {
    Defaults { region: Some("PL".into()), currency: Currency::PLN }
}

/// Runs the product's own code beside the load generator. A runtime cannot be waited for, nor dropped, on a thread that
/// drives another: so it has a thread of its own.
pub fn aside<T: Send + 'static>(
    work: impl AsyncFnOnce() -> kit::Result<T> + Send + 'static,
) -> Outcome<T> {
    let run = move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.map_err(|error| error.to_string())?;
        runtime.block_on(work()).map_err(|error| error.detail)
    };
    let done = std::thread::spawn(run).join();
    done.map_err(|_| "the thread that does the product's work panicked".to_string())?
}

#[derive(Clone, Copy)]
pub struct Engine(Option<u32>);

impl Engine {
    pub fn cpu_seconds(self) -> f64 {
        self.0.map_or(0.0, family_cpu_seconds)
    }
}
