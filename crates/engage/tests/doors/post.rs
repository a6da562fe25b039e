//! The shop's mailbox, watched, at a real mail server; and Anna, who writes there and reads what comes.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use customers::channels::{Channel, ChannelKind};
use engage::connectors::{self, Provider, email};
use engage::conversations::{ConversationId, store};
use engage::testing::{Talk, connected};
use lettre::address::Envelope;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::line::Line;

pub const SHOP: &str = "hello@kubek.test";
const PATIENCE: Duration = Duration::from_secs(20);

/// The shop's mailbox, watched; and the lines to its servers.
pub struct Post {
    pub door: Arc<Channel>,
    pub smtp: Line,
    pub imap: Line,
    /// Anna, another one on each engine.
    pub anna: String,
    /// Where she writes to.
    shop: String,
    stop: watch::Sender<bool>,
    running: JoinHandle<()>,
}

#[expect(clippy::disallowed_methods, reason = "this is the tests' configuration")]
pub fn given(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run `cargo x doors`"))
}

impl Post {
    /// Without encryption, by lines that can be cut.
    pub async fn open(talk: &Talk) -> Post {
        Post::with(talk, json!({}), "any").await
    }

    /// With some settings changed.
    pub async fn with(talk: &Talk, changed: Value, password: &str) -> Post {
        let smtp = Line::to(given("ONEDOOR_TEST_SMTP")).await;
        let imap = Line::to(given("ONEDOOR_TEST_IMAP")).await;
        let mut settings = json!({
            "address": SHOP, "name": "Kubek", "plus": "yes",
            "imap_host": "127.0.0.1", "imap_port": imap.port(), "imap_tls": "none", "imap_user": SHOP,
            "smtp_host": "127.0.0.1", "smtp_port": smtp.port(), "smtp_tls": "none",
        });
        for (name, value) in changed.as_object().into_iter().flatten() {
            settings[name] = value.clone();
        }
        let shop = settings["address"].as_str().expect("an address").to_string();
        let secrets = json!({ "imap_password": password, "smtp_password": password });
        let (kind, provider) = (ChannelKind::Email, Provider::Email);
        let door = connected(&talk.ctx, kind, "Mail", provider, settings, secrets).await;
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(connectors::keep_running(talk.ctx.clone(), stopped));
        let anna = format!("anna.{}@example.test", door.id.to_string().to_lowercase());
        let post = Post { door, smtp, imap, anna, shop, stop, running };
        // What lies in a mailbox before its door is connected is not brought in: write only when it is.
        eventually("the mailbox is watched", async || {
            let found = talk.ctx.customers.db.read(|tx| email::is_watched(tx, post.door.id)).await;
            found.expect("reads").then_some(())
        })
        .await;
        post
    }

    pub async fn close(self) {
        self.stop.send(true).expect("it runs");
        self.running.await.expect("it does not panic");
    }

    /// Anna's mail program sends this to the shop.
    pub async fn anna_asks(&self, id: &str, text: &str) {
        self.anna_writes(id, &self.shop, "", text).await;
    }

    /// Anna's mail program sends this.
    pub async fn anna_writes(&self, id: &str, to: &str, headers: &str, text: &str) {
        let mail = format!(
            "From: Anna <{}>\r\nTo: {to}\r\nMessage-ID: <{id}.{}>\r\nSubject: Lamp\r\n\
             Date: Sat, 21 Nov 2026 12:00:00 +0000\r\n{headers}\r\n{text}\r\n",
            self.anna, self.anna
        );
        let server = given("ONEDOOR_TEST_SMTP");
        let hello = ClientId::Domain("example.test".into());
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(&server[..], None, &hello, None, None)
                .await
                .expect("the server answers");
        let from = self.anna.parse().expect("an address");
        let envelope = Envelope::new(Some(from), vec![to.parse().expect("an address")])
            .expect("the server answers");
        connection.send(&envelope, mail.as_bytes()).await.expect("the server answers");
        connection.quit().await.expect("the server answers");
    }

    /// The letters in Anna's mailbox.
    pub fn annas_letters(&self) -> Vec<String> {
        let folder = PathBuf::from(given("ONEDOOR_TEST_MAILBOXES")).join(&self.anna).join("new");
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut files: Vec<_> = files.map(|file| file.path()).collect();
        files.sort();
        files.iter().map(|file| std::fs::read_to_string(file).expect("a letter")).collect()
    }

    pub async fn letters(&self, count: usize) -> Vec<String> {
        let what = format!("Anna has {count} letters");
        eventually(&what, async || {
            let letters = self.annas_letters();
            (letters.len() >= count).then_some(letters)
        })
        .await
    }

    /// Whether somebody vouched for Anna's address.
    pub async fn is_proven(&self, talk: &Talk) -> bool {
        let anna = customers::testing::identity_of(&format!("email:{}", self.anna));
        let find = |tx: &kit::Tx| customers::identities::store::find_maybe(tx, &anna);
        let held = talk.ctx.customers.db.read(find).await.expect("reads");
        held.is_some_and(|held| held.verified)
    }

    /// The conversation of a mail of Anna's, when it has come in.
    pub async fn conversation_of(&self, talk: &Talk, id: &str) -> ConversationId {
        let id = format!("{id}.{}", self.anna);
        let part = eventually("the mail came in", async || {
            let find = |tx: &kit::Tx| store::named_maybe(tx, self.door.id, &id);
            talk.ctx.customers.db.read(find).await.expect("reads").map(|at| at.conversation_id)
        })
        .await;
        talk.root(part).await
    }
}

pub async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let started = tokio::time::Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

pub fn header<'a>(letter: &'a str, name: &str) -> &'a str {
    let line = letter.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_else(|| panic!("no {name} in {letter}")).trim()
}
