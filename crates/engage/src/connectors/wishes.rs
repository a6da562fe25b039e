//! A customer told their messenger, not us, that they want nothing from the shop, or want it again: noted with their
//! consents.

use customers::channels::Channel;
use customers::consents::{self, Consent, ConsentId, State, Subject};
use customers::identities::{Identity, store as identities};
use kit::{Result, Time, Tx};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Ctx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub who: Identity,
    pub wants: bool,
    pub at: Time,
}

/// Writes it down, once however often it is brought.
pub async fn heed(ctx: &Ctx, channel: &Channel, wish: &Wish, evidence: Value) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        // Of somebody who never wrote there is nothing to keep: nobody writes to them here either.
        let Some(leaf) = identities::leaf_maybe(tx, &wish.who)? else { return Ok(()) };
        let subject = Subject {
            purpose: "marketing".into(),
            channel: channel.kind.as_str().into(),
            identity: Some(wish.who.clone()),
        };
        let line = Consent {
            id: id_of(channel, wish),
            customer_id: leaf,
            at: wish.at.min(now),
            subject,
            state: if wish.wants { State::Granted } else { State::Withdrawn },
            basis: "consent".into(),
            wording: None,
            source_channel_id: channel.id,
            actor: "customer".into(),
            evidence: evidence.clone(),
        };
        consents::store::insert(tx, &line)
    };
    ctx.customers.db.write(write).await
}

fn id_of(channel: &Channel, wish: &Wish) -> ConsentId {
    let text = format!("{}|{}|{}|{}", channel.id, wish.who, wish.wants, wish.at.0);
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let bits = u128::from_be_bytes(std::array::from_fn(|i| hash[i]));
    ConsentId(kit::id::stamp(wish.at.as_ms(), bits))
}
