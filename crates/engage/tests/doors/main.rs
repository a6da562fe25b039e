//! The doors that talk, against real servers: `cargo x doors` starts these and runs this program. An ordinary run of the
//! tests leaves it out and says so.

#![expect(clippy::unwrap_used, reason = "what helps a test may fail as a test does")]

mod email;
mod hanging;
mod letters;
mod line;
mod post;
mod tls;
