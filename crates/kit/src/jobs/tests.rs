use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::*;
use crate::testing::{clock, on_each_engine};
use crate::time::hours;
use crate::{Clock, Db};

mod holding;

/// A side that can be told how to behave, and what it got.
#[derive(Clone, Default)]
struct Side {
    got: Arc<Mutex<Vec<String>>>,
    says: Arc<Mutex<Option<Outcome>>>,
}

impl Side {
    fn says(&self, outcome: Option<Outcome>) {
        *self.says.lock().unwrap() = outcome;
    }

    fn got(&self) -> Vec<String> {
        std::mem::take(&mut *self.got.lock().unwrap())
    }

    fn workers(&self, db: &Db, clock: &Clock) -> Workers {
        let this = self.clone();
        let send = handler(move |job| {
            let this = this.clone();
            async move {
                let says = this.says.lock().unwrap().clone();
                let slow = job.queue == "slow";
                match says.filter(|_| slow) {
                    Some(outcome) => outcome,
                    None => {
                        this.got.lock().unwrap().push(format!("{} {}", job.queue, job.body));
                        Outcome::Done
                    }
                }
            }
        });
        Workers::new(db.clone(), clock.clone(), HashMap::from([("send", send)]))
    }
}

async fn ask(db: &Db, clock: &Clock, queue: &str, bodies: &[&str]) {
    for body in bodies {
        let job = NewJob { queue, kind: "send", key: "anna", body, due_at: clock.now() };
        db.write(|tx| enqueue(tx, &job, clock.now())).await.unwrap();
    }
}

async fn open(db: &Db) -> Clock {
    let clock = clock();
    db.migrate(&[MIGRATION, KEY_MIGRATION, HOLDER_MIGRATION, BEGUN_MIGRATION], clock.now())
        .await
        .unwrap();
    clock
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_that_is_down_delays_nobody_else_and_keeps_its_order() {
    on_each_engine(async |db| {
        let clock = open(&db).await;
        let side = Side::default();
        let workers = side.workers(&db, &clock);
        side.says(Some(Outcome::Down { error: "connection refused".into() }));
        ask(&db, &clock, "slow", &["1", "2", "3"]).await;
        ask(&db, &clock, "quick", &["a", "b"]).await;
        workers.finish().await.unwrap();
        assert_eq!(side.got(), ["quick a", "quick b"]);

        for _ in 0..60 {
            clock.advance(minutes(1));
            workers.finish().await.unwrap();
        }
        let queues = db.read(queues).await.unwrap();
        let slow = queues.iter().find(|queue| queue.name == "slow").unwrap();
        assert_eq!(
            (slow.waiting, slow.dead, slow.error.as_deref()),
            (3, 0, Some("connection refused"))
        );
        assert!(slow.paused_until.since(clock.now()) <= PAUSE_MAX, "{slow:?}");

        side.says(None);
        clock.advance(minutes(1));
        workers.finish().await.unwrap();
        assert_eq!(side.got(), ["slow 1", "slow 2", "slow 3"]);
        assert_eq!(
            db.read(super::queues)
                .await
                .unwrap()
                .iter()
                .map(|q| q.waiting + q.failures)
                .sum::<i64>(),
            0
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_cannot_be_done_is_put_off_then_given_up_then_revived_by_a_person() {
    on_each_engine(async |db| {
        let clock = open(&db).await;
        let side = Side::default();
        let workers = side.workers(&db, &clock);
        side.says(Some(Outcome::Later { after: None, error: "mailbox full".into() }));
        ask(&db, &clock, "slow", &["1"]).await;
        for _ in 0..ATTEMPTS_MAX {
            workers.finish().await.unwrap();
            clock.advance(hours(1));
        }
        let dead = db.read(|tx| dead(tx, "slow", 10)).await.unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!(
            (dead[0].attempts, dead[0].error.as_deref()),
            (ATTEMPTS_MAX, Some("mailbox full"))
        );

        side.says(None);
        db.write(|tx| revive(tx, "slow", dead[0].id, clock.now())).await.unwrap();
        workers.finish().await.unwrap();
        assert_eq!(side.got(), ["slow 1"]);
        let again = db.write(|tx| revive(tx, "slow", dead[0].id, clock.now())).await;
        assert_eq!(again.unwrap_err().code, "not_found");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_do_each_job_once_and_in_order() {
    on_each_engine(async |db| {
        let clock = open(&db).await;
        let side = Side::default();
        let bodies: Vec<String> = (0..40).map(|n| format!("{n:02}")).collect();
        ask(&db, &clock, "quick", &bodies.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let (one, other) = (side.workers(&db, &clock), side.workers(&db, &clock));
        let (a, b) = tokio::join!(one.finish(), other.finish());
        a.and(b).unwrap();
        let wanted: Vec<String> = bodies.iter().map(|body| format!("quick {body}")).collect();
        assert_eq!(side.got(), wanted);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_another_of_its_key_keeps_nobody_busy() {
    on_each_engine(async |db| {
        let clock = open(&db).await;
        let side = Side::default();
        let workers = side.workers(&db, &clock);
        side.says(Some(Outcome::Later { after: Some(minutes(1)), error: "mailbox full".into() }));
        ask(&db, &clock, "slow", &["1"]).await;
        workers.finish().await.unwrap();
        side.says(None);
        ask(&db, &clock, "slow", &["2"]).await;
        // It ends: nothing can be done now.
        workers.finish().await.unwrap();
        assert_eq!(side.got(), [""; 0]);
        clock.advance(minutes(1));
        workers.finish().await.unwrap();
        assert_eq!(side.got(), ["slow 1", "slow 2"]);
    })
    .await;
}
