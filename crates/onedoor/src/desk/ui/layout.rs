//! The page around the page.

use kit::i18n::Lang;
use maud::{DOCTYPE, Markup, html};

use super::icons::porch_picture;
use super::nav::{Nav, sidebar};
use super::{Icon, icon, icon_named, logo};
use crate::desk::assets;
use crate::desk::calls;
use crate::desk::cookies::Theme;
use crate::desk::who::{Desk, Guest};

/// A second row of navigation, inside a part of the desk: (address, words, whether this is it).
pub type Tab<'a> = (&'a str, String, bool);

pub fn tabs(name: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav.tabs aria-label=(name) {
            @for (href, text, is_here) in tabs {
                a href=(href) aria-current=[is_here.then_some("page")] { (text) }
            }
        }
    }
}

/// A page of somebody who is signed in.
pub fn page(desk: &Desk, here: Nav, title: &str, body: Markup) -> Markup {
    document(
        desk,
        title,
        html! {
            a.skip href="#main" { (desk.tr.t("desk-skip")) }
            div.shell {
                (sidebar(desk, here))
                div.column {
                    (header(desk))
                    main #main tabindex="-1" { (body) }
                }
            }
            (calls::pop::place(desk))
            (confirm_dialog(desk))
            (help_dialog(desk))
        },
    )
}

/// A page before anybody signed in, and the pages of errors: a card before the door.
pub fn door_page(guest: &Guest, title: &str, body: Markup) -> Markup {
    document(
        guest,
        title,
        html! {
            div.porch {
                header.porch-side {
                    div.brand { (logo()) span { "Onedoor" } }
                    (porch_picture())
                    p.porch-words { (guest.tr.t("desk-porch")) }
                }
                main #main.porch-main {
                    div.porch-card {
                        div.porch-brand { (logo()) span { "Onedoor" } }
                        h1 { (title) }
                        (body)
                    }
                    div.porch-foot { (preferences(guest, "")) }
                }
            }
        },
    )
}

fn document(guest: &Guest, title: &str, body: Markup) -> Markup {
    let theme = guest.theme.map(Theme::code);
    html! {
        (DOCTYPE)
        html lang=(guest.tr.lang().code()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content=(theme.unwrap_or("light dark"));
                title { (title) " · Onedoor" }
                link rel="icon" type="image/svg+xml" href=(assets::icon_url());
                link rel="stylesheet" href=(assets::css_url());
                script type="module" src=(assets::js_url()) {}
            }
            body {
                (body)
                (toast(guest))
            }
        }
    }
}

fn toast(guest: &Guest) -> Markup {
    html! {
        div.toasts role="status" aria-live="polite" {
            @if let Some(flash) = &guest.flash {
                div.toast {
                    (icon(Icon::Check))
                    span { (guest.tr.t(&format!("desk-flash-{flash}"))) }
                    button.toast-close type="button" data-dismiss {
                        (icon_named(Icon::Close, &guest.tr.t("desk-close")))
                    }
                }
            }
        }
    }
}

fn header(desk: &Desk) -> Markup {
    html! {
        header.topbar {
            a.brand href="/desk" { (logo()) span.hidden { "Onedoor" } }
            form.search role="search" aria-label=(desk.tr.t("desk-search")) method="get"
                action="/desk/customers" {
                (icon(Icon::Search))
                label.hidden for="search" { (desk.tr.t("desk-search")) }
                input #search name="q" type="search" autocomplete="off" spellcheck="false"
                    value=(searched(desk).unwrap_or_default())
                    placeholder=(desk.tr.t("desk-search-hint")) data-results="results";
                kbd aria-hidden="true" { "/" }
            }
            p.hidden #search-count aria-live="polite" {}
            (preferences(desk, &desk.form_token))
        }
    }
}

/// What was searched for, on the page that shows what was found.
fn searched(desk: &Desk) -> Option<String> {
    let (path, _) = desk.path.split_once('?')?;
    desk.query("q").filter(|_| path == "/desk/customers")
}

/// Language and colours. Works before sign-in too: then there is no token, and a cookie remembers.
fn preferences(guest: &Guest, form_token: &str) -> Markup {
    // The style shows the one that is not on now: only the browser knows what the system has.
    let themes = [
        (Theme::Dark, Icon::Moon, "desk-theme-dark"),
        (Theme::Light, Icon::Sun, "desk-theme-light"),
    ];
    html! {
        form.preferences method="post" action="/desk/preferences" {
            @if !form_token.is_empty() { input type="hidden" name="_token" value=(form_token); }
            input type="hidden" name="back" value=(guest.path);
            label.hidden for="lang" { (guest.tr.t("desk-language")) }
            span.select-icon {
                (icon(Icon::Language))
                select #lang name="lang" data-submit {
                    @for lang in Lang::ALL {
                        option value=(lang.code()) lang=(lang.code())
                            selected[lang == guest.tr.lang()] { (lang.own_name()) }
                    }
                }
            }
            noscript { button.button.small.plain type="submit" { (guest.tr.t("desk-save")) } }
            @for (theme, picture, words) in themes {
                button class={ "icon-button to-" (theme.code()) } type="submit" name="theme"
                    value=(theme.code()) title=(guest.tr.t(words)) {
                    (icon_named(picture, &guest.tr.t(words)))
                }
            }
        }
    }
}

fn confirm_dialog(desk: &Desk) -> Markup {
    html! {
        dialog #confirm aria-labelledby="confirm-question" {
            form method="dialog" {
                p #confirm-question {}
                div.dialog-actions {
                    button.button.plain value="" { (desk.tr.t("desk-cancel")) }
                    button #confirm-verb .button value="yes" {}
                }
            }
        }
    }
}

fn help_dialog(desk: &Desk) -> Markup {
    let keys = [
        ("/", "desk-keys-search"),
        ("j k", "desk-keys-move"),
        ("Enter", "desk-keys-open"),
        ("r", "desk-inbox-answer"),
        ("n", "desk-inbox-note"),
        ("1 2 3", "desk-keys-doors"),
        ("0", "desk-inbox-switch-door"),
        ("1 2 3", "desk-keys-views"),
        ("Ctrl Enter", "desk-inbox-send"),
        ("e", "desk-inbox-close"),
        ("p", "desk-calls-open-conversation"),
        ("g i", "desk-nav-inbox"),
        ("g t", "desk-nav-store"),
        ("g c", "desk-nav-customers"),
        ("g p", "desk-nav-products"),
        ("g d", "desk-nav-doors"),
        ("g a", "desk-nav-audit"),
        ("g s", "desk-nav-settings"),
        ("?", "desk-keys-help"),
    ];
    html! {
        dialog #help aria-labelledby="help-title" {
            h2 #help-title { (icon(Icon::Keyboard)) (desk.tr.t("desk-keys")) }
            dl.keys {
                @for (key, words) in keys {
                    div {
                        dt { @for one in key.split(' ') { kbd { (one) } } }
                        dd { (desk.tr.t(words)) }
                    }
                }
            }
            form method="dialog" {
                div.dialog-actions { button.button.plain { (desk.tr.t("desk-close")) } }
            }
        }
    }
}
