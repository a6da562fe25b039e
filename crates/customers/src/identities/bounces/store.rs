//! All SQL of letters that came back.

use kit::db::List;
use kit::time::days;
use kit::{Result, Time, Tx, params, sql};

use super::Complaint;
use super::rules::Open;
use crate::identities::{CustomerId, Identity, Kind};

/// How long a cleared complaint is remembered, so that it is known when it is brought again.
const KEPT: i64 = days(90);
/// The newest of one address that count; a newsletter may have hundreds.
const OPEN_MAX: usize = 1_000;

/// False when it is known, or says less than what is known.
pub fn insert(tx: &Tx, complaint: &Complaint) -> Result<bool> {
    let written = tx.exec(
        sql!(
            "insert into bounces (kind, value, sent_id, customer_id, is_final, reason, at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (kind, value, sent_id) do update set is_final = 1,
               reason = excluded.reason, at = excluded.at, cleared_at = null
             where bounces.is_final < excluded.is_final"
        ),
        params![
            complaint.to.kind.as_str(),
            complaint.to.value,
            complaint.sent_id,
            complaint.leaf,
            i64::from(complaint.is_final),
            complaint.reason,
            complaint.at
        ],
    )?;
    Ok(written == 1)
}

pub fn set_cleared(tx: &Tx, address: &Identity, now: Time) -> Result<()> {
    let Identity { kind, value } = address;
    tx.exec(
        sql!("delete from bounces where kind = $1 and value = $2 and cleared_at < $3"),
        params![kind.as_str(), value, now.minus(KEPT)],
    )?;
    tx.exec(
        sql!(
            "update bounces set cleared_at = $3
             where kind = $1 and value = $2 and cleared_at is null"
        ),
        params![kind.as_str(), value, now],
    )?;
    Ok(())
}

/// What nothing has cleared, address by address.
pub fn open(tx: &Tx, kind: &Kind, values: &[&str]) -> Result<Vec<Open>> {
    tx.rows(
        sql!(
            "select value, is_final, reason, at from bounces
             where kind = $1 and value in ($2) and cleared_at is null
             order by value, at desc, sent_id limit $3"
        ),
        params![kind.as_str(), List(values), OPEN_MAX as i64],
        |row| {
            Ok(Open {
                value: row.get(0)?,
                is_final: row.get(1)?,
                reason: row.get(2)?,
                at: row.get(3)?,
            })
        },
    )
}

/// Takes away what is known of letters to these leaves, and to what was theirs.
pub fn erase(tx: &Tx, leaves: &[CustomerId], own: &[Identity]) -> Result<u64> {
    let delete = sql!("delete from bounces where customer_id in ($1)");
    let mut gone = tx.exec(delete, params![List(leaves)])?;
    for Identity { kind, value } in own {
        let delete = sql!("delete from bounces where kind = $1 and value = $2");
        gone += tx.exec(delete, params![kind.as_str(), value])?;
    }
    Ok(gone)
}
