//! A real Asterisk with telephones and a line to the world, all in processes of their own.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use kit::testing::Folder;

/// How long anything may take that happens in another process.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Running(Child);

impl Running {
    pub fn start(command: &mut Command) -> Running {
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Running(quiet.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the tests' configuration")]
pub fn path_of(variable: &str) -> PathBuf {
    std::env::var(variable).expect("cargo x phone says where it lies").into()
}

pub fn free_port() -> u16 {
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").expect("a port");
    socket.local_addr().expect("an address").port()
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

/// The shop's telephone system: 48221234567 rings Ewa (101), who answers, and Ola (102), who does not; 48221234568 rings Ola.
pub struct Exchange {
    tree: PathBuf,
    scripts: PathBuf,
    folder: Folder,
    pub ami: u16,
    sip: u16,
    asterisk: Option<Running>,
    _telephones: Vec<Running>,
}

impl Exchange {
    pub async fn open() -> Exchange {
        let (tree, scripts) = (path_of("ONEDOOR_ASTERISK"), path_of("ONEDOOR_PHONE_TESTS"));
        let folder = Folder::new();
        let [ami, sip, world, ewa, ola] = std::array::from_fn(|_| free_port());
        let here = folder.0.display().to_string();
        let tree_text = tree.display().to_string();
        for file in std::fs::read_dir(&scripts).unwrap().map(|file| file.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap();
            if !name.ends_with(".conf") && !name.ends_with(".conf.in") {
                continue;
            }
            let mut text = std::fs::read_to_string(&file).unwrap();
            let ports = [
                ("@AMI@", ami),
                ("@SIP@", sip),
                ("@WORLD@", world),
                ("@EWA@", ewa),
                ("@OLA@", ola),
            ];
            for (mark, port) in ports {
                text = text.replace(mark, &port.to_string());
            }
            text = text.replace("@HERE@", &here).replace("@TREE@", &tree_text);
            std::fs::write(folder.0.join(name.trim_end_matches(".in")), text).unwrap();
        }
        for part in ["lib", "run", "log", "spool/monitor"] {
            std::fs::create_dir_all(folder.0.join(part)).unwrap();
        }
        let mut exchange =
            Exchange { tree, scripts, folder, ami, sip, asterisk: None, _telephones: Vec::new() };
        let rings = exchange.scripts.join("rings.xml").display().to_string();
        let answers = |port: u16| (port, vec!["-sn".to_string(), "uas".to_string()]);
        let rings = (ola, vec!["-sf".to_string(), rings]);
        for (port, how) in [answers(ewa), answers(world), rings] {
            let mut sipp = exchange.program("usr/bin/sipp");
            sipp.args(how).args(["-i", "127.0.0.1", "-nostdin", "-p"]).arg(port.to_string());
            exchange._telephones.push(Running::start(&mut sipp));
        }
        exchange.start().await;
        exchange
    }

    /// Starts Asterisk and waits until its manager listens.
    pub async fn start(&mut self) {
        let mut asterisk = self.program("usr/sbin/asterisk");
        asterisk.arg("-C").arg(self.folder.0.join("asterisk.conf")).args(["-f", "-n"]);
        self.asterisk = Some(Running::start(&mut asterisk));
        let port = self.ami;
        until("Asterisk listens", async || std::net::TcpStream::connect(("127.0.0.1", port)).ok())
            .await;
        until("it is ready", async || {
            self.console("core waitfullybooted").contains("fully booted").then_some(())
        })
        .await;
    }

    pub fn kill(&mut self) {
        self.asterisk = None;
    }

    /// What Asterisk answers on its console.
    pub fn console(&self, command: &str) -> String {
        let mut asterisk = self.program("usr/sbin/asterisk");
        asterisk.arg("-C").arg(self.folder.0.join("asterisk.conf")).args(["-r", "-x", command]);
        let output = asterisk.output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Somebody calls a number of the shop, and hangs up after so long.
    pub fn call(&self, number: &str, dialled: &str, talk: Duration) -> Running {
        let mut sipp = self.program("usr/bin/sipp");
        sipp.arg("-sf").arg(self.scripts.join("calls.xml"));
        sipp.args(["-m", "1", "-nostdin", "-i", "127.0.0.1", "-s", dialled]);
        sipp.args(["-key", "number", number, "-key", "name", "ANNA N", "-d"]);
        sipp.arg(talk.as_millis().to_string());
        sipp.arg("-p").arg(free_port().to_string()).arg(format!("127.0.0.1:{}", self.sip));
        Running::start(&mut sipp)
    }

    fn program(&self, path: &str) -> Command {
        let mut command = Command::new(self.tree.join(path));
        let libraries = ["usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "usr/lib"];
        let libraries = libraries.map(|one| self.tree.join(one).display().to_string());
        command.env("LD_LIBRARY_PATH", libraries.join(":")).current_dir(&self.folder.0);
        command
    }
}
