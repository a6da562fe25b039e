use expect_test::expect;

use super::super::EventType::*;
use super::check;

#[test]
fn e_mail_messages_telephone() {
    check(
        &[
            (Track, "Email Opened", r#"{"subject": "New harvest"}"#),
            (Track, "Email Opened", "{}"),
            (
                Track,
                "Email Clicked",
                r#"{"subject": "New harvest", "link": "https://shop.pl/?u=1"}"#,
            ),
            (Track, "Email Clicked", "{}"),
            (Track, "Message Received", r#"{"text": "Is the Guji\n still there?"}"#),
            (Track, "Message Received", "{}"),
            (Track, "Message Sent", r#"{"text": "Yes, two bags."}"#),
            (Track, "Message Sent", "{}"),
            (Track, "Call Started", r#"{"direction": "inbound"}"#),
            (Track, "Call Started", r#"{"direction": "outbound"}"#),
            (Track, "Call Ended", r#"{"duration_seconds": 250}"#),
            (Track, "Call Ended", r#"{"duration": 1320}"#),
            (Track, "Call Ended", r#"{"duration_ms": 9000}"#),
            (Track, "Call Ended", "{}"),
            (Track, "Newsletter Subscribed", "{}"),
            (Track, "Newsletter Subscribed", r#"{"list_name": "Home baristas"}"#),
        ],
        expect![[r#"
            [mail] Opened the e-mail ‘New harvest’
                Otwarto e-mail „New harvest”
                A deschis e-mailul „New harvest”
                Открыто письмо «New harvest»
            [mail] Opened an e-mail
                Otwarto e-mail
                A deschis un e-mail
                Открыто письмо
            [mail] Clicked a link in the e-mail ‘New harvest’
                Kliknięto link w e-mailu „New harvest”
                A accesat un link din e-mailul „New harvest”
                Переход по ссылке из письма «New harvest»
            [mail] Clicked a link in an e-mail
                Kliknięto link w e-mailu
                A accesat un link dintr-un e-mail
                Переход по ссылке из письма
            [chat] Wrote to us: ‘Is the Guji still there?’
                Wiadomość od klienta: „Is the Guji still there?”
                Ne-a scris: „Is the Guji still there?”
                Сообщение от клиента: «Is the Guji still there?»
            [chat] Wrote to us
                Wiadomość od klienta
                Ne-a scris
                Сообщение от клиента
            [chat] We wrote: ‘Yes, two bags.’
                Nasza wiadomość: „Yes, two bags.”
                I-am scris: „Yes, two bags.”
                Наше сообщение: «Yes, two bags.»
            [chat] We wrote
                Nasza wiadomość
                I-am scris
                Наше сообщение
            [phone] Called us
                Telefon od klienta
                Ne-a sunat
                Звонок от клиента
            [phone] We called
                Telefon do klienta
                Am sunat clientul
                Звонок клиенту
            [phone] The call lasted 4 minutes
                Rozmowa trwała 4 minuty
                Apelul a durat 4 minute
                Разговор длился 4 минуты
            [phone] The call lasted 22 minutes
                Rozmowa trwała 22 minuty
                Apelul a durat 22 de minute
                Разговор длился 22 минуты
            [phone] The call lasted less than a minute
                Rozmowa trwała niecałą minutę
                Apelul a durat mai puțin de un minut
                Разговор длился меньше минуты
            [phone] The call ended
                Koniec rozmowy
                Apelul s-a încheiat
                Разговор окончен
            [mail] Signed up for the newsletter
                Zapisano się do newslettera
                S-a abonat la newsletter
                Подписка на рассылку
            [mail] Signed up for the newsletter ‘Home baristas’
                Zapisano się do newslettera „Home baristas”
                S-a abonat la newsletterul „Home baristas”
                Подписка на рассылку «Home baristas»
        "#]],
    );
}

#[test]
fn who_they_are() {
    check(
        &[
            (
                Identify,
                "u-1042",
                r#"{"email": "anna@sklep.pl", "firstName": "Anna", "lastName": "Nowak"}"#,
            ),
            (Identify, "", r#"{"phone": "+48500100200", "plan": "gold"}"#),
            (Identify, "u-1042", "{}"),
            (Identify, "", "null"),
            (Group, "g-1", r#"{"name": "Nowak family"}"#),
            (Group, "5f3a9c0e-7d1b-4a55-9b57-3d1f0a2c4e6b", "{}"),
            (Alias, "", "{}"),
        ],
        expect![[r#"
            [user] Signed in and told us: name, e-mail
                Zalogowano się i podano: imię i nazwisko, e-mail
                S-a autentificat și ne-a spus: numele, e-mailul
                Вход в аккаунт; указано: имя, e-mail
            [user] Told us: telephone
                Podano: telefon
                Ne-a spus: telefonul
                Указано: телефон
            [user] Signed in
                Zalogowano się
                S-a autentificat
                Вход в аккаунт
            [user] Was recognised
                Rozpoznano klienta
                Client recunoscut
                Клиент распознан
            [user] Joined ‘Nowak family’
                Dołączono do grupy „Nowak family”
                S-a alăturat grupului „Nowak family”
                Вступление в группу «Nowak family»
            [user] Joined a group
                Dołączono do grupy
                S-a alăturat unui grup
                Вступление в группу
            [user] Was recognised from an earlier visit
                Rozpoznano klienta z wcześniejszej wizyty
                Client recunoscut de la o vizită anterioară
                Клиент распознан по прошлому визиту
        "#]],
    );
}

#[test]
fn events_of_the_merchants_own() {
    check(
        &[
            (
                Track,
                "Quiz Finished",
                r#"{"quiz_id": "q1", "brew_method": "aeropress", "score": 7, "answers": [1, 2], "gift": null,
                    "url": "https://shop.pl", "mail": "anna@sklep.pl", "ref": "a81bc81bdead4e5dabff90865d1e13b1",
                    "milk": false, "fourth": "too many"}"#,
            ),
            (Track, "Quiz Finished", "{}"),
            (Track, "", "{}"),
        ],
        expect![[r#"
            [dot] Quiz Finished (brew method: aeropress, score: 7, milk: false)
                Quiz Finished (brew method: aeropress, score: 7, milk: false)
                Quiz Finished (brew method: aeropress, score: 7, milk: false)
                Quiz Finished (brew method: aeropress, score: 7, milk: false)
            [dot] Quiz Finished
                Quiz Finished
                Quiz Finished
                Quiz Finished
            [dot] Something happened
                Coś się wydarzyło
                S-a întâmplat ceva
                Что-то произошло
        "#]],
    );
}
