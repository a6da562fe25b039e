//! What the shop promises to those who send something back: a form for each country, and what does not come back.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::catalogue::categories::Tree;
use commerce::catalogue::{self, Product};
use commerce::returns::law::{LAWS, Law};
use commerce::returns::policy::{self, Exclusion, Of, Payer, Policy, Why};
use customers::accounts::{Permit, may};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::{PATH, field, pieces, word};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, form, link_button, narrow, note,
    select, title_row,
};
use crate::desk::who::Desk;

type Pairs = Vec<(String, String)>;

const HERE: &str = "/desk/returns/policy";

struct Found {
    country: String,
    law: Law,
    policy: Policy,
    /// Those with a policy of their own.
    countries: Vec<String>,
    exclusions: Vec<(Exclusion, String)>,
    tree: Tree,
}

fn read(tx: &Tx, country: &str) -> Result<Found> {
    let (law, policy) = policy::of(tx, country)?;
    let tree = Tree::load(tx)?;
    let exclusions = policy::exclusions(tx)?;
    let ids: Vec<_> = exclusions
        .iter()
        .filter_map(|one| match one.of {
            Of::Product(product) => Some(product),
            Of::Category(_) => None,
        })
        .collect();
    let products = catalogue::store::products(tx, &ids)?;
    let named = |one: Exclusion| (one, name(&one, &tree, &products));
    Ok(Found {
        country: country.into(),
        law,
        policy,
        countries: policy::countries(tx)?,
        exclusions: exclusions.into_iter().map(named).collect(),
        tree,
    })
}

fn name(one: &Exclusion, tree: &Tree, products: &[Product]) -> String {
    match one.of {
        Of::Category(category) => tree.path_text(category),
        Of::Product(product) => {
            let found = products.iter().find(|one| one.id == product);
            found.map_or_else(|| product.to_string(), |product| product.title.clone())
        }
    }
}

pub async fn show_policy(desk: Desk) -> Result<Page> {
    let _: Permit<may::SetReturnPolicy> = desk.staff.permit()?;
    let country = desk.query("country").filter(|country| !country.is_empty());
    let country = country.unwrap_or_else(|| desk.app.commerce.country.clone());
    page(&desk, &country, &[], None).await
}

pub async fn set_policy(desk: Desk, Form(pairs): Form<Pairs>) -> Result<Response> {
    let permit: Permit<may::SetReturnPolicy> = desk.staff.permit()?;
    let country = field(&pairs, "country");
    let set = match asked(&pairs) {
        Ok(new) => policy::set(&desk.app.commerce, &permit, &country, &new).await,
        Err(error) => Err(error),
    };
    done(desk, &country, &pairs, set).await
}

async fn done(desk: Desk, country: &str, pairs: &Pairs, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) => {
            let to = format!("{HERE}?country={country}");
            Ok(Go::to(&to).saying("return-policy-saved").into_response())
        }
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "")?;
            let page = page(&desk, country, pairs, Some(&fault)).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

fn asked(pairs: &Pairs) -> Result<Policy> {
    let days = |name: &str| pieces(pairs, name);
    Ok(Policy {
        withdrawal_days: days("withdrawal_days")?,
        return_days: days("return_days")?,
        complaint_months: days("complaint_months")?,
        answer_days: days("answer_days")?,
        refund_days: days("refund_days")?,
        way_back: field(pairs, "way_back").parse()?,
        transit_days: days("transit_days")?,
    })
}

pub async fn create_exclusion(desk: Desk, Form(pairs): Form<Pairs>) -> Result<Response> {
    let permit: Permit<may::SetReturnPolicy> = desk.staff.permit()?;
    let country = desk.app.commerce.country.clone();
    let made = match desk.app.ctx.db.read(|tx| meant(tx, &pairs)).await {
        Ok((of, why)) => policy::exclude(&desk.app.commerce, &permit, of, why).await.map(drop),
        Err(error) => Err(error),
    };
    done(desk, &country, &Pairs::new(), made).await
}

/// A category, or the product that a SKU or a bar code means.
fn meant(tx: &Tx, pairs: &Pairs) -> Result<(Of, Why)> {
    let why = field(pairs, "why").parse()?;
    let (category, code) = (field(pairs, "category"), field(pairs, "sku"));
    if !category.is_empty() {
        return Ok((Of::Category(category.parse()?), why));
    }
    let unknown = || Error::bad_input("unknown_goods", "Choose a category, or type a SKU.");
    let variant = catalogue::find_by_code(tx, &code)?.ok_or_else(unknown)?;
    let product = catalogue::store::product_of(tx, variant)?.ok_or_else(unknown)?;
    Ok((Of::Product(product), why))
}

pub async fn delete_exclusion(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit: Permit<may::SetReturnPolicy> = desk.staff.permit()?;
    let id = id.parse().map_err(|_| Error::not_found("exception of this id"))?;
    policy::include(&desk.app.commerce, &permit, id).await?;
    Ok(Go::to(HERE).saying("return-policy-saved"))
}

