use expect_test::expect;

use super::check;
use crate::events::EventType::*;

#[test]
fn e_mail_messages_telephone() {
    check(
        &[
            (
                Track,
                "Email Delivered",
                r#"{"campaign_id": "newsletter-07", "campaign_name": "New harvest"}"#,
            ),
            (Track, "Email Delivered", "{}"),
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
            (Track, "SMS Delivered", r#"{"campaign_name": "Autumn sale"}"#),
            (Track, "SMS Delivered", r#"{"template": "parcel_ready"}"#),
            (Track, "SMS Link Clicked", "{}"),
            (Track, "Contact Form Submitted", r#"{"topic": "Delivery", "text": "Where is it?"}"#),
            (Track, "Contact Form Submitted", "{}"),
            (Track, "Push Notification Tapped", r#"{"message": "Your cart is waiting"}"#),
            (Track, "Push Notification Tapped", "{}"),
            (Track, "Call Started", r#"{"direction": "inbound"}"#),
            (Track, "Call Started", r#"{"direction": "outbound"}"#),
            (Track, "Call Ended", r#"{"duration_seconds": 250}"#),
            (Track, "Call Ended", r#"{"duration": 1320}"#),
            (Track, "Call Ended", r#"{"duration_ms": 9000}"#),
            (
                Track,
                "Call Ended",
                r#"{"direction": "inbound", "outcome": "answered", "duration_seconds": 192, "answered_by": "Ewa"}"#,
            ),
            (
                Track,
                "Call Ended",
                r#"{"direction": "outbound", "outcome": "answered", "duration_seconds": 61, "answered_by": "Ewa"}"#,
            ),
            (
                Track,
                "Call Ended",
                r#"{"direction": "inbound", "outcome": "missed", "rang_seconds": 22}"#,
            ),
            (
                Track,
                "Call Ended",
                r#"{"direction": "outbound", "outcome": "missed", "rang_seconds": 1}"#,
            ),
            (Track, "Call Ended", r#"{"direction": "inbound", "outcome": "voicemail"}"#),
            (Track, "Call Ended", "{}"),
            (Track, "Newsletter Subscribed", "{}"),
            (Track, "Newsletter Subscribed", r#"{"list_name": "Home baristas"}"#),
            (Track, "Unsubscribed", "{}"),
        ],
        expect![[r#"
            [mail] Received the e-mail ‘New harvest’
                Doręczono e-mail „New harvest”
                A primit e-mailul „New harvest”
                Доставлено письмо «New harvest»
            [mail] Received an e-mail
                Doręczono e-mail
                A primit un e-mail
                Доставлено письмо
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
            [chat] Received the text message ‘Autumn sale’
                Doręczono SMS „Autumn sale”
                A primit SMS-ul „Autumn sale”
                Доставлено SMS «Autumn sale»
            [chat] Received a text message
                Doręczono SMS
                A primit un SMS
                Доставлено SMS
            [chat] Clicked a link in a text message
                Kliknięto link w SMS-ie
                A accesat un link dintr-un SMS
                Переход по ссылке из SMS
            [chat] Wrote by the contact form: ‘Where is it?’
                Wiadomość z formularza: „Where is it?”
                Ne-a scris prin formular: „Where is it?”
                Сообщение через форму: «Where is it?»
            [chat] Filled in the contact form
                Wysłano formularz kontaktowy
                A completat formularul de contact
                Отправлена форма обратной связи
            [chat] Tapped the notification ‘Your cart is waiting’
                Otwarto powiadomienie „Your cart is waiting”
                A deschis notificarea „Your cart is waiting”
                Открыто уведомление «Your cart is waiting»
            [chat] Tapped a notification
                Otwarto powiadomienie
                A deschis o notificare
                Открыто уведомление
            [phone] Called us
                Telefon od klienta
                Ne-a sunat
                Звонок от клиента
            [phone] We called
                Telefon do klienta
                Am sunat clientul
                Звонок клиенту
            [phone] A call · 4 min 10 s
                Rozmowa telefoniczna · 4 min 10 s
                Convorbire telefonică · 4 min 10 s
                Телефонный разговор · 4 мин 10 с
            [phone] A call · 22 min 0 s
                Rozmowa telefoniczna · 22 min 0 s
                Convorbire telefonică · 22 min 0 s
                Телефонный разговор · 22 мин 0 с
            [phone] A call · 9 s
                Rozmowa telefoniczna · 9 s
                Convorbire telefonică · 9 s
                Телефонный разговор · 9 с
            [phone] Called us · 3 min 12 s · answered by Ewa
                Telefon od klienta · 3 min 12 s · odebrał(a): Ewa
                Ne-a sunat · 3 min 12 s · a răspuns Ewa
                Звонок от клиента · 3 мин 12 с · ответил(а) Ewa
            [phone] We called · 1 min 1 s · Ewa
                Telefon do klienta · 1 min 1 s · Ewa
                Am sunat clientul · 1 min 1 s · Ewa
                Звонок клиенту · 1 мин 1 с · Ewa
            [phone] Called us, nobody answered · it rang for 22 seconds
                Nieodebrany telefon od klienta · dzwonek przez 22 sekundy
                Ne-a sunat, apel pierdut · a sunat 22 de secunde
                Пропущенный звонок от клиента · гудки 22 секунды
            [phone] We called, nobody answered · it rang for 1 second
                Telefon do klienta, bez odpowiedzi · dzwonek przez 1 sekundę
                Am sunat clientul, fără răspuns · a sunat 1 secundă
                Звонок клиенту, без ответа · гудки 1 секунду
            [phone] Called us, left a voice message
                Klient nagrał wiadomość głosową
                Ne-a sunat și a lăsat un mesaj vocal
                Клиент оставил голосовое сообщение
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
            [mail] Unsubscribed from the newsletter
                Wypisano się z newslettera
                S-a dezabonat de la newsletter
                Отписка от рассылки
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
            (Track, "Signed Up", r#"{"method": "email"}"#),
            (Track, "Signed In", "{}"),
            (Track, "Signed Out", "{}"),
            (Track, "Identity Added", "{}"),
            (Track, "Identity Proven", "{}"),
            (Track, "Customer Met", "{}"),
            (Track, "Survey Answered", r#"{"score": 4, "comment": "Szybko!"}"#),
            (Track, "Survey Answered", r#"{"score": 2, "comment": null}"#),
            (Track, "Consent Given", r#"{"purpose": "marketing", "channel": "email"}"#),
            (Track, "Consent Withdrawn", r#"{"purpose": "prize draw", "channel": "push"}"#),
            (Track, "Consent Given", "{}"),
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
            [user] Opened an account
                Założono konto
                Și-a creat un cont
                Создан аккаунт
            [user] Signed in
                Zalogowano się
                S-a autentificat
                Вход в аккаунт
            [user] Signed out
                Wylogowano się
                S-a deconectat
                Выход из аккаунта
            [user] A card or an address was added
                Dodano kartę lub adres
                S-a adăugat un card sau o adresă
                Добавлена карта или адрес
            [user] Proved an address by a code
                Adres potwierdzono kodem
                Și-a dovedit adresa cu un cod
                Адрес подтверждён кодом
            [user] Was met in the store
                Pierwsza wizyta w sklepie
                Prima întâlnire în magazin
                Первое знакомство в магазине
            [star] Rated our help 4 of 5: ‘Szybko!’
                Oceniono naszą pomoc: 4 z 5 · „Szybko!”
                A evaluat ajutorul nostru: 4 din 5 · „Szybko!”
                Оценка нашей помощи: 4 из 5 · «Szybko!»
            [star] Rated our help 2 of 5
                Oceniono naszą pomoc: 2 z 5
                A evaluat ajutorul nostru: 2 din 5
                Оценка нашей помощи: 2 из 5
            [user] Gave consent: marketing · e-mail
                Wyrażono zgodę: marketing · e-mail
                Și-a dat acordul: marketing · e-mail
                Дано согласие: реклама · e-mail
            [user] Withdrew consent: prize draw · notifications in the app
                Wycofano zgodę: prize draw · powiadomienia w aplikacji
                Și-a retras acordul: prize draw · notificări în aplicație
                Отозвано согласие: prize draw · уведомления в приложении
            [user] Gave consent
                Wyrażono zgodę
                Și-a dat acordul
                Дано согласие
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
