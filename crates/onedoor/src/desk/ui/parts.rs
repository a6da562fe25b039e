//! Cards, badges, buttons and other small things.

use kit::Time;
use maud::{Markup, PreEscaped, html};

use super::{Icon, icon};
use crate::desk::who::Guest;

/// What a colour says. It never says it alone: there is a word or an icon beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Accent,
    Good,
    Warn,
    Bad,
}

impl Tone {
    pub fn class(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Accent => "accent",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }
}

/// The heading of a page, what it is for in a line, and what can be done on it.
pub fn title_row(title: &str, lead: &str, actions: Markup) -> Markup {
    html! {
        header.title-row {
            div {
                h1 { (title) }
                @if !lead.is_empty() { p.lead { (lead) } }
            }
            @if !actions.0.is_empty() { div.actions { (actions) } }
        }
    }
}

/// A box with a heading.
pub fn card(title: &str, body: Markup) -> Markup {
    html! {
        section.card {
            @if !title.is_empty() { h2 { (title) } }
            (body)
        }
    }
}

/// For pages of forms: a column that is pleasant to read.
pub fn narrow(body: Markup) -> Markup {
    html! { div.narrow { (body) } }
}

pub fn badge(tone: Tone, picture: Option<Icon>, text: &str) -> Markup {
    html! {
        span class={ "badge " (tone.class()) } {
            @if let Some(picture) = picture { (icon(picture)) }
            (text)
        }
    }
}

/// A message that stays on the page.
pub fn note(tone: Tone, body: Markup) -> Markup {
    let (picture, role) = match tone {
        Tone::Good => (Icon::Check, "status"),
        Tone::Warn | Tone::Bad => (Icon::Warning, "alert"),
        Tone::Plain | Tone::Accent => (Icon::Claimed, "note"),
    };
    html! {
        div class={ "note " (tone.class()) } role=(role) {
            (icon(picture))
            div { (body) }
        }
    }
}

/// A number that was counted so far only: “99+”.
pub fn counted(count: i64, max: i64) -> String {
    if count > max { format!("{max}+") } else { count.to_string() }
}

/// The button that sends the form around it.
pub fn button(tone: Tone, picture: Option<Icon>, text: &str) -> Markup {
    html! {
        button class={ "button " (tone.class()) } type="submit" {
            @if let Some(picture) = picture { (icon(picture)) }
            (text)
        }
    }
}

/// A link that looks like a button.
pub fn link_button(tone: Tone, picture: Option<Icon>, text: &str, href: &str) -> Markup {
    html! {
        a class={ "button " (tone.class()) } href=(href) {
            @if let Some(picture) = picture { (icon(picture)) }
            (text)
        }
    }
}

/// Instead of an empty list: what would be here, and how it comes.
pub fn empty(picture: Icon, title: &str, text: &str, action: Markup) -> Markup {
    html! {
        div.empty {
            span.empty-picture { (icon(picture)) }
            h2 { (title) }
            p { (text) }
            (action)
        }
    }
}

/// “3 min ago”, with the exact moment on hover and for machines.
pub fn time(guest: &Guest, at: Time) -> Markup {
    html! {
        time datetime=(at) title=(guest.tr.date_time(at)) { (guest.tr.ago(guest.now, at)) }
    }
}

/// Names and values, one under the other.
pub fn facts(rows: &[(String, Markup)]) -> Markup {
    html! {
        dl.facts {
            @for (name, value) in rows {
                div { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// Something to take elsewhere: a key, a link, a line of code.
pub fn copyable(guest: &Guest, text: &str) -> Markup {
    html! {
        div.copyable {
            code { (text) }
            button.button.plain type="button" data-copy=(text) data-done=(guest.tr.t("desk-copied")) {
                (icon(Icon::Copy))
                span { (guest.tr.t("desk-copy")) }
            }
        }
    }
}

/// The first letters of a name in a circle; the colour follows from the name.
pub fn avatar(name: &str) -> Markup {
    let letters: String =
        name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    let hue = name.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte)) % 6;
    html! { span class={ "avatar hue-" (hue) } aria-hidden="true" { (letters.to_uppercase()) } }
}

/// A picture that is made by us, as SVG text.
pub fn picture(svg: &str, name: &str) -> Markup {
    html! { figure.picture role="img" aria-label=(name) { (PreEscaped(svg)) } }
}
