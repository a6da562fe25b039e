//! A process that buys for its buyers, all of them at once, by every door in turn, until it is killed.

use std::path::PathBuf;
use std::sync::Arc;

use commerce::carts::rules::Action;
use commerce::carts::testing::{by, leaf};
use commerce::carts::{Change, Role, Scope, change};
use commerce::catalogue::VariantId;
use commerce::orders::testing::{anna_in, to_krakow};
use commerce::orders::{Delivery, NewOrder, place};
use commerce::stock::quotas::TillSale;
use commerce::stock::{Holder, LocationId, Wanted, grant_quota, reserve, use_quota};
use commerce::testing::Market;
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::db::{Place, Synchronous};
use kit::testing::NOON;
use kit::{Result, Tx};

use super::marketplace::Marketplace;
use super::setting;

/// How a seller is told its work.
pub const ORDER: &str = "ONEDOOR_OVERSELL_ORDER";
/// Pieces that a till asks for at once.
const QUOTA: i64 = 3;

pub fn device(buyer: usize) -> String {
    format!("buyer-{buyer}")
}

/// Each buyer has a till of their own to stand at.
pub fn till(buyer: usize) -> Holder {
    Holder::till(buyer)
}

pub struct Order {
    pub place: Place,
    pub buyers: Vec<usize>,
    pub what: Vec<VariantId>,
    pub store: LocationId,
    /// Of each buyer there is, by number.
    pub links: Vec<ChannelId>,
    /// Where marketplaces have their books.
    pub folder: PathBuf,
}

impl Order {
    pub fn text(&self) -> String {
        let place = match &self.place {
            Place::Sqlite { path, .. } => path.display().to_string(),
            Place::Postgres { url } => url.clone(),
        };
        let words = |all: Vec<String>| all.join(",");
        let buyers = words(self.buyers.iter().map(usize::to_string).collect());
        let what = words(self.what.iter().map(VariantId::to_string).collect());
        let links = words(self.links.iter().map(ChannelId::to_string).collect());
        format!("{place} {buyers} {what} {} {links} {}", self.store, self.folder.display())
    }

    fn parse(text: &str) -> Order {
        let words: Vec<&str> = text.split(' ').collect();
        let [place, buyers, what, store, links, folder] = words[..] else { panic!("{text}") };
        let place = if place.starts_with("postgres") {
            Place::Postgres { url: place.into() }
        } else {
            Place::Sqlite { path: place.into(), synchronous: Synchronous::Normal }
        };
        Order {
            place,
            buyers: buyers.split(',').map(|buyer| buyer.parse().expect("a number")).collect(),
            what: what.split(',').map(|id| id.parse().expect("an id")).collect(),
            store: store.parse().expect("an id"),
            links: links.split(',').map(|id| id.parse().expect("an id")).collect(),
            folder: folder.into(),
        }
    }
}

/// The work of one seller; nothing in the ordinary run.
#[tokio::test(flavor = "multi_thread")]
async fn a_seller() {
    let Some(order) = setting(ORDER) else { return };
    let order = Order::parse(&order);
    let market = Arc::new(Market::reopen(&order.place).await);
    let mut buying = Vec::new();
    for buyer in order.buyers {
        let (what, store) = (order.what.clone(), order.store);
        let (link, folder) = (order.links[buyer], order.folder.clone());
        let market = market.clone();
        buying.push(tokio::spawn(async move {
            let marketplace = Marketplace::open(&market, link, &folder).await;
            let mut buyer = Buyer::at(market, buyer, what, store, marketplace).await;
            for round in buyer.number.. {
                let what = buyer.what[(round / WAYS + buyer.number) % buyer.what.len()];
                match buyer.tries(round, what).await {
                    Some(bought) => println!("bought {bought}"),
                    None => println!("none"),
                }
            }
        }));
    }
    for buyer in buying {
        buyer.await.unwrap();
    }
}

/// The web shop, an agent, a till that asks, a till with a quota, a marketplace, and a promise that is not kept.
const WAYS: usize = 6;

pub struct Buyer {
    market: Arc<Market>,
    number: usize,
    leaf: CustomerId,
    what: Vec<VariantId>,
    store: LocationId,
    marketplace: Marketplace,
}

