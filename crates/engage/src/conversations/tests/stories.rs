//! Conversations that go on by another door.

use expect_test::expect;
use kit::time::{days, minutes};
use serde_json::json;

use crate::conversations::{
    self, Inbound, NewReply, Reference, Report, Reported, State, Status, store,
};
use crate::testing::{Talk, browser, on_each_engine, proven};

#[tokio::test(flavor = "multi_thread")]
async fn begun_in_the_chat_and_ended_in_the_store_it_is_one_conversation() {
    on_each_engine(async |talk| {
        let anna = browser("annas-laptop");
        let first = talk.says(&talk.chat, &anna, "c1", "Is the lamp in stock?").await;
        talk.shop.ctx.clock.advance(minutes(1));
        talk.answers(first.conversation_id, "In Kraków, yes.").await.unwrap();
        talk.work().await;
        // She signs in on the web, and shows her card at the till.
        talk.shop
            .web(&[json!({"type": "identify", "userId": "anna", "anonymousId": "annas-laptop"})])
            .await;
        talk.shop
            .server(&[json!({"type": "identify", "userId": "anna",
                "traits": {"loyalty_card": "2900000001234", "loyalty_card_verified": true}})])
            .await;
        talk.work().await;
        talk.shop.ctx.clock.advance(minutes(30));
        let at_the_till = proven("loyalty_card:2900000001234");
        let third = talk.says(&talk.store, &at_the_till, "s1", "I came for the lamp.").await;
        assert_eq!(third.conversation_id, first.conversation_id);
        talk.work().await;
        expect![[r#"
            [
                "customer by Chat: Is the lamp in stock? (received)",
                "agent by Chat: In Kraków, yes. (sent)",
                "customer by Kraków: I came for the lamp. (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(first.conversation_id).await);
        let told = talk.shop.told(talk.who("user_id:anna").await).await;
        let talked: Vec<_> = told.iter().filter(|name| name.starts_with("Message")).collect();
        assert_eq!(talked, ["Message Received", "Message Sent", "Message Received"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_turn_out_to_be_one_have_one_conversation_and_two_again_after_the_split() {
    on_each_engine(async |talk| {
        let (phone, laptop) = (browser("phone"), browser("laptop"));
        let a = talk.says(&talk.chat, &phone, "1", "Hello from the phone").await;
        talk.shop.ctx.clock.advance(minutes(1));
        let b = talk.says(&talk.chat, &laptop, "2", "Hello from the laptop").await;
        assert_ne!(a.conversation_id, b.conversation_id);

        for device in ["phone", "laptop"] {
            talk.shop
                .web(&[json!({"type": "identify", "userId": "anna", "anonymousId": device})])
                .await;
        }
        talk.work().await;
        assert_eq!(talk.root(b.conversation_id).await, a.conversation_id);
        let c = talk.says(&talk.chat, &laptop, "3", "It is all one to me").await;
        assert_eq!(c.conversation_id, a.conversation_id);
        assert_eq!(talk.transcript(a.conversation_id).await.len(), 3);

        // It was another's laptop.
        let anna = talk.who("user_id:anna").await;
        let laptops_leaf = talk.messages(a.conversation_id).await[1].customer_id;
        let db = &talk.ctx.customers.db;
        let now = talk.ctx.customers.clock.now();
        let edges =
            db.read(|tx| customers::identities::store::edges(tx, &[laptops_leaf])).await.unwrap();
        db.write(|tx| {
            customers::identities::graph::split(tx, anna, edges[0].id, "Ola", "not hers", now)
        })
        .await
        .unwrap();
        talk.work().await;
        assert_eq!(talk.root(b.conversation_id).await, b.conversation_id);
        expect![[r#"
            [
                "customer by Chat: Hello from the phone (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(a.conversation_id).await);
        expect![[r#"
            [
                "customer by Chat: Hello from the laptop (received)",
                "customer by Chat: It is all one to me (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(b.conversation_id).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_provider_brings_again_is_one_message() {
    on_each_engine(async |talk| {
        let anna = proven("phone:+48601234567");
        let first = talk.says(&talk.store, &anna, "sm-1", "Hello?").await;
        assert!(first.is_new);
        for _ in 0..3 {
            let again = talk.says(&talk.store, &anna, "sm-1", "Hello?").await;
            assert_eq!((again.message_id, again.is_new), (first.message_id, false));
        }
        assert_eq!(talk.transcript(first.conversation_id).await.len(), 1);
        assert_eq!(
            talk.shop.told(talk.who("phone:+48601234567").await).await,
            ["Message Received"]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_sent_twice_by_the_page_goes_out_once() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.chat, &browser("b"), "1", "Open on Sunday?").await;
        let new = NewReply { body: "Yes.".into(), key: Some("k1".into()), ..NewReply::default() };
        let staff = talk.staff();
        let one =
            conversations::reply(&talk.ctx, &staff, asked.conversation_id, &new).await.unwrap();
        let two =
            conversations::reply(&talk.ctx, &staff, asked.conversation_id, &new).await.unwrap();
        assert_eq!(one, two);
        talk.work().await;
        assert_eq!(talk.transcript(asked.conversation_id).await.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_one_goes_on_within_a_week_and_by_reference_for_ever() {
    on_each_engine(async |talk| {
        let anna = browser("b");
        let first = talk.says(&talk.chat, &anna, "1", "One").await.conversation_id;
        let close = async || conversations::close(&talk.ctx, &talk.staff(), first).await;
        close().await.unwrap();
        talk.shop.ctx.clock.advance(days(6));
        let again = talk.says(&talk.chat, &anna, "2", "Two").await;
        assert_eq!(again.conversation_id, first);
        close().await.unwrap();
        talk.shop.ctx.clock.advance(days(8));
        let later = talk.says(&talk.chat, &anna, "3", "Three").await;
        assert_ne!(later.conversation_id, first);
        let referring = Inbound {
            provider_id: "4".into(),
            sender: anna.clone(),
            at: talk.shop.ctx.clock.now(),
            body: "About the first".into(),
            refers_to: vec![Reference::Message(again.message_id)],
            ..Inbound::default()
        };
        assert_eq!(talk.brings(&talk.chat, referring).await.conversation_id, first);
        let read = talk.ctx.customers.db.read(|tx| store::find(tx, first)).await.unwrap();
        assert_eq!((read.status, read.closed_at), (Status::Open, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_of_whom_only_the_number_is_known_joins_the_talk_and_no_customer() {
    on_each_engine(async |talk| {
        let anna = proven("phone:+48601234567");
        let asked = talk.says(&talk.store, &anna, "1", "Please call me back").await;
        let mut caller = browser("caller:+48601234567");
        caller.claimed = vec![customers::testing::identity_of("phone:+48601234567")];
        let called = talk.says(&talk.phone, &caller, "call-1", "Called").await;
        assert_eq!(called.conversation_id, asked.conversation_id);
        let callers = talk.who("device:caller:+48601234567").await;
        assert_ne!(callers, talk.who("phone:+48601234567").await);
        // In the chat, where nobody sees who it is, a claim goes nowhere.
        let mut stranger = browser("stranger");
        stranger.claimed.clone_from(&caller.claimed);
        let other = talk.says(&talk.chat, &stranger, "2", "I am Anna").await;
        assert_ne!(other.conversation_id, asked.conversation_id);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_come_in_any_order_and_never_take_back() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.chat, &browser("b"), "1", "Hello").await;
        let sent = talk.answers(asked.conversation_id, "Hello!").await.unwrap();
        talk.work().await;
        let now = talk.shop.ctx.clock.now();
        for (state, after) in [
            (State::Read, State::Read),
            (State::Delivered, State::Read),
            (State::Sent, State::Read),
            (State::Failed, State::Read),
        ] {
            let report = Report { about: Reported::Message(sent), state, at: now, error: None };
            assert!(conversations::report(&talk.ctx, talk.chat.id, &report).await.unwrap());
            let message = talk.messages(asked.conversation_id).await.pop().unwrap();
            assert_eq!(message.state, after, "after {state:?}");
        }
        let unknown = Reported::Provider("of another system".into());
        let report = Report { about: unknown, state: State::Read, at: now, error: None };
        assert!(!conversations::report(&talk.ctx, talk.chat.id, &report).await.unwrap());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_to_an_address_that_is_not_theirs() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.chat, &browser("b"), "1", "Hello").await;
        talk.says(&talk.store, &proven("phone:+48601234567"), "2", "Somebody else").await;
        let new = NewReply {
            body: "Your order".into(),
            address: Some("phone:+48601234567".into()),
            channel_id: Some(talk.store.id),
            ..NewReply::default()
        };
        let refused =
            conversations::reply(&talk.ctx, &talk.staff(), asked.conversation_id, &new).await;
        assert_eq!(refused.unwrap_err().code, "not_their_address");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_leaves_nothing_that_was_said() {
    on_each_engine(async |talk| {
        let anna = proven("phone:+48601234567");
        a_team_that_promises_and_asks(talk).await;
        let asked = talk.says(&talk.store, &anna, "1", "My secret is tea").await;
        talk.answers(asked.conversation_id, "Noted: tea").await.unwrap();
        talk.work().await;
        let customers = &talk.ctx.customers;
        let named = customers::context::Named::parse("phone:+48601234567", None).unwrap();
        let permit = customers::accounts::Permit::console();
        customers::privacy::erase(customers, &permit, &named).await.unwrap();
        talk.work().await;
        let left = customers.db.read(|tx| store::find_maybe(tx, asked.conversation_id)).await;
        assert!(left.unwrap().is_none());
        let message = customers.db.read(|tx| store::find_message_maybe(tx, asked.message_id)).await;
        assert!(message.unwrap().is_none());
        let leaf = asked.conversation_id;
        let promises = customers.db.read(|tx| crate::sla::store::all(tx, leaf)).await.unwrap();
        assert!(promises.is_empty());
        let survey = customers.db.read(|tx| crate::surveys::store::of_conversation(tx, leaf)).await;
        assert!(survey.unwrap().is_none());
        // What the provider brings once more brings nobody back.
        assert!(!talk.says(&talk.store, &anna, "1", "My secret is tea").await.is_new);
        assert_eq!(talk.shop.who("phone:+48601234567").await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_took_part_in_a_talk_that_was_erased_keeps_what_was_theirs() {
    on_each_engine(async |talk| {
        let anna = proven("phone:+48601234567");
        let asked = talk.says(&talk.store, &anna, "1", "Please call me back").await;
        let mut caller = browser("caller:+48601234567");
        caller.claimed = vec![customers::testing::identity_of("phone:+48601234567")];
        let called = talk.says(&talk.phone, &caller, "call-1", "Called").await;
        assert_eq!(called.conversation_id, asked.conversation_id);
        let customers = &talk.ctx.customers;
        let named = customers::context::Named::parse("phone:+48601234567", None).unwrap();
        let permit = customers::accounts::Permit::console();
        customers::privacy::erase(customers, &permit, &named).await.unwrap();
        talk.work().await;
        let again = talk.says(&talk.phone, &caller, "call-2", "Called again").await;
        assert_eq!(talk.transcript(again.conversation_id).await.len(), 2);
    })
    .await;
}

async fn a_team_that_promises_and_asks(talk: &Talk) {
    use crate::teams::settings::{Survey, Targets};
    use crate::teams::{self, Settings};
    let boss = customers::accounts::Permit::console();
    let id = teams::create(&talk.ctx, &boss, "Support").await.unwrap();
    let settings = Settings {
        targets: Targets { first: Some(60), next: Some(60), ..Targets::default() },
        survey: Survey { is_on: true, quiet_days: 0 },
        ..Settings::default()
    };
    teams::set_settings(&talk.ctx, &boss, id, &settings).await.unwrap();
    teams::set_doors(&talk.ctx, &boss, id, &[talk.store.id, talk.chat.id]).await.unwrap();
}
