//! The rules as tables, and what holds for every order of joins.

use customers::identities::CustomerId;
use kit::Time;
use kit::time::days;
use proptest::prelude::*;

use crate::conversations::rules::{
    Candidate, Found, Join, JoinReason, Part, Place, Why, components, moment, place, regroup,
};
use crate::conversations::{ConversationId, Status};

const NOW: Time = Time(1_795_262_400_000_000);

fn id(n: u8) -> ConversationId {
    ConversationId([n; 16])
}

fn candidate(n: u8, status: Status, days_ago: i64) -> Candidate {
    Candidate { id: id(n), status, last_at: NOW.minus(days(days_ago)) }
}

#[test]
fn the_first_hint_that_holds_decides() {
    let (open, closed) = (candidate(1, Status::Open, 1), candidate(2, Status::Closed, 2));
    let (long_closed, pending) =
        (candidate(3, Status::Closed, 90), candidate(4, Status::Pending, 3));
    let check = |found: Found, wanted: Place| assert_eq!(place(&found, NOW), wanted, "{found:?}");
    let of =
        |of_customer: &[Candidate]| Found { of_customer: of_customer.to_vec(), ..Found::default() };
    check(of(&[]), Place::New);
    check(of(&[closed, open, long_closed]), Place::In(id(1), Why::Open));
    check(of(&[open, pending]), Place::In(id(1), Why::Open));
    check(of(&[closed, long_closed]), Place::In(id(2), Why::Reopened));
    check(of(&[long_closed]), Place::New);
    check(
        Found { by_reference: Some(long_closed), by_code: Some(pending), ..of(&[open]) },
        Place::In(id(3), Why::Reference),
    );
    check(Found { by_code: Some(pending), ..of(&[open]) }, Place::In(id(4), Why::Code));
    check(Found { by_claim: vec![pending], ..of(&[open]) }, Place::In(id(1), Why::Open));
    check(Found { by_claim: vec![pending], ..of(&[closed]) }, Place::In(id(4), Why::Claim));
    check(Found { by_claim: vec![closed], ..of(&[]) }, Place::New);
}

fn customer(n: u8) -> CustomerId {
    CustomerId([n; 16])
}

#[test]
fn what_staff_took_apart_stays_apart() {
    let part = |n: u8| Part { id: id(n), root: id(n), customer: customer(1), status: Status::Open };
    let apart = [Join { a: id(1), b: id(2), reason: JoinReason::Staff }];
    assert_eq!(regroup(&[part(1), part(2)], &[], &apart).joined, []);
    let with_third = regroup(&[part(1), part(2), part(3)], &[], &apart);
    assert_eq!(with_third.joined, [Join { a: id(1), b: id(3), reason: JoinReason::Identity }]);
}

fn parts() -> impl Strategy<Value = Vec<(u8, bool)>> {
    prop::collection::vec((1_u8..4, any::<bool>()), 1..9)
}

proptest! {
    /// Customers merge in some way, then are as at the beginning: so are their conversations.
    #[test]
    fn a_split_gives_back_what_was(parts in parts(), merged in prop::collection::vec(1_u8..3, 4)) {
        let part = |of: &dyn Fn(u8) -> u8| -> Vec<Part> {
            parts.iter().enumerate().map(|(n, &(owner, open))| Part {
                id: id(n as u8 + 1),
                root: id(n as u8 + 1),
                customer: customer(of(owner)),
                status: if open { Status::Open } else { Status::Closed },
            }).collect()
        };
        let apart = part(&|owner| owner);
        let before = regroup(&apart, &[], &[]).joined;
        let together = part(&|owner| merged[owner as usize]);
        let change = regroup(&together, &before, &[]);
        let mut joins: Vec<Join> = before.iter().filter(|j| !change.undone.contains(j)).copied().collect();
        joins.extend(&change.joined);
        let back = regroup(&apart, &joins, &[]);
        joins.retain(|join| !back.undone.contains(join));
        joins.extend(&back.joined);
        let ids = || apart.iter().map(|part| part.id);
        prop_assert_eq!(components(ids(), joins.iter()), components(ids(), before.iter()));
    }

    /// Doing it again changes nothing.
    #[test]
    fn regrouping_twice_is_regrouping_once(parts in parts()) {
        let parts: Vec<Part> = parts.iter().enumerate().map(|(n, &(owner, open))| Part {
            id: id(n as u8 + 1),
            root: id(n as u8 + 1),
            customer: customer(owner),
            status: if open { Status::Open } else { Status::Closed },
        }).collect();
        let joins = regroup(&parts, &[], &[]).joined;
        let again = regroup(&parts, &joins, &[]);
        prop_assert_eq!((again.joined, again.undone), (vec![], vec![]));
    }
}

#[test]
fn what_was_said_has_its_place_whatever_clocks_say() {
    let second = kit::time::seconds;
    let told = |told: i64, answered: Option<i64>| {
        moment(Time(told), answered.map(Time), Time(second(100))).0
    };
    assert_eq!(told(second(50) + 7, None), second(50) + 7);
    // Whole seconds: after what was said within that second, as far as anybody can know.
    assert_eq!(told(second(50), None), second(51) - 1);
    assert_eq!(told(second(100), None), second(100));
    // A clock that is slow does not put an answer before its question; one that is fast does not put it into the future.
    assert_eq!(told(second(40), Some(second(90))), second(90) + 1);
    assert_eq!(told(second(500), Some(second(90))), second(100));
}
