//! Stock in the desk: what lies where, what came and went, and the forms by which goods are received, counted and moved.

mod forms;
mod list;
mod places;
mod show;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use kit::i18n::Lang;
use kit::web::{Access, Routes};

use crate::app::App;

/// The words of these pages.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../../locales/stock/en.ftl")),
    (Lang::Pl, include_str!("../../../locales/stock/pl.ftl")),
    (Lang::Ro, include_str!("../../../locales/stock/ro.ftl")),
    (Lang::Ru, include_str!("../../../locales/stock/ru.ftl")),
];

const PATH: &str = "/desk/stock";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/stock", get(list::list_stock))
        .route("/desk/stock/places", get(places::list_places).post(places::create_place))
        .route("/desk/stock/{variant}", get(show::show_stock))
        .route("/desk/stock/{variant}/movements", post(forms::move_stock))
        .route("/desk/stock/{variant}/arrivals/{coming}", post(forms::take_arrival))
}
