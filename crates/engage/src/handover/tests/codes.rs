//! The rules as tables.

use customers::channels::{ChannelId, ChannelKind};
use customers::identities::CustomerId;
use kit::Time;
use kit::i18n::Lang;
use kit::secrets::Secrets;
use kit::time::{hours, minutes};

use crate::conversations::ConversationId;
use crate::handover::rules::{Refusal, Told, Use, may_use, told};
use crate::handover::ways::href;
use crate::handover::{Code, HandOver, HandOverId, MadeBy, Qr};

const NOW: Time = Time(1_795_262_400_000_000);

fn hand_over() -> HandOver {
    HandOver {
        id: HandOverId([1; 16]),
        customer_id: CustomerId([1; 16]),
        conversation_id: ConversationId([1; 16]),
        channel_id: ChannelId([1; 16]),
        made_by: MadeBy::Customer,
        address: None,
        is_address_proven: false,
        lang: Lang::En,
        page: None,
        made_at: NOW,
        expires_at: NOW.plus(hours(24)),
        used_at: None,
        used_channel_id: None,
        used_leaf: None,
    }
}

#[test]
fn whoever_comes_first_has_the_code() {
    let leaf = |n: u8| CustomerId([n; 16]);
    let used = HandOver { used_leaf: Some(leaf(2)), ..hand_over() };
    let check = |one: &HandOver, by: u8, after: i64, expected: Use| {
        assert_eq!(may_use(one, leaf(by), NOW.plus(after)), expected, "{by} after {after}");
    };
    check(&hand_over(), 2, minutes(5), Use::First);
    check(&hand_over(), 2, hours(24) - 1, Use::First);
    check(&hand_over(), 2, hours(24), Use::Refused(Refusal::Expired));
    check(&used, 2, minutes(5), Use::Again);
    check(&used, 3, minutes(5), Use::Refused(Refusal::UsedByAnother));
    check(&used, 2, hours(24), Use::Refused(Refusal::Expired));
}

#[test]
fn what_was_asked_is_not_told_where_a_stranger_may_read_it() {
    let sent = |is_address_proven| HandOver {
        address: Some("email:anna@example.com".into()),
        is_address_proven,
        ..hand_over()
    };
    assert_eq!(told(&hand_over()), Told::Topic);
    assert_eq!(told(&sent(true)), Told::Topic);
    assert_eq!(told(&sent(false)), Told::Place);
    assert_eq!(told(&HandOver { made_by: MadeBy::Staff, ..sent(false) }), Told::Place);
}

#[test]
fn a_code_is_read_as_people_write_and_say_it() {
    let same = |text: &str| Code::parse(text).map(|code| code.to_string());
    assert_eq!(same("F4KM-7RPA").as_deref(), Some("F4KM-7RPA"));
    assert_eq!(same(" f4km 7rpa ").as_deref(), Some("F4KM-7RPA"));
    assert_eq!(same("F4КМ-7РРА").as_deref(), Some("F4KM-7PPA"), "Cyrillic letters");
    for other in ["F4KM-7RP", "F4KM-7RPAA", "F0KM-7RPA", "", "2900000001234"] {
        assert_eq!(same(other), None, "{other}");
    }
    let found = |text: &str| Code::in_text(text).map(|code| code.to_string());
    assert_eq!(found("Hello, F4KM-7RPA.").as_deref(), Some("F4KM-7RPA"));
    assert_eq!(found("code:f4km-7rpa\nthanks").as_deref(), Some("F4KM-7RPA"));
    for none in ["F4KM 7RPA", "well-done", "made-hard", "half-past", "1234-5678", "F4KM-7RPA-9"] {
        assert_eq!(found(none), None, "{none}");
    }
}

#[test]
fn a_link_is_ours_or_nothing() {
    let keys = || Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
    let (ours, others) = (keys(), keys());
    let code = Code::random().unwrap();
    assert_eq!(code.plain().len(), 8);
    let signed = code.signed(&ours).unwrap();
    assert_eq!(Code::of_signed(&ours, &signed), Ok(code.clone()));
    assert_eq!(Code::of_signed(&others, &signed).unwrap_err().code, "bad_link");
    assert_eq!(Code::of_signed(&ours, code.plain()).unwrap_err().code, "bad_link");
    let url = format!("https://talk.kubek.pl/go/{signed}");
    assert_eq!(Code::in_link(&ours, &url), Some(code.clone()), "a scanner reads the whole link");
    assert_eq!(Code::in_link(&others, &url), None);
    assert_eq!(Code::in_link(&ours, &code.to_string()), Some(code.clone()));
    assert_ne!(code.hash(&ours).unwrap(), code.hash(&others).unwrap());
    let qr = Qr::of(&url).unwrap();
    assert!(qr.size > 29 && qr.path.starts_with("M4 4h7v1h-7z"), "{} {}", qr.size, qr.path);
}

#[test]
fn each_door_is_opened_in_its_own_way() {
    let code = Code::parse("F4KM-7RPA").unwrap();
    let check = |kind: ChannelKind, at: &str, expected: Option<&str>| {
        assert_eq!(href(kind, at, &code).as_deref(), expected, "{kind} {at}");
    };
    check(ChannelKind::Email, "shop@kubek.pl", Some("mailto:shop@kubek.pl?subject=F4KM-7RPA"));
    check(ChannelKind::Sms, "+48 601 234 567", Some("sms:+48601234567?body=F4KM-7RPA"));
    check(ChannelKind::Sms, "Kubek", None);
    check(ChannelKind::Phone, "+48601234567", Some("tel:+48601234567"));
    check(
        ChannelKind::Whatsapp,
        "+48 601 234 567",
        Some("https://wa.me/48601234567?text=F4KM-7RPA"),
    );
    check(ChannelKind::Telegram, "@kubek_bot", Some("https://t.me/kubek_bot?start=F4KM7RPA"));
    check(ChannelKind::Messenger, "kubek.pl", Some("https://m.me/kubek.pl?ref=F4KM7RPA"));
    check(ChannelKind::Telegram, "a/b?c", None);
    check(ChannelKind::Store, "Kraków", None);
}
