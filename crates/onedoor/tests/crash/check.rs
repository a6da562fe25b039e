//! What must hold after a crash: asked of the servers, and read from the database itself.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use hyper::StatusCode;
use hyper::body::Bytes;
use kit::db::{Engine, Place};
use kit::{Clock, Db, Time, Tx, params, sql};
use serde_json::Value;

use crate::client::{Client, Line, Sent};
use crate::server::Doors;

/// The index of the log may be so late.
const INDEX_TIME_MAX: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(50);
/// Customers whose timelines are read after each round: others each time.
const TIMELINES: usize = 3;

/// Looks at the database without a server between.
pub struct Checker {
    db: Db,
    round: u64,
    began: Time,
}

type Marks = BTreeSet<String>;

impl Checker {
    pub async fn open(place: &Place) -> Checker {
        let db = Db::open(place).await.expect("the database opens");
        Checker { db, round: 0, began: Time::MIN }
    }

    /// What is received from now on is this round's.
    pub fn begin(&mut self, round: u64) {
        (self.round, self.began) = (round, Clock::System.now());
    }

    /// Before anything is sent again: what was answered is there, for whoever asks, at once.
    pub async fn after_restart(&self, servers: &[SocketAddr], doors: &Doors, clients: &[Client]) {
        let answered: Vec<&Sent> = clients.iter().flat_map(Client::answered).collect();
        let recorded = self.recorded().await;
        for sent in answered.iter().filter(|sent| sent.round == self.round) {
            assert!(recorded.contains_key(&sent.mark), "{sent:?} was answered, and is lost");
        }
        self.nothing_is_half_there().await;
        self.names_are_joined(&answered).await;
        self.timelines_tell(servers, doors, &answered).await;
    }

    /// Now everything was answered: all of it is there, once.
    pub async fn after_repeats(&self, servers: &[SocketAddr], doors: &Doors, clients: &[Client]) {
        let sent: Vec<&Sent> = clients.iter().flat_map(Client::sent).collect();
        let recorded = self.recorded().await;
        let twice: Vec<_> = recorded.iter().filter(|(_, count)| **count > 1).collect();
        assert!(twice.is_empty(), "recorded more than once: {twice:?}");
        let of_round = sent.iter().filter(|sent| sent.round == self.round);
        let marks: Marks = of_round.map(|sent| sent.mark.clone()).collect();
        assert_eq!(recorded.into_keys().collect::<Marks>(), marks);
        let events = self.count(sql!("select count(*) from events")).await;
        assert_eq!(events, sent.len() as i64, "and those of earlier rounds are all there");
        let orders = sent.iter().filter(|sent| sent.is_order).count() as i64;
        let dealings = self.count(sql!("select count(*) from dealings where kind = 'order'")).await;
        assert_eq!(dealings, orders, "an order is noted with its event or not at all");
        self.nothing_is_half_there().await;
        if self.db.engine() == Engine::Sqlite {
            self.index_is_complete().await;
        }
        self.names_are_joined(&sent).await;
        self.timelines_tell(servers, doors, &sent).await;
    }

    /// How often each mark of this round is among the events.
    async fn recorded(&self) -> BTreeMap<String, usize> {
        let select = sql!("select properties from events where received_at >= $1");
        let read = |tx: &Tx| tx.rows(select, params![self.began], |row| row.get::<String>(0));
        let mut recorded = BTreeMap::new();
        for properties in self.db.scan(read).await.expect("reads") {
            let properties: Value = serde_json::from_str(&properties).expect("whole JSON");
            let mark = properties["mark"].as_str().expect("our events carry a mark");
            *recorded.entry(mark.to_string()).or_default() += 1;
        }
        recorded
    }

    async fn count(&self, select: kit::db::Sql) -> i64 {
        let read = |tx: &Tx| tx.one(select, params![], |row| row.get(0));
        self.db.scan(read).await.expect("counts").expect("one row")
    }

    /// Every row that names a customer names one who exists.
    async fn nothing_is_half_there(&self) {
        for (what, select) in [
            (
                "events of nobody",
                sql!(
                    "select count(*) from events e where not exists
                       (select 1 from customers c where c.id = e.customer_id)"
                ),
            ),
            (
                "identities of nobody",
                sql!(
                    "select count(*) from identities i where not exists
                       (select 1 from customers c where c.id = i.customer_id)"
                ),
            ),
            (
                "customers whose root is none",
                sql!(
                    "select count(*) from customers c where not exists
                       (select 1 from customers r where r.id = c.root_id and r.root_id = r.id)"
                ),
            ),
            (
                "joins of customers who have different roots",
                sql!(
                    "select count(*) from edges e
                       join customers a on a.id = e.customer_id join customers b on b.id = e.other_id
                     where e.undone_at is null and a.root_id <> b.root_id"
                ),
            ),
            (
                "orders without their event, or the other way round",
                sql!(
                    "select (select count(*) from dealings where kind = 'order')
                       - (select count(*) from events where name = 'Order Completed')"
                ),
            ),
        ] {
            assert_eq!(self.count(select).await, 0, "{what}");
        }
    }

