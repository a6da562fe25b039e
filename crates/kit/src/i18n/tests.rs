//! The expected texts are those of ICU 78 (CLDR 48), as JavaScript's Intl gives them for en-GB, pl, ro and
//! ru; the two departures are `lei` for RON and Romanian and Russian `min`/`мин` without a point.

use std::sync::Arc;

use expect_test::{Expect, expect};
use jiff::tz::TimeZone;

use super::*;
use crate::money::Currency;
use crate::time::{days, hours, minutes, seconds};

const SHOP: [(Lang, &str); 4] = [
    (
        Lang::En,
        "greeting = Hello, { $name }!
products = { $count ->
    [one] { $count } product
   *[other] { $count } products
}
door-store = store in { -city }
-city = Warsaw
bought = { $name } paid { $total } in the { $door } on { $at }
only-english = Returns within { $days } days",
    ),
    (
        Lang::Pl,
        "greeting = Cześć, { $name }!
products = { $count ->
    [one] { $count } produkt
    [few] { $count } produkty
   *[many] { $count } produktów
}
door-store = sklep w Warszawie
bought = { $name }: { $total }, { $door }, { $at }",
    ),
    (
        Lang::Ro,
        "greeting = Bună, { $name }!
products = { $count ->
    [one] { $count } produs
    [few] { $count } produse
   *[other] { $count } de produse
}
door-store = magazin
bought = { $name }: { $total }, { $door }, { $at }",
    ),
    (
        Lang::Ru,
        "greeting = Здравствуйте, { $name }!
products = { $count ->
    [one] { $count } товар
    [few] { $count } товара
   *[many] { $count } товаров
}
door-store = магазин
bought = { $name }: { $total }, { $door }, { $at }",
    ),
];

fn shop() -> Arc<Catalogue> {
    Arc::new(Catalogue::new(&SHOP))
}

fn warsaw() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap()
}

fn tr(lang: Lang) -> Tr {
    Tr::new(&shop(), lang, warsaw())
}

fn at(text: &str) -> Time {
    Time::parse(text).unwrap()
}

/// One line per language; the space that does not break shows as `_`.
fn in_each_language(expected: Expect, say: impl Fn(&Tr) -> String) {
    let lines = Lang::ALL.map(|lang| format!("{lang}  {}\n", say(&tr(lang)))).concat();
    expected.assert_eq(&lines.replace('\u{a0}', "_"));
}

#[test]
fn kit_speaks_all_languages() {
    Catalogue::new(&[]).check().unwrap();
}

