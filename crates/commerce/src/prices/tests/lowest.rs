//! The worked cases of article 6a of Directive 98/6/EC and of C-330/23, by dates and amounts.

use super::super::PriceListId;
use super::super::history::Interval;
use super::super::lowest::*;
use kit::Time;
use kit::time::{days, hours};

/// The start of a day of 2026.
fn day(text: &str) -> Time {
    Time::parse(&format!("2026-{text}T00:00:00Z")).unwrap()
}

/// `01-01 100 | 03-01 80 sale | 03-10 -`: from each day on it cost so much; `-` is not sold.
fn past(text: &str) -> Vec<Interval> {
    let mut past: Vec<Interval> = Vec::new();
    for part in text.split(" | ") {
        let mut words = part.split(' ');
        let from = day(words.next().unwrap());
        if let Some(last) = past.last_mut() {
            last.until.get_or_insert(from);
        }
        let Ok(amount) = words.next().unwrap().parse() else { continue };
        let is_sale = words.next() == Some("sale");
        let (list, why) = (PriceListId([0; 16]), String::new());
        past.push(Interval { from, until: None, amount, is_sale, list, why });
    }
    past
}

/// `was 100, now 80: -20 %, since 03-01`, or nothing.
fn told(text: &str, today: &str, steps: Steps) -> String {
    let Some(found) = reduction(&past(text), day(today), steps) else { return "nothing".into() };
    let began = found.began_at.to_string();
    let began = &began[5..10];
    format!("was {}, now {}: -{} %, since {began}", found.prior, found.amount, found.percent)
}

fn check(text: &str, today: &str, expected: &str) {
    assert_eq!(told(text, today, Steps::EachAnew), expected, "{text} on {today}");
}

#[test]
fn a_simple_sale() {
    let text = "01-01 100 | 03-01 80 sale | 03-15 100";
    check(text, "02-28", "nothing");
    check(text, "03-01", "was 100, now 80: -20 %, since 03-01");
    check(text, "03-14", "was 100, now 80: -20 %, since 03-01");
    check(text, "03-15", "nothing");
}

#[test]
fn a_second_sale_within_thirty_days_is_measured_from_the_first() {
    // The sale of early March was at 80; in late March 70 is 12.5 % below it, not 30 % below 100.
    let text = "01-01 100 | 03-01 80 sale | 03-08 100 | 03-22 70 sale";
    check(text, "03-22", "was 80, now 70: -12 %, since 03-22");
    // 80 again is no reduction at all.
    check("01-01 100 | 03-01 80 sale | 03-08 100 | 03-22 80 sale", "03-22", "nothing");
    // More than thirty days after the first has ended, 100 counts again.
    let text = "01-01 100 | 03-01 80 sale | 03-08 100 | 04-08 80 sale";
    check(text, "04-08", "was 100, now 80: -20 %, since 04-08");
    check("01-01 100 | 03-01 80 sale | 03-08 100 | 04-06 80 sale", "04-06", "nothing");
}

#[test]
fn what_is_sold_for_less_than_thirty_days_counts_since_then() {
    check("03-01 100 | 03-05 110 | 03-11 88 sale", "03-11", "was 100, now 88: -12 %, since 03-11");
    // On sale from the first moment: it never cost more.
    check("03-01 88 sale", "03-11", "nothing");
    // Not sold in the thirty days before: nothing to compare with.
    check("01-01 100 | 01-15 - | 03-01 80 sale", "03-01", "nothing");
}

#[test]
fn a_pause_begins_the_reduction_anew() {
    // After the pause the thirty days hold the sale itself.
    let text = "01-01 100 | 03-01 80 sale | 03-08 100 | 03-10 80 sale";
    check(text, "03-07", "was 100, now 80: -20 %, since 03-01");
    check(text, "03-10", "nothing");
    // Not sold for two days is a pause too.
    check("01-01 100 | 03-01 80 sale | 03-08 - | 03-10 80 sale", "03-10", "nothing");
    // Without a pause it goes on, however long: another list, the same price.
    let text = "01-01 100 | 03-01 80 sale | 03-20 80 sale";
    check(text, "05-20", "was 100, now 80: -20 %, since 03-01");
}

