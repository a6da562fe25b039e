//! Saying that one customer is two people: undoing a merge, with a look at who takes what.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::context::sides;
use customers::identities::by_hand::{self, Reason};
use customers::identities::{CustomerId, EdgeId};
use kit::{Error, Result};
use maud::html;
use serde::Deserialize;

use super::sides::card;
use super::{address, parse_id, why_one};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{Fault, Field, Icon, Nav, Tone, button, form, icon, link_button, title_row};
use crate::desk::who::Desk;

#[derive(Debug, Deserialize)]
pub struct SplitForm {
    #[serde(default)]
    reason: String,
}

fn parse(id: &str, edge: &str) -> Result<(CustomerId, EdgeId)> {
    let edge = edge.parse().map_err(|_| Error::not_found("merge of this customer"))?;
    Ok((parse_id(id)?, edge))
}

pub async fn show_split(desk: Desk, Path((id, edge)): Path<(String, String)>) -> Result<Page> {
    let permit: Permit<may::MergeCustomers> = desk.staff.permit()?;
    let (customer, edge) = parse(&id, &edge)?;
    preview_page(&desk, &permit, customer, edge, "", None).await
}

pub async fn split_customer(
    desk: Desk,
    Path((id, edge)): Path<(String, String)>,
    Form(sent): Form<SplitForm>,
) -> Result<Response> {
    let permit: Permit<may::MergeCustomers> = desk.staff.permit()?;
    let (customer, edge) = parse(&id, &edge)?;
    let now = desk.now;
    let done = match Reason::parse(&sent.reason) {
        Ok(reason) => {
            let db = &desk.app.ctx.db;
            db.write(|tx| by_hand::split(tx, &permit, customer, edge, &reason, now)).await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(sides) => {
            let first = sides.first().copied().unwrap_or(customer);
            Ok(Go::to(&format!("{}?undone={edge}", address(first))).into_response())
        }
        Err(error) if error.code == "bad_reason" => {
            let fault = Fault::of(&desk, error, "reason")?;
            let page =
                preview_page(&desk, &permit, customer, edge, &sent.reason, Some(&fault)).await?;
            Ok(page.with_status(StatusCode::BAD_REQUEST).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn preview_page(
    desk: &Desk,
    permit: &Permit<may::MergeCustomers>,
    customer: CustomerId,
    edge: EdgeId,
    reason: &str,
    fault: Option<&Fault>,
) -> Result<Page> {
    let (ctx, now) = (&desk.app.ctx, desk.now);
    let preview = ctx.db.scan(|tx| sides::split(tx, ctx, permit, customer, edge, now)).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-customers-split-preview");
    let home = address(customer);
    let back = link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-customers-back"), &home);
    let body = html! {
        (title_row(&title, &tr.t("desk-customers-split-lead"), back))
        section.card.outcome { div.edges { div.edge { (why_one::said(desk, &preview.edge)) } } }
        div.sides {
            @for (i, side) in preview.sides.iter().enumerate() {
                @if i > 0 { span.joins aria-hidden="true" { (icon(Icon::Unlink)) } }
                (card(desk, side, &preview.doors, None))
            }
        }
        section.card.decision {
            p.hint { (tr.t("desk-customers-split-why")) }
            (form(desk, &format!("{home}/splits/{edge}"), html! {
                (Field::text("reason", tr.t("desk-customers-reason"), reason)
                    .hint(tr.t("desk-customers-split-reason-hint")).show(fault))
                div.actions {
                    (button(Tone::Bad, Some(Icon::Unlink), &tr.t("desk-customers-split-do")))
                    (link_button(Tone::Plain, None, &tr.t("desk-cancel"), &home))
                }
            }))
        }
    };
    Ok(desk.page(Nav::Customers, &title, body))
}
