//! A shop for tests: a web door, a till with a secret key, and the clock in the hand.

use std::sync::Arc;

use kit::db::{Engine, Place};
use kit::money::Currency;
use kit::testing::{Folder, clock, engines, place};
use kit::{Clock, Db, Result};
use serde_json::{Value, json};

use crate::channels::{self, Channel, ChannelKind, Door, NewChannel};
use crate::events::{Event, store as events};
use crate::identities::{CustomerId, Identity, graph, store as identities};
use crate::recording::{self, Outcome};
use crate::{Ctx, Defaults};

pub struct Shop {
    pub ctx: Ctx,
    /// A page that anybody may post from.
    pub web: Door,
    /// The merchant's own server.
    pub server: Door,
    pub place: Place,
    _folder: Option<Folder>,
}

pub fn defaults() -> Defaults {
    Defaults { region: Some("PL".into()), currency: Currency::parse("PLN").expect("ISO 4217") }
}

impl Shop {
    pub async fn open(engine: Engine) -> Shop {
        let (place, folder) = place(engine).await;
        let ctx = Ctx::new(Db::open(&place).await.expect("opens"), clock(), defaults());
        ctx.db.migrate(crate::MIGRATIONS, ctx.clock.now()).await.expect("migrates");
        let web = make(&ctx, ChannelKind::Web, "Web shop").await;
        let server = make(&ctx, ChannelKind::Store, "Kraków").await;
        Shop {
            ctx,
            web: Door { channel: web, trusted: false },
            server: Door { channel: server, trusted: true },
            place,
            _folder: Some(folder),
        }
    }

    /// Another server process on the same database.
    pub async fn second_process(&self) -> Shop {
        Shop::reopen(&self.place, self.ctx.clock.clone()).await
    }

    /// A shop that another process has opened.
    pub async fn reopen(place: &Place, clock: Clock) -> Shop {
        let ctx = Ctx::new(Db::open(place).await.expect("opens"), clock, defaults());
        let doors = ctx.db.read(channels::store::list).await.expect("reads");
        let door = |kind: ChannelKind, trusted: bool| {
            let found = doors.iter().find(|door| door.kind == kind);
            let channel = Arc::new(found.expect("the first process has made it").clone());
            Door { channel, trusted }
        };
        let (web, server) = (door(ChannelKind::Web, false), door(ChannelKind::Store, true));
        Shop { ctx, web, server, place: place.clone(), _folder: None }
    }

    /// Posts calls through the public door. A call without `timestamp` gets the clock's.
    pub async fn web(&self, calls: &[Value]) -> Outcome {
        self.post(&self.web, calls).await.expect("the batch is taken")
    }

    /// Posts calls with the secret key.
    pub async fn server(&self, calls: &[Value]) -> Outcome {
        self.post(&self.server, calls).await.expect("the batch is taken")
    }

    pub async fn post(&self, door: &Door, calls: &[Value]) -> Result<Outcome> {
        let body = json!({ "batch": calls }).to_string();
        recording::batch(&self.ctx, door, body.as_bytes()).await
    }

    /// The customer (root) who holds an identity.
    pub async fn who(&self, identity: &str) -> Option<CustomerId> {
        let identity = identity_of(identity);
        let find = |tx: &kit::Tx| match identities::leaf_maybe(tx, &identity)? {
            Some(leaf) => graph::root(tx, leaf).map(Some),
            None => Ok(None),
        };
        self.ctx.db.read(find).await.expect("reads")
    }

    /// The names on a customer's timeline, oldest first.
    pub async fn told(&self, customer: CustomerId) -> Vec<String> {
        let events = self.timeline(customer).await;
        events
            .into_iter()
            .rev()
            .map(|e| if e.name.is_empty() { e.kind.as_str().to_string() } else { e.name })
            .collect()
    }

    pub async fn timeline(&self, customer: CustomerId) -> Vec<Event> {
        let log = &self.ctx.recorder.log;
        let read = |tx: &kit::Tx| {
            let leaves = graph::leaves(tx, customer)?;
            events::page(tx, log, &events::Wanted::newest(&leaves, 10_000))
        };
        self.ctx.db.read(read).await.expect("reads")
    }

    pub async fn settle(&self) {
        let log = &self.ctx.recorder.log;
        crate::events::indexing::settle(&self.ctx.db, log).await.expect("indexes");
    }
}

async fn make(ctx: &Ctx, kind: ChannelKind, name: &str) -> Arc<Channel> {
    let new = NewChannel { kind, name: name.into() };
    let now = ctx.clock.now();
    let (channel, _) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.expect("made");
    Arc::new(channel)
}

/// `user_id:u1`
pub fn identity_of(text: &str) -> Identity {
    let (kind, value) = text.split_once(':').expect("kind:value");
    Identity::new(kind.parse().expect("a kind"), value)
}

/// Runs a story once on each engine.
pub async fn on_each_engine(story: impl AsyncFn(Shop)) {
    for engine in engines() {
        story(Shop::open(engine).await).await;
    }
}
