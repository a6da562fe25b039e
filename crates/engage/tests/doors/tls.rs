//! Mail servers that speak TLS and want us to sign in; and such as cannot prove who they are, which get neither a letter nor
//! a password.

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use engage::connectors::{Provider, link, setup};
use engage::testing::{Talk, connected, on_each_engine};
use expect_test::expect;
use kit::Tx;
use kit::time::minutes;
use serde_json::{Value, json};

use crate::post::{Post, given};

/// A mailbox whose password is not any.
const GUARDED: &str = "hello@guarded.test";
const PASSWORD: &str = "correct horse";

fn port(server: &str) -> u16 {
    given(server).rsplit_once(':').expect("host and port").1.parse().expect("a port")
}

fn authority() -> String {
    std::fs::read_to_string(given("ONEDOOR_TEST_AUTHORITY")).expect("its certificate")
}

/// Encrypted from the first byte, or from STARTTLS on; signed in at both servers.
fn encrypted(tls: &str) -> Value {
    let (imap, smtp) = match tls {
        "tls" => ("ONEDOOR_TEST_IMAPS", "ONEDOOR_TEST_SMTPS"),
        _ => ("ONEDOOR_TEST_IMAP", "ONEDOOR_TEST_SUBMISSION"),
    };
    json!({
        "address": GUARDED, "plus": "yes", "imap_user": GUARDED, "smtp_user": GUARDED, "authority": authority(),
        "imap_host": "127.0.0.1", "imap_port": port(imap), "imap_tls": tls,
        "smtp_host": "127.0.0.1", "smtp_port": port(smtp), "smtp_tls": tls,
    })
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn a_letter_comes_and_is_answered_by_tls_and_by_starttls() {
    on_each_engine(async |talk| {
        for tls in ["tls", "starttls"] {
            let post = Post::with(talk, encrypted(tls), PASSWORD).await;
            post.anna_asks("m1", "Is the lamp in stock?").await;
            let conversation = post.conversation_of(talk, "m1").await;
            talk.answers(conversation, "Yes, in Kraków.").await.unwrap();
            talk.work().await;
            let letter = post.letters(1).await.remove(0);
            // What the server wrote down of how it got it (RFC 3848: S is by TLS, A is signed in).
            assert!(letter.contains("with ESMTPSA"), "{letter}");
            post.close().await;
        }
    })
    .await;
}

/// What the desk says of a door with these settings, when somebody tries the connection.
async fn tried(talk: &Talk, changed: Value, secrets: Value) -> String {
    let mut settings = encrypted("tls");
    for (name, value) in changed.as_object().unwrap() {
        settings[name] = value.clone();
    }
    let (kind, provider) = (ChannelKind::Email, Provider::Email);
    let door = connected(&talk.ctx, kind, "Mail", provider, settings, secrets).await;
    match setup::test(&talk.ctx, &Permit::console(), door.id).await {
        Ok(()) => "lets us in".into(),
        Err(error) => format!("{}: {}", error.code, error.detail),
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn who_cannot_prove_who_they_are_gets_nothing() {
    on_each_engine(async |talk| {
        let secrets = json!({ "imap_password": PASSWORD, "smtp_password": PASSWORD });
        let plain = json!({ "smtp_tls": "none", "smtp_user": null, "smtp_port": port("ONEDOOR_TEST_SMTP") });
        let with = |more: Value| {
            let mut all = plain.clone();
            all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            all
        };
        let table = [
            ("all is well", json!({}), secrets.clone()),
            ("nobody knows the authority", json!({ "authority": null }), secrets.clone()),
            ("another name", json!({ "smtp_host": "localhost" }), secrets.clone()),
            ("nobody knows it, IMAP", with(json!({ "authority": null })), secrets.clone()),
            ("another name, IMAP", with(json!({ "imap_host": "localhost" })), secrets.clone()),
            ("no STARTTLS there", with(json!({ "smtp_tls": "starttls" })), secrets.clone()),
            ("a wrong password", json!({}), json!({ "imap_password": PASSWORD, "smtp_password": "guess" })),
            ("a wrong password, IMAP", json!({}), json!({ "imap_password": "guess", "smtp_password": PASSWORD })),
            ("no certificate", json!({ "authority": "hello" }), secrets),
        ];
        let mut told = Vec::new();
        for (what, changed, secrets) in table {
            told.push(format!("{what} → {}", tried(talk, changed, secrets).await));
        }
        expect![[r#"
            all is well → lets us in
            nobody knows the authority → smtp_certificate: Connection error: Connection error: invalid peer certificate: UnknownIssuer
            another name → smtp_certificate: Connection error: Connection error: invalid peer certificate: certificate not valid for name "localhost"; certificate is only valid for IpAddress(127.0.0.1)
            nobody knows it, IMAP → imap_certificate: io: invalid peer certificate: UnknownIssuer
            another name, IMAP → imap_certificate: io: invalid peer certificate: certificate not valid for name "localhost"; certificate is only valid for IpAddress(127.0.0.1)
            no STARTTLS there → smtp_unreachable: internal client error: STARTTLS is not supported on this server
            a wrong password → smtp_refused: permanent error (535): 5.7.8 Authentication failed.
            a wrong password, IMAP → imap_refused: no response: code: None, info: Some("[AUTHENTICATIONFAILED] Authentication failed.")
            no certificate → bad_authority: This is no certificate in PEM (-----BEGIN CERTIFICATE-----): there is none in it."#]]
        .assert_eq(&told.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn what_a_server_without_proof_does_not_get_waits_for_one_with() {
    on_each_engine(async |talk| {
        let post = Post::with(talk, encrypted("tls"), PASSWORD).await;
        post.anna_asks("m1", "Hello?").await;
        let conversation = post.conversation_of(talk, "m1").await;
        let save = async |settings: Value| {
            let secrets = json!({ "imap_password": PASSWORD, "smtp_password": PASSWORD });
            let (keys, now) = (&talk.ctx.secrets, talk.ctx.customers.clock.now());
            let (door, provider) = (post.door.id, Provider::Email);
            let save = |tx: &Tx| link::save(tx, keys, door, provider, &settings, &secrets, now);
            talk.ctx.customers.db.write(save).await.unwrap();
        };
        let mut unknown = encrypted("tls");
        unknown["authority"] = Value::Null;
        save(unknown).await;
        talk.answers(conversation, "Good morning!").await.unwrap();
        talk.work().await;
        let queues = talk.ctx.customers.db.read(kit::jobs::queues).await.unwrap();
        let waiting: Vec<_> = queues.iter().filter(|queue| queue.waiting > 0).collect();
        assert_eq!(waiting.len(), 1, "{queues:?}");
        let why = waiting[0].error.clone().unwrap_or_default();
        assert!(why.contains("invalid peer certificate"), "{why}");
        assert!(post.annas_letters().is_empty());

        save(encrypted("tls")).await;
        talk.ctx.customers.clock.advance(minutes(2));
        talk.work().await;
        assert_eq!(post.letters(1).await.len(), 1);
        post.close().await;
    })
    .await;
}
