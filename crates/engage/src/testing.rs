//! A shop that talks, for tests: doors, people, and what they say, with the clock in the hand.

mod http_line;
mod sending;

use std::sync::Arc;

use customers::accounts::{Permit, may};
use customers::channels::{self, Channel, ChannelKind, NewChannel};
use customers::identities::{CustomerId, Identity};
use customers::testing::{Shop, identity_of};
use kit::db::Engine;
use kit::jobs::Workers;
use kit::secrets::Secrets;
use kit::testing::engines;
use kit::{Result, Tx};

use crate::Ctx;
use crate::connectors::{Provider, link};
use crate::conversations::{
    self, ConversationId, Inbound, Message, MessageId, NewReply, Received, Sender, store,
};

pub use http_line::{Cut, HttpLine};
pub use sending::promised;

pub struct Talk {
    pub shop: Shop,
    pub ctx: Ctx,
    /// The widget in the shop's pages.
    pub chat: Arc<Channel>,
    /// The till in Kraków.
    pub store: Arc<Channel>,
    pub phone: Arc<Channel>,
}

impl Talk {
    pub async fn open(engine: Engine) -> Talk {
        let shop = Shop::open(engine).await;
        let key = Secrets::random_hex().expect("random bytes");
        let secrets = Secrets::of_hex(&key).expect("a key");
        let public_url = Some("https://talk.kubek.pl".to_string());
        let ctx = Ctx { public_url, ..Ctx::new(shop.ctx.clone(), secrets) };
        shop.ctx.db.migrate(crate::MIGRATIONS, shop.ctx.clock.now()).await.expect("migrates");
        let chat = door(&ctx, ChannelKind::Chat, "Chat", None).await;
        let store = door(&ctx, ChannelKind::Store, "Kraków", None).await;
        let phone = door(&ctx, ChannelKind::Phone, "Hotline", Some(Provider::Store)).await;
        Talk { shop, ctx, chat, store, phone }
    }

    pub fn staff(&self) -> Permit<may::Talk> {
        Permit::console()
    }

    /// Somebody says something by a door.
    pub async fn says(&self, door: &Arc<Channel>, who: &Sender, id: &str, body: &str) -> Received {
        let inbound = Inbound {
            provider_id: id.into(),
            sender: who.clone(),
            at: self.ctx.customers.clock.now(),
            body: body.into(),
            ..Inbound::default()
        };
        self.brings(door, inbound).await
    }

    pub async fn brings(&self, door: &Arc<Channel>, inbound: Inbound) -> Received {
        conversations::receive(&self.ctx, door, &inbound).await.expect("is received")
    }

    pub async fn answers(&self, conversation: ConversationId, body: &str) -> Result<MessageId> {
        let new = NewReply { body: body.into(), ..NewReply::default() };
        conversations::reply(&self.ctx, &self.staff(), conversation, &new).await
    }

    /// Does all jobs that are due.
    pub async fn work(&self) {
        let customers = &self.ctx.customers;
        let handlers = crate::handlers(&self.ctx);
        let workers = Workers::new(customers.db.clone(), customers.clock.clone(), handlers);
        workers.finish().await.expect("the queues are worked through");
    }

    /// The conversation of whoever is known by this.
    pub async fn conversation_of(&self, identity: &str) -> ConversationId {
        let customer = self.who(identity).await;
        let read = |tx: &Tx| {
            let leaves = customers::identities::store::leaves(tx, customer)?;
            store::of_leaves(tx, &leaves)
        };
        self.ctx.customers.db.read(read).await.expect("reads")[0].root_id
    }

    /// Drops what will never go out by a door; says why it did not.
    pub async fn drop_dead(&self, door: &Channel) -> Vec<String> {
        let queue = crate::outbox::queue_of(door.id);
        let drop_all = |tx: &Tx| {
            let dead = kit::jobs::dead(tx, &queue, 100)?;
            dead.iter().try_for_each(|job| kit::jobs::drop_dead(tx, &queue, job.id))?;
            Ok(dead.into_iter().filter_map(|job| job.error).collect())
        };
        self.ctx.customers.db.write(drop_all).await.expect("the dead are dropped")
    }

