//! E-mail between Anna and the shop, through OpenSMTPD and Dovecot.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use customers::channels::{self, Channel, ChannelKind, NewChannel};
use customers::context::{self, Named};
use customers::identities::bounces::Trouble;
use engage::connectors::{self, Provider, email, link};
use engage::conversations::{ConversationId, State, store};
use engage::testing::{Talk, on_each_engine, proven};
use kit::time::minutes;
use lettre::address::Envelope;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;
use serde_json::json;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::line::{Cut, Line};

const SHOP: &str = "hello@kubek.test";
const PATIENCE: Duration = Duration::from_secs(20);

/// The shop's mailbox, watched; and the lines to its servers.
struct Post {
    door: Arc<Channel>,
    smtp: Line,
    imap: Line,
    /// Anna, another one on each engine.
    anna: String,
    stop: watch::Sender<bool>,
    running: JoinHandle<()>,
}

#[expect(clippy::disallowed_methods, reason = "this is the tests' configuration")]
fn given(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run `cargo x doors`"))
}

impl Post {
    async fn open(talk: &Talk) -> Post {
        let smtp = Line::to(given("ONEDOOR_TEST_SMTP")).await;
        let imap = Line::to(given("ONEDOOR_TEST_IMAP")).await;
        let settings = json!({
            "address": SHOP, "name": "Kubek", "plus": "yes",
            "imap_host": "127.0.0.1", "imap_port": imap.port(), "imap_tls": "none", "imap_user": SHOP,
            "smtp_host": "127.0.0.1", "smtp_port": smtp.port(), "smtp_tls": "none",
        });
        let (ctx, now) = (&talk.ctx, talk.ctx.customers.clock.now());
        let new = NewChannel { kind: ChannelKind::Email, name: "Mail".into() };
        let secrets = json!({ "imap_password": "any" });
        let make = |tx: &kit::Tx| {
            let (door, _) = channels::create(tx, &new, now)?;
            link::save(tx, &ctx.secrets, door.id, Provider::Email, &settings, &secrets, now)?;
            Ok(door)
        };
        let door = Arc::new(ctx.customers.db.write(make).await.expect("a door is made"));
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(connectors::keep_running(ctx.clone(), stopped));
        let unique = door.id.to_string().to_lowercase();
        let post =
            Post { door, smtp, imap, anna: format!("anna.{unique}@example.test"), stop, running };
        // What lies in a mailbox before its door is connected is not brought in: write only when it is.
        eventually("the mailbox is watched", async || {
            let found = talk.ctx.customers.db.read(|tx| email::is_watched(tx, post.door.id)).await;
            found.expect("reads").then_some(())
        })
        .await;
        post
    }

    async fn close(self) {
        self.stop.send(true).expect("it runs");
        self.running.await.expect("it does not panic");
    }

