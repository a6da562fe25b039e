//! What a way costs, and why: no database.

use kit::Time;
use kit::money::Currency;

use super::super::rules::{Outcome, Parcel, Why, choose, cost};
use super::super::testing::{collection, courier, express};
use super::super::{Kind, Method, Tier, check};

fn parcel(amount: i64, weight_g: i64) -> Parcel {
    Parcel {
        kind: Kind::Address,
        country: "PL".into(),
        currency: Currency::PLN,
        amount,
        weight_g,
        at: Time(1_000),
    }
}

fn tier(amount_min: i64, weight_max_g: Option<i64>, cost: i64) -> Tier {
    Tier { amount_min, weight_max_g, cost }
}

/// Light ones are cheaper; from 100 zł on all are, but nothing above 30 kg goes.
fn by_weight() -> Method {
    let tiers = vec![
        tier(0, Some(30_000), 24_00),
        tier(0, Some(5_000), 12_00),
        tier(10_000, Some(5_000), 6_00),
    ];
    Method { tiers, free_from: Some(30_000), ..courier() }
}

#[test]
fn the_nearest_row_of_the_table_counts() {
    let check = |amount, weight_g, expected: Outcome| {
        assert_eq!(cost(&by_weight(), &parcel(amount, weight_g)), expected, "{amount} {weight_g}");
    };
    let row = |amount_min, max, cost| Outcome::Offered {
        cost,
        why: Why::Tier { amount_min, weight_max_g: Some(max) },
    };
    check(0, 0, row(0, 5_000, 12_00));
    check(99_99, 5_000, row(0, 5_000, 12_00));
    check(99_99, 5_001, row(0, 30_000, 24_00));
    check(10_000, 5_000, row(10_000, 5_000, 6_00));
    // Too heavy for the row of its amount, so the one before it holds.
    check(10_000, 5_001, row(0, 30_000, 24_00));
    check(30_000, 30_000, Outcome::Offered { cost: 0, why: Why::FreeFrom { amount: 30_000 } });
    // What is free is carried all the same.
    check(30_000, 30_001, Outcome::TooHeavy { is_g: 30_001, max_g: 30_000 });
    let dear = Method { tiers: vec![tier(50_00, None, 1)], ..courier() };
    let low = Outcome::AmountTooLow { is: 49_99, needed: 50_00 };
    assert_eq!(cost(&dear, &parcel(49_99, 0)), low);
}

#[test]
fn a_method_says_why_it_cannot_be() {
    let off = Method { is_active: false, ..courier() };
    let to_come = Method { starts_at: Some(Time(1_001)), ..courier() };
    let over = Method { ends_at: Some(Time(1_000)), ..courier() };
    let of = |method: &Method| cost(method, &parcel(1_00, 0));
    assert_eq!(of(&off), Outcome::Inactive);
    assert_eq!(of(&to_come), Outcome::NotYet { starts_at: Time(1_001) });
    assert_eq!(of(&over), Outcome::Over { ended_at: Time(1_000) });
    assert_eq!(of(&collection()), Outcome::OtherKind);
    let in_euro = Method { currency: Currency::EUR, ..courier() };
    assert_eq!(of(&in_euro), Outcome::OtherCurrency { needed: Currency::EUR });
    let to_romania = Parcel { country: "RO".into(), ..parcel(1_00, 0) };
    assert_eq!(cost(&courier(), &to_romania), Outcome::OtherCountry);
    let anywhere = Method { countries: Vec::new(), ..courier() };
    assert!(cost(&anywhere, &to_romania).cost().is_some());
}

#[test]
fn the_cheapest_is_taken_unless_one_is_named() {
    let methods = [express(), courier(), collection()];
    let chosen = |named: Option<&str>, amount| {
        let chosen = choose(&methods, &parcel(amount, 0), named).unwrap().unwrap();
        (chosen.method.code.clone(), chosen.cost, chosen.cheapest)
    };
    assert_eq!(chosen(None, 1_00), ("courier".into(), 12_99, 12_99));
    assert_eq!(chosen(Some("express"), 1_00), ("express".into(), 24_99, 12_99));
    assert_eq!(chosen(Some("express"), 20_000), ("express".into(), 24_99, 0));
    // Of equals, the one that stands first, however they come.
    let same = Method { code: "post".into(), position: -1, ..courier() };
    for methods in [[courier(), same.clone()], [same, courier()]] {
        let first = choose(&methods, &parcel(1_00, 0), None).unwrap().unwrap();
        assert_eq!(first.method.code, "post");
    }
    let refused = |named, parcel: &Parcel| choose(&methods, parcel, named).unwrap_err().code;
    assert_eq!(refused(Some("balloon"), &parcel(1_00, 0)), "shipping_not_possible");
    // What fetches nothing brings nothing.
    assert_eq!(refused(Some("collection"), &parcel(1_00, 0)), "shipping_not_possible");
    let to_romania = Parcel { country: "RO".into(), ..parcel(1_00, 0) };
    assert_eq!(refused(Some("courier"), &to_romania), "shipping_not_possible");
    assert_eq!(refused(None, &to_romania), "not_sent_there");
}

#[test]
fn a_shop_that_never_had_a_method_asks_nothing() {
    assert_eq!(choose(&[], &parcel(1_00, 0), None).unwrap(), None);
    assert_eq!(choose(&[collection()], &parcel(1_00, 0), None).unwrap(), None);
    // One that has switched its only one off sends nothing for free by mistake.
    let off = [Method { is_active: false, ..courier() }];
    let refused = choose(&off, &parcel(1_00, 0), None).unwrap_err();
    assert_eq!(refused.code, "not_sent_there");
}

#[test]
fn what_can_be_kept() {
    let bad = |change: fn(&mut Method)| {
        let mut method = courier();
        change(&mut method);
        check::check(&method).err().map_or("", |error| error.code)
    };
    assert_eq!(bad(|_| {}), "");
    let fields: [fn(&mut Method); 6] = [
        |method| method.code = "Courier".into(),
        |method| method.code = "2go".into(),
        |method| method.title = " ".into(),
        |method| method.countries = vec!["Poland".into()],
        |method| method.free_from = Some(0),
        |method| (method.starts_at, method.ends_at) = (Some(Time(2)), Some(Time(2))),
    ];
    for change in fields {
        assert_eq!(bad(change), "bad_shipping_method");
    }
    let tables: [fn(&mut Method); 4] = [
        |method| method.tiers.clear(),
        |method| method.tiers = vec![tier(0, None, -1)],
        |method| method.tiers = vec![tier(0, Some(0), 1)],
        |method| method.tiers = vec![tier(0, None, 1), tier(0, None, 2)],
    ];
    for change in tables {
        assert_eq!(bad(change), "bad_shipping_tiers");
    }
}
