//! The programme: how many points what is bought brings, what they pay, how long they live, and tiers.

use axum::Form;
use axum::response::{IntoResponse, Response};
use commerce::loyalty::{self, Program, store};
use customers::accounts::{Permission, Permit, may};
use kit::Result;
use kit::i18n::Arg;
use kit::money::{Currency, Money};
use maud::{Markup, html};

use super::{PATH, sent};
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Read, Typed};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, empty, form, link_button, narrow, note, title_row,
};
use crate::desk::who::Desk;

/// Somebody spends so many of the currency's units, to show what the programme comes to.
const EXAMPLE: i64 = 100;

pub async fn show_program(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let program = desk.app.ctx.db.read(store::program).await?;
    let typed = sent::typed(&program, desk.app.ctx.defaults.currency);
    Ok(page(&desk, &program, &typed, None))
}

pub async fn set_program(
    desk: Desk,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let known = desk.app.ctx.db.read(store::program).await?;
    match set(&desk, &permit, &typed, &known).await {
        Ok(()) => Ok(Go::to(PATH).saying("loyalty-set").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            Ok(page(&desk, &known, &typed, Some(&fault)).with_status(status).into_response())
        }
    }
}

async fn set(
    desk: &Desk,
    permit: &Permit<may::SetPrices>,
    typed: &Typed,
    known: &Program,
) -> Read<()> {
    let program = sent::program(typed, known, desk.app.ctx.defaults.currency)?;
    Ok(loyalty::set_program(&desk.app.commerce, permit, &program).await?)
}

fn page(desk: &Desk, program: &Program, typed: &Typed, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let title = tr.t("desk-loyalty");
    let may_set = desk.staff.can(Permission::SetPrices);
    let people = html! {
        @if desk.staff.can(Permission::SeeCustomers) {
            (link_button(Tone::Plain, Some(Icon::User), &tr.t("desk-loyalty-people"), "/desk/customers"))
        }
    };
    let is_new = program.earns.is_empty() && program.pays.is_empty();
    let body = html! {
        (title_row(&title, &tr.t("desk-loyalty-lead"), people))
        @if is_new && fault.is_none() {
            (empty(Icon::Star, &tr.t("desk-loyalty-none"), &tr.t("desk-loyalty-none-text"), html! {}))
        }
        (narrow(html! {
            @if !is_new { (card(&tr.t("desk-loyalty-now"), now(desk, program))) }
            @if may_set { (card(&tr.t("desk-loyalty-program"), fields(desk, typed, fault))) }
        }))
    };
    desk.page(Nav::Loyalty, &title, body)
}

/// What the programme comes to, in sentences.
fn now(desk: &Desk, program: &Program) -> Markup {
    let tr = &desk.tr;
    let mut currencies: Vec<Currency> =
        program.earns.keys().chain(program.pays.keys()).copied().collect();
    currencies.sort_unstable();
    currencies.dedup();
    html! {
        ul.rows {
            @for currency in currencies { @for said in example(desk, program, currency) { li { (said) } } }
            li {
                @match program.expire_days {
                    Some(days) => (tr.with("desk-loyalty-lost-after", &[("n", Arg::Int(days))])),
                    None => (tr.t("desk-loyalty-never-lost")),
                }
            }
            @for tier in &program.tiers {
                li {
                    (tr.with("desk-loyalty-tier-said", &[
                        ("tier", Arg::Text(tier.name.clone())),
                        ("n", Arg::Int(tier.from)),
                        ("percent", Arg::Int(tier.percent)),
                    ]))
                }
            }
        }
    }
}

fn example(desk: &Desk, program: &Program, currency: Currency) -> Vec<String> {
    let tr = &desk.tr;
    let money = |minor| Arg::Text(tr.money(Money::new(minor, currency)));
    let spent = EXAMPLE * 10_i64.pow(u32::from(currency.digits()));
    let earned = program.earns.get(&currency).map(|rate| {
        let points = loyalty::rules::Counted { rate: *rate, percent: 100 }.points(spent);
        tr.with("desk-loyalty-earned-for", &[("amount", money(spent)), ("n", Arg::Int(points))])
    });
    let paid = program.pays.get(&currency).map(|rate| {
        let args = [("n", Arg::Int(rate.points)), ("amount", money(rate.per))];
        tr.with("desk-loyalty-points-pay", &args)
    });
    earned.into_iter().chain(paid).collect()
}

fn fields(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let currency = desk.app.ctx.defaults.currency;
    let in_currency = [("currency", Arg::Text(currency.to_string()))];
    let field = |name: &'static str| {
        let label = tr.with(&format!("desk-loyalty-{}", name.replace('_', "-")), &in_currency);
        Field { is_required: false, ..Field::text(name, label, typed.get(name)) }
    };
    form(
        desk,
        PATH,
        html! {
            @if let Some(fault) = fault.filter(|fault| fault.field.is_empty()) {
                (note(Tone::Bad, html! { (fault.text) }))
            }
            h3 { (tr.t("desk-loyalty-earning")) }
            div.field-pair { (field("earn_points").show(fault)) (field("earn_per").show(fault)) }
            p.hint { (tr.t("desk-loyalty-earning-hint")) }
            h3 { (tr.t("desk-loyalty-paying")) }
            div.field-pair { (field("pay_points").show(fault)) (field("pay_per").show(fault)) }
            p.hint { (tr.t("desk-loyalty-paying-hint")) }
            h3 { (tr.t("desk-loyalty-losing")) }
            (field("expire_days").hint(tr.t("desk-loyalty-expire-days-hint")).show(fault))
            (tiers(desk, typed, fault))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
        },
    )
}

fn tiers(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let names = ["tier_name", "tier_from", "tier_percent"];
    let labels = ["name", "from", "percent"].map(|key| tr.t(&format!("desk-loyalty-tier-{key}")));
    html! {
        h3 { (tr.t("desk-loyalty-tiers")) }
        p.hint { (tr.t("desk-loyalty-tiers-hint")) }
        @if let Some(fault) = fault.filter(|fault| fault.field == "tiers") { p.fault { (fault.text) } }
        @for (n, row) in (1..).zip(sent::tiers(typed)) {
            fieldset.tier {
                legend { (tr.with("desk-loyalty-tier", &[("n", Arg::Int(n))])) }
                @for ((name, label), value) in names.iter().zip(&labels).zip(&row) {
                    div.field {
                        label for={ "field-" (name) "-" (n) } { (label) }
                        input id={ "field-" (name) "-" (n) } name=(name) value=(value) autocomplete="off"
                            maxlength="80" inputmode=[(*name != "tier_name").then_some("numeric")];
                    }
                }
            }
        }
    }
}
