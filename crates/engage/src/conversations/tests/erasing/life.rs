//! Qwirzyna's life with the shop, which leaves something in every table where something of a customer can lie; and
//! Bogdan's, who talked with her once.

use std::sync::Arc;

use customers::accounts::{NewAccount, Permit, Role, Staff, Visit, may};
use customers::channels::{Channel, ChannelKind};
use customers::identities::bounces::{self, Complaint};
use customers::identities::{CustomerId, store as identities};
use customers::testing::identity_of;
use kit::db::List;
use kit::i18n::Lang;
use kit::jobs::{self, NewJob};
use kit::{Time, Tx, params, sql};
use serde_json::json;

use crate::connectors::phone::{self, Belongs, CallEvent, Happened, Way};
use crate::connectors::sms::{self, Common};
use crate::connectors::{Provider, files};
use crate::conversations::{
    self, ConversationId, Inbound, MessageId, NewAttachment, NewReply, Reference, RemoteFile,
    Sender, store,
};
use crate::drafts::{self, Draft};
use crate::handover::{self, Asked, MadeBy};
use crate::teams::settings::{Survey, Targets};
use crate::teams::{self, Settings};
use crate::testing::{Talk, browser, door, proven};
use crate::{away, proofs, surveys, tries, webhooks};

/// What nobody else says: her name, her number, her mailbox, her device, her account, her words.
pub const MARKS: [&str; 6] = ["qwirzyna", "699887766", "vexnap", "jubkot", "wyzlik", "tajfunix"];

const ACCOUNT: &str = "u-wyzlik";
const MAIL: &str = "email:vexnap@example.com";
const NUMBER: &str = "+48699887766";
const BOGDAN: &str = "email:bogdan@example.com";

pub struct Life {
    pub customer: CustomerId,
    /// Of her leaves, her parts of conversations and what was said there: as they lie, and as they are written.
    pub ids: Vec<String>,
    mail: Arc<Channel>,
    texts: Arc<Channel>,
    /// Her SMS, as its centre names it.
    sms_id: String,
}

impl Life {
    pub async fn live(talk: &Talk) -> Life {
        let mail = door(&talk.ctx, ChannelKind::Email, "Mail", Some(Provider::Store)).await;
        let texts = door(&talk.ctx, ChannelKind::Sms, "Texts", Some(Provider::Store)).await;
        is_known(talk).await;
        supported(talk, &[&mail, &texts]).await;
        let endpoint =
            webhooks::NewEndpoint { url: "http://127.0.0.1:9/".into(), events: Vec::new() };
        let near = crate::Ctx { allow_private_webhooks: true, ..talk.ctx.clone() };
        webhooks::create(&near, &Permit::console(), &endpoint).await.unwrap();

        let talked = talks(talk, &mail).await;
        colleague_writes(talk, talked).await;
        calls(talk).await;
        bogdan(talk, &mail, talked).await;
        let sms_id = "wamid.48699887766.1".to_string();
        stops(talk, &texts, &sms_id).await;
        let customer = talk.who(&format!("user_id:{ACCOUNT}")).await;
        merged(talk, customer).await;
        let customer = talk.who(&format!("user_id:{ACCOUNT}")).await;
        leaves_traces(talk, customer, talked, &mail, &texts).await;
        talk.work().await;
        talk.shop.settle().await;

        let ids = talk.ctx.customers.db.read(|tx| ids(tx, customer)).await.unwrap();
        Life { customer, ids, mail, texts, sms_id }
    }

