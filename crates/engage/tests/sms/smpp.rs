//! A conversation by a real SMPP centre.

use std::sync::Arc;

use customers::channels::{Channel, ChannelKind};
use customers::identities::store as identities;
use customers::testing::identity_of;
use engage::connectors::{self, Provider, link};
use engage::conversations::{ConversationId, NewReply, Sender, State, reply, store};
use engage::proofs;
use engage::testing::{Talk, browser, door, on_each_engine};
use expect_test::expect;
use kit::Tx;
use kit::i18n::Lang;
use kit::time::{minutes, seconds};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::centre::{Centre, until};

const ANNA: &str = "48601234567";

/// A shop with an SMS door that is bound to a centre.
struct Line<'a> {
    talk: &'a Talk,
    centre: Centre,
    sms: Arc<Channel>,
    stop: watch::Sender<bool>,
    sessions: JoinHandle<()>,
}

impl Line<'_> {
    async fn open(talk: &Talk) -> Line<'_> {
        let centre = Centre::start().await;
        let sms = door(&talk.ctx, ChannelKind::Sms, "SMS", None).await;
        let settings = json!({
            "host": "127.0.0.1", "port": centre.port, "system_id": "shop", "from": "+48500100200",
        });
        let (secrets, now) = (json!({"password": "secret"}), talk.ctx.customers.clock.now());
        let keys = &talk.ctx.secrets;
        let save = |tx: &Tx| link::save(tx, keys, sms.id, Provider::Smpp, &settings, &secrets, now);
        talk.ctx.customers.db.write(save).await.unwrap();
        let (stop, stopped) = watch::channel(false);
        let sessions = tokio::spawn(connectors::keep_running(talk.ctx.clone(), stopped));
        centre.until_bound().await;
        Line { talk, centre, sms, stop, sessions }
    }

    /// The server stops: the session says goodbye.
    async fn close(self) {
        self.stop.send(true).unwrap();
        self.sessions.await.unwrap();
    }

    async fn anna_texts(&self, parts: Value) {
        let asked = json!({"from": ANNA, "to": "48500100200", "parts": parts});
        let statuses = self.centre.ask("/deliver", asked).await.unwrap();
        assert!(statuses.as_array().unwrap().iter().all(|status| *status == 0), "{statuses}");
        self.talk.ctx.customers.clock.advance(minutes(2));
    }

    async fn conversation(&self) -> ConversationId {
        let customer = self.talk.who(&format!("phone:+{ANNA}")).await;
        let read = |tx: &Tx| store::of_leaves(tx, &identities::leaves(tx, customer)?);
        self.talk.ctx.customers.db.read(read).await.unwrap()[0].root_id
    }

    async fn until_last_is(&self, state: State) {
        let conversation = self.conversation().await;
        until(&format!("the last is {state:?}"), async || {
            let last = self.talk.messages(conversation).await.pop()?;
            (last.state == state).then_some(())
        })
        .await;
    }

    /// An agent answers, and the jobs are done that are due.
    async fn agent_answers(&self, text: &str) {
        self.agent_writes(text).await;
        self.talk.work().await;
    }

    async fn agent_writes(&self, text: &str) {
        let new =
            NewReply { body: text.into(), channel_id: Some(self.sms.id), ..NewReply::default() };
        let conversation = self.conversation().await;
        reply(&self.talk.ctx, &self.talk.staff(), conversation, &new).await.unwrap();
        self.talk.ctx.customers.clock.advance(seconds(1));
    }

    async fn transcript(&self) -> Vec<String> {
        self.talk.transcript(self.conversation().await).await
    }

    fn texts(&self) -> Vec<String> {
        let taken = self.centre.taken();
        taken.iter().map(|sms| sms["text"].as_str().unwrap().to_string()).collect()
    }
}

