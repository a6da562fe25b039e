//! Who is shown a call that goes on, and how soon.

use std::time::{Duration, Instant};

use customers::accounts::{AccountId, NewAccount, Permit, Role, invite, may};
use customers::channels::ChannelId;
use kit::{Time, Tx};
use serde_json::json;

use super::super::call::{Agent, CallEvent, CallState, Happened, Way, fold};
use super::super::extensions;
use super::super::pop::{Live, shown};
use super::super::record::proper_number;
use super::super::rules::is_shown;
use super::super::store::Extension;
use super::{ANNA, hotline, posts, settle};
use crate::testing::{Talk, on_each_engine, proven};

const EWA: AccountId = AccountId([1; 16]);
const OLA: AccountId = AccountId([2; 16]);
const JAN: AccountId = AccountId([3; 16]);

#[test]
fn the_one_whose_telephone_rings() {
    let extension = |account_id, extension: &str| Extension {
        channel_id: ChannelId([0; 16]),
        account_id,
        extension: extension.into(),
    };
    let known = [extension(EWA, "101"), extension(OLA, "102")];
    let call = |direction: Way, rings: &[&str]| {
        let ring = |number: &&str| CallEvent {
            extension: Some((*number).to_string()),
            ..CallEvent::new(Happened::Ringing, Time(1), *number)
        };
        let begun = CallEvent::new(Happened::Ringing, Time(0), "begun");
        let mut events = vec![CallEvent { direction: Some(direction), ..begun }];
        events.extend(rings.iter().map(ring));
        fold(&events).unwrap()
    };
    let seen_by = |call: &super::super::Call, state| {
        [Some(EWA), Some(OLA), Some(JAN), None].map(|who| is_shown(call, state, who, &known))
    };
    let inbound = |rings: &[&str]| seen_by(&call(Way::Inbound, rings), CallState::Ringing);
    // Nobody knows yet where it will ring.
    assert_eq!(inbound(&[]), [true, true, true, true]);
    assert_eq!(inbound(&["101"]), [true, false, false, false]);
    assert_eq!(inbound(&["101", "102"]), [true, true, false, false]);
    // The telephone in the corner is nobody's.
    assert_eq!(inbound(&["101", "199"]), [true, false, true, true]);
    let mut talks = call(Way::Inbound, &["101"]);
    talks.agent = Some(Agent { id: EWA, name: "Ewa".into() });
    assert_eq!(seen_by(&talks, CallState::Answered), [true, false, false, false]);
    assert_eq!(seen_by(&talks, CallState::Ended), [false; 4]);
    let mut calls = call(Way::Outbound, &["102"]);
    calls.agent = Some(Agent { id: OLA, name: "Ola".into() });
    assert_eq!(seen_by(&calls, CallState::Ringing), [false, true, false, false]);
}

async fn colleague(talk: &Talk, name: &str) -> AccountId {
    let email = format!("{}@kubek.pl", name.to_lowercase());
    let new = NewAccount::checked(name, &email, Role::Agent).unwrap();
    let (account, _) = invite(&talk.ctx.customers, &Permit::console(), new).await.unwrap();
    account.id
}

