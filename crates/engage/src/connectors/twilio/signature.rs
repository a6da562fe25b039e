//! `X-Twilio-Signature`: proves that Twilio sent a webhook, by the account's token (Twilio, “Validating requests”; as its
//! own library 6.2.0 does it).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use crate::connectors::http::is_same_secret;

/// Whether the signature is that of these parameters at this address, with or without the port that goes without saying.
pub fn is_valid(token: &str, signature: &str, url: &str, parameters: &[(String, String)]) -> bool {
    [with_port(url), without_port(url)].iter().flatten().chain([&url.to_string()]).any(|url| {
        let expected = sign(token, url, parameters);
        is_same_secret(expected.as_bytes(), signature.as_bytes())
    })
}

/// HMAC-SHA1 of the address followed by every parameter, sorted: name and value; the same pair twice counts once.
pub fn sign(token: &str, url: &str, parameters: &[(String, String)]) -> String {
    let mut sorted: Vec<_> = parameters.iter().collect();
    sorted.sort();
    sorted.dedup();
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(token.as_bytes()) else {
        return String::new();
    };
    mac.update(url.as_bytes());
    for (name, value) in sorted {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    STANDARD.encode(mac.finalize().into_bytes())
}

fn standard_port(scheme: &str) -> &'static str {
    if scheme == "https" { "443" } else { "80" }
}

fn with_port(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    (!host.contains(':')).then(|| format!("{scheme}://{host}:{}{path}", standard_port(scheme)))
}

fn without_port(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let host = host.strip_suffix(&format!(":{}", standard_port(scheme)))?;
    Some(format!("{scheme}://{host}{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_string(), (*value).to_string())).collect()
    }

    /// The example of Twilio's documentation and of its libraries' tests.
    #[test]
    fn the_documented_example() {
        let parameters = pairs(&[
            ("CallSid", "CA1234567890ABCDE"),
            ("Caller", "+14158675309"),
            ("Digits", "1234"),
            ("From", "+14158675309"),
            ("To", "+18005551212"),
        ]);
        let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        let signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        assert_eq!(sign("12345", url, &parameters), signature);
        assert!(is_valid("12345", signature, url, &parameters));
        let with_port = "https://mycompany.com:443/myapp.php?foo=1&bar=2";
        assert!(is_valid("12345", signature, with_port, &parameters));
        let signed_with_port = sign("12345", with_port, &parameters);
        assert!(is_valid("12345", &signed_with_port, url, &parameters));
        let other = "https://mycompany.com:8443/myapp.php?foo=1&bar=2";
        assert!(!is_valid("12345", signature, other, &parameters));
        assert!(!is_valid("12346", signature, url, &parameters));
        assert!(!is_valid("12345", signature, url, &parameters[1..]));
        assert!(!is_valid("12345", "", url, &parameters));
    }

    #[test]
    fn a_pair_that_comes_twice_counts_once_and_names_are_sorted_by_case() {
        let once = pairs(&[("B", "2"), ("a", "1"), ("a", "0")]);
        let twice = pairs(&[("a", "1"), ("a", "0"), ("B", "2"), ("a", "1")]);
        assert_eq!(sign("t", "https://a.pl/", &once), sign("t", "https://a.pl/", &twice));
    }
}
