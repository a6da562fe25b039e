//! `cargo x shops`: real Vendure and Medusa servers sell from our shelf, and so do a Shopify and a WooCommerce of our own, which
//! Shopify's own schema and library and WooCommerce's own client take for real ones.
//!
//! The tests themselves are in crates/commerce/src/connectors/tests and crates/onedoor/tests/crash/links.rs; the servers'
//! scripts are in tests/shops.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use crate::Outcome;
use crate::install::{self, POSTGRES};
use crate::step::{cargo, root, run as run_command, step};
use crate::test::{TEST_POSTGRES, with_postgres};

/// Shops that are to be had nowhere: how a test is recognised that needs one, its script, and who is told where it is.
const OWN: [(&str, &str, &str); 2] = [
    ("shopify", "shopify-shop.mjs", "ONEDOOR_TEST_SHOPIFY"),
    ("woocommerce", "woocommerce-shop.mjs", "ONEDOOR_TEST_WOOCOMMERCE"),
];

/// Arguments choose tests: `cargo x shops vendure`; only the servers that these name are installed and started.
pub fn run(arguments: &[String]) -> Outcome {
    let folder = root().join("tests/shops");
    let is_asked =
        |name: &str| arguments.is_empty() || arguments.iter().any(|one| one.contains(name));
    install::debian(&[POSTGRES])?;
    step("install the shops and their judges", || install::npm(&folder))?;
    with_postgres(|postgres| {
        let mut servers = Vec::new();
        if is_asked("vendure") {
            let vendure = step("start Vendure", || Server::start("vendure.mjs", postgres))?;
            servers.push(("ONEDOOR_TEST_VENDURE", vendure));
        }
        if is_asked("medusa") {
            let own = folder.join("medusa");
            step("install Medusa", || install::npm_without_optional(&own))?;
            let medusa = step("start Medusa", || Server::start("medusa/server.mjs", postgres))?;
            servers.push(("ONEDOOR_TEST_MEDUSA", medusa));
        }
        for (name, script, variable) in OWN {
            if is_asked(name) {
                let own = step(&format!("start {script}"), || Server::start(script, postgres))?;
                servers.push((variable, own));
            }
        }
        if let Some((_, shop)) = servers.iter().find(|(name, _)| name.ends_with("WOOCOMMERCE")) {
            step("WooCommerce's own client takes ours for one", || {
                let mut judge = Command::new("node");
                run_command(judge.args(["woocommerce-judge.mjs", &shop.url]).current_dir(&folder))
            })?;
        }
        let test = |of: &[&str], all: &str| {
            let mut command = cargo(&["test", "--workspace"]);
            // One after the other: they look at one shop's shelf.
            command.args(of).args(["--", "--ignored", "--test-threads=1"]);
            match arguments {
                [] => command.arg(all),
                chosen => command.args(chosen),
            };
            command.env(TEST_POSTGRES, postgres).env("ONEDOOR_SHOPS_TESTS", &folder);
            command.envs(servers.iter().map(|(name, server)| (name, &server.url)));
            run_command(&mut command)
        };
        step("shops that are linked", || test(&["--lib"], "connectors::tests"))?;
        step("shops that are read while we are killed", || test(&["--test", "crash"], "links::"))
    })
}

/// A server that ends with us.
pub struct Server {
    process: Child,
    pub url: String,
}

impl Server {
    /// Starts it at a free port and waits until it says that it is ready. It may keep what it has in a database of its own there.
    pub fn start(script: &str, postgres: &str) -> Outcome<Server> {
        let failed = |error: std::io::Error| format!("{script} could not be started: {error}");
        let free = TcpListener::bind("127.0.0.1:0").and_then(|port| port.local_addr());
        let port = free.map_err(failed)?.port();
        let mut process = Command::new("node")
            .args([script, &port.to_string(), postgres])
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
