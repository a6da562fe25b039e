//! What is decided about accounts: values in, values or a refusal out. No database, no clock.

use std::net::IpAddr;

use kit::time::{days, hours, minutes, seconds};
use kit::{Error, Result, Time};

use super::Role;

/// A session ends when nobody used it for so long …
pub const SESSION_IDLE: i64 = days(14);
/// … and at the latest so long after the sign-in.
pub const SESSION_ABSOLUTE: i64 = days(90);
/// The second factor must come so soon after the password.
pub const SECOND_FACTOR_WITHIN: i64 = minutes(5);
/// `seen_at` is written no more often than this.
pub const SEEN_EVERY: i64 = minutes(5);
pub const PASSWORD_LINK_LIVES: i64 = hours(72);

/// Failures older than this do not count, and later are deleted.
pub const ATTEMPTS_COUNT_FOR: i64 = hours(24);
/// A network from which the account signed in within this time is a known place.
pub const KNOWN_PLACE_FOR: i64 = days(60);

const FREE_FAILURES_PER_ACCOUNT: i64 = 5;
/// A whole shop may sit behind one address.
const FREE_FAILURES_PER_NETWORK: i64 = 30;
const WAIT_MAX: i64 = minutes(15);

const PASSWORD_CHARS_MIN: usize = 10;
/// Argon2 takes any length; a megabyte of password would still be work for nothing.
const PASSWORD_BYTES_MAX: usize = 512;
const NAME_CHARS_MAX: usize = 100;
const EMAIL_BYTES_MAX: usize = 254;

/// How often somebody failed of late, and when last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failures {
    pub count: i64,
    pub last_at: Option<Time>,
}

/// May somebody try now? The wait doubles with every failure after the free ones, up to a quarter of an hour.
///
/// # Errors
/// `too_many`, with the seconds to wait.
pub fn admit(now: Time, by_account: Failures, by_network: Failures) -> Result<()> {
    let until = may_try_at(by_account, FREE_FAILURES_PER_ACCOUNT)
        .max(may_try_at(by_network, FREE_FAILURES_PER_NETWORK));
    let wait = until.since(now);
    if wait <= 0 {
        return Ok(());
    }
    let wait_seconds = (wait + seconds(1) - 1) / seconds(1);
    Err(Error::too_many("too_many", u32::try_from(wait_seconds).unwrap_or(u32::MAX)))
}

fn may_try_at(failures: Failures, free: i64) -> Time {
    match failures.last_at {
        Some(last_at) if failures.count >= free => last_at.plus(wait_after(failures.count - free)),
        _ => Time::MIN,
    }
}

/// 2 s, 4 s, 8 s … 15 min.
fn wait_after(failures_over: i64) -> i64 {
    let doublings = failures_over.clamp(0, 20);
    seconds(2 << doublings).min(WAIT_MAX)
}

/// What failures are counted by: an IPv4 address, or the /64 that one IPv6 customer has.
pub fn network(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let s = v6.segments();
            format!("{:x}:{:x}:{:x}:{:x}::/64", s[0], s[1], s[2], s[3])
        }
    }
}

pub fn session_is_live(now: Time, created_at: Time, seen_at: Time) -> bool {
    now.since(created_at) < SESSION_ABSOLUTE && now.since(seen_at) < SESSION_IDLE
}

/// A password must be long and not one of the things that a guesser tries first.
///
/// # Errors
/// `password_short`, `password_long`, `password_guessable`.
pub fn check_password(password: &str, email: &str, name: &str) -> Result<()> {
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(Error::bad_input(
            "password_short",
            format!("The password must have at least {PASSWORD_CHARS_MIN} characters."),
        ));
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(Error::bad_input(
            "password_long",
            format!("The password must not be longer than {PASSWORD_BYTES_MAX} bytes."),
        ));
    }
    let folded = kit::text::fold(password);
    let first = folded.chars().next();
    let one_letter = folded.chars().all(|c| Some(c) == first);
    let staircase = "01234567890123456789abcdefghijklmnopqrstuvwxyz".contains(&folded);
    let keyboard = ["qwertyuiop", "password", "haslo", "parola", "onedoor"]
        .iter()
        .any(|word| folded.trim_matches(|c: char| !c.is_alphabetic()) == *word);
    let own = [email, email.split('@').next().unwrap_or(email), name]
        .iter()
        .any(|own| !own.is_empty() && folded == kit::text::fold(own));
    if one_letter || staircase || keyboard || own {
        return Err(Error::bad_input(
            "password_guessable",
            "This password would be among the first guesses.",
        ));
    }
    Ok(())
}

/// The address as it is kept: trimmed, with one @ and something on both sides.
///
/// # Errors
/// `bad_email`.
pub fn check_email(email: &str) -> Result<String> {
    let email = email.trim();
    let parts_are_good = email.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && !domain.contains('@')
            && domain.split('.').all(|label| !label.is_empty())
    });
    let letters_are_good = !email.chars().any(|c| c.is_whitespace() || c.is_control());
    if parts_are_good && letters_are_good && email.len() <= EMAIL_BYTES_MAX {
        return Ok(email.to_owned());
    }
    Err(Error::bad_input("bad_email", "This is not an e-mail address."))
}

