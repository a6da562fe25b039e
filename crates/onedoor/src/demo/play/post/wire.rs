//! Lines on a connection, within limits.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

const LINE_BYTES_MAX: u64 = 8 * 1024;
const SILENCE_MAX: Duration = Duration::from_secs(30 * 60);

pub struct Wire {
    read: BufReader<OwnedReadHalf>,
    write: OwnedWriteHalf,
}

impl Wire {
    pub fn new(stream: TcpStream) -> Wire {
        let (read, write) = stream.into_split();
        Wire { read: BufReader::new(read), write }
    }

    /// The next line as it came, with its end; none when the other side has gone. May be dropped while it waits only
    /// where nothing of the line is lost by it: see [`Wire::has_line`].
    pub async fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let mut limited = (&mut self.read).take(LINE_BYTES_MAX);
        let reading = limited.read_until(b'\n', &mut line);
        tokio::time::timeout(SILENCE_MAX, reading).await.map_err(io::Error::other)??;
        Ok((!line.is_empty()).then_some(line))
    }

    /// Waits until there is something to read, or the other side has gone.
    pub async fn has_line(&mut self) -> io::Result<()> {
        self.read.fill_buf().await.map(drop)
    }

    pub async fn command(&mut self) -> io::Result<Option<String>> {
        let line = self.line().await?;
        Ok(line.map(|line| String::from_utf8_lossy(&line).trim_end().to_string()))
    }

    pub async fn say(&mut self, text: &str) -> io::Result<()> {
        self.bytes(format!("{text}\r\n").as_bytes()).await
    }

    pub async fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write.write_all(bytes).await?;
        self.write.flush().await
    }
}
