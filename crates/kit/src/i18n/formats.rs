//! Numbers, plurals, money and dates by CLDR: digits, rules and calendars from ICU4X's data, currency
//! symbols and their place from the table below (ICU4X has no stable currency formatter yet).

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::str::FromStr;

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil;

use super::Lang;
use crate::money::{Currency, Money};

const NO_BREAK_SPACE: char = '\u{a0}';

struct Formats {
    number: DecimalFormatter,
    plural: PluralRules,
    date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    date_time: FixedCalendarDateTimeFormatter<Gregorian, YMDT>,
}

impl Formats {
    fn load(lang: Lang) -> Formats {
        const COMPILED_IN: &str = "CLDR data is compiled in for every language";
        let locale = locale_of(lang);
        let dates = || DateTimeFormatterPreferences::from(&locale);
        Formats {
            number: DecimalFormatter::try_new((&locale).into(), Default::default())
                .expect(COMPILED_IN),
            plural: PluralRules::try_new((&locale).into(), Default::default()).expect(COMPILED_IN),
            date: FixedCalendarDateTimeFormatter::try_new(dates(), YMD::medium())
                .expect(COMPILED_IN),
            date_time: FixedCalendarDateTimeFormatter::try_new(
                dates(),
                YMD::medium().with_time_hm(),
            )
            .expect(COMPILED_IN),
        }
    }
}

fn locale_of(lang: Lang) -> Locale {
    match lang {
        // English is read in Europe here: the day before the month, 24 hours, US$ apart from other dollars.
        Lang::En => locale!("en-GB"),
        Lang::Pl => locale!("pl"),
        Lang::Ro => locale!("ro"),
        Lang::Ru => locale!("ru"),
    }
}

/// ICU4X's formatters are not `Sync` (they may share loaded data by `Rc`): each thread keeps its own.
fn with_formats<T>(lang: Lang, use_them: impl FnOnce(&Formats) -> T) -> T {
    thread_local! {
        static FORMATS: [OnceCell<Formats>; Lang::ALL.len()] = const { [const { OnceCell::new() }; _] };
    }
    FORMATS.with(|all| use_them(all[lang as usize].get_or_init(|| Formats::load(lang))))
}

pub(super) fn number(lang: Lang, n: i64) -> String {
    decimal(lang, &Decimal::from(n))
}

/// A number written in ASCII (`-1234.5`) as the language writes it; text that is no number stays as it is.
pub(super) fn number_text(lang: Lang, text: &str) -> String {
    Decimal::from_str(text).map_or_else(|_| text.to_owned(), |n| decimal(lang, &n))
}

fn decimal(lang: Lang, n: &Decimal) -> String {
    with_formats(lang, |formats| formats.number.format(n).to_string())
}

/// Which form the noun takes after `n`, in the words of CLDR and so of our catalogues.
pub(super) fn plural_form(lang: Lang, n: i64) -> &'static str {
    let category = with_formats(lang, |formats| formats.plural.category_for(n.unsigned_abs()));
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The forms that whole numbers take, and so those that every plural in a catalogue must have: in Polish
/// and Russian “other” is for fractions only.
pub(super) fn integer_plural_forms(lang: Lang) -> BTreeSet<&'static str> {
    // In every language of ours the forms repeat after a hundred, or differ again only at millions.
    (0..=200).chain([1_000_000]).map(|n| plural_form(lang, n)).collect()
}

pub(super) fn money(lang: Lang, money: Money) -> String {
    let mut amount = Decimal::from(money.minor.unsigned_abs());
    amount.multiply_pow10(-i16::from(money.currency.digits()));
    let amount = decimal(lang, &amount);
    let sign = if money.minor < 0 { "-" } else { "" };
    let symbol = symbol(lang, &money.currency);
    match lang {
        Lang::En if symbol.ends_with(char::is_alphabetic) => {
            format!("{sign}{symbol}{NO_BREAK_SPACE}{amount}")
        }
        Lang::En => format!("{sign}{symbol}{amount}"),
        Lang::Pl | Lang::Ro | Lang::Ru => format!("{sign}{amount}{NO_BREAK_SPACE}{symbol}"),
    }
}

fn symbol(lang: Lang, currency: &Currency) -> &str {
    let code = currency.code();
    let own = SYMBOLS.iter().find(|(known, _)| *known == code);
    own.map(|(_, symbols)| symbols[lang as usize]).filter(|own| !own.is_empty()).unwrap_or(code)
}

/// CLDR 48's standard symbols in English (United Kingdom), Polish, Romanian and Russian; empty where CLDR
/// writes the code. One departure: Romanian shops write `lei`, where CLDR has `RON`.
#[rustfmt::skip]
const SYMBOLS: [(&str, [&str; 4]); 19] = [
    ("EUR", ["€",   "€",  "",    "€"]),
    ("PLN", ["",    "zł", "",    ""]),
    ("RON", ["",    "",   "lei", ""]),
    ("RUB", ["",    "",   "",    "₽"]),
    ("GBP", ["£",   "",   "",    "£"]),
    ("USD", ["US$", "",   "",    "$"]),
    ("UAH", ["",    "",   "",    "₴"]),
    ("AUD", ["A$",  "",   "",    "A$"]),
    ("BRL", ["R$",  "R$", "",    "R$"]),
    ("CAD", ["CA$", "",   "",    "CA$"]),
    ("CNY", ["CN¥", "",   "",    "CN¥"]),
    ("HKD", ["HK$", "",   "",    "HK$"]),
    ("ILS", ["₪",   "",   "",    "₪"]),
    ("INR", ["₹",   "",   "",    "₹"]),
    ("JPY", ["JP¥", "",   "",    "¥"]),
    ("KRW", ["₩",   "",   "",    "₩"]),
    ("MXN", ["MX$", "",   "",    "MX$"]),
    ("NZD", ["NZ$", "",   "",    "NZ$"]),
    ("VND", ["₫",   "",   "",    "₫"]),
];

pub(super) fn date(lang: Lang, day: civil::Date) -> String {
    with_formats(lang, |formats| formats.date.format(&gregorian(day)).to_string())
}

pub(super) fn date_time(lang: Lang, at: civil::DateTime) -> String {
    let time = input::Time::try_new(unsigned(at.hour()), unsigned(at.minute()), 0, 0)
        .expect("a clock shows hours below 24 and minutes below 60");
    let at = input::DateTime { date: gregorian(at.date()), time };
    with_formats(lang, |formats| formats.date_time.format(&at).to_string())
}

fn gregorian(day: civil::Date) -> input::Date<Gregorian> {
    input::Date::try_new_gregorian(day.year().into(), unsigned(day.month()), unsigned(day.day()))
        .expect("both calendars are Gregorian and end at the year 9999")
}

/// jiff counts months, days, hours and minutes in signed bytes, ICU4X in unsigned ones.
fn unsigned(part: i8) -> u8 {
    part.unsigned_abs()
}
