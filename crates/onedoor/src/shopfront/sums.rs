//! What a basket costs, and why, as it stands beside the cart, before buying and on the order.

use commerce::prices::vat::OfRate;
use commerce::promotions::{Outcome, Quote, TotalType};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::shopper::Shopper;

/// The totals, with the tax in them.
pub fn totals(shopper: &Shopper, totals: &[(TotalType, i64)], taxes: &[OfRate]) -> Markup {
    let tr = &shopper.tr;
    let base = amount(totals, TotalType::ItemsBaseAmount);
    let subtotal = amount(totals, TotalType::Subtotal);
    html! {
        dl.totals {
            @for (kind, amount) in totals {
                @match kind {
                    // Said once, where nothing is taken off.
                    TotalType::Subtotal if base == subtotal => {},
                    TotalType::Tax => {},
                    TotalType::ItemsDiscount | TotalType::Discount if *amount == 0 => {},
                    TotalType::ItemsDiscount | TotalType::Discount | TotalType::GiftCard | TotalType::Points => {
                        dt { (tr.t(kind.key())) } dd.off { "−" (shopper.money(*amount)) }
                    },
                    TotalType::Fulfillment if *amount == 0 => {
                        dt { (tr.t(kind.key())) } dd { (tr.t("shop-free")) }
                    },
                    TotalType::Total | TotalType::ToPay => { dt.total { (tr.t(kind.key())) } dd.total { (shopper.money(*amount)) } },
                    _ => { dt { (tr.t(kind.key())) } dd { (shopper.money(*amount)) } },
                }
            }
            @for tax in taxes {
                dt.quiet { (tr.with("shop-tax", &[("rate", Arg::Text(tax.rate.to_string()))])) }
                dd.quiet { (shopper.money(tax.tax)) }
            }
        }
    }
}

pub fn of_quote(quote: &Quote) -> Vec<(TotalType, i64)> {
    quote.totals.iter().map(|total| (total.kind, total.amount)).collect()
}

fn amount(totals: &[(TotalType, i64)], wanted: TotalType) -> i64 {
    totals.iter().find(|(kind, _)| *kind == wanted).map_or(0, |(_, amount)| *amount)
}

/// What was taken off and why; and what would be, if a little more lay in the cart.
pub fn why(shopper: &Shopper, quote: &Quote) -> Markup {
    let is_told = |outcome: &Outcome| match outcome {
        Outcome::Applied { .. } => true,
        Outcome::QuantityTooLow { is, .. } | Outcome::AmountTooLow { is, .. } => *is > 0,
        _ => false,
    };
    let told = quote.promotions.iter().zip(quote.sentences());
    let told: Vec<_> = told.filter(|(trace, _)| is_told(&trace.outcome)).collect();
    html! {
        @if !told.is_empty() {
            ul.deals {
                @for (trace, (name, sentence)) in told {
                    li.is-applied[matches!(trace.outcome, Outcome::Applied { .. })] {
                        strong { (name) } " " (shopper.tr.sentence(&sentence))
                    }
                }
            }
        }
    }
}
