//! Who did what: the audit log, newest first, live.

use axum::response::IntoResponse;
use customers::accounts::audit::{self, Cursor, Entry, Filter};
use customers::accounts::{AuditId, Permit, may};
use kit::{Error, Result, Time};
use maud::{Markup, html};
use serde_json::Value;

use super::live;
use super::reply::Page;
use super::ui::{Cell, Icon, Nav, avatar, empty, live_rows, more, table, time, title_row};
use super::who::Desk;

const PAGE_SIZE: i64 = 50;

pub async fn list_audit(desk: Desk) -> Result<Page> {
    let tr = &desk.tr;
    let permit = desk.staff.permit()?;
    let before = desk.query("before").map(|text| parse_cursor(&text)).transpose()?;
    let filter = filter(&desk);
    let mut entries = audit::list(&desk.app.ctx, &permit, &filter, before, PAGE_SIZE + 1).await?;
    let has_more = entries.len() as i64 > PAGE_SIZE;
    entries.truncate(PAGE_SIZE as usize);
    let next = entries.last().filter(|_| has_more).map(|last| address(&filter, Some(last)));
    let newest = before.map(|_| address(&filter, None));
    let live_url =
        format!("/desk/audit/live{}", address(&filter, None).trim_start_matches("/desk/audit"));
    let is_first_page = before.is_none();
    let title = tr.t("desk-nav-audit");
    let rows: Vec<Vec<Cell>> = entries.iter().map(|entry| row(&desk, entry)).collect();
    let body = html! {
        (title_row(&title, &tr.t("desk-audit-lead"), html! {}))
        (filter_form(&desk, &permit, &filter).await?)
        div #results {
            @if rows.is_empty() {
                (empty(Icon::Log, &tr.t("desk-audit-empty"), &tr.t("desk-audit-empty-text"), html! {}))
            } @else {
                (table(&title, &headings(&desk), &rows, is_first_page.then_some(&live_url)))
                (more(&desk, next.as_deref(), newest.as_deref()))
            }
        }
    };
    Ok(desk.page(Nav::Audit, &title, body))
}

/// New entries as they are written.
pub async fn live_audit(desk: Desk) -> Result<impl IntoResponse> {
    let permit: Permit<may::SeeAuditLog> = desk.staff.permit()?;
    let filter = filter(&desk);
    let newest = audit::list(&desk.app.ctx, &permit, &filter, None, 1).await?;
    let start: Option<Cursor> = newest.first().map(|entry| (entry.at, entry.id));
    let db = desk.app.ctx.db.clone();
    Ok(live::rows(&db, start, move |last| {
        let (desk, filter) = (desk.clone(), filter.clone());
        async move { look(&desk, &filter, last).await }
    }))
}

async fn look(
    desk: &Desk,
    filter: &Filter,
    last: Option<Cursor>,
) -> Result<(Option<Cursor>, Option<Markup>)> {
    let desk = desk.renewed().await?;
    let permit = desk.staff.permit()?;
    let mut fresh = audit::list(&desk.app.ctx, &permit, filter, None, PAGE_SIZE).await?;
    fresh.retain(|entry| last.is_none_or(|last| (entry.at, entry.id) > last));
    let Some(newest) = fresh.first() else { return Ok((last, None)) };
    let at = Some((newest.at, newest.id));
    let rows: Vec<Vec<Cell>> = fresh.iter().map(|entry| row(&desk, entry)).collect();
    Ok((at, Some(live_rows(&headings(&desk), &rows))))
}

fn filter(desk: &Desk) -> Filter {
    let value = |name: &str| desk.query(name).filter(|value| !value.is_empty());
    Filter { account_id: None, action: value("action"), subject: value("subject") }
}

/// The address of a page of this list. Values are letters, digits, `_` and `.` only, so nothing needs escaping.
fn address(filter: &Filter, last: Option<&Entry>) -> String {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c)).collect()
    };
    let mut query = Vec::new();
    if let Some(action) = &filter.action {
        query.push(format!("action={}", plain(action)));
    }
    if let Some(subject) = &filter.subject {
        query.push(format!("subject={}", plain(subject)));
    }
    if let Some(last) = last {
        query.push(format!("before={}.{}", last.at.0, last.id));
    }
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/desk/audit{mark}{}", query.join("&"))
}

