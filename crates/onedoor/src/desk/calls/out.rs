//! Click to call: one's own telephone rings, then the customer's.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use engage::connectors::phone::dial::{self, DialDoor, Wanted};
use kit::i18n::Arg;
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use super::log::Typed;
use super::person::{self, Found};
use crate::desk::reply::Go;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Fault, Icon, Tone, icon, note};
use crate::desk::who::Desk;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    conversation: String,
    channel: String,
    number: String,
}

pub async fn call_customer(
    desk: Desk,
    Path(id): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let found = person::find(&desk, &id, Some(&chosen.conversation)).await?;
    let wanted = Wanted {
        channel_id: chosen.channel.parse().map_err(|_| Error::not_found("telephone door"))?,
        customer: found.customer,
        conversation: found.conversation,
        number: chosen.number,
    };
    match dial::dial(&desk.app.engage, &permit, &wanted).await {
        Ok(known) => {
            let to = Go::to(&format!("/desk/inbox/{}", known.conversation_id));
            Ok(to.saying("calling").into_response())
        }
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "number")?;
            let page = person::page(&desk, &found, &Typed::fresh(&desk, &found), Some(&fault));
            Ok(page.with_status(status).into_response())
        }
    }
}

/// Their numbers, and a button for each telephone by which they can be called.
pub fn numbers(desk: &Desk, found: &Found, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let fault = fault.filter(|fault| fault.field == "number");
    html! {
        @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
        @if found.numbers().is_empty() { p.quiet { (tr.t("desk-calls-no-number")) } }
        ul.rows {
            @for number in found.numbers() {
                li {
                    (icon(Icon::Phone))
                    div.grow { strong { a href={ "tel:" (number) } { (number) } } }
                    @for door in &found.dial_doors { (button(desk, found, door, &number)) }
                }
            }
        }
        @if !found.numbers().is_empty() { (hint(desk, found)) }
    }
}

fn button(desk: &Desk, found: &Found, door: &DialDoor, number: &str) -> Markup {
    let id = found.conversation.map(|id| id.to_string()).unwrap_or_default();
    let words = [("name", Arg::Text(door.name.clone()))];
    html! {
        @if door.extension.is_some() {
            form.inline method="post" action={ "/desk/customers/" (found.customer) "/calls/out" } {
                (token(desk))
                input type="hidden" name="conversation" value=(id);
                input type="hidden" name="channel" value=(door.channel_id);
                input type="hidden" name="number" value=(number);
                button.button.accent.small type="submit" {
                    (icon(Icon::Phone)) (desk.tr.with("desk-calls-call-by", &words))
                }
            }
        }
    }
}

/// What is missing for a button to be there.
fn hint(desk: &Desk, found: &Found) -> Markup {
    let lacks_extension = found.dial_doors.iter().any(|door| door.extension.is_none());
    html! {
        @if found.dial_doors.is_empty() {
            p.hint { (desk.tr.t("desk-calls-no-dialling")) }
        } @else if lacks_extension {
            p.hint {
                a href="/desk/settings/telephone" { (desk.tr.t("desk-calls-say-extension")) }
            }
        }
    }
}
