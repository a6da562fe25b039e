//! Links, with the books in view.

mod rules;
mod shopify_sdk;
mod stories;
mod vendure;
mod woocommerce;
mod world;
