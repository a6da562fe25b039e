//! What is decided, table by table.

use customers::identities::CustomerId;

use crate::carts::Line;
use crate::carts::rules::{
    Action, COUPONS_MAX, LINES_MAX, Parts, QUANTITY_MAX, after, decide, total, union, way,
};
use crate::catalogue::VariantId;

const OWN: CustomerId = CustomerId([5; 16]);
const ELDER: CustomerId = CustomerId([1; 16]);
const YOUNGER: CustomerId = CustomerId([9; 16]);

fn mug(n: u8) -> VariantId {
    VariantId([n; 16])
}

fn parts(all: &[(Line, CustomerId, i64)]) -> Parts {
    all.iter().map(|(line, leaf, quantity)| ((line.clone(), *leaf), *quantity)).collect()
}

/// The parts of the first mug after an action, by leaf.
#[track_caller]
fn check(have: [i64; 3], action: Action, want: [i64; 3]) {
    let line = Line::of_item(mug(1));
    let leaves = [ELDER, OWN, YOUNGER];
    let of = |have: [i64; 3]| {
        let mut parts: Parts =
            leaves.into_iter().zip(have).map(|(leaf, n)| ((line.clone(), leaf), n)).collect();
        parts.retain(|_, quantity| *quantity > 0);
        parts
    };
    let before = of(have);
    let deltas = decide(&before, OWN, std::slice::from_ref(&action)).unwrap();
    assert_eq!(after(&before, &deltas), of(want), "{have:?} {action:?}");
}

#[test]
fn more_is_ones_own_and_less_is_ones_own_first() {
    let set = |quantity| Action::Set { variant: mug(1), quantity };
    let add = |quantity| Action::Add { variant: mug(1), quantity };
    check([0, 0, 0], add(2), [0, 2, 0]);
    check([1, 0, 3], add(2), [1, 2, 3]);
    check([1, 2, 3], set(9), [1, 5, 3]);
    check([1, 2, 3], set(6), [1, 2, 3]);
    check([1, 2, 3], set(5), [1, 1, 3]);
    check([1, 2, 3], set(4), [1, 0, 3]);
    check([1, 2, 3], set(2), [0, 0, 2]);
    check([1, 2, 3], Action::Remove { variant: mug(1) }, [0, 0, 0]);
    check([0, 0, 0], Action::Remove { variant: mug(1) }, [0, 0, 0]);
}

#[test]
fn what_is_saved_for_later_stays_whose_it_was() {
    let before = parts(&[(Line::of_item(mug(1)), ELDER, 1), (Line::of_item(mug(1)), OWN, 2)]);
    let saved = decide(&before, OWN, &[Action::SaveForLater { variant: mug(1) }]).unwrap();
    let later = after(&before, &saved);
    let want = parts(&[(Line::of_saved(mug(1)), ELDER, 1), (Line::of_saved(mug(1)), OWN, 2)]);
    assert_eq!(later, want);
    let back = decide(&later, YOUNGER, &[Action::TakeBack { variant: mug(1) }]).unwrap();
    assert_eq!(after(&later, &back), before);
}

#[test]
fn a_coupon_is_the_same_in_any_case_and_there_once() {
    let apply = |code: &str| Action::ApplyCoupon { code: code.into() };
    let once = after(&Parts::new(), &decide(&Parts::new(), OWN, &[apply("lato")]).unwrap());
    assert_eq!(once, parts(&[(Line::of_coupon("LATO"), OWN, 1)]));
    assert_eq!(decide(&once, ELDER, &[apply(" LATO ")]).unwrap(), []);
    // Carts that meet may both have it: it is there once for whoever takes it off.
    let met = union(&once, &parts(&[(Line::of_coupon("LATO"), ELDER, 1)]));
    let off = decide(&met, OWN, &[Action::DropCoupon { code: "Lato".into() }]).unwrap();
    assert_eq!(after(&met, &off), Parts::new());
}

#[track_caller]
fn check_refused(have: &Parts, actions: &[Action], code: &str) {
    assert_eq!(decide(have, OWN, actions).unwrap_err().code, code);
}

#[test]
fn everything_has_a_limit() {
    let nothing = Parts::new();
    let add = |n, quantity| Action::Add { variant: mug(n), quantity };
    check_refused(&nothing, &[], "too_many_actions");
    check_refused(&nothing, &vec![add(1, 1); 51], "too_many_actions");
    check_refused(&nothing, &[add(1, 0)], "bad_quantity");
    check_refused(&nothing, &[add(1, -1)], "bad_quantity");
    check_refused(&nothing, &[add(1, i64::MAX)], "bad_quantity");
    check_refused(&nothing, &[Action::Set { variant: mug(1), quantity: -1 }], "bad_quantity");
    check_refused(&nothing, &[add(1, QUANTITY_MAX), add(1, 1)], "too_many_pieces");
    let coupon = |code: String| Action::ApplyCoupon { code };
    check_refused(&nothing, &[coupon(" ".into())], "bad_coupon");
    check_refused(&nothing, &[coupon("two words".into())], "bad_coupon");
    check_refused(&nothing, &[coupon("A".repeat(65))], "bad_coupon");
    check_refused(&nothing, &[Action::Note { text: "a".repeat(501) }], "note_too_long");
    let many: Vec<Action> = (0..=COUPONS_MAX).map(|n| coupon(format!("C{n}"))).collect();
    check_refused(&nothing, &many, "too_many_coupons");
    let full: Parts = (0..LINES_MAX).map(|n| ((Line::of_item(mug(n as u8)), ELDER), 1)).collect();
    check_refused(&full, &[add(201, 1)], "cart_full");
    assert!(decide(&full, OWN, &[add(1, 1)]).is_ok(), "a line that is there may grow");
}

#[test]
fn carts_that_met_may_hold_more_than_one_may_put_in() {
    let line = Line::of_item(mug(1));
    let met = parts(&[(line.clone(), ELDER, QUANTITY_MAX), (line.clone(), OWN, QUANTITY_MAX)]);
    assert_eq!(total(&met, &line), 2 * QUANTITY_MAX);
    let fewer = decide(&met, OWN, &[Action::Set { variant: mug(1), quantity: 5 }]).unwrap();
    assert_eq!(total(&after(&met, &fewer), &line), 5);
    let other = [Action::Add { variant: mug(2), quantity: 1 }];
    assert!(decide(&met, OWN, &other).is_ok());
}

#[test]
fn the_way_there_and_the_way_back_come_to_nothing() {
    let (a, b) = (
        parts(&[(Line::of_item(mug(1)), ELDER, 3), (Line::of_item(mug(2)), OWN, 1)]),
        parts(&[(Line::of_item(mug(1)), ELDER, 1), (Line::of_saved(mug(2)), OWN, 1)]),
    );
    assert_eq!(after(&a, &way(&a, &b)), b);
    assert_eq!(after(&b, &way(&b, &a)), a);
    assert_eq!(way(&a, &a), []);
}
