//! What is being talked about when somebody opens the demo's inbox: a dozen conversations, as their last words were said.

use super::shop::{CLUJ, KRAKOW, NEWSLETTER, PHONE, SMS, WHATSAPP};

/// Who speaks in a conversation, of the people of the demo.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    /// One of the cast, by name.
    Named(&'static str),
    /// The first who speaks this language, the second …, of those who have a telephone and an address.
    Speaking(&'static str, usize),
}

/// Somebody says something.
#[derive(Clone, Copy, Debug)]
pub enum Said {
    /// The customer, by this door.
    In(&'static str, &'static str),
    /// A caller of whom only the number is known.
    Call(&'static str),
    /// The shop, by the door by which the customer wrote last.
    Out(&'static str),
    Note(&'static str),
}

#[derive(Clone, Copy, Debug)]
pub enum Then {
    Waits,
    Urgent,
    Rests,
    Closed,
}

#[derive(Clone, Copy, Debug)]
pub struct Talk {
    pub who: Who,
    pub subject: Option<&'static str>,
    /// Minutes before now at which each thing was said, the oldest first.
    pub said: &'static [(i64, Said)],
    pub then: Then,
}

use Said::{Call, In, Note, Out};
use Then::{Closed, Rests, Urgent, Waits};
use Who::{Named, Speaking};

const fn talk(who: Who, subject: &'static str, then: Then, said: &'static [(i64, Said)]) -> Talk {
    let subject = if subject.is_empty() { None } else { Some(subject) };
    Talk { who, subject, said, then }
}

pub const TALKS: [Talk; 12] = [
    talk(
        Named(super::people::HERO),
        "",
        Waits,
        &[
            (1_510, In(WHATSAPP, "Dzień dobry, czy kawiarka na 6 filiżanek działa na indukcji?")),
            (1_495, Out("Dzień dobry! Tak, ta ze stalowym dnem działa na każdej kuchence.")),
            (1_490, In(WHATSAPP, "Super, dziękuję. To zajrzę do sklepu.")),
            (
                190,
                In(
                    KRAKOW,
                    "Przyszła po kawiarkę, została ostatnia z ekspozycji. Pyta, czy dojedzie nowa.",
                ),
            ),
            (186, Note("Dostawa z palarni w czwartek rano, odłożyć jedną na nazwisko.")),
            (12, In(SMS, "Czy ta kawiarka już u Państwa jest? Będę w Krakowie do 18.")),
        ],
    ),
    talk(
        Named(super::people::IMPERSONATED),
        "Pęknięta filiżanka w paczce",
        Urgent,
        &[
            (
                95,
                In(
                    NEWSLETTER,
                    "Dzień dobry,\n\nw paczce, która przyszła dzisiaj, jedna filiżanka z Horezu jest pęknięta. To prezent na sobotę.\n\nCzy zdążą Państwo przysłać drugą?\n\nKatarzyna Zielińska",
                ),
            ),
            (41, In(WHATSAPP, "Napisałam też maila. Bardzo mi zależy na czasie.")),
        ],
    ),
    talk(
        Named(super::people::NEW_NUMBER),
        "",
        Waits,
        &[
            (64, In(SMS, "Proszę o telefon w sprawie zwrotu młynka.")),
            (
                33,
                Call(
                    "Pan Tomasz, jak mówi. Chce oddać młynek w Krakowie, choć kupił przez internet.",
                ),
            ),
        ],
    ),
    talk(
        Named("Ioana Munteanu"),
        "",
        Waits,
        &[
            (2_900, In(WHATSAPP, "Bună ziua, pot returna în magazin ceva cumpărat online?")),
            (2_884, Out("Desigur, e suficient cardul sau numărul comenzii.")),
            (55, In(CLUJ, "A adus ibricul înapoi, vrea banii pe card.")),
            (52, Out("Banii ajung pe card în cel mult trei zile.")),
        ],
    ),
    talk(
        Named("Radu Munteanu"),
        "Factură pe firmă",
        Rests,
        &[
            (
                400,
                In(
                    NEWSLETTER,
                    "Bună ziua,\n\naș avea nevoie de factura pentru ultima comandă pe firmă.\n\nMulțumesc,\nRadu Munteanu",
                ),
            ),
            (380, Note("Contabilitatea o trimite luni.")),
        ],
    ),
    talk(
        Speaking("ru", 0),
        "",
        Waits,
        &[(7, In(WHATSAPP, "Здравствуйте! Какой помол нужен для гейзерной кофеварки?"))],
    ),
    talk(
        Speaking("en", 0),
        "Grinding for a French press",
        Waits,
        &[
            (
                150,
                In(
                    NEWSLETTER,
                    "Hello,\n\ncould you grind the Guji for a French press? I forgot to write it in the order.\n\nThank you",
                ),
            ),
            (121, Out("Gladly. It is noted, and leaves tomorrow morning.")),
            (18, In(NEWSLETTER, "Wonderful. And is there still time to add a second bag?")),
        ],
    ),
    talk(
        Speaking("pl", 12),
        "",
        Closed,
        &[
            (1_700, In(WHATSAPP, "Czy obrus można prać w 60 stopniach?")),
            (1_688, Out("Lepiej w 40, len będzie wtedy dłużej miękki.")),
            (1_680, In(WHATSAPP, "Dziękuję bardzo!")),
        ],
    ),
    talk(
        Speaking("pl", 14),
        "",
        Waits,
        &[
            (300, In(SMS, "Proszę o zmianę adresu dostawy na ul. Długą 5.")),
            (285, Out("Zrobione, paczka pojedzie na Długą 5.")),
        ],
    ),
    talk(
        Speaking("ro", 8),
        "",
        Waits,
        &[(26, In(WHATSAPP, "Când mai aveți Columbia Huila? Am văzut că nu mai e pe site."))],
    ),
    talk(
        Speaking("ru", 1),
        "",
        Closed,
        &[
            (4_000, In(WHATSAPP, "Когда привезут мой заказ?")),
            (3_985, Out("Посылка уже в пути, ждём её завтра.")),
        ],
    ),
    talk(
        Speaking("pl", 20),
        "Współpraca z kawiarnią",
        Rests,
        &[
            (
                620,
                In(
                    NEWSLETTER,
                    "Dzień dobry,\n\nprowadzę małą kawiarnię w Tarnowie i szukam palarni. Czy mają Państwo ofertę dla gastronomii?",
                ),
            ),
            (600, Note("Przekazać Olkowi, wraca z urlopu w poniedziałek.")),
        ],
    ),
];

/// Goes on while one looks: (seconds to wait, what is said).
pub const LIVE: &[(u64, Said)] = &[
    (20, In(WHATSAPP, "Hi! Is the hand grinder in the Kraków store?")),
    (25, In(WHATSAPP, "The small one, for travelling.")),
    (40, Out("Hello! Yes, two of them. Shall I put one aside for you?")),
    (30, In(WHATSAPP, "Please do, I will be there before six.")),
    (45, Note("Grinder put aside at the till, on her name.")),
    (60, In(PHONE, "On her way, running ten minutes late.")),
];

/// Who talks in [`LIVE`].
pub const LIVE_WHO: Who = Speaking("en", 1);
