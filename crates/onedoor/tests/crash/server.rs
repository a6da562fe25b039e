//! The program as a process of its own, and the doors that its command line makes.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use kit::db::Place;

/// With this the server keeps secrets.
pub const KEY: &str = "a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7";

/// A running server; it is killed when this is dropped.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
}

/// The keys of a shop's page and of its own server.
#[derive(Clone)]
pub struct Doors {
    pub write_key: String,
    pub secret_key: String,
}

fn onedoor(place: &Place) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onedoor"));
    command.env("ONEDOOR_LOG", "warn").env("ONEDOOR_KEY", KEY);
    match place {
        Place::Sqlite { path, .. } => {
            command.arg("--data").arg(path.parent().unwrap_or(Path::new(".")));
        }
        Place::Postgres { url } => {
            command.args(["--database", url]);
        }
    }
    command
}

impl Server {
    /// Starts it and waits until it says where it listens.
    pub async fn start(place: &Place) -> Server {
        let mut command = onedoor(place);
        command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        let mut process = command.spawn().expect("the program starts");
        let lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        let found = tokio::task::spawn_blocking(move || {
            lines.map_while(Result::ok).find_map(|line| {
                line.strip_prefix("listening on http://")?.parse::<SocketAddr>().ok()
            })
        });
        let address = found.await.expect("reads").expect("a server says where it listens");
        Server { process, address }
    }

    /// SIGKILL: it hears nothing and can finish nothing.
    pub fn kill(&mut self) {
        self.process.kill().expect("a process of ours can be killed");
        self.process.wait().expect("it ends");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

impl Doors {
    pub fn make(place: &Place) -> Doors {
        let mut command = onedoor(place);
        command.args(["channel", "add", "--kind", "web", "--name", "Shop"]);
        let output = command.output().expect("the program starts");
        let printed = String::from_utf8(output.stdout).expect("text");
        let key = |name: &str| {
            let found = printed.split_whitespace().find_map(|word| word.strip_prefix(name));
            found.unwrap_or_else(|| panic!("{name} in {printed}")).to_string()
        };
        Doors { write_key: key("write_key="), secret_key: key("secret_key=") }
    }
}
