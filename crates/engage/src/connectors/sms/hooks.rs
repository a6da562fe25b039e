//! The addresses by which providers bring SMS and reports. They verify by themselves: what is not signed changes nothing.

use axum::routing::{get, post};
use kit::web::{Access, Routes};

use super::{kannel, twilio};
use crate::Ctx;
pub use crate::connectors::hooks::door;

pub fn routes(ctx: Ctx) -> Routes {
    Routes::of(Access::Everybody)
        .route(
            "/hooks/{channel_id}/kannel/{secret}",
            get(kannel::receive_sms).post(kannel::receive_sms),
        )
        .route("/hooks/{channel_id}/kannel/{secret}/dlr", get(kannel::receive_report))
        .route("/hooks/{channel_id}/twilio", post(twilio::receive_sms))
        .route("/hooks/{channel_id}/twilio/{message_id}", post(twilio::receive_status))
        .with_state(ctx)
}
