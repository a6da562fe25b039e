//! What somebody wants, by the words they use: pure, by tables of scored words in four languages.
//!
//! A word of the table stands for all words that begin with it; one of five letters or more also for those that are a
//! slip of the finger away. Of each row of a table the best word counts once.

use kit::i18n::Lang;
use kit::text::words;

use crate::language::language_of;

kit::words! {
    Intent:
    /// How an order stands, where a parcel is.
    Status "status",
    Hours "hours",
    Returns "returns",
    /// Wants a person, or complains: which is for people.
    Human "human",
    Greeting "greeting",
    Thanks "thanks",
}

/// From this score on it is understood; …
const SURE: u32 = 3;
/// … if nothing else comes so near.
const MARGIN: u32 = 2;
const WORDS_READ: usize = 60;
const SLIP_LENGTH_MIN: usize = 5;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// None where no table is sure.
    pub intent: Option<Intent>,
    /// Something was recognised, though not enough.
    pub has_hint: bool,
    pub lang: Option<Lang>,
}

type Row = (Intent, u32, &'static [&'static str]);

use Intent::{Greeting, Hours, Human, Returns, Status, Thanks};

#[rustfmt::skip]
const TABLES: [(Lang, &[Row]); 4] = [
    (Lang::En, &[
        (Status, 3, &["parcel", "package", "shipment", "tracking", "track"]),
        (Status, 2, &["order", "ordered", "purchase"]),
        (Status, 2, &["deliver", "shipped", "shipping", "courier", "arriv", "dispatch"]),
        (Status, 1, &["where", "when", "status", "still", "waiting"]),
        (Hours, 4, &["opening", "hours"]),
        (Hours, 3, &["open", "closed", "closing"]),
        (Hours, 1, &["when", "today", "tomorrow", "sunday", "saturday", "weekend", "time"]),
        (Returns, 4, &["return", "refund", "withdraw"]),
        (Returns, 2, &["exchange", "policy", "back"]),
        (Human, 5, &["human", "agent", "operator", "consultant", "representative", "person", "somebody", "someone"]),
        (Human, 6, &["broken", "damag", "cracked", "faulty", "complain", "leaking"]),
        (Greeting, 3, &["hello", "hi", "hey", "morning", "evening"]),
        (Thanks, 3, &["thank", "thanks", "cheers", "thx"]),
    ]),
    (Lang::Pl, &[
        (Status, 3, &["paczk", "przesylk", "sledz", "tracking"]),
        (Status, 2, &["zamowien", "zamowil", "zakup"]),
        (Status, 2, &["dostaw", "kurier", "wysla", "wyslal", "dojdzie", "dotrze", "przyjdzie", "dostarcz", "nadan"]),
        (Status, 1, &["gdzie", "kiedy", "status", "czekam", "nadal"]),
        (Hours, 4, &["otwarcia", "otwarc", "godzin", "czynn", "czynne"]),
        (Hours, 3, &["otwart", "zamkniet", "pracujec"]),
        (Hours, 1, &["kiedy", "dzis", "jutro", "niedziel", "sobot", "ktorej", "sklep"]),
        (Returns, 4, &["zwrot", "zwroc", "zwrac", "oddac", "odeslac", "odsta"]),
        (Returns, 2, &["wymian", "wymieni", "pieniadz", "polityk"]),
        (Human, 5, &["czlowiek", "konsultant", "pracownik", "operator", "doradc", "kims", "osoba"]),
        (Human, 6, &["uszkodz", "zepsut", "peknie", "stluczon", "reklamac", "zbit", "wadliw"]),
        (Greeting, 3, &["dzien", "witam", "czesc", "hej"]),
        (Thanks, 3, &["dziekuj", "dzieki", "dziek"]),
    ]),
    (Lang::Ro, &[
        (Status, 3, &["colet", "pachet", "awb", "tracking"]),
        (Status, 2, &["comand", "comenz"]),
        (Status, 2, &["livra", "curier", "expedi", "ajung", "ajuns", "soses", "trimis"]),
        (Status, 1, &["unde", "cand", "stadiu", "status", "astept"]),
        (Hours, 4, &["program", "orar"]),
        (Hours, 3, &["deschis", "inchis", "deschid", "inchid"]),
        (Hours, 1, &["cand", "azi", "maine", "duminica", "sambata", "ora", "magazin"]),
        (Returns, 4, &["retur", "returna", "ramburs"]),
        (Returns, 2, &["schimb", "inapoi", "banii", "politica"]),
        (Human, 5, &["operator", "consultant", "uman", "coleg", "cineva", "persoana", "om"]),
        (Human, 6, &["stricat", "defect", "spart", "crapat", "reclam", "deterior"]),
        (Greeting, 3, &["buna", "salut", "servus", "hei"]),
        (Thanks, 3, &["multumesc", "mersi", "multam"]),
    ]),
    (Lang::Ru, &[
        (Status, 3, &["посылк", "трек", "отправлен"]),
        (Status, 2, &["заказ"]),
        (Status, 2, &["доставк", "достав", "курьер", "отправил", "придет", "приедет", "привез"]),
        (Status, 1, &["где", "когда", "статус", "жду", "едет"]),
        (Hours, 4, &["график", "режим", "часы"]),
        (Hours, 3, &["открыт", "закрыт", "работает", "открыва", "закрыва"]),
        (Hours, 1, &["когда", "сегодня", "завтра", "воскресен", "суббот", "скольки", "магазин"]),
        (Returns, 4, &["возврат", "вернут", "верну", "возвращ"]),
        (Returns, 2, &["обмен", "деньг", "обратно"]),
        (Human, 5, &["человек", "оператор", "консультант", "менеджер", "сотрудник", "живой"]),
        (Human, 6, &["сломан", "разбит", "поврежд", "бракован", "жалоб", "трещин", "сломал"]),
        (Greeting, 3, &["здравств", "привет", "добрый", "доброе"]),
        (Thanks, 3, &["спасиб", "благодар"]),
    ]),
];

