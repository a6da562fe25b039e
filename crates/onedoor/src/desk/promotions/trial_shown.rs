//! What came of a basket on trial: every door beside the others, the trace of each promotion, and the declared exception
//! behind each difference.

use commerce::promotions::{Outcome, Promotion, Quote, QuotedLine, TotalType, Trace};
use customers::channels::Channel;
use kit::i18n::Arg;
use kit::money::Money;
use maud::{Markup, html};

use super::trial::Tried;
use crate::desk::ui::{Fault, Icon, Tone, badge, card, empty, note};
use crate::desk::who::Desk;

pub fn nothing(desk: &Desk, fault: Option<&Fault>) -> Markup {
    if fault.is_some() {
        return html! {};
    }
    let tr = &desk.tr;
    empty(Icon::Cart, &tr.t("desk-trial-nothing"), &tr.t("desk-trial-nothing-text"), html! {})
}

pub fn all(desk: &Desk, tried: &Tried) -> Markup {
    let tr = &desk.tr;
    html! {
        p.lead { (tr.with("desk-trial-at", &[("at", Arg::Text(tr.date_time(tried.at)))])) }
        (verdict(desk, tried))
        (card(&tr.t("desk-trial-doors"), doors(desk, tried)))
        (card(&tr.t("desk-trial-why"), traces(desk, tried)))
        (coupons(desk, &tried.plain))
    }
}

/// The amounts that people pay; not by which promotion.
fn is_same(one: &Quote, other: &Quote) -> bool {
    let totals = |quote: &Quote| quote.lines.iter().map(|line| line.total).collect::<Vec<_>>();
    one.totals == other.totals && totals(one) == totals(other)
}

fn verdict(desk: &Desk, tried: &Tried) -> Markup {
    let tr = &desk.tr;
    let total = money(desk, &tried.plain, tried.plain.total(TotalType::Total));
    let differing: Vec<&(Channel, Quote)> =
        tried.doors.iter().filter(|(_, quote)| !is_same(quote, &tried.plain)).collect();
    if differing.is_empty() {
        let count = ("count", Arg::Int(tried.doors.len() as i64));
        let words = tr.with("desk-trial-same", &[count, ("total", Arg::Text(total))]);
        return note(Tone::Good, html! { strong { (words) } });
    }
    let said = |door: &Channel, quote: &Quote| {
        let reasons = reasons(desk, tried, door, quote);
        let total = money(desk, quote, quote.total(TotalType::Total));
        html! {
            li {
                strong { (door.name) ": " (total) }
                @if reasons.is_empty() {
                    " " (badge(Tone::Bad, Some(Icon::Warning), &tr.t("desk-trial-unexplained")))
                }
                @for reason in reasons { br; (reason) }
            }
        }
    };
    let is_explained =
        differing.iter().all(|(door, quote)| !reasons(desk, tried, door, quote).is_empty());
    let args = [("count", Arg::Int(differing.len() as i64)), ("total", Arg::Text(total))];
    note(
        if is_explained { Tone::Warn } else { Tone::Bad },
        html! {
            strong { (tr.with("desk-trial-differs", &args)) }
            ul { @for (door, quote) in differing { (said(door, quote)) } }
        },
    )
}

/// The declared exceptions by which a door differs: of prices, and promotions for some doors.
fn reasons(desk: &Desk, tried: &Tried, door: &Channel, quote: &Quote) -> Vec<String> {
    let tr = &desk.tr;
    let mut ids: Vec<_> = quote.lines.iter().filter_map(|line| line.exception).collect();
    ids.sort_unstable();
    ids.dedup();
    let of_prices = ids.iter().filter_map(|id| tried.exceptions.get(id)).map(|one| {
        let args = [
            ("reason", Arg::Text(one.reason.clone())),
            ("end", Arg::Text(tr.date(one.ends_at))),
            ("by", Arg::Text(one.declared_by.clone())),
        ];
        tr.with("desk-trial-exception", &args)
    });
    let for_doors = tried.promotions.iter().filter_map(|one| {
        let only = one.rule.needs.only_at.as_ref()?;
        if !only.channels.contains(&door.id) || !is_applied(quote, one) {
            return None;
        }
        let end = one.ends_at.map_or(String::new(), |end| tr.date(end));
        let args = [
            ("name", Arg::Text(one.name.clone())),
            ("reason", Arg::Text(only.reason.clone())),
            ("end", Arg::Text(end)),
        ];
        Some(tr.with("desk-trial-only-here", &args))
    });
    of_prices.chain(for_doors).collect()
}

fn is_applied(quote: &Quote, one: &Promotion) -> bool {
    quote
        .promotions
        .iter()
        .any(|trace| trace.promotion == one.id && matches!(trace.outcome, Outcome::Applied { .. }))
}

fn money(desk: &Desk, quote: &Quote, minor: i64) -> String {
    desk.tr.money(Money::new(minor, quote.currency))
}

