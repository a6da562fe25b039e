//! SMPP 3.4: a session with the operator's message centre, by which SMS go both ways.
//!
//! ```text
//! connect ─► bind ─► bound: submit (a window of them) ─►   ─► unbind (we stop)
//!    ▲         │            ◄─ deliver: SMS, receipts       │
//!    └─ pause ─┴────────────────────────────────────────────┘ anything fails
//! ```
//!
//! [`run`] keeps the session of one door; the outbox reaches it through [`Sessions`]. The PDUs are our own ([`pdu`]): six of them are
//! needed, and the crates for all of SMPP bring thirty others along.
//!
//! What the protocol makes possible:
//! - *Out.* The centre names a message only in its answer. Each part that it named is noted at once, so a
//!   second try sends only what is missing, with the same reference number, by which a telephone joins parts (and some centres
//!   recognise a repeat). A part whose answer was lost may reach the customer twice.
//! - *In.* An SMS that comes in has no name at all. It is answered when it is committed; the centre brings it again if
//!   it did not hear that, and within the same minute we recognise it by its text.
//! - Each server process binds a session of its own. A centre that allows only one makes the others wait.
//!
//! Start reading at [`session`], then [`submit::send`] and [`deliver::take`].

pub mod deliver;
pub mod pdu;
pub mod receipt;
pub mod session;
pub mod submit;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use customers::channels::ChannelId;
use kit::Result;
use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, watch};

pub use receipt::Ids;
pub use session::{Ask, run};
pub use submit::send;

use super::Common;
use crate::Ctx;
use crate::connectors::link;

/// How a door is bound to its centre. The secret is `password`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub system_id: String,
    #[serde(default)]
    pub system_type: String,
    /// The shop's number, short code, or name of at most eleven letters.
    pub from: String,
    #[serde(flatten)]
    pub common: Common,
    #[serde(default)]
    pub default_alphabet: DefaultAlphabet,
    #[serde(default)]
    pub ids: Ids,
    /// Submits that wait for their answers.
    #[serde(default = "window")]
    pub window: usize,
    #[serde(default = "per_second")]
    pub per_second: u32,
}

fn window() -> usize {
    10
}

fn per_second() -> u32 {
    20
}

/// What a centre means by “its default alphabet” (data coding 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefaultAlphabet {
    #[default]
    Gsm7,
    Latin1,
}

/// The bound sessions of this process, by their doors.
#[derive(Clone, Default)]
pub struct Sessions(Arc<Mutex<HashMap<ChannelId, mpsc::Sender<Ask>>>>);

impl Sessions {
    fn lock(&self) -> MutexGuard<'_, HashMap<ChannelId, mpsc::Sender<Ask>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, channel: ChannelId, session: mpsc::Sender<Ask>) {
        self.lock().insert(channel, session);
    }

    fn remove(&self, channel: ChannelId) {
        self.lock().remove(&channel);
    }

    /// Whether messages can go out by this door from this process.
    pub fn is_bound(&self, channel: ChannelId) -> bool {
        self.find(channel).is_some()
    }

    fn find(&self, channel: ChannelId) -> Option<mpsc::Sender<Ask>> {
        self.lock().get(&channel).cloned()
    }
}

/// Keeps the session of a door, as it is connected now, until it is asked to stop.
pub async fn keep(ctx: Ctx, door: ChannelId, stop: watch::Receiver<bool>) -> Result<()> {
    let link = ctx.customers.db.read(|tx| link::find_maybe(tx, &ctx.secrets, door)).await?;
    if let Some(link) = link {
        run(&ctx, &link, stop).await;
    }
    Ok(())
}
