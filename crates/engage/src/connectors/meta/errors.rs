//! What Meta's refusals mean for a message, by their codes (WhatsApp: “Error codes”; Messenger: “Error codes”, updated
//! 2026-03-18). A code that we do not know refuses the message: people read Meta's own words.

use kit::time::{minutes, seconds};
use serde_json::Value;

use super::super::Sent;
use super::super::http::Answer;
use super::text;

/// A refusal as the Graph API writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    pub status: u16,
    pub code: i64,
    pub subcode: i64,
    pub message: String,
    retry_after: Option<i64>,
}

/// What to do with the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too much at once, for this customer or in all.
    Slower,
    /// Meta's own trouble.
    Again,
    /// Our account: nobody's message goes.
    Account,
    Never,
}

/// Of an answer that is no success.
pub fn read(answer: &Answer) -> Refusal {
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    let error = body.get("error").unwrap_or(&Value::Null);
    let details = text(error, "/error_data/details").or_else(|| text(error, "/message"));
    Refusal {
        status: answer.status,
        code: error.get("code").and_then(Value::as_i64).unwrap_or(0),
        subcode: error.get("error_subcode").and_then(Value::as_i64).unwrap_or(0),
        message: kit::text::clip(details.unwrap_or_default(), 300).into_owned(),
        retry_after: answer.retry_after(),
    }
}

impl Refusal {
    pub fn verdict(&self) -> Verdict {
        match (self.code, self.subcode) {
            // Each of the three: the window is shut.
            (131_047, _) | (10, 2_018_278 | 2_018_065) => Verdict::Never,
            (4 | 80_006 | 80_007 | 130_429 | 131_048 | 131_056 | 613, _) => Verdict::Slower,
            (1 | 2 | 1_200 | 131_000 | 131_016 | 133_004, _) => Verdict::Again,
            (3 | 10 | 190 | 200..=299 | 368 | 131_005 | 131_031 | 131_042 | 133_010, _) => {
                Verdict::Account
            }
            (0, _) => match self.status {
                401 | 403 => Verdict::Account,
                429 => Verdict::Slower,
                500.. => Verdict::Again,
                _ => Verdict::Never,
            },
            _ => Verdict::Never,
        }
    }

    /// What it becomes after so many tries.
    pub fn sent(&self, attempts: i64) -> Sent {
        let error = self.words();
        match self.verdict() {
            Verdict::Slower => {
                let after = self.retry_after.unwrap_or_else(|| slower(attempts));
                Sent::Later { after: Some(after), error }
            }
            Verdict::Again => Sent::Later { after: self.retry_after, error },
            Verdict::Account => Sent::Down { error },
            Verdict::Never => Sent::Refused { error },
        }
    }

    /// By which staff who connect a door are told what to do.
    pub fn error_code(&self) -> &'static str {
        match self.code {
            190 => "meta_token",
            10 | 200..=299 => "meta_permission",
            100 => "meta_object",
            4 | 80_006 | 80_007 | 613 => "meta_busy",
            _ => "meta_refused",
        }
    }

    pub fn words(&self) -> String {
        words(self.code, self.subcode, self.status, &self.message)
    }
}

/// Meta's advice for its limit of messages to one customer: 4 to the power of the tries, in seconds.
fn slower(attempts: i64) -> i64 {
    let power = u32::try_from(attempts.clamp(0, 5)).unwrap_or(0);
    seconds(4_i64.pow(power)).clamp(seconds(1), minutes(15))
}

/// A refusal for people: what it means where we know, then Meta's own words.
pub fn words(code: i64, subcode: i64, status: u16, message: &str) -> String {
    let meaning = match (code, subcode) {
        (131_047, _) | (10, 2_018_278 | 2_018_065) => "The customer's last word here is too old",
        (131_026, _) => "This number cannot get it: it may have no WhatsApp, or an old one",
        (131_049, _) => "Meta held it back, to keep the customer from getting too much",
        (131_050, _) => "The customer wants no marketing messages",
        (551, _) => "This customer cannot be reached now",
        (190, _) => "The access token is no longer valid",
        (131_042, _) => "There is a problem with the payment for the account",
        (131_031 | 368, _) => "Meta has blocked the account",
        _ => "Meta refused it",
    };
    let code = match code {
        0 => format!("HTTP {status}"),
        code => format!("#{code}"),
    };
    format!("{meaning} ({code}: {message})").replace(": )", ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(status: u16, code: i64, subcode: i64, expected: Verdict) {
        let refusal = Refusal { status, code, subcode, ..Refusal::default() };
        assert_eq!(refusal.verdict(), expected, "{status} {code} {subcode}");
    }

    #[test]
    fn what_a_refusal_means() {
        check(400, 131_047, 0, Verdict::Never);
        check(403, 10, 2_018_278, Verdict::Never);
        check(403, 10, 0, Verdict::Account);
        check(400, 131_026, 0, Verdict::Never);
        check(400, 130_429, 0, Verdict::Slower);
        check(400, 80_007, 0, Verdict::Slower);
        check(400, 131_056, 0, Verdict::Slower);
        check(400, 613, 0, Verdict::Slower);
        check(500, 131_000, 0, Verdict::Again);
        check(503, 2, 0, Verdict::Again);
        check(401, 190, 463, Verdict::Account);
        check(400, 200, 0, Verdict::Account);
        check(429, 0, 0, Verdict::Slower);
        check(502, 0, 0, Verdict::Again);
        check(400, 100, 0, Verdict::Never);
        check(400, 999_999, 0, Verdict::Never);
    }

    #[test]
    fn who_sends_too_fast_waits_longer_each_time() {
        let pauses = [0, 1, 2, 3, 4, 5, 99].map(|attempts| slower(attempts) / 1_000_000);
        assert_eq!(pauses, [1, 4, 16, 64, 256, 900, 900]);
    }

    #[test]
    fn people_read_what_it_means_and_what_meta_said() {
        assert_eq!(
            words(131_047, 0, 400, "Message failed to send."),
            "The customer's last word here is too old (#131047: Message failed to send.)"
        );
        assert_eq!(words(0, 0, 502, ""), "Meta refused it (HTTP 502)");
    }
}
