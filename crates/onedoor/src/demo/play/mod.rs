//! `/demo`: the customer whom a newcomer plays in one window, while the shop's desk is open in another. They have a
//! mailbox, a telephone and the shop's pages; a walk of six steps leads from door to door.
//!
//! Nothing is taken a short way. Behind each of these pages stands a small world outside, on this machine only, to which
//! the shop's doors are connected as to the real one:
//!
//! ```text
//!  mailbox ──► post ──IMAP──► e-mail door        e-mail door ──SMTP──► post ──► mailbox
//!  telephone ──► gateway ──Kannel's HTTP──► SMS door, and back with receipts
//!  telephone ──► exchange ──Twilio's signed webhooks──► telephone door; its API ──► exchange ──► it rings
//!  telephone ──► the simulator of WhatsApp, as in `onedoor simulate`
//! ```
//!
//! | file | holds |
//! | --- | --- |
//! | `post` | where letters lie, and the two servers that carry them |
//! | `letter.rs` | a letter read and written: pure |
//! | `mail.rs`, `mail_pages.rs` | the customer's mail program |
//! | `gateway.rs` | SMS on their way |
//! | `exchange.rs` | calls on their way |
//! | `whatsapp.rs` | the simulator of WhatsApp, with the shop's customers in it |
//! | `phone.rs`, `phone_pages.rs` | the customer's telephone |
//! | `walk.rs`, `start.rs` | which steps were gone, and the page that shows them |
//! | `connect.rs` | the shop's doors, connected to all this |
//!
//! Kept here:
//! - All of it exists in `onedoor demo` only, and for browsers on this machine; elsewhere these addresses are nothing.
//! - What the customer has lies in memory, within limits, and is gone with the process. What the shop has stays.
//!
//! Start reading at [`Play`], then [`connect`].

mod caller;
pub mod connect;
mod exchange;
mod gateway;
mod letter;
mod mail;
mod mail_pages;
mod news;
mod page;
mod phone;
mod phone_pages;
mod player;
mod post;
mod start;
#[cfg(test)]
mod tests;
mod walk;
mod whatsapp;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post as post_to};
use kit::Time;
use kit::web::{Access, Routes};

use crate::app::App;
use exchange::Exchange;
use gateway::Gateway;
use news::News;
pub use player::Player;
use post::Post;
use whatsapp::Whatsapp;

/// A letter with its files, and the form around it.
const FORM_BYTES_MAX: usize = post::LETTER_BYTES_MAX + 64 * 1024;

/// The customer who is played, and what lies at their end of each door.
pub struct Play {
    pub player: Player,
    pub started_at: Time,
    pub post: Arc<Post>,
    pub gateway: Gateway,
    pub exchange: Exchange,
    pub whatsapp: Whatsapp,
    /// Something happened at the customer's end.
    pub news: News,
}

pub fn routes(app: App) -> Routes {
    Routes::of(Access::Everybody)
        .route("/demo", get(start::show_start))
        .route("/demo/live", get(start::follow_walk))
        .route("/demo/play.css", get(page::show_style))
        .route("/demo/play.js", get(page::show_script))
        .route("/demo/sign-in", get(start::sign_in))
        .route("/demo/mail", get(mail::list_letters).post(mail::send_letter))
        .route("/demo/mail/live", get(mail::follow_letters))
        .route("/demo/mail/new", get(mail::show_new))
        .route("/demo/mail/{number}", get(mail::show_letter))
        .route("/demo/mail/{number}/unsubscribe", post_to(mail::unsubscribe))
        .route("/demo/mail/{number}/files/{file}", get(mail::show_file))
        .route("/demo/phone", get(phone::show_phone))
        .route("/demo/phone/live", get(phone::follow_phone))
        .route("/demo/phone/sms", post_to(phone::send_sms))
        .route("/demo/phone/whatsapp", post_to(phone::send_whatsapp))
        .route("/demo/phone/call", post_to(phone::change_call))
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        // What the shop asks the world outside: it knows the words that let it in.
        .route("/demo/gateway/cgi-bin/sendsms", get(gateway::take_sms))
        .route("/demo/line/{*what}", post_to(exchange::begin_call))
        .with_state(app)
}
