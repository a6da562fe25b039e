use expect_test::expect;
use kit::db::Engine;
use kit::{Tx, params, sql};
use serde_json::json;

use super::*;
use crate::channels::ChannelId;
use crate::events::store as events;
use crate::identities::store as identities;
use crate::privacy::{store, sweep};
use crate::recording::import_lines;

#[tokio::test(flavor = "multi_thread")]
async fn everything_goes_and_the_receipt_says_what_stays_and_why() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        // A thief said that Anna's address is theirs; that is Anna's address too.
        shop.web(&[json!({"type": "track", "anonymousId": "thief", "event": "Asked", "messageId": "t1",
            "context": {"externalIds": [{"type": "email", "id": "anna@example.com"}]}})])
            .await;
        shop.post(&shop.web, &[json!({"type": "identify", "userId": [], "traits": {"email": "Anna@Example.com"}})])
            .await
            .unwrap();
        assert!(!traces(&shop, "anna@example.com").await.is_empty());

        let erasure = erase(&shop, anna).await;
        shop.settle().await;
        assert_eq!(traces(&shop, "anna@").await, ["events"], "what the thief wrote is the thief's");
        assert_eq!(traces(&shop, "u-anna").await, [""; 0]);
        assert_eq!(traces(&shop, "500100200").await, [""; 0]);
        assert_eq!(traces(&shop, "household").await, [""; 0]);
        expect![[r#"
            {
              "went": {
                "claims": 1,
                "dealings": 1,
                "edges": 1,
                "events": 7,
                "identities": 5,
                "memberships": 1,
                "rejections": 1,
                "search_terms": 3,
                "traits": 1
              },
              "kept": [
                {
                  "what": "customers",
                  "count": 2,
                  "why": "Empty rows: the ids are never given to anybody else, and nothing new is written to them."
                },
                {
                  "what": "tombstones",
                  "count": 5,
                  "why": "Salted hashes of what they were known by, so that an import does not bring them back."
                },
                {
                  "what": "consents",
                  "count": 2,
                  "why": "What was allowed and refused, when and where, with a salted hash in place of the address: the proof that messages were lawful (GDPR art. 7 (1), 17 (3) (e))."
                },
                {
                  "what": "audit_log",
                  "count": 1,
                  "why": "That this id was erased, when and by whom: the proof that the request was met (art. 5 (2))."
                }
              ]
            }"#]]
        .assert_eq(&serde_json::to_string_pretty(&erasure.receipt).unwrap());
        let listed = shop.ctx.db.read(|tx| store::list(tx, None, 10)).await.unwrap();
        assert_eq!(listed, [erasure]);

        let again = super::super::erase(&shop.ctx, &Permit::console(), &Named::Id(anna)).await;
        assert!(again.unwrap_err().is_not_found());
        assert!(context::of(&shop.ctx, &Named::Id(anna)).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_brings_nobody_back_but_they_may_come_themselves() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        erase(&shop, anna).await;
        let lines = [
            json!({"type": "track", "event": "Order Completed", "userId": "u-anna", "messageId": "i1"}),
            json!({"type": "identify", "userId": "u-new", "messageId": "i2",
                "traits": {"email": "ANNA@example.com"}}),
            json!({"type": "track", "event": "Order Completed", "userId": "u-celina", "messageId": "i3"}),
        ]
        .map(|line| line.to_string())
        .join("\n");
        let imported = import_lines(&shop.ctx, &shop.server, &lines, 1).await.unwrap();
        assert_eq!((imported.recorded, imported.erased), (1, 2));
        assert_eq!(shop.who("user_id:u-anna").await, None);

        shop.web(&[login("anna-phone", "u-anna", "c1")]).await;
        let back = shop.who("user_id:u-anna").await.unwrap();
        assert_ne!(back, anna);
        assert_eq!(shop.told(back).await, ["u-anna"]);
        assert_eq!(shop.who("device:anna-phone").await, Some(back));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_server_that_knew_them_writes_nothing_to_the_empty_row() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        let other = shop.second_process().await;
        let look = |n: u32| {
            json!({"type": "page", "anonymousId": "anna-phone", "userId": "u-anna",
            "name": format!("Page {n}"), "messageId": format!("p{n}")})
        };
        // The other server has both ids in memory now, and events that its index waits for.
        other.web(&[look(1), look(2)]).await;
        erase(&shop, anna).await;
        other.web(&[look(3)]).await;
        let back = other.who("user_id:u-anna").await.unwrap();
        assert_ne!(back, anna);
        for process in [&shop, &other] {
            process.settle().await;
            process.settle().await;
            assert_eq!(process.told(back).await, ["Page 3"]);
            assert_eq!(process.told(anna).await, [""; 0]);
        }
        assert_eq!(indexed(&shop, anna).await, 0);
        assert_eq!(sweep(&shop.ctx).await.unwrap(), 0);
    })
    .await;
}

