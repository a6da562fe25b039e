//! The SQL of sessions and of the attempts to get one.

use kit::db::{Row, Tx};
use kit::{Result, Time, params, sql};

use super::rules::{self, Failures};
use super::{AccountId, AttemptId, Session, SessionId};

fn session(row: &Row) -> Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        account_id: row.get(1)?,
        is_pending: row.get(2)?,
        created_at: row.get(3)?,
        seen_at: row.get(4)?,
        ip: row.get(5)?,
        user_agent: row.get(6)?,
    })
}

pub(super) fn insert(tx: &Tx, s: &Session, token_hash: &[u8; 32]) -> Result<()> {
    tx.exec(
        sql!(
            "insert into sessions (id, account_id, token_hash, is_pending, created_at, seen_at, ip,
                                   user_agent)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            s.id,
            s.account_id,
            token_hash,
            s.is_pending,
            s.created_at,
            s.seen_at,
            &s.ip,
            &s.user_agent
        ],
    )?;
    Ok(())
}

pub(super) fn find_by_token(tx: &Tx, token_hash: &[u8; 32]) -> Result<Option<Session>> {
    tx.one(
        sql!(
            "select id, account_id, is_pending, created_at, seen_at, ip, user_agent
             from sessions where token_hash = $1"
        ),
        params![token_hash],
        session,
    )
}

/// The newest first; a pending one is not yet a session to anybody but us.
pub(super) fn list(tx: &Tx, id: AccountId) -> Result<Vec<Session>> {
    tx.rows(
        sql!(
            "select id, account_id, is_pending, created_at, seen_at, ip, user_agent
             from sessions where account_id = $1 and is_pending = 0
             order by seen_at desc, id desc limit 100"
        ),
        params![id],
        session,
    )
}

pub(super) fn set_seen(tx: &Tx, id: SessionId, at: Time) -> Result<()> {
    tx.exec(sql!("update sessions set seen_at = $2 where id = $1"), params![id, at])?;
    Ok(())
}

/// Whether there was one of this account.
pub(super) fn delete(tx: &Tx, account_id: AccountId, id: SessionId) -> Result<bool> {
    let deleted = tx.exec(
        sql!("delete from sessions where id = $1 and account_id = $2"),
        params![id, account_id],
    )?;
    Ok(deleted == 1)
}

/// All but `keep`; how many.
pub(super) fn delete_others(
    tx: &Tx,
    account_id: AccountId,
    keep: Option<SessionId>,
) -> Result<u64> {
    tx.exec(
        sql!(
            "delete from sessions
             where account_id = $1 and (cast($2 as {blob}) is null or id <> $2)"
        ),
        params![account_id, keep],
    )
}

pub(super) fn delete_dead(tx: &Tx, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "delete from sessions
             where seen_at < $1 or created_at < $2 or (is_pending = 1 and created_at < $3)"
        ),
        params![
            now.minus(rules::SESSION_IDLE),
            now.minus(rules::SESSION_ABSOLUTE),
            now.minus(rules::SECOND_FACTOR_WITHIN)
        ],
    )?;
    Ok(())
}

pub(super) fn set_signed_in(tx: &Tx, id: AccountId, at: Time) -> Result<()> {
    tx.exec(sql!("update accounts set signed_in_at = $2 where id = $1"), params![id, at])?;
    Ok(())
}

// ---- attempts ----

/// Written before the password is looked at, so that a hundred guesses at a time count as a hundred.
pub(super) fn insert_attempt(
    tx: &Tx,
    at: Time,
    email_folded: &str,
    network: &str,
) -> Result<AttemptId> {
    let id = AttemptId::new(at);
    tx.exec(
        sql!(
            "insert into sign_in_attempts (id, at, email_folded, network, outcome)
             values ($1, $2, $3, $4, 'failed')"
        ),
        params![id, at, email_folded, network],
    )?;
    Ok(id)
}

/// Failures at this address of late: from anywhere, or from `network` alone.
pub(super) fn failures_of_account(
    tx: &Tx,
    now: Time,
    email_folded: &str,
    network: Option<&str>,
) -> Result<Failures> {
    let failures = tx.one(
        sql!(
            "select count(*), max(at) from sign_in_attempts
             where email_folded = $1 and outcome = 'failed' and at > $2
               and (cast($3 as text) is null or network = $3)"
        ),
        params![email_folded, now.minus(rules::ATTEMPTS_COUNT_FOR), network],
        failures,
    )?;
    Ok(failures.unwrap_or_default())
}

pub(super) fn failures_of_network(tx: &Tx, now: Time, network: &str) -> Result<Failures> {
    let failures = tx.one(
        sql!(
            "select count(*), max(at) from sign_in_attempts
             where network = $1 and outcome = 'failed' and at > $2"
        ),
        params![network, now.minus(rules::ATTEMPTS_COUNT_FOR)],
        failures,
    )?;
    Ok(failures.unwrap_or_default())
}

fn failures(row: &Row) -> Result<Failures> {
    Ok(Failures { count: row.get(0)?, last_at: row.get(1)? })
}

pub(super) fn is_known_place(
    tx: &Tx,
    now: Time,
    email_folded: &str,
    network: &str,
) -> Result<bool> {
    let ok = tx.one(
        sql!(
            "select id from sign_in_attempts
             where email_folded = $1 and outcome = 'ok' and at > $2 and network = $3 limit 1"
        ),
        params![email_folded, now.minus(rules::KNOWN_PLACE_FOR), network],
        |row| row.get::<AttemptId>(0),
    )?;
    Ok(ok.is_some())
}

/// The password was right, the second factor is still owed: neither a failure nor a success.
pub(super) fn set_attempt_half(tx: &Tx, id: AttemptId) -> Result<()> {
    tx.exec(sql!("update sign_in_attempts set outcome = 'half' where id = $1"), params![id])?;
    Ok(())
}

/// It was them: their own earlier failures from this network no longer count.
pub(super) fn set_attempt_ok(
    tx: &Tx,
    id: AttemptId,
    email_folded: &str,
    network: &str,
) -> Result<()> {
    tx.exec(sql!("update sign_in_attempts set outcome = 'ok' where id = $1"), params![id])?;
    tx.exec(
        sql!(
            "update sign_in_attempts set outcome = 'forgiven'
             where email_folded = $1 and outcome = 'failed' and network = $2"
        ),
        params![email_folded, network],
    )?;
    Ok(())
}

pub(super) fn delete_old_attempts(tx: &Tx, now: Time) -> Result<()> {
    tx.exec(
        sql!("delete from sign_in_attempts where at < $1"),
        params![now.minus(rules::KNOWN_PLACE_FOR)],
    )?;
    Ok(())
}