/// Whose desks show something, and what.
async fn desks(talk: &Talk, who: &[AccountId]) -> Vec<Vec<String>> {
    let see: Permit<may::SeeConversations> = Permit::console();
    let mut all = Vec::new();
    for viewer in who {
        let look = |tx: &Tx| shown(tx, &talk.ctx, &see, Some(*viewer));
        let calls = talk.ctx.customers.db.read(look).await.unwrap();
        all.push(calls.iter().map(|call| call.state.as_str().to_string()).collect());
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn it_rings_at_ewas_desk_and_not_at_olas() {
    on_each_engine(async |talk| {
        let asked = talk.says(&talk.store, &proven(&format!("phone:{ANNA}")), "1", "Call me").await;
        let (door, key) = hotline(talk).await;
        let (ewa, ola) = (colleague(talk, "Ewa").await, colleague(talk, "Ola").await);
        for (who, extension) in [(ewa, "101"), (ola, "102")] {
            extensions::set(&talk.ctx, &talk.staff(), door.id, who, extension).await.unwrap();
        }
        let taken = extensions::set(&talk.ctx, &talk.staff(), door.id, ola, "101").await;
        assert_eq!(taken.unwrap_err().code, "extension_taken");
        let say = async |event: &str, extension: &str| {
            let body = json!({"call": "c1", "event": event, "from": ANNA, "extension": extension});
            assert_eq!(posts(talk, &key, body).await.0, 200);
        };
        say("ringing", "101").await;
        assert_eq!(desks(talk, &[ewa, ola]).await, [vec!["ringing"], vec![]]);
        let see: Permit<may::SeeConversations> = Permit::console();
        let look = |tx: &Tx| shown(tx, &talk.ctx, &see, Some(ewa));
        let call = talk.ctx.customers.db.read(look).await.unwrap().remove(0);
        assert_eq!(call.conversation_id, asked.conversation_id);
        assert_eq!(call.holder, Some(talk.who(&format!("phone:{ANNA}")).await));
        assert_eq!(call.caller, talk.who(&format!("device:caller:{ANNA}")).await);
        // Ewa is away: it goes on to Ola, who answers.
        say("unanswered", "101").await;
        say("ringing", "102").await;
        assert_eq!(desks(talk, &[ewa, ola]).await, [vec![], vec!["ringing"]]);
        say("answered", "102").await;
        assert_eq!(desks(talk, &[ewa, ola]).await, [vec![], vec!["answered"]]);
        say("ended", "102").await;
        assert_eq!(desks(talk, &[ewa, ola]).await, [vec![] as Vec<String>, vec![]]);
        settle(talk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_hears_of_it_at_once() {
    on_each_engine(async |talk| {
        let (_, key) = hotline(talk).await;
        let mut live = Live::open(talk.ctx.clone(), Permit::console(), None);
        assert_eq!(live.changed().await.unwrap().len(), 0);
        let rings = json!({"call": "c1", "event": "ringing", "from": ANNA});
        // Reads the world's numbering plans, once for the life of a process.
        proper_number(ANNA, None).unwrap();
        let began = Instant::now();
        let wait = tokio::time::timeout(Duration::from_secs(5), live.changed());
        let (calls, _) = tokio::join!(wait, posts(talk, &key, rings));
        println!("from the event to the desk: {:?}", began.elapsed());
        assert_eq!(calls.expect("in time").unwrap().len(), 1);
        posts(talk, &key, json!({"call": "c1", "event": "ended"})).await;
        assert_eq!(live.changed().await.unwrap().len(), 0);
        settle(talk).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_at_another_server_hears_of_it_within_a_second() {
    on_each_engine(async |talk| {
        let (_, key) = hotline(talk).await;
        let other = talk.shop.second_process().await;
        let ctx = crate::Ctx { customers: other.ctx.clone(), ..talk.ctx.clone() };
        let mut live = Live::open(ctx, Permit::console(), None);
        assert_eq!(live.changed().await.unwrap().len(), 0);
        // Reads the world's numbering plans, once for the life of a process.
        proper_number(ANNA, None).unwrap();
        let began = Instant::now();
        let wait = tokio::time::timeout(Duration::from_secs(10), live.changed());
        let rings = json!({"call": "c1", "event": "ringing", "from": ANNA});
        let (calls, _) = tokio::join!(wait, posts(talk, &key, rings));
        println!("from the event to the desk at another server: {:?}", began.elapsed());
        assert_eq!(calls.expect("in time").unwrap().len(), 1);
        posts(talk, &key, json!({"call": "c1", "event": "ended"})).await;
        settle(talk).await;
    })
    .await;
}
