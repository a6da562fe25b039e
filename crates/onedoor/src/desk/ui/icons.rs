//! The icons, drawn on a grid of 24 × 24 with a stroke of 1.75: one file, no library, no request.

use maud::{Markup, html};

macro_rules! icons {
    ($($name:ident: $path:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon {
            $($name,)*
        }

        impl Icon {
            fn path(self) -> &'static str {
                match self {
                    $(Icon::$name => $path,)*
                }
            }

            #[cfg(test)]
            const ALL: &'static [Icon] = &[$(Icon::$name,)*];
        }
    };
}

icons! {
    // What customers do.
    Cart: "M3 4h2l2.2 10.5a1.5 1.5 0 0 0 1.5 1.2h8a1.5 1.5 0 0 0 1.5-1.2L20 7.5H5.8M9 20.2h.01M17 20.2h.01",
    Eye: "M2.5 12C4.6 8 8 5.8 12 5.8S19.4 8 21.5 12c-2.1 4-5.5 6.2-9.5 6.2S4.6 16 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 0 1 0-5.6z",
    Bag: "M5.5 8h13l1 12h-15zM8.8 10.5V7a3.2 3.2 0 0 1 6.4 0v3.5",
    Return: "M8.5 5L4 9.5L8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11h-4",
    Search: "M10.8 4a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 0 1 0-13.6zM15.8 15.8L20.5 20.5",
    Heart: "M12 20S3.8 15.3 3.8 9.6A4.4 4.4 0 0 1 12 7.5a4.4 4.4 0 0 1 8.2 2.1C20.2 15.3 12 20 12 20z",
    Star: "M12 3.5l2.6 5.4l5.9.8l-4.3 4.1l1.1 5.9L12 16.8l-5.3 2.9l1.1-5.9L3.5 9.7l5.9-.8z",
    Tag: "M12.5 3.5h8v8L12 20L4 12zM16.5 7.5h.01",

    // Doors.
    Web: "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17zM3.5 12h17M12 3.5c2.5 2.5 3.6 5.3 3.6 8.5s-1.1 6-3.6 8.5c-2.5-2.5-3.6-5.3-3.6-8.5S9.5 6 12 3.5z",
    App: "M8 2.8h8a1.7 1.7 0 0 1 1.7 1.7v15a1.7 1.7 0 0 1-1.7 1.7H8a1.7 1.7 0 0 1-1.7-1.7v-15A1.7 1.7 0 0 1 8 2.8zM10.8 18.2h2.4",
    Mail: "M3.5 5.5h17v13h-17zM3.8 6.2l8.2 6.6l8.2-6.6",
    Sms: "M4 4.5h16v11.5h-9L6.5 20v-4H4zM8 10.2h.01M12 10.2h.01M16 10.2h.01",
    Bubble: "M12 3.5a8.3 8.3 0 1 1-4.1 15.5L3.6 20.4L5 16.2A8.3 8.3 0 0 1 12 3.5zM9 8.8c0 3.5 2.7 6.2 6.2 6.2l.8-2l-2.2-1l-1 1a5 5 0 0 1-2-2l1-1l-1-2.2z",
    Chat: "M3.5 4.5h12v8.5H9l-3 3v-3H3.5zM10.5 16.5h4.5l3 3v-3h2.5V9h-2",
    Bolt: "M12 3.5c4.9 0 8.5 3.4 8.5 7.9s-3.6 7.9-8.5 7.9c-.9 0-1.7-.1-2.5-.3L6.5 20.8v-3.2c-1.9-1.5-3-3.7-3-6.2c0-4.5 3.6-7.9 8.5-7.9zM7.5 13l3.2-3.2l2.6 2l3.2-2.8",
    More: "M5 12h.01M12 12h.01M19 12h.01",
    Coins: "M9 5.5c3.3 0 6 1.2 6 2.8S12.3 11 9 11S3 9.9 3 8.3s2.7-2.8 6-2.8zM3 8.3v4C3 13.9 5.7 15 9 15s6-1.1 6-2.7v-4M9 15v2.2c0 1.5 2.7 2.8 6 2.8s6-1.3 6-2.8v-4c0-1.3-2.4-2.4-5.9-2.7M21 13.5c0 1.5-2.7 2.7-6 2.7",
    BankCard: "M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5zM3 9.5h18M6.5 14.5h4",
    Camera: "M7 3.5h10A3.5 3.5 0 0 1 20.5 7v10a3.5 3.5 0 0 1-3.5 3.5H7A3.5 3.5 0 0 1 3.5 17V7A3.5 3.5 0 0 1 7 3.5zM12 8.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 0 1 0-7.6zM17 7h.01",
    Plane: "M20.5 4L3.5 11l5.5 2.3zM20.5 4L17.5 19.5L9 13.3V19l3-3.3",
    Phone: "M6 3.5h3l1.8 4.7l-2.2 1.7a11.5 11.5 0 0 0 5.5 5.5l1.7-2.2l4.7 1.8v3a2.3 2.3 0 0 1-2.5 2.3C10.5 19.7 4.3 13.5 3.7 6A2.3 2.3 0 0 1 6 3.5z",
    Form: "M5.5 3.5h13v17h-13zM9 8h6M9 12h6M9 16h3",
    Store: "M4.5 10.5v10h15v-10M3 9.5L5 3.5h14l2 6c0 1.5-1.2 2.5-2.5 2.5S16.2 11 16.2 9.5c0 1.5-1 2.5-2.1 2.5S12 11 12 9.5c0 1.5-1 2.5-2.1 2.5S7.8 11 7.8 9.5c0 1.5-1.3 2.5-2.5 2.5S3 11 3 9.5zM9.8 20.5v-5h4.4v5",
    Marketplace: "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM16.8 13.5v6.5M13.5 16.8h6.5",
    Qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM20 14v3M17 20h3M14 19.5v.5M7 7h.01M17 7h.01M7 17h.01",
    Megaphone: "M4 10v4h3l9 4.5v-13L7 10zM7.5 14.2l1.2 5.3h2.8l-1-4M19 9.5a4 4 0 0 1 0 5",
    Calendar: "M4 5.5h16v15H4zM4 10h16M8.5 3.5v4M15.5 3.5v4M12 13.2l1 1.9l2 .3l-1.5 1.4",
    Spark: "M11 4l1.8 5.2L18 11l-5.2 1.8L11 18l-1.8-5.2L4 11l5.2-1.8zM18.5 15.5v5M16 18h5",
    Code: "M8.5 7L3.5 12l5 5M15.5 7l5 5l-5 5M13.5 4.5l-3 15",
    Partner: "M8 6.5a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 0 1 0-5.4zM16.5 6.5a2.7 2.7 0 1 1 0 5.4M3 19c.3-3 2.3-4.7 5-4.7s4.7 1.7 5 4.7M16.5 14.3c2.6 0 4.3 1.7 4.5 4.7",
    Door: "M5.5 20.5V3.5h13v17M3 20.5h18M8.5 20.5V6.5l6-2v16M12 12.5v1",

    // Marks and tools.
    User: "M12 4a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6",
    Team: "M9 5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7zM2.5 19.5c.5-3.4 3-5.2 6.5-5.2s6 1.8 6.5 5.2M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.6c2.3.6 3.7 2.3 4 4.9",
    Link: "M10 13.8a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7l-1 1M14 10.2a4 4 0 0 0-5.7 0L5 13.5a4 4 0 0 0 5.7 5.7l1-1",
    Unlink: "M15.5 13.8l3.5-3.3a4 4 0 0 0-5.7-5.7l-1 1M8.3 10.2L5 13.5a4 4 0 0 0 5.7 5.7l1-1M4 4l16 16",
    Verified: "M12 3l7.5 2.7v6c0 4.5-3 7.7-7.5 9.3c-4.5-1.6-7.5-4.8-7.5-9.3v-6zM8.5 12l2.5 2.5l4.7-4.8",
    Claimed: "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17zM9.3 9.7a2.7 2.7 0 1 1 4 2.3c-.8.5-1.3 1-1.3 2M12 17h.01",
    Key: "M8 11.5a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 0 1 0-8.4zM11 12.7L20 3.8M16.5 7.3l2.7 2.7M13.8 10l1.7 1.7",
    Log: "M6 3.5h9l4 4v13H6zM15 3.5v4h4M9.5 12h6M9.5 16h6",
    Settings: "M4 7h9M17.5 7H20M4 17h2.5M11 17h9M15.2 4.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4zM8.8 14.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z",
    Sun: "M12 8a4 4 0 1 1 0 8a4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
    Moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z",
    Plus: "M12 5v14M5 12h14",
    Check: "M4.5 12.5l5 5l10-11",
    Bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10.3 21h3.4",
    Warning: "M12 4L21 20H3zM12 10v4.5M12 17.2h.01",
    Clock: "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
    Copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
    Close: "M6 6l12 12M18 6L6 18",
    Right: "M9 5.5l6.5 6.5L9 18.5",
    Left: "M15 5.5L8.5 12l6.5 6.5",
    SignOut: "M10 4H5v16h5M14.5 8l4 4l-4 4M18.5 12H9.5",
    Laptop: "M5 5h14v10.5H5zM2.5 19h19",
    Language: "M3.5 6h9M8 4v2M10.5 6c-.7 4-3 6.7-6.5 8.5M6 9.5c1 2 2.7 3.6 5 4.7M12.5 20l4-10l4 10M14 17h5",
    Keyboard: "M3 6.5h18v11H3zM7 10h.01M11 10h.01M15 10h.01M18 10h.01M7 14h10",
    Percent: "M5 19L19 5M7.5 5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5zM16.5 14a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5z",
    Home: "M4 11.5L12 4.5l8 7M6 10v10h12V10",
}

