//! SMS without a centre: what is decided between the door and the database, on both engines.

mod opting_out;
mod parts;
mod webhooks;

use std::sync::Arc;

use customers::channels::{Channel, ChannelKind};
use kit::Tx;
use serde_json::{Value, json};

use super::Common;
use super::inbound::{self, Sms};
use crate::connectors::{Provider, link};
use crate::conversations::ConversationId;
use crate::testing::{Talk, door};

const ANNA: &str = "+48601234567";

/// A door with these settings and secrets.
async fn sms_door(
    talk: &Talk,
    provider: Provider,
    settings: Value,
    secrets: Value,
) -> Arc<Channel> {
    let channel = door(&talk.ctx, ChannelKind::Sms, "SMS", None).await;
    let now = talk.ctx.customers.clock.now();
    let keys = &talk.ctx.secrets;
    let save = |tx: &Tx| link::save(tx, keys, channel.id, provider, &settings, &secrets, now);
    talk.ctx.customers.db.write(save).await.unwrap();
    channel
}

/// A door whose messages stay in its queue: nobody is bound.
async fn unbound(talk: &Talk) -> Arc<Channel> {
    let settings = json!({"host": "127.0.0.1", "port": 1, "system_id": "shop", "from": "7123"});
    sms_door(talk, Provider::Smpp, settings, json!({"password": "secret"})).await
}

async fn texts(talk: &Talk, channel: &Arc<Channel>, id: &str, text: &str) {
    let sms = Sms {
        id: id.into(),
        from: ANNA.into(),
        text: text.into(),
        at: talk.ctx.customers.clock.now(),
        details: json!({}),
        is_answered: false,
    };
    inbound::take(&talk.ctx, channel, &Common::default(), &sms).await.unwrap();
}

async fn conversation(talk: &Talk) -> ConversationId {
    let customer = talk.who(&format!("phone:{ANNA}")).await;
    let read = |tx: &Tx| {
        let leaves = customers::identities::store::leaves(tx, customer)?;
        crate::conversations::store::of_leaves(tx, &leaves)
    };
    talk.ctx.customers.db.read(read).await.unwrap()[0].root_id
}

/// What waits at a door that sends nothing is not part of a story.
async fn forget_queue(talk: &Talk, channel: &Channel) {
    let queue = crate::outbox::queue_of(channel.id);
    // Refused for good: each is given up at its first try.
    let (keys, now) = (&talk.ctx.secrets, talk.ctx.customers.clock.now());
    let (nothing, provider) = (json!({}), Provider::Smpp);
    let save = |tx: &Tx| link::save(tx, keys, channel.id, provider, &nothing, &nothing, now);
    talk.ctx.customers.db.write(save).await.unwrap();
    talk.work().await;
    assert!(!talk.drop_dead(channel).await.is_empty(), "nothing waited in {queue}");
}
