//! All the SQL of staff accounts. The audit log has its own in `audit.rs`.

use kit::db::{Row, Tx};
use kit::{Result, Time, params, sql};

use super::rules;
use super::{Account, AccountId, Role, Status};

/// What proves that somebody is who they say. It never leaves the slice.
pub(super) struct Proofs {
    pub password_hash: Option<String>,
    pub totp_secret: Option<Vec<u8>>,
    pub totp_on_at: Option<Time>,
}

// ---- accounts ----

fn account(row: &Row) -> Result<Account> {
    Ok(Account {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        role: Role::parse(&row.get::<String>(3)?)?,
        status: Status::parse(&row.get::<String>(4)?)?,
        lang: row.get(5)?,
        theme: row.get(6)?,
        totp_on_at: row.get(7)?,
        created_at: row.get(8)?,
        signed_in_at: row.get(9)?,
    })
}

pub(super) fn list(tx: &Tx) -> Result<Vec<Account>> {
    tx.rows(
        sql!(
            "select id, email, name, role, status, lang, theme, totp_on_at, created_at, signed_in_at
             from accounts order by created_at, id limit 1000"
        ),
        params![],
        account,
    )
}

pub(super) fn find(tx: &Tx, id: AccountId) -> Result<Account> {
    find_maybe(tx, id)?.ok_or_else(|| kit::Error::not_found(format!("account {id}")))
}

pub(super) fn find_maybe(tx: &Tx, id: AccountId) -> Result<Option<Account>> {
    tx.one(
        sql!(
            "select id, email, name, role, status, lang, theme, totp_on_at, created_at, signed_in_at
             from accounts where id = $1"
        ),
        params![id],
        account,
    )
}

pub(super) fn find_by_email(tx: &Tx, email_folded: &str) -> Result<Option<AccountId>> {
    tx.one(sql!("select id from accounts where email_folded = $1"), params![email_folded], |row| {
        row.get(0)
    })
}

/// Makes those who guess at one account stand in line until this transaction ends.
pub(super) fn lock_by_email(tx: &Tx, email_folded: &str) -> Result<()> {
    tx.one(
        sql!("select id from accounts where email_folded = $1{for_update}"),
        params![email_folded],
        |_| Ok(()),
    )?;
    Ok(())
}

/// Whether it was inserted: not, where the address is taken.
pub(super) fn insert(tx: &Tx, a: &Account, password_hash: Option<&str>) -> Result<bool> {
    let inserted = tx.exec(
        sql!(
            "insert into accounts (id, email, email_folded, name, role, status, password_hash, lang,
                                   created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (email_folded) do nothing"
        ),
        params![
            a.id,
            &a.email,
            kit::text::fold(&a.email),
            &a.name,
            a.role.code(),
            a.status.code(),
            password_hash,
            a.lang.as_deref(),
            a.created_at
        ],
    )?;
    Ok(inserted == 1)
}

/// Whether the seat was free: it is taken once in the life of a database.
pub(super) fn take_owner_seat(tx: &Tx, at: Time) -> Result<bool> {
    let inserted = tx.exec(
        sql!(
            "insert into owner_seat (id, taken_at, changed_at) values (1, $1, $1)
             on conflict (id) do nothing"
        ),
        params![at],
    )?;
    Ok(inserted == 1)
}

/// Holds everybody else who would change an owner until this transaction ends.
pub(super) fn lock_owner_seat(tx: &Tx, at: Time) -> Result<()> {
    tx.exec(sql!("update owner_seat set changed_at = $1 where id = 1"), params![at])?;
    Ok(())
}

pub(super) fn owner_seat_is_taken(tx: &Tx) -> Result<bool> {
    let row =
        tx.one(sql!("select id from owner_seat where id = 1"), params![], |row| row.get::<i64>(0))?;
    Ok(row.is_some())
}

