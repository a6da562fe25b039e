//! All SQL of webhooks.

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::secrets::{Sealed, Secrets};
use kit::{Error, Result, Time, Tx, params, sql};

use super::sign::Keys;
use super::{Delivery, DeliveryId, DeliveryState, Endpoint, EndpointId, EventKind};

fn seal(keys: &Secrets, id: EndpointId, secrets: &Keys) -> Result<Sealed> {
    keys.seal(&serde_json::to_vec(secrets).map_err(Error::internal)?, &id.0)
}

pub fn insert_endpoint(tx: &Tx, keys: &Secrets, endpoint: &Endpoint, secrets: &Keys) -> Result<()> {
    let sealed = seal(keys, endpoint.id, secrets)?;
    let events: Vec<&str> = endpoint.events.iter().map(|event| event.as_str()).collect();
    tx.exec(
        sql!(
            "insert into webhook_endpoints (id, url, events, secrets, created_at)
             values ($1, $2, $3, $4, $5)"
        ),
        params![
            endpoint.id,
            endpoint.url,
            events.join(" "),
            sealed.0.as_slice(),
            endpoint.created_at
        ],
    )?;
    Ok(())
}

pub fn endpoints(tx: &Tx) -> Result<Vec<Endpoint>> {
    tx.rows(
        sql!(
            "select id, url, events, created_at, failing_since, disabled_at, disabled_why
             from webhook_endpoints order by id"
        ),
        params![],
        endpoint,
    )
}

pub fn endpoint_maybe(tx: &Tx, keys: &Secrets, id: EndpointId) -> Result<Option<(Endpoint, Keys)>> {
    let found = tx.one(
        sql!(
            "select id, url, events, created_at, failing_since, disabled_at, disabled_why, secrets
             from webhook_endpoints where id = $1"
        ),
        params![id],
        |row| Ok((endpoint(row)?, Sealed(row.get(7)?))),
    )?;
    let Some((endpoint, sealed)) = found else { return Ok(None) };
    let secrets = keys.open(&sealed, &id.0)?;
    Ok(Some((endpoint, serde_json::from_slice(&secrets).map_err(Error::internal)?)))
}

pub fn set_secrets(tx: &Tx, keys: &Secrets, id: EndpointId, secrets: &Keys) -> Result<()> {
    let sealed = seal(keys, id, secrets)?;
    tx.exec(
        sql!("update webhook_endpoints set secrets = $2 where id = $1"),
        params![id, sealed.0.as_slice()],
    )?;
    Ok(())
}

pub fn set_failing(tx: &Tx, id: EndpointId, since: Option<Time>) -> Result<()> {
    tx.exec(
        sql!("update webhook_endpoints set failing_since = $2 where id = $1"),
        params![id, since],
    )?;
    Ok(())
}

pub fn set_disabled(tx: &Tx, id: EndpointId, disabled: Option<(Time, &str)>) -> Result<()> {
    let (at, why) = disabled.unzip();
    tx.exec(
        sql!(
            "update webhook_endpoints set disabled_at = $2, disabled_why = $3, failing_since = null
             where id = $1"
        ),
        params![id, at, why],
    )?;
    Ok(())
}

pub fn delete_endpoint(tx: &Tx, id: EndpointId) -> Result<u64> {
    tx.exec(sql!("delete from webhook_deliveries where endpoint_id = $1"), params![id])?;
    tx.exec(sql!("delete from webhook_endpoints where id = $1"), params![id])
}

pub fn insert_delivery(tx: &Tx, d: &Delivery) -> Result<()> {
    tx.exec(
        sql!(
            "insert into webhook_deliveries
               (endpoint_id, id, customer_id, event, body, made_at, state, tries)
             values ($1, $2, $3, $4, $5, $6, $7, 0)"
        ),
        params![
            d.endpoint_id,
            d.id,
            d.customer_id,
            d.event.as_str(),
            d.body,
            d.made_at,
            d.state.as_str()
        ],
    )?;
    Ok(())
}

pub fn delivery_maybe(tx: &Tx, endpoint: EndpointId, id: DeliveryId) -> Result<Option<Delivery>> {
    tx.one(
        sql!(
            "select endpoint_id, id, customer_id, event, body, made_at, state, tries, tried_at, status,
               error
             from webhook_deliveries where endpoint_id = $1 and id = $2"
        ),
        params![endpoint, id],
        delivery,
    )
}

/// The newest of an endpoint.
pub fn deliveries(tx: &Tx, endpoint: EndpointId, size: usize) -> Result<Vec<Delivery>> {
    tx.rows(
        sql!(
            "select endpoint_id, id, customer_id, event, body, made_at, state, tries, tried_at, status,
               error
             from webhook_deliveries where endpoint_id = $1 order by id desc limit $2"
        ),
        params![endpoint, size as i64],
        delivery,
    )
}

/// How a try went.
pub struct Tried<'a> {
    pub state: DeliveryState,
    pub tries: i64,
    pub at: Time,
    pub status: Option<i64>,
    pub error: Option<&'a str>,
}

pub fn set_tried(tx: &Tx, endpoint: EndpointId, id: DeliveryId, tried: &Tried) -> Result<()> {
    tx.exec(
        sql!(
            "update webhook_deliveries
             set state = $3, tries = $4, tried_at = $5, status = $6, error = $7
             where endpoint_id = $1 and id = $2"
        ),
        params![
            endpoint,
            id,
            tried.state.as_str(),
            tried.tries,
            tried.at,
            tried.status,
            tried.error
        ],
    )?;
    Ok(())
}

/// Sent again from the start.
pub fn set_waiting(tx: &Tx, endpoint: EndpointId, id: DeliveryId) -> Result<u64> {
    tx.exec(
        sql!(
            "update webhook_deliveries set state = 'waiting', tries = 0
             where endpoint_id = $1 and id = $2 and state <> 'waiting'"
        ),
        params![endpoint, id],
    )
}

/// What was told long ago is of use to nobody.
pub fn delete_old(tx: &Tx, before: Time) -> Result<u64> {
    tx.exec(
        sql!("delete from webhook_deliveries where made_at < $1 and state <> 'waiting'"),
        params![before],
    )
}

/// Takes away what was told of these leaves, also what still waits.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(sql!("delete from webhook_deliveries where customer_id in ($1)"), params![List(leaves)])
}

fn endpoint(row: &Row) -> Result<Endpoint> {
    // A word that a newer server wrote is nothing that this one could tell.
    let events = row.text(2)?.split_whitespace();
    Ok(Endpoint {
        id: row.get(0)?,
        url: row.get(1)?,
        events: events.filter_map(|event| event.parse::<EventKind>().ok()).collect(),
        created_at: row.get(3)?,
        failing_since: row.get(4)?,
        disabled_at: row.get(5)?,
        disabled_why: row.get(6)?,
    })
}

fn delivery(row: &Row) -> Result<Delivery> {
    Ok(Delivery {
        endpoint_id: row.get(0)?,
        id: row.get(1)?,
        customer_id: row.get(2)?,
        event: row.text(3)?.parse()?,
        body: row.get(4)?,
        made_at: row.get(5)?,
        state: row.text(6)?.parse()?,
        tries: row.get(7)?,
        tried_at: row.get(8)?,
        status: row.get(9)?,
        error: row.get(10)?,
    })
}