    /// Bogdan still has his words, and nobody else's.
    pub async fn others_are_whole(&self, talk: &Talk) {
        let bogdan = talk.who(BOGDAN).await;
        let read = |tx: &Tx| store::of_leaves(tx, &identities::leaves(tx, bogdan)?);
        let his = talk.ctx.customers.db.read(read).await.unwrap();
        let shown: Vec<(&str, Option<&str>)> =
            his.iter().map(|one| (one.last_text.as_str(), one.subject.as_deref())).collect();
        assert_eq!(shown, [("I am Bogdan", None), ("Bogdan in yours", None)]);
        for (one, text) in his.iter().zip(["I am Bogdan", "Bogdan in yours"]) {
            assert_eq!(one.root_id, one.id, "it stands alone");
            let said = talk.messages(one.id).await;
            assert_eq!(said.iter().map(|one| one.body.as_str()).collect::<Vec<_>>(), [text]);
        }
    }

    /// What was brought before is known; that she wants no SMS holds; and she is somebody new.
    pub async fn comes_back(&self, talk: &Talk) {
        let number = format!("phone:{NUMBER}");
        let again = talk.says(&self.texts, &proven(&number), &self.sms_id, "STOP").await;
        assert!(!again.is_new, "the centre brings it again");
        assert_eq!(talk.shop.who(&number).await, None);

        let asked = talk.says(&self.texts, &proven(&number), "sms-2", "Is it open?").await;
        assert_ne!(talk.who(&number).await, self.customer);
        let refused = async |reply_to_id: Option<MessageId>| {
            let read = |tx: &Tx| {
                let message = store::find_message(tx, asked.message_id)?;
                let out = conversations::Message { reply_to_id, ..message };
                sms::optout::refusal(tx, &out, NUMBER)
            };
            talk.ctx.customers.db.read(read).await.unwrap()
        };
        assert_eq!(refused(Some(asked.message_id)).await, None, "an answer to what she asks goes");
        let why = refused(None).await.expect("nothing goes unasked");
        assert!(why.contains("STOP"), "{why}");
        // A mail that a server brings again is not hers either.
        let mail = talk.says(&self.mail, &proven(MAIL), "<1@vexnap.example>", "Hello").await;
        assert!(!mail.is_new);
    }
}

fn ids(tx: &Tx, customer: CustomerId) -> kit::Result<Vec<String>> {
    let hex = |id: [u8; 16]| id.iter().map(|byte| format!("{byte:02x}")).collect();
    let leaves = identities::leaves(tx, customer)?;
    let mut ids: Vec<String> =
        leaves.iter().flat_map(|leaf| [hex(leaf.0), leaf.to_string()]).collect();
    for part in store::of_leaves(tx, &leaves)? {
        ids.extend([hex(part.id.0), part.id.to_string()]);
    }
    for message in store::ids_of(tx, &leaves)? {
        ids.extend([hex(message.0), message.to_string()]);
    }
    Ok(ids)
}

/// An account on a device, with an address, a number, a household, an order, and what she allows.
async fn is_known(talk: &Talk) {
    let shop = &talk.shop;
    shop.web(&[
        json!({"type": "page", "anonymousId": "jubkot-1", "name": "Tajfunix", "messageId": "w1"}),
        json!({"type": "identify", "anonymousId": "jubkot-1", "userId": ACCOUNT, "messageId": "w2",
            "traits": {"email": "other.vexnap@example.com"}}),
        json!({"type": "identify", "anonymousId": "kiosk", "userId": ACCOUNT, "messageId": "w3"}),
        json!({"type": "identify", "anonymousId": "kiosk", "userId": "u-celina", "messageId": "w4"}),
    ])
    .await;
    // Somebody else's address: she says that it is hers, and so does the till, which cannot be.
    let celinas = json!({"email": "celina@example.com", "email_verified": true});
    for (user, id) in [("u-celina", "s5"), (ACCOUNT, "s6")] {
        let call = json!({"type": "identify", "userId": user, "messageId": id, "traits": celinas});
        shop.server(&[call]).await;
    }
    let claims = json!({"email": "celina@example.com"});
    let call =
        json!({"type": "identify", "anonymousId": "jubkot-1", "messageId": "w5", "traits": claims});
    shop.web(&[call]).await;
    let traits = json!({"firstName": "Qwirzyna", "lastName": "Wyzlik", "email": "vexnap@example.com",
        "email_verified": true, "phone": NUMBER, "phone_verified": true});
    shop.server(&[
        json!({"type": "identify", "userId": ACCOUNT, "messageId": "s1", "traits": traits}),
        json!({"type": "group", "userId": ACCOUNT, "groupId": "g-1", "messageId": "s2",
            "traits": {"name": "Qwirzyna and others"}}),
        json!({"type": "track", "userId": ACCOUNT, "event": "Order Completed", "messageId": "s3",
            "properties": {"order_id": "tajfunix-1", "total": 129, "currency": "PLN"}}),
        json!({"type": "track", "userId": ACCOUNT, "event": "Consent Given", "messageId": "s4",
            "properties": {"purpose": "marketing", "channel": "email", "wording": "v3"}}),
    ])
    .await;
    // A call that could not be taken, and is kept for the developer.
    let bad = json!({"type": "identify", "userId": [], "traits": {"email": "vexnap@example.com"}});
    shop.post(&shop.web, &[bad]).await.unwrap();
}

