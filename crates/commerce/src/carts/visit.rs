//! Who asks for a cart: by which door, from where, and what they can prove.
//!
//! A browser comes with the public *write key*, which everybody can read in the page: that alone shows nothing. With its
//! first change it is given a *session*, signed by us, which shows what this browser put in, and nothing else of the
//! person. Whoever the shop's server vouches for by a *token* sees the whole cart. Somebody who only says who they are
//! (`identify` with the write key) makes their device part of the account's customer, so that nothing is lost; they do not
//! see that account's cart.

use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use customers::channels::Door;
use customers::context::api::door_of;
use customers::identities::link::{self, Brought};
use customers::identities::normal::normalise;
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use kit::{Error, Result, Time, Tx};

use super::api::Shop;
use super::code::Code;
use super::limits::{Deed, name_of};
use super::session::{Handed, Session};
use super::{Actor, Reach, Role, Scope, claim, store};
use crate::Ctx;

/// Knows the words of the shop's servers, and where requests come from: whoever puts the product together does.
pub trait Vouching: Send + Sync {
    /// The account for which a token vouches at this door.
    fn account<'a>(
        &'a self,
        door: &'a Door,
        token: &'a str,
    ) -> Pin<Box<dyn Future<Output = Result<String>> + Send + 'a>>;

    fn address(&self, parts: &Parts) -> Option<IpAddr>;
}

pub type Visitors = Arc<dyn Vouching>;

pub struct Visit {
    pub door: Door,
    pub session: Option<Session>,
    /// Who it is, by the word of the shop's server, or because they have proven it: an account, an address.
    pub account: Option<Identity>,
    pub from: Option<IpAddr>,
    pub now: Time,
}

impl FromRequestParts<Shop> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, shop: &Shop) -> Result<Visit> {
        let (customers, headers) = (&shop.ctx.customers, &parts.headers);
        let door = door_of(customers, headers).await?;
        may_sell(&door)?;
        let session = match text(headers, "onedoor-cart") {
            Some(text) => Some(Session::read(&customers.secrets, door.channel.id, text)?),
            None => None,
        };
        let account = match text(headers, "onedoor-token") {
            Some(token) => Some(account_identity(&shop.visitors.account(&door, token).await?)),
            None => None,
        };
        let from = shop.visitors.address(parts);
        Ok(Visit { door, session, account, from, now: customers.clock.now() })
    }
}

impl Visit {
    /// A browser at a page of ours. A session that is not (or no longer) good is none: the page begins anew.
    pub fn of_page(
        shop: &Shop,
        door: Door,
        session: Option<&str>,
        account: Option<Identity>,
        from: Option<IpAddr>,
    ) -> Result<Visit> {
        may_sell(&door)?;
        let customers = &shop.ctx.customers;
        let read = |text: &str| Session::read(&customers.secrets, door.channel.id, text).ok();
        let session = session.and_then(read);
        Ok(Visit { door, session, account, from, now: customers.clock.now() })
    }

    /// What the browser keeps of a session.
    pub fn reveal(&self, shop: &Shop, session: Session) -> Result<String> {
        session.reveal(&shop.ctx.customers.secrets, self.door.channel.id)
    }

    /// Under which name somebody is counted at this door.
    pub fn counted(&self) -> String {
        let who = match (&self.account, &self.session) {
            (Some(account), _) => account.to_string(),
            (None, Some(session)) => session.own.to_string(),
            (None, None) => return self.address(),
        };
        format!("{}/{who}", self.door.channel.id)
    }

    pub fn count(&self, shop: &Shop, deed: Deed) -> Result<()> {
        let is_known = self.account.is_some() || self.session.is_some();
        let deed = if deed == Deed::Change && !is_known { Deed::First } else { deed };
        shop.limits.take(deed, &self.counted(), self.now)
    }

    /// Refuses to open another code from where too many were wrong.
    pub fn may_guess(&self, shop: &Shop) -> Result<()> {
        shop.limits.check(Deed::WrongCode, &self.address(), self.now)
    }

    /// Counts a code that opened nothing.
    pub fn guessed_wrong(&self, shop: &Shop) -> Result<()> {
        shop.limits.take(Deed::WrongCode, &self.address(), self.now)
    }

    fn address(&self) -> String {
        format!("{}/{}", self.door.channel.id, name_of(self.from))
    }

    pub fn actor(&self) -> Actor {
        Actor { role: Role::Customer, name: None, door: self.door.clone() }
    }

    /// What this visitor may see; `None` where nothing is proven, or nothing is there.
    pub fn scope(&self, tx: &Tx) -> Result<Option<Scope>> {
        let account = self.account.as_ref();
        let known = account.map_or(Ok(None), |account| identities::leaf_maybe(tx, account))?;
        Ok(self.scope_of(known, self.session))
    }

    /// The leaves of whoever this is. What was handed to them is the other's cart, and nothing else of theirs.
    pub fn own_leaves(&self, tx: &Tx) -> Result<Vec<CustomerId>> {
        match self.scope(tx)? {
            Some(scope) => Scope { handed: None, ..scope }.leaves(tx),
            None => Ok(Vec::new()),
        }
    }

    /// This one, with another session.
    #[must_use]
    pub fn with(&self, session: Session) -> Visit {
        let (door, account) = (self.door.clone(), self.account.clone());
        Visit { door, session: Some(session), account, from: self.from, now: self.now }
    }

