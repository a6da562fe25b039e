//! The way in and out: first set-up, password, second factor, sessions.

use std::net::IpAddr;

use kit::db::Tx;
use kit::{Error, Result, Time};
use serde_json::json;

use super::authority::{Actor, Staff};
use super::{
    Account, AttemptId, NewAccount, Session, SessionId, Status, Token, audit, passwords, rules,
    second_factor, store, store_sessions,
};
use crate::Ctx;

const USER_AGENT_BYTES_MAX: usize = 300;

/// Where a request came from.
#[derive(Clone, Debug)]
pub struct Visit {
    pub ip: IpAddr,
    pub user_agent: String,
    pub request_id: String,
}

/// A new session: `token` goes into the browser's cookie.
#[derive(Clone, Debug)]
pub struct Entry {
    pub token: Token,
    pub next: Next,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    SignedIn,
    /// The code of the second factor is still owed: [`enter_code`].
    Code,
}

/// Whether the first owner exists.
pub async fn is_set_up(ctx: &Ctx) -> Result<bool> {
    ctx.db.read(store::owner_seat_is_taken).await
}

/// Makes the first owner and signs them in.
///
/// # Errors
/// `already_set_up`, for everyone but the first.
pub async fn set_up_owner(
    ctx: &Ctx,
    name: &str,
    email: &str,
    password: String,
    visit: &Visit,
) -> Result<Entry> {
    let now = ctx.clock.now();
    let new = NewAccount::checked(name, email, super::Role::Owner)?;
    rules::check_password(&password, &new.email, &new.name)?;
    let password_hash = passwords::hash(password).await?;
    let account = new.into_account(now, Status::Active);
    let token = Token::random()?;
    ctx.db
        .write(|tx| {
            if !store::take_owner_seat(tx, now)? {
                return Err(Error::conflict(
                    "already_set_up",
                    "The first owner exists already: sign in, or ask them for an invitation.",
                ));
            }
            store::insert(tx, &account, Some(&password_hash))?;
            let actor = actor_of(&account, &visit.request_id);
            let subject = account.id.to_string();
            audit::record(tx, now, &actor, "desk_set_up", &subject, &json!({}))?;
            enter(tx, now, &account, visit, &token, Next::SignedIn)
        })
        .await?;
    Ok(Entry { token, next: Next::SignedIn })
}

/// Checks a password and opens a session, which replaces the browser's `old` one.
///
/// # Errors
/// `wrong_credentials` whatever was wrong; `too_many` with the seconds to wait.
pub async fn sign_in(
    ctx: &Ctx,
    email: &str,
    password: String,
    old: Option<&Token>,
    visit: &Visit,
) -> Result<Entry> {
    let now = ctx.clock.now();
    let attempt = Attempt::begin(ctx, now, email, visit).await?;
    let found = ctx.db.read(|tx| account_and_hash(tx, &attempt.email_folded)).await?;
    let (account, password_hash) = found.unzip();
    let is_right = passwords::verify(password, password_hash.flatten()).await?;
    let account = account.filter(|account| is_right && account.status == Status::Active);
    let Some(account) = account else {
        return Err(wrong_credentials());
    };
    let next = if account.totp_on_at.is_some() { Next::Code } else { Next::SignedIn };
    let token = Token::random()?;
    ctx.db
        .write(|tx| {
            match next {
                Next::SignedIn => attempt.succeed(tx)?,
                Next::Code => store_sessions::set_attempt_half(tx, attempt.id)?,
            }
            if let Some(session) = find_live(tx, now, old)? {
                store_sessions::delete(tx, session.account_id, session.id)?;
            }
            enter(tx, now, &account, visit, &token, next)
        })
        .await?;
    Ok(Entry { token, next })
}

fn wrong_credentials() -> Error {
    Error::unauthorized("wrong_credentials", "The e-mail address or the password is wrong.")
}

fn account_and_hash(tx: &Tx, email_folded: &str) -> Result<Option<(Account, Option<String>)>> {
    let Some(id) = store::find_by_email(tx, email_folded)? else { return Ok(None) };
    Ok(Some((store::find(tx, id)?, store::find_proofs(tx, id)?.password_hash)))
}

/// Whether `token` is a session that still owes its code.
pub async fn owes_code(ctx: &Ctx, token: &Token) -> Result<bool> {
    let now = ctx.clock.now();
    let session = ctx.db.read(|tx| find_live(tx, now, Some(token))).await?;
    Ok(session.is_some_and(|session| session.is_pending))
}