/// A team that promises to answer, and asks how it was.
async fn supported(talk: &Talk, doors: &[&Channel]) {
    let boss = Permit::console();
    let team = teams::create(&talk.ctx, &boss, "Support").await.unwrap();
    let targets = Targets { first: Some(60), ..Targets::default() };
    let survey = Survey { is_on: true, quiet_days: 0 };
    let settings = Settings { targets, survey, ..Settings::default() };
    teams::set_settings(&talk.ctx, &boss, team, &settings).await.unwrap();
    let doors: Vec<_> = doors.iter().map(|door| door.id).collect();
    teams::set_doors(&talk.ctx, &boss, team, &doors).await.unwrap();
}

fn file(name: &str) -> NewAttachment {
    let (media_type, content) = ("text/plain".to_string(), b"Tajfunix inside".to_vec());
    NewAttachment { name: name.into(), media_type, content_id: None, content }
}

/// By e-mail, with files both ways; and in the chat, from her device.
async fn talks(talk: &Talk, mail: &Arc<Channel>) -> ConversationId {
    let inbound = Inbound {
        provider_id: "<1@vexnap.example>".into(),
        sender: Sender { name: Some("Qwirzyna".into()), ..proven(MAIL) },
        at: talk.ctx.customers.clock.now(),
        subject: Some("Tajfunix".into()),
        body: format!("Where is my order tajfunix-1? Call me: {NUMBER}, vexnap@example.com"),
        attachments: vec![file("qwirzyna.txt")],
        ..Inbound::default()
    };
    let id = talk.brings(mail, inbound).await.conversation_id;
    let reply = NewReply {
        body: "Dear Qwirzyna, here it is".into(),
        attachments: vec![file("for-qwirzyna.txt")],
        ..NewReply::default()
    };
    conversations::reply(&talk.ctx, &talk.staff(), id, &reply).await.unwrap();
    talk.says(&talk.chat, &browser("jubkot-1"), "c1", "Tajfunix again").await;
    id
}

/// She is on the telephone, before somebody who knows her.
async fn calls(talk: &Talk) {
    let leaf = talk.who(&format!("user_id:{ACCOUNT}")).await;
    let at = talk.ctx.customers.clock.now();
    let ringing = CallEvent {
        direction: Some(Way::Inbound),
        from: Some(NUMBER.into()),
        name: Some("QWIRZYNA W".into()),
        ..CallEvent::new(Happened::Ringing, at, "1")
    };
    let ended = CallEvent::new(Happened::Ended, at, "2");
    let belongs =
        Belongs { leaf: Some(leaf), words: Some("Tajfunix".into()), ..Belongs::default() };
    phone::record(&talk.ctx, &talk.phone, "call-1", &[ringing, ended], &belongs).await.unwrap();
}

