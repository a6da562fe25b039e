//! Who did what to whom, and when: written in the transaction of the deed, never changed afterwards.

use kit::db::Tx;
use kit::{Result, Time, params, sql};
use serde_json::Value;

use super::authority::{Actor, Permit, may};
use super::{AccountId, AuditId};
use crate::Ctx;

/// More than fits on one page of the desk, less than anyone can ask for at once.
pub const PAGE_SIZE_MAX: i64 = 200;

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: AuditId,
    pub at: Time,
    pub account_id: Option<AccountId>,
    /// The name at that time.
    pub actor: String,
    /// `noun_verbed`: `account_invited`, `customers_merged`.
    pub action: String,
    /// The id of what it was done to.
    pub subject: String,
    pub detail: Value,
    pub request_id: String,
}

/// What to list. Everything, when empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub account_id: Option<AccountId>,
    pub action: Option<String>,
    pub subject: Option<String>,
}

/// Where a page ends and the next begins.
pub type Cursor = (Time, AuditId);

/// Writes down what `actor` does, in the transaction that does it.
pub fn record(
    tx: &Tx,
    at: Time,
    actor: &Actor,
    action: &str,
    subject: &str,
    detail: &Value,
) -> Result<()> {
    tx.exec(
        sql!(
            "insert into audit_log (id, at, account_id, actor, action, subject, detail, request_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            AuditId::new(at),
            at,
            actor.account_id,
            &actor.name,
            action,
            subject,
            detail.to_string(),
            &actor.request_id
        ],
    )?;
    Ok(())
}

/// One page, newest first, of what comes before `before`.
pub async fn list(
    ctx: &Ctx,
    _: &Permit<may::SeeAuditLog>,
    filter: &Filter,
    before: Option<Cursor>,
    page_size: i64,
) -> Result<Vec<Entry>> {
    let (at, id) = before.unwrap_or((Time::MAX, AuditId([0xff; 16])));
    let page_size = page_size.clamp(1, PAGE_SIZE_MAX);
    ctx.db
        .read(|tx| {
            tx.rows(
                sql!(
                    "select id, at, account_id, actor, action, subject, detail, request_id
                     from audit_log
                     where (at, id) < ($1, $2)
                       and (cast($3 as {blob}) is null or account_id = $3)
                       and (cast($4 as text) is null or action = $4)
                       and (cast($5 as text) is null or subject = $5)
                     order by at desc, id desc
                     limit $6"
                ),
                params![
                    at,
                    id,
                    filter.account_id,
                    filter.action.as_deref(),
                    filter.subject.as_deref(),
                    page_size
                ],
                |row| {
                    Ok(Entry {
                        id: row.get(0)?,
                        at: row.get(1)?,
                        account_id: row.get(2)?,
                        actor: row.get(3)?,
                        action: row.get(4)?,
                        subject: row.get(5)?,
                        detail: serde_json::from_str(&row.get::<String>(6)?).unwrap_or(Value::Null),
                        request_id: row.get(7)?,
                    })
                },
            )
        })
        .await
}

/// The actions that the log has seen, for the filter.
pub async fn list_actions(ctx: &Ctx, _: &Permit<may::SeeAuditLog>) -> Result<Vec<String>> {
    ctx.db
        .read(|tx| {
            tx.rows(
                sql!("select distinct action from audit_log order by action limit 200"),
                params![],
                |row| row.get(0),
            )
        })
        .await
}
