//! Watches a door's mailbox and brings in what comes.

use std::sync::Arc;

use customers::channels::{self, Channel, ChannelId};
use kit::error::Kind;
use kit::{Error, Result, Time, Tx};

use super::mailbox::{Mail, Mailbox};
use super::names::Names;
use super::store::{self, Place};
use super::understand::{Understood, understand};
use super::{Settings, returned};
use crate::Ctx;
use crate::connectors::{Arrival, arrive, link};

/// One connection, until it breaks. What came in while nobody listened is brought in first.
pub async fn listen(ctx: Ctx, channel: ChannelId) -> Result<()> {
    let find = |tx: &Tx| {
        let link = link::find_maybe(tx, &ctx.secrets, channel)?;
        let link = link.ok_or_else(|| Error::not_found("link of this door"))?;
        Ok((channels::store::find(tx, channel)?, link))
    };
    let (channel, link) = ctx.customers.db.read(find).await?;
    let settings = Settings::of(&link)?;
    let names = Names::of(&ctx.secrets, &settings)?;
    let mut mailbox = Mailbox::open(&link, &settings).await?;
    let door = Arc::new(channel);
    let mut listener = Listener { ctx, door, settings, names };
    let mut place = listener.begin(&mut mailbox).await?;
    loop {
        let uids = mailbox.newer_than(place.uid_seen).await?;
        place = listener.bring(&mut mailbox, place, &uids).await?;
        mailbox.wait().await?;
    }
}

struct Listener {
    ctx: Ctx,
    door: Arc<Channel>,
    settings: Settings,
    names: Names,
}

impl Listener {
    /// Where to go on. A mailbox that is new to us begins with its next mail: what lies there has been answered elsewhere.
    /// One that was numbered anew is read again from the day we began; what is recorded is known by its Message-ID.
    async fn begin(&mut self, mailbox: &mut Mailbox) -> Result<Place> {
        let id = self.door.id;
        let db = &self.ctx.customers.db;
        let now = self.ctx.customers.clock.now();
        let known = db.read(|tx| store::find_maybe(tx, id)).await?;
        let uid_validity = mailbox.uid_validity;
        match known {
            Some(place) if place.uid_validity == uid_validity => Ok(place),
            Some(place) => {
                let again = Place { uid_validity, uid_seen: 0, ..place };
                let uids = mailbox.since(place.begun_at).await?;
                self.bring(mailbox, again, &uids).await
            }
            None => {
                let uid_seen = (mailbox.uid_next - 1).max(0);
                let place = Place { uid_validity, uid_seen, begun_at: now };
                db.write(|tx| store::save(tx, id, place)).await?;
                Ok(place)
            }
        }
    }

    /// Records each, and moves the place on after it.
    async fn bring(&mut self, mailbox: &mut Mailbox, from: Place, uids: &[i64]) -> Result<Place> {
        let mut place = from;
        for &uid in uids {
            if let Some(mail) = mailbox.fetch(uid).await? {
                self.record(&mail, uid).await?;
            }
            place.uid_seen = uid;
            let id = self.door.id;
            self.ctx.customers.db.write(|tx| store::save(tx, id, place)).await?;
        }
        Ok(place)
    }

    async fn record(&self, mail: &Mail, uid: i64) -> Result<()> {
        let received_at = Time(mail.received_at.0);
        let understood = understand(&mail.bytes, received_at, &self.settings, &self.names);
        let inbound = match understood {
            Understood::Message(inbound) => inbound,
            Understood::Notices(notices) => {
                for notice in &notices {
                    returned::heed(&self.ctx, self.door.id, notice).await?;
                }
                return Ok(());
            }
            Understood::Ignored(why) => {
                tracing::debug!(door = %self.door.id, uid, ?why, "a mail that is not for people");
                return Ok(());
            }
        };
        match arrive(&self.ctx, &self.door, vec![Arrival::Message(inbound)]).await {
            // One that can never be recorded must not stop those behind it; it stays in the mailbox.
            Err(error) if matches!(error.kind, Kind::BadInput | Kind::TooLarge) => {
                tracing::error!(door = %self.door.id, uid, %error, "a mail could not be recorded");
                Ok(())
            }
            other => other.map(drop),
        }
    }
}
