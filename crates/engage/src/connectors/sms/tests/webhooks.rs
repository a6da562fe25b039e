//! What Twilio and Kannel bring, and what others pretend to.

use axum::body::Body;
use axum::http::{Method, Request, header};
use http_body_util::BodyExt;
use kit::time::minutes;
use serde_json::json;
use tower::ServiceExt;

use super::super::hooks;
use super::{ANNA, conversation, sms_door};
use crate::connectors::Provider;
use crate::connectors::twilio::signature::sign;
use crate::conversations::State;
use crate::testing::{Talk, on_each_engine};

const TOKEN: &str = "12345";
const PUBLIC: &str = "https://shop.example";

/// Posts a form as Twilio does; returns the status and the body.
async fn twilio_posts(talk: &Talk, path: &str, fields: &[(&str, &str)], token: &str) -> String {
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
    answered(talk, request).await
}

async fn answered(talk: &Talk, request: Request<Body>) -> String {
    let router = hooks::routes(talk.ctx.clone()).into_router();
    let answer = router.oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    format!("{status} {}", String::from_utf8_lossy(&body)).trim().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_twilio_signs_is_taken_once_and_what_it_does_not_changes_nothing() {
    on_each_engine(async |talk| {
        let settings = json!({
            "account_sid": "AC1", "from": "+15005550006", "public_url": format!("{PUBLIC}/"),
            "api_url": "http://127.0.0.1:1",
        });
        let sms = sms_door(talk, Provider::Twilio, settings, json!({"auth_token": TOKEN})).await;
        let path = format!("/hooks/{}/twilio", sms.id);
        let fields = [
            ("MessageSid", "SM1"),
            ("From", ANNA),
            ("To", "+15005550006"),
            ("Body", "Czy jest lampa? 🎉"),
            ("NumMedia", "0"),
            ("SomethingNew", "as Twilio adds without notice"),
        ];
        let forged = twilio_posts(talk, &path, &fields, "guessed").await;
        assert!(forged.starts_with("401"), "{forged}");
        assert_eq!(talk.shop.who(&format!("phone:{ANNA}")).await, None);
        for _ in 0..3 {
            let answer = twilio_posts(talk, &path, &fields, TOKEN).await;
            assert_eq!(answer, "200 <?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
        }
        let conversation = conversation(talk).await;
        assert_eq!(talk.messages(conversation).await.len(), 1);

        // Nobody listens where the message should go: it waits. Twilio, though, has it: its report says so.
        let message = talk.answers(conversation, "Jest.").await.unwrap();
        talk.work().await;
        let report = format!("{path}/{message}");
        let state = async || talk.messages(conversation).await.pop().unwrap().state;
        for (status, expected) in [
            ("queued", State::Sent),
            ("delivered", State::Delivered),
            ("sent", State::Delivered),
            ("a word of tomorrow", State::Delivered),
        ] {
            let fields = [("MessageSid", "SM2"), ("MessageStatus", status)];
            assert_eq!(twilio_posts(talk, &report, &fields, TOKEN).await, "204");
            assert_eq!(state().await, expected, "after {status}");
        }
        talk.ctx.customers.clock.advance(minutes(1));
        talk.work().await;
        assert_eq!(talk.messages(conversation).await.len(), 2);

        // Twilio confirms STOP itself, and says so.
        let stop =
            [("MessageSid", "SM3"), ("From", ANNA), ("Body", "STOP"), ("OptOutType", "STOP")];
        twilio_posts(talk, &path, &stop, TOKEN).await;
        assert_eq!(talk.messages(conversation).await.len(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn kannel_is_known_by_the_secret_in_the_address() {
    on_each_engine(async |talk| {
        let settings = json!({
            "url": "http://127.0.0.1:1", "username": "shop", "from": "7123", "public_url": PUBLIC,
        });
        let secrets = json!({"password": "secret", "hook_secret": "3f9c"});
        let sms = sms_door(talk, Provider::Kannel, settings, secrets).await;
        let get = async |path: String| {
            answered(talk, Request::get(path).body(Body::empty()).unwrap()).await
        };
        let query = "from=%2B48601234567&to=7123&id=k1&text=Cze%C5%9B%C4%87";
        let wrong = get(format!("/hooks/{}/kannel/3f9d?{query}", sms.id)).await;
        assert!(wrong.starts_with("401"), "{wrong}");
        for _ in 0..2 {
            assert_eq!(get(format!("/hooks/{}/kannel/3f9c?{query}", sms.id)).await, "200");
        }
        let post = Request::post(format!("/hooks/{}/kannel/3f9c?from=48601234567&id=k2", sms.id))
            .header(header::CONTENT_TYPE, "text/plain; charset=UTF-16BE")
            .body(Body::from(vec![0x01, 0x42]))
            .unwrap();
        assert_eq!(answered(talk, post).await, "200");
        let conversation = conversation(talk).await;
        let bodies: Vec<_> =
            talk.messages(conversation).await.into_iter().map(|message| message.body).collect();
        assert_eq!(bodies, ["Cześć", "ł"]);
        // Another provider's address of this door is nobody's.
        let twilio =
            Request::post(format!("/hooks/{}/twilio", sms.id)).body(Body::empty()).unwrap();
        assert!(answered(talk, twilio).await.starts_with("404"));
    })
    .await;
}
