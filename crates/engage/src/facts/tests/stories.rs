//! Zofia tells her order's number in the chat, and must say it again on the telephone.

use customers::accounts::Permit;
use customers::identities::by_hand::{self, Reason};
use customers::testing::identity_of;
use expect_test::expect;
use kit::time::minutes;
use kit::{Tx, params, sql};

use crate::conversations::{ConversationId, Sender, store as conversations};
use crate::facts::rules::Because;
use crate::facts::{self, FACTS_MAX};
use crate::testing::{Talk, browser, on_each_engine, proven};

async fn told(talk: &Talk, id: ConversationId) -> Vec<String> {
    let read = |tx: &Tx| {
        let root = conversations::find(tx, id)?.root_id;
        let parts: Vec<_> = conversations::parts(tx, root)?.iter().map(|part| part.id).collect();
        facts::of_parts(tx, &parts, FACTS_MAX)
    };
    let mut told = talk.ctx.customers.db.read(read).await.unwrap();
    told.reverse();
    let line = |one: &facts::Told| {
        let again = one
            .again
            .as_ref()
            .map_or(String::new(), |again| format!(" again, {}", again.because.as_str()));
        format!("{}: {}{again}", one.entity.as_str(), one.shown)
    };
    told.iter().map(line).collect()
}

/// Zofia, as a door that proves her number knows her.
fn zofia() -> Sender {
    proven("phone:+48601234567")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_again_by_another_door_is_a_repeat_and_is_counted() {
    on_each_engine(async |talk| {
        let first = talk.says(&talk.chat, &zofia(), "m1", "Where is order 1042?").await;
        let id = first.conversation_id;
        talk.ctx.customers.clock.advance(minutes(1));
        talk.says(&talk.chat, &zofia(), "m2", "Order 1042, please!").await;
        talk.ctx.customers.clock.advance(minutes(1));
        let third =
            talk.says(&talk.store, &zofia(), "m3", "Asks for order 1042, ul. Długa 5").await;
        assert_eq!(third.conversation_id, id);
        talk.says(&talk.store, &zofia(), "m3", "Asks for order 1042, ul. Długa 5").await;
        expect![[r#"
            [
                "order: 1042",
                "order: 1042",
                "address: ul. Długa 5",
                "order: 1042 again, door",
            ]
        "#]]
        .assert_debug_eq(&sorted(told(talk, id).await));
        let since = talk.ctx.customers.clock.now().minus(kit::time::days(30));
        let permit = Permit::console();
        let report =
            talk.ctx.customers.db.read(|tx| facts::report(tx, &permit, since)).await.unwrap();
        assert_eq!((report.conversations, report.repeated()), (1, 1));
        let row = report.rows[0];
        assert_eq!((row.from, row.to, row.times), (talk.chat.id, talk.store.id, 1));
        assert_eq!(row.because, Because::Door);
    })
    .await;
}

/// The last two came in one message: their order is that of their words.
fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines[2..].sort();
    lines
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_follows_merge_and_split_and_goes_with_the_person() {
    on_each_engine(async |talk| {
        let by_chat =
            talk.says(&talk.chat, &browser("laptop"), "m1", "My order 1042 is late").await;
        let by_store = talk.says(&talk.store, &zofia(), "m2", "Her number is 601 234 567").await;
        let both = [talk.who("device:laptop").await, talk.who("phone:+48601234567").await];
        let (ctx, permit) = (&talk.ctx.customers, Permit::console());
        let (reason, now) = (Reason::parse("same voice").unwrap(), ctx.clock.now());
        let merge = |tx: &Tx| by_hand::merge(tx, &permit, both, &reason, now);
        let merged = ctx.db.write(merge).await.unwrap();
        talk.work().await;
        assert_eq!(told(talk, by_chat.conversation_id).await.len(), 3);
        let split =
            |tx: &Tx| by_hand::split(tx, &permit, merged.customer, merged.edge, &reason, now);
        ctx.db.write(split).await.unwrap();
        talk.work().await;
        assert_eq!(told(talk, by_chat.conversation_id).await.len(), 2);
        assert_eq!(told(talk, by_store.conversation_id).await, ["phone: 601 234 567"]);
        let named = customers::context::Named::Identity(identity_of("phone:+48601234567"));
        customers::privacy::erase(ctx, &Permit::console(), &named).await.unwrap();
        talk.work().await;
        let count = |tx: &Tx| tx.rows(sql!("select 1 from told"), params![], |_| Ok(()));
        assert_eq!(ctx.db.read(count).await.unwrap().len(), 2);
    })
    .await;
}
