//! kill -9 in the middle of everything: what was answered with 2xx is there once, and nothing is half there.
//!
//! Real server processes, several clients that post calls and batches and send again what was not answered, as
//! SDKs do; at a random moment a server is killed, started again, and so on with the same database. On
//! PostgreSQL two servers serve the one database, and one or both are killed.
//!
//! `ONEDOOR_CRASH_ROUNDS` says how often (`cargo x crash` sets it), `ONEDOOR_CRASH_SEED` repeats the dice of a run.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`server`] | the program as a process, and its doors |
//! | [`client`] | somebody who posts, and remembers what was answered |
//! | [`check`] | what must hold after each round |
//! | [`links`] | another shop that is being read while the server is killed (`cargo x shops`) |

mod check;
mod client;
mod links;
mod server;

use std::net::SocketAddr;
use std::time::Duration;

use kit::db::{Engine, Place};
use kit::testing::{Folder, engines, place};

use check::Checker;
use client::{Client, Random};
use server::{Doors, Server};

const CLIENTS: u64 = 4;
/// In the ordinary run of all tests.
const ROUNDS: u64 = 8;
/// A server lives so long at most, once its clients have begun.
const LIFE_MS_MAX: u64 = 600;

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_keeps_what_was_answered() {
    survive(Engine::Sqlite, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_keeps_what_was_answered_by_two_servers() {
    if engines().contains(&Engine::Postgres) {
        survive(Engine::Postgres, 2).await;
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the test's configuration")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().expect("a number"))
}

/// An empty place for data, named as the program names it in its folder.
async fn place_of_program(engine: Engine) -> (Place, Folder) {
    let (mut place, folder) = place(engine).await;
    if let Place::Sqlite { path, .. } = &mut place {
        *path = folder.0.join("onedoor.db");
    }
    (place, folder)
}

/// Rounds of life and death on one database.
async fn survive(engine: Engine, servers: usize) {
    let rounds = setting("ONEDOOR_CRASH_ROUNDS").unwrap_or(ROUNDS);
    let now = kit::Clock::System.now();
    let seed = setting("ONEDOOR_CRASH_SEED").unwrap_or(now.0.unsigned_abs() % 1_000_000);
    println!("{engine:?}: {rounds} rounds, seed {seed}");
    let (place, _folder) = place_of_program(engine).await;
    let doors = Doors::make(&place);
    let mut checker = Checker::open(&place).await;
    let mut random = Random(seed);
    let mut clients: Vec<Client> =
        (0..CLIENTS).map(|n| Client::new(n, seed + n, doors.clone())).collect();
    let mut running = start(&place, servers).await;
    for round in 1..=rounds {
        checker.begin(round);
        // One server of several may live on; its clients stop when they hear of the other's end.
        let victims = 1 + random.below(servers as u64) as usize;
        let life = Duration::from_millis(random.below(LIFE_MS_MAX));
        clients = post_until_killed(clients, &mut running, victims, life).await;
        running.drain(..victims);
        running.extend(start(&place, victims).await);
        let addresses = addresses(&running);
        checker.after_restart(&addresses, &doors, &clients).await;
        for client in &mut clients {
            client.send_again(&addresses).await;
        }
        checker.after_repeats(&addresses, &doors, &clients).await;
        let events: usize = clients.iter().map(|client| client.sent().count()).sum();
        println!(
            "{engine:?} round {round}: {victims} killed after {life:?}; {events} events, each once"
        );
    }
}

/// All clients post; after `life` the first servers are killed, and each client comes to the end of its line.
async fn post_until_killed(
    clients: Vec<Client>,
    running: &mut [Server],
    victims: usize,
    life: Duration,
) -> Vec<Client> {
    let addresses = addresses(running);
    let mut working = Vec::new();
    for mut client in clients {
        let addresses = addresses.clone();
        working.push(tokio::spawn(async move {
            client.post_until_broken(&addresses).await;
            client
        }));
    }
    tokio::time::sleep(life).await;
    running.iter_mut().take(victims).for_each(Server::kill);
    let mut clients = Vec::new();
    for work in working {
        clients.push(work.await.expect("a client ends"));
    }
    clients
}

async fn start(place: &Place, count: usize) -> Vec<Server> {
    let mut servers = Vec::new();
    for _ in 0..count {
        servers.push(Server::start(place).await);
    }
    servers
}

fn addresses(servers: &[Server]) -> Vec<SocketAddr> {
    servers.iter().map(|server| server.address).collect()
}
