//! What a person may ask of the shop, as far as staff answer it here: their file, no advertising, leave my data
//! alone, forget me.

use axum::body::Body;
use axum::extract::{Form, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permission, Permit, may};
use customers::context::Named;
use customers::context::about::About;
use customers::identities::CustomerId;
use customers::privacy::{self, ErasureId, Export, Flag, Format, Kept};
use kit::i18n::Arg;
use kit::text::fold;
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::page::part;
use super::{address, head, page, parse_id, root_of};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, form, link_button, narrow, note,
    title_row,
};
use crate::desk::who::Desk;
use crate::disclosure;

/// The part of the customer page from where all this begins.
pub fn section(desk: &Desk, about: &About) -> Markup {
    let (exports, erases) = (Permission::ExportCustomers, Permission::EraseCustomers);
    let some = [exports, erases, Permission::EditCustomers];
    if !some.into_iter().any(|permission| desk.staff.can(permission)) {
        return html! {};
    }
    let tr = &desk.tr;
    let home = address(about.customer.id);
    let body = html! {
        @if desk.staff.can(exports) {
            div.actions {
                (link_button(Tone::Plain, Some(Icon::Log), &tr.t("desk-customers-export-html"), &format!("{home}/export?format=html")))
                (link_button(Tone::Plain, Some(Icon::Code), &tr.t("desk-customers-export-json"), &format!("{home}/export?format=json")))
            }
        }
        @if desk.staff.can(Permission::EditCustomers) {
            div.actions {
                (flag_form(desk, &home, "objection", about.customer.objected_at.is_some()))
                (flag_form(desk, &home, "restriction", about.customer.restricted_at.is_some()))
            }
        }
        @if desk.staff.can(erases) {
            div.actions {
                (link_button(Tone::Bad, Some(Icon::Close), &tr.t("desk-customers-erase"), &format!("{home}/erasure")))
            }
        }
    };
    part("privacy", &tr.t("desk-customers-privacy"), body)
}

fn flag_form(desk: &Desk, home: &str, noun: &str, is_set: bool) -> Markup {
    let verb = if is_set { "lift" } else { "set" };
    let words = |end: &str| desk.tr.t(&format!("desk-customers-{noun}-{verb}{end}"));
    let sent = html! { input type="hidden" name="is_set" value=(!is_set); };
    let action = format!("{home}/{noun}");
    confirmed_form(desk, &action, &words("-ask"), Tone::Plain, &words(""), sent)
}

/// The whole file, as it is read: nothing waits in memory.
pub async fn export_customer(desk: Desk, Path(id): Path<String>) -> Result<Response> {
    let permit: Permit<may::ExportCustomers> = desk.staff.permit()?;
    let named = Named::Id(parse_id(&id)?);
    let export = Export::open(&desk.app.ctx, &permit, &named, disclosure::chapters()).await?;
    let (format, kind, ending) = match desk.query("format").as_deref() {
        Some("html") => (Format::Html(desk.tr.clone()), "text/html; charset=utf-8", "html"),
        _ => (Format::Json, "application/json", "json"),
    };
    let name = format!("attachment; filename=\"{}.{ending}\"", export.head.customer);
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, Body::from_stream(export.stream(format))).into_response())
}

#[derive(Debug, Deserialize)]
pub struct FlagForm {
    is_set: Option<bool>,
}

pub async fn change_objection(desk: Desk, id: Path<String>, sent: Form<FlagForm>) -> Result<Go> {
    change_flag(&desk, &id, Flag::Objection, sent.is_set).await
}

pub async fn change_restriction(desk: Desk, id: Path<String>, sent: Form<FlagForm>) -> Result<Go> {
    change_flag(&desk, &id, Flag::Restriction, sent.is_set).await
}

async fn change_flag(desk: &Desk, id: &str, flag: Flag, is_set: Option<bool>) -> Result<Go> {
    let permit: Permit<may::EditCustomers> = desk.staff.permit()?;
    let id = parse_id(id)?;
    let (ctx, named) = (&desk.app.ctx, Named::Id(id));
    match is_set {
        Some(true) => privacy::set(ctx, &permit, &named, flag, "").await?,
        Some(false) => privacy::clear(ctx, &permit, &named, flag, "").await?,
        None => return Err(Error::bad_input("bad_flag", "Say is_set=true or is_set=false.")),
    }
    Ok(Go::to(&address(id)).saying("customer-flagged"))
}

#[derive(Debug, Deserialize)]
pub struct EraseForm {
    #[serde(default)]
    name: String,
}

pub async fn show_erase(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let permit: Permit<may::EraseCustomers> = desk.staff.permit()?;
    let customer = root_of(&desk, parse_id(&id)?).await?;
    erase_page(&desk, &permit, customer, "", None).await
}