/// The second step: a code of the authenticator or a recovery code, for the pending session `token`.
///
/// # Errors
/// `sign_in_again`, where the session is gone; `wrong_code`; `too_many`.
pub async fn enter_code(ctx: &Ctx, token: &Token, code: &str, visit: &Visit) -> Result<Entry> {
    let now = ctx.clock.now();
    let pending = ctx.db.read(|tx| find_live(tx, now, Some(token))).await?;
    let Some(pending) = pending.filter(|session| session.is_pending) else {
        return Err(Error::unauthorized("sign_in_again", "It took too long: sign in again."));
    };
    let account = ctx.db.read(|tx| store::find(tx, pending.account_id)).await?;
    let attempt = Attempt::begin(ctx, now, &account.email, visit).await?;
    let new = Token::random()?;
    ctx.db
        .write(|tx| {
            let account = store::find(tx, pending.account_id)?;
            let is_right = account.status == Status::Active
                && second_factor::accept(tx, &ctx.secrets, now, account.id, code)?;
            if !is_right {
                return Err(Error::unauthorized("wrong_code", "This code is wrong or used up."));
            }
            attempt.succeed(tx)?;
            // Also the guard against the same pending session being completed twice.
            if !store_sessions::delete(tx, account.id, pending.id)? {
                return Err(Error::unauthorized("sign_in_again", "Sign in again."));
            }
            enter(tx, now, &account, visit, &new, Next::SignedIn)
        })
        .await?;
    Ok(Entry { token: new, next: Next::SignedIn })
}

/// Who holds this token, if anybody still does. Their role is read anew, so that a change counts at once.
pub async fn recognise(
    ctx: &Ctx,
    token: &Token,
    request_id: &str,
) -> Result<Option<(Staff, Account)>> {
    let now = ctx.clock.now();
    let found = ctx
        .db
        .read(|tx| {
            let Some(session) = find_live(tx, now, Some(token))? else { return Ok(None) };
            let account = store::find_maybe(tx, session.account_id)?;
            Ok(account.map(|account| (session, account)))
        })
        .await?;
    let Some((session, account)) = found else { return Ok(None) };
    if session.is_pending || account.status != Status::Active {
        return Ok(None);
    }
    if now.since(session.seen_at) >= rules::SEEN_EVERY {
        ctx.db.write(|tx| store_sessions::set_seen(tx, session.id, now)).await?;
    }
    let staff = Staff { actor: actor_of(&account, request_id), session_id: Some(session.id) };
    Ok(Some((staff, account)))
}

/// Ends the session of this browser.
pub async fn sign_out(ctx: &Ctx, staff: &Staff) -> Result<()> {
    let (Some(account_id), Some(id)) = (staff.actor.account_id, staff.session_id) else {
        return Ok(());
    };
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            store_sessions::delete(tx, account_id, id)?;
            let subject = account_id.to_string();
            audit::record(tx, now, &staff.actor, "account_signed_out", &subject, &json!({}))
        })
        .await
}

/// One's own sessions, the newest first; and which of them this is.
pub async fn list_sessions(ctx: &Ctx, staff: &Staff) -> Result<(Vec<Session>, Option<SessionId>)> {
    let account_id = staff.account_id()?;
    let now = ctx.clock.now();
    let mut sessions = ctx.db.read(|tx| store_sessions::list(tx, account_id)).await?;
    sessions.retain(|s| rules::session_is_live(now, s.created_at, s.seen_at));
    Ok((sessions, staff.session_id))
}

/// Signs one of one's own browsers out.
pub async fn end_session(ctx: &Ctx, staff: &Staff, id: SessionId) -> Result<()> {
    let account_id = staff.account_id()?;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            if !store_sessions::delete(tx, account_id, id)? {
                return Err(Error::not_found(format!("session {id}")));
            }
            audit::record(tx, now, &staff.actor, "session_ended", &id.to_string(), &json!({}))
        })
        .await
}

/// Signs all of one's other browsers out; how many.
pub async fn end_other_sessions(ctx: &Ctx, staff: &Staff) -> Result<u64> {
    let account_id = staff.account_id()?;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let ended = store_sessions::delete_others(tx, account_id, staff.session_id)?;
            let subject = account_id.to_string();
            let detail = json!({ "ended": ended });
            audit::record(tx, now, &staff.actor, "sessions_ended", &subject, &detail)?;
            Ok(ended)
        })
        .await
}

