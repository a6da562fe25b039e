//! Zofia asks what the shop has of her, and gets what was said, and nobody else's.

use std::sync::Arc;

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use customers::context::Named;
use customers::privacy::{Export, Format};
use expect_test::expect;
use futures_util::TryStreamExt as _;
use jiff::tz::TimeZone;
use kit::Tx;
use kit::i18n::{Catalogue, Lang, Tr};
use kit::time::{minutes, seconds};
use serde_json::{Value, json};

use super::CHAPTERS;
use crate::connectors::phone::{self, Belongs, CallEvent, Happened, Way};
use crate::connectors::{Provider, sms};
use crate::conversations::{self, ConversationId, Inbound, NewAttachment, Reference, TeamId};
use crate::handover::{self, Asked, MadeBy};
use crate::surveys::{self, Survey, SurveyId};
use crate::testing::{Talk, door, on_each_engine, proven};

const ZOFIA: &str = "phone:+48601234567";

async fn export(talk: &Talk, format: Format) -> String {
    let named = Named::parse(ZOFIA, None).unwrap();
    let permit = Permit::console();
    let export = Export::open(&talk.ctx.customers, &permit, &named, CHAPTERS).await.unwrap();
    export.stream(format).try_collect::<Vec<_>>().await.unwrap().concat()
}

/// Zofia writes with a file and is answered, calls, is noted; gets a code; says how it was; wants no more SMS.
async fn zofias_talk(talk: &Talk) -> ConversationId {
    let clock = &talk.ctx.customers.clock;
    let file = NewAttachment {
        name: "<b>lamp.txt".into(),
        media_type: "text/html".into(),
        content_id: None,
        content: b"<script>broken</script>".to_vec(),
    };
    let inbound = Inbound {
        provider_id: "1".into(),
        sender: proven(ZOFIA),
        at: clock.now(),
        subject: Some("Lamp".into()),
        body: "It is broken. My order is 1042.".into(),
        attachments: vec![file],
        details: Some(json!({ "place": "Kraków" }).to_string()),
        ..Inbound::default()
    };
    let id = talk.brings(&talk.chat, inbound).await.conversation_id;
    clock.advance(minutes(1));
    talk.answers(id, "We send another one.").await.unwrap();
    clock.advance(minutes(1));
    conversations::note(&talk.ctx, &talk.staff(), id, "She sounds angry").await.unwrap();
    clock.advance(minutes(1));
    let leaf = talk.who(ZOFIA).await;
    let ringing = CallEvent {
        direction: Some(Way::Inbound),
        from: Some("+48601234567".into()),
        extension: Some("101".into()),
        ..CallEvent::new(Happened::Ringing, clock.now(), "1")
    };
    let ended = CallEvent::new(Happened::Ended, clock.now().plus(seconds(9)), "2");
    let belongs = Belongs { leaf: Some(leaf), ..Belongs::default() };
    phone::record(&talk.ctx, &talk.phone, "call-1", &[ringing, ended], &belongs).await.unwrap();
    let asked = Asked {
        conversation: id,
        channel: talk.chat.id,
        by: MadeBy::Staff,
        lang: Lang::En,
        page: None,
        address: Some(ZOFIA.into()),
    };
    handover::make(&talk.ctx, &talk.staff(), &asked).await.unwrap();
    let now = clock.now();
    let write = |tx: &Tx| {
        let survey = Survey {
            customer_id: leaf,
            id: SurveyId::new(now),
            conversation_id: id,
            channel_id: talk.chat.id,
            team_id: TeamId::new(now),
            account_id: None,
            asked_at: now,
            score: None,
            comment: None,
            answered_at: None,
        };
        surveys::store::insert(tx, &survey)?;
        let comment = Some("Quick".to_string());
        surveys::store::save(tx, &Survey { score: Some(5), comment, ..survey })?;
        sms::store::suppress(tx, "+48601234567", talk.chat.id, "STOP", now).map(drop)
    };
    talk.ctx.customers.db.write(write).await.unwrap();
    clock.advance(minutes(1));
    talk.work().await;
    id
}

