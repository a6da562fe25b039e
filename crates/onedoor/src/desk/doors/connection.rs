//! How a door that talks is connected to whoever carries it: a form that is made of what the connector asks for, and a
//! button that tries whether it works. A connector declares its fields (`engage::connectors::setup`); its words are
//! `desk-doors-field-<provider>-<field>`, with `-hint` behind where there is more to say.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::{Channel, ChannelId};
use engage::connectors::setup::{self, Field as Asked, FieldKind};
use engage::connectors::{Link, Provider};
use kit::i18n::Arg;
use kit::{Error, Result};
use maud::{Markup, html};
use serde_json::Value;

use super::show::{page, parse};
use super::{guide, token, trial};
use crate::desk::reply::Go;
use crate::desk::ui::{Fault, Field, Tone, button, card, form, lines, note, select, time};
use crate::desk::who::Desk;

/// What somebody typed, or tried, that did not go.
pub struct Attempt {
    provider: Option<Provider>,
    typed: BTreeMap<String, String>,
    fault: Fault,
}

pub async fn connect_door(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<BTreeMap<String, String>>,
) -> Result<Response> {
    let permit: Permit<may::ManageDoors> = desk.staff.permit()?;
    let id = parse(&id)?;
    let provider: Provider = typed.get("provider").map_or("", |name| name.as_str()).parse()?;
    match setup::connect(&desk.app.engage, &permit, id, provider, &typed).await {
        Ok(()) => {
            let back = Go::to(&format!("/desk/doors/{id}"));
            Ok(back.saying("door-connected").into_response())
        }
        Err(wrong) => {
            let status = wrong.error.status();
            let mut fault = Fault::of(&desk, wrong.error, wrong.field)?;
            fault.field = wrong.field;
            let attempt = Attempt { provider: Some(provider), typed, fault };
            let shown = page(&desk, id, None, None, Some(&attempt)).await?;
            Ok(shown.with_status(status).into_response())
        }
    }
}

/// Asks the other side whether it lets us in, and says what it said.
pub async fn try_connection(desk: Desk, Path(id): Path<String>) -> Result<Response> {
    let permit: Permit<may::ManageDoors> = desk.staff.permit()?;
    let id = parse(&id)?;
    // The right first; then whether there is such a door.
    customers::channels::upkeep::find(&desk.app.ctx, &desk.staff.permit()?, id).await?;
    match setup::test(&desk.app.engage, &permit, id).await {
        Ok(()) => {
            let back = Go::to(&format!("/desk/doors/{id}"));
            Ok(back.saying("door-answers").into_response())
        }
        Err(error) => failed(&desk, id, error).await,
    }
}

/// What went wrong, in the reader's words and in the provider's.
pub(super) async fn failed(desk: &Desk, id: ChannelId, error: Error) -> Result<Response> {
    let (status, said) = (error.status(), error.public_detail().to_owned());
    let mut fault = Fault::of(desk, error, "")?;
    if fault.text != said {
        let words = [("error", Arg::Text(fault.text)), ("said", Arg::Text(said))];
        fault.text = desk.tr.with("desk-doors-connection-said", &words);
    }
    let attempt = Attempt { provider: None, typed: BTreeMap::new(), fault };
    let shown = page(desk, id, None, None, Some(&attempt)).await?;
    Ok(shown.with_status(status).into_response())
}

