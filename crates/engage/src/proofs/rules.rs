//! Whether a code proves anything: pure.

use kit::time::{days, minutes};
use kit::{Error, Result, Time};

use super::Proof;

pub const LIFE: i64 = minutes(10);
pub const TRIES_MAX: i64 = 5;
/// How long a visitor's session is believed after a proof.
pub const STANDS: i64 = days(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Proven,
    /// It was proven a moment ago, and the answer got lost.
    Again,
    Wrong {
        left: i64,
    },
    Spent,
    Expired,
}

pub fn judge(proof: &Proof, is_right: bool, now: Time) -> Verdict {
    let is_over = now >= proof.expires_at;
    match (proof.proven_at, is_right) {
        (Some(_), true) if !is_over => Verdict::Again,
        (Some(_), _) => Verdict::Expired,
        (None, _) if proof.tries >= TRIES_MAX => Verdict::Spent,
        (None, _) if is_over => Verdict::Expired,
        (None, true) => Verdict::Proven,
        (None, false) => Verdict::Wrong { left: TRIES_MAX - proof.tries - 1 },
    }
}

impl Verdict {
    pub fn into_result(self) -> Result<()> {
        match self {
            Verdict::Proven | Verdict::Again => Ok(()),
            Verdict::Wrong { left: 1.. } => Err(Error::bad_input(
                "wrong_proof",
                "This is not the code. Look again and type it once more.",
            )),
            Verdict::Wrong { .. } | Verdict::Spent => {
                Err(Error::bad_input("proof_spent", "Too many wrong codes. Have a new one sent."))
            }
            Verdict::Expired => {
                Err(Error::bad_input("proof_expired", "This code is too old. Have a new one sent."))
            }
        }
    }
}
