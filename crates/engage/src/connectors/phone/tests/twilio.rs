//! Twilio's webhooks: signed, repeated, out of order; and what it is told to do.

use axum::http::Method;
use customers::channels::ChannelKind;
use expect_test::expect;
use kit::Tx;
use serde_json::json;

use super::super::{call_of, twilio};
use super::*;
use crate::connectors::twilio::signature::sign;
use crate::connectors::{Provider, link};
use crate::testing::{door, on_each_engine};

const TOKEN: &str = "12345";
const PUBLIC: &str = "https://shop.example";

async fn number(talk: &Talk) -> Arc<Channel> {
    let channel = door(&talk.ctx, ChannelKind::Phone, "Twilio", None).await;
    let settings = json!({
        "account_sid": "AC1", "number": "+48221234567", "public_url": format!("{PUBLIC}/"),
        "dial": "+48500100200, sip:ewa@shop.example", "voicemail": "yes", "record": "yes",
        "greeting": "Zostaw wiadomość & numer.", "api_url": "http://127.0.0.1:1",
    });
    let (secrets, now) = (json!({"auth_token": TOKEN}), talk.ctx.customers.clock.now());
    let (keys, id) = (&talk.ctx.secrets, channel.id);
    let save = |tx: &Tx| link::save(tx, keys, id, Provider::TwilioVoice, &settings, &secrets, now);
    talk.ctx.customers.db.write(save).await.unwrap();
    channel
}

/// Posts a form as Twilio does; returns the status and the body.
async fn says(talk: &Talk, path: &str, fields: &[(&str, &str)], token: &str) -> String {
    let pairs: Vec<_> =
        fields.iter().map(|(name, value)| ((*name).to_string(), (*value).to_string())).collect();
    let signature = sign(token, &format!("{PUBLIC}{path}"), &pairs);
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", signature)
        .body(Body::from(body))
        .unwrap();
    let answer = twilio::routes(talk.ctx.clone()).into_router().oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    format!("{status} {}", String::from_utf8_lossy(&body)).trim().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_by_twilio_is_one_message_in_whatever_order_it_is_told() {
    on_each_engine(async |talk| {
        let id = number(talk).await.id;
        let path = |rest: &str| format!("/hooks/{id}/voice{rest}");
        let comes = |call: &'static str| {
            [("CallSid", call), ("From", ANNA), ("To", "+48221234567"), ("Direction", "inbound"),
             ("CallStatus", "ringing"), ("SomethingNew", "as Twilio adds without notice")]
        };
        let forged = says(talk, &path(""), &comes("CA1"), "guessed").await;
        assert!(forged.starts_with("401"), "{forged}");
        assert_eq!(talk.shop.who(&format!("device:caller:{ANNA}")).await, None);
        let told = says(talk, &path(""), &comes("CA1"), TOKEN).await.replace(&id.to_string(), "DOOR");
        expect![[r#"200 <?xml version="1.0" encoding="UTF-8"?><Response><Dial timeout="25" action="https://shop.example/hooks/DOOR/voice/CA1/dialled" record="record-from-answer-dual" recordingStatusCallback="https://shop.example/hooks/DOOR/voice/CA1/recording"><Number statusCallback="https://shop.example/hooks/DOOR/voice/CA1/leg?extension=%2B48500100200" statusCallbackEvent="initiated ringing answered completed">+48500100200</Number><Sip statusCallback="https://shop.example/hooks/DOOR/voice/CA1/leg?extension=sip%3Aewa%40shop.example" statusCallbackEvent="initiated ringing answered completed">sip:ewa@shop.example</Sip></Dial></Response>"#]].assert_eq(&told);
        let leg = |call: &str| path(&format!("/{call}/leg?extension=sip%3Aewa%40shop.example"));
        let mut lines = Vec::new();
        for (call, order) in [("CA1", [0, 1, 2, 3]), ("CA2", [3, 2, 1, 0])] {
            let pieces = [
                (path(""), comes(call).to_vec()),
                (leg(call), vec![("CallSid", "CA9"), ("CallStatus", "in-progress")]),
                (
                    path(&format!("/{call}/dialled")),
                    vec![("CallSid", call), ("DialCallStatus", "completed"),
                        ("DialCallDuration", "192"), ("Direction", "inbound")],
                ),
                (
                    path(&format!("/{call}/recording")),
                    vec![("CallSid", call), ("RecordingSid", "RE1"), ("RecordingStatus", "completed"),
                        ("RecordingSource", "DialVerb"),
                        ("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1")],
                ),
            ];
            for piece in order.into_iter().chain(order).chain(order) {
                let (path, fields) = &pieces[piece];
                let answer = says(talk, path, fields, TOKEN).await;
                assert!(answer.starts_with('2'), "{path}: {answer}");
            }
        }
        settle(talk).await;
        let caller = talk.who(&format!("device:caller:{ANNA}")).await;
        let read = |tx: &Tx| {
            let leaves = customers::identities::store::leaves(tx, caller)?;
            Ok(crate::conversations::store::of_leaves(tx, &leaves)?[0].root_id)
        };
        let conversation = talk.ctx.customers.db.read(read).await.unwrap();
        for message in talk.messages(conversation).await {
            let call = call_of(&message).unwrap();
            lines.push(format!(
                "{} {:?} s by {:?}, {:?}",
                call.state.as_str(), call.duration_s, call.extension, call.recording_url
            ));
        }
        expect![[r#"
            ended Some(192) s by Some("sip:ewa@shop.example"), Some("https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1")
            ended Some(192) s by Some("sip:ewa@shop.example"), Some("https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1")"#]]
        .assert_eq(&lines.join("\n"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_nobody_answers_a_machine_does() {
    on_each_engine(async |talk| {
        let id = number(talk).await.id;
        let path = |rest: &str| format!("/hooks/{id}/voice{rest}");
        let comes = [("CallSid", "CA1"), ("From", ANNA), ("Direction", "inbound")];
        says(talk, &path(""), &comes, TOKEN).await;
        let nobody = [("CallSid", "CA1"), ("DialCallStatus", "no-answer"), ("Direction", "inbound"),
            ("CallStatus", "in-progress")];
        let told = says(talk, &path("/CA1/dialled"), &nobody, TOKEN).await.replace(&id.to_string(), "DOOR");
        expect![[r#"200 <?xml version="1.0" encoding="UTF-8"?><Response><Say>Zostaw wiadomość &amp; numer.</Say><Record maxLength="180" playBeep="true" recordingStatusCallback="https://shop.example/hooks/DOOR/voice/CA1/recording"/></Response>"#]].assert_eq(&told);
        let left = [("CallSid", "CA1"), ("RecordingSid", "RE1"), ("RecordingSource", "RecordVerb"),
            ("RecordingUrl", "https://api.twilio.com/RE1")];
        says(talk, &path("/CA1/recording"), &left, TOKEN).await;
        says(talk, &path("/status"), &[("CallSid", "CA1"), ("CallStatus", "completed")], TOKEN).await;
        settle(talk).await;
        let caller = talk.who(&format!("device:caller:{ANNA}")).await;
        let told = talk.shop.told(caller).await;
        assert_eq!(told, ["Call Started", "Call Ended"]);
        let wrong = says(talk, &path("/CA1/elsewhere"), &[], TOKEN).await;
        assert!(wrong.starts_with("404"), "{wrong}");
    })
    .await;
}
