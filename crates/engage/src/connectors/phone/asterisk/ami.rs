//! The manager interface of Asterisk (AMI): blocks of `Name: value` lines over TCP, each ended by an empty line.

use std::time::Duration;

use kit::{Error, Result};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::time::timeout;

use super::Settings;

const CONNECT_MAX: Duration = Duration::from_secs(5);
const ANSWER_MAX: Duration = Duration::from_secs(10);
const LINE_BYTES_MAX: u64 = 16 * 1024;
const LINES_MAX: usize = 300;

/// A block: an event, or the answer to an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packet(pub Vec<(String, String)>);

impl Packet {
    /// A value that says something: Asterisk writes `<unknown>` and `<null>` for nothing.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let value = found.map(|(_, value)| value.trim())?;
        (!matches!(value, "" | "<unknown>" | "<null>" | "(null)")).then_some(value)
    }

    pub fn is_success(&self) -> bool {
        self.get("Response") == Some("Success")
    }
}

/// Somebody who is let in.
pub struct Ami {
    lines: BufReader<OwnedReadHalf>,
    writer: OwnedWriteHalf,
    /// What has come of the next block, so that no piece is lost when nobody waits for its end.
    begun: Packet,
    line: Vec<u8>,
}

impl Ami {
    /// Connects and signs in; `events` as Asterisk has it (`off`, `call,dialplan`).
    pub async fn open(settings: &Settings, password: &str, events: &str) -> Result<Ami> {
        let place = (settings.host.as_str(), settings.port);
        let connected = timeout(CONNECT_MAX, TcpStream::connect(place)).await;
        let stream = match connected {
            Ok(Ok(stream)) => stream,
            Ok(Err(error)) => return Err(not_reached(settings, &error.to_string())),
            Err(_) => return Err(not_reached(settings, "no answer")),
        };
        stream.set_nodelay(true).map_err(|error| lost(&error.to_string()))?;
        let (reader, writer) = stream.into_split();
        let lines = BufReader::new(reader);
        let mut ami = Ami { lines, writer, begun: Packet::default(), line: Vec::new() };
        let greeting =
            timeout(ANSWER_MAX, ami.read_line()).await.map_err(|_| lost("silence"))??;
        if !greeting.starts_with("Asterisk Call Manager") {
            return Err(not_reached(settings, "whoever listens there is no Asterisk manager"));
        }
        let fields = [("Username", settings.username.as_str()), ("Secret", password)];
        let fields: Vec<_> = fields.into_iter().chain([("Events", events)]).collect();
        let answer = ami.ask("Login", &fields).await?;
        if answer.is_success() {
            return Ok(ami);
        }
        let said = answer.get("Message").unwrap_or("no reason");
        let detail = format!(
            "Asterisk does not let “{}” in ({said}). Compare the name and the secret with manager.conf, \
             and its `permit` with this server's address.",
            settings.username
        );
        Err(Error::conflict("asterisk_refused", detail))
    }

    /// Sends an action. A value cannot begin a line of its own.
    pub async fn send(&mut self, action: &str, fields: &[(&str, &str)]) -> Result<()> {
        let mut text = format!("Action: {action}\r\n");
        for (name, value) in fields {
            let value: String = value.chars().filter(|c| !c.is_control()).collect();
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        self.writer.write_all(text.as_bytes()).await.map_err(|error| lost(&error.to_string()))
    }

    /// Sends an action and waits for its answer; events that come meanwhile are dropped.
    pub async fn ask(&mut self, action: &str, fields: &[(&str, &str)]) -> Result<Packet> {
        self.send(action, fields).await?;
        let answer = async {
            loop {
                let packet = self.next().await?;
                if packet.get("Response").is_some() {
                    return Ok(packet);
                }
            }
        };
        timeout(ANSWER_MAX, answer).await.map_err(|_| lost("no answer"))?
    }

    /// The next block.
    pub async fn next(&mut self) -> Result<Packet> {
        loop {
            let line = self.read_line().await?;
            if line.is_empty() {
                if !self.begun.0.is_empty() {
                    return Ok(std::mem::take(&mut self.begun));
                }
            } else if let Some((name, value)) = line.split_once(':') {
                if self.begun.0.len() >= LINES_MAX {
                    return Err(lost("a block without an end"));
                }
                self.begun.0.push((name.trim().to_string(), value.trim().to_string()));
            }
        }
    }

    /// A line without its end. What was read of it stays when nobody waits any more.
    async fn read_line(&mut self) -> Result<String> {
        let room = LINE_BYTES_MAX.saturating_sub(self.line.len() as u64);
        let mut limited = (&mut self.lines).take(room);
        let read = limited.read_until(b'\n', &mut self.line).await;
        read.map_err(|error| lost(&error.to_string()))?;
        if self.line.last() != Some(&b'\n') {
            return Err(lost("the line was closed, or is too long"));
        }
        let line = std::mem::take(&mut self.line);
        Ok(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_string())
    }
}

fn not_reached(settings: &Settings, why: &str) -> Error {
    let detail = format!(
        "Asterisk's manager does not answer at {}:{} ({why}). Look whether manager.conf has `enabled = yes`, and \
         whether this server may connect there.",
        settings.host, settings.port
    );
    Error::conflict("asterisk_not_reached", detail)
}

fn lost(why: &str) -> Error {
    Error::conflict("asterisk_lost", format!("The connection to Asterisk broke: {why}."))
}
