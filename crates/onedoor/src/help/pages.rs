//! The pages that customers read.

use engage::articles::{Article, render};
use kit::i18n::{Arg, Lang, Tr};
use kit::text::clip;
use maud::{Markup, PreEscaped, html};

use crate::document::{any_scheme, document};

/// Somebody who reads, in their language.
pub struct Reader {
    pub tr: Tr,
    /// How they reached us.
    pub own_url: String,
}

const LEAD_CHARS: usize = 140;

/// All articles, by their categories.
pub fn all(reader: &Reader, articles: &[Article]) -> Markup {
    let tr = &reader.tr;
    let mut categories: Vec<&str> = articles.iter().map(|one| one.category.as_str()).collect();
    categories.dedup();
    let others = Lang::ALL.map(|lang| (lang, format!("/help?lang={}", lang.code())));
    let body = html! {
        h1 { (tr.t("help-title")) }
        (search(reader, ""))
        @if articles.is_empty() { p { (tr.t("help-empty")) } }
        @for category in categories {
            section {
                @if !category.is_empty() { h2 { (category) } }
                (list(articles.iter().filter(|one| one.category == category)))
            }
        }
    };
    page(reader, &tr.t("help-title"), &others, body)
}

pub fn found(reader: &Reader, typed: &str, articles: &[&Article]) -> Markup {
    let tr = &reader.tr;
    let title = tr.with("help-found", &[("count", Arg::Int(articles.len() as i64))]);
    let body = html! {
        h1 { (tr.t("help-title")) }
        (search(reader, typed))
        p role="status" { (title) }
        (list(articles.iter().copied()))
        p { a href={ "/help?lang=" (tr.lang().code()) } { (tr.t("help-all")) } }
    };
    page(reader, &title, &[], body)
}

pub fn nothing(reader: &Reader) -> Markup {
    let tr = &reader.tr;
    let body = html! {
        h1 { (tr.t("help-nothing")) }
        p { (tr.t("help-nothing-text")) }
        (search(reader, ""))
        p { a href="/help" { (tr.t("help-all")) } }
    };
    page(reader, &tr.t("help-nothing"), &[], body)
}

fn list<'a>(articles: impl Iterator<Item = &'a Article>) -> Markup {
    html! {
        ul.articles {
            @for one in articles {
                li {
                    a href={ "/help/" (one.slug) } { (one.title) }
                    p { (clip(&render::to_text(&one.body), LEAD_CHARS)) }
                }
            }
        }
    }
}

fn search(reader: &Reader, typed: &str) -> Markup {
    let tr = &reader.tr;
    html! {
        form.search role="search" method="get" action="/help" {
            input type="hidden" name="lang" value=(tr.lang().code());
            label for="q" { (tr.t("help-search")) }
            div {
                input #q name="q" type="search" value=(typed) required maxlength="200";
                button type="submit" { (tr.t("help-search-do")) }
            }
        }
    }
}

pub fn one(reader: &Reader, article: &Article, texts: &[Article], is_thanked: bool) -> Markup {
    let tr = &reader.tr;
    let others: Vec<(Lang, String)> =
        texts.iter().map(|text| (text.lang, format!("/help/{}", text.slug))).collect();
    let body = html! {
        nav aria-label=(tr.t("help-way")) {
            a href={ "/help?lang=" (tr.lang().code()) } { (tr.t("help-title")) }
            @if !article.category.is_empty() { " › " (article.category) }
        }
        article {
            h1 { (article.title) }
            (PreEscaped(render::to_html(&article.body)))
        }
        footer.vote {
            @if is_thanked {
                p role="status" { (tr.t("help-thanks")) }
            } @else {
                form method="post" action={ "/help/" (article.slug) "/vote" } {
                    p #vote { (tr.t("help-vote")) }
                    div role="group" aria-labelledby="vote" {
                        button type="submit" name="helped" value="yes" { (tr.t("help-vote-yes")) }
                        button type="submit" name="helped" value="no" { (tr.t("help-vote-no")) }
                    }
                }
            }
        }
    };
    page(reader, &article.title, &others, body)
}

/// `others` are the same page in each of its languages.
fn page(reader: &Reader, title: &str, others: &[(Lang, String)], body: Markup) -> Markup {
    let (tr, own_url) = (&reader.tr, &reader.own_url);
    let head = html! {
        (any_scheme())
        link rel="stylesheet" href="/help/help.css";
        @for (lang, path) in others {
            link rel="alternate" hreflang=(lang.code()) href={ (own_url) (path) };
        }
    };
    let body = html! {
        a.skip href="#main" { (tr.t("help-skip")) }
        @if others.len() > 1 {
            nav.languages aria-label=(tr.t("help-language")) {
                @for (lang, path) in others {
                    a href=(path) hreflang=(lang.code()) lang=(lang.code())
                        aria-current=[(*lang == tr.lang()).then_some("true")] { (lang.own_name()) }
                }
            }
        }
        main #main { (body) }
    };
    let title = format!("{title} · {}", tr.t("help-title"));
    document(tr.lang(), &title, head, body)
}
