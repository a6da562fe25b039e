//! The code on its way: in the queue of the door that carries it, but never in the transcript.

use customers::channels::store as channels;
use kit::i18n::Arg;
use kit::jobs::{Job, Outcome};
use kit::secrets::Sealed;
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;

use super::{Proof, ProofId, store};
use crate::Ctx;
use crate::connectors::{self, Outgoing, Sent, link};
use crate::conversations::{Message, MessageId, beside};
use crate::handover::reader;

/// The kind of the jobs that send a code.
pub const SEND: &str = "send_proof";

#[derive(Deserialize)]
struct Body {
    proof: ProofId,
}

/// Does one job of the kind [`SEND`].
pub async fn send(ctx: &Ctx, job: &Job) -> Outcome {
    try_send(ctx, job).await.unwrap_or_else(Outcome::from)
}

async fn try_send(ctx: &Ctx, job: &Job) -> Result<Outcome> {
    let body: Body = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let now = ctx.customers.clock.now();
    let load = |tx: &Tx| load(ctx, tx, body.proof, job.attempts, now);
    // Sent already, answered, or too old to be of use.
    let Some(out) = ctx.customers.db.read(load).await? else { return Ok(Outcome::Done) };
    let sent = connectors::send(ctx, &out).await;
    if matches!(sent, Sent::Accepted { .. } | Sent::Refused { .. }) {
        ctx.customers.db.write(|tx| store::forget_code(tx, body.proof)).await?;
    }
    Ok(match sent {
        // Nobody can mend an address that is wrong; whoever waits asks again.
        Sent::Refused { error } => {
            tracing::warn!(proof = %body.proof, error, "a code could not be sent");
            Outcome::Done
        }
        other => other.into(),
    })
}

fn load(ctx: &Ctx, tx: &Tx, id: ProofId, attempts: i64, now: Time) -> Result<Option<Outgoing>> {
    let Some((proof, sealed)) = store::unsent_maybe(tx, id)? else { return Ok(None) };
    if now >= proof.expires_at {
        return Ok(None);
    }
    let code = ctx.secrets.open(&Sealed(sealed), &id.0)?;
    let code = String::from_utf8(code).map_err(Error::internal)?;
    let channel = channels::find(tx, proof.sent_by)?;
    let link = link::find_maybe(tx, &ctx.secrets, channel.id)?;
    let Some(link) = link else { return Ok(None) };
    let message = letter(&proof, &code, now);
    Ok(Some(Outgoing { attempts, ..Outgoing::new(channel, link, message) }))
}

fn letter(proof: &Proof, code: &str, now: Time) -> Message {
    let tr = reader(proof.lang);
    let args = [("code", Arg::Text(code.to_string()))];
    // The same at each try, by which a provider knows a second one.
    let id = MessageId(proof.id.0);
    Message {
        address: Some(proof.identity.to_string()),
        subject: Some(tr.with("proof-letter-subject", &args)),
        body: tr.with("proof-letter", &args),
        ..beside(proof.leaf, id, proof.sent_by, now)
    }
}
