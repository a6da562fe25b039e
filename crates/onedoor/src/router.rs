//! Every route of the product, grouped by who calls it.

#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;
use engage::connectors::chat;
use engage::conversations;
use kit::web::{Access, Routes};

use crate::app::App;
use crate::demo;
use crate::desk;
use crate::help;
use crate::serve;
use crate::web::{self, Limits};
use crate::widget;

pub fn router(app: &App) -> Router {
    web::around(routes(app), app.ctx.clock.clone(), Limits::DEFAULT)
}

fn routes(app: &App) -> Routes {
    // Whoever runs the server.
    Routes::of(Access::Everybody)
        .route("/health", get(serve::show_health))
        .route("/metrics", get(serve::show_metrics))
        .with_state(app.clone())
        // Doors: web shops, apps, tills, telephones. With a write key they record, with a secret key they read.
        .merge(customers::recording::api::routes(app.ctx.clone()))
        .merge(customers::context::api::routes(app.ctx.clone()))
        .merge(customers::consents::api::routes(app.ctx.clone()))
        // Visitors: the widget in the shop's pages, its chat and contact form.
        .merge(widget::routes())
        .merge(chat::routes(app.engage.clone(), app.chat.clone()))
        // The merchant's own servers, with the secret key of a door of the kind `api`.
        .merge(customers::channels::api::routes(app.ctx.clone()))
        .merge(customers::privacy::api::routes(app.ctx.clone()))
        .merge(conversations::api::routes(app.engage.clone()))
        // Customers who look for help, and files that were sent to them as a link.
        .merge(help::routes(app.clone()))
        .merge(engage::files::routes(app.engage.clone()))
        // Whoever looks at the demo.
        .merge(demo::page::routes(app.clone()))
        // Those who carry the shop's messages; they sign what they bring.
        .merge(engage::connectors::sms::hooks::routes(app.engage.clone()))
        .merge(engage::connectors::hooks::routes(app.engage.clone()))
        // The merchant's staff.
        .merge(desk::routes(app.clone()))
}

#[cfg(test)]
mod person_tests;
