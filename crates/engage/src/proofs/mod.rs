//! “Is this you? We sent a code”: somebody proves that an e-mail address or a number is theirs.
//!
//! ```text
//!  asked ──code sent──► waiting ──right code──► proven (and what was claimed is verified, by the ordinary rules of identity)
//!                          │ ▲ wrong, four times
//!                          │ └──┘
//!                          ├── wrong for the fifth time ──► spent
//!                          └── ten minutes, or another was asked for ──► expired
//! ```
//!
//! Kept here:
//! - Of the code we keep a keyed hash, and the sealed code until it was sent. It stands in no transcript and no log.
//! - Who asks learns nothing of whether the address is known here.
//! - A wrong try is counted also where it is refused.
//! - What is proven is an identity as a door's server proves one: it joins whom the rules of identity allow, and no other.
//!
//! Start reading at [`rules::judge`] (pure), then [`ask`] and [`answer`].

pub mod rules;
mod send;
pub mod store;
#[cfg(test)]
mod tests;

use customers::channels::{ChannelId, Door, store as channels};
use customers::identities::{CustomerId, Identity, Kind, store as identities, watch};
use customers::recording::{By, Happening, Learned};
use kit::i18n::Lang;
use kit::jobs::{self, NewJob};
use kit::secrets::Secrets;
use kit::time::days;
use kit::{Error, Result, Time, Tx};

use crate::Ctx;
use crate::{handover, outbox};
use rules::Verdict;

pub(crate) use send::{SEND, send};

kit::id_type!(ProofId, "prf");

/// Rows are of use to nobody after this.
const KEPT: i64 = days(2);
const PURPOSE: &str = "proof code";

/// A question and how far it got.
#[derive(Clone, Debug)]
pub struct Proof {
    pub id: ProofId,
    /// Who asked.
    pub leaf: CustomerId,
    /// By which door they asked, and by which the code goes to them.
    pub channel_id: ChannelId,
    pub sent_by: ChannelId,
    pub identity: Identity,
    pub lang: Lang,
    pub tries: i64,
    pub made_at: Time,
    pub expires_at: Time,
    pub proven_at: Option<Time>,
}

/// Has a code sent to an address. Whoever calls this limits how often.
pub async fn ask(
    ctx: &Ctx,
    leaf: CustomerId,
    channel: ChannelId,
    identity: &Identity,
    lang: Lang,
) -> Result<Proof> {
    if ![Kind::EMAIL, Kind::PHONE].contains(&identity.kind) {
        let detail = "A code can be sent to an e-mail address or a telephone number.";
        return Err(Error::bad_input("bad_address", detail));
    }
    let now = ctx.customers.clock.now();
    let code = random_code()?;
    let write = |tx: &Tx| {
        let sent_by = handover::door_to(ctx, tx, &identity.to_string())?.id;
        let proof = Proof {
            id: ProofId::new(now),
            leaf,
            channel_id: channel,
            sent_by,
            identity: identity.clone(),
            lang,
            tries: 0,
            made_at: now,
            expires_at: now.plus(rules::LIFE),
            proven_at: None,
        };
        store::delete_old(tx, now.minus(KEPT))?;
        store::end_earlier(tx, leaf, identity, now)?;
        let sealed = ctx.secrets.seal(code.as_bytes(), &proof.id.0)?;
        store::insert(tx, &proof, &hash(ctx, proof.id, &code)?, &sealed)?;
        // The leaf's erasure takes this along.
        watch::watch(tx, leaf)?;
        let (queue, key) = (outbox::queue_of(sent_by), proof.id.to_string());
        let body = serde_json::json!({ "proof": proof.id }).to_string();
        let job = NewJob { queue: &queue, kind: SEND, key: &key, body: &body, due_at: now };
        jobs::enqueue(tx, &job, now)?;
        Ok(proof)
    };
    ctx.customers.db.write(write).await
}