    /// The account, the device and the e-mail of whoever signed in lead to one customer.
    async fn names_are_joined(&self, known: &[&Sent]) {
        let select = sql!(
            "select i.kind, i.value, c.root_id from identities i join customers c on c.id = i.customer_id"
        );
        let read = |tx: &Tx| {
            tx.rows(select, params![], |row| {
                let name = format!("{}:{}", row.text(0)?, row.text(1)?);
                Ok((name, row.get::<Vec<u8>>(2)?))
            })
        };
        let roots: BTreeMap<_, _> = self.db.scan(read).await.expect("reads").into_iter().collect();
        let signed_in = known.iter().filter(|sent| sent.signs_in);
        let signed_in: BTreeSet<_> =
            signed_in.map(|sent| (sent.person, sent.proves_email)).collect();
        for (person, proves_email) in signed_in {
            let account = roots.get(&format!("user_id:account-{person}"));
            assert!(account.is_some(), "account-{person} is not known");
            let device = roots.get(&format!("device:device-{person}"));
            assert_eq!(account, device, "the device of {person}");
            if proves_email {
                let email = roots.get(&format!("email:p{person}@example.com"));
                assert_eq!(account, email, "the e-mail of {person}");
            }
        }
    }

    /// The index follows the log, and in the end they tell the same.
    async fn index_is_complete(&self) {
        let missing = sql!(
            sqlite: "select count(*) from events e where not exists
                       (select 1 from timeline t where t.customer_id = e.customer_id
                         and t.occurred_at = e.occurred_at and t.id = e.id and t.seq = e.seq)",
            postgres: "select 0::bigint"
        );
        let settled = async {
            while self.count(missing).await > 0 {
                tokio::time::sleep(POLL).await;
            }
        };
        tokio::time::timeout(INDEX_TIME_MAX, settled).await.expect("the index follows the log");
        let events = self.count(sql!("select count(*) from events")).await;
        let indexed = sql!(
            sqlite: "select count(*) from timeline",
            postgres: "select count(*) from events"
        );
        assert_eq!(self.count(indexed).await, events);
    }

    /// Each server tells, for some people, all that is known of them, under each of their names.
    async fn timelines_tell(&self, servers: &[SocketAddr], doors: &Doors, known: &[&Sent]) {
        let mut people: BTreeMap<u64, (Marks, bool)> = BTreeMap::new();
        for sent in known {
            let (marks, is_joined) = people.entry(sent.person).or_default();
            marks.insert(sent.mark.clone());
            *is_joined |= sent.signs_in;
        }
        people.retain(|_, (_, is_joined)| *is_joined);
        let first = self.round as usize * TIMELINES % people.len().max(1);
        for (person, (marks, _)) in people.iter().cycle().skip(first).take(TIMELINES) {
            for &server in servers {
                for name in [format!("user_id:account-{person}"), format!("device:device-{person}")]
                {
                    let told = timeline(server, &doors.secret_key, &name).await;
                    let missing: Vec<_> = marks.difference(&told).collect();
                    assert!(missing.is_empty(), "{name} at {server}: not told: {missing:?}");
                }
            }
        }
    }
}

/// All marks of a customer's timeline, page by page.
async fn timeline(server: SocketAddr, key: &str, name: &str) -> Marks {
    let mut line = Line::open(server).await.expect("the server is there");
    let mut marks = Marks::new();
    let mut before = String::new();
    loop {
        let path = format!("/v1/customers/{name}/timeline?limit=500{before}");
        let (status, body) = line.ask("GET", &path, key, Bytes::new()).await.expect("answers");
        assert_eq!(status, StatusCode::OK, "{path}: {body:?}");
        let page: Value = serde_json::from_slice(&body).expect("JSON");
        for event in page["events"].as_array().expect("a list") {
            let mark = event["properties"]["mark"].as_str().expect("a mark").to_string();
            assert!(marks.insert(mark), "{path}: told twice");
        }
        let Some(next) = page["next"].as_str() else { return marks };
        before = format!("&before={next}");
    }
}
