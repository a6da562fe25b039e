//! What the assistant does with what it knows.

use kit::Time;
use kit::time::days;

use crate::bot::rules::{Deed, Memory, OrderSeen, Question, Seen, Stage, Why, decide};
use crate::bot::understand::{Intent, Understood};

const NOW: Time = Time(days(20_000));

fn order(number: &str, days_ago: i64) -> OrderSeen {
    let at = NOW.minus(days(days_ago));
    OrderSeen {
        number: number.into(),
        placed_at: at,
        stage: Stage::Shipped,
        stage_at: at,
        tracking: None,
    }
}

fn wants(intent: Option<Intent>) -> Seen {
    let understood = Understood { intent, has_hint: intent.is_some(), lang: None };
    Seen { understood, is_proven: true, ..Seen::default() }
}

#[track_caller]
fn check(seen: &Seen, expected: Deed) {
    assert_eq!(decide(seen, NOW), expected);
}

#[test]
fn orders_are_told_only_to_whom_they_belong() {
    let status = Seen { orders: vec![order("1042", 3)], ..wants(Some(Intent::Status)) };
    check(&status, Deed::Order(order("1042", 3)));
    check(&Seen { is_proven: false, ..status.clone() }, Deed::HandOver(Why::Unproven));
    let named = Seen { named_order: Some("1041".into()), ..status.clone() };
    check(&named, Deed::HandOver(Why::UnknownOrder));
    check(&Seen { orders: Vec::new(), ..status }, Deed::HandOver(Why::UnknownOrder));
}

#[test]
fn of_several_orders_it_asks_once_which() {
    let several = Seen {
        orders: vec![order("1043", 2), order("1042", 5), order("900", 90)],
        ..wants(Some(Intent::Status))
    };
    check(&several, Deed::Ask(Question::WhichOrder));
    let memory =
        Memory { has_spoken: true, asked: Some(Question::WhichOrder), has_handed_over: false };
    let answered = Seen {
        memory,
        named_order: Some("1042".into()),
        understood: Understood::default(),
        ..several.clone()
    };
    check(&answered, Deed::Order(order("1042", 5)));
    check(&Seen { memory, ..several.clone() }, Deed::Order(order("1043", 2)));
    let one_recent = Seen { orders: vec![order("1043", 2), order("900", 90)], ..several };
    check(&one_recent, Deed::Order(order("1043", 2)));
}

#[test]
fn it_is_silent_where_people_are() {
    let hours = Seen { knows_hours: true, ..wants(Some(Intent::Hours)) };
    check(&hours, Deed::Hours);
    check(&Seen { has_people: true, ..hours.clone() }, Deed::Silent);
    let memory = Memory { has_spoken: true, asked: None, has_handed_over: true };
    check(&Seen { memory, ..hours }, Deed::Silent);
}

#[test]
fn it_asks_back_once_and_then_hands_over() {
    check(&wants(Some(Intent::Greeting)), Deed::Ask(Question::What));
    let half = Seen {
        understood: Understood { has_hint: true, ..Understood::default() },
        ..Seen::default()
    };
    check(&half, Deed::Ask(Question::What));
    let memory = Memory { has_spoken: true, asked: Some(Question::What), has_handed_over: false };
    check(&Seen { memory, ..half }, Deed::HandOver(Why::Unsure));
    check(&wants(None), Deed::HandOver(Why::Unsure));
    check(&wants(Some(Intent::Human)), Deed::HandOver(Why::Asked));
}

#[test]
fn what_the_shop_has_not_said_is_for_people_unless_an_article_says_it() {
    check(&wants(Some(Intent::Returns)), Deed::HandOver(Why::NotKnown));
    check(&Seen { has_article: true, ..wants(Some(Intent::Returns)) }, Deed::Article);
    check(
        &Seen { knows_returns: true, has_article: true, ..wants(Some(Intent::Returns)) },
        Deed::Returns,
    );
    check(&Seen { has_article: true, ..wants(None) }, Deed::Article);
    check(&wants(Some(Intent::Thanks)), Deed::Silent);
    let memory = Memory { has_spoken: true, ..Memory::default() };
    check(&Seen { memory, ..wants(Some(Intent::Thanks)) }, Deed::Welcome);
}
