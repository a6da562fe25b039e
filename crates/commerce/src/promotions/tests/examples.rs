//! Worked examples, to the grosz.

use expect_test::{Expect, expect};

use super::super::basket::Applied;
use super::super::rule::Part;
use super::*;

/// `4500 = 5000 - 500(1)`, a line each; then what became of each promotion.
fn told(basket: &Basket, promotions: &[Promotion]) -> String {
    let applied: Applied = apply(basket, promotions);
    let mut text = String::new();
    for (line, applied) in basket.lines.iter().zip(&applied.lines) {
        text += &format!("{} = {}", applied.total, line.gross());
        for share in &applied.shares {
            text += &format!(" - {}({})", share.amount, share.promotion.0[0]);
        }
        text += "\n";
    }
    for told in &applied.told {
        let outcome = serde_json::to_value(&told.outcome).unwrap();
        let outcome = outcome.as_object().unwrap();
        let values = outcome.iter().filter(|(name, _)| *name != "code");
        let values: String =
            values.map(|(name, value)| format!(" {name} {}", short(value))).collect();
        let code = outcome["code"].as_str().unwrap();
        text += &format!("{}: {code}{values}\n", told.promotion.0[0]);
    }
    text
}

/// Of a promotion its number.
fn short(value: &serde_json::Value) -> String {
    let id = value.as_str().and_then(|text| text.parse::<PromotionId>().ok());
    id.map_or_else(|| value.to_string(), |id| id.0[0].to_string())
}

fn check(lines: &[Line], promotions: &[Promotion], expected: Expect) {
    expected.assert_eq(&told(&basket(lines), promotions));
}

