//! A message centre in a process of its own: started, told what to do, killed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use engage::connectors::http;
use kit::testing::Folder;
use serde_json::Value;

/// How long anything may take that happens in another process.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program that ends with the test.
pub struct Running(Child);

impl Running {
    pub fn start(command: &mut Command) -> Running {
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Running(quiet.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }

    /// What it says goes into this file.
    pub fn logged(command: &mut Command, log: &Path) -> Running {
        let file = std::fs::File::create(log).expect("a log can be written");
        let out = file.try_clone().expect("a log can be written");
        let spawned = command.stdout(out).stderr(file).spawn();
        Running(spawned.unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// The folder with the centre's script: the run's configuration.
#[expect(clippy::disallowed_methods, reason = "this is the tests' configuration")]
pub fn scripts() -> PathBuf {
    std::env::var("ONEDOOR_SMS_TESTS").expect("cargo x sms says where the scripts are").into()
}

pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// Waits until it is so.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let give_up = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(Instant::now() < give_up, "waited in vain until {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

pub struct Centre {
    pub port: u16,
    control: u16,
    folder: Folder,
    process: Option<Running>,
}

impl Centre {
    pub async fn start() -> Centre {
        let folder = Folder::new();
        let mut centre = Centre { port: free_port(), control: free_port(), folder, process: None };
        centre.start_again().await;
        centre
    }

    pub async fn start_again(&mut self) {
        let mut node = Command::new("node");
        node.arg("smsc.mjs").current_dir(scripts());
        node.args([self.port.to_string(), self.control.to_string()]).arg(self.log());
        self.process = Some(Running::start(&mut node));
        until("the centre listens", async || self.ask("/bound", Value::Null).await).await;
    }

    /// As `kill -9`.
    pub fn kill(&mut self) {
        self.process = None;
    }

    fn log(&self) -> PathBuf {
        self.folder.0.join("taken.jsonl")
    }

    pub async fn ask(&self, path: &str, body: Value) -> Option<Value> {
        let url = format!("http://127.0.0.1:{}{path}", self.control);
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let answer = http::send(axum::http::Method::POST, &url, &[], body).await.ok()?;
        serde_json::from_slice(&answer.body).ok()
    }

    pub async fn until_bound(&self) {
        until("a session is bound", async || {
            self.ask("/bound", Value::Null).await.filter(|bound| *bound == 1)
        })
        .await;
    }

    /// All that the centre ever took over.
    pub fn taken(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(self.log()).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }
}
