//! The same talk on another device.

use super::*;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_the_talk_on_another_device_for_a_while() {
    on_each_engine(async |talk| {
        let mut laptop = Browser::at(talk);
        laptop.writes("laptop", "1", "Hello").await;
        let asked = json!({"page": "https://kubek.pl/cups?size=2#reviews"});
        let (status, made) = laptop.ask("POST", "/v1/chat/link", asked).await;
        assert_eq!(status, 200);
        let url = made["url"].as_str().unwrap().to_string();
        let link = url.strip_prefix("https://kubek.pl/cups?size=2#onedoor-chat=").unwrap();
        let mut phone = Browser::at(talk);
        let (_, opened) = phone.ask("POST", "/v1/chat/sessions", json!({"link": link})).await;
        phone.session = opened["session"].as_str().map(str::to_string);
        phone.writes("phone", "2", "Now from the phone").await;
        assert_eq!(phone.reads().await, "you: Hello\nyou: Now from the phone");
        assert_eq!(laptop.reads().await, phone.reads().await);
        // A session is no link, and a link is none for ever.
        let session = json!({"link": laptop.session.clone().unwrap()});
        assert_eq!(phone.ask("POST", "/v1/chat/sessions", session).await.0, 401);
        talk.ctx.customers.clock.advance(kit::time::minutes(16));
        assert_eq!(phone.ask("POST", "/v1/chat/sessions", json!({"link": link})).await.0, 401);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_leads_to_a_page_and_needs_a_session() {
    on_each_engine(async |talk| {
        let mut laptop = Browser::at(talk);
        let asked = json!({"page": "https://kubek.pl/"});
        assert_eq!(laptop.ask("POST", "/v1/chat/link", asked).await.0, 401);
        laptop.writes("laptop", "1", "Hello").await;
        let script = json!({"page": "javascript:alert(1)"});
        assert_eq!(laptop.ask("POST", "/v1/chat/link", script).await.0, 400);
    })
    .await;
}
