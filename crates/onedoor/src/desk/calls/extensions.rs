//! Whose telephone is whose: everybody sets their own, those who manage the team set all.

use axum::Form;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, AccountId, Colleague, Permission, Permit, may};
use customers::channels::{Channel, ChannelId};
use engage::connectors::phone::store::Extension;
use engage::connectors::phone::{by_hand, extensions};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use crate::desk::reply::{Go, Page};
use crate::desk::settings::settings_tabs;
use crate::desk::ui::{Fault, Field, Nav, Tone, button, card, form, narrow, note, title_row};
use crate::desk::who::Desk;

const ADDRESS: &str = "/desk/settings/telephone";

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct Typed {
    channel: String,
    account: String,
    extension: String,
}

pub async fn show_extensions(desk: Desk) -> Result<Page> {
    page(&desk, None).await
}

pub async fn set_extension(desk: Desk, Form(typed): Form<Typed>) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let nobody = |_| Error::not_found("telephone of this id");
    let channel: ChannelId = typed.channel.parse().map_err(nobody)?;
    let account: AccountId = typed.account.parse().map_err(nobody)?;
    if Some(account) != desk.staff.actor().account_id {
        let _: Permit<may::ManageTeam> = desk.staff.permit()?;
    }
    let ctx = &desk.app.engage;
    match extensions::set(ctx, &permit, channel, account, &typed.extension).await {
        Ok(()) => Ok(Go::to(ADDRESS).saying("extension").into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "extension")?;
            Ok(page(&desk, Some((&typed, &fault))).await?.with_status(status).into_response())
        }
    }
}

async fn page(desk: &Desk, wrong: Option<(&Typed, &Fault)>) -> Result<Page> {
    let see: Permit<may::SeeConversations> = desk.staff.permit()?;
    let look = |tx: &Tx| {
        Ok((by_hand::doors(tx)?, extensions::list(tx, &see)?, accounts::colleagues(tx, &see)?))
    };
    let (doors, known, colleagues) = desk.app.ctx.db.read(look).await?;
    let own = desk.staff.actor().account_id;
    let manages = desk.staff.can(Permission::ManageTeam);
    let mut shown: Vec<Colleague> = colleagues;
    shown.retain(|one| one.can_talk && (manages || Some(one.id) == own));
    // One's own comes first.
    shown.sort_by_key(|one| Some(one.id) != own);
    let tr = &desk.tr;
    let title = tr.t("desk-nav-settings");
    let body = html! {
        (title_row(&title, "", html! {}))
        (settings_tabs(desk, "telephone"))
        (narrow(html! {
            p.lead { (tr.t("desk-calls-extensions-lead")) }
            @if doors.is_empty() { (note(Tone::Plain, html! { (tr.t("desk-calls-no-door")) })) }
            @if shown.is_empty() { (note(Tone::Plain, html! { (tr.t("desk-demo-note")) })) }
            @for door in &doors {
                @if !shown.is_empty() {
                    (card(&door.name, html! {
                        @for one in &shown { (line(desk, door, one, &known, wrong)) }
                    }))
                }
            }
        }))
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

fn line(
    desk: &Desk,
    door: &Channel,
    one: &Colleague,
    known: &[Extension],
    wrong: Option<(&Typed, &Fault)>,
) -> Markup {
    let is_it = |known: &&Extension| known.channel_id == door.id && known.account_id == one.id;
    let now = known.iter().find(is_it).map(|known| known.extension.as_str());
    let wrong = wrong.filter(|(typed, _)| {
        typed.channel == door.id.to_string() && typed.account == one.id.to_string()
    });
    let value = wrong.map_or(now.unwrap_or_default(), |(typed, _)| typed.extension.as_str());
    let label = desk.tr.with("desk-calls-extension-of", &[("name", Arg::Text(one.name.clone()))]);
    let field = Field { is_required: false, ..Field::text("extension", label, value) };
    form(
        desk,
        ADDRESS,
        html! {
            input type="hidden" name="channel" value=(door.id);
            input type="hidden" name="account" value=(one.id);
            // Several fields of one name on the page: each has its own label.
            (field.of(format!("-{}-{}", door.id, one.id)).show(wrong.map(|(_, fault)| fault)))
            (button(Tone::Plain, None, &desk.tr.t("desk-save")))
        },
    )
}
