//! The knowledge base: what the shop explains once, in each of its languages, for customers and for those who answer them.
//!
//! An article is written in Markdown. It has a text in each language in which somebody wrote one, each with a title, a
//! *slug* (its address: `/help/zwroty`) and a state of its own.
//!
//! ```text
//! draft ⇄ published: on the public help page, in the composer, and known to the assistant
//! ```
//!
//! Kept here:
//! - What is rendered is cleaned, whoever wrote it: see [`render`].
//! - A slug leads to one text; it is the same text for as long as it is published.
//!
//! Start reading at [`Article`]; [`rank`] finds the ones that answer a question.

pub mod rank;
pub mod render;
mod store;
#[cfg(test)]
mod tests;

use customers::accounts::audit;
use customers::accounts::authority::{Permit, may};
use kit::i18n::Lang;
use kit::text::words;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use crate::Ctx;

kit::id_type!(ArticleId, "art");

pub use store::{find, find_by_slug, list, of_article, published, titles};

kit::words! {
    State:
    /// Seen by staff only.
    Draft "draft",
    Published "published",
}

const TITLE_CHARS_MAX: usize = 150;
const CATEGORY_CHARS_MAX: usize = 60;
const SLUG_CHARS_MAX: usize = 80;
const BODY_CHARS_MAX: usize = 50_000;
/// Texts in all languages together.
pub const COUNT_MAX: usize = 2_000;

/// An article in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    pub id: ArticleId,
    pub lang: Lang,
    pub slug: String,
    pub title: String,
    /// A heading under which it stands; may be empty.
    pub category: String,
    /// Markdown.
    pub body: String,
    pub state: State,
    pub changed_at: Time,
    /// Readers whom it helped, and whom it did not.
    pub helped: i64,
    pub not_helped: i64,
}

/// An article as a list names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    pub slug: String,
    pub title: String,
    pub lang: Lang,
}

/// As somebody wrote it.
#[derive(Clone, Debug)]
pub struct New {
    pub lang: Lang,
    /// Made of the title if it is empty.
    pub slug: String,
    pub title: String,
    pub category: String,
    pub body: String,
    pub state: State,
}

/// Writes a text: the first of a new article, or one more language, or anew.
pub async fn save(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    id: Option<ArticleId>,
    new: &New,
) -> Result<ArticleId> {
    let now = ctx.customers.clock.now();
    let article = checked(id.unwrap_or_else(|| ArticleId::new(now)), new, now)?;
    let write = |tx: &Tx| {
        if id.is_some_and(|id| !matches!(of_article(tx, id).as_deref(), Ok([_, ..]))) {
            return Err(Error::not_found("article of this id"));
        }
        let holder = find_by_slug(tx, &article.slug)?;
        if holder.is_some_and(|one| (one.id, one.lang) != (article.id, article.lang)) {
            let detail = format!("The address “{}” leads to another article.", article.slug);
            return Err(Error::conflict("slug_taken", detail));
        }
        if store::count(tx)? >= COUNT_MAX as i64 {
            let detail = format!("There are {COUNT_MAX} articles already.");
            return Err(Error::conflict("too_many_articles", detail));
        }
        store::save(tx, &article)?;
        let detail =
            json!({ "title": article.title, "language": article.lang, "state": article.state });
        audit::record(tx, now, by.actor(), "article_changed", &article.id.to_string(), &detail)
    };
    ctx.customers.db.write(write).await?;
    Ok(article.id)
}

fn checked(id: ArticleId, new: &New, now: Time) -> Result<Article> {
    let title = new.title.trim().to_string();
    if title.is_empty() || title.chars().count() > TITLE_CHARS_MAX {
        let detail = format!("A title has 1 to {TITLE_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_article_title", detail));
    }
    let category = kit::text::clip(new.category.trim(), CATEGORY_CHARS_MAX).into_owned();
    let body = new.body.trim().replace("\r\n", "\n");
    if body.is_empty() || body.chars().count() > BODY_CHARS_MAX {
        let detail = format!("An article has 1 to {BODY_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_article_body", detail));
    }
    let slug = match new.slug.trim() {
        "" => slug_of(&title).unwrap_or_else(|| format!("{}-{}", new.lang.code(), short(id))),
        typed => slug_of(typed).ok_or_else(|| {
            let detail =
                format!("An address has 1 to {SLUG_CHARS_MAX} Latin letters, digits and dashes.");
            Error::bad_input("bad_slug", detail)
        })?,
    };
    Ok(Article {
        id,
        lang: new.lang,
        slug,
        title,
        category,
        body,
        state: new.state,
        changed_at: now,
        helped: 0,
        not_helped: 0,
    })
}

/// “Zwroty i wymiany” is `zwroty-i-wymiany`; none where no Latin letter is in it.
pub fn slug_of(text: &str) -> Option<String> {
    let plain = words(text).into_iter().filter(|word| word.is_ascii());
    let slug = plain.collect::<Vec<_>>().join("-");
    let fits = !slug.is_empty() && slug.len() <= SLUG_CHARS_MAX && slug != "search";
    fits.then_some(slug)
}

fn short(id: ArticleId) -> String {
    let text = kit::id::to_base32(id.0);
    text[text.len() - 8..].to_string()
}

pub async fn delete(ctx: &Ctx, by: &Permit<may::Talk>, id: ArticleId, lang: Lang) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        store::delete(tx, id, lang)?;
        let detail = json!({ "language": lang });
        audit::record(tx, now, by.actor(), "article_deleted", &id.to_string(), &detail)
    };
    ctx.customers.db.write(write).await
}

/// A reader says whether it helped.
pub async fn vote(ctx: &Ctx, slug: &str, helped: bool) -> Result<()> {
    let write = |tx: &Tx| match find_by_slug(tx, slug)? {
        Some(article) if article.state == State::Published => {
            store::count_vote(tx, article.id, article.lang, helped)
        }
        _ => Err(Error::not_found("article at this address")),
    };
    ctx.customers.db.write(write).await
}
