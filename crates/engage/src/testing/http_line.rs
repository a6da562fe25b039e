//! A line between a door and its provider's server, which breaks at a step of the next request.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// Where a request breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Nobody listens.
    Refused,
    /// The connection is taken, and ends before anything is read.
    Connected,
    /// Half of the request's head arrives.
    InHead,
    /// All of the request arrives but its last byte.
    InBody,
    /// The request arrives and is done; nothing of the answer comes back.
    BeforeAnswer,
    /// Half of the answer's head comes back.
    InAnswerHead,
    /// All of the answer comes back but its last byte.
    InAnswerBody,
}

impl Cut {
    pub const ALL: [Cut; 7] = [
        Cut::Refused,
        Cut::Connected,
        Cut::InHead,
        Cut::InBody,
        Cut::BeforeAnswer,
        Cut::InAnswerHead,
        Cut::InAnswerBody,
    ];

    /// As the table in docs/sending.md calls it.
    pub fn words(self) -> &'static str {
        match self {
            Cut::Refused => "nobody listens",
            Cut::Connected => "after the connection",
            Cut::InHead => "in the request's head",
            Cut::InBody => "before the request's last byte",
            Cut::BeforeAnswer => "after the request, before an answer",
            Cut::InAnswerHead => "in the answer's head",
            Cut::InAnswerBody => "before the answer's last byte",
        }
    }
}

type Next = Arc<Mutex<Option<Cut>>>;

pub struct HttpLine {
    server: SocketAddr,
    at: SocketAddr,
    next: Next,
    listening: Option<JoinHandle<()>>,
}

impl HttpLine {
    /// A line to this server, by a port of its own.
    pub async fn to(server: SocketAddr) -> HttpLine {
        let at = (Ipv4Addr::LOCALHOST, 0).into();
        let mut line = HttpLine { server, at, next: Next::default(), listening: None };
        line.open().await;
        line
    }

    pub fn address(&self) -> SocketAddr {
        self.at
    }

    /// The next request breaks there, also on a connection that was kept open.
    pub async fn cut_next(&mut self, cut: Cut) {
        if cut == Cut::Refused {
            return self.close().await;
        }
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some(cut);
    }

    /// The line is whole again. It must have broken: else the test has shown nothing.
    pub async fn mend(&mut self) {
        let left = self.next.lock().unwrap_or_else(PoisonError::into_inner).take();
        assert_eq!(left, None, "no request came by to be cut there");
        if self.listening.is_none() {
            self.open().await;
        }
    }

    async fn close(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            listening.await.ok();
        }
    }

    /// On the same port as before.
    async fn open(&mut self) {
        let listener = TcpListener::bind(self.at).await.expect("the port is free");
        self.at = listener.local_addr().expect("it is bound");
        let (server, next) = (self.server, self.next.clone());
        self.listening = Some(tokio::spawn(async move {
            // Dropped with this task, and with it every talk.
            let mut talks = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                talks.spawn(carry(client, server, next.clone()));
            }
        }));
    }
}

fn take(next: &Next, is_it: impl Fn(Cut) -> bool) -> Option<Cut> {
    let mut next = next.lock().unwrap_or_else(PoisonError::into_inner);
    let taken = next.filter(|cut| is_it(*cut))?;
    *next = None;
    Some(taken)
}

/// Carries one request after the other, and its answer back, until one side ends or the cut comes.
async fn carry(mut client: TcpStream, server: SocketAddr, next: Next) -> Option<()> {
    loop {
        client.peek(&mut [0]).await.ok().filter(|read| *read > 0)?;
        if take(&next, |cut| cut == Cut::Connected).is_some() {
            return None;
        }
        let request = read_whole(&mut client).await?;
        let cut = take(&next, |_| true);
        let mut server = TcpStream::connect(server).await.ok()?;
        server.write_all(request.before(cut, Cut::InHead, Cut::InBody)).await.ok()?;
        if matches!(cut, Some(Cut::InHead | Cut::InBody)) {
            return None;
        }
        let answer = read_whole(&mut server).await?;
        if cut == Some(Cut::BeforeAnswer) {
            return None;
        }
        client.write_all(answer.before(cut, Cut::InAnswerHead, Cut::InAnswerBody)).await.ok()?;
        if cut.is_some() {
            return None;
        }
    }
}

/// A request or an answer.
struct Whole {
    bytes: Vec<u8>,
    head: usize,
}

impl Whole {
    /// What goes on of it.
    fn before(&self, cut: Option<Cut>, in_head: Cut, in_body: Cut) -> &[u8] {
        let end = match cut {
            Some(cut) if cut == in_head => self.head / 2,
            Some(cut) if cut == in_body => self.bytes.len() - 1,
            _ => self.bytes.len(),
        };
        &self.bytes[..end]
    }
}

/// A head, and a body as long as the head says. Neither our doors nor the servers of the tests send pieces (“chunked”).
async fn read_whole(from: &mut TcpStream) -> Option<Whole> {
    let mut bytes = Vec::new();
    loop {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4);
        if let Some(head) = end.filter(|head| bytes.len() >= head + body_length(&bytes[..*head])) {
            return Some(Whole { bytes, head });
        }
        let read = from.read_buf(&mut bytes).await.ok()?;
        if read == 0 {
            return None;
        }
    }
}

fn body_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    length.and_then(|length| length.trim().parse().ok()).unwrap_or(0)
}
