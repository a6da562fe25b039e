//! Links, with the books in view.

mod line;
mod medusa;
mod medusa_server;
mod rules;
mod shopify_sdk;
mod stories;
mod vendure;
mod woocommerce;
mod world;