/// Rows of a chapter without ids and moments, which differ each time.
fn told(file: &Value, chapter: &str) -> Vec<String> {
    let is_same = |name: &&String| {
        let ids = ["id", "part_of", "at", "since", "page", "html"];
        !ids.contains(&name.as_str()) && !name.ends_with("_id") && !name.ends_with("_at")
    };
    let row = |row: &Value| {
        let fields = row.as_object().unwrap();
        let fields = fields.keys().filter(is_same).filter(|name| !row[name.as_str()].is_null());
        fields.map(|name| format!("{name}={}", row[name.as_str()])).collect::<Vec<_>>().join(" ")
    };
    file[chapter].as_array().unwrap().iter().map(row).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_holds_what_was_said_by_every_door() {
    on_each_engine(async |talk| {
        let id = zofias_talk(talk).await;
        // Bogdan takes part in her talk: his words are his.
        let mail = door(&talk.ctx, ChannelKind::Email, "Mail", Some(Provider::Store)).await;
        let his = Inbound {
            provider_id: "b1".into(),
            sender: proven("email:bogdan@example.com"),
            at: talk.ctx.customers.clock.now(),
            body: "Bogdan here".into(),
            refers_to: vec![Reference::Conversation(id)],
            ..Inbound::default()
        };
        assert_eq!(talk.brings(&mail, his).await.conversation_id, id);
        let file: Value = serde_json::from_str(&export(talk, Format::Json).await).unwrap();
        let chapters = CHAPTERS.iter().map(|chapter| chapter.name());
        let all: Vec<(&str, Vec<String>)> =
            chapters.map(|name| (name, told(&file, name))).collect();
        expect![[r#"
            [
                (
                    "conversations",
                    [
                        "status=\"open\" subject=\"Lamp\"",
                    ],
                ),
                (
                    "messages",
                    [
                        "direction=\"in\" author=\"customer\" address=\"phone:+48601234567\" subject=\"Lamp\" text=\"It is broken. My order is 1042.\" state=\"received\" details={\"place\":\"Kraków\"}",
                        "direction=\"out\" author=\"agent\" address=\"phone:+48601234567\" subject=\"Lamp\" text=\"We send another one.\" state=\"sent\"",
                        "direction=\"in\" author=\"customer\" address=\"phone:+48601234567\" text=\"\" state=\"received\" details={\"call\":{\"direction\":\"inbound\",\"from\":\"+48601234567\",\"to\":null,\"name\":null,\"state\":\"missed\",\"started_at\":\"2026-11-21T12:03:00Z\",\"answered_at\":null,\"ended_at\":\"2026-11-21T12:03:09Z\",\"duration_s\":null,\"by_hand\":false,\"recording_url\":null,\"reason\":null}}",
                    ],
                ),
                (
                    "notes",
                    [
                        "text=\"She sounds angry\"",
                    ],
                ),
                (
                    "files",
                    [
                        "name=\"<b>lamp.txt\" media_type=\"text/html\" size=23 content=\"PHNjcmlwdD5icm9rZW48L3NjcmlwdD4=\"",
                    ],
                ),
                (
                    "calls",
                    [
                        "state=\"missed\"",
                    ],
                ),
                (
                    "told",
                    [
                        "entity=\"order\" value=\"1042\" shown=\"1042\"",
                        "entity=\"problem\" value=\"broken\" shown=\"It is broken.\"",
                    ],
                ),
                (
                    "codes",
                    [
                        "kind=\"hand_over\" made_by=\"staff\" address=\"phone:+48601234567\"",
                    ],
                ),
                (
                    "answers",
                    [
                        "score=5 comment=\"Quick\"",
                    ],
                ),
                (
                    "stops",
                    [
                        "number=\"+48601234567\" reason=\"STOP\"",
                    ],
                ),
            ]
        "#]]
        .assert_debug_eq(&all);
        let text = file.to_string();
        assert!(!text.contains("Bogdan") && !text.contains("extension"), "{text}");
        assert!(file["channels"].as_object().unwrap().len() >= 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_talk_is_given_whole_and_in_order() {
    on_each_engine(async |talk| {
        let said = (0..250).map(|n| format!("m{n:03}"));
        for text in said.clone() {
            talk.says(&talk.chat, &proven(ZOFIA), &text, &text).await;
            talk.ctx.customers.clock.advance(seconds(1));
        }
        let file: Value = serde_json::from_str(&export(talk, Format::Json).await).unwrap();
        let messages = file["messages"].as_array().unwrap();
        let texts: Vec<&str> = messages.iter().map(|one| one["text"].as_str().unwrap()).collect();
        assert_eq!(texts, said.collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_speaks_their_language_and_opens_no_file() {
    on_each_engine(async |talk| {
        zofias_talk(talk).await;
        let locales = [customers::LOCALES, crate::LOCALES].concat();
        let catalogue = Arc::new(Catalogue::new(&locales));
        for lang in [Lang::En, Lang::Pl, Lang::Ro, Lang::Ru] {
            let tr = Tr::new(&catalogue, lang, TimeZone::get("Europe/Warsaw").unwrap());
            let page = export(talk, Format::Html(tr)).await;
            let visible = page.replace("export-as-recorded", "");
            assert!(!visible.contains("export-"), "a text is missing in {lang:?}: {visible}");
            assert!(!page.contains("<script") && page.ends_with("</main></body></html>"));
            assert!(page.contains(
                r#"<a download="&lt;b&gt;lamp.txt" href="data:application/octet-stream;base64,"#
            ));
            assert!(page.contains("She sounds angry") && page.contains("Quick"));
        }
    })
    .await;
}
