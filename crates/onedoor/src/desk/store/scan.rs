//! Which store it is, and who stands there.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::Channel;
use customers::context::list::Line;
use customers::context::store::doors as doors_of;
use engage::counter::{self, How, LookUp, Visited};
use kit::i18n::Arg;
use kit::{Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::{START, customer_of, known, person_address, store_address, store_of};
use crate::desk::customers::naming::{self, Doors};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::forms::token;
use crate::desk::ui::{Icon, Nav, Tone, button, empty, icon, link_button, time, title_row};
use crate::desk::who::Desk;

/// The longest text that a scanner reads: a link with a code.
pub const TEXT_CHARS_MAX: usize = 300;

pub async fn choose_store(desk: Desk) -> Result<Response> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let doors = desk.app.ctx.db.read(counter::doors).await?;
    // Most shops have one.
    if let [only] = &doors[..] {
        return Ok(Go::to(&store_address(only.id)).into_response());
    }
    let title = desk.tr.t("desk-nav-store");
    let body = html! {
        (title_row(&title, "", html! {}))
        @if doors.is_empty() {
            (empty(Icon::Store, &desk.tr.t("desk-store-none"), &desk.tr.t("desk-store-none-text"), html! {}))
        } @else {
            p.lead { (desk.tr.t("desk-store-which")) }
            nav.stores aria-label=(desk.tr.t("desk-store-which")) {
                @for door in &doors {
                    (link_button(Tone::Plain, Some(Icon::Store), &door.name, &store_address(door.id)))
                }
            }
        }
    };
    Ok(desk.page(Nav::Store, &title, body).into_response())
}

pub async fn show_scanner(desk: Desk, Path(door): Path<String>) -> Result<Page> {
    let permit: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let text = desk.query("q").filter(|text| !text.trim().is_empty());
    let found = match &text {
        Some(text) => {
            let now = desk.now;
            let look = |tx: &Tx| {
                let found = counter::look_up(&desk.app.engage, tx, &permit, text, now)?;
                let doors = match &found {
                    LookUp::Some(lines) => {
                        let last = lines.iter().map(|line| line.customer.last_channel_id);
                        doors_of(tx, last.collect())?
                    }
                    _ => Doors::new(),
                };
                Ok((found, doors))
            };
            Some(desk.app.ctx.db.scan(look).await?)
        }
        None => None,
    };
    let body = html! {
        (scanner(&desk, &store, text.as_deref(), true))
        @if let (Some(text), Some((found, doors))) = (&text, &found) {
            (results(&desk, &store, text, found, doors))
        } @else {
            p.hint.store-hint { (desk.tr.t("desk-store-hint")) }
        }
    };
    Ok(desk.page(Nav::Store, &store.name, body))
}