impl Buyer {
    pub async fn at(
        market: Arc<Market>,
        number: usize,
        what: Vec<VariantId>,
        store: LocationId,
        marketplace: Marketplace,
    ) -> Buyer {
        let leaf = leaf(&market, &format!("device:{}", device(number))).await;
        Buyer { market, number, leaf, what, store, marketplace }
    }

    /// The number of the order, or the key of the receipt; `None` where there is nothing left.
    pub async fn tries(&mut self, round: usize, what: VariantId) -> Option<String> {
        let key = format!("{}-{round}-{}", self.number, kit::id::to_base32(kit::id::uuid_v7(NOON)));
        let done = match round % WAYS {
            0 => self.orders(Role::Customer, &key, what, anna_in("PL")).await,
            1 => self.orders(Role::Agent, &key, what, anna_in("PL")).await,
            2 => self.orders(Role::Clerk, &key, what, self.taken()).await,
            3 => self.sells_from_quota(&key, what).await,
            4 => self.sells_there(&key, what).await,
            _ => self.changes_their_mind(&key, what).await,
        };
        match done {
            Ok(bought) => bought,
            Err(error) => {
                assert!(["out_of_stock", "quota_spent"].contains(&error.code), "{error}");
                None
            }
        }
    }

    async fn orders(
        &self,
        role: Role,
        key: &str,
        what: VariantId,
        delivery: Delivery,
    ) -> Result<Option<String>> {
        let ctx = &self.market.ctx;
        let door = match role {
            Role::Customer => &self.market.shop.web,
            _ => &self.market.shop.server,
        };
        let (actor, scope) = (by(role, None, door), Scope::whole(self.leaf));
        let other = self.what.iter().find(|other| **other != what).copied();
        let wish = Change {
            key: format!("cart-{key}"),
            actions: other
                .map(|variant| Action::Set { variant, quantity: 0 })
                .into_iter()
                .chain([Action::Set { variant: what, quantity: 1 }])
                .collect(),
        };
        let new = NewOrder { delivery, ..to_krakow(key) };
        let put = |tx: &Tx| change(ctx, tx, &actor, self.leaf, &wish, NOON);
        ctx.customers.db.write(put).await?.learn(ctx);
        let buy = |tx: &Tx| place(ctx, tx, &actor, &scope, &new, NOON);
        Ok(Some(ctx.customers.db.write(buy).await?.learn(ctx).number))
    }

    fn taken(&self) -> Delivery {
        Delivery::Taken { location: self.store.to_string() }
    }

    /// The till's network is cut: it sells what it holds, and asks for more when that is sold.
    async fn sells_from_quota(&self, key: &str, what: VariantId) -> Result<Option<String>> {
        let db = &self.market.ctx.customers.db;
        let (till, key) = (till(self.number), format!("receipt-{key}"));
        let sale = TillSale {
            variant: what,
            quantity: 1,
            key: &key,
            reference: &key,
            actor: "till",
            at: NOON,
        };
        let sold = db.write(|tx| use_quota(tx, &till, &sale, NOON)).await;
        if sold.is_ok() {
            return Ok(Some(key));
        }
        let want = [(what, QUOTA)];
        let _ = db.write(|tx| grant_quota(tx, &till, self.store, &want, NOON)).await?;
        db.write(|tx| use_quota(tx, &till, &sale, NOON)).await?;
        Ok(Some(key))
    }

    async fn sells_there(&mut self, key: &str, what: VariantId) -> Result<Option<String>> {
        let key = format!("there-{key}");
        Ok(self.marketplace.sells(&self.market, &key, what).await?.then_some(key))
    }

    /// Promised for no time at all, so that whoever is short takes it.
    async fn changes_their_mind(&self, key: &str, what: VariantId) -> Result<Option<String>> {
        let holder = Holder::cart(key);
        let wanted = [Wanted::new(what, 1)];
        let write = |tx: &Tx| reserve(tx, &holder, &wanted, Some(NOON), NOON);
        self.market.ctx.customers.db.write(write).await?;
        Ok(None)
    }
}
