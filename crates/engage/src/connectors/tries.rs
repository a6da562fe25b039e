//! A try to send whose end is not known, and what is done then. What that comes to at each door: docs/sending.md.

use super::{Outgoing, Sent, http};

/// Tries whose end is not known, before a person must decide whether to send again.
const UNKNOWN_MAX: i64 = 3;

/// The provider may have taken the message over, or not.
pub fn unknown(out: &Outgoing, error: &str) -> Sent {
    if out.attempts + 1 >= UNKNOWN_MAX {
        let error = format!("It may have arrived: {error}. Ask before you send it again.");
        return Sent::Refused { error };
    }
    Sent::Unanswered { error: error.to_string() }
}

/// Before a second try: whether anybody answers there at all. Who does not costs the message no try.
pub async fn somebody_answers(out: &Outgoing, url: &str) -> Result<(), Sent> {
    if out.attempts == 0 {
        return Ok(());
    }
    http::answers(url).await.map_err(|failure| Sent::Down { error: failure.into() })
}

/// What fails on our own side is tried again.
pub fn ours(error: &kit::Error) -> Sent {
    Sent::Later { after: None, error: error.to_string() }
}

/// What becomes of a message in several parts of which one did not go: if others are out, sending it again would bring
/// those twice.
pub fn partly(sent: usize, of: usize, why: Sent) -> Sent {
    if sent == 0 {
        return why;
    }
    let error = match why {
        Sent::Later { error, .. }
        | Sent::Down { error }
        | Sent::Unanswered { error }
        | Sent::Refused { error } => error,
        Sent::Accepted { .. } => String::new(),
    };
    let error = format!("Only {sent} of its {of} parts went out: {error}");
    Sent::Refused { error }
}
