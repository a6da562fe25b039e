//! Where may be called, how often, and when it is enough: pure.

use hyper::Uri;
use kit::http::is_public;
use kit::time::{days, hours, minutes, seconds};
use kit::{Error, Result, Time};

/// The pauses before the second try and each one after it: those of the specification's example.
const PAUSES: [i64; 9] = [
    seconds(5),
    minutes(5),
    minutes(30),
    hours(2),
    hours(5),
    hours(10),
    hours(14),
    hours(20),
    hours(24),
];
/// An endpoint where nothing arrives for so long is disabled.
pub const FAILING_MAX: i64 = days(3);
const URL_BYTES_MAX: usize = 1_000;

/// After how long to try again what failed so many times; never, at last.
pub fn again_after(tries: i64) -> Option<i64> {
    let before = usize::try_from(tries - 1).ok()?;
    PAUSES.get(before).copied()
}

pub fn is_enough(failing_since: Option<Time>, now: Time) -> bool {
    failing_since.is_some_and(|since| now.since(since) >= FAILING_MAX)
}

/// Whether an address can be called at all; where its name leads is seen when it is called.
pub fn check_url(url: &str, allow_private: bool) -> Result<()> {
    let refused = |detail: &str| Err(Error::bad_input("bad_url", detail));
    let Ok(uri) = url.parse::<Uri>() else { return refused("This is not a web address.") };
    if url.len() > URL_BYTES_MAX {
        return refused("The address is too long.");
    }
    let is_http = uri.scheme_str() == Some("http") && allow_private;
    if uri.scheme_str() != Some("https") && !is_http {
        return refused("The address begins with https://.");
    }
    let Some(authority) = uri.authority() else { return refused("The address names no server.") };
    if authority.as_str().contains('@') {
        return refused("The address holds no name or password: calls are signed.");
    }
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let is_local_name = host.eq_ignore_ascii_case("localhost") || host.ends_with(".localhost");
    let is_private = is_local_name || host.parse().is_ok_and(|ip| !is_public(ip));
    if is_private && !allow_private {
        return refused(
            "This address lies inside a network of its own; calls go to the internet only.",
        );
    }
    Ok(())
}
