//! A whole shop carried out of one database and into another: customers as they stand, and their history.
//!
//! A customer is carried with all that hangs on it ([`Person`]): its leaves, who holds what and since when, why
//! the leaves are one, what each door said, what was allowed. The rules are not asked again: what staff joined or
//! took apart stays so. Events are carried as Segment calls ([`call_of`]), which `/v1/import` and every tool of
//! that world read too; an event that comes back to its own leaf keeps its id, its place and its door.
//!
//! Reading goes page by page inside one read transaction: one consistent picture, in constant memory. Writing
//! changes nothing that is there, so that it may be done again.
//!
//! Not carried: erased people and their tombstones, accounts of staff, secret keys.

mod calls;

use std::collections::BTreeMap;

use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};

use crate::consents::{self, Consent};
use crate::groups::{self, Membership};
use crate::identities::carried::{self, Leaf, Proposal};
use crate::identities::{Claim, CustomerId, Edge, Held, Identity, store as identities};
use crate::profiles::{self, DoorDoc};

pub use calls::{call_of, calls};

/// A customer and all that hangs on it, but the events.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    /// The root.
    pub id: CustomerId,
    pub leaves: Vec<Leaf>,
    pub identities: Vec<Held>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Standing ones, and those that were undone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edges: Vec<Edge>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposals: Vec<Proposal>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub traits: Vec<DoorDoc>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub memberships: Vec<Membership>,
}

/// The customers after this one, by their ids.
pub fn people(tx: &Tx, after: CustomerId, limit: usize) -> Result<Vec<Person>> {
    let roots = carried::roots_after(tx, after, limit)?;
    let mut leaves: BTreeMap<CustomerId, Vec<Leaf>> = BTreeMap::new();
    for leaf in carried::leaves_of_roots(tx, &roots)? {
        leaves.entry(leaf.root_id).or_default().push(leaf);
    }
    roots
        .into_iter()
        .map(|root| {
            let leaves = leaves.remove(&root).unwrap_or_default();
            let ids: Vec<CustomerId> = leaves.iter().map(|leaf| leaf.id).collect();
            let mut traits = profiles::store::docs(tx, &ids)?;
            traits.sort_by_key(|said| (said.customer_id, said.channel_id));
            Ok(Person {
                id: root,
                leaves,
                identities: identities::list(tx, &ids)?,
                claims: identities::claims(tx, &ids)?,
                edges: identities::edges(tx, &ids)?,
                proposals: carried::proposals(tx, &ids)?,
                traits,
                consents: consents::store::list(tx, &ids)?,
                memberships: groups::memberships(tx, &ids)?,
            })
        })
        .collect()
}

/// Writes customers down as they are. What is there already stays.
pub fn restore(tx: &Tx, people: &[Person], now: Time) -> Result<()> {
    carried::restore_leaves(tx, &each(people, |person| &person.leaves))?;
    carried::restore_identities(tx, &each(people, |person| &person.identities))?;
    carried::restore_claims(tx, &each(people, |person| &person.claims))?;
    carried::restore_edges(tx, &each(people, |person| &person.edges))?;
    carried::restore_proposals(tx, &each(people, |person| &person.proposals))?;
    for person in people {
        for held in &person.identities {
            let identity = Identity::new(held.kind.clone(), held.value.clone());
            profiles::search::note_identity(tx, held.customer_id, &identity)?;
        }
        person.traits.iter().try_for_each(|said| profiles::restore(tx, said, now))?;
        person.consents.iter().try_for_each(|line| consents::store::insert(tx, line))?;
        person.memberships.iter().try_for_each(|member| groups::join(tx, member))?;
    }
    Ok(())
}

fn each<T>(people: &[Person], of: impl Fn(&Person) -> &Vec<T>) -> Vec<&T> {
    people.iter().flat_map(of).collect()
}
