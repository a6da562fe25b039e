//! How an answer looks as a letter.

use customers::channels::{Channel, ChannelId, ChannelKind};
use expect_test::expect;
use kit::testing::NOON;

use super::super::letter::write;
use super::{CONVERSATION, MESSAGE, Shop, shop};
use crate::connectors::{Link, Outgoing, Provider};
use crate::conversations::{Author, Direction, Message, NewAttachment, State};

fn outgoing(subject: Option<&str>, earlier: &[&str]) -> Outgoing {
    let channel_id = ChannelId([1; 16]);
    Outgoing {
        channel: Channel {
            id: channel_id,
            kind: ChannelKind::Email,
            name: "Mail".into(),
            track: true,
            talk: true,
            sell: false,
            write_key: String::new(),
            created_at: NOON,
            disabled_at: None,
        },
        link: Link::plain(channel_id, Provider::Email),
        message: Message {
            customer_id: customers::identities::CustomerId([3; 16]),
            conversation_id: CONVERSATION,
            id: MESSAGE,
            at: NOON,
            channel_id,
            direction: Direction::Out,
            author: Author::Agent,
            author_id: None,
            author_name: Some("Ola".into()),
            address: Some("email:anna@example.com".into()),
            subject: subject.map(str::to_string),
            body: "Yes & no:\nin Kraków <only>.\n\nOla".into(),
            html: None,
            state: State::Queued,
            state_at: NOON,
            error: None,
            reply_to_id: None,
            details: "{}".into(),
        },
        to: "anna@example.com".into(),
        attachments: Vec::new(),
        offer: None,
        earlier: earlier.iter().map(ToString::to_string).collect(),
        attempts: 0,
    }
}

fn written(shop: &Shop, out: &Outgoing) -> String {
    let letter = write(out, CONVERSATION, &shop.settings, &shop.names).unwrap();
    String::from_utf8(letter.bytes).unwrap().replace("\r\n", "\n")
}

fn header(letter: &str, name: &str) -> Option<String> {
    let headers = letter.split("\n\n").next()?.replace("\n ", " ");
    let found = headers.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
    found.map(str::to_string)
}

#[test]
fn an_answer_names_what_it_answers_and_where_answers_go() {
    let shop = shop();
    let earlier = ["a2@example.com", "reply:k1", "a1@example.com"];
    let letter = written(&shop, &outgoing(Some("RE: Odp: lamp"), &earlier));
    let headers = letter.split("\n\n").next().unwrap();
    let headers: Vec<_> = headers
        .split('\n')
        .filter(|line| !line.contains("boundary") && !line.starts_with("Content-Type"))
        .collect();
    expect![[r#"
        From: Kubek <hello@kubek.pl>
        Reply-To: Kubek <hello+t070w3ge1r70w3ge1r70w3ge1r7a3bxwgn42h8tghebwnej@kubek.pl>
        To: anna@example.com
        Date: Sat, 21 Nov 2026 12:00:00 +0000
        Message-ID: <msg_09144gj289144gj289144gj289.2b4gbfbaxq4kvcz8@kubek.pl>
        Subject: Re: lamp
        In-Reply-To: <a2@example.com>
        References: <a1@example.com> <a2@example.com>
        MIME-Version: 1.0"#]]
    .assert_eq(&headers.join("\n"));
    assert!(letter.contains("<p>Yes &amp; no:<br>"), "{letter}");
    assert!(header(&letter, "List-Unsubscribe").is_none(), "a direct answer");
}

#[test]
fn each_try_carries_the_same_message_id() {
    let (shop, out) = (shop(), outgoing(Some("Lamp"), &[]));
    let ids: Vec<_> =
        (0..3).map(|_| header(&written(&shop, &out), "Message-ID").unwrap()).collect();
    assert!(ids.iter().all(|id| *id == ids[0]));
    assert_eq!(shop.names.message_of(ids[0].trim_matches(['<', '>'])), Some(MESSAGE));
}

#[test]
fn re_stands_once() {
    let shop = shop();
    for (subject, earlier, expected) in [
        (Some("Lamp"), &["a@b"][..], "Re: Lamp"),
        (Some("Re: Odp: RE[2]: Lamp"), &["a@b"], "Re: Lamp"),
        (Some("Order: 7"), &["a@b"], "Re: Order: 7"),
        (Some("Lamp"), &[], "Lamp"),
        (Some("a\r\nBcc: eve@example.com"), &[], "a  Bcc: eve@example.com"),
        (Some(" "), &[], "Kubek"),
        (None, &["a@b"], "Kubek"),
    ] {
        let letter = written(&shop, &outgoing(subject, earlier));
        assert_eq!(header(&letter, "Subject").unwrap(), expected, "{subject:?}");
        assert_eq!(header(&letter, "Bcc"), None);
    }
}

#[test]
fn files_go_along_and_a_bots_letter_says_that_it_is_one() {
    let mut out = outgoing(None, &[]);
    out.message.author = Author::Bot;
    let (name, media_type) = ("żółty.txt".to_string(), "text/plain".to_string());
    out.attachments =
        vec![NewAttachment { name, media_type, content_id: None, content: b"hello".to_vec() }];
    let letter = written(&shop(), &out);
    assert_eq!(header(&letter, "Auto-Submitted").unwrap(), "auto-generated");
    let read = mail_parser::MessageParser::default().parse(letter.as_bytes()).unwrap();
    use mail_parser::MimeHeaders as _;
    let file = read.attachment(0).unwrap();
    assert_eq!((file.attachment_name(), file.contents()), (Some("żółty.txt"), &b"hello"[..]));
}

#[test]
fn what_is_no_address_gets_no_letter() {
    let shop = shop();
    let out = Outgoing { to: "anna".into(), ..outgoing(None, &[]) };
    assert_eq!(
        write(&out, CONVERSATION, &shop.settings, &shop.names).err().unwrap().code,
        "bad_letter"
    );
}

#[test]
fn a_long_address_carries_no_token() {
    let mut shop = shop();
    shop.settings.address = "customer-service-poland@kubek.pl".into();
    let secrets = kit::secrets::Secrets::of_hex(&"5a".repeat(32)).unwrap();
    let names = super::Names::of(&secrets, &shop.settings).unwrap();
    assert_eq!(names.reply_address(CONVERSATION, "a@b.pl"), "customer-service-poland@kubek.pl");
}

#[test]
fn what_nobody_asked_for_is_refused_by_one_click() {
    let shop = shop();
    let mut out = outgoing(None, &[]);
    let refusal = |letter: &str| {
        ["List-Unsubscribe", "List-Unsubscribe-Post"].map(|name| header(letter, name))
    };
    assert_eq!(refusal(&written(&shop, &out)), [None, None]);
    let url = "https://talk.kubek.pl/u/06bq7m3t2k5d7";
    out.message.author = Author::System;
    out.message.details = serde_json::json!({ "unsubscribe": url }).to_string();
    let expected = [Some(format!("<{url}>")), Some("List-Unsubscribe=One-Click".to_string())];
    assert_eq!(refusal(&written(&shop, &out)), expected);
    // What is no address of the web breaks no header.
    out.message.details = r#"{"unsubscribe": "https://x>\r\nBcc: y"}"#.into();
    assert_eq!(refusal(&written(&shop, &out)), [None, None]);
}
