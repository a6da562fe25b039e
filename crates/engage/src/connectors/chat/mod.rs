//! The chat in the shop's own pages, and its contact form: what a visitor's browser may say and see.
//!
//! A browser comes with the public *write key*, which everybody can read in the page, so that alone shows nothing. With
//! its first message a visitor is given a *session*, signed by us and kept in the browser. It shows what was said in this
//! session at this door, and nothing else of the person. Whoever the shop's server
//! vouches for by a signed [`token`] sees what was said with them at every door.
//!
//! ```text
//! write key ─ says something ─► session ─► sees this browser's talk ─ link ─► the same on another device
//! write key + token of the shop's server ─────────────────────► sees all of the person's talk
//! session + code sent to an address ─────► session with a proof ─► the same, for a day
//! ```
//!
//! Kept here:
//! - A write key alone reads nothing; nor does knowing somebody's `anonymousId`: who comes with one that has talked
//!   here already, and without its session, is taken for another device.
//! - A message has an id that the browser made: sent twice, it is one, and only its sender knows the id.
//! - What is said while signed in is addressed to the account, and is not shown to whoever sits there afterwards.
//!
//! Start reading at [`api`], then [`session`] and [`token`]. [`live`] is what makes it appear by itself.

pub mod api;
mod files;
mod form;
mod hand_over;
mod identity;
mod limits;
pub mod live;
mod page;
mod proof;
mod resume;
pub mod session;
mod settings;
mod store;
#[cfg(test)]
mod tests;
pub mod token;
mod visit;

use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use customers::recording::api::cross_origin;
use kit::web::{Access, Routes};

use crate::Ctx;
use limits::Limiter;
pub use live::Live;
pub use settings::{ChatSettings, Presence, open};
pub use visit::{address, vouched_at};

/// Files are sent as base64 inside JSON, which makes them a third longer.
const BODY_BYTES_MAX: usize = files::BYTES_MAX * 4 / 3 + 64 * 1024;

/// What the routes of the chat hold.
#[derive(Clone)]
pub struct Chat {
    ctx: Ctx,
    live: Live,
    limits: Limiter,
}

pub fn routes(ctx: Ctx, live: Live) -> Routes {
    let chat = Chat { ctx, live, limits: Limiter::default() };
    Routes::of(Access::Visitor)
        .route("/v1/chat/messages", get(api::list_messages).post(api::create_message))
        .route("/v1/chat/stream", get(api::follow_messages))
        .route("/v1/chat/typing", post(api::show_typing))
        .route("/v1/chat/read", post(api::confirm_messages))
        .route("/v1/chat/settings", get(api::show_settings))
        .route("/v1/chat/files/{id}", get(api::show_file))
        .route("/v1/chat/identity", post(identity::confirm_identity))
        .route("/v1/chat/link", post(resume::create_link))
        .route("/v1/chat/sessions", post(resume::create_session))
        .route("/v1/chat/hand-overs", post(hand_over::create_hand_over))
        .route("/v1/chat/hand-overs/{code}", get(hand_over::show_hand_over))
        .route("/v1/chat/proofs", post(proof::create_proof))
        .route("/v1/chat/proofs/{id}", post(proof::answer_proof))
        .route("/v1/forms/{key}", post(form::create_message))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(middleware::from_fn(cross_origin))
        .with_state(chat)
}
