//! A throw-away PostgreSQL: a server of our own on a free loopback port, its data in a temporary
//! folder.
//!
//! It must end with us, however we end. In order: `Drop` stops it and removes the folder (success,
//! failure, panic); ctrl-c reaches the whole terminal group, so the server stops too; and for a
//! kill that nobody sees the kernel sends it the parent-death signal that `setpriv` sets. A folder
//! that was left so is swept by the next start.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::install::{self, POSTGRES, is_root};
use crate::step::succeeds;

const OLDEST_VERSION: u32 = 15;
const FOLDER_PREFIX: &str = "onedoor-postgres-";
const START_LIMIT: Duration = Duration::from_secs(60);
const STOP_LIMIT: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(20);

/// What a commit outlives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// A crash of Onedoor or of PostgreSQL, not of the machine: for tests.
    Memory,
    /// A crash of the machine: for benchmarks.
    Disk,
}

/// A running server; it stops when this is dropped.
pub struct Postgres {
    server: Child,
    folder: PathBuf,
    url: String,
}

/// `cargo x postgres [--durable]`
pub fn run(arguments: &[String]) -> Outcome {
    let durability = match arguments {
        [] => Durability::Memory,
        [flag] if flag == "--durable" => Durability::Disk,
        _ => return Err("Usage: cargo x postgres [--durable]".to_owned()),
    };
    install::debian(&[POSTGRES])?;
    let mut postgres = Postgres::start(durability)?;
    println!("\n{}\n\nCtrl-C stops it and forgets its data.", postgres.url());
    postgres.server.wait().map_err(|error| format!("PostgreSQL: {error}"))?;
    Ok(())
}

impl Postgres {
    /// Makes an empty cluster, starts its server and waits until it answers.
    pub fn start(durability: Durability) -> Outcome<Self> {
        sweep();
        let programs = newest().ok_or("no PostgreSQL 15 or newer under /usr/lib/postgresql")?;
        let folder = new_folder();
        initialise(&programs, &folder)?;
        let port = free_port()?;
        let server = spawn(&programs, &folder, port, durability)?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut postgres = Self { server, folder, url };
        postgres.wait_until_ready(&programs, port)?;
        Ok(postgres)
    }

    /// The address of the cluster's first database, for a superuser without a password.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn wait_until_ready(&mut self, programs: &Path, port: u16) -> Outcome {
        let deadline = Instant::now() + START_LIMIT;
        while Instant::now() < deadline {
            if let Ok(Some(status)) = self.server.try_wait() {
                return Err(format!("PostgreSQL ended with {status}:\n{}", self.log()));
            }
            let asked = ["--quiet", "--host=127.0.0.1", &format!("--port={port}")];
            if succeeds(Command::new(programs.join("pg_isready")).args(asked)) {
                return Ok(());
            }
            std::thread::sleep(POLL);
        }
        Err(format!("PostgreSQL did not answer in {} s:\n{}", START_LIMIT.as_secs(), self.log()))
    }

    fn log(&self) -> String {
        std::fs::read_to_string(log_file(&self.folder)).unwrap_or_else(|error| error.to_string())
    }

    /// Asks for a fast shutdown (SIGINT) and waits for it.
    fn stop(&mut self) -> Option<ExitStatus> {
        succeeds(Command::new("kill").arg("-INT").arg(self.server.id().to_string()));
        let deadline = Instant::now() + STOP_LIMIT;
        while Instant::now() < deadline {
            if let Ok(Some(status)) = self.server.try_wait() {
                return Some(status);
            }
            std::thread::sleep(POLL);
        }
        None
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if self.stop().is_none() && self.server.kill().is_ok() {
            self.server.wait().ok();
        }
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

/// The program folder of the newest version that Debian's packages installed.
pub fn newest() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    versions
        .filter_map(|entry| {
            Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin")))
        })
        .filter(|(version, programs)| {
            *version >= OLDEST_VERSION && programs.join("postgres").exists()
        })
        .max()
        .map(|(_, programs)| programs)
}

fn initialise(programs: &Path, folder: &Path) -> Outcome {
    let options =
        ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
    let mut initdb = unprivileged(&programs.join("initdb"));
    let output = initdb.args(options).arg("--pgdata").arg(folder).output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("initdb: {}", String::from_utf8_lossy(&output.stderr))),
        Err(error) => Err(format!("initdb could not be started: {error}")),
    }
}

fn spawn(programs: &Path, folder: &Path, port: u16, durability: Durability) -> Outcome<Child> {
    let mut server = unprivileged(&programs.join("postgres"));
    server.arg("-D").arg(folder).arg("-p").arg(port.to_string());
    // Loopback only, no socket file; room for many tests at a time, each with a pool of its own.
    let mut settings =
        vec!["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300"];
    if durability == Durability::Memory {
        settings.extend(["fsync=off", "full_page_writes=off"]);
    }
    for setting in settings {
        server.arg("-c").arg(setting);
    }
    let log =
        File::create(log_file(folder)).map_err(|error| format!("PostgreSQL's log: {error}"))?;
    let log_too = log.try_clone().map_err(|error| format!("PostgreSQL's log: {error}"))?;
    let spawned = server.stdout(log).stderr(log_too).spawn();
    spawned.map_err(|error| format!("postgres could not be started: {error}"))
}

/// The program as the user postgres when we are root (it refuses root), and never outliving us.
fn unprivileged(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.arg("--pdeathsig=INT");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.arg("--").arg(program).current_dir(std::env::temp_dir());
    command
}

/// Asks the kernel for a port and gives it back: nobody else takes it in the moment until the
/// server does.
pub fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    Ok(listener.map_err(|error| format!("no free loopback port: {error}"))?.port())
}

fn log_file(folder: &Path) -> PathBuf {
    folder.join("server.log")
}

fn new_folder() -> PathBuf {
    static STARTED: AtomicU32 = AtomicU32::new(0);
    let nth = STARTED.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("{FOLDER_PREFIX}{}-{nth}", std::process::id()))
}

/// Removes the folders of runs that were killed.
fn sweep() {
    for entry in std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner =
            name.to_str().and_then(|name| name.strip_prefix(FOLDER_PREFIX)?.split('-').next());
        if owner.is_some_and(|pid| !Path::new("/proc").join(pid).exists()) {
            std::fs::remove_dir_all(entry.path()).ok();
        }
    }
}