/// What happened, by the word that the timeline's sentences have for its picture.
pub fn of_event(word: &str) -> Icon {
    match word {
        "cart" => Icon::Cart,
        "eye" => Icon::Eye,
        "bag" => Icon::Bag,
        "return" => Icon::Return,
        "search" => Icon::Search,
        "heart" => Icon::Heart,
        "star" => Icon::Star,
        "tag" => Icon::Tag,
        "chat" => Icon::Chat,
        "phone" => Icon::Phone,
        "mail" => Icon::Mail,
        "store" => Icon::Store,
        "user" => Icon::User,
        _ => Icon::Clock,
    }
}

/// The door of this kind (`web`, `app`, `email` …); an open door for kinds that have no picture.
pub fn of_door(kind: &str) -> Icon {
    match kind {
        "web" => Icon::Web,
        "app" => Icon::App,
        "email" => Icon::Mail,
        "sms" => Icon::Sms,
        "whatsapp" | "viber" => Icon::Bubble,
        "messenger" => Icon::Bolt,
        "instagram" => Icon::Camera,
        "telegram" => Icon::Plane,
        "phone" => Icon::Phone,
        "chat" => Icon::Chat,
        "form" => Icon::Form,
        "store" => Icon::Store,
        "marketplace" => Icon::Marketplace,
        "print" => Icon::Qr,
        "ads" => Icon::Megaphone,
        "partner" => Icon::Partner,
        "event" => Icon::Calendar,
        "assistant" => Icon::Spark,
        "api" => Icon::Code,
        "import" => Icon::Log,
        "push" => Icon::App,
        _ => Icon::Door,
    }
}

