//! Who works here: the accounts of the merchant's staff, how they sign in, and what each may do.
//!
//! An account is *invited* (it has a link with which to set a password), *active*, or *disabled* (kept, because
//! the audit log names it). [`team`] moves it. A session is *pending* between the password and the second
//! factor, then *live*, until it is signed out, ended from the list, idle for 14 days or 90 days old.
//!
//! What always holds:
//! - The first account is an owner; it is made once in the life of a database, whoever races for it.
//! - There is at least one active owner from then on. Only owners touch owners.
//! - No secret can be read back from the database: passwords are Argon2id, session tokens, links and recovery codes
//!   SHA-256 of long random values. The seed of the second factor, which the server itself must read, is sealed with
//!   a key that lies elsewhere ([`seeds`]).
//! - A guess is counted before it is checked, so guesses in parallel count too.
//! - A code of the second factor opens once.
//! - Whatever needs a right takes a [`Permit`] of it; every change is in the audit log, in its transaction.
//!
//! Start reading at [`authority`] (the table of rights), then [`sign_in`].

pub mod audit;
pub mod authority;
mod passwords;
pub mod rules;
mod second_factor;
mod seeds;
mod sign_in;
mod store;
mod store_sessions;
mod team;
#[cfg(test)]
mod tests;
mod token;

use kit::{Error, Result, Time};

pub use authority::{Actor, Permission, Permit, Right, Role, Staff, may};
pub use second_factor::{
    SecondFactorOffer, confirm_second_factor, count_recovery_codes, find_second_factor_offer,
    renew_recovery_codes, turn_second_factor_off,
};
pub use sign_in::{
    Entry, Next, Visit, change_password, end_other_sessions, end_session, enter_code, is_set_up,
    list_sessions, owes_code, recognise, set_up_owner, sign_in, sign_out,
};
pub use team::{
    Colleague, NewAccount, change_role, colleagues, disable, enable, find, find_own, invite, list,
    name_maybe, open_password_link, reset, set_password_by_link, set_preferences,
};
pub use token::Token;

kit::id_type!(AccountId, "acc");
kit::id_type!(SessionId, "ses");
kit::id_type!(AuditId, "aud");
kit::id_type!(AttemptId, "att");

/// Somebody who works here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub status: Status,
    /// `en`, `pl` …; none: what the browser asks for.
    pub lang: Option<String>,
    /// `light` or `dark`; none: what the system has.
    pub theme: Option<String>,
    /// Since when a second factor is asked for.
    pub totp_on_at: Option<Time>,
    pub created_at: Time,
    pub signed_in_at: Option<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Invited,
    Active,
    Disabled,
}

impl Status {
    pub fn code(self) -> &'static str {
        match self {
            Status::Invited => "invited",
            Status::Active => "active",
            Status::Disabled => "disabled",
        }
    }

    fn parse(code: &str) -> Result<Status> {
        [Status::Invited, Status::Active, Status::Disabled]
            .into_iter()
            .find(|status| status.code() == code)
            .ok_or_else(|| Error::internal(format!("“{code}” is no status of an account")))
    }
}

/// One browser in which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub account_id: AccountId,
    /// The second factor is still owed.
    pub is_pending: bool,
    pub created_at: Time,
    pub seen_at: Time,
    pub ip: String,
    pub user_agent: String,
}
