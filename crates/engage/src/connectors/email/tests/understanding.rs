//! Which mail becomes what.

use expect_test::expect;
use serde_json::Value;

use super::super::automatic::Why;
use super::super::understand::Understood;
use super::{CONVERSATION, MESSAGE, shop};
use crate::conversations::Reference;

/// A plain mail of Anna's, with these headers more.
fn annas(headers: &str) -> String {
    format!(
        "From: Anna Nowak <Anna@Example.com>\nTo: hello@kubek.pl\nMessage-ID: <a1@example.com>\n\
         Date: Sat, 21 Nov 2026 11:59:00 +0000\nSubject: Lamp\n{headers}\nIs it in stock?\n"
    )
}

#[test]
fn a_mail_is_a_message() {
    let read = shop().message(&annas(""));
    expect![[r#"
        Inbound {
            provider_id: "a1@example.com",
            sender: Sender {
                known: None,
                account: None,
                device: Some(
                    "mail:anna@example.com",
                ),
                proven: [],
                claimed: [
                    Identity {
                        kind: Kind(
                            "email",
                        ),
                        value: "anna@example.com",
                    },
                ],
                name: Some(
                    "Anna Nowak",
                ),
                address: Some(
                    "email:anna@example.com",
                ),
            },
            at: Time(
                1795262340000000,
            ),
            subject: Some(
                "Lamp",
            ),
            body: "Is it in stock?",
            html: None,
            attachments: [],
            refers_to: [],
            details: Some(
                "{\"to\":[\"hello@kubek.pl\"],\"authentication\":{\"results\":[],\"aligned\":false},\"from_is_proven\":false}",
            ),
            event: None,
            code: None,
            pressed: None,
            edited_at: None,
            files: [],
            by_shop: None,
        }
    "#]]
    .assert_debug_eq(&read);
}

#[test]
fn it_says_what_it_answers_the_surest_first() {
    let shop = shop();
    let ours = shop.names.message_id(MESSAGE);
    let token = shop.annas_token();
    let headers = format!(
        "Cc: {}\nIn-Reply-To: <{ours}>\nReferences: <x@shop.example>\n <y@shop.example> <{ours}>\n",
        token.to_uppercase()
    );
    assert_eq!(
        shop.message(&annas(&headers)).refers_to,
        [
            Reference::Conversation(CONVERSATION),
            Reference::Message(MESSAGE),
            Reference::Provider("y@shop.example".into()),
            Reference::Provider("x@shop.example".into()),
        ]
    );
    // Without our signature it is somebody's Message-ID.
    let forged = ours.replace('.', ".0");
    let headers = format!("In-Reply-To: <{forged}>\n");
    assert_eq!(shop.message(&annas(&headers)).refers_to, [Reference::Provider(forged)]);
    let (head, tail) = token.split_at(30);
    let forged = format!(
        "{head}{}",
        tail.replacen(&tail[..1], if tail.starts_with('0') { "1" } else { "0" }, 1)
    );
    assert_eq!(shop.message(&annas(&format!("Delivered-To: {forged}\n"))).refers_to, []);
}

#[test]
fn a_from_is_proven_by_the_merchants_own_server_or_by_our_token() {
    let shop = shop();
    let results = |text: &str| format!("Authentication-Results: {text}\n");
    let token = format!("Delivered-To: {}\n", shop.annas_token());
    let others = shop.names.reply_address(CONVERSATION, "ola@example.com");
    let forged_below = results("mx.kubek.pl; dkim=fail header.d=example.com")
        + &results("mx.kubek.pl; dkim=pass header.d=example.com");
    for (headers, is_proven) in [
        (results("mx.kubek.pl; dkim=pass (2048 bit) header.d=example.com header.s=s1"), true),
        (results("mx.kubek.pl 1; spf=pass smtp.mailfrom=anna@example.com"), true),
        (results("mx.kubek.pl; spf=fail; dmarc=pass header.from=example.com"), true),
        (token, true),
        (results("mx.kubek.pl; dkim=fail header.d=example.com"), false),
        (results("mx.kubek.pl; dkim=pass header.d=bulk.example"), false),
        (results("mx.kubek.pl; dkim=pass header.d=shop.example.com"), false),
        (results("mx.kubek.pl; dkim=pass header.d=com"), false),
        (results("mx.kubek.pl; dkim=none (dkim=pass header.d=example.com)"), false),
        (results("mx.other.pl; dkim=pass header.d=example.com"), false),
        (forged_below, false),
        (format!("Delivered-To: {others}\n"), false),
        (String::new(), false),
    ] {
        let sender = shop.message(&annas(&headers)).sender;
        assert_eq!(sender.proven.len() == 1, is_proven, "{headers}");
        assert_eq!(sender.device.is_none(), is_proven, "{headers}");
    }
    let settings = super::Settings { authserv_id: None, ..shop.settings.clone() };
    let trusting = super::Shop { settings, ..shop };
    let headers = results("mx.kubek.pl; dkim=pass header.d=example.com");
    assert!(trusting.message(&annas(&headers)).sender.proven.is_empty());
}

#[test]
fn what_a_machine_wrote_is_not_for_people() {
    let shop = shop();
    let ours = shop.names.message_id(MESSAGE);
    let token = shop.annas_token();
    for (mail, why) in [
        (annas("Auto-Submitted: auto-replied\n"), Why::AutoReply),
        (annas("Precedence: auto_reply\n"), Why::AutoReply),
        (annas("X-Autoreply: yes\n"), Why::AutoReply),
        (annas("List-Id: <news.example.com>\n"), Why::List),
        (annas("Precedence: bulk\n"), Why::List),
        (annas("Return-Path: <>\n"), Why::NoReturnPath),
        (annas("").replace("Anna@Example.com", "Hello@Kubek.pl"), Why::OurOwn),
        (annas("").replace("Anna@Example.com", &token), Why::OurOwn),
        (annas("").replace("a1@example.com", &ours), Why::OurOwn),
        (annas("").replace("From:", "X-From:"), Why::NoSender),
        (annas("").replace("<Anna@Example.com>", "<a@example.com>, b@example.com"), Why::NoSender),
        (String::new(), Why::NoSender),
    ] {
        match shop.reads(&mail) {
            Understood::Ignored(seen) => assert_eq!(seen, why, "{mail}"),
            other => panic!("{mail}: {other:?}"),
        }
    }
    shop.message(&annas("Auto-Submitted: no\nReturn-Path: <anna@example.com>\n"));
}

/// What a server answers when nobody lives there.
#[test]
fn a_picture_inside_the_text_stays_and_one_from_elsewhere_does_not() {
    let read = shop().message(&annas(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"o\"\n\n\
         --o\nContent-Type: multipart/related; boundary=\"r\"\n\n\
         --r\nContent-Type: text/html; charset=utf-8\n\n\
         <p onclick=\"x()\">It <b>broke</b>: <img src=\"cid:p1\" alt=\"lamp\"><img src=\"https://spy.example/1.gif\">\
         <a href=\"https://kubek.pl\">shop</a><script>x()</script></p>\n\
         --r\nContent-Type: image/png; name=\"lamp.png\"\nContent-ID: <p1>\nContent-Disposition: inline\n\
         Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--r--\n\
         --o\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../rechnung.pdf\"\n\n%PDF\n--o--\n",
    ));
    expect![[r#"<p>It <b>broke</b>: <img src="cid:p1" alt="lamp"><img><a href="https://kubek.pl" rel="noopener noreferrer nofollow">shop</a></p>"#]]
        .assert_eq(read.html.as_deref().unwrap().trim());
    assert!(read.body.contains("It broke"), "{}", read.body);
    let files: Vec<_> = read
        .attachments
        .iter()
        .map(|f| (f.name.as_str(), f.media_type.as_str(), f.content_id.as_deref(), f.content.len()))
        .collect();
    assert_eq!(
        files,
        [("lamp.png", "image/png", Some("p1"), 8), ("rechnung.pdf", "application/pdf", None, 4)]
    );
}

#[test]
fn the_whole_text_is_kept_beside_what_was_said() {
    let mail = annas("") + "\nOn Sat, 21 Nov 2026, Kubek wrote:\n> Hello\n";
    let read = shop().message(&mail);
    assert_eq!(read.body, "Is it in stock?");
    let details: Value = serde_json::from_str(&read.details.unwrap()).unwrap();
    assert!(details["full_text"].as_str().unwrap().contains("> Hello"));
}

#[test]
fn other_alphabets_and_a_mail_without_an_id_are_read() {
    let mail = "From: =?koi8-r?B?4c7OwQ==?= <anna@example.com>\nSubject: =?utf-8?Q?Lampa_=C5=BC=C3=B3=C5=82ta?=\n\
                Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: quoted-printable\n\n\
                Czy jest =BF=F3=B3ta?\n";
    let read = shop().message(mail);
    assert_eq!(read.sender.name.as_deref(), Some("Анна"));
    assert_eq!(read.subject.as_deref(), Some("Lampa żółta"));
    assert_eq!(read.body, "Czy jest żółta?");
    assert_eq!(read.provider_id.len(), 64);
    assert_eq!(read.provider_id, shop().message(mail).provider_id);
}

#[test]
fn a_noreply_is_nobody_even_when_it_is_proven() {
    let headers = "Authentication-Results: mx.kubek.pl; dkim=pass header.d=example.com\n";
    let mail = annas(headers).replace("Anna@Example.com", "noreply@example.com");
    let sender = shop().message(&mail).sender;
    assert_eq!(sender.device.as_deref(), Some("mail:noreply@example.com"));
    assert!(sender.proven.is_empty() && sender.claimed.is_empty());
}