/// She takes part in a talk of Bogdan's, and he in one of hers: each had a link to the other's.
async fn bogdan(talk: &Talk, mail: &Arc<Channel>, hers: ConversationId) {
    let brings = async |id: &str, who: &str, body: &str, to: ConversationId| {
        let inbound = Inbound {
            provider_id: id.into(),
            sender: proven(who),
            at: talk.ctx.customers.clock.now(),
            body: body.into(),
            refers_to: vec![Reference::Conversation(to)],
            ..Inbound::default()
        };
        assert_eq!(talk.brings(mail, inbound).await.conversation_id, to);
    };
    let his = talk.says(mail, &proven(BOGDAN), "b1", "I am Bogdan").await.conversation_id;
    brings("m2", MAIL, "Tajfunix in Bogdan's talk", his).await;
    brings("b2", BOGDAN, "Bogdan in yours", hers).await;
    brings("m3", MAIL, "Tajfunix, Bogdan!", hers).await;
}

/// She wants no more SMS; half of another one has come.
async fn stops(talk: &Talk, texts: &Arc<Channel>, id: &str) {
    let now = talk.ctx.customers.clock.now();
    let (text, details) = ("STOP".to_string(), json!({}));
    let sms = sms::inbound::Sms {
        id: id.into(),
        from: NUMBER.into(),
        text,
        at: now,
        details,
        is_answered: false,
    };
    sms::inbound::take(&talk.ctx, texts, &Common::default(), &sms).await.unwrap();
    let whole = sms::store::Whole {
        channel: texts.id,
        sender: NUMBER.trim_start_matches('+').into(),
        reference: "7".into(),
        parts: 2,
    };
    // As it was written down before numbers were sealed.
    let plain = sql!(
        "insert into sms_suppressions (number, channel_id, reason, suppressed_at)
         values ($1, $2, 'STOP', $3)"
    );
    let write = |tx: &Tx| {
        sms::store::insert_fragment(tx, &whole, 1, b"Tajfunix", now)?;
        tx.exec(plain, params!["+48699887766000", texts.id, now])
    };
    talk.ctx.customers.db.write(write).await.unwrap();
}

/// Staff know that the one on the telephone, in the chat and by e-mail is one.
async fn merged(talk: &Talk, customer: CustomerId) {
    let select = sql!("select distinct customer_id from messages order by customer_id");
    let read = |tx: &Tx| tx.rows(select, params![], |row| row.get::<CustomerId>(0));
    let bogdan = talk.who(BOGDAN).await;
    let now = talk.ctx.customers.clock.now();
    for leaf in talk.ctx.customers.db.read(read).await.unwrap() {
        let merge = |tx: &Tx| {
            let (a, b) = (
                customers::identities::graph::root(tx, customer)?,
                customers::identities::graph::root(tx, leaf)?,
            );
            if a == b || b == bogdan {
                return Ok(());
            }
            customers::identities::graph::merge(tx, a, b, "Ola", "Qwirzyna", now).map(drop)
        };
        talk.ctx.customers.db.write(merge).await.unwrap();
    }
}

