//! Who else looks: two colleagues at two server processes.

use std::time::Duration;

use customers::accounts::{Permit, may};
use kit::Tx;
use kit::time::seconds;

use super::{GONE_AFTER, TYPES_FOR, ViewId, enter, forget_gone, leave, renew, store, types};
use crate::Ctx;
use crate::conversations::ConversationId;
use crate::inbox::{Live, Watched};
use crate::testing::{Talk, browser, on_each_engine};

fn see() -> Permit<may::SeeConversations> {
    Permit::console()
}

async fn who(talk: &Talk, id: ConversationId) -> Vec<String> {
    let now = talk.shop.ctx.clock.now();
    let read = |tx: &Tx| store::list(tx, id);
    let viewers = talk.ctx.customers.db.read(read).await.unwrap();
    let show = |one: &super::Viewer| match one.types(now) {
        true => format!("{} types", one.name),
        false => one.name.clone(),
    };
    viewers.iter().map(show).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_at_the_same_hears_of_the_other_also_through_another_server() {
    on_each_engine(async |talk| {
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        let other = talk.shop.second_process().await;
        let there = Ctx::new(other.ctx.clone(), talk.ctx.secrets.clone());
        let mut live = Live::open(there.clone(), see(), Watched::Conversation(id)).await.unwrap();
        let heard = async |live: &mut Live| {
            tokio::time::timeout(Duration::from_secs(5), live.changed()).await.unwrap().unwrap();
        };
        let mine = ViewId::new(talk.shop.ctx.clock.now());
        enter(&talk.ctx, &see(), id, mine).await.unwrap();
        heard(&mut live).await;
        assert_eq!(who(talk, id).await, ["console"]);
        types(&talk.ctx, &talk.staff(), id, true).await.unwrap();
        heard(&mut live).await;
        assert_eq!(who(talk, id).await, ["console types"]);
        // Who goes on typing is no news.
        types(&talk.ctx, &talk.staff(), id, true).await.unwrap();
        let quiet = tokio::time::timeout(Duration::from_secs(3), live.changed()).await;
        assert!(quiet.is_err());
        talk.shop.ctx.clock.advance(TYPES_FOR);
        assert_eq!(who(talk, id).await, ["console"]);
        leave(&talk.ctx, mine, id).await.unwrap();
        heard(&mut live).await;
        assert!(who(talk, id).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_viewer_whose_server_was_killed_goes_by_itself() {
    on_each_engine(async |talk| {
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        let clock = &talk.shop.ctx.clock;
        let (lives, dies) = (ViewId::new(clock.now()), ViewId::new(clock.now()));
        enter(&talk.ctx, &see(), id, lives).await.unwrap();
        enter(&talk.ctx, &see(), id, dies).await.unwrap();
        clock.advance(GONE_AFTER);
        renew(&talk.ctx, lives, id).await.unwrap();
        clock.advance(seconds(1));
        assert_eq!(forget_gone(&talk.ctx).await.unwrap(), 1);
        assert_eq!(forget_gone(&talk.ctx).await.unwrap(), 0);
        assert_eq!(who(talk, id).await, ["console"]);
    })
    .await;
}