    /// What was said in a conversation, oldest first: who, by which door, what, and how far it got.
    pub async fn transcript(&self, conversation: ConversationId) -> Vec<String> {
        let messages = self.messages(conversation).await;
        let mut lines = Vec::new();
        for message in messages {
            let door = self
                .ctx
                .customers
                .db
                .read(|tx| channels::store::find(tx, message.channel_id))
                .await
                .expect("a door");
            let (who, state) = (message.author.as_str(), message.state.as_str());
            lines.push(format!("{who} by {}: {} ({state})", door.name, message.body));
        }
        lines
    }

    pub async fn messages(&self, conversation: ConversationId) -> Vec<Message> {
        let read = |tx: &Tx| {
            let root = store::find(tx, conversation)?.root_id;
            let parts: Vec<_> = store::parts(tx, root)?.iter().map(|part| part.id).collect();
            let end = (kit::Time::MAX, MessageId([0xff; 16]));
            store::page(tx, &parts, end, 1_000)
        };
        let mut messages = self.ctx.customers.db.read(read).await.expect("reads");
        messages.reverse();
        messages
    }

    /// The conversation that a part belongs to now.
    pub async fn root(&self, part: ConversationId) -> ConversationId {
        let read = |tx: &Tx| Ok(store::find(tx, part)?.root_id);
        self.ctx.customers.db.read(read).await.expect("reads")
    }

    pub async fn who(&self, identity: &str) -> CustomerId {
        self.shop.who(identity).await.expect("is known")
    }
}

/// Makes a door; with a provider, it is connected as one of these.
pub async fn door(
    ctx: &Ctx,
    kind: ChannelKind,
    name: &str,
    provider: Option<Provider>,
) -> Arc<Channel> {
    let (new, now) = (NewChannel { kind, name: name.into() }, ctx.customers.clock.now());
    let nothing = serde_json::json!({});
    let make = |tx: &Tx| {
        let (channel, _) = channels::create(tx, &new, now)?;
        if let Some(provider) = provider {
            link::save(tx, &ctx.secrets, channel.id, provider, &nothing, &nothing, now)?;
        }
        Ok(channel)
    };
    Arc::new(ctx.customers.db.write(make).await.expect("is made"))
}

/// Makes a door that is connected with these settings and secrets.
pub async fn connected(
    ctx: &Ctx,
    kind: ChannelKind,
    name: &str,
    provider: Provider,
    settings: serde_json::Value,
    secrets: serde_json::Value,
) -> Arc<Channel> {
    let channel = door(ctx, kind, name, None).await;
    let now = ctx.customers.clock.now();
    let keys = &ctx.secrets;
    let save = |tx: &Tx| link::save(tx, keys, channel.id, provider, &settings, &secrets, now);
    ctx.customers.db.write(save).await.expect("is connected");
    channel
}

/// A browser.
pub fn browser(id: &str) -> Sender {
    Sender { device: Some(id.into()), address: Some(format!("device:{id}")), ..Sender::default() }
}

/// Somebody of whom a door proved this.
pub fn proven(identity: &str) -> Sender {
    let proven: Identity = identity_of(identity);
    Sender { proven: vec![proven], address: Some(identity.into()), ..Sender::default() }
}

/// Runs a story once on each engine; a job that is left over fails it.
pub async fn on_each_engine(story: impl AsyncFn(&Talk)) {
    for engine in engines() {
        let talk = Talk::open(engine).await;
        story(&talk).await;
        let queues = talk.ctx.customers.db.read(kit::jobs::queues).await.expect("reads");
        let left: Vec<_> = queues.iter().filter(|queue| queue.waiting + queue.dead > 0).collect();
        assert!(left.is_empty(), "jobs are left over: {left:?}");
    }
}