    fn scope_of(&self, account: Option<CustomerId>, session: Option<Session>) -> Option<Scope> {
        let part = |leaf| Reach { leaf, is_whole: false };
        let handed = session.and_then(|session| session.handed);
        let handed = handed.filter(|handed| self.now < handed.until).map(|handed| handed.reach);
        match (account, session) {
            // What this browser put in before is shown too, whether or not it has been joined yet.
            (Some(leaf), session) => {
                let own = Reach { leaf, is_whole: true };
                let handed = handed.or(session.map(|session| part(session.own)));
                Some(Scope { own, handed })
            }
            (None, Some(session)) => Some(Scope { own: part(session.own), handed }),
            (None, None) => None,
        }
    }

    /// What this visitor changes. Whoever has no session yet is given one, which stands for the page's own device, unless
    /// that has a cart already: knowing its id makes nobody its owner.
    pub fn begin(
        &self,
        tx: &Tx,
        anonymous_id: Option<&str>,
        key: &str,
    ) -> Result<(Scope, Option<Session>)> {
        let account = match &self.account {
            Some(account) => Some(self.find_or_make(tx, account, true)?),
            None => None,
        };
        let session = match (self.session, anonymous_id) {
            (Some(session), _) => Some(session),
            (None, Some(id)) => Some(Session { own: self.device(tx, id, key)?, handed: None }),
            (None, None) => None,
        };
        if let (Some(account), Some(session)) = (account, session) {
            self.join(tx, account, session.own)?;
        }
        let scope = self.scope_of(account, session).ok_or_else(|| {
            Error::bad_input(
                "bad_anonymous_id",
                "Send `anonymousId` with the first change: the id of the browser's device.",
            )
        })?;
        Ok((scope, session))
    }

    /// The session of a browser that brings the code of another cart, and sees that one too from now on.
    pub fn take_over(
        &self,
        ctx: &Ctx,
        tx: &Tx,
        anonymous_id: Option<&str>,
        code: &Code,
    ) -> Result<Session> {
        let (_, session) = self.begin(tx, anonymous_id, code.plain())?;
        let session = session.ok_or_else(|| {
            let detail = "Send `anonymousId`: a cart is handed to a browser.";
            Error::bad_input("bad_anonymous_id", detail)
        })?;
        let reach = claim::take(ctx, tx, code, session.own, self.now)?;
        let reach = reach.ok_or_else(claim::unknown)?;
        let handed = Handed { reach, until: self.now.plus(claim::HANDED_LIFE) };
        // A browser that takes its own cart sees it already.
        let handed = Some(handed).filter(|handed| handed.reach.leaf != session.own);
        Ok(Session { handed, ..session })
    }

    /// The shop's server says whose browser this is: it is the account's from now on, if the rules allow.
    fn join(&self, tx: &Tx, account: CustomerId, device: CustomerId) -> Result<()> {
        if graph::root(tx, account)? == graph::root(tx, device)? {
            return Ok(());
        }
        let brought = Brought { channel: self.door.channel.id, trusted: true, now: self.now };
        let held = identities::list(tx, &[device])?;
        for held in held.into_iter().filter(|held| held.kind == Kind::DEVICE) {
            link::login(tx, account, &Identity::new(held.kind, held.value), brought)?;
        }
        Ok(())
    }

    /// The leaf of the page's own device; of another, where somebody has a cart with that one. A change that is sent again
    /// because our answer got lost finds the device that it began with: only its sender knows its key.
    fn device(&self, tx: &Tx, anonymous_id: &str, key: &str) -> Result<CustomerId> {
        let bad = |why| Error::bad_input("bad_anonymous_id", format!("`anonymousId`: {why}."));
        let device = normalise(&Kind::DEVICE, anonymous_id, None).map_err(bad)?;
        let device = Identity::new(Kind::DEVICE, device);
        if let Some(leaf) = identities::leaf_maybe(tx, &device)?
            && store::has_changed(tx, leaf)?
            && store::change_of_key_maybe(tx, &[leaf], key)?.is_none()
        {
            return self.find_or_make(
                tx,
                &Identity::new(Kind::DEVICE, format!("cart:{key}")),
                false,
            );
        }
        self.find_or_make(tx, &device, false)
    }

    fn find_or_make(&self, tx: &Tx, identity: &Identity, verified: bool) -> Result<CustomerId> {
        if let Some(leaf) = identities::leaf_maybe(tx, identity)? {
            return Ok(leaf);
        }
        let (channel, now) = (self.door.channel.id, self.now);
        let leaf = CustomerId::new(now);
        if identities::insert_new(tx, &[(identity, leaf)], verified, channel, now)? == 1 {
            identities::insert_leaves(tx, &[leaf], channel, now)?;
            return Ok(leaf);
        }
        // Another server met it at the same moment.
        let holder = identities::leaf_maybe(tx, identity)?;
        holder.ok_or_else(|| Error::internal("an identity went away while it was read"))
    }
}

/// Of an account of the shop's server.
pub fn account_identity(account: &str) -> Identity {
    Identity::new(Kind::USER_ID, account)
}

pub fn may_sell(door: &Door) -> Result<()> {
    if door.channel.sell {
        return Ok(());
    }
    Err(Error::forbidden(
        "door_does_not_sell",
        "Sales do not pass through this door. The page Doors of the desk can change that.",
    ))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().filter(|text| !text.is_empty())
}
