//! What the programme's form sends, in the shop's currency. What stands in other currencies stays as it is.

use std::collections::BTreeMap;

use commerce::loyalty::{Program, Rate, Tier};
use kit::money::Currency;

use crate::desk::typed::{Read, Typed, Wrong, amount_text};

/// Rows for tiers that are not there yet.
const EMPTY_TIERS: usize = 2;

/// The form as it is shown of a programme.
pub fn typed(program: &Program, currency: Currency) -> Typed {
    let mut typed = Typed::default();
    for (rates, [points, per]) in
        [(&program.earns, ["earn_points", "earn_per"]), (&program.pays, ["pay_points", "pay_per"])]
    {
        if let Some(rate) = rates.get(&currency) {
            typed.add(points, rate.points);
            typed.add(per, amount_text(rate.per, currency));
        }
    }
    if let Some(days) = program.expire_days {
        typed.add("expire_days", days);
    }
    for tier in &program.tiers {
        typed.add("tier_name", &tier.name);
        typed.add("tier_from", tier.from);
        typed.add("tier_percent", tier.percent);
    }
    typed
}

/// The rows of tiers as they were typed, and some empty ones.
pub fn tiers(typed: &Typed) -> Vec<[String; 3]> {
    let columns = ["tier_name", "tier_from", "tier_percent"];
    let columns = columns.map(|name| typed.all(name).collect::<Vec<_>>());
    let cell = |column: &Vec<&str>, row: usize| column.get(row).copied().unwrap_or("").to_string();
    let row = |row: usize| [0, 1, 2].map(|column| cell(&columns[column], row));
    let filled =
        (0..columns[0].len()).map(row).filter(|row| row.iter().any(|cell| !cell.is_empty()));
    filled.chain((0..EMPTY_TIERS).map(|_| Default::default())).collect()
}

/// The programme that is meant.
pub fn program(typed: &Typed, known: &Program, currency: Currency) -> Read<Program> {
    let mut program = known.clone();
    set(&mut program.earns, currency, rate(typed, "earn_points", "earn_per", currency)?);
    set(&mut program.pays, currency, rate(typed, "pay_points", "pay_per", currency)?);
    program.expire_days = typed.count("expire_days")?;
    program.tiers =
        tiers(typed).iter().filter(|row| !row[0].is_empty()).map(tier).collect::<Read<_>>()?;
    program.check()?;
    Ok(program)
}

fn set(rates: &mut BTreeMap<Currency, Rate>, currency: Currency, rate: Option<Rate>) {
    match rate {
        Some(rate) => rates.insert(currency, rate),
        None => rates.remove(&currency),
    };
}

/// Both or none.
fn rate(
    typed: &Typed,
    points: &'static str,
    per: &'static str,
    currency: Currency,
) -> Read<Option<Rate>> {
    let missing = |field| Wrong::new(field, "missing_field", "This is needed.");
    match (typed.count(points)?, typed.amount(per, currency)?) {
        (None, None) => Ok(None),
        (Some(points), Some(per)) => Ok(Some(Rate { points, per })),
        (None, Some(_)) => Err(missing(points)),
        (Some(_), None) => Err(missing(per)),
    }
}

fn tier([name, from, percent]: &[String; 3]) -> Read<Tier> {
    let whole = |text: &str| {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let bad = |_| Wrong::new("tiers", "bad_whole_number", "Write a whole number.").part(name);
        plain.parse::<i64>().map_err(bad)
    };
    Ok(Tier {
        name: name.clone(),
        from: whole(from)?,
        percent: whole(percent.trim_end_matches('%'))?,
    })
}
