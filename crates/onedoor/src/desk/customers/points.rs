//! The customer's points: how many, which tier, and the card as a scanner reads it.

use commerce::carts::Scope;
use commerce::loyalty::{self, Account, card};
use customers::identities::CustomerId;
use kit::i18n::Arg;
use kit::{Result, Time, Tx};
use maud::{Markup, html};

use super::page::part;
use crate::desk::ui::{Icon, Tone, badge, time};
use crate::desk::who::Desk;

/// Of what came and went, the newest.
const SHOWN: usize = 5;
const BARS_HEIGHT: usize = 40;
/// Around the bars, as the standard asks.
const QUIET: usize = 11;

pub fn read(tx: &Tx, customer: CustomerId, now: Time) -> Result<Account> {
    loyalty::account(tx, &Scope::whole(customer).leaves(tx)?, now)
}

/// Nothing, where there is neither a card nor a point.
pub fn section(desk: &Desk, account: &Account) -> Markup {
    let tr = &desk.tr;
    if account.cards.is_empty() && account.postings.is_empty() {
        return html! {};
    }
    let count = |n: i64| tr.with("desk-points-count", &[("n", Arg::Int(n))]);
    let body = html! {
        p {
            strong { (count(account.balance.points)) } " "
            @if let Some(tier) = &account.tier { (badge(Tone::Accent, Some(Icon::Star), &tier.name)) }
        }
        @if let Some((at, points)) = account.balance.expiring {
            p.quiet {
                (tr.with("desk-points-expiring", &[("n", Arg::Int(points)), ("at", Arg::Text(tr.date(at)))]))
            }
        }
        @if let Some(next) = &account.next_tier {
            @let missing = next.from - account.balance.earned;
            p.quiet {
                (tr.with("desk-points-next", &[("n", Arg::Int(missing)), ("tier", Arg::Text(next.name.clone()))]))
            }
        }
        ul.rows {
            @for one in account.postings.iter().take(SHOWN) {
                li {
                    div.grow {
                        span { (tr.t(&format!("desk-points-{}", one.kind.as_str().replace('_', "-")))) }
                        small { (one.reference) " · " (time(desk, one.at)) }
                    }
                    strong { @if one.points > 0 { "+" } (tr.number(one.points)) }
                }
            }
        }
        @for number in &account.cards { (bars(desk, number)) }
    };
    part("points", &tr.t("desk-points"), body)
}

fn bars(desk: &Desk, number: &str) -> Markup {
    let path = card::bars(number, BARS_HEIGHT);
    let view = format!("0 0 {} {BARS_HEIGHT}", card::MODULES + 2 * QUIET);
    html! {
        figure.card-bars {
            @if !path.is_empty() {
                svg viewBox=(view) role="img" aria-label=(desk.tr.t("desk-points-card")) {
                    rect width="100%" height="100%" fill="#fff" {}
                    path transform={ "translate(" (QUIET) " 0)" } fill="#000" d=(path) {}
                }
            }
            figcaption { code { (number) } }
        }
    }
}