/// The field that a scanner types into; it stands on every page of the store.
pub fn scanner(desk: &Desk, store: &Channel, text: Option<&str>, has_focus: bool) -> Markup {
    let tr = &desk.tr;
    let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
    html! {
        header.store-head {
            h1 { a href=(store_address(store.id)) { (icon(Icon::Store)) (store.name) } }
            a.quiet href=(START) { (tr.t("desk-store-other")) }
        }
        form.scanner method="post" action={ (store_address(store.id)) "/scans" } data-scanner {
            (token(desk))
            input type="hidden" name="key" value=(key);
            label.hidden for="scan" { (tr.t("desk-store-scan")) }
            input #scan name="q" type="text" inputmode="search" enterkeyhint="search" required
                maxlength=(TEXT_CHARS_MAX) value=(text.unwrap_or_default()) autocomplete="off"
                autocapitalize="off" spellcheck="false" autofocus[has_focus]
                placeholder=(tr.t("desk-store-scan-hint"));
            button.button.plain type="button" hidden data-camera aria-label=(tr.t("desk-store-camera"))
                title=(tr.t("desk-store-camera")) { (icon(Icon::Camera)) }
            button.button.accent type="submit" { (icon(Icon::Search)) (tr.t("desk-store-find")) }
        }
        dialog #camera.camera aria-label=(tr.t("desk-store-camera")) {
            video #camera-picture playsinline muted {}
            p #camera-words role="status" { (tr.t("desk-store-camera-hint")) }
            form method="dialog" { button.button.plain { (tr.t("desk-close")) } }
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Scanned {
    q: String,
    key: String,
    how: String,
}

/// A scan that names one customer is a visit; any other leads to the choice.
pub async fn create_scan(
    desk: Desk,
    Path(door): Path<String>,
    Form(scanned): Form<Scanned>,
) -> Result<Go> {
    let permit: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let talk: Permit<may::Talk> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let text = kit::text::clip(scanned.q.trim(), TEXT_CHARS_MAX).into_owned();
    let now = desk.now;
    let engage = &desk.app.engage;
    let look = |tx: &Tx| counter::look_up(engage, tx, &permit, &text, now);
    let LookUp::One { customer, how, conversation } = desk.app.ctx.db.scan(look).await? else {
        let query = form_urlencoded_of(&text);
        return Ok(Go::to(&format!("{}?q={query}", store_address(store.id))));
    };
    counter::visit(engage, &talk, &store, Visited { customer, how }, &key_of(&scanned.key)).await?;
    let person = person_address(store.id, customer);
    Ok(match conversation {
        Some(id) => Go::to(&format!("{person}?talk={id}")),
        None => Go::to(&person),
    })
}

/// Somebody was chosen of several.
pub async fn create_visit(
    desk: Desk,
    Path((door, id)): Path<(String, String)>,
    Form(scanned): Form<Scanned>,
) -> Result<Go> {
    let talk: Permit<may::Talk> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let customer = customer_of(&id)?;
    let how = scanned.how.parse().unwrap_or(How::Search);
    let visited = Visited { customer, how };
    counter::visit(&desk.app.engage, &talk, &store, visited, &key_of(&scanned.key)).await?;
    Ok(Go::to(&person_address(store.id, customer)))
}

/// A key by which a form that comes twice is known.
pub fn key_of(key: &str) -> String {
    kit::text::clip(key, 64).into_owned()
}

fn form_urlencoded_of(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(byte as char)
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn results(desk: &Desk, store: &Channel, text: &str, found: &LookUp, doors: &Doors) -> Markup {
    match found {
        LookUp::Some(lines) => html! {
            h2.store-results { (desk.tr.t("desk-store-some")) }
            ol.store-people { @for line in lines { li { (choice(desk, store, line, doors)) } } }
        },
        LookUp::Nobody(identity) => known::nobody(desk, store, text, identity.as_ref()),
        // Found meanwhile: one more press notes the visit.
        LookUp::One { .. } => html! {
            p.note { (desk.tr.t("desk-store-found-now")) }
        },
    }
}

fn choice(desk: &Desk, store: &Channel, line: &Line, doors: &Doors) -> Markup {
    let id = line.customer.id;
    let known_by = line.identities.iter().filter(|held| naming::kind_rank(&held.kind) < 3);
    let known_by: Vec<&str> = known_by.map(|held| held.value.as_str()).take(2).collect();
    let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
    html! {
        form method="post" action={ (person_address(store.id, id)) "/visits" } {
            (token(desk))
            input type="hidden" name="key" value=(key);
            button.store-choice type="submit" {
                (naming::portrait(line.customer.name.as_deref()))
                span.grow {
                    strong { (naming::line_name(desk, line, doors)) }
                    small { (known_by.join(" · ")) }
                }
                small { (time(desk, line.customer.last_seen_at)) }
            }
        }
    }
}

/// A button under a heading: small forms of the store look alike.
pub fn small_form(desk: &Desk, action: &str, fields: Markup, words: &str) -> Markup {
    html! {
        form.form.store-form method="post" action=(action) {
            (token(desk))
            (fields)
            (button(Tone::Plain, None, &desk.tr.t(words)))
        }
    }
}

pub fn named(desk: &Desk, key: &str, name: &str) -> String {
    desk.tr.with(key, &[("value", Arg::Text(name.to_owned()))])
}