/// The section on the door's page; nothing for doors that need no connection.
pub async fn show(desk: &Desk, door: &Channel, attempt: Option<&Attempt>) -> Result<Markup> {
    let providers = setup::providers_of(door.kind);
    if providers.is_empty() {
        return Ok(html! {});
    }
    let link = setup::find_maybe(&desk.app.engage, &desk.staff.permit()?, door.id).await?;
    let tr = &desk.tr;
    let tried = attempt.filter(|attempt| attempt.fault.field.is_empty());
    let chosen = attempt.and_then(|attempt| attempt.provider);
    let chosen = chosen.or(link.as_ref().map(|link| link.provider)).unwrap_or(providers[0]);
    Ok(card(
        &tr.t("desk-doors-connection"),
        html! {
            @if let Some(attempt) = tried { (note(Tone::Bad, html! { (attempt.fault.text) })) }
            @match &link {
                Some(link) => {
                    p.quiet { (tr.t("desk-doors-connected-since")) " " (time(desk, link.changed_at)) }
                    @if setup::can_be_tested(link.provider) {
                        (form(desk, &format!("/desk/doors/{}/connection/test", door.id), html! {
                            (button(Tone::Plain, None, &tr.t("desk-doors-connection-test")))
                        }))
                    }
                }
                None => p.quiet { (tr.t("desk-doors-connection-none")) },
            }
            (token::show(desk, door).await?)
            @if link.is_some() { (trial::typed(desk, door).await?) }
            @for &provider in providers {
                @let link = link.as_ref().filter(|link| link.provider == provider);
                @let attempt = attempt.filter(|attempt| attempt.provider == Some(provider));
                details open[provider == chosen] {
                    summary { (tr.t(&format!("desk-doors-provider-{}", provider.as_str().replace('_', "-")))) }
                    (guide::show(desk, door, provider, link.is_some()))
                    (fields(desk, door, provider, link, attempt))
                }
            }
        },
    ))
}

fn fields(
    desk: &Desk,
    door: &Channel,
    provider: Provider,
    link: Option<&Link>,
    attempt: Option<&Attempt>,
) -> Markup {
    let fault = attempt.map(|attempt| &attempt.fault);
    form(
        desk,
        &format!("/desk/doors/{}/connection", door.id),
        html! {
            input type="hidden" name="provider" value=(provider.as_str());
            @for asked in setup::fields(provider) {
                @let typed = attempt.and_then(|attempt| attempt.typed.get(asked.name).cloned());
                (field(desk, provider, asked, link, typed, fault))
            }
            (button(Tone::Accent, None, &desk.tr.t("desk-save")))
        },
    )
}

fn field(
    desk: &Desk,
    provider: Provider,
    asked: &Asked,
    link: Option<&Link>,
    typed: Option<String>,
    fault: Option<&Fault>,
) -> Markup {
    let tr = &desk.tr;
    let name = |text: &str| text.replace('_', "-");
    let key = format!("desk-doors-field-{}-{}", name(provider.as_str()), name(asked.name));
    let label = match (tr.t(&key), asked.is_optional) {
        (label, true) => tr.with("desk-doors-field-optional", &[("label", Arg::Text(label))]),
        (label, false) => label,
    };
    let hint = tr.maybe(&format!("{key}-hint")).unwrap_or_default();
    // Where others reach this server is what the reader's browser says, until somebody knows better.
    let own_url = || (asked.name == "public_url").then(|| desk.own_url());
    let value = typed.or_else(|| link.map(|link| text_of(&link.settings[asked.name])));
    let value = value.filter(|value| !value.is_empty()).or_else(own_url);
    let value = value.unwrap_or_else(|| asked.start.to_owned());
    // A page has a form for each provider, and some ask for the same.
    let of = format!("-{}", name(provider.as_str()));
    match asked.kind {
        FieldKind::Choice(choices) => {
            let words = |choice: &&str| tr.t(&format!("desk-doors-choice-{choice}"));
            let options: Vec<_> = choices.iter().map(|c| ((*c).to_string(), words(c))).collect();
            select(asked.name, &label, &options, &value, fault)
        }
        FieldKind::Secret => {
            let is_kept = link.is_some_and(|link| !link.secrets[asked.name].is_null());
            let hint = if is_kept { tr.t("desk-doors-field-kept") } else { hint };
            let field = Field::password(asked.name, label, "new-password").hint(hint);
            let field = field.of(of);
            Field { is_required: !asked.is_optional && !is_kept, ..field }.show(fault)
        }
        FieldKind::Lines => lines(asked.name, &label, &hint, &value),
        FieldKind::Text | FieldKind::Number => {
            let kind = if asked.kind == FieldKind::Number { "number" } else { "text" };
            let field = Field::text(asked.name, label, &value).hint(hint).of(of);
            Field { is_required: !asked.is_optional, kind, ..field }.show(fault)
        }
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
