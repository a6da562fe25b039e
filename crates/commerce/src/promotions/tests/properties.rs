//! What holds for every basket and every set of promotions.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::basket::{Applied, Share};
use super::super::rule::Part;
use super::*;

fn any_goods() -> impl Strategy<Value = Goods> {
    let variants = prop::collection::vec(1_u8..30, 0..4);
    let categories = prop::collection::vec(0_u8..3, 0..2);
    let except = prop::collection::vec(1_u8..30, 0..3);
    (variants, categories, except).prop_map(|(variants, categories, except)| Goods {
        variants: variants.into_iter().map(variant).collect::<Vec<_>>().into(),
        products: Vec::new().into(),
        categories: categories.into_iter().map(|n| CategoryId([n; 16])).collect::<Vec<_>>().into(),
        except: except.into_iter().map(variant).collect::<Vec<_>>().into(),
    })
}

fn any_gives() -> impl Strategy<Value = Gives> {
    let part = (any_goods(), 1_i64..3).prop_map(|(goods, quantity)| Part { goods, quantity });
    let sets = prop::option::of(1_i64..4);
    prop_oneof![
        (1_i64..=10_000).prop_map(|basis_points| Gives::Percentage { basis_points }),
        (1_i64..50_000).prop_map(|amount| Gives::Amount { amount }),
        (1_i64..5_000).prop_map(|amount| Gives::AmountEach { amount }),
        (0_i64..5_000).prop_map(|amount| Gives::FixedPrice { amount }),
        (1_i64..4, 1_i64..3, 1_i64..=10_000, sets).prop_map(
            |(buy, get, basis_points, sets_max)| Gives::BuyGet { buy, get, basis_points, sets_max }
        ),
        (prop::collection::vec(part, 1..3), 0_i64..20_000)
            .prop_map(|(parts, amount)| Gives::Bundle { parts, amount }),
        prop::option::of(1_i64..2_000).prop_map(|up_to| Gives::FreeShipping { up_to }),
    ]
}

fn any_promotion() -> impl Strategy<Value = Promotion> {
    let beside = prop_oneof![
        4 => Just(Beside::Others),
        2 => prop::sample::select(vec!["a", "b"]).prop_map(|group| Beside::BestOf(group.into())),
        1 => Just(Beside::None),
    ];
    let least = prop::option::of(1_i64..100_000);
    (any_gives(), any_goods(), beside, least, -2_i64..3).prop_map(
        |(gives, goods, beside, amount_min, priority)| {
            let mut promotion = promotion(0, gives);
            promotion.rule.goods = goods;
            promotion.rule.beside = beside;
            promotion.rule.needs.amount_min = amount_min;
            Promotion { priority, ..promotion }
        },
    )
}

/// Each with an id of its own, also after they were shuffled.
fn any_promotions() -> impl Strategy<Value = Vec<Promotion>> {
    prop::collection::vec(any_promotion(), 0..12).prop_map(|mut all| {
        for (n, promotion) in all.iter_mut().enumerate() {
            promotion.id = PromotionId([n as u8; 16]);
        }
        all
    })
}

fn any_lines() -> impl Strategy<Value = Vec<Line>> {
    let one = (1_u8..30, 0_i64..30_000, 1_i64..6);
    prop::collection::vec(one.prop_map(|(n, unit, quantity)| line(n, unit, quantity)), 0..12)
}

/// What each sort of line gets, whatever the order.
fn by_line(basket: &Basket, applied: &Applied) -> Vec<(VariantId, i64, i64, i64, Vec<Share>)> {
    let pair = basket.lines.iter().zip(&applied.lines);
    let mut all: Vec<_> = pair
        .map(|(line, applied)| {
            (line.variant, line.unit, line.quantity, applied.total, applied.shares.clone())
        })
        .collect();
    all.sort();
    all
}

proptest! {
    #[test]
    fn nothing_goes_below_zero_and_all_adds_up(
        lines in any_lines(), promotions in any_promotions()
    ) {
        let basket = basket(&lines);
        let applied = apply(&basket, &promotions);
        let mut taken: BTreeMap<PromotionId, i64> = BTreeMap::new();
        for (line, applied) in lines.iter().zip(&applied.lines) {
            prop_assert!(applied.total >= 0);
            let shares: i64 = applied.shares.iter().map(|share| share.amount).sum();
            prop_assert_eq!(applied.total + shares, line.gross());
            for share in &applied.shares {
                prop_assert!(share.amount > 0);
                *taken.entry(share.promotion).or_default() += share.amount;
            }
        }
        prop_assert!(applied.shipping_off() <= basket.shipping);
        for told in &applied.told {
            let off = taken.remove(&told.promotion).unwrap_or(0);
            let said = match told.outcome {
                Outcome::Applied { amount, shipping } => {
                    prop_assert!(amount + shipping > 0);
                    amount
                }
                _ => 0,
            };
            prop_assert_eq!(said, off);
        }
        prop_assert!(taken.is_empty());
        prop_assert_eq!(applied.told.len(), promotions.len());
    }

    #[test]
    fn the_order_of_lines_and_promotions_is_irrelevant(
        (lines, shuffled) in any_lines().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        (promotions, mixed) in
            any_promotions().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        let (one, other) = (basket(&lines), basket(&shuffled));
        let (first, second) = (apply(&one, &promotions), apply(&other, &mixed));
        prop_assert_eq!(by_line(&one, &first), by_line(&other, &second));
        prop_assert_eq!(first.shipping, second.shipping);
        prop_assert_eq!(first.told, second.told);
    }

    #[test]
    fn a_spread_adds_up_and_no_part_is_more_than_its_weight(
        weights in prop::collection::vec(0_i64..1_000_000, 1..20), share in 0_i64..=10_000
    ) {
        let sum: i64 = weights.iter().sum();
        let total = sum * share / 10_000;
        let parts = spread(total, &weights);
        prop_assert_eq!(parts.iter().sum::<i64>(), total);
        for (part, weight) in parts.iter().zip(&weights) {
            prop_assert!(0 <= *part && part <= weight);
        }
    }

    #[test]
    fn what_is_kept_as_json_is_read_as_it_was(promotion in any_promotion()) {
        let json = serde_json::to_string(&promotion.rule).unwrap();
        prop_assert_eq!(Rule::parse(&json).unwrap(), promotion.rule);
    }
}
