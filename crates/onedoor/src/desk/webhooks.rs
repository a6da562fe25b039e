//! Servers of the shop that hear of what happens: add one, see what was told, try it, send something again.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use customers::accounts::{Permit, may};
use engage::webhooks::{
    self, Delivery, DeliveryId, DeliveryState, Endpoint, EndpointId, EventKind, NewEndpoint,
};
use kit::i18n::Arg;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use maud::{Markup, html};

use super::reply::{Go, Page};
use super::ui::forms::check;
use super::ui::{
    Cell, Fault, Field, Icon, Nav, Tone, badge, button, card, confirmed_form, copyable, empty,
    form, link_button, narrow, note, table, time, title_row,
};
use super::who::Desk;
use crate::app::App;

const LIST: &str = "/desk/webhooks";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route(LIST, get(list_webhooks).post(create_webhook))
        .route("/desk/webhooks/{id}", get(show_webhook))
        .route("/desk/webhooks/{id}/secret", post(rotate_secret))
        .route("/desk/webhooks/{id}/test", post(test_webhook))
        .route("/desk/webhooks/{id}/state", post(change_state))
        .route("/desk/webhooks/{id}/removal", post(delete_webhook))
        .route("/desk/webhooks/{id}/again/{delivery}", post(resend_delivery))
}

fn permit(desk: &Desk) -> Result<Permit<may::ManageDoors>> {
    desk.staff.permit()
}

fn parse_id(text: &str) -> Result<EndpointId> {
    text.parse().map_err(|_| Error::not_found("webhook of this id"))
}

fn address(id: EndpointId) -> String {
    format!("{LIST}/{id}")
}

pub async fn list_webhooks(desk: Desk) -> Result<Page> {
    list(&desk, "", None).await
}

async fn list(desk: &Desk, url: &str, fault: Option<&Fault>) -> Result<Page> {
    let tr = &desk.tr;
    let endpoints = webhooks::list(&desk.app.engage, &permit(desk)?).await?;
    let title = tr.t("desk-webhooks");
    let headings = [tr.t("desk-webhooks-url"), tr.t("desk-webhooks-events"), tr.t("desk-state")];
    let rows: Vec<Vec<Cell>> = endpoints.iter().map(|one| row(desk, one)).collect();
    let field = Field::text("url", tr.t("desk-webhooks-url"), url);
    let field = Field { kind: "url", ..field }.hint(tr.t("desk-webhooks-url-hint"));
    let body = html! {
        (title_row(&title, &tr.t("desk-webhooks-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-doors"), "/desk/doors"))
        }))
        @if endpoints.is_empty() {
            (empty(Icon::Code, &tr.t("desk-webhooks-none"), &tr.t("desk-webhooks-none-text"), html! {}))
        } @else {
            (table(&title, &headings, &rows, None))
        }
        (narrow(card(&tr.t("desk-webhooks-new"), form(desk, LIST, html! {
            (field.show(fault))
            fieldset.checks {
                legend { (tr.t("desk-webhooks-events")) }
                p.hint { (tr.t("desk-webhooks-events-hint")) }
                @for event in EventKind::ALL.iter().filter(|event| **event != EventKind::Test) {
                    (check(event.as_str(), &tr.t(&words_of(*event)), event.as_str(), false))
                }
            }
            (button(Tone::Accent, None, &tr.t("desk-webhooks-add")))
        }))))
    };
    Ok(desk.page(Nav::Doors, &title, body))
}

fn words_of(event: EventKind) -> String {
    format!("desk-webhooks-event-{}", event.as_str().replace('.', "-"))
}

fn row(desk: &Desk, endpoint: &Endpoint) -> Vec<Cell> {
    let tr = &desk.tr;
    let events: Vec<String> = endpoint.events.iter().map(|one| tr.t(&words_of(*one))).collect();
    vec![
        html! { a.strong href=(address(endpoint.id)) { (endpoint.url) } },
        html! { @if events.is_empty() { (tr.t("desk-webhooks-all")) } @else { (events.join(", ")) } },
        state(desk, endpoint),
    ]
}

fn state(desk: &Desk, endpoint: &Endpoint) -> Markup {
    let tr = &desk.tr;
    match (endpoint.disabled_at, endpoint.failing_since) {
        (Some(_), _) => {
            let why = endpoint.disabled_why.as_deref().unwrap_or("staff");
            badge(Tone::Bad, Some(Icon::Warning), &tr.t(&format!("desk-webhooks-disabled-{why}")))
        }
        (None, Some(since)) => {
            let args = [("ago", Arg::Text(tr.ago(desk.now, since)))];
            badge(Tone::Warn, Some(Icon::Warning), &tr.with("desk-webhooks-failing", &args))
        }
        (None, None) => badge(Tone::Good, Some(Icon::Check), &tr.t("desk-webhooks-listening")),
    }
}

pub async fn create_webhook(
    desk: Desk,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit = permit(&desk)?;
    let url = typed.iter().find(|(name, _)| name == "url").map(|(_, url)| url.trim().to_owned());
    let url = url.unwrap_or_default();
    let events = typed.iter().filter_map(|(name, _)| name.parse::<EventKind>().ok()).collect();
    let new = NewEndpoint { url: url.clone(), events };
    match webhooks::create(&desk.app.engage, &permit, &new).await {
        Ok((endpoint, secret)) => {
            Ok(show(&desk, endpoint.id, Some(&secret)).await?.into_response())
        }
        Err(error) => {
            let fault = Fault::of(&desk, error, "url")?;
            let page = list(&desk, &url, Some(&fault)).await?;
            Ok(page.with_status(StatusCode::BAD_REQUEST).into_response())
        }
    }
}

