//! STOP, START, and who may still be written to.

use customers::consents;
use expect_test::expect;
use kit::Tx;
use kit::time::minutes;

use super::super::{optout, store};
use super::{ANNA, conversation, texts, unbound};
use crate::conversations::NewReply;
use crate::testing::{Talk, on_each_engine};

/// The ledger of Anna's consents, in words.
async fn ledger(talk: &Talk) -> Vec<String> {
    let anna = talk.who(&format!("phone:{ANNA}")).await;
    let read =
        |tx: &Tx| consents::store::list(tx, &customers::identities::store::leaves(tx, anna)?);
    let lines = talk.ctx.customers.db.read(read).await.unwrap();
    let words = |line: &consents::Consent| {
        let subject = &line.subject;
        let identity = subject.identity.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {} {identity}: {}", subject.purpose, subject.channel, line.state.as_str())
    };
    lines.iter().map(words).collect()
}

/// Whether the last message of the shop may go out; nothing if so.
async fn refusal(talk: &Talk) -> Option<String> {
    let last = talk.messages(conversation(talk).await).await.pop().unwrap();
    talk.ctx.customers.db.read(|tx| optout::refusal(tx, &last, ANNA)).await.unwrap()
}

async fn writes(talk: &Talk, body: &str) {
    let new = NewReply { body: body.into(), ..NewReply::default() };
    let conversation = conversation(talk).await;
    crate::conversations::reply(&talk.ctx, &talk.staff(), conversation, &new).await.unwrap();
    talk.ctx.customers.clock.advance(minutes(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn stop_holds_at_once_and_is_confirmed_once_however_often_it_comes() {
    on_each_engine(async |talk| {
        let sms = unbound(talk).await;
        texts(talk, &sms, "1", "Czy jest lampa?").await;
        talk.ctx.customers.clock.advance(minutes(1));
        for _ in 0..3 {
            texts(talk, &sms, "2", "Stop").await;
        }
        // Again, and it is no question either.
        talk.ctx.customers.clock.advance(minutes(1));
        texts(talk, &sms, "3", "WYPISZ").await;
        talk.ctx.customers.clock.advance(minutes(1));
        expect![[r#"
            [
                "customer by SMS: Czy jest lampa? (received)",
                "customer by SMS: Stop (received)",
                "system by SMS: Nie wyślemy już żadnych reklam SMS. START włącza je znowu. (queued)",
                "customer by SMS: WYPISZ (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(conversation(talk).await).await);
        assert_eq!(ledger(talk).await, ["marketing sms phone:+48601234567: withdrawn"]);
        writes(talk, "A może promocja?").await;
        expect![[r#"
            Some(
                "+48601234567 wants no messages (“WYPISZ”). Only what they ask from now on may be answered.",
            )
        "#]]
        .assert_debug_eq(&refusal(talk).await);

        // She asks: an answer is no advertisement.
        texts(talk, &sms, "4", "A kiedy otwieracie?").await;
        writes(talk, "O dziewiątej.").await;
        assert_eq!(refusal(talk).await, None);
        super::forget_queue(talk, &sms).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn start_takes_back_a_stop_and_yes_is_otherwise_an_answer() {
    on_each_engine(async |talk| {
        let sms = unbound(talk).await;
        let clock = &talk.ctx.customers.clock;
        let suppressed = async || {
            let read = |tx: &Tx| store::suppression_maybe(tx, ANNA);
            talk.ctx.customers.db.read(read).await.unwrap().is_some()
        };
        for (id, text, expected) in [
            ("1", "Tak", false),
            ("2", "REZYGNUJĘ", true),
            ("3", "start", false),
            // Brought again, late: it does not take back what came after it.
            ("2", "REZYGNUJĘ", false),
            ("4", "stop", true),
            ("3", "start", true),
        ] {
            texts(talk, &sms, id, text).await;
            assert_eq!(suppressed().await, expected, "after {id} {text}");
            clock.advance(minutes(1));
        }
        let marketing = "marketing sms phone:+48601234567";
        let expected = ["withdrawn", "granted", "withdrawn"];
        assert_eq!(ledger(talk).await, expected.map(|state| format!("{marketing}: {state}")));
        super::forget_queue(talk, &sms).await;
    })
    .await;
}