/// A column for each door; where there is none, the price as it would be at each.
fn doors(desk: &Desk, tried: &Tried) -> Markup {
    let tr = &desk.tr;
    let everywhere = tr.t("desk-trial-everywhere");
    let columns: Vec<(&str, &Quote)> = match tried.doors.as_slice() {
        [] => vec![(everywhere.as_str(), &tried.plain)],
        doors => doors.iter().map(|(door, quote)| (door.name.as_str(), quote)).collect(),
    };
    let kinds = tried.plain.totals.iter().map(|total| total.kind);
    let differs = |text: &dyn Fn(&Quote) -> i64, quote: &Quote| text(quote) != text(&tried.plain);
    html! {
        div.trial-doors tabindex="0" role="region" aria-label=(tr.t("desk-trial-doors")) {
            table {
                thead { tr {
                    th scope="col" { span.hidden { (tr.t("desk-trial-what")) } }
                    @for (name, quote) in &columns {
                        th scope="col" {
                            (name)
                            @if !is_same(quote, &tried.plain) {
                                " " (badge(Tone::Warn, None, &tr.t("desk-trial-differs-badge")))
                            }
                        }
                    }
                } }
                tbody {
                    @for (n, line) in tried.plain.lines.iter().enumerate() {
                        tr {
                            th scope="row" { (line.quantity) " × " (line.title) }
                            @for (_, quote) in &columns {
                                @let total = |quote: &Quote| quote.lines[n].total;
                                td class=[differs(&total, quote).then_some("differs")] {
                                    (line_of(desk, quote, &quote.lines[n]))
                                }
                            }
                        }
                    }
                    @for kind in kinds {
                        @let amount = |quote: &Quote| quote.total(kind);
                        tr.total[kind == TotalType::Total] {
                            th scope="row" { (tr.t(kind.key())) }
                            @for (_, quote) in &columns {
                                td class=[differs(&amount, quote).then_some("differs")] {
                                    (money(desk, quote, amount(quote)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a piece costs, and the line where something was taken off.
fn line_of(desk: &Desk, quote: &Quote, line: &QuotedLine) -> Markup {
    html! {
        (money(desk, quote, line.total))
        @if line.total < line.base_amount { " " s { (money(desk, quote, line.base_amount)) } }
        br;
        small title=(desk.tr.t(line.price.why.key())) {
            (desk.tr.with("desk-trial-each", &[("amount", Arg::Text(money(desk, quote, line.unit_amount)))]))
        }
    }
}

/// Each promotion once, where it went alike at every door; else door by door.
fn traces(desk: &Desk, tried: &Tried) -> Markup {
    let tr = &desk.tr;
    if tried.plain.promotions.is_empty() {
        return html! { p.quiet { (tr.t("desk-trial-no-promotions")) } };
    }
    let of = |quote: &Quote, trace: &Trace| {
        let found = quote.promotions.iter().find(|one| one.promotion == trace.promotion);
        found.map_or_else(|| trace.outcome.clone(), |one| one.outcome.clone())
    };
    let mut sorted: Vec<&Trace> = tried.plain.promotions.iter().collect();
    let applied = |trace: &Trace| {
        let mut all = tried.doors.iter().map(|(_, quote)| of(quote, trace));
        is_given(&trace.outcome) || all.any(|outcome| is_given(&outcome))
    };
    sorted.sort_by_key(|trace| !applied(trace));
    html! {
        ul.rows.traces {
            @for trace in sorted {
                @let differing = tried.doors.iter().filter(|(_, quote)| of(quote, trace) != trace.outcome);
                li {
                    (mark(desk, applied(trace)))
                    div.grow {
                        strong { (trace.name) }
                        span { (sentence(desk, &tried.plain, &trace.outcome)) }
                        @for (door, quote) in differing {
                            span { (door.name) ": " (sentence(desk, quote, &of(quote, trace))) }
                        }
                    }
                }
            }
        }
    }
}

fn is_given(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Applied { .. })
}

fn mark(desk: &Desk, is_applied: bool) -> Markup {
    let (tone, picture, key) = match is_applied {
        true => (Tone::Good, Icon::Check, "desk-trial-applied"),
        false => (Tone::Plain, Icon::Close, "desk-trial-not-applied"),
    };
    badge(tone, Some(picture), &desk.tr.t(key))
}

fn sentence(desk: &Desk, quote: &Quote, outcome: &Outcome) -> String {
    let name = |id| {
        let found = quote.promotions.iter().find(|trace| trace.promotion == id);
        found.map_or(String::new(), |trace| trace.name.clone())
    };
    desk.tr.sentence(&outcome.sentence(quote.currency, name))
}

/// Codes that open nothing, and why.
fn coupons(desk: &Desk, quote: &Quote) -> Markup {
    let refused: Vec<_> =
        quote.coupons.iter().filter_map(|one| Some((&one.code, one.problem?))).collect();
    if refused.is_empty() {
        return html! {};
    }
    let words = |problem: &str| desk.tr.t(&format!("desk-error-{}", problem.replace('_', "-")));
    note(
        Tone::Warn,
        html! {
            ul { @for (code, problem) in refused { li { code { (code) } " – " (words(problem)) } } }
        },
    )
}
