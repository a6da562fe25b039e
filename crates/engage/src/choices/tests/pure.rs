//! How each door shows an offer, and how an answer is read.

use customers::channels::ChannelKind;
use kit::i18n::Lang;

use crate::choices::rules::{
    Shape, check as checked, first_line, numbered, of_payload, payload, shape, typed,
};
use crate::choices::{Choice, Choices, ID_BYTES_MAX};
use crate::connectors::capabilities::of;
use crate::conversations::MessageId;

fn offering(count: usize, title: &str) -> Choices {
    let titles: Vec<String> = (0..count).map(|n| format!("{n}{title}")).collect();
    Choices { lang: Lang::Pl, of: Choice::of_titles(titles.iter().map(String::as_str)) }
}

#[track_caller]
fn shown(kind: ChannelKind, count: usize, title_chars: usize, text_chars: usize, expected: Shape) {
    let choices = offering(count, &"ł".repeat(title_chars - 1));
    let text = "ł".repeat(text_chars);
    assert_eq!(shape(of(kind), &choices, &text), expected, "{kind} {count} {title_chars}");
}

#[test]
fn each_door_shows_as_many_and_as_long_as_it_can() {
    use ChannelKind::{Chat, Email, Instagram, Messenger, Sms, Telegram, Whatsapp};
    use Shape::{Buttons, List, Numbers};
    shown(Whatsapp, 3, 20, 1_024, Buttons);
    shown(Whatsapp, 3, 20, 1_025, List);
    shown(Whatsapp, 4, 20, 10, List);
    shown(Whatsapp, 3, 21, 10, List);
    shown(Whatsapp, 10, 24, 4_096, List);
    shown(Whatsapp, 2, 25, 10, Numbers);
    for kind in [Messenger, Instagram] {
        shown(kind, 10, 20, 500, Buttons);
        shown(kind, 2, 21, 500, Numbers);
    }
    shown(Instagram, 2, 5, 1_001, Numbers);
    for kind in [Telegram, Chat] {
        shown(kind, 10, 60, 4_096, Buttons);
    }
    for kind in [Sms, Email] {
        shown(kind, 2, 5, 10, Numbers);
    }
}

#[test]
fn what_a_button_sends_back_fits_everywhere_and_names_the_message() {
    let message = MessageId([7; 16]);
    let longest = "x".repeat(ID_BYTES_MAX);
    let sent = payload(message, &longest);
    assert!(sent.len() <= 64, "{}", sent.len());
    assert_eq!(of_payload(&sent), Some((message, longest.as_str())));
    for foreign in ["", "YES", "msg_/1", "krk/1"] {
        assert_eq!(of_payload(foreign), None, "{foreign}");
    }
}

#[test]
fn a_number_or_the_words_are_an_answer_and_more_is_not() {
    let choices = Choice::of_titles(["Kraków", "Gdańsk", "1042"]);
    let check = |line: &str, expected: Option<&str>| {
        let found = typed(line, &choices).map(|choice| choice.title.as_str());
        assert_eq!(found, expected, "{line}");
    };
    check("1", Some("Kraków"));
    check("2.", Some("Gdańsk"));
    check("#2", Some("Gdańsk"));
    check("2)", Some("Gdańsk"));
    check("gdansk", Some("Gdańsk"));
    check("1042", Some("1042"));
    for other in ["0", "4", "-1", "2 sztuki", "1043", ""] {
        check(other, None);
    }
    assert_eq!(first_line(" 2 ", false), Some(("2", "")));
    assert_eq!(first_line("2\n\nAnna", false), None);
    assert_eq!(first_line("2\n\nAnna", true), Some(("2", "\n\nAnna")));
    assert_eq!(first_line("\n", true), None);
}

#[test]
fn what_cannot_be_told_apart_is_not_offered() {
    let choice = |id: &str, title: &str| Choice { id: id.into(), title: title.into() };
    assert!(checked(&[choice("1", "Tak"), choice("2", "Nie")]).is_ok());
    let bad = [
        vec![choice("1", "Tak"), choice("1", "Nie")],
        vec![choice("1", "Tak"), choice("2", "TAK")],
        vec![choice("a b", "Tak")],
        vec![choice("1", " Tak")],
        vec![choice("1", "Tak\nNie")],
        vec![choice("1", &"x".repeat(61))],
        offering(11, "x").of,
    ];
    for choices in bad {
        assert_eq!(checked(&choices).unwrap_err().code, "bad_choices", "{choices:?}");
    }
}

#[test]
fn without_buttons_they_are_numbered() {
    let choices = Choices { lang: Lang::En, of: Choice::of_titles(["Kraków", "Gdańsk"]) };
    let text = numbered("Where?\n", &choices, "Answer with the number.");
    assert_eq!(text, "Where?\n\n1. Kraków\n2. Gdańsk\n\nAnswer with the number.");
}