/// What would take long to come about by itself.
async fn leaves_traces(
    talk: &Talk,
    customer: CustomerId,
    talked: ConversationId,
    mail: &Channel,
    texts: &Channel,
) {
    let ctx = &talk.ctx;
    let number = identity_of(&format!("phone:{NUMBER}"));
    let asked = Asked {
        conversation: talked,
        channel: mail.id,
        by: MadeBy::Staff,
        lang: Lang::En,
        page: None,
        address: Some(number.to_string()),
    };
    handover::make(ctx, &talk.staff(), &asked).await.unwrap();
    proofs::ask(ctx, customer, talk.chat.id, &number, Lang::En).await.unwrap();
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let limit = tries::Limit { times: 5, within: kit::time::hours(1) };
        tries::take(tx, &format!("send-to/{number}"), limit, now)?;
        let leaves = identities::leaves(tx, customer)?;
        let message = a_message(tx, &leaves)?;
        sms::store::insert_part(tx, texts.id, "part-1", message, (1, 1), now)?;
        let error = format!("{NUMBER} is not reached");
        sms::store::set_part_state(
            tx,
            texts.id,
            "part-1",
            conversations::State::Failed,
            Some(&error),
            now,
        )?;
        fetch_later(tx, mail, message, now)?;
        let part = store::find(tx, store::find_message(tx, message)?.conversation_id)?;
        away::store::insert(tx, &part, now)?;
        let survey = surveys::Survey {
            customer_id: part.customer_id,
            id: surveys::SurveyId::new(now),
            conversation_id: part.id,
            channel_id: mail.id,
            team_id: conversations::TeamId::new(now),
            account_id: None,
            asked_at: now,
            score: None,
            comment: None,
            answered_at: None,
        };
        surveys::store::insert(tx, &survey)?;
        let comment = Some("Tajfunix!".to_string());
        surveys::store::save(tx, &surveys::Survey { score: Some(5), comment, ..survey })?;
        let (to, leaf) = (identity_of(MAIL), part.customer_id);
        let reason = "5.1.1: vexnap@example.com";
        let complaint = Complaint { to: &to, leaf, sent_id: "x", is_final: true, reason, at: now };
        bounces::note(tx, &complaint).map(drop)
    };
    ctx.customers.db.write(write).await.unwrap();
}

/// What she said last.
fn a_message(tx: &Tx, leaves: &[CustomerId]) -> kit::Result<MessageId> {
    let select = sql!(
        "select id from messages where customer_id in ($1) and direction = 'in'
         order by id desc limit 1"
    );
    let found = tx.one(select, params![List(leaves)], |row| row.get(0))?;
    Ok(found.expect("she said something"))
}

/// A file that a provider keeps, and does not give.
fn fetch_later(tx: &Tx, door: &Channel, message: MessageId, now: Time) -> kit::Result<()> {
    let queue = format!("files/{}", door.id);
    let file = RemoteFile {
        reference: "https://files.example/qwirzyna".into(),
        name: "qwirzyna.pdf".into(),
        media_type: "application/pdf".into(),
    };
    let body = json!({ "channel": door.id, "message": message, "file": file }).to_string();
    let key = message.to_string();
    let due_at = now.plus(kit::time::days(400));
    let job = NewJob { queue: &queue, kind: files::FETCH, key: &key, body: &body, due_at };
    jobs::enqueue(tx, &job, now).map(drop)
}

/// A colleague is called into the talk, and begins to answer.
async fn colleague_writes(talk: &Talk, talked: ConversationId) {
    let ctx = &talk.ctx.customers;
    let new = NewAccount::checked("Ewa", "ewa@kubek.pl", Role::Agent).unwrap();
    let (_, link) = customers::accounts::invite(ctx, &Permit::console(), new).await.unwrap();
    let ip = std::net::Ipv4Addr::LOCALHOST.into();
    let visit = Visit { ip, user_agent: String::new(), request_id: "test".into() };
    let password = "trzy filizanki kawy".to_string();
    let entry =
        customers::accounts::set_password_by_link(ctx, &link, password, &visit).await.unwrap();
    let (staff, _): (Staff, _) =
        customers::accounts::recognise(ctx, &entry.token, "test").await.unwrap().unwrap();
    let ewa: Permit<may::Talk> = staff.permit().unwrap();
    let note = "@Ewa, Qwirzyna waits for her tajfunix";
    conversations::note(&talk.ctx, &talk.staff(), talked, note).await.unwrap();
    let draft = Draft { kind: "answer".into(), body: "Dear Qwirzyna".into(), ..Draft::default() };
    drafts::keep(&talk.ctx, &ewa, talked, &draft).await.unwrap();
}
