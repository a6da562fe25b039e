//! SMS by real centres: SMPP by the npm package `smpp`, Debian's Kannel with its fake centre, and Twilio's own OpenAPI as a
//! judge of what we ask. `cargo x sms` runs it.

#![expect(clippy::unwrap_used, reason = "what helps a test may fail as a test does")]

mod centre;
mod cutting;
mod kannel;
mod line;
mod smpp;
mod twilio;