/// Takes the code that somebody got; `leaf` is who asked.
///
/// # Errors
/// `wrong_proof`, `proof_expired` or `proof_spent`, which say what to do.
pub async fn answer(ctx: &Ctx, id: ProofId, leaf: CustomerId, code: &str) -> Result<Proof> {
    let now = ctx.customers.clock.now();
    let typed: String = code.chars().filter(char::is_ascii_digit).collect();
    let write = |tx: &Tx| {
        let Some((proof, kept)) = store::lock_maybe(tx, id)?.filter(|(p, _)| p.leaf == leaf) else {
            return Err(Error::not_found(format!("proof {id}")));
        };
        let is_right = crate::connectors::http::is_same_secret(&hash(ctx, id, &typed)?, &kept);
        let verdict = rules::judge(&proof, is_right, now);
        let mut learned = Learned::default();
        match verdict {
            Verdict::Proven => {
                store::set_proven(tx, id, now)?;
                learned = verify(ctx, tx, &proof, now)?;
            }
            Verdict::Wrong { .. } => store::count_try(tx, id)?,
            Verdict::Again | Verdict::Expired | Verdict::Spent => {}
        }
        Ok((verdict, proof, learned))
    };
    let (verdict, proof, learned) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    verdict.into_result().map(|()| proof)
}

/// The address belongs to whoever asked, as if a server of the shop had said so.
fn verify(ctx: &Ctx, tx: &Tx, proof: &Proof, now: Time) -> Result<Learned> {
    let channel = channels::find(tx, proof.channel_id)?;
    let door = Door { channel: channel.into(), trusted: true };
    let proven = [proof.identity.clone()];
    let brought = Brought { name: "Identity Proven", proven: &proven, claimed: &[] };
    bring(ctx, tx, &door, proof.leaf, &brought, now)
}

/// What is newly known of somebody.
pub(crate) struct Brought<'a> {
    /// As the timeline calls it.
    pub name: &'a str,
    pub proven: &'a [Identity],
    pub claimed: &'a [Identity],
}

/// Something is known of whoever this leaf is: an event of its own on the timeline, which the rules of identity look at as
/// at one that a server of the shop sends.
pub(crate) fn bring(
    ctx: &Ctx,
    tx: &Tx,
    door: &Door,
    leaf: CustomerId,
    brought: &Brought,
    now: Time,
) -> Result<Learned> {
    let held = identities::list(tx, &[leaf])?;
    let own =
        |kind: Kind| held.iter().find(|held| held.kind == kind).map(|held| held.value.as_str());
    let others = held.iter().filter(|held| held.kind != Kind::USER_ID && held.makes_known());
    let others = others.map(|held| Identity::new(held.kind.clone(), held.value.as_str()));
    let mut proven = brought.proven.to_vec();
    proven.extend(others.filter(|other| !brought.proven.contains(other)));
    let key = ProofId::new(now).to_string();
    let kinds: Vec<&Kind> =
        brought.proven.iter().chain(brought.claimed).map(|identity| &identity.kind).collect();
    let properties = serde_json::json!({ "kinds": kinds }).to_string();
    let happening = Happening {
        name: brought.name,
        key: &key,
        at: now,
        by: By::Somebody {
            account: own(Kind::USER_ID),
            device: own(Kind::DEVICE),
            proven: &proven,
            claimed: brought.claimed,
        },
        properties: &properties,
    };
    Ok(ctx.customers.recorder.note(tx, door, &happening, now)?.learned)
}

/// What a session that names this proof may see as: the identity, for a day.
pub fn standing_maybe(tx: &Tx, id: ProofId, now: Time) -> Result<Option<Identity>> {
    let proof = store::find_maybe(tx, id)?;
    let standing =
        proof.filter(|proof| proof.proven_at.is_some_and(|at| now.since(at) < rules::STANDS));
    Ok(standing.map(|proof| proof.identity))
}

fn hash(ctx: &Ctx, id: ProofId, code: &str) -> Result<[u8; 32]> {
    Ok(ctx.secrets.signer(PURPOSE)?.sign(&[id.0.as_slice(), code.as_bytes()].concat()))
}

/// Six digits, each sequence as likely as any other.
fn random_code() -> Result<String> {
    loop {
        let random = Secrets::random_hex()?;
        let number = u32::from_str_radix(&random[..8], 16).map_err(Error::internal)?;
        // The last, incomplete round of numbers would make small codes likelier.
        if number < u32::MAX - u32::MAX % 1_000_000 {
            return Ok(format!("{:06}", number % 1_000_000));
        }
    }
}
