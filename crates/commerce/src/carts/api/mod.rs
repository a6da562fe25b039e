//! Carts over HTTP: what the shop's pages ask for with the write key of a door, and tills, agents and assistants with the
//! secret key of theirs.
//!
//! `shop.rs` is for browsers, `customers.rs` for servers; `wish.rs` is what both may ask for, `shown.rs` what both are
//! answered.

mod customers;
mod shop;
pub mod shown;
mod wish;

pub(crate) use customers::{actor, leaf_of, named, server};
pub(crate) use shop::{browsers_key, no_cart};
pub(crate) use wish::{NewActor, json_of, key_of};

use ::customers::recording::api::cross_origin;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use kit::web::{Access, Routes};

use super::limits::Limiter;
use super::live::Live;
use super::visit::Visitors;
use crate::Ctx;

/// A change of 50 actions fits many times.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// What the routes of carts hold.
#[derive(Clone)]
pub struct Shop {
    pub ctx: Ctx,
    pub visitors: Visitors,
    pub(super) live: Live,
    pub(super) limits: Limiter,
}

impl Shop {
    pub fn new(ctx: Ctx, visitors: Visitors) -> Shop {
        Shop { ctx, visitors, live: Live::default(), limits: Limiter::default() }
    }
}

pub fn routes(shop: Shop) -> Routes {
    let browsers = Routes::of(Access::Visitor)
        .route("/v1/shop/cart", get(shop::show_cart))
        .route("/v1/shop/cart/stream", get(shop::follow_cart))
        .route("/v1/shop/cart/states", get(shop::list_states))
        .route("/v1/shop/cart/changes", post(shop::change_cart))
        .route("/v1/shop/cart/restore", post(shop::restore_cart))
        .route("/v1/shop/cart/code", post(shop::create_code))
        .route("/v1/shop/cart/claim", post(shop::claim_cart))
        .layer(middleware::from_fn(cross_origin));
    let servers = Routes::of(Access::SecretKey)
        .route("/v1/customers/{customer}/cart", get(customers::show_cart))
        .route("/v1/customers/{customer}/cart/states", get(customers::list_states))
        .route("/v1/customers/{customer}/cart/changes", post(customers::change_cart))
        .route("/v1/customers/{customer}/cart/restore", post(customers::restore_cart));
    browsers.merge(servers).layer(DefaultBodyLimit::max(BODY_BYTES_MAX)).with_state(shop)
}
