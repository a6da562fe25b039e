//! Saying that two customers are one person: find the other, look at what would be, give a reason.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::context::list::{self, Line};
use customers::context::sides::{self, MergePreview, Stricter};
use customers::context::store;
use customers::identities::by_hand::{self, Reason};
use customers::identities::rules::Refusal;
use customers::identities::{CustomerId, graph};
use kit::i18n::Arg;
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::list::find;
use super::naming::{self, Doors};
use super::sides::{card, side_name};
use super::{address, consent, facts, parse_id, root_of};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, empty, form, icon, link_button, note, title_row,
};
use crate::desk::who::Desk;

#[derive(Debug, Deserialize)]
pub struct MergeForm {
    #[serde(default)]
    with: String,
    #[serde(default)]
    reason: String,
}

/// Without `with`: a search for the other one. With it: the preview.
pub async fn show_merge(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let permit: Permit<may::MergeCustomers> = desk.staff.permit()?;
    let customer = root_of(&desk, parse_id(&id)?).await?;
    match desk.query("with") {
        Some(with) => preview_page(&desk, &permit, [customer, parse_id(&with)?], "", None).await,
        None => search_page(&desk, &permit, customer).await,
    }
}

/// The older of the two gives the one its id, so the address of either goes on working.
pub async fn merge_customers(
    desk: Desk,
    Path(id): Path<String>,
    Form(sent): Form<MergeForm>,
) -> Result<Response> {
    let permit: Permit<may::MergeCustomers> = desk.staff.permit()?;
    let both = [parse_id(&id)?, parse_id(&sent.with)?];
    let now = desk.now;
    let done = match Reason::parse(&sent.reason) {
        Ok(reason) => {
            let db = &desk.app.ctx.db;
            db.write(|tx| by_hand::merge(tx, &permit, both, &reason, now)).await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(one) => Ok(Go::to(&address(one.customer)).saying("customers-merged").into_response()),
        Err(error) if error.code == "bad_reason" => {
            let fault = Fault::of(&desk, error, "reason")?;
            let page = preview_page(&desk, &permit, both, &sent.reason, Some(&fault)).await?;
            Ok(page.with_status(StatusCode::BAD_REQUEST).into_response())
        }
        Err(error) => Err(error),
    }
}

pub async fn dismiss_proposal(desk: Desk, Path((id, other)): Path<(String, String)>) -> Result<Go> {
    let permit: Permit<may::MergeCustomers> = desk.staff.permit()?;
    let both = [parse_id(&id)?, parse_id(&other)?];
    let now = desk.now;
    desk.app.ctx.db.write(|tx| by_hand::dismiss(tx, &permit, both, now)).await?;
    Ok(Go::to(&address(both[0])).saying("proposal-dismissed"))
}

async fn search_page(
    desk: &Desk,
    _: &Permit<may::MergeCustomers>,
    customer: CustomerId,
) -> Result<Page> {
    let tr = &desk.tr;
    let query = desk.query("q").map(|q| q.trim().to_owned()).unwrap_or_default();
    let (own, hits, doors) = desk
        .app
        .ctx
        .db
        .scan(|tx| {
            let own = list::line(tx, customer)?;
            let mut hits = if query.is_empty() { Vec::new() } else { find(tx, desk, &query)? };
            hits.retain(|line| line.customer.id != customer);
            let named = hits.iter().chain([&own]).map(|line| line.customer.last_channel_id);
            let doors = store::doors(tx, named.collect())?;
            Ok((own, hits, doors))
        })
        .await?;
    let here = address(customer);
    let name = naming::line_name(desk, &own, &doors);
    let title = tr.with("desk-customers-merge-title", &[("name", Arg::Text(name))]);
    let body = html! {
        (title_row(&title, &tr.t("desk-customers-merge-lead"), back(desk, customer)))
        form.search.wide role="search" aria-label=(tr.t("desk-customers-merge-find")) method="get"
            action={ (here) "/merge" } {
            (icon(Icon::Search))
            label.hidden for="other" { (tr.t("desk-customers-merge-find")) }
            input #other name="q" type="search" autocomplete="off" spellcheck="false" autofocus
                value=(query) placeholder=(tr.t("desk-search-hint")) data-results="candidates";
        }
        div #candidates data-count=(tr.with("desk-customers-hits", &[("count", Arg::Int(hits.len() as i64))])) {
            (candidates(desk, &here, &query, &hits, &doors))
        }
    };
    Ok(desk.page(Nav::Customers, &title, body))
}

fn back(desk: &Desk, customer: CustomerId) -> Markup {
    let words = desk.tr.t("desk-customers-back");
    link_button(Tone::Plain, Some(Icon::Left), &words, &address(customer))
}

