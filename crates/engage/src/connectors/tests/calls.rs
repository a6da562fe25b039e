//! What each provider calls us with, as it makes the call and as somebody makes it who does not know its secret.

use axum::body::Body;
use axum::http::{Request, header};
use customers::channels::{Channel, ChannelId, ChannelKind, NewChannel, create};
use kit::Tx;
use serde_json::{Value, json};

use crate::connectors::twilio::signature::sign;
use crate::connectors::{Provider, link, meta, telegram};
use crate::conversations::{MessageId, NewReply, reply};
use crate::testing::{Talk, connected, proven};

/// A provider that calls one door.
pub struct Way {
    pub name: &'static str,
    pub door: ChannelId,
    /// In the order in which things happened.
    pub calls: Vec<Call>,
}

/// A request; signed with the door's secret, or by somebody who guesses it.
pub type Call = Box<dyn Fn(Signer) -> Request<Body>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    Provider,
    Stranger,
}

impl Signer {
    /// Of a secret that is a word.
    fn knows(self, secret: &str) -> String {
        match self {
            Signer::Provider => secret.to_string(),
            Signer::Stranger => format!("{secret}x"),
        }
    }
}

const PUBLIC: &str = "https://shop.example";
const SECRET: &str = "s3cret";
const ANNA: &str = "48601234567";
/// What is to be sent goes nowhere, and waits.
const NOWHERE: &str = "http://127.0.0.1:1";

/// All of them; e-mail, which comes by IMAP, is tried against a real mailbox (`cargo x doors`).
pub async fn all(talk: &Talk) -> Vec<Way> {
    vec![
        whatsapp(talk).await,
        messenger(talk, ChannelKind::Messenger, Provider::Messenger, "Messenger").await,
        messenger(talk, ChannelKind::Instagram, Provider::Instagram, "Instagram").await,
        telegram(talk).await,
        twilio_sms(talk).await,
        twilio_voice(talk).await,
        kannel(talk).await,
        own(talk).await,
        calls(talk).await,
        form(talk),
    ]
}

fn meta_call(path: String, body: Value) -> Call {
    Box::new(move |signer| {
        let body = body.to_string();
        let signature = meta::sign(&signer.knows(SECRET), body.as_bytes());
        let request = Request::post(&path).header("X-Hub-Signature-256", signature);
        request.body(Body::from(body)).unwrap()
    })
}

async fn whatsapp(talk: &Talk) -> Way {
    let settings = json!({
        "phone_number_id": "100200300", "business_account_id": "900800700", "api_url": NOWHERE,
    });
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "verify_token": "kubek" });
    let (kind, provider) = (ChannelKind::Whatsapp, Provider::Whatsapp);
    let door = connected(&talk.ctx, kind, "WhatsApp", provider, settings, secrets).await.id;
    let now = talk.ctx.customers.clock.now().0 / 1_000_000;
    let says = |id: &str, at: i64, text: &str| {
        let message = json!({
            "from": ANNA, "id": id, "timestamp": at.to_string(), "type": "text", "text": { "body": text },
        });
        let value = json!({
            "metadata": { "phone_number_id": "100200300" },
            "contacts": [{ "profile": { "name": "Anna" }, "wa_id": ANNA }], "messages": [message],
        });
        let call = json!({ "entry": [{ "changes": [{ "field": "messages", "value": value }] }] });
        meta_call(format!("/hooks/{door}/whatsapp"), call)
    };
    let calls =
        vec![says("wamid.1", now - 60, "Czy jest lampa?"), says("wamid.2", now, "Niebieska")];
    Way { name: "WhatsApp", door, calls }
}

async fn messenger(talk: &Talk, kind: ChannelKind, provider: Provider, name: &'static str) -> Way {
    let settings = json!({ "account_id": "100200300", "human_agent": "no", "api_url": NOWHERE });
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "verify_token": "kubek" });
    let door = connected(&talk.ctx, kind, name, provider, settings, secrets).await.id;
    let now = talk.ctx.customers.clock.now().as_ms();
    let object = if provider == Provider::Instagram { "instagram" } else { "page" };
    let happens = |at: i64, what: (&str, Value)| {
        let mut one = json!({
            "sender": { "id": "7000000001" }, "recipient": { "id": "100200300" }, "timestamp": at,
        });
        one[what.0] = what.1;
        let entry = json!({ "id": "100200300", "time": at, "messaging": [one] });
        let call = json!({ "object": object, "entry": [entry] });
        meta_call(format!("/hooks/{door}/messenger"), call)
    };
    let calls = vec![
        happens(now - 60_000, ("message", json!({ "mid": "m_1", "text": "Czy jest lapma?" }))),
        happens(
            now - 50_000,
            ("message_edit", json!({ "mid": "m_1", "text": "Czy jest lampa?", "num_edit": 1 })),
        ),
        happens(now, ("message", json!({ "mid": "m_2", "text": "Niebieska" }))),
    ];
    Way { name, door, calls }
}

