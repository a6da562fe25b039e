//! HTTP/1.1 by hand, as little as a load generator needs: what it does not do costs the server no CPU.

use std::io::{self, Error, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

const BUFFER: usize = 64 * 1024;

/// A connection that is kept open from request to request.
pub struct Connection {
    stream: TcpStream,
    input: Vec<u8>,
}

/// What is looked at of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub body_bytes: usize,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> io::Result<Connection> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, input: Vec::with_capacity(BUFFER) })
    }

    /// From one of the many addresses that loopback has.
    pub async fn from(from: Ipv4Addr, to: SocketAddr) -> io::Result<Connection> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from((from, 0)))?;
        let stream = socket.connect(to).await?;
        Ok(Connection { stream, input: Vec::with_capacity(BUFFER) })
    }

    /// Sends a whole request (head and body) and reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.stream.write_all(request).await?;
        self.input.clear();
        let (head_bytes, answer) = loop {
            self.read_more().await?;
            if let Some(end) = head_end(&self.input) {
                break (end, read_head(&self.input[..end])?);
            }
        };
        while self.input.len() < head_bytes + answer.body_bytes {
            self.read_more().await?;
        }
        Ok(answer)
    }

    /// The head of the last answer.
    pub fn head(&self) -> &[u8] {
        head_end(&self.input).map_or(&[], |end| &self.input[..end])
    }

    /// The body of the last answer.
    pub fn body(&self) -> &[u8] {
        head_end(&self.input).map_or(&[], |end| &self.input[end..])
    }

    async fn read_more(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.input).await? {
            0 => Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection")),
            _ => Ok(()),
        }
    }
}

fn head_end(input: &[u8]) -> Option<usize> {
    input.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

fn read_head(head: &[u8]) -> io::Result<Answer> {
    let odd = || {
        let text = String::from_utf8_lossy(head).into_owned();
        Error::new(ErrorKind::InvalidData, format!("not an answer of known length: {text}"))
    };
    let status = head.get(9..12).and_then(|digits| std::str::from_utf8(digits).ok());
    let status = status.and_then(|digits| digits.parse().ok()).ok_or_else(odd)?;
    let length = head.split(|&byte| byte == b'\n').find_map(|line| {
        let (name, value) = line.split_at_checked(b"content-length:".len())?;
        let value = std::str::from_utf8(value).ok()?.trim();
        name.eq_ignore_ascii_case(b"content-length:").then(|| value.parse().ok()).flatten()
    });
    Ok(Answer { status, body_bytes: length.ok_or_else(odd)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_tells_status_and_length() {
        let head =
            b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 1\r\nContent-Length: 17\r\n\r\n";
        assert_eq!(head_end(head), Some(head.len()));
        assert_eq!(read_head(head).unwrap(), Answer { status: 429, body_bytes: 17 });
        assert!(read_head(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}
