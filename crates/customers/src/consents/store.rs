//! All SQL of the consent ledger.

use kit::db::{List, Row};
use kit::{Error, Result, Tx, params, sql};

use super::{Consent, Subject};
use crate::identities::{CustomerId, Identity};

pub fn insert(tx: &Tx, consent: &Consent) -> Result<()> {
    let identity = consent.subject.identity.as_ref();
    tx.exec(
        sql!(
            "insert into consents (customer_id, id, at, purpose, channel, identity_kind, identity_value,
               state, basis, wording, source_channel_id, actor, evidence)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             on conflict (customer_id, id) do nothing"
        ),
        params![
            consent.customer_id,
            consent.id,
            consent.at,
            consent.subject.purpose,
            consent.subject.channel,
            identity.map_or("", |identity| identity.kind.as_str()),
            identity.map_or("", |identity| identity.value.as_str()),
            consent.state.as_str(),
            consent.basis,
            consent.wording,
            consent.source_channel_id,
            consent.actor,
            consent.evidence.to_string()
        ],
    )?;
    Ok(())
}

/// The ledger of these leaves, oldest first.
pub fn list(tx: &Tx, leaves: &[CustomerId]) -> Result<Vec<Consent>> {
    tx.rows(
        sql!(
            "select id, customer_id, at, purpose, channel, identity_kind, identity_value, state, basis,
                    wording, source_channel_id, actor, evidence
             from consents where customer_id in ($1) order by at, id"
        ),
        params![List(leaves)],
        consent,
    )
}

/// Leaves of a line what was allowed, when and where it was said, and a mark in place of the identity.
pub fn reduce(tx: &Tx, line: &Consent, mark: &Identity) -> Result<()> {
    tx.exec(
        sql!(
            "update consents set identity_kind = $3, identity_value = $4, evidence = '{}'
             where customer_id = $1 and id = $2"
        ),
        params![line.customer_id, line.id, mark.kind.as_str(), mark.value],
    )?;
    Ok(())
}

pub fn delete(tx: &Tx, line: &Consent) -> Result<()> {
    let delete = sql!("delete from consents where customer_id = $1 and id = $2");
    tx.exec(delete, params![line.customer_id, line.id])?;
    Ok(())
}

fn consent(row: &Row) -> Result<Consent> {
    let identity = match row.text(5)? {
        "" => None,
        kind => Some(Identity::new(kind.parse()?, row.text(6)?)),
    };
    Ok(Consent {
        id: row.get(0)?,
        customer_id: row.get(1)?,
        at: row.get(2)?,
        subject: Subject { purpose: row.get(3)?, channel: row.get(4)?, identity },
        state: row.text(7)?.parse()?,
        basis: row.get(8)?,
        wording: row.get(9)?,
        source_channel_id: row.get(10)?,
        actor: row.get(11)?,
        evidence: serde_json::from_str(row.text(12)?).map_err(Error::internal)?,
    })
}