#[test]
fn a_rise_just_before_the_sale_does_not_help() {
    let text = "01-01 100 | 02-25 150 | 03-01 120 sale";
    check(text, "03-01", "nothing");
    check("01-01 100 | 02-25 150 | 03-01 99 sale", "03-01", "was 100, now 99: -1 %, since 03-01");
    // Thirty days and an hour later the rise has become the price.
    check(
        "01-01 100 | 02-25 150 | 03-28 120 sale",
        "03-28",
        "was 150, now 120: -20 %, since 03-28",
    );
}

#[test]
fn what_is_not_below_the_prior_price_is_announced_as_nothing() {
    // C-330/23: “price highlight” at the price of the last thirty days.
    check("01-01 169 | 02-10 129 | 02-20 169 | 03-01 129 sale", "03-01", "nothing");
    check("01-01 100 | 03-01 100 sale", "03-01", "nothing");
    check("01-01 100 | 03-01 120 sale", "03-01", "nothing");
    // A lower price that nobody announces is no reduction.
    check("01-01 100 | 03-01 80", "03-01", "nothing");
    // C-330/23, the bananas: shown as 23 % below 1.69 that had been asked just before, while 1.29 was the low: none.
    check("01-01 129 | 02-20 169 | 03-01 129 sale", "03-01", "nothing");
}

#[test]
fn percent_is_rounded_down() {
    check("01-01 300 | 03-01 200 sale", "03-01", "was 300, now 200: -33 %, since 03-01");
    check("01-01 4999 | 03-01 4000 sale", "03-01", "was 4999, now 4000: -19 %, since 03-01");
    check("01-01 1000 | 03-01 999 sale", "03-01", "was 1000, now 999: -0 %, since 03-01");
    check("01-01 100 | 03-01 0 sale", "03-01", "was 100, now 0: -100 %, since 03-01");
}

#[test]
fn steps_count_each_anew_or_from_the_first() {
    let text = "01-01 100 | 03-01 90 sale | 03-10 80 sale | 03-20 70 sale";
    check(text, "03-05", "was 100, now 90: -10 %, since 03-01");
    check(text, "03-12", "was 90, now 80: -11 %, since 03-10");
    check(text, "03-21", "was 80, now 70: -12 %, since 03-20");
    let from_first = |today| told(text, today, Steps::FromTheFirst);
    assert_eq!(from_first("03-12"), "was 100, now 80: -20 %, since 03-01");
    assert_eq!(from_first("03-21"), "was 100, now 70: -30 %, since 03-01");
    // A step upwards ends the row.
    let up = "01-01 100 | 03-01 70 sale | 03-10 80 sale";
    assert_eq!(told(up, "03-10", Steps::FromTheFirst), "nothing");
    // A lower price that was not announced is no step: 90 had been the price for two months.
    let quiet = "01-01 100 | 01-10 90 | 03-10 80 sale";
    assert_eq!(told(quiet, "03-10", Steps::FromTheFirst), "was 90, now 80: -11 %, since 03-10");
}

#[test]
fn the_window_is_not_shorter_than_thirty_days() {
    let began = day("04-15");
    let cheap = |until: Time| Interval { until: Some(until), ..past("01-01 50").remove(0) };
    let dear = |from: Time| Interval { from, ..past("01-01 100").remove(0) };
    let low = |until: Time| prior(&[&cheap(until), &dear(until)], began);
    assert_eq!(low(began.minus(days(30))), Some(50));
    // In the month in which clocks go back, thirty days have an hour more.
    assert_eq!(low(began.minus(days(30) + hours(1) - 1)), Some(50));
    assert_eq!(low(began.minus(WINDOW)), Some(100));
}