async fn page(
    desk: &Desk,
    country: &str,
    typed: &[(String, String)],
    fault: Option<&Fault>,
) -> Result<Page> {
    let found = desk.app.ctx.db.scan(|tx| read(tx, country)).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-returns-policy");
    let back = link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-returns"), PATH);
    let body = html! {
        (title_row(&title, &tr.t("desk-returns-policy-lead"), back))
        (narrow(html! {
            @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
            (card(&tr.t("desk-returns-country"), countries(desk, &found)))
            (card(&tr.with("desk-returns-promise", &[("country", Arg::Text(found.country.clone()))]), promise(desk, &found, typed)))
            (card(&tr.t("desk-returns-exclusions"), exclusions(desk, &found)))
        }))
    };
    Ok(desk.page(Nav::Returns, &title, body))
}

fn countries(desk: &Desk, found: &Found) -> Markup {
    let tr = &desk.tr;
    let mut all: Vec<String> = LAWS.iter().map(|law| law.country.to_string()).collect();
    all.extend(found.countries.iter().cloned());
    all.push(found.country.clone());
    all.sort();
    all.dedup();
    let option = |country: String| {
        let own = if found.countries.contains(&country) { " ✓" } else { "" };
        (country.clone(), format!("{country}{own}"))
    };
    let all: Vec<(String, String)> = all.into_iter().map(option).collect();
    html! {
        p.hint { (tr.t("desk-returns-country-hint")) }
        form.form method="get" action=(HERE) {
            (select("country", &tr.t("desk-returns-country"), &all, &found.country, None))
            (button(Tone::Plain, None, &tr.t("desk-returns-country-show")))
        }
    }
}

fn promise(desk: &Desk, found: &Found, typed: &[(String, String)]) -> Markup {
    let tr = &desk.tr;
    let (law, own) = (&found.law, &found.policy);
    let number = |name: &'static str, key: &str, value: i64, least: Option<i64>| {
        let value = if typed.is_empty() { value.to_string() } else { field(typed, name) };
        let shown = Field { kind: "number", ..Field::text(name, tr.t(key), &value) };
        let hint = least.map(|n| tr.with("desk-returns-law", &[("n", Arg::Int(n))]));
        shown.hint(hint.unwrap_or_default()).show(None)
    };
    let payers: Vec<(String, String)> = Payer::ALL
        .iter()
        .map(|payer| (payer.as_str().into(), word(desk, "payer", payer.as_str())))
        .collect();
    form(
        desk,
        HERE,
        html! {
            input type="hidden" name="country" value=(found.country);
            (number("withdrawal_days", "desk-returns-withdrawal-days", own.withdrawal_days, Some(law.withdrawal_days)))
            (number("return_days", "desk-returns-return-days", own.return_days, None))
            (number("complaint_months", "desk-returns-complaint-months", own.complaint_months, Some(law.complaint_months)))
            (number("answer_days", "desk-returns-answer-days", own.answer_days, Some(law.answer_days)))
            (number("refund_days", "desk-returns-refund-days", own.refund_days, Some(law.refund_days)))
            (number("transit_days", "desk-returns-transit-days", own.transit_days, None))
            (select("way_back", &tr.t("desk-returns-way-back"), &payers, own.way_back.as_str(), None))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
        },
    )
}

fn exclusions(desk: &Desk, found: &Found) -> Markup {
    let tr = &desk.tr;
    let whys: Vec<(String, String)> =
        Why::ALL.iter().map(|why| (why.as_str().into(), word(desk, "why", why.as_str()))).collect();
    let none = [(String::new(), "–".to_string())];
    let categories: Vec<(String, String)> = none
        .into_iter()
        .chain(
            found.tree.all().iter().map(|one| (one.id.to_string(), found.tree.path_text(one.id))),
        )
        .collect();
    html! {
        p.hint { (tr.t("desk-returns-exclusions-hint")) }
        @if found.exclusions.is_empty() {
            p.quiet { (tr.t("desk-returns-no-exclusions")) }
        } @else {
            ul.rows {
                @for (one, name) in &found.exclusions {
                    li {
                        div.grow { strong { (name) } small { (word(desk, "why", one.why.as_str())) } }
                        (confirmed_form(
                            desk,
                            &format!("{HERE}/exclusions/{}/removal", one.id),
                            &tr.t("desk-returns-include-ask"),
                            Tone::Plain,
                            &tr.t("desk-returns-include"),
                            html! {},
                        ))
                    }
                }
            }
        }
        (form(desk, &format!("{HERE}/exclusions"), html! {
            (select("category", &tr.t("desk-returns-exclude-category"), &categories, "", None))
            (Field { is_required: false, ..Field::text("sku", tr.t("desk-returns-exclude-sku"), "") }.show(None))
            (select("why", &tr.t("desk-returns-exclude-why"), &whys, "", None))
            (button(Tone::Plain, Some(Icon::Plus), &tr.t("desk-returns-exclude")))
        }))
    }
}
