//! What the form of a method says, and a method as the form holds it.

use std::collections::BTreeMap;

use commerce::shipping::{Kind, Method, Tier};
use kit::i18n::Lang;
use kit::money::{Currency, Money};

use crate::desk::typed::{Read, Typed, Wrong, amount_text, moment_text};
use crate::desk::who::Desk;

/// The name of the field for the title in a language.
pub const fn title_field(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "title_en",
        Lang::Pl => "title_pl",
        Lang::Ro => "title_ro",
        Lang::Ru => "title_ru",
    }
}

pub fn wanted(desk: &Desk, typed: &Typed) -> Read<Method> {
    let currency = typed.currency(desk)?;
    let (starts_at, ends_at) = (typed.moment(desk, "starts_at")?, typed.moment(desk, "ends_at")?);
    if starts_at.zip(ends_at).is_some_and(|(start, end)| start >= end) {
        return Err(Wrong::new("ends_at", "ends_before", "It must end after it begins."));
    }
    if typed.get("title").is_empty() {
        return Err(Wrong::new("title", "no_method_name", "Give the method a name."));
    }
    let no_kind = |_| Wrong::new("kind", "no_method_kind", "Say how the goods get there.");
    let kind: Kind = typed.get("kind").parse().map_err(no_kind)?;
    let title = |lang: Lang| (lang, typed.get(title_field(lang)).to_string());
    let titles: BTreeMap<Lang, String> =
        Lang::ALL.into_iter().map(title).filter(|(_, title)| !title.is_empty()).collect();
    let countries = typed.words("countries").into_iter().map(|code| code.to_uppercase()).collect();
    let bad_class = |error| Wrong::of("tax_class", error);
    Ok(Method {
        code: typed.get("code").to_string(),
        title: typed.get("title").to_string(),
        titles,
        kind,
        countries,
        currency,
        tiers: tiers(typed, currency)?,
        free_from: typed.amount("free_from", currency)?,
        tax_class: typed.get("tax_class").parse().map_err(bad_class)?,
        position: typed.count("position")?.unwrap_or(0),
        is_active: typed.is_on("is_active"),
        starts_at,
        ends_at,
    })
}

/// The rows of the table of costs. One without a cost is none.
fn tiers(typed: &Typed, currency: Currency) -> Read<Vec<Tier>> {
    let rows = typed.all("from").zip(typed.all("weight")).zip(typed.all("cost"));
    let filled = rows.filter(|(_, cost)| !cost.is_empty());
    let tiers: Vec<Tier> = filled
        .map(|((from, weight), cost)| {
            let amount = |text: &str| {
                let plain = text.replace(',', ".").replace(char::is_whitespace, "");
                let bad = |_| Wrong::new("cost", "bad_price", "Write an amount like 12.50.");
                let money = Money::from_decimal(&plain, currency).map_err(bad);
                money.map(|money| money.minor).map_err(|wrong| wrong.part(text))
            };
            Ok(Tier {
                amount_min: if from.is_empty() { 0 } else { amount(from)? },
                weight_max_g: if weight.is_empty() { None } else { Some(grams(weight)?) },
                cost: amount(cost)?,
            })
        })
        .collect::<Read<_>>()?;
    if tiers.is_empty() {
        return Err(Wrong::new("cost", "no_method_cost", "Say what it costs; 0 is free."));
    }
    Ok(tiers)
}

/// `5`, `0,5` and `2.25` kilograms.
fn grams(text: &str) -> Read<i64> {
    let bad =
        || Wrong::new("cost", "bad_kilos", "Write a weight in kilograms like 2.5.").part(text);
    let plain = text.trim_end_matches("kg").trim().replace(',', ".");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 6
        || part.len() > 3
        || !is_number(whole)
        || !is_number(part)
    {
        return Err(bad());
    }
    let kilos: i64 = whole.parse().map_err(|_| bad())?;
    let grams: i64 = format!("{part:0<3}").parse().map_err(|_| bad())?;
    Ok(kilos * 1_000 + grams)
}

/// `2.5`, as a weight is typed.
pub fn kilos(grams: i64) -> String {
    let text = format!("{}.{:03}", grams / 1_000, grams % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// The fields that hold a method.
pub fn fields_of(desk: &Desk, one: &Method) -> Typed {
    let mut typed = Typed::default();
    typed.add("known", "yes");
    typed.add("code", &one.code);
    typed.add("title", &one.title);
    for (lang, title) in &one.titles {
        typed.add(title_field(*lang), title);
    }
    typed.add("kind", one.kind.as_str());
    typed.add("countries", one.countries.join(", "));
    typed.add("currency", one.currency);
    for tier in &one.tiers {
        let from = if tier.amount_min == 0 {
            String::new()
        } else {
            amount_text(tier.amount_min, one.currency)
        };
        typed.add("from", from);
        typed.add("weight", tier.weight_max_g.map_or(String::new(), kilos));
        typed.add("cost", amount_text(tier.cost, one.currency));
    }
    let free = one.free_from.map_or(String::new(), |from| amount_text(from, one.currency));
    typed.add("free_from", free);
    typed.add("tax_class", one.tax_class.as_str());
    typed.add("position", one.position);
    typed.add("is_active", if one.is_active { "on" } else { "" });
    for (name, at) in [("starts_at", one.starts_at), ("ends_at", one.ends_at)] {
        typed.add(name, at.map_or(String::new(), |at| moment_text(desk, at)));
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_as_people_write_them() {
        let check = |text: &str, expected: Option<i64>| {
            assert_eq!(grams(text).ok(), expected, "{text}");
        };
        check("5", Some(5_000));
        check("0,5 kg", Some(500));
        check("2.25", Some(2_250));
        check("1.2345", None);
        check("heavy", None);
        check("-1", None);
        assert_eq!((kilos(5_000), kilos(250)), ("5".into(), "0.25".into()));
    }
}
