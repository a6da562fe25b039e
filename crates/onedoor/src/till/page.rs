//! The page of the till. The script fills it; the browser keeps it.

use axum::response::{IntoResponse, Response};
use commerce::stock::{self, Location, LocationKind};
use commerce::tills::{self, Till};
use customers::accounts::{Permit, may};
use customers::channels::Channel;
use engage::counter;
use kit::i18n::Arg;
use kit::{Result, Tx};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;

use super::{assets, words};
use crate::desk::Desk;
use crate::desk::cookies::Theme;
use crate::desk::ui::{Icon, icon, icon_named, logo, time};

struct Found {
    doors: Vec<Channel>,
    locations: Vec<Location>,
    open: Vec<Till>,
}

pub async fn show_till(desk: Desk) -> Result<Response> {
    let _: Permit<may::SellAtTill> = desk.staff.permit()?;
    let look = |tx: &Tx| {
        let mut locations = stock::store::locations(tx)?;
        locations.retain(|one| one.is_open() && one.kind == LocationKind::Store);
        let mut doors = counter::doors(tx)?;
        doors.retain(|door| door.sell);
        Ok(Found { doors, locations, open: tills::store::list_open(tx)? })
    };
    let found = desk.app.ctx.db.read(look).await?;
    let html = document(&desk, &found).into_string();
    Ok(axum::response::Html(html).into_response())
}

fn document(desk: &Desk, found: &Found) -> Markup {
    let theme = desk.theme.map(Theme::code);
    let title = desk.tr.t("till");
    html! {
        (DOCTYPE)
        html lang=(desk.tr.lang().code()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content=(theme.unwrap_or("light dark"));
                title { (title) " · Onedoor" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(assets::address("till.css"));
                script type="module" src=(assets::address("till.js")) {}
            }
            body {
                (settings(desk))
                (head(desk))
                noscript { p.notice { (desk.tr.t("till-needs-script")) } }
                (choosing(desk, found))
                (selling(desk))
                (dialogs(desk))
                section #slip aria-hidden="true" {}
            }
        }
    }
}

/// What the script must know; inside a script element `<` ends nothing when it is written as a number.
fn settings(desk: &Desk) -> Markup {
    let currency = desk.app.ctx.defaults.currency;
    let settings = json!({
        "token": desk.form_token,
        "clerk": desk.staff.actor().name,
        "lang": desk.tr.lang().code(),
        "currency": currency,
        "digits": currency.digits(),
        "country": desk.app.commerce.country,
        "words": words::all(&desk.tr),
    });
    let text = settings.to_string().replace('<', "\\u003c");
    html! { script #settings type="application/json" { (PreEscaped(text)) } }
}

fn head(desk: &Desk) -> Markup {
    let tr = &desk.tr;
    html! {
        header.head {
            a.brand href="/desk" aria-label="Onedoor" { (logo()) }
            h1 #till-name { (tr.t("till")) }
            p #line role="status" {}
            nav aria-label=(tr.t("till-ways")) {
                a.quiet href="/desk/returns" { (icon(Icon::Return)) (tr.t("till-returns")) }
                button.quiet #close-till type="button" hidden {
                    (icon(Icon::SignOut)) (tr.t("till-close"))
                }
            }
        }
        details #queue hidden {
            summary #queue-title {}
            ul #queue-list {}
        }
    }
}

fn choosing(desk: &Desk, found: &Found) -> Markup {
    let tr = &desk.tr;
    let door_of = |one: &Location| one.channel.map(|door| door.to_string());
    html! {
        main #choose hidden {
            h2 { (tr.t("till-choose")) }
            @if found.doors.is_empty() {
                p.notice { (tr.t("till-no-store")) " " a href="/desk/doors/new" { (tr.t("till-no-store-do")) } }
            } @else if found.locations.is_empty() {
                p.notice { (tr.t("till-no-place")) " " a href="/desk/stock/places" { (tr.t("till-no-place-do")) } }
            } @else {
                form #open-till .card {
                    label for="door" { (tr.t("till-store")) }
                    select #door name="door" required {
                        @for door in &found.doors { option value=(door.id) { (door.name) } }
                    }
                    label for="location" { (tr.t("till-place")) }
                    select #location name="location" required {
                        @for one in &found.locations {
                            option value=(one.id) data-door=[door_of(one)] { (one.name) }
                        }
                    }
                    label for="name" { (tr.t("till-label")) }
                    input #name name="name" required maxlength="40" autocomplete="off"
                        value=(tr.t("till-label-first"));
                    p.error role="alert" hidden {}
                    button.big.accent type="submit" { (tr.t("till-open")) }
                    p.hint { (tr.t("till-open-hint")) }
                }
            }
            (others(desk, &found.open))
        }
    }
}

/// A lost tablet holds goods that nobody else can sell: a colleague closes its till.
fn others(desk: &Desk, open: &[Till]) -> Markup {
    let tr = &desk.tr;
    html! {
        @if !open.is_empty() {
            section.card {
                h3 { (tr.t("till-others")) }
                p.hint { (tr.t("till-others-hint")) }
                ul.rows { @for till in open {
                    li {
                        span.grow {
                            strong { (till.name) }
                            small { (till.opened_by) " · " (time(desk, till.seen_at)) }
                        }
                        button.quiet type="button" data-close=(till.id)
                            aria-label=(tr.with("till-close-named", &[("name", Arg::Text(till.name.clone()))])) {
                            (tr.t("till-close"))
                        }
                    }
                } }
            }
        }
    }
}

