//! The papers of an order over HTTP.

use std::sync::{Arc, LazyLock};

use axum::extract::{Path, Query, State as With};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use kit::i18n::{Catalogue, Lang, Tr};
use kit::{Error, Result, Tx};
use serde::Deserialize;

use super::super::documents::{Kind, Papers};
use super::super::list::numbered;
use crate::carts::api::Shop;
use crate::carts::api::server;

static WORDS: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::new(&crate::LOCALES)));

#[derive(Deserialize)]
pub struct Wish {
    /// `pl`; else as the header `Accept-Language` says.
    lang: Option<String>,
}

pub async fn show_paper(
    With(shop): With<Shop>,
    Path((number, kind)): Path<(String, String)>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response> {
    server(&shop, &headers).await?;
    let kind: Kind = kind.parse().map_err(|_| Error::not_found("document of this kind"))?;
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = match &wish.lang {
        Some(lang) => Lang::parse(lang)
            .ok_or_else(|| Error::bad_input("bad_lang", "`lang` is en, pl, ro or ru."))?,
        None => accepted.and_then(Lang::from_accept_language).unwrap_or_default(),
    };
    let read = |tx: &Tx| Papers::read(tx, numbered(tx, &number)?);
    let papers = shop.ctx.customers.db.read(read).await?;
    answer(&papers, kind, &Tr::new(&WORDS, lang, TimeZone::system()))
}

/// The PDF as an answer: shown by the browser, and kept under a name that says which it is.
pub fn answer(papers: &Papers, kind: Kind, tr: &Tr) -> Result<Response> {
    let bytes = papers.print(kind, tr)?;
    let name = format!("inline; filename=\"{}\"", papers.file_name(kind));
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_string()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_string()),
    ];
    Ok((headers, bytes).into_response())
}
