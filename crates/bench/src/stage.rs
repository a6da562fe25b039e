//! What is running during a measurement: the server at a place, and what it uses.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use kit::Clock;

use crate::http::Connection;
use crate::load::{Measured, Plan, Requests, drive};
use crate::process::{Server, machine_cpu_seconds, own_cpu_seconds};
use crate::store::{Engine, Keys, Place};
use crate::{Bench, Outcome};

const SETTLE_LIMIT: Duration = Duration::from_secs(120);
/// A server whose index is being written looks at least this often.
const SETTLE_POLL: Duration = Duration::from_millis(20);

pub struct Stage {
    pub place: Place,
    pub server: Server,
    pub keys: Keys,
    engine: Engine,
    /// Events that the server has answered for so far.
    recorded: Cell<u64>,
}

/// Processor seconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cpu {
    pub server: f64,
    /// Of PostgreSQL, in all its processes.
    pub engine: f64,
    pub generator: f64,
    /// Of everything on the machine.
    machine: f64,
}

impl Cpu {
    /// Of a server alone, where nobody asks for the rest.
    pub fn of_server(server: f64) -> Cpu {
        Cpu { server, ..Cpu::default() }
    }

    fn since(self, before: Cpu) -> Cpu {
        Cpu {
            server: self.server - before.server,
            engine: self.engine - before.engine,
            generator: self.generator - before.generator,
            machine: self.machine - before.machine,
        }
    }

    /// What neither we nor the server used.
    pub fn others(self) -> f64 {
        self.machine - self.server - self.engine - self.generator
    }
}

impl Stage {
    pub async fn set_up(bench: &Bench, place: Place) -> Outcome<Stage> {
        let keys = place.add_door(&bench.onedoor)?;
        let (engine, server) = (place.engine_process().await?, place.serve(&bench.onedoor)?);
        Ok(Stage { place, server, keys, engine, recorded: Cell::new(0) })
    }

    pub fn name(&self) -> String {
        self.place.engine()
    }

    pub fn recorded(&self) -> u64 {
        self.recorded.get()
    }

    /// Puts load on the server; returns what came of it and the processor time that it took in all, with what
    /// the server had to do after the last answer.
    pub async fn drive<R: Requests + 'static>(
        &self,
        plan: Plan,
        requests: &Rc<RefCell<R>>,
    ) -> Outcome<(Measured, Cpu)> {
        let before = self.cpu();
        let load = drive(plan, requests).await.map_err(|error| error.to_string())?;
        self.recorded.set(self.recorded.get() + load.events);
        settle(&self.server).await?;
        Ok((load, self.cpu().since(before)))
    }

    fn cpu(&self) -> Cpu {
        Cpu {
            server: self.server.cpu_seconds(),
            engine: self.engine.cpu_seconds(),
            generator: own_cpu_seconds(),
            machine: machine_cpu_seconds(),
        }
    }
}

/// Waits until all events are in the index.
async fn settle(server: &Server) -> Outcome {
    let failed = |error: std::io::Error| format!("/health: {error}");
    let mut connection = Connection::open(server.address).await.map_err(failed)?;
    let started = Clock::System.now();
    loop {
        connection.ask(b"GET /health HTTP/1.1\r\nHost: onedoor\r\n\r\n").await.map_err(failed)?;
        let told: serde_json::Value =
            serde_json::from_slice(connection.body()).map_err(|error| error.to_string())?;
        if told["waiting_for_index"] == 0 {
            return Ok(());
        }
        if Clock::System.now().since(started) > SETTLE_LIMIT.as_micros() as i64 {
            return Err(format!("the index is behind for ever: {told}"));
        }
        tokio::time::sleep(SETTLE_POLL).await;
    }
}