#[test]
fn numbers_choose_the_plural_form_of_the_language() {
    let counts = [0, 1, 2, 4, 5, 11, 12, 14, 19, 20, 21, 22, 25, 100, 101, 111, 112];
    in_each_language(
        expect![[r#"
            en  0 products, 1 product, 2 products, 4 products, 5 products, 11 products, 12 products, 14 products, 19 products, 20 products, 21 products, 22 products, 25 products, 100 products, 101 products, 111 products, 112 products
            pl  0 produktów, 1 produkt, 2 produkty, 4 produkty, 5 produktów, 11 produktów, 12 produktów, 14 produktów, 19 produktów, 20 produktów, 21 produktów, 22 produkty, 25 produktów, 100 produktów, 101 produktów, 111 produktów, 112 produktów
            ro  0 produse, 1 produs, 2 produse, 4 produse, 5 produse, 11 produse, 12 produse, 14 produse, 19 produse, 20 de produse, 21 de produse, 22 de produse, 25 de produse, 100 de produse, 101 produse, 111 produse, 112 produse
            ru  0 товаров, 1 товар, 2 товара, 4 товара, 5 товаров, 11 товаров, 12 товаров, 14 товаров, 19 товаров, 20 товаров, 21 товар, 22 товара, 25 товаров, 100 товаров, 101 товар, 111 товаров, 112 товаров
        "#]],
        |tr| counts.map(|n| tr.with("products", &[("count", Arg::Int(n))])).join(", "),
    );
}

#[test]
fn a_number_in_a_sentence_is_grouped_like_any_other() {
    in_each_language(
        expect![[r#"
        en  1,234,567 products
        pl  1_234_567 produktów
        ro  1.234.567 de produse
        ru  1_234_567 товаров
    "#]],
        |tr| tr.with("products", &[("count", Arg::Int(1_234_567))]),
    );
}

#[test]
fn numbers_are_grouped() {
    let numbers = [0, 999, 1234, -1234, 12_345, 1_234_567, i64::MIN];
    in_each_language(
        expect![[r#"
        en  0 | 999 | 1,234 | -1,234 | 12,345 | 1,234,567 | -9,223,372,036,854,775,808
        pl  0 | 999 | 1234 | -1234 | 12_345 | 1_234_567 | -9_223_372_036_854_775_808
        ro  0 | 999 | 1.234 | -1.234 | 12.345 | 1.234.567 | -9.223.372.036.854.775.808
        ru  0 | 999 | 1_234 | -1_234 | 12_345 | 1_234_567 | -9_223_372_036_854_775_808
    "#]],
        |tr| numbers.map(|n| tr.number(n)).join(" | "),
    );
}

#[test]
fn money_has_the_symbol_and_the_place_that_the_language_gives_it() {
    let amounts = [
        (123_450, "PLN"),
        (-1_234_550, "PLN"),
        (123_450, "RON"),
        (123_450, "RUB"),
        (123_450, "EUR"),
        (-123_450, "EUR"),
        (5, "GBP"),
        (100_000, "USD"),
        (1234, "JPY"),
        (1_234_500, "KWD"),
        (123_450, "CZK"),
        (i64::MIN, "PLN"),
    ];
    in_each_language(
        expect![[r#"
        en  PLN_1,234.50 | -PLN_12,345.50 | RON_1,234.50 | RUB_1,234.50 | €1,234.50 | -€1,234.50 | £0.05 | US$1,000.00 | JP¥1,234 | KWD_1,234.500 | CZK_1,234.50 | -PLN_92,233,720,368,547,758.08
        pl  1234,50_zł | -12_345,50_zł | 1234,50_RON | 1234,50_RUB | 1234,50_€ | -1234,50_€ | 0,05_GBP | 1000,00_USD | 1234_JPY | 1234,500_KWD | 1234,50_CZK | -92_233_720_368_547_758,08_zł
        ro  1.234,50_PLN | -12.345,50_PLN | 1.234,50_lei | 1.234,50_RUB | 1.234,50_EUR | -1.234,50_EUR | 0,05_GBP | 1.000,00_USD | 1.234_JPY | 1.234,500_KWD | 1.234,50_CZK | -92.233.720.368.547.758,08_PLN
        ru  1_234,50_PLN | -12_345,50_PLN | 1_234,50_RON | 1_234,50_₽ | 1_234,50_€ | -1_234,50_€ | 0,05_£ | 1_000,00_$ | 1_234_¥ | 1_234,500_KWD | 1_234,50_CZK | -92_233_720_368_547_758,08_PLN
    "#]],
        |tr| {
            amounts
                .map(|(minor, code)| tr.money(Money::new(minor, code.parse().unwrap())))
                .join(" | ")
        },
    );
}

#[test]
fn dates_are_those_of_the_readers_zone() {
    // Half past eleven in the evening in London, already tomorrow in Warsaw.
    let late = at("2026-11-03T23:30:46.335Z");
    in_each_language(
        expect![[r#"
        en  4 Nov 2026 | 4 Nov 2026, 00:30
        pl  4 lis 2026 | 4 lis 2026, 00:30
        ro  4 nov. 2026 | 4 nov. 2026, 00:30
        ru  4 нояб. 2026 г. | 4 нояб. 2026 г., 00:30
    "#]],
        |tr| format!("{} | {}", tr.date(late), tr.date_time(late)),
    );
    let summer = at("2026-07-01T07:04:00Z");
    in_each_language(
        expect![[r#"
        en  1 Jul 2026, 09:04
        pl  1 lip 2026, 09:04
        ro  1 iul. 2026, 09:04
        ru  1 июл. 2026 г., 09:04
    "#]],
        |tr| tr.date_time(summer),
    );
}

#[test]
fn months_are_abbreviated_as_readers_know_them() {
    in_each_language(
        expect![[r#"
        en  5 Jan 2026 | 5 Feb 2026 | 5 Mar 2026 | 5 Apr 2026 | 5 May 2026 | 5 Jun 2026 | 5 Jul 2026 | 5 Aug 2026 | 5 Sept 2026 | 5 Oct 2026 | 5 Nov 2026 | 5 Dec 2026
        pl  5 sty 2026 | 5 lut 2026 | 5 mar 2026 | 5 kwi 2026 | 5 maj 2026 | 5 cze 2026 | 5 lip 2026 | 5 sie 2026 | 5 wrz 2026 | 5 paź 2026 | 5 lis 2026 | 5 gru 2026
        ro  5 ian. 2026 | 5 feb. 2026 | 5 mar. 2026 | 5 apr. 2026 | 5 mai 2026 | 5 iun. 2026 | 5 iul. 2026 | 5 aug. 2026 | 5 sept. 2026 | 5 oct. 2026 | 5 nov. 2026 | 5 dec. 2026
        ru  5 янв. 2026 г. | 5 февр. 2026 г. | 5 мар. 2026 г. | 5 апр. 2026 г. | 5 мая 2026 г. | 5 июн. 2026 г. | 5 июл. 2026 г. | 5 авг. 2026 г. | 5 сент. 2026 г. | 5 окт. 2026 г. | 5 нояб. 2026 г. | 5 дек. 2026 г.
    "#]],
        |tr| {
            let month = |n| tr.date(at(&format!("2026-{n:02}-05T12:00:00Z")));
            (1..=12).map(month).collect::<Vec<_>>().join(" | ")
        },
    );
}

#[test]
fn how_long_ago() {
    let now = at("2026-11-03T15:00:00Z"); // four in the afternoon in Warsaw
    let passed = [
        seconds(-30),
        seconds(59),
        minutes(1),
        minutes(59),
        hours(1),
        hours(16),
        hours(17), // 23:00 yesterday
        days(1) + hours(16),
        days(1) + hours(17), // two midnights ago
        days(6),
        days(7),
    ];
    in_each_language(
        expect![[r#"
        en  just now | just now | 1 min ago | 59 min ago | 1 h ago | 16 h ago | yesterday | yesterday | 2 days ago | 6 days ago | 27 Oct 2026
        pl  przed chwilą | przed chwilą | 1 min temu | 59 min temu | 1 godz. temu | 16 godz. temu | wczoraj | wczoraj | 2 dni temu | 6 dni temu | 27 paź 2026
        ro  chiar acum | chiar acum | acum 1 min | acum 59 min | acum 1 h | acum 16 h | ieri | ieri | acum 2 zile | acum 6 zile | 27 oct. 2026
        ru  только что | только что | 1 мин назад | 59 мин назад | 1 ч назад | 16 ч назад | вчера | вчера | 2 дня назад | 6 дней назад | 27 окт. 2026 г.
    "#]],
        |tr| passed.map(|p| tr.ago(now, now.minus(p))).join(" | "),
    );
}

#[test]
fn yesterday_begins_at_the_readers_midnight_but_not_for_the_last_six_hours() {
    let ago = |now: &str, then: &str| tr(Lang::En).ago(at(now), at(then));
    let one_in_the_morning = "2026-11-04T00:00:00Z";
    assert_eq!(ago(one_in_the_morning, "2026-11-03T22:00:00Z"), "2 h ago");
    assert_eq!(ago(one_in_the_morning, "2026-11-03T18:01:00Z"), "5 h ago");
    assert_eq!(ago(one_in_the_morning, "2026-11-03T18:00:00Z"), "yesterday");
    // The day that summer time ends has 25 hours: a day ago is still a day ago.
    assert_eq!(ago("2026-10-26T11:00:00Z", "2026-10-24T10:00:00Z"), "2 days ago");
    // What a fast clock dates into the future is not “-5 min ago”.
    assert_eq!(ago("2026-11-03T18:00:00Z", "2026-11-03T18:05:00Z"), "3 Nov 2026, 19:05");
}

#[test]
fn the_ends_of_time_can_be_shown() {
    let tr = tr(Lang::En);
    assert_eq!(tr.ago(Time::MAX, Time::MIN), "2 Jan 10000 BC");
    assert_eq!(tr.ago(Time::MIN, Time::MAX), "30 Dec 9999, 23:00");
}

#[test]
fn a_sentence_is_said_in_every_language() {
    let bought = Sentence {
        key: "bought",
        args: vec![
            ("name", Arg::Text("Zoë & Co".to_owned())),
            ("total", Arg::Money(Money::new(123_450, Currency::PLN))),
            ("door", Arg::Key("door-store")),
            ("at", Arg::Time(at("2026-11-03T18:06:00Z"))),
        ],
    };
    in_each_language(
        expect![[r#"
        en  Zoë & Co paid PLN_1,234.50 in the store in Warsaw on 3 Nov 2026, 19:06
        pl  Zoë & Co: 1234,50_zł, sklep w Warszawie, 3 lis 2026, 19:06
        ro  Zoë & Co: 1.234,50_PLN, magazin, 3 nov. 2026, 19:06
        ru  Zoë & Co: 1_234,50_PLN, магазин, 3 нояб. 2026 г., 19:06
    "#]],
        |tr| tr.sentence(&bought),
    );
}

#[test]
fn variants_are_chosen_by_number_and_by_word() {
    const CHOICES: [(Lang, &str); 1] = [(
        Lang::En,
        r#"orders = { $n ->
    [0] no orders
    [one] an order
   *[other] { $n } orders
}
way = { $door ->
    [store] bought in the store
   *[other] bought { "{online}" }
}
both = { way }: { orders }, in { 2026 }
circle = round and { circle }"#,
    )];
    let tr = Tr::new(&Arc::new(Catalogue::new(&CHOICES)), Lang::En, TimeZone::UTC);
    let both = |n, door: &str| {
        tr.with("both", &[("n", Arg::Int(n)), ("door", Arg::Text(door.to_owned()))])
    };
    assert_eq!(both(0, "store"), "bought in the store: no orders, in 2,026");
    assert_eq!(both(1, "web"), "bought {online}: an order, in 2,026");
    assert_eq!(both(-1200, "other"), "bought {online}: -1,200 orders, in 2,026");
    assert!(tr.t("circle").ends_with("round and {circle}"));
}

#[test]
fn a_hole_shows_english_then_the_key_and_is_reported_once() {
    let catalogue = shop();
    let pl = Tr::new(&catalogue, Lang::Pl, TimeZone::UTC);
    for _ in 0..3 {
        let days = [("days", Arg::Int(1400))];
        assert_eq!(pl.with("only-english", &days), "Returns within 1,400 days");
        assert_eq!(pl.t("nowhere"), "nowhere");
        assert_eq!(pl.t("greeting"), "Cześć, {$name}!");
    }
    let once = [
        (Lang::En, "nowhere"),
        (Lang::Pl, "greeting"),
        (Lang::Pl, "nowhere"),
        (Lang::Pl, "only-english"),
    ];
    assert_eq!(catalogue.faults_reported(), once.map(|(lang, key)| (lang, key.to_owned())));
}

#[test]
fn the_check_names_every_fault() {
    let faulty = [
        (Lang::En, "plain = A\nsize = { NUMBER($n) } { missing } { -brand }"),
        (Lang::En, "plain = B\ngone = C\nbroken = { $\nlabel =\n    .title = D"),
        (Lang::En, "days = { $n ->\n    [one] day\n    [few] days\n   *[other] days\n }"),
        (Lang::Pl, "plain = { $x }\nsize = { $n }\nlabel = E\nextra = F"),
        (Lang::Pl, "days = { $n ->\n    [0] nic\n    [one] dzień\n   *[other] dni\n }"),
        (Lang::Ro, "plain = A\nsize = { $n }\nlabel = E\nextra = F\ngone = C"),
        (Lang::Ro, "days = { $n ->\n    [one] zi\n    [few] zile\n   *[other] de zile\n }"),
        (Lang::Ru, "plain = A\nsize = { $n }\nlabel = E\nextra = F\ngone = C"),
        (Lang::Ru, "days = { $k ->\n    [web] день\n   *[other] дни\n }"),
    ];
    expect![[r#"
        en line 3: Expected one of "a-zA-Z"
        en plain: is there twice
        en label: attributes are not used, make them messages
        en days: [few] is no plural form of en
        en size: there are no functions: pass the argument as what it is
        en size: there is no message missing
        en size: there is no term -brand
        pl days: the plural lacks [few]
        pl days: the plural lacks [many]
        ru days: fills {"k"} where en fills {"n"}
        en extra: is missing
        pl gone: is missing
        en label: is missing
        pl plain: fills {"x"} where en fills {}
        pl size: fills {"n"} where en fills {}
        ro size: fills {"n"} where en fills {}
        ru size: fills {"n"} where en fills {}"#]]
    .assert_eq(&Catalogue::new(&faulty).check().unwrap_err());
}
