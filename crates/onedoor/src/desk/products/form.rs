//! One product with its variants. Whoever may change it gets a form, the others the same with its fields locked.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::catalogue::categories::Tree;
use commerce::catalogue::{self, Product, ProductId, Status, TaxClass, store};
use customers::accounts::{Permission, Permit, may};
use customers::channels::{Channel, store as channels};
use kit::i18n::Lang;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::LIST;
use super::list::status_badge;
use super::sent::{Sent, SentVariant};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::forms::token;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, lines, link_button, narrow, note,
    select, title_row,
};
use crate::desk::who::Desk;

type Fields = Form<Vec<(String, String)>>;

/// What the page shows beside what was sent.
struct Beside {
    product: Option<Product>,
    tree: Tree,
    doors: Vec<Channel>,
}

async fn beside(desk: &Desk, id: Option<ProductId>) -> Result<Beside> {
    let look = |tx: &Tx| {
        let mut doors = channels::list(tx)?;
        doors.retain(|door| door.sell && door.disabled_at.is_none());
        let product = id.map(|id| store::find(tx, id)).transpose()?;
        Ok(Beside { product, tree: Tree::load(tx)?, doors })
    };
    desk.app.ctx.db.read(look).await
}

fn parse_id(text: &str) -> Result<ProductId> {
    text.parse().map_err(|_| Error::not_found("product of this id"))
}

pub async fn show_new_product(desk: Desk) -> Result<Page> {
    let _: Permit<may::ManageCatalogue> = desk.staff.permit()?;
    let beside = beside(&desk, None).await?;
    Ok(page(&desk, &beside, &Sent::default(), None))
}

pub async fn show_product(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let beside = beside(&desk, Some(parse_id(&id)?)).await?;
    let sent =
        beside.product.as_ref().map_or(Sent::default(), |product| Sent::of(product, &beside.tree));
    Ok(page(&desk, &beside, &sent, None))
}

pub async fn create_product(desk: Desk, Form(fields): Fields) -> Result<Response> {
    save(desk, None, Sent::new(fields)).await
}

