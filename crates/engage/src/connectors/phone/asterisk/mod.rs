//! Asterisk, by its manager interface: it tells of every call without a word in the dial plan, and rings telephones for
//! click to call. Why this one and not ARI: docs/decisions/0010-phone.md.
//!
//! ```text
//! connect ─► login ─► ask which channels are there ─► listen ─►  … anything fails: again after a pause
//! ```
//!
//! Kept here:
//! - What two server processes hear of one Asterisk is recorded once: the pieces are named by its channels.
//! - Of a call that ended while nobody listened, the end is noted when we are back.

mod ami;
mod originate;
#[cfg(test)]
mod tests;
mod understand;

use std::sync::Arc;
use std::time::Duration;

use customers::channels::{Channel, ChannelId, store as channels};
use kit::{Error, Result, Tx};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

use super::call::{CallEvent, Happened, Reason, TALKING_MAX};
use super::record::{Belongs, record};
use super::store;
use crate::Ctx;
use crate::connectors::setup::Field;
use crate::connectors::{Link, link};
use ami::{Ami, Packet};
use understand::Heard;

pub use originate::originate;
pub use understand::OURS;

/// Calls, and in which application a channel is: by that a mailbox is recognised.
const EVENTS: &str = "call,dialplan";
const PING_EVERY: Duration = Duration::from_secs(20);
/// Whoever says nothing for so long, not even to a ping, is gone.
const SILENCE_MAX: Duration = Duration::from_secs(50);

pub const FIELDS: &[Field] = &[
    Field::text("host"),
    Field::number("port", "5038"),
    Field::text("username"),
    Field::secret("password"),
    Field::text("endpoint").starting("PJSIP/{extension}"),
    Field::text("context").starting("from-internal"),
    Field::text("prefix").optional(),
    Field::text("recordings_url").optional(),
];

/// How to reach it. The secret is `password`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    pub host: String,
    pub port: u16,
    pub username: String,
    /// What to ring for an extension: `PJSIP/{extension}`.
    #[serde(default = "endpoint")]
    pub endpoint: String,
    /// Where in the dial plan the shop's own telephones dial.
    #[serde(default = "context")]
    pub context: String,
    /// Dialled before a number outside.
    #[serde(default)]
    pub prefix: String,
    /// Where the folder of recordings can be listened to.
    pub recordings_url: Option<String>,
}

fn endpoint() -> String {
    "PJSIP/{extension}".into()
}

fn context() -> String {
    "from-internal".into()
}

/// Whether Asterisk lets us in.
pub async fn test(link: &Link) -> Result<()> {
    let settings: Settings = link.settings()?;
    Ami::open(&settings, link.secret("password")?, "off").await.map(drop)
}

/// Listens as long as the door is connected.
pub async fn keep(ctx: Ctx, door: ChannelId, mut stop: watch::Receiver<bool>) -> Result<()> {
    let load = |tx: &Tx| Ok((channels::find(tx, door)?, link::find_maybe(tx, &ctx.secrets, door)?));
    let (channel, link) = ctx.customers.db.read(load).await?;
    let link = link.ok_or_else(|| Error::conflict("door_not_connected", "Not connected."))?;
    let settings: Settings = link.settings()?;
    let mut ami = Ami::open(&settings, link.secret("password")?, EVENTS).await?;
    tracing::info!(%door, host = settings.host, "listens to Asterisk");
    let heard = Heard::new(settings.recordings_url.clone());
    let mut listener = Listener { ctx, channel: Arc::new(channel), heard };
    ami.send("CoreShowChannels", &[]).await?;
    let mut silent_since = Instant::now();
    loop {
        let ping_at = Instant::now() + PING_EVERY;
        tokio::select! {
            () = async { drop(stop.wait_for(|stop| *stop).await) } => break,
            packet = timeout_at(ping_at, ami.next()) => match packet {
                Ok(packet) => {
                    silent_since = Instant::now();
                    listener.take(&packet?).await?;
                }
                Err(_) if silent_since.elapsed() > SILENCE_MAX => {
                    let detail = "Asterisk has said nothing for too long.";
                    return Err(Error::conflict("asterisk_lost", detail));
                }
                Err(_) => ami.send("Ping", &[]).await?,
            }
        }
    }
    ami.send("Logoff", &[]).await
}

struct Listener {
    ctx: Ctx,
    channel: Arc<Channel>,
    heard: Heard,
}

impl Listener {
    async fn take(&mut self, packet: &Packet) -> Result<()> {
        let now = self.ctx.customers.clock.now();
        for (call, event) in self.heard.hear(packet, now) {
            self.record(&call, event).await?;
        }
        if packet.get("Event") == Some("CoreShowChannelsComplete") {
            self.end_the_lost().await?;
        }
        Ok(())
    }

    async fn record(&self, call: &str, event: CallEvent) -> Result<()> {
        let recorded = record(&self.ctx, &self.channel, call, &[event], &Belongs::default()).await;
        match recorded {
            Ok(_) => Ok(()),
            Err(error) if error.kind == kit::error::Kind::Internal => Err(error),
            // One call that cannot be recorded keeps no other from it.
            Err(error) => {
                tracing::warn!(%error, call, door = %self.channel.id, "a call was not recorded");
                Ok(())
            }
        }
    }

    /// Calls that went on when we last listened, and are not there any more.
    async fn end_the_lost(&self) -> Result<()> {
        let now = self.ctx.customers.clock.now();
        let live = |tx: &Tx| store::live(tx, now.minus(TALKING_MAX));
        let live = self.ctx.customers.db.read(live).await?;
        for one in live.into_iter().filter(|one| one.channel_id == self.channel.id) {
            if self.heard.calls().any(|call| call == one.call_id) {
                continue;
            }
            let lost = Some(Reason::Lost);
            let end = CallEvent { reason: lost, ..CallEvent::new(Happened::Ended, now, "lost") };
            self.record(&one.call_id, end).await?;
        }
        Ok(())
    }
}
