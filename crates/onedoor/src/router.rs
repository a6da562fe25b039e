//! Every route of the product, grouped by who calls it.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use commerce::{
    carts, catalogue, connectors, loyalty, orders, payments, prices, promotions, returns, tenders,
};
use engage::connectors::{chat, own};
use engage::{conversations, handover, webhooks};
use kit::web::{Access, Routes};

use crate::app::App;
use crate::demo;
use crate::desk;
use crate::serve;
use crate::visitors::Visitors;
use crate::web::{self, Limits};
use crate::widget;
use crate::{disclosure, go, help, openapi, shopfront, till, withdraw};

pub fn router(app: &App) -> Router {
    web::around(routes(app), app.ctx.clock.clone(), Limits::DEFAULT)
}

fn routes(app: &App) -> Routes {
    // One of it: what counts how much a visitor asks for counts for pages and calls together.
    let shop = carts::api::Shop::new(app.commerce.clone(), Arc::new(Visitors(app.engage.clone())));
    // Whoever runs the server.
    Routes::of(Access::Everybody)
        .route("/health", get(serve::show_health))
        .route("/metrics", get(serve::show_metrics))
        .with_state(app.clone())
        // Developers.
        .merge(openapi::routes())
        // Doors: web shops, apps, tills, telephones. With a write key they record, with a secret key they read.
        .merge(customers::recording::api::routes(app.ctx.clone()))
        .merge(customers::context::api::routes(app.ctx.clone()))
        .merge(customers::consents::api::routes(app.ctx.clone()))
        // Visitors: the widget in the shop's pages, its chat and contact form.
        .merge(widget::routes())
        .merge(go::routes(app.clone()))
        .merge(chat::routes(app.engage.clone(), app.chat.clone()))
        // Their cart; with a secret key, that of a customer.
        .merge(carts::api::routes(shop.clone()))
        .merge(orders::api::routes(shop.clone()))
        .merge(returns::api::routes(shop.clone()))
        .merge(loyalty::api::routes(shop.clone()))
        .merge(tenders::api::routes(shop.clone()))
        .merge(commerce::wishes::api::routes(shop.clone()))
        // (And those who take the money for it; they sign what they tell.)
        .merge(payments::api::routes(shop.clone()))
        // The merchant's own servers, with the secret key of a door of the kind `api`.
        .merge(customers::channels::api::routes(app.ctx.clone()))
        .merge(customers::privacy::api::routes(app.ctx.clone(), disclosure::chapters()))
        .merge(conversations::api::routes(app.engage.clone()))
        .merge(prices::api::routes(app.commerce.clone()))
        // (Every door asks what a basket costs.)
        .merge(promotions::api::routes(app.commerce.clone()))
        .merge(promotions::gift_cards_api::routes(app.commerce.clone()))
        .merge(commerce::shipping::api::routes(app.commerce.clone()))
        .merge(catalogue::api::routes(app.commerce.clone()))
        // Pages and apps that show what is sold, with any key.
        .merge(catalogue::shop_api::routes(app.commerce.clone()))
        // Customers at the shop's own pages.
        .merge(shopfront::routes(app.clone(), shop))
        // Customers who look for help, and files that were sent to them as a link.
        .merge(help::routes(app.clone()))
        .merge(engage::files::routes(app.engage.clone()))
        .merge(handover::routes(app.engage.clone()))
        // Whoever withdraws from a contract, without an account.
        .merge(withdraw::routes(app.clone()))
        .merge(webhooks::api::routes(app.engage.clone()))
        // The merchant's other systems tell and ask what lies where; pages ask whether there is any.
        .merge(commerce::stock::api::routes(app.commerce.clone()))
        // Servers of doors that the shop has made itself, with the secret key of such a door.
        .merge(own::routes(app.engage.clone()))
        // Whoever looks at the demo.
        .merge(demo::page::routes(app.clone()))
        .merge(demo::play::routes(app.clone()))
        // Customers, who follow a link of ours: how it was, no more of these.
        .merge(engage::surveys::routes(app.engage.clone()))
        .merge(engage::unsubscribe::routes(app.engage.clone()))
        // Those who carry the shop's messages; they sign what they bring.
        .merge(engage::connectors::sms::hooks::routes(app.engage.clone()))
        .merge(engage::connectors::hooks::routes(app.engage.clone()))
        .merge(connectors::hooks::routes(app.commerce.clone()))
        // Telephone systems, with the secret key of a telephone door.
        .merge(engage::connectors::phone::api::routes(app.engage.clone()))
        .merge(engage::connectors::phone::twilio::routes(app.engage.clone()))
        // The merchant's staff.
        .merge(desk::routes(app.clone()))
        .merge(till::routes(app.clone()))
}

/// Every route with who may call it.
#[cfg(test)]
pub fn listed(app: &App) -> Vec<kit::web::Listed> {
    routes(app).listed().to_vec()
}

#[cfg(test)]
mod person_tests;
