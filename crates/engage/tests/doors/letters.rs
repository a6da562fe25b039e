//! Letters that are no answers: a code that proves whose an address is, and a question that can be refused by one click.

use customers::channels::ChannelKind;
use customers::identities::{CustomerId, store as identities};
use customers::testing::identity_of;
use engage::connectors::http;
use engage::conversations::{self, Sender};
use engage::letters::{self, Letter};
use engage::teams::settings::Survey;
use engage::testing::{Talk, browser, on_each_engine};
use engage::{proofs, teams, unsubscribe};
use kit::Tx;
use kit::i18n::Lang;

use crate::post::{Post, eventually, header};

async fn leaf_of(talk: &Talk, identity: &str) -> CustomerId {
    let identity = identity_of(identity);
    let read = |tx: &Tx| identities::leaf_maybe(tx, &identity);
    talk.ctx.customers.db.read(read).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn a_code_in_her_mailbox_makes_of_what_she_claims_what_is_verified() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let address = identity_of(&format!("email:{}", post.anna));
        // In the chat she says whose address it is. Anybody may say that.
        let visitor = Sender { claimed: vec![address.clone()], ..browser("laptop") };
        talk.says(&talk.chat, &visitor, "c1", "Where is my parcel?").await;
        assert!(!post.is_proven(talk).await);
        let leaf = leaf_of(talk, "device:laptop").await;
        let asked = proofs::ask(&talk.ctx, leaf, talk.chat.id, &address, Lang::En).await.unwrap();
        talk.work().await;

        let letter = post.letters(1).await.remove(0);
        // It can be read without opening the letter.
        let code = header(&letter, "Subject: Your code:").to_string();
        assert_eq!(code.len(), 6, "{letter}");
        assert!(letter.contains(&format!("{code} is your code. It is valid for 10 minutes.")));
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let refused = proofs::answer(&talk.ctx, asked.id, leaf, wrong).await.unwrap_err();
        assert_eq!(refused.code, "wrong_proof");
        assert!(!post.is_proven(talk).await);
        proofs::answer(&talk.ctx, asked.id, leaf, &code).await.unwrap();
        assert!(post.is_proven(talk).await);
        assert_eq!(talk.who(&address.to_string()).await, talk.who("device:laptop").await);
        talk.work().await;
        post.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn a_letter_to_somebody_whom_the_shop_does_not_know_arrives_once() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let letter = Letter {
            to: post.anna.clone(),
            subject: "Your withdrawal from the contract".into(),
            body: "We have your statement.".into(),
        };
        let now = talk.ctx.customers.clock.now();
        let put = |tx: &Tx| letters::put(&talk.ctx, tx, &letter, now);
        assert!(talk.ctx.customers.db.write(put).await.unwrap());
        talk.work().await;
        let letters = post.letters(1).await;
        assert!(letters[0].contains("We have your statement."), "{}", letters[0]);
        assert_eq!(header(&letters[0], "Subject:"), "Your withdrawal from the contract");
        assert_eq!(header(&letters[0], "Auto-Submitted:"), "auto-generated");
        post.close().await;
    })
    .await;
}

/// Whoever writes to the shop is asked afterwards how it was.
async fn asks_how_it_was(talk: &Talk, post: &Post) {
    let boss = customers::accounts::Permit::console();
    let id = teams::create(&talk.ctx, &boss, "Support").await.unwrap();
    let survey = Survey { is_on: true, quiet_days: 0 };
    let settings = teams::Settings { survey, ..teams::Settings::default() };
    teams::set_settings(&talk.ctx, &boss, id, &settings).await.unwrap();
    teams::set_doors(&talk.ctx, &boss, id, &[post.door.id]).await.unwrap();
}

/// What RFC 8058 asks of a mail program: the address of the header, called by POST with the words of the other header.
async fn one_click(letter: &str, server: std::net::SocketAddr) {
    let folded = letter.replace("\r\n ", " ").replace("\n ", " ");
    let url = header(&folded, "List-Unsubscribe:").trim_matches(['<', '>']).to_string();
    let words = header(&folded, "List-Unsubscribe-Post:");
    assert_eq!(words, "List-Unsubscribe=One-Click");
    let path = url.strip_prefix("https://talk.kubek.pl").expect("our own address");
    let (name, value) = words.split_once('=').unwrap();
    let url = format!("http://{server}{path}");
    let answer = http::post_form(&url, &[], &[(name, value)]).await.unwrap();
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn by_one_click_in_the_letter_the_question_does_not_come_again() {
    on_each_engine(async |talk| {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = listener.local_addr().unwrap();
        let routes = unsubscribe::routes(talk.ctx.clone()).into_router();
        tokio::spawn(async move { axum::serve(listener, routes).await });
        let post = Post::open(talk).await;
        asks_how_it_was(talk, &post).await;
        let closes = async |id: &str, letters: usize| {
            post.anna_asks(id, "Is the lamp in stock?").await;
            let conversation = post.conversation_of(talk, id).await;
            talk.answers(conversation, "Yes.").await.unwrap();
            conversations::close(&talk.ctx, &talk.staff(), conversation).await.unwrap();
            talk.work().await;
            // A later conversation is one of its own.
            talk.ctx.customers.clock.advance(kit::time::days(60));
            post.letters(letters).await
        };
        let letters = closes("m1", 2).await;
        let is_question = |letter: &&String| letter.contains("List-Unsubscribe-Post:");
        let questions: Vec<_> = letters.iter().filter(is_question).collect();
        assert_eq!(questions.len(), 1, "an answer carries no such header: {letters:?}");
        one_click(questions[0], server).await;
        let letters = closes("m2", 3).await;
        eventually("all jobs are done", async || {
            talk.work().await;
            let queues = talk.ctx.customers.db.read(kit::jobs::queues).await.unwrap();
            queues.iter().all(|queue| queue.waiting == 0).then_some(())
        })
        .await;
        assert_eq!(post.annas_letters().len(), letters.len());
        assert_eq!(letters.iter().filter(is_question).count(), 1, "not again");
        assert_eq!(post.door.kind, ChannelKind::Email);
        post.close().await;
    })
    .await;
}