async fn telegram(talk: &Talk) -> Way {
    let settings = json!({ "mode": "webhook", "public_url": PUBLIC, "api_url": NOWHERE });
    let (kind, secrets) = (ChannelKind::Telegram, json!({ "token": "1:AA" }));
    let door = connected(&talk.ctx, kind, "Telegram", Provider::Telegram, settings, secrets).await;
    let door = door.id;
    let secret = telegram::secret_token(&talk.ctx, door).unwrap();
    let now = talk.ctx.customers.clock.now().0 / 1_000_000;
    let says = |id: i64, at: i64, text: &str| -> Call {
        let update = json!({ "update_id": id, "message": {
            "message_id": id, "date": at, "text": text, "chat": { "id": 7, "type": "private" },
            "from": { "id": 7, "first_name": "Anna" },
        } });
        let secret = secret.clone();
        Box::new(move |signer| {
            Request::post(format!("/hooks/{door}/telegram"))
                .header("X-Telegram-Bot-Api-Secret-Token", signer.knows(&secret))
                .body(Body::from(update.to_string()))
                .unwrap()
        })
    };
    let calls = vec![says(1, now - 60, "Czy jest lampa?"), says(2, now, "Niebieska")];
    Way { name: "Telegram", door, calls }
}

fn twilio_call(path: String, fields: &[(&str, &str)]) -> Call {
    let pairs: Vec<(String, String)> =
        fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    Box::new(move |signer| {
        let signature = sign(&signer.knows(SECRET), &format!("{PUBLIC}{path}"), &pairs);
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
        Request::post(&path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .body(Body::from(form))
            .unwrap()
    })
}

/// Somebody wrote by a door, and the answer waits there: what its reports are about.
async fn answered(talk: &Talk, door: &std::sync::Arc<Channel>, number: &str) -> MessageId {
    let who = proven(&format!("phone:{number}"));
    let asked = talk.says(door, &who, "before", "Hej").await.conversation_id;
    let new = NewReply { body: "Jest.".into(), channel_id: Some(door.id), ..NewReply::default() };
    reply(&talk.ctx, &talk.staff(), asked, &new).await.unwrap()
}

async fn twilio_sms(talk: &Talk) -> Way {
    let settings = json!({
        "account_sid": "AC1", "from": "+15005550006", "public_url": PUBLIC, "api_url": NOWHERE,
    });
    let (kind, secrets) = (ChannelKind::Sms, json!({ "auth_token": SECRET }));
    let sms = connected(&talk.ctx, kind, "Twilio", Provider::Twilio, settings, secrets).await;
    let answer = answered(talk, &sms, "+48602000001").await;
    let door = sms.id;
    let hook = format!("/hooks/{door}/twilio");
    let says = |sid: &str, text: &str| {
        let fields = [("MessageSid", sid), ("From", "+48602000001"), ("Body", text)];
        twilio_call(hook.clone(), &fields)
    };
    let reports = |status: &str| {
        let fields = [("MessageSid", "SM9"), ("MessageStatus", status)];
        twilio_call(format!("{hook}/{answer}"), &fields)
    };
    let calls = vec![says("SM1", "Czy jest lampa?"), reports("sent"), reports("delivered")];
    Way { name: "Twilio SMS", door, calls }
}

async fn twilio_voice(talk: &Talk) -> Way {
    let settings = json!({
        "account_sid": "AC1", "number": "+48221234567", "public_url": PUBLIC, "api_url": NOWHERE,
        "dial": "sip:ewa@shop.example",
    });
    let (kind, secrets) = (ChannelKind::Phone, json!({ "auth_token": SECRET }));
    let provider = Provider::TwilioVoice;
    let door = connected(&talk.ctx, kind, "Voice", provider, settings, secrets).await.id;
    let hook = format!("/hooks/{door}/voice");
    let comes = [
        ("CallSid", "CA1"),
        ("From", "+48603000001"),
        ("To", "+48221234567"),
        ("Direction", "inbound"),
        ("CallStatus", "ringing"),
    ];
    let ends = [
        ("CallSid", "CA1"),
        ("DialCallStatus", "completed"),
        ("DialCallDuration", "192"),
        ("Direction", "inbound"),
    ];
    let leg = format!("{hook}/CA1/leg?extension=sip%3Aewa%40shop.example");
    let calls = vec![
        twilio_call(hook.clone(), &comes),
        twilio_call(leg, &[("CallSid", "CA9"), ("CallStatus", "in-progress")]),
        twilio_call(format!("{hook}/CA1/dialled"), &ends),
    ];
    Way { name: "Twilio Voice", door, calls }
}

async fn kannel(talk: &Talk) -> Way {
    let settings =
        json!({ "url": NOWHERE, "username": "shop", "from": "7123", "public_url": PUBLIC });
    let (kind, secrets) = (ChannelKind::Sms, json!({ "password": "any", "hook_secret": SECRET }));
    let sms = connected(&talk.ctx, kind, "Kannel", Provider::Kannel, settings, secrets).await;
    let answer = answered(talk, &sms, "+48604000001").await;
    let door = sms.id;
    let get = |query: String| -> Call {
        Box::new(move |signer| {
            let path = format!("/hooks/{door}/kannel/{}{query}", signer.knows(SECRET));
            Request::get(path).body(Body::empty()).unwrap()
        })
    };
    let calls = vec![
        get("?from=%2B48604000001&to=7123&id=k1&text=Czy+jest+lampa%3F".into()),
        get(format!("/dlr?message={answer}&type=8&answer=")),
        get(format!("/dlr?message={answer}&type=1&answer=")),
    ];
    Way { name: "Kannel", door, calls }
}

/// Makes a door of which the shop's own server has the secret key.
async fn keyed(talk: &Talk, kind: ChannelKind, provider: Provider) -> (ChannelId, String) {
    let (new, now) = (NewChannel { kind, name: "Own".into() }, talk.ctx.customers.clock.now());
    let make = |tx: &Tx| {
        let (channel, key) = create(tx, &new, now)?;
        let nothing = json!({});
        link::save(tx, &talk.ctx.secrets, channel.id, provider, &nothing, &nothing, now)?;
        Ok((channel.id, key.0))
    };
    talk.ctx.customers.db.write(make).await.unwrap()
}

fn keyed_call(path: &'static str, key: &str, body: Value) -> Call {
    let key = key.to_string();
    Box::new(move |signer| {
        Request::post(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", signer.knows(&key)))
            .body(Body::from(body.to_string()))
            .unwrap()
    })
}

async fn own(talk: &Talk) -> Way {
    let (door, key) = keyed(talk, ChannelKind::Viber, Provider::Own).await;
    let says = |id: &str, at: i64, text: &str| {
        let at = talk.ctx.customers.clock.now().plus(kit::time::seconds(at));
        let body = json!({ "id": id, "text": text, "at": at, "from": { "id": "vb-17" } });
        keyed_call("/v1/messages", &key, body)
    };
    let calls = vec![says("m-1", -60, "Czy jest lampa?"), says("m-2", 0, "Niebieska")];
    Way { name: "own door", door, calls }
}

async fn calls(talk: &Talk) -> Way {
    let (door, key) = keyed(talk, ChannelKind::Phone, Provider::Store).await;
    let happens = |event: &str, at: i64| {
        let at = talk.ctx.customers.clock.now().plus(kit::time::seconds(at));
        let body = json!({
            "call": "c-1", "event": event, "at": at, "direction": "inbound", "from": "+48605000001",
        });
        keyed_call("/v1/calls", &key, body)
    };
    let calls = vec![happens("ringing", -30), happens("answered", -20), happens("ended", -5)];
    Way { name: "call events", door, calls }
}

/// A contact form is signed by nobody: it has to know the door's public key.
fn form(talk: &Talk) -> Way {
    let key = talk.chat.write_key.clone();
    let fills = move |signer: Signer| {
        let body =
            json!({ "id": "f-1", "email": "anna@example.com", "message": "Czy jest lampa?" });
        Request::post(format!("/v1/forms/{}", signer.knows(&key)))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .unwrap()
    };
    Way { name: "contact form", door: talk.chat.id, calls: vec![Box::new(fills)] }
}
