//! The SQL of saved views.

use customers::accounts::AccountId;
use kit::db::Row;
use kit::{Result, Time, Tx, params, sql};

use super::{Saved, ViewId};
use crate::conversations::TeamId;

pub fn insert(tx: &Tx, view: &Saved, now: Time) -> Result<()> {
    tx.exec(
        sql!(
            "insert into saved_views (id, account_id, team_id, name, query, created_at)
             values ($1, $2, $3, $4, $5, $6)"
        ),
        params![view.id, view.account_id, view.team_id, view.name, view.query, now],
    )?;
    Ok(())
}

pub fn of_account(tx: &Tx, account: AccountId) -> Result<Vec<Saved>> {
    tx.rows(
        sql!(
            "select id, account_id, team_id, name, query from saved_views
             where account_id = $1 order by id"
        ),
        params![account],
        saved,
    )
}

pub fn of_team(tx: &Tx, team: TeamId) -> Result<Vec<Saved>> {
    tx.rows(
        sql!(
            "select id, account_id, team_id, name, query from saved_views
             where team_id = $1 order by id limit 100"
        ),
        params![team],
        saved,
    )
}

/// Whether it was theirs.
pub fn delete(tx: &Tx, account: AccountId, id: ViewId) -> Result<bool> {
    let delete = sql!("delete from saved_views where id = $1 and account_id = $2");
    Ok(tx.exec(delete, params![id, account])? == 1)
}

fn saved(row: &Row) -> Result<Saved> {
    Ok(Saved {
        id: row.get(0)?,
        account_id: row.get(1)?,
        team_id: row.get(2)?,
        name: row.get(3)?,
        query: row.get(4)?,
    })
}
