//! A file that is imported: opened, counted as it is read, unzipped where it is gzip, known by its hash.

use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;
use kit::{Error, Result};
use sha2::{Digest, Sha256};

const BUFFER_BYTES: usize = 1 << 20;
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What is known of the file while it is read.
pub struct Source {
    /// Bytes of the file read so far, for the progress bar.
    pub bytes_read: Arc<AtomicU64>,
    pub bytes: u64,
}

struct Counted<R> {
    inner: R,
    bytes_read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.bytes_read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

fn bad(path: &Path, error: std::io::Error) -> Error {
    Error::bad_input("bad_file", format!("{}: {error}.", path.display()))
}

pub fn open(path: &Path) -> Result<(Source, Box<dyn Read + Send>)> {
    let file = File::open(path).map_err(|error| bad(path, error))?;
    let bytes = file.metadata().map_err(|error| bad(path, error))?.len();
    let bytes_read = Arc::new(AtomicU64::new(0));
    let mut counted = Counted { inner: file, bytes_read: bytes_read.clone() };
    let mut start = Vec::new();
    counted.by_ref().take(2).read_to_end(&mut start).map_err(|error| bad(path, error))?;
    let is_gzip = start == GZIP;
    let whole = Cursor::new(start).chain(counted);
    let read: Box<dyn Read + Send> = if is_gzip {
        Box::new(MultiGzDecoder::new(BufReader::with_capacity(BUFFER_BYTES, whole)))
    } else {
        Box::new(BufReader::with_capacity(BUFFER_BYTES, whole))
    };
    Ok((Source { bytes_read, bytes }, read))
}

/// SHA-256 of the file as it lies there.
pub fn hash(path: &Path) -> Result<[u8; 32]> {
    let mut file = File::open(path).map_err(|error| bad(path, error))?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; BUFFER_BYTES];
    loop {
        match file.read(&mut buffer).map_err(|error| bad(path, error))? {
            0 => return Ok(hash.finalize().into()),
            count => hash.update(&buffer[..count]),
        }
    }
}
