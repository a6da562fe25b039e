//! The telephone: who calls is known before anybody answers, and what was said stands with everything else.
//!
//! A call is one message of the conversation. The telephone system tells of it in pieces (it rings, somebody answered, it
//! is over), by one of three ways; the message changes with each.
//!
//! ```text
//!            somebody of us answers          one side hangs up
//!  ringing ─────────────────────────► answered ───────────────► ended
//!     │  the caller gives up                                      │ 5 s later
//!     ├──────────────────────────────────────────────► missed ────┤ the timeline is told
//!     └── a machine answers ────────────────────► voicemail ──────┘
//! ```
//!
//! | way | what it needs |
//! | --- | --- |
//! | [`api`] | a telephone system that can post JSON |
//! | [`asterisk`] | an Asterisk whose manager interface lets us in; its dial plan stays as it is |
//! | [`twilio`] | a number at Twilio |
//!
//! Kept here:
//! - The call is a pure function of all that was said of it ([`call::fold`]): repeats and the order of arrival change nothing.
//! - A caller's number is a claim. It brings the call into the open conversation of whoever has that number, where staff
//!   see that it is unproven; it shows nothing to the caller and makes nobody the same customer.
//! - A missed call leaves the conversation open, and its caller waiting.
//! - Whoever listens to a recording goes to the address that the telephone system gave, and sees which host that is.
//!
//! Start reading at [`call`] (pure), then [`record`]; [`pop`] is what the desk shows while it rings.

pub mod api;
pub mod asterisk;
pub mod by_hand;
pub mod call;
pub mod dial;
pub mod extensions;
pub mod pop;
mod record;
pub mod rules;
pub mod store;
pub(crate) mod tell;
#[cfg(test)]
mod tests;
pub mod twilio;

pub use call::{Call, CallEvent, CallState, Happened, Reason, Way};
pub use record::{Belongs, Known, call_of, record};
pub use tell::{TELL, tell};
