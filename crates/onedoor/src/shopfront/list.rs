//! Goods of a shelf, or those that were searched for: narrowed, sorted, page by page.

use axum::extract::Path;
use axum::response::Response;
use commerce::carts::Deed;
use commerce::catalogue::search::{self, Asked, FILTERS_MAX, Facet, Filter, Found, OPTION};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::around::{self, Around};
use super::cards::{self, Card};
use super::shopper::Shopper;

const PAGE_SIZE: usize = 24;
/// Nobody turns more pages than these make; whoever looks for something searches.
const FOUND_MAX: usize = 960;

kit::words! {
    Sort:
    Best "best",
    PriceUp "price-up",
    PriceDown "price-down",
    Name "name",
}

/// What somebody wants to see.
struct Wish {
    text: String,
    filters: Vec<Filter>,
    sort: Sort,
    /// From 1.
    page: usize,
}

impl Wish {
    fn of(shopper: &Shopper, category: Option<&str>) -> Wish {
        let mut wish = Wish { text: String::new(), filters: Vec::new(), sort: Sort::Best, page: 1 };
        if let Some(handle) = category {
            wish.narrow(search::CATEGORY.into(), handle.into());
        }
        for (name, value) in shopper.queries() {
            match name.as_str() {
                "q" => wish.text = value,
                "sort" => wish.sort = value.parse().unwrap_or(Sort::Best),
                "page" => wish.page = value.parse().unwrap_or(1).max(1),
                search::BRAND => wish.narrow(name, value),
                search::CATEGORY if category.is_none() => wish.narrow(name, value),
                _ if name.starts_with(OPTION) => wish.narrow(name, value),
                _ => {}
            }
        }
        wish
    }

    fn narrow(&mut self, kind: String, value: String) {
        let count: usize = self.filters.iter().map(|filter| filter.values.len()).sum();
        if count >= FILTERS_MAX || value.is_empty() {
            return;
        }
        match self.filters.iter_mut().find(|filter| filter.kind == kind) {
            Some(filter) => filter.values.push(value),
            None => self.filters.push(Filter { kind, values: vec![value] }),
        }
    }

    fn has(&self, kind: &str, value: &str) -> bool {
        let of_kind = self.filters.iter().filter(|filter| filter.kind == kind);
        of_kind.flat_map(|filter| &filter.values).any(|chosen| chosen == value)
    }
}

pub async fn list_goods(shopper: Shopper) -> Result<Response> {
    list(&shopper, None).await
}

pub async fn list_category(shopper: Shopper, Path(handle): Path<String>) -> Result<Response> {
    list(&shopper, Some(&handle)).await
}

struct Listed {
    around: Around,
    found: Found,
    cards: Vec<Card>,
    pages: usize,
}

async fn list(shopper: &Shopper, category: Option<&str>) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let wish = Wish::of(shopper, category);
    let look = |tx: &Tx| look(tx, shopper, &wish, category);
    let listed = shopper.front.app.ctx.db.scan(look).await?;
    let tr = &shopper.tr;
    let known = category.and_then(|handle| listed.around.tree.by_handle(handle));
    let title = match known {
        Some(category) => category.title_in(tr.lang()).to_string(),
        None if wish.text.is_empty() => tr.t("shop-all-goods"),
        None => tr.with("shop-found-for", &[("text", Arg::Text(wish.text.clone()))]),
    };
    let body = html! {
        h1 { (title) }
        (meant(shopper, &listed.found))
        div.listing {
            (narrowing(shopper, &listed, &wish, category))
            section aria-label=(title) {
                h2.hidden { (title) }
                p.quiet role="status" { (tr.with("shop-found", &[("count", Arg::Int(listed.found.total))])) }
                @if listed.cards.is_empty() { p.empty { (tr.t("shop-found-nothing")) } }
                (cards::shelf(shopper, &listed.cards))
                (pages(shopper, &wish, listed.pages))
            }
        }
    };
    Ok(around::page(shopper, &listed.around, &title, body))
}

fn look(tx: &Tx, shopper: &Shopper, wish: &Wish, category: Option<&str>) -> Result<Listed> {
    let around = Around::load(tx, shopper)?;
    if let Some(handle) = category.filter(|handle| around.tree.by_handle(handle).is_none()) {
        return Err(Error::not_found(format!("category “{}”", kit::text::clip(handle, 80))));
    }
    let asked = Asked {
        text: &wish.text,
        filters: &wish.filters,
        channel: Some(shopper.door()),
        is_sold: true,
        after: None,
        limit: FOUND_MAX,
    };
    let found = search::find(tx, &around.tree, &asked)?;
    let pages = found.products.len().div_ceil(PAGE_SIZE);
    let skipped = (wish.page - 1).saturating_mul(PAGE_SIZE);
    let cards = if wish.sort == Sort::Best {
        let ids: Vec<_> = found.products.iter().skip(skipped).take(PAGE_SIZE).copied().collect();
        cards::load(tx, shopper, &ids)?
    } else {
        let mut all = cards::load(tx, shopper, &found.products)?;
        sort(&mut all, wish.sort, shopper);
        all.into_iter().skip(skipped).take(PAGE_SIZE).collect()
    };
    Ok(Listed { around, found, cards, pages })
}