fn selling(desk: &Desk) -> Markup {
    let tr = &desk.tr;
    html! {
        main #sell hidden {
            section.work aria-label=(tr.t("till-basket")) {
                form #scan-form role="search" {
                    label.hidden for="scan" { (tr.t("till-scan")) }
                    input #scan name="q" type="text" inputmode="search" enterkeyhint="search" required
                        maxlength="300" autocomplete="off" autocapitalize="off" spellcheck="false"
                        placeholder=(tr.t("till-scan-hint"));
                    button #camera-open type="button" hidden { (icon_named(Icon::Camera, &tr.t("till-camera"))) }
                    button.accent type="submit" { (icon_named(Icon::Search, &tr.t("till-find"))) }
                }
                p #said role="status" aria-live="polite" {}
                ul #found hidden {}
                p #empty { (tr.t("till-empty")) }
                ul #lines {}
                form #coupon-form hidden {
                    label for="coupon" { (tr.t("till-coupon")) }
                    input #coupon name="coupon" autocomplete="off" autocapitalize="characters" spellcheck="false";
                    button.quiet type="submit" { (tr.t("till-coupon-add")) }
                }
                ul #coupons {}
                form #gift-form hidden {
                    label for="gift" { (tr.t("till-gift-card")) }
                    input #gift name="gift" autocomplete="off" autocapitalize="characters" spellcheck="false";
                    button.quiet type="submit" { (tr.t("till-coupon-add")) }
                }
                ul #tenders {}
            }
            aside #beside aria-label=(tr.t("till-beside")) {
                p.hint { (tr.t("till-beside-hint")) }
            }
            footer #sums hidden {
                dl #totals {}
                p.total { span { (tr.t("till-total")) } output #total {} }
                div #left hidden {
                    dl #paid-with {}
                    p.total { span { (tr.t("till-to-pay")) } output #to-pay {} }
                }
                p #price-state role="status" {}
                div.ways {
                    button.big.accent #pay-cash type="button" { (icon(Icon::Coins)) (tr.t("till-cash")) }
                    button.big.accent #pay-card type="button" { (icon(Icon::BankCard)) (tr.t("till-card")) }
                }
                button.quiet #drop type="button" { (tr.t("till-drop")) }
            }
        }
    }
}

fn dialogs(desk: &Desk) -> Markup {
    let tr = &desk.tr;
    html! {
        dialog #paying aria-labelledby="paying-title" {
            form #paying-form method="dialog" {
                h2 #paying-title {}
                p.total { span { (tr.t("till-to-pay")) } output #paying-total {} }
                div #cash-part {
                    label for="given" { (tr.t("till-given")) }
                    input #given inputmode="decimal" autocomplete="off";
                    div #notes.chips {}
                    p.total { span { (tr.t("till-change")) } output #change-due {} }
                }
                div #card-part {
                    label for="reference" { (tr.t("till-reference")) }
                    input #reference maxlength="64" autocomplete="off";
                    p.hint { (tr.t("till-reference-hint")) }
                }
                (rest(desk))
                p #paying-error .error role="alert" hidden {}
                div.ways {
                    button.quiet type="button" data-close-dialog { (tr.t("till-back")) }
                    button.big.accent #paid type="submit" { (tr.t("till-paid")) }
                }
            }
        }
        dialog #done aria-labelledby="done-title" {
            h2 #done-title {}
            p #done-text {}
            p.total #done-change-row { span { (tr.t("till-change")) } output #done-change {} }
            div.ways #done-ways {}
        }
        dialog #camera aria-label=(tr.t("till-camera")) {
            video #camera-picture playsinline muted {}
            p role="status" { (tr.t("till-camera-hint")) }
            form method="dialog" { button.big { (tr.t("till-back")) } }
        }
    }
}

/// Where to what is not taken along.
fn rest(desk: &Desk) -> Markup {
    let tr = &desk.tr;
    let fields = [
        ("to-name", "till-to-name", "name"),
        ("to-street", "till-to-street", "street-address"),
        ("to-postcode", "till-to-postcode", "postal-code"),
        ("to-city", "till-to-city", "address-level2"),
    ];
    html! {
        fieldset #rest-part hidden {
            legend { (tr.t("till-rest")) }
            label { input type="radio" name="rest" value="address" checked; (tr.t("till-rest-send")) }
            label { input type="radio" name="rest" value="collect"; (tr.t("till-rest-collect")) }
            div #rest-address { @for (id, words, fill) in fields {
                label for=(id) { (tr.t(words)) }
                input id=(id) autocomplete=(fill) maxlength="200";
            } }
            div #rest-ways hidden {
                label for="rest-way" { (tr.t("till-rest-way")) }
                select #rest-way {}
            }
            label for="to-phone" { (tr.t("till-to-phone")) }
            input #to-phone type="tel" autocomplete="tel" maxlength="40";
            label for="to-email" { (tr.t("till-to-email")) }
            input #to-email type="email" autocomplete="email" maxlength="200";
        }
    }
}
