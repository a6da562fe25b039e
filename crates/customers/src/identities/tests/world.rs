//! A small world of people, drawn from a seed, and what must be true of it after any life.

use std::collections::{BTreeMap, BTreeSet};

use kit::{Result, Time, Tx, params, sql};
use serde_json::{Value, json};

use super::super::rules::components;
use super::super::{CustomerId, Edge, Rule, store};
use crate::testing::Shop;

/// Random numbers that are the same in each run (splitmix64, Steele and others 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.roll() % n as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// Something that a person does at a door; the numbers name accounts, devices, cards, e-mails of a world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Looks at a page, unknown.
    Look {
        device: usize,
    },
    /// Buys something, signed in on no device.
    Buy {
        account: usize,
    },
    /// Signs in on the web.
    Login {
        account: usize,
        device: usize,
    },
    Alias {
        account: usize,
        device: usize,
    },
    /// Types an e-mail in, unknown.
    Claim {
        device: usize,
        email: usize,
    },
    /// The shop's server knows this e-mail, this card to be the account's.
    ProveEmail {
        account: usize,
        email: usize,
    },
    ProveCard {
        account: usize,
        card: usize,
    },
    /// A card at a till.
    Scan {
        card: usize,
    },
    /// A card at a till that tells its own `anonymousId`.
    ScanOn {
        card: usize,
        device: usize,
    },
}

impl Deed {
    /// The call, by a public door or with the secret key.
    pub fn call(self, world: &str, message: usize) -> (bool, Value) {
        let account = |n: usize| format!("{world}-user-{n}");
        let device = |n: usize| format!("{world}-device-{n}");
        let email = |n: usize| format!("{world}-{n}@example.com");
        let card = |n: usize| json!({"externalIds": [{"type": "loyalty_card", "id": format!("{world}-card-{n}"), "verified": true}]});
        let (trusted, mut call) = match self {
            Deed::Look { device: d } => {
                (false, json!({"type": "page", "name": "Cups", "anonymousId": device(d)}))
            }
            Deed::Buy { account: a } => (
                false,
                json!({"type": "track", "event": "Order Completed", "userId": account(a),
                    "properties": {"order_id": format!("{world}-{message}"), "total": 10, "currency": "PLN"}}),
            ),
            Deed::Login { account: a, device: d } => {
                (false, json!({"type": "identify", "userId": account(a), "anonymousId": device(d)}))
            }
            Deed::Alias { account: a, device: d } => {
                (false, json!({"type": "alias", "userId": account(a), "previousId": device(d)}))
            }
            Deed::Claim { device: d, email: e } => (
                false,
                json!({"type": "identify", "anonymousId": device(d), "traits": {"email": email(e)}}),
            ),
            Deed::ProveEmail { account: a, email: e } => (
                true,
                json!({"type": "identify", "userId": account(a),
                    "traits": {"email": email(e), "email_verified": true}}),
            ),
            Deed::ProveCard { account: a, card: c } => {
                (true, json!({"type": "identify", "userId": account(a), "context": card(c)}))
            }
            Deed::Scan { card: c } => {
                (true, json!({"type": "track", "event": "Receipt Issued", "context": card(c)}))
            }
            Deed::ScanOn { card: c, device: d } => (
                true,
                json!({"type": "track", "event": "Receipt Issued", "anonymousId": device(d), "context": card(c)}),
            ),
        };
        call["messageId"] = json!(format!("{world}-{message}"));
        (trusted, call)
    }

    /// The identities that a deed names, as [`Picture::holders`] has them.
    pub fn names(self, world: &str) -> Vec<String> {
        let account = |n: usize| format!("user_id:{world}-user-{n}");
        let device = |n: usize| format!("device:{world}-device-{n}");
        let email = |n: usize| format!("email:{world}-{n}@example.com");
        let card = |n: usize| format!("loyalty_card:{}CARD{n}", world.to_uppercase());
        match self {
            Deed::Look { device: d } => vec![device(d)],
            Deed::Buy { account: a } => vec![account(a)],
            Deed::Login { account: a, device: d } | Deed::Alias { account: a, device: d } => {
                vec![account(a), device(d)]
            }
            Deed::Claim { device: d, email: e } => vec![device(d), email(e)],
            Deed::ProveEmail { account: a, email: e } => vec![account(a), email(e)],
            Deed::ProveCard { account: a, card: c } => vec![account(a), card(c)],
            Deed::Scan { card: c } => vec![card(c)],
            Deed::ScanOn { card: c, device: d } => vec![card(c), device(d)],
        }
    }

    /// Any deed of a world with this many of each.
    pub fn any(dice: &mut Dice, size: usize) -> Deed {
        let (account, device) = (dice.below(size), dice.below(size));
        let (email, card) = (dice.below(size), dice.below(size));
        match dice.below(10) {
            0 => Deed::Look { device },
            1 => Deed::Buy { account },
            2 | 3 => Deed::Login { account, device },
            4 => Deed::Alias { account, device },
            5 => Deed::Claim { device, email },
            6 => Deed::ProveEmail { account, email },
            7 => Deed::ProveCard { account, card },
            8 => Deed::Scan { card },
            _ => Deed::ScanOn { card, device },
        }
    }
}

