//! The few cookies of the desk. Only the session's is a secret.

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, HeaderValue};
use customers::accounts::{Token, rules};
use kit::time::MICROS_PER_SECOND;

pub const LANG: &str = "onedoor_lang";
pub const THEME: &str = "onedoor_theme";
/// A secret that the next page shows once.
pub const ONCE: &str = "onedoor_once";
/// What the next page says once: the end of a key `desk-flash-…`.
pub const FLASH: &str = "onedoor_flash";

const YEAR_SECONDS: i64 = 365 * 86_400;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    pub fn code(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn parse(code: &str) -> Option<Theme> {
        [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.code() == code)
    }
}

/// With https the name itself makes browsers refuse a cookie that another host or plain http planted.
fn session_name(https: bool) -> &'static str {
    if https { "__Host-onedoor" } else { "onedoor_session" }
}

pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

pub fn read_session(headers: &HeaderMap, https: bool) -> Option<Token> {
    read(headers, session_name(https)).and_then(Token::parse)
}

pub fn session(token: &Token, https: bool) -> HeaderValue {
    let max_age = rules::SESSION_ABSOLUTE / MICROS_PER_SECOND;
    cookie(session_name(https), &token.reveal(), max_age, https)
}

pub fn no_session(https: bool) -> HeaderValue {
    cookie(session_name(https), "", 0, https)
}

pub fn preference(name: &str, value: &str) -> HeaderValue {
    cookie(name, value, YEAR_SECONDS, false)
}

pub fn flash(key: &str) -> HeaderValue {
    cookie(FLASH, key, 60, false)
}

pub fn no_flash() -> HeaderValue {
    cookie(FLASH, "", 0, false)
}

/// A secret for the one page at `path`: no script reads it, no other page gets it.
pub fn shown_once(path: &str, secret: &str, https: bool) -> HeaderValue {
    strict(path, secret, 60, https)
}

/// Takes the secret back.
pub fn shown(path: &str, https: bool) -> HeaderValue {
    strict(path, "", 0, https)
}

fn strict(path: &str, value: &str, max_age_seconds: i64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!(
        "{ONCE}={value}; Path={path}; Max-Age={max_age_seconds}; HttpOnly; SameSite=Strict{secure}"
    );
    HeaderValue::from_str(&text).expect("paths and keys are ASCII of our own making")
}

fn cookie(name: &str, value: &str, max_age_seconds: i64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!(
        "{name}={value}; Path=/; Max-Age={max_age_seconds}; HttpOnly; SameSite=Lax{secure}"
    );
    HeaderValue::from_str(&text).expect("names and values are ASCII of our own making")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn cookies_are_written_and_read() {
        let token = Token::parse(&"A".repeat(43)).unwrap();
        expect!["__Host-onedoor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax; Secure"]
            .assert_eq(session(&token, true).to_str().unwrap());
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("a=1; onedoor_theme=dark;onedoor_lang=pl"));
        assert_eq!(read(&headers, THEME), Some("dark"));
        assert_eq!(read(&headers, LANG), Some("pl"));
        assert_eq!(read(&headers, FLASH), None);
    }
}