/// The name must be typed: a click alone could be one too many, and there is no way back.
pub async fn erase_customer(
    desk: Desk,
    Path(id): Path<String>,
    Form(sent): Form<EraseForm>,
) -> Result<Response> {
    let permit: Permit<may::EraseCustomers> = desk.staff.permit()?;
    let customer = root_of(&desk, parse_id(&id)?).await?;
    let name = name(&desk, customer).await?;
    if fold(sent.name.trim()) != fold(&name) {
        let error = Error::bad_input("bad_confirmation", "Type the name as it is shown.");
        let fault = Fault::of(&desk, error, "name")?;
        let page = erase_page(&desk, &permit, customer, &sent.name, Some(&fault)).await?;
        return Ok(page.with_status(StatusCode::BAD_REQUEST).into_response());
    }
    let erasure = privacy::erase(&desk.app.ctx, &permit, &Named::Id(customer)).await?;
    let receipt = format!("/desk/customers/erasures/{}", erasure.id);
    Ok(Go::to(&receipt).saying("customer-erased").into_response())
}

async fn name(desk: &Desk, customer: CustomerId) -> Result<String> {
    let permit: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let about = page::about(desk, &permit, customer).await?;
    Ok(head::name(desk, &about))
}

async fn erase_page(
    desk: &Desk,
    _: &Permit<may::EraseCustomers>,
    customer: CustomerId,
    typed: &str,
    fault: Option<&Fault>,
) -> Result<Page> {
    let tr = &desk.tr;
    let name = name(desk, customer).await?;
    let home = address(customer);
    let named = [("name", Arg::Text(name.clone()))];
    let title = tr.with("desk-customers-erase-title", &named);
    let body = html! {
        (title_row(&title, "", html! {}))
        (narrow(html! {
            (note(Tone::Bad, html! { p { (tr.t("desk-customers-erase-text")) } }))
            (card("", form(desk, &format!("{home}/erasure"), html! {
                (Field::text("name", tr.with("desk-customers-erase-type", &named), typed).focused().show(fault))
                div.actions {
                    (button(Tone::Bad, Some(Icon::Close), &tr.t("desk-customers-erase-do")))
                    (link_button(Tone::Plain, None, &tr.t("desk-cancel"), &home))
                }
            })))
        }))
    };
    Ok(desk.page(Nav::Customers, &title, body))
}

/// What went, and what was kept and why. Says nothing of who it was.
pub async fn show_erasure(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::EraseCustomers> = desk.staff.permit()?;
    let id: ErasureId = id.parse().map_err(|_| Error::not_found("erasure of this id"))?;
    let erasure = desk.app.ctx.db.read(|tx| privacy::store::find(tx, id)).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-customers-receipt");
    let lead = format!("{} · {} · {}", tr.date_time(erasure.at), erasure.by, erasure.id);
    let list = link_button(Tone::Plain, None, &tr.t("desk-customers-all"), "/desk/customers");
    let body = html! {
        (title_row(&title, &lead, list))
        (narrow(html! {
            (card(&tr.t("desk-customers-went"), html! {
                ul.rows {
                    @for (table, rows) in &erasure.receipt.went {
                        li {
                            span.grow { (went_name(&desk, table)) }
                            span.number { (tr.number(i64::try_from(*rows).unwrap_or(i64::MAX))) }
                        }
                    }
                }
            }))
            (card(&tr.t("desk-customers-kept"), html! {
                ul.rows { @for kept in &erasure.receipt.kept { li { (kept_row(&desk, kept)) } } }
            }))
        }))
    };
    Ok(desk.page(Nav::Customers, &title, body))
}

const WENT: [&str; 12] = [
    "bounces",
    "events",
    "traits",
    "search_terms",
    "memberships",
    "consents",
    "identities",
    "claims",
    "edges",
    "proposals",
    "dealings",
    "rejections",
];

fn went_name(desk: &Desk, table: &str) -> String {
    if WENT.contains(&table) {
        return desk.tr.t(&format!("desk-customers-went-{}", table.replace('_', "-")));
    }
    table.replace('_', " ")
}

fn kept_row(desk: &Desk, kept: &Kept) -> Markup {
    let why = match kept.what.as_str() {
        "customers" | "tombstones" | "consents" | "audit_log" => {
            desk.tr.t(&format!("desk-customers-kept-{}", kept.what.replace('_', "-")))
        }
        _ => kept.why.clone(),
    };
    html! {
        span.grow { (why) }
        span.number { (desk.tr.number(i64::try_from(kept.count).unwrap_or(i64::MAX))) }
    }
}
