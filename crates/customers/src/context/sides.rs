//! What would become one, and what would become two: looked at before somebody says so.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Error, Result, Time, Tx};

use super::{Door, store};
use crate::Ctx;
use crate::accounts::{Permit, may};
use crate::channels::ChannelId;
use crate::consents::{self, Consent, Standing, State, Subject};
use crate::dealings::{self, Dealing, Facts};
use crate::identities::rules::{Evidence, Refusal, Verdict, may_join};
use crate::identities::{CustomerId, Edge, EdgeId, Held, Rule, graph, store as identities};
use crate::profiles::{self, DoorDoc, Profile};

/// Some leaves, as the customer that they are or would be.
#[derive(Debug)]
pub struct Side {
    /// Under which id they would be known.
    pub id: CustomerId,
    pub identities: Vec<Held>,
    pub traits: Profile,
    pub events: i64,
    pub facts: Facts,
    pub consents: Vec<Standing>,
    pub restricted: bool,
    pub objected: bool,
    pub last_channel_id: ChannelId,
    docs: Vec<DoorDoc>,
    ledger: Vec<Consent>,
    dealings: Vec<Dealing>,
}

impl Side {
    pub fn name(&self) -> Option<String> {
        self.traits.name()
    }

    pub fn is_known(&self) -> bool {
        self.identities.iter().any(Held::makes_known)
    }
}

fn side(tx: &Tx, ctx: &Ctx, leaves: &[CustomerId], now: Time) -> Result<Side> {
    let [first, ..] = leaves else { return Err(Error::internal("a side has a leaf")) };
    let whole = store::customer(tx, graph::root(tx, *first)?)?;
    let used = store::doors_used(tx, &ctx.recorder.log, leaves)?;
    let last = used.iter().max_by_key(|door| door.last_at).map(|door| door.channel_id);
    let docs = profiles::store::docs(tx, leaves)?;
    let ledger = consents::store::list(tx, leaves)?;
    let dealings = dealings::store::list(tx, leaves)?;
    Ok(Side {
        id: *first,
        identities: identities::list(tx, leaves)?,
        traits: profiles::resolve(&docs),
        events: store::count_events(tx, &ctx.recorder.log, leaves)?,
        facts: dealings::facts(&dealings, now),
        consents: consents::standing(&ledger),
        restricted: whole.restricted_at.is_some(),
        objected: whole.objected_at.is_some(),
        last_channel_id: last.unwrap_or(whole.last_channel_id),
        docs,
        ledger,
        dealings,
    })
}

/// Two customers and the one that they would be.
#[derive(Debug)]
pub struct MergePreview {
    pub sides: [Side; 2],
    /// Under which id the one would be known: the older.
    pub id: CustomerId,
    pub name: Option<String>,
    pub facts: Facts,
    /// Why no rule would do it.
    pub refusal: Option<Refusal>,
    /// What one side allows and both together do not.
    pub stricter: Vec<Stricter>,
    pub doors: BTreeMap<ChannelId, Door>,
}

/// A consent that a merge tightens.
#[derive(Debug)]
pub struct Stricter {
    pub subject: Subject,
    /// What each side has said.
    pub was: [Option<State>; 2],
    pub becomes: State,
}

pub fn merge(
    tx: &Tx,
    ctx: &Ctx,
    _: &Permit<may::MergeCustomers>,
    [a, b]: [CustomerId; 2],
    now: Time,
) -> Result<MergePreview> {
    let (root_a, root_b) = (graph::root(tx, a)?, graph::root(tx, b)?);
    if root_a == root_b {
        let detail = "These two are one customer already.";
        return Err(Error::conflict("already_merged", detail));
    }
    let read = |root| side(tx, ctx, &identities::leaves(tx, root)?, now);
    let sides = [read(root_a)?, read(root_b)?];
    let evidence = Evidence { rule: Rule::Alias, verified: true };
    let refusal = match may_join(&graph::side(tx, root_a)?, &graph::side(tx, root_b)?, evidence) {
        Verdict::Refuse(refusal) => Some(refusal),
        Verdict::Join | Verdict::Share => None,
    };
    let docs: Vec<DoorDoc> = sides.iter().flat_map(|side| side.docs.clone()).collect();
    let dealings: Vec<Dealing> = sides.iter().flat_map(|side| side.dealings.clone()).collect();
    Ok(MergePreview {
        id: root_a.min(root_b),
        name: profiles::resolve(&docs).name(),
        facts: dealings::facts(&dealings, now),
        refusal,
        stricter: stricter(&sides),
        doors: doors(tx, &sides)?,
        sides,
    })
}

fn stricter(sides: &[Side; 2]) -> Vec<Stricter> {
    let both: Vec<Consent> = sides.iter().flat_map(|side| side.ledger.clone()).collect();
    let said = |side: &Side, subject: &Subject| {
        side.consents.iter().find(|standing| standing.subject == *subject).map(|one| one.state)
    };
    consents::standing(&both)
        .into_iter()
        .filter_map(|joint| {
            let was = [said(&sides[0], &joint.subject), said(&sides[1], &joint.subject)];
            let is_stricter = was.iter().flatten().any(|state| *state < joint.state);
            is_stricter.then_some(Stricter { subject: joint.subject, was, becomes: joint.state })
        })
        .collect()
}

/// One customer and the two that would be, if an edge were undone.
#[derive(Debug)]
pub struct SplitPreview {
    pub edge: Edge,
    pub sides: Vec<Side>,
    pub doors: BTreeMap<ChannelId, Door>,
}

pub fn split(
    tx: &Tx,
    ctx: &Ctx,
    _: &Permit<may::MergeCustomers>,
    customer: CustomerId,
    edge: EdgeId,
    now: Time,
) -> Result<SplitPreview> {
    let root = graph::root(tx, customer)?;
    let edges = identities::edges(tx, &identities::leaves(tx, root)?)?;
    let found = edges.into_iter().find(|one| one.id == edge && one.undone.is_none());
    let edge = found.ok_or_else(|| Error::not_found("merge of this customer"))?;
    let parts = graph::parts_without(tx, root, edge.id)?;
    let sides =
        parts.iter().map(|leaves| side(tx, ctx, leaves, now)).collect::<Result<Vec<_>>>()?;
    Ok(SplitPreview { edge, doors: doors(tx, &sides)?, sides })
}

fn doors(tx: &Tx, sides: &[Side]) -> Result<BTreeMap<ChannelId, Door>> {
    let mut named: BTreeSet<ChannelId> = sides.iter().map(|side| side.last_channel_id).collect();
    for side in sides {
        named.extend(side.identities.iter().map(|held| held.channel_id));
    }
    store::doors(tx, named)
}