fn candidates(desk: &Desk, here: &str, query: &str, hits: &[Line], doors: &Doors) -> Markup {
    let tr = &desk.tr;
    if hits.is_empty() && !query.is_empty() {
        return empty(
            Icon::Search,
            &tr.with("desk-customers-no-hit", &[("query", Arg::Text(query.into()))]),
            &tr.t("desk-customers-no-hit-text"),
            html! {},
        );
    }
    html! {
        @if !hits.is_empty() {
            ul.card.rows.candidates data-list {
                @for line in hits {
                    li {
                        (naming::portrait(line.customer.name.as_deref()))
                        a.grow href={ (here) "/merge?with=" (line.customer.id) } {
                            strong { (naming::line_name(desk, line, doors)) }
                            small {
                                @for held in naming::best_first(&line.identities).iter().take(3) {
                                    span { (naming::identity_value(&held.kind, &held.value)) }
                                }
                            }
                        }
                        (icon(Icon::Right))
                    }
                }
            }
        }
    }
}

async fn preview_page(
    desk: &Desk,
    permit: &Permit<may::MergeCustomers>,
    both: [CustomerId; 2],
    reason: &str,
    fault: Option<&Fault>,
) -> Result<Page> {
    let (ctx, now) = (&desk.app.ctx, desk.now);
    let preview = ctx.db.scan(|tx| {
        let roots = [graph::root(tx, both[0])?, graph::root(tx, both[1])?];
        if roots[0] == roots[1] {
            let detail = "These two are one customer already.";
            return Err(Error::conflict("already_merged", detail));
        }
        sides::merge(tx, ctx, permit, roots, now)
    });
    let preview = preview.await?;
    let tr = &desk.tr;
    let title = tr.t("desk-customers-merge-preview");
    let [left, right] = &preview.sides;
    let body = html! {
        (title_row(&title, &tr.t("desk-customers-merge-preview-lead"), back(desk, left.id)))
        div.sides {
            (card(desk, left, &preview.doors, Some(&address(left.id))))
            span.joins aria-hidden="true" { (icon(Icon::Link)) }
            (card(desk, right, &preview.doors, Some(&address(right.id))))
        }
        (outcome(desk, &preview))
        section.card.decision {
            (form(desk, &format!("{}/merge", address(left.id)), html! {
                input type="hidden" name="with" value=(right.id);
                (Field::text("reason", tr.t("desk-customers-reason"), reason)
                    .hint(tr.t("desk-customers-merge-reason-hint")).show(fault))
                div.actions {
                    (button(Tone::Accent, Some(Icon::Link), &tr.t("desk-customers-merge-do")))
                    (link_button(Tone::Plain, None, &tr.t("desk-cancel"), &address(left.id)))
                }
            }))
        }
    };
    Ok(desk.page(Nav::Customers, &title, body))
}

/// What would be one, and what is to be minded.
fn outcome(desk: &Desk, preview: &MergePreview) -> Markup {
    let tr = &desk.tr;
    let [left, right] = &preview.sides;
    let name = preview.name.clone().unwrap_or_else(|| side_name(desk, left, &preview.doors));
    let identities = (left.identities.len() + right.identities.len()) as i64;
    html! {
        section.card.outcome {
            h2 { (tr.with("desk-customers-merge-outcome", &[("name", Arg::Text(name))])) }
            p.brings {
                span { (tr.with("desk-customers-identities-count", &[("count", Arg::Int(identities))])) }
                span { (tr.with("desk-customers-events", &[("count", Arg::Int(left.events + right.events))])) }
                span {
                    (tr.with("desk-customers-orders-count", &[("count", Arg::Int(preview.facts.orders as i64))]))
                }
                @if !preview.facts.spent.is_empty() { span { (facts::money(desk, &preview.facts.spent)) } }
            }
            (refusal(desk, preview.refusal.as_ref()))
            @if !preview.stricter.is_empty() {
                (note(Tone::Warn, html! {
                    p { (tr.t("desk-customers-stricter")) }
                    ul.allows { @for one in &preview.stricter { li { (stricter(desk, one)) } } }
                }))
            }
            @if left.restricted != right.restricted || left.objected != right.objected {
                (note(Tone::Warn, html! { p { (tr.t("desk-customers-flags-spread")) } }))
            }
            p.hint { (tr.t("desk-customers-merge-undoable")) }
        }
    }
}

/// Why no rule did it: staff may, and should know.
fn refusal(desk: &Desk, refusal: Option<&Refusal>) -> Markup {
    let tr = &desk.tr;
    let words = match refusal {
        None => return html! {},
        Some(Refusal::TwoAccounts) => tr.t("desk-customers-conflict-accounts"),
        Some(Refusal::Unproven) => tr.t("desk-customers-refused-both-known"),
        Some(Refusal::Limit(kind)) => {
            let kind = Arg::Text(naming::kind_name(desk, kind));
            tr.with("desk-customers-conflict-limit", &[("kind", kind)])
        }
    };
    note(Tone::Warn, html! { p { (words) } })
}

fn stricter(desk: &Desk, one: &Stricter) -> Markup {
    let was = one.was.iter().flatten().find(|state| **state < one.becomes);
    html! {
        span {
            (naming::purpose_name(desk, &one.subject.purpose)) " · "
            (naming::way_name(desk, &one.subject.channel)) ":"
        }
        @if let Some(was) = was { (consent::state_badge(desk, *was)) }
        "→"
        (consent::state_badge(desk, one.becomes))
    }
}
