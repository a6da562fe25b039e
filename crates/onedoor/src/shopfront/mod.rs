//! The shop's own pages, `/shop`: what is sold, the cart, buying, one's orders.
//!
//! ```text
//!  shelves ──► goods ──► cart ──► checkout ──► last look ──► order
//!                          ▲                       │ something changed: look again
//!                          └───────────────────────┘
//! ```
//!
//! Made on the server; each step is a plain form and works without script. A script (`web/shop/shop.js`) saves clicks, and the
//! widget stands on each page: who looks is told to the timeline, and the chat is there.
//!
//! Kept here:
//! - Nothing is computed: prices, reductions, what is taken off and what is left come from `commerce`, as at every door.
//! - The cart is the one of `/v1/shop/cart`: the cookie `onedoor_cart` holds the session that the header
//!   `Onedoor-Cart` does, and stands for the device by which the widget tells what is looked at.
//! - What is shown of a person: to a browser what it did itself; all of it to whoever has proven who they are, by a code
//!   that we sent (`engage::proofs`) or by the word of the shop's server (`onedoor_token`).
//! - A form comes from our own pages only, and carries a key: sent twice, it is done once.
//!
//! Start reading at `shopper.rs` (who is there), then `cards.rs` (how goods are shown) and `checkout.rs`.

mod account;
mod around;
mod assets;
mod cards;
mod cart;
mod cart_forms;
mod checkout;
mod checkout_form;
mod checkout_pages;
mod cookies;
mod guard;
mod home;
mod list;
mod order;
mod product;
mod shopper;
mod sums;
mod tendered;
#[cfg(test)]
mod tests;
mod wish;

use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use commerce::carts::api::Shop;
use kit::i18n::Lang;
use kit::web::{Access, Routes};

use crate::app::App;

/// The words of these pages.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/shopfront/en.ftl")),
    (Lang::Pl, include_str!("../../locales/shopfront/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/shopfront/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/shopfront/ru.ftl")),
];

/// A form with an address and a note fits many times.
const FORM_BYTES_MAX: usize = 32 * 1024;

/// What these pages hold.
#[derive(Clone)]
pub struct Front {
    pub app: App,
    pub shop: Shop,
}

pub fn routes(app: App, shop: Shop) -> Routes {
    let front = Front { app, shop };
    Routes::of(Access::Everybody)
        .route("/shop", get(home::show_home))
        .route("/shop/goods", get(list::list_goods))
        .route("/shop/c/{category}", get(list::list_category))
        .route("/shop/p/{handle}", get(product::show_product))
        .route("/shop/p/{handle}/wish", post(wish::create_wish))
        .route("/shop/cart", get(cart::show_cart))
        .route("/shop/cart/changes", post(cart_forms::change_cart))
        .route("/shop/cart/undo", post(cart_forms::undo_change))
        .route("/shop/cart/code", post(cart_forms::create_code))
        .route("/shop/cart/claim", post(cart_forms::claim_cart))
        .route("/shop/checkout", get(checkout::show_checkout).post(checkout::check_checkout))
        .route("/shop/checkout/order", post(checkout::place_order))
        .route("/shop/orders/{number}", get(order::show_order))
        .route("/shop/account", get(account::show_account))
        .route("/shop/account/code", post(account::send_code))
        .route("/shop/account/proof", post(account::take_code))
        .route("/shop/account/leave", post(account::leave))
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(middleware::from_fn_with_state(front.clone(), guard::protect))
        .route("/shop/assets/{name}", get(assets::show_asset))
        .with_state(front)
}
