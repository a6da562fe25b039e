//! The desk: the pages with which the merchant's staff work. Rendered here, on the server; the script only
//! adds comfort (search as you type, live rows, keys), and every page works without it.
//!
//! This file is the map: every address of the desk, by who may come. To add a page, write a handler that takes
//! a [`Desk`] in a file of its own, build the page of [`ui`], and put its route into [`inside`]. Rights are
//! permits (`desk.staff.permit()?`) that the action itself asks for.

mod articles;
mod assets;
mod audit;
mod bouncing;
mod calls;
mod cart;
pub mod cookies;
pub mod customers;
mod doors;
mod error_page;
pub mod guard;
mod inbox;
pub mod links;
pub mod live;
pub mod loyalty;
mod notices;
pub mod orders;
mod password_link;
mod preferences;
mod prices;
mod products;
pub mod promotions;
mod ready;
pub mod reply;
pub mod returns;
mod routing;
mod satisfaction;
mod second_factor;
mod set_up;
mod settings;
mod shipping;
mod shop;
mod sign_in;
pub mod stock;
pub mod store;
mod team;
mod teams;
#[cfg(test)]
pub(crate) mod tests;
mod typed;
pub mod ui;
mod webhooks;
pub mod who;

use ::customers::accounts::Role;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get, post};
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use kit::{Error, Result};

pub use reply::Go;
pub use who::Desk;

use crate::app::App;

/// The words of the desk.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/en.ftl")),
    (Lang::Pl, include_str!("../../locales/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/ru.ftl")),
];

const HOME: &str = "/desk/customers";

/// A clerk begins where customers stand before them.
fn home_of(desk: &Desk) -> &'static str {
    if desk.staff.role() == Role::Clerk { "/desk/store" } else { HOME }
}

pub fn routes(app: App) -> Routes {
    outside()
        .merge(inside().layer(from_fn_with_state(app.clone(), guard::check_form_token)))
        .route("/desk/{*path}", any(not_found))
        .layer(from_fn_with_state(app.clone(), guard::protect))
        .with_state(app)
}

/// For anybody who comes to the door.
fn outside() -> Routes<App> {
    Routes::of(Access::Everybody)
        .route("/", get(async || Go::to("/desk")))
        .route("/desk/assets/{file}", get(assets::show_asset))
        .route("/desk/set-up", get(set_up::show_set_up).post(set_up::create_owner))
        .route("/desk/sign-in", get(sign_in::show_sign_in).post(sign_in::create_session))
        .route("/desk/sign-in/code", get(sign_in::show_code).post(sign_in::enter_code))
        .route("/desk/password/{link}", get(password_link::show_link).post(password_link::use_link))
        .route("/desk/preferences", post(preferences::set_preferences))
}

/// For whoever is signed in. Every form carries the session's token.
fn inside() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk", get(async |desk: Desk| Go::to(home_of(&desk))))
        .route("/desk/sign-out", post(sign_in::delete_session))
        .route("/desk/settings", get(settings::show_settings))
        .route("/desk/settings/password", post(settings::change_password))
        .route("/desk/settings/sessions/{id}/end", post(settings::end_session))
        .route("/desk/settings/sessions/end-others", post(settings::end_other_sessions))
        .route(
            "/desk/settings/second-factor",
            get(second_factor::show_offer).post(second_factor::confirm_offer),
        )
        .route("/desk/settings/second-factor/off", post(second_factor::turn_off))
        .route("/desk/settings/recovery-codes", post(second_factor::renew_codes))
        .route("/desk/team", get(team::list_team).post(team::invite_member))
        .route("/desk/team/{id}/role", post(team::change_role))
        .route("/desk/team/{id}/reset", post(team::reset_member))
        .route("/desk/team/{id}/disable", post(team::disable_member))
        .route("/desk/team/{id}/enable", post(team::enable_member))
        // What answers are made of: ready ones, articles, what the shop says of itself.
        .route("/desk/settings/ready", get(ready::list_ready).post(ready::create_ready))
        .route("/desk/settings/ready/{id}", get(ready::show_ready).post(ready::change_ready))
        .route("/desk/settings/ready/{id}/removal", post(ready::delete_ready))
        .route(
            "/desk/settings/articles",
            get(articles::list_articles).post(articles::create_article),
        )
        .route("/desk/settings/articles/new", get(articles::show_new_article))
        .route("/desk/settings/articles/preview", post(articles::preview_article))
        .route(
            "/desk/settings/articles/{id}",
            get(articles::show_article).post(articles::change_article),
        )
        .route("/desk/settings/articles/{id}/removal", post(articles::delete_article))
        .route("/desk/settings/shop", get(shop::show_shop).post(shop::change_shop))
        .merge(inbox::routes())
        .merge(teams::routes())
        .merge(routing::routes())
        .route("/desk/satisfaction", get(satisfaction::show_satisfaction))
        .merge(calls::routes())
        .merge(store::routes())
        .merge(orders::routes())
        .merge(stock::routes())
        .merge(products::routes())
        .merge(returns::routes())
        .merge(prices::routes())
        .merge(shipping::routes())
        .merge(promotions::routes())
        .merge(loyalty::routes())
        .merge(webhooks::routes())
        .merge(customers::routes())
        .merge(cart::routes())
        .merge(links::routes())
        .route("/desk/doors", get(doors::list_doors).post(doors::create_door))
        .route("/desk/doors/live", get(doors::live_doors))
        .route("/desk/doors/new", get(doors::show_new_door))
        .route("/desk/doors/{id}", get(doors::show_door))
        .route("/desk/doors/{id}/live", get(doors::live_door))
        .route("/desk/doors/{id}/name", post(doors::rename_door))
        .route("/desk/doors/{id}/passes", post(doors::change_passes))
        .route("/desk/doors/{id}/secret", post(doors::replace_secret))
        .route("/desk/doors/{id}/connection", post(doors::connect_door))
        .route("/desk/doors/{id}/connection/test", post(doors::try_connection))
        .route("/desk/doors/{id}/connection/trial", post(doors::try_door))
        .route("/desk/doors/{id}/shut", post(doors::shut_door))
        .route("/desk/doors/{id}/open", post(doors::reopen_door))
        .route("/desk/audit", get(audit::list_audit))
        .route("/desk/audit/live", get(audit::live_audit))
}

async fn not_found() -> Result<()> {
    Err(Error::not_found("page of this address"))
}
