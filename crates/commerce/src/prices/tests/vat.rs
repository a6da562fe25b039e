//! Rates by date, and invoices that were computed by hand.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::super::vat::*;
use crate::catalogue::TaxClass;
use kit::Time;

fn at(text: &str) -> Time {
    Time::parse(text).unwrap()
}

#[test]
fn rates_change_at_midnight_of_the_country() {
    let check = |country, class, when, expected: &str| {
        let found = rate(country, class, at(when)).map(|rate| rate.to_string());
        assert_eq!(found.unwrap_or_default(), expected, "{country} {class:?} {when}");
    };
    check("PL", TaxClass::Standard, "2026-11-21T12:00:00Z", "23 %");
    check("PL", TaxClass::Reduced, "2026-11-21T12:00:00Z", "8 %");
    check("PL", TaxClass::SuperReduced, "2026-11-21T12:00:00Z", "5 %");
    check("PL", TaxClass::Zero, "2026-11-21T12:00:00Z", "0 %");
    check("RO", TaxClass::Standard, "2025-07-31T23:59:59.999999+03:00", "19 %");
    check("RO", TaxClass::Standard, "2025-08-01T00:00:00+03:00", "21 %");
    check("RO", TaxClass::Reduced, "2025-07-31T20:59:59Z", "9 %");
    check("RO", TaxClass::Reduced, "2025-07-31T21:00:00Z", "11 %");
    check("RO", TaxClass::SuperReduced, "2025-07-01T00:00:00Z", "5 %");
    check("RO", TaxClass::SuperReduced, "2026-01-01T00:00:00Z", "11 %");
    check("FR", TaxClass::SuperReduced, "2026-01-01T00:00:00Z", "5.5 %");
    check("DE", TaxClass::Standard, "2020-06-30T21:59:59Z", "19 %");
    check("DE", TaxClass::Standard, "2020-06-30T22:00:00Z", "16 %");
    check("DE", TaxClass::Standard, "2020-12-31T23:00:00Z", "19 %");
    check("IE", TaxClass::Standard, "2020-08-31T22:59:59Z", "23 %");
    check("IE", TaxClass::Standard, "2020-08-31T23:00:00Z", "21 %");
    check("IE", TaxClass::Standard, "2021-03-01T00:00:00Z", "23 %");
    // No lower rate: the next higher one.
    check("DK", TaxClass::SuperReduced, "2026-01-01T00:00:00Z", "25 %");
    check("BG", TaxClass::SuperReduced, "2026-01-01T00:00:00Z", "9 %");
    check("XX", TaxClass::Standard, "2026-01-01T00:00:00Z", "");
}

#[test]
fn every_state_of_the_union_has_rates_and_they_make_sense() {
    let states = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
    let now = at("2026-11-21T12:00:00Z");
    for state in states.split(' ') {
        let of = |class| rate(state, class, now).unwrap();
        let falling = TaxClass::ALL.map(of);
        assert!(falling.is_sorted_by(|a, b| a >= b), "{state}: {falling:?}");
        assert!((1_500..=2_700).contains(&falling[0].0), "{state}");
    }
    // What holds today was compared with a published source.
    for one in RATES {
        let is_superseded = RATES.iter().any(|other| {
            (other.country, other.class) == (one.country, one.class) && other.since > one.since
        });
        assert!(one.is_checked || is_superseded, "{one:?}");
    }
}

/// An invoice in both ways: rate, gross = net + tax.
fn check(lines: &[(i64, i64)], expected: Expect) {
    let lines: Vec<_> = lines.iter().map(|(gross, rate)| (*gross, BasisPoints(*rate))).collect();
    let table = |rows: Vec<OfRate>| -> String {
        let row =
            |row: OfRate| format!("  {}: {} = {} + {}\n", row.rate, row.gross, row.net, row.tax);
        rows.into_iter().map(row).collect()
    };
    let (sums, each) = (table(by_rate(&lines)), table(by_line(&lines)));
    expected.assert_eq(&format!("by rate\n{sums}by line\n{each}"));
}

