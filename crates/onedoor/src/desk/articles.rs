//! The knowledge base in the settings: the articles, and the editor of one with its preview.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use engage::articles::{self, Article, ArticleId, New, State, render};
use kit::i18n::{Arg, Lang};
use kit::{Error, Result};
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;

use super::reply::{Go, Page};
use super::settings::settings_tabs;
use super::ui::forms::{select, token};
use super::ui::{
    Fault, Field, Icon, Nav, Tone, badge, card, confirmed_form, empty, icon, link_button, time,
    title_row,
};
use super::who::Desk;

pub const PATH: &str = "/desk/settings/articles";

/// The form, as it was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Of the article to which this text belongs; none of a new one.
    id: String,
    language: String,
    title: String,
    slug: String,
    category: String,
    body: String,
    state: String,
}

impl Typed {
    fn of(article: &Article) -> Typed {
        Typed {
            id: article.id.to_string(),
            language: article.lang.code().into(),
            title: article.title.clone(),
            slug: article.slug.clone(),
            category: article.category.clone(),
            body: article.body.clone(),
            state: article.state.as_str().into(),
        }
    }

    fn lang(&self, desk: &Desk) -> Lang {
        Lang::parse(&self.language).unwrap_or(desk.tr.lang())
    }

    fn asked(&self, desk: &Desk) -> New {
        New {
            lang: self.lang(desk),
            slug: self.slug.clone(),
            title: self.title.clone(),
            category: self.category.clone(),
            body: self.body.clone(),
            state: self.state.parse().unwrap_or(State::Draft),
        }
    }
}

fn parse_id(text: &str) -> Result<ArticleId> {
    text.parse().map_err(|_| Error::not_found("article of this id"))
}

pub async fn list_articles(desk: Desk) -> Result<Page> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let all = desk.app.ctx.db.scan(articles::list).await?;
    let tr = &desk.tr;
    let new = || {
        link_button(
            Tone::Accent,
            Some(Icon::Plus),
            &tr.t("desk-articles-new"),
            &format!("{PATH}/new"),
        )
    };
    let body = html! {
        (title_row(&tr.t("desk-articles"), &tr.t("desk-articles-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Eye), &tr.t("desk-articles-public"), "/help")) (new())
        }))
        (settings_tabs(&desk, "articles"))
        @if all.is_empty() {
            (empty(Icon::Form, &tr.t("desk-articles-none"), &tr.t("desk-articles-none-text"), new()))
        } @else {
            @for lang in Lang::ALL {
                @let texts: Vec<&Article> = all.iter().filter(|one| one.lang == lang).collect();
                @if !texts.is_empty() { (card(lang.own_name(), rows(&desk, &texts))) }
            }
        }
    };
    Ok(desk.page(Nav::Settings, &tr.t("desk-articles"), body))
}

fn rows(desk: &Desk, texts: &[&Article]) -> Markup {
    let tr = &desk.tr;
    html! {
        ul.rows data-list {
            @for one in texts {
                li {
                    div.grow {
                        a href={ (PATH) "/" (one.id) "?lang=" (one.lang.code()) } { (one.title) }
                        small {
                            @if !one.category.is_empty() { (one.category) " · " }
                            (tr.t("desk-articles-changed")) " " (time(desk, one.changed_at))
                            @if one.helped + one.not_helped > 0 { " · " (votes(desk, one)) }
                        }
                    }
                    (state_badge(desk, one.state))
                }
            }
        }
    }
}

fn votes(desk: &Desk, article: &Article) -> String {
    let args = [
        ("helped", Arg::Text(desk.tr.number(article.helped))),
        ("all", Arg::Text(desk.tr.number(article.helped + article.not_helped))),
    ];
    desk.tr.with("desk-articles-votes", &args)
}

fn state_badge(desk: &Desk, state: State) -> Markup {
    let words = desk.tr.t(&format!("desk-articles-{}", state.as_str()));
    match state {
        State::Draft => badge(Tone::Plain, None, &words),
        State::Published => badge(Tone::Good, Some(Icon::Check), &words),
    }
}

pub async fn show_new_article(desk: Desk) -> Result<Page> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    editor(&desk, &Typed::default(), None, false).await
}

pub async fn create_article(desk: Desk, Form(typed): Form<Typed>) -> Result<Response> {
    save(desk, None, typed).await
}

pub async fn show_article(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let texts = desk.app.ctx.db.read(|tx| articles::of_article(tx, id)).await?;
    let first = texts.first().ok_or_else(|| Error::not_found("article of this id"))?;
    let wanted = desk.query("lang").and_then(|code| Lang::parse(&code)).unwrap_or(first.lang);
    let typed = match texts.iter().find(|one| one.lang == wanted) {
        Some(article) => Typed::of(article),
        // Another language begins with what the others have.
        None => Typed {
            id: id.to_string(),
            language: wanted.code().into(),
            category: first.category.clone(),
            ..Typed::default()
        },
    };
    editor(&desk, &typed, None, false).await
}

pub async fn change_article(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    save(desk, Some(id), typed).await
}

/// What was typed as it will look; nothing is kept.
pub async fn preview_article(desk: Desk, Form(typed): Form<Typed>) -> Result<Page> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    editor(&desk, &typed, None, true).await
}

