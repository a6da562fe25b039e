//! What a basket costs, and why, as it stands beside the cart, before buying and on the order.

use commerce::prices::vat::OfRate;
use commerce::promotions::{Outcome, Quote, TotalType};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::shopper::Shopper;

/// What is known of the way of the goods.
#[derive(Clone, Copy)]
pub enum Way<'a> {
    /// How they go; a shop without methods has no name for it.
    By(Option<&'a str>),
    /// It is chosen later, and costs at least this.
    From(i64),
}

/// The totals, with the tax in them.
pub fn totals(
    shopper: &Shopper,
    totals: &[(TotalType, i64)],
    taxes: &[OfRate],
    way: Way,
) -> Markup {
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
                    TotalType::Fulfillment => {
                        dt {
                            (tr.t(kind.key()))
                            @if let Way::By(Some(title)) = way { ": " (title) }
                        }
                        dd { (delivery(shopper, *amount, way)) }
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

fn delivery(shopper: &Shopper, amount: i64, way: Way) -> String {
    match way {
        Way::From(least) if least > 0 => {
            let from = [("amount", Arg::Text(shopper.money(least)))];
            shopper.tr.with("shop-delivery-from", &from)
        }
        _ if amount == 0 => shopper.tr.t("shop-free"),
        _ => shopper.money(amount),
    }
}

/// As it stands in a quote: by which way.
pub fn way<'a>(shopper: &Shopper, quote: &'a Quote) -> Way<'a> {
    let lang = shopper.tr.lang();
    Way::By(quote.shipping.as_ref().map(|way| way.title_in(lang)))
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