/// The picture alone, for beside a text that says the same.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(icon.path()) {} }
    }
}

/// The picture with a name of its own, where no text stands beside it.
pub fn icon_named(picture: Icon, name: &str) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" role="img" aria-label=(name) {
            title { (name) }
            path d=(picture.path()) {}
        }
    }
}

/// The mark of Onedoor: a door ajar, light behind it.
pub fn logo() -> Markup {
    html! {
        svg.logo viewBox="0 0 32 32" aria-hidden="true" focusable="false" {
            path.logo-frame d="M7 28V7.5A3.5 3.5 0 0 1 10.5 4h11A3.5 3.5 0 0 1 25 7.5V28z" {}
            path.logo-leaf d="M10 28V8l9.5-2.6V28z" {}
            path.logo-knob d="M16.5 16.5v2.5" {}
            path.logo-floor d="M3.5 28h25" {}
        }
    }
}

/// Before the door: many doors, one light, one customer to whom all ways lead.
pub fn porch_picture() -> Markup {
    let doors = [(30, Icon::Phone), (134, Icon::Web), (238, Icon::Store), (342, Icon::App)];
    html! {
        svg.porch-picture viewBox="0 0 440 330" fill="none" aria-hidden="true" focusable="false" {
            defs {
                linearGradient id="light" x1="0" y1="0" x2="0" y2="1" {
                    stop offset="0" stop-color="#f4ad4e" stop-opacity="0.85" {}
                    stop offset="1" stop-color="#f4ad4e" stop-opacity="0" {}
                }
            }
            path d="M244 176h56l74 126H150z" fill="url(#light)" opacity="0.5" {}
            path d="M10 176h420" stroke="#f3f7f4" stroke-opacity="0.4" stroke-width="2" {}
            @for (x, picture) in doors {
                @let is_open = x == 238;
                path d={ "M" (x) " 176V44a8 8 0 0 1 8-8h52a8 8 0 0 1 8 8v132z" }
                    fill=(if is_open { "#f4ad4e" } else { "#ffffff14" })
                    stroke="#f3f7f4" stroke-opacity="0.55" stroke-width="2" {}
                @if is_open {
                    path d="M244 176V46l40-12v142z" fill="#f7f4ee" {}
                    path d="M276 104v12" stroke="#12322a" stroke-width="3" stroke-linecap="round" {}
                } @else {
                    path d={ "M" (x + 56) " 104v10" } stroke="#f3f7f4" stroke-opacity="0.6"
                        stroke-width="3" stroke-linecap="round" {}
                }
                svg x=(x + if is_open { 12 } else { 20 }) y="60" width="28" height="28" viewBox="0 0 24 24" {
                    path d=(picture.path()) stroke=(if is_open { "#12322a" } else { "#f3f7f4" })
                        stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" {}
                }
                path d={ "M" (x + 34) " 184C" (x + 34) " 236 220 214 220 252" }
                    stroke="#f3f7f4" stroke-opacity="0.5" stroke-width="2" stroke-dasharray="1 8"
                    stroke-linecap="round" {}
            }
            circle cx="220" cy="284" r="30" fill="#12322a" stroke="#f4ad4e" stroke-width="2.5" {}
            svg x="202" y="266" width="36" height="36" viewBox="0 0 24 24" {
                path d=(Icon::User.path()) stroke="#f7f4ee" stroke-width="1.6" stroke-linecap="round" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_a_path_on_the_grid() {
        for icon in Icon::ALL {
            let path = icon.path();
            assert!(path.starts_with('M') && path.is_ascii(), "{icon:?}");
        }
        assert_eq!(of_door("something new"), Icon::Door);
    }
}
