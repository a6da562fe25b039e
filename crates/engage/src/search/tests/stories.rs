//! Anna looks for what Zofia wrote.

use customers::accounts::Permit;
use customers::testing::identity_of;
use kit::time::minutes;
use kit::{Tx, params, sql};

use crate::conversations::{Status, store as conversations};
use crate::search::query::Query;
use crate::search::{self, Asked};
use crate::testing::{Talk, browser, on_each_engine, proven};

async fn found(talk: &Talk, asked: &Asked, size: usize) -> (Vec<String>, Asked) {
    let permit = Permit::console();
    let page =
        talk.ctx.customers.db.read(|tx| search::page(tx, &permit, asked, size)).await.unwrap();
    let next = Asked { before: page.next, ..asked.clone() };
    (page.hits.into_iter().map(|hit| hit.message.body).collect(), next)
}

fn typed(text: &str) -> Asked {
    Asked { query: Query::parse(text), ..Asked::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_is_found_whatever_its_accents_and_who_said_it() {
    on_each_engine(async |talk| {
        let zofia = proven("phone:+48601234567");
        let id = talk
            .says(&talk.chat, &zofia, "m1", "Dzień dobry, czy są żółte filiżanki?")
            .await
            .conversation_id;
        talk.ctx.customers.clock.advance(minutes(1));
        talk.says(&talk.store, &zofia, "m2", "Asks for yellow cups, do środy").await;
        talk.answers(id, "Żółte przyjdą do środy.").await.unwrap();
        talk.work().await;
        assert_eq!(
            found(talk, &typed("ZOLTE"), 9).await.0,
            ["Żółte przyjdą do środy.", "Dzień dobry, czy są żółte filiżanki?"]
        );
        assert_eq!(
            found(talk, &typed("fili zol"), 9).await.0,
            ["Dzień dobry, czy są żółte filiżanki?"]
        );
        assert_eq!(found(talk, &typed("\"przyjdą do\""), 9).await.0, ["Żółte przyjdą do środy."]);
        assert_eq!(found(talk, &typed("\"do przyjdą\""), 9).await.0.len(), 0);
        let by_store = Asked { channel: Some(talk.store.id), ..typed("srod") };
        assert_eq!(
            found(talk, &by_store, 9).await.0,
            ["Żółte przyjdą do środy.", "Asks for yellow cups, do środy"]
        );
        let closed = Asked { status: Some(Status::Closed), ..typed("srod") };
        assert_eq!(found(talk, &closed, 9).await.0.len(), 0);
        let early = Asked { to: Some(talk.ctx.customers.clock.now()), ..typed("zolte") };
        assert_eq!(found(talk, &early, 9).await.0, ["Dzień dobry, czy są żółte filiżanki?"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_follow_one_another_while_more_is_said() {
    on_each_engine(async |talk| {
        for n in 0..5 {
            talk.says(&talk.chat, &browser("laptop"), &format!("m{n}"), &format!("lamp {n}")).await;
        }
        let (first, next) = found(talk, &typed("lamp"), 2).await;
        talk.says(&talk.chat, &browser("laptop"), "m5", "lamp 5").await;
        let (second, next) = found(talk, &next, 2).await;
        let (third, end) = found(talk, &next, 2).await;
        assert_eq!(
            [first, second, third].concat(),
            ["lamp 4", "lamp 3", "lamp 2", "lamp 1", "lamp 0"]
        );
        assert_eq!(end.before, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_is_found_no_more_and_not_in_the_index_either() {
    on_each_engine(async |talk| {
        talk.says(&talk.chat, &browser("laptop"), "m1", "my secret is pistachio").await;
        talk.says(&talk.store, &proven("phone:+48601234567"), "m2", "pistachio again").await;
        let named = customers::context::Named::Identity(identity_of("device:laptop"));
        let ctx = &talk.ctx.customers;
        customers::privacy::erase(ctx, &Permit::console(), &named).await.unwrap();
        talk.work().await;
        assert_eq!(found(talk, &typed("pistachio"), 9).await.0, ["pistachio again"]);
        assert_eq!(found(talk, &typed("secret"), 9).await.0.len(), 0);
        let rows = |tx: &Tx| tx.rows(sql!("select 1 from searched"), params![], |_| Ok(()));
        assert_eq!(ctx.db.read(rows).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_recorded_before_there_was_an_index_is_found_once_it_was_read() {
    on_each_engine(async |talk| {
        for n in 0..3 {
            talk.says(&talk.chat, &browser("laptop"), &format!("m{n}"), &format!("lamp {n}")).await;
        }
        let db = &talk.ctx.customers.db;
        // As a database of before: the first two are not in it.
        let forget = |tx: &Tx| {
            for id in
                tx.rows(sql!("select id from messages order by id limit 2"), params![], |row| {
                    row.get(0)
                })?
            {
                search::forget(tx, &conversations::find_message(tx, id)?)?;
            }
            Ok(())
        };
        db.write(forget).await.unwrap();
        assert_eq!(found(talk, &typed("lamp"), 9).await.0, ["lamp 2"]);
        let oldest = search::batch(&talk.ctx, None).await.unwrap();
        assert!(oldest.is_some());
        assert_eq!(search::batch(&talk.ctx, oldest).await.unwrap(), None);
        assert_eq!(found(talk, &typed("lamp"), 9).await.0, ["lamp 2", "lamp 1", "lamp 0"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_was_changed_is_found_by_its_new_words() {
    on_each_engine(async |talk| {
        let said = talk.says(&talk.chat, &browser("laptop"), "m1", "a red lamp").await;
        let (db, now) = (&talk.ctx.customers.db, talk.ctx.customers.clock.now());
        let change =
            |tx: &Tx| conversations::set_body(tx, said.message_id, "a green lamp", "{}", now, now);
        db.write(change).await.unwrap();
        assert_eq!(found(talk, &typed("red"), 9).await.0.len(), 0);
        assert_eq!(found(talk, &typed("green lamp"), 9).await.0, ["a green lamp"]);
    })
    .await;
}