/// What has no price comes last.
fn sort(cards: &mut [Card], sort: Sort, shopper: &Shopper) {
    let cost = |card: &Card| card.offer.as_ref().map(|offer| offer.unit);
    let lang = shopper.tr.lang();
    match sort {
        Sort::Best => {}
        Sort::PriceUp => cards.sort_by_key(|card| cost(card).unwrap_or(i64::MAX)),
        Sort::PriceDown => cards.sort_by_key(|card| std::cmp::Reverse(cost(card).unwrap_or(-1))),
        Sort::Name => cards.sort_by_key(|card| kit::text::fold(card.product.title_in(lang))),
    }
}

/// What was understood of words that nothing has.
fn meant(shopper: &Shopper, found: &Found) -> Markup {
    let tr = &shopper.tr;
    html! {
        @for (typed, words) in &found.meant {
            p.quiet { (tr.with("shop-meant", &[("typed", Arg::Text(typed.clone())), ("words", Arg::Text(words.join(", ")))])) }
        }
        @if !found.ignored.is_empty() {
            p.quiet { (tr.with("shop-ignored", &[("words", Arg::Text(found.ignored.join(", ")))])) }
        }
    }
}

/// Choices that narrow the list: a form, sent by its button or, with the script, at each choice.
fn narrowing(shopper: &Shopper, listed: &Listed, wish: &Wish, category: Option<&str>) -> Markup {
    let tr = &shopper.tr;
    let facets = listed.found.facets.iter();
    let facets = facets.filter(|facet| category.is_none() || facet.kind != search::CATEGORY);
    let facets: Vec<&Facet> = facets.filter(|facet| facet.values.len() > 1).collect();
    html! {
        form.narrowing method="get" action=(shopper.path) data-follow {
            @if !wish.text.is_empty() { input type="hidden" name="q" value=(wish.text); }
            label for="sort" { (tr.t("shop-sort")) }
            select #sort name="sort" {
                @for sort in Sort::ALL.iter().copied() {
                    option value=(sort.as_str()) selected[sort == wish.sort] { (tr.t(&format!("shop-sort-{}", sort.as_str()))) }
                }
            }
            @if !facets.is_empty() {
                details open {
                    summary { (tr.t("shop-narrow")) }
                    @for facet in facets { (choices(shopper, listed, wish, facet)) }
                }
            }
            button.plain type="submit" { (tr.t("shop-narrow-do")) }
        }
    }
}

fn choices(shopper: &Shopper, listed: &Listed, wish: &Wish, facet: &Facet) -> Markup {
    let tr = &shopper.tr;
    let legend = match facet.kind.strip_prefix(OPTION) {
        Some(name) => name.to_string(),
        None => tr.t(&format!("shop-facet-{}", facet.kind)),
    };
    let title = |value: &str| match listed.around.tree.by_handle(value) {
        Some(category) if facet.kind == search::CATEGORY => {
            category.title_in(tr.lang()).to_string()
        }
        _ => value.to_string(),
    };
    html! {
        fieldset {
            legend { (legend) }
            @for (value, count) in &facet.values {
                label {
                    input type="checkbox" name=(facet.kind) value=(value) checked[wish.has(&facet.kind, value)];
                    span { (title(value)) } span.quiet { (count) }
                }
            }
        }
    }
}

fn pages(shopper: &Shopper, wish: &Wish, pages: usize) -> Markup {
    let tr = &shopper.tr;
    let path = |page: usize| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in shopper.queries().iter().filter(|(name, _)| name != "page") {
            query.append_pair(name, value);
        }
        format!("{}?{}", shopper.path, query.append_pair("page", &page.to_string()).finish())
    };
    html! {
        @if pages > 1 {
            nav.pages aria-label=(tr.t("shop-pages")) {
                @if wish.page > 1 { a rel="prev" href=(path(wish.page - 1)) { (tr.t("shop-page-before")) } }
                span { (tr.with("shop-page-of", &[("page", Arg::Int(wish.page as i64)), ("count", Arg::Int(pages as i64))])) }
                @if wish.page < pages { a rel="next" href=(path(wish.page + 1)) { (tr.t("shop-page-next")) } }
            }
        }
    }
}
