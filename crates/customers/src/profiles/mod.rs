//! What the shop knows of a person: traits, each with the door that said so and when.
//!
//! Every door keeps its own word: a leaf has one document a door. What is shown is decided when it is read: the
//! newest value that a server vouched for, else the newest; the others stay visible beside it.

pub mod search;
pub mod store;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::channels::{ChannelId, Door};
use crate::identities::CustomerId;

/// More traits than this are not a person but a table.
pub const TRAITS_MAX: usize = 200;
pub const TRAIT_NAME_BYTES_MAX: usize = 100;
const NAME_BYTES_MAX: usize = 200;
const SEGMENT_TRAITS: [&str; 2] = ["segments", "persona"];
const GROUP_TRAITS: [&str; 2] = ["customerGroup", "customer_group"];
/// Segments of one person.
const SEGMENTS_MAX: usize = 100;

/// One door's word about one trait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    pub value: Value,
    pub at: Time,
    /// Came with a secret key.
    pub verified: bool,
}

impl Said {
    fn strength(&self) -> (bool, Time) {
        (self.verified, self.at)
    }
}

/// A trait that was taken back stays as `null`, so that an older word that comes late does not revive it.
pub type Doc = BTreeMap<String, Said>;

/// One door's words about a leaf.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DoorDoc {
    pub customer_id: CustomerId,
    pub channel_id: ChannelId,
    pub doc: Doc,
}

/// A trait as it is shown: who said it, and what others say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trait {
    pub value: Value,
    pub at: Time,
    pub verified: bool,
    pub channel_id: ChannelId,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Other {
    pub value: Value,
    pub at: Time,
    pub channel_id: ChannelId,
}

#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Profile(pub BTreeMap<String, Trait>);

/// What only says how sure another trait is.
const FLAGS: [&str; 6] = [
    "email_verified",
    "emailVerified",
    "phone_verified",
    "phoneVerified",
    "loyalty_card_verified",
    "loyaltyCardVerified",
];

/// Takes in what a door says of a person. `null` takes a trait back. Whatever the order in which words arrive,
/// the newest stays; what only the write key says never replaces what the same door's server said.
pub fn learn(tx: &Tx, leaf: CustomerId, door: &Door, traits: &str, at: Time) -> Result<()> {
    let said: BTreeMap<String, Value> = serde_json::from_str(traits).unwrap_or_default();
    let mut doc = store::lock_doc(tx, leaf, door.channel.id, at)?;
    let before = doc.clone();
    for (name, value) in said {
        if FLAGS.contains(&name.as_str()) || name.len() > TRAIT_NAME_BYTES_MAX {
            continue;
        }
        let word = Said { value, at, verified: door.trusted };
        let holds = match doc.get(&name) {
            Some(known) => word.strength() >= known.strength(),
            None => doc.len() < TRAITS_MAX,
        };
        if holds {
            doc.insert(name, word);
        }
    }
    if doc != before {
        store::set_doc(tx, leaf, door.channel.id, &doc, at)?;
        search::note_names(tx, leaf, &before, &doc)?;
    }
    Ok(())
}

/// As somebody calls themselves at a door: no more than their own word, which the shop's servers know better.
pub fn learn_name(tx: &Tx, leaf: CustomerId, door: &Door, name: &str, at: Time) -> Result<()> {
    let name = kit::text::clip(name.trim(), NAME_BYTES_MAX);
    let door = Door { trusted: false, ..door.clone() };
    learn(tx, leaf, &door, &json!({ "name": name }).to_string(), at)
}

/// Writes down what a door said elsewhere, unless it has spoken here.
pub fn restore(tx: &Tx, said: &DoorDoc, now: Time) -> Result<()> {
    if !store::lock_doc(tx, said.customer_id, said.channel_id, now)?.is_empty() {
        return Ok(());
    }
    store::set_doc(tx, said.customer_id, said.channel_id, &said.doc, now)?;
    search::note_names(tx, said.customer_id, &Doc::new(), &said.doc)
}

/// Decides between the doors: verified before claimed, then the newest.
pub fn resolve(docs: &[DoorDoc]) -> Profile {
    let mut all: BTreeMap<&str, Vec<(&Said, ChannelId)>> = BTreeMap::new();
    for door in docs {
        for (name, said) in door.doc.iter().filter(|(_, said)| !said.value.is_null()) {
            all.entry(name).or_default().push((said, door.channel_id));
        }
    }
    let decide = |mut words: Vec<(&Said, ChannelId)>| {
        words.sort_by_key(|(said, channel)| std::cmp::Reverse((said.verified, said.at, *channel)));
        let (best, channel_id) = words[0];
        let others = words
            .iter()
            .filter(|(said, _)| said.value != best.value)
            .map(|(said, channel_id)| Other {
                value: said.value.clone(),
                at: said.at,
                channel_id: *channel_id,
            })
            .collect();
        Trait {
            value: best.value.clone(),
            at: best.at,
            verified: best.verified,
            channel_id,
            others,
        }
    };
    Profile(all.into_iter().map(|(name, words)| (name.to_string(), decide(words))).collect())
}

/// What prices and promotions ask of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whose prices are theirs: the trait `customerGroup`.
    pub group: Option<String>,
    /// The traits `segments` (a list) and `persona`.
    pub segments: Vec<String>,
}

/// What the shop's servers say of a person's standing. What a page says counts for nothing here: anybody can say it, and it
/// is worth money.
pub fn standing(tx: &Tx, leaves: &[CustomerId]) -> Result<Standing> {
    let profile = resolve(&store::docs(tx, leaves)?);
    Ok(Standing { group: profile.group(), segments: profile.segments() })
}

impl Profile {
    fn group(&self) -> Option<String> {
        let said = GROUP_TRAITS.iter().filter_map(|name| self.0.get(*name));
        let newest = said.filter(|said| said.verified).max_by_key(|said| said.at)?;
        newest.value.as_str().map(|word| word.trim().to_string()).filter(|word| !word.is_empty())
    }

    fn segments(&self) -> Vec<String> {
        let said = SEGMENT_TRAITS.iter().filter_map(|name| self.0.get(*name));
        let words = said.filter(|said| said.verified).flat_map(|said| match &said.value {
            Value::Array(words) => words.iter().collect(),
            word => vec![word],
        });
        let words = words.filter_map(Value::as_str).map(|word| word.trim().to_string());
        let words: BTreeSet<String> = words.filter(|word| !word.is_empty()).collect();
        words.into_iter().take(SEGMENTS_MAX).collect()
    }

    pub fn text(&self, names: &[&str]) -> Option<&str> {
        let value = names.iter().find_map(|name| self.0.get(*name));
        value.and_then(|said| said.value.as_str()).map(str::trim).filter(|text| !text.is_empty())
    }

    /// “Anna Kowalska”: the name that the shop would say.
    pub fn name(&self) -> Option<String> {
        let first = self.text(&["firstName", "first_name"]);
        let last = self.text(&["lastName", "last_name"]);
        match (first, last) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            (one, None) | (None, one) => {
                self.text(&["name", "fullName", "full_name"]).or(one).map(str::to_string)
            }
        }
    }
}
