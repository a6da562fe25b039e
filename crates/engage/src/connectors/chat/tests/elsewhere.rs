//! A visitor goes on elsewhere, and shows who they are.

use customers::channels::ChannelKind;
use expect_test::expect;
use kit::Tx;
use kit::secrets::Sealed;
use kit::time::days;

use super::*;
use crate::connectors::Provider;
use crate::proofs::{self, ProofId};
use crate::testing::{door, on_each_engine, proven};

async fn texts(talk: &Talk) {
    door(&talk.ctx, ChannelKind::Sms, "Texts", Some(Provider::Store)).await;
}

async fn code_of(talk: &Talk, id: &str) -> String {
    let id: ProofId = id.parse().unwrap();
    let read = |tx: &Tx| proofs::store::unsent_maybe(tx, id);
    let (_, sealed) = talk.ctx.customers.db.read(read).await.unwrap().unwrap();
    String::from_utf8(talk.ctx.secrets.open(&Sealed(sealed), &id.0).unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_friend_who_gets_the_link_takes_part_and_reads_nothing_that_was_said_before() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        assert_eq!(anna.ask("POST", "/v1/chat/hand-overs", json!({})).await.0, 401, "nothing said");
        let (_, first) = anna.writes("laptop", "1", "Where is order 1042?").await;
        let (status, made) = anna.ask("POST", "/v1/chat/hand-overs", json!({"lang": "pl"})).await;
        assert_eq!(status, 201, "{made}");
        let url = made["url"].as_str().unwrap();
        let signed = url.rsplit('/').next().unwrap();
        assert!(made["qr"]["path"].as_str().unwrap().starts_with('M'));

        let mut friend = Browser::at(talk);
        let path = format!("/v1/chat/hand-overs/{signed}?lang=en");
        let (_, shown) = friend.ask("GET", &path, Value::Null).await;
        expect!["We continue the conversation from the chat on our website (just now). You wrote there: “Where is order 1042?”"]
            .assert_eq(shown["line"].as_str().unwrap());
        let mut with_code = message("friends-phone", "2", "I am her friend");
        with_code["code"] = json!(signed);
        let (status, taken) = friend.ask("POST", "/v1/chat/messages", with_code).await;
        assert_eq!((status, &taken["conversation"]), (201, &first["conversation"]));
        friend.session = taken["session"].as_str().map(str::to_string);
        talk.work().await;
        expect![[r#"
            you: I am her friend
            system: Kontynuujemy rozmowę z czatu na stronie (przed chwilą). Pytanie brzmiało: „Where is order 1042?”"#]]
        .assert_eq(&friend.reads().await);
        assert_eq!(anna.reads().await, "you: Where is order 1042?");
        // Nobody else uses the link again.
        assert_eq!(Browser::at(talk).ask("GET", &path, Value::Null).await.0, 404);
        let forged = format!("/v1/chat/hand-overs/{}.AAAAAAAAAAAA", &signed[..8]);
        assert_eq!(Browser::at(talk).ask("GET", &forged, Value::Null).await.0, 400);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn earlier_messages_are_seen_after_a_proof_for_a_day() {
    on_each_engine(async |talk| {
        texts(talk).await;
        talk.says(&talk.store, &proven("phone:+48601234567"), "s1", "I ordered a lamp").await;
        let mut anna = Browser::at(talk);
        let (_, settings) = anna.ask("GET", "/v1/chat/settings", Value::Null).await;
        assert_eq!(settings["elsewhere"], json!(["sms"]));
        anna.writes("laptop", "1", "Where is it?").await;
        let asked = json!({"phone": "+48 601 234 567", "lang": "en"});
        let (status, proof) = anna.ask("POST", "/v1/chat/proofs", asked.clone()).await;
        assert_eq!(status, 202, "{proof}");
        let id = proof["id"].as_str().unwrap().to_string();
        let code = code_of(talk, &id).await;
        talk.work().await;
        let answer = |code: &str| json!({ "code": code });
        let path = format!("/v1/chat/proofs/{id}");
        let mut stranger = Browser::at(talk);
        stranger.writes("other", "9", "Hello").await;
        assert_eq!(stranger.ask("POST", &path, answer(&code)).await.0, 404, "not their question");
        let wrong = if code == "000000" { "111111" } else { "000000" };
        assert_eq!(anna.ask("POST", &path, answer(wrong)).await.1["code"], "wrong_proof");
        assert_eq!(anna.reads().await, "you: Where is it?");
        let (status, done) = anna.ask("POST", &path, answer(&code)).await;
        assert_eq!(status, 200, "{done}");
        anna.session = done["session"].as_str().map(str::to_string);
        talk.work().await;
        assert_eq!(anna.reads().await, "you by store: I ordered a lamp\nyou: Where is it?");
        // A link for another device does not carry the proof along.
        let (_, link) =
            anna.ask("POST", "/v1/chat/link", json!({"page": "https://kubek.pl/"})).await;
        let link = link["url"].as_str().unwrap().split("onedoor-chat=").nth(1).unwrap().to_string();
        let mut other = Browser::at(talk);
        let (_, opened) = other.ask("POST", "/v1/chat/sessions", json!({"link": link})).await;
        other.session = opened["session"].as_str().map(str::to_string);
        assert_eq!(other.reads().await, "you: Where is it?");
        talk.ctx.customers.clock.advance(days(1));
        assert_eq!(anna.reads().await, "you: Where is it?", "tomorrow it is proven anew");
        for n in 1..=3 {
            let (status, _) = anna.ask("POST", "/v1/chat/proofs", asked.clone()).await;
            assert_eq!(status, 202, "{n}");
        }
        assert_eq!(anna.ask("POST", "/v1/chat/proofs", asked).await.1["code"], "too_many_codes");
        talk.work().await;
    })
    .await;
}
