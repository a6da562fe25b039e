//! What the reading thread hands to the recording one: calls, by the thousand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kit::{Error, Result};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Calls recorded in one transaction, and their bytes.
const CHUNK_CALLS_MAX: usize = 4_000;
const CHUNK_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Chunks read ahead of the recorder.
const AHEAD: usize = 2;

/// Something that cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bad {
    pub line: u64,
    /// Empty where it is the whole line.
    pub column: String,
    pub detail: String,
    /// How many rows are left out because of it.
    pub rows: u64,
}

impl Bad {
    pub fn of_line(line: u64, detail: String) -> Bad {
        Bad { line, column: String::new(), detail, rows: 1 }
    }
}

/// A call, and the rows that it was made of.
#[derive(Debug)]
pub struct Call {
    /// The first of its rows.
    pub line: u64,
    pub rows: u64,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Chunk {
    pub rows: u64,
    /// Rows that the mapping's filter does not want.
    pub left_out: u64,
    pub calls: Vec<Call>,
    pub bad: Vec<Bad>,
    /// How far the file is read: calls, good and bad, from its beginning.
    pub done: u64,
    /// Bytes of the file.
    pub bytes: u64,
}

pub struct Feeder {
    sender: Sender<Chunk>,
    chunk: Chunk,
    chunk_bytes: usize,
    /// Calls that an earlier run did.
    skip: u64,
    done: u64,
    bytes_read: Arc<AtomicU64>,
}

impl Feeder {
    pub fn new(skip: u64, bytes_read: Arc<AtomicU64>) -> (Feeder, Receiver<Chunk>) {
        let (sender, receiver) = channel(AHEAD);
        let (chunk, chunk_bytes, done) = (Chunk::default(), 0, 0);
        (Feeder { sender, chunk, chunk_bytes, skip, done, bytes_read }, receiver)
    }

    /// One call, made of this many rows; `make` is not asked when an earlier run did it.
    pub fn unit(
        &mut self,
        line: u64,
        rows: u64,
        make: impl FnOnce() -> Result<String, Bad>,
    ) -> Result<()> {
        self.done += 1;
        if self.done <= self.skip {
            return Ok(());
        }
        self.chunk.rows += rows;
        match make() {
            Ok(text) => {
                self.chunk_bytes += text.len();
                self.chunk.calls.push(Call { line, rows, text });
            }
            Err(bad) => self.chunk.bad.push(bad),
        }
        let size = self.chunk.calls.len().max(self.chunk.bad.len());
        if size >= CHUNK_CALLS_MAX || self.chunk_bytes >= CHUNK_BYTES_MAX {
            self.send()?;
        }
        Ok(())
    }

    /// A row that is not wanted.
    pub fn left_out(&mut self) {
        if self.done >= self.skip {
            self.chunk.rows += 1;
            self.chunk.left_out += 1;
        }
    }

    /// The end of the file.
    pub fn finish(&mut self) -> Result<()> {
        if self.chunk.rows > 0 { self.send() } else { Ok(()) }
    }

    fn send(&mut self) -> Result<()> {
        self.chunk_bytes = 0;
        let mut chunk = std::mem::take(&mut self.chunk);
        chunk.done = self.done;
        chunk.bytes = self.bytes_read.load(Ordering::Relaxed);
        // The recorder went away with an error of its own, which is told instead of this one.
        self.sender.blocking_send(chunk).map_err(|_| Error::internal("nobody records any more"))
    }
}