pub async fn show_webhook(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    permit(&desk)?;
    show(&desk, parse_id(&id)?, None).await
}

async fn show(desk: &Desk, id: EndpointId, secret: Option<&str>) -> Result<Page> {
    let tr = &desk.tr;
    let (endpoint, deliveries) = webhooks::deliveries(&desk.app.engage, &permit(desk)?, id).await?;
    let body = html! {
        (title_row(&endpoint.url, "", html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-webhooks"), LIST))
        }))
        @if let Some(secret) = secret {
            (note(Tone::Warn, html! {
                p { (tr.t("desk-webhooks-secret-once")) }
                (copyable(desk, secret))
            }))
        }
        div.webhook {
            div.marks { (state(desk, &endpoint)) }
            div.actions { (deeds(desk, &endpoint)) }
            (log(desk, &deliveries))
        }
    };
    Ok(desk.page(Nav::Doors, &tr.t("desk-webhooks"), body))
}

fn deeds(desk: &Desk, endpoint: &Endpoint) -> Markup {
    let tr = &desk.tr;
    let here = address(endpoint.id);
    let is_on = endpoint.disabled_at.is_none();
    let to = if is_on { "off" } else { "on" };
    html! {
        @if is_on {
            (form(desk, &format!("{here}/test"), button(Tone::Plain, Some(Icon::Plane), &tr.t("desk-webhooks-test"))))
        }
        (form(desk, &format!("{here}/state"), html! {
            input type="hidden" name="to" value=(to);
            (button(Tone::Plain, None, &tr.t(&format!("desk-webhooks-turn-{to}"))))
        }))
        (confirmed_form(desk, &format!("{here}/secret"), &tr.t("desk-webhooks-rotate-ask"), Tone::Warn,
            &tr.t("desk-webhooks-rotate"), html! {}))
        (confirmed_form(desk, &format!("{here}/removal"), &tr.t("desk-webhooks-remove-ask"), Tone::Bad,
            &tr.t("desk-webhooks-remove"), html! {}))
    }
}

fn log(desk: &Desk, deliveries: &[Delivery]) -> Markup {
    let tr = &desk.tr;
    if deliveries.is_empty() {
        return html! { p.quiet { (tr.t("desk-webhooks-nothing")) } };
    }
    let headings =
        ["desk-webhooks-when", "desk-webhooks-event", "desk-state", "desk-webhooks-tries"];
    let headings = headings.map(|key| tr.t(key));
    let rows: Vec<Vec<Cell>> = deliveries.iter().map(|one| delivery(desk, one)).collect();
    table(&tr.t("desk-webhooks-log"), &headings, &rows, None)
}

fn delivery(desk: &Desk, one: &Delivery) -> Vec<Cell> {
    let tr = &desk.tr;
    let (tone, picture) = match one.state {
        DeliveryState::Waiting => (Tone::Plain, Icon::Clock),
        DeliveryState::Delivered => (Tone::Good, Icon::Check),
        DeliveryState::Failed => (Tone::Bad, Icon::Warning),
    };
    let words = tr.t(&format!("desk-webhooks-state-{}", one.state.as_str()));
    let again = format!("{}/again/{}", address(one.endpoint_id), one.id);
    vec![
        time(desk, one.made_at),
        html! { code { (one.event.as_str()) } },
        html! {
            (badge(tone, Some(picture), &words))
            @if let Some(status) = one.status { " " small { "HTTP " (status) } }
            @if let Some(error) = &one.error { " " small { (error) } }
        },
        html! {
            (tr.number(one.tries))
            @if one.state != DeliveryState::Waiting {
                (form(desk, &again, html! {
                    button.button.plain.small type="submit" { (tr.t("desk-webhooks-again")) }
                }))
            }
        },
    ]
}

pub async fn rotate_secret(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let permit = permit(&desk)?;
    let (endpoint, secret) = webhooks::rotate(&desk.app.engage, &permit, parse_id(&id)?).await?;
    show(&desk, endpoint.id, Some(&secret)).await
}

pub async fn test_webhook(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit = permit(&desk)?;
    let id = parse_id(&id)?;
    webhooks::test(&desk.app.engage, &permit, id).await?;
    Ok(Go::to(&address(id)).saying("webhook-tested"))
}

pub async fn change_state(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Go> {
    let permit = permit(&desk)?;
    let id = parse_id(&id)?;
    let is_on = typed.iter().any(|(name, value)| name == "to" && value == "on");
    webhooks::change_state(&desk.app.engage, &permit, id, is_on).await?;
    Ok(Go::to(&address(id)).saying("webhook-changed"))
}

pub async fn delete_webhook(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit = permit(&desk)?;
    webhooks::delete(&desk.app.engage, &permit, parse_id(&id)?).await?;
    Ok(Go::to(LIST).saying("webhook-removed"))
}

pub async fn resend_delivery(
    desk: Desk,
    Path((id, delivery)): Path<(String, String)>,
) -> Result<Go> {
    let permit = permit(&desk)?;
    let id = parse_id(&id)?;
    let none = |_| Error::not_found("delivery of this id");
    let delivery: DeliveryId = delivery.parse().map_err(none)?;
    webhooks::resend(&desk.app.engage, &permit, id, delivery).await?;
    Ok(Go::to(&address(id)).saying("webhook-again"))
}
