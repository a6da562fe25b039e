//! From the webhook of an SMS gateway to the page of the agent who has the conversation open: the gateway sends, the agent's
//! browser hears that the page is stale, fetches it, and the text is there.

use std::cell::RefCell;
use std::net::Ipv4Addr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::desk::Desk;
use super::stream::Stream;
use crate::http::Connection;
use crate::report::Report;
use crate::stage::Stage;
use crate::{Bench, Outcome};

/// As many customers write once a second as there are agents who look.
const CUSTOMERS: usize = 100;
const A_SECOND: usize = 100;
const SECONDS: usize = 20;
/// The round before the clock runs.
const FIRST: usize = usize::MAX;
const SECRET: &str = "bench";
/// Who has not seen the text by then never will.
const PATIENCE: Duration = Duration::from_secs(10);

pub async fn measure(bench: &Bench, stage: &Stage, desk: &Desk, report: &mut Report) -> Outcome {
    let door = stage.place.add_door_of(&bench.onedoor, "sms")?.id;
    connect(desk, &door).await?;
    let gateway = Gateway { desk, door };
    let mut agents = JoinSet::new();
    let sent = Rc::new(RefCell::new(vec![[Instant::now(); SECONDS]; CUSTOMERS]));
    for customer in 0..CUSTOMERS {
        send(desk.address, &gateway.request(customer, FIRST)).await?;
        let conversation = gateway.conversation(customer).await?;
        let agent = Agent::open(desk, conversation, customer).await?;
        agents.spawn_local(agent.watch(sent.clone()));
    }
    let started = Instant::now();
    let mut answers = JoinSet::new();
    for nth in 0..A_SECOND * SECONDS {
        let due = started + Duration::from_secs_f64(nth as f64 / A_SECOND as f64);
        tokio::time::sleep_until(due.into()).await;
        let (customer, round) = (nth % CUSTOMERS, nth / CUSTOMERS);
        let request = gateway.request(customer, round);
        sent.borrow_mut()[customer][round] = Instant::now();
        let address = desk.address;
        answers.spawn_local(async move { send(address, &request).await });
    }
    while let Some(answered) = answers.join_next().await {
        answered.map_err(|error| error.to_string())??;
    }
    let mut taken = Vec::new();
    while let Some(done) = agents.join_next().await {
        taken.extend(done.map_err(|error| error.to_string())??);
    }
    taken.sort_unstable();
    let at = |share: f64| taken[((taken.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let what = format!("webhook to the agent's page, {A_SECOND} messages/s");
    report.figure(format!("{what}: p50"), &stage.name(), at(0.5), "ms");
    report.figure(format!("{what}: p99"), &stage.name(), at(0.99), "ms");
    report.tell()
}

async fn connect(desk: &Desk, door: &str) -> Outcome {
    let fields = [
        ("provider", "kannel"),
        ("url", "http://127.0.0.1:9"),
        ("username", "bench"),
        ("password", "bench"),
        ("from", "+48123456789"),
        ("public_url", "http://127.0.0.1:9"),
        ("hook_secret", SECRET),
        ("plain", "no"),
    ];
    let head = desk.post(&format!("/desk/doors/{door}/connection"), &fields).await?;
    if head.starts_with("HTTP/1.1 303") { Ok(()) } else { Err(format!("connecting: {head}")) }
}

struct Gateway<'a> {
    desk: &'a Desk,
    door: String,
}

impl Gateway<'_> {
    /// As Kannel asks; a run's messages have names of their own.
    fn request(&self, customer: usize, round: usize) -> String {
        let path = format!(
            "/hooks/{}/kannel/{SECRET}?from=%2B4860{customer:07}&to=%2B48123456789&id={customer}-{round}-{}&text={}",
            self.door,
            std::process::id(),
            text(customer, round)
        );
        format!("GET {path} HTTP/1.1\r\nHost: onedoor\r\n\r\n")
    }

    /// Where the desk shows what this customer said: it came last.
    async fn conversation(&self, customer: usize) -> Outcome<String> {
        let list = self.desk.page(&format!("/desk/inbox?view=open&door={}", self.door)).await?;
        let rows = list.split("href=\"/desk/inbox/cnv_").skip(1);
        let mut mine = rows.filter(|row| row.contains(&text(customer, FIRST)));
        let row = mine.next().ok_or("the first message is not in the inbox")?;
        let id = row.split_once('"').ok_or("a broken link")?.0;
        Ok(format!("/desk/inbox/cnv_{id}"))
    }
}

/// Somebody who has a conversation open.
struct Agent {
    connection: Connection,
    stream: Stream,
    page: String,
    customer: usize,
}

impl Agent {
    async fn open(desk: &Desk, path: String, customer: usize) -> Outcome<Agent> {
        let failed = |error: std::io::Error| error.to_string();
        let live = desk.get(&format!("{path}/live"));
        let stream =
            Stream::open(desk.address, Ipv4Addr::LOCALHOST, &live).await.map_err(failed)?;
        let connection = Connection::open(desk.address).await.map_err(failed)?;
        Ok(Agent { connection, stream, page: desk.get(&path), customer })
    }

    /// Fetches the page whenever it is stale; how long after its webhook each text stood on it.
    async fn watch(mut self, sent: Rc<RefCell<Vec<[Instant; SECONDS]>>>) -> Outcome<Vec<Duration>> {
        let failed = |error: std::io::Error| error.to_string();
        let mut taken = Vec::with_capacity(SECONDS);
        while taken.len() < SECONDS {
            let stale = tokio::time::timeout(PATIENCE, self.stream.next("stale")).await;
            stale.map_err(|_| format!("text {} never came", taken.len()))?.map_err(failed)?;
            self.connection.ask(self.page.as_bytes()).await.map_err(failed)?;
            let page = String::from_utf8_lossy(self.connection.body());
            while taken.len() < SECONDS && page.contains(&text(self.customer, taken.len())) {
                taken.push(sent.borrow()[self.customer][taken.len()].elapsed());
            }
        }
        Ok(taken)
    }
}

fn text(customer: usize, round: usize) -> String {
    format!("said-{customer}-{round}-end")
}

async fn send(address: std::net::SocketAddr, request: &str) -> Outcome {
    let failed = |error: std::io::Error| error.to_string();
    let mut connection = Connection::open(address).await.map_err(failed)?;
    let answer = connection.ask(request.as_bytes()).await.map_err(failed)?;
    if answer.status == 200 { Ok(()) } else { Err(format!("the webhook: {}", answer.status)) }
}
