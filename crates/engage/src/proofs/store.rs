//! All SQL of proofs.

use customers::identities::{CustomerId, Identity};
use customers::privacy::tombstones::Theirs;
use kit::db::{List, Row};
use kit::i18n::Lang;
use kit::secrets::Sealed;
use kit::{Result, Time, Tx, params, sql};

use super::{Proof, ProofId};

pub fn insert(tx: &Tx, p: &Proof, hash: &[u8; 32], code: &Sealed) -> Result<()> {
    tx.exec(
        sql!(
            "insert into proofs (id, customer_id, channel_id, kind, value, sent_by, code_hash, code,
               lang, tries, made_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)"
        ),
        params![
            p.id,
            p.leaf,
            p.channel_id,
            p.identity.kind.as_str(),
            p.identity.value,
            p.sent_by,
            hash.as_slice(),
            code.0.as_slice(),
            p.lang.code(),
            p.made_at,
            p.expires_at
        ],
    )?;
    Ok(())
}

pub fn find_maybe(tx: &Tx, id: ProofId) -> Result<Option<Proof>> {
    tx.one(
        sql!(
            "select id, customer_id, channel_id, kind, value, sent_by, lang, tries, made_at, expires_at,
               proven_at
             from proofs where id = $1"
        ),
        params![id],
        proof,
    )
}

/// With the hash of its code; nobody else may try it until the end of the transaction.
pub fn lock_maybe(tx: &Tx, id: ProofId) -> Result<Option<(Proof, Vec<u8>)>> {
    tx.one(
        sql!(
            "select id, customer_id, channel_id, kind, value, sent_by, lang, tries, made_at, expires_at,
               proven_at, code_hash
             from proofs where id = $1{for_update}"
        ),
        params![id],
        |row| Ok((proof(row)?, row.get(11)?)),
    )
}

/// With its sealed code, as long as that was not sent.
pub fn unsent_maybe(tx: &Tx, id: ProofId) -> Result<Option<(Proof, Vec<u8>)>> {
    tx.one(
        sql!(
            "select id, customer_id, channel_id, kind, value, sent_by, lang, tries, made_at, expires_at,
               proven_at, code
             from proofs where id = $1 and code is not null and proven_at is null"
        ),
        params![id],
        |row| Ok((proof(row)?, row.get(11)?)),
    )
}

/// The newest question of a leaf that still waits for its code.
pub fn waiting_maybe(tx: &Tx, leaves: &[CustomerId], now: Time) -> Result<Option<Proof>> {
    tx.one(
        sql!(
            "select id, customer_id, channel_id, kind, value, sent_by, lang, tries, made_at, expires_at,
               proven_at
             from proofs where customer_id in ($1) and proven_at is null and expires_at > $2
             order by made_at desc, id desc limit 1"
        ),
        params![List(leaves), now],
        proof,
    )
}

/// Only the newest code counts.
pub fn end_earlier(tx: &Tx, leaf: CustomerId, identity: &Identity, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "update proofs set expires_at = $4, code = null
             where customer_id = $1 and kind = $2 and value = $3 and proven_at is null
               and expires_at > $4"
        ),
        params![leaf, identity.kind.as_str(), identity.value, now],
    )?;
    Ok(())
}

pub fn set_proven(tx: &Tx, id: ProofId, now: Time) -> Result<()> {
    tx.exec(sql!("update proofs set proven_at = $2, code = null where id = $1"), params![id, now])?;
    Ok(())
}

pub fn count_try(tx: &Tx, id: ProofId) -> Result<()> {
    tx.exec(sql!("update proofs set tries = tries + 1 where id = $1"), params![id])?;
    Ok(())
}

pub fn forget_code(tx: &Tx, id: ProofId) -> Result<()> {
    tx.exec(sql!("update proofs set code = null where id = $1"), params![id])?;
    Ok(())
}

pub fn delete_old(tx: &Tx, before: Time) -> Result<()> {
    tx.exec(sql!("delete from proofs where made_at < $1"), params![before])?;
    Ok(())
}

/// Takes away what these leaves asked and proved, and what anybody asked of an address of theirs. All rows are of the last
/// days.
pub fn erase(tx: &Tx, leaves: &[CustomerId], theirs: &Theirs) -> Result<()> {
    tx.exec(sql!("delete from proofs where customer_id in ($1)"), params![List(leaves)])?;
    let asked: Vec<(ProofId, Identity)> =
        tx.rows(sql!("select id, kind, value from proofs"), params![], |row| {
            Ok((row.get(0)?, Identity::new(row.text(1)?.parse()?, row.text(2)?)))
        })?;
    for (id, identity) in asked {
        if theirs.has(&identity)? {
            tx.exec(sql!("delete from proofs where id = $1"), params![id])?;
        }
    }
    Ok(())
}

fn proof(row: &Row) -> Result<Proof> {
    Ok(Proof {
        id: row.get(0)?,
        leaf: row.get(1)?,
        channel_id: row.get(2)?,
        identity: Identity::new(row.text(3)?.parse()?, row.text(4)?),
        sent_by: row.get(5)?,
        lang: Lang::parse(row.text(6)?).unwrap_or_default(),
        tries: row.get(7)?,
        made_at: row.get(8)?,
        expires_at: row.get(9)?,
        proven_at: row.get(10)?,
    })
}
