//! A customer stands in the store: the visit, the talk that goes on, and what is said.

use std::sync::Arc;

use customers::accounts::authority::{Permit, may};
use customers::channels::{Channel, Door};
use customers::identities::{CustomerId, graph};
use customers::recording::{By, Happening};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::How;
use crate::Ctx;
use crate::conversations::rules::REOPEN_WINDOW;
use crate::conversations::{
    self, Conversation, ConversationId, Inbound, MessageId, NewReply, Reference, Sender, Status,
    store,
};

kit::words! {
    /// Whose words a clerk notes.
    Spoke:
    Customer "customer",
    /// What the clerk answered, in person.
    Shop "shop",
}

/// A visit as it is noted.
#[derive(Clone, Copy, Debug)]
pub struct Visited {
    pub customer: CustomerId,
    pub how: How,
}

/// Notes on the timeline that the customer is here. `key` names the scan: the same form sent twice is one visit.
pub async fn visit(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    store: &Arc<Channel>,
    visited: Visited,
    key: &str,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let door = Door { channel: store.clone(), trusted: true };
    let properties =
        json!({ "how": visited.how, "clerk": by.actor().name, "affiliation": store.name })
            .to_string();
    let key = format!("visit:{key}");
    let write = |tx: &Tx| {
        let happening = Happening {
            name: "Store Visited",
            key: &key,
            at: now,
            by: By::Leaf(graph::root(tx, visited.customer)?),
            properties: &properties,
        };
        ctx.customers.recorder.note(tx, &door, &happening, now)
    };
    let noted = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(noted.learned);
    Ok(())
}

/// The talk that goes on with this customer: the newest that is not closed, else one that was closed a short while ago.
pub fn talk_of(tx: &Tx, customer: CustomerId, now: Time) -> Result<Option<Conversation>> {
    let parts = store::of_leaves(tx, &graph::leaves(tx, customer)?)?;
    let roots: std::collections::BTreeSet<ConversationId> =
        parts.iter().map(|part| part.root_id).collect();
    let all = store::list(tx, &roots.into_iter().collect::<Vec<_>>())?;
    let goes_on = |one: &&Conversation| {
        one.status != Status::Closed || now.since(one.last_at) <= REOPEN_WINDOW
    };
    let newest = |one: &&Conversation| (one.status != Status::Closed, one.last_at, one.id);
    Ok(all.iter().filter(goes_on).max_by_key(newest).cloned())
}

/// Something that was said across the counter, as the clerk notes it.
#[derive(Clone, Debug)]
pub struct Noted {
    pub customer: CustomerId,
    /// Where it belongs, if the clerk has a talk before them.
    pub conversation: Option<ConversationId>,
    pub spoke: Spoke,
    pub body: String,
    pub key: String,
}

/// A note of what was said is a message by the store's door, in the same conversation.
pub async fn note(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    store: &Arc<Channel>,
    noted: &Noted,
) -> Result<MessageId> {
    let body = noted.body.trim();
    if body.is_empty() {
        return Err(Error::bad_input("empty_message", "Write something."));
    }
    match (noted.spoke, noted.conversation) {
        (Spoke::Shop, Some(conversation)) => {
            let reply = NewReply {
                channel_id: Some(store.id),
                body: body.to_string(),
                key: Some(noted.key.clone()),
                ..NewReply::default()
            };
            conversations::reply(ctx, by, conversation, &reply).await
        }
        (Spoke::Shop, None) => {
            let detail = "Note first what the customer asked.";
            Err(Error::bad_input("nothing_asked", detail))
        }
        (Spoke::Customer, conversation) => heard(ctx, by, store, noted, conversation).await,
    }
}

async fn heard(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    store: &Arc<Channel>,
    noted: &Noted,
    conversation: Option<ConversationId>,
) -> Result<MessageId> {
    let find = |tx: &Tx| {
        let root = graph::root(tx, noted.customer)?;
        let Some(id) = conversation else { return Ok((root, None)) };
        // In a talk that a code led to, its own leaf has spoken; another's talk is not gone on with.
        let part = store::find(tx, id)?;
        let is_theirs = graph::root(tx, part.customer_id)? == root;
        Ok(if is_theirs { (part.customer_id, Some(id)) } else { (root, None) })
    };
    let (leaf, conversation) = ctx.customers.db.read(find).await?;
    let details = json!({ "noted_by": by.actor().name, "account": by.actor().account_id });
    let inbound = Inbound {
        provider_id: format!("counter:{}", noted.key),
        sender: Sender { known: Some(leaf), ..Sender::default() },
        at: ctx.customers.clock.now(),
        body: noted.body.trim().to_string(),
        refers_to: conversation.map(Reference::Conversation).into_iter().collect(),
        details: Some(details.to_string()),
        ..Inbound::default()
    };
    Ok(conversations::receive(ctx, store, &inbound).await?.message_id)
}
