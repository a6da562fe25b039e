//! Asterisk's words as tables: what its manager says in calls of a shop, in the form in which version 16 says it. `cargo x
//! phone` asks a real one.

use std::sync::Arc;

use customers::channels::{Channel, ChannelKind};
use expect_test::expect;
use kit::{Time, Tx};
use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::ami::Packet;
use super::understand::Heard;
use crate::connectors::phone::{Belongs, CallEvent, Happened, call_of, record};
use crate::connectors::{Provider, link};
use crate::testing::{Talk, door, on_each_engine};

const NOW: Time = Time(1_795_262_400_000_000);

/// A block written on one line: `Event: Hangup | Uniqueid: 1.1`.
fn packet(line: &str) -> Packet {
    let fields = line.split('|').filter_map(|field| field.split_once(':'));
    Packet(fields.map(|(name, value)| (name.trim().into(), value.trim().into())).collect())
}

fn told(heard: &mut Heard, lines: &[&str]) -> String {
    let said = lines.iter().flat_map(|line| heard.hear(&packet(line), NOW));
    let all: Vec<String> = said.map(|(call, event)| format!("{call}: {}", words(&event))).collect();
    all.join("\n")
}

fn words(event: &CallEvent) -> String {
    let mut words = vec![event.what.as_str().to_string()];
    words.extend(event.direction.map(|way| way.as_str().to_string()));
    words.extend(event.from.as_ref().map(|from| format!("from {from}")));
    words.extend(event.name.as_ref().map(|name| format!("“{name}”")));
    words.extend(event.to.as_ref().map(|to| format!("to {to}")));
    words.extend(event.extension.as_ref().map(|one| format!("at {one}")));
    words.extend(event.recording_url.clone());
    words.extend(event.reason.map(|reason| reason.as_str().to_string()));
    words.join(" ")
}

const COMES: &str = "Event: Newchannel | Channel: PJSIP/trunk-00000001 | CallerIDNum: +48601234567 | CallerIDName: ANNA N \
    | Exten: 48123456789 | Context: from-trunk | Uniqueid: 1.1 | Linkedid: 1.1";

