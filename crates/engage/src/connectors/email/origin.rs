//! Who wrote a mail, and whether anybody vouches for it.
//!
//! Anybody can write any From. It is believed in two cases: the merchant's own receiving server checked it (DKIM, SPF or
//! DMARC, in a header that bears the server's name, RFC 8601) and what it checked is the From's domain; or the mail came
//! to an address with our signed token from the very address to which we had sent that token.

use mail_parser::Message;
use serde_json::{Value, json};

/// What the receiving server found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// `dkim=pass`, `spf=fail`, …, in its order.
    pub results: Vec<String>,
    /// One that passed is of the From's domain.
    pub is_aligned: bool,
}

impl Checked {
    pub fn details(&self) -> Value {
        json!({ "results": self.results, "aligned": self.is_aligned })
    }
}

/// What the server `authserv_id` says of a mail from this domain. Only its newest word counts: headers are put on top,
/// and what lies below may have come along with the mail.
pub fn checked(mail: &Message, authserv_id: Option<&str>, domain: &str) -> Checked {
    let Some(authserv_id) = authserv_id else { return Checked::default() };
    let headers =
        mail.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case("Authentication-Results"));
    for (_, value) in headers {
        let value = without_comments(value);
        let mut parts = value.split(';').map(str::trim);
        let id = parts.next().unwrap_or_default();
        // A version may follow the name.
        let id = id.split_whitespace().next().unwrap_or_default();
        if id.eq_ignore_ascii_case(authserv_id) {
            return read(parts, &domain.to_lowercase());
        }
    }
    Checked::default()
}

fn read<'a>(parts: impl Iterator<Item = &'a str>, domain: &str) -> Checked {
    let mut checked = Checked::default();
    for part in parts {
        let mut words = part.split_whitespace();
        let Some((method, result)) = words.next().and_then(|word| word.split_once('=')) else {
            continue;
        };
        let (method, result) = (method.to_lowercase(), result.to_lowercase());
        checked.results.push(format!("{method}={result}"));
        if result != "pass" {
            continue;
        }
        for (property, value) in words.filter_map(|word| word.split_once('=')) {
            let value = value.trim_matches('"').to_lowercase();
            let checked_domain = value.rsplit_once('@').map_or(value.as_str(), |(_, d)| d);
            let vouches = match (method.as_str(), property.to_lowercase().as_str()) {
                ("dkim", "header.d") | ("spf", "smtp.mailfrom") => vouches(checked_domain, domain),
                // The server itself has compared them.
                ("dmarc", "header.from") => checked_domain == domain,
                _ => false,
            };
            checked.is_aligned |= vouches;
        }
    }
    checked
}

/// A domain vouches for itself and what lies below it. Not for what lies above: whoever has a shop at
/// `anna.shops.example` does not speak for `shops.example`.
fn vouches(checked: &str, domain: &str) -> bool {
    let below = domain.strip_suffix(checked).is_some_and(|rest| rest.ends_with('.'));
    checked.contains('.') && (checked == domain || below)
}

/// Comments stand in parentheses, which may stand in one another (RFC 5322, 3.2.2).
fn without_comments(value: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in value.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(if c.is_whitespace() { ' ' } else { c }),
            _ => {}
        }
    }
    kept
}
