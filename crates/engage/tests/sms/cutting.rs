//! The line to a centre is cut at each step of an SMS. What the centre took over says how often it arrived; docs/sending.md
//! says how often it may.

use customers::channels::ChannelKind;
use engage::connectors::{Provider, keep_running};
use engage::conversations::{ConversationId, State};
use engage::testing::{Talk, connected, on_each_engine, promised, proven};
use kit::time::minutes;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::centre::{Centre, until};
use crate::line::{Cut, Line};

/// A door by a line of its own, by which somebody asked something.
async fn asked(talk: &Talk, centre: &Centre, n: usize) -> (Line, ConversationId) {
    let line = Line::to(centre.port).await;
    let settings = json!({
        "host": "127.0.0.1", "port": line.port, "system_id": "shop", "from": "+48500100200",
    });
    let (kind, secrets) = (ChannelKind::Sms, json!({ "password": "secret" }));
    let name = format!("SMS {n}");
    let door = connected(&talk.ctx, kind, &name, Provider::Smpp, settings, secrets).await;
    let who = proven(&format!("phone:+4860100000{n}"));
    (line, talk.says(&door, &who, "1", "Hello?").await.conversation_id)
}

async fn until_bound(centre: &Centre, sessions: usize) {
    until("all sessions are bound", async || {
        centre.ask("/bound", Value::Null).await.filter(|bound| *bound == sessions)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node and the npm package smpp; cargo x sms runs it"]
async fn an_sms_cut_at_each_step() {
    on_each_engine(async |talk| {
        let centre = Centre::start().await;
        let mut doors = Vec::new();
        for (n, cut) in Cut::ALL.into_iter().enumerate() {
            let (line, conversation) = asked(talk, &centre, n).await;
            doors.push((cut, line, conversation));
        }
        let (stop, stopped) = watch::channel(false);
        let sessions = tokio::spawn(keep_running(talk.ctx.clone(), stopped));
        until_bound(&centre, doors.len()).await;
        for (cut, line, conversation) in &doors {
            line.cut_next(*cut);
            talk.answers(*conversation, cut.words()).await.unwrap();
        }
        talk.work().await;
        assert!(doors.iter().all(|(_, line, _)| line.is_cut()), "each line broke");
        until_bound(&centre, doors.len()).await;
        let is_done = async || {
            for (_, _, conversation) in &doors {
                let last = talk.messages(*conversation).await.pop()?;
                if !matches!(last.state, State::Sent | State::Delivered) {
                    return None;
                }
            }
            Some(())
        };
        until("each is sent", async || {
            talk.ctx.customers.clock.advance(minutes(1));
            talk.work().await;
            is_done().await
        })
        .await;
        let taken = centre.taken();
        for (cut, ..) in &doors {
            let text = cut.words();
            let times = taken.iter().filter(|sms| sms["text"] == text).count();
            assert_eq!(times, promised("parts", text), "cut {text}: {taken:?}");
        }
        stop.send(true).unwrap();
        sessions.await.unwrap();
    })
    .await;
}
