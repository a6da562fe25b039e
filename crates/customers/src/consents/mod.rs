//! What a person allows: an append-only ledger, per purpose × channel × identity, with proof.
//!
//! What holds now is a fold of the ledger: the newest word of each leaf; between the leaves of a merged
//! customer the stricter word. Nothing is copied when customers merge, so that after a split each side has its
//! own again.

pub mod api;
pub mod erasure;
pub mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use crate::channels::{ChannelId, Door};
use crate::identities::{CustomerId, Identity, Kind};
use crate::recording::incoming::Incoming;

kit::id_type!(ConsentId, "cns");

/// From the loosest to the strictest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Granted,
    /// Asked, not yet confirmed (double opt-in).
    Pending,
    Denied,
    /// Was granted, and taken back.
    Withdrawn,
}

impl State {
    pub fn as_str(self) -> &'static str {
        match self {
            State::Granted => "granted",
            State::Pending => "pending",
            State::Denied => "denied",
            State::Withdrawn => "withdrawn",
        }
    }

    /// The tracked events that change a consent.
    pub fn of_event(name: &str) -> Option<State> {
        match name {
            "Consent Given" => Some(State::Granted),
            "Consent Requested" => Some(State::Pending),
            "Consent Denied" => Some(State::Denied),
            "Consent Withdrawn" => Some(State::Withdrawn),
            _ => None,
        }
    }
}

impl std::str::FromStr for State {
    type Err = Error;

    fn from_str(text: &str) -> Result<State> {
        let all = [State::Granted, State::Pending, State::Denied, State::Withdrawn];
        all.into_iter().find(|state| state.as_str() == text).ok_or_else(|| {
            let detail = format!("“{text}” is no state: granted, pending, denied, withdrawn.");
            Error::bad_input("bad_consent_state", detail)
        })
    }
}

/// What is allowed or not: the key of the ledger. Everything lower case; an empty identity means “whichever
/// of this channel”.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Subject {
    /// marketing, profiling, analytics, service, ads …
    pub purpose: String,
    /// email, sms, whatsapp, push, phone, web …
    pub channel: String,
    pub identity: Option<Identity>,
}

/// One line of the ledger.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Consent {
    pub id: ConsentId,
    pub customer_id: CustomerId,
    pub at: Time,
    #[serde(flatten)]
    pub subject: Subject,
    pub state: State,
    /// consent, soft_opt_in, contract, legitimate_interest
    pub basis: String,
    /// Which wording was shown: its id and version.
    pub wording: Option<String>,
    pub source_channel_id: ChannelId,
    pub actor: String,
    /// The proof: what came with it, as it came.
    pub evidence: serde_json::Value,
}

/// What holds now, and which lines decided it.
#[derive(Clone, Debug, Serialize)]
pub struct Standing {
    #[serde(flatten)]
    pub subject: Subject,
    pub state: State,
    pub since: Time,
    /// The line of the ledger that holds.
    pub consent_id: ConsentId,
}

#[derive(Debug, Default, Deserialize)]
struct Properties {
    purpose: Option<String>,
    channel: Option<String>,
    /// `email:anna@example.com`
    identity: Option<String>,
    wording: Option<String>,
    basis: Option<String>,
}

/// Takes in a consent that came as an event.
pub fn learn(tx: &Tx, door: &Door, item: &Incoming, leaf: CustomerId) -> Result<()> {
    let Some(state) = State::of_event(&item.name) else { return Ok(()) };
    let properties: Properties = serde_json::from_str(item.properties).unwrap_or_default();
    let (Some(purpose), Some(channel)) = (properties.purpose, properties.channel) else {
        // An event of this name without a subject stands on the timeline and allows nothing.
        return Ok(());
    };
    let subject = Subject::new(&purpose, &channel, properties.identity.as_deref());
    let consent = Consent {
        // As the event's: a repeat is the same line.
        id: ConsentId(item.id.0),
        customer_id: leaf,
        at: item.occurred_at,
        subject,
        state,
        basis: properties.basis.unwrap_or_else(|| "consent".into()),
        wording: properties.wording,
        source_channel_id: door.channel.id,
        actor: if door.trusted { "server" } else { "customer" }.into(),
        evidence: serde_json::json!({
            "event": kit::id::to_base32(item.id.0),
            "context": item.context.and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok()),
        }),
    };
    store::insert(tx, &consent)
}

impl Subject {
    pub fn new(purpose: &str, channel: &str, identity: Option<&str>) -> Subject {
        let identity = identity.and_then(|text| {
            let (kind, value) = text.split_once(':')?;
            let kind: Kind = kind.parse().ok()?;
            let value = crate::identities::normal::normalise(&kind, value, None).ok()?.into_owned();
            Some(Identity { kind, value })
        });
        Subject {
            purpose: kit::text::clip(&purpose.trim().to_lowercase(), 40).into_owned(),
            channel: kit::text::clip(&channel.trim().to_lowercase(), 40).into_owned(),
            identity,
        }
    }
}

/// What holds now: per leaf the newest line, between leaves the stricter.
pub fn standing(ledger: &[Consent]) -> Vec<Standing> {
    let mut newest: BTreeMap<(&Subject, CustomerId), &Consent> = BTreeMap::new();
    for line in ledger {
        let entry = newest.entry((&line.subject, line.customer_id)).or_insert(line);
        if (line.at, line.id) > (entry.at, entry.id) {
            *entry = line;
        }
    }
    let mut strictest: BTreeMap<&Subject, &Consent> = BTreeMap::new();
    for ((subject, _), line) in newest {
        let entry = strictest.entry(subject).or_insert(line);
        if (line.state, line.at) > (entry.state, entry.at) {
            *entry = line;
        }
    }
    strictest
        .into_iter()
        .map(|(subject, line)| Standing {
            subject: subject.clone(),
            state: line.state,
            since: line.at,
            consent_id: line.id,
        })
        .collect()
}