#[test]
fn invoices_are_as_computed_by_hand() {
    // 1.23 × 100.00 = 123.00, to the grosz.
    check(
        &[(12_300, 2300)],
        expect![[r#"
        by rate
          23 %: 12300 = 10000 + 2300
        by line
          23 %: 12300 = 10000 + 2300
    "#]],
    );
    // 49.99 × 23 / 123 = 9.3477…: 9.35. Three of them: 149.97 × 23 / 123 = 28.0431…: 28.04, not 3 × 9.35 = 28.05.
    check(
        &[(49_99, 2300), (49_99, 2300), (49_99, 2300)],
        expect![[r#"
        by rate
          23 %: 14997 = 12193 + 2804
        by line
          23 %: 14997 = 12192 + 2805
    "#]],
    );
    // A mug (23 %), a book (5 %), tea (8 %), and a deposit that is not taxed:
    // 59.00 × 23 / 123 = 11.0325…; 39.90 × 5 / 105 = 1.9; 12.99 × 8 / 108 = 0.9622….
    check(
        &[(59_00, 2300), (39_90, 500), (12_99, 800), (1_00, 0)],
        expect![[r#"
        by rate
          23 %: 5900 = 4797 + 1103
          8 %: 1299 = 1203 + 96
          5 %: 3990 = 3800 + 190
          0 %: 100 = 100 + 0
        by line
          23 %: 5900 = 4797 + 1103
          8 %: 1299 = 1203 + 96
          5 %: 3990 = 3800 + 190
          0 %: 100 = 100 + 0
    "#]],
    );
    // Romania, 21 %: 2.42 × 21 / 121 = 0.42 exactly. 0.01: 0.0017…: nothing.
    check(
        &[(2_42, 2100), (1, 2100), (1, 2100), (1, 2100)],
        expect![[r#"
        by rate
          21 %: 245 = 202 + 43
        by line
          21 %: 245 = 203 + 42
    "#]],
    );
    // Romania, a mixed basket of 21 and 11 %: 149.99 × 21 / 121 = 26.0313…; 2 × 8.75 = 17.50 × 11 / 111 = 1.7342…, and each
    // alone 0.8671…: 0.87, twice 1.74.
    check(
        &[(14_999, 2100), (8_75, 1100), (8_75, 1100)],
        expect![[r#"
        by rate
          21 %: 14999 = 12396 + 2603
          11 %: 1750 = 1577 + 173
        by line
          21 %: 14999 = 12396 + 2603
          11 %: 1750 = 1576 + 174
    "#]],
    );
    // Poland, a discount spread over lines: 3 × 33.33 less 10.00 are 29.99 + 30.00 + 30.00 = 89.99; × 8 / 108 = 6.6659…:
    // 6.67. By line: 29.99 → 2.2214… = 2.22; 30.00 → 2.2222… = 2.22 each: 6.66.
    check(
        &[(29_99, 800), (30_00, 800), (30_00, 800)],
        expect![[r#"
        by rate
          8 %: 8999 = 8332 + 667
        by line
          8 %: 8999 = 8333 + 666
    "#]],
    );
    // 0.03 × 20 / 120 is half a cent: it goes away from zero. What is given back is the mirror of what was paid.
    check(
        &[(3, 2000)],
        expect![[r#"
        by rate
          20 %: 3 = 2 + 1
        by line
          20 %: 3 = 2 + 1
    "#]],
    );
    check(
        &[(-3, 2000), (-49_99, 2300)],
        expect![[r#"
        by rate
          23 %: -4999 = -4064 + -935
          20 %: -3 = -2 + -1
        by line
          23 %: -4999 = -4064 + -935
          20 %: -3 = -2 + -1
    "#]],
    );
}

proptest! {
    #[test]
    fn the_parts_are_the_whole_and_the_rounding_is_at_most_half(
        gross in -1_000_000_000_000_i64..1_000_000_000_000, rate in 0_i64..3_000
    ) {
        let Split { net, tax } = split(gross, BasisPoints(rate));
        prop_assert_eq!(net + tax, gross);
        // |tax − exact| ≤ ½, in whole numbers.
        let whole = 10_000 + i128::from(rate);
        let off = i128::from(tax) * whole - i128::from(gross) * i128::from(rate);
        prop_assert!(2 * off.abs() <= whole);
        let Split { net: back, .. } = split(-gross, BasisPoints(rate));
        prop_assert_eq!(back, -net);
    }
}
