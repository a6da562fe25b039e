//! Calls by a real telephone system: Debian's Asterisk, with `sipp` as telephones and as the world; and Twilio's own OpenAPI as a
//! judge of what we ask. `cargo x phone` runs it.

#![expect(clippy::unwrap_used, reason = "what helps a test may fail as a test does")]

mod asterisk;
mod exchange;
mod twilio;
