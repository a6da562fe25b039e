//! What a customer changes after they said it, or takes back.

use customers::accounts::Permit;
use kit::Tx;
use kit::time::minutes;

use crate::conversations::{ConversationId, Inbound, NewAttachment, store};
use crate::facts::{self, FACTS_MAX};
use crate::inbox::{Live, Watched};
use crate::search::{self, query::Query};
use crate::testing::{Talk, browser, on_each_engine};

/// What the line of the inbox shows.
async fn line(talk: &Talk, id: ConversationId) -> String {
    let find = |tx: &Tx| Ok(store::find(tx, id)?.last_text);
    talk.ctx.customers.db.read(find).await.unwrap()
}

/// The customer changes what they said; without words, they take it back.
async fn changes(talk: &Talk, id: &str, words: Option<&str>) {
    talk.shop.ctx.clock.advance(minutes(1));
    let now = talk.shop.ctx.clock.now();
    let inbound = Inbound {
        provider_id: id.into(),
        sender: browser("anna"),
        at: now,
        body: words.unwrap_or("—").into(),
        details: words.is_none().then(|| r#"{"deleted":true}"#.into()),
        edited_at: Some(now),
        ..Inbound::default()
    };
    talk.brings(&talk.chat, inbound).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_inbox_shows_the_words_that_stand_now() {
    on_each_engine(async |talk| {
        let anna = browser("anna");
        let id = talk.says(&talk.chat, &anna, "1", "Is the lapm there?").await.conversation_id;
        changes(talk, "1", Some("Is the lamp there?")).await;
        assert_eq!(line(talk, id).await, "Is the lamp there?");
        let timeline = talk.shop.timeline(talk.who("device:anna").await).await;
        let told = timeline[0].properties.get();
        assert!(told.contains("Is the lamp there?") && !told.contains("lapm"), "{told}");
        talk.says(&talk.chat, &anna, "2", "Hello?").await;
        talk.says(&talk.chat, &anna, "3", "Hello?").await;
        // Of two that say the same, the line shows the later.
        changes(talk, "2", Some("Hello!")).await;
        assert_eq!(line(talk, id).await, "Hello?");
        changes(talk, "3", None).await;
        assert_eq!(line(talk, id).await, "—");
        talk.answers(id, "Yes").await.unwrap();
        changes(talk, "1", Some("Are the lamps there?")).await;
        assert_eq!(line(talk, id).await, "Yes");
        talk.work().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_back_is_nowhere_any_more() {
    on_each_engine(async |talk| {
        let at = talk.shop.ctx.clock.now();
        let picture = NewAttachment {
            name: "card.png".into(),
            media_type: "image/png".into(),
            content_id: None,
            content: vec![1, 2, 3],
        };
        let inbound = Inbound {
            provider_id: "1".into(),
            sender: browser("anna"),
            at,
            body: "My address is anna@example.com, about order 1042.".into(),
            attachments: vec![picture],
            ..Inbound::default()
        };
        let id = talk.brings(&talk.chat, inbound).await.conversation_id;
        let told = |tx: &Tx| facts::of_parts(tx, &[id], FACTS_MAX);
        assert!(!talk.ctx.customers.db.read(told).await.unwrap().is_empty());
        let watched = Watched::Conversation(id);
        let mut live = Live::open(talk.ctx.clone(), Permit::console(), watched).await.unwrap();
        changes(talk, "1", None).await;
        let wait = std::time::Duration::from_secs(10);
        tokio::time::timeout(wait, live.changed()).await.expect("whoever looks sees it").unwrap();

        assert_eq!(talk.ctx.customers.db.read(told).await.unwrap(), []);
        let message = talk.messages(id).await.remove(0);
        let read = |tx: &Tx| {
            let query = Query::parse("example");
            let asked = search::Asked { query, ..search::Asked::default() };
            let found = search::page(tx, &Permit::console(), &asked, 10)?.hits.len();
            Ok((store::attachments(tx, &[message.id])?.len(), found))
        };
        assert_eq!(talk.ctx.customers.db.read(read).await.unwrap(), (0, 0));
        let timeline = talk.shop.timeline(talk.who("device:anna").await).await;
        assert_eq!(timeline[0].name, "Message Received");
        assert!(!timeline[0].properties.get().contains("anna@"), "{:?}", timeline[0].properties);
        assert!(!format!("{message:?}").contains("anna@"), "{message:?}");
    })
    .await;
}