#[test]
fn a_call_that_comes_in_rings_at_two_and_one_answers() {
    let said = told(
        &mut Heard::default(),
        &[
            COMES,
            "Event: Newchannel | Channel: PJSIP/101-00000002 | Exten: s | Uniqueid: 1.2 | Linkedid: 1.1",
            "Event: DialBegin | Channel: PJSIP/trunk-00000001 | DestChannel: PJSIP/101-00000002 | DestUniqueid: 1.2 | DestLinkedid: 1.1",
            "Event: Newchannel | Channel: PJSIP/102-00000003 | Uniqueid: 1.3 | Linkedid: 1.1",
            "Event: DialBegin | Channel: PJSIP/trunk-00000001 | DestChannel: PJSIP/102-00000003 | DestUniqueid: 1.3 | DestLinkedid: 1.1",
            "Event: Newstate | Channel: PJSIP/101-00000002 | ChannelStateDesc: Ringing | Uniqueid: 1.2 | Linkedid: 1.1",
            "Event: DialEnd | DestChannel: PJSIP/102-00000003 | DestUniqueid: 1.3 | DestLinkedid: 1.1 | DialStatus: CANCEL",
            "Event: Hangup | Channel: PJSIP/102-00000003 | Uniqueid: 1.3 | Linkedid: 1.1 | Cause: 26",
            "Event: DialEnd | DestChannel: PJSIP/101-00000002 | DestUniqueid: 1.2 | DestLinkedid: 1.1 | DialStatus: ANSWER",
            "Event: VarSet | Channel: PJSIP/trunk-00000001 | Variable: MIXMONITOR_FILENAME | Value: /var/spool/asterisk/monitor/a b.wav | Uniqueid: 1.1 | Linkedid: 1.1",
            "Event: Hangup | Channel: PJSIP/101-00000002 | Uniqueid: 1.2 | Linkedid: 1.1 | Cause: 16",
            "Event: Hangup | Channel: PJSIP/trunk-00000001 | Uniqueid: 1.1 | Linkedid: 1.1 | Cause: 16",
        ],
    );
    expect![[r#"
        1.1: ringing inbound from +48601234567 “ANNA N” to 48123456789
        1.1: ringing at 101
        1.1: ringing at 102
        1.1: unanswered at 102
        1.1: answered at 101
        1.1: ended cancelled"#]]
    .assert_eq(&said);
}

#[test]
fn a_machine_that_answers_is_nobody() {
    let mut heard = Heard::new(Some("https://pbx.example/rec/".into()));
    let said = told(
        &mut heard,
        &[
            COMES,
            "Event: Newstate | ChannelStateDesc: Up | Uniqueid: 1.1 | Linkedid: 1.1",
            "Event: Newexten | Application: VoiceMail | AppData: 100@default | Uniqueid: 1.1 | Linkedid: 1.1",
            "Event: VarSet | Variable: MIXMONITOR_FILENAME | Value: /var/spool/asterisk/monitor/2026/a b.wav | Uniqueid: 1.1 | Linkedid: 1.1",
            "Event: Hangup | Uniqueid: 1.1 | Linkedid: 1.1 | Cause: 16",
        ],
    );
    expect![[r#"
        1.1: ringing inbound from +48601234567 “ANNA N” to 48123456789
        1.1: voicemail
        1.1: recorded https://pbx.example/rec/2026/a%20b.wav
        1.1: ended cancelled"#]]
    .assert_eq(&said);
}

#[test]
fn a_colleague_calls_out_and_two_of_us_among_themselves_are_no_call() {
    let said = told(
        &mut Heard::default(),
        &[
            "Event: Newchannel | Channel: PJSIP/101-00000001 | CallerIDNum: 101 | Exten: 0048601234567 | Uniqueid: 2.1 | Linkedid: 2.1",
            "Event: Newchannel | Channel: PJSIP/trunk-00000002 | Uniqueid: 2.2 | Linkedid: 2.1",
            "Event: DialBegin | DestChannel: PJSIP/trunk-00000002 | DestUniqueid: 2.2 | DestLinkedid: 2.1",
            "Event: DialEnd | DestChannel: PJSIP/trunk-00000002 | DestUniqueid: 2.2 | DestLinkedid: 2.1 | DialStatus: BUSY",
            "Event: Hangup | Uniqueid: 2.2 | Linkedid: 2.1 | Cause: 17",
            "Event: Hangup | Uniqueid: 2.1 | Linkedid: 2.1 | Cause: 17",
            "Event: Newchannel | Channel: PJSIP/101-00000003 | CallerIDNum: 101 | Exten: 102 | Uniqueid: 3.1 | Linkedid: 3.1",
            "Event: DialBegin | DestChannel: PJSIP/102-00000004 | DestUniqueid: 3.2 | DestLinkedid: 3.1",
            "Event: Hangup | Uniqueid: 3.1 | Linkedid: 3.1 | Cause: 16",
        ],
    );
    expect![[r#"
        2.1: ringing outbound to 0048601234567 at 101
        2.1: ended busy"#]]
    .assert_eq(&said);
}

#[test]
fn a_call_that_we_asked_for_is_answered_when_the_customer_does() {
    let said = told(
        &mut Heard::default(),
        &[
            "Event: Newchannel | Channel: PJSIP/101-00000001 | Exten: s | Uniqueid: onedoor-1 | Linkedid: onedoor-1",
            "Event: DialBegin | DestChannel: PJSIP/101-00000001 | DestUniqueid: onedoor-1 | DestLinkedid: onedoor-1",
            "Event: DialEnd | DestChannel: PJSIP/101-00000001 | DestUniqueid: onedoor-1 | DestLinkedid: onedoor-1 | DialStatus: ANSWER",
            "Event: Newchannel | Channel: PJSIP/trunk-00000002 | Uniqueid: 4.2 | Linkedid: onedoor-1",
            "Event: DialEnd | DestChannel: PJSIP/trunk-00000002 | DestUniqueid: 4.2 | DestLinkedid: onedoor-1 | DialStatus: ANSWER",
            "Event: Hangup | Uniqueid: 4.2 | Linkedid: onedoor-1 | Cause: 16",
            "Event: Hangup | Uniqueid: onedoor-1 | Linkedid: onedoor-1 | Cause: 16",
        ],
    );
    expect![[r#"
        onedoor-1: ringing outbound at 101
        onedoor-1: answered
        onedoor-1: ended cancelled"#]]
    .assert_eq(&said);
}

/// A manager that says what it is given, to whoever signs in.
async fn manager(said: Vec<String>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (reader, mut writer) = stream.into_split();
        writer.write_all(b"Asterisk Call Manager/5.0.5\r\n").await.unwrap();
        let mut lines = BufReader::new(reader).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            match line.as_str() {
                "Action: Login" => {
                    let welcome = b"Response: Success\r\nMessage: Authentication accepted\r\n\r\n";
                    writer.write_all(welcome).await.unwrap();
                }
                "Action: CoreShowChannels" => {
                    for block in &said {
                        let text = format!("{}\r\n\r\n", block.replace(" | ", "\r\n"));
                        writer.write_all(text.as_bytes()).await.unwrap();
                    }
                }
                _ => {}
            }
        }
    });
    port
}

async fn connected(talk: &Talk, port: u16) -> Arc<Channel> {
    let channel = door(&talk.ctx, ChannelKind::Phone, "Centrala", None).await;
    let settings = json!({"host": "127.0.0.1", "port": port, "username": "onedoor"});
    let (secrets, now) = (json!({"password": "secret"}), talk.ctx.customers.clock.now());
    let (keys, id) = (&talk.ctx.secrets, channel.id);
    let save = |tx: &Tx| link::save(tx, keys, id, Provider::Asterisk, &settings, &secrets, now);
    talk.ctx.customers.db.write(save).await.unwrap();
    channel
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_ended_while_nobody_listened_has_an_end() {
    on_each_engine(async |talk| {
        let over = "Event: CoreShowChannelsComplete | EventList: Complete";
        let port = manager(vec![COMES.replace("1.1", "7.1"), over.into()]).await;
        let channel = connected(talk, port).await;
        // Heard of before we were away.
        let ringing = CallEvent {
            from: Some("+48609999888".into()),
            ..CallEvent::new(Happened::Ringing, NOW, "begin")
        };
        let known = record(&talk.ctx, &channel, "6.1", &[ringing], &Belongs::default()).await;
        let known = known.unwrap().unwrap();
        let (stop, stopped) = watch::channel(false);
        let keeping = tokio::spawn(super::keep(talk.ctx.clone(), channel.id, stopped));
        let mut changes = talk.ctx.customers.db.changes();
        let state = async || {
            let message = talk.messages(known.conversation_id).await.remove(0);
            call_of(&message).unwrap().state.as_str()
        };
        while state().await == "ringing" {
            changes.changed().await.unwrap();
        }
        assert_eq!(state().await, "missed");
        assert!(talk.shop.who("device:caller:+48601234567").await.is_some());
        stop.send(true).unwrap();
        keeping.await.unwrap().unwrap();
        talk.ctx.customers.clock.advance(kit::time::seconds(5));
        talk.work().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_no_asterisk_is_told_so() {
    let talk = Talk::open(kit::db::Engine::Sqlite).await;
    let channel = connected(&talk, 1).await;
    let find = |tx: &Tx| link::find_maybe(tx, &talk.ctx.secrets, channel.id);
    let link = talk.ctx.customers.db.read(find).await.unwrap().unwrap();
    assert_eq!(super::test(&link).await.unwrap_err().code, "asterisk_not_reached");
}
