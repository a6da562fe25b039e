//! How often somebody may try something (guess a code, have one sent): counted in the database, so that several servers
//! count together and a restart forgets nothing.
//!
//! A try that is refused must still be counted: take it in a transaction that commits.

use std::net::IpAddr;

use customers::privacy::tombstones::Theirs;
use kit::time::{days, hours};
use kit::{Error, Result, Time, Tx, params, sql};

use crate::Ctx;

/// So many times in each stretch of so many microseconds.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub times: i64,
    pub within: i64,
}

/// Counts are kept no longer than this; no limit may look back further.
const KEPT: i64 = days(2);

/// Messages that strangers may have us send to one address, and that one visitor or network may ask for.
const TO_ADDRESS_MAX: Limit = Limit { times: 3, within: hours(1) };
const BY_VISITOR_MAX: Limit = Limit { times: 5, within: hours(1) };
const BY_NETWORK_MAX: Limit = Limit { times: 20, within: hours(1) };

/// Counts what is sent to an address at a visitor's wish, in a transaction of its own: a refusal counts too.
///
/// # Errors
/// `too_many_codes`.
pub async fn admit_letter(
    ctx: &Ctx,
    address: &str,
    by: &str,
    from: Option<IpAddr>,
    now: Time,
) -> Result<()> {
    let network = from.map(|ip| format!("send-from/{ip}"));
    let counted = [
        Some((format!("send-to/{address}"), TO_ADDRESS_MAX)),
        Some((format!("send-by/{by}"), BY_VISITOR_MAX)),
        network.map(|network| (network, BY_NETWORK_MAX)),
    ];
    let write = |tx: &Tx| {
        let mut spent = None;
        for (key, limit) in counted.iter().flatten() {
            if !take(tx, key, *limit, now)? {
                spent = Some(*limit);
            }
        }
        Ok(spent)
    };
    match ctx.customers.db.write(write).await? {
        Some(limit) => Err(Error::too_many("too_many_codes", seconds_left(limit, now))),
        None => Ok(()),
    }
}

/// Counts a try of this name; false when it was one too many.
pub fn take(tx: &Tx, key: &str, limit: Limit, now: Time) -> Result<bool> {
    let since = stretch(limit, now);
    let times = tx.one(
        sql!(
            "insert into tries (key, since, times) values ($1, $2, 1)
             on conflict (key, since) do update set times = tries.times + 1
             returning times"
        ),
        params![key, since],
        |row| row.get::<i64>(0),
    )?;
    let times = times.unwrap_or(1);
    if times == 1 {
        tx.exec(sql!("delete from tries where since < $1"), params![now.minus(KEPT)])?;
    }
    Ok(times <= limit.times)
}

/// Whether another try would be too many, without counting one.
pub fn is_spent(tx: &Tx, key: &str, limit: Limit, now: Time) -> Result<bool> {
    let times = tx.one(
        sql!("select times from tries where key = $1 and since = $2"),
        params![key, stretch(limit, now)],
        |row| row.get::<i64>(0),
    )?;
    Ok(times.unwrap_or(0) >= limit.times)
}

/// Forgets what was tried by, or sent to, somebody who was erased: their address, or one of these ids, is the end of a
/// name. All counts are of the last days.
pub fn erase(tx: &Tx, theirs: &Theirs, ids: &[String]) -> Result<()> {
    let keys: Vec<String> =
        tx.rows(sql!("select distinct key from tries"), params![], |row| row.get(0))?;
    for key in keys {
        let ends = key.match_indices('/').map(|(at, _)| &key[at + 1..]);
        let is_theirs =
            ends.map(|end| Ok(ids.iter().any(|id| id == end) || theirs.has_address(end)?));
        let is_theirs = is_theirs.collect::<Result<Vec<_>>>()?;
        if is_theirs.contains(&true) {
            tx.exec(sql!("delete from tries where key = $1"), params![key])?;
        }
    }
    Ok(())
}

fn stretch(limit: Limit, now: Time) -> Time {
    Time(now.0 - now.0.rem_euclid(limit.within))
}

/// Until the next stretch begins, in seconds.
pub fn seconds_left(limit: Limit, now: Time) -> u32 {
    let left = limit.within - now.0.rem_euclid(limit.within);
    u32::try_from(left / kit::time::seconds(1)).unwrap_or(u32::MAX).max(1)
}
