//! Links to other shop systems: connect one, see how far it was read, what is wrong, pause it.

mod form;
mod list;
mod show;
#[cfg(test)]
mod tests;

use axum::routing::{get, post};
use customers::channels::ChannelId;
use kit::i18n::Lang;
use kit::web::{Access, Routes};
use kit::{Error, Result};

use crate::app::App;

/// The words of these pages.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../../locales/links/en.ftl")),
    (Lang::Pl, include_str!("../../../locales/links/pl.ftl")),
    (Lang::Ro, include_str!("../../../locales/links/ro.ftl")),
    (Lang::Ru, include_str!("../../../locales/links/ru.ftl")),
];

const PATH: &str = "/desk/links";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/links", get(list::list_links).post(list::create_link))
        .route("/desk/links/new", get(list::show_new_link))
        .route("/desk/links/{id}", get(show::show_link).post(show::change_link))
        .route("/desk/links/{id}/test", post(show::test_link))
        .route("/desk/links/{id}/reading", post(show::read_link))
        .route("/desk/links/{id}/pause", post(show::pause_link))
        .route("/desk/links/{id}/problems", post(show::clear_problems))
}

fn id_of(text: &str) -> Result<ChannelId> {
    text.parse().map_err(|_| Error::not_found("link of this id"))
}
