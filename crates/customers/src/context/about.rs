//! Everything about one customer but the timeline: what the customer page shows beside it.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Result, Time, Tx};

use super::list::{self, Line};
use super::store::DoorUse;
use super::{Customer, Door, store};
use crate::Ctx;
use crate::accounts::{Permit, may};
use crate::channels::ChannelId;
use crate::consents::{self, Consent, Standing};
use crate::dealings::{self, Facts};
use crate::groups::{self, Group};
use crate::identities::bounces::{self, Bounced};
use crate::identities::proposals::{self, Proposal};
use crate::identities::{
    Claim, CustomerId, Edge, Held, Identity, Kind, graph, store as identities,
};
use crate::profiles::Profile;

const CLAIMANTS_SHOWN: usize = 5;
const PROPOSALS_SHOWN: usize = 10;
const MEMBERS_SHOWN: usize = 12;

#[derive(Debug)]
pub struct About {
    pub customer: Customer,
    pub identities: Vec<Known>,
    pub claims: Vec<Claimed>,
    /// Those of their addresses, held or claimed, to which letters do not get.
    pub bounces: Vec<Bounced>,
    pub maybe_same: Vec<MaybeSame>,
    pub traits: Profile,
    pub consents: Vec<Standing>,
    /// Every word about consent, oldest first: the proof.
    pub ledger: Vec<Consent>,
    pub facts: Facts,
    pub groups: Vec<Household>,
    /// Standing and undone, oldest first.
    pub edges: Vec<Edge>,
    pub doors_used: Vec<DoorUse>,
    /// The doors that are named above.
    pub doors: BTreeMap<ChannelId, Door>,
}

/// An identity of theirs, and who else says that it is theirs.
#[derive(Debug)]
pub struct Known {
    pub held: Held,
    pub claimants: Vec<(Claim, Line)>,
}

/// What they say to be theirs, and who holds it.
#[derive(Debug)]
pub struct Claimed {
    pub claim: Claim,
    pub holder: Option<Line>,
}

#[derive(Debug)]
pub struct MaybeSame {
    pub proposal: Proposal,
    pub other: Line,
}

#[derive(Debug)]
pub struct Household {
    pub group: Group,
    /// The others in it.
    pub members: Vec<Line>,
}

/// The picture of a customer by the root, for whoever may see customers.
pub fn read(
    tx: &Tx,
    ctx: &Ctx,
    _: &Permit<may::SeeCustomers>,
    root: CustomerId,
    now: Time,
) -> Result<About> {
    let Line { customer, identities: held, traits } = list::line(tx, root)?;
    let leaves = customer.leaves.as_slice();
    let ledger = consents::store::list(tx, leaves)?;
    let mut about = About {
        bounces: bounces::of(tx, &held, &identities::claims(tx, leaves)?)?,
        identities: known(tx, root, held)?,
        claims: claimed(tx, root, leaves)?,
        maybe_same: maybe_same(tx, leaves)?,
        consents: consents::standing(&ledger),
        ledger,
        facts: dealings::facts(&dealings::store::list(tx, leaves)?, now),
        groups: households(tx, root, leaves)?,
        edges: identities::edges(tx, leaves)?,
        doors_used: store::doors_used(tx, &ctx.recorder.log, leaves)?,
        doors: BTreeMap::new(),
        customer,
        traits,
    };
    if let Some(last) = about.doors_used.iter().max_by_key(|door| door.last_at) {
        // The row of the leaf may be up to a minute behind the timeline.
        about.customer.last_seen_at = last.last_at;
        about.customer.last_channel_id = last.channel_id;
    }
    about.doors = store::doors(tx, about.doors_named())?;
    Ok(about)
}

impl About {
    fn doors_named(&self) -> BTreeSet<ChannelId> {
        let mut named = BTreeSet::from([self.customer.last_channel_id]);
        for known in &self.identities {
            named.insert(known.held.channel_id);
            named.extend(known.claimants.iter().map(|(claim, _)| claim.channel_id));
        }
        named.extend(self.claims.iter().map(|claimed| claimed.claim.channel_id));
        for said in self.traits.0.values() {
            named.insert(said.channel_id);
            named.extend(said.others.iter().map(|other| other.channel_id));
        }
        named.extend(self.ledger.iter().map(|line| line.source_channel_id));
        named.extend(self.doors_used.iter().map(|door| door.channel_id));
        named.extend(self.people().map(|line| line.customer.last_channel_id));
        named
    }

