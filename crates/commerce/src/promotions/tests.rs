//! What promotions make of baskets, and stories of coupons, gift cards and quotes.

mod announcements;
mod budgets;
mod coupons;
mod examples;
mod gift_cards;
mod over_http;
mod properties;
mod quotes;
mod words;

use kit::Time;
use kit::money::Currency;

use super::rule::{Beside, Gives, Goods, Needs};
use super::*;
use crate::catalogue::{CategoryId, ProductId, VariantId};

/// The variant of this number; its product has the same.
fn variant(n: u8) -> VariantId {
    VariantId([n; 16])
}

fn line(n: u8, unit: i64, quantity: i64) -> Line {
    let categories = vec![CategoryId([n / 10; 16])];
    Line { variant: variant(n), product: ProductId([n; 16]), categories, unit, quantity }
}

fn basket(lines: &[Line]) -> Basket {
    Basket {
        currency: Currency::PLN,
        lines: lines.to_vec(),
        shipping: 12_99,
        shopper: Shopper::default(),
        opened: Vec::new(),
        door: None,
        left: Default::default(),
        at: kit::testing::NOON,
    }
}

/// For everybody, on everything, with others.
fn promotion(n: u8, gives: Gives) -> Promotion {
    let needs = Needs { currency: Some(Currency::PLN), ..Needs::default() };
    let (goods, beside) = (Goods::default(), Beside::Others);
    Promotion {
        id: PromotionId([n; 16]),
        name: format!("Promotion {n}"),
        is_active: true,
        starts_at: None,
        ends_at: None,
        priority: 0,
        budget: Budget::default(),
        rule: Rule { gives, goods, needs, beside },
    }
}

fn percentage(n: u8, percent: i64) -> Promotion {
    promotion(n, Gives::Percentage { basis_points: percent * 100 })
}

fn only(variants: &[u8]) -> Goods {
    let variants: Vec<_> = variants.iter().map(|n| variant(*n)).collect();
    Goods { variants: variants.into(), ..Goods::default() }
}

fn later(at: i64) -> Option<Time> {
    Some(kit::testing::NOON.plus(at))
}
