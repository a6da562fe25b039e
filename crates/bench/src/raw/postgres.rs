//! Raw inserts by tokio-postgres: one statement over arrays a transaction.

use std::time::Instant;

use tokio::task::JoinSet;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, NoTls};

use super::Row;
use crate::Outcome;

/// Small batches come from many at once, as they do in the server.
const CONNECTIONS: usize = 8;

/// Connects; the connection is driven on this thread, inside a `LocalSet`.
pub async fn connect(url: &str) -> Outcome<Client> {
    let connected = tokio_postgres::connect(url, NoTls).await;
    let (client, connection) = connected.map_err(|error| format!("PostgreSQL: {error}"))?;
    tokio::task::spawn_local(connection);
    Ok(client)
}

pub async fn rows(url: &str, count: usize) -> Outcome<Vec<Row>> {
    let client = connect(url).await?;
    let text = "select customer_id, occurred_at, id, channel_id, type, name, received_at, device, amount, currency, \
                  properties, context
                from events limit $1";
    let rows = client.query(text, &[&(count as i64)]).await.map_err(|e| e.to_string())?;
    let row = |row: &tokio_postgres::Row| Row {
        customer_id: row.get(0),
        occurred_at: row.get(1),
        id: row.get(2),
        channel_id: row.get(3),
        kind: row.get(4),
        name: row.get(5),
        received_at: row.get(6),
        device: row.get(7),
        amount: row.get(8),
        currency: row.get(9),
        properties: row.get(10),
        context: row.get(11),
    };
    Ok(rows.iter().map(row).collect())
}

pub async fn count(url: &str) -> Outcome<i64> {
    number(url, "select count(*) from events").await
}

/// Of all tables and indexes.
pub async fn bytes(url: &str) -> Outcome<i64> {
    number(url, "select pg_database_size(current_database())").await
}

async fn number(url: &str, query: &str) -> Outcome<i64> {
    let row = connect(url).await?.query_one(query, &[]).await;
    Ok(row.map_err(|error| error.to_string())?.get(0))
}

/// Into an empty table of the same shape, with its primary key.
pub async fn rate(url: &str, rows: &[Row], per_commit: usize) -> Outcome<f64> {
    let client = connect(url).await?;
    let table =
        "drop table if exists raw_events; create table raw_events (like events including all)";
    client.batch_execute(table).await.map_err(|e| e.to_string())?;
    let batches: Vec<Columns> = rows.chunks(per_commit).map(Columns::of).collect();
    let mut shares: Vec<Vec<Columns>> = (0..CONNECTIONS).map(|_| Vec::new()).collect();
    for (i, batch) in batches.into_iter().enumerate() {
        shares[i % CONNECTIONS].push(batch);
    }
    let mut clients = Vec::new();
    for _ in 0..CONNECTIONS {
        clients.push(connect(url).await?);
    }
    let (started, mut tasks) = (Instant::now(), JoinSet::new());
    for (client, share) in clients.into_iter().zip(shares) {
        tasks.spawn_local(insert(client, share));
    }
    while let Some(done) = tasks.join_next().await {
        done.map_err(|e| e.to_string())?.map_err(|e| format!("raw insert: {e}"))?;
    }
    let rate = rows.len() as f64 / started.elapsed().as_secs_f64();
    client.batch_execute("drop table raw_events").await.map_err(|e| e.to_string())?;
    Ok(rate)
}

/// A batch as arrays.
#[derive(Default)]
struct Columns {
    blobs: [Vec<Vec<u8>>; 3],
    numbers: [Vec<i64>; 3],
    texts: [Vec<String>; 2],
    maybe_texts: [Vec<Option<String>>; 3],
    amounts: Vec<Option<i64>>,
}

impl Columns {
    fn of(rows: &[Row]) -> Columns {
        let blobs = |of: fn(&Row) -> &Vec<u8>| rows.iter().map(|row| of(row).clone()).collect();
        let numbers = |of: fn(&Row) -> i64| rows.iter().map(of).collect();
        let texts = |of: fn(&Row) -> &String| rows.iter().map(|row| of(row).clone()).collect();
        let maybe =
            |of: fn(&Row) -> &Option<String>| rows.iter().map(|row| of(row).clone()).collect();
        Columns {
            blobs: [
                blobs(|row| &row.customer_id),
                blobs(|row| &row.id),
                blobs(|row| &row.channel_id),
            ],
            numbers: [
                numbers(|row| row.occurred_at),
                numbers(|row| row.kind),
                numbers(|row| row.received_at),
            ],
            texts: [texts(|row| &row.name), texts(|row| &row.properties)],
            maybe_texts: [
                maybe(|row| &row.device),
                maybe(|row| &row.currency),
                maybe(|row| &row.context),
            ],
            amounts: rows.iter().map(|row| row.amount).collect(),
        }
    }
}

async fn insert(client: Client, batches: Vec<Columns>) -> Result<(), tokio_postgres::Error> {
    let text = "insert into raw_events (customer_id, occurred_at, id, channel_id, type, name, received_at, device, \
                  amount, currency, properties, context)
                select * from unnest($1::bytea[], $2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::text[], \
                  $7::bigint[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::text[])";
    let statement = client.prepare(text).await?;
    for batch in &batches {
        let [customers, ids, channels] = &batch.blobs;
        let [occurred, kinds, received] = &batch.numbers;
        let [names, properties] = &batch.texts;
        let [devices, currencies, contexts] = &batch.maybe_texts;
        let columns: [&(dyn ToSql + Sync); 12] = [
            customers,
            occurred,
            ids,
            channels,
            kinds,
            names,
            received,
            devices,
            &batch.amounts,
            currencies,
            properties,
            contexts,
        ];
        client.execute(&statement, &columns).await?;
    }
    Ok(())
}
