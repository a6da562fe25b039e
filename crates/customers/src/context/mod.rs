//! The one call that a till, a call-centre screen, a chat or an assistant makes: who is this, what did they last
//! do and where, what is open, what do they allow.
//!
//! Start reading at [`of`]; `api.rs` has the routes, `list.rs` the customers one after another. What the customer
//! page of the desk shows is in `about.rs` and `timeline.rs`, what it shows before a merge or split in `sides.rs`; by
//! `marks.rs` whoever shows people knows that they have changed.

pub mod about;
pub mod api;
pub mod list;
mod live;
pub mod marks;
pub mod sides;
pub mod store;
#[cfg(test)]
mod tests;
pub mod timeline;

use std::collections::BTreeMap;

use kit::{Error, Result, Time, Tx};
use serde::Serialize;

use crate::Ctx;
use crate::channels::ChannelId;
use crate::consents::{self, Standing};
use crate::dealings::{self, Facts};
use crate::events::{Event, store as events};
use crate::groups::{self, Group};
use crate::identities::bounces::{self, Bounced};
use crate::identities::{Claim, CustomerId, Held, Identity, Kind, graph, store as identities};
use crate::profiles::{self, Profile};

pub use live::{Live, News};

/// Events that a context shows.
pub const EVENTS_SHOWN: usize = 10;

#[derive(Debug, Serialize)]
pub struct Context {
    pub customer: Customer,
    pub identities: Vec<Held>,
    /// What somebody says to be theirs and nobody has proven.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Those of their addresses to which letters do not get.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bounces: Vec<Bounced>,
    pub traits: Profile,
    pub consents: Vec<Standing>,
    pub groups: Vec<Group>,
    pub facts: Facts,
    pub last_events: Vec<Event>,
    /// The doors that are named above.
    pub channels: BTreeMap<ChannelId, Door>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Door {
    pub kind: String,
    pub name: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Customer {
    /// The root: what the customer is called everywhere. Any leaf's id finds it too.
    pub id: CustomerId,
    pub name: Option<String>,
    /// Has an account or a proven identity; else a visitor.
    pub known: bool,
    pub created_at: Time,
    pub last_seen_at: Time,
    pub last_channel_id: ChannelId,
    /// Keep, but do not process (GDPR art. 18).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restricted_at: Option<Time>,
    /// No direct marketing (GDPR art. 21).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objected_at: Option<Time>,
    #[serde(skip)]
    pub leaves: Vec<CustomerId>,
}

/// A customer as somebody names one: `cus_…`, or `email:anna@example.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    Id(CustomerId),
    Identity(Identity),
}

impl Named {
    /// Reads a name; an identity is brought into its one spelling.
    pub fn parse(text: &str, region: Option<&str>) -> Result<Named> {
        if text.starts_with("cus_") {
            return Ok(Named::Id(text.parse()?));
        }
        let (kind, value) = text.split_once(':').ok_or_else(|| {
            let detail = format!("“{text}” is neither an id (cus_…) nor an identity (type:value).");
            Error::bad_input("bad_customer", detail)
        })?;
        let kind: Kind = kind.parse()?;
        let value = identities_normal(&kind, value, region)?;
        Ok(Named::Identity(Identity { kind, value }))
    }

    /// The root of the customer; claims find nobody.
    pub fn find(&self, tx: &Tx) -> Result<CustomerId> {
        graph::root(tx, self.leaf(tx)?)
    }

    /// All leaves of the customer, the root first.
    pub fn leaves(&self, tx: &Tx) -> Result<Vec<CustomerId>> {
        graph::leaves(tx, self.leaf(tx)?)
    }

    /// The leaf that holds the identity. An id is one, if it is anybody's.
    pub fn leaf(&self, tx: &Tx) -> Result<CustomerId> {
        match self {
            Named::Id(id) => Ok(*id),
            Named::Identity(identity) => identities::leaf_maybe(tx, identity)?
                .ok_or_else(|| Error::not_found(format!("customer {identity}"))),
        }
    }
}

fn identities_normal(kind: &Kind, value: &str, region: Option<&str>) -> Result<String> {
    crate::identities::normal::normalise(kind, value, region)
        .map(std::borrow::Cow::into_owned)
        .map_err(|refusal| Error::bad_input(refusal.code(), format!("The {kind}: {refusal}.")))
}

/// Who this is, in one consistent picture.
pub async fn of(ctx: &Ctx, named: &Named) -> Result<Context> {
    let now = ctx.clock.now();
    ctx.db
        .read(|tx| {
            let root = named.find(tx)?;
            read(tx, ctx, root, now)
        })
        .await
}

fn read(tx: &Tx, ctx: &Ctx, root: CustomerId, now: Time) -> Result<Context> {
    let mut customer = store::customer(tx, root)?;
    let leaves = std::mem::take(&mut customer.leaves);
    let wanted = events::Wanted::newest(&leaves, EVENTS_SHOWN);
    let last_events = events::page(tx, &ctx.recorder.log, &wanted)?;
    let held = identities::list(tx, &leaves)?;
    let traits = profiles::resolve(&profiles::store::docs(tx, &leaves)?);
    if let Some(last) = last_events.first() {
        (customer.last_seen_at, customer.last_channel_id) = (last.occurred_at, last.channel_id);
    }
    customer.name = traits.name();
    customer.known = held.iter().any(Held::makes_known);
    let doors = last_events
        .iter()
        .map(|event| event.channel_id)
        .chain(held.iter().map(|held| held.channel_id))
        .chain(traits.0.values().map(|said| said.channel_id))
        .chain([customer.last_channel_id]);
    let channels = store::doors(tx, doors.collect())?;
    let claims = identities::claims(tx, &leaves)?;
    let context = Context {
        bounces: bounces::of(tx, &held, &claims)?,
        claims,
        identities: held,
        consents: consents::standing(&consents::store::list(tx, &leaves)?),
        groups: groups::of(tx, &leaves)?,
        facts: dealings::facts(&dealings::store::list(tx, &leaves)?, now),
        traits,
        last_events,
        channels,
        customer: Customer { leaves, ..customer },
    };
    Ok(context)
}
