//! Every route of the product, grouped by who calls it.

use axum::Router;
use axum::routing::get;

use crate::app::App;
use crate::desk;
use crate::serve;

pub fn router(app: &App) -> Router {
    Router::new()
        // Whoever runs the server.
        .route("/health", get(serve::show_health))
        .route("/metrics", get(serve::show_metrics))
        .with_state(app.clone())
        // Doors: web shops, apps, tills, telephones. With a write key they record, with a secret key they read.
        .merge(customers::recording::api::router(app.ctx.clone()))
        .merge(customers::context::api::router(app.ctx.clone()))
        // The merchant's staff.
        .merge(desk::router(app.clone()))
}
