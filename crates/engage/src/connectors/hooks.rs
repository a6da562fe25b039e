//! The addresses by which messengers bring what their customers write. They verify by themselves: what is not signed
//! changes nothing.

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use kit::web::{Access, Routes};

use super::{messenger, telegram, whatsapp};
use crate::Ctx;

/// Meta puts many messages into one call, of up to 3 MB.
const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody)
        .route(
            "/hooks/{channel_id}/whatsapp",
            get(whatsapp::hooks::confirm).post(whatsapp::hooks::receive),
        )
        .route(
            "/hooks/{channel_id}/messenger",
            get(messenger::hooks::confirm).post(messenger::hooks::receive),
        )
        .route("/hooks/{channel_id}/telegram", post(telegram::hooks::receive))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(ctx)
}
