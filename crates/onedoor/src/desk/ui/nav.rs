//! The ways through the desk: what lies together stands together, and a phone shows the first four.

use customers::accounts::Permission;
use maud::{Markup, html};

use super::{Icon, avatar, icon, icon_named, logo, parts};
use crate::desk::who::Desk;

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
    Loyalty,
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
        nav: Nav::Loyalty,
        href: "/desk/loyalty",
        picture: Icon::Star,
        key: "desk-loyalty",
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

pub fn sidebar(desk: &Desk, here: Nav) -> Markup {
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
