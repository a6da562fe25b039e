//! Reads a file of JSON lines, each a Segment call.

use std::io::{BufRead, BufReader, Read};

use kit::{Error, Result};

use super::feed::{Bad, Feeder};

/// A call has 32 KB at most; beside its properties it has room for names.
const LINE_BYTES_MAX: u64 = 64 * 1024;

pub fn feed(read: Box<dyn Read + Send>, feeder: &mut Feeder) -> Result<()> {
    let mut reader = BufReader::with_capacity(1 << 20, read);
    let mut number = 0;
    let mut bytes = Vec::new();
    while let Some(is_whole) = next_line(&mut reader, &mut bytes)? {
        number += 1;
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        feeder.unit(number, 1, || {
            if !is_whole {
                let detail = format!("A line has at most {} KB.", LINE_BYTES_MAX / 1024);
                return Err(Bad::of_line(number, detail));
            }
            let text = std::str::from_utf8(&bytes)
                .map_err(|_| Bad::of_line(number, "The line is not UTF-8 text.".into()))?;
            Ok(text.trim_start_matches('\u{feff}').trim_end().to_string())
        })?;
    }
    feeder.finish()
}

/// Reads a line into `bytes`; `Some(false)` when it is too long, of which the rest is passed over. `None` at the
/// end.
fn next_line(reader: &mut impl BufRead, bytes: &mut Vec<u8>) -> Result<Option<bool>> {
    let unreadable =
        |error| Error::bad_input("bad_file", format!("The file cannot be read: {error}."));
    bytes.clear();
    let count = reader.take(LINE_BYTES_MAX + 1).read_until(b'\n', bytes).map_err(unreadable)?;
    if count == 0 {
        return Ok(None);
    }
    if bytes.len() as u64 <= LINE_BYTES_MAX || bytes.ends_with(b"\n") {
        return Ok(Some(true));
    }
    reader.skip_until(b'\n').map_err(unreadable)?;
    Ok(Some(false))
}
