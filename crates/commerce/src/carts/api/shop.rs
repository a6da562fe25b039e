//! What a browser asks of its cart.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use kit::qr::Qr;
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::super::code::Code;
use super::super::limits::Deed;
use super::super::priced::{Wanted, priced};
use super::super::session::Session;
use super::super::visit::Visit;
use super::super::{ChangeId, Scope, act, claim, live, of_leaves, states};
use super::Shop;
use super::shown::{Shown, ShownStates};
use super::wish::{NewChange, NewRestore, change_of, json_of, key_of};

/// Of the keys of browsers: as nobody else may guess one, it tells that a change came again.
const KEY_LENGTH_MIN: usize = 16;
const PAGE_LENGTH_MAX: usize = 1_000;

/// A cart with the session to keep.
#[derive(Serialize)]
pub struct Answer {
    #[serde(flatten)]
    shown: Shown,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<String>,
}

fn shown(tx: &Tx, scope: &Scope) -> Result<Shown> {
    Ok(Shown::to_visitor(of_leaves(tx, &scope.leaves(tx)?)?.as_ref()))
}

/// A browser that has put nothing in has no cart; so has one that only claims to be somebody.
pub async fn show_cart(
    With(shop): With<Shop>,
    visit: Visit,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Shown>> {
    visit.count(&shop, Deed::Read)?;
    let read = |tx: &Tx| {
        let Some(scope) = visit.scope(tx)? else { return Ok(Shown::to_visitor(None)) };
        let cart = of_leaves(tx, &scope.leaves(tx)?)?;
        let door = Some(visit.door.channel.id);
        let price = |cart| priced(&shop.ctx, tx, cart, scope.own, door, &wanted);
        let priced = cart.as_ref().filter(|_| wanted.quote).map(price).transpose()?;
        Ok(Shown::to_visitor(cart.as_ref()).with(priced))
    };
    Ok(Json(shop.ctx.customers.db.read(read).await?))
}

pub async fn follow_cart(With(shop): With<Shop>, visit: Visit) -> Result<Response> {
    visit.count(&shop, Deed::Read)?;
    live::follow(shop, visit).await
}

pub async fn list_states(With(shop): With<Shop>, visit: Visit) -> Result<Json<ShownStates>> {
    visit.count(&shop, Deed::Read)?;
    let read = |tx: &Tx| match visit.scope(tx)? {
        Some(scope) => states(tx, &scope.leaves(tx)?),
        None => Ok(Vec::new()),
    };
    let states = shop.ctx.customers.db.read(read).await?;
    Ok(Json(ShownStates::to_visitor(&states)))
}

pub async fn change_cart(
    With(shop): With<Shop>,
    visit: Visit,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>> {
    visit.count(&shop, Deed::Change)?;
    let new: NewChange = json_of(&body)?;
    let key = browsers_key(&headers, new.key.as_ref())?;
    let (ctx, actor, now) = (&shop.ctx, visit.actor(), visit.now);
    let write = |tx: &Tx| {
        let (scope, session) = visit.begin(tx, new.anonymous_id.as_deref(), &key)?;
        let change = change_of(tx, &new, &key)?;
        let changed = act::change_in(ctx, tx, &actor, &scope, &change, now)?;
        Ok((changed, shown(tx, &scope)?, session))
    };
    let (changed, shown, session) = ctx.customers.db.write(write).await?;
    let change = Some(changed.learn(ctx));
    Ok(Json(Answer { shown, change, session: reveal(&shop, &visit, session)? }))
}

pub async fn restore_cart(
    With(shop): With<Shop>,
    visit: Visit,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Answer>> {
    visit.count(&shop, Deed::Change)?;
    let new: NewRestore = json_of(&body)?;
    let key = browsers_key(&headers, new.key.as_ref())?;
    let (ctx, actor, now, to) = (&shop.ctx, visit.actor(), visit.now, new.to()?);
    let write = |tx: &Tx| {
        let scope = visit.scope(tx)?.ok_or_else(no_cart)?;
        let changed = act::restore(ctx, tx, &actor, &scope, to, &key, now)?;
        Ok((changed, shown(tx, &scope)?))
    };
    let (changed, shown) = ctx.customers.db.write(write).await?;
    Ok(Json(Answer { shown, change: Some(changed.learn(ctx)), session: None }))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct NewCode {
    /// The page of the shop that the QR code opens; without one it holds the code alone.
    page: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldCode {
    code: String,
    /// What the QR code holds: the page with the code behind `#cart=`, or the code.
    link: String,
    qr: Qr,
    expires_at: Time,
}

pub async fn create_code(
    With(shop): With<Shop>,
    visit: Visit,
    body: Bytes,
) -> Result<(StatusCode, Json<ToldCode>)> {
    visit.count(&shop, Deed::Code)?;
    let new: NewCode = if body.is_empty() { NewCode::default() } else { json_of(&body)? };
    let page = new.page.map(|page| page_of(&page)).transpose()?;
    let (ctx, now) = (&shop.ctx, visit.now);
    let write = |tx: &Tx| {
        let scope = visit.scope(tx)?.ok_or_else(no_cart)?;
        if of_leaves(tx, &scope.leaves(tx)?)?.is_none() {
            return Err(no_cart());
        }
        claim::make(ctx, tx, &scope, now)
    };
    let made = ctx.customers.db.write(write).await?;
    // Behind a `#` it stays in the browser, out of the logs of servers.
    let link = page
        .map_or_else(|| made.code.to_string(), |page| format!("{page}#cart={}", made.code.plain()));
    let (code, expires_at) = (made.code.to_string(), made.expires_at);
    let told = ToldCode { code, qr: Qr::of(&link)?, link, expires_at };
    Ok((StatusCode::CREATED, Json(told)))
}

fn page_of(page: &str) -> Result<String> {
    let is_web = page.starts_with("https://") || page.starts_with("http://");
    if !is_web || page.len() > PAGE_LENGTH_MAX || page.chars().any(char::is_control) {
        let detail = format!("`page` is an address of at most {PAGE_LENGTH_MAX} characters.");
        return Err(Error::bad_input("bad_page", detail));
    }
    Ok(page.split('#').next().unwrap_or_default().to_string())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NewClaim {
    /// As it was typed or scanned.
    code: String,
    anonymous_id: Option<String>,
}

/// What a code opened.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Claimed {
    /// To a browser: its own cart with the one that was handed over.
    Browser(Answer),
    /// To a till: whose cart it is.
    Till {
        #[serde(flatten)]
        shown: Shown,
        customer: customers::identities::CustomerId,
    },
}

pub async fn claim_cart(
    With(shop): With<Shop>,
    visit: Visit,
    body: Bytes,
) -> Result<Json<Claimed>> {
    visit.may_guess(&shop)?;
    let new: NewClaim = json_of(&body)?;
    let claimed = match Code::parse(&new.code) {
        Some(code) if visit.door.trusted => look(&shop, &visit, &code).await,
        Some(code) => take(&shop, &visit, &new, &code).await,
        None => Err(claim::unknown()),
    };
    if claimed.as_ref().is_err_and(Error::is_not_found) {
        visit.guessed_wrong(&shop)?;
    }
    claimed.map(Json)
}

async fn look(shop: &Shop, visit: &Visit, code: &Code) -> Result<Claimed> {
    let ctx = &shop.ctx;
    let write = |tx: &Tx| {
        let found = claim::look(ctx, tx, code, visit.now)?;
        let (customer, reach) = found.ok_or_else(claim::unknown)?;
        let scope = Scope { own: reach, handed: None };
        let cart = of_leaves(tx, &scope.leaves(tx)?)?;
        Ok(Claimed::Till { shown: Shown::to_server(cart.as_ref()), customer })
    };
    ctx.customers.db.write(write).await
}

async fn take(shop: &Shop, visit: &Visit, new: &NewClaim, code: &Code) -> Result<Claimed> {
    let ctx = &shop.ctx;
    let write = |tx: &Tx| {
        let session = visit.take_over(ctx, tx, new.anonymous_id.as_deref(), code)?;
        let scope = visit.with(session).scope(tx)?.ok_or_else(no_cart)?;
        Ok((shown(tx, &scope)?, session))
    };
    let (shown, session) = ctx.customers.db.write(write).await?;
    let session = reveal(shop, visit, Some(session))?;
    Ok(Claimed::Browser(Answer { shown, change: None, session }))
}

fn reveal(shop: &Shop, visit: &Visit, session: Option<Session>) -> Result<Option<String>> {
    let keys = &shop.ctx.customers.secrets;
    session.map(|session| session.reveal(keys, visit.door.channel.id)).transpose()
}

pub fn browsers_key(headers: &HeaderMap, key: Option<&String>) -> Result<String> {
    let key = key_of(headers, key);
    if key.len() >= KEY_LENGTH_MIN {
        return Ok(key);
    }
    let detail = format!(
        "Send a key of at least {KEY_LENGTH_MIN} characters, new for each change (a UUID does): in \
         the header Idempotency-Key or as `key`."
    );
    Err(Error::bad_input("bad_key", detail))
}

pub fn no_cart() -> Error {
    Error::not_found("cart of this browser")
}
