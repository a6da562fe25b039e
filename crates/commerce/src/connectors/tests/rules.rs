//! What holds of what they say.

use kit::Time;
use kit::money::{Currency, Money};
use kit::time::seconds;

use super::super::rules::*;
use super::super::theirs::Line as TheirLine;
use super::super::{Feed, System};
use crate::catalogue::VariantId;
use crate::orders::Line;
use crate::prices::vat::BasisPoints;

fn at(second: i64) -> Time {
    Time(seconds(second))
}

#[test]
fn an_older_state_never_overwrites_a_newer_one() {
    assert!(is_news(None, at(1)));
    assert!(is_news(Some(at(1)), at(2)));
    // Some of them know no parts of a second: the same again changes nothing anyway.
    assert!(is_news(Some(at(2)), at(2)));
    assert!(!is_news(Some(at(3)), at(2)));
}

#[test]
fn a_feed_goes_on_where_it_was() {
    let start = Cursor::default();
    let first = start.after(&[at(1), at(2), at(2)], None, false);
    assert_eq!((first.since, first.skip), (at(2), 2));
    // A whole page of one moment, as after an import there.
    let second = first.after(&[at(2), at(2), at(2)], None, false);
    assert_eq!((second.since, second.skip), (at(2), 5));
    let third = second.after(&[at(2), at(3), at(4)], None, false);
    assert_eq!((third.since, third.skip), (at(4), 1));
    // At the end the last moment is read once more: something may have changed in it since.
    let end = third.after(&[at(5)], None, true);
    assert_eq!((end.since, end.skip), (at(5), 0));
    assert_eq!(end.after(&[], None, true), end);
    assert_eq!(end.just_before(), Time(seconds(5) - 1_000));
    assert_eq!(next_feed(Feed::Products), Some(Feed::Variants));
    assert_eq!(next_feed(Feed::Levels), None);
}

#[test]
fn what_they_shall_say_there_is() {
    // (available here, ordered there and known here) and what each system is told.
    for (available, open, on_hand, sellable) in
        [(5, 0, 5, 5), (5, 2, 7, 5), (0, 2, 2, 0), (-1, 0, 0, 0)]
    {
        assert_eq!(target(System::Vendure, available, open), on_hand);
        assert_eq!(target(System::Shopify, available, open), sellable);
    }
    // An order that we have not heard of takes from what can be sold there, not from what we tell.
    let (told, unknown) = (target(System::Vendure, 1, 0), 1);
    assert_eq!(told - unknown, 0);
    assert_eq!(on_hand(System::Vendure, 7, 2), 7);
    assert_eq!(on_hand(System::Woocommerce, 5, 2), 7);
}

fn own(position: i64, quantity: i64, shipped: i64, cancelled: i64) -> Line {
    let zero = Money::new(0, Currency::PLN);
    Line {
        position,
        variant: VariantId([position as u8; 16]),
        sku: "MUG".into(),
        title: "Mug".into(),
        quantity,
        unit: zero,
        discount: zero,
        total: zero,
        tax_rate: 2_300,
        tax: zero,
        shipped,
        cancelled,
    }
}

fn their(id: &str, quantity: i64, shipped: i64, cancelled: i64) -> TheirLine {
    TheirLine {
        id: id.into(),
        variant_id: "1".into(),
        sku: "MUG".into(),
        title: "Mug".into(),
        quantity,
        cancelled,
        shipped,
        unit: 0,
        total: 0,
        tax_rate: 2_300,
    }
}

#[test]
fn an_order_only_goes_forward() {
    let places = [("a".to_string(), 1), ("b".to_string(), 2)];
    let ours = [own(1, 3, 1, 0), own(2, 1, 0, 0)];
    let forward = progress(&ours, &[their("a", 3, 2, 1), their("b", 1, 1, 0)], &places);
    assert_eq!(
        (forward.ships.clone(), forward.cancels.clone()),
        ([(1, 1), (2, 1)].into(), [(1, 1)].into())
    );
    assert!(!forward.is_edited);
    // An older word, and the same again.
    assert_eq!(
        progress(&ours, &[their("a", 3, 0, 0), their("b", 1, 0, 0)], &places),
        Progress::default()
    );
    // Of three two are left there, one of them on its way: the third was taken out of the line.
    let fewer = progress(&ours, &[their("a", 2, 1, 0), their("b", 1, 0, 0)], &places);
    assert_eq!((fewer.cancels, fewer.is_edited), ([(1, 1)].into(), false));
    // A line was taken out, one was made larger, one is new: the first is cancelled, the others a person must see.
    let edited = progress(&ours, &[their("a", 5, 1, 0), their("c", 1, 0, 0)], &places);
    assert_eq!((edited.cancels, edited.is_edited), ([(2, 1)].into(), true));
}

#[test]
fn a_price_comes_out_with_tax_wherever_it_can() {
    let rate = BasisPoints(2_300);
    assert_eq!(net_for(49_90, rate), (40_57, true));
    assert_eq!(net_for(55_00, rate), (44_71, false));
    assert_eq!(net_for(0, rate), (0, true));
    for gross in 1..5_000 {
        let (net, comes_out) = net_for(gross, rate);
        let back = (net * 12_300 + 5_000) / 10_000;
        assert!((back - gross).abs() <= 1 && comes_out == (back == gross), "{gross}");
    }
}

#[test]
fn what_is_kept_aside_is_what_they_may_have_sold() {
    let keep = |max, free, held, said| {
        let found = aside(max, free, held, said);
        (found.held, found.told)
    };
    // Taken aside, up to what staff set, and at most half of what there is.
    assert_eq!(keep(3, 10, 0, None), (3, 3));
    assert_eq!(keep(9, 10, 0, None), (5, 5));
    assert_eq!(keep(9, 1, 0, None), (0, 0));
    // They sold one of three, which drew from it: filled up again.
    assert_eq!(keep(3, 9, 2, Some(2)), (3, 3));
    // The shelf is nearly empty here: they are told of fewer, and only when they were, the rest is everybody's.
    assert_eq!(keep(4, 0, 4, Some(4)), (4, 2));
    assert_eq!(keep(4, 0, 4, Some(2)), (2, 2));
    // What they said before anything was kept for them is no promise of ours.
    assert_eq!(keep(3, 10, 0, Some(8)), (3, 3));
    // More was promised than lies there.
    assert_eq!(keep(3, -2, 0, Some(0)), (0, 0));
}
