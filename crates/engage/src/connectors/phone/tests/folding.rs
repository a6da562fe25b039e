//! The call is the same, in whatever order and however often its pieces come.

use expect_test::expect;
use kit::Time;
use kit::time::{hours, minutes, seconds};
use proptest::prelude::*;

use super::super::call::{Call, CallEvent, CallState, Happened, Reason, Way, fold};

const NOON: Time = Time(1_795_262_400_000_000);

/// Something said after so many seconds, of an extension or none.
fn said(what: Happened, after: i64, extension: &str) -> CallEvent {
    let id = format!("{}/{extension}/{after}", what.as_str());
    let extension = Some(extension.to_string()).filter(|text| !text.is_empty());
    CallEvent { extension, ..CallEvent::new(what, NOON.plus(seconds(after)), id) }
}

fn inbound() -> CallEvent {
    CallEvent {
        direction: Some(Way::Inbound),
        from: Some("+48601234567".into()),
        to: Some("+48123456789".into()),
        ..said(Happened::Ringing, 0, "")
    }
}

fn ended(after: i64, reason: Option<Reason>) -> CallEvent {
    CallEvent { reason, ..said(Happened::Ended, after, "") }
}

/// A call in one line.
fn line(call: &Call) -> String {
    format!(
        "{} {} rings {:?}, {} s by {:?}, {:?}",
        call.direction.as_str(),
        call.state.as_str(),
        call.ringing,
        call.duration_s.map_or("no".into(), |seconds| seconds.to_string()),
        call.extension.as_deref().unwrap_or("nobody"),
        call.reason,
    )
}

fn stories() -> Vec<Vec<CallEvent>> {
    use Happened::{Answered, Ended, Recorded, Ringing, Unanswered, Voicemail};
    let counted = CallEvent { duration_s: Some(42), ..said(Ended, 90, "") };
    let link = Some("https://pbx.example/1.wav".to_string());
    let recorded = CallEvent { recording_url: link, ..said(Recorded, 200, "") };
    let outbound = CallEvent { direction: Some(Way::Outbound), ..said(Ringing, 0, "102") };
    vec![
        vec![inbound()],
        vec![inbound(), said(Ringing, 1, "101"), said(Ringing, 1, "102")],
        vec![
            inbound(),
            said(Ringing, 1, "101"),
            said(Unanswered, 20, "101"),
            said(Ringing, 20, "102"),
        ],
        vec![inbound(), said(Ringing, 1, "101"), said(Answered, 8, "101")],
        vec![
            inbound(),
            said(Ringing, 1, "101"),
            said(Answered, 8, "101"),
            ended(200, None),
            recorded,
        ],
        vec![inbound(), said(Ringing, 1, "101"), ended(30, Some(Reason::Cancelled))],
        vec![inbound(), said(Voicemail, 30, ""), ended(60, None)],
        vec![inbound(), said(Voicemail, 30, "")],
        vec![inbound(), counted],
        vec![inbound(), said(Answered, 8, "101"), said(Answered, 60, "102"), ended(100, None)],
        vec![outbound.clone(), ended(12, Some(Reason::Busy))],
        vec![outbound, said(Answered, 9, "")],
    ]
}

#[test]
fn what_a_call_is() {
    let lines: Vec<String> =
        stories().iter().map(|events| line(&fold(events).expect("a call"))).collect();
    expect![[r#"
        inbound ringing rings [], no s by "nobody", None
        inbound ringing rings ["101", "102"], no s by "nobody", None
        inbound ringing rings ["102"], no s by "nobody", None
        inbound answered rings [], no s by "101", None
        inbound ended rings [], 192 s by "101", None
        inbound missed rings [], no s by "nobody", Some(Cancelled)
        inbound voicemail rings [], no s by "nobody", None
        inbound voicemail rings [], no s by "nobody", None
        inbound ended rings [], 42 s by "nobody", None
        inbound ended rings [], 92 s by "101", None
        outbound missed rings [], no s by "102", Some(Busy)
        outbound answered rings [], no s by "102", None"#]]
    .assert_eq(&lines.join("\n"));
    assert_eq!(fold(&[]), None);
}

#[test]
fn a_call_of_which_no_end_was_heard_is_over_one_day() {
    let rings = fold(&[inbound()]).expect("a call");
    assert_eq!(rings.state_at(NOON.plus(minutes(4))), CallState::Ringing);
    assert_eq!(rings.state_at(NOON.plus(minutes(6))), CallState::Missed);
    let talks = fold(&[inbound(), said(Happened::Answered, 8, "101")]).expect("a call");
    assert_eq!(talks.state_at(NOON.plus(hours(3))), CallState::Answered);
    assert_eq!(talks.state_at(NOON.plus(hours(5))), CallState::Ended);
}

proptest! {
    #[test]
    fn repeats_and_the_order_of_arrival_change_nothing(
        story in 0..12_usize,
        order in prop::collection::vec(any::<prop::sample::Index>(), 1..24),
    ) {
        let events = &stories()[story];
        let mut arrived: Vec<CallEvent> =
            order.iter().map(|index| index.get(events).clone()).collect();
        arrived.extend(events.iter().rev().cloned());
        prop_assert_eq!(fold(&arrived), fold(events));
    }
}
