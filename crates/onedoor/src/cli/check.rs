//! `onedoor check`: is the configuration sound and the database well? Changes nothing.

use customers::events::store as events;
use engage::connectors::tokens::{self, Worry};
use kit::db::{Engine, Place};
use kit::time::seconds;
use kit::{Clock, Db, Error, Result, Tx, params, sql};

use crate::app;
use crate::config::Config;

/// More events than this that wait for their index, and a server that runs does not keep up.
const WAITING_MAX: i64 = 100_000;
/// How far our clock and the database's may differ.
const CLOCKS_DIFFER_MAX: i64 = seconds(5);

/// What one look found: a line to print, or what is wrong and what to do.
type Finding = std::result::Result<String, String>;

/// Prints a line for each look.
///
/// # Errors
/// `unhealthy`, when something is wrong.
pub async fn run(config: &Config) -> Result<()> {
    let mut wrong = 0;
    let mut say = |what: &str, finding: Finding| {
        let (mark, text) = match finding {
            Ok(text) => ("ok   ", text),
            Err(text) => ("WRONG", text),
        };
        wrong += usize::from(mark != "ok   ");
        println!("{mark}  {what:<14}{text}");
    };
    say("configuration", Ok(describe(config)));
    match open(config).await {
        Err(text) => say("database", Err(text)),
        Ok(db) => {
            say("database", Ok("answers".into()));
            let look = |look: fn(&Tx) -> Result<Finding>| db.scan(look);
            let is_current = look(schema).await.unwrap_or_else(broken);
            let has_tables = is_current.is_ok();
            say("schema", is_current);
            say("integrity", look(integrity).await.unwrap_or_else(broken));
            if has_tables {
                say("clock", look(clock).await.unwrap_or_else(broken));
                say("index", look(index).await.unwrap_or_else(broken));
                say("content", look(content).await.unwrap_or_else(broken));
                say("tokens", look(access_tokens).await.unwrap_or_else(broken));
            }
        }
    }
    if wrong == 0 {
        return Ok(());
    }
    Err(Error::conflict("unhealthy", format!("{wrong} of these need your attention.")))
}

fn broken(error: Error) -> Finding {
    Err(format!("the database cannot say: {}", error.detail))
}

fn describe(config: &Config) -> String {
    let place = match &config.place {
        Place::Sqlite { path, .. } => path.display().to_string(),
        // The URL may hold a password.
        Place::Postgres { .. } => "PostgreSQL".to_string(),
    };
    let region = config.defaults.region.as_deref().unwrap_or("none");
    format!(
        "{place}, listen {}, region {region}, currency {}",
        config.listen,
        config.defaults.currency.code()
    )
}

async fn open(config: &Config) -> std::result::Result<Db, String> {
    if let Place::Sqlite { path, .. } = &config.place
        && !path.is_file()
    {
        return Err(format!("there is none at {}; `onedoor serve` makes it", path.display()));
    }
    let db = Db::open(&config.place).await.map_err(|error| error.detail)?;
    let answers = |tx: &Tx| tx.one(sql!("select 1"), params![], |_| Ok(()));
    db.read(answers).await.map_err(|error| format!("does not answer: {}", error.detail))?;
    Ok(db)
}

fn schema(tx: &Tx) -> Result<Finding> {
    let select = sql!("select name from migrations order by name");
    let applied = match tx.rows(select, params![], |row| row.get::<String>(0)) {
        Ok(applied) => applied,
        Err(error) => {
            let hint = "`onedoor serve` makes the tables of a new database";
            return Ok(Err(format!("{}; {hint}", error.detail)));
        }
    };
    let migrations = app::migrations();
    let is_ours = |name: &str| migrations.iter().any(|migration| migration.name == name);
    if let Some(newer) = applied.iter().find(|name| !is_ours(name)) {
        return Ok(Err(format!("{newer} is unknown: the database is newer than this program")));
    }
    let missing = migrations.iter().find(|m| !applied.iter().any(|name| name == m.name));
    Ok(match missing {
        Some(missing) => Err(format!("{} is to come; `onedoor serve` applies it", missing.name)),
        None => Ok(applied.last().cloned().unwrap_or_default()),
    })
}

fn integrity(tx: &Tx) -> Result<Finding> {
    let select = sql!(
        sqlite: "select quick_check from pragma_quick_check",
        postgres: "select 'ok'"
    );
    let found: Vec<String> = tx.rows(select, params![], |row| row.get(0))?;
    Ok(match found.first().map(String::as_str) {
        Some("ok") => Ok("sound".into()),
        first => Err(format!(
            "{}; stop the server and restore a backup",
            first.unwrap_or("the check said nothing")
        )),
    })
}

/// Ours against the database server's; embedded, against the newest event.
fn clock(tx: &Tx) -> Result<Finding> {
    let now = Clock::System.now();
    let select = sql!(
        sqlite: "select received_at from events order by seq desc limit 1",
        postgres: "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)"
    );
    let theirs = tx.one(select, params![], |row| row.get(0))?.unwrap_or(now);
    let ahead = theirs.since(now);
    let is_wrong = match tx.engine() {
        Engine::Sqlite => ahead > CLOCKS_DIFFER_MAX,
        Engine::Postgres => ahead.abs() > CLOCKS_DIFFER_MAX,
    };
    if is_wrong {
        let detail = format!("{now} here, {theirs} in the database; set the clock (NTP)");
        return Ok(Err(detail));
    }
    Ok(Ok(now.to_string()))
}

fn index(tx: &Tx) -> Result<Finding> {
    if tx.engine() == Engine::Postgres {
        return Ok(Ok("kept by the database".into()));
    }
    let waiting = events::last_seq(tx)? - events::indexed_seq(tx)?;
    Ok(if waiting > WAITING_MAX {
        Err(format!("{waiting} events wait; a running server writes them"))
    } else {
        Ok(format!("{waiting} events wait"))
    })
}

/// Of the doors: those that end must be renewed in time.
fn access_tokens(tx: &Tx) -> Result<Finding> {
    let worries = tokens::worrying(tx, Clock::System.now())?;
    if worries.is_empty() {
        return Ok(Ok("none is about to end".into()));
    }
    let told = worries.into_iter().map(|(door, worry)| match worry {
        Worry::Over { ended_at } => format!("that of “{door}” ended at {ended_at}"),
        Worry::Refused { error, ends_at: Some(at) } => {
            format!("that of “{door}” ends at {at} and could not be renewed: {error}")
        }
        Worry::Refused { error, ends_at: None } => {
            format!("that of “{door}” could not be renewed: {error}")
        }
    });
    let told = told.collect::<Vec<_>>().join("; ");
    Ok(Err(format!("{told}; put in a new one on the door's page")))
}

fn content(tx: &Tx) -> Result<Finding> {
    let count =
        |select| -> Result<i64> { Ok(tx.one(select, params![], |row| row.get(0))?.unwrap_or(0)) };
    let doors = count(sql!("select count(*) from channels where disabled_at is null"))?;
    let leaves = count(sql!("select count(*) from customers where erased_at is null"))?;
    // Counting millions of rows one by one would take minutes.
    let events = count(sql!(
        sqlite: "select coalesce(max(seq), 0) from events",
        postgres: "select cast(coalesce(max(greatest(reltuples, 0)), 0) as bigint) from pg_class
                   where relname = 'events'"
    ))?;
    let text = format!("{doors} open doors, {leaves} records of people, about {events} events");
    Ok(if doors == 0 {
        Err(format!("{text}; make a door: onedoor channel add --kind web --name …"))
    } else {
        Ok(text)
    })
}
