//! Writing down a call of which no telephone system told.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use engage::connectors::phone::Way;
use engage::connectors::phone::by_hand::{self, MINUTES_MAX, Told};
use jiff::civil::DateTime;
use kit::{Error, Result, Time};
use maud::{Markup, html};
use serde::Deserialize;

use super::person::{self, Found};
use crate::desk::reply::Go;
use crate::desk::ui::{Fault, Field, Tone, button, form as form_of, select};
use crate::desk::who::Desk;

const KEY_BYTES_MAX: usize = 64;

/// What somebody types.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    conversation: String,
    channel: String,
    direction: String,
    /// As a clock on the wall says it: `2026-11-22T14:30`.
    began: String,
    outcome: String,
    minutes: String,
    words: String,
    key: String,
}

impl Typed {
    pub fn fresh(desk: &Desk, found: &Found) -> Typed {
        let local = desk.now.timestamp().to_zoned(desk.tr.zone().clone());
        Typed {
            conversation: found.conversation.map(|id| id.to_string()).unwrap_or_default(),
            began: local.strftime("%Y-%m-%dT%H:%M").to_string(),
            minutes: "5".into(),
            key: kit::id::to_base32(kit::id::uuid_v7(desk.now)),
            ..Typed::default()
        }
    }

    fn began_at(&self, desk: &Desk) -> Result<Time> {
        let local = self.began.parse::<DateTime>().ok();
        let local = local.and_then(|local| local.to_zoned(desk.tr.zone().clone()).ok());
        let at = local.map(|local| Time(local.timestamp().as_microsecond()));
        at.ok_or_else(|| Error::bad_input("bad_call_time", "Say when the call began."))
    }

    fn told(&self, desk: &Desk, found: &Found) -> Result<Told> {
        let minutes = match self.outcome.as_str() {
            "nobody" => None,
            _ => Some(self.minutes.trim().parse().map_err(|_| {
                let detail = format!("A call lasts 0 to {MINUTES_MAX} minutes.");
                Error::bad_input("bad_call_length", detail)
            })?),
        };
        if self.key.is_empty() || self.key.len() > KEY_BYTES_MAX {
            return Err(Error::bad_input("bad_key", "The key of this form is missing."));
        }
        Ok(Told {
            channel_id: Some(self.channel.as_str())
                .filter(|id| !id.is_empty())
                .map(str::parse)
                .transpose()?,
            customer: found.customer,
            conversation: found.conversation,
            direction: self.direction.parse::<Way>()?,
            began_at: self.began_at(desk)?,
            minutes,
            words: self.words.clone(),
            key: self.key.clone(),
        })
    }
}

pub async fn log_call(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let found = person::find(&desk, &id, Some(&typed.conversation)).await?;
    let logged = match typed.told(&desk, &found) {
        Ok(told) => by_hand::log(&desk.app.engage, &permit, &told).await,
        Err(error) => Err(error),
    };
    match logged {
        Ok(known) => {
            let to = Go::to(&format!("/desk/inbox/{}", known.conversation_id));
            Ok(to.saying("call-logged").into_response())
        }
        Err(error) => {
            let (status, field) = (error.status(), field_of(error.code));
            let fault = Fault::of(&desk, error, field)?;
            let page = person::page(&desk, &found, &typed, Some(&fault));
            Ok(page.with_status(status).into_response())
        }
    }
}

fn field_of(code: &str) -> &'static str {
    match code {
        "bad_call_length" => "minutes",
        _ => "began",
    }
}

pub fn form(desk: &Desk, found: &Found, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let words = |key: &str| (key.to_string(), tr.t(&format!("desk-calls-log-{key}")));
    let doors: Vec<_> =
        found.doors.iter().map(|door| (door.id.to_string(), door.name.clone())).collect();
    let began = Field::text("began", tr.t("desk-calls-log-began"), &typed.began);
    let minutes = Field::text("minutes", tr.t("desk-calls-log-minutes"), &typed.minutes);
    form_of(
        desk,
        &super::address(found.customer, None),
        html! {
            input type="hidden" name="key" value=(typed.key);
            input type="hidden" name="conversation" value=(typed.conversation);
            @if let [(only, _)] = doors.as_slice() {
                input type="hidden" name="channel" value=(only);
            } @else {
                (select("channel", &tr.t("desk-calls-log-door"), &doors, &typed.channel, fault))
            }
            (select("direction", &tr.t("desk-calls-log-direction"),
                &[words("inbound"), words("outbound")], &typed.direction, fault))
            (Field { kind: "datetime-local", ..began }.show(fault))
            (select("outcome", &tr.t("desk-calls-log-outcome"),
                &[words("talked"), words("nobody")], &typed.outcome, fault))
            (Field { kind: "number", is_required: false, ..minutes }.show(fault))
            div.field {
                label for="field-words" { (tr.t("desk-calls-words")) }
                textarea #field-words name="words" rows="4" { (typed.words) }
            }
            (button(Tone::Accent, None, &tr.t("desk-calls-log-do")))
        },
    )
}
