//! How the shop takes money online: its keys of Stripe, and the address that Stripe is to call.

use axum::Form;
use axum::response::{IntoResponse, Response};
use commerce::payments::setup;
use commerce::payments::stripe::{Keys, Settings, Stripe, api_url};
use customers::accounts::{Permit, may};
use kit::{Result, Tx};
use maud::{Markup, html};

use super::forms::Typed;
use crate::desk::reply::{Go, Page};
use crate::desk::settings::settings_tabs;
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, button, card, confirmed_form, copyable, form, narrow, note,
    title_row,
};
use crate::desk::who::Desk;

pub const PATH: &str = "/desk/settings/payments";

pub async fn show_provider(desk: Desk) -> Result<Page> {
    page(&desk, &Typed::default(), None).await
}

pub async fn connect_provider(
    desk: Desk,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::ManageDoors> = desk.staff.permit()?;
    let typed = Typed(pairs);
    let said = |name: &str| typed.get(name).trim().to_string();
    let api = Some(said("api_url")).filter(|url| !url.is_empty()).unwrap_or_else(api_url);
    let settings =
        Settings { api_url: api, success_url: said("success_url"), cancel_url: said("cancel_url") };
    let keys = Keys { secret_key: said("secret_key"), webhook_secret: said("webhook_secret") };
    match setup::connect(&desk.app.commerce, &permit, &settings, &keys).await {
        Ok(()) => Ok(Go::to(PATH).saying("payments-connected").into_response()),
        Err(error) => {
            let status = error.status();
            let field = if error.code == "bad_payment_url" { "success_url" } else { "secret_key" };
            let fault = Fault::of(&desk, error, field)?;
            Ok(page(&desk, &typed, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

pub async fn disconnect_provider(desk: Desk) -> Result<Go> {
    let permit: Permit<may::ManageDoors> = desk.staff.permit()?;
    setup::disconnect(&desk.app.commerce, &permit).await?;
    Ok(Go::to(PATH).saying("payments-disconnected"))
}

async fn page(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let _: Permit<may::ManageDoors> = desk.staff.permit()?;
    let ctx = &desk.app.commerce.customers;
    let read = |tx: &Tx| setup::stripe_maybe(tx, &ctx.secrets);
    let stripe = ctx.db.read(read).await?;
    let tr = &desk.tr;
    let title = tr.t("desk-payments");
    let body = html! {
        (title_row(&title, &tr.t("desk-payments-lead"), html! {}))
        (settings_tabs(desk, "payments"))
        (narrow(html! {
            @if stripe.is_some() {
                (note(Tone::Good, html! { (tr.t("desk-payments-is-connected")) }))
            }
            (card(&tr.t("desk-payments-hook"), html! {
                p { (tr.t("desk-payments-hook-text")) }
                (copyable(desk, &format!("{}/hooks/payments/stripe", desk.own_url())))
            }))
            (card("Stripe", fields(desk, stripe.as_ref(), typed, fault)))
            @if stripe.is_some() { (leave(desk)) }
        }))
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

fn fields(desk: &Desk, stripe: Option<&Stripe>, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let key = |name: &'static str| {
        let label = tr.t(&format!("desk-payments-{}", name.replace('_', "-")));
        let field = Field { is_required: stripe.is_none(), ..Field::password(name, label, "off") };
        field.hint(tr.t(&format!("desk-payments-{}-hint", name.replace('_', "-"))))
    };
    let kept = |of: fn(&Settings) -> &String| stripe.map(|stripe| of(&stripe.settings).as_str());
    let address = |name: &'static str, kept: Option<&str>| {
        let said = typed.get(name);
        let value = if said.is_empty() { kept.unwrap_or_default() } else { said };
        let label = tr.t(&format!("desk-payments-{}", name.replace('_', "-")));
        let hint = tr.t(&format!("desk-payments-{}-hint", name.replace('_', "-")));
        let field = Field { is_required: name != "api_url", ..Field::text(name, label, value) };
        field.hint(hint).show(fault)
    };
    form(
        desk,
        PATH,
        html! {
            (key("secret_key").show(fault))
            (key("webhook_secret").show(fault))
            (address("success_url", kept(|settings| &settings.success_url)))
            (address("cancel_url", kept(|settings| &settings.cancel_url)))
            (address("api_url", kept(|settings| &settings.api_url)))
            (button(Tone::Accent, Some(Icon::Link), &tr.t("desk-payments-connect")))
        },
    )
}

fn leave(desk: &Desk) -> Markup {
    let (question, verb) = (desk.tr.t("desk-payments-leave-ask"), desk.tr.t("desk-payments-leave"));
    confirmed_form(desk, &format!("{PATH}/removal"), &question, Tone::Bad, &verb, html! {})
}
