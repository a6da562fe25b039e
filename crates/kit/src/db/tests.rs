use std::sync::Arc;

use super::*;
use crate::testing::{NOON, on_each_engine};
use crate::{Time, params, sql};

const STEPS: [Migration; 1] = [Migration {
    name: "0001_jars",
    text: "create table jars (id bigint primary key, label {text} not null, body {blob}, opened_at bigint){clustered};\n",
}];

async fn insert(db: &Db, id: i64, label: &str) -> Result<u64> {
    db.write(|tx| {
        tx.exec(
            sql!("insert into jars (id, label, body, opened_at) values ($1, $2, $3, $4)"),
            params![id, label, [1_u8, 2], None::<Time>],
        )
    })
    .await
}

async fn labels(db: &Db) -> Vec<String> {
    let read =
        |tx: &Tx| tx.rows(sql!("select label from jars order by id"), params![], |r| r.get(0));
    db.read(read).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn migrations_run_once_and_rows_read_back() {
    on_each_engine(async |db| {
        assert_eq!(db.migrate(&STEPS, NOON).await.unwrap(), ["0001_jars"]);
        assert!(db.migrate(&STEPS, NOON).await.unwrap().is_empty());
        insert(&db, 7, "sól").await.unwrap();
        let row = db
            .read(|tx| {
                tx.one(sql!("select id, label, body, opened_at from jars"), params![], |row| {
                    Ok((
                        row.get::<i64>(0)?,
                        row.get::<String>(1)?,
                        row.get::<Vec<u8>>(2)?,
                        row.get::<Option<Time>>(3)?,
                    ))
                })
            })
            .await
            .unwrap();
        assert_eq!(row, Some((7, "sól".to_string(), vec![1, 2], None)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failing_write_is_undone_alone() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        let db = Arc::new(db);
        let writes: Vec<_> = (0..40)
            .map(|i| {
                let db = db.clone();
                tokio::spawn(async move {
                    db.write(|tx| {
                        tx.exec(
                            sql!("insert into jars (id, label) values ($1, 'x')"),
                            params![i64::from(i)],
                        )?;
                        if i % 2 == 0 { Ok(()) } else { Err(Error::not_found("lid")) }
                    })
                    .await
                })
            })
            .collect();
        for (i, write) in writes.into_iter().enumerate() {
            assert_eq!(write.await.unwrap().is_ok(), i % 2 == 0);
        }
        assert_eq!(labels(&db).await.len(), 20);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_who_goes_away_leaves_nothing_open() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        let db = Arc::new(db);
        for i in 0..200 {
            let other = db.clone();
            let task = tokio::spawn(async move { insert(&other, 1_000 + i, "gone").await });
            let stays = insert(&db, i, "stays");
            task.abort();
            stays.await.unwrap();
        }
        let stays = labels(&db).await.iter().filter(|label| *label == "stays").count();
        assert_eq!(stays, 200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_rows_and_lists() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        let rows: Vec<[V; 3]> = (0..100).map(|i| [V::Int(i), V::Text("many"), V::Null]).collect();
        let insert = sql!(
            "insert into jars (id, label, opened_at) values ($1, $2, $3) on conflict (id) do nothing"
        );
        assert_eq!(db.write(|tx| tx.many(insert, &rows)).await.unwrap(), 100);
        assert_eq!(db.write(|tx| tx.many(insert, &rows)).await.unwrap(), 0);
        for wanted in [&[][..], &[3], &[1, 2, 3], &[5, 500, 6, 7, 8]] {
            let found: Vec<i64> = db
                .read(|tx| {
                    tx.rows(
                        sql!("select id from jars where label = $2 and id in ($1) order by id"),
                        params![List(wanted), "many"],
                        |row| row.get(0),
                    )
                })
                .await
                .unwrap();
            let expected: Vec<i64> = wanted.iter().copied().filter(|&id| id < 100).collect();
            assert_eq!(found, expected);
        }
        let update = sql!("update jars set opened_at = $2 where id = $1");
        let rows = [[V::Int(1), V::Int(9)], [V::Int(2), V::Int(9)], [V::Int(999), V::Int(9)]];
        assert_eq!(db.write(|tx| tx.many(update, &rows)).await.unwrap(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_counters_lose_nothing() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        insert(&db, 1, "a").await.unwrap();
        db.write(|tx| tx.exec(sql!("update jars set opened_at = 0"), params![])).await.unwrap();
        let db = Arc::new(db);
        let adders: Vec<_> = (0..8)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move {
                    for _ in 0..25 {
                        db.write(|tx| {
                            let read = sql!("select opened_at from jars where id = 1{for_update}");
                            let n = tx.one(read, params![], |row| row.get::<i64>(0))?;
                            let write = sql!("update jars set opened_at = $1 where id = 1");
                            tx.exec(write, params![n.unwrap_or(0) + 1])
                        })
                        .await
                        .unwrap();
                    }
                })
            })
            .collect();
        for adder in adders {
            adder.await.unwrap();
        }
        let read = sql!("select opened_at from jars");
        let n = db.read(|tx| tx.one(read, params![], |row| row.get::<i64>(0))).await.unwrap();
        assert_eq!(n, Some(200));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_may_not_write() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        let out = db.read(|tx| tx.exec(sql!("delete from jars"), params![])).await;
        assert_eq!(out.unwrap_err().code, "internal");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_panics_is_undone_alone() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        let other = db.clone();
        let panics = tokio::spawn(async move {
            other
                .write(|tx| -> Result<()> {
                    tx.exec(sql!("insert into jars (id, label) values (1, 'half')"), params![])?;
                    panic!("the lid fell off");
                })
                .await
        });
        assert!(panics.await.unwrap_err().is_panic());
        for id in 2..40 {
            insert(&db, id, "whole").await.unwrap();
        }
        assert_eq!(labels(&db).await, ["whole"; 38]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn memory_made_by_a_write_that_failed_is_known_to_be_stale() {
    let (place, _folder) = crate::testing::place(Engine::Sqlite).await;
    let db = Db::open(&place).await.unwrap();
    let seen = || db.write(|tx| Ok((tx.fate(), tx.fate(), tx.epoch())));
    let (kept, again, before) = seen().await.unwrap();
    assert!(kept.is(&again), "of one closure");

    let mut failed = None;
    let fails = |tx: &Tx| -> Result<()> {
        failed = Some(tx.fate());
        Err(Error::not_found("lid"))
    };
    db.write(fails).await.unwrap_err();
    let failed = failed.unwrap();
    assert!(failed.is_undone() && !kept.is_undone() && !failed.is(&kept));
    assert_eq!(seen().await.unwrap().2, before, "what others noted stands");
}

/// A short table that is read whole counts as dear, where plans are made for growth; and a list of values is no reason to
/// plan anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_statement_is_planned_once_and_never_compiled() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        let list = sql!("select id from jars where id in ($1)");
        let asked = sql!(
            sqlite: "select 'off', 0, 20",
            postgres: "select current_setting('jit'), custom_plans, generic_plans
                       from pg_prepared_statements where statement like '%from jars where id%'"
        );
        let read = |tx: &Tx| {
            for n in 0..20 {
                tx.rows(list, params![List(&[n, n + 1])], |row| row.get::<i64>(0))?;
            }
            let plans = |row: &Row| Ok((row.get::<String>(0)?, row.get(1)?, row.get(2)?));
            tx.one(asked, &[], plans)
        };
        assert_eq!(db.read(read).await.unwrap(), Some(("off".into(), 0, 20)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn text_may_hold_any_character() {
    on_each_engine(async |db| {
        db.migrate(&STEPS, NOON).await.unwrap();
        insert(&db, 1, "a\0b").await.unwrap();
        assert_eq!(labels(&db).await, ["a\u{fffd}b"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn servers_that_start_together_migrate_once() {
    for engine in crate::testing::engines() {
        for _ in 0..5 {
            let (place, _folder) = crate::testing::place(engine).await;
            let start = || {
                let place = place.clone();
                tokio::spawn(async move {
                    Db::open(&place).await.unwrap().migrate(&STEPS, NOON).await.unwrap().len()
                })
            };
            let starts = [start(), start(), start(), start()];
            let mut applied = 0;
            for one in starts {
                applied += one.await.unwrap();
            }
            assert_eq!(applied, 1);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_process_writes_is_heard_while_somebody_listens() {
    let (place, _folder) = crate::testing::place(Engine::Sqlite).await;
    let (here, there) = (Db::open(&place).await.unwrap(), Db::open(&place).await.unwrap());
    here.migrate(&STEPS, NOON).await.unwrap();
    let mut changes = here.changes();
    let heard = async |changes: &mut watch::Receiver<u64>, id, seconds| {
        changes.mark_unchanged();
        insert(&there, id, "salt").await.unwrap();
        let wait = std::time::Duration::from_secs(seconds);
        tokio::time::timeout(wait, changes.changed()).await.is_ok()
    };
    assert!(!heard(&mut changes, 1, 1).await, "nobody listens");
    let (one, other) = (here.hear_others(), here.hear_others());
    // It has to have looked once.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert!(heard(&mut changes, 2, 5).await);
    drop(one);
    assert!(heard(&mut changes, 3, 5).await, "the other listens still");
    drop(other);
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert!(!heard(&mut changes, 4, 1).await, "nobody listens any more");
    assert_eq!(labels(&here).await.len(), 4);
}

/// SQLite itself lets whoever waits look now and then whether the file is free: one who writes without a pause is
/// always there first.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_processes_on_one_file_write_in_turn() {
    const WRITES: i64 = 100;
    let (place, _folder) = crate::testing::place(Engine::Sqlite).await;
    let (here, there) = (Db::open(&place).await.unwrap(), Db::open(&place).await.unwrap());
    here.migrate(&STEPS, NOON).await.unwrap();
    let writes = async |db: Db, first: i64| {
        for id in first..first + WRITES {
            let slowly = |tx: &Tx| {
                std::thread::sleep(std::time::Duration::from_millis(2));
                tx.exec(sql!("insert into jars (id, label) values ($1, 'jam')"), params![id])
            };
            db.write(slowly).await.unwrap();
        }
        labels(&db).await.len() as i64
    };
    let (one, other) = (tokio::spawn(writes(here, 0)), tokio::spawn(writes(there, WRITES)));
    let when_the_first_had_done = one.await.unwrap().min(other.await.unwrap());
    assert!(when_the_first_had_done > WRITES + WRITES / 4, "{when_the_first_had_done}");
}
