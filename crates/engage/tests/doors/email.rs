//! E-mail between Anna and the shop, through OpenSMTPD and Dovecot.

use std::collections::BTreeSet;
use std::time::Duration;

use customers::context::{self, Named};
use customers::identities::bounces::Trouble;
use engage::conversations::{ConversationId, State, store};
use engage::testing::{Talk, on_each_engine, promised, proven};
use kit::time::minutes;

use crate::line::Cut;
use crate::post::{Post, SHOP, eventually, header};

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

/// Cuts the line at each step of SMTP. The server holds one letter, except where it had the letter and we did not hear so: then
/// perhaps two, of one Message-ID (docs/sending.md).
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn a_line_that_is_cut_at_any_step_loses_nothing() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let mut earlier = BTreeSet::new();
        for (n, cut) in [
            Cut::Before("EHLO"),
            Cut::After("EHLO"),
            Cut::Before("MAIL FROM"),
            Cut::After("MAIL FROM"),
            Cut::After("RCPT TO"),
            Cut::After("DATA"),
            Cut::Before("."),
            Cut::After("."),
            Cut::Before("QUIT"),
        ]
        .into_iter()
        .enumerate()
        {
            let question = format!("m{n}");
            post.anna_writes(&question, SHOP, "", "Hello?").await;
            let conversation = post.conversation_of(talk, &question).await;
            let sent = talk.answers(conversation, "Hello!").await.unwrap();
            post.smtp.cut_next(cut);
            talk.work().await;
            assert!(post.smtp.was_cut(), "{cut:?}");
            talk.shop.ctx.clock.advance(minutes(2));
            talk.work().await;
            let id_of = |letter: &String| header(letter, "Message-ID:").to_string();
            let letters = eventually("the letter came", async || {
                let ids = post.annas_letters().iter().map(id_of).collect::<Vec<_>>();
                let new: Vec<_> = ids.into_iter().filter(|id| !earlier.contains(id)).collect();
                (!new.is_empty()).then_some(new)
            })
            .await;
            let times = promised("letters", &cut.words());
            assert!(letters.len() <= times, "{cut:?}: {letters:?}");
            earlier.extend(letters);
            assert_eq!(earlier.len(), n + 1, "{cut:?}: one Message-ID each");
            let message = talk.messages(conversation).await.into_iter().find(|m| m.id == sent);
            assert_eq!(message.unwrap().state, State::Sent, "{cut:?}");
        }
        // None of them came once more behind our back.
        assert!(post.annas_letters().len() <= earlier.len() + 1);
        post.close().await;
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

/// A mailbox that is numbered anew, a server that delivers again: the same letters, the later one first.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a mail server; `cargo x doors` runs it"]
async fn letters_that_come_three_times_and_in_any_order_are_one_message_each() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let first = format!("In-Reply-To: <m1.{}>\r\n", post.anna);
        for id in ["m2", "m1", "m2", "m1", "m1", "m2", "end"] {
            let (headers, text) = match id {
                "m1" => ("", "Is the lamp in stock?"),
                "m2" => (first.as_str(), "The blue one."),
                _ => (first.as_str(), "That is all."),
            };
            post.anna_writes(id, SHOP, headers, text).await;
            post.conversation_of(talk, id).await;
        }
        let conversation = post.conversation_of(talk, "end").await;
        assert_eq!(post.conversation_of(talk, "m1").await, conversation);
        expect_test::expect![[r#"
            [
                "customer by Mail: The blue one. (received)",
                "customer by Mail: Is the lamp in stock? (received)",
                "customer by Mail: That is all. (received)",
            ]
        "#]]
        .assert_debug_eq(&sorted_by_arrival(talk, conversation).await);
        talk.work().await;
        post.close().await;
    })
    .await;
}
