//! One statement for the calls of many. A way to PostgreSQL and back costs more than the row that it writes: while statements
//! are on their way, the calls that come meanwhile gather, and go together with the next.
//!
//! A call that comes alone goes at once, and so does a big one, which pays for its way itself. If a statement fails, each of its calls is told to take the long way, so that
//! none suffers for another.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kit::{Db, Error, Result, Time};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::channels::ChannelId;
use crate::events::store::{self as events, NewEvent};
use crate::events::{EventId, EventType};
use crate::identities::CustomerId;

/// Events of one statement that calls share.
const ROWS_MAX: usize = 512;
/// A call of more events than this shares with nobody.
const CALL_MAX: usize = 16;
/// Statements on their way at one moment: while one waits for the disk, the next is carried out.
const FLIGHTS: usize = 2;

/// The events that were new.
type Written = HashSet<(CustomerId, EventId)>;

pub(super) struct Together {
    flights: Arc<Semaphore>,
    gathered: Arc<Gathered>,
}

impl Default for Together {
    fn default() -> Together {
        Together { flights: Arc::new(Semaphore::new(FLIGHTS)), gathered: Arc::default() }
    }
}

#[derive(Default)]
struct Gathered(Mutex<VecDeque<Call>>);

struct Call {
    events: Vec<Owned>,
    forgettings: i64,
    answer: oneshot::Sender<Option<u64>>,
}

/// A [`NewEvent`] that outlives its request.
struct Owned {
    customer_id: CustomerId,
    id: EventId,
    channel_id: ChannelId,
    kind: EventType,
    name: String,
    occurred_at: Time,
    received_at: Time,
    device: Option<String>,
    amount_minor: Option<i64>,
    currency: Option<String>,
    properties: String,
    context: Option<String>,
}

impl Together {
    /// How many of these were new; `None`, and nothing is written, if somebody was erased or taken apart since this
    /// number.
    pub(super) async fn insert(
        &self,
        db: &Db,
        new: &[NewEvent<'_>],
        forgettings: i64,
    ) -> Result<Option<u64>> {
        if new.len() > CALL_MAX {
            let mut rows = new.to_vec();
            let written = write(db, &mut rows, forgettings).await?;
            return Ok(written.map(|keys| keys.len() as u64));
        }
        let (answer, mut answered) = oneshot::channel();
        let events = new.iter().map(Owned::of).collect();
        self.gathered.lock().push_back(Call { events, forgettings, answer });
        tokio::select! {
            biased;
            // Another's statement took it along.
            count = &mut answered => return count.map_err(Error::internal),
            flight = self.flights.clone().acquire_owned() => {
                let flight = flight.map_err(Error::internal)?;
                // A task of its own: it carries others, whatever becomes of this request.
                tokio::spawn(fly(self.gathered.clone(), db.clone(), flight));
            }
        }
        answered.await.map_err(Error::internal)
    }
}

async fn write(db: &Db, rows: &mut [NewEvent<'_>], forgettings: i64) -> Result<Option<Written>> {
    // Two statements that meet in the same rows take them in the same order.
    rows.sort_by_key(|row| (row.customer_id, row.id));
    events::insert_new_at_once(db, rows, forgettings).await
}

/// Carries what has gathered, until there is nothing left.
async fn fly(gathered: Arc<Gathered>, db: Db, flight: OwnedSemaphorePermit) {
    loop {
        let calls = gathered.take();
        let Some(first) = calls.first() else { break };
        let mut rows: Vec<NewEvent> =
            calls.iter().flat_map(|call| call.events.iter().map(Owned::borrowed)).collect();
        let written = write(&db, &mut rows, first.forgettings).await;
        let mut written = written.unwrap_or_else(|error| {
            tracing::debug!(%error, "calls are recorded one by one");
            None
        });
        for call in calls {
            let count = written.as_mut().map(|written| call.count_and_claim(written));
            // Whoever went away does not hear; the events stand.
            call.answer.send(count).ok();
        }
    }
    drop(flight);
}

impl Gathered {
    fn lock(&self) -> MutexGuard<'_, VecDeque<Call>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next ones that may share a statement.
    fn take(&self) -> Vec<Call> {
        let mut waiting = self.lock();
        let mut taken: Vec<Call> = Vec::new();
        let mut rows = 0;
        while let Some(next) = waiting.front() {
            rows += next.events.len();
            if let Some(first) = taken.first()
                && (rows > ROWS_MAX || next.forgettings != first.forgettings)
            {
                break;
            }
            taken.extend(waiting.pop_front());
        }
        taken
    }
}

impl Call {
    /// Of what was written, its own. The same event in two calls is new in the first.
    fn count_and_claim(&self, written: &mut Written) -> u64 {
        let mine =
            self.events.iter().filter(|event| written.remove(&(event.customer_id, event.id)));
        mine.count() as u64
    }
}

impl Owned {
    fn of(event: &NewEvent) -> Owned {
        Owned {
            customer_id: event.customer_id,
            id: event.id,
            channel_id: event.channel_id,
            kind: event.kind,
            name: event.name.to_string(),
            occurred_at: event.occurred_at,
            received_at: event.received_at,
            device: event.device.map(str::to_string),
            amount_minor: event.amount_minor,
            currency: event.currency.map(str::to_string),
            properties: event.properties.to_string(),
            context: event.context.map(str::to_string),
        }
    }

    fn borrowed(&self) -> NewEvent<'_> {
        NewEvent {
            customer_id: self.customer_id,
            id: self.id,
            channel_id: self.channel_id,
            kind: self.kind,
            name: &self.name,
            occurred_at: self.occurred_at,
            received_at: self.received_at,
            device: self.device.as_deref(),
            amount_minor: self.amount_minor,
            currency: self.currency.as_deref(),
            properties: &self.properties,
            context: self.context.as_deref(),
        }
    }
}
