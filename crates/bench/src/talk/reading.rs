//! Pages of the inbox, of conversations, and of what is found by words, while 200 agents look at theirs.
//!
//! An agent opens a page every five seconds. Beside that, what the server does at full load.

use std::cell::RefCell;
use std::net::Ipv4Addr;
use std::rc::Rc;
use std::time::Duration;

use super::archive::{self, Archive};
use super::desk::Desk;
use super::stream::Stream;
use crate::Outcome;
use crate::load::{Measured, Plan, Requests};
use crate::random::Random;
use crate::report::{Report, median};
use crate::stage::Stage;

const AGENTS: usize = 200;
const PAGES_A_SECOND: f64 = AGENTS as f64 / 5.0;
const CONNECTIONS: usize = 8;
const ROUNDS: usize = 3;
const LASTING: Duration = Duration::from_secs(5);
/// Order numbers that are looked for.
const SEARCHES: usize = 16;
/// Pages of the list that are turned to find conversations.
const PAGES: usize = 20;
const VIEWS: &[&str] = &["view=open", "view=open&order=waiting", "view=all", "view=closed"];

/// Asks for one page or another.
struct Pages {
    requests: Vec<String>,
    random: Random,
}

impl Requests for Pages {
    fn fill(&mut self, out: &mut Vec<u8>) -> u64 {
        let nth = self.random.below(self.requests.len());
        out.extend_from_slice(self.requests[nth].as_bytes());
        0
    }
}

pub async fn measure(stage: &Stage, desk: &Desk, archive: Archive, report: &mut Report) -> Outcome {
    let (lists, conversations) = find(desk).await?;
    let failed = |error: std::io::Error| error.to_string();
    let mut looking = Vec::new();
    for nth in 0..AGENTS {
        let conversation = &conversations[nth % conversations.len()];
        let request = desk.get(&format!("{conversation}/live"));
        looking
            .push(Stream::open(desk.address, Ipv4Addr::LOCALHOST, &request).await.map_err(failed)?);
    }
    let searches = searches(archive);
    for (what, paths) in [("list", lists), ("conversation", conversations), ("search", searches)] {
        let requests = paths.iter().map(|path| desk.get(path)).collect();
        let pages = Rc::new(RefCell::new(Pages { requests, random: Random::new(3) }));
        let plan = Plan::full(stage.server.address, CONNECTIONS, LASTING);
        stage.drive(plan, &pages).await?;
        let (mut paced, mut full) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            paced.push(stage.drive(plan.paced(PAGES_A_SECOND), &pages).await?.0);
            full.push(stage.drive(plan, &pages).await?.0);
        }
        let name = format!("inbox: {what}, {} messages", archive.messages);
        tell(stage, &name, &paced, &full, report);
    }
    report.tell()
}

fn tell(stage: &Stage, name: &str, paced: &[Measured], full: &[Measured], report: &mut Report) {
    let engine = stage.name();
    let mut figure = |what: String, all: &[Measured], get: fn(&Measured) -> f64, unit| {
        report.figure(format!("{name}, {what}"), &engine, median(all.iter().map(get)), unit);
    };
    figure(format!("{AGENTS} agents: p50"), paced, Measured::p50_ms, "ms");
    figure(format!("{AGENTS} agents: p99"), paced, Measured::p99_ms, "ms");
    figure("full load".into(), full, Measured::requests_per_second, "pages/s");
    figure("full load: p99".into(), full, Measured::p99_ms, "ms");
}

/// Addresses of lists, near their beginning and far from it, and of conversations on them.
async fn find(desk: &Desk) -> Outcome<(Vec<String>, Vec<String>)> {
    let (mut lists, mut conversations) = (Vec::new(), Vec::new());
    for view in VIEWS {
        let mut path = format!("/desk/inbox?{view}");
        for _ in 0..PAGES {
            let page = desk.page(&path).await?;
            lists.push(path);
            let found = page.split("href=\"/desk/inbox/cnv_").skip(1);
            conversations.extend(
                found.filter_map(|rest| {
                    Some(format!("/desk/inbox/cnv_{}", rest.split_once('"')?.0))
                }),
            );
            let Some((before, _)) = page.split_once("\" rel=\"next\"") else { break };
            let (_, next) = before.rsplit_once("href=\"").ok_or("a broken link")?;
            path = next.replace("&amp;", "&");
        }
    }
    if conversations.is_empty() {
        return Err("the inbox shows no conversation".to_string());
    }
    Ok((lists, conversations))
}

/// What agents look for: an order number, mostly; beside it words that a sixth of all messages have.
fn searches(archive: Archive) -> Vec<String> {
    let mut random = Random::new(4);
    let mut orders: Vec<String> = (0..SEARCHES)
        .map(|_| archive::order(random.below(archive.conversations())).to_lowercase())
        .collect();
    orders.extend(["paczka", "filizanka zdjecie", "store in krakow", "скатерть"].map(String::from));
    let encoded = |words: &String| {
        let words: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
        format!("/desk/inbox/search?q={words}")
    };
    orders.iter().map(encoded).collect()
}