pub async fn delete_article(
    desk: Desk,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Go> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let lang = typed.lang(&desk);
    articles::delete(&desk.app.engage, &permit, parse_id(&id)?, lang).await?;
    Ok(Go::to(PATH).saying("article-deleted"))
}

async fn save(desk: Desk, id: Option<ArticleId>, typed: Typed) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    match articles::save(&desk.app.engage, &permit, id, &typed.asked(&desk)).await {
        Ok(_) => Ok(Go::to(PATH).saying("article-saved").into_response()),
        Err(error) => {
            let status = error.status();
            let field = match error.code {
                "bad_article_title" => "title",
                "bad_slug" | "slug_taken" => "slug",
                _ => "body",
            };
            let fault = Fault::of(&desk, error, field)?;
            let typed = Typed { id: id.map_or(String::new(), |id| id.to_string()), ..typed };
            let page = editor(&desk, &typed, Some(&fault), false).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

async fn editor(
    desk: &Desk,
    typed: &Typed,
    fault: Option<&Fault>,
    is_preview: bool,
) -> Result<Page> {
    let tr = &desk.tr;
    let id = if typed.id.is_empty() { None } else { Some(parse_id(&typed.id)?) };
    let texts = match id {
        Some(id) => desk.app.ctx.db.read(|tx| articles::of_article(tx, id)).await?,
        None => Vec::new(),
    };
    let title = if id.is_some() { tr.t("desk-articles-change") } else { tr.t("desk-articles-new") };
    let back = link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-articles"), PATH);
    let body = html! {
        (title_row(&title, "", back))
        @if id.is_some() { (languages(desk, typed, &texts)) }
        div.article-editor {
            (card("", fields(desk, typed, id, fault)))
            @if is_preview {
                section.card #preview {
                    h2 { (tr.t("desk-articles-preview")) }
                    article.article lang=(typed.lang(desk).code()) {
                        h1 { (typed.title) }
                        (PreEscaped(render::to_html(&typed.body)))
                    }
                }
            }
        }
        @if let Some(known) = texts.iter().find(|one| one.lang == typed.lang(desk)) {
            (confirmed_form(
                desk,
                &format!("{PATH}/{}/removal", known.id),
                &tr.t("desk-articles-delete-ask"),
                Tone::Bad,
                &tr.t("desk-articles-delete"),
                html! { input type="hidden" name="language" value=(known.lang.code()); },
            ))
        }
    };
    Ok(desk.page(Nav::Settings, &title, body))
}

/// The same article in the other languages: those that are written, and those that are not.
fn languages(desk: &Desk, typed: &Typed, texts: &[Article]) -> Markup {
    html! {
        nav.tabs aria-label=(desk.tr.t("desk-language")) {
            @for lang in Lang::ALL {
                @let is_here = lang == typed.lang(desk);
                a href={ (PATH) "/" (typed.id) "?lang=" (lang.code()) } lang=(lang.code())
                    aria-current=[is_here.then_some("page")] {
                    (lang.own_name())
                    @if !texts.iter().any(|one| one.lang == lang) { " " (icon(Icon::Plus)) }
                }
            }
        }
    }
}

fn fields(desk: &Desk, typed: &Typed, id: Option<ArticleId>, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let to = id.map_or(PATH.to_string(), |id| format!("{PATH}/{id}"));
    let languages = Lang::ALL.map(|lang| (lang.code().to_string(), lang.own_name().to_string()));
    let states = State::ALL.iter().map(|state| {
        (state.as_str().to_string(), tr.t(&format!("desk-articles-{}", state.as_str())))
    });
    let optional = |name, label: &str, value| Field {
        is_required: false,
        ..Field::text(name, tr.t(label), value)
    };
    let body_fault = fault.filter(|fault| fault.field == "body");
    html! {
        form.form method="post" action=(to) {
            (token(desk))
            input type="hidden" name="id" value=(typed.id);
            @if id.is_some() {
                input type="hidden" name="language" value=(typed.language);
            } @else {
                (select("language", &tr.t("desk-language"), &languages, typed.lang(desk).code(), fault))
            }
            (Field::text("title", tr.t("desk-articles-title"), &typed.title).show(fault))
            (optional("category", "desk-articles-category", &typed.category).show(fault))
            (optional("slug", "desk-articles-slug", &typed.slug).hint(tr.t("desk-articles-slug-hint")).show(fault))
            div.field {
                label for="field-body" { (tr.t("desk-articles-body")) }
                textarea #field-body name="body" rows="14" required spellcheck="true"
                    aria-describedby="field-body-hint" aria-invalid=[body_fault.map(|_| "true")] { (typed.body) }
                @if let Some(fault) = body_fault {
                    p.fault #field-body-hint { (fault.text) }
                } @else {
                    p.hint #field-body-hint { (tr.t("desk-articles-body-hint")) }
                }
            }
            (select("state", &tr.t("desk-articles-state"), &states.collect::<Vec<_>>(), &typed.state, fault))
            div.actions {
                button.button.accent type="submit" { (icon(Icon::Check)) (tr.t("desk-save")) }
                button.button.plain type="submit" formaction={ (PATH) "/preview#preview" } {
                    (icon(Icon::Eye)) (tr.t("desk-articles-preview"))
                }
            }
        }
    }
}
