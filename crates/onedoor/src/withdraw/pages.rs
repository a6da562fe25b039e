//! The form, the question whether that is meant, and the receipt.

use commerce::returns::withdraw::Statement;
use engage::letters::Letter;
use kit::i18n::{Arg, Lang, Tr};
use kit::{Error, Time};
use maud::{Markup, html};

use super::Typed;
use crate::document::{any_scheme, document};

fn page(tr: &Tr, title: &str, body: Markup) -> Markup {
    let head = html! { (any_scheme()) link rel="stylesheet" href="/withdraw.css"; };
    document(tr.lang(), title, head, html! { main { h1 { (title) } (body) } })
}

/// One line to type in.
struct Field<'a> {
    name: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    value: &'a str,
    has_hint: bool,
}

impl Field<'_> {
    fn show(&self, tr: &Tr, fault: Option<&str>) -> Markup {
        let (id, about) = (format!("field-{}", self.name), format!("about-{}", self.name));
        let describes = fault.is_some() || self.has_hint;
        html! {
            div.field {
                label for=(id) { (tr.t(&format!("withdraw-{}", self.name))) }
                input id=(id) name=(self.name) type=(self.kind) value=(self.value) required
                    maxlength="200" autocomplete=(self.autocomplete) spellcheck="false"
                    aria-describedby=[describes.then_some(&about)]
                    aria-invalid=[fault.map(|_| "true")] autofocus[fault.is_some()];
                @if let Some(fault) = fault {
                    p.fault id=(about) role="alert" { (fault) }
                } @else if self.has_hint {
                    p.hint id=(about) { (tr.t(&format!("withdraw-{}-hint", self.name))) }
                }
            }
        }
    }
}

/// What was wrong, and with which field.
fn fault(tr: &Tr, error: &Error) -> (&'static str, String) {
    let field = match error.code {
        "bad_name" => "name",
        "bad_order_number" => "order",
        "bad_email" => "email",
        _ => "",
    };
    let key = format!("withdraw-error-{}", error.code.replace('_', "-"));
    (field, tr.maybe(&key).unwrap_or_else(|| tr.t("withdraw-error-other")))
}

pub fn form(tr: &Tr, typed: &Typed, error: Option<&Error>) -> Markup {
    let fault = error.map(|error| fault(tr, error));
    let of = |name: &str| {
        fault.as_ref().filter(|(field, _)| *field == name).map(|(_, text)| text.as_str())
    };
    let field = |name, kind, autocomplete, value, has_hint| {
        Field { name, kind, autocomplete, value, has_hint }.show(tr, of(name))
    };
    let body = html! {
        (languages(tr, typed))
        p { (tr.t("withdraw-lead")) }
        @if let Some(text) = of("") { p.fault role="alert" { (text) } }
        form method="post" action="/withdraw" {
            input type="hidden" name="key" value=(typed.key);
            input type="hidden" name="lang" value=(tr.lang().code());
            (field("name", "text", "name", &typed.name, false))
            (field("order", "text", "off", &typed.order, true))
            (field("email", "email", "email", &typed.email, true))
            div.field {
                label for="field-goods" { (tr.t("withdraw-goods")) }
                textarea #field-goods name="goods" rows="2" maxlength="1000"
                    aria-describedby="about-goods" { (typed.goods) }
                p.hint #about-goods { (tr.t("withdraw-goods-hint")) }
            }
            button type="submit" { (tr.t("withdraw-next")) }
        }
    };
    page(tr, &tr.t("withdraw-title"), body)
}

fn languages(tr: &Tr, typed: &Typed) -> Markup {
    let to = |lang: Lang| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("lang", lang.code());
        if !typed.order.is_empty() {
            query.append_pair("order", &typed.order);
        }
        format!("/withdraw?{}", query.finish())
    };
    html! {
        nav.languages {
            @for lang in Lang::ALL.into_iter().filter(|lang| *lang != tr.lang()) {
                a href=(to(lang)) lang=(lang.code()) hreflang=(lang.code()) { (lang.own_name()) }
            }
        }
    }
}

/// What is declared, in names and values.
fn facts(tr: &Tr, said: &Statement) -> Vec<(String, String)> {
    let goods = if said.goods.is_empty() { tr.t("withdraw-all") } else { said.goods.clone() };
    vec![
        (tr.t("withdraw-name"), said.name.clone()),
        (tr.t("withdraw-order"), said.order_number.clone()),
        (tr.t("withdraw-email"), said.email.clone()),
        (tr.t("withdraw-of"), goods),
    ]
}

fn declared(tr: &Tr, said: &Statement) -> Markup {
    html! {
        p.statement { (statement(tr, said)) }
        dl {
            @for (name, value) in facts(tr, said) { div { dt { (name) } dd { (value) } } }
        }
    }
}

fn statement(tr: &Tr, said: &Statement) -> String {
    tr.with("withdraw-statement", &[("order", Arg::Text(said.order_number.clone()))])
}

pub fn review(tr: &Tr, said: &Statement) -> Markup {
    let fields = [
        ("key", said.key.as_str()),
        ("lang", tr.lang().code()),
        ("name", &said.name),
        ("order", &said.order_number),
        ("email", &said.email),
        ("goods", &said.goods),
    ];
    let body = html! {
        (declared(tr, said))
        form method="post" action="/withdraw/confirmation" {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            button type="submit" { (tr.t("withdraw-confirm")) }
            button.plain type="submit" formaction="/withdraw" name="change" value="yes" {
                (tr.t("withdraw-change"))
            }
        }
    };
    page(tr, &tr.t("withdraw-check"), body)
}

/// `21 Nov 2026, 12:00 (Europe/Warsaw)`, in words.
fn received(tr: &Tr, at: Time) -> String {
    let zone = tr.zone().iana_name().unwrap_or("UTC").to_string();
    tr.with("withdraw-received", &[("at", Arg::Time(at)), ("zone", Arg::Text(zone))])
}

pub fn receipt(tr: &Tr, said: &Statement, at: Time, is_sent: bool) -> Markup {
    let email = [("email", Arg::Text(said.email.clone()))];
    let body = html! {
        p role="status" { strong { (received(tr, at)) } }
        (declared(tr, said))
        @if is_sent { p { (tr.with("withdraw-sent", &email)) } }
        @else { p { strong { (tr.t("withdraw-keep")) } } }
        p { (tr.t("withdraw-next-steps")) }
    };
    page(tr, &tr.t("withdraw-done"), body)
}

/// The same by post: the durable medium.
pub fn letter(tr: &Tr, said: &Statement, at: Time) -> Letter {
    let facts: Vec<String> =
        facts(tr, said).iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let body = [
        tr.t("withdraw-done"),
        received(tr, at),
        statement(tr, said),
        facts.join("\n"),
        tr.t("withdraw-next-steps"),
    ];
    let order = [("order", Arg::Text(said.order_number.clone()))];
    Letter {
        to: said.email.clone(),
        subject: tr.with("withdraw-letter-subject", &order),
        body: body.join("\n\n"),
    }
}
