//! What a file is, by what is in it: what a stranger's program says of it is not relied on. Pure.

/// Nothing shows such, everything saves it.
const UNKNOWN: &str = "application/octet-stream";

/// The type of a file of which a provider said this.
pub fn of(content: &[u8], said: &str) -> String {
    let said = said.split(';').next().unwrap_or_default().trim().to_lowercase();
    let family = said.split('/').next().unwrap_or_default();
    match seen(content) {
        // These hold many things: which, only its sender knows.
        Some(("audio" | "video", container)) => match family {
            "audio" | "video" => said,
            _ => container.into(),
        },
        Some((_, found)) => found.into(),
        // A browser would try to draw or play it.
        None if matches!(family, "image" | "audio" | "video") => match said.as_str() {
            "audio/amr" | "audio/aac" | "audio/mpeg" | "video/3gpp" => said,
            _ => UNKNOWN.into(),
        },
        None if said.contains('/') && !said.starts_with("text/html") => said,
        None => UNKNOWN.into(),
    }
}

/// Its family and its type, where its first bytes tell.
fn seen(content: &[u8]) -> Option<(&'static str, &'static str)> {
    let begins = |with: &[u8]| content.starts_with(with);
    let at = |place: usize, with: &[u8]| content.get(place..place + with.len()) == Some(with);
    if begins(b"\x89PNG\r\n\x1a\n") {
        return Some(("image", "image/png"));
    }
    if begins(b"\xff\xd8\xff") {
        return Some(("image", "image/jpeg"));
    }
    if begins(b"GIF87a") || begins(b"GIF89a") {
        return Some(("image", "image/gif"));
    }
    if begins(b"RIFF") && at(8, b"WEBP") {
        return Some(("image", "image/webp"));
    }
    if begins(b"%PDF-") {
        return Some(("document", "application/pdf"));
    }
    if at(4, b"ftyp") {
        return Some(("video", "video/mp4"));
    }
    if begins(b"OggS") {
        return Some(("audio", "audio/ogg"));
    }
    if begins(b"RIFF") && at(8, b"WAVE") {
        return Some(("audio", "audio/wav"));
    }
    if begins(b"ID3") {
        return Some(("audio", "audio/mpeg"));
    }
    // A program of Windows or Linux: whatever it is called, it is no document.
    (begins(b"MZ") || begins(b"\x7fELF")).then_some(("program", "application/x-executable"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_it_counts_and_not_what_it_is_called() {
        let check = |content: &[u8], said: &str, expected: &str| {
            assert_eq!(of(content, said), expected, "{said}");
        };
        check(b"\x89PNG\r\n\x1a\n...", "image/jpeg", "image/png");
        check(b"<svg onload=alert(1)>", "image/svg+xml", UNKNOWN);
        check(b"<html>", "image/jpeg", UNKNOWN);
        check(b"<html>", "text/html", UNKNOWN);
        check(b"MZ\x90\0", "application/pdf", "application/x-executable");
        check(b"%PDF-1.7", "application/octet-stream", "application/pdf");
        check(b"\0\0\0\x20ftypM4A ", "audio/mp4", "audio/mp4");
        check(b"\0\0\0\x20ftypisom", "application/octet-stream", "video/mp4");
        check(b"OggS\0", "audio/ogg; codecs=opus", "audio/ogg");
        check(b"#!AMR\n", "audio/amr", "audio/amr");
        check(b"PK\x03\x04", "application/vnd.ms-excel", "application/vnd.ms-excel");
        check(b"hello", "text/plain; charset=utf-8", "text/plain");
        check(b"", "", UNKNOWN);
    }
}
