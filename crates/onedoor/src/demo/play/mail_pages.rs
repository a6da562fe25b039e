//! How the customer's mail program looks.

use axum::response::Response;
use kit::i18n::Arg;
use kit::text::clip;
use maud::{Markup, PreEscaped, html};

use super::caller::Caller;
use super::letter::pieces;
use super::mail::Opened;
use super::page::{Here, page};
use super::post::Folder;

/// Of a letter, in the list.
const PREVIEW_BYTES: usize = 120;

/// A letter that is being written.
#[derive(Debug, Default)]
pub struct Draft {
    pub to: String,
    pub subject: String,
    pub body: String,
    pub answers: Option<u32>,
}

fn around(caller: &Caller, folder: Option<Folder>, title: &str, body: Markup) -> Response {
    let tr = &caller.tr;
    let tab = |href: &str, key: &str, is_here: bool| {
        html! { a href=(href) aria-current=[is_here.then_some("page")] { (tr.t(key)) } }
    };
    let whole = html! {
        main #main.mail tabindex="-1" {
            header.mail-head {
                h1 { (tr.t("demo-mail")) small { (caller.play.player.email) } }
                a.button.accent href="/demo/mail/new" { (tr.t("demo-mail-new")) }
            }
            nav.tabs aria-label=(tr.t("demo-mail-folders")) {
                (tab("/demo/mail", "demo-mail-inbox", folder == Some(Folder::Inbox)))
                (tab("/demo/mail?folder=sent", "demo-mail-sent", folder == Some(Folder::Sent)))
            }
            (body)
        }
    };
    page(caller, Here::Mail, title, whole)
}

pub fn list(caller: &Caller, folder: Folder, letters: &[Opened]) -> Response {
    let live = match folder {
        Folder::Inbox => "/demo/mail/live",
        Folder::Sent => "/demo/mail/live?folder=sent",
    };
    let body = html! { div data-live=(live) { (rows(caller, folder, letters)) } };
    around(caller, Some(folder), &caller.tr.t("demo-mail"), body)
}

pub fn rows(caller: &Caller, folder: Folder, letters: &[Opened]) -> Markup {
    let tr = &caller.tr;
    let shown: Vec<&Opened> = letters.iter().filter(|one| one.letter.folder == folder).collect();
    let unread = shown.iter().filter(|one| !one.letter.is_read).count();
    html! {
        p.hidden role="status" {
            @if unread > 0 { (tr.with("demo-new", &[("count", Arg::Int(unread as i64))])) }
        }
        @if shown.is_empty() {
            p.empty {
                (tr.t(if folder == Folder::Inbox { "demo-mail-empty" } else { "demo-mail-none-sent" }))
            }
        }
        ol.letters {
            @for one in shown { (row(caller, one)) }
        }
    }
}

fn row(caller: &Caller, one: &Opened) -> Markup {
    let read = &one.read;
    let is_new = !one.letter.is_read;
    html! {
        li.is-new[is_new] {
            a href={ "/demo/mail/" (one.letter.number) } {
                strong { (who(one)) }
                time { (caller.tr.date_time(one.letter.at)) }
                span.subject {
                    @if is_new { span.hidden { (caller.tr.t("demo-mail-unread")) " " } }
                    (subject(caller, &read.subject))
                    @if !read.files.is_empty() { " 📎" }
                }
                span.preview { (clip(&read.text.replace('\n', " "), PREVIEW_BYTES)) }
            }
        }
    }
}

fn who(one: &Opened) -> &str {
    match one.letter.folder {
        Folder::Sent => &one.read.to,
        Folder::Inbox => one.read.writer(),
    }
}

fn subject(caller: &Caller, subject: &str) -> String {
    if subject.is_empty() { caller.tr.t("demo-mail-no-subject") } else { subject.into() }
}

/// The letters of a thread; the one that was asked for is open.
pub fn thread(caller: &Caller, number: u32, letters: &[Opened]) -> Response {
    let tr = &caller.tr;
    let asked = letters.iter().find(|one| one.letter.number == number);
    let title = asked.map_or(String::new(), |one| subject(caller, &one.read.subject));
    let body = html! {
        article.thread {
            h2 { (title) }
            @for one in letters {
                details.letter open[one.letter.number == number] {
                    summary {
                        strong { (one.read.writer()) }
                        " " time { (tr.date_time(one.letter.at)) }
                    }
                    (letter(caller, one))
                }
            }
        }
    };
    around(caller, asked.map(|one| one.letter.folder), &title, body)
}

fn letter(caller: &Caller, one: &Opened) -> Markup {
    let (tr, read, number) = (&caller.tr, &one.read, one.letter.number);
    html! {
        p.quiet {
            (tr.with("demo-mail-from-to", &[
                ("from", Arg::Text(read.from.clone())), ("to", Arg::Text(read.to.clone())),
            ]))
        }
        @if read.unsubscribe.is_some() {
            @if one.letter.is_refused {
                p.note role="status" { (tr.t("demo-mail-unsubscribed")) }
            } @else {
                form.note method="post" action={ "/demo/mail/" (number) "/unsubscribe" } {
                    span { (tr.t("demo-mail-list")) } " "
                    button { (tr.t("demo-mail-unsubscribe")) }
                }
            }
        }
        div.text {
            @match &read.html {
                // Cleaned when it was read.
                Some(html) => (PreEscaped(html)),
                None => pre {
                    @for (is_link, piece) in pieces(&read.text) {
                        @if is_link {
                            a href=(piece) target="_blank" rel="noopener noreferrer" { (piece) }
                        } @else { (piece) }
                    }
                },
            }
        }
        @if !read.files.is_empty() {
            ul.files aria-label=(tr.t("demo-mail-files")) {
                @for (n, file) in read.files.iter().enumerate() {
                    li {
                        a href={ "/demo/mail/" (number) "/files/" (n) } download { (file.name) }
                        " " small { (file.media_type) }
                    }
                }
            }
        }
        @if one.letter.folder == Folder::Inbox {
            p { a.button.accent href={ "/demo/mail/new?answer=" (number) } { (tr.t("demo-mail-answer")) } }
        }
    }
}

pub fn new(caller: &Caller, draft: &Draft) -> Response {
    let tr = &caller.tr;
    let title = tr.t(if draft.answers.is_some() { "demo-mail-answer" } else { "demo-mail-new" });
    let body = html! {
        form.compose method="post" action="/demo/mail" enctype="multipart/form-data" {
            h2 { (title) }
            @if let Some(number) = draft.answers {
                input type="hidden" name="answers" value=(number);
            }
            label { span { (tr.t("demo-mail-to")) }
                input name="to" type="email" required value=(draft.to) autocomplete="off"; }
            label { span { (tr.t("demo-mail-subject")) }
                input name="subject" value=(draft.subject) maxlength="200" autocomplete="off"; }
            label { span { (tr.t("demo-mail-text")) }
                // HTML drops the first line end of a textarea.
                textarea name="body" rows="12" data-cursor="start" { "\n" (draft.body) } }
            label { span { (tr.t("demo-mail-file")) } input name="file" type="file" multiple; }
            p.ways {
                button.accent { (tr.t("demo-mail-send")) }
                a.button href="/demo/mail" { (tr.t("demo-mail-cancel")) }
            }
        }
    };
    around(caller, None, &title, body)
}