    /// Anna's mail program sends this.
    async fn anna_writes(&self, id: &str, to: &str, headers: &str, text: &str) {
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
    fn annas_letters(&self) -> Vec<String> {
        let folder = PathBuf::from(given("ONEDOOR_TEST_MAILBOXES")).join(&self.anna).join("new");
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut files: Vec<_> = files.map(|file| file.path()).collect();
        files.sort();
        files.iter().map(|file| std::fs::read_to_string(file).expect("a letter")).collect()
    }

    async fn letters(&self, count: usize) -> Vec<String> {
        let what = format!("Anna has {count} letters");
        eventually(&what, async || {
            let letters = self.annas_letters();
            (letters.len() >= count).then_some(letters)
        })
        .await
    }

    /// Whether somebody vouched for Anna's address.
    async fn is_proven(&self, talk: &Talk) -> bool {
        let anna = customers::testing::identity_of(&format!("email:{}", self.anna));
        let find = |tx: &kit::Tx| customers::identities::store::find_maybe(tx, &anna);
        let held = talk.ctx.customers.db.read(find).await.expect("reads");
        held.is_some_and(|held| held.verified)
    }

    /// The conversation of a mail of Anna's, when it has come in.
    async fn conversation_of(&self, talk: &Talk, id: &str) -> ConversationId {
        let id = format!("{id}.{}", self.anna);
        let part = eventually("the mail came in", async || {
            let find = |tx: &kit::Tx| store::named_maybe(tx, self.door.id, &id);
            talk.ctx.customers.db.read(find).await.expect("reads").map(|at| at.conversation_id)
        })
        .await;
        talk.root(part).await
    }
}

async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let started = tokio::time::Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(started.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn header<'a>(letter: &'a str, name: &str) -> &'a str {
    let line = letter.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_else(|| panic!("no {name} in {letter}")).trim()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn anna_writes_the_shop_answers_and_she_answers_that() {
    on_each_engine(async |talk| {
        let mut post = Post::open(talk).await;
        post.anna_writes("m1", SHOP, "", "Is the lamp in stock?").await;
        let conversation = post.conversation_of(talk, "m1").await;

        talk.answers(conversation, "Yes, in Kraków.").await.unwrap();
        talk.work().await;
        let letter = post.letters(1).await.remove(0);
        assert_eq!(header(&letter, "In-Reply-To:"), format!("<m1.{}>", post.anna));
        assert_eq!(header(&letter, "Subject:"), "Re: Lamp");
        let answers_to = letter
            .split_whitespace()
            .find_map(|word| word.strip_prefix("<hello+t"))
            .map(|rest| format!("hello+t{}", rest.trim_end_matches('>')))
            .expect("a signed address");

        // Her mail program forgets the headers; the address is enough.
        post.anna_writes(
            "m2",
            &answers_to,
            "",
            "Keep it for me!\n\nOn 21 Nov 2026, Kubek wrote:\n> Yes",
        )
        .await;
        assert_eq!(post.conversation_of(talk, "m2").await, conversation);
        // And the headers, when she writes to the plain address.
        let message_id = header(&letter, "Message-ID:");
        post.anna_writes("m3", SHOP, &format!("References: {message_id}\r\n"), "Until Sunday.")
            .await;
        assert_eq!(post.conversation_of(talk, "m3").await, conversation);

        // The line to the mailbox breaks; what came meanwhile comes in when it is back.
        post.imap.close().await;
        post.anna_writes("m4", SHOP, &format!("In-Reply-To: {message_id}\r\n"), "Please.").await;
        post.imap.open().await;
        assert_eq!(post.conversation_of(talk, "m4").await, conversation);
        // She answered our signed address from where we had written to: that proves her address.
        assert!(post.is_proven(talk).await);

        expect_test::expect![[r#"
            [
                "customer by Mail: Is the lamp in stock? (received)",
                "agent by Mail: Yes, in Kraków. (sent)",
                "customer by Mail: Keep it for me! (received)",
                "customer by Mail: Until Sunday. (received)",
                "customer by Mail: Please. (received)",
            ]
        "#]]
        .assert_debug_eq(&sorted_by_arrival(talk, conversation).await);
        talk.work().await;
        post.close().await;
    })
    .await;
}

/// All mails of the story are of one moment: the ids tell in which order they were recorded.
async fn sorted_by_arrival(talk: &Talk, conversation: ConversationId) -> Vec<String> {
    let mut messages = talk.messages(conversation).await;
    messages.sort_by_key(|message| message.id);
    let line = |m: &engage::conversations::Message| {
        format!("{} by Mail: {} ({})", m.author.as_str(), m.body, m.state.as_str())
    };
    messages.iter().map(line).collect()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn a_server_that_is_down_gets_each_letter_once_when_it_is_back() {
    on_each_engine(async |talk| {
        let mut post = Post::open(talk).await;
        post.anna_writes("m1", SHOP, "", "Hello?").await;
        let conversation = post.conversation_of(talk, "m1").await;

        post.smtp.close().await;
        talk.answers(conversation, "One").await.unwrap();
        talk.answers(conversation, "Two").await.unwrap();
        for _ in 0..5 {
            talk.work().await;
            talk.shop.ctx.clock.advance(minutes(2));
        }
        let queues = talk.ctx.customers.db.read(kit::jobs::queues).await.unwrap();
        let waiting: Vec<_> = queues.iter().filter(|queue| queue.waiting > 0).collect();
        assert_eq!(waiting.len(), 1, "{queues:?}");
        assert_eq!(waiting[0].waiting, 2);

        post.smtp.open().await;
        talk.shop.ctx.clock.advance(minutes(2));
        talk.work().await;
        let letters = post.letters(2).await;
        assert_eq!(letters.len(), 2);
        talk.work().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(post.annas_letters().len(), 2, "each once");
        post.close().await;
    })
    .await;
}

/// Cuts the line at each step of SMTP. The server holds one letter, except where it may have had the letter and we did not
/// hear so: then perhaps two, of one Message-ID (see the top of `connectors/email/mod.rs`).
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn a_line_that_is_cut_at_any_step_loses_nothing() {
    on_each_engine(async |talk| {
        for cut in [
            Cut::Before("EHLO"),
            Cut::After("EHLO"),
            Cut::Before("MAIL FROM"),
            Cut::After("MAIL FROM"),
            Cut::After("RCPT TO"),
            Cut::After("DATA"),
            Cut::Before("."),
            Cut::After("."),
            Cut::Before("QUIT"),
        ] {
            let post = Post::open(talk).await;
            post.anna_writes("m1", SHOP, "", "Hello?").await;
            let conversation = post.conversation_of(talk, "m1").await;
            let sent = talk.answers(conversation, "Hello!").await.unwrap();
            post.smtp.cut_next(cut);
            talk.work().await;
            talk.shop.ctx.clock.advance(minutes(2));
            talk.work().await;
            let letters = post.letters(1).await;
            let most = if cut == Cut::After(".") { 2 } else { 1 };
            assert!(letters.len() <= most, "{cut:?}");
            let ids: std::collections::BTreeSet<_> =
                letters.iter().map(|letter| header(letter, "Message-ID:")).collect();
            assert_eq!(ids.len(), 1, "{cut:?}");
            let message = talk.messages(conversation).await.into_iter().find(|m| m.id == sent);
            assert_eq!(message.unwrap().state, State::Sent, "{cut:?}");
            post.close().await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn what_a_machine_sends_starts_no_conversation() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        post.anna_writes("away", SHOP, "Auto-Submitted: auto-replied\r\n", "I am on holiday.")
            .await;
        post.anna_writes("m1", SHOP, "", "Hello?").await;
        let conversation = post.conversation_of(talk, "m1").await;
        assert_eq!(talk.messages(conversation).await.len(), 1);
        let away = format!("away.{}", post.anna);
        let find = |tx: &kit::Tx| store::named_maybe(tx, post.door.id, &away);
        assert_eq!(talk.ctx.customers.db.read(find).await.unwrap(), None);
        // It is one of a stranger who only says who she is.
        assert!(!post.is_proven(talk).await);
        post.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn a_letter_that_comes_back_marks_its_address() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let nobody = format!("email:nobody.{}@gone.test", post.door.id.to_string().to_lowercase());
        let asked = talk.says(&post.door, &proven(&nobody), "m1", "Hello?").await;
        let sent = talk.answers(asked.conversation_id, "Hello!").await.unwrap();
        talk.work().await;
        let failed = eventually("the letter came back", async || {
            let messages = talk.messages(asked.conversation_id).await;
            let letter = messages.into_iter().find(|message| message.id == sent)?;
            (letter.state == State::Failed).then_some(letter)
        })
        .await;
        println!("OpenSMTPD says: {:?}", failed.error);
        let named = Named::parse(&nobody, None).unwrap();
        let context = context::of(&talk.ctx.customers, &named).await.unwrap();
        let bounced: Vec<_> = context.bounces.iter().map(|one| (one.state, one.letters)).collect();
        assert_eq!(bounced, [(Trouble::Undeliverable, 1)]);
        // Somebody writes from there after all.
        talk.says(&post.door, &proven(&nobody), "m2", "I am here").await;
        let context = context::of(&talk.ctx.customers, &named).await.unwrap();
        assert_eq!(context.bounces, []);
        post.close().await;
    })
    .await;
}
