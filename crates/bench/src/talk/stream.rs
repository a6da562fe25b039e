//! A stream of server-sent events, as a browser hears it: that something came, and when.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

pub struct Stream {
    stream: TcpStream,
    heard: Vec<u8>,
}

impl Stream {
    /// Asks for it, and waits until its head was answered. Loopback has many addresses: whoever needs to be many
    /// people comes from several.
    pub async fn open(to: SocketAddr, from: Ipv4Addr, request: &str) -> io::Result<Stream> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::new(IpAddr::V4(from), 0))?;
        let mut stream = Stream { stream: socket.connect(to).await?, heard: Vec::new() };
        stream.stream.write_all(request.as_bytes()).await?;
        while !stream.has(b"\r\n\r\n") {
            stream.hear().await?;
        }
        if !stream.heard.starts_with(b"HTTP/1.1 200") {
            return Err(io::Error::other(String::from_utf8_lossy(&stream.heard).into_owned()));
        }
        Ok(stream)
    }

    /// Waits for the next event of this name; what came before it is forgotten.
    pub async fn next(&mut self, name: &str) -> io::Result<()> {
        let line = format!("event: {name}\n");
        while !self.has(line.as_bytes()) {
            self.hear().await?;
        }
        self.heard.clear();
        Ok(())
    }

    fn has(&self, words: &[u8]) -> bool {
        self.heard.windows(words.len()).any(|found| found == words)
    }

    async fn hear(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.heard).await? {
            0 => Err(io::Error::other("the stream ended")),
            _ => Ok(()),
        }
    }
}
