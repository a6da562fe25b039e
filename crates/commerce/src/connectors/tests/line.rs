//! A line to a server that breaks: in the middle of an answer, and as often as a test likes.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Brings so many bytes of answers; then it is dead until more are lent.
#[derive(Clone)]
pub struct Line {
    pub url: String,
    left: Arc<AtomicI64>,
}

impl Line {
    /// To a server at this address, with nothing lent yet.
    pub async fn to(server: &str) -> Line {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let line = Line { url, left: Arc::default() };
        let (left, server) = (line.left.clone(), server.trim_start_matches("http://").to_string());
        tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                let server = TcpStream::connect(&server).await.unwrap();
                tokio::spawn(carry(caller, server, left.clone()));
            }
        });
        line
    }

    pub fn lend(&self, bytes: i64) {
        self.left.store(bytes, Ordering::SeqCst);
    }
}

/// Both ends are closed when the last byte that was lent is used up.
async fn carry(caller: TcpStream, server: TcpStream, left: Arc<AtomicI64>) {
    let (mut asks, mut hears) = caller.into_split();
    let (mut answers, mut is_asked) = server.into_split();
    let there = tokio::spawn(async move { tokio::io::copy(&mut asks, &mut is_asked).await });
    let mut bytes = [0; 1024];
    while let Ok(count @ 1..) = answers.read(&mut bytes).await {
        let lent = left.fetch_sub(count as i64, Ordering::SeqCst).clamp(0, count as i64);
        if hears.write_all(&bytes[..lent as usize]).await.is_err() || lent < count as i64 {
            break;
        }
    }
    there.abort();
}
