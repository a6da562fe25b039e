//! Who is at the shop's pages: [`Shopper`], in every handler.

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, HOST, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use axum::response::{IntoResponse, Response};
use commerce::carts::{self, Deed, Scope, Visit};
use commerce::{Ctx, orders};
use customers::channels::{self, ChannelId, ChannelKind, Door};
use customers::identities::Identity;
use engage::connectors::chat;
use engage::proofs::{self, ProofId};
use kit::i18n::{Lang, Tr};
use kit::money::{Currency, Money};
use kit::{Error, Result, Tx};

use super::{Front, cookies};
use crate::desk::cookies as all;

/// Between the parts of a signed cookie.
const MARK: char = '.';
const PURPOSE: &str = "shop account";

pub struct Shopper {
    pub front: Front,
    pub tr: Tr,
    pub visit: Visit,
    /// What the widget calls this browser.
    pub device: Option<String>,
    /// What the shop's server signed, for the widget.
    pub token: Option<String>,
    /// A code was sent, and is waited for.
    pub asked: Option<ProofId>,
    /// How the browser reached us.
    pub own_url: String,
    /// The path of this request, without the query.
    pub path: String,
    query: String,
}

pub fn tr(front: &Front, parts: &Parts) -> Tr {
    let headers = &parts.headers;
    let chosen = parts.uri.query().and_then(super::guard::chosen_lang);
    let kept = || all::read(headers, all::LANG).and_then(Lang::parse);
    let asked = || Lang::from_accept_language(text(headers, ACCEPT_LANGUAGE));
    let lang = chosen.or_else(kept).or_else(asked).unwrap_or_default();
    Tr::new(&front.app.catalogue, lang, front.app.zone.clone())
}

fn text(headers: &HeaderMap, name: HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The door to which these pages belong: the oldest web door through which sales pass.
async fn door(front: &Front) -> Result<Door> {
    let doors = front.app.ctx.db.read(channels::store::list).await?;
    let open = doors.into_iter().filter(|door| door.kind == ChannelKind::Web && door.sell);
    let open = open.filter(|door| door.disabled_at.is_none());
    let oldest = open.min_by_key(|door| (door.created_at, door.id));
    let channel = oldest.ok_or_else(|| Error::not_found("web shop that sells"))?;
    Ok(Door { channel: channel.into(), trusted: false })
}

impl FromRequestParts<Front> for Shopper {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, front: &Front) -> Result<Shopper> {
        let headers = &parts.headers;
        let door = door(front).await?;
        let token = all::read(headers, cookies::TOKEN).map(str::to_owned);
        let account = account(front, &door, headers, token.as_deref()).await?;
        let session = all::read(headers, cookies::CART);
        let from = chat::address(parts);
        let visit = Visit::of_page(&front.shop, door, session, account, from)?;
        let scheme = if front.app.https { "https" } else { "http" };
        Ok(Shopper {
            tr: tr(front, parts),
            device: all::read(headers, cookies::DEVICE).filter(|id| is_id(id)).map(str::to_owned),
            token: token.filter(|_| visit.account.is_some()),
            asked: all::read(headers, cookies::ASKED).and_then(|id| id.parse().ok()),
            own_url: format!("{scheme}://{}", text(headers, HOST)),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            front: front.clone(),
            visit,
        })
    }
}

fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Who has shown who they are. What was shown and does not hold any more is nothing.
async fn account(
    front: &Front,
    door: &Door,
    headers: &HeaderMap,
    token: Option<&str>,
) -> Result<Option<Identity>> {
    if let Some(token) = token
        && let Ok(account) = front.shop.visitors.account(door, token).await
    {
        return Ok(Some(carts::account_identity(&account)));
    }
    let Some(proof) = all::read(headers, cookies::ACCOUNT) else { return Ok(None) };
    let Some(proof) = opened(front, door.channel.id, proof)? else { return Ok(None) };
    let now = front.app.ctx.clock.now();
    front.app.ctx.db.read(|tx| proofs::standing_maybe(tx, proof, now)).await
}

/// A proof as the browser keeps it, good at this door only.
pub fn sealed(front: &Front, door: ChannelId, proof: ProofId) -> Result<String> {
    let signature = signature(front, door, proof)?;
    Ok(format!("{proof}{MARK}{signature}"))
}

fn opened(front: &Front, door: ChannelId, text: &str) -> Result<Option<ProofId>> {
    let Some((proof, given)) = text.split_once(MARK) else { return Ok(None) };
    let Ok(proof) = proof.parse() else { return Ok(None) };
    let is_ours = engage::connectors::http::is_same_secret(
        signature(front, door, proof)?.as_bytes(),
        given.as_bytes(),
    );
    Ok(is_ours.then_some(proof))
}

fn signature(front: &Front, door: ChannelId, proof: ProofId) -> Result<String> {
    let said = [door.0.as_slice(), proof.0.as_slice()].concat();
    let signed = front.app.ctx.secrets.signer(PURPOSE)?.sign(&said);
    Ok(signed.iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Shopper {
    pub fn ctx(&self) -> &Ctx {
        &self.front.shop.ctx
    }

    pub fn door(&self) -> ChannelId {
        self.visit.door.channel.id
    }

    pub fn currency(&self) -> Currency {
        self.ctx().customers.defaults.currency
    }

    pub fn money(&self, minor: i64) -> String {
        self.tr.money(Money::new(minor, self.currency()))
    }

    /// What the shop is called.
    pub fn shop_name(&self) -> &str {
        self.front.app.shop_name.as_deref().unwrap_or(&self.visit.door.channel.name)
    }

    pub fn count(&self, deed: Deed) -> Result<()> {
        self.visit.count(&self.front.shop, deed)
    }

    /// A value of the query string.
    pub fn query(&self, name: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(self.query.as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    pub fn queries(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.query.as_bytes()).into_owned().collect()
    }

    /// What this browser may see as its own: not what was handed to it.
    pub fn own(&self, tx: &Tx) -> Result<Option<Scope>> {
        Ok(self.visit.scope(tx)?.map(|scope| Scope { handed: None, ..scope }))
    }

    /// The group of customers whose prices they see.
    pub fn group(&self, tx: &Tx) -> Result<Option<String>> {
        let own = self.own(tx)?.map(|scope| scope.own);
        Ok(own.map(|own| orders::group(tx, own)).transpose()?.flatten())
    }

    /// Of a form: new for each time that it is shown.
    pub fn new_key(&self) -> String {
        kit::id::to_base32(kit::id::uuid_v7(self.visit.now))
    }

    /// The id of the device; a new one, where the widget has not told it.
    pub fn device(&self) -> String {
        self.device.clone().unwrap_or_else(|| self.new_key())
    }

    /// Goes on to another page, and leaves there what the browser shall keep.
    pub fn go(&self, to: &str, kept: Kept) -> Result<Response> {
        let mut response = axum::response::Redirect::to(to).into_response();
        let https = self.front.app.https;
        for (name, value) in kept.0 {
            response.headers_mut().append(SET_COOKIE, cookies::open(name, &value, https)?);
        }
        Ok(response)
    }
}

/// What a browser shall keep after a change.
#[derive(Default)]
pub struct Kept(Vec<(&'static str, String)>);

impl Kept {
    pub fn none() -> Kept {
        Kept::default()
    }

    /// The session that was begun, and the device for which it stands.
    pub fn session(session: Option<String>, device: String) -> Kept {
        let session = session.map(|session| (cookies::CART, session));
        Kept(session.into_iter().chain([(cookies::DEVICE, device)]).collect())
    }
}
