//! The server under measurement, as a process of its own, and what it has used so far.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;

/// The kernel counts processor time in hundredths of a second (USER_HZ, the same on all of Linux).
const TICKS_PER_SECOND: f64 = 100.0;
const PAGE_KB: f64 = 4.0;
const STOP_LIMIT: Duration = Duration::from_secs(60);

/// A server that says `listening on http://…`; it is stopped when this is dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    /// Starts the program and waits until it listens. It ends with us, however we end.
    pub fn start(program: &Path, arguments: &[String]) -> Outcome<Server> {
        let failed = |error: std::io::Error| format!("{}: {error}", program.display());
        let mut child = Command::new("setpriv")
            .args(["--pdeathsig=TERM", "--"])
            .arg(program)
            .args(arguments)
            .env("ONEDOOR_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let stdout = child.stdout.take().ok_or("the server has no output")?;
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(failed)?;
            if let Some(address) = line.strip_prefix("listening on http://") {
                let address = address.parse().map_err(|_| format!("no address: {line}"))?;
                return Ok(Server { child, address });
            }
        }
        Err(format!("{} ended before it listened", program.display()))
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Processor time used so far, in seconds.
    pub fn cpu_seconds(&self) -> f64 {
        cpu_seconds(&self.pid().to_string())
    }

    /// Memory of its own in use now, in MB: without the pages of files, which it maps and the system may take back.
    pub fn memory_mb(&self) -> f64 {
        let text = std::fs::read_to_string(format!("/proc/{}/statm", self.pid()));
        let own = text.ok().and_then(|text| {
            let mut pages = text.split(' ').skip(1).map(str::parse::<f64>);
            Some(pages.next()?.ok()? - pages.next()?.ok()?)
        });
        own.unwrap_or(f64::NAN) * PAGE_KB / 1_024.0
    }

    /// Asks the server to stop and waits until it has.
    pub fn stop(mut self) -> Outcome {
        self.ask_to_stop();
        let deadline = Instant::now() + STOP_LIMIT;
        while Instant::now() < deadline {
            match self.child.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(status)) => return Err(format!("the server ended with {status}")),
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
        Err(format!("the server did not stop in {} s", STOP_LIMIT.as_secs()))
    }

    fn ask_to_stop(&self) {
        Command::new("kill").arg(self.pid().to_string()).stderr(Stdio::null()).status().ok();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if !matches!(self.child.try_wait(), Ok(Some(_))) {
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }
}

/// Processor time of this process, in seconds.
pub fn own_cpu_seconds() -> f64 {
    cpu_seconds("self")
}

fn cpu_seconds(pid: &str) -> f64 {
    let [user, system, ..] = times(pid);
    (user + system) / TICKS_PER_SECOND
}

/// Processor time of a process and of all that it started, those that have ended too.
pub fn family_cpu_seconds(pid: u32) -> f64 {
    let children = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let children = children.filter_map(|entry| entry.file_name().into_string().ok());
    let is_child = |child: &String| stat(child).get(1) == Some(&pid.to_string());
    let of_children: f64 = children.filter(is_child).map(|child| cpu_seconds(&child)).sum();
    times(&pid.to_string()).iter().sum::<f64>() / TICKS_PER_SECOND + of_children
}

/// User and system time, and those of the children that have ended.
fn times(pid: &str) -> [f64; 4] {
    let fields = stat(pid);
    let field = |at: usize| fields.get(at).and_then(|text| text.parse().ok()).unwrap_or(0.0);
    [field(11), field(12), field(13), field(14)]
}

/// The fields after the name: state, parent, …
fn stat(pid: &str) -> Vec<String> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let rest = text.rsplit_once(") ").map_or("", |(_, rest)| rest);
    rest.split(' ').map(str::to_string).collect()
}

/// The parent of a process: of a connection's process in PostgreSQL, the server itself.
pub fn parent(pid: i32) -> u32 {
    stat(&pid.to_string()).get(1).and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Processor time that the whole machine has used, in seconds: what is more than ours is noise.
pub fn machine_cpu_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    let first = text.lines().next().unwrap_or_default();
    let fields: Vec<f64> = first.split_whitespace().skip(1).flat_map(str::parse).collect();
    // user nice system idle iowait irq softirq steal
    let busy = fields.iter().enumerate().filter(|(i, _)| ![3, 4].contains(i) && *i < 8);
    busy.map(|(_, ticks)| ticks).sum::<f64>() / TICKS_PER_SECOND
}