/// Sets a new password; every other browser must sign in again.
///
/// # Errors
/// `wrong_password`; `too_many`; those of [`rules::check_password`].
pub async fn change_password(
    ctx: &Ctx,
    staff: &Staff,
    old: String,
    new: String,
    visit: &Visit,
) -> Result<()> {
    let account = prove_password(ctx, staff, old, visit).await?;
    rules::check_password(&new, &account.email, &account.name)?;
    let password_hash = passwords::hash(new).await?;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            store::set_password(tx, account.id, &password_hash)?;
            store::delete_password_links(tx, account.id)?;
            store_sessions::delete_others(tx, account.id, staff.session_id)?;
            let subject = account.id.to_string();
            audit::record(tx, now, &staff.actor, "password_changed", &subject, &json!({}))
        })
        .await
}

/// Asks for the password again before something that a stolen session must not do.
pub(super) async fn prove_password(
    ctx: &Ctx,
    staff: &Staff,
    password: String,
    visit: &Visit,
) -> Result<Account> {
    let now = ctx.clock.now();
    let account_id = staff.account_id()?;
    let account = ctx.db.read(|tx| store::find(tx, account_id)).await?;
    let attempt = Attempt::begin(ctx, now, &account.email, visit).await?;
    let proofs = ctx.db.read(|tx| store::find_proofs(tx, account_id)).await?;
    if !passwords::verify(password, proofs.password_hash).await? {
        return Err(Error::bad_input("wrong_password", "This is not your present password."));
    }
    ctx.db.write(|tx| attempt.succeed(tx)).await?;
    Ok(account)
}

pub(super) fn actor_of(account: &Account, request_id: &str) -> Actor {
    Actor {
        account_id: Some(account.id),
        name: account.name.clone(),
        role: account.role,
        request_id: request_id.to_owned(),
    }
}

/// Opens a session in the transaction that proved who it is.
pub(super) fn enter(
    tx: &Tx,
    now: Time,
    account: &Account,
    visit: &Visit,
    token: &Token,
    next: Next,
) -> Result<()> {
    store_sessions::delete_dead(tx, now)?;
    store_sessions::delete_old_attempts(tx, now)?;
    let session = Session {
        id: SessionId::new(now),
        account_id: account.id,
        is_pending: next == Next::Code,
        created_at: now,
        seen_at: now,
        ip: visit.ip.to_canonical().to_string(),
        user_agent: shortened(&visit.user_agent),
    };
    store_sessions::insert(tx, &session, &token.hash())?;
    if next == Next::SignedIn {
        store_sessions::set_signed_in(tx, account.id, now)?;
        let actor = actor_of(account, &visit.request_id);
        let detail = json!({ "ip": session.ip });
        audit::record(tx, now, &actor, "account_signed_in", &account.id.to_string(), &detail)?;
    }
    Ok(())
}

fn shortened(user_agent: &str) -> String {
    let end = user_agent.floor_char_boundary(USER_AGENT_BYTES_MAX);
    user_agent[..end].to_owned()
}

fn find_live(tx: &Tx, now: Time, token: Option<&Token>) -> Result<Option<Session>> {
    let Some(token) = token else { return Ok(None) };
    let session = store_sessions::find_by_token(tx, &token.hash())?;
    Ok(session.filter(|s| {
        let in_time = !s.is_pending || now.since(s.created_at) < rules::SECOND_FACTOR_WITHIN;
        in_time && rules::session_is_live(now, s.created_at, s.seen_at)
    }))
}

/// A guess that was admitted and counts as failed until it is proved right.
struct Attempt {
    id: AttemptId,
    email_folded: String,
    network: String,
}

impl Attempt {
    /// Admits or refuses, and counts, in one transaction: guesses in parallel cannot slip through together.
    async fn begin(ctx: &Ctx, now: Time, email: &str, visit: &Visit) -> Result<Attempt> {
        let email_folded = kit::text::fold(&rules::check_email(email)?);
        let network = rules::network(visit.ip);
        let id = ctx
            .db
            .write(|tx| {
                store::lock_by_email(tx, &email_folded)?;
                // Strangers who guess from elsewhere must not lock somebody out of their usual place.
                let is_known = store_sessions::is_known_place(tx, now, &email_folded, &network)?;
                let here = is_known.then_some(network.as_str());
                let by_account = store_sessions::failures_of_account(tx, now, &email_folded, here)?;
                let by_network = store_sessions::failures_of_network(tx, now, &network)?;
                rules::admit(now, by_account, by_network)?;
                store_sessions::insert_attempt(tx, now, &email_folded, &network)
            })
            .await?;
        Ok(Attempt { id, email_folded, network })
    }

    fn succeed(&self, tx: &Tx) -> Result<()> {
        store_sessions::set_attempt_ok(tx, self.id, &self.email_folded, &self.network)
    }
}
