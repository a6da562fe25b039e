//! One click, by a real POST over a real socket, and nothing more comes.

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use customers::consents;
use expect_test::expect;
use kit::Tx;
use kit::time::days;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::routes;
use crate::connectors::Provider;
use crate::conversations::{self, ConversationId, Message, State, Trace};
use crate::teams::settings::Survey;
use crate::teams::{self, Settings};
use crate::testing::{Talk, door, on_each_engine, proven};

async fn team(talk: &Talk, door: customers::channels::ChannelId) {
    let boss = Permit::console();
    let id = teams::create(&talk.ctx, &boss, "Support").await.unwrap();
    let survey = Survey { is_on: true, quiet_days: 0 };
    let settings = Settings { survey, ..Settings::default() };
    teams::set_settings(&talk.ctx, &boss, id, &settings).await.unwrap();
    teams::set_doors(&talk.ctx, &boss, id, &[door]).await.unwrap();
}

/// The last message that went by itself, and the link by which its like is refused.
async fn sent(talk: &Talk, id: ConversationId) -> Option<(Message, String)> {
    talk.messages(id).await.into_iter().rev().find_map(|message| {
        let details: Value = serde_json::from_str(&message.details).unwrap();
        let url = details.get("unsubscribe")?.as_str()?.to_string();
        Some((message, url))
    })
}

/// A server on a port of its own.
async fn serve(talk: &Talk) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = routes(talk.ctx.clone()).into_router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// The whole answer to a request, as bytes on the wire.
async fn request(at: std::net::SocketAddr, method: &str, path: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(at).await.unwrap();
    let text = format!(
        "{method} {path} HTTP/1.1\r\nhost: talk.kubek.pl\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

async fn ledger(talk: &Talk) -> Vec<String> {
    let who = talk.who("email:anna@example.com").await;
    let read = |tx: &Tx| {
        let leaves = customers::identities::store::leaves(tx, who)?;
        consents::store::list(tx, &leaves)
    };
    let lines = talk.ctx.customers.db.read(read).await.unwrap();
    let line = |one: consents::Consent| {
        let identity = one.subject.identity.map(|one| one.value).unwrap_or_default();
        let (purpose, channel) = (one.subject.purpose, one.subject.channel);
        format!("{purpose} {channel} {identity} {} {}", one.state.as_str(), one.evidence["by"])
    };
    lines.into_iter().map(line).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_by_a_real_post_and_nothing_more_comes() {
    on_each_engine(async |talk| {
        let mail = door(&talk.ctx, ChannelKind::Email, "Mail", Some(Provider::Store)).await;
        team(talk, mail.id).await;
        let anna = proven("email:anna@example.com");
        let id = talk.says(&mail, &anna, "1", "Where is it?").await.conversation_id;
        talk.answers(id, "Here").await.unwrap();
        conversations::close(&talk.ctx, &talk.staff(), id).await.unwrap();
        talk.work().await;
        let (question, url) = sent(talk, id).await.unwrap();
        assert_eq!(question.state, State::Sent);
        let path = url.strip_prefix("https://talk.kubek.pl").unwrap();
        let server = serve(talk).await;
        // A scanner of mail opens every link: nothing changes.
        assert!(request(server, "GET", path, "").await.starts_with("HTTP/1.1 200"));
        assert!(ledger(talk).await.is_empty());
        for _ in 0..3 {
            let answer = request(server, "POST", path, "List-Unsubscribe=One-Click").await;
            // RFC 8058, 3.2: not by a redirect.
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        }
        expect![[r#"
            [
                "feedback email anna@example.com withdrawn \"one click (RFC 8058)\"",
            ]
        "#]]
        .assert_debug_eq(&ledger(talk).await);
        let other = if path.ends_with('0') { '1' } else { '0' };
        let forged = format!("{}{other}", &path[..path.len() - 1]);
        assert!(request(server, "POST", &forged, "").await.starts_with("HTTP/1.1 404"));
        // A year later: no question, and the transcript says why.
        talk.shop.ctx.clock.advance(days(365));
        let next = talk.says(&mail, &anna, "2", "Another thing").await.conversation_id;
        talk.answers(next, "Certainly").await.unwrap();
        conversations::close(&talk.ctx, &talk.staff(), next).await.unwrap();
        talk.work().await;
        assert!(sent(talk, next).await.is_none());
        let traces: Vec<_> = talk.messages(next).await.iter().filter_map(Trace::of).collect();
        assert_eq!(traces, [Trace::NotSent { purpose: "feedback".into() }]);
        // Answers reach her as before.
        assert_eq!(talk.messages(next).await[1].state, State::Sent);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_while_it_waits_does_not_go_out() {
    on_each_engine(async |talk| {
        let mail = door(&talk.ctx, ChannelKind::Email, "Mail", Some(Provider::Store)).await;
        team(talk, mail.id).await;
        let anna = proven("email:anna@example.com");
        let id = talk.says(&mail, &anna, "1", "Where is it?").await.conversation_id;
        talk.answers(id, "Here").await.unwrap();
        conversations::close(&talk.ctx, &talk.staff(), id).await.unwrap();
        let (_, url) = sent(talk, id).await.unwrap();
        let server = serve(talk).await;
        request(server, "POST", url.strip_prefix("https://talk.kubek.pl").unwrap(), "").await;
        talk.work().await;
        let (question, _) = sent(talk, id).await.unwrap();
        assert_eq!(question.state, State::Failed);
        assert_eq!(question.error.as_deref(), Some("They want no such messages."));
        assert_eq!(talk.messages(id).await[1].state, State::Sent);
    })
    .await;
}
