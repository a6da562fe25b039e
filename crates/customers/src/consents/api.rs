//! Writing down a consent over HTTP, with the secret key of any door: what a preference page, a till or a form
//! of the merchant's own was told.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use kit::web::{Access, Routes};
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;
use serde_json::Value;

use super::{Consent, ConsentId, State as Answer, Subject, store};
use crate::Ctx;
use crate::context::api::{door_of, named};
use crate::identities::{CustomerId, Identity, erasure, graph, store as identities};

const EVIDENCE_BYTES_MAX: usize = 8 * 1024;
const TEXT_LENGTH_MAX: usize = 200;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::SecretKey)
        .route("/v1/customers/{customer}/consents", post(create_consent))
        .with_state(ctx)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewConsent {
    purpose: String,
    channel: String,
    state: Answer,
    /// `email:anna@example.com`; without it, whichever of this channel.
    identity: Option<String>,
    basis: Option<String>,
    /// Which wording was shown: its id and version.
    wording: Option<String>,
    /// When it was said, if not now (ISO 8601).
    at: Option<String>,
    #[serde(default)]
    evidence: Value,
}

async fn create_consent(
    State(ctx): State<Ctx>,
    Path(customer): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<Consent>)> {
    let door = door_of(&ctx, &headers).await?;
    door.may_read()?;
    let named = named(&ctx, &customer)?;
    let new: NewConsent = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    let (subject, at) = understood(&new, ctx.clock.now())?;
    let id = ConsentId::new(at);
    let short = |text: &str| kit::text::clip(text, TEXT_LENGTH_MAX).into_owned();
    let write = |tx: &Tx| {
        let [root] = graph::lock(tx, [named.leaf(tx)?])?;
        if erasure::is_erased(tx, root)? {
            return Err(Error::not_found(format!("customer {root}")));
        }
        let consent = Consent {
            id,
            customer_id: leaf_of(tx, root, subject.identity.as_ref())?,
            at,
            subject: subject.clone(),
            state: new.state,
            basis: new.basis.as_deref().map_or_else(|| "consent".into(), short),
            wording: new.wording.as_deref().map(short),
            source_channel_id: door.channel.id,
            actor: "server".into(),
            evidence: new.evidence.clone(),
        };
        store::insert(tx, &consent)?;
        Ok(consent)
    };
    Ok((StatusCode::CREATED, Json(ctx.db.write(write).await?)))
}

fn understood(new: &NewConsent, now: Time) -> Result<(Subject, Time)> {
    let bad = |code, detail: &str| Error::bad_input(code, detail);
    let subject = Subject::new(&new.purpose, &new.channel, new.identity.as_deref());
    if subject.purpose.is_empty() || subject.channel.is_empty() {
        return Err(bad("bad_consent", "A consent needs a `purpose` and a `channel`."));
    }
    if new.identity.is_some() && subject.identity.is_none() {
        return Err(bad(
            "bad_identity",
            "`identity` must be type:value, as email:anna@example.com.",
        ));
    }
    if new.evidence.to_string().len() > EVIDENCE_BYTES_MAX {
        let detail = format!("The evidence has at most {EVIDENCE_BYTES_MAX} bytes.");
        return Err(bad("evidence_too_large", &detail));
    }
    let at = match new.at.as_deref() {
        Some(text) => Time::parse(text)
            .filter(|at| *at <= now)
            .ok_or_else(|| bad("bad_time", "`at` must be a moment of the past, in ISO 8601."))?,
        None => now,
    };
    Ok((subject, at))
}

/// The leaf that the identity hangs on, so that after a split the consent is with its owner; else the root.
fn leaf_of(tx: &Tx, root: CustomerId, identity: Option<&Identity>) -> Result<CustomerId> {
    let Some(identity) = identity else { return Ok(root) };
    let Some(leaf) = identities::leaf_maybe(tx, identity)? else { return Ok(root) };
    Ok(if graph::root(tx, leaf)? == root { leaf } else { root })
}
