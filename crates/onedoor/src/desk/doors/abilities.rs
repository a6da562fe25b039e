//! What a sort of door can carry: limits, windows, by what people say that it is enough. Each fact with where it comes from,
//! and from when: providers change their minds.

use customers::channels::ChannelKind;
use engage::connectors::capabilities::{
    self, Capability, Files, GENERAL, Markup as Formatting, OptOut, Receipts, Source,
};
use engage::connectors::sms::words::{WORDS, Wish, Word};
use engage::connectors::sms::{Alphabet, SEGMENTS_MAX};
use kit::i18n::Arg;
use kit::time::hours;
use maud::{Markup, html};

use crate::desk::ui::card;
use crate::desk::who::Desk;

const MB: usize = 1024 * 1024;

struct Fact {
    /// Behind `desk-can-` in the catalogue.
    name: &'static str,
    value: Markup,
    source: Source,
}

pub fn show(desk: &Desk, kind: ChannelKind) -> Markup {
    let tr = &desk.tr;
    card(
        &tr.t("desk-can"),
        html! {
            p.quiet { (tr.t("desk-can-lead")) }
            dl.facts.abilities {
                @for fact in facts(desk, capabilities::of(kind)) {
                    div {
                        dt { (tr.t(&format!("desk-can-{}", fact.name))) }
                        dd { (fact.value) small.quiet.block { (source(desk, fact.source)) } }
                    }
                }
            }
        },
    )
}

fn source(desk: &Desk, source: Source) -> String {
    let name = match source.name {
        name if name == GENERAL.name => desk.tr.t("desk-can-general"),
        name if name == capabilities::OURS.name => desk.tr.t("desk-can-ours"),
        name => name.to_string(),
    };
    format!("{name}, {}", source.date)
}

fn facts(desk: &Desk, of: &Capability) -> Vec<Fact> {
    let fact = |name, value, source| Fact { name, value, source };
    let t = |key: &str| desk.tr.t(&format!("desk-can-{key}"));
    let yes = |is| t(if is { "yes" } else { "no" });
    let mut all = vec![fact("text", text(desk, of), of.text_max.source)];
    if of.text_max.is == 0 {
        return all;
    }
    let buttons = match of.buttons.is {
        None => yes(false),
        Some(rows) => {
            desk.tr.with("desk-can-buttons-max", &[("count", Arg::Int(rows.count_max as i64))])
        }
    };
    all.extend([
        fact("subject", html! { (yes(of.subject.is)) }, of.subject.source),
        fact("files", files(desk, of.files.is), of.files.source),
        fact("buttons", html! { (buttons) }, of.buttons.source),
        fact("markup", html! { (t(formatting(of.markup.is))) }, of.markup.source),
        fact("window", window(desk, of), of.window.source),
        fact("receipts", html! { (t(receipts(of.receipts.is))) }, of.receipts.source),
        fact("opt-out", html! { (t(opt_out(of.opt_out.is))) }, of.opt_out.source),
    ]);
    if of.opt_out.is == OptOut::Words {
        for (name, wish) in [("stops", Wish::Stop), ("starts", Wish::Start)] {
            all.extend(words(name, wish));
        }
    }
    all
}

fn text(desk: &Desk, of: &Capability) -> Markup {
    let number = |n: usize| Arg::Text(desk.tr.number(n as i64));
    let (gsm, unicode) = (Alphabet::Gsm7, Alphabet::Ucs2);
    let sms = [
        ("sms", number(SEGMENTS_MAX)),
        ("single", number(gsm.single())),
        ("part", number(gsm.part())),
        ("dear", number(unicode.single())),
        ("dearpart", number(unicode.part())),
    ];
    html! {
        @if of.text_max.is == 0 { (desk.tr.t("desk-can-text-none")) } @else {
            (desk.tr.with("desk-can-text-max", &[("count", number(of.text_max.is))]))
        }
        @if of.kind == ChannelKind::Sms {
            span.block { (desk.tr.with("desk-can-text-sms", &sms)) }
        }
    }
}

fn files(desk: &Desk, files: Option<Files>) -> Markup {
    let Some(files) = files else { return html! { (desk.tr.t("desk-can-files-link")) } };
    let size = [("count", Arg::Text(desk.tr.number((files.bytes_max / MB) as i64)))];
    html! {
        (desk.tr.with("desk-can-files-max", &size))
        @if files.types != "*" { ": " code { (files.types) } }
    }
}

/// When the shop may write, and what goes out when it may not.
fn window(desk: &Desk, of: &Capability) -> Markup {
    let Some(length) = of.window.is else {
        return html! { (desk.tr.t("desk-can-window-none")) };
    };
    let lasts =
        |key: &str, length: i64| desk.tr.with(key, &[("hours", Arg::Int(length / hours(1)))]);
    let after = if of.templates.is { "desk-can-window-templates" } else { "desk-can-window-shut" };
    html! {
        (lasts("desk-can-window-open", length))
        @if let Some(length) = of.person_window.is {
            span.block { (lasts("desk-can-window-person", length)) }
        }
        span.block { (desk.tr.t(after)) }
    }
}

/// Those that come from one place stand together.
fn words(name: &'static str, wish: Wish) -> Vec<Fact> {
    let mut found: Vec<(Source, Vec<&Word>)> = Vec::new();
    for word in WORDS.iter().filter(|word| word.wish == wish) {
        let source = Source { name: word.source, date: word.date };
        match found.iter_mut().find(|(known, _)| *known == source) {
            Some((_, words)) => words.push(word),
            None => found.push((source, vec![word])),
        }
    }
    let value = |words: Vec<&Word>| {
        html! { @for word in words { code lang=(word.lang) { (word.word) } " " } }
    };
    found.into_iter().map(|(source, all)| Fact { name, value: value(all), source }).collect()
}

fn formatting(of: Formatting) -> &'static str {
    match of {
        Formatting::None => "no",
        Formatting::Html => "markup-html",
        Formatting::Signs => "markup-signs",
    }
}

fn receipts(of: Receipts) -> &'static str {
    match of {
        Receipts::None => "no",
        Receipts::Failures => "receipts-failures",
        Receipts::Delivered => "receipts-delivered",
        Receipts::Read => "receipts-read",
    }
}

fn opt_out(of: OptOut) -> &'static str {
    match of {
        OptOut::None => "opt-out-none",
        OptOut::Words => "opt-out-words",
        OptOut::Link => "opt-out-link",
        OptOut::Signal => "opt-out-signal",
    }
}
