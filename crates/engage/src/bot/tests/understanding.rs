//! Many ways to say the same, in four languages, some with slips of the finger.

use kit::i18n::Lang;

use crate::bot::understand::{Intent, understand};

#[track_caller]
fn check(lang: Lang, intent: Intent, texts: &[&str]) {
    for text in texts {
        let understood = understand(text);
        assert_eq!((understood.intent, understood.lang), (Some(intent), Some(lang)), "{text}");
    }
}

#[test]
fn where_is_my_order() {
    check(
        Lang::En,
        Intent::Status,
        &[
            "Where is my parcel?",
            "where's my package",
            "When will my order arrive?",
            "Has my order been shipped",
            "tracking please, my parcel is late",
            "where is my pacel",
            "Order status?",
            "I am still waiting for my delivery of the order",
        ],
    );
    check(
        Lang::Pl,
        Intent::Status,
        &[
            "Gdzie jest moja paczka?",
            "gdzie moja paczak",
            "Kiedy przyjdzie moje zamówienie?",
            "Czy zamówienie zostało wysłane?",
            "gdzie jest przesyłka",
            "Dzień dobry, nadal czekam na paczkę",
            "status zamowienia",
            "kiedy kurier dostarczy zamówienie",
        ],
    );
    check(
        Lang::Ro,
        Intent::Status,
        &[
            "Unde este coletul meu?",
            "unde e comanda mea",
            "Când ajunge comanda?",
            "Bună ziua, când soseşte coletul?",
            "stadiul comenzii",
            "ați expediat comanda mea?",
            "unde este coletull meu",
        ],
    );
    check(
        Lang::Ru,
        Intent::Status,
        &[
            "Где моя посылка?",
            "Когда придёт мой заказ?",
            "Здравствуйте, где заказ",
            "статус заказа",
            "вы отправили мой заказ?",
            "где посылк",
            "где моя посыкла",
        ],
    );
}

#[test]
fn when_are_you_open() {
    check(
        Lang::En,
        Intent::Hours,
        &[
            "When are you open?",
            "What are your opening hours?",
            "are you open on sunday",
            "opening hurs?",
            "What time are you closing today?",
        ],
    );
    check(
        Lang::Pl,
        Intent::Hours,
        &[
            "W jakich godzinach są Państwo czynni?",
            "godziny otwarcia",
            "Czy sklep jest otwarty w niedzielę?",
            "do ktorej otwarte",
            "czy jutro jest czynne",
        ],
    );
    check(
        Lang::Ro,
        Intent::Hours,
        &[
            "Care este programul?",
            "ce program aveți",
            "Sunteți deschis duminică?",
            "la ce oră închideți magazinul",
            "orar magazin",
        ],
    );
    check(
        Lang::Ru,
        Intent::Hours,
        &[
            "Какой у вас график работы?",
            "Вы открыты в воскресенье?",
            "до скольки работаете, часы",
            "режим работы магазина",
        ],
    );
}

#[test]
fn how_to_send_something_back() {
    check(
        Lang::En,
        Intent::Returns,
        &[
            "How can I return this?",
            "I want a refund",
            "what is your return policy",
            "can i retrun the cup",
        ],
    );
    check(
        Lang::Pl,
        Intent::Returns,
        &[
            "Jak mogę zwrócić filiżankę?",
            "Chcę zrobić zwrot",
            "ile mam czasu na zwrot",
            "czy moge oddac kubek",
        ],
    );
    check(
        Lang::Ro,
        Intent::Returns,
        &["Cum pot returna o cană?", "vreau retur", "care este politica de retur"],
    );
    check(
        Lang::Ru,
        Intent::Returns,
        &["Как вернуть чашку?", "хочу оформить возврат", "возрат денег"],
    );
}

#[test]
fn a_person_please() {
    check(
        Lang::En,
        Intent::Human,
        &[
            "I want to talk to a human",
            "agent please",
            "My cup is broken",
            "let me speak to a real person",
        ],
    );
    check(
        Lang::Pl,
        Intent::Human,
        &[
            "Chcę rozmawiać z konsultantem",
            "proszę o połączenie z człowiekiem",
            "Filiżanka przyszła stłuczona",
            "konsultnat",
        ],
    );
    check(
        Lang::Ro,
        Intent::Human,
        &["Vreau să vorbesc cu un operator", "cana a venit spartă", "pot vorbi cu un coleg?"],
    );
    check(
        Lang::Ru,
        Intent::Human,
        &["Позовите оператора", "хочу поговорить с человеком", "чашка разбита"],
    );
}

#[test]
fn small_talk_and_what_nobody_can_know() {
    check(Lang::En, Intent::Greeting, &["Hello", "hi there"]);
    check(Lang::Pl, Intent::Greeting, &["Dzień dobry"]);
    check(Lang::Ro, Intent::Greeting, &["Bună ziua"]);
    check(Lang::Ru, Intent::Greeting, &["Здравствуйте!"]);
    check(Lang::Pl, Intent::Thanks, &["Dziękuję bardzo!"]);
    for text in [
        "Do you have the blue one in size M?",
        "Czy młynek ma stalowe żarna?",
        "???",
        "1042",
        "Ce culoare are vaza?",
    ] {
        assert_eq!(understand(text).intent, None, "{text}");
    }
}

#[test]
fn two_wishes_in_one_message_are_not_understood() {
    for text in [
        "Where is my parcel and how can I return it for a refund?",
        "Gdzie paczka i jaki jest zwrot?",
    ] {
        let understood = understand(text);
        assert_eq!((understood.intent, understood.has_hint), (None, true), "{text}");
    }
}
