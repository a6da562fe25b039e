//! PostgreSQL 15 or newer, and the engines that speak its protocol. Any number of server processes.

use std::collections::hash_map::Entry;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, PoisonError, RwLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::Duration;

use deadpool_postgres::{
    Client, ClientWrapper, Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod,
};
use rustc_hash::FxHashMap;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{NoTls, Statement};

use super::sql::{Ready, Sql};
use super::value::V;
use super::{Conn, Row, Tx, in_place};
use crate::{Error, Result};

/// A transaction that lost a race is run again this often before the caller hears of it.
const TRIES_MAX: u32 = 12;
const CONNECTIONS_MAX: usize = 32;
/// A plan that is made while a table is nearly empty is kept until the table is next analysed, and reads all of it until
/// then: a shop that grows fast stood still. Every statement here has an index to go by, or reads a short table whole; which
/// then counts as so dear that PostgreSQL would compile the statement to machine code first, each time. And each is planned
/// once, not for each list of values anew, which costs more than to run it.
const SETTINGS: &str =
    "set enable_seqscan = off; set jit = off; set plan_cache_mode = force_generic_plan";

#[derive(Clone)]
pub struct Pg {
    pool: Pool,
}

impl Pg {
    pub async fn open(url: &str) -> Result<Pg> {
        let config: tokio_postgres::Config = url
            .parse()
            .map_err(|e| Error::bad_input("database_url", format!("The database URL: {e}")))?;
        let fast = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let set_up = Hook::async_fn(|client: &mut ClientWrapper, _| {
            Box::pin(async { client.batch_execute(SETTINGS).await.map_err(HookError::Backend) })
        });
        let pool = Pool::builder(Manager::from_config(config, NoTls, fast))
            .max_size(CONNECTIONS_MAX)
            .post_create(set_up)
            .build()
            .map_err(Error::internal)?;
        let pg = Pg { pool };
        drop(pg.client().await?);
        Ok(pg)
    }

    async fn client(&self) -> Result<Client> {
        let pooled = self.pool.get().await;
        pooled.map_err(|e| Error::internal(format!("cannot reach the database: {e}")))
    }

    pub async fn read<T>(&self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        let client = self.client().await?;
        let begin = "begin isolation level repeatable read read only";
        in_place(|| {
            let tx = PgTx::begin(&client, begin)?;
            let out = tx.run(f);
            tx.simple("commit")?;
            out
        })
    }

    pub async fn at_once<T>(
        &self,
        sql: Sql,
        params: &[V<'_>],
        f: impl Fn(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        let text = &sql.for_postgres().text;
        let mut tries = 0;
        loop {
            let client = self.client().await?;
            let rows = async {
                let stmt = client.prepare_cached(text).await?;
                client.query(&stmt, &as_sql(params)).await
            };
            tries += 1;
            match rows.await {
                Ok(rows) => return rows.first().map(|row| f(&Row::Pg(row))).transpose(),
                Err(error) if lost_race(&error) && tries < TRIES_MAX => rest(tries).await,
                Err(error) => return Err(told(error)),
            }
        }
    }

    pub async fn write<T>(&self, mut f: impl FnMut(&Tx) -> Result<T>) -> Result<T> {
        let mut tries = 0;
        loop {
            let client = self.client().await?;
            let (out, lost_race) = in_place(|| {
                let tx = PgTx::begin(&client, "begin")?;
                let out = match tx.run(&mut f) {
                    Ok(out) => tx.simple("commit").map(|()| out),
                    Err(error) => {
                        tx.simple("rollback").ok();
                        Err(error)
                    }
                };
                Ok((out, tx.lost_race.get()))
            })?;
            tries += 1;
            if out.is_ok() || !lost_race || tries == TRIES_MAX {
                return out;
            }
            rest(tries).await;
        }
    }
}

/// A transaction; statements block the calling thread (which stepped aside by [`in_place`]).
pub struct PgTx<'a> {
    client: &'a Client,
    /// Set when a statement failed because of another transaction (40001, 40P01): run the whole again.
    lost_race: std::cell::Cell<bool>,
}

impl<'a> PgTx<'a> {
    fn begin(client: &'a Client, how: &str) -> Result<PgTx<'a>> {
        let tx = PgTx { client, lost_race: false.into() };
        tx.simple(how)?;
        Ok(tx)
    }

    /// A panic ends the transaction before it goes on: the connection is somebody else's next.
    fn run<T>(&self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        catch_unwind(AssertUnwindSafe(|| f(&Tx::new(Conn::Pg(self))))).unwrap_or_else(|panic| {
            self.simple("rollback").ok();
            resume_unwind(panic)
        })
    }

    fn wait<T>(
        &self,
        what: impl Future<Output = std::result::Result<T, tokio_postgres::Error>>,
    ) -> Result<T> {
        block_on(what).map_err(|error| {
            if lost_race(&error) {
                self.lost_race.set(true);
            }
            told(error)
        })
    }

    pub fn simple(&self, text: &str) -> Result<()> {
        self.wait(async {
            let out = self.client.batch_execute(text).await;
            if out.as_ref().is_err_and(made_by_another) {
                self.lost_race.set(true);
            }
            out
        })
    }

    /// Prepares a text, and what [`PgTx::many`] makes of it.
    pub fn check(&self, text: &str) -> Result<()> {
        let stmt = self.prepare(text)?;
        if text.contains("values (") && !stmt.params().is_empty() {
            self.prepare(&unnest(text, stmt.params())?)?;
        }
        Ok(())
    }

    fn prepare(&self, text: &str) -> Result<Statement> {
        self.wait(self.client.prepare_cached(text))
    }

    pub fn rows<T>(
        &self,
        sql: Sql,
        params: &[V],
        mut f: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let stmt = self.prepare(&sql.for_postgres().text)?;
        let rows = self.wait(self.client.query(&stmt, &as_sql(params)))?;
        rows.iter().map(|row| f(&Row::Pg(row))).collect()
    }

    pub fn exec(&self, sql: Sql, params: &[V]) -> Result<u64> {
        let stmt = self.prepare(&sql.for_postgres().text)?;
        self.wait(self.client.execute(&stmt, &as_sql(params)))
    }

    /// `insert … values ($1, …)` of many rows goes as one statement over arrays (`unnest`), 14 × cheaper than
    /// a statement a row; anything else is pipelined.
    pub fn many<'v, const N: usize>(&self, sql: Sql, rows: &[[V<'v>; N]]) -> Result<u64> {
        let ready = sql.for_postgres();
        if rows.len() > 1 && ready.text.contains("values (") {
            let text = self.unnested(ready)?;
            let stmt = self.prepare(text)?;
            let columns: Vec<V> =
                (0..N).map(|i| V::List(rows.iter().map(|row| row[i].clone()).collect())).collect();
            return self.wait(self.client.execute(&stmt, &as_sql(&columns)));
        }
        let stmt = self.prepare(&ready.text)?;
        let params: Vec<_> = rows.iter().map(|row| as_sql(row)).collect();
        let all = params.iter().map(|params| self.client.execute(&stmt, params));
        Ok(self.wait(futures_util::future::try_join_all(all))?.into_iter().sum())
    }

    fn unnested(&self, ready: &'static Ready) -> Result<&'static str> {
        static CACHE: RwLock<Option<FxHashMap<usize, &'static str>>> = RwLock::new(None);
        let key = std::ptr::from_ref(ready) as usize;
        let found = CACHE.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(&text) = found.as_ref().and_then(|map| map.get(&key)) {
            return Ok(text);
        }
        drop(found);
        let types = self.prepare(&ready.text)?;
        let mut cache = CACHE.write().unwrap_or_else(PoisonError::into_inner);
        match cache.get_or_insert_default().entry(key) {
            Entry::Occupied(entry) => Ok(entry.get()),
            Entry::Vacant(entry) => {
                let text = unnest(&ready.text, types.params())?;
                Ok(entry.insert(Box::leak(text.into_boxed_str())))
            }
        }
    }
}