/// Posts deeds in their order, as many in one call as come by the same door; each must be recorded. `next`
/// numbers the messages.
pub async fn act(shop: &Shop, world: &str, deeds: &[Deed], next: &mut usize) {
    let calls: Vec<(bool, Value)> =
        (*next..).zip(deeds).map(|(message, deed)| deed.call(world, message)).collect();
    *next += deeds.len();
    for run in calls.chunk_by(|a, b| a.0 == b.0) {
        let door = if run[0].0 { &shop.server } else { &shop.web };
        let batch: Vec<Value> = run.iter().map(|(_, call)| call.clone()).collect();
        let outcome = shop.post(door, &batch).await.expect("is taken");
        assert_eq!((outcome.recorded, outcome.rejected.len()), (run.len() as u64, 0), "{batch:?}");
    }
}

/// Everything that says who is whom.
pub struct Picture {
    pub roots: BTreeMap<CustomerId, CustomerId>,
    pub edges: Vec<Edge>,
    /// The leaf of each identity, by `kind:value`.
    pub holders: BTreeMap<String, CustomerId>,
}

/// Of all who were met since a moment.
pub async fn picture(shop: &Shop, since: Time) -> Picture {
    let read = |tx: &Tx| -> Result<Picture> {
        let select = sql!("select id, root_id from customers where created_at >= $1");
        let roots: BTreeMap<CustomerId, CustomerId> = tx
            .rows(select, params![since], |row| Ok((row.get(0)?, row.get(1)?)))?
            .into_iter()
            .collect();
        let leaves: Vec<CustomerId> = roots.keys().copied().collect();
        let (mut edges, mut holders) = (BTreeMap::new(), BTreeMap::new());
        for leaves in leaves.chunks(1_000) {
            edges.extend(store::edges(tx, leaves)?.into_iter().map(|edge| (edge.id, edge)));
            let held = store::list(tx, leaves)?.into_iter();
            holders.extend(held.map(|h| (format!("{}:{}", h.kind, h.value), h.customer_id)));
        }
        Ok(Picture { roots, edges: edges.into_values().collect(), holders })
    };
    shop.ctx.db.read(read).await.expect("reads")
}

impl Picture {
    pub fn root_of(&self, identity: &str) -> Option<CustomerId> {
        self.holders.get(identity).map(|leaf| self.roots[leaf])
    }

    /// Which identities of a world are one customer, without the ids. `%` stands for the world's name.
    pub fn partition(&self, world: &str) -> BTreeSet<BTreeSet<String>> {
        let mut sets: BTreeMap<CustomerId, BTreeSet<String>> = BTreeMap::new();
        for (identity, leaf) in &self.holders {
            let (kind, value) = identity.split_once(':').expect("kind:value");
            if let Some(name) = value.to_lowercase().replace('-', "").strip_prefix(&fold(world)) {
                sets.entry(self.roots[leaf]).or_default().insert(format!("{kind}:%{name}"));
            }
        }
        sets.into_values().collect()
    }

    fn standing(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(|edge| edge.undone.is_none())
    }

    /// Roots are the smallest leaves of the sets that the standing edges make, and these edges are a forest.
    pub fn assert_sound(&self) {
        let leaves: Vec<CustomerId> = self.roots.keys().copied().collect();
        let edges: Vec<_> = self.standing().map(|edge| (edge.a, edge.b)).collect();
        let sets = components(&leaves, &edges);
        for set in &sets {
            for leaf in set {
                assert_eq!(self.roots[leaf], set[0], "the root of {leaf}");
            }
        }
        assert_eq!(edges.len(), leaves.len() - sets.len(), "the standing edges are a forest");
        assert!(self.holders.values().all(|leaf| self.roots.contains_key(leaf)));
        let held: BTreeSet<&CustomerId> = self.holders.values().collect();
        assert_eq!(held.len(), leaves.len(), "every leaf holds an identity: nobody is a ghost");
        self.assert_one_account_each(&leaves);
    }

    /// No rule brought two accounts together: without what staff joined, each set has one at most.
    fn assert_one_account_each(&self, leaves: &[CustomerId]) {
        let by_rules: Vec<_> = self
            .standing()
            .filter(|edge| edge.rule != Rule::Staff)
            .map(|edge| (edge.a, edge.b))
            .collect();
        let is_account = |identity: &&String| identity.starts_with("user_id:");
        let mut accounts: BTreeMap<CustomerId, Vec<&String>> = BTreeMap::new();
        for identity in self.holders.keys().filter(is_account) {
            accounts.entry(self.holders[identity]).or_default().push(identity);
        }
        for set in components(leaves, &by_rules) {
            let together: Vec<_> =
                set.iter().filter_map(|leaf| accounts.get(leaf)).flatten().collect();
            assert!(together.len() <= 1, "joined by a rule: {together:?}");
        }
    }
}

fn fold(world: &str) -> String {
    world.to_lowercase().replace('-', "")
}

/// Every event that was sent stands on exactly one timeline, once.
pub async fn assert_nothing_lost(shop: &Shop, sent: usize) {
    let picture = picture(shop, Time::MIN).await;
    let roots: BTreeSet<CustomerId> = picture.roots.values().copied().collect();
    let mut told = BTreeSet::new();
    let mut count = 0;
    for root in roots {
        for event in shop.timeline(root).await {
            told.insert(event.id);
            count += 1;
        }
    }
    assert_eq!((count, told.len()), (sent, sent), "events on all timelines, and different ones");
}
