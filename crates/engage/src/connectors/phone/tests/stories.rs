//! What becomes of calls: one message each, in the conversation where it belongs.

use customers::accounts::Permit;
use expect_test::expect;
use kit::Tx;
use kit::time::{minutes, seconds};
use serde_json::{Value, json};

use super::super::by_hand::{self, Told};
use super::super::call::Way;
use super::super::call_of;
use super::{ANNA, hotline, posts, settle};
use crate::conversations::{self, ConversationId, Status, store};
use crate::testing::{Talk, on_each_engine, proven};

async fn status(talk: &Talk, id: ConversationId) -> (Status, bool) {
    let found = talk.ctx.customers.db.read(|tx: &Tx| store::find(tx, id)).await.unwrap();
    (found.status, found.waiting_since.is_some())
}

/// The calls of a conversation, each in a line.
async fn calls(talk: &Talk, id: ConversationId) -> Vec<String> {
    let messages = talk.messages(id).await;
    let line = |message: &conversations::Message| {
        let call = call_of(message)?;
        let (way, state) = (call.direction.as_str(), call.state.as_str());
        let length = call.duration_s.map_or(String::new(), |seconds| format!(" {seconds} s"));
        Some(format!("{way} {state}{length} {}", message.body).trim().to_string())
    };
    messages.iter().filter_map(line).collect()
}

/// The id of the conversation in an answer.
fn place(answer: &Value) -> ConversationId {
    answer["conversation"].as_str().expect("a conversation").parse().expect("an id")
}