const LONG: &str = "Dzień dobry! Lampa „Księżyc” jest dostępna w Łodzi i w Gdańsku. Możemy ją odłożyć na \
    jutro – proszę tylko o imię.";

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node and the npm package smpp; cargo x sms runs it"]
async fn anna_asks_is_answered_in_two_parts_and_stops() {
    on_each_engine(async |talk| {
        let line = Line::open(talk).await;
        line.anna_texts(json!([{"text": "Czy jest lampa Księżyc?"}])).await;
        line.agent_answers(LONG).await;
        let taken = line.centre.taken();
        assert_eq!(line.texts().concat(), LONG);
        let shapes: Vec<_> = taken
            .iter()
            .map(|sms| {
                let udh = sms["udh"].as_str().unwrap();
                (sms["to"].as_str().unwrap(), sms["coding"].as_i64(), &udh[udh.len() - 4..])
            })
            .collect();
        assert_eq!(shapes, [(ANNA, Some(8), "0201"), (ANNA, Some(8), "0202")]);
        line.until_last_is(State::Delivered).await;

        // Parts of a long one come in the wrong order.
        line.anna_texts(json!([
            {"text": "imię: Anna", "udh": "050003070202"},
            {"text": "Poproszę, ", "udh": "050003070201"},
        ]))
        .await;
        line.anna_texts(json!([{"text": "Stop."}])).await;
        talk.work().await;
        line.until_last_is(State::Delivered).await;
        line.agent_answers("A może jednak?").await;
        line.until_last_is(State::Failed).await;
        let last = talk.messages(line.conversation().await).await.pop().unwrap();
        expect!["+48601234567 wants no messages (“STOP”). Only what they ask from now on may be answered."]
            .assert_eq(&last.error.unwrap());
        expect![[r#"
            [
                "customer by SMS: Czy jest lampa Księżyc? (received)",
                "agent by SMS: Dzień dobry! Lampa „Księżyc” jest dostępna w Łodzi i w Gdańsku. Możemy ją odłożyć na jutro – proszę tylko o imię. (delivered)",
                "customer by SMS: Poproszę, imię: Anna (received)",
                "customer by SMS: Stop. (received)",
                "system by SMS: Nie wyślemy już żadnych reklam SMS. START włącza je znowu. (delivered)",
                "agent by SMS: A może jednak? (failed)",
            ]
        "#]].assert_debug_eq(&line.transcript().await);
        assert_eq!(talk.drop_dead(&line.sms).await.len(), 1);
        line.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node and the npm package smpp; cargo x sms runs it"]
async fn the_centre_dies_and_what_waits_goes_out_in_order() {
    on_each_engine(async |talk| {
        let mut line = Line::open(talk).await;
        line.anna_texts(json!([{"text": "Hello?"}])).await;
        line.centre.kill();
        until("the session is gone", async || (!talk.ctx.smpp.is_bound(line.sms.id)).then_some(()))
            .await;
        for text in ["One", "Two", "Three"] {
            line.agent_answers(text).await;
        }
        let queue = &talk.ctx.customers.db.read(kit::jobs::queues).await.unwrap()[0];
        expect!["There is no session with the message centre."]
            .assert_eq(queue.error.as_deref().unwrap());
        assert_eq!((queue.waiting, queue.dead, line.texts().len()), (3, 0, 0));

        line.centre.start_again().await;
        line.centre.until_bound().await;
        talk.ctx.customers.clock.advance(minutes(1));
        talk.work().await;
        assert_eq!(line.texts(), ["One", "Two", "Three"]);
        line.until_last_is(State::Delivered).await;
        line.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node and the npm package smpp; cargo x sms runs it"]
async fn an_answer_that_was_lost_sends_that_part_alone_again_with_the_same_number() {
    on_each_engine(async |talk| {
        let line = Line::open(talk).await;
        line.anna_texts(json!([{"text": "Hello?"}])).await;
        // The second part is taken over, and the line breaks before the answer.
        line.centre.ask("/behave", json!({"throttle": 2, "early": true})).await.unwrap();
        line.agent_answers("Yes.").await;
        line.until_last_is(State::Delivered).await;
        line.centre.ask("/behave", json!({"hangUp": 1, "early": false})).await.unwrap();
        line.agent_answers(LONG).await;
        assert_eq!(line.texts().len(), 2);
        // The centre may hold us for bound a moment before we know it.
        until("the rest is sent", async || {
            talk.ctx.customers.clock.advance(minutes(1));
            talk.work().await;
            (line.texts().len() >= 4).then_some(())
        })
        .await;
        let headers: Vec<_> =
            line.centre.taken()[1..].iter().map(|sms| sms["udh"].clone()).collect();
        // SMPP has no name for a part that was not answered: this is its one repeat.
        assert_eq!(headers.len(), 3);
        assert_eq!(headers[0], headers[1]);
        assert_eq!(line.texts()[2..].concat(), LONG);
        line.until_last_is(State::Delivered).await;

        line.centre.ask("/behave", json!({"refuse": 1})).await.unwrap();
        line.agent_answers("And now?").await;
        line.until_last_is(State::Failed).await;
        expect![[r#"
            [
                "The message centre answered 0xb: no such number.",
            ]
        "#]]
        .assert_debug_eq(&talk.drop_dead(&line.sms).await);
        line.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node and the npm package smpp; cargo x sms runs it"]
async fn a_code_on_her_telephone_makes_of_what_she_claims_what_is_verified() {
    on_each_engine(async |talk| {
        let line = Line::open(talk).await;
        let number = identity_of(&format!("phone:+{ANNA}"));
        // In the chat she says whose number it is. Anybody may say that.
        let visitor = Sender { claimed: vec![number.clone()], ..browser("laptop") };
        talk.says(&talk.chat, &visitor, "c1", "Where is my parcel?").await;
        let leaf = |tx: &Tx| identities::leaf_maybe(tx, &identity_of("device:laptop"));
        let leaf = talk.ctx.customers.db.read(leaf).await.unwrap().unwrap();
        let is_verified = async || {
            let held = talk.ctx.customers.db.read(|tx| identities::find_maybe(tx, &number)).await;
            held.unwrap().is_some_and(|held| held.verified)
        };
        assert!(!is_verified().await);
        let asked = proofs::ask(&talk.ctx, leaf, talk.chat.id, &number, Lang::Pl).await.unwrap();
        talk.work().await;
        assert!(line.centre.taken().iter().all(|sms| sms["to"] == ANNA));
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
        // By as many SMS as it takes.
        let text = line.texts().concat();
        let code = text.split(|c: char| !c.is_ascii_digit()).find(is_code).expect("a code");
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let refused = proofs::answer(&talk.ctx, asked.id, leaf, wrong).await.unwrap_err();
        assert_eq!((refused.code, is_verified().await), ("wrong_proof", false));
        proofs::answer(&talk.ctx, asked.id, leaf, code).await.unwrap();
        assert!(is_verified().await);
        assert_eq!(talk.who(&number.to_string()).await, talk.who("device:laptop").await);
        talk.work().await;
        line.close().await;
    })
    .await;
}
