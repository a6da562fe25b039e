//! The customer's points: how many, which tier, and the card as a scanner reads it.

use commerce::carts::Scope;
use commerce::loyalty::{self, Account, Kind, card};
use customers::identities::CustomerId;
use kit::i18n::Arg;
use kit::{Result, Time, Tx};
use maud::{Markup, html};

use super::page::part;
use crate::desk::loyalty::address as ledger_address;
use crate::desk::ui::{Icon, Tone, badge, time};
use crate::desk::who::Desk;

/// Of what came and went, the newest.
const SHOWN: usize = 5;
const BARS_HEIGHT: usize = 40;
/// Around the bars, as the standard asks.
const QUIET: usize = 11;

/// The points, and whether the shop has a programme.
pub struct Points {
    account: Account,
    has_program: bool,
}

pub fn read(tx: &Tx, customer: CustomerId, now: Time) -> Result<Points> {
    let program = loyalty::store::program(tx)?;
    Ok(Points {
        account: loyalty::account(tx, &Scope::whole(customer).leaves(tx)?, now)?,
        has_program: !program.earns.is_empty() || !program.pays.is_empty(),
    })
}

/// Nothing, where the shop has no programme and the customer neither a card nor a point.
pub fn section(desk: &Desk, customer: CustomerId, points: &Points) -> Markup {
    let (tr, account) = (&desk.tr, &points.account);
    if !points.has_program && account.cards.is_empty() && account.postings.is_empty() {
        return html! {};
    }
    let body = html! {
        (balance(desk, account))
        ul.rows {
            @for one in account.postings.iter().take(SHOWN) {
                li {
                    div.grow {
                        span { (kind(desk, one.kind)) }
                        small { (one.reference) " · " (time(desk, one.at)) }
                    }
                    strong { @if one.points > 0 { "+" } (tr.number(one.points)) }
                }
            }
        }
        p { a href=(ledger_address(customer)) { (tr.t("desk-loyalty-ledger")) } }
        @for number in &account.cards { (bars(desk, number)) }
    };
    part("points", &tr.t("desk-points"), body)
}

pub fn kind(desk: &Desk, kind: Kind) -> String {
    desk.tr.t(&format!("desk-points-{}", kind.as_str().replace('_', "-")))
}

/// How many, in which tier, what is lost next and what is to be reached.
pub fn balance(desk: &Desk, account: &Account) -> Markup {
    let tr = &desk.tr;
    html! {
        p {
            strong { (tr.with("desk-points-count", &[("n", Arg::Int(account.balance.points))])) } " "
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
    }
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