/// What is said of a call that Ewa takes, with the seconds since it began.
fn pieces() -> Vec<(i64, Value)> {
    vec![
        (
            0,
            json!({"event": "ringing", "direction": "inbound", "from": "601 234 567", "name": "ANNA N"}),
        ),
        (1, json!({"event": "ringing", "extension": "101"})),
        (8, json!({"event": "answered", "extension": "101"})),
        (200, json!({"event": "ended"})),
        (201, json!({"event": "recorded", "recording_url": "https://pbx.example/c1.wav"})),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_one_message_however_its_pieces_come() {
    on_each_engine(async |talk| {
        let began = talk.shop.ctx.clock.now();
        talk.shop.ctx.clock.advance(minutes(10));
        let (_, key) = hotline(talk).await;
        let mut told = Vec::new();
        for (name, order) in [("a", [0, 1, 2, 3, 4]), ("b", [4, 3, 2, 1, 0]), ("c", [2, 4, 0, 3, 1])] {
            let mut last = Value::Null;
            for piece in order.into_iter().chain(order).chain(order) {
                let (after, mut body) = pieces()[piece].clone();
                body["call"] = json!(name);
                body["at"] = json!(began.plus(seconds(after)));
                let (status, answer) = posts(talk, &key, body).await;
                assert_eq!(status, 200, "{answer}");
                last = answer;
            }
            let id = place(&last);
            let of_call = talk.messages(id).await;
            let mut call = call_of(of_call.last().unwrap()).unwrap();
            call.agent = None;
            told.push(serde_json::to_value(&call).unwrap());
        }
        settle(talk).await;
        assert_eq!(told[0], told[1]);
        assert_eq!(told[0], told[2]);
        expect![[r#"
            {"direction":"inbound","from":"601 234 567","to":null,"name":"ANNA N","state":"ended","started_at":"2026-11-21T12:00:00Z","answered_at":"2026-11-21T12:00:08Z","ended_at":"2026-11-21T12:03:20Z","duration_s":192,"ringing":[],"extension":"101","agent":null,"by_hand":false,"recording_url":"https://pbx.example/c1.wav","reason":null}"#]]
        .assert_eq(&told[0].to_string());
        let caller = talk.who(&format!("device:caller:{ANNA}")).await;
        let told = talk.shop.told(caller).await;
        assert_eq!(told.iter().filter(|name| *name == "Call Started").count(), 3, "{told:?}");
        assert_eq!(told.iter().filter(|name| *name == "Call Ended").count(), 3, "{told:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_call_waits_for_an_answer_and_a_talk_is_one() {
    on_each_engine(async |talk| {
        let anna = proven(&format!("phone:{ANNA}"));
        let asked = talk.says(&talk.store, &anna, "1", "Is the lamp in stock?").await;
        let id = asked.conversation_id;
        talk.answers(id, "Which one?").await.unwrap();
        talk.work().await;
        assert_eq!(status(talk, id).await, (Status::Pending, false));
        let (_, key) = hotline(talk).await;
        let say = async |call: &str, event: &str| {
            posts(talk, &key, json!({"call": call, "event": event, "from": ANNA})).await.1
        };
        assert_eq!(place(&say("1", "ringing").await), id);
        assert_eq!(status(talk, id).await, (Status::Open, true));
        say("1", "ended").await;
        assert_eq!(status(talk, id).await, (Status::Open, true));
        // She calls again, and somebody answers.
        talk.shop.ctx.clock.advance(minutes(1));
        assert_eq!(place(&say("2", "ringing").await), id);
        say("2", "answered").await;
        assert_eq!(status(talk, id).await, (Status::Pending, false));
        conversations::close(&talk.ctx, &talk.staff(), id).await.unwrap();
        talk.shop.ctx.clock.advance(seconds(90));
        say("2", "ended").await;
        // What was closed while they talked stays closed.
        assert_eq!(status(talk, id).await, (Status::Closed, false));
        settle(talk).await;
        assert_eq!(calls(talk, id).await, ["inbound missed", "inbound ended 90 s"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_withholds_the_number_is_somebody_new_each_time() {
    on_each_engine(async |talk| {
        let (_, key) = hotline(talk).await;
        let mut places = Vec::new();
        for (call, from) in [("1", "anonymous"), ("2", "anonymous"), ("3", ANNA), ("4", ANNA)] {
            let body = json!({"call": call, "event": "ringing", "from": from});
            places.push(place(&posts(talk, &key, body).await.1));
        }
        assert_ne!(places[0], places[1]);
        assert_eq!(places[2], places[3]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_call_is_refused_in_words() {
    on_each_engine(async |talk| {
        let (_, key) = hotline(talk).await;
        let long = "x".repeat(201);
        let mut answers = Vec::new();
        for body in [
            json!({"call": "", "event": "ringing"}),
            json!({"call": long, "event": "ringing"}),
            json!({"call": "1", "event": "sang"}),
            json!({"call": "1", "event": "recorded", "recording_url": "javascript:alert(1)"}),
            json!({"call": "1", "event": "recorded", "recording_url": "https://u:p@pbx.example/"}),
            json!({"call": "1", "event": "ended", "duration_seconds": -1}),
            json!({"call": "1", "event": "ended", "cost": 2}),
        ] {
            let (status, answer) = posts(talk, &key, body).await;
            answers.push(format!("{status} {}", answer["code"].as_str().unwrap_or_default()));
        }
        expect![[r#"
            400 bad_call_id
            400 bad_call_id
            400 bad_json
            400 bad_recording_url
            400 bad_recording_url
            400 bad_duration
            400 bad_json"#]]
        .assert_eq(&answers.join("\n"));
        let (status, answer) = posts(talk, &talk.chat.write_key, json!({})).await;
        assert_eq!((status, answer["code"].as_str()), (403, Some("write_key_cannot_read")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_write_down_a_call_and_what_was_said() {
    on_each_engine(async |talk| {
        let anna = proven(&format!("phone:{ANNA}"));
        let asked = talk.says(&talk.store, &anna, "1", "Please call me").await;
        let id = asked.conversation_id;
        let leaf = talk.who(&format!("phone:{ANNA}")).await;
        let told = |key: &str, minutes| Told {
            channel_id: Some(talk.phone.id),
            customer: leaf,
            conversation: Some(id),
            direction: Way::Outbound,
            began_at: talk.shop.ctx.clock.now(),
            minutes,
            words: "The lamp is put aside until Friday.".into(),
            key: key.into(),
        };
        for _ in 0..2 {
            by_hand::log(&talk.ctx, &talk.staff(), &told("k1", Some(3))).await.unwrap();
        }
        assert_eq!(status(talk, id).await, (Status::Pending, false));
        let known = by_hand::log(&talk.ctx, &talk.staff(), &told("k2", None)).await.unwrap();
        let message = known.message_id;
        by_hand::note(&talk.ctx, &talk.staff(), id, message, "Nobody there.").await.unwrap();
        settle(talk).await;
        assert_eq!(
            calls(talk, id).await,
            [
                "outbound ended 180 s The lamp is put aside until Friday.",
                "outbound missed Nobody there."
            ]
        );
        // It hangs on Anna herself: staff say so.
        let customer = talk.who(&format!("phone:{ANNA}")).await;
        assert!(talk.shop.told(customer).await.contains(&"Call Ended".to_string()));
        let soon = Told { began_at: talk.shop.ctx.clock.now().plus(1), ..told("k3", None) };
        let refused = by_hand::log(&talk.ctx, &talk.staff(), &soon).await;
        assert_eq!(refused.unwrap_err().code, "bad_call_time");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_whoever_is_erased_no_call_is_left_and_none_comes_back() {
    on_each_engine(async |talk| {
        let (door, key) = hotline(talk).await;
        let rings = json!({"call": "1", "event": "ringing", "from": ANNA});
        posts(talk, &key, rings.clone()).await;
        let caller = format!("device:caller:{ANNA}");
        let customers = &talk.ctx.customers;
        let named = customers::context::Named::parse(&caller, None).unwrap();
        customers::privacy::erase(customers, &Permit::console(), &named).await.unwrap();
        talk.work().await;
        for event in ["ringing", "answered", "ended"] {
            let body = json!({"call": "1", "event": event, "from": ANNA});
            let (status, answer) = posts(talk, &key, body).await;
            assert_eq!((status, answer), (200, json!({"call": "1"})));
        }
        assert_eq!(talk.shop.who(&caller).await, None);
        let left = |tx: &Tx| super::super::store::events(tx, door.id, "1");
        assert_eq!(customers.db.read(left).await.unwrap(), []);
    })
    .await;
}
