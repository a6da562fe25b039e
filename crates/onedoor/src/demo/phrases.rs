//! What customers and the shop say to each other, in the four languages of the customers.

/// Why somebody rings up, and how it ended. Staff write these down in the language of the shop's back office.
/// Those about an order come first.
pub const CALLS: [(&str, &str); 7] = [
    ("Where is my order?", "Told when the parcel comes"),
    ("Change the delivery address of an order", "Address changed"),
    ("A cup in the order came broken", "A new one is sent"),
    ("Is it in stock in the store?", "Put aside until tomorrow"),
    ("How do I use my points?", "Explained"),
    ("Which grinder for a moka pot?", "Advised the hand grinder"),
    ("When is the store open?", "Told the hours"),
];

/// The calls of those who wait for nothing.
pub const CALLS_WITHOUT_ORDER: &[(&str, &str)] = CALLS.split_at(3).1;

type Exchange = (&'static str, &'static str);

const POLISH: [Exchange; 5] = [
    (
        "Dzień dobry, czy kawiarka na 6 filiżanek działa na indukcji?",
        "Dzień dobry! Tak, ta ze stalowym dnem działa na każdej kuchence.",
    ),
    (
        "Czy mogę oddać w sklepie coś kupionego przez internet?",
        "Oczywiście, wystarczy karta albo numer zamówienia.",
    ),
    (
        "Kiedy znowu będzie Etiopia Guji?",
        "Palimy ją w środę, w czwartek będzie w sklepie i na stronie.",
    ),
    ("Czy obrus można prać w 60 stopniach?", "Lepiej w 40, len będzie wtedy dłużej miękki."),
    ("Proszę o zmianę adresu dostawy.", "Zrobione, paczka pojedzie pod nowy adres."),
];

const ROMANIAN: [Exchange; 5] = [
    (
        "Bună ziua, ibricul de cupru merge pe plită cu inducție?",
        "Bună ziua! Nu, dar avem un disc adaptor care merge.",
    ),
    (
        "Pot returna în magazin ceva cumpărat online?",
        "Desigur, e suficient cardul sau numărul comenzii.",
    ),
    ("Când mai aveți Columbia Huila?", "O prăjim miercuri, de joi o găsiți în magazin."),
    (
        "Cănile de Horezu se pot spăla la mașina de vase?",
        "Recomandăm spălarea de mână, ca să țină culorile.",
    ),
    ("Aș vrea să schimb adresa de livrare.", "S-a făcut, coletul pleacă la adresa nouă."),
];

const RUSSIAN: [Exchange; 4] = [
    (
        "Здравствуйте! Какой помол нужен для гейзерной кофеварки?",
        "Здравствуйте! Чуть крупнее, чем для эспрессо. Можем смолоть для вас.",
    ),
    ("Можно ли вернуть в магазине заказ с сайта?", "Конечно, нужны только карта или номер заказа."),
    ("Когда привезут мой заказ?", "Посылка уже в пути, ждём её завтра."),
    ("Есть ли у вас кофе без кофеина?", "Да, декаф из Перу, он сейчас есть в наличии."),
];

const ENGLISH: [Exchange; 4] = [
    (
        "Hi, does the 6 cup moka pot work on induction?",
        "Hello! The one with the steel base does, on every hob.",
    ),
    (
        "Can I bring back to the store something I bought online?",
        "Of course, your card or the order number is enough.",
    ),
    ("Could you grind the beans for a French press?", "Gladly, just write it in the order’s note."),
    ("When will my parcel arrive?", "It is on its way and should be there tomorrow."),
];

/// Questions and their answers.
pub fn chats(language: &str) -> &'static [Exchange] {
    match language {
        "pl" => &POLISH,
        "ro" => &ROMANIAN,
        "ru" => &RUSSIAN,
        _ => &ENGLISH,
    }
}

pub fn thanks(language: &str) -> &'static str {
    match language {
        "pl" => "Dziękuję bardzo!",
        "ro" => "Mulțumesc frumos!",
        "ru" => "Спасибо большое!",
        _ => "Thank you very much!",
    }
}

/// What a review with so many stars says.
pub fn review(language: &str, rating: &str) -> &'static str {
    let pleased = matches!(rating, "4" | "5");
    match (language, pleased) {
        ("pl", true) => "Piękne i solidne, polecam.",
        ("pl", false) => "Ładne, ale paczka przyszła uszkodzona.",
        ("ro", true) => "Foarte frumos și bine făcut, recomand.",
        ("ro", false) => "Frumos, dar coletul a ajuns deteriorat.",
        ("ru", true) => "Очень красиво и качественно, рекомендую.",
        ("ru", false) => "Красиво, но посылка пришла повреждённой.",
        (_, true) => "Lovely and well made.",
        (_, false) => "Nice, but the parcel arrived damaged.",
    }
}
