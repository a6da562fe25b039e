//! What the form of a promotion sends, as a promotion; and the form that would send one that is there.

use commerce::catalogue::categories::Tree;
use commerce::promotions::rule::{Beside, Gives, Needs, OnlyAt, Part};
use commerce::promotions::{Budget, Promotion, PromotionId, Rule};
use customers::channels::ChannelId;
use kit::money::Currency;
use kit::{Result, Tx};

use super::goods::{self, Shelf};
use super::kinds::Kind;
use crate::desk::typed::{Read, Typed, Wrong, amount_text, moment_text, percent_text};
use crate::desk::who::Desk;

/// The whole price.
const WHOLE: i64 = 10_000;

/// Reads the form. One that is new holds at once.
pub fn promotion(
    tx: &Tx,
    desk: &Desk,
    kind: Kind,
    typed: &Typed,
    id: PromotionId,
    is_active: bool,
) -> Read<Promotion> {
    let mut texts: Vec<&str> = typed.all("part").collect();
    texts.extend([typed.get("goods"), typed.get("except")]);
    let shelf = Shelf::read(tx, &texts)?;
    let currency = typed.currency(desk)?;
    let name = typed.get("name");
    if name.is_empty() {
        return Err(Wrong::new("name", "no_promotion_name", "Give it a name."));
    }
    let (starts_at, ends_at) = (typed.moment(desk, "starts_at")?, typed.moment(desk, "ends_at")?);
    if starts_at.zip(ends_at).is_some_and(|(start, end)| start >= end) {
        return Err(Wrong::new("ends_at", "ends_before", "It must end after it begins."));
    }
    let needs = needs(kind, typed, currency)?;
    if needs.only_at.is_some() && ends_at.is_none() {
        let detail = "What holds at some doors alone has an end.";
        return Err(Wrong::new("ends_at", "doors_need_end", detail));
    }
    let rule = Rule {
        gives: gives(kind, typed, currency, &shelf)?,
        goods: match kind {
            Kind::Bundle => Default::default(),
            _ => shelf.goods("goods", typed.get("goods"), typed.get("except"))?,
        },
        needs,
        beside: match typed.get("beside") {
            "best_of" if typed.get("group").is_empty() => {
                return Err(Wrong::new("group", "no_promotion_group", "Name the group."));
            }
            "best_of" => Beside::BestOf(typed.get("group").to_string()),
            "none" => Beside::None,
            _ => Beside::Others,
        },
    };
    Ok(Promotion {
        id,
        name: name.to_string(),
        is_active,
        starts_at,
        ends_at,
        priority: typed.count("priority")?.unwrap_or(0),
        budget: Budget {
            uses_max: typed.count("uses_max")?,
            amount_max: typed.amount("amount_max", currency)?,
        },
        rule,
    })
}

/// A number that must be there and above zero.
fn given(field: &'static str, value: Option<i64>) -> Read<i64> {
    let missing = || Wrong::new(field, "number_missing", "Write a number above zero.");
    value.filter(|value| *value > 0).ok_or_else(missing)
}

fn gives(kind: Kind, typed: &Typed, currency: Currency, shelf: &Shelf) -> Read<Gives> {
    let amount = || given("amount", typed.amount("amount", currency)?);
    let count = |name| given(name, typed.count(name)?);
    let share = || {
        let points = given("percent", typed.percent("percent")?)?;
        let too_much = || Wrong::new("percent", "too_many_percent", "At most 100 percent.");
        if points > WHOLE { Err(too_much()) } else { Ok(points) }
    };
    Ok(match kind {
        Kind::Percentage => Gives::Percentage { basis_points: share()? },
        Kind::Amount | Kind::Threshold => Gives::Amount { amount: amount()? },
        Kind::AmountEach => Gives::AmountEach { amount: amount()? },
        Kind::FixedPrice => Gives::FixedPrice { amount: amount()? },
        Kind::BuyGet => Gives::BuyGet {
            buy: count("buy")?,
            get: count("get")?,
            basis_points: share()?,
            sets_max: typed.count("sets_max")?,
        },
        Kind::Bundle => Gives::Bundle { parts: parts(typed, shelf)?, amount: amount()? },
        Kind::FreeShipping => Gives::FreeShipping { up_to: typed.amount("amount", currency)? },
    })
}

fn parts(typed: &Typed, shelf: &Shelf) -> Read<Vec<Part>> {
    let mut parts = Vec::new();
    for (text, count) in typed.all("part").zip(typed.all("part_count")) {
        if !text.is_empty() {
            let quantity = if count.is_empty() { Some(1) } else { count.parse().ok() };
            let quantity = given("part", quantity)?;
            parts.push(Part { goods: shelf.goods("part", text, "")?, quantity });
        }
    }
    if parts.is_empty() {
        return Err(Wrong::new("part", "no_bundle_parts", "Say what belongs to the set."));
    }
    Ok(parts)
}