/// What a text wants.
pub fn understand(text: &str) -> Understood {
    let said: Vec<String> = words(text).into_iter().take(WORDS_READ).collect();
    let shown = language_of(text);
    let scored = TABLES.map(|(lang, table)| (lang, scores(&said, table)));
    let total = |scores: &[(Intent, u32)]| scores.iter().map(|(_, score)| *score).sum::<u32>();
    // The language that shows, else the one whose table knows most of it.
    let best_table = scored
        .iter()
        .rev()
        .max_by_key(|(lang, scores)| (total(scores), u32::from(Some(*lang) == shown)));
    let Some((lang, scores)) = best_table.filter(|(_, scores)| total(scores) > 0) else {
        return Understood { lang: shown, ..Understood::default() };
    };
    let is_known = total(scores) >= SURE;
    let lang = if is_known { Some(*lang) } else { shown.or(Some(*lang)) };
    Understood { intent: surest(scores), has_hint: true, lang }
}

fn scores(said: &[String], table: &[Row]) -> Vec<(Intent, u32)> {
    let all = || table.iter().flat_map(|(.., known)| known.iter());
    // A word that is in the table is no slip for another one.
    let fits = |word: &String, known: &str| {
        begins(word, known) || (is_slip(word, known) && !all().any(|other| begins(word, other)))
    };
    let row_score = |(_, score, known): &Row| {
        let is_said = known.iter().any(|known| said.iter().any(|word| fits(word, known)));
        if is_said { *score } else { 0 }
    };
    let of = |intent: Intent| table.iter().filter(|row| row.0 == intent).map(row_score).sum();
    Intent::ALL.iter().map(|intent| (*intent, of(*intent))).collect()
}

/// A greeting or thanks before a question is not what somebody wants.
fn surest(scores: &[(Intent, u32)]) -> Option<Intent> {
    let is_wish = |intent: Intent| !matches!(intent, Greeting | Thanks);
    let mut wishes: Vec<(Intent, u32)> =
        scores.iter().copied().filter(|(intent, score)| is_wish(*intent) && *score > 0).collect();
    wishes.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
    match wishes.as_slice() {
        [(intent, score), rest @ ..] => {
            let next = rest.first().map_or(0, |(_, score)| *score);
            (*score >= SURE && *score >= next + MARGIN).then_some(*intent)
        }
        [] => scores.iter().find(|(_, score)| *score >= SURE).map(|(intent, _)| *intent),
    }
}

/// Whether a word is one of the table: two letters are a whole word, more are its beginning.
fn begins(word: &str, known: &str) -> bool {
    if known.chars().count() <= 2 { word == known } else { word.starts_with(known) }
}

/// Whether a word begins nearly so.
fn is_slip(word: &str, known: &str) -> bool {
    let known: Vec<char> = known.chars().collect();
    let length = known.len();
    length >= SLIP_LENGTH_MIN
        && [length - 1, length, length + 1].into_iter().any(|count| {
            let beginning: Vec<char> = word.chars().take(count).collect();
            let is_alike = beginning.len() == count && beginning.first() == known.first();
            is_alike && is_one_slip(&beginning, &known)
        })
}

/// One letter more, less or other, or two that changed places.
fn is_one_slip(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], []) => true,
        ([x1, x2, rest @ ..], [y1, y2, others @ ..]) if x1 == y2 && x2 == y1 && rest == others => {
            true
        }
        _ => {
            let (a_rest, b_rest) = (a.get(1..).unwrap_or(&[]), b.get(1..).unwrap_or(&[]));
            a_rest == b_rest || a == b_rest || a_rest == b
        }
    }
}
