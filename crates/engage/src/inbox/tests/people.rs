//! Somebody looks at a conversation, and the person changes without a word in it.

use std::time::Duration;

use customers::accounts::{Permit, may};
use customers::context::Named;
use customers::privacy::flags::{self, Flag};
use kit::Tx;
use kit::time::seconds;
use serde_json::{Value, json};

use crate::inbox::{Asked, Live, News, Order, View, Watched};
use crate::testing::{Talk, browser, on_each_engine};

fn see() -> Permit<may::SeeConversations> {
    Permit::console()
}

/// Whether something to be shown has changed, within a while.
async fn hears(live: &mut Live, within: u64) -> bool {
    let content = async { while live.changed().await.unwrap() != News::Content {} };
    tokio::time::timeout(Duration::from_secs(within), content).await.is_ok()
}

async fn did(talk: &Talk, call: Value) {
    talk.shop.ctx.clock.advance(seconds(1));
    talk.shop.web(&[call]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_hears_what_the_person_does_says_and_allows() {
    on_each_engine(async |talk| {
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        talk.says(&talk.chat, &browser("bartek"), "2", "Hello").await;
        let watched = Watched::Conversation(id);
        let mut live = Live::open(talk.ctx.clone(), see(), watched).await.unwrap();
        let view = |who: &str| json!({"type": "page", "name": "Lamps", "anonymousId": who});
        for call in [
            view("anna"),
            json!({"type": "track", "event": "Order Completed", "anonymousId": "anna",
                "properties": {"order_id": "1042", "total": 9, "currency": "PLN"}}),
            json!({"type": "identify", "anonymousId": "anna", "traits": {"name": "Anna Nowak"}}),
            json!({"type": "track", "event": "Consent Withdrawn", "anonymousId": "anna",
                "properties": {"purpose": "marketing", "channel": "email"}}),
        ] {
            did(talk, call.clone()).await;
            assert!(hears(&mut live, 10).await, "nothing was heard of {call}");
        }
        let named = Named::Id(talk.who("device:anna").await);
        let by = Permit::console();
        flags::set(&talk.ctx.customers, &by, &named, Flag::Restriction, "asked").await.unwrap();
        assert!(hears(&mut live, 10).await, "nothing was heard of the restriction");
        did(talk, view("bartek")).await;
        assert!(!hears(&mut live, 1).await, "what another did is no news");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_turns_out_to_be_somebody_is_named_in_the_list_and_on_the_page() {
    on_each_engine(async |talk| {
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        did(talk, json!({"type": "identify", "userId": "anna", "traits": {"name": "Anna"}})).await;
        let open = async |watched| Live::open(talk.ctx.clone(), see(), watched).await.unwrap();
        let mut page = open(Watched::Conversation(id)).await;
        let asked = Asked {
            view: View::Open,
            me: None,
            channel: None,
            team: None,
            order: Order::Newest,
            after: None,
        };
        let mut list = open(Watched::List(asked, 10)).await;
        let (device, now) = (talk.who("device:anna").await, talk.shop.ctx.clock.now());
        let account = talk.who("user_id:anna").await;
        let merge = |tx: &Tx| {
            customers::identities::graph::merge(tx, device, account, "Ola", "her card", now)
        };
        talk.ctx.customers.db.write(merge).await.unwrap();
        talk.work().await;
        assert!(hears(&mut page, 10).await && hears(&mut list, 10).await);
    })
    .await;
}
