//! The conversation goes on elsewhere: a code to show or say, or a link that is sent.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::identities::Kind;
use engage::conversations::{Conversation, store};
use engage::handover::{self, Asked, Made, MadeBy, Qr, ways};
use kit::i18n::{Arg, Lang};
use kit::{Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::page::Found;
use super::{address, parse_id};
use crate::desk::reply::Go;
use crate::desk::ui::forms::{Fault, token};
use crate::desk::ui::{Icon, Nav, Tone, card, copyable, icon, icons, link_button, narrow, note};
use crate::desk::who::Desk;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// `email:…`, `phone:…`; empty to show the code.
    to: String,
    lang: String,
}

pub async fn create_hand_over(
    desk: Desk,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Result<Response> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let engage = &desk.app.engage;
    let base = engage.public_url.clone().unwrap_or_else(|| desk.own_url());
    let to = Some(wanted.to.clone()).filter(|to| !to.is_empty());
    let lang = Lang::parse(&wanted.lang).unwrap_or(desk.tr.lang());
    let now = desk.now;
    let write = |tx: &Tx| {
        let root = store::find(tx, store::find(tx, id)?.root_id)?;
        let asked = Asked {
            conversation: root.id,
            channel: root.last_channel_id,
            by: MadeBy::Staff,
            lang,
            page: None,
            address: to.clone(),
        };
        match asked.address {
            Some(_) => Ok((handover::send_in(engage, tx, &asked, Some(&base), now)?.0, root)),
            None => Ok((handover::make_in(engage, tx, &asked, now)?, root)),
        }
    };
    match desk.app.ctx.db.write(write).await {
        Ok((_, root)) if to.is_some() => {
            Ok(Go::to(&format!("{}#sent", address(root.id))).saying("handed-over").into_response())
        }
        Ok((made, root)) => {
            let ways = desk.app.ctx.db.read(|tx| ways::all(engage, tx, &made.code)).await?;
            let url = format!("{base}{}", made.path);
            let body = shown(&desk, &root, &made, &url, &ways)?;
            Ok(desk.page(Nav::Inbox, &desk.tr.t("desk-go-on"), body).into_response())
        }
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "to")?;
            let body = narrow(html! {
                (note(Tone::Bad, html! { (fault.text) }))
                (link_button(Tone::Plain, Some(Icon::Left), &desk.tr.t("desk-nav-inbox"), &address(id)))
            });
            Ok(desk
                .page(Nav::Inbox, &desk.tr.t("desk-go-on"), body)
                .with_status(status)
                .into_response())
        }
    }
}

/// The code, shown this once.
fn shown(
    desk: &Desk,
    root: &Conversation,
    made: &Made,
    url: &str,
    ways: &[ways::Elsewhere],
) -> Result<Markup> {
    let tr = &desk.tr;
    let qr = Qr::of(url)?;
    let view = format!("0 0 {0} {0}", qr.size);
    let until = [("moment", Arg::Text(tr.date_time(made.expires_at)))];
    Ok(narrow(html! {
        (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-go-on-back"), &address(root.id)))
        h1 { (tr.t("desk-go-on")) }
        (card("", html! { div.go-on {
            p { (tr.t("desk-go-on-say")) }
            p.go-on-code { (made.code) }
            p { (tr.t("desk-go-on-scan")) }
            svg.go-on-qr viewBox=(view) role="img" aria-label=(tr.t("desk-go-on-scan")) shape-rendering="crispEdges" {
                path d=(qr.path);
            }
            (copyable(desk, url))
            @if !ways.is_empty() {
                ul.go-on-ways aria-label=(tr.t("desk-go-on-doors")) {
                    @for way in ways { li { (way_of(way)) } }
                }
            }
            p.hint { (tr.with("desk-go-on-until", &until)) }
        } }))
    }))
}

fn way_of(way: &ways::Elsewhere) -> Markup {
    let picture = icons::of_door(way.kind.as_str());
    html! {
        @match &way.href {
            Some(href) => a.button.plain.small href=(href) rel="noreferrer" target="_blank" { (icon(picture)) (way.name) },
            None => span.badge { (icon(picture)) (way.name) },
        }
    }
}

/// The button above the conversation.
pub fn menu(desk: &Desk, found: &Found) -> Markup {
    let tr = &desk.tr;
    let id = found.thread.conversation.id;
    let addresses = addresses(found);
    html! {
        details.menu #go-on {
            summary.button.plain.small data-hotkey="o" { (icon(Icon::Right)) (tr.t("desk-go-on")) }
            form.menu-box.go-on-menu method="post" action={ (address(id)) "/hand-overs" } {
                (token(desk))
                div.field {
                    label for="go-on-to" { (tr.t("desk-go-on-how")) }
                    select #go-on-to name="to" {
                        option value="" { (tr.t("desk-go-on-show")) }
                        @for (to, text) in &addresses {
                            option value=(to) { (tr.with("desk-go-on-send", &[("to", Arg::Text(text.clone()))])) }
                        }
                    }
                }
                div.field {
                    label for="go-on-lang" { (tr.t("desk-language")) }
                    select #go-on-lang name="lang" {
                        @for lang in Lang::ALL {
                            option value=(lang.code()) lang=(lang.code()) selected[lang == tr.lang()] { (lang.own_name()) }
                        }
                    }
                }
                button.button.accent type="submit" { (tr.t("desk-go-on-do")) }
            }
        }
    }
}

/// Where a link can be sent: what is known of them, and what they say.
fn addresses(found: &Found) -> Vec<(String, String)> {
    let Some(person) = &found.person else { return Vec::new() };
    let held = person.about.identities.iter().filter(|known| known.held.shared_at.is_none());
    let held = held.map(|known| (&known.held.kind, &known.held.value));
    let claims = person.about.claims.iter().map(|one| (&one.claim.kind, &one.claim.value));
    let mut all: Vec<(String, String)> = held
        .chain(claims)
        .filter(|(kind, _)| **kind == Kind::EMAIL || **kind == Kind::PHONE)
        .map(|(kind, value)| (format!("{kind}:{value}"), value.clone()))
        .collect();
    all.dedup();
    all
}
