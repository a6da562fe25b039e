//! The post office takes letters: as much of SMTP (RFC 5321) as a shop's door speaks.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use super::wire::Wire;
use super::{LETTER_BYTES_MAX, Post};

const RECIPIENTS_MAX: usize = 20;

/// For as long as the process lives.
pub async fn serve(listener: TcpListener, post: Arc<Post>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let post = Arc::clone(&post);
                tokio::spawn(async move {
                    if let Err(error) = talk(Wire::new(stream), &post).await {
                        tracing::debug!(%error, "somebody broke off a letter");
                    }
                });
            }
            Err(error) => {
                tracing::warn!(%error, "the post office could not open its door");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

#[derive(Default)]
struct Envelope {
    from: Option<String>,
    to: Vec<String>,
}

async fn talk(mut wire: Wire, post: &Post) -> io::Result<()> {
    wire.say("220 post.example ESMTP").await?;
    let mut envelope = Envelope::default();
    while let Some(line) = wire.command().await? {
        let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let answer = match verb.to_ascii_uppercase().as_str() {
            "EHLO" => {
                let size = format!("250 SIZE {LETTER_BYTES_MAX}");
                wire.bytes(b"250-post.example\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n").await?;
                wire.say(&size).await?;
                continue;
            }
            "HELO" => "250 post.example",
            "MAIL" => {
                envelope = Envelope { from: address(rest), to: Vec::new() };
                "250 2.1.0 Go on"
            }
            "RCPT" if envelope.from.is_none() => "503 5.5.1 From whom?",
            "RCPT" if envelope.to.len() == RECIPIENTS_MAX => "452 4.5.3 Too many at once",
            "RCPT" => match address(rest) {
                Some(address) if address.contains('@') => {
                    envelope.to.push(address);
                    "250 2.1.5 Go on"
                }
                _ => "501 5.1.3 That is no address",
            },
            "DATA" if envelope.to.is_empty() => "503 5.5.1 To whom?",
            "DATA" => {
                wire.say("354 End with a dot").await?;
                let letter = letter(&mut wire).await?;
                let Envelope { from, to } = std::mem::take(&mut envelope);
                keep(post, &from.unwrap_or_default(), &to, letter)
            }
            "RSET" => {
                envelope = Envelope::default();
                "250 2.0.0 Forgotten"
            }
            "NOOP" => "250 2.0.0 Here",
            "QUIT" => return wire.say("221 2.0.0 Goodbye").await,
            _ => "502 5.5.1 That is not known here",
        };
        wire.say(answer).await?;
    }
    Ok(())
}

fn keep(post: &Post, from: &str, to: &[String], letter: Option<Vec<u8>>) -> &'static str {
    match letter.map(|letter| post.deliver(from, to, &letter)) {
        Some(Ok(())) => "250 2.0.0 It lies in the mailbox",
        Some(Err(_)) => "452 4.2.2 The post office is full",
        None => "552 5.3.4 The letter is too large",
    }
}

/// `FROM:<anna@example.com> SIZE=…`
fn address(rest: &str) -> Option<String> {
    let (_, rest) = rest.split_once('<')?;
    rest.split_once('>').map(|(address, _)| address.to_string())
}

/// Up to the dot that stands alone; none if it is too large. A dot that begins a line was doubled on the way.
async fn letter(wire: &mut Wire) -> io::Result<Option<Vec<u8>>> {
    let mut letter = Vec::new();
    let mut is_too_large = false;
    loop {
        let Some(line) = wire.line().await? else {
            return Err(io::ErrorKind::UnexpectedEof.into());
        };
        if line == b".\r\n" {
            return Ok((!is_too_large).then_some(letter));
        }
        is_too_large |= letter.len() + line.len() > LETTER_BYTES_MAX;
        if !is_too_large {
            letter.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
    }
}
