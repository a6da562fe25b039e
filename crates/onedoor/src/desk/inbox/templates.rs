//! Texts that a door's provider approved beforehand: all that goes out once the customer's last word is too old. Each has a
//! form of its own, a field for each gap.

use std::collections::BTreeMap;

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permission, Permit, may};
use customers::channels::{ChannelId, ChannelKind};
use engage::connectors::whatsapp::templates::{self, Filled, Template, store};
use engage::inbox::rules::Way;
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::composer::Draft;
use super::page::{self, Found};
use super::{address, parse_id};
use crate::desk::reply::Go;
use crate::desk::ui::forms::{Fault, token};
use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

const KEY_BYTES_MAX: usize = 64;

/// The templates of the doors that take nothing else now.
pub fn of_ways(tx: &Tx, ways: &[Way]) -> Result<BTreeMap<ChannelId, Vec<Template>>> {
    let mut found = BTreeMap::new();
    for way in ways.iter().filter(|way| is_shut(way)) {
        found.insert(way.channel_id, store::list(tx, way.channel_id)?);
    }
    Ok(found)
}

fn is_shut(way: &Way) -> bool {
    way.kind == ChannelKind::Whatsapp && !way.window.is_open_to(true)
}

pub async fn send_template(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<BTreeMap<String, String>>,
) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let field = |name: &str| typed.get(name).map_or("", String::as_str);
    if field("key").len() > KEY_BYTES_MAX {
        return Err(Error::bad_input("bad_key", "The key of this form is too long."));
    }
    let (channel, to) = field("way").split_once(' ').unwrap_or((field("way"), ""));
    let given = |text: &str| Some(text.to_string()).filter(|text| !text.is_empty());
    let values = (0..).map_while(|n| typed.get(&format!("value-{n}")).cloned()).collect();
    let filled = Filled {
        channel: Some(channel.parse().map_err(|_| Error::not_found("door of this template"))?),
        address: given(to),
        name: field("name").into(),
        language: field("language").into(),
        values,
        key: given(field("key")),
    };
    match templates::send(&desk.app.engage, &permit, id, &filled).await {
        Ok(_) => Ok(Go::to(&format!("{}#sent", address(id))).into_response()),
        Err(error) => {
            let fault = Fault::of(&desk, error, "")?;
            let found = page::find(&desk, id, None).await?;
            let draft = Draft::fresh(&desk, found.draft.clone()).with_fault(fault.text);
            let page = page::show(&desk, &found, false, &draft);
            Ok(page.with_status(StatusCode::BAD_REQUEST).into_response())
        }
    }
}

/// Below the composer; style alone shows it when such a door is chosen there. The box is there also while it is empty: a
/// door can shut while somebody looks.
pub fn section(desk: &Desk, found: &Found) -> Markup {
    if !desk.staff.can(Permission::Talk) {
        return html! {};
    }
    let shut: Vec<&Way> = found.thread.ways.iter().filter(|way| is_shut(way)).collect();
    html! {
        div.templates-box #templates { @for (w, way) in shut.iter().enumerate() {
            section.templates aria-label=(desk.tr.t("desk-inbox-templates")) {
                h3 { (title(desk, found, way)) }
                @match found.templates.get(&way.channel_id).filter(|all| !all.is_empty()) {
                    Some(all) => @for (n, template) in all.iter().enumerate() {
                        (one(desk, found, way, template, &format!("{w}-{n}")))
                    },
                    None => p.quiet { (desk.tr.t("desk-inbox-templates-none")) },
                }
            }
        } }
    }
}

fn title(desk: &Desk, found: &Found, way: &Way) -> String {
    let door = found.thread.doors.get(&way.channel_id).map_or("", |door| door.name.as_str());
    let to = way.address.as_deref().and_then(|address| address.split_once(':'));
    let to = to.map_or("", |(_, to)| to);
    let words = [("door", Arg::Text(door.into())), ("to", Arg::Text(to.into()))];
    desk.tr.with("desk-inbox-templates-title", &words)
}

fn one(desk: &Desk, found: &Found, way: &Way, template: &Template, id: &str) -> Markup {
    let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
    let to = format!("{} {}", way.channel_id, way.address.as_deref().unwrap_or_default());
    html! {
        details.template {
            summary {
                strong { (template.name.replace('_', " ")) }
                " " small.quiet { (template.language) }
                span.template-text { (template.body) }
            }
            form.form method="post"
                action={ (address(found.thread.conversation.id)) "/templates" } {
                (token(desk))
                input type="hidden" name="key" value=(key);
                input type="hidden" name="way" value=(to.trim());
                input type="hidden" name="name" value=(template.name);
                input type="hidden" name="language" value=(template.language);
                @for (n, gap) in template.variables.iter().enumerate() {
                    @let field = format!("template-{id}-{n}");
                    div.field {
                        label for=(field) { (gap_words(desk, gap)) }
                        input id=(field) name={ "value-" (n) } required maxlength="1000"
                            autocomplete="off";
                    }
                }
                button.button.accent type="submit" {
                    (icon(Icon::Plane)) (desk.tr.t("desk-inbox-template-send"))
                }
            }
        }
    }
}

/// `{{1}}` is a number; a name is a word that somebody chose.
fn gap_words(desk: &Desk, gap: &str) -> String {
    let shown = format!("{{{{{}}}}}", gap);
    desk.tr.with("desk-inbox-template-gap", &[("gap", Arg::Text(shown))])
}
