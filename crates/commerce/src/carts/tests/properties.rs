//! What holds for any carts and any wishes: seeded, with thousands of them.

use std::collections::BTreeSet;

use customers::identities::CustomerId;
use proptest::prelude::*;

use crate::carts::rules::{Action, Parts, after, bought, decide, total, union, way};
use crate::carts::{Kind, Line};
use crate::catalogue::VariantId;

fn leaf() -> impl Strategy<Value = CustomerId> {
    (0_u8..6).prop_map(|n| CustomerId([n; 16]))
}

fn variant() -> impl Strategy<Value = VariantId> {
    (0_u8..5).prop_map(|n| VariantId([n; 16]))
}

fn line() -> impl Strategy<Value = Line> {
    let coupons = (0_u8..3).prop_map(|n| Line::of_coupon(&format!("C{n}")));
    prop_oneof![variant().prop_map(Line::of_item), variant().prop_map(Line::of_saved), coupons]
}

fn parts() -> impl Strategy<Value = Parts> {
    prop::collection::btree_map((line(), leaf()), 1_i64..20, 0..12)
}

fn action() -> impl Strategy<Value = Action> {
    let code = || (0_u8..3).prop_map(|n| format!("c{n}"));
    prop_oneof![
        (variant(), 1_i64..9).prop_map(|(variant, quantity)| Action::Add { variant, quantity }),
        (variant(), 0_i64..9).prop_map(|(variant, quantity)| Action::Set { variant, quantity }),
        variant().prop_map(|variant| Action::Remove { variant }),
        variant().prop_map(|variant| Action::SaveForLater { variant }),
        variant().prop_map(|variant| Action::TakeBack { variant }),
        code().prop_map(|code| Action::ApplyCoupon { code }),
        code().prop_map(|code| Action::DropCoupon { code }),
        "[a-z]{0,3}".prop_map(|text| Action::Note { text }),
    ]
}

/// A cart that grew by these wishes of these leaves, each of whom sees all of it.
fn grown(wishes: &[(CustomerId, Action)]) -> Parts {
    wishes.iter().fold(Parts::new(), |parts, (own, action)| {
        let deltas = decide(&parts, *own, std::slice::from_ref(action)).unwrap_or_default();
        after(&parts, &deltas)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn carts_meet_in_any_order_and_any_number_of_times(a in parts(), b in parts(), c in parts()) {
        prop_assert_eq!(union(&a, &b), union(&b, &a));
        prop_assert_eq!(union(&union(&a, &b), &c), union(&a, &union(&b, &c)));
        prop_assert_eq!(union(&a, &a), a.clone());
        prop_assert_eq!(union(&union(&a, &b), &b), union(&a, &b));
        prop_assert_eq!(union(&a, &Parts::new()), a);
    }

    #[test]
    fn when_strangers_meet_every_line_is_the_sum(a in parts(), b in parts()) {
        // Two customers share no leaf.
        let theirs: BTreeSet<CustomerId> = a.keys().map(|(_, leaf)| *leaf).collect();
        let b: Parts = b.into_iter().filter(|((_, leaf), _)| !theirs.contains(leaf)).collect();
        let both = union(&a, &b);
        for (line, _) in both.keys() {
            prop_assert_eq!(total(&both, line), total(&a, line) + total(&b, line));
        }
        // Taken apart, each side has its own again.
        let again: Parts = both.into_iter().filter(|((_, leaf), _)| theirs.contains(leaf)).collect();
        prop_assert_eq!(again, a);
    }

    #[test]
    fn no_part_is_ever_below_one(wishes in prop::collection::vec((leaf(), action()), 0..30)) {
        let parts = grown(&wishes);
        prop_assert!(parts.values().all(|quantity| *quantity > 0), "{:?}", parts);
    }

    #[test]
    fn what_is_set_is_what_is_seen(start in parts(), own in leaf(), variant in variant(), quantity in 0_i64..50) {
        let deltas = decide(&start, own, &[Action::Set { variant, quantity }]).unwrap();
        let now = after(&start, &deltas);
        prop_assert_eq!(total(&now, &Line::of_item(variant)), quantity);
        // And nothing else has moved.
        prop_assert!(deltas.iter().all(|delta| delta.line == Line::of_item(variant)));
    }

    #[test]
    fn any_state_can_be_had_again_exactly(a in parts(), wishes in prop::collection::vec((leaf(), action()), 1..20)) {
        let mut now = a.clone();
        for (own, action) in &wishes {
            let deltas = decide(&now, *own, std::slice::from_ref(action)).unwrap_or_default();
            now = after(&now, &deltas);
        }
        prop_assert_eq!(after(&now, &way(&now, &a)), a.clone());
        prop_assert_eq!(after(&a, &way(&a, &now)), now);
    }

    #[test]
    fn what_was_saved_outlives_the_order(a in parts()) {
        let kept = bought(&a);
        prop_assert!(kept.keys().all(|(line, _)| line.kind == Kind::Saved));
        let saved = |parts: &Parts| parts.iter().filter(|((line, _), _)| line.kind == Kind::Saved).count();
        prop_assert_eq!(saved(&kept), saved(&a));
    }
}
