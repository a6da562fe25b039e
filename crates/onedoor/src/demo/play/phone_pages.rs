//! How the customer's telephone looks.

use axum::response::Response;
use kit::Time;
use kit::i18n::Arg;
use maud::{Markup, html};

use super::caller::Caller;
use super::exchange::{Call, Stage, Way};
use super::page::{Here, page};
use crate::demo::shop;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Sms,
    Whatsapp,
    Calls,
    Card,
}

impl Tab {
    pub const ALL: [Tab; 4] = [Tab::Sms, Tab::Whatsapp, Tab::Calls, Tab::Card];

    /// In the address, and the end of its keys in the catalogues.
    pub fn word(self) -> &'static str {
        match self {
            Tab::Sms => "sms",
            Tab::Whatsapp => "whatsapp",
            Tab::Calls => "calls",
            Tab::Card => "card",
        }
    }

    fn href(self) -> String {
        format!("/demo/phone?tab={}", self.word())
    }
}

/// What has come in there since one looked.
fn new(caller: &Caller, tab: Tab) -> usize {
    match tab {
        Tab::Sms => caller.play.gateway.unread(&caller.play.player.phone),
        Tab::Whatsapp => caller.play.whatsapp.unread(),
        Tab::Calls | Tab::Card => 0,
    }
}

pub fn show(caller: &Caller, tab: Tab) -> Response {
    let (tr, player) = (&caller.tr, &caller.play.player);
    let live = format!("/demo/phone/live?tab={}", tab.word());
    let body = html! {
        main #main.telephone tabindex="-1" {
            h1 { (tr.t("demo-phone")) small { (player.phone) } }
            div.device {
                nav.apps aria-label=(tr.t("demo-phone-apps")) {
                    @for one in Tab::ALL {
                        a href=(one.href()) aria-current=[(one == tab).then_some("page")] {
                            (tr.t(&format!("demo-phone-{}", one.word())))
                            @if new(caller, one) > 0 { " " span.new { (new(caller, one)) } }
                        }
                    }
                }
                div.screen data-live=(live) data-bottom { (screen(caller, tab)) }
                @if matches!(tab, Tab::Sms | Tab::Whatsapp) {
                    form.say method="post" action={ "/demo/phone/" (tab.word()) } data-quiet {
                        label.hidden for="text" { (tr.t("demo-phone-text")) }
                        textarea #text name="text" rows="2" required maxlength="1000"
                            data-enter placeholder=(tr.t("demo-phone-text")) {}
                        button.accent { (tr.t("demo-phone-send")) }
                    }
                }
                p.problem role="alert" hidden {}
            }
        }
    };
    page(caller, Here::Phone, &tr.t("demo-phone"), body)
}

/// What changes by itself: a call that comes over whatever is shown, and what is shown.
pub fn screen(caller: &Caller, tab: Tab) -> Markup {
    let play = &caller.play;
    let call = play.exchange.call_of(&play.player.phone);
    html! {
        @if let Some(call) = &call { (going_on(caller, call)) }
        @match tab {
            Tab::Sms => (sms(caller)),
            Tab::Whatsapp => (whatsapp(caller)),
            Tab::Calls => (dial(caller, call.is_some())),
            Tab::Card => (card(caller)),
        }
    }
}

/// A line as a telephone shows it.
struct Bubble<'a> {
    is_from_shop: bool,
    text: &'a str,
    at: Time,
}

fn sms(caller: &Caller) -> Markup {
    let play = &caller.play;
    let texts = play.gateway.texts(&play.player.phone);
    let bubbles = texts.iter().map(|text| {
        let (is_from_shop, at) = (text.is_from_shop, text.at);
        Bubble { is_from_shop, text: &text.text, at }
    });
    thread(caller, &play.gateway.number, &bubbles.collect::<Vec<_>>())
}

fn whatsapp(caller: &Caller) -> Markup {
    let lines = caller.play.whatsapp.lines();
    let bubbles = lines.iter().map(|line| {
        let (is_from_shop, at) = (line.is_from_shop, line.at);
        Bubble { is_from_shop, text: &line.text, at }
    });
    thread(caller, "", &bubbles.collect::<Vec<_>>())
}

fn thread(caller: &Caller, number: &str, bubbles: &[Bubble]) -> Markup {
    let tr = &caller.tr;
    html! {
        h2 { (shop::NAME) small { (number) } }
        @if bubbles.is_empty() { p.empty { (tr.t("demo-phone-nothing")) } }
        ol.texts aria-live="polite" {
            @for one in bubbles {
                li.from-shop[one.is_from_shop] {
                    span.hidden {
                        (tr.t(if one.is_from_shop { "demo-phone-they" } else { "demo-phone-you" }))
                    }
                    p { (one.text) }
                    time { (tr.date_time(one.at)) }
                }
            }
        }
    }
}

fn form(deed: &str, class: &str, text: &str) -> Markup {
    html! {
        form method="post" action="/demo/phone/call" data-quiet {
            button class=(class) name="deed" value=(deed) { (text) }
        }
    }
}

fn dial(caller: &Caller, is_busy: bool) -> Markup {
    let (tr, play) = (&caller.tr, &caller.play);
    html! {
        h2 { (shop::NAME) small { (play.exchange.number) } }
        @if !is_busy {
            (form("ring", "call", &tr.t("demo-phone-ring")))
            p.quiet { (tr.t("demo-phone-ring-hint")) }
        }
    }
}

/// The call that goes on, with what can be done at this end; while it rings at the shop, also at the other.
fn going_on(caller: &Caller, call: &Call) -> Markup {
    let tr = &caller.tr;
    let key = match (call.way, call.stage) {
        (Way::ToShop, Stage::Ringing) => "demo-call-rings-there",
        (Way::ToCustomer, Stage::Ringing) => "demo-call-rings-here",
        (_, Stage::Talking) => "demo-call-talks",
    };
    html! {
        section.call aria-label=(tr.t("demo-phone-calls")) {
            p role="status" {
                strong { (tr.with(key, &[("shop", Arg::Text(shop::NAME.into()))])) }
            }
            @if call.stage == Stage::Ringing && call.way == Way::ToCustomer {
                (form("lift", "call", &tr.t("demo-call-answer")))
            }
            (form("hang-up", "hang-up", &tr.t("demo-call-hang-up")))
            @if call.stage == Stage::Ringing && call.way == Way::ToShop {
                div.other-end {
                    p { (tr.t("demo-call-there")) }
                    (form("lift", "", &tr.t("demo-desk-lift")))
                }
            }
        }
    }
}

fn card(caller: &Caller) -> Markup {
    let player = &caller.play.player;
    html! {
        section.loyalty {
            p { (shop::NAME) }
            p.number { (player.card) }
            p { (player.name()) }
        }
        p.quiet { (caller.tr.t("demo-phone-card-hint")) }
    }
}
