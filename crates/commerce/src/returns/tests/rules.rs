//! The calculator, by example and by chance.

use kit::money::{Currency, Money};
use proptest::prelude::*;

use super::super::rules::{at_hand, gives_delivery_back, may_go, refunded, share};
use super::super::{Kind, Line, State, law};
use crate::catalogue::VariantId;
use crate::orders;

#[test]
fn shares_of_a_line_add_up_to_its_total_in_whatever_parts_it_comes_back() {
    // Three mugs for 100.00: the thirds are 33.33, 33.33, 33.34.
    let thirds: Vec<i64> = (0..3).map(|before| share(10_000, 3, before, 1)).collect();
    assert_eq!(thirds, [33_33, 33_33, 33_34]);
    assert_eq!(share(10_000, 3, 0, 2) + share(10_000, 3, 2, 1), 10_000);
    assert_eq!(share(0, 3, 0, 3), 0, "a present");
    assert_eq!(share(i64::MAX / 2, 1_000_000, 0, 1_000_000), i64::MAX / 2);
}

proptest! {
    #[test]
    fn any_way_of_taking_a_line_apart_pays_its_total_back(
        total in 0_i64..1_000_000_000_000,
        parts in prop::collection::vec(1_i64..50, 1..12),
        turn in 0_usize..12,
    ) {
        let quantity: i64 = parts.iter().sum();
        let pay = |parts: &[i64]| {
            let mut before = 0;
            let mut shares = Vec::new();
            for part in parts {
                shares.push(share(total, quantity, before, *part));
                before += part;
            }
            shares
        };
        let mut turned = parts.clone();
        turned.rotate_left(turn % parts.len());
        for shares in [pay(&parts), pay(&turned)] {
            prop_assert_eq!(shares.iter().sum::<i64>(), total);
            prop_assert!(shares.iter().all(|share| *share >= 0));
        }
        // No part is off its exact share by a whole minor unit.
        for (part, share) in parts.iter().zip(pay(&parts)) {
            let exact = i128::from(total) * i128::from(*part);
            let off = (i128::from(share) * i128::from(quantity) - exact).abs();
            prop_assert!(off < i128::from(quantity));
        }
    }
}

const MUG: VariantId = VariantId([1; 16]);
const RED: VariantId = VariantId([2; 16]);

fn sent(shipped: i64) -> orders::Line {
    let zero = Money::new(0, Currency::PLN);
    orders::Line {
        position: 1,
        variant: MUG,
        sku: "MUG".into(),
        title: "Mug".into(),
        quantity: shipped,
        unit: zero,
        discount: zero,
        total: zero,
        tax_rate: 2_300,
        tax: zero,
        shipped,
        cancelled: 0,
    }
}

fn back(variant: VariantId, wanted: Option<VariantId>, asked: i64, came: i64) -> Line {
    Line {
        position: 1,
        variant,
        wanted,
        sku: "MUG".into(),
        title: "Mug".into(),
        quantity: asked,
        restocked: came,
        written_off: 0,
        kept: 0,
        refund: 0,
    }
}

#[test]
fn what_is_at_hand_is_what_was_sent_and_has_not_come_back() {
    let check = |returns: &[(State, Vec<Line>)], mugs: i64, reds: i64| {
        let there = at_hand(&[sent(5)], returns);
        let of = |variant| there.get(&(1, variant)).copied().unwrap_or(0);
        assert_eq!((of(MUG), of(RED)), (mugs, reds), "{returns:?}");
    };
    let one = |state, line| (state, vec![line]);
    check(&[], 5, 0);
    check(&[one(State::Asked, back(MUG, None, 2, 0))], 3, 0);
    // Two were announced, one came: the other is still with the customer.
    check(&[one(State::Received, back(MUG, None, 2, 1))], 4, 0);
    check(&[one(State::Refused, back(MUG, None, 2, 2))], 5, 0);
    let exchanged = one(State::Exchanged, back(MUG, Some(RED), 2, 2));
    check(std::slice::from_ref(&exchanged), 3, 2);
    let returned = one(State::Refunded, back(RED, None, 1, 1));
    check(&[exchanged, returned.clone()], 3, 1);
    assert_eq!(refunded(&[returned]).get(&1), Some(&1));
}

#[test]
fn the_way_to_the_customer_goes_back_with_the_whole_order_and_by_right() {
    let poland = law::of("PL");
    let check = |kind, earlier: &[(Kind, State)], is_all, expected| {
        assert_eq!(gives_delivery_back(&poland, kind, earlier, is_all), expected, "{kind:?}");
    };
    check(Kind::Withdrawal, &[], true, true);
    check(Kind::Withdrawal, &[], false, false);
    check(Kind::Return, &[], true, false);
    check(Kind::Complaint, &[(Kind::Withdrawal, State::Refunded)], true, true);
    check(Kind::Withdrawal, &[(Kind::Return, State::Refunded)], true, false);
    check(Kind::Withdrawal, &[(Kind::Return, State::Refused)], true, true);
}

#[test]
fn a_return_goes_forward_and_ends_once() {
    for from in State::ALL {
        let to: Vec<&str> = State::ALL
            .iter()
            .filter(|to| may_go(*from, **to).is_ok())
            .map(|to| to.as_str())
            .collect();
        let expected: &[&str] = match from {
            State::Asked => &["received", "refused"],
            State::Received => &["refunded", "exchanged", "refused"],
            _ => &[],
        };
        assert_eq!(to, expected, "{from:?}");
    }
}
