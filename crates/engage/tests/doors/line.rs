//! A line between us and a server, which can be cut: for a while, or at a step of the talk.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// Where to cut: before or after the server has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Nothing of what begins so reaches the server.
    Before(&'static str),
    /// It reaches the server, whose answer is lost.
    After(&'static str),
}

impl Cut {
    /// As docs/sending.md calls it.
    pub fn words(self) -> String {
        match self {
            Cut::Before(word) => format!("before {word}"),
            Cut::After(word) => format!("after {word}"),
        }
    }
}

pub struct Line {
    server: String,
    port: u16,
    cut: Arc<Mutex<Option<Cut>>>,
    listening: Option<JoinHandle<()>>,
}

impl Line {
    pub async fn to(server: String) -> Line {
        let mut line = Line { server, port: 0, cut: Arc::default(), listening: None };
        line.open().await;
        line
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// The next talk breaks there.
    pub fn cut_next(&self, cut: Cut) {
        *self.cut.lock().expect("nobody panics with it") = Some(cut);
    }

    pub fn was_cut(&self) -> bool {
        self.cut.lock().expect("nobody panics with it").is_none()
    }

    /// Nobody listens any more, and who is connected is not.
    pub async fn close(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            listening.await.ok();
        }
    }

    /// On the same port as before.
    pub async fn open(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("the port is free");
        self.port = listener.local_addr().expect("it is bound").port();
        let (server, cut) = (self.server.clone(), self.cut.clone());
        self.listening = Some(tokio::spawn(async move {
            // Dropped with this task, and with it every talk.
            let mut talks = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                talks.spawn(talk(client, server.clone(), cut.clone()));
            }
        }));
    }
}

/// Carries lines both ways until one side ends or the cut comes.
async fn talk(client: TcpStream, server: String, cut: Arc<Mutex<Option<Cut>>>) {
    let Ok(server) = TcpStream::connect(server).await else { return };
    let (from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let deaf = Arc::new(Mutex::new(false));
    let heard = deaf.clone();
    let back = async {
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match tokio::io::AsyncReadExt::read(&mut from_server, &mut buffer).await {
                // The answer that is lost: the line breaks instead.
                Ok(n) if n > 0 && *heard.lock().expect("nobody panics with it") => return,
                Ok(n) if n > 0 => {
                    if to_client.write_all(&buffer[..n]).await.is_err() {
                        return;
                    }
                }
                _ => return,
            }
        }
    };
    let forth = async {
        let mut lines = BufReader::new(from_client);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).await.is_ok_and(|n| n > 0) {
            let cut_here = {
                let mut cut = cut.lock().expect("nobody panics with it");
                let is_here = |cut: &Cut| {
                    let (Cut::Before(word) | Cut::After(word)) = cut;
                    line.starts_with(word.as_bytes())
                };
                let here = cut.filter(is_here);
                if here.is_some() {
                    *cut = None;
                }
                here
            };
            match cut_here {
                Some(Cut::Before(_)) => return,
                Some(Cut::After(_)) => *deaf.lock().expect("nobody panics with it") = true,
                None => {}
            }
            if to_server.write_all(&line).await.is_err() {
                return;
            }
            line.clear();
        }
    };
    tokio::select! {
        () = back => {}
        () = forth => {}
    }
}
