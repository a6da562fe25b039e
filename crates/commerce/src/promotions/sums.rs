//! What a basket comes to: the totals, and the tax in them. Pure.

use super::basket::{Applied, Basket, Line};
use super::quote::{Total, TotalType};
use super::rule::Gives;
use super::{Promotion, PromotionId};
use crate::catalogue::{Sellable, TaxClass};
use crate::prices::vat::{self, BasisPoints, OfRate};

/// The tax in what is left to be paid.
pub(super) fn taxes(
    goods: &[Sellable],
    applied: &Applied,
    (shipping, shipping_class): (i64, TaxClass),
    rate: impl Fn(TaxClass) -> BasisPoints,
) -> Vec<OfRate> {
    let lines = goods.iter().zip(&applied.lines);
    let mut parts: Vec<_> =
        lines.map(|(sellable, line)| (line.total, rate(sellable.tax_class))).collect();
    let shipping = shipping - applied.shipping_off();
    if shipping > 0 {
        parts.push((shipping, rate(shipping_class)));
    }
    vat::by_rate(&parts)
}

pub(super) fn totals(
    basket: &Basket,
    applied: &Applied,
    promotions: &[Promotion],
    taxes: &[OfRate],
) -> Vec<Total> {
    // What is given on everything together is shown below the subtotal.
    let is_of_basket = |one: &&Promotion| {
        matches!(one.rule.gives, Gives::Amount { .. }) && one.rule.goods.is_all()
    };
    let of_basket: Vec<PromotionId> =
        promotions.iter().filter(is_of_basket).map(|one| one.id).collect();
    let base: i64 = basket.lines.iter().map(Line::gross).sum();
    let shares = applied.lines.iter().flat_map(|line| &line.shares);
    let shares = shares.filter(|share| of_basket.contains(&share.promotion));
    let discount: i64 = shares.map(|share| share.amount).sum();
    let items_discount = applied.discount() - discount;
    let subtotal = base - items_discount;
    let fulfillment = basket.shipping - applied.shipping_off();
    let total = |kind: TotalType, amount| Total { kind, display_key: kind.key(), amount };
    vec![
        total(TotalType::ItemsBaseAmount, base),
        total(TotalType::ItemsDiscount, items_discount),
        total(TotalType::Subtotal, subtotal),
        total(TotalType::Discount, discount),
        total(TotalType::Fulfillment, fulfillment),
        total(TotalType::Tax, taxes.iter().map(|of| of.tax).sum()),
        total(TotalType::Total, subtotal - discount + fulfillment),
    ]
}
