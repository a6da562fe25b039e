//! The page around the page.

use customers::accounts::Permission;
use kit::i18n::Lang;
use maud::{DOCTYPE, Markup, html};

use super::icons::porch_picture;
use super::{Icon, avatar, icon, icon_named, logo, parts};
use crate::desk::assets;
use crate::desk::calls;
use crate::desk::cookies::Theme;
use crate::desk::who::{Desk, Guest};

/// Where in the desk a page lies: that entry of the navigation is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nav {
    Inbox,
    Store,
    Orders,
    Till,
    Stock,
    Returns,
    Customers,
    Products,
    Prices,
    Promotions,
    Doors,
    Audit,
    Settings,
}

struct Entry {
    nav: Nav,
    href: &'static str,
    picture: Icon,
    key: &'static str,
    /// What one must be allowed to see it at all.
    needs: Option<Permission>,
}

/// What lies together, and the word above it.
type Group = (Option<&'static str>, &'static [Entry]);

/// A phone has room for so many; the others are behind “More”.
const ENTRIES_ON_PHONES: usize = 4;

const GROUPS: [Group; 4] = [
    (None, PEOPLE),
    (Some("desk-nav-sell"), SELL),
    (Some("desk-nav-goods"), GOODS),
    (Some("desk-nav-set-up"), SET_UP),
];

const PEOPLE: &[Entry] = &[
    Entry {
        nav: Nav::Inbox,
        href: "/desk/inbox",
        picture: Icon::Chat,
        key: "desk-nav-inbox",
        needs: Some(Permission::SeeConversations),
    },
    Entry {
        nav: Nav::Customers,
        href: "/desk/customers",
        picture: Icon::User,
        key: "desk-nav-customers",
        needs: Some(Permission::SeeCustomers),
    },
];

const SELL: &[Entry] = &[
    Entry {
        nav: Nav::Till,
        href: "/till",
        picture: Icon::Coins,
        key: "till",
        needs: Some(Permission::SellAtTill),
    },
    Entry {
        nav: Nav::Store,
        href: "/desk/store",
        picture: Icon::Store,
        key: "desk-nav-store",
        needs: Some(Permission::Talk),
    },
    Entry {
        nav: Nav::Orders,
        href: "/desk/orders",
        picture: Icon::Form,
        key: "desk-nav-orders",
        needs: Some(Permission::SeeOrders),
    },
    Entry {
        nav: Nav::Returns,
        href: "/desk/returns",
        picture: Icon::Return,
        key: "desk-nav-returns",
        needs: Some(Permission::ManageReturns),
    },
];

const GOODS: &[Entry] = &[
    Entry {
        nav: Nav::Products,
        href: "/desk/products",
        picture: Icon::Tag,
        key: "desk-nav-products",
        needs: Some(Permission::SeeCatalogue),
    },
    Entry {
        nav: Nav::Prices,
        href: "/desk/prices",
        picture: Icon::Coins,
        key: "desk-nav-prices",
        needs: Some(Permission::SeeCatalogue),
    },
    Entry {
        nav: Nav::Promotions,
        href: "/desk/promotions",
        picture: Icon::Percent,
        key: "desk-nav-promotions",
        needs: Some(Permission::SeeCatalogue),
    },
    Entry {
        nav: Nav::Stock,
        href: "/desk/stock",
        picture: Icon::Bag,
        key: "desk-nav-stock",
        needs: Some(Permission::SeeStock),
    },
];

const SET_UP: &[Entry] = &[
    Entry {
        nav: Nav::Doors,
        href: "/desk/doors",
        picture: Icon::Door,
        key: "desk-nav-doors",
        needs: Some(Permission::SeeDoors),
    },
    Entry {
        nav: Nav::Audit,
        href: "/desk/audit",
        picture: Icon::Log,
        key: "desk-nav-audit",
        needs: Some(Permission::SeeAuditLog),
    },
    Entry {
        nav: Nav::Settings,
        href: "/desk/settings",
        picture: Icon::Settings,
        key: "desk-nav-settings",
        needs: None,
    },
];

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

fn sidebar(desk: &Desk, here: Nav) -> Markup {
    let may_see = |entry: &&Entry| entry.needs.is_none_or(|needs| desk.staff.can(needs));
    let seen: Vec<&Entry> =
        GROUPS.iter().flat_map(|(_, entries)| entries.iter()).filter(may_see).collect();
    let late = seen.get(ENTRIES_ON_PHONES..).unwrap_or_default();
    let is_late = |entry: &Entry| late.iter().any(|one| one.nav == entry.nav);
    html! {
        nav.sidebar aria-label=(desk.tr.t("desk-nav")) {
            a.brand href="/desk" { (logo()) span { "Onedoor" } }
            div.nav {
                @for (name, entries) in GROUPS {
                    @let entries: Vec<&Entry> = entries.iter().filter(may_see).collect();
                    @if let Some(name) = name.filter(|_| !entries.is_empty()) {
                        p.nav-group { (desk.tr.t(name)) }
                    }
                    @for entry in entries { (way(desk, here, entry, is_late(entry))) }
                }
                @if !late.is_empty() {
                    button.nav-more type="button" popovertarget="more-ways"
                        data-here[late.iter().any(|entry| entry.nav == here)] {
                        (icon(Icon::More)) span { (desk.tr.t("desk-nav-more")) }
                    }
                }
            }
            (me(desk))
            div.nav #more-ways popover {
                @for entry in late { (way(desk, here, entry, false)) }
            }
        }
    }
}

fn way(desk: &Desk, here: Nav, entry: &Entry, is_late: bool) -> Markup {
    html! {
        a.late[is_late] href=(entry.href) aria-current=[(entry.nav == here).then_some("page")] {
            (icon(entry.picture)) span { (desk.tr.t(entry.key)) }
            @if entry.nav == Nav::Inbox { (open_conversations(desk)) }
        }
    }
}

fn me(desk: &Desk) -> Markup {
    html! {
        div.me {
            (avatar(&desk.staff.actor().name))
            div.me-name {
                strong { (desk.staff.actor().name) }
                small { (desk.tr.t(&format!("desk-role-{}", desk.staff.role().code()))) }
            }
            @if desk.account.is_some() {
                form method="post" action="/desk/sign-out" {
                    (super::forms::token(desk))
                    button.icon-button type="submit" {
                        (icon_named(Icon::SignOut, &desk.tr.t("desk-sign-out")))
                    }
                }
            }
        }
    }
}

/// How many wait, beside the way to them.
fn open_conversations(desk: &Desk) -> Markup {
    let open = desk.open_conversations;
    html! {
        b #inbox-count.nav-count hidden[open == 0] title=(desk.tr.t("desk-inbox-view-open")) {
            (parts::counted(open, engage::inbox::COUNTED_MAX))
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
