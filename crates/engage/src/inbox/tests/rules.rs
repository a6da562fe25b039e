//! By which doors an answer can go.

use customers::channels::{ChannelId, ChannelKind};
use customers::identities::Kind;
use expect_test::{Expect, expect};
use kit::Time;

use crate::connectors::window::Window;
use crate::inbox::rules::{Address, DoorSeen, Way, open_first, ways};

fn door(n: u8, kind: ChannelKind, written: Option<(i64, &str)>) -> DoorSeen {
    let written = written.map(|(at, from)| (Time(at), Some(from.to_string())));
    DoorSeen { id: ChannelId([n; 16]), kind, written }
}

fn address(kind: Kind, value: &str, verified: bool) -> Address {
    Address { kind, value: value.into(), verified }
}

fn check(doors: &[DoorSeen], addresses: &[Address], expected: Expect) {
    let lines: Vec<String> = ways(doors, addresses)
        .iter()
        .map(|way| {
            let sure = if way.is_sure { "" } else { " (not proven)" };
            format!(
                "{} to {}{sure}",
                way.kind,
                way.address.as_deref().unwrap_or("whoever is there")
            )
        })
        .collect();
    expected.assert_debug_eq(&lines);
}

#[test]
fn the_last_door_comes_first_then_those_with_a_known_address() {
    let doors = [
        door(1, ChannelKind::Email, None),
        door(2, ChannelKind::Chat, Some((10, "device:laptop"))),
        door(3, ChannelKind::Sms, Some((20, "phone:+48601234567"))),
        door(4, ChannelKind::Whatsapp, None),
        door(5, ChannelKind::Telegram, None),
    ];
    let addresses = [
        address(Kind::EMAIL, "anna@old.example", false),
        address(Kind::EMAIL, "anna@example.com", true),
        address(Kind::PHONE, "+48601234567", true),
    ];
    check(
        &doors,
        &addresses,
        expect![[r#"
            [
                "sms to phone:+48601234567",
                "chat to device:laptop",
                "email to email:anna@example.com",
                "whatsapp to phone:+48601234567",
                "email to email:anna@old.example (not proven)",
            ]
        "#]],
    );
}

#[test]
fn a_form_is_answered_by_mail_and_a_call_by_text() {
    let doors = [
        door(1, ChannelKind::Form, Some((10, "device:laptop"))),
        door(2, ChannelKind::Phone, Some((20, "phone:+48601234567"))),
        door(3, ChannelKind::Email, None),
        door(4, ChannelKind::Sms, None),
    ];
    let addresses = [
        address(Kind::EMAIL, "jan@example.com", false),
        address(Kind::PHONE, "+48601234567", true),
    ];
    check(
        &doors,
        &addresses,
        expect![[r#"
            [
                "sms to phone:+48601234567",
                "email to email:jan@example.com (not proven)",
            ]
        "#]],
    );
}

#[test]
fn of_somebody_unknown_only_the_door_where_they_are_leads_back() {
    let doors =
        [door(1, ChannelKind::Email, None), door(2, ChannelKind::Chat, Some((10, "device:b")))];
    check(
        &doors,
        &[],
        expect![[r#"
            [
                "chat to device:b",
            ]
        "#]],
    );
}

#[test]
fn a_door_that_is_shut_now_comes_after_those_that_are_open() {
    let way = |n: u8, is_sure, window| Way {
        channel_id: ChannelId([n; 16]),
        kind: ChannelKind::Whatsapp,
        address: None,
        is_sure,
        written_at: None,
        window,
        stopped_at: None,
    };
    let shut = Window::Shut { last: None };
    let person = Window::Person { until: Time(9) };
    let mut ways = [
        way(1, true, shut),
        way(2, true, person),
        way(3, false, Window::Always),
        way(4, true, Window::Open { until: Time(9) }),
        way(5, false, shut),
    ];
    open_first(&mut ways);
    assert_eq!(ways.map(|way| way.channel_id.0[0]), [2, 4, 1, 3, 5]);
}

#[test]
fn who_has_a_number_and_an_id_at_whatsapp_is_written_to_by_one_of_them() {
    let addresses = [
        address(Kind::PHONE, "+48601234567", true),
        address(Kind::WHATSAPP_ID, "PL.7", true),
        address(Kind::TELEGRAM_ID, "42", true),
    ];
    let doors = |from: Option<(i64, &str)>| {
        [door(1, ChannelKind::Whatsapp, from), door(2, ChannelKind::Telegram, None)]
    };
    check(
        &doors(None),
        &addresses,
        expect![[r#"
            [
                "whatsapp to phone:+48601234567",
                "telegram to telegram_id:42",
            ]
        "#]],
    );
    check(
        &doors(Some((10, "whatsapp_id:PL.7"))),
        &addresses,
        expect![[r#"
            [
                "whatsapp to whatsapp_id:PL.7",
                "telegram to telegram_id:42",
            ]
        "#]],
    );
}
