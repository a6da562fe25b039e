//! The SQL of ready answers.

use kit::db::Row;
use kit::i18n::Lang;
use kit::{Error, Result, Tx, params, sql};

use super::{COUNT_MAX, Ready, ReadyId};

/// All of them, by their short word.
pub fn list(tx: &Tx) -> Result<Vec<Ready>> {
    tx.rows(
        sql!(
            "select id, shortcut, lang, title, body, choices, changed_at from ready_answers
             order by shortcut, lang limit $1"
        ),
        params![COUNT_MAX as i64],
        ready,
    )
}

pub fn find(tx: &Tx, id: ReadyId) -> Result<Ready> {
    let found = tx.one(
        sql!(
            "select id, shortcut, lang, title, body, choices, changed_at from ready_answers
             where id = $1"
        ),
        params![id],
        ready,
    )?;
    found.ok_or_else(|| Error::not_found("ready answer of this id"))
}

pub fn save(tx: &Tx, ready: &Ready) -> Result<()> {
    tx.exec(
        sql!(
            "insert into ready_answers (id, shortcut, lang, title, body, choices, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (id) do update set shortcut = excluded.shortcut, lang = excluded.lang,
               title = excluded.title, body = excluded.body, choices = excluded.choices,
               changed_at = excluded.changed_at"
        ),
        params![
            ready.id,
            ready.shortcut,
            ready.lang.code(),
            ready.title,
            ready.body,
            ready.choices.join("\n"),
            ready.changed_at
        ],
    )?;
    Ok(())
}

pub fn delete(tx: &Tx, id: ReadyId) -> Result<()> {
    match tx.exec(sql!("delete from ready_answers where id = $1"), params![id])? {
        0 => Err(Error::not_found("ready answer of this id")),
        _ => Ok(()),
    }
}

fn ready(row: &Row) -> Result<Ready> {
    Ok(Ready {
        id: row.get(0)?,
        shortcut: row.get(1)?,
        lang: Lang::parse(row.text(2)?).unwrap_or_default(),
        title: row.get(3)?,
        body: row.get(4)?,
        choices: row.text(5)?.lines().map(str::to_string).collect(),
        changed_at: row.get(6)?,
    })
}
