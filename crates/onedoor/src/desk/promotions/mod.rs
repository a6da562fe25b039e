//! Promotions in the desk: what is taken off which baskets, by which codes, and a place to try it before customers do.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `list.rs` | all promotions: where they stand, what they have given |
//! | `kinds.rs` | the eight kinds, to choose from |
//! | `form.rs`, `form_parts.rs` | one promotion, to make or change |
//! | `sent.rs`, `goods.rs` | what that form sends, as a promotion |
//! | `change.rs` | make, change, switch off and on, end, copy |
//! | `coupons.rs`, `sheet.rs`, `ean.rs` | codes: made, counted, as a file, as a sheet to print |
//! | `cards.rs`, `card.rs` | gift cards and what moved them |
//! | `trial.rs`, `trial_form.rs`, `trial_shown.rs` | a basket on trial, at every door side by side |

mod card;
mod cards;
mod change;
mod coupons;
mod ean;
mod form;
mod form_parts;
mod goods;
mod kinds;
mod list;
mod sent;
mod sheet;
#[cfg(test)]
mod tests;
mod trial;
mod trial_form;
mod trial_shown;

use axum::routing::{get, post};
use kit::i18n::Lang;
use kit::web::{Access, Routes};

use crate::app::App;

/// The words of these pages, and of prices.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../../locales/promotions/en.ftl")),
    (Lang::Pl, include_str!("../../../locales/promotions/pl.ftl")),
    (Lang::Ro, include_str!("../../../locales/promotions/ro.ftl")),
    (Lang::Ru, include_str!("../../../locales/promotions/ru.ftl")),
];

const LIST: &str = "/desk/promotions";
const TRIAL: &str = "/desk/promotions/try";
const CARDS: &str = "/desk/promotions/gift-cards";

pub fn routes() -> Routes<App> {
    Routes::of(Access::Staff)
        .route("/desk/promotions", get(list::list_promotions).post(change::create_promotion))
        .route("/desk/promotions/new", get(change::show_new_promotion))
        .route("/desk/promotions/try", get(trial::try_basket))
        .route(
            "/desk/promotions/gift-cards",
            get(cards::list_gift_cards).post(cards::issue_gift_card),
        )
        .route("/desk/promotions/gift-cards/find", post(cards::find_gift_card))
        .route("/desk/promotions/gift-cards/{id}", get(card::show_gift_card))
        .route("/desk/promotions/gift-cards/{id}/entries", post(card::put_back))
        .route("/desk/promotions/gift-cards/{id}/block", post(card::block_gift_card))
        .route("/desk/promotions/{id}", get(change::show_promotion).post(change::change_promotion))
        .route("/desk/promotions/{id}/pause", post(change::pause_promotion))
        .route("/desk/promotions/{id}/resume", post(change::resume_promotion))
        .route("/desk/promotions/{id}/end", post(change::end_promotion))
        .route(
            "/desk/promotions/{id}/coupons",
            get(coupons::list_coupons).post(coupons::make_coupons),
        )
        .route("/desk/promotions/{id}/coupons.csv", get(sheet::download_coupons))
        .route("/desk/promotions/{id}/coupons/sheet", get(sheet::show_sheet))
        .route("/desk/promotions/{id}/coupons/{code}/stop", post(coupons::stop_coupon))
}
