//! Letters that come back: as the servers of our time write it, and what becomes of the address.

use customers::channels::{Channel, ChannelKind};
use customers::context::{self, Named};
use expect_test::expect;
use serde_json::{Value, json};

use super::super::automatic::Why;
use super::super::bounce::{Fault, Notice, Says};
use super::super::names::Names;
use super::super::understand::{Understood, understand};
use super::super::{Settings, returned};
use super::notices::{EXCHANGE, EXIM, EXIM_LATE, GMAIL, OPENSMTPD, POSTFIX};
use super::{MESSAGE, Shop, shop};
use crate::connectors::{Link, Provider};
use crate::conversations::{MessageId, Received, State};
use crate::testing::{Talk, door, on_each_engine, proven};

/// What the shop reads in a notice of this letter.
fn notices(shop: &Shop, notice: &str, letter: &str) -> Vec<Notice> {
    match shop.reads(&notice.replace("OURS", letter)) {
        Understood::Notices(notices) => notices,
        other => panic!("no notice: {other:?}"),
    }
}

#[test]
fn each_server_has_its_own_way_of_saying_it() {
    let shop = shop();
    let ours = shop.names.message_id(MESSAGE);
    let read = |notice: &str| {
        let notices = notices(&shop, notice, &ours);
        let [Notice { about: MESSAGE, says, .. }] = &notices[..] else { panic!("{notices:?}") };
        says.clone()
    };
    let of = |says: Says| match says {
        Says::Arrived => "arrived".to_string(),
        Says::Late { reason } => format!("late: {reason}"),
        Says::Failed { reason, fault } => format!("{fault:?}: {reason}"),
    };
    let all = [POSTFIX, EXIM, EXIM_LATE, OPENSMTPD, EXCHANGE, GMAIL].map(|one| of(read(one)));
    expect![[r#"
        [
            "Address: 5.1.1: 550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
            "Other: 5.0.0: 552 5.2.2 The mailbox of anna@example.com is full",
            "late: 4.0.0",
            "Address: 5.0.0",
            "Address: 5.1.10: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
            "Other: 5.0.0: 550-5.7.26 This letter is not signed by its sender, and 550-5.7.26 is not let in for that. 550 5.7.26 a1b2c3 - gsmtp",
        ]
    "#]]
    .assert_debug_eq(&all);
    let arrived = POSTFIX.replace("Action: failed", "Action: delivered");
    assert_eq!(read(&arrived), Says::Arrived);
    let international = POSTFIX
        .replace("message/delivery-status", "message/global-delivery-status")
        .replace("message/rfc822", "message/global-headers");
    assert!(matches!(read(&international), Says::Failed { fault: Fault::Address, .. }));
}

#[test]
fn a_status_says_whose_fault_it_is() {
    let shop = shop();
    let ours = shop.names.message_id(MESSAGE);
    for (status, diagnostic, expected) in [
        ("5.1.2", "smtp; 550 Host unknown", Fault::Address),
        ("5.4.4", "x-unix; no such domain", Fault::Address),
        ("5.0.0", "smtp; 550-5.1.1 gone", Fault::Address),
        ("5.0.0 (permanent)", "smtp; 550 gone", Fault::Address),
        ("", "smtp; 550 gone", Fault::Address),
        // Given up after days, but not for good.
        ("4.4.7", "smtp; 450 4.2.1 later", Fault::Other),
        ("", "smtp; 450 later", Fault::Other),
        ("", "", Fault::Other),
        ("5.1.8", "smtp; 550 who are you?", Fault::Other),
        ("5.3.4", "smtp; 552 too big", Fault::Other),
        ("5.6.0", "smtp; 554 what is this?", Fault::Other),
        ("5.7.1", "smtp; 554 spam", Fault::Other),
    ] {
        let notice = POSTFIX.replace("Status: 5.1.1", &format!("Status: {status}")).replace(
            "smtp; 550 5.1.1 <anna@example.com>: Recipient address\n    rejected: User unknown in virtual mailbox table",
            diagnostic,
        );
        let notices = notices(&shop, &notice, &ours);
        let Says::Failed { fault, .. } = notices[0].says else { panic!("{notices:?}") };
        assert_eq!(fault, expected, "{status} {diagnostic}");
    }
}

#[test]
fn what_does_not_name_a_letter_of_ours_is_not_believed() {
    let shop = shop();
    let ours = shop.names.message_id(MESSAGE);
    for letter in ["other@kubek.pl", &ours.replace('.', ".0"), ""] {
        let read = shop.reads(&POSTFIX.replace("OURS", letter));
        assert!(matches!(read, Understood::Ignored(Why::ReportOfOthers)), "{letter}: {read:?}");
    }
    // The letter's name outside the copy of its header is nothing either: anybody may refer to a letter that they got.
    let copy = "Content-Type: message/rfc822\n\nFrom: Kubek <hello@kubek.pl>\nTo: anna@example.com\nSubject: Re: Lamp\nMessage-ID: <OURS>\n";
    let referring = EXCHANGE.replace(copy, "Content-Type: text/plain\n\nnothing\n");
    assert!(!referring.contains(copy) && referring.contains("In-Reply-To: <OURS>"));
    let read = shop.reads(&referring.replace("OURS", &ours));
    assert!(matches!(read, Understood::Ignored(Why::ReportOfOthers)), "{read:?}");
    let relayed = POSTFIX.replace("Action: failed", "Action: relayed").replace("OURS", &ours);
    assert!(matches!(shop.reads(&relayed), Understood::Ignored(Why::ReportOfOthers)));
}

/// A shop with a mailbox, and what the servers say to it.
struct Post<'a> {
    talk: &'a Talk,
    door: std::sync::Arc<Channel>,
    settings: Settings,
    names: Names,
}

impl Post<'_> {
    async fn open(talk: &Talk) -> Post<'_> {
        // It sends by a door that takes everything: what comes back is the matter here.
        let door = door(&talk.ctx, ChannelKind::Email, "Mail", Some(Provider::Store)).await;
        let settings = json!({
            "address": "hello@kubek.pl", "name": "Kubek", "plus": "yes",
            "imap_host": "localhost", "imap_port": 993, "imap_tls": "tls", "imap_user": "hello",
            "smtp_host": "localhost", "smtp_port": 465, "smtp_tls": "tls",
        });
        let settings = Settings::of(&Link { settings, ..Link::plain(door.id, Provider::Email) });
        let settings = settings.expect("is right");
        let names = Names::of(&talk.ctx.secrets, &settings).expect("has a key");
        Post { talk, door, settings, names }
    }

    async fn writes(&self, who: &str, id: &str) -> Received {
        self.talk.says(&self.door, &proven(who), id, "Is it in stock?").await
    }

    /// An answer goes out, and its server says this.
    async fn answered(&self, to: Received, notice: &str) -> MessageId {
        let letter = self.talk.answers(to.conversation_id, "Yes.").await.expect("is queued");
        self.talk.work().await;
        self.comes_back(letter, notice).await;
        letter
    }

    async fn comes_back(&self, letter: MessageId, notice: &str) {
        let notice = notice.replace("OURS", &self.names.message_id(letter)).replace('\n', "\r\n");
        let now = self.talk.ctx.customers.clock.now();
        match understand(notice.as_bytes(), now, &self.settings, &self.names) {
            Understood::Notices(notices) => {
                for notice in notices {
                    returned::heed(&self.talk.ctx, self.door.id, &notice).await.expect("heeded");
                }
            }
            other => panic!("no notice: {other:?}"),
        }
    }

    async fn bounces(&self, who: &str) -> Value {
        let named = Named::parse(who, None).expect("a name");
        let context = context::of(&self.talk.ctx.customers, &named).await.expect("is known");
        serde_json::to_value(context).expect("JSON")["bounces"].take()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_bad_until_something_arrives() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let anna = "email:anna@example.com";
        let asked = post.writes(anna, "a1").await;
        let letter = post.answered(asked, POSTFIX).await;
        let told = post.bounces(anna).await;
        assert_eq!((&told[0]["state"], &told[0]["letters"]), (&json!("undeliverable"), &json!(1)));
        let [_, ours] = &talk.messages(asked.conversation_id).await[..] else { panic!() };
        assert_eq!(ours.state, State::Failed);
        // The same notice again, or another of the same letter: nothing.
        post.comes_back(letter, POSTFIX).await;
        post.comes_back(letter, EXCHANGE).await;
        assert_eq!(post.bounces(anna).await, told);
        // She writes from there, so it was a passing thing; the notice that a server repeats does not bring it back.
        post.writes(anna, "a2").await;
        assert_eq!(post.bounces(anna).await, json!(null));
        post.comes_back(letter, POSTFIX).await;
        assert_eq!(post.bounces(anna).await, json!(null));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn three_late_letters_are_worth_a_word_and_one_that_arrives_takes_it_back() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let anna = "email:anna@example.com";
        let asked = post.writes(anna, "a1").await;
        let mut letters = Vec::new();
        for notice in [EXIM_LATE, EXIM, EXIM_LATE] {
            assert_eq!(post.bounces(anna).await, json!(null));
            letters.push(post.answered(asked, notice).await);
        }
        let told = post.bounces(anna).await;
        assert_eq!((&told[0]["state"], &told[0]["letters"]), (&json!("delayed"), &json!(3)));
        let states: Vec<State> =
            talk.messages(asked.conversation_id).await.iter().map(|one| one.state).collect();
        assert_eq!(states, [State::Received, State::Sent, State::Failed, State::Sent]);
        post.comes_back(letters[2], &EXIM_LATE.replace("Action: delayed", "Action: delivered"))
            .await;
        assert_eq!(post.bounces(anna).await, json!(null));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_marks_the_address_to_which_we_wrote_whatever_it_says_itself() {
    on_each_engine(async |talk| {
        let post = Post::open(talk).await;
        let (anna, eve) = ("email:anna@example.com", "email:eve@example.com");
        post.writes(anna, "a1").await;
        let eves = post.writes(eve, "e1").await;
        // Eve has a letter of ours, and says that Anna's address refused it.
        post.answered(eves, POSTFIX).await;
        assert_eq!(post.bounces(anna).await, json!(null));
        assert_eq!(post.bounces(eve).await[0]["value"], "eve@example.com");
        // A message of her own is no letter of ours.
        post.comes_back(eves.message_id, POSTFIX).await;
        assert_eq!(post.bounces(anna).await, json!(null));
    })
    .await;
}
