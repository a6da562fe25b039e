//! The shop asks, and the visitor presses an answer.

use super::*;
use crate::choices::Choice;
use crate::conversations::{NewReply, reply};
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_chosen_is_shown_and_what_is_pressed_is_an_answer() {
    on_each_engine(async |talk| {
        let mut anna = Browser::at(talk);
        let (_, made) = anna.writes("laptop", "1", "Do you have the lamp?").await;
        let conversation = made["conversation"].as_str().unwrap().parse().unwrap();
        let choices = Choice::of_titles(["Kraków", "Gdańsk"]);
        let new = NewReply { body: "In which store?".into(), choices, ..NewReply::default() };
        let offer = reply(&talk.ctx, &talk.staff(), conversation, &new).await.unwrap();
        talk.work().await;
        talk.ctx.customers.clock.advance(kit::time::minutes(1));
        let (_, page) = anna.ask("GET", "/v1/chat/messages", Value::Null).await;
        let shown = json!([{ "id": "1", "title": "Kraków" }, { "id": "2", "title": "Gdańsk" }]);
        assert_eq!(page["messages"][1]["choices"], shown);
        let mut pressed = message("laptop", "2", "Gdańsk");
        pressed["choice"] = json!({ "message": offer, "id": "2" });
        assert_eq!(anna.ask("POST", "/v1/chat/messages", pressed).await.0, 201);
        let last = talk.messages(conversation).await.pop().unwrap();
        assert_eq!((last.body.as_str(), last.reply_to_id), ("Gdańsk", Some(offer)));
        let (_, page) = anna.ask("GET", "/v1/chat/messages", Value::Null).await;
        assert!(page["messages"][2]["choices"].is_null(), "{page}");
    })
    .await;
}