pub(super) fn count_active_owners(tx: &Tx) -> Result<i64> {
    let count = tx.one(
        sql!("select count(*) from accounts where role = 'owner' and status = 'active'"),
        params![],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

pub(super) fn set_role(tx: &Tx, id: AccountId, role: Role) -> Result<()> {
    tx.exec(sql!("update accounts set role = $2 where id = $1"), params![id, role.code()])?;
    Ok(())
}

pub(super) fn set_status(tx: &Tx, id: AccountId, status: Status) -> Result<()> {
    tx.exec(sql!("update accounts set status = $2 where id = $1"), params![id, status.code()])?;
    Ok(())
}

pub(super) fn set_preferences(
    tx: &Tx,
    id: AccountId,
    lang: Option<&str>,
    theme: Option<&str>,
) -> Result<()> {
    tx.exec(
        sql!(
            "update accounts set lang = coalesce($2, lang), theme = coalesce($3, theme)
             where id = $1"
        ),
        params![id, lang, theme],
    )?;
    Ok(())
}

// ---- passwords and second factors ----

pub(super) fn find_proofs(tx: &Tx, id: AccountId) -> Result<Proofs> {
    tx.one(
        sql!("select password_hash, totp_secret, totp_on_at from accounts where id = $1"),
        params![id],
        |row| {
            Ok(Proofs {
                password_hash: row.get(0)?,
                totp_secret: row.get(1)?,
                totp_on_at: row.get(2)?,
            })
        },
    )?
    .ok_or_else(|| kit::Error::not_found(format!("account {id}")))
}

pub(super) fn set_password(tx: &Tx, id: AccountId, password_hash: &str) -> Result<()> {
    tx.exec(
        sql!("update accounts set password_hash = $2 where id = $1"),
        params![id, password_hash],
    )?;
    Ok(())
}

/// Keeps a secret that is not yet proved. Changes nothing where the second factor is on.
pub(super) fn offer_totp(tx: &Tx, id: AccountId, secret: &[u8]) -> Result<bool> {
    let updated = tx.exec(
        sql!(
            "update accounts set totp_secret = $2, totp_last_step = null
             where id = $1 and totp_on_at is null"
        ),
        params![id, secret],
    )?;
    Ok(updated == 1)
}

/// The same secret, kept otherwise.
pub(super) fn set_totp_secret(tx: &Tx, id: AccountId, secret: &[u8]) -> Result<()> {
    tx.exec(sql!("update accounts set totp_secret = $2 where id = $1"), params![id, secret])?;
    Ok(())
}

pub(super) fn turn_totp_on(tx: &Tx, id: AccountId, at: Time) -> Result<()> {
    tx.exec(sql!("update accounts set totp_on_at = $2 where id = $1"), params![id, at])?;
    Ok(())
}

pub(super) fn turn_totp_off(tx: &Tx, id: AccountId) -> Result<()> {
    tx.exec(
        sql!(
            "update accounts set totp_secret = null, totp_on_at = null, totp_last_step = null
             where id = $1"
        ),
        params![id],
    )?;
    tx.exec(sql!("delete from recovery_codes where account_id = $1"), params![id])?;
    Ok(())
}

/// Whether the step is newer than any used before: each code opens once, also under two requests at a time.
pub(super) fn use_totp_step(tx: &Tx, id: AccountId, step: i64) -> Result<bool> {
    let updated = tx.exec(
        sql!(
            "update accounts set totp_last_step = $2
             where id = $1 and (totp_last_step is null or totp_last_step < $2)"
        ),
        params![id, step],
    )?;
    Ok(updated == 1)
}

pub(super) fn replace_recovery_codes(tx: &Tx, id: AccountId, hashes: &[[u8; 32]]) -> Result<()> {
    tx.exec(sql!("delete from recovery_codes where account_id = $1"), params![id])?;
    for hash in hashes {
        tx.exec(
            sql!("insert into recovery_codes (account_id, code_hash) values ($1, $2)"),
            params![id, hash],
        )?;
    }
    Ok(())
}

pub(super) fn use_recovery_code(tx: &Tx, id: AccountId, hash: &[u8; 32], at: Time) -> Result<bool> {
    let updated = tx.exec(
        sql!(
            "update recovery_codes set used_at = $3
             where account_id = $1 and code_hash = $2 and used_at is null"
        ),
        params![id, hash, at],
    )?;
    Ok(updated == 1)
}

pub(super) fn count_recovery_codes(tx: &Tx, id: AccountId) -> Result<i64> {
    let count = tx.one(
        sql!("select count(*) from recovery_codes where account_id = $1 and used_at is null"),
        params![id],
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

// ---- links that set a password ----

pub(super) fn insert_password_link(
    tx: &Tx,
    token_hash: &[u8; 32],
    id: AccountId,
    at: Time,
) -> Result<()> {
    // An older link of the same person stops working: there is one way in, the newest.
    tx.exec(sql!("delete from password_links where account_id = $1"), params![id])?;
    tx.exec(
        sql!(
            "insert into password_links (token_hash, account_id, created_at, expires_at)
             values ($1, $2, $3, $4)"
        ),
        params![token_hash, id, at, at.plus(rules::PASSWORD_LINK_LIVES)],
    )?;
    Ok(())
}

pub(super) fn delete_password_links(tx: &Tx, id: AccountId) -> Result<()> {
    tx.exec(sql!("delete from password_links where account_id = $1"), params![id])?;
    Ok(())
}

pub(super) fn find_password_link(
    tx: &Tx,
    token_hash: &[u8; 32],
    now: Time,
) -> Result<Option<AccountId>> {
    tx.one(
        sql!(
            "select account_id from password_links
             where token_hash = $1 and used_at is null and expires_at > $2"
        ),
        params![token_hash, now],
        |row| row.get(0),
    )
}

/// Whether the link still opened: exactly one caller is told so.
pub(super) fn use_password_link(tx: &Tx, token_hash: &[u8; 32], now: Time) -> Result<bool> {
    let updated = tx.exec(
        sql!(
            "update password_links set used_at = $2
             where token_hash = $1 and used_at is null and expires_at > $2"
        ),
        params![token_hash, now],
    )?;
    Ok(updated == 1)
}