pub async fn change_product(
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response> {
    let _: Permit<may::ManageCatalogue> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    save(desk, Some(id), Sent::new(fields)).await
}

pub async fn archive_product(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit: Permit<may::ManageCatalogue> = desk.staff.permit()?;
    catalogue::archive(&desk.app.commerce, &permit, parse_id(&id)?).await?;
    Ok(Go::to(LIST).saying("product-archived"))
}

async fn save(desk: Desk, id: Option<ProductId>, sent: Sent) -> Result<Response> {
    let permit: Permit<may::ManageCatalogue> = desk.staff.permit()?;
    let kept = match sent.wanted(id) {
        Ok(wanted) => catalogue::keep(&desk.app.commerce, &permit, &wanted).await,
        Err(error) => Err(error),
    };
    match kept {
        Ok((product, _)) => {
            let to = format!("{LIST}/{}", product.id);
            Ok(Go::to(&to).saying("product-saved").into_response())
        }
        Err(error) => {
            let status = error.status();
            let field = match error.code {
                "no_title" | "bad_title" => "title",
                "bad_handle" | "handle_taken" => "handle",
                "bad_brand" => "brand",
                "bad_category" | "category_too_deep" | "too_many_categories" => "category",
                // Of a variant: said above all of them.
                _ => "variants",
            };
            let fault = Fault::of(&desk, error, field)?;
            let beside = beside(&desk, id).await?;
            Ok(page(&desk, &beside, &sent, Some(&fault)).with_status(status).into_response())
        }
    }
}

fn page(desk: &Desk, beside: &Beside, sent: &Sent, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let product = beside.product.as_ref();
    let title = product.map_or(tr.t("desk-products-new"), |product| product.title.clone());
    let to = product.map_or(LIST.to_string(), |product| format!("{LIST}/{}", product.id));
    let may_change = desk.staff.can(Permission::ManageCatalogue);
    let body = html! {
        (title_row(&title, "", html! {
            @if let Some(product) = product { (status_badge(desk, product.status)) }
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-products"), LIST))
        }))
        form.product method="post" action=(to) {
            (token(desk))
            fieldset.locked disabled[!may_change] {
                div.product-columns {
                    div { (card("", of_product(desk, beside, sent, fault))) (texts(desk, sent)) }
                    div { (variants(desk, sent, fault)) (doors(desk, beside, sent)) }
                }
                @if may_change { (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save"))) }
            }
        }
        @if let Some(product) = product.filter(|one| may_change && one.status != Status::Archived) {
            (narrow(confirmed_form(
                desk,
                &format!("{LIST}/{}/archive", product.id),
                &tr.t("desk-products-archive-ask"),
                Tone::Bad,
                &tr.t("desk-products-archive"),
                html! {},
            )))
        }
    };
    desk.page(Nav::Products, &title, body)
}

fn optional<'a>(name: &'static str, label: String, value: &'a str) -> Field<'a> {
    Field { is_required: false, ..Field::text(name, label, value) }
}

fn of_product(desk: &Desk, beside: &Beside, sent: &Sent, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let statuses = Status::ALL
        .map(|one| (one.as_str().to_string(), tr.t(&format!("desk-products-{}", one.as_str()))));
    let classes = TaxClass::ALL.map(|one| {
        let key = one.as_str().replace('_', "-");
        (one.as_str().to_string(), tr.t(&format!("desk-products-tax-{key}")))
    });
    let or = |value: &'static str, name: &str| -> String {
        let sent = sent.get(name);
        if sent.is_empty() { value } else { sent }.to_string()
    };
    let category_fault = fault.filter(|fault| fault.field == "category");
    html! {
        div.form {
            (Field::text("title", tr.t("desk-products-title"), sent.get("title")).show(fault))
            div.field {
                label for="field-description" { (tr.t("desk-products-description")) }
                textarea #field-description name="description" rows="5" { (sent.get("description")) }
            }
            (select("status", &tr.t("desk-products-status"), &statuses, &or("draft", "status"), fault))
            (optional("brand", tr.t("desk-products-brand"), sent.get("brand")).show(fault))
            div.field {
                label for="field-category" { (tr.t("desk-products-category")) }
                input #field-category name="category" value=(sent.get("category")) list="categories"
                    autocomplete="off" aria-describedby="field-category-hint"
                    aria-invalid=[category_fault.map(|_| "true")];
                datalist #categories {
                    @for category in beside.tree.all() {
                        option value=(beside.tree.path_text(category.id)) {}
                    }
                }
                @if let Some(fault) = category_fault {
                    p.fault #field-category-hint { (fault.text) }
                } @else {
                    p.hint #field-category-hint { (tr.t("desk-products-category-hint")) }
                }
            }
            (select("tax_class", &tr.t("desk-products-tax"), &classes, &or("standard", "tax_class"), fault))
            (optional("handle", tr.t("desk-products-handle"), sent.get("handle"))
                .hint(tr.t("desk-products-handle-hint")).show(fault))
            (lines("images", &tr.t("desk-products-images"), &tr.t("desk-products-images-hint"), sent.get("images")))
        }
    }
}

/// The words of the other languages.
fn texts(desk: &Desk, sent: &Sent) -> Markup {
    let tr = &desk.tr;
    html! {
        section.card {
            h2 { (tr.t("desk-products-texts")) }
            p.hint { (tr.t("desk-products-texts-hint")) }
            @for lang in Lang::ALL {
                @let (title, description) = (format!("title_{lang}"), format!("description_{lang}"));
                @let is_there = [&title, &description].iter().any(|name| !sent.get(name).is_empty());
                details open[is_there] {
                    summary lang=(lang.code()) { (lang.own_name()) }
                    div.form lang=(lang.code()) {
                        div.field {
                            label for=(title) { (tr.t("desk-products-title")) }
                            input id=(title) name=(title) value=(sent.get(&title)) autocomplete="off";
                        }
                        div.field {
                            label for=(description) { (tr.t("desk-products-description")) }
                            textarea id=(description) name=(description) rows="3" { (sent.get(&description)) }
                        }
                    }
                }
            }
        }
    }
}

fn variants(desk: &Desk, sent: &Sent, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let all = sent.variants();
    html! {
        section.card {
            h2 { (tr.t("desk-products-variants")) }
            @if let Some(fault) = fault.filter(|fault| fault.field == "variants") {
                (note(Tone::Bad, html! { (fault.text) }))
            }
            p.hint { (tr.t("desk-products-options-hint")) }
            @for (n, sent) in all.iter().enumerate() { (variant(desk, n, Some(sent))) }
            @if all.is_empty() {
                (variant(desk, 0, None))
            } @else {
                details {
                    summary { (tr.t("desk-products-variant-new")) }
                    (variant(desk, all.len(), None))
                }
            }
        }
    }
}

fn variant(desk: &Desk, n: usize, sent: Option<&SentVariant>) -> Markup {
    let tr = &desk.tr;
    let get = |name: &str| sent.map_or("", |sent| sent.get(name));
    let fields = [
        ("sku", "desk-products-sku", "text"),
        ("gtin", "desk-products-gtin", "numeric"),
        ("options", "desk-products-options", "text"),
        ("weight_g", "desk-products-weight", "numeric"),
    ];
    html! {
        fieldset.variant {
            legend.hidden { (n + 1) }
            input type="hidden" name="variant" value=(get("variant"));
            @for (name, label, mode) in fields {
                @let id = format!("variant-{n}-{name}");
                div.field {
                    label for=(id) { (tr.t(label)) }
                    input id=(id) name=(name) value=(get(name)) inputmode=(mode)
                        autocomplete="off" spellcheck="false";
                }
            }
            div.field {
                @let id = format!("variant-{n}-archived");
                label for=(id) { (tr.t("desk-products-variant-state")) }
                select id=(id) name="archived" {
                    option value="no" { (tr.t("desk-products-active")) }
                    option value="yes" selected[get("archived") == "yes"] { (tr.t("desk-products-archived")) }
                }
            }
        }
    }
}

fn doors(desk: &Desk, beside: &Beside, sent: &Sent) -> Markup {
    let tr = &desk.tr;
    if beside.doors.is_empty() {
        return html! {};
    }
    html! {
        section.card {
            h2 { (tr.t("desk-products-doors")) }
            p.hint { (tr.t("desk-products-doors-hint")) }
            @for door in &beside.doors {
                @let id = door.id.to_string();
                label.check-line {
                    input type="checkbox" name="door" value=(id) checked[sent.all("door").any(|one| one == id)];
                    span { (door.name) }
                }
            }
        }
    }
}
