//! The front page: the shelves, what is reduced, what is new.

use axum::response::Response;
use commerce::carts::Deed;
use commerce::catalogue::search::{self, Asked};
use kit::{Result, Tx};
use maud::html;

use super::around::{self, Around};
use super::cards::{self, Card};
use super::shopper::Shopper;

/// Among the newest so many we look for what is reduced.
const LOOKED_AT_MAX: usize = 200;
const REDUCED_MAX: usize = 8;
const NEW_MAX: usize = 12;

pub async fn show_home(shopper: Shopper) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let look = |tx: &Tx| {
        let around = Around::load(tx, &shopper)?;
        let asked = Asked {
            text: "",
            filters: &[],
            channel: Some(shopper.door()),
            is_sold: true,
            after: None,
            limit: LOOKED_AT_MAX,
        };
        let found = search::find(tx, &around.tree, &asked)?;
        Ok((cards::load(tx, &shopper, &found.products)?, around))
    };
    let (cards, around) = shopper.front.app.ctx.db.scan(look).await?;
    let tr = &shopper.tr;
    let (mut reduced, others): (Vec<Card>, Vec<Card>) =
        cards.into_iter().partition(|card| card.percent() > 0);
    reduced.sort_by_key(|card| std::cmp::Reverse(card.percent()));
    reduced.truncate(REDUCED_MAX);
    let others: Vec<Card> = others.into_iter().take(NEW_MAX).collect();
    let body = html! {
        section.hero {
            h1 { (tr.t("shop-hero")) }
            p { (tr.t("shop-hero-text")) }
            p { a.button href="/shop/goods" { (tr.t("shop-all-goods")) } }
        }
        nav.tiles aria-label=(tr.t("shop-all-goods")) {
            @for (handle, title) in around.shelves() { a href={ "/shop/c/" (handle) } { (title) } }
        }
        @if !reduced.is_empty() {
            section { h2 { (tr.t("shop-reduced")) } (cards::shelf(&shopper, &reduced)) }
        }
        section {
            h2 { (tr.t("shop-new")) }
            @if others.is_empty() && reduced.is_empty() { p.empty { (tr.t("shop-nothing-yet")) } }
            @else { (cards::shelf(&shopper, &others)) }
        }
    };
    Ok(around::page(&shopper, &around, &tr.t("shop-front"), body))
}
