//! A line between the shop and a message centre, which breaks at a step of the next SMS. It knows of SMPP how long a block is
//! and what it is about, and no more.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

const SUBMIT: u32 = 0x0000_0004;
const SUBMIT_ANSWER: u32 = 0x8000_0004;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Half of the block with the SMS arrives.
    InSubmit,
    /// The centre takes it over; nothing of its answer comes back.
    AfterSubmit,
    /// Half of its answer comes back.
    InAnswer,
    /// All of its answer comes back, and then nothing more.
    AfterAnswer,
}

impl Cut {
    pub const ALL: [Cut; 4] = [Cut::InSubmit, Cut::AfterSubmit, Cut::InAnswer, Cut::AfterAnswer];

    /// As the table in docs/sending.md calls it.
    pub fn words(self) -> &'static str {
        match self {
            Cut::InSubmit => "before submit_sm is whole",
            Cut::AfterSubmit => "after submit_sm",
            Cut::InAnswer => "in the answer to submit_sm",
            Cut::AfterAnswer => "after the answer",
        }
    }

    /// How much of a block goes on when it breaks there; none where it does not.
    fn of_block(self, id: u32, length: usize) -> Option<usize> {
        match (self, id) {
            (Cut::InSubmit, SUBMIT) | (Cut::InAnswer, SUBMIT_ANSWER) => Some(length / 2),
            (Cut::AfterSubmit, SUBMIT_ANSWER) => Some(0),
            (Cut::AfterAnswer, SUBMIT_ANSWER) => Some(length),
            _ => None,
        }
    }
}

pub struct Line {
    pub port: u16,
    next: Arc<Mutex<Option<Cut>>>,
    listening: JoinHandle<()>,
}

impl Line {
    pub async fn to(centre: u16) -> Line {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let port = listener.local_addr().expect("it is bound").port();
        let next: Arc<Mutex<Option<Cut>>> = Arc::default();
        let kept = next.clone();
        let listening = tokio::spawn(async move {
            let mut talks = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                let Ok(centre) = TcpStream::connect(("127.0.0.1", centre)).await else { continue };
                let (from_client, to_client) = client.into_split();
                let (from_centre, to_centre) = centre.into_split();
                let (forth, back) = (kept.clone(), kept.clone());
                talks.spawn(async move {
                    tokio::select! {
                        _ = carry(from_client, to_centre, forth) => {}
                        _ = carry(from_centre, to_client, back) => {}
                    }
                });
            }
        });
        Line { port, next, listening }
    }

    /// The next SMS breaks there.
    pub fn cut_next(&self, cut: Cut) {
        *self.next.lock().expect("nobody panics with it") = Some(cut);
    }

    pub fn is_cut(&self) -> bool {
        self.next.lock().expect("nobody panics with it").is_none()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// Carries block after block, until one side ends or the cut comes.
async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    next: Arc<Mutex<Option<Cut>>>,
) -> std::io::Result<()> {
    loop {
        let length = from.read_u32().await?;
        let mut block = length.to_be_bytes().to_vec();
        block.resize(length as usize, 0);
        from.read_exact(&mut block[4..]).await?;
        let id = u32::from_be_bytes([block[4], block[5], block[6], block[7]]);
        let end = {
            let mut next = next.lock().expect("nobody panics with it");
            let end = next.and_then(|cut| cut.of_block(id, block.len()));
            if end.is_some() {
                *next = None;
            }
            end
        };
        to.write_all(&block[..end.unwrap_or(block.len())]).await?;
        if end.is_some() {
            return Ok(());
        }
    }
}