#[test]
fn a_percentage_is_of_the_sum_and_its_parts_add_up() {
    // 10 % of 99.99 is 10.00: 3.333 + 3.333 + 3.333, and the grosz that is left goes to the first of equals.
    let lines = [line(1, 33_33, 1), line(2, 33_33, 1), line(3, 33_33, 1)];
    check(
        &lines,
        &[percentage(1, 10)],
        expect![[r#"
        2999 = 3333 - 334(1)
        3000 = 3333 - 333(1)
        3000 = 3333 - 333(1)
        1: applied amount 1000 shipping 0
    "#]],
    );
    // Off an amount, too: 20.00 off 49.99 + 10.01 is 16.6633 and 3.3367.
    let twenty = promotion(1, Gives::Amount { amount: 20_00 });
    check(
        &[line(1, 49_99, 1), line(2, 10_01, 1)],
        &[twenty],
        expect![[r#"
        3333 = 4999 - 1666(1)
        667 = 1001 - 334(1)
        1: applied amount 2000 shipping 0
    "#]],
    );
    // Never more than there is.
    let hundred = promotion(1, Gives::Amount { amount: 10_000 });
    check(
        &[line(1, 30_00, 2)],
        &[hundred],
        expect![[r#"
        0 = 6000 - 6000(1)
        1: applied amount 6000 shipping 0
    "#]],
    );
}

#[test]
fn a_piece_costs_less_or_this_much() {
    let each = promotion(1, Gives::AmountEach { amount: 5_00 });
    let fixed = promotion(2, Gives::FixedPrice { amount: 20_00 });
    check(
        &[line(1, 30_00, 3), line(2, 4_00, 2)],
        &[each],
        expect![[r#"
        7500 = 9000 - 1500(1)
        0 = 800 - 800(1)
        1: applied amount 2300 shipping 0
    "#]],
    );
    check(
        &[line(1, 30_00, 3), line(2, 4_00, 2)],
        &[fixed],
        expect![[r#"
        6000 = 9000 - 3000(2)
        800 = 800
        2: applied amount 3000 shipping 0
    "#]],
    );
}

#[test]
fn buy_two_get_the_cheapest() {
    let free = |sets_max| Gives::BuyGet { buy: 2, get: 1, basis_points: 10_000, sets_max };
    let lines = [line(1, 50_00, 2), line(2, 20_00, 1)];
    check(
        &lines,
        &[promotion(1, free(None))],
        expect![[r#"
        10000 = 10000
        0 = 2000 - 2000(1)
        1: applied amount 2000 shipping 0
    "#]],
    );
    // Seven pieces are two sets: the two cheapest.
    let lines = [line(1, 50_00, 4), line(2, 20_00, 1), line(3, 30_00, 2)];
    check(
        &lines,
        &[promotion(1, free(None))],
        expect![[r#"
        20000 = 20000
        0 = 2000 - 2000(1)
        3000 = 6000 - 3000(1)
        1: applied amount 5000 shipping 0
    "#]],
    );
    check(
        &lines,
        &[promotion(1, free(Some(1)))],
        expect![[r#"
        20000 = 20000
        0 = 2000 - 2000(1)
        6000 = 6000
        1: applied amount 2000 shipping 0
    "#]],
    );
    // No piece is part of two sets: three pieces are one set, whoever asks second.
    let half = Gives::BuyGet { buy: 1, get: 1, basis_points: 5_000, sets_max: None };
    let first = Promotion { priority: 1, ..promotion(1, free(None)) };
    check(
        &[line(1, 50_00, 4)],
        &[first, promotion(2, half)],
        expect![[r#"
        15000 = 20000 - 5000(1)
        1: applied amount 5000 shipping 0
        2: gives_nothing
    "#]],
    );
}

#[test]
fn a_bundle_costs_what_is_written_on_it() {
    let part = |variants: &[u8], quantity| Part { goods: only(variants), quantity };
    // A pot and two mugs, of whatever sort, for 120.00.
    let parts = vec![part(&[1], 1), part(&[2, 3], 2)];
    let set = promotion(1, Gives::Bundle { parts, amount: 12_000 });
    let lines = [line(1, 90_00, 2), line(2, 35_00, 1), line(3, 29_00, 2)];
    check(
        &lines,
        std::slice::from_ref(&set),
        expect![[r#"
        16013 = 18000 - 1987(1)
        2727 = 3500 - 773(1)
        5160 = 5800 - 640(1)
        1: applied amount 3400 shipping 0
    "#]],
    );
    check(
        &[line(1, 90_00, 1), line(2, 35_00, 1)],
        std::slice::from_ref(&set),
        expect![[r#"
        9000 = 9000
        3500 = 3500
        1: gives_nothing
    "#]],
    );
    // Dearer together than one by one: nobody pays that.
    check(
        &[line(1, 60_00, 1), line(2, 25_00, 2)],
        &[set],
        expect![[r#"
        6000 = 6000
        5000 = 5000
        1: gives_nothing
    "#]],
    );
}

#[test]
fn each_promotion_says_why_it_was_not_applied() {
    let of = |n: u8, change: fn(&mut Promotion)| {
        let mut promotion = percentage(n, 10);
        change(&mut promotion);
        promotion
    };
    let promotions = [
        of(1, |one| one.is_active = false),
        of(2, |one| one.starts_at = later(1)),
        of(3, |one| one.ends_at = later(0)),
        of(4, |one| one.rule.needs.currency = Some(Currency::RON)),
        of(5, |one| one.rule.needs.coupon = true),
        of(6, |one| one.rule.needs.groups = vec!["trade".into()]),
        of(7, |one| one.rule.needs.segments = vec!["Lapsed".into()]),
        of(8, |one| one.rule.needs.tiers = vec!["gold".into()]),
        of(9, |one| one.rule.needs.first_order = true),
        of(10, |one| one.rule.goods = only(&[77])),
        of(11, |one| one.rule.needs.quantity_min = Some(3)),
        of(12, |one| one.rule.needs.amount_min = Some(10_000)),
    ];
    let mut basket = basket(&[line(1, 40_00, 2)]);
    expect![[r#"
        8000 = 8000
        1: inactive
        2: not_yet starts_at "2026-11-21T12:00:00.000001Z"
        3: over ended_at "2026-11-21T12:00:00Z"
        4: other_currency needed "RON"
        5: coupon_needed
        6: other_group
        7: other_segment
        8: other_tier
        9: not_first_order
        10: no_goods
        11: quantity_too_low is 2 needed 3
        12: amount_too_low is 8000 needed 10000
    "#]]
    .assert_eq(&told(&basket, &promotions));
    // The same for somebody to whom all of it applies.
    basket.shopper = Shopper {
        group: Some("trade".into()),
        segments: vec!["Lapsed".into()],
        tier: Some("gold".into()),
        is_first_order: true,
    };
    basket.opened = vec![promotions[4].id];
    basket.lines[0].quantity = 3;
    expect![[r#"
        5739 = 12000 - 1200(5) - 1080(6) - 972(7) - 875(8) - 787(9) - 709(11) - 638(12)
        1: inactive
        2: not_yet starts_at "2026-11-21T12:00:00.000001Z"
        3: over ended_at "2026-11-21T12:00:00Z"
        4: other_currency needed "RON"
        5: applied amount 1200 shipping 0
        6: applied amount 1080 shipping 0
        7: applied amount 972 shipping 0
        8: applied amount 875 shipping 0
        9: applied amount 787 shipping 0
        10: no_goods
        11: applied amount 709 shipping 0
        12: applied amount 638 shipping 0
    "#]]
    .assert_eq(&told(&basket, &promotions));
}

#[test]
fn how_promotions_stand_beside_one_another() {
    let lines = [line(1, 10_000, 1)];
    let beside = |promotion: Promotion, beside: Beside| {
        let rule = Rule { beside, ..promotion.rule };
        Promotion { rule, ..promotion }
    };
    let spring = || Beside::BestOf("spring".into());
    let best = [
        beside(percentage(1, 10), spring()),
        beside(percentage(2, 20), spring()),
        percentage(3, 5),
    ];
    check(
        &lines,
        &best,
        expect![[r#"
        7600 = 10000 - 2000(2) - 400(3)
        1: better_in_group by 2
        2: applied amount 2000 shipping 0
        3: applied amount 400 shipping 0
    "#]],
    );
    // Alone 30 %: more than the others together.
    let mut with_alone = best.to_vec();
    with_alone.push(beside(percentage(4, 30), Beside::None));
    check(
        &lines,
        &with_alone,
        expect![[r#"
        7000 = 10000 - 3000(4)
        1: better_alone by 4
        2: better_alone by 4
        3: better_alone by 4
        4: applied amount 3000 shipping 0
    "#]],
    );
    // Alone 24 %: no more than the others together.
    with_alone[3] = beside(percentage(4, 24), Beside::None);
    check(
        &lines,
        &with_alone,
        expect![[r#"
        7600 = 10000 - 2000(2) - 400(3)
        1: better_in_group by 2
        2: applied amount 2000 shipping 0
        3: applied amount 400 shipping 0
        4: better_together amount 2400
    "#]],
    );
}

#[test]
fn the_way_is_free_from_an_amount_on() {
    let mut free = promotion(1, Gives::FreeShipping { up_to: None });
    free.rule.needs.amount_min = Some(20_000);
    let less = Promotion { priority: 1, ..promotion(2, Gives::FreeShipping { up_to: Some(5_00) }) };
    check(
        &[line(1, 50_00, 4)],
        &[free, less],
        expect![[r#"
        20000 = 20000
        2: applied amount 0 shipping 500
        1: applied amount 0 shipping 799
    "#]],
    );
}

#[test]
fn shares_add_up_by_the_largest_remainder() {
    let check = |total, weights: &[i64], expected: &[i64]| {
        assert_eq!(spread(total, weights), expected, "{total} by {weights:?}");
    };
    check(100, &[1, 1, 1], &[34, 33, 33]);
    check(100, &[1, 2, 3], &[17, 33, 50]);
    check(1, &[5, 5], &[1, 0]);
    check(7, &[0, 7, 0], &[0, 7, 0]);
    check(5, &[0, 0], &[0, 0]);
    check(0, &[3, 4], &[0, 0]);
    check(i64::MAX, &[i64::MAX], &[i64::MAX]);
}
