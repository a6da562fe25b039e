//! Who holds a queue, for how long, and who takes over: also from a process that was killed.

use std::path::Path;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::task::JoinHandle;

use super::*;
use crate::db::{Engine, Place, Synchronous};
use crate::testing::{engines, place};

/// Where the process that is going to be killed works: a path or a URL; and the file by which it says that it does.
const PLACE: &str = "ONEDOOR_TEST_HANGING_AT";
const WORKING: &str = "ONEDOOR_TEST_HANGING_FILE";
const PATIENCE: Duration = Duration::from_secs(20);

#[expect(clippy::disallowed_methods, reason = "this is the tests' configuration")]
fn given(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// What another process of these tests does: it takes a job and hangs over it, until it is killed.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "the other process of the test below, which starts it"]
async fn hangs_over_a_job() {
    let (Some(at), Some(working)) = (given(PLACE), given(WORKING)) else { return };
    let place = match at.starts_with("postgres:") {
        true => Place::Postgres { url: at },
        false => Place::Sqlite { path: at.into(), synchronous: Synchronous::Normal },
    };
    let db = Db::open(&place).await.unwrap();
    let hangs = handler(move |_| {
        let working = working.clone();
        async move {
            std::fs::write(&working, "working").unwrap();
            std::future::pending().await
        }
    });
    let (_keep, stop) = tokio::sync::watch::channel(false);
    Workers::new(db, clock(), HashMap::from([("send", hangs)])).keep_working(stop).await;
}

/// A process of its own that hangs over a job of this database.
async fn hanging(place: &Place, file: &Path) -> Child {
    let at = match place {
        Place::Sqlite { path, .. } => path.display().to_string(),
        Place::Postgres { url } => url.clone(),
    };
    let itself = std::env::current_exe().unwrap();
    let child = Command::new(itself)
        .args(["--ignored", "--exact", "jobs::tests::holding::hangs_over_a_job"])
        .envs([(PLACE, at.as_str()), (WORKING, &file.display().to_string())])
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    until("the other process works", || file.exists()).await;
    child
}

async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = tokio::time::Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

fn working(
    side: &Side,
    db: &Db,
    clock: &Clock,
) -> (tokio::sync::watch::Sender<bool>, JoinHandle<()>) {
    let (stop, stopped) = tokio::sync::watch::channel(false);
    (stop, tokio::spawn(side.workers(db, clock).keep_working(stopped)))
}

#[tokio::test(flavor = "multi_thread")]
async fn who_restarts_after_kill_9_goes_on_at_once_where_the_dead_can_be_told() {
    for engine in engines() {
        let (place, folder) = place(engine).await;
        let db = Db::open(&place).await.unwrap();
        let clock = open(&db).await;
        ask(&db, &clock, "quick", &["1", "2"]).await;
        let mut other = hanging(&place, &folder.0.join("working")).await;

        // As long as it lives nobody takes its work, whoever starts beside it.
        let side = Side::default();
        let (stop, beside) = working(&side, &db, &clock);
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(side.got(), [""; 0]);
        stop.send(true).unwrap();
        beside.await.unwrap();

        // SIGKILL.
        other.kill().unwrap();
        other.wait().unwrap();
        let (stop, restarted) = working(&side, &db, &clock);
        if engine == Engine::Postgres {
            tokio::time::sleep(Duration::from_millis(500)).await;
            assert_eq!(side.got(), [""; 0], "it may live on another machine");
            clock.advance(LEASE);
        }
        let got = Mutex::new(Vec::new());
        until("both are done", || {
            got.lock().unwrap().extend(side.got());
            got.lock().unwrap().len() == 2
        })
        .await;
        assert_eq!(*got.lock().unwrap(), ["quick 1", "quick 2"]);
        stop.send(true).unwrap();
        restarted.await.unwrap();
        let left: Vec<_> = std::fs::read_dir(&folder.0).unwrap().flatten().collect();
        let left =
            left.iter().filter(|file| file.file_name().to_string_lossy().contains("-worker-"));
        assert_eq!(left.count(), 0, "no file of a process that ended stays");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_killed_process_held_is_done_by_another_after_a_while() {
    on_each_engine(async |db| {
        let clock = open(&db).await;
        let side = Side::default();
        ask(&db, &clock, "quick", &["1"]).await;
        let take = |tx: &Tx| store::lease(tx, "quick", "dead/1", clock.now());
        assert!(db.write(take).await.unwrap());
        let workers = side.workers(&db, &clock);
        workers.finish().await.unwrap();
        assert_eq!(side.got(), [""; 0]);
        clock.advance(LEASE - 1);
        workers.finish().await.unwrap();
        assert_eq!(side.got(), [""; 0]);
        clock.advance(1);
        workers.finish().await.unwrap();
        assert_eq!(side.got(), ["quick 1"]);
    })
    .await;
}

/// Work that goes on until it is told to end; whether it was broken off.
#[derive(Clone, Default)]
struct Slow {
    begun: Arc<AtomicBool>,
    may_end: Arc<AtomicBool>,
    dropped: Arc<AtomicBool>,
}

struct SaysWhenDropped(Arc<AtomicBool>);

impl Drop for SaysWhenDropped {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Slow {
    fn workers(&self, db: &Db, clock: &Clock) -> Workers {
        let this = self.clone();
        let send = handler(move |_| {
            let this = this.clone();
            async move {
                let _says = SaysWhenDropped(this.dropped.clone());
                this.begun.store(true, Ordering::SeqCst);
                while !this.may_end.load(Ordering::SeqCst) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                Outcome::Done
            }
        });
        Workers::new(db.clone(), clock.clone(), HashMap::from([("send", send)]))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_for_long_holds_on_and_who_lost_it_breaks_off() {
    on_each_engine(async |db| {
        let clock = open(&db).await;
        ask(&db, &clock, "quick", &["1"]).await;
        let slow = Slow::default();
        let workers = slow.workers(&db, &clock);
        let work = tokio::spawn(async move { workers.finish().await });
        until("it began", || slow.begun.load(Ordering::SeqCst)).await;
        let other = Side::default();
        for _ in 0..4 {
            clock.advance(LEASE / 2);
            tokio::time::sleep(BEAT * 4).await;
            other.workers(&db, &clock).finish().await.unwrap();
        }
        assert_eq!(other.got(), [""; 0], "two leases long, and it was renewed");

        // The process stood still for a minute, and another took the queue.
        clock.advance(minutes(1));
        let steal = |tx: &Tx| store::lease(tx, "quick", "other/1", clock.now());
        let stolen = db.write(steal).await.unwrap();
        if stolen {
            until("it broke off", || slow.dropped.load(Ordering::SeqCst)).await;
        }
        slow.may_end.store(true, Ordering::SeqCst);
        work.await.unwrap().unwrap();
        let release = |tx: &Tx| store::release(tx, "quick", "other/1");
        db.write(release).await.unwrap();
        other.workers(&db, &clock).finish().await.unwrap();
        assert_eq!(other.got().is_empty(), !stolen, "what was broken off is done by another");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_that_is_back_after_a_second_is_asked_after_a_second() {
    on_each_engine(async |db| {
        let clock = open(&db).await;
        let side = Side::default();
        let workers = side.workers(&db, &clock);
        side.says(Some(Outcome::Down { error: "connection refused".into() }));
        ask(&db, &clock, "slow", &["1"]).await;
        workers.finish().await.unwrap();
        side.says(None);
        clock.advance(PAUSE_MIN);
        workers.finish().await.unwrap();
        assert_eq!(side.got(), ["slow 1"], "the pause ended, and nothing else holds the queue");
    })
    .await;
}