/// What the index holds of a leaf.
async fn indexed(shop: &Shop, leaf: CustomerId) -> i64 {
    shop.ctx.db.read(|tx| events::count(tx, &[leaf])).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn events_that_wait_for_their_index_go_too_and_their_numbers_are_not_given_again() {
    on_each_engine(async |shop| {
        let bogdan = bogdan(&shop).await;
        shop.settle().await;
        // Nothing of Anna is indexed, and her events are the last of the log.
        let anna = anna(&shop).await;
        erase(&shop, anna).await;
        let look = |n: u32| {
            json!({"type": "page", "userId": "u-bogdan", "name": format!("Page {n}"),
            "messageId": format!("q{n}")})
        };
        shop.web(&[look(1), look(2)]).await;
        assert_eq!(shop.told(anna).await, [""; 0]);
        shop.settle().await;
        assert_eq!(indexed(&shop, anna).await, 0);
        let told = async |process: &Shop| {
            let mut told = process.told(bogdan).await;
            told.sort();
            told
        };
        assert_eq!(told(&shop).await, ["Page 1", "Page 2", "u-bogdan"]);
        if shop.ctx.db.engine() == Engine::Sqlite {
            let numbers =
                sql!(sqlite: "select seq from events order by seq", postgres: "select 0::bigint");
            let numbers = |tx: &Tx| tx.rows(numbers, params![], |row| row.get::<i64>(0));
            let numbers = shop.ctx.db.read(numbers).await.unwrap();
            assert_eq!(numbers, [1, 9, 10], "2 to 8 were Anna's");
        }
        let restarted = shop.second_process().await;
        restarted.web(&[look(2), look(3)]).await;
        restarted.settle().await;
        assert_eq!(told(&restarted).await, ["Page 1", "Page 2", "Page 3", "u-bogdan"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_with_one_who_was_erased_is_neither_made_nor_undone() {
    on_each_engine(async |shop| {
        let (anna, bogdan) = (anna(&shop).await, bogdan(&shop).await);
        let celina = {
            shop.web(&[login("celina-phone", "u-celina", "z1")]).await;
            shop.who("user_id:u-celina").await.unwrap()
        };
        let now = shop.ctx.clock.now();
        let merge = |a, b| {
            let ctx = shop.ctx.clone();
            async move { ctx.db.write(|tx| graph::merge(tx, a, b, "staff:ola", "one", now)).await }
        };
        let edge = merge(anna, bogdan).await.unwrap();
        erase(&shop, bogdan).await;
        assert_eq!(shop.who("user_id:u-anna").await, None, "they were one person, and it went");
        for side in [anna, bogdan] {
            let split = |tx: &Tx| graph::split(tx, side, edge.id, "staff:ola", "two", now);
            assert!(shop.ctx.db.write(split).await.unwrap_err().is_not_found());
            assert!(merge(side, celina).await.unwrap_err().is_not_found());
        }
        assert_eq!(shop.told(celina).await, ["u-celina"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_event_in_flight_wrote_is_swept_up() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        erase(&shop, anna).await;
        // As a server would that had found the leaf just before it was erased.
        let tablet = crate::testing::identity_of("device:anna-tablet");
        let now = shop.ctx.clock.now();
        let late = |tx: &Tx| {
            identities::insert_new(tx, &[(&tablet, anna)], false, ChannelId::new(now), now)
        };
        shop.ctx.db.write(late).await.unwrap();
        let look = |n: u32| {
            json!({"type": "page", "anonymousId": "anna-tablet", "name": format!("Page {n}"),
            "messageId": format!("s{n}")})
        };
        shop.web(&[look(1)]).await;
        assert_eq!(shop.told(anna).await, ["Page 1"]);

        assert_eq!(sweep(&shop.ctx).await.unwrap(), 2);
        assert_eq!(shop.told(anna).await, [""; 0]);
        shop.web(&[look(2)]).await;
        let tablet = shop.who("device:anna-tablet").await.unwrap();
        assert_eq!(shop.told(tablet).await, ["Page 2"]);
        assert_eq!(sweep(&shop.ctx).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_consent_can_be_found_by_who_brings_the_address_and_by_nobody_else() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        erase(&shop, anna).await;
        let email = crate::testing::identity_of("email:anna@example.com");
        let read = |tx: &Tx| {
            let mark = crate::privacy::tombstones::Marks::open(tx)?.mark(&email)?;
            let leaf = sql!("select id from customers where erased_at is not null");
            let leaves = tx.rows(leaf, params![], |row| row.get::<CustomerId>(0))?;
            Ok((crate::consents::store::list(tx, &leaves)?, mark))
        };
        let (ledger, mark) = shop.ctx.db.read(read).await.unwrap();
        let marketing = ledger.iter().find(|line| line.subject.purpose == "marketing").unwrap();
        assert_eq!(marketing.subject.identity, Some(mark));
        assert_eq!(marketing.wording.as_deref(), Some("v3"));
        assert_eq!(marketing.evidence, json!({}));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_that_record_while_somebody_is_erased_leave_nothing_behind() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        let leaves = shop.ctx.db.read(|tx| identities::leaves(tx, anna)).await.unwrap();
        let other = shop.second_process().await;
        let look = |process: u32, n: u32| {
            json!({"type": "identify", "anonymousId": "anna-phone",
            "userId": "u-anna", "messageId": format!("r{process}-{n}"),
            "traits": {"visits": n, "email": "anna@example.com"}})
        };
        let visits = async |process: &Shop, number: u32| {
            for n in 0..20 {
                process.web(&[look(number, n)]).await;
            }
        };
        let erasing = async {
            tokio::time::sleep(std::time::Duration::from_millis(15)).await;
            erase(&shop, anna).await
        };
        tokio::join!(visits(&shop, 1), visits(&other, 2), erasing);
        sweep(&shop.ctx).await.unwrap();
        // Whoever came after the erasure is somebody new, once.
        shop.web(&[look(1, 100)]).await;
        other.web(&[look(2, 100)]).await;
        for process in [&shop, &other] {
            process.settle().await;
        }
        let back = shop.who("user_id:u-anna").await.unwrap();
        assert!(!leaves.contains(&back));
        assert_eq!(shop.who("device:anna-phone").await, Some(back));
        for leaf in leaves {
            assert_eq!((indexed(&shop, leaf).await, shop.told(leaf).await.len()), (0, 0));
        }
        assert_eq!(sweep(&shop.ctx).await.unwrap(), 0);
        let told = shop.told(back).await.len();
        assert!((2..=42).contains(&told), "{told}");
        assert_eq!(other.told(back).await.len(), told);
    })
    .await;
}
