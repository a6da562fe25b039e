//! What a machine wrote, and is answered by nobody: two machines that answer each other never stop (RFC 3834).

use mail_parser::Message;

use super::names::Names;

/// Why a mail is not for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// We wrote it ourselves.
    OurOwn,
    /// An absence note or a receipt.
    AutoReply,
    /// To many at once.
    List,
    /// It has no return path: a notice of a server.
    NoReturnPath,
    /// A report of a mail that is not ours, or one that tells nothing.
    ReportOfOthers,
    /// It does not say who wrote it.
    NoSender,
}

/// Why nobody should answer, if so.
pub fn why(mail: &Message, from: &str, names: &Names) -> Option<Why> {
    let header = |name: &str| mail.header_raw(name).map(|value| value.trim().to_lowercase());
    let is_ours = names.is_our_address(from)
        || mail.message_id().is_some_and(|id| names.message_of(id).is_some());
    if is_ours {
        return Some(Why::OurOwn);
    }
    let automatic = header("Auto-Submitted").is_some_and(|value| !value.starts_with("no"));
    let answers_itself = ["X-Autoreply", "X-Autorespond"].iter().any(|name| header(name).is_some());
    let precedence = header("Precedence").unwrap_or_default();
    if automatic || answers_itself || precedence == "auto_reply" {
        return Some(Why::AutoReply);
    }
    if header("List-Id").is_some() || matches!(precedence.as_str(), "bulk" | "list" | "junk") {
        return Some(Why::List);
    }
    (header("Return-Path").as_deref() == Some("<>")).then_some(Why::NoReturnPath)
}
