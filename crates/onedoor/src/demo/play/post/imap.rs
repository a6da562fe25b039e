//! The shop's mailbox, as its door watches it: as much of IMAP (RFC 9051, with IDLE of RFC 2177) as it speaks.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use super::wire::Wire;
use super::{Letter, Post};

/// For as long as the process lives. `validity` names this mailbox: another process has another one, so nothing is taken
/// for what lay there before.
pub async fn serve(listener: TcpListener, post: Arc<Post>, validity: u32) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                let post = Arc::clone(&post);
                tokio::spawn(async move {
                    let session =
                        Session { wire: Wire::new(stream), post, validity, is_in: false, shown: 0 };
                    if let Err(error) = session.talk().await {
                        tracing::debug!(%error, "somebody left the mailbox");
                    }
                });
            }
            Err(error) => {
                tracing::warn!(%error, "the mailbox could not be opened");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

struct Session {
    wire: Wire,
    post: Arc<Post>,
    validity: u32,
    is_in: bool,
    /// The newest letter that the other side knows of.
    shown: u32,
}

impl Session {
    async fn talk(mut self) -> io::Result<()> {
        self.wire.say("* OK IMAP4rev1").await?;
        while let Some(line) = self.wire.command().await? {
            let (tag, command) = line.split_once(' ').unwrap_or((&line, ""));
            let words: Vec<&str> = command.split(' ').collect();
            let verb = words[0].to_ascii_uppercase();
            let done = match (verb.as_str(), self.is_in) {
                ("CAPABILITY", _) => {
                    self.wire.say("* CAPABILITY IMAP4rev1 IDLE").await?;
                    "OK"
                }
                ("LOGIN", _) => {
                    let (user, password) = (unquoted(words.get(1)), unquoted(words.get(2)));
                    self.is_in = user == self.post.shop && password == self.post.password;
                    if self.is_in { "OK" } else { "NO" }
                }
                ("LOGOUT", _) => {
                    self.wire.say("* BYE").await?;
                    return self.wire.say(&format!("{tag} OK")).await;
                }
                (_, false) => "NO",
                ("SELECT" | "EXAMINE", _) => self.open().await?,
                ("NOOP", _) => self.tell_new().await?,
                ("IDLE", _) => self.idle().await?,
                ("UID", _) => self.by_uid(&words).await?,
                _ => "BAD",
            };
            self.wire.say(&format!("{tag} {done} {verb}")).await?;
        }
        Ok(())
    }

    fn letters(&self) -> Vec<Letter> {
        self.post.letters(&self.post.shop)
    }

    async fn open(&mut self) -> io::Result<&'static str> {
        let letters = self.letters();
        self.shown = newest(&letters);
        let next = self.shown + 1;
        self.wire.say(&format!("* {} EXISTS", letters.len())).await?;
        self.wire.say("* FLAGS (\\Seen)").await?;
        self.wire.say(&format!("* OK [UIDVALIDITY {}] Named", self.validity)).await?;
        self.wire.say(&format!("* OK [UIDNEXT {next}] Named")).await?;
        Ok("OK [READ-ONLY]")
    }

    async fn tell_new(&mut self) -> io::Result<&'static str> {
        let letters = self.letters();
        if newest(&letters) != self.shown {
            self.shown = newest(&letters);
            self.wire.say(&format!("* {} EXISTS", letters.len())).await?;
        }
        Ok("OK")
    }

    /// Tells of new letters until the other side has enough of it.
    async fn idle(&mut self) -> io::Result<&'static str> {
        let mut news = self.post.news.listen();
        self.wire.say("+ waiting").await?;
        loop {
            news.mark_unchanged();
            self.tell_new().await?;
            tokio::select! {
                _ = news.changed() => {}
                has_line = self.wire.has_line() => {
                    has_line?;
                    let said = self.wire.command().await?;
                    let is_done = said.is_none_or(|said| said.eq_ignore_ascii_case("DONE"));
                    return Ok(if is_done { "OK" } else { "BAD" });
                }
            }
        }
    }

    async fn by_uid(&mut self, words: &[&str]) -> io::Result<&'static str> {
        let verb = words.get(1).map(|verb| verb.to_ascii_uppercase());
        match (verb.as_deref(), words.get(2..)) {
            (Some("SEARCH"), Some(wanted)) => self.search(wanted).await,
            (Some("FETCH"), Some([uid, ..])) => self.fetch(uid).await,
            _ => Ok("BAD"),
        }
    }

    /// `UID 5:*`, or all: whatever lies here came since this process began, on the day that anybody asks for.
    async fn search(&mut self, wanted: &[&str]) -> io::Result<&'static str> {
        let from = match wanted {
            ["UID", range] => range.split(':').next().and_then(|uid| uid.parse::<u32>().ok()),
            _ => None,
        };
        let letters = self.letters();
        let is_found = |letter: &&Letter| from.is_none_or(|from| letter.number >= from);
        let found: String =
            letters.iter().filter(is_found).map(|letter| format!(" {}", letter.number)).collect();
        self.wire.say(&format!("* SEARCH{found}")).await?;
        Ok("OK")
    }

    async fn fetch(&mut self, uid: &str) -> io::Result<&'static str> {
        let letters = self.letters();
        let found = letters.iter().enumerate().find(|(_, one)| one.number.to_string() == uid);
        let Some((place, letter)) = found else { return Ok("OK") };
        let at = letter.at.timestamp().strftime("%d-%b-%Y %H:%M:%S +0000");
        let head = format!(
            "* {} FETCH (UID {uid} INTERNALDATE \"{at}\" BODY[]<0> {{{}}}\r\n",
            place + 1,
            letter.bytes.len()
        );
        self.wire.bytes(head.as_bytes()).await?;
        self.wire.bytes(&letter.bytes).await?;
        self.wire.say(")").await?;
        Ok("OK")
    }
}

fn newest(letters: &[Letter]) -> u32 {
    letters.last().map_or(0, |letter| letter.number)
}

fn unquoted<'a>(word: Option<&&'a str>) -> &'a str {
    word.map_or("", |word| word.trim_matches('"'))
}
