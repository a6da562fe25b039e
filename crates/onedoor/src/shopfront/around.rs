//! What stands around each page of the shop: the name, the shelves, the search, the cart; below, help and languages.

use axum::response::{IntoResponse, Response};
use commerce::carts;
use commerce::catalogue::categories::Tree;
use commerce::catalogue::search;
use kit::i18n::{Arg, Lang, Tr};
use kit::{Result, Tx};
use maud::{Markup, html};

use super::assets;
use super::shopper::Shopper;
use crate::document::document;

/// More do not fit in a line.
const SHELVES_MAX: usize = 9;

/// What of the shop's state stands on each page.
pub struct Around {
    pub tree: Tree,
    /// Handle and title.
    shelves: Vec<(String, String)>,
    pieces: i64,
}

impl Around {
    pub fn load(tx: &Tx, shopper: &Shopper) -> Result<Around> {
        let tree = Tree::load(tx)?;
        let counts = search::count_categories(tx, &tree, shopper.door())?;
        let is_filled = |handle: &str| counts.iter().any(|(counted, _)| counted == handle);
        let shelves = tree.children(None).filter(|one| is_filled(&one.handle));
        let lang = shopper.tr.lang();
        let shelves = shelves.map(|one| (one.handle.clone(), one.title_in(lang).to_string()));
        let shelves = shelves.take(SHELVES_MAX).collect();
        let cart = match shopper.visit.scope(tx)? {
            Some(scope) => carts::of_leaves(tx, &scope.leaves(tx)?)?,
            None => None,
        };
        let pieces = cart.map_or(0, |cart| cart.lines.iter().map(|line| line.quantity).sum());
        Ok(Around { tree, shelves, pieces })
    }

    pub fn shelves(&self) -> &[(String, String)] {
        &self.shelves
    }
}

/// A page without the shop around it: an error.
pub fn bare(tr: &Tr, title: &str, body: Markup) -> Markup {
    document(tr.lang(), title, head(), html! { main #main { (body) } })
}

fn head() -> Markup {
    html! {
        meta name="color-scheme" content="light";
        meta name="theme-color" content="#fbf7f0";
        link rel="stylesheet" href=(assets::css_url());
    }
}

pub fn page(shopper: &Shopper, around: &Around, title: &str, body: Markup) -> Response {
    let (tr, key) = (&shopper.tr, &shopper.visit.door.channel.write_key);
    let head = html! {
        (head())
        script type="module" src="/widget.js" data-key=(key) data-lang=(tr.lang().code())
            data-device=[shopper.device.as_deref()] data-token=[shopper.token.as_deref()] {}
        script type="module" src=(assets::js_url()) {}
    };
    let body = html! {
        a.skip href="#main" { (tr.t("shop-skip")) }
        (top(shopper, around))
        main #main { (said(shopper)) (body) }
        (bottom(shopper, around))
    };
    let title = format!("{title} · {}", shopper.shop_name());
    document(tr.lang(), &title, head, body).into_response()
}

fn top(shopper: &Shopper, around: &Around) -> Markup {
    let tr = &shopper.tr;
    let typed = shopper.query("q").unwrap_or_default();
    html! {
        header.top {
            div.bar {
                a.brand href="/shop" { (shopper.shop_name()) }
                form.search role="search" method="get" action="/shop/goods" {
                    label.hidden for="q" { (tr.t("shop-search")) }
                    input #q type="search" name="q" value=(typed) maxlength="200"
                        placeholder=(tr.t("shop-search")) autocomplete="off";
                    button type="submit" { (tr.t("shop-search-do")) }
                }
                nav.own aria-label=(tr.t("shop-own")) {
                    @if let Some(play) = shopper.front.app.play.as_deref() {
                        (crate::demo::page::account(tr, play, shopper.visit.account.is_some()))
                    }
                    a href="/shop/account" { (tr.t("shop-account")) }
                    a.to-cart href="/shop/cart" {
                        (tr.t("shop-cart")) " "
                        span.count data-cart-count aria-label=(tr.with("shop-pieces", &[("count", Arg::Int(around.pieces))])) {
                            (around.pieces)
                        }
                    }
                }
            }
            nav.shelves aria-label=(tr.t("shop-shelves")) {
                @for (handle, title) in &around.shelves {
                    @let path = format!("/shop/c/{handle}");
                    a href=(path) aria-current=[(shopper.path == path).then_some("page")] { (title) }
                }
            }
        }
    }
}

/// What the last form did.
fn said(shopper: &Shopper) -> Markup {
    let did = shopper.query("did").and_then(|did| shopper.tr.maybe(&format!("shop-did-{did}")));
    html! {
        div #said role="status" {
            @if let Some(did) = did {
                p.said {
                    (did) " "
                    @if shopper.query("did").as_deref() == Some("added") {
                        a href="/shop/cart" { (shopper.tr.t("shop-to-cart")) }
                    }
                }
            }
        }
    }
}

fn bottom(shopper: &Shopper, around: &Around) -> Markup {
    let tr = &shopper.tr;
    html! {
        footer.bottom {
            div.columns {
                section {
                    h2 { (tr.t("shop-shelves")) }
                    ul { @for (handle, title) in &around.shelves { li { a href={ "/shop/c/" (handle) } { (title) } } } }
                }
                section {
                    h2 { (tr.t("shop-help")) }
                    ul {
                        li { a href={ "/help?lang=" (tr.lang().code()) } { (tr.t("shop-questions")) } }
                        li { a href="/shop/account" { (tr.t("shop-own-orders")) } }
                        li { a href="/withdraw" { (tr.t("shop-withdraw")) } }
                    }
                }
                section {
                    h2 { (tr.t("shop-language")) }
                    ul.languages {
                        @for lang in Lang::ALL {
                            li {
                                a href={ (shopper.path) "?lang=" (lang.code()) } lang=(lang.code()) hreflang=(lang.code())
                                    aria-current=[(lang == tr.lang()).then_some("true")] { (lang.own_name()) }
                            }
                        }
                    }
                }
            }
            p.quiet {
                (tr.t("shop-prices-hint"))
                @if shopper.front.app.open_desk { " " (tr.t("demo-shop-invented")) }
                @if shopper.front.app.play.is_some() { " " a href="/demo" { (tr.t("demo-nav-start")) } }
            }
        }
    }
}
