//! One delivery method: the page with its fields, and keeping what was typed.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::catalogue::TaxClass;
use commerce::shipping::{self, Kind, Method, store};
use customers::accounts::{Permit, may};
use kit::i18n::{Arg, Lang};
use kit::{Error, Result};
use maud::{Markup, html};

use super::sent::{fields_of, title_field, wanted};
use super::{PATH, list};
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Read, Typed, Wrong};
use crate::desk::ui::forms::check;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, form, link_button, narrow, note, select, title_row,
};
use crate::desk::who::Desk;

/// Empty rows below those that are filled.
const SPARE_ROWS: usize = 2;

pub async fn show_new_method(desk: Desk) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let mut typed = Typed::default();
    typed.add("currency", desk.app.ctx.defaults.currency);
    typed.add("countries", &desk.app.commerce.country);
    typed.add("is_active", "on");
    Ok(page(&desk, &typed, None))
}

pub async fn show_method(desk: Desk, Path(code): Path<String>) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let found = desk.app.ctx.db.read(|tx| store::find_maybe(tx, &code)).await?;
    let method = found.ok_or_else(|| Error::not_found("delivery method of this code"))?;
    Ok(page(&desk, &fields_of(&desk, &method), None))
}

pub async fn save_method(
    desk: Desk,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let saved = match wanted(&desk, &typed) {
        Ok(method) => save(&desk, &permit, &method, typed.is_on("known")).await,
        Err(wrong) => Err(wrong),
    };
    match saved {
        Ok(()) => Ok(Go::to(PATH).saying("shipping-saved").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            Ok(page(&desk, &typed, Some(&fault)).with_status(status).into_response())
        }
    }
}

/// The code names the method: a new one must not change another that is there.
async fn save(
    desk: &Desk,
    permit: &Permit<may::SetPrices>,
    method: &Method,
    is_known: bool,
) -> Read<()> {
    let there = desk.app.ctx.db.read(|tx| store::id_maybe(tx, &method.code)).await?;
    if there.is_some() && !is_known {
        let detail = "Another method has this code.";
        return Err(Wrong::new("code", "method_code_taken", detail));
    }
    let saved = shipping::save(&desk.app.commerce, permit, method).await;
    saved.map(drop).map_err(|error| match error.code {
        "bad_shipping_tiers" => Wrong::of("cost", error),
        _ => Wrong::from(error),
    })
}

fn page(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let is_known = typed.is_on("known");
    let title = if is_known { typed.get("title").to_string() } else { tr.t("desk-shipping-new") };
    let label = |key: &str| tr.t(&format!("desk-shipping-{key}"));
    let field = |name: &'static str, key: &str| Field::text(name, label(key), typed.get(name));
    let optional = |name, key: &str| Field { is_required: false, ..field(name, key) };
    let moment = |name, key: &str| {
        let label = tr.t(&format!("desk-prices-{key}"));
        Field { kind: "datetime-local", label, ..optional(name, key) }
    };
    let kinds: Vec<(String, String)> =
        Kind::ALL.iter().map(|one| (one.as_str().into(), list::kind(desk, *one))).collect();
    let body = html! {
        (title_row(&title, "", html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-shipping"), PATH))
        }))
        (narrow(card("", form(desk, PATH, html! {
            @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
            (field("title", "title").hint(label("title-hint")).show(fault))
            @if is_known {
                input type="hidden" name="known" value="yes";
                input type="hidden" name="code" value=(typed.get("code"));
                input type="hidden" name="currency" value=(typed.get("currency"));
            } @else {
                (field("code", "code").hint(label("code-hint")).show(fault))
                (field("currency", "currency").show(fault))
            }
            (select("kind", &label("kind"), &kinds, typed.get("kind"), fault))
            (optional("countries", "countries").hint(label("countries-hint")).show(fault))
            (costs(desk, typed, fault))
            (optional("free_from", "free-from-field").hint(label("free-from-hint")).show(fault))
            (select("tax_class", &label("tax-class"), &classes(desk), typed.get("tax_class"), fault))
            (titles(desk, typed, fault))
            (optional("position", "position").hint(label("position-hint")).show(fault))
            div.field-pair {
                (moment("starts_at", "starts-at").hint(tr.t("desk-promo-starts-hint")).show(fault))
                (moment("ends_at", "ends-at").hint(tr.t("desk-promo-ends-hint")).show(fault))
            }
            (check("is_active", &label("is-active"), &label("is-active-hint"), typed.is_on("is_active")))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
        }))))
    };
    desk.page(Nav::Prices, &title, body)
}

fn classes(desk: &Desk) -> Vec<(String, String)> {
    let word = |class: TaxClass| {
        let code = class.as_str();
        (code.to_string(), desk.tr.t(&format!("desk-products-tax-{}", code.replace('_', "-"))))
    };
    TaxClass::ALL.into_iter().map(word).collect()
}

/// The table of costs: from which amount of goods, up to which weight, how much.
fn costs(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let label = |key: &str| tr.t(&format!("desk-shipping-{key}"));
    let rows: Vec<[&str; 3]> = typed
        .all("from")
        .zip(typed.all("weight"))
        .zip(typed.all("cost"))
        .filter(|(_, cost)| !cost.is_empty())
        .map(|((from, weight), cost)| [from, weight, cost])
        .chain(std::iter::repeat_n([""; 3], SPARE_ROWS))
        .collect();
    let fault = fault.filter(|fault| fault.field == "cost");
    html! {
        fieldset.field {
            legend { (label("costs")) }
            @for (n, row) in (1..).zip(&rows) {
                div.costs-row {
                    @for (name, value) in ["from", "weight", "cost"].into_iter().zip(row) {
                        @let words = tr.with(&format!("desk-shipping-row-{name}"), &[("row", Arg::Int(n))]);
                        input name=(name) value=(value) inputmode="decimal" autocomplete="off"
                            placeholder=(label(&format!("place-{name}"))) aria-label=(words);
                    }
                }
            }
            @if let Some(fault) = fault { p.fault role="alert" { (fault.text) } }
            @else { p.hint { (label("costs-hint")) } }
        }
    }
}

/// What it is called in each language.
fn titles(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    html! {
        details {
            summary { (desk.tr.t("desk-shipping-titles")) }
            @for lang in Lang::ALL {
                @let name = title_field(lang);
                (Field { is_required: false, ..Field::text(name, lang.own_name().into(), typed.get(name)) }.show(fault))
            }
        }
    }
}