    /// Everybody else who is named.
    fn people(&self) -> impl Iterator<Item = &Line> {
        let claimants = self.identities.iter().flat_map(|known| &known.claimants);
        let members = self.groups.iter().flat_map(|group| &group.members);
        claimants
            .map(|(_, line)| line)
            .chain(self.claims.iter().filter_map(|claimed| claimed.holder.as_ref()))
            .chain(self.maybe_same.iter().map(|maybe| &maybe.other))
            .chain(members)
    }
}

/// The customer of a leaf, unless it is ours or was erased.
fn other(tx: &Tx, root: CustomerId, leaf: CustomerId) -> Result<Option<Line>> {
    let other = graph::root(tx, leaf)?;
    if other == root {
        return Ok(None);
    }
    match list::line(tx, other) {
        Ok(line) => Ok(Some(line)),
        Err(error) if error.kind == kit::error::Kind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn known(tx: &Tx, root: CustomerId, held: Vec<Held>) -> Result<Vec<Known>> {
    let mut known = Vec::with_capacity(held.len());
    for held in held {
        let mut claimants = Vec::new();
        // Nobody types in a device.
        if held.kind != Kind::DEVICE {
            let identity = Identity::new(held.kind.clone(), held.value.clone());
            for claim in identities::claimants(tx, &identity)?.into_iter().take(CLAIMANTS_SHOWN) {
                if let Some(line) = other(tx, root, claim.customer_id)? {
                    claimants.push((claim, line));
                }
            }
        }
        known.push(Known { held, claimants });
    }
    Ok(known)
}

fn claimed(tx: &Tx, root: CustomerId, leaves: &[CustomerId]) -> Result<Vec<Claimed>> {
    let mut claimed: Vec<Claimed> = Vec::new();
    for claim in identities::claims(tx, leaves)? {
        let holder = identities::find_maybe(tx, &Identity::new(claim.kind.clone(), &*claim.value))?;
        let is_ours = match &holder {
            Some(held) => leaves.contains(&held.customer_id),
            None => false,
        };
        // What another leaf of theirs holds is theirs, and what two leaves say is one word.
        let is_said = claimed
            .iter()
            .any(|said| (&said.claim.kind, &said.claim.value) == (&claim.kind, &claim.value));
        if is_ours || is_said {
            continue;
        }
        let holder = match holder {
            Some(held) => other(tx, root, held.customer_id)?,
            None => None,
        };
        claimed.push(Claimed { claim, holder });
    }
    Ok(claimed)
}

fn maybe_same(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<MaybeSame>> {
    let mut maybe: Vec<MaybeSame> = Vec::new();
    for proposal in proposals::open(tx, leaves, PROPOSALS_SHOWN)? {
        // A device that two people use says that they are two.
        if proposal.evidence.kind == Kind::DEVICE && proposal.refusal == "shared" {
            continue;
        }
        let Some(leaf) = proposal.other(leaves) else { continue };
        let root = leaves.first().copied().unwrap_or(leaf);
        if let Some(other) = other(tx, root, leaf)?
            && !maybe.iter().any(|maybe| maybe.other.customer.id == other.customer.id)
        {
            maybe.push(MaybeSame { proposal, other });
        }
    }
    Ok(maybe)
}

fn households(tx: &Tx, root: CustomerId, leaves: &[CustomerId]) -> Result<Vec<Household>> {
    let mut households = Vec::new();
    for group in groups::of(tx, leaves)? {
        let mut members: Vec<Line> = Vec::new();
        for leaf in groups::members(tx, &group.id, MEMBERS_SHOWN)? {
            if let Some(line) = other(tx, root, leaf)?
                && !members.iter().any(|member| member.customer.id == line.customer.id)
            {
                members.push(line);
            }
        }
        households.push(Household { group, members });
    }
    Ok(households)
}
