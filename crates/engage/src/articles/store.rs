//! The SQL of articles.

use kit::db::Row;
use kit::i18n::Lang;
use kit::{Error, Result, Tx, params, sql};

use super::{Article, ArticleId, COUNT_MAX, State, Titled};

/// All texts, by language, category and title.
pub fn list(tx: &Tx) -> Result<Vec<Article>> {
    tx.rows(
        sql!(
            "select id, lang, slug, title, category, body, state, changed_at, helped, not_helped
             from articles order by lang, category, title, id limit $1"
        ),
        params![COUNT_MAX as i64],
        article,
    )
}

/// One article in all its languages.
pub fn of_article(tx: &Tx, id: ArticleId) -> Result<Vec<Article>> {
    tx.rows(
        sql!(
            "select id, lang, slug, title, category, body, state, changed_at, helped, not_helped
             from articles where id = $1 order by lang"
        ),
        params![id],
        article,
    )
}

pub fn find(tx: &Tx, id: ArticleId, lang: Lang) -> Result<Option<Article>> {
    Ok(of_article(tx, id)?.into_iter().find(|one| one.lang == lang))
}

pub fn find_by_slug(tx: &Tx, slug: &str) -> Result<Option<Article>> {
    tx.one(
        sql!(
            "select id, lang, slug, title, category, body, state, changed_at, helped, not_helped
             from articles where slug = $1"
        ),
        params![slug],
        article,
    )
}

/// What everybody may read in a language, by category and title.
pub fn published(tx: &Tx, lang: Lang) -> Result<Vec<Article>> {
    tx.rows(
        sql!(
            "select id, lang, slug, title, category, body, state, changed_at, helped, not_helped
             from articles where lang = $1 and state = 'published'
             order by category, title, id limit $2"
        ),
        params![lang.code(), COUNT_MAX as i64],
        article,
    )
}

/// What everybody may read, without the texts.
pub fn titles(tx: &Tx) -> Result<Vec<Titled>> {
    tx.rows(
        sql!(
            "select slug, title, lang from articles where state = 'published'
             order by title, id limit $1"
        ),
        params![COUNT_MAX as i64],
        |row| {
            let lang = Lang::parse(row.text(2)?).unwrap_or_default();
            Ok(Titled { slug: row.get(0)?, title: row.get(1)?, lang })
        },
    )
}

pub fn count(tx: &Tx) -> Result<i64> {
    let count = tx.one(sql!("select count(*) from articles"), params![], |row| row.get(0))?;
    Ok(count.unwrap_or_default())
}

/// The readers' votes stay with the text.
pub fn save(tx: &Tx, article: &Article) -> Result<()> {
    tx.exec(
        sql!(
            "insert into articles
               (id, lang, slug, title, category, body, state, changed_at, helped, not_helped)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0)
             on conflict (id, lang) do update set slug = excluded.slug, title = excluded.title,
               category = excluded.category, body = excluded.body, state = excluded.state,
               changed_at = excluded.changed_at"
        ),
        params![
            article.id,
            article.lang.code(),
            article.slug,
            article.title,
            article.category,
            article.body,
            article.state.as_str(),
            article.changed_at
        ],
    )?;
    Ok(())
}

pub fn delete(tx: &Tx, id: ArticleId, lang: Lang) -> Result<()> {
    let gone = tx
        .exec(sql!("delete from articles where id = $1 and lang = $2"), params![id, lang.code()])?;
    if gone == 0 { Err(Error::not_found("article of this id")) } else { Ok(()) }
}

pub fn count_vote(tx: &Tx, id: ArticleId, lang: Lang, helped: bool) -> Result<()> {
    tx.exec(
        sql!(
            "update articles set helped = helped + $3, not_helped = not_helped + $4
             where id = $1 and lang = $2"
        ),
        params![id, lang.code(), helped, !helped],
    )?;
    Ok(())
}

fn article(row: &Row) -> Result<Article> {
    Ok(Article {
        id: row.get(0)?,
        lang: Lang::parse(row.text(1)?).unwrap_or_default(),
        slug: row.get(2)?,
        title: row.get(3)?,
        category: row.get(4)?,
        body: row.get(5)?,
        state: row.text(6)?.parse::<State>()?,
        changed_at: row.get(7)?,
        helped: row.get(8)?,
        not_helped: row.get(9)?,
    })
}
