//! What holds for every text, tried with thousands from a fixed seed.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{Kind, normalise};

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::USER_ID),
        Just(Kind::DEVICE),
        Just(Kind::EMAIL),
        Just(Kind::PHONE),
        Just(Kind::LOYALTY_CARD),
    ]
}

/// Any text, and text that nearly is something.
fn any_value() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        r"(tel:)?[+0]{0,2}[0-9]{0,4}[0-9 ()./-]{0,16}",
        r"\+(48|40|7|49|39|1|44|54|52|55|373|380|36|370)[0-9]{6,12}",
        r"\PC{1,8}(\.\PC{1,4})?@\PC{1,8}\.\PC{1,4}",
        r"[ \u{200b}]?[0-9A-Za-z–-]{0,20} ?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4096,
        rng_seed: RngSeed::Fixed(2),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn normalising_twice_is_normalising_once(
        kind in any_kind(),
        raw in any_value(),
        region in proptest::option::of(prop_oneof!["PL", "RO", "RU", "US", "IT", "AR", "[A-Z]{2}"]),
    ) {
        if let Ok(once) = normalise(&kind, &raw, region.as_deref()) {
            prop_assert_eq!(normalise(&kind, &once, region.as_deref()), Ok(once.clone()));
            prop_assert_eq!(normalise(&kind, &once, None), Ok(once.clone()), "without a region");
        }
    }

    #[test]
    fn any_text_is_a_kind_or_refused(text in any::<String>()) {
        if let Ok(kind) = text.parse::<Kind>() {
            prop_assert!(kind.as_str().len() <= Kind::LENGTH_MAX);
            prop_assert_eq!(kind.as_str().parse::<Kind>().unwrap(), kind);
        }
    }
}
