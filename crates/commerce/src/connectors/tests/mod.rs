//! Links, with the books in view.

mod aside;
mod line;
mod medusa;
mod medusa_server;
mod peer;
mod rules;
mod shopify;
mod shopify_sdk;
mod stories;
mod vendure;
mod woocommerce;
mod woocommerce_shop;
mod world;