fn needs(kind: Kind, typed: &Typed, currency: Currency) -> Read<Needs> {
    let amount_min = typed.amount("amount_min", currency)?;
    if kind == Kind::Threshold {
        given("amount_min", amount_min)?;
    }
    let channels = typed.all("door").map(|id| id.parse().map_err(Wrong::from));
    let channels: Vec<ChannelId> = channels.collect::<Read<_>>()?;
    let reason = typed.get("reason");
    if !channels.is_empty() && reason.is_empty() {
        let detail = "Say why it holds at these doors alone.";
        return Err(Wrong::new("reason", "doors_need_reason", detail));
    }
    let only_at = (!channels.is_empty())
        .then(|| OnlyAt { channels: channels.into(), reason: reason.to_string() });
    let speaks_of_money =
        typed.is_on("amount") || amount_min.is_some() || typed.is_on("amount_max");
    Ok(Needs {
        currency: (speaks_of_money || typed.is_on("currency")).then_some(currency),
        quantity_min: typed.count("quantity_min")?,
        amount_min,
        groups: typed.words("groups"),
        segments: typed.words("segments"),
        tiers: typed.words("tiers"),
        first_order: typed.is_on("first_order"),
        coupon: typed.is_on("coupon"),
        only_at,
    })
}

/// The form that would send this promotion.
pub fn of(tx: &Tx, desk: &Desk, tree: &Tree, one: &Promotion) -> Result<Typed> {
    let mut typed = Typed::default();
    let Rule { gives, goods, needs, beside } = &one.rule;
    let currency = needs.currency.unwrap_or(desk.app.ctx.defaults.currency);
    typed.add("name", &one.name);
    typed.add("currency", needs.currency.map_or(String::new(), |one| one.to_string()));
    let money = |minor: i64| amount_text(minor, currency);
    match gives {
        Gives::Percentage { basis_points } => typed.add("percent", percent_text(*basis_points)),
        Gives::Amount { amount } | Gives::AmountEach { amount } | Gives::FixedPrice { amount } => {
            typed.add("amount", money(*amount));
        }
        Gives::BuyGet { buy, get, basis_points, sets_max } => {
            typed.add("buy", buy);
            typed.add("get", get);
            typed.add("percent", percent_text(*basis_points));
            typed.add("sets_max", sets_max.map_or(String::new(), |max| max.to_string()));
        }
        Gives::Bundle { parts, amount } => {
            typed.add("amount", money(*amount));
            for part in parts {
                typed.add("part", goods::one_text(tx, tree, &part.goods)?);
                typed.add("part_count", part.quantity);
            }
        }
        Gives::FreeShipping { up_to } => typed.add("amount", up_to.map_or(String::new(), money)),
    }
    let (goods, except) = goods::text(tx, tree, goods)?;
    typed.add("goods", goods);
    typed.add("except", except);
    add_needs(&mut typed, needs, money);
    for (name, at) in [("starts_at", one.starts_at), ("ends_at", one.ends_at)] {
        typed.add(name, at.map_or(String::new(), |at| moment_text(desk, at)));
    }
    typed.add("priority", one.priority);
    let Budget { uses_max, amount_max } = one.budget;
    typed.add("uses_max", uses_max.map_or(String::new(), |max| max.to_string()));
    typed.add("amount_max", amount_max.map_or(String::new(), money));
    match beside {
        Beside::Others => typed.add("beside", "others"),
        Beside::None => typed.add("beside", "none"),
        Beside::BestOf(group) => {
            typed.add("beside", "best_of");
            typed.add("group", group);
        }
    }
    Ok(typed)
}

fn add_needs(typed: &mut Typed, needs: &Needs, money: impl Fn(i64) -> String) {
    typed.add("amount_min", needs.amount_min.map_or(String::new(), money));
    typed.add("quantity_min", needs.quantity_min.map_or(String::new(), |least| least.to_string()));
    typed.add("groups", needs.groups.join(", "));
    typed.add("segments", needs.segments.join(", "));
    typed.add("tiers", needs.tiers.join(", "));
    for (name, is_on) in [("first_order", needs.first_order), ("coupon", needs.coupon)] {
        typed.add(name, if is_on { "on" } else { "" });
    }
    if let Some(only) = &needs.only_at {
        only.channels.iter().for_each(|channel| typed.add("door", channel));
        typed.add("reason", &only.reason);
    }
}