/// # Errors
/// `bad_name`.
pub fn check_name(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX || name.contains(char::is_control) {
        return Err(Error::bad_input(
            "bad_name",
            format!("The name must have 1 to {NAME_CHARS_MAX} characters."),
        ));
    }
    Ok(name.to_owned())
}

/// Only an owner makes, changes or removes owners.
///
/// # Errors
/// `owners_only`.
pub fn check_rank(actor: Role, target: Role, becomes: Role) -> Result<()> {
    let touches_owner = target == Role::Owner || becomes == Role::Owner;
    if touches_owner && !actor.can(super::Permission::ManageOwners) {
        return Err(Error::forbidden("owners_only", "Only an owner can change or make owners."));
    }
    Ok(())
}

/// # Errors
/// `last_owner`, where `active_owners_left` is none.
pub fn check_owner_remains(active_owners_left: i64) -> Result<()> {
    if active_owners_left == 0 {
        return Err(Error::conflict(
            "last_owner",
            "This is the last owner: make somebody else an owner first.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn the_wait_grows_with_every_failure() {
        let mut table = String::new();
        for count in [0, 4, 5, 6, 7, 10, 13, 14, 15, 100, i64::MAX] {
            let failures = Failures { count, last_at: Some(Time(0)) };
            let answer = admit(Time(0), failures, Failures::default());
            let wait = answer.map_or_else(|e| e.detail, |()| "come in".into());
            table.push_str(&format!("{count}: {wait}\n"));
        }
        expect![[r#"
            0: come in
            4: come in
            5: Too many requests. Try again in 2 s.
            6: Too many requests. Try again in 4 s.
            7: Too many requests. Try again in 8 s.
            10: Too many requests. Try again in 64 s.
            13: Too many requests. Try again in 512 s.
            14: Too many requests. Try again in 900 s.
            15: Too many requests. Try again in 900 s.
            100: Too many requests. Try again in 900 s.
            9223372036854775807: Too many requests. Try again in 900 s.
        "#]]
        .assert_eq(&table);
    }

    #[test]
    fn a_whole_shop_behind_one_address_has_more_tries() {
        let network = |count| Failures { count, last_at: Some(Time(0)) };
        assert!(admit(Time(0), Failures::default(), network(29)).is_ok());
        assert!(admit(Time(0), Failures::default(), network(30)).is_err());
        assert!(admit(Time(seconds(2)), Failures::default(), network(30)).is_ok());
    }

    #[test]
    fn networks() {
        let check = |ip: &str| network(ip.parse().unwrap());
        assert_eq!(check("203.0.113.9"), "203.0.113.9");
        assert_eq!(check("::ffff:203.0.113.9"), "203.0.113.9");
        assert_eq!(check("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    }

    #[test]
    fn passwords() {
        let mut table = String::new();
        for password in [
            "short",
            "aaaaaaaaaaaa",
            "0123456789",
            "Hasło!!!!!!",
            "anna@kubek.pl",
            "Anna Nowak",
            "trzy filiżanki kawy",
            &"x1".repeat(300),
        ] {
            let answer = check_password(password, "anna@kubek.pl", "Anna Nowak");
            let said = answer.map_or_else(|e| e.code, |()| "good");
            table.push_str(&format!("{:.20}: {said}\n", password));
        }
        expect![[r#"
            short: password_short
            aaaaaaaaaaaa: password_guessable
            0123456789: password_guessable
            Hasło!!!!!!: password_guessable
            anna@kubek.pl: password_guessable
            Anna Nowak: password_guessable
            trzy filiżanki kawy: good
            x1x1x1x1x1x1x1x1x1x1: password_long
        "#]]
        .assert_eq(&table);
    }

    #[test]
    fn e_mail_addresses() {
        for good in ["anna@kubek.pl", " anna@kubek.pl ", "a+b@localhost", "ż@ż.pl"] {
            assert!(check_email(good).is_ok(), "{good}");
        }
        for bad in ["", "anna", "@kubek.pl", "anna@", "anna@a..pl", "a b@kubek.pl", "a@b@c.pl"] {
            assert!(check_email(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_session_ends_after_two_idle_weeks_or_ninety_days() {
        let live = |now, seen| session_is_live(Time(days(now)), Time(0), Time(days(seen)));
        assert!(live(13, 0));
        assert!(!live(14, 0));
        assert!(live(89, 80));
        assert!(!live(90, 89));
    }

    #[test]
    fn only_owners_touch_owners() {
        assert!(check_rank(Role::Admin, Role::Agent, Role::Admin).is_ok());
        assert!(check_rank(Role::Admin, Role::Agent, Role::Owner).is_err());
        assert!(check_rank(Role::Admin, Role::Owner, Role::Agent).is_err());
        assert!(check_rank(Role::Owner, Role::Owner, Role::Agent).is_ok());
    }
}