fn parse_cursor(text: &str) -> Result<Cursor> {
    let bad = || Error::bad_input("bad_cursor", "This is not a place in the list.");
    let (at, id) = text.split_once('.').ok_or_else(bad)?;
    let at = Time(at.parse().map_err(|_| bad())?);
    let id: AuditId = id.parse()?;
    Ok((at, id))
}

async fn filter_form(
    desk: &Desk,
    permit: &Permit<may::SeeAuditLog>,
    filter: &Filter,
) -> Result<Markup> {
    let tr = &desk.tr;
    let actions = audit::list_actions(&desk.app.ctx, permit).await?;
    Ok(html! {
        form.filters method="get" action="/desk/audit" {
            label.hidden for="action" { (tr.t("desk-audit-action")) }
            select #action name="action" data-submit {
                option value="" { (tr.t("desk-audit-all")) }
                @for action in &actions {
                    option value=(action) selected[filter.action.as_ref() == Some(action)] {
                        (action_name(desk, action))
                    }
                }
            }
            @if let Some(subject) = &filter.subject {
                input type="hidden" name="subject" value=(subject);
                a.badge.accent href="/desk/audit" { (subject) " ×" }
            }
            noscript { button.button.small.plain type="submit" { (tr.t("desk-show")) } }
        }
    })
}

fn headings(desk: &Desk) -> Vec<String> {
    ["desk-audit-when", "desk-audit-who", "desk-audit-what", "desk-audit-subject"]
        .map(|key| desk.tr.t(key))
        .into()
}

fn row(desk: &Desk, entry: &Entry) -> Vec<Cell> {
    vec![
        html! { (time(desk, entry.at)) },
        html! { div.person { (avatar(&entry.actor)) strong { (entry.actor) } } },
        html! {
            div {
                (action_name(desk, &entry.action))
                @let detail = detail_text(desk, &entry.detail);
                @if !detail.is_empty() { small.block { (detail) } }
            }
        },
        html! {
            a.id href={ "/desk/audit?subject=" (entry.subject) } title=(entry.subject) {
                (short_id(&entry.subject))
            }
        },
    ]
}

/// The words for an action; the bare name for one that has none yet.
fn action_name(desk: &Desk, action: &str) -> String {
    let key = format!("desk-did-{}", action.replace('_', "-"));
    let text = desk.tr.t(&key);
    if text == key { action.replace('_', " ") } else { text }
}

/// “Piotr · Agent → Admin”.
fn detail_text(desk: &Desk, detail: &Value) -> String {
    let Value::Object(fields) = detail else { return String::new() };
    let role = |code: &str| desk.tr.t(&format!("desk-role-{code}"));
    let mut parts = Vec::new();
    for (name, value) in fields {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match name.as_str() {
            "name" | "ip" => parts.push(value),
            "reason" if value.is_empty() => {}
            "reason" => parts.push(format!("‘{value}’")),
            "other" => parts.push(short_id(&value)),
            // Ids that say nothing to people; the log itself keeps them.
            "merge" | "erasure" => {}
            "role" | "from" => parts.push(role(&value)),
            "to" => parts.push(format!("→ {}", role(&value))),
            "kind" => parts.push(desk.tr.t(&format!("desk-doors-kind-{value}"))),
            "was" => parts.push(format!("← {value}")),
            _ => parts.push(format!("{}: {value}", name.replace('_', " "))),
        }
    }
    parts.join(" · ").replace(" · →", " →")
}

/// The end of an id is its random part: enough to tell two apart at a glance.
fn short_id(id: &str) -> String {
    match id.split_once('_') {
        Some((prefix, rest)) if rest.len() == 26 => format!("{prefix}_…{}", &rest[20..]),
        _ => id.to_owned(),
    }
}
