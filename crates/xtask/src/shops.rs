//! `cargo x shops`: a real Vendure server sells from our shelf, and Shopify's own library judges what we take for signed.
//!
//! The tests themselves are in crates/commerce/src/connectors/tests; the servers' scripts are in tests/shops.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use crate::Outcome;
use crate::install::{self, POSTGRES};
use crate::step::{cargo, root, run as run_command, step};
use crate::test::{TEST_POSTGRES, with_postgres};

/// Arguments choose tests: `cargo x shops vendure`.
pub fn run(arguments: &[String]) -> Outcome {
    let folder = root().join("tests/shops");
    install::debian(&[POSTGRES])?;
    step("install the shops and their judges", || install::npm(&folder))?;
    let vendure = step("start Vendure", || Server::start("vendure.mjs"))?;
    with_postgres(|postgres| {
        step("shops that are linked", || {
            // One after the other: they look at one shop's shelf.
            let mut command = cargo(&["test", "--workspace", "--lib", "--"]);
            command.args(["--ignored", "--test-threads=1"]);
            match arguments {
                [] => command.arg("connectors::tests"),
                chosen => command.args(chosen),
            };
            command.env(TEST_POSTGRES, postgres);
            command.env("ONEDOOR_TEST_VENDURE", &vendure.url).env("ONEDOOR_SHOPS_TESTS", &folder);
            run_command(&mut command)
        })
    })
}

/// A server that ends with us.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    /// Starts it at a free port and waits until it says that it is ready.
    fn start(script: &str) -> Outcome<Server> {
        let failed = |error: std::io::Error| format!("{script} could not be started: {error}");
        let free = TcpListener::bind("127.0.0.1:0").and_then(|port| port.local_addr());
        let port = free.map_err(failed)?.port();
        let mut process = Command::new("node")
            .args([script, &port.to_string()])
            .current_dir(root().join("tests/shops"))
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let said = process.stdout.take().ok_or("its output is not ours")?;
        let server = Server { process, url: format!("http://127.0.0.1:{port}") };
        let mut lines = BufReader::new(said).lines();
        let is_ready = lines.by_ref().map_while(Result::ok).any(|line| line == "ready");
        if !is_ready {
            return Err(format!("{script} ended before it was ready"));
        }
        // It may go on talking; somebody has to listen.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