/// Two servers that start together make the same table: `if not exists` does not see the other's. Which of its parts
/// is there already depends on how far the other got.
fn made_by_another(error: &tokio_postgres::Error) -> bool {
    let is_there =
        [SqlState::UNIQUE_VIOLATION, SqlState::DUPLICATE_TABLE, SqlState::DUPLICATE_OBJECT];
    error.code().is_some_and(|code| is_there.contains(code))
}

fn lost_race(error: &tokio_postgres::Error) -> bool {
    matches!(
        error.code(),
        Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED)
    )
}

fn told(error: tokio_postgres::Error) -> Error {
    match error.as_db_error() {
        Some(db) => Error::internal(format!("{} ({})", db.message(), db.code().code())),
        None => Error::internal(error),
    }
}

/// Between two tries, the longer the more there were; not the same for all who lost.
async fn rest(tries: u32) {
    let spread = u64::from(crate::id::uuid_v7(crate::Time(0))[15] % 16);
    let pause_ms = (1_u64 << tries.min(6)) + spread;
    tokio::time::sleep(Duration::from_millis(pause_ms)).await;
}

/// Waits on this thread, which stepped aside. Not by the runtime's `block_on`: called inside another of the same
/// thread, the two share one parking place, and the outer one may miss its wake-up.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut future = std::pin::pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(out) => return out,
            Poll::Pending => std::thread::park(),
        }
    }
}

fn as_sql<'a>(params: &'a [V<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// `… values ($1, $2) on conflict …` → `… select u.c1, u.c2 from unnest($1::bigint[], $2::text[]) as u(c1, c2) on conflict …`
fn unnest(text: &str, types: &[Type]) -> Result<String> {
    let odd = || Error::internal(format!("not a plain `values (…)`: {text}"));
    let (head, rest) = text.split_once("values (").ok_or_else(odd)?;
    let (values, tail) = rest.split_once(')').ok_or_else(odd)?;
    let columns: Vec<String> = values
        .split(',')
        .map(str::trim)
        .map(|value| value.strip_prefix('$').map_or(value.to_string(), |n| format!("u.c{n}")))
        .collect();
    let numbered = 1..=types.len();
    let arrays: Vec<String> =
        numbered.clone().zip(types).map(|(n, ty)| format!("${n}::{}[]", ty.name())).collect();
    let names: Vec<String> = numbered.map(|n| format!("c{n}")).collect();
    Ok(format!(
        "{head}select {} from unnest({}) as u({}){tail}",
        columns.join(", "),
        arrays.join(", "),
        names.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_rows_become_arrays() {
        assert_eq!(
            unnest(
                "insert into t (a, b, c) values ($1, $2, 0) on conflict (a) do nothing",
                &[Type::INT8, Type::TEXT]
            )
            .unwrap(),
            "insert into t (a, b, c) select u.c1, u.c2, 0 from unnest($1::int8[], $2::text[]) \
             as u(c1, c2) on conflict (a) do nothing"
        );
    }
}
