use expect_test::{Expect, expect};
use kit::testing::NOON;

use super::*;

/// `order 1042 129.00 PLN -3` is an order three days ago, `return 1042/R-1 …` a return of it.
fn check(dealings: &[&str], expected: Expect) {
    let read = |line: &&str| {
        let parts: Vec<&str> = line.split(' ').collect();
        let days_ago: i64 = parts[4].parse().unwrap();
        let currency: Currency = parts[3].parse().unwrap();
        Dealing {
            customer_id: CustomerId([0; 16]),
            kind: parts[0].parse().unwrap(),
            reference: parts[1].replace('/', OF_ORDER),
            at: NOON.plus(kit::time::days(days_ago)),
            amount: Some(Money::from_decimal(parts[2], currency).unwrap()),
        }
    };
    let dealings: Vec<Dealing> = dealings.iter().map(read).collect();
    let facts = facts(&dealings, NOON);
    let open: Vec<String> =
        facts.open.iter().map(|d| format!("{} {}", d.kind.as_str(), d.reference)).collect();
    expected.assert_eq(&format!("{} orders, {:?}, open: {open:?}", facts.orders, facts.spent));
}

#[test]
fn what_follows_from_the_dealings() {
    check(&[], expect![[r#"0 orders, [], open: []"#]]);
    check(
        &["order 1 10.00 PLN -9", "order 1 10.00 PLN -9", "order 2 5.00 EUR -8"],
        expect![[r#"2 orders, [5.00 EUR, 10.00 PLN], open: []"#]],
    );
    check(
        &["order 1 10.00 PLN -9", "return 1 4.00 PLN -3", "cart a 7.00 PLN -1"],
        expect![[r#"1 orders, [10.00 PLN], open: ["cart a", "return 1"]"#]],
    );
    check(
        &["order 1 10.00 PLN -9", "return 1 4.00 PLN -3", "refund 1 4.00 PLN -2"],
        expect![[r#"1 orders, [6.00 PLN], open: []"#]],
    );
    // Each of an order's returns is a matter of its own.
    check(
        &[
            "order 1 10.00 PLN -9",
            "return 1/R-1 4.00 PLN -4",
            "refund 1/R-1 4.00 PLN -3",
            "return 1/R-2 2.00 PLN -3",
            "refund 1/R-2 2.00 PLN -2",
            "return 1/R-3 1.00 PLN -1",
        ],
        expect![[r#"1 orders, [4.00 PLN], open: ["return 1 · R-3"]"#]],
    );
    // Who does not say which return it was means all there are.
    check(
        &["order 1 10.00 PLN -9", "return 1/R-1 4.00 PLN -3", "refund 1 4.00 PLN -2"],
        expect!["1 orders, [6.00 PLN], open: []"],
    );
    check(
        &["cart a 7.00 PLN -5", "order 1 7.00 PLN -4", "cancel 1 7.00 PLN -3"],
        expect![[r#"0 orders, [], open: []"#]],
    );
    check(&["cart old 7.00 PLN -40"], expect![[r#"0 orders, [], open: []"#]]);
}
