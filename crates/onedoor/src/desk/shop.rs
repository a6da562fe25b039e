//! What the shop says of itself, in the settings: hours, returns, how its order numbers look; and at which doors the
//! assistant answers.

use axum::Form;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::{self, Channel};
use engage::bot;
use engage::shop::{self, Name};
use kit::i18n::Lang;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::reply::{Go, Page};
use super::settings::settings_tabs;
use super::ui::forms::check;
use super::ui::{Fault, Icon, Nav, Tone, button, card, form, narrow, note, title_row};
use super::who::Desk;

pub const PATH: &str = "/desk/settings/shop";

/// The texts that have a language.
const SPOKEN: [Name; 2] = [Name::Hours, Name::Returns];

struct Found {
    texts: Vec<(Name, Lang, String)>,
    patterns: String,
    /// The doors at which the assistant could answer, and whether it does.
    doors: Vec<(Channel, bool)>,
}

fn find(tx: &Tx) -> Result<Found> {
    let mut texts = Vec::new();
    for name in SPOKEN {
        for lang in Lang::ALL {
            texts.push((name, lang, shop::text(tx, name, lang)?.unwrap_or_default()));
        }
    }
    let mut doors = Vec::new();
    for door in channels::store::list(tx)? {
        if door.talk && door.disabled_at.is_none() && bot::can_answer(door.kind) {
            let is_on = bot::is_on(tx, door.id)?;
            doors.push((door, is_on));
        }
    }
    Ok(Found { texts, patterns: shop::order_patterns(tx)?.join("\n"), doors })
}

pub async fn show_shop(desk: Desk) -> Result<Page> {
    page(&desk, None).await
}

/// `hours_pl`, `order_patterns`, `bot=chn_…` once for each door at which it is on.
pub async fn change_shop(desk: Desk, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response> {
    let permit: Permit<may::ManageDoors> = desk.staff.permit()?;
    match save(&desk, &permit, &pairs).await {
        Ok(()) => Ok(Go::to(PATH).saying("shop-saved").into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "")?;
            Ok(page(&desk, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

async fn save(
    desk: &Desk,
    permit: &Permit<may::ManageDoors>,
    pairs: &[(String, String)],
) -> Result<()> {
    let ctx = &desk.app.engage;
    let value =
        |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    for name in SPOKEN {
        for lang in Lang::ALL {
            if let Some(text) = value(&format!("{}_{}", name.as_str(), lang.code())) {
                shop::set(ctx, permit, name, Some(lang), text).await?;
            }
        }
    }
    if let Some(text) = value(Name::OrderPatterns.as_str()) {
        shop::set(ctx, permit, Name::OrderPatterns, None, text).await?;
    }
    let found = desk.app.ctx.db.read(find).await?;
    for (door, was_on) in found.doors {
        let is_on = value(&format!("bot_{}", door.id)).is_some();
        if is_on != was_on {
            bot::switch(ctx, permit, &door, is_on).await?;
        }
    }
    Ok(())
}

async fn page(desk: &Desk, fault: Option<&Fault>) -> Result<Page> {
    let _: Permit<may::ManageDoors> = desk.staff.permit()?;
    let tr = &desk.tr;
    let found = desk.app.ctx.db.read(find).await?;
    let title = tr.t("desk-shop");
    let body = html! {
        (title_row(&title, &tr.t("desk-shop-lead"), html! {}))
        (settings_tabs(desk, "shop"))
        (narrow(html! {
            @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
            (form(desk, PATH, html! {
                (card(&tr.t("desk-bot"), doors(desk, &found)))
                @for name in SPOKEN {
                    (card(&tr.t(&format!("desk-shop-{}", name.as_str())), spoken(desk, &found, name)))
                }
                (card(&tr.t("desk-shop-order-patterns"), patterns(desk, &found)))
                (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
            }))
        }))
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

fn doors(desk: &Desk, found: &Found) -> Markup {
    let tr = &desk.tr;
    html! {
        p.hint { (tr.t("desk-bot-lead")) }
        @if found.doors.is_empty() { p { (tr.t("desk-bot-no-door")) } }
        @for (door, is_on) in &found.doors {
            (check(&format!("bot_{}", door.id), &door.name, &tr.t("desk-bot-hint"), *is_on))
        }
    }
}

fn spoken(desk: &Desk, found: &Found, name: Name) -> Markup {
    html! {
        p.hint { (desk.tr.t(&format!("desk-shop-{}-hint", name.as_str()))) }
        @for (_, lang, text) in found.texts.iter().filter(|(of, ..)| *of == name) {
            @let id = format!("{}_{}", name.as_str(), lang.code());
            div.field {
                label for=(id) lang=(lang.code()) { (lang.own_name()) }
                textarea id=(id) name=(id) rows="2" lang=(lang.code()) { (text) }
            }
        }
    }
}

fn patterns(desk: &Desk, found: &Found) -> Markup {
    let name = Name::OrderPatterns.as_str();
    html! {
        div.field {
            label.hidden for=(name) { (desk.tr.t("desk-shop-order-patterns")) }
            textarea id=(name) name=(name) rows="3" spellcheck="false" aria-describedby="patterns-hint" {
                (found.patterns)
            }
            p.hint #patterns-hint { (desk.tr.t("desk-shop-order-patterns-hint")) }
        }
    }
}
